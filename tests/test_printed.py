"""Texts taken out of a PDF: what stands on every page cuts no paragraph in two, and is no part of the story."""

import textwrap
import time

import pytest

from articles.text.files.columns import in_one_column
from articles.text.files.decode import decode
from articles.text.files.printed import without_page_numbers
from articles.text.parse import parse

TITLE = "Cầu Trà thông xe sau hai năm thi công"
BODY = [
    "Sáng 5/3, cầu Trà dài 240 m đã thông xe sau hai năm thi công, nối hai bờ sông của xã Lâm Trà. Người dân hai bờ "
    "không còn phải đi đò, nhất là vào mùa nước lớn, khi bến Đò nghỉ cả tuần và học sinh phải ở lại nhà bà con.",
    "Ông Hà Văn Lộc, Chủ tịch UBND xã Lâm Trà, cho biết cầu rút ngắn 12 km đường đến trường của học sinh. Xã đã dành "
    "hai năm và nhiều công sức của bà con để làm hai con đường dẫn lên cầu, dài hơn một cây số rưỡi.",
    "Theo bà Vi Thị Kha, người bán hàng ở bến Đò từ năm 1988, ngày cầu thông xe cũng là ngày chuyến đò cuối cùng rời "
    "bến. Bà sẽ chuyển quán nước lên đầu cầu phía bắc, nơi xã định mở một khu chợ nhỏ trong mùa hè.",
    "Xã sẽ trồng cây hai bên đường dẫn trong tháng tới, và mời trường học hai bờ cùng chăm sóc. Kinh phí trồng cây "
    "do bà con xa quê góp, phần còn lại lấy từ quỹ khuyến học của xã, vốn lập ra từ năm ngoái.",
]


def printed(*, head: str = "", foot: str = "", blank: bool = False, lines: int = 7, last: str = "") -> str:
    """The story in lines of 80 letters, `lines` of them a page."""
    story = [TITLE]
    for paragraph in BODY:
        story += [""] * blank + textwrap.wrap(paragraph, 80)
    pages = [story[at : at + lines] for at in range(0, len(story), lines)]
    out: list[str] = []
    for number, page in enumerate(pages, 1):
        put = {"number": number, "all": len(pages)}
        out += (
            [head.format(**put)] * bool(head) + page + [foot.format(**put)] * bool(foot) + [last] * bool(last)
        )
    return "\n".join(out)


@pytest.mark.parametrize("blank", [False, True])
@pytest.mark.parametrize(
    "furniture",
    [
        {"foot": "{number}"},
        {"head": "{number}"},
        {"foot": "\n- {number} -\n"},
        {"foot": "Trang {number}/{all}"},
        {"foot": "{number}", "last": "\x0c"},
        {"head": "12/06/2019, 10:15 Cầu Trà - Báo Xứ Đoài", "foot": "https://xudoai.example.vn/a-1 {number}/{all}"},
        {"head": "Bản tin Xứ Đoài - số 12", "foot": "Page {number} of {all}", "last": "Phát hành nội bộ"},
    ],
)  # fmt: skip
def test_what_stands_on_every_page_of_a_print_is_left_out(furniture: dict[str, str], blank: bool) -> None:
    found = parse(printed(blank=blank, lines=9, **furniture).encode()).structure
    assert found.title == TITLE
    assert [paragraph.text for paragraph in found.paragraphs] == BODY


LONG = "Xã sẽ trồng cây hai bên đường dẫn trong tháng tới. " * 10


@pytest.mark.parametrize(
    "text",
    [
        "1\n2\n3",
        f"Giá vé\n1\nnăm nghìn\n2\nmười nghìn\n{LONG}",
        f"{LONG}\n5\n{LONG}\n9\n{LONG}",
        f"Trận đấu\n2/1\n{LONG}\nHết.",
        f"{LONG}\n5/3\n{LONG}\n6/3\n{LONG}",
        f"{LONG}\nTrang 5\n{LONG}",
        f"{LONG}\nNăm 1\n{LONG}\nNăm 2\n{LONG}",
        f"Bút ký bên sông\n\n1\n\n{LONG}\n\n{LONG}\n\n2\n\n{LONG}\n\n3\n\n{LONG}",
        f"Bút ký bên sông\n{LONG}\n(1)\n{LONG}\n(2)\n{LONG}",
    ],
)
def test_other_numbers_stay(text: str) -> None:
    assert without_page_numbers(text) == text


def test_a_paragraph_that_ends_with_its_page_stays_apart() -> None:
    text = f"{LONG.strip()}\n\n1\n\n{LONG}\n2"
    assert decode(text.encode()).text == f"{LONG.strip()}\n\n{LONG}"


def test_the_house_heads_the_first_page_as_well_and_a_signature_is_no_foot() -> None:
    page = f"BÁO XỨ ĐOÀI\n{LONG}"
    assert (
        without_page_numbers(f"{page}\n1\n{page}\n2\n{page}\nLam Hương\n3")
        == f"{page}\n{LONG}\n{LONG}\nLam Hương"
    )


@pytest.mark.parametrize(
    "text",
    ["\n".join(map(str, range(1000))) * 100, "\n" + " " * 500_000, "\n1" * 200_000, ("\nhttp://" + "a" * 390) * 1000,
     ("x" * 420 + "\n7\n") * 1000],
)  # fmt: skip
def test_hostile_numbers_cost_no_more_than_their_length(text: str) -> None:
    begin = time.process_time()
    without_page_numbers(text)
    assert time.process_time() - begin < 1.5


def in_columns(*, blank: bool, per_page: int, number: bool) -> str:
    """The story below its headline in two columns of 46 letters, a form feed below each page."""
    column: list[str] = []
    for paragraph in BODY:
        first = "" if blank else "  "
        column += [*textwrap.wrap(paragraph, 46, initial_indent=first), *[""] * blank]
    out = [TITLE]
    for page, at in enumerate(range(0, len(column), per_page), 1):
        lines = column[at : at + per_page]
        half = (len(lines) + 1) // 2
        right = [*lines[half:], ""]
        out += [f"{line:<51}{beside}".rstrip() for line, beside in zip(lines[:half], right, strict=False)]
        out += ["", f"{page:>48}"] * number + ["\x0c"]
    return "\n".join(out)


@pytest.mark.parametrize("number", [False, True])
@pytest.mark.parametrize("per_page", [16, 20, 60])
@pytest.mark.parametrize("blank", [False, True])
def test_columns_side_by_side_are_read_one_after_the_other(blank: bool, per_page: int, number: bool) -> None:
    found = parse(
        in_columns(blank=blank, per_page=per_page, number=number and per_page < 60).encode()
    ).structure
    assert found.title == TITLE
    assert [paragraph.text for paragraph in found.paragraphs] == BODY


@pytest.mark.parametrize(
    "page",
    [
        "\n".join(textwrap.wrap(" ".join(BODY), 90)),
        "\n".join(f"{name:<40}{price}" for name, price in [("Gạo tẻ", "18.000"), ("Muối", "5.000")] * 9),
        "\n".join(f"{'  '.join(['Lâm Trà', 'Bến Đò', 'Đông Phú'])}{number}" for number in range(20)),
        "\n".join([*BODY, "Tạ Lam Hồng" + " " * 40 + "Ảnh: Hà Sơn"]),
        "",
    ],
)  # fmt: skip
def test_tables_and_other_gaps_are_no_columns(page: str) -> None:
    assert in_one_column(f"{page}\n\x0c{page}\n\x0c") == f"{page}\n\x0c{page}\n\x0c"


@pytest.mark.parametrize(
    "text",
    ["\x0c" * 300_000, ("a" * 40 + "    " + "b" * 40 + "\n") * 10_000, (("a  " * 90 + "\n") * 60 + "\x0c") * 20,
     " " * 500_000 + "\x0c", "a " * 200_000 + "\x0c"],
)  # fmt: skip
def test_hostile_columns_cost_no_more_than_their_length(text: str) -> None:
    begin = time.process_time()
    in_one_column(text)
    assert time.process_time() - begin < 1.5
