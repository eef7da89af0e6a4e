"""Boxes of related stories at a story's end: headlines with their summaries, which tell of the same as the story."""

import re
from collections.abc import Sequence

from articles.text.layout.lines import BROKEN, LIST_ITEM, Row

_SUMMARY_WORDS = range(8, 46)
_HEADLINE_WORDS = range(6, 29)
"""Subheads are shorter as a rule."""
_STORY = 3
"""Paragraphs of the story above a box, at least."""
_COUNTED = re.compile(r"(?<=[.!?…”\"])\s\d{1,4}$")
"""The comments on a story, behind its summary."""
_RETOLD = 0.4
"""The share of a headline's words that its summary says again, at least, among all of a box."""


def summaries_from(rows: Sequence[Row]) -> int | None:
    """The first line of a box with which `rows`, all that was taken for the story, end; None where none does.

    Two headlines or more, each above one sentence that says it again; one will do where the number of its comments
    stands behind it. A story with subheads or captions of that length has them between its other paragraphs, too.
    """
    first = len(rows)
    while first >= 2 and _heads(rows[first - 2]) and _sums_up(rows[first - 1]):
        first -= 2
    box, story = rows[first:], rows[:first]
    if len(box) < 2 or sum(row.prose for row in story) < _STORY:
        return None
    if not any(_COUNTED.search(row.text) for row in box) and (
        len(box) < 4 or _retold(box) < _RETOLD or any(map(_heads, story))
    ):
        return None
    return box[0].number


def _retold(box: Sequence[Row]) -> float:
    words = said = 0
    for head, summary in zip(box[::2], box[1::2], strict=True):
        words += len(head.tokens)
        said += len(set(head.tokens) & set(summary.tokens))
    return said / max(1, words)


def _heads(row: Row) -> bool:
    return (
        row.words in _HEADLINE_WORDS
        and not (row.ends or row.opens_lower or row.text[-1] in ",;:")
        and not LIST_ITEM.match(row.text)
    )


def _sums_up(row: Row) -> bool:
    """One sentence."""
    text = _COUNTED.sub("", row.text)
    return (
        row.words in _SUMMARY_WORDS
        and text[-1] in '.!?…”"'
        and not BROKEN.search(text)
        and not LIST_ITEM.match(text)
    )
