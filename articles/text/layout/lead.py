"""Where the running text begins: past the headline, the labels, mottos and pictures above it."""

from bisect import bisect
from itertools import chain

from articles.text.layout import captions
from articles.text.layout.caption_places import credit_follows, is_caption
from articles.text.layout.datelines import opens_coded
from articles.text.layout.dek import SENTENCES, WHOLE, is_furniture
from articles.text.layout.galleries import gallery
from articles.text.layout.lines import Row
from articles.text.layout.masthead import LABEL
from articles.text.layout.page import LONGEST_HEADLINE, Page
from articles.text.layout.stopped import is_stopped
from articles.text.layout.titles import is_coded_title, longest_title

_SHORT = 20
"""Words of a headline that may be two sentences, at most."""
_DESCRIBED = 2
"""Lines of running text above the head of a page, at most: what its notices and descriptions say."""
_HEAD = 40
"""Rows in which a page's headline stands below a sentence."""
_HEADS = 8
"""Words of a line that labels are shorter than."""
_SHORT_PHRASE = 5
"""Words behind an outlet's code that begin no story."""
_TELLING, _SOON = 3, 6
"""Paragraphs that a page has at least to have a story; rows below a line in which its first one stands."""
_PICTURED = captions.THRESHOLD - 1.5
"""What a sentence above a lone credit must score as a caption, so that it is not the dek above a photo without one."""


def find_lead(page: Page, menu: int = 0) -> int:
    """The first row of running text below the menu, be it a dek or the story; the second line of a page without any."""
    captioned = min(gallery(page), default=len(page.rows))
    told = [place for place, row in enumerate(page.rows) if row.ends and page.reads(place)]
    begin = max(menu, _head_again(page) or _dated_head(page))
    for place, row in enumerate(page.rows[begin:], begin):
        coded = (
            page.free(place)
            and row.words > _SHORT_PHRASE
            and opens_coded(row.text)
            and not is_coded_title(page, place)
        )
        if not (coded or page.reads(place)) or _describes(page, place):
            continue
        if coded:
            return place
        if _is_motto(page, place) or _stands_in_menu(page, place, told) or _heads_again(page, place):
            continue
        if credit_follows(page, place) and (not row.ends or is_caption(page, place, _PICTURED)):
            continue
        least = captions.BELOW_PICTURE if place - 1 in page.pictures else captions.SURE
        if is_caption(page, place, least) and not _is_between(page, place):
            continue
        headline = not row.ends or _asks(row) or row.text.isupper() or is_stopped(page, place)
        if headline and row.words <= longest_title(page, place) and place < captioned:
            continue
        return place
    return find_lead(page, 0) if menu else _without_prose(page)


def _head_again(page: Page) -> int:
    """Below a headline that stands again with a date below it, and no story between: what a browser shows of the page
    has been put above it, or a bar with its title."""
    told = 0
    shown: set[str] = set()
    for place, row in enumerate(page.rows):
        if LABEL < row.words <= LONGEST_HEADLINE and row.text[-1] != "." and page.seen[row.said] > 1:
            if row.said in shown and (stamp := page.stamps.get(place + 1)) and stamp.published:
                return place + 1
            shown.add(row.said)
        told += page.reads(place)
        if told > _DESCRIBED:
            break
    return 0


def _dated_head(page: Page) -> int:
    """Below a headline above its date, where one sentence and no other headline stand above: its dek, or what the
    house says of itself."""
    sentence: Row | None = None
    for place, row in enumerate(page.rows[:_HEAD]):
        if row.prose and row.text[-1] == "." and page.free(place):
            if sentence:
                break
            sentence = row
        elif row.words > LABEL and page.headline(place):
            if not sentence:
                break
            if (stamp := page.stamps.get(place + 1)) and stamp.published:
                rows = page.rows[place + 2 : place + 2 + _SOON]
                story = set(chain.from_iterable(other.pairs for other in rows if other.prose))
                of_story = not row.pairs.isdisjoint(story) or sentence.pairs.isdisjoint(story)
                return place + 1 if of_story else 0
    return 0


def _describes(page: Page, place: int) -> bool:
    """The page's description above its title: the first running text below says nearly the same."""
    row, below = page.rows[place], place + 2
    if not (place + 1 < len(page.rows) and page.headline(place + 1) and page.rows[place + 1].words > 4):
        return False
    while below < min(place + 5, len(page.rows)) and not page.reads(below):
        below += 1
    return page.reads(below) and len(row.pairs & page.rows[below].pairs) * 10 >= len(row.pairs) * 6


def _is_between(page: Page, place: int) -> bool:
    """Between a headline and the date or the reporter below it, or a line that is the whole story, captions included:
    there stand deks rather than captions."""
    if not place or not page.headline(place - 1):
        return False
    return is_furniture(page, place + 1) or any(
        row.words >= WHOLE for row in page.rows[place + 1 : place + 2]
    )


def _is_motto(page: Page, place: int) -> bool:
    """A long line without an end above a headline and a story that say other things: the house's motto, or a notice.
    Below a headline it is the dek, and what stands below a subhead."""
    row, below = page.rows[place], place + 1
    if place and page.headline(place - 1) and page.rows[place - 1].words >= _HEADS:
        return False
    if row.ends or row.text[-1] in ",;:" or not (below < len(page.rows) and page.headline(below)):
        return False
    story = next((other for other in page.rows[below + 1 : below + 4] if other.prose), None)
    title = page.rows[below]
    return (
        story is not None
        and not story.opens_lower
        and title.words > LABEL
        and len(title.pairs & story.pairs) > len(row.pairs & story.pairs)
    )


def _heads_again(page: Page, place: int) -> bool:
    """The headline above, which has a full stop, a second time."""
    return place == 1 and page.rows[0].said == page.rows[1].said and is_stopped(page, 0)


def _stands_in_menu(page: Page, place: int, told: list[int]) -> bool:
    """A long line without an end that no sentence follows soon, above a story: languages or headlines of a menu.

    `told`: where the page's paragraphs stand.
    """
    row, first = page.rows[place], bisect(told, place)
    if row.ends or row.text[-1] in ",;:" or len(told) - first < _TELLING:
        return False
    return told[first] > place + _SOON


def _asks(row: Row) -> bool:
    """One question, exclamation or trailing thought, two if they are short: headlines may be that."""
    if not row.text.rstrip("\"'”’)").endswith(("?", "!", "…", "...")):
        return False
    return len(SENTENCES.findall(row.text)) <= (row.words <= _SHORT)


def _without_prose(page: Page) -> int:
    """No running text anywhere: the first line heads whatever follows it."""
    free = [place for place in range(len(page.rows)) if page.free(place)]
    return free[1] if len(free) > 1 else len(page.rows)
