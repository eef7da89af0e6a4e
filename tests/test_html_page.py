"""Web pages saved as files: what of them becomes text, and what hostile pages cost."""

import base64
import sys
import time
from email.message import EmailMessage

import pytest

from articles.text.files.decode import decode
from articles.text.files.html_looks import is_html
from articles.text.files.html_page import html_lines
from articles.text.files.mime import text_of
from articles.text.parse import parse
from articles.text.types import Unreadable
from tests.growth import growth

PAGE = """<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><title>Cầu Trà thông xe | Báo Xứ Đoài</title>
<meta property="article:published_time" content="2024-03-05T07:00:00Z">
<meta property="article:section" content="Thời sự"><script>var a = "<p>không</p>";</script>
<style>p { color: red }</style></head>
<body><nav><ul><li><a href="/">Trang chủ</a></li></ul></nav>
<header><div><a href="/">Báo Xứ Đoài</a></div></header>
<main><article><h1>Cầu Trà thông xe</h1><time datetime="2024-03-05T14:00:00+07:00">Hôm nay, 14:00</time>
<p>Sáng 5/3, cầu Trà dài <b>240 m</b> đã
   thông xe sau hai năm thi công.</p>
<figure><img src="a.jpg" alt="cau-tra.jpg">
<figcaption>Người dân đi qua cầu Trà ngày đầu. Ảnh: Hà Sơn</figcaption></figure>
<p>Ông Hà Văn Lộc, Chủ tịch UBND xã Lâm Trà, cho biết cầu nối hai bờ sông &amp; rút ngắn 12 km.</p>
<aside><p>Tin bên lề không thuộc bài báo này chút nào cả.</p></aside>
<p>Xã sẽ trồng cây hai bên đường dẫn trong tháng tới.</p>
</article></main>
<article><h2><a href="/x">Bài khác</a></h2><p>Tóm tắt của một bài khác ở trang này.</p></article>
<footer>© 2024 Báo Xứ Đoài</footer></body></html>"""


def test_a_saved_page_is_taken_apart() -> None:
    article = parse(PAGE.encode())
    found = article.structure
    assert article.text.split("\n")[:3] == ["Thời sự", "Cầu Trà thông xe", "2024-03-05T14:00:00+07:00"]
    assert (found.title, found.section, found.published) == (
        "Cầu Trà thông xe",
        "Thời sự",
        "2024-03-05T14:00:00+07:00",
    )
    assert [paragraph.text for paragraph in found.paragraphs] == [
        "Sáng 5/3, cầu Trà dài 240 m đã thông xe sau hai năm thi công.",
        "Ông Hà Văn Lộc, Chủ tịch UBND xã Lâm Trà, cho biết cầu nối hai bờ sông & rút ngắn 12 km.",
        "Xã sẽ trồng cây hai bên đường dẫn trong tháng tới.",
    ]
    assert [(photo.caption, photo.credit) for photo in found.captions] == [
        ("Người dân đi qua cầu Trà ngày đầu.", "Hà Sơn")
    ]
    assert [person.name for person in article.people] == ["Hà Văn Lộc"]


def test_a_figures_caption_is_one_without_any_credit() -> None:
    page = PAGE.replace(" Ảnh: Hà Sơn", "")
    assert [photo.caption for photo in parse(page.encode()).structure.captions] == [
        "Người dân đi qua cầu Trà ngày đầu."
    ]


def test_short_paragraphs_away_from_photos_are_no_captions() -> None:
    """A saved page shows where its photos stand; a sign before a line is none."""
    short = (
        "Đại diện Hợp tác xã Lam Khê vắng mặt tại buổi họp.",
        "Công ty Lam Khê là đơn vị thi công cầu Trà.",
        "Chủ tịch xã Hà Văn Lộc trao đổi với người dân Lam Khê tại buổi họp.",
    )
    answers = [
        "Người dân Lam Khê sau đó gửi đơn lên huyện, đề nghị làm rõ trách nhiệm của từng đơn vị trong hai năm "
        f"thi công cây cầu và trả lời trước tháng {month}."
        for month in (4, 5, 6)
    ]
    told = "".join(f"<p>{said}</p><p>{answer}</p>" for said, answer in zip(short, answers, strict=True))
    page = PAGE.replace("<p>Xã sẽ trồng", f"{told}<p>Xã sẽ trồng").replace(
        "<p>Đại diện", '<p><img src="b.gif" width="12" height="12">Đại diện'
    )
    found = parse(page.encode()).structure
    assert [photo.caption for photo in found.captions] == ["Người dân đi qua cầu Trà ngày đầu."]
    assert set(short) < {paragraph.text for paragraph in found.paragraphs}
    pictured = page.replace("<p>Công ty", "<p><img src='c.jpg' width='480px'></p><p>Công ty")
    assert [photo.caption for photo in parse(pictured.encode()).structure.captions][1:] == [short[1]]


def test_words_in_the_middle_right_below_a_photo_are_its_caption() -> None:
    said = "Xã sẽ trồng cây hai bên đường dẫn trong tháng tới."
    photo = '<p style="text-align: center"><img src="b.jpg"></p>'
    page = PAGE.replace(f"<p>{said}", f'{photo}<p style="text-align: center"><em>{said}</em>', 1)
    assert parse(page.encode()).structure.captions[-1].caption == said
    page = PAGE.replace(f"<p>{said}", f'<p align="center"><img src="b.jpg"><br>{said}', 1)
    assert parse(page.encode()).structure.captions[-1].caption == said
    for other in (f"{photo}<p>{said}", f'<p style="text-align: center">{said}'):
        page = PAGE.replace(f"<p>{said}", other, 1)
        assert parse(page.encode()).structure.paragraphs[-1].text == said


def test_the_summary_of_another_story_below_a_label_is_left_out() -> None:
    others = """<div><a href="/y"><img src="c.jpg"></a><h4>Tin liên quan</h4><a href="/y">Lam Khê mở chợ phiên</a>
        <div>Sáng 2/3, xã Lâm Trà mở phiên chợ đầu tiên bên cây cầu dài 240 m sắp thông xe.</div></div>"""
    page = PAGE.replace("<p>Xã sẽ trồng", f"{others}<p>Xã sẽ trồng", 1)
    told = [paragraph.text for paragraph in parse(PAGE.encode()).structure.paragraphs]
    assert [paragraph.text for paragraph in parse(page.encode()).structure.paragraphs] == told


def test_who_stands_between_a_dek_that_the_page_names_and_its_story_wrote_it() -> None:
    """Also where the headline reads like a caption, so that the dek was the story's beginning."""
    title = "Đoàn xã Lâm Trà dâng hoa, tưởng niệm các thợ cầu tại Lam Khê, Khe Lau (cũ)"
    dek = (
        "(XĐ)- Chủ tịch UBND xã Lâm Trà Hà Văn Lộc làm trưởng đoàn, đến dâng hoa, thắp hương tưởng niệm những thợ cầu "
        "đã mất trong trận lũ năm 1998, tại xã Lam Khê; Phó Chủ tịch Vi Kiên làm trưởng đoàn, đến dâng hoa, "
        "thắp hương tưởng niệm những thợ cầu tại nghĩa trang xã Khe Lau cũ."
    )
    lead = "Tại nghĩa trang, đoàn do ông Hà Văn Lộc làm trưởng đoàn đã dâng hoa, thắp hương tưởng niệm những thợ cầu."
    page = (
        PAGE.replace("Cầu Trà thông xe", title)
        .replace("</h1>", f'</h1><h2 class="sapo">{dek}</h2><div>HÀ SƠN - LAM KHÊ</div>', 1)
        .replace("<p>Sáng", f"<p>{lead}<p>Sáng", 1)
    )
    found = parse(page.encode()).structure
    assert (found.title, found.byline) == (title, ("Hà Sơn", "Lam Khê"))
    assert found.paragraphs[0].text == lead


def test_the_day_below_a_section_above_the_headline_is_the_pages() -> None:
    """Several are those of other stories."""
    head = '<div><a href="/x">{}</a><div>05/03/2024 14:00</div></div>'
    section = head.format("Tin hoạt động của các xã")
    page = in_json("{}").replace("<main><article>", f"<main><article>{section}", 1)
    assert parse(page.encode()).structure.published == "2024-03-05T14:00:00+07:00"
    others = section + head.format("Hội làng Lâm Trà năm nay")
    assert not parse(page.replace(section, others, 1).encode()).structure.published


def test_a_photo_above_a_line_in_small_letters_leaves_nothing_in_the_story() -> None:
    page = PAGE.replace("<p>Xã sẽ trồng", '<p><img src="b.jpg"></p><h4>tin liên quan</h4><p>Xã sẽ trồng', 1)
    told = [paragraph.text for paragraph in parse(PAGE.encode()).structure.paragraphs]
    assert [paragraph.text for paragraph in parse(page.encode()).structure.paragraphs] == told


def test_words_beside_a_picture_in_a_table_are_no_caption() -> None:
    said = "Xã sẽ trồng cây hai bên đường dẫn trong tháng tới."
    beside = PAGE.replace(f"<p>{said}", f"<table><tr><td><img src=b.jpg><td>{said}</table><p>", 1)
    assert parse(beside.encode()).structure.paragraphs[-1].text == said
    below = beside.replace("b.jpg><td>", "b.jpg><tr><td>", 1)
    assert parse(below.encode()).structure.captions[-1].caption == said


def test_pictures_of_other_boxes_are_no_captions() -> None:
    """Neither the house's slogan above the story nor what stands below a list of other stories."""

    def picture(words: str) -> str:
        return f"<table><tr><td><img src=b.jpg></td></tr><tr><td>{words}</td></tr></table>"

    slogan = picture("Nhiệt liệt chào mừng Đại hội Công đoàn huyện Lâm Trà !")
    others = f"<p>Tin đã đưa</p>{picture('Thác Khe Lau')}"
    page = PAGE.replace("<main>", f"{slogan}<main>", 1).replace("</article>", f"{others}</article>", 1)
    captions = parse(page.encode()).structure.captions
    assert [photo.caption.strip(".") for photo in captions] == ["Người dân đi qua cầu Trà ngày đầu"]


def test_the_day_of_a_post_may_be_a_link() -> None:
    day = '<ul><li itemprop="datePublished"><a href="/2024/03/05/"><span>05/03/2024</span></a></ul>'
    page = PAGE.replace('<meta property="article:published_time" content="2024-03-05T07:00:00Z">', "", 1)
    page = page.replace('<time datetime="2024-03-05T14:00:00+07:00">Hôm nay, 14:00</time>', day, 1)
    assert parse(page.encode()).structure.published == "2024-03-05"


def test_a_list_beside_a_picture_is_no_caption() -> None:
    items = "<ul><li>Chợ Bến Lam mở lại sau lũ</li></ul>"
    table = f"<table><tr><td><img src=b.jpg></td></tr><tr><td>{items}</td></tr></table>"
    page = PAGE.replace("</article>", f"{table}</article>", 1)
    assert "- Chợ Bến Lam mở lại sau lũ" in html_lines(page).split("\n")


def test_a_label_beside_a_picture_is_no_caption() -> None:
    table = "<table><tr><td><img src=b.jpg></td></tr><tr><td>Tin đã đưa</td></tr></table>"
    page = PAGE.replace("</article>", f"{table}</article>", 1)
    captions = parse(page.encode()).structure.captions
    assert "Tin đã đưa" not in [photo.caption for photo in captions]


def test_the_name_of_the_house_is_no_headline() -> None:
    """Which a page names as its title, and the headline is a heading of the second rank."""
    head = "<title>Quỹ Bảo vệ rừng tỉnh Lâm Trà</title>"
    story = "<p>Sáng 5/3, bốn xã ven sông đã nhận tiền giữ rừng của hai năm qua, nhiều hơn năm ngoái.</p>" * 2
    page = f"<html><head>{head}</head><body><h2>Bốn xã ven sông nhận tiền giữ rừng của hai năm</h2>{story}"
    structure = parse(page.encode()).structure
    assert (structure.title, structure.dek) == ("Bốn xã ven sông nhận tiền giữ rừng của hai năm", "")


ABOVE = (
    "<li>20-08-2021, 02:18:24</li>",
    '<h1 class="portlet-title"><span>Hội viên cấp trên cơ sở</span></h1>',
)


@pytest.mark.parametrize("above", ABOVE)
def test_a_heading_of_the_second_rank_is_the_headline_where_the_page_names_a_part_of_the_site(
    above: str,
) -> None:
    """In the title of the browser's window, or in a heading of the first rank; and a clock is not the story's day."""
    story = "<p>Sáng 5/3, bốn xã ven sông đã nhận tiền giữ rừng của hai năm qua, nhiều hơn năm ngoái.</p>" * 2
    headline = "<h2>Bốn xã ven sông nhận tiền giữ rừng của hai năm</h2><div>22/09/2021</div>"
    page = f"<html><head><title>Chi tiết Khám phá</title></head><body><ul>{above}</ul>{headline}{story}"
    structure = parse(page.encode()).structure
    assert (structure.title, structure.dek) == ("Bốn xã ven sông nhận tiền giữ rừng của hai năm", "")
    assert structure.published == "2021-09-22"


def test_a_heading_of_the_second_rank_below_the_lead_is_no_headline() -> None:
    lead = "<p>Sáng 5/3, bốn xã ven sông đã nhận tiền giữ rừng của hai năm qua, nhiều hơn năm ngoái.</p>"
    below = "<h2>Tiền về tới từng hộ giữ rừng</h2><p>Mỗi hộ nhận tiền tại nhà văn hóa xã và ký vào sổ.</p>"
    page = f"<html><head><title>Bốn xã ven sông nhận tiền giữ rừng</title></head><body>{lead}{below}"
    structure = parse(page.encode()).structure
    assert structure.title == "Bốn xã ven sông nhận tiền giữ rừng"
    assert structure.paragraphs[0].text.startswith("Sáng 5/3")


def test_a_table_of_one_picture_and_its_words_is_a_photo() -> None:
    table = "<table><tr><td><img src=b.jpg></td></tr><tr><td>Người dân đi bộ qua cầu Trà</td></tr></table>"
    page = PAGE.replace("</article>", f"{table}</article>", 1)
    assert "Người dân đi bộ qua cầu Trà" in [
        photo.caption for photo in parse(page.encode()).structure.captions
    ]


def test_words_in_a_tag_called_caption_are_a_photos() -> None:
    words = '<div class="PhotoCMS_Caption"><p>Người dân đi bộ <b>qua cầu</b> Trà</p></div>'
    page = PAGE.replace("</article>", f"{words}</article>", 1)
    assert "Người dân đi bộ qua cầu Trà" in [
        photo.caption for photo in parse(page.encode()).structure.captions
    ]


def test_a_form_around_the_whole_page_is_read_and_one_to_fill_in_is_not() -> None:
    plain = [paragraph.text for paragraph in parse(PAGE.encode()).structure.paragraphs]
    framed = PAGE.replace("<body>", '<body><form method="post" action="/">').replace(
        "</body>", "</form></body>"
    )
    assert [paragraph.text for paragraph in parse(framed.encode()).structure.paragraphs] == plain
    asked = "<form><p>Bạn đọc vui lòng để lại ý kiến của mình về cầu Trà ở ô bên dưới.</p></form>"
    page = PAGE.replace("</article>", f"{asked}</article>", 1)
    assert [paragraph.text for paragraph in parse(page.encode()).structure.paragraphs] == plain


BARE = """<html><head><title>Bến Lam có chợ mới | Báo Xứ Đoài</title></head><body>
<div><h1><a href="/">Báo Xứ Đoài</a></h1><p>Đăng nhập để đồng bộ gói dịch vụ vào tài khoản của bạn</p>
<ul><li>Đường dây nóng của tòa soạn</li><li>Hỗ trợ kỹ thuật</li></ul></div>
<figure><figcaption>Chợ Bến Lam sáng đầu tháng.</figcaption></figure>
<div>Thứ hai, 4/3/2024 - 08:15</div><h1>Bến Lam có chợ mới</h1>
<h2>Chợ rộng hai héc-ta, đủ chỗ cho ba trăm hộ buôn bán trong xã.</h2>
<div><p>Sáng 4/3, xã Bến Lam mở chợ mới bên bờ sông sau một năm xây dựng.</p>
<p>Ông Hà Văn Lộc, Chủ tịch UBND xã, cho biết tiền thuê chỗ năm đầu được giảm một nửa.</p></div></body></html>"""


@pytest.mark.parametrize("tag", ["h2", 'p class="article-sapo"', 'div class="Sapo cms"'])
def test_what_the_page_calls_its_dek_is_no_paragraph(tag: str) -> None:
    dek = "Chợ rộng hai héc-ta, đủ chỗ cho ba trăm hộ buôn bán trong xã."
    page = BARE.replace(f"<h2>{dek}</h2>", f"<{tag}>{dek}</{tag.split()[0]}>")
    found = parse(page.encode()).structure
    assert (found.dek, found.published) == (dek, "2024-03-04T08:15:00+07:00")
    assert [paragraph.text[:14] for paragraph in found.paragraphs] == ["Sáng 4/3, xã B", "Ông Hà Văn Lộc"]


def test_a_subhead_below_a_paragraph_is_no_dek() -> None:
    subhead = "Tiền thuê chỗ năm đầu được giảm một nửa cho các hộ trong xã"
    page = BARE.replace("<p>Ông Hà", f"<h2>{subhead}</h2><p>Ông Hà").replace("<h2>Chợ", "<p>Chợ")
    assert html_lines(page).split("\n")[2].startswith("Thứ hai")


TOP_OF_BARE = [
    "Bến Lam có chợ mới",
    "Chợ rộng hai héc-ta, đủ chỗ cho ba trăm hộ buôn bán trong xã.",
    "",
    "",
    "![Chợ Bến Lam sáng đầu tháng.](figure)",
    "Thứ hai, 4/3/2024 - 08:15",
    "Sáng 4/3, xã Bến Lam mở chợ mới bên bờ sông sau một năm xây dựng.",
]


def test_menus_above_the_headline_do_not_come_between_it_and_the_story() -> None:
    assert html_lines(BARE).split("\n") == [
        *TOP_OF_BARE,
        "Ông Hà Văn Lộc, Chủ tịch UBND xã, cho biết tiền thuê chỗ năm đầu được giảm một nửa.",
    ]


def test_what_stands_between_the_headline_and_the_element_of_the_story_is_kept() -> None:
    page = BARE.replace("<div><p>Sáng", "<article><p>Sáng").replace(
        "một nửa.</p></div>", "một nửa.</p></article>"
    )
    assert html_lines(page).split("\n")[:7] == TOP_OF_BARE


@pytest.mark.parametrize("element", ["div", "article", "main"])
def test_a_heading_below_the_story_cuts_nothing_off(element: str) -> None:
    page = BARE.replace("<h1>Bến Lam có chợ mới</h1>", "").replace(
        "</body>", "<h1>Cùng chuyên mục</h1></body>"
    )
    assert "Sáng 4/3, xã Bến Lam mở chợ mới bên bờ sông sau một năm xây dựng." in html_lines(page).split("\n")


def test_a_box_that_opens_with_another_pages_headline_is_a_teaser() -> None:
    plain = html_lines(PAGE)
    teaser = """<div><a href="/x"><img src="x.jpg"></a><div><h3><a href="/x">Xã Bến Lam mở chợ mới bên sông</a></h3>
    <p>Chợ mới đủ chỗ cho ba trăm hộ buôn bán của xã Bến Lam.</p></div></div>"""
    assert html_lines(PAGE.replace("</article>", f"{teaser}</article>", 1)) == plain
    link = '<div><p><a href="/x">Xã Bến Lam mở chợ mới bên sông</a></p>'
    kept = PAGE.replace("<p>Sáng 5/3", f"{link}<p>Sáng 5/3").replace("</article>", "</div></article>", 1)
    assert html_lines(kept) == plain


@pytest.mark.parametrize(
    "author",
    [
        '<div class="detail-author"><a href="#">Hà Sơn</a></div>',
        '<div><span><a href="/tac-gia/ha-son-12.htm">Hà Sơn</a></span></div>',
        '<div><a rel="author" href="#">Hà Sơn</a></div>',
    ],
)
def test_an_author_who_is_a_link_signs(author: str) -> None:
    page = PAGE.replace("<time", f"{author}<time")
    assert parse(page.encode()).structure.byline == ("Hà Sơn",)


@pytest.mark.parametrize(
    "attribute",
    [
        'style="width: 9px; display:none"',
        'style="visibility : hidden;"',
        'role="dialog"',
        'role="Navigation"',
        'id="cookie-law-info-bar"',
        'class="shown cookies_banner"',
        "hidden",
    ],
)
def test_what_readers_are_not_shown_with_the_story_is_left_out(attribute: str) -> None:
    box = f"<div {attribute}><div><p>Mời bạn đăng ký nhận bản tin của tòa soạn.</p></div></div>"
    assert html_lines(PAGE.replace("<p>Sáng 5/3", f"{box}<p>Sáng 5/3")) == html_lines(PAGE)


@pytest.mark.parametrize(
    ("tag", "attribute"),
    [
        ("body", 'style="display:none"'),
        ("body", 'class="cookie-banner-open"'),
        ("article", 'style="visibility: hidden"'),
        ("h1", 'style="text-align: left; content-display:none"'),
        ("h1", 'class="tag-cookie-banner"'),
        ("p", 'aria-hidden="true"'),
        ("p", 'role="text"'),
    ],
)
def test_what_only_waits_for_a_script_or_stands_below_an_open_box_is_kept(tag: str, attribute: str) -> None:
    assert html_lines(PAGE.replace(f"<{tag}>", f"<{tag} {attribute}>", 1)) == html_lines(PAGE)


def test_a_page_that_waits_whole_for_a_script_is_read() -> None:
    page = PAGE.replace("<body>", '<body><p hidden>Nước.</p><div style="display: none">')
    page = page.replace("</body>", "</div></body>")
    assert html_lines(page) == html_lines(PAGE)


def in_json(script: str) -> str:
    """The page, whose head says nothing but what the script says."""
    silent = "\n".join(line for line in PAGE.split("\n") if not line.startswith("<meta property"))
    silent = silent.replace('<time datetime="2024-03-05T14:00:00+07:00">Hôm nay, 14:00</time>', "")
    return silent.replace("</head>", f'<script type="application/ld+json">{script}</script></head>')


STORY = '{"@type": "NewsArticle", "datePublished": "2024-03-05T07:00:00Z", "articleSection": "Thời sự"}'


@pytest.mark.parametrize(
    "script",
    [
        STORY,
        f"\n[{STORY}, {STORY}];",
        f'{{"@graph": [{{"@type": "WebSite", "datePublished": "2001-01-01"}}, {STORY}]}}',
        STORY.replace('"NewsArticle"', '["Article", "Thing"]'),
        STORY.replace("Thời sự", "Thời sự\n"),
        STORY.replace("07:00:00Z", "14:00:00.000 +07:00"),
    ],
)
def test_day_and_section_are_taken_from_the_records_of_the_page(script: str) -> None:
    assert html_lines(in_json(script)) == html_lines(PAGE)


@pytest.mark.parametrize(
    "script",
    [
        f"[{STORY}, {STORY.replace('03-05', '03-06').replace('Thời sự', 'Xã hội')}]",
        f'{{"@type": "ItemList", "itemListElement": [{STORY}]}}',
        STORY[:-1],
        '{"@type": "Report", "articleSection": "Kinh doanh, Tài chính"}',
        '{"@type": "NewsArticle", "datePublished": ["2024"], "articleSection": {"a": 1}}',
        "[" * 100_000,
        '"2024-03-05"',
        "[null, 1]",
    ],
)
def test_records_of_other_pages_and_broken_ones_say_nothing(script: str) -> None:
    assert html_lines(in_json(script)) == html_lines(in_json("{}"))


def test_quotation_marks_in_a_headline_do_not_cost_a_page_its_day() -> None:
    script = STORY.replace("{", '{"headline": ""Cầu Trà" thông xe", ')
    assert parse(in_json(script).encode()).structure.published == "2024-03-05T14:00:00+07:00"
    two = STORY.replace("}", ', "comment": {"datePublished": "2024-03-09"}}')
    assert (
        parse(in_json(two.replace("{", '{"headline": ""Cầu Trà"", ', 1)).encode()).structure.published is None
    )


def test_a_day_that_an_element_states_for_programs_is_the_pages() -> None:
    stated = '<abbr itemprop="datePublished" title="2024-03-05T07:00:00Z">thứ Ba</abbr>'
    page = in_json("{}").replace("</h1>", f"</h1>{stated}", 1)
    assert parse(page.encode()).structure.published == "2024-03-05T14:00:00+07:00"


def test_when_a_page_was_changed_is_not_when_it_came_out() -> None:
    changed = '<time itemprop="dateModified" datetime="2024-04-09T08:00:00+07:00"></time>'
    assert html_lines(in_json("{}").replace("</h1>", f"</h1>{changed}", 1)) == html_lines(in_json("{}"))


def test_a_page_without_a_headline_has_that_of_its_title() -> None:
    page = PAGE.replace("<h1>Cầu Trà thông xe</h1>", "")
    assert parse(page.encode()).structure.title == "Cầu Trà thông xe"


def test_a_page_of_tag_soup_is_read() -> None:
    page = "<html><body><h1>Cầu Trà thông xe<p>Sáng 5/3, cầu Trà đã thông xe.<br>Xã mở hội hai ngày.<div>Hết.</body>"
    assert html_lines(page).split("\n") == [
        "Cầu Trà thông xe",
        "Sáng 5/3, cầu Trà đã thông xe.",
        "Xã mở hội hai ngày.",
        "Hết.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "<html><p>a",
        "\ufeff <!doctype HTML><p>a",
        "<?xml version='1.0'?>\n<!-- b --><!DOCTYPE html PUBLIC '-'>",
        "<HTML lang=vi>",
        "<h1>a</h1>\n<div class='x'><p>b</p><p>c</p>",
        "\ufeff<meta charset=utf-8><p>a</p><p>b</p><p>c</p>",
    ],
)
def test_a_page_is_known_by_its_beginning(text: str) -> None:
    assert is_html(text)


@pytest.mark.parametrize(
    "text", ["<p>a</p>", "Thẻ <html> mở đầu một trang web.", "", "<htmlx>", "<-- html -->"]
)
def test_a_text_about_html_is_none(text: str) -> None:
    assert not is_html(text)


def test_a_page_saved_as_one_file_with_its_pictures_is_taken_out_of_its_envelope() -> None:
    message = EmailMessage()
    message["Subject"] = "Trang"
    message["MIME-Version"] = "1.0"
    message.set_content(PAGE, subtype="html", cte="quoted-printable")
    message.make_related()
    message.add_related(b"GIF89a", "image", "gif")
    assert decode(message.as_bytes()).text == decode(PAGE.encode()).text


def test_a_page_behind_more_parts_than_a_page_has_is_not_looked_for() -> None:
    head, page = (
        b"MIME-Version: 1.0\nContent-Type: multipart/related;\n\n",
        b"--b\nContent-Type: text/html\n\n<p>a",
    )
    assert text_of(head + b"--b\n\nx\n" * 10 + page) == b"<p>a"
    with pytest.raises(Unreadable, match="no text was found"):
        text_of(head + b"--b\n\nx\n" * 2000 + page)


def test_envelopes_in_envelopes_are_no_page() -> None:
    opened = "".join(f'--{n}\nContent-Type: multipart/related; boundary="{n + 1}"\n\n' for n in range(3000))
    data = f'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="0"\n\n{opened}'.encode()
    with pytest.raises(Unreadable, match="no text was found"):
        text_of(data)


LETTER = [
    "Cầu Trà thông xe sau hai năm thi công",
    "Sáng 5/3, cầu Trà dài 240 m đã thông xe sau hai năm thi công, nối hai bờ sông của xã Lâm Trà.",
    "Xã sẽ trồng cây hai bên đường dẫn trong tháng tới.",
]


def letter(encoding: str, *, pages: str = "") -> bytes:
    message = EmailMessage()
    message["From"] = "Tòa soạn <toasoan@xudoai.example.vn>"
    message["To"] = "bientap@xudoai.example.vn"
    message["Subject"] = "Bài cho số ngày mai"
    message["Date"] = "Wed, 06 Mar 2024 06:40:00 +0700"
    for number in range(40):
        message["X-Way"] = f"by mx{number}.xudoai.example.vn (Postfix) with ESMTPS id {'4f' * 30}"
    if pages != "alone":
        message.set_content("\n\n".join(LETTER), cte=encoding)
    if pages:
        page = f"<html><body><h1>{LETTER[0]}</h1>{''.join(f'<p>{line}</p>' for line in LETTER[1:])}</body></html>"
        message.add_alternative(page, subtype="html", cte=encoding)
    message.add_attachment("Ảnh 1: cầu Trà", filename="ghi-chu.txt")
    return bytes(message)


@pytest.mark.parametrize("encoding", ["8bit", "quoted-printable", "base64"])
@pytest.mark.parametrize("pages", ["", "beside", "alone"])
def test_a_letter_is_its_text(encoding: str, pages: str) -> None:
    found = parse(letter(encoding, pages=pages)).structure
    assert (found.title, found.published) == (LETTER[0], None)
    assert [paragraph.text for paragraph in found.paragraphs] == LETTER[1:]


def test_a_letter_without_parts_is_its_text() -> None:
    head = b"From: a@xudoai.example.vn\r\nSubject: =?utf-8?b?QsOgaQ==?=\r\n =?utf-8?b?QsOgaQ==?=\r\n"
    assert text_of(head + b"\r\nC\xe1\xba\xa7u Tr\xc3\xa0") == "Cầu Trà".encode()
    packed = head + b"Content-Type: text/plain\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n=C3=A0"
    assert text_of(packed) == "à".encode()


@pytest.mark.parametrize("cut", range(1, 9))
def test_a_packed_letter_that_was_cut_short_is_read_up_to_there(cut: int) -> None:
    text = "Cầu Trà thông xe sau hai năm".encode()
    head = b"From: a@xudoai.example.vn\nSubject: x\nContent-Transfer-Encoding: base64\n\n"
    found = text_of(head + base64.encodebytes(text)[:-cut])
    assert found is not None
    assert text.startswith(found)
    assert len(text) - len(found) <= cut + 2  # The last three letters come as one group.


def attached(what: bytes, kind: str, *, said: str | None = None, page: str = "") -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"] = "a@xudoai.example.vn", "Bài"
    if said is not None:
        message.set_content(said)
    if page:
        message.add_alternative(page, subtype="html")
    main, _, sub = kind.partition("/")
    message.add_attachment(what, maintype=main, subtype=sub, filename="bai")
    return bytes(message)


def test_an_empty_part_and_what_is_attached_are_no_text_of_a_letter_that_has_another() -> None:
    page = attached(b"Anh", "text/plain", said=" \n", page="<html><body><p>Cầu Trà</p></body></html>")
    assert b"C\xe1\xba\xa7u Tr\xc3\xa0" in (text_of(page) or b"")
    assert text_of(attached(LETTER[1].encode(), "text/plain")) == LETTER[1].encode()


@pytest.mark.parametrize("said", [None, "\n"])
def test_a_letter_without_a_text_is_refused_with_the_cure(said: str | None) -> None:
    with pytest.raises(Unreadable, match="no text was found"):
        parse(attached(b"%PDF" * 200, "application/pdf", said=said))


@pytest.mark.parametrize(
    "text",
    [
        "Lam Trà: cầu đã thông xe\n\nSáng 5/3, cầu mở.",
        "Subject: chủ đề của phim\n\nPhim mở đầu bằng một bức thư.",
        "From: ông Hà Văn Lộc\nkể lại rằng\nSubject: thư\n\nCầu Trà.",
        "MIME-Version: 1.0\nkhông phải thư\n\nCầu Trà.",
        "From: a\nSubject: b",
    ],
)
def test_what_only_begins_like_a_letter_stays(text: str) -> None:
    assert text_of(text.encode()) is None


def test_without_the_library_a_page_is_refused_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "lxml", None)
    with pytest.raises(Unreadable, match=r"django-newsroom\[html\]"):
        decode(PAGE.encode())


def test_a_page_without_text_is_refused() -> None:
    with pytest.raises(Unreadable, match="without any text"):
        decode(b"<!doctype html><html><body><script>render()</script></body></html>")


def hostile(size: int) -> dict[str, str]:
    return {
        "nested": "<div>" * size + "Nước." + "</div>" * size,
        "unclosed": "<p><b><i>" * size,
        "attribute": f'<p class="{"a" * size * 20}">Nước.</p>',
        "attributes": "<p " + " ".join(f"a{n}=1" for n in range(size)) + ">Nước.</p>",
        "comment": "<!--" * size,
        "bracket": "<" * size * 10,
        "entities": "&amp;" * size,
        "declarations": "<![CDATA[" * size,
        "script": f'<script type="application/ld+json">{"[" * size}{"a" * size * 20}</script>',
        "scripts": '<script type="application/ld+json">[{"@type": "Article"}]</script>' * size,
        "style": f'<p style="{";display " * size}">Nước.</p>',
        "hidden": "<aside>" * size + "</aside>" * size + "<p>Nước.</p>",
    }


@pytest.mark.parametrize("opening", ["<!---->", "<!--a-->\n", "<!--", "<?xml", " \n", "<!--a-->b"])
def test_a_beginning_like_a_pages_costs_no_more_than_its_length(opening: str) -> None:
    begin = time.process_time()
    decode((opening * 100_000 + "Cầu Trà thông xe.").encode())
    assert time.process_time() - begin < 3


@pytest.mark.parametrize("name", hostile(1))
def test_a_hostile_page_costs_what_its_length_costs(name: str) -> None:
    def seconds(size: int) -> float:
        page = f"<html><body><p>Cầu Trà đã thông xe.</p>{hostile(size)[name]}</body></html>"
        begin = time.process_time()
        assert html_lines(page).startswith("Cầu Trà đã thông xe.")
        return time.process_time() - begin

    seconds(100)
    assert seconds(40_000) < 10 * max(seconds(10_000), 0.02)


def test_a_headline_that_stands_in_json_ld_alone_is_found() -> None:
    record = (
        '{"@type": "NewsArticle", "headline": "Cầu Trà thông xe &amp; mở chợ", "datePublished": "2024-03-05"}'
    )
    page = f"""<html><head><title>Báo Xứ Đoài</title><script type="application/ld+json">{record}</script></head>
        <body><div>Cầu Trà thông xe &amp; mở chợ</div><p>Sáng 5/3, cầu Trà dài 240 m đã thông xe sau hai năm.</p>
        <p>Xã sẽ trồng cây hai bên đường dẫn trong tháng tới.</p></body></html>"""
    for text in (page, page.replace("<div>Cầu Trà thông xe &amp; mở chợ</div>", "")):
        found = parse(text.encode()).structure
        assert (found.title, found.published) == ("Cầu Trà thông xe & mở chợ", "2024-03-05")
        assert found.paragraphs[0].text.startswith("Sáng 5/3")


def test_what_an_amp_page_shows_beside_its_story_or_instead_is_left_out() -> None:
    page = """<!doctype html><html ⚡><head><title>Cầu Trà thông xe</title></head><body>
        <amp-sidebar><ul><li>Đăng nhập tài khoản của bạn đọc</li></ul></amp-sidebar><h1>Cầu Trà thông xe</h1>
        <p>Sáng 5/3, cầu Trà dài 240 m đã thông xe sau hai năm.</p>
        <amp-ad><div>Quảng cáo đang tải về, vui lòng chờ.</div></amp-ad>
        <amp-youtube><p placeholder>Video đang tải về, vui lòng chờ.</p></amp-youtube>
        <p>Xã sẽ trồng cây hai bên đường dẫn trong tháng tới.</p>
        <div contenteditable placeholder="Ý kiến"><p>Lam Hương</p></div>
        <amp-list><div fallback>Không tải được tin khác.</div></amp-list><amp-consent>Trang dùng cookie.</amp-consent>
        </body></html>"""
    assert html_lines(page).split("\n") == [
        "Cầu Trà thông xe",
        "Sáng 5/3, cầu Trà dài 240 m đã thông xe sau hai năm.",
        "Xã sẽ trồng cây hai bên đường dẫn trong tháng tới.",
        "Lam Hương",
    ]


def test_a_text_that_stands_in_json_ld_alone_is_read() -> None:
    body = "Sáng 5/3, cầu Trà dài 240 m đã thông xe sau hai năm.\\nXã sẽ trồng cây hai bên đường trong tháng tới."
    record = f'{{"@type": "NewsArticle", "headline": "Cầu Trà thông xe", "articleBody": "{body}"}}'
    page = f"""<html><head><script type="application/ld+json">{record}</script></head>
        <body><div id="app"></div><div>Đang tải</div></body></html>"""
    found = parse(page.encode()).structure
    assert found.title == "Cầu Trà thông xe"
    assert [paragraph.text for paragraph in found.paragraphs] == body.split("\\n")
    shown = page.replace(
        "Đang tải", "<p>Cầu Trà dài 240 m đã thông xe sau hai năm, bà con hai bờ sông mừng vui.</p>"
    )
    assert "bà con hai bờ sông" in html_lines(shown)


def test_headlines_of_several_stories_in_json_ld_are_none() -> None:
    records = '[{"@type": "NewsArticle", "headline": "Một"}, {"@type": "NewsArticle", "headline": "Hai"}]'
    page = f"""<html><head><title>Cầu Trà thông xe | Xứ Đoài</title>
        <script type="application/ld+json">{records}</script></head>
        <body><p>Sáng 5/3, cầu Trà dài 240 m đã thông xe sau hai năm.</p></body></html>"""
    assert html_lines(page).startswith("Cầu Trà thông xe\n")


BESIDE = '<div class="related-news"><p>Xã Lam Khê mở thêm hai lớp dạy bơi cho trẻ dịp hè này.</p></div>'


def test_a_box_that_its_name_says_stands_beside_the_story_is_left_out() -> None:
    for name in ('class="related-news"', 'id="sidebar"', 'class="box comments"'):
        page = PAGE.replace(
            "</article></main>", BESIDE.replace('class="related-news"', name) + "</article></main>"
        )
        assert "dạy bơi" not in html_lines(page)
        assert "Xã sẽ trồng cây" in html_lines(page)


def test_a_name_like_that_around_the_whole_story_says_nothing() -> None:
    page = PAGE.replace("<main>", '<div class="page has-sidebar"><main>').replace("</main>", "</main></div>")
    assert html_lines(page) == html_lines(PAGE)
    inner = page.replace("</article></main>", BESIDE + "</article></main>")
    assert html_lines(inner) == html_lines(PAGE)
    boxed = PAGE.replace("<p>", '<div class="tags"><p>').replace("</p>", "</p></div>")
    assert "Sáng 5/3, cầu Trà" in html_lines(boxed)
    assert "Xã sẽ trồng cây" in html_lines(boxed)


def test_boxes_within_boxes_beside_the_story_are_read_in_linear_time() -> None:
    assert growth(lambda size: html_lines("<html><body>" + "<div class=menu>Cầu Trà" * size), 100) < 6


def test_a_box_beside_the_story_is_left_out_with_the_boxes_in_it() -> None:
    inner = BESIDE.replace("related-news", "menu").replace("Xã Lam Khê", "Huyện")
    page = PAGE.replace("</article></main>", BESIDE.replace("</div>", inner + "</div>") + "</article></main>")
    assert html_lines(page) == html_lines(PAGE)


@pytest.mark.parametrize("title", ["Giá vàng 5/3", "Cầu Trà thông xe sau hai năm thi công"])
@pytest.mark.parametrize("section", ["Kinh tế số và chuyển đổi xanh", "Xe 360"])
def test_what_a_page_itself_names_as_headline_dek_and_section_is_that(title: str, section: str) -> None:
    dek = "Sáng 5/3, cầu Trà được thông xe, theo Sở Giao thông Vận tải Lâm Trà."
    story = [
        "Sáng 5/3, cầu Trà dài 240 m đã thông xe sau hai năm thi công.",
        "Xã sẽ trồng cây hai bên đường dẫn.",
    ]
    page = (
        f"<!doctype html><html><head><title>{title} - Báo Xứ Đoài</title>"
        f"<meta property='article:section' content='{section}'></head><body><article><h1>{title}</h1>"
        f"<p class='sapo'>{dek}</p>{''.join(f'<p>{said}</p>' for said in story)}</article></body></html>"
    )
    found = parse(page.encode()).structure
    assert (found.title, found.dek, found.section) == (title, dek, section)
    assert [paragraph.text for paragraph in found.paragraphs] == story
