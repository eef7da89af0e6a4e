"""Boxes of a web page that may be teasers of other stories."""

from articles.text.lexicon import everything, kept

_LONGEST_LABEL = 5
"""Words of a label above a teaser, at most."""


class Box:
    """An open element that may be a teaser: the number of its first line below its label, whether another page's
    headline opens it."""

    __slots__ = ("first", "headed")

    def __init__(self, first: int) -> None:
        self.first, self.headed = first, False


def labels_others(text: str) -> bool:
    """`Tin liên quan`: other stories stand below it."""
    return text.count(" ") < _LONGEST_LABEL and text.casefold().rstrip(" :").endswith(_labels())


@kept
def _labels() -> tuple[str, ...]:
    return tuple(entry.casefold() for entry in everything("related") if not entry.endswith("*"))
