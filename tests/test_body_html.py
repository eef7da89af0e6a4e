"""Bodies as the importer writes them pass the sanitiser by: that must be what it would have made of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.html import clean, from_body, from_paragraphs, plain_text, sanitise
from articles.text.nesting import DEEPEST, is_deep
from tests.growth import grows_with_size

# Of what the two could differ in: markup, entities, spaces of all kinds, and what no text should hold.
PIECES = [
    "a",
    "đ",
    " ",
    "\n",
    "\r",
    "\t",
    "\xa0",
    "\u2028",
    "\ufeff",
    "\x0b",
    "\x00",
    "&",
    ";",
    "amp",
    "&nbsp;",
    "&lt;",
]
PIECES += ["<", ">", "<p>", "</p>", "<br>", "</p>\n<p>", "<b>", "'", '"', "&#160;", "&amp;"]
markup = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)


@given(st.lists(markup, min_size=1, max_size=3))
def test_paragraphs_come_out_as_the_sanitiser_makes_them(texts: list[str]) -> None:
    body = from_paragraphs(texts)
    assert sanitise(body) == clean(body)


@given(markup)
def test_markup_comes_out_as_the_sanitiser_makes_it(text: str) -> None:
    assert sanitise(f"<p>{text}</p>") == clean(f"<p>{text}</p>")


def test_half_of_a_surrogate_pair_is_refused_as_ever() -> None:
    with pytest.raises(UnicodeEncodeError):
        sanitise("<p>\ud800</p>")


def test_blank_lines_part_paragraphs_whatever_stands_in_them() -> None:
    assert from_body("Một\n \t\nHai \n\n\n Ba") == "<p>Một</p>\n<p>Hai</p>\n<p>Ba</p>"
    assert plain_text("<p>Một</p>\n<p> Hai\n \nBa </p>") == "Một\n\nHai\n\nBa"


A = '<a href="https://a.example/" rel="noopener noreferrer">'


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        (
            "<table><tr><th>Đoàn</th><th><p>Vàng</p></th></tr>\n\n<tr><td>Hà Nội</td><td> </td>"
            "<td><b>12</b></td></tr></table>",
            "<p>Đoàn | Vàng</p>\n<p>Hà Nội | <b>12</b></p>",
        ),
        ("<table><tr><td><p>Một.</p><p>Hai.</p></td><td>Ba.</td></tr></table>", "<p>Một.</p>\n<p>Hai.</p>\n<p>Ba.</p>"),
        ("<table><tr><td><table><tr><td>Một</td></tr></table></td><td>Hai</td></tr></table>", "<p>Một</p>\n<p>Hai</p>"),
        ("<h1>Đầu đề</h1>Một.<h6>Phần</h6>", "<h2>Đầu đề</h2>\n<p>Một.</p>\n<h4>Phần</h4>"),
        ("<div>Một.</div><div>Hai.<pre>Ba.</pre></div>Bốn.", "<p>Một.</p>\n<p>Hai.</p>\n<p>Ba.</p>\n<p>Bốn.</p>"),
        ("<a href='https://a.example/'><i><div>Một.</div></i></a>", f"<p>{A}<i>Một.</i></a></p>"),
        ("<h1><b></b></h1><b><div>Một.</div>Hai.</b>", "<p><b>Một.</b></p>\n<p><b>Hai.</b></p>"),
        ("<nav id='x'><p>Một</p><ul><li><div>Hai</div></li></ul></nav>", "<p>Một</p>\n<ul><li><p>Hai</p></li></ul>"),
    ],
    ids=[
        "a table", "a table for layout", "tables in a table", "headings", "divisions", "a link", "marks",
        "blocks that it may hold",
    ],
)  # fmt: skip
def test_blocks_that_a_body_cannot_hold_leave_their_words_apart(sent: str, kept: str) -> None:
    assert from_body(sent) == kept


FOREIGN = ["a", "&nbsp;", "\n\n", "<table>", "<tr>", "<td>", "</td>", "<th title='>'>", "</table>"]
FOREIGN += ["<h1>", "</h1>", "<h5 lang=vi>", "<div>", "</div>", "<hr>"]
FOREIGN += ["<p>", "</p>", "<br>", "<b>", "</b>", "<a href=/>", "</a>", "<ul>", "<li>", "</ul>"]


@given(st.lists(st.sampled_from(FOREIGN), max_size=16).map("".join))
def test_what_became_of_them_is_left_alone(markup: str) -> None:
    body = sanitise(markup)
    assert sanitise(body) == body


NESTED = [
    "<ul><li>", "<li><dl>", "<table><tr><td>", "<b><p>", "<unknown>", "<UL>", "<ul\n>", "<ul class='a'>",
    # What does not end the list, however it reads.
    "<ul><!--</ul>-->", "<ul><br title='></ul>'>", "<ul><!</ul>", "<ul></ ul>",
    "<ul><table><td></ul></table>", "<ul><svg><![CDATA[></svg></ul>]]></svg>", "<ul><style></ul></style>",
    "<ul><textarea></ul></textarea>", "<ul><script><!--</script><!--</ul>-->", "<math><mi><p></mi></math>",
]  # fmt: skip
FLAT = [
    "<p>a", "<ul><li>a<li>b</ul>", "<p><b>a</b><br>", "<table><tr><td>a<td>b</table>", "<!-- <ul> --><p>a</p>",
    "<!-- wp:paragraph --><p>a</p><!-- /wp:paragraph -->", '<a title="<ul>">a</a>', "a < b <", "<img><hr/>",
    "<!DOCTYPE html><?xml?><blockquote>a</blockquote >",
]  # fmt: skip


@pytest.mark.parametrize("unit", NESTED)
def test_markup_nested_deeply_keeps_its_words_and_is_not_parsed(unit: str) -> None:
    assert is_deep(unit * (DEEPEST + 1))
    assert grows_with_size(lambda size: from_body(f"<p>Một</p>{unit}" * size), 4_000)
    assert (
        from_body(f"<p>Một &lt;</p><p>hai</p>{'<ul><li>' * 32_000}ba")
        == "<p>Một &lt;</p>\n<p>hai</p>\n<p>ba</p>"
    )


@pytest.mark.parametrize("unit", FLAT)
def test_much_markup_that_is_not_nested_is_not_called_deep(unit: str) -> None:
    assert not is_deep(unit * 3 * DEEPEST)


@pytest.mark.parametrize("unit", ["<b a='", "<!--", "<", "<a ", "<a b=", "</", "<![CDATA["])
def test_the_depth_of_markup_is_told_in_linear_time(unit: str) -> None:
    assert grows_with_size(lambda size: is_deep(f"<ul></ul>{unit}" * size), 4_000)
