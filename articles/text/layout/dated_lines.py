"""Date lines inside the story or below it: the page's own, or other stories', of which headlines stand above them."""

from articles.text.layout.above import Head
from articles.text.layout.lines import LIST_ITEM, Row
from articles.text.layout.listing import is_fact, lines_listed
from articles.text.layout.page import Page
from articles.text.layout.resuming import skip_to_story
from articles.text.layout.story import Story
from articles.text.layout.tails import is_headline, uncredited

_WHEN = ["thời", "gian"]
_BELOW_DATE = 4
"""Rows below a reporter and a date in which no paragraph stands at the story's end."""


def take_stamp(page: Page, head: Head, story: Story, place: int) -> int:
    """A date line inside or after the story: the page's own near the beginning, else of another story."""
    row, stamp = page.rows[place], page.stamps[place]
    below_headline = _dates_link(page, place)
    listed = below_headline and (_dates_link(page, place - 2) or _dates_link(page, place + 2))
    first = not story.stamps and (len(story.blocks) <= 1 or place < page.opens)
    again = not story.blocks and not below_headline
    if stamp.published and not (story.closed or listed) and (first or again):
        story.stamps.append(place)
        row.mark("published", "a date line at the head of the story")
        if (signature := stamp.signature) and (signature.names or signature.agencies):
            story.signatures.append((signature, row.span()))
    elif (
        stamp.published
        and (stamp.labelled or _signs_off(page, place) or _ends_page(page, place))
        and not (story.stamps or listed)
        and story.closed in ("", "signature", "end mark")
    ):
        story.stamps.append(place)
        row.mark("published", "a labelled date line after the story")
        if not stamp.labelled and (signature := stamp.signature):
            story.signatures.append((signature, row.span()))
        story.closed = story.closed or "signature"
    elif stamp.published is None and not stamp.rest:
        row.mark("navigation", "a time alone")
        if ":" not in row.text:  # `2 giờ trước`, unlike the times of a live page.
            _drop_headline(story, page.rows[place - 1])
    else:
        row.mark("navigation", "the date of another story")
        _drop_headline(story, page.rows[place - 1])
        if story.blocks and not story.closed and not skip_to_story(page, head, story, place, "related"):
            story.closed = "related"
    return place + 1


def is_dated_item(page: Page, story: Story, place: int) -> bool:
    """`Thời gian: 18 giờ, ngày 3/1/2025` above `Địa điểm: Sân vận động`, `Tập 2: 20h15 ngày 3/1`, or a list item: when
    something is held."""
    if not story.blocks:
        return False
    rows, fact = page.rows[place - 1 : place + 2], is_fact(page, place)
    listed = sum(LIST_ITEM.match(row.text) is not None for row in rows) > 1
    if page.stamps[place].labelled:
        return listed or (fact and page.rows[place].tokens[:2] == _WHEN)
    return fact and (listed or place in lines_listed(page))


def _signs_off(page: Page, place: int) -> bool:
    """`Lam Hồng | 17:27 14/12/2024` right below the last paragraph: a reporter and when."""
    signature = page.stamps[place].signature
    above, below = page.rows[place - 1], page.rows[place + 1 : place + 1 + _BELOW_DATE]
    return (
        signature is not None
        and signature.names != ()
        and above.prose
        and above.ends
        and not any(row.prose for row in below)
    )


def _ends_page(page: Page, place: int) -> bool:
    """A day alone between who signed and a label, or the page's end; with its hour, or above who signed, below the last
    sentence as well, but `8:00 ngày 12/05/2019` is when what a notice tells of begins."""
    above, row, stamp = page.rows[place - 1], page.rows[place], page.stamps[place]
    alone = not stamp.rest and "ngày" not in row.tokens
    timed = alone and "T" in (stamp.published or "")
    told = above.kind == "body" and above.prose and above.ends
    if place + 2 == len(page.rows) and page.signs(place + 1):
        return alone and told
    return (page.signed(place - 1) or (timed and told)) and (
        place + 1 == len(page.rows) or place + 1 in page.markers
    )


def _dates_link(page: Page, place: int) -> bool:
    """A date below a headline that is not the page's own: two of them are a list of other stories."""
    if place not in page.stamps or not 0 < place < len(page.rows):
        return False
    row = page.rows[place - 1]
    return row.kind not in ("title", "dek") and page.stamps.get(place - 1) is None and is_headline(row)


def _drop_headline(story: Story, row: Row) -> None:
    """Take the line above another story's date for its headline, whatever it was taken for."""
    if (row.ends and row.text[-1] not in "?!") or row.words > 32:
        return
    if story.blocks and story.blocks[-1].rows[-1] is row:
        for other in story.blocks.pop().rows:
            other.mark("navigation", "another story's headline")
    elif row.kind == "caption" and uncredited(story, row):
        row.mark("navigation", "another story's headline")
