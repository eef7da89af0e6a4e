"""Files that hold a story otherwise than it was printed: marked up, escaped, misread, oddly spaced."""

import html
import quopri
import random
import re
import textwrap
import time
import unicodedata
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from articles.text.files.decode import decode
from articles.text.files.leftovers import as_seen
from articles.text.layout.lines import read_rows
from articles.text.layout.wrapping import join_wrapped
from articles.text.parse import parse
from articles.text.types import ParsedArticle

ROOT = Path(__file__).parent.parent
STORIES = [
    path.read_text(encoding="utf-8").partition("\n===\n")[0]
    for folder in ("fixtures/texts", "tests/pages")
    for path in sorted((ROOT / folder).glob("*.txt"))
]


MARKDOWN = """\
Thứ Hai, 8/6/2023
[ ![Xứ Đoài](https://xudoai.example.vn/logo.png) ](https://xudoai.example.vn/ "Xứ Đoài")
  * [ Trang chủ ](https://xudoai.example.vn/ "Trang chủ")
  * [ Thời sự ](https://xudoai.example.vn/thoi-su.htm "Thời sự")
    * [ Chợ quê ngày nắng ](https://xudoai.example.vn/cho-que.htm "Chợ quê ngày nắng")
    * [ Phóng sự - Ký sự ](https://xudoai.example.vn/phong-su.htm "Phóng sự - Ký sự")
  * [ Kinh tế ](https://xudoai.example.vn/kinh-te.htm "Kinh tế")
  * [ Giáo dục ](https://xudoai.example.vn/giao-duc.htm "Giáo dục")
  * [ Net Xanh ](https://xudoai.example.vn/net-xanh.htm "Net Xanh")
  * [ Thể thao ](https://xudoai.example.vn/the-thao.htm "Thể thao")
  * [ Tiện ích ](https://xudoai.example.vn/tien-ich.htm "Tiện ích")


## [ Thể thao ](https://xudoai.example.vn/the-thao.htm "Thể thao")
#  Lý Sao giải nghệ sau trận bán kết ở Đông Phú
[ ](https://xudoai.example.vn/tac-gia/ha-lam.htm "Hà Lam")
[ Hà Lam ](https://xudoai.example.vn/tac-gia/ha-lam.htm "Hà Lam")
20/05/2023 12:37 GMT+7
[ ](javascript:; "Báo nói")
[ Chia sẻ ](javascript:void(0); "Chia sẻ facebook")
Sáng 20/5, chuyền hai Lý Sao nói trận bán kết ở nhà thi đấu Đông Phú là trận cuối cùng của cô.
[ ![Lý Sao giải nghệ sau trận bán kết ở Đông Phú - Ảnh 1.](/anh-1.jpg) ](https://xudoai.example.vn/anh-1.jpg)
Cô sẽ về dạy bóng chuyền cho học sinh trường huyện, nơi cô từng tập những buổi đầu tiên trên sân đất.
Huấn luyện viên Mạc Tư nói đội Trà Sơn sẽ không dùng lại số áo của cô trong ba mùa tới.
"""


def seen(text: str) -> str:
    return decode(text.encode()).text


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Sáng&nbsp;4/2, &quot;hội&quot; &amp;quot;chợ&amp;quot;", 'Sáng\xa04/2, "hội" "chợ"'),
        ("&#432;u ti&#xEA;n", "ưu tiên"),
        ("Sáng&nbsp 4/2,&nbsp;hội&nbsp, chợ&nbsp\nmở&nbspa", "Sáng\xa0 4/2,\xa0hội\xa0, chợ\xa0\nmở&nbspa"),
        ("Hội chợ</p\nmở cửa</span </p\nở xã</p", "Hội chợ\nmở cửa\nở xã"),
        ("__Hội chợ__ mở _cửa_", "Hội chợ mở cửa"),
        ("Đông Phú\u2015mở\u2012cửa", "Đông Phú—mở–cửa"),
        (
            "[SIZE=3][B]Hội chợ[/B]\n[url=https://xudoai.example.vn/a]mở[/url] cửa[IMG]https://a.vn/b.jpg[/IMG][/SIZE]",
            "Hội chợ\nmở cửa",
        ),
        ("Lam Trà<br>Bến Đò<br/>\nĐông Phú<br />", "Lam Trà\nBến Đò\nĐông Phú"),
        ("Hội chợ\n<p>Sáng, <strong>hội</strong> mở.</p>\n<p>Chiều đóng.</p>", "Hội chợ\nSáng, hội mở.\nChiều đóng."),
        ("Hội <b>chợ</b> <i>xuân</i></div>", "Hội chợ xuân"),
        ("Hội chợ <script>var a = '<p>';</script>mở <!-- <p>quảng cáo</p> -->cửa", "Hội chợ mở cửa"),
        ("&lt;p&gt;Hội chợ&lt;/p&gt;&lt;p&gt;mở cửa&lt;/p&gt;", "Hội chợ\nmở cửa"),
        ("> > Hội xuân\n> > > Đường lên hội\n> > Hội mở.", "Hội xuân\n> Đường lên hội\nHội mở."),
        ("> > Hội xuân\n> > ![Cầu](c.jpg)\n> > Hội mở.", "Hội xuân\n![Cầu](c.jpg)\nHội mở."),
        ("# Hội chợ **xuân**\n**Sáng 4/2**, _hội_ *mở* ***cửa***.", "Hội chợ xuân\nSáng 4/2, hội mở cửa."),
        ("Ông [Lò Văn Én](https://xudoai.vn/lo-van-en) nói", "Ông Lò Văn Én nói"),
        ("[Lam Hương](/tac-gia/lam-huong)", "Lam Hương"),
        ('  * [ Thời sự ](https://xudoai.vn/thoi-su.htm "Thời sự")', "Thời sự"),
        ('* ### [ ![ic](a.svg) Chợ quê ](https://xudoai.vn/cho "Chợ quê")', "Chợ quê"),
        ('[ ](https://xudoai.vn/rss) [ Chia sẻ bài ](javascript:void(0); "Chia sẻ")', " Chia sẻ bài"),
        ("[ ![Xứ Đoài](logo.png) ](https://xudoai.vn/)", "![Xứ Đoài](logo.png)"),
        ("Đoàn đến ![Cầu Trà](a.jpg) Bến Đò", "Đoàn đến \n![Cầu Trà](a.jpg)\n Bến Đò"),
        ("1\\. Mục \\[một\\] \\- hết", "1. Mục [một] - hết"),
        ("Hội chợ\\\nmở cửa\\ \nở xã", "Hội chợ\nmở cửa\nở xã"),
        (r"Hội chợ\n\nSáng 4/2, hội mở cửa.\r\nHết.", "Hội chợ\n\nSáng 4/2, hội mở cửa.\nHết."),
        (r"C\u1ea7u Tr\u00e0 th\u00f4ng xe, vui m\u1eebng \ud83d\udd25 \ud83d", "Cầu Trà thông xe, vui mừng 🔥 \ufffd"),
        ("> Hội chợ\n> mở cửa", "Hội chợ\nmở cửa"),
        ("> > Hội chợ\n>> mở cửa", "Hội chợ\nmở cửa"),
        ("1. Hội\n2. chợ\n\n3. mở\n4. cửa\n5. 4/2\n", "Hội\nchợ\n\nmở\ncửa\n4/2"),
        ("     9\tHội\n    10\t\n    11\tchợ\n    12\tmở\n    13\tcửa", "Hội\n\nchợ\nmở\ncửa"),
        ("- Hội\n- chợ\n- mở\n- cửa\n- ở xã", "Hội\nchợ\nmở\ncửa\nở xã"),
        ("» Hội\n» chợ\n» mở\n» cửa\n» ở xã", "Hội\nchợ\nmở\ncửa\nở xã"),
        ("[00:01:05] Hội\n[00:01] chợ\n[00:02] mở\n[1:03] cửa\n[1:04] ở xã", "Hội\nchợ\nmở\ncửa\nở xã"),
        ("Bộ\u200b trưởng\u200e Tạ\u00ad Kh\u2061a, Seung\u2011bae", "Bộ trưởng Tạ Kha, Seung-bae"),
        ("dòng một\r\r\ndòng hai\x0bdòng ba\x0cdòng bốn", "dòng một\ndòng hai\ndòng ba\ndòng bốn"),
    ],
)  # fmt: skip
def test_leftovers_are_put_as_the_reader_saw_them(written: str, shown: str) -> None:
    assert seen(written) == shown


@pytest.mark.parametrize(
    "text",
    [
        "Giá < 5 triệu và > 3 triệu",
        "Ông nói [b] là bê, [u] là u",
        "Tệp __init__.py và snake__case__name",
        "R&D; và AT&T; mua bán & sáp nhập",
        "#1 thế giới, #hoicho",
        "* Tin bài liên quan\n* Tin khác",
        "Khách sạn 5* và 4* ở 2*3",
        "Linh Tạ _Vân Kha",
        "Gửi về lo_van_en@xudoai.example.vn",
        "Lời một:\n> Cầu Trà thông xe\nLời hai",
        "1. Hội\n2. chợ\n3. mở",
        r"Tệp C:\u0111a\bao",
        "1. Hội\n2. chợ\n3. mở\nThế rồi\n4. cửa\n5. đóng",
        "1. Hội\n2. chợ\n2. mở\n3. cửa\n4. đóng\n5. hết",
        "5 người\n6 người\n7 người\n8 người\n9 người",
        "Hội chợ:\n- một\n- hai\n- ba\n- bốn",
        "[Cầu Trà thông xe sau hai năm](https://xudoai.vn/cau-tra)",
        "![Cầu Trà](a.jpg)",
        "* Ông Én [sic](xem chú thích)",
        "<Ảnh: TTXVN>",
        "Lam Trà\xa0họp",
        r"Tệp C:\nam\nhac\nha\nho.txt",
        "Ổ C:\\a\n" + r"C:\nam\nhac\nha\nho",
    ],
)
def test_what_only_looks_like_leftovers_stays(text: str) -> None:
    assert seen(text) == text


def marked(pattern: str, put: str) -> Callable[[str, random.Random], str]:
    return lambda text, dice: re.sub(pattern, put, text, flags=re.MULTILINE)


def sown(sign: str) -> Callable[[str, random.Random], str]:
    return lambda text, dice: "".join(c + sign * (c != "\n" and dice.random() < 0.05) for c in text)


def spaced(space: str) -> Callable[[str, random.Random], str]:
    return lambda text, dice: "".join(space if c == " " and dice.random() < 0.2 else c for c in text)


def misread(times: int) -> Callable[[str, random.Random], str]:
    def once(text: str) -> str:
        return "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in text.encode())

    def misread(text: str, dice: random.Random) -> str:
        for _ in range(times):
            text = once(text)
        return text

    return misread


OTHERWISE: dict[str, Callable[[str, random.Random], str]] = {
    "entities": lambda text, dice: "".join(f"&#{ord(c)};" if c > "\x7f" else c for c in html.escape(text)),
    "entities twice": lambda text, dice: html.escape(html.escape(text)),
    "breaks": marked(r"\n", "<br>"),
    "breaks and line ends": marked(r"$", "<br />"),
    "paragraphs below the title": marked(r"(?<=\n)(.*\S.*)$", r"<p>\1</p>"),
    "spans": marked(r"^(.*\S.*)$", r'<span style="color: red">\1</span>'),
    "bold": marked(r"^([^\s*|!].*[^\s*|])$", r"**\1**"),
    "italics": marked(r"^([^\s*|!].*[^\s*|])$", r"*\1*"),
    "links": marked(r"^(\S+ \S+) (\S+ \S+) (?=.{80})", r"\1 [\2](https://xudoai.example.vn/a-b-123.html) "),
    "escapes": marked(r"([-.()\[\]])", r"\\\1"),
    "breaks of Markdown": marked(r"(?<=.)\n", "\\\\\n"),
    "breaks spelled": marked(r"\n", r"\\n"),
    "soft hyphens": sown("\u00ad"),
    "zero width": sown("\u200b"),
    "marks of direction": sown("\u200f"),
    "no-break spaces": spaced("\u00a0"),
    "double spaces": marked(r"([,.;]) ", r"\1  "),
    "wide spaces": spaced("\u2003"),
    "tabs": marked(r"^(.*\S.*)$", "\t\\1\t"),
    "marks of shape": marked(r"(?<=\S)$", "\ufe0f"),
    "carriage returns twice": marked(r"\n", "\r\r\n"),
    "line separators": marked(r"\n", "\u2028"),
    "form feeds": marked(r"\n", "\x0c"),
    "a rule below the title": marked(r"\A(.+)\n", r"\1\n=======\n"),
    "marks of a forum": marked(r"^(.*\S.*)$", r"[font=Arial][b]\1[/b][/font]"),
    "quoted twice": marked(r"^", "> > "),
    "tones before other marks": lambda text, dice: "".join(map(tone_first, text)),
    "packed as for a letter": lambda text, dice: quopri.encodestring(text.encode()).decode(),
    "decomposed": lambda text, dice: unicodedata.normalize("NFD", text),
    "misread": misread(1),
    "misread twice": misread(2),
    "misread three times": misread(3),
}  # fmt: skip


def tone_first(char: str) -> str:
    letter, *marks = unicodedata.normalize("NFD", char)
    return "".join([letter, *reversed(marks)])


def told(article: ParsedArticle) -> object:
    """What was read, without where it stands, in one spelling."""
    page = article.structure
    found = (
        page.title, page.dek, page.section, page.published, page.dateline, page.byline, page.agencies,
        [paragraph.text for paragraph in page.paragraphs],
        [caption._replace(spans=()) for caption in page.captions],
        {person._replace(spans=(), role_spans=()) for person in article.people},
        {event._replace(spans=(), date_spans=()) for event in article.events},
    )  # fmt: skip
    return found


@pytest.mark.parametrize("how", OTHERWISE)
def test_a_story_written_otherwise_reads_the_same(how: str) -> None:
    dice = random.Random(how)
    # One in nine, and each by itself, so that a page more changes nothing for the others.
    for text in (story for story in STORIES if zlib.crc32((how + story).encode()) % 9 == 0):
        written = OTHERWISE[how](text, dice)
        assert told(parse(written.encode())) == told(parse(text.encode())), text


LONG = [text for text in STORIES if sum(len(line) > 200 for line in text.split("\n")) >= 3]


def apart(text: str, width: int = 0) -> str:
    """A blank line between the lines, which are wrapped at `width` letters."""
    lines = [line for line in text.split("\n") if line.strip()]
    return "\n\n".join(
        textwrap.fill(line, width, break_on_hyphens=False) if width else line for line in lines
    )


def test_a_whole_page_in_markdown_is_read_as_its_reader_saw_it() -> None:
    found = parse(MARKDOWN.encode()).structure
    assert found.title == "Lý Sao giải nghệ sau trận bán kết ở Đông Phú"
    assert (found.section, found.published) == ("Thể thao", "2023-05-20T12:37:00+07:00")
    assert found.byline == ("Hà Lam",)
    assert found.paragraphs[-1].text.startswith("Huấn luyện viên")
    assert not found.captions, "the house's name, and the title with a photo's number"


@pytest.mark.parametrize("width", [60, 72, 80, 100])
def test_a_hard_wrapped_story_reads_as_if_it_were_not(width: int) -> None:
    assert len(LONG) >= 6
    for text in LONG:
        assert told(parse(apart(text, width).encode())) == told(parse(apart(text).encode())), text


@pytest.mark.parametrize("first", ["", "    "])
def test_a_paragraph_begins_where_its_line_stands_otherwise_than_those_below(first: str) -> None:
    for text in LONG:
        lines = [line for line in text.split("\n") if line.strip()]
        below = "" if first else "  "
        wrapped = "\n".join(
            textwrap.fill(x, 72, initial_indent=first, subsequent_indent=below, break_on_hyphens=False)
            for x in lines
        )
        assert told(parse(wrapped.encode())) == told(parse("\n".join(lines).encode())), text


def test_short_lines_that_no_width_explains_stay_apart() -> None:
    """Verses go on in small letters, too."""
    verses = "Cầu Trà\n\nQua cầu ngả nón trông theo\ncầu bao nhiêu nhịp\nbấy nhiêu mái chèo\nqua sông mấy bến"
    rows = read_rows(verses)
    assert join_wrapped(rows, verses) == rows


def test_a_text_in_small_letters_has_its_title_and_its_paragraphs() -> None:
    text = (ROOT / "tests/pages/hard-wrapped-lines.txt").read_text(encoding="utf-8").partition("\n===\n")[0]
    page, usual = (parse(written.encode()).structure for written in (text.lower(), text))
    assert page.title == str(usual.title).lower()
    assert [p.text for p in page.paragraphs] == [p.text.lower() for p in usual.paragraphs]


@pytest.mark.parametrize("day", ["12/06/2019", "12-06-2019", "12–06–2019", "12.06.2019"])
def test_a_day_is_written_with_any_mark(day: str) -> None:
    text = f"Cầu Trà «hai nhịp» thông xe sau hai năm\n{day} 06:40\n\nSáng 4/2, xã Lâm Trà mở cầu cho người qua lại."
    page = parse(text.encode()).structure
    assert page.published == "2019-06-12T06:40:00+07:00"
    assert page.title == "Cầu Trà «hai nhịp» thông xe sau hai năm"


def test_words_are_known_with_i_for_y() -> None:
    story = "Kĩ sư Lí Văn Én, Giám đốc Công ti Chè Lam Trà, tiếp Đại sứ Hi Lạp Anna Ozola sáng 4/2 tại huyện Bến Đò."
    people = parse(f"Tin trong ngày của huyện\n\n{story}".encode()).people
    assert {(person.name, person.sure) for person in people} == {("Lí Văn Én", True), ("Anna Ozola", True)}


@pytest.mark.parametrize("spaces", [2, 3])
def test_blank_lines_below_every_line_part_nothing(spaces: int) -> None:
    for text in STORIES:
        assert told(parse(text.replace("\n", "\n" * spaces).encode())) == told(parse(text.encode())), text


def test_a_text_that_stands_twice_in_its_file_is_read_once() -> None:
    for text in LONG:
        assert told(parse(f"{text}\n\n{text}".encode())) == told(parse(text.encode())), text


def test_a_refrain_is_no_second_copy() -> None:
    line = "Xã Lâm Trà có ba thôn, mười hai xóm và hai bến đò qua sông."
    page = parse(f"{line}\nMột đoạn ở giữa nói về việc khác, dài hơn mười chữ.\n{line}".encode()).structure
    assert page.lines[-1].reason != "the whole text, printed again"


def test_every_span_of_an_oddly_spaced_story_is_of_its_words() -> None:
    """White space was once what kept a headline from being parted from its date."""
    title = "Trạm bơm\xa0Bến Đò  chạy lại sau hai tháng sửa chữa\t12/06/2019 06:40"
    page = parse(f"{title}\n\nSáng\xa04/2, bà Lò Thị Én mở  máy bơm.".encode()).structure
    assert page.title == "Trạm bơm Bến Đò chạy lại sau hai tháng sửa chữa"
    assert page.published == "2019-06-12T06:40:00+07:00"


@pytest.mark.parametrize(
    "unit",
    [
        "<p",
        "<b>",
        "<!--",
        "<script>",
        "[a](",
        "**a ",
        "*a",
        "_a ",
        "&amp;",
        "\\",
        "\\ ",
        "\\n",
        "> ",
        "# \n",
        "![",
        "<p> ",
        "<img ",
        "</p\n",
        "__a ",
        "[img]",
        "[/b][b=",
        "> >",
    ],
)
def test_leftovers_take_linear_time(unit: str) -> None:
    begun = time.process_time()
    as_seen(unit * (400_000 // len(unit)))
    assert time.process_time() - begun < 2
