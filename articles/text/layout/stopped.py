"""Headlines that somebody ended with a full stop."""

from articles.text.layout.datelines import read_dateline
from articles.text.layout.dek import dek_at, is_furniture
from articles.text.layout.masthead import LABEL, shows_cut
from articles.text.layout.openings import opens_story
from articles.text.layout.page import Page
from articles.text.layout.title_dates import dated_below

LONGEST_TITLE = 32
_SHORT = 16
"""Words of a sentence that is a headline rather than a dek."""
_LONGEST = 20
"""The same above a date or a label, which stand below deks as well."""
_MENU = 3
"""Labels that are a menu, at least."""


def is_stopped(page: Page, place: int) -> bool:
    """A headline that somebody ended with a full stop: one sentence above its double, a date, a label or a dek,
    below a line that shows how it begins, or between a menu and the date."""
    row = page.rows[place]
    if not row.text.endswith(".") or row.words > LONGEST_TITLE or len(page.rows) < 2:
        return False
    shown = place > 0 and (shows_cut(page.rows[place - 1], row) or _is_below_menu(page, place))
    if place and not shown:
        return False
    return (
        (
            shown
            or page.rows[1].said == row.said
            or (row.words <= _LONGEST and is_furniture(page, 1))
            or (row.words <= _SHORT and dek_at(page, row.text, 1) == "dek")
        )
        and ". " not in row.text
        and not opens_story(row)
        and not read_dateline(row.text, page.text)
    )


def _is_below_menu(page: Page, place: int) -> bool:
    """Right below the labels of a menu, the date or the reporter and the date below it: no headline but this one."""
    above = range(place - _MENU, place)
    if any(page.rows[other].words > LABEL and page.headline(other) for other in range(place)):
        return False
    return (
        above[0] >= 0
        and page.rows[place].words > LABEL
        and all(page.rows[label].words <= LABEL for label in above)
        and (not page.free(above[-1]) or page.section_of(page.rows[above[-1]].text))
        and dated_below(page, place)
    )
