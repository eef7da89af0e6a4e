"""Which of the names above a title is the story's section, and which are a menu's."""

from collections import Counter
from collections.abc import Sequence

from articles.text import lazy_re as re
from articles.text.fold import name_key
from articles.text.layout.page import Page

# A topic or a section in words alone: no number, no colon, no end.
_LABEL = re.compile(r"[^\W\d_][^\d:;.!?|\"“”()\[\]]+")
LONGEST_LABEL = 6
"""Words of a label."""
MENU = 3
"""Names of sections that make a menu, at least."""
_LABELS = 2
"""Labels between a menu's name of a section and the title, at least."""


def section_of(
    page: Page, found: Sequence[tuple[int, str]], title: int | None, *, way: bool
) -> tuple[int, str] | None:
    """Where the story's section stands, and its name: named twice, at the end of a way through the site (`way`: the
    last of `found` is), or the nearest to the title; of a menu none is.

    A label alone between the house's name and the title in row `title` is one, though on no list.
    """
    named = Counter(name_key(name) for _, name in found)
    twice = [at for at in found if named[name_key(at[1])] > 1]
    if twice and (way or not _amid_labels(page, twice[-1][0], title)):
        return twice[-1]
    if found:
        menu = len(found) >= MENU and not page.rows[found[-1][0]].gap
        return None if not way and (menu or _amid_labels(page, found[-1][0], title)) else found[-1]
    if title is None or title < 2:
        return None
    row = page.rows[title - 1]
    label = row.kind is None and row.words <= LONGEST_LABEL and _LABEL.fullmatch(row.text)
    return (title - 1, row.text) if label else None


def _amid_labels(page: Page, place: int, title: int | None) -> bool:
    """Labels of a menu follow the name, which is one of them: buttons and dates stand below a story's section."""
    between = range(place + 1, title or 0)
    labels = (at for at in between if page.rows[at].kind in (None, "navigation") and at not in page.markers)
    return sum(page.stamps.get(at) is None and at not in page.photos for at in labels) >= _LABELS
