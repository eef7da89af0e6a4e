"""Lists of other stories between the paragraphs or below them: headlines behind bullets, and headlines, each with its
summary, which tell of each other and hardly of what the page tells."""

from articles.text import lazy_re as re
from articles.text.layout.above import Head
from articles.text.layout.beside import LABEL_BELOW, is_strange, of_another_story
from articles.text.layout.lines import CAPITAL, LIST_ITEM, Row, phrases
from articles.text.layout.listed_above import LISTED
from articles.text.layout.listing import among_facts
from articles.text.layout.page import Page
from articles.text.layout.sharing import pairs_shared, words_shared
from articles.text.layout.story import Story
from articles.text.layout.summaries import retells, retold
from articles.text.layout.tails import (
    LONGEST_LIST,
    SURELY_OWN,
    goes_on_about,
    in_list,
    is_headline,
    is_subhead,
)

_LISTED = 0.15
"""What the lines of a list share with the story at least, if they are its own: others may speak of the same places
and people."""
_BULLET = re.compile(rf"^[-–—*•+●▪·]\s*(?:{CAPITAL}|[\"“'‘\[\d])")
_LINK_WORDS = range(6, 31)
_FOREIGN, _BESIDE, _SAID = 0.15, 0.25, 0.8
"""What headline and summary share with the rest of the page, at most, as a part of what they share with each other: the
first of a box, and the others; and the share of the headline's words that the rest of the page has. Of 900 real stories
2 have a line and a paragraph of their own below these; of other stories' headlines and summaries nine in ten are."""
_STRANGE = 0.05
"""What a paragraph below another story's headline shares with the rest of the page, at most, if it sums that up; so
does one more headline with its summary. The story's own do in two cases of a hundred."""
_RETOLD = 0.25
"""What the summary says again of the headline's words, at least."""
_SUMMARY_WORDS, _BUTTON_WORDS = 60, 4
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
    if is_headline(row) and not row.ends and _leads_on(page, place + 1):
        listed = 2
    else:
        listed = others_listed(page, head, story, place) or teasers_at(page, story, place)
    if listed:
        for other in page.rows[place : place + listed]:
            other.mark("navigation", LISTED)
        return listed
    if is_strange(page, place):
        row.mark("navigation", "another story's headline")
        return 1
    return 0


def others_listed(page: Page, head: Head, story: Story, place: int) -> int:
    """How many lines from `place` on are a list of other stories: `- headline`, two or more, without ends.

    What the story itself lists is introduced with a colon, ends as sentences do, names facts, or says what it says.
    """
    if not (story.blocks or head.dek) or not _links(page, place):
        return 0
    before = place - 1
    while before and page.rows[before].kind == "caption":
        before -= 1
    above = page.rows[before]
    if above.text[-1] in ":;" or (
        above.kind == "body" and (LIST_ITEM.match(above.text) or _leads(head, story, above))
    ):
        return 0
    end = place
    while end < len(page.rows) and end - place < LONGEST_LIST and _links(page, end):
        end += 1
    rows, last = page.rows[place:end], page.rows[end : end + 1]
    if last and _BULLET.match(last[0].text) and last[0].text[-1] == ".":
        return 0
    if sum(row.text[1:].lstrip()[0].isdecimal() for row in rows) * 2 > len(rows):
        return 0  # `- 1 kg gạo nếp`: amounts.
    if len(rows) < 2 or all(among_facts(page, other) for other in range(place, end)):
        return 0
    return len(rows) if not goes_on_about(head, story, rows, share=_LISTED) else 0


def _leads(head: Head, story: Story, row: Row) -> bool:
    """`Hoạt động chính`: a subhead that says what is told of, above what it is the subhead of."""
    return not row.ends and goes_on_about(head, story, (row,), share=SURELY_OWN)


def _links(page: Page, place: int) -> bool:
    row = page.rows[place]
    return (
        _BULLET.match(row.text) is not None
        and page.free(place)
        and row.words in _LINK_WORDS
        and (not row.ends or row.text[-1] in '?!"”')
        and row.text[-1] not in ",;:"
    )


def teasers_at(page: Page, story: Story, place: int) -> int:
    """How many lines from `place` on are a box of other stories; what parts them, labels and dates, is counted, too.

    A story with subheads has such lines above its own paragraphs, one with questions its answers below them; but below
    a section's name, or with a button below it, even one summary that says its headline again is of a box.
    """
    row = page.rows[place]
    labelled = page.rows[place - 1].reason == LABEL_BELOW
    if row.words not in _HEADLINES or len(story.blocks) < _ABOVE:
        return 0
    if _is_button(page, place + 2) and _heads(page, place, begun=True):
        return 3
    if (row.ends and not labelled) or not _heads(page, place, begun=labelled):
        return 0
    surely = labelled or is_strange(page, place)
    if not surely and any(is_subhead(other) for block in story.blocks[-_FAR:] for other in block.rows):
        return 0
    rows: list[Row] = []
    end = below = place
    while _heads(page, below, begun=labelled or bool(rows)):
        pair = page.rows[below : below + 2]
        summary = surely and (retells(*pair) if labelled else pairs_shared(page, pair[1:]) < _STRANGE)
        another = bool(rows) and pairs_shared(page, pair) < _STRANGE
        if not (summary or another or _is_foreign(page, pair, _BESIDE, below)):
            break
        rows += pair
        end = below = below + 2
        while below < len(page.rows) and (below in page.stamps or page.section_of(page.rows[below].text)):
            below += 1
    enough = len(rows) > 2 or sum(block.rows[0].words for block in story.blocks[:_FAR]) >= _SHORTEST_STORY
    return end - place if surely or (rows and enough and _is_foreign(page, rows, _FOREIGN, place)) else 0


def _is_button(page: Page, place: int) -> bool:
    """`Bấm xem >>`, `Đọc ngay`: it leads to what stands above it."""
    row = page.rows[place] if place < len(page.rows) else None
    arrow = row is not None and row.words <= _BUTTON_WORDS and row.text[-1] in ">»›→"
    return arrow or _leads_on(page, place)


def _leads_on(page: Page, place: int) -> bool:
    """`Đọc ngay`, and no headline behind it, nor a list of them below."""
    if place not in page.markers or page.markers[place] == "related":
        return False
    tokens = page.rows[place].tokens
    return phrases("pointers", starred=True).open(tokens) == len(tokens)


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
