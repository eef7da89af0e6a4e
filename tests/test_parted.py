"""Files that part their text otherwise: two stories in one, and each sentence on a line."""

import textwrap
from itertools import cycle

import pytest

from articles.text.parse import parse

FIRST = [
    "Cầu Trà thông xe sau hai năm thi công",
    "05/03/2024 14:00",
    "Sáng 5/3, cầu Trà dài 240 m đã thông xe sau hai năm thi công, nối hai bờ sông của xã Lâm Trà.",
    "Ông Hà Văn Lộc, Chủ tịch UBND xã Lâm Trà, cho biết cầu rút ngắn 12 km đường đến trường của học sinh.",
    "Xã sẽ trồng cây hai bên đường dẫn trong tháng tới.",
    "Lam Hương",
]
SECOND = [
    "Đông Phú mở tuyến xe buýt đầu tiên",
    "07/03/2024 08:15",
    "(XĐ) - Sáng 7/3, Sở Giao thông vận tải tỉnh Lam Khê khai trương tuyến xe buýt từ Đông Phú đến Lâm Trà.",
    "Ông Vi Mạnh, Phó Giám đốc Sở, cho biết giá vé một lượt là bảy nghìn đồng, học sinh được giảm một nửa.",
    "Tuyến thứ hai sẽ chạy vào tháng 9, nối Bến Đò với khu công nghiệp phía bắc.",
    "Hà Sơn",
]


UNDATED = SECOND[:1] + SECOND[2:]
"""Below a rule a code alone shows the beginning of a story."""


@pytest.mark.parametrize(
    ("border", "second"),
    [
        ("-----", SECOND), ("\n=====\n", SECOND), ("* * *", SECOND), ("Bài 2:", SECOND), ("\n\n\n", SECOND),
        ("-----", UNDATED), ("***\n", UNDATED), ("\nBài 2\n", UNDATED),
        ("Bài viết 2", SECOND), ("Article 2", SECOND),
    ],
)  # fmt: skip
def test_a_second_story_below_a_border_is_left_out_and_told_of(border: str, second: list[str]) -> None:
    text = "\n".join([*FIRST, border, *second])
    article = parse(text.encode())
    page = article.structure
    assert (page.title, page.published, page.byline) == (
        FIRST[0],
        "2024-03-05T14:00:00+07:00",
        ("Lam Hương",),
    )
    assert [paragraph.text for paragraph in page.paragraphs] == FIRST[2:5]
    assert [person.name for person in article.people] == ["Hà Văn Lộc"]
    begins = text.split("\n").index(border.strip() or second[0]) + 1
    assert article.warnings == (f"Another story begins in line {begins} and was left out. Split the file.",)


@pytest.mark.parametrize(
    "below",
    [
        # A part of a long story, with a headline of its own.
        ["* * *", "Chuyến đò cuối cùng trên sông",
         "Sáng 6/3, bến Đò vắng lặng, chỉ còn bà Vi Thị Kha ngồi bên quán nước.",
         "Bà kể đã bán nước ở bến từ năm 1988, khi mỗi ngày có hai chuyến đò và chợ họp ngay trên bờ sông."],
        ["-----", "Bà Vi Thị Kha kể đã bán nước ở bến từ năm 1988, khi mỗi ngày có hai chuyến đò qua sông.",
         "(Bài viết có sự giúp đỡ của bà con xã Lâm Trà và nhiều bạn đọc ở xa quê.)"],
        ["", "", "", "Chuyến đò cuối cùng trên sông",
         "Bà Vi Thị Kha kể đã bán nước ở bến từ năm 1988, khi chợ còn họp trên bờ.",
         "Bà sẽ chuyển quán lên đầu cầu phía bắc, nơi xã định mở một khu chợ nhỏ trong mùa hè."],
    ],
)  # fmt: skip
def test_a_rule_or_blank_lines_inside_a_story_end_nothing(below: list[str]) -> None:
    article = parse("\n".join([*FIRST[:5], *below]).encode())
    assert article.warnings == ()
    assert [paragraph.text for paragraph in article.structure.paragraphs][-1] == below[-1]


LINES = [
    "Sáng 5/3, cầu Trà dài 240 m đã thông xe sau hai năm thi công, nối hai bờ sông của xã Lâm Trà. Người dân hai bờ "
    "không còn phải đi đò, nhất là vào mùa nước lớn, khi bến nghỉ cả tuần và học sinh phải ở lại nhà bà con.",
    "Ông Hà Văn Lộc, Chủ tịch UBND xã Lâm Trà, cho biết cầu rút ngắn 12 km đường đến trường của học sinh. Xã đã dành "
    "hai năm và nhiều công sức của bà con để làm hai con đường dẫn lên cầu, dài hơn một cây số rưỡi. Đường rộng 6 m, "
    "đủ cho hai xe tránh nhau.",
    "Theo bà Vi Thị Kha, người bán hàng ở bến Đò từ năm 1988, ngày cầu thông xe cũng là ngày chuyến đò cuối cùng rời "
    "bến. Bà sẽ chuyển quán nước lên đầu cầu phía bắc, nơi xã định mở một khu chợ nhỏ trong mùa hè. Khách quen đã hẹn.",
]
TITLES = [
    "Cầu Trà thông xe sau hai năm",
    "Cầu Trà thông xe, bà con hai bờ sông xã Lâm Trà thôi phải đi đò",
    "Cầu Trà dài 240 m thông xe, bà con hai bờ sông xã Lâm Trà thôi phải đi đò trong mùa nước lớn",
]


def wrapped(line: str, width: int, ragged: bool) -> list[str]:
    """Cut into lines; `ragged`: in letters that are not all as wide."""
    if not ragged:
        return textwrap.wrap(line, width)
    lines, rest = [], line
    for less in cycle((0, 5, 2, 7, 3)):
        if not rest:
            return lines
        cut = textwrap.wrap(rest, width - less)[0]
        lines.append(cut)
        rest = rest[len(cut) :].lstrip()
    raise AssertionError


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("width", [64, 72, 80])
@pytest.mark.parametrize("ragged", [False, True])
@pytest.mark.parametrize("how", ["indented", "blank lines"])
def test_paragraphs_begin_where_lines_stand_further_right_or_apart(
    how: str, ragged: bool, width: int, title: str
) -> None:
    lines: list[str] = []
    for paragraph in (title, "05/03/2024 14:00", *LINES):
        first, *others = wrapped(paragraph, width, ragged)
        lines += [
            "    " * (how == "indented" and paragraph in LINES) + first,
            *others,
            *[""] * (how != "indented"),
        ]
    page = parse("\n".join(lines).encode()).structure
    assert (page.title, page.published) == (title, "2024-03-05T14:00:00+07:00")
    assert [paragraph.text for paragraph in page.paragraphs] == LINES


@pytest.mark.parametrize("date", [[], ["05/03/2024 14:00"]])
@pytest.mark.parametrize("title", TITLES)
def test_a_headline_that_fills_its_line_is_one(title: str, date: list[str]) -> None:
    lines = textwrap.wrap(title, 64) + date + [line for text in LINES for line in textwrap.wrap(text, 64)]
    page = parse("\n".join(lines).encode()).structure
    assert page.title == title
    assert page.paragraphs[0].text.startswith("Sáng 5/3, cầu Trà dài 240 m")


def test_a_first_line_that_opens_a_story_is_no_headline() -> None:
    lines = [line for text in LINES for line in textwrap.wrap(text, 66)]
    page = parse("\n".join(lines).encode()).structure
    assert page.title_proposed
    assert page.paragraphs[0].text.startswith(
        "Sáng 5/3, cầu Trà dài 240 m đã thông xe sau hai năm thi công, nối hai"
    )


SENTENCES = [
    "Sáng 5/3, cầu Trà dài 240 m đã thông xe sau hai năm thi công.",
    "Cầu nối hai bờ sông của xã Lâm Trà, huyện Đông Phú.",
    "Chủ tịch UBND xã Lâm Trà Hà Văn Lộc phát biểu tại lễ thông xe.",
    "Ông cho biết cầu rút ngắn 12 km đường đến trường của học sinh.",
    "Người dân hai bờ không còn phải đi đò vào mùa nước lớn.",
    "Bà Vi Thị Kha bán nước ở bến Đò từ năm 1988.",
    "Ngày cầu thông xe cũng là ngày chuyến đò cuối cùng rời bến.",
    "Bà sẽ chuyển quán nước lên đầu cầu phía bắc.",
    "Nơi ấy xã định mở một khu chợ nhỏ trong mùa hè.",
    "Đại diện các trường hai bờ trồng cây bên đường dẫn lên cầu.",
    "Kinh phí trồng cây do bà con xa quê góp từ năm ngoái.",
    "Lãnh đạo huyện và bà con xã Lâm Trà đi bộ qua cầu.",
    "Xã sẽ mở thêm một con đường ven sông trong năm tới.",
]


def test_sentences_each_on_a_line_are_no_captions() -> None:
    page = parse("\n".join([FIRST[0], FIRST[1], *SENTENCES]).encode()).structure
    assert page.captions == ()
    assert [paragraph.text for paragraph in page.paragraphs] == SENTENCES


@pytest.mark.parametrize(
    "stamp",
    ["05/03/2024 14:00", "Thứ ba, 5/3/2024, 14:00 (GMT+7)", "14:00 | 05/03/2024", "14:00 ngày 5-3-2024"],
)
def test_a_page_whose_lines_were_run_together_has_its_headline_and_its_date(stamp: str) -> None:
    text = " ".join([FIRST[0], stamp, *LINES])
    page = parse(text.encode()).structure
    assert (page.title, page.published) == (FIRST[0], "2024-03-05T14:00:00+07:00")
    assert [paragraph.text for paragraph in page.paragraphs] == [" ".join(LINES)]
    assert text[slice(*page.title_spans[0])] == FIRST[0]
    assert text[slice(*page.published_spans[0])] == stamp


@pytest.mark.parametrize(
    "opening",
    [
        "Cầu Trà thông xe lúc 14:00, 05/03/2024. Sáng ấy bà con đã ra bến.",
        "Bà con ra bến. Cầu Trà thông xe 14:00 05/03/2024 Sáng ấy",
        "Cầu Trà thông xe 05/03/2024 Sáng ấy bà con đã ra bến",
    ],
)
def test_a_moment_in_running_text_parts_nothing(opening: str) -> None:
    page = parse(" ".join([opening, *LINES]).encode()).structure
    assert page.published is None
    assert page.paragraphs[0].text.startswith(opening)


def test_a_caption_and_a_date_apart_from_the_dek_begin_no_other_story() -> None:
    head = [FIRST[0], "Người dân hai bờ sông không còn phải đi đò vào mùa nước lớn.", "", ""]
    for line in ("Cầu Trà trong ngày thông xe", "-----\nCầu Trà trong ngày thông xe"):
        article = parse("\n".join([*head, line, *FIRST[1:]]).encode())
        assert article.warnings == ()
        assert article.structure.published == "2024-03-05T14:00:00+07:00"
