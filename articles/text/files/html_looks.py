"""Whether a text is a web page, by how it begins: asked of every file, and no parser is needed for it."""

from itertools import islice

from articles.text import lazy_re as re

_LOOKS = re.compile(
    r"(?:\ufeff|\s+|<\?xml[^>]{0,200}\?>|<!--(?>.{0,2000}?-->)){0,20}+<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
_FRAGMENT = re.compile(
    r"\s*<(?:head|body|meta|title|main|article|section|header|div|h[1-6]|p|table|figure|center)\b[^<>]{0,2000}>",
    re.IGNORECASE,
)
_ENDS_A_BLOCK = re.compile(r"</(?:p|div|h[1-6]|section|article|main|td|li|head)>", re.IGNORECASE)
ENOUGH_BLOCKS = 3
"""A text without `<html>` that opens with a tag and ends so many blocks is the inside of a page."""


def is_html(text: str) -> bool:
    """Whether a text is a web page, or the inside of one, by how it begins."""
    if text[:200].lstrip("\ufeff \t\r\n")[:1] != "<":
        return False
    return _LOOKS.match(text[:5000]) is not None or _is_fragment(text.removeprefix("\ufeff"))


def _is_fragment(text: str) -> bool:
    if not _FRAGMENT.match(text):
        return False
    ends = islice(_ENDS_A_BLOCK.finditer(text), ENOUGH_BLOCKS)
    return sum(1 for _ in ends) == ENOUGH_BLOCKS
