"""Marks stacked on a letter, of which a file may have a million: to put these in order takes the square of the time."""

import unicodedata

from articles.text import lazy_re as re

MOST = 30
"""Marks on one letter, as Unicode's stream-safe format has it (UAX #15); Vietnamese has two."""
_SHORT = 10_000
"""Letters of a text whose marks are in order at once, however they stand."""
_STACK = re.compile(rf"[^\w\s!-/:-@\[-`{{-~\u2000-\u2bff]{{{MOST + 1},}}")
"""So many that are neither letters nor plain signs: marks, for the most part."""


def unstacked(text: str) -> str:
    """`text` without the marks beyond the thirtieth on a letter."""
    return text if len(text) < _SHORT else _STACK.sub(_topple, text)


def _topple(match: re.Match[str]) -> str:
    kept: list[str] = []
    height = 0
    for char in match[0]:
        height = height + 1 if unicodedata.combining(char) else 0
        if height <= MOST:
            kept.append(char)
    return "".join(kept)
