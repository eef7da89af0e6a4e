"""What lines share with the rest of their page: the story's own do, other stories' headlines and summaries hardly."""

from collections import Counter
from collections.abc import Sequence
from itertools import chain

from articles.text.layout.lines import Row
from articles.text.layout.page import Page

_SAID, _TOLD = 0.6, 0.1
"""Shares of the words of a line and of its word pairs that other lines have, too: of 255 lines without an end between
the paragraphs of real stories 4 have less, of strange headlines nine in ten."""


def is_unsaid(page: Page, place: int) -> bool:
    """The line says what no other line says, as headlines of other stories do."""
    return words_shared(page, place, place) < _SAID and pairs_shared(page, [page.rows[place]]) < _TOLD


def pairs_shared(page: Page, rows: Sequence[Row]) -> float:
    """The share of the word pairs of `rows` that the rest of the page has, too."""
    own = Counter(chain.from_iterable(row.pairs for row in rows))
    return sum(page.counted[pair] > count for pair, count in own.items()) / max(1, len(own))


def words_shared(page: Page, place: int, last: int) -> float:
    """The share of the words of the row at `place` that stand above it or below `last`; single letters are no words."""
    first_at, last_at = page.told
    words = [word for word in page.rows[place].tokens if len(word) > 1]
    return sum(first_at[word] < place or last_at[word] > last for word in words) / max(1, len(words))
