"""Boxes of other stories at a story's end: headlines with their summaries, weighed line by line from below, since no
line shows by itself that it is none of the story's."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles.text.layout.bylines import read_signature
from articles.text.layout.datelines import code_before, opens_coded, opens_sourced
from articles.text.layout.glued import opens_inside
from articles.text.layout.lines import BROKEN, LIST_ITEM, Row
from articles.text.layout.listing import is_fact
from articles.text.layout.openings import opens_paragraph
from articles.text.layout.page import Page
from articles.text.layout.summaries import is_asking, is_bare, is_head, is_summary, retold, runs_together

SURE, SURER = 2.5, 4.0
"""What a box weighs at least: on a page that is whole to its foot, where most have one, and on a bare text. Of 640 real
and made-up stories with a foot below them the first leaves out one's own last lines; of made-up pages that end with a
box it finds five in six."""
_STORY, _FAR = 3, 80
"""Paragraphs of the story above a box at least, and lines of one at most."""
_TAG_WORDS, _LABEL_WORDS = 12, 6
"""Words of a line of tags and of a label at most."""
_SUMMARY_WORDS, _SENTENCES = range(8, 101), 4
_PLAIN = 4
"""Paragraphs with neither headline nor code below one with a code: so many of them are the story's own."""
_OTHERS = frozenset(
    (
        "another story's headline",
        "another story's teaser",
        "other stories' headlines",
        "in a list of other stories",
        "a box of other stories",
    )
)
"""Why lines were left out beside which others are of a box rather."""

# What speaks for a box and against it, in steps of which each makes one about three times as likely.
_LEFT_OUT, _NO_SUBHEADS = 1.0, 0.5
_PAIR, _RETOLD, _LONG, _SHORT, _CODED = 0.5, 1.5, 0.7, -0.7, 3.0
_OPENS, _LONG_SUMMARY, _SHORT_SUMMARY, _CAPTION = -0.5, -0.7, -1.0, -1.2
_RUN_TOGETHER, _CODED_ALONE, _HEAD_ALONE, _BELOW_OTHER = 2.0, 2.5, 0.3, -0.5
_SUBHEAD, _SUBHEADS = -1.0, -2.0
"""Of each summary, where the story above has one subhead, and where it has more."""
_LEAST_RETOLD = 0.3
_LONG_HEAD, _SHORT_HEAD, _SHORT_SUMMARY_WORDS = 8, 7, 18


@dataclass(frozen=True, slots=True)
class _Cut:
    """Where a box may begin, what its lines weigh, and how many summaries it has."""

    place: int
    weight: float
    summaries: int


def others_from(page: Page, rows: Sequence[Row], least: float) -> int | None:
    """The first line of a box of other stories with which `rows`, all that was taken for the story, end; None where
    nothing weighs more than `least`."""
    paragraphs = [row for row in rows if row.prose]
    if len(paragraphs) <= _STORY:
        return None
    last = page.place_of(rows[-1])
    first = max(page.place_of(paragraphs[_STORY - 1]), last - _FAR)
    briefs = sum(_is_coded(page, row) for row in paragraphs[:_STORY]) > 1
    cuts = list(_cuts(page, first, last, coded=not briefs))
    if not cuts:
        return None
    subheads = [place for place in range(page.place_of(rows[0]), last) if _is_subhead(page, place)]

    def worth(cut: _Cut) -> float:
        above = bisect_left(subheads, cut.place)
        doubt = cut.summaries * (_SUBHEADS if above > 1 else _SUBHEAD) if above else _NO_SUBHEADS
        return cut.weight + doubt

    best = max(cuts, key=worth)
    return _below_labels(page, best.place) if worth(best) > least else None


def _cuts(page: Page, first: int, last: int, *, coded: bool) -> Iterator[_Cut]:
    """Where a box may begin, from below, as long as line after line may be of one. `coded`: an outlet's code opens
    other stories only. Summaries without headlines may have none, if no fewer above them do."""
    place, weight, summaries, balance, begun = last, 0.0, 0, 0, False
    while place > first and place not in page.photos and balance > -_PLAIN:
        row, above = page.rows[place], page.rows[place - 1]
        top = place
        code = coded and _is_coded(page, row)
        more: float | None = None
        if not _is_taken(row):
            weight += _LEFT_OUT * _is_other(row)
        elif balance < 0 and not code:
            balance -= row.ends
        elif place - 1 > first and _sums_up(row) and _heads(page, place - 1, row):
            more = _of_summary(page, above, row, code=code)
            summaries += 1
            top -= 1
        elif row.prose and _is_other(above):
            weight += _BELOW_OTHER
        elif row.ends or not (row.opens_lower or row.words <= (_LABEL_WORDS if begun else _TAG_WORDS)):
            more = _of_line(row, code=code)
            balance -= more is None
        if more is not None:
            weight += more
            balance = min(0, balance + code)
            begun = True
            if not balance:
                yield _Cut(top, weight, summaries)
        place = top - 1


def _of_line(row: Row, *, code: bool) -> float | None:
    """What a line weighs that stands alone; None where it is of no box."""
    if runs_together(row.text) or opens_inside(row.text):
        return _RUN_TOGETHER
    if is_head(row) or _asks(row):
        return _HEAD_ALONE
    return _CODED_ALONE if code else None


def _of_summary(page: Page, head: Row, summary: Row, *, code: bool) -> float:
    """What a headline and its summary weigh."""
    return (
        _PAIR
        + _LEFT_OUT * _is_other(head)
        + _RETOLD * (retold((head, summary)) >= _LEAST_RETOLD)
        + _CODED * code
        + _LONG * (head.words >= _LONG_HEAD)
        + _SHORT * (head.words < _SHORT_HEAD)
        + _OPENS * opens_paragraph(summary.tokens)
        + _LONG_SUMMARY * (not is_summary(summary))
        + _SHORT_SUMMARY * (summary.words < _SHORT_SUMMARY_WORDS)
        + _CAPTION * (head.kind == "caption")
    )


def _is_coded(page: Page, row: Row) -> bool:
    """An outlet's code opens it, as it does a story, or what sums one up."""
    text = row.text
    return row.ends and (opens_coded(text) or opens_sourced(text) or code_before(text, page.text) != ("", 0))


def _is_taken(row: Row) -> bool:
    return row.kind in ("body", "caption")


def _is_other(row: Row) -> bool:
    """It was left out as another story's."""
    return row.kind == "navigation" and row.reason in _OTHERS


def _is_subhead(page: Page, place: int) -> bool:
    row, below = page.rows[place : place + 2]
    return row.kind == below.kind == "body" and below.prose and _is_headline(page, place)


def _heads(page: Page, place: int, below: Row) -> bool:
    """The row at `place` is the headline of what stands `below`; one that was left out may have stood there before."""
    row = page.rows[place]
    if _is_other(row):
        return retold((row, below)) >= _LEAST_RETOLD or _is_coded(page, below)
    return _is_taken(row) and place not in page.photos and _is_headline(page, place)


def _is_headline(page: Page, place: int) -> bool:
    row = page.rows[place]
    return (is_bare(row) or _asks(row)) and not is_fact(page, place)


def _asks(row: Row) -> bool:
    """A headline that asks or calls, and no sentence of the story that does."""
    return is_asking(row) and not BROKEN.search(row.text) and not opens_paragraph(row.tokens)


def _sums_up(row: Row) -> bool:
    """A summary, which may be a whole paragraph."""
    return (
        row.ends
        and row.words in _SUMMARY_WORDS
        and len(BROKEN.findall(row.text)) < _SENTENCES
        and not LIST_ITEM.match(row.text)
    )


def _below_labels(page: Page, place: int) -> int:
    """The line at which the labels and tags begin that stand right above the box; a signature is none of them."""
    while place:
        row = page.rows[place - 1]
        if not _is_taken(row) or row.ends or row.words > _LABEL_WORDS or read_signature(row.text):
            break
        place -= 1
    return page.rows[place].number
