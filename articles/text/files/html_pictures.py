"""A web page's pictures: which are photos, and how their captions are written down."""

from collections.abc import Mapping

from articles.text import lazy_re as re

_SMALL = 48
"""Pixels of a picture that is a sign beside words, at most."""
_NO_PHOTO = re.compile(r"avatar|author|logo|icon|emoji|banner|spacer|pixel|bullet", re.IGNORECASE)
"""In the class or the address of a picture that shows nothing of the story."""
_CENTRED = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
_CENTRED_CLASS = re.compile(r"(?:^|[\s-])(?:text-?align-?|text-?|align-?)center(?:$|\s)", re.IGNORECASE)
_CAPTION = range(2, 60)
"""Spaces in a caption."""


def is_photo(attributes: Mapping[str, str]) -> bool:
    """Whether a picture is large enough for a photo, and not called otherwise."""
    if any(0 < _pixels(attributes.get(side, "")) <= _SMALL for side in ("width", "height")):
        return False
    return not any(_NO_PHOTO.search(attributes.get(name, "")) for name in ("class", "src"))


def is_centred(attributes: Mapping[str, str]) -> bool:
    return (
        attributes.get("align", "").lower() == "center"
        or _CENTRED.search(attributes.get("style", "")) is not None
        or _CENTRED_CLASS.search(attributes.get("class", "")) is not None
    )


def may_be_caption(text: str, kind: str) -> bool:
    """Whether a line, by the tag that says what it is and by its words, may say what a photo shows."""
    return kind not in ("h1", "li") and text.count(" ") in _CAPTION and not text.isupper() and text[-1] != ":"


def _pixels(size: str) -> int:
    digits = size.strip().removesuffix("px")
    return int(digits) if digits.isdecimal() and len(digits) < 6 else 0


def framed(caption: str) -> str:
    """As Markdown writes a picture, so that the caption is known for one without a credit; empty for one of none."""
    if caption.startswith("!["):
        return caption
    return f"![{caption.translate({91: '(', 93: ')'})}](figure)"


class Table:
    """An open table: the number of its first line, and the cells in which its picture and its words stand."""

    __slots__ = ("_cell", "_picture", "_row", "_words", "first")

    def __init__(self, first: int) -> None:
        self.first = first
        self._row = self._cell = 0
        self._picture: tuple[int, int] | None = None
        self._words: set[tuple[int, int]] = set()

    def start(self, tag: str) -> None:
        if tag == "tr":
            self._row += 1
            self._cell = 0
        elif tag in ("td", "th"):
            self._cell += 1
        elif tag == "img":
            self._picture = self._row, self._cell

    def read(self) -> None:
        self._words.add((self._row, self._cell))

    def holds_photo(self) -> bool:
        """It shows a picture, and says nothing in a cell beside it, as tables do that lay out a page."""
        if self._picture is None:
            return False
        row = self._picture[0]
        return all(place == self._picture or place[0] != row for place in self._words)
