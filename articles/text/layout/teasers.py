"""Lists of other stories between the paragraphs or below them: headlines, each with its summary, which tell of each
other and hardly of what the page tells."""

from articles.text.layout.above import Head
from articles.text.layout.beside import is_strange, of_another_story
from articles.text.layout.head import LISTED
from articles.text.layout.lines import Row
from articles.text.layout.page import Page
from articles.text.layout.sharing import pairs_shared, words_shared
from articles.text.layout.story import Story
from articles.text.layout.summaries import retold
from articles.text.layout.tails import in_list, is_headline, is_subhead

_FOREIGN, _BESIDE, _SAID = 0.15, 0.25, 0.8
"""What headline and summary share with the rest of the page, at most, as a part of what they share with each other: the
first of a box, and the others; and the share of the headline's words that the rest of the page has. Of 900 real stories
2 have a line and a paragraph of their own below these; of other stories' headlines and summaries nine in ten are."""
_STRANGE = 0.05
"""What a paragraph below another story's headline shares with the rest of the page, at most, if it sums that up; so
does one more headline with its summary. The story's own do in two cases of a hundred."""
_RETOLD = 0.25
"""What the summary says again of the headline's words, at least."""
_SUMMARY_WORDS = 60
_FAR = 30
"""Paragraphs of the story that are looked at."""
_HEADLINES = range(8, 29)
_ABOVE, _SHORTEST_STORY = 2, 80
"""Paragraphs of the story above a box, at least, and their words above a single headline with its summary."""


def leave_out_others(page: Page, head: Head, story: Story, place: int) -> int:
    """Other stories' headlines and summaries from `place` on; how many lines they are."""
    row = page.rows[place]
    if why := of_another_story(page, head, story, place):
        row.mark("navigation", why)
        return 1
    if listed := teasers_at(page, story, place):
        for other in page.rows[place : place + listed]:
            other.mark("navigation", LISTED)
        return listed
    if is_strange(page, place):
        row.mark("navigation", "another story's headline")
        return 1
    return 0


def teasers_at(page: Page, story: Story, place: int) -> int:
    """How many lines from `place` on are a box of other stories; what parts them, labels and dates, is counted, too.

    A story with subheads has such lines above its own paragraphs, one with questions its answers below them.
    """
    row = page.rows[place]
    if row.ends or row.words not in _HEADLINES or len(story.blocks) < _ABOVE or not _heads(page, place):
        return 0
    surely = is_strange(page, place)
    if not surely and any(is_subhead(other) for block in story.blocks[-_FAR:] for other in block.rows):
        return 0
    rows: list[Row] = []
    end = below = place
    while _heads(page, below, begun=bool(rows)):
        pair = page.rows[below : below + 2]
        summary = surely and pairs_shared(page, pair[1:]) < _STRANGE
        another = bool(rows) and pairs_shared(page, pair) < _STRANGE
        if not (summary or another or _is_foreign(page, pair, _BESIDE, below)):
            break
        rows += pair
        end = below = below + 2
        while below < len(page.rows) and (below in page.stamps or page.section_of(page.rows[below].text)):
            below += 1
    enough = len(rows) > 2 or sum(block.rows[0].words for block in story.blocks[:_FAR]) >= _SHORTEST_STORY
    return end - place if surely or (rows and enough and _is_foreign(page, rows, _FOREIGN, place)) else 0


def _heads(page: Page, place: int, *, begun: bool = False) -> bool:
    """A headline above a paragraph as short as summaries are; in a box that has begun it may ask."""
    if place + 1 >= len(page.rows) or not page.free(place) or not page.reads(place + 1):
        return False
    row, below = page.rows[place : place + 2]
    summary = below.words <= _SUMMARY_WORDS and not is_headline(below)
    asks = begun and row.text[-1] == "?" and row.words in _HEADLINES
    return (asks or in_list(row)) and summary and page.rows[place - 1].text[-1] != ":"


def _is_foreign(page: Page, rows: list[Row], least: float, place: int) -> bool:
    """Headlines and summaries, the first of which stands at `place`, tell of something else than the page."""
    told = retold(rows)
    return (
        told >= _RETOLD
        and pairs_shared(page, rows) < least * told
        and words_shared(page, place, place + 1) < _SAID
    )
