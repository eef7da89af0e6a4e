"""Lists of other stories above a story: where one begins, and the headline that only seems to be its last line."""

from articles.text.layout.beside_title import TOLD
from articles.text.layout.masthead import LABEL
from articles.text.layout.page import Page

LISTED = "in a list of other stories"
_TOLD_ALONE = 0.25
"""Share of a headline's word pairs that its story has, where no other headline is on the page: not in
that list, and none above it but a menu's label."""
_HARDLY = TOLD / 2
_LONG_LABEL = 7
"""Words of labels, at most."""
_MENU, _NEAR = 2, 3
"""Labels that stand in so many rows above one more of a menu, at least."""
_TOLD_IN = 6
"""Rows below a headline in which its story tells of it."""


def last_listed(page: Page, first: int, chosen: int | None) -> int | None:
    """The last line of a list right above the story, beside which the only date stands, or of which the story tells:
    the list had ended above it without a sign."""
    listed = [place for place in range(first) if page.rows[place].reason == LISTED]
    beside = [place for place in listed if page.rows[place].words > LABEL and _is_dated(page, place)]
    for place in range(first - 1, -1, -1):
        if page.rows[place].reason == LISTED:
            if page.rows[place].words <= LABEL:
                continue
            alone = len(listed) == 1 and (chosen is None or _below_menu(page, chosen))
            told = beside == [place] or page.told_elsewhere(place) >= (_TOLD_ALONE if alone else TOLD)
            return place if told else None
        beside_it = place in page.stamps or place in page.photos or place in page.markers
        if page.free(place) and not beside_it:
            break
    return None


def _is_dated(page: Page, place: int) -> bool:
    """Its date stands beside it, and no time alone."""
    return any(at in page.stamps and page.stamps[at].published for at in (place - 1, place + 1))


def tells_more(page: Page, listed: int, chosen: int) -> bool:
    """The story below says more of the headline beside its date than of the one chosen, beside which none stands."""
    told = {pair for row in page.rows[listed + 1 : listed + 1 + _TOLD_IN] if row.prose for pair in row.pairs}
    more = len(page.rows[listed].pairs & told) > len(page.rows[chosen].pairs & told)
    return more and _is_dated(page, listed) and not _is_dated(page, chosen)


def names_part(page: Page, place: int) -> bool:
    """A few words without a date, which the story does not tell, or some more on the page's first line or below a menu,
    of which it hardly tells anything."""
    row, least = page.rows[place], 0.0
    if row.words <= LABEL:
        least = TOLD
    elif row.words <= _LONG_LABEL and (place == 0 or _below_menu(page, place)):
        least = _HARDLY
    return place + 1 not in page.stamps and page.told_elsewhere(place) < least


def _below_menu(page: Page, place: int) -> bool:
    above = range(max(0, place - _NEAR), place)
    return sum(page.free(at) and page.rows[at].words <= LABEL for at in above) >= _MENU


def dates_listed(page: Page, place: int) -> bool:
    """The date belongs to the listed headline above it, and not to the title below: there it is the only one."""
    above = page.rows[place - 1]
    if not place or above.reason != LISTED or above.words <= LABEL:
        return False
    titled = any(row.kind == "title" for row in page.rows[place + 1 : place + 2])
    alone = place + 2 not in page.stamps and not any(
        page.stamps[at].published for at in page.stamps if at < place
    )
    return not (titled and alone)


def lists_others(page: Page, place: int, first: int) -> bool:
    """`Tin mới` names a section, too; but not where headlines stand together below it, apart from the next lines."""
    if page.markers.get(place) != "related":
        return False
    end = place + 1
    while end < first and page.headline(end) and (end == place + 1 or not page.rows[end].gap):
        end += 1
    return end - place > 2 and end < first and page.rows[end].gap > 0
