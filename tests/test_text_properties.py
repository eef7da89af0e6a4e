"""What holds for any text at all: the parser never fails, and all it says points at the source."""

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.text.explain import explain
from articles.text.files.decode import decode
from articles.text.files.linked_data import local
from articles.text.layout.bylines import read_signature
from articles.text.layout.headline import LONGEST, propose
from articles.text.layout.lead import find_lead
from articles.text.layout.marking import read_page
from articles.text.layout.photo_credits import labelled_photo
from articles.text.layout.published import read_stamp
from articles.text.layout.structure import structure
from articles.text.parse import parse
from articles.text.types import Span, Structure, Unreadable
from tests.growth import growth

# Pieces of real pages, so that random texts reach the rules and not only the fallbacks.
PIECES = [
    "Tin tức", "Trang chủ > Thời sự", "Thứ tư, 12/06/2019 06:40", "09:31 | 08/02/2024 GMT+7",
    "31/02/2020", "(XĐ) - ", "Hà Nội - ",
    "Hội nghị nước sạch họp tại Lâm Trà",
    "Ngày 3/4, đoàn công tác đã tới thăm và làm việc tại xã Lâm Trà, huyện Đông Phú.",
    "Quang cảnh buổi làm việc. Ảnh: Hà Sơn/TTXVN", "(Ảnh: X)", "Ảnh:", "![](a.jpg)",
    "![Đại biểu dự họp](http://a.vn/b.jpg)", "| Đại biểu. |",
    "Tin liên quan", "Bình luận (0)", "Từ khóa: nước, họp", "Chia sẻ", "TẠ LAM HỒNG", "Theo TTXVN",
    "(TTXVN/Báo+)", "./.", "...", "|", ".",
    "Copyright © 2020", "- Gạch đầu dòng", "1. Mục một", "PV: Thưa ông, vì sao?", "\u00a0", "\u200b",
    "e\u0301", "e\u0301\u0302", "\u0306", "[b]", "[/b]", "&nbsp", "\U0001f525", "\ufffd", "\x00", "\x85",
    "tiếp tục", "Ông Lò Văn Én (bên phải)", "(lời dịch - PV)", '"', "“", "”", "(", ")", "/", "07:38", "https://a.vn",
]  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=400),
    st.lists(
        st.one_of(st.sampled_from(PIECES), st.text(max_size=30), st.sampled_from(["\n", "\n\n", " "])),
        max_size=40,
    ).map("".join),
    st.lists(st.sampled_from(PIECES), max_size=30).map("\n".join),
)


def all_spans(found: Structure) -> list[Span]:
    spans = [
        *found.title_spans, *found.dek_spans, *found.section_spans, *found.published_spans,
        *found.dateline_spans,
        *found.byline_spans, *found.agency_spans, *found.notes,
    ]  # fmt: skip
    for part in (*found.paragraphs, *found.captions):
        spans += part.spans
    return spans + [line.span for line in found.lines]


def letters(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFC", text) if c.isalnum())


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_any_text_is_taken_apart_and_every_span_is_valid(text: str) -> None:
    found = structure(text)
    assert all(0 <= start <= end <= len(text) for start, end in all_spans(found))


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_every_line_is_accounted_for_with_a_reason(text: str) -> None:
    found = structure(text)
    assert [text[line.span.start : line.span.end] for line in found.lines] == text.split("\n")
    assert all(line.reason for line in found.lines)
    assert len(explain(text, found).splitlines()) >= len(found.lines)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_nothing_is_made_up(text: str) -> None:
    found = structure(text)
    source = letters(text).casefold()
    for part in (
        *(p.text for p in found.paragraphs),
        *(c.caption for c in found.captions),
        found.dek,
        found.section,
    ):
        for word in part.split():
            assert letters(word).casefold() in source
    for paragraph in found.paragraphs:
        assert letters(paragraph.text) in letters("".join(text[start:end] for start, end in paragraph.spans))


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_what_is_shown_is_nfc_and_on_one_line(text: str) -> None:
    found = structure(text)
    for shown in (
        found.title or "",
        found.dek,
        *(p.text for p in found.paragraphs),
        *(c.caption for c in found.captions),
    ):
        assert unicodedata.is_normalized("NFC", shown)
        assert "\n" not in shown
        assert shown == shown.strip()


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_a_text_with_a_story_has_a_title_and_a_proposed_one_is_short(text: str) -> None:
    found = structure(text)
    if found.title_proposed:
        assert found.paragraphs
        assert found.title
        assert len(found.title) <= LONGEST + 1


@given(st.text(min_size=1, max_size=300))
def test_a_proposed_headline_lies_where_it_says(lead: str) -> None:
    headline, start, end = propose(lead)
    assert 0 <= start <= end <= len(lead)
    assert letters(headline).casefold() == letters(lead[start:end]).casefold()


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_with_a_sentence(data: bytes) -> None:
    try:
        text = decode(data).text
    except Unreadable as error:
        refused, text = str(error), ""
    else:
        refused = ""
    assert unicodedata.is_normalized("NFC", text)
    assert "\r" not in text
    assert bool(text) != refused.endswith(".")


@given(TEXTS)
def test_reading_twice_says_the_same(text: str) -> None:
    assert structure(text) == structure(text)


@pytest.mark.parametrize(
    "unit",
    [
        "Ảnh: ",
        "(",
        "a ",
        "./.",
        "Ngày 3/4, ",
        "TTXVN/",
        "| ",
        "- ",
        "1.",
        "“",
        "Tin liên quan\n",
        "\n",
        "12/06/2019 ",
        "Dân bản Mây trồng chè dưới tán rừng già\n",
        "Bao giờ bản Mây có đường lớn để bán chè?\nDân bản mong có đường lớn để bán chè từ nhiều năm nay rồi.\n",
        "dan ban may trong che duoi tan rung\n",
        "Hội chè bản Mây - Ảnh 1\n",
        "Lò Văn Én\n",
        "Ông Én.\n",
        "Én\n",
        "Ông Én\nKỷ niệm hội đàm với ông Én “anh cả”, ",
    ],
)
def test_long_monotonous_texts_are_read_in_linear_time(unit: str) -> None:
    """A quadratic rule would not come back from a megabyte within the suite's patience."""
    structure(unit * (300_000 // len(unit)))


@pytest.mark.parametrize("line", ["12/06/2019 06:40\n", "Trang chủ Tin Xã hội Ba Bản Làm Đường Ra Bến\n"])
def test_what_stands_above_a_title_is_read_in_linear_time(line: str) -> None:
    story = "Sáng 4/2, cầu Trà dài 240 m bắc qua sông Lam đã thông xe sau hai năm thi công.\n" * 3
    assert growth(lambda size: structure(line * size + "Cầu Trà thông xe\n" + story), 200) < 6


def test_whether_a_long_story_tells_of_those_who_are_named_above_it_is_read_in_linear_time() -> None:
    line = "Sáng 4/2, cầu Trà dài 240 m bắc qua sông Lam đã thông xe sau hai năm thi công.\n"
    assert growth(lambda size: structure("Hà Văn Mơ - Lò Thị Kha\n" * size + line * size), 100) < 6


def test_a_menu_of_long_headlines_is_read_in_linear_time() -> None:
    story = "Sáng 4/2, cầu Trà dài 240 m bắc qua sông Lam đã thông xe sau hai năm thi công.\n" * 3

    def read(size: int) -> None:
        names = ("Xã " + " ".join(f"chè{n}x{k}" for k in range(28)) + "\n" for n in range(size))
        find_lead(read_page("".join(names) + story, ()))

    assert growth(read, 600) < 6


def test_words_joined_without_end_are_read_in_linear_time() -> None:
    assert growth(lambda size: parse(("Trước" + "-Trước" * size).encode()), 200) < 6


@pytest.mark.parametrize(
    ("read", "line"),
    [
        (labelled_photo, "Hình 1. Hội" + " chè" * 60),
        (labelled_photo, "© Hà Mơ | Hội" + " chè" * 110 + "e" * 3_000 + "|"),
        (read_signature, "theo:http://a/" * 20_000 + " chè"),
        (read_stamp, "A" * 300_000 + " 12/06/2019"),
        (local, "2019-06-12" + " " * 300_000 + "x"),
    ],
)
def test_a_line_that_a_pattern_almost_takes_is_read_in_linear_time(
    read: Callable[[str], object], line: str
) -> None:
    """As above: a pattern that tries its parts in all ways would not come back."""
    read(line)
