"""A sanitised body, with photos put in their places and the names of people made links."""

import html
import re
from html.parser import HTMLParser
from typing import Any

from django.utils.safestring import SafeString, mark_safe

_MARK = re.compile(r"(</?mark>)")
_VOID = {"br"}


class _Weaver(HTMLParser):
    """Repeats markup as it stands, block by block; only text outside links is looked at."""

    def __init__(self, people: dict[str, str]) -> None:
        super().__init__(convert_charrefs=False)
        self.blocks: list[str] = []
        self._people = people
        names = sorted(people, key=len, reverse=True)
        self._names = re.compile(rf"(?<!\w)({'|'.join(map(re.escape, names))})(?!\w)") if names else None
        self._parts: list[str] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self._parts.append(self.get_starttag_text() or "")
        if tag not in _VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self._parts.append(f"</{tag}>")
        if tag in self._open:
            while self._open.pop() != tag:
                pass
        if not self._open:
            self.flush()

    def handle_data(self, data: str) -> None:
        if self._names and "a" not in self._open:
            data = self._names.sub(self._link, data)
        self._parts.append(data)

    def handle_entityref(self, name: str) -> None:
        self._parts.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._parts.append(f"&#{name};")

    def flush(self) -> None:
        """The end of a block."""
        if block := "".join(self._parts).strip():
            self.blocks.append(block)
        self._parts = []

    def _link(self, found: re.Match[str]) -> str:
        return f'<a class="named" href="{html.escape(self._people[found[1]])}">{found[1]}</a>'


def weave(markup: str, *, people: list[dict[str, Any]], images: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The body as parts in reading order: `{"html": …}`, or `{"image": …}` after as many paragraphs as it says.

    `markup` is `body_html`, which the API guarantees sanitised; each of `people` has a `name` and an `href`.
    """
    weaver = _Weaver({person["name"]: person["href"] for person in people if person["name"]})
    weaver.feed(markup)
    weaver.close()
    weaver.flush()
    parts: list[dict[str, Any]] = []
    waiting = sorted(images, key=lambda image: image.get("after_paragraph") or 0)
    for number, block in enumerate(["", *weaver.blocks]):
        if block:
            parts.append({"html": mark_safe(block)})  # noqa: S308  (sanitised; see above)
        while waiting and (waiting[0].get("after_paragraph") or 0) <= number:
            parts.append({"image": waiting.pop(0)})
    return parts + [{"image": image} for image in waiting]


def marked(snippet: str) -> SafeString:
    """A search snippet with nothing but its `<mark>`s as markup: all else is read as text and escaped anew."""
    parts = _MARK.split(snippet)
    return mark_safe(  # noqa: S308
        "".join(part if _MARK.fullmatch(part) else html.escape(html.unescape(part)) for part in parts)
    )


def excerpt(text: str, length: int = 240) -> str:
    """The beginning of a text, cut at a word."""
    text = " ".join(text.split())
    return text if len(text) <= length else text[:length].rpartition(" ")[0].rstrip(" ,.;:") + " …"
