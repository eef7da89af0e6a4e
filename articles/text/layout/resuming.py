"""Where a story goes on below a label that stands inside it."""

from itertools import takewhile

from articles.text.layout import captions
from articles.text.layout.above import Head
from articles.text.layout.caption_places import is_caption
from articles.text.layout.glued import opens_inside
from articles.text.layout.lines import LIST_ITEM, Row, keys
from articles.text.layout.listed_above import LISTED
from articles.text.layout.navigation import is_contact
from articles.text.layout.page import Page, once
from articles.text.layout.signing import is_signed
from articles.text.layout.story import Story
from articles.text.layout.subheads import heads_like_others
from articles.text.layout.summaries import LONGEST_SUMMARY, retells, runs_together
from articles.text.layout.tails import (
    FOREIGN,
    OWN,
    SURELY_FOREIGN,
    SURELY_OWN,
    goes_on_about,
    is_headline,
)

_ADDRESS = (["địa", "chỉ"], ["address"])
_TEXT = 3
"""Paragraphs one below the other that no list of teasers has."""


def resumes_at(page: Page, head: Head, story: Story, place: int, kind: str) -> int | None:
    """Where the story resumes after a label: at running text that has more of it below, not at a teaser."""
    limit = min(len(page.rows), place + 40)
    foreign, summary = False, -1
    for start in range(place + 1, limit):
        if not page.reads(start) or (story.blocks and _tells_another(page.rows[start])):
            continue
        if not story.blocks:
            above = start - 1
            headed = above > place and heads_like_others(page, above)
            return start - headed
        run = start
        while run < limit and (run in page.photos or _goes_on(page, run)):
            run += 1
        above = start - 1
        item = LIST_ITEM.match(page.rows[above].text) is not None
        headed = page.free(above) and page.headline(above) and not item
        teaser = above > place and (above in page.stamps or headed)
        told = page.rows[start : start + 1]
        if told[0].words > LONGEST_SUMMARY and goes_on_about(head, story, told, share=FOREIGN):
            return _from(page, place, start, kind)
        dated = above == place and above in page.stamps and retells(page.rows[above - 1], told[0])
        own = teaser and run - start >= _TEXT and goes_on_about(head, story, told, share=OWN)
        if (dated and not goes_on_about(head, story, told, share=OWN)) or (
            teaser and _is_summary(page, start, kind, own=own)
        ):
            foreign, summary = True, start
            continue
        rows = page.rows[start : min(run, start + 3)]
        if summary == above > place and goes_on_about(head, story, rows[:1], share=OWN):
            return _from(page, place, start, kind)  # Other stories' summaries are one paragraph.
        if kind == "related" and len(story.blocks) + bool(head.dek) >= 3:
            few = rows[:1] if foreign and teaser else rows
            share = OWN if foreign and len(few) < _TEXT else SURELY_FOREIGN if len(few) > 1 else FOREIGN
            whole = len(few) > 1 and is_signed(page, run, by_name=True)
            if not (whole or goes_on_about(head, story, few, share=share)) or (foreign and len(rows) < 2):
                foreign = True  # A teaser; others may follow, and the story after them.
                continue
        if any(page.reads(other) and page.reads(other + 1) for other in range(start, run - 1)):
            return _from(page, place, start, kind)
        signed = _closes(page, run - 1) or is_signed(page, run)
        ended = signed or run >= len(page.rows) or not page.free(run)
        # Between two boxes, or right below a button.
        alone = goes_on_about(
            head, story, told, share=FOREIGN if kind == "widget" and above == place else SURELY_OWN
        )
        # A teaser says other things, nobody signs it, and the last of several headlines is not the only one with one.
        bare = above > place + 1 and all(map(page.headline, range(place + 1, start)))
        own = (
            not teaser
            or kind == "widget"
            or goes_on_about(head, story, rows, share=OWN if signed or bare else SURELY_OWN)
        )
        if own and (ended or bare or alone) and start - place <= 6:
            return _from(page, place, start, kind)
        foreign = foreign or teaser
    return None


def _tells_another(row: Row) -> bool:
    """Another story's headline, alone or with its summary on the same line."""
    return is_headline(row) or runs_together(row.text) or opens_inside(row.text)


def skip_to_story(page: Page, head: Head, story: Story, place: int, kind: str) -> bool:
    """Leave out what stands between a label and the story that goes on below it; False where it does not."""
    goes_on = resumes_at(page, head, story, place, kind)
    if goes_on is None:
        return False
    for skipped in range(place + 1, goes_on):
        if page.rows[skipped].kind is None and skipped not in page.photos:
            pictured = skipped - 1 in page.pictures
            sure = captions.BELOW_PICTURE if pictured else captions.SURE
            ends = page.rows[skipped].ends or pictured
            if skipped == goes_on - 1 and ends and is_caption(page, skipped, sure):
                continue  # Of the photo above the story.
            page.rows[skipped].mark("navigation", LISTED)
    return True


def _from(page: Page, label: int, start: int, kind: str) -> int:
    """The paragraph at which the story resumes, or its subhead; below a widget, what stands there is looked at once
    more."""
    return label + 1 if kind == "widget" else start - _headed(page, label, start)


def _headed(page: Page, label: int, start: int) -> bool:
    """A subhead stands above the paragraph, which says it again."""
    place = start - 1
    row = page.rows[place]
    again = len(set(row.tokens).intersection(page.rows[start].tokens)) * 2 >= len(row.tokens)
    return place > label and again and _subhead(page, place)


def _is_summary(page: Page, place: int, kind: str, *, own: bool) -> bool:
    """A paragraph below another story's headline, with or without its date, sums that up. `own`: it goes on
    about the story, and paragraphs stand below it, so that only a date or a blank line shows that it does."""
    above = place - 1
    named = above - (above in page.stamps)
    headline = page.rows[named]
    twice = page.rows[named - 1].said == headline.said  # Below its picture, which says it, too.
    if kind == "related" and (twice or _set_apart(page, above)):
        return True
    if own and above == named:
        return False
    return page.reads(place + 1) and retells(headline, page.rows[place])


def _set_apart(page: Page, place: int) -> bool:
    """A line and the paragraph below it, with blank lines around the two and none between them."""
    row, below = page.rows[place : place + 2]
    under = page.rows[place + 2 : place + 3]
    parted = not under or under[0].gap or not page.reads(place + 2)
    return bool(row.gap) and not below.gap and bool(parted)


def _goes_on(page: Page, place: int) -> bool:
    """Running text that is no headline in the form of a question, or a subhead above some."""
    return _subhead(page, place) or (page.reads(place) and not is_headline(page.rows[place]))


def _subhead(page: Page, place: int) -> bool:
    """A line shorter than headlines are, with running text below it."""
    row = page.rows[place]
    return row.words <= 6 and not row.ends and page.free(place) and page.reads(place + 1)


def _closes(page: Page, place: int) -> bool:
    return page.rows[place].text.endswith(("./.", "./"))


def _has_address(page: Page, place: int) -> bool:
    """`Địa chỉ: ngã ba Lò Rèn` right below a paragraph: of a place of which the story tells."""
    above, row = page.rows[place - 1 : place + 1]
    return row.tokens[:2] in _ADDRESS and above.ends


@once
def _addresses(page: Page) -> int:
    return sum(_has_address(page, place) for place in range(1, len(page.rows)))


def in_passing(page: Page, head: Head, story: Story, place: int) -> bool:
    """`Trụ sở xã Lâm Trà`, `Bình luận của người xem:`: what a page's foot may begin with, but the story goes on below
    it, in its paragraphs or with what the line announces. Below a house's number it does so for longer."""
    row = page.rows[place]
    if not story.blocks or story.closed:
        return False
    if _has_address(page, place) and _addresses(page) > 1:
        return True
    if is_contact(row):
        near = range(place + 1, min(place + 2 + _TEXT, len(page.rows)))
        more = takewhile(lambda below: page.reads(below) or _subhead(page, below), near)
        told = [page.rows[below] for below in more if page.reads(below)][:_TEXT]
        return len(told) == _TEXT and goes_on_about(head, story, told, share=OWN)
    if row.words <= 3 or row.key in keys("footers"):
        return False
    below = page.rows[place + 1 : place + 3]
    if row.text[-1] == ":" and below and LIST_ITEM.match(below[0].text):
        return True
    reads = page.reads(place + 1) and (page.reads(place + 2) or is_signed(page, place + 2))
    return reads and (row.ends or goes_on_about(head, story, below))
