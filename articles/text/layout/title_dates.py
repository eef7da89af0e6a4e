"""Whether a line has the date beside it, as headlines do."""

from articles.text.layout import navigation
from articles.text.layout.page import Page


def dated(page: Page, place: int) -> bool:
    """The date stands beside the line, or below its reporter or section."""
    return is_date(page, place - 1) or dated_below(page, place)


def dated_below(page: Page, place: int) -> bool:
    if is_date(page, place + 1):
        return True
    if not is_date(page, place + 2):
        return False
    return page.signs(place + 1) or page.section_of(page.rows[place + 1].text)


def is_date(page: Page, place: int) -> bool:
    """It says the day or how long ago; a time alone stands beside each headline of a list."""
    stamp = page.stamps.get(place)
    return stamp is not None and (stamp.published is not None or not page.rows[place].text[-1].isdigit())


def heads_date(page: Page, place: int) -> bool:
    """`Trực tiếp: …` above its date, or on the first line, is the page's own headline."""
    if not place:
        return navigation.is_marked(page.rows[0]) or 1 in page.stamps
    return navigation.is_marked(page.rows[place]) and is_date(page, place + 1)
