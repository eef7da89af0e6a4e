"""Body HTML as text in which everything shows that a reader would notice: for telling two versions apart."""

import html
from collections.abc import Callable

from articles.text import lazy_re as re

_TAG = re.compile(r"<(/?)(\w+)([^>]*)>")
_HREF = re.compile(r'href="([^"]*)"')
_GAPS = re.compile(r"\n\s*\n\s*")

_OPENING: dict[str, str] = {
    "h2": "## ", "h3": "### ", "h4": "#### ", "blockquote": "> ", "strong": "**", "b": "**", "em": "_", "i": "_",
}  # fmt: skip
_CLOSING: dict[str, str] = {
    "p": "\n\n", "h2": "\n\n", "h3": "\n\n", "h4": "\n\n", "blockquote": "\n\n", "li": "\n\n", "br": "\n",
    "strong": "**", "b": "**", "em": "_", "i": "_",
}  # fmt: skip


def readable(markup: str) -> str:
    """Sanitised HTML as text: links with their addresses, headings, quotes, lists and emphasis by common signs."""
    replace = _replacer()
    text = html.unescape(_TAG.sub(replace, markup))
    return _GAPS.sub("\n\n", text).strip()


def _replacer() -> Callable[[re.Match[str]], str]:
    """Remembers which lists and links are open."""
    lists: list[int | None] = []
    links: list[str] = []

    def replace(tag: re.Match[str]) -> str:
        closing, name, rest = tag.groups()
        if name in ("ul", "ol"):
            if closing:
                lists[-1:] = []
            else:
                lists.append(0 if name == "ol" else None)
            return ""
        if name == "a":
            if closing:
                return f" [{links.pop()}]" if links else ""
            found = _HREF.search(rest)
            links.append(found[1] if found else "")
            return ""
        if name == "li" and not closing:
            number = lists[-1] if lists else None
            if number is None:
                return "• "
            lists[-1] = number + 1
            return f"{number + 1}. "
        return (_CLOSING if closing or name == "br" else _OPENING).get(name, "")

    return replace
