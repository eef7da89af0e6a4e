"""What follows a story that no marker closes: bare headlines, and other stories' headlines with their teasers."""

import re
from collections.abc import Iterable
from itertools import pairwise

from articles.text import captions
from articles.text.bylines import read_dateline
from articles.text.fold import words
from articles.text.head import Head
from articles.text.lines import Row
from articles.text.page import Page
from articles.text.story import Block, Story

LIST_ITEM = re.compile(r"^(?:[-–—*•+●▪]|\d{1,2}[.)/]|[a-zđ][.)])\s*\S")

_FOREIGN = 0.03
"""A text shares fewer of its word pairs with the story above than this when it is about something else.

Measured: the paragraphs of whole stories share 0.09 to 0.6 with what stands above them, three in a row never less
than 0.08.
"""
_HEADLINE_WORDS = range(7, 29)
"""A subhead is shorter than a headline as a rule."""


def goes_on_about(head: Head, story: Story, texts: Iterable[str]) -> bool:
    """Whether `texts` share word pairs with the story so far, as its own paragraphs do."""
    if not story.pairs:
        story.pairs = _pairs((head.title or "", head.dek))
    story.pairs |= _pairs(piece for block in story.blocks[story.paired :] for piece in block.pieces)
    story.paired = len(story.blocks)
    return _shared(story.pairs, texts) >= _FOREIGN


def _told(head: Head, blocks: list[Block]) -> list[str]:
    return [head.title or "", head.dek, *(piece for block in blocks for piece in block.pieces)]


def _pairs(texts: Iterable[str]) -> set[tuple[str, str]]:
    return {pair for text in texts for pair in pairwise(words(text))}


def _shared(told: set[tuple[str, str]], texts: Iterable[str]) -> float:
    pairs = _pairs(texts)
    return len(pairs & told) / max(1, len(pairs))


def trim_tail(page: Page, head: Head, story: Story) -> None:
    """A story that nothing closed may still be followed by bare headlines and teasers: take them off its end."""
    if story.closed or not story.blocks:
        return
    cut = _teasers_from(page, head, story)
    if cut is not None:
        _leave_out(page, story, cut, "another story's teaser")
        return
    tail = _bare_headlines(story)
    if tail:
        for block in tail:
            for row in block.rows:
                row.mark("navigation", "a headline below the story")
        _leave_out(page, story, story.blocks[-1].rows[-1].number + 1, "a headline below the story")


def _bare_headlines(story: Story) -> list[Block]:
    tail: list[Block] = []
    while len(story.blocks) > 1:
        block = story.blocks[-1]
        text = " ".join(block.pieces)
        row = block.rows[0]
        if (
            len(block.rows) > 1
            or row.prose
            or text[-1] in '.!?…:;”"'
            or LIST_ITEM.match(text)
            or row.opens_lower
        ):
            break
        if story.blocks[-2].pieces[-1].endswith(":"):
            break
        tail.append(story.blocks.pop())
    if len(tail) == 1 and _unfinished(tail[0].rows[0]):
        story.blocks.append(tail.pop())
    return tail


def _teasers_from(page: Page, head: Head, story: Story) -> int | None:
    """The line at which other stories begin: headline and teaser in turn up to the end of the page.

    Two such pairs, or one that opens with the story's own dateline or trails off. They say nothing the story has
    said, and two paragraphs of it stand above.
    """
    rows = [row for row in page.rows if row.kind == "body" or (row.kind == "caption" and not row.ends)]
    at, pairs, certain = len(rows), 0, False
    while at >= 2 and _is_headline(rows[at - 2]) and rows[at - 1].prose:
        teaser = rows[at - 1].text
        dateline = read_dateline(teaser, page.text)
        certain = certain or teaser.endswith(("...", "…")) or bool(dateline and dateline[0] == head.dateline)
        at -= 2
        pairs += 1
    if not pairs or (pairs == 1 and not certain):
        return None
    number = rows[at].number
    above = [block for block in story.blocks if block.rows[-1].number < number]
    if sum(block.rows[0].prose for block in above) < 2 - bool(head.dek) or _is_headline(above[-1].rows[-1]):
        return None
    told = _pairs(_told(head, above))
    if _shared(told, (row.text for row in rows[at:])) >= _FOREIGN * (2 if certain else 1):
        return None
    return number


def _is_headline(row: Row) -> bool:
    return (
        row.words in _HEADLINE_WORDS
        and not row.ends
        and row.text[0].isupper()
        and row.text[-1] not in ",;:"
        and not LIST_ITEM.match(row.text)
    )


def _leave_out(page: Page, story: Story, number: int, reason: str) -> None:
    """Take back what was taken from line `number` on, captions with a credit excepted."""
    story.blocks = [block for block in story.blocks if block.rows[0].number < number]
    for row in page.rows:
        if row.number < number:
            continue
        if row.kind == "body" or (row.kind == "caption" and not row.ends and _uncredited(story, row)):
            row.mark("navigation", reason)


def _uncredited(story: Story, row: Row) -> bool:
    """Take a caption back that has no credit."""
    key = row.text.casefold().strip(" .")
    if (caption := story.captions.get(key)) and not caption.credit:
        del story.captions[key]
        return True
    return False


def _unfinished(row: Row) -> bool:
    """The last paragraph of a text that was cut off, rather than a headline."""
    return row.words >= 8 and ("," in row.text or captions.opens_paragraph(row.tokens))
