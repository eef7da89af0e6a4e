"""What follows a story that no marker closes: bare headlines, and other stories' headlines with their teasers."""

from collections.abc import Iterable
from functools import partial
from itertools import dropwhile, pairwise

from articles.text.layout import captions
from articles.text.layout.above import Head
from articles.text.layout.below import drop_links, drop_notes, whole
from articles.text.layout.boxes import SURE, SURER, others_from
from articles.text.layout.breaking_off import breaks_off
from articles.text.layout.caption_places import caption_score
from articles.text.layout.datelines import read_dateline
from articles.text.layout.lines import LIST_ITEM, Row, tokens_of
from articles.text.layout.listing import among_facts, parts_listed, unbulleted
from articles.text.layout.openings import opens_paragraph
from articles.text.layout.page import Page
from articles.text.layout.sharing import is_unsaid
from articles.text.layout.story import Story
from articles.text.layout.summaries import SHORTEST_BOXED, is_bare, run_together_from, summaries_from

FOREIGN = 0.03
"""A text shares fewer of its word pairs with the story above than this when it is about something else.

Measured on 2,200 real pages: one paragraph in twenty of a story shares less with what stands above it, three in a row
in one case of forty; of another story four in five, and six in seven.
"""
SURELY_FOREIGN = 0.02
"""What three paragraphs in a row share less than if they are another story's: their own one in a hundred."""
OWN = 0.07
"""What paragraphs share at least that resume a story below its signature."""
SURELY_OWN = 0.18
"""What one paragraph shares at least that ends a story below a list of others, though nobody signed it."""
LONGEST_LIST = 60
"""Lines of other stories that are looked for below one: all of them are compared with it from each headline on."""
_LABEL_WORDS, _SHORTEST_LISTED = 6, 4
"""Words of a label below a story at most, and of a headline among others at least."""
_ANNOUNCEMENT_WORDS = 16
"""Words of a line that announces photos or a list, at most."""
_TAG_WORDS = 5
"""Words of a tag, which may begin with a small letter."""
HEADLINE_WORDS = range(7, 29)
"""A subhead is shorter than a headline as a rule."""


def goes_on_about(head: Head, story: Story, rows: Iterable[Row], *, share: float = FOREIGN) -> bool:
    """Whether `rows` share word pairs with the story so far, as its own paragraphs do."""
    if not story.pairs:
        story.pairs = _told(head)
    for block in story.blocks[story.paired :]:
        story.pairs |= _pairs(block.rows)
    story.paired = len(story.blocks)
    return _shared(story.pairs, rows) >= share


def _told(head: Head) -> set[tuple[str, str]]:
    """The word pairs of title and dek."""
    return {pair for text in (head.title or "", head.dek) for pair in pairwise(tokens_of(text))}


def _pairs(rows: Iterable[Row]) -> set[tuple[str, str]]:
    return set().union(*(row.pairs for row in rows))


def _shared(told: set[tuple[str, str]], rows: Iterable[Row]) -> float:
    pairs = _pairs(rows)
    return len(pairs & told) / max(1, len(pairs))


def trim_tail(page: Page, head: Head, story: Story) -> None:
    """Take off the story's end what does not tell it: other stories, and words for pictures that are not there."""
    if parts_listed(page):
        return
    _trim_others(page, head, story)
    drop_links(page, story)
    drop_notes(page, story)
    if len(story.blocks) < 3:
        return
    rows = story.blocks[-1].rows
    if len(rows) == 1 and rows[0].text[-1] == ":" and rows[0].words <= _ANNOUNCEMENT_WORDS:
        story.blocks.pop()
        rows[0].mark("navigation", "announces what the text does not have")


def _trim_others(page: Page, head: Head, story: Story) -> None:
    """Other stories below this one: boxes of them, bare headlines, teasers."""
    signed = story.closed in ("end mark", "signature")
    rows = _candidates(page, sentences=True)
    box_from = partial(others_from, page, least=SURE if whole(page) else SURER)
    for look in (box_from, run_together_from, summaries_from):
        if (cut := look(rows)) is not None:
            _leave_out(page, story, cut, "a box of other stories", sentences=True)
            rows = [row for row in rows if row.kind != "navigation"]
    if signed or not story.blocks:
        _drop_label(story)
        return
    cut = _teasers_from(page, head)
    if cut is not None and not _in_own_list(page, cut):
        _leave_out(page, story, cut, "another story's teaser")
        return
    if (cut := _bare_headlines(story, page)) is not None and not _in_own_list(page, cut):
        _leave_out(page, story, cut, "a headline below the story")
    if (cut := summaries_from([row for row in page.rows if row.kind == "body"])) is not None:
        _leave_out(page, story, cut, "a box of other stories")


def _in_own_list(page: Page, line: int) -> bool:
    """An item of a list that the story announces."""
    return any(page.rows[place].number == line for place in unbulleted(page))


def _drop_label(story: Story) -> None:
    """A label or another story's headline between the story and its signature: no sentence, below one."""
    if len(story.blocks) < 3:
        return
    above, last = (block.rows for block in story.blocks[-2:])
    row = last[0]
    label = row.words <= _LABEL_WORDS and row.text.replace(" ", "").isalpha()
    if (
        len(last) == 1
        and (label or (is_headline(row) and not _unfinished(row)))
        and row.text[-1].isalnum()
        and not opens_paragraph(row.tokens)
        and above[-1].text[-1] in '.!?…”"'
    ):
        story.blocks.pop()
        row.mark("navigation", "a label or a headline below the story")


def _candidates(page: Page, *, sentences: bool = False) -> list[Row]:
    """What was taken, but may belong to other stories: paragraphs, and captions with neither end nor credit; with an
    end, too, if `sentences`."""
    return [
        row
        for place, row in enumerate(page.rows)
        if row.kind == "body"
        or (row.kind == "caption" and (sentences or not row.ends) and place not in page.photos)
    ]


def _bare_headlines(story: Story, page: Page) -> int | None:
    """The line at which a list of bare headlines begins that goes on to the end of the page."""
    rows = _candidates(page)
    if not any(row.prose for row in rows):
        return None  # Verse.
    if breaks_off(page, page.place_of(rows[-1])):
        return None

    def strange(row: Row) -> bool:
        return row.words in HEADLINE_WORDS and is_unsaid(page, page.place_of(row))

    first = len(rows)
    while first > 1:
        row, beside = rows[first - 1], [*rows[first : first + 1], rows[first - 2]]
        asks = len(beside) > 1 and row.text[-1] == "?" and not beside[0].ends and strange(row)
        fact = row.kind == "body" and among_facts(page, page.place_of(row))
        if fact or not (asks or _is_bare(row, beside=beside)):
            break
        first -= 1
    tail = list(dropwhile(lambda row: _surely_caption(page, row), rows[first:]))
    if rows[first - 1].text[-1] == ":" or all(row.kind == "caption" and not strange(row) for row in tail):
        return None
    alone = tail[0] if len(tail) == 1 else None
    opens = alone is not None and opens_paragraph(alone.tokens)
    if alone and _unfinished(alone) and (opens or not (whole(page) or strange(alone))):
        return None
    return None if story.blocks[0].rows[0].number >= tail[0].number else tail[0].number


def _surely_caption(page: Page, row: Row) -> bool:
    """It scores more as a caption than headlines do."""
    return row.kind == "caption" and caption_score(page, page.place_of(row)) >= captions.HEADLINE


def _is_bare(row: Row, *, beside: list[Row]) -> bool:
    """No sentence; or a question or call, with a line that is none beside it."""
    if LIST_ITEM.match(row.text) or (row.opens_lower and row.words > _TAG_WORDS and not beside[-1].ends):
        return False
    if (
        row.text[-1] in "?!"
        and row.words >= _SHORTEST_LISTED
        and (is_headline(row) or not row.prose)
        and _calls(row)
    ):
        return any(not other.ends for other in beside)
    quoted = row.text[-1] in '”"' and (row.ends or row.text[0] in '“"')
    return not (row.prose or quoted or row.text[-1] in ".!?…:;")


def _teasers_from(page: Page, head: Head) -> int | None:
    """The line at which other stories begin: headlines, each with a teaser or none, up to the end of the page.

    Two headlines with a teaser, longer than subheads are, or one whose teaser opens with the story's own dateline or
    trails off. They say nothing the story has said, and two paragraphs of it stand above.
    """
    rows = _candidates(page)
    if not any(map(is_headline, rows)):
        return None
    first = len(rows)
    while first and len(rows) - first < LONGEST_LIST and (rows[first - 1].prose or in_list(rows[first - 1])):
        first -= 1
    told = _told(head) | _pairs(rows[:first])
    standing = sum(row.prose for row in rows[:first])
    for cut in range(first, len(rows) - 1):
        below = rows[cut:]
        if is_headline(below[0]) and standing >= 2 - bool(head.dek) and not is_headline(rows[cut - 1]):
            listed = [row.words for row in below if in_list(row)]
            headlines = len(listed)
            certain = any(_surely_teaser(page, head, row) for row in below if row.prose)
            if not certain and (
                headlines < 2 or sum(listed) < SHORTEST_BOXED * headlines or any(map(is_subhead, rows[:cut]))
            ):
                return None
            teasers = [not in_list(row) for row in below]
            in_turn = any(teasers) and not any(map(all, pairwise(teasers)))
            share = max(_shared(told, below), _mutual(below)) if in_turn else 1.0
            if share < FOREIGN * (2 if certain or headlines > 2 else 1):
                return below[0].number
        told |= _pairs((rows[cut],))
        standing += rows[cut].prose
    return None


def is_subhead(row: Row) -> bool:
    """As long as a headline, and kept in the story: its other parts may have such lines above them, too."""
    return row.kind == "body" and is_headline(row) and not row.ends


def _mutual(rows: list[Row]) -> float:
    """What the paragraphs among `rows` share with those above them, headlines left out: teasers tell of different
    things, a story with bare captions between its paragraphs goes on about one."""
    told: set[tuple[str, str]] = set()
    shared = total = 0
    for row in rows:
        if row.prose:
            pairs = _pairs((row,))
            if told:
                shared += len(pairs & told)
                total += len(pairs)
            told |= pairs
    return shared / max(1, total)


def _surely_teaser(page: Page, head: Head, row: Row) -> bool:
    """It trails off, or opens with the dateline that the story has, too."""
    dateline = read_dateline(row.text, page.text)
    return row.text.endswith(("...", "…")) or bool(dateline and dateline[0] == head.dateline)


def is_headline(row: Row) -> bool:
    """As long as a headline is, and no sentence; a question may be one."""
    return (
        row.words in HEADLINE_WORDS
        and (not row.ends or _calls(row))
        and not row.opens_lower
        and row.text[-1] not in ",;:"
        and " = " not in row.text
        and not LIST_ITEM.match(row.text)
    )


def in_list(row: Row) -> bool:
    """A headline, or a short line that may be one among others."""
    return is_headline(row) or is_bare(row)


def _calls(row: Row) -> bool:
    """A question, exclamation or trailing thought, as headlines may be; not one with which a paragraph goes on."""
    return row.text.endswith(("?", "!", "…", "...")) and not opens_paragraph(row.tokens)


def _leave_out(page: Page, story: Story, number: int, reason: str, *, sentences: bool = False) -> None:
    """Take back what was taken from line `number` on, captions with a credit excepted, and sentences unless told."""
    story.blocks = [block for block in story.blocks if block.rows[0].number < number]
    for row in page.rows:
        if row.number < number:
            continue
        if row.kind == "body" or (
            row.kind == "caption" and (sentences or not row.ends) and uncredited(story, row)
        ):
            row.mark("navigation", reason)


def uncredited(story: Story, row: Row) -> bool:
    """Take a caption back that has no credit."""
    key = row.text.casefold().strip(" .")
    if (caption := story.captions.get(key)) and not caption.credit:
        del story.captions[key]
        return True
    return False


def _unfinished(row: Row) -> bool:
    """The last paragraph of a text that was cut off, rather than a headline."""
    return row.words >= 8 and ("," in row.text or opens_paragraph(row.tokens))
