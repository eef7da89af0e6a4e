"""Bodies as the importer writes them pass the sanitiser by: that must be what it would have made of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.html import clean, from_body, from_paragraphs, plain_text, sanitise

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
