"""Boxes of related stories at a story's end: headlines with their summaries, which tell of the same as the story."""

from collections.abc import Sequence
from itertools import pairwise

from articles.text import lazy_re as re
from articles.text.layout.lines import BROKEN, CAPITAL, LIST_ITEM, Row, tokens_of
from articles.text.layout.openings import opens_paragraph
from articles.text.lexicon import kept_last
from articles.text.words.vocabulary import looks_vietnamese

LONGEST_SUMMARY = 60
"""Words of what sums a story up below its headline, at most."""
_SUMMARY_WORDS = range(8, LONGEST_SUMMARY + 1)
_HEADLINE_WORDS = range(6, 29)
"""Subheads are shorter as a rule."""
_SHORTEST_BARE = 4
"""Words of a headline among others, at least."""
_STORY = 3
"""Paragraphs of the story above a box, at least."""
_COUNTED = re.compile(r"(?<=[.!?…”\"])\s\d{1,4}$")
"""The comments on a story, behind its summary."""
_RETOLD = (0.4, 0.4, 0.3)
"""The share of a headline's words that its summary says again, at least, in a box of one, of two, of more."""
SHORTEST_BOXED = 8
"""Words that the headlines of a box have on the average, at least: subheads of a list of advice have fewer."""
_SURELY_RETOLD = 0.4
"""The same in a box of several where the story has such subheads, too: its own paragraphs hardly say so much again."""
_JOINT = re.compile(
    rf"{CAPITAL}(?:(?<=[^\W_].)|(?<=[^\W_][’'”\"?!)].))(?<!{CAPITAL}.)(?!{CAPITAL})(?=[^\W\d_])"
)
"""Where a headline ends and its summary begins, though nothing stands between the two."""
_LONGEST_LETTERS = 800
"""Letters of the two together, at most."""
_TAG_WORDS = 12
"""Words of a line of tags."""
SHORTEST_ALONE = 10
"""Words of a headline that stands alone with its summary, or above one that says other things, at least."""


def summaries_from(rows: Sequence[Row]) -> int | None:
    """The first line of a box with which `rows`, all that was taken for the story, end; None where none does.

    Headlines, each above a sentence or two that say it again, unless they are too long for subheads; one will do where
    the number of its comments stands behind its summary, or where that is a single sentence. A story with subheads or
    captions of that length has them between its other paragraphs, too.
    """
    last = len(rows)
    while last and not rows[last - 1].ends and rows[last - 1].words <= _TAG_WORDS:
        last -= 1  # Tags below the box.
    rows, first = rows[:last], last
    while (
        first >= 2
        and (is_head(rows[first - 2]) or is_asking(rows[first - 2]))
        and is_summary(rows[first - 1])
    ):
        first -= 2
    box, story = rows[first:], rows[:first]
    if len(box) < 2 or sum(row.prose for row in story) < _STORY:
        return None
    if not any(_COUNTED.search(row.text) for row in box) and (
        sum(map(is_asking, box[::2])) * 4 > len(box)
        or sum(row.words for row in box[::2]) < SHORTEST_BOXED * (len(box) // 2)
        or not (_surely_headlines(box[::2]) or retold(box) >= _RETOLD[min(len(box) // 2, len(_RETOLD)) - 1])
        or (_like_subheads(box[::2], story) and not _surely_retold(box))
        or (len(box) == 2 and not _alone(*box))
    ):
        return None
    return box[0].number


def run_together_from(rows: Sequence[Row]) -> int | None:
    """The first line of those with which `rows` end that hold a headline and its summary, with nothing between them."""
    first = len(rows)
    while first > _STORY and runs_together(rows[first - 1].text):
        first -= 1
    return rows[first].number if first < len(rows) else None


@kept_last(100)
def runs_together(text: str) -> bool:
    if len(text) > _LONGEST_LETTERS:
        return False
    for joint in _JOINT.finditer(text):
        head, summary = text[: joint.start()], text[joint.start() :]
        if BROKEN.search(head) or len(head.split()) > max(_HEADLINE_WORDS):
            return False
        told, said = tokens_of(head), tokens_of(summary)
        if (
            len(told) >= SHORTEST_BOXED
            and len(summary.split()) in _SUMMARY_WORDS
            and summary[-1] in '.!?…”"'
            and looks_vietnamese(said[0])  # No `YouTube` or `MobiFone`.
            and len(set(told) & set(said)) >= len(told) * _RETOLD[0]
        ):
            return True
    return False


def retells(head: Row, summary: Row) -> bool:
    """A sentence or two that say again what the headline above says: a headline's summary does in four cases of five,
    a paragraph of the story in one of a hundred."""
    return (
        (is_head(head) or is_asking(head)) and is_summary(summary) and retold((head, summary)) >= _RETOLD[-1]
    )


def _like_subheads(heads: Sequence[Row], story: Sequence[Row]) -> bool:
    """The story has subheads nearly as long as the shortest of `heads`, or some with a single paragraph below them."""
    places = [
        place
        for place, row in enumerate(story)
        if row.words > min(_HEADLINE_WORDS) and (is_head(row) or row.text[-1] == "?")
    ]
    longest = max((story[place].words for place in places), default=0)
    single = any(below - place < 3 for place, below in pairwise([*places, len(story)]))
    return single or min(row.words for row in heads) <= longest + 1


def _surely_retold(box: Sequence[Row]) -> bool:
    """Two or more headlines longer than subheads are, of which the summaries say much again."""
    return _surely_headlines(box[::2]) and retold(box) >= _SURELY_RETOLD


def _surely_headlines(heads: Sequence[Row]) -> bool:
    """Two or more, each longer than subheads are."""
    return len(heads) > 1 and min(row.words for row in heads) >= SHORTEST_ALONE


def _alone(head: Row, summary: Row) -> bool:
    """One headline with its summary, which goes on with nothing that the story told."""
    return (
        head.words >= SHORTEST_ALONE
        and not BROKEN.search(summary.text)
        and not opens_paragraph(summary.tokens)
    )


def retold(box: Sequence[Row]) -> float:
    """The share of the headlines' words that their summaries say again."""
    words = said = 0
    for head, summary in zip(box[::2], box[1::2], strict=True):
        words += len(head.tokens)
        said += len(set(head.tokens) & set(summary.tokens))
    return said / max(1, words)


def is_head(row: Row) -> bool:
    """As long as a headline is, and no sentence."""
    return (
        row.words in _HEADLINE_WORDS
        and not (row.ends or row.opens_lower or row.text[-1] in ",;:")
        and not LIST_ITEM.match(row.text)
    )


def is_bare(row: Row) -> bool:
    """No sentence, and short: a headline among others."""
    return (
        row.words >= _SHORTEST_BARE
        and not (row.ends or row.prose or row.opens_lower or row.text[-1] in ",;:")
        and not LIST_ITEM.match(row.text)
    )


def is_asking(row: Row) -> bool:
    """A headline that asks or calls."""
    return row.words in _HEADLINE_WORDS and row.text[-1] in "?!" and not row.opens_lower


def is_summary(row: Row) -> bool:
    """One sentence or two."""
    text = _COUNTED.sub("", row.text)
    return (
        row.words in _SUMMARY_WORDS
        and text[-1] in '.!?…”"'
        and len(BROKEN.findall(text)) < 2
        and not LIST_ITEM.match(text)
    )
