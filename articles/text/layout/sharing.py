"""What lines share with the rest of their page: the story's own do, other stories' headlines and summaries hardly."""

from collections import Counter
from collections.abc import Sequence
from itertools import chain, pairwise

from articles.text import lazy_re as re
from articles.text.layout.lines import CAPITAL, Row
from articles.text.layout.page import Page, once

_SAID, _TOLD = 0.6, 0.1
"""Shares of the words of a line and of its word pairs that other lines have, too: of 255 lines without an end between
the paragraphs of real stories 4 have less, of strange headlines nine in ten."""
_NAME = re.compile(rf"{CAPITAL}(?:(?<=[\w,;] \w)\w*(?: {CAPITAL}\w*)*|(?<=^\w)\w*(?: {CAPITAL}\w*)+)")
"""A name; one that opens the line has two words or more."""


def is_unsaid(page: Page, place: int) -> bool:
    """The line says what no other line says, as headlines of other stories do."""
    return words_shared(page, place, place) < _SAID and pairs_shared(page, [page.rows[place]]) < _TOLD


def names_strangers(page: Page, place: int) -> bool:
    """The line names somebody or something that stands nowhere else on the page, as other stories' headlines do."""
    row = page.rows[place]
    capitals = sum(word[0].isupper() for word in row.text.split())
    if capitals * 2 > row.words:
        return False  # `Những Điều Cần Biết`: they are no names.
    return any(_names(page)[name] == 1 for name in _names_in(row.text))


@once
def _names(page: Page) -> Counter[str]:
    """How many rows name each of the names on the page."""
    return Counter(name for row in page.rows for name in _names_in(row.text))


def _names_in(text: str) -> set[str]:
    """The names in a line; of longer ones each two words that stand together."""
    names: set[str] = set()
    for match in _NAME.finditer(text):
        words = match[0].split()
        names |= {" ".join(pair) for pair in pairwise(words)} if len(words) > 1 else set(words)
    return names


def pairs_shared(page: Page, rows: Sequence[Row]) -> float:
    """The share of the word pairs of `rows` that the rest of the page has, too."""
    own = Counter(chain.from_iterable(row.pairs for row in rows))
    counted = _counted(page)
    return sum(counted[pair] > count for pair, count in own.items()) / max(1, len(own))


@once
def _counted(page: Page) -> Counter[tuple[str, str]]:
    """How many rows have each pair of neighbouring words."""
    return Counter(chain.from_iterable(row.pairs for row in page.rows))


def words_shared(page: Page, place: int, last: int) -> float:
    """The share of the words of the row at `place` that stand above it or below `last`; single letters are no words."""
    first_at, last_at = page.told
    words = [word for word in page.rows[place].tokens if len(word) > 1]
    return sum(first_at[word] < place or last_at[word] > last for word in words) / max(1, len(words))
