"""The page's menu: labels that stand together above the story, among them sections' names; its title stands below."""

from articles.text.layout.bylines import has_surname
from articles.text.layout.lines import Row
from articles.text.layout.masthead import LABEL
from articles.text.layout.page import Page

_LABELS, _SECTIONS = 8, 3
"""Labels that stand together in a menu, and names of sections among them, at least."""
_MORE_LABELS, _MORE_SECTIONS = 4, 1
"""The same below the first part of one."""
_STORY, _NOTICE = 2, 60
"""Paragraphs below which a list of labels is the story's own, or the page's foot: one that has more words than the
notices above menus is enough."""
_BELOW = 2
"""Labels below the last section's name that may be a short headline and its reporter."""
_SHORT = 3
"""Words of a label in capitals that is no headline, at most."""
_LONGEST_ABOVE = 6
"""Words of a label above the page's address, at most."""
_AHEAD, _GOES_ON = 7, 2
"""So many names of sections in so many rows below a longer line show that the menu goes on."""


def mark_menu(page: Page) -> int:
    """Mark the labels of the menus above the story; the place below the last of them, 0 where there is none.

    Sections' names are left to be looked at.
    """
    labels: list[int] = []
    below = told = sections = 0
    for place, row in enumerate(page.rows):
        if row.ends and page.reads(place):
            told += _STORY if row.words > _NOTICE else 1
        if told >= _STORY:
            break
        if row.words <= _LABELS and not row.ends and page.free(place) and len(row.tokens) <= _longest(row):
            labels.append(place)
            sections += _is_section(page, place)
        elif place in page.stamps or not (row.kind or place in page.markers or _goes_on(page, place)):
            below = _mark(page, labels, sections, below)
            labels, sections = [], 0
    return _mark(page, labels, sections, below)


def in_menu(page: Page, place: int, first: int) -> bool:
    """`Thủ tục hành chính`, and further down `Liên hệ`: labels in the page's head, its address among the last, and none
    that the story says. `first`: where that begins."""
    row = page.rows[place]
    few = row.words <= _LONGEST_ABOVE and page.prose.isdisjoint(row.pairs)
    return few and any(page.markers.get(below) == "footer" for below in range(place + 1, first))


def _goes_on(page: Page, place: int) -> bool:
    names = 0
    for at in range(place + 1, min(place + _AHEAD, len(page.rows))):
        if at in page.stamps:
            return False
        names += _is_section(page, at)
    return names >= _GOES_ON


def _is_section(page: Page, place: int) -> bool:
    row = page.rows[place]
    return row.words <= _LABELS and row.key in page.sections


def _longest(row: Row) -> int:
    return LABEL + row.text.isupper()


def _all_capitals(rows: list[Row]) -> bool:
    """`TIN TỨC`, `HOẠT ĐỘNG CỦA LÃNH ĐẠO`, `CÔNG BÁO`: labels to the last one, which is shorter than headlines are and
    names nobody."""
    last = rows[-1]
    return last.words <= _SHORT and not has_surname(last.text) and all(row.text.isupper() for row in rows)


def _mark(page: Page, labels: list[int], sections: int, above: int) -> int:
    """`above`: where the menu ended so far."""
    capital = len(labels) > _MORE_LABELS and _all_capitals([page.rows[place] for place in labels])
    least = (_MORE_LABELS, _MORE_SECTIONS) if above or capital else (_LABELS, _SECTIONS)
    if len(labels) < least[0] or sections < least[1]:
        return above
    last = max(at for at, place in enumerate(labels) if _is_section(page, place)) + 1
    menu = labels if capital else labels[: max(last, len(labels) - _BELOW)]
    page.masthead.update(menu)
    for place in menu:
        if not _is_section(page, place):
            page.rows[place].mark("navigation", "the page's menu")
    return menu[-1] + 1
