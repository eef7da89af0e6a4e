"""Blocks that a body cannot hold, such as tables and headings of the first rank: their words stay apart in blocks that
it can hold. A row of a table is a line, as where one is pasted into the editor."""

from collections.abc import Callable, Set

from articles.text import lazy_re as re

_HEADINGS = {"h1": "h2", "h5": "h4", "h6": "h4"}
_TABLE = {"table", "thead", "tbody", "tfoot", "tr", "td", "th"}
_OTHER = {
    "address", "article", "aside", "caption", "center", "dd", "details", "div", "dl", "dt", "figcaption", "figure",
    "footer", "header", "hr", "main", "nav", "pre", "section", "summary",
}  # fmt: skip
_ALL = {*_HEADINGS, *_TABLE, *_OTHER}
FOREIGN = re.compile(rf"</?(?:{'|'.join(sorted(_ALL))})\b", re.IGNORECASE)

# Of markup as the sanitiser writes it.
_BLOCK = "(?:p|h[2-4]|ul|ol|blockquote|table)"
_HEADING = re.compile(r"(</?)(h[156])(?=[ >])")
_EDGE = re.compile(rf"</?(?:{'|'.join(sorted(_OTHER))})(?: [^<>]*)?>")
_SPACE = re.compile(r"[ \t\n\r\f]+")
_EMPTY = re.compile(r"<(p|h[2-4])(?: [^<>]*)?>(?: |</?(?:a|b|em|i|strong)(?: [^<>]*)?>)*+</\1>")
_EMPTY_CELL = re.compile(r"<t[dh](?: [^<>]*)?>(?: |&nbsp;|<br>)*+</t[dh]>")
_ONE_PARAGRAPH = re.compile(r"(<t[dh](?: [^<>]*)?>) ?<p(?: [^<>]*)?>((?:[^<]|<(?!/p>))*+)</p> ?(?=</t[dh]>)")
_BETWEEN = re.compile(rf"(</{_BLOCK}>)? ?</t[dh]> ?<t[dh](?: [^<>]*)?> ?(?=(<{_BLOCK}[ >])?)")
_END = re.compile(rf"</{_BLOCK}>")
_PART = re.compile(rf"</?(?:{'|'.join(sorted(_TABLE))})(?: [^<>]*)?>")


def in_known_blocks(markup: str, clean: Callable[[str, Set[str]], str]) -> str:
    """`markup` without such blocks. `clean` sanitises, and leaves those blocks that are named besides.

    Wherever a block begins or ends a paragraph is opened: the sanitiser's parser closes it at the next block, and those
    that hold no words go, with the links and marks around a block that it leaves open in them.
    """
    markup = _HEADING.sub(lambda tag: tag[1] + _HEADINGS[tag[2]], clean(markup, _ALL))
    markup = clean(_EDGE.sub("<p>", _SPACE.sub(" ", markup)), _TABLE)
    markup = _EMPTY_CELL.sub("", _EMPTY.sub("", markup))
    markup = _BETWEEN.sub(_parted, _ONE_PARAGRAPH.sub(r"\1\2", markup))
    markup = "<p>" + _END.sub(r"\g<0><p>", _PART.sub("<p>", markup))
    return _EMPTY.sub("", clean(markup, set()))


def _parted(between: re.Match[str]) -> str:
    """Two cells share a line, unless one of them holds blocks."""
    before, after = between.groups()
    return f"{before or ''}<p>" if before or after else " | "
