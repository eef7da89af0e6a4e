"""Where a story goes on below a label that stands inside it."""

from articles.text.layout.head import Head
from articles.text.layout.lines import keys
from articles.text.layout.page import Page
from articles.text.layout.signing import is_signed
from articles.text.layout.story import Story
from articles.text.layout.tails import FOREIGN, OWN, SURELY_OWN, goes_on_about, is_headline


def resumes_at(page: Page, head: Head, story: Story, place: int, kind: str) -> int | None:
    """Where the story resumes after a label: at running text that has more of it below, not at a teaser."""
    limit = min(len(page.rows), place + 40)
    foreign = False
    for start in range(place + 1, limit):
        if not page.reads(start) or (story.blocks and is_headline(page.rows[start])):
            continue
        if not story.blocks:
            return start
        run = start
        while run < limit and (run in page.photos or _goes_on(page, run)):
            run += 1
        above = start - 1
        teaser = above > place and (above in page.stamps or (page.free(above) and page.headline(above)))
        rows = page.rows[start : min(run, start + 3)]
        if kind == "related" and len(story.blocks) >= 3:
            share = OWN if foreign else FOREIGN
            if not goes_on_about(head, story, rows, share=share) or (foreign and len(rows) < 2):
                foreign = True  # A teaser; others may follow, and the story after them.
                continue
        if run - start >= 2:
            return place + 1 if kind == "widget" else start
        signed = _closes(page, run - 1) or is_signed(page, run)
        ended = signed or run >= len(page.rows) or run in page.markers
        # A teaser says other things, and nobody signs it.
        own = (
            not teaser
            or kind == "widget"
            or goes_on_about(head, story, rows, share=OWN if signed else SURELY_OWN)
        )
        if ended and own and start - place <= 6:
            return place + 1 if kind == "widget" else start
    return None


def _goes_on(page: Page, place: int) -> bool:
    """Running text that is no headline in the form of a question, or a subhead above some."""
    return _subhead(page, place) or (page.reads(place) and not is_headline(page.rows[place]))


def _subhead(page: Page, place: int) -> bool:
    """A line shorter than headlines are, with running text below it."""
    row = page.rows[place]
    return row.words <= 6 and not row.ends and page.free(place) and page.reads(place + 1)


def _closes(page: Page, place: int) -> bool:
    return page.rows[place].text.endswith(("./.", "./"))


def is_seat(page: Page, head: Head, story: Story, place: int) -> bool:
    """`Trụ sở xã Lâm Trà`: what an imprint begins with, without address, and the story goes on below it."""
    row = page.rows[place]
    return (
        bool(story.blocks)
        and not story.closed
        and row.words > 3
        and not any(map(row.text.__contains__, ":©@0123456789"))
        and row.key not in keys("footers")
        and all(page.reads(other) for other in (place + 1, place + 2))
        and goes_on_about(head, story, page.rows[place + 1 : place + 3], share=OWN)
    )
