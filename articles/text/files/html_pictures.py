"""A web page's pictures: which are photos, and how their captions are written down."""

from collections.abc import Mapping

from articles.text import lazy_re as re

_SMALL = 48
"""Pixels of a picture that is a sign beside words, at most."""
_NO_PHOTO = re.compile(r"avatar|author|logo|icon|emoji|banner|spacer|pixel|bullet", re.IGNORECASE)
"""In the class or the address of a picture that shows nothing of the story."""


def is_photo(attributes: Mapping[str, str]) -> bool:
    """Whether a picture is large enough for a photo, and not called otherwise."""
    if any(0 < _pixels(attributes.get(side, "")) <= _SMALL for side in ("width", "height")):
        return False
    return not any(_NO_PHOTO.search(attributes.get(name, "")) for name in ("class", "src"))


def _pixels(size: str) -> int:
    digits = size.strip().removesuffix("px")
    return int(digits) if digits.isdecimal() and len(digits) < 6 else 0


def framed(caption: str) -> str:
    """As Markdown writes a picture, so that the caption is known for one without a credit; empty for one of none."""
    if caption.startswith("!["):
        return caption
    return f"![{caption.translate({91: '(', 93: ')'})}](figure)"
