"""Photos that a line announces, `Một số hình ảnh của buổi lễ:`, and what stands below it: the captions of each."""

from functools import partial
from itertools import takewhile

from articles.text import lazy_re as re
from articles.text.layout import captions
from articles.text.layout.bylines import read_signature
from articles.text.layout.caption_scores import own_score
from articles.text.layout.caption_signs import reports, signs_of
from articles.text.layout.lines import BROKEN, Row
from articles.text.layout.openings import DATED, opens_paragraph
from articles.text.layout.page import Page, once

_WORDS = 24
"""Words of such a line, at most."""
# But `những hình thức lừa đảo`, `các ảnh hưởng`.
_PHOTOS = (
    r"(?:một (?:số|vài)|vài|những|các|chùm) "
    r"(?:(?:tấm |bức )?(?:hình ảnh|hình chụp|ảnh(?! hưởng))|(?:tấm|bức) hình|khoảnh khắc)\b"
)
_ANNOUNCES = re.compile(
    rf"\W{{0,3}}(?:(?:xin|mời|trân trọng) [^:.]{{0,60}}|(?:dưới|sau) đây (?:là )?)?{_PHOTOS}", re.IGNORECASE
)
_ANNOUNCES_BEHIND = re.compile(
    r"(?:\b(?:dưới|sau) đây là|\b(?:PV|phóng viên)\b[^.:;]{0,60} ghi (?:lại|nhận)(?: được)?)"
    rf" {_PHOTOS}[^.:;]{{0,120}}[.:]$",
    re.IGNORECASE,
)
_ANY = frozenset(("hình", "ảnh", "khoảnh"))
_SHORTEST = 3
_LEAST_TOLD = 0.05
"""The share of its word pairs that a line without an end has in common with others, at least."""
_LONGEST_SENTENCE = 34
"""Words of a sentence that shows what was announced."""
_SHORT_SENTENCE = 20
"""Words of one that may open as paragraphs do, and have words that stories report with."""
_OPENS_MORE = frozenset(("thấy", "rằng", "gồm", "đề"))
"""Before a colon these lead to what is no photo: `Các hình ảnh cho thấy:`, `Các ảnh xếp theo ba chủ đề:`."""
_NEXT = 3
"""Rows below the captions in which a sentence shows that the story goes on."""
_TOLD = frozenset(("quote", "narrates"))
_REPORTED = frozenset(("figures", "points back"))
"""What such a sentence does not show, see `caption_signs`."""


def announces(row: Row) -> bool:
    """`Một số hình ảnh của buổi lễ:`, `Dưới đây là một số hình ảnh`, and no sentence."""
    return (
        row.words <= _WORDS
        and (row.text[-1] == ":" or not row.ends)
        and row.text[-1] not in ",;"
        and row.tokens[-1] not in _OPENS_MORE
        and _ANNOUNCES.match(row.text) is not None
    )


def _announces_behind(row: Row) -> bool:
    """A paragraph that ends in announcing them."""
    return (
        not _ANY.isdisjoint(row.tokens[-40:])
        and _ANNOUNCES_BEHIND.search(row.text, max(0, len(row.text) - 240)) is not None
    )


@once
def announcing(page: Page) -> dict[int, list[int]]:
    """The lines below the first paragraph that announce photos, and where the captions of each stand; one with a
    sentence of the story right below it, and no colon, is a subhead."""
    found = {}
    for place in range(page.opens, len(page.rows)):
        row = page.rows[place]
        if not page.free(place) or not ((place > page.opens and announces(row)) or _announces_behind(row)):
            continue
        shown = _shown_below(page, place)
        if shown or row.text[-1] == ":" or not _goes_on(page, range(place + 1, place + 2)):
            found[place] = shown
    return found


def _shown_below(page: Page, label: int) -> list[int]:
    """The lines below one that announces photos, to the first that none can show.

    A sentence that does not read like a caption is one only where the story ends below it, and where the line above is
    no subhead.
    """
    places = range(label + 1, len(page.rows))
    passed = list(takewhile(lambda place: _is_known(page, place) or _may_be_shown(page, place), places))
    shown = [place for place in passed if not _is_known(page, place)]
    below = label + 1 + len(passed)
    if page.rows[label].text[-1] in ".:" and not _goes_on(page, range(below, below + _NEXT)):
        return shown
    return list(takewhile(partial(_reads_like_one, page), shown))


def _is_known(page: Page, place: int) -> bool:
    """A photo with a credit, or nothing to read."""
    return place in page.photos or page.rows[place].kind == "junk"


def _goes_on(page: Page, places: range) -> bool:
    """A sentence of the story stands there."""
    return any(page.free(place) and page.rows[place].ends for place in places if place < len(page.rows))


def _reads_like_one(page: Page, place: int) -> bool:
    return not page.rows[place].ends or own_score(page, place) >= captions.THRESHOLD


def _may_be_shown(page: Page, place: int) -> bool:
    """As long as captions are, and neither a signature nor what a story goes on with."""
    row = page.rows[place]
    if not page.free(place) or row.opens_lower or row.text[-1] in ":;,?" or row.words < _SHORTEST:
        return False
    if announces(row) or _announces_behind(row):
        return False
    if row.ends:
        return own_score(page, place) >= captions.THRESHOLD or _may_show(row)
    if page.section_of(row.text) or read_signature(row.text) or row.words > captions.LONGEST_BARE:
        return False
    return own_score(page, place) >= captions.THRESHOLD or page.told_elsewhere(place) >= _LEAST_TOLD


def _may_show(row: Row) -> bool:
    """A sentence that tells no day, speech or deed; only a short one opens as paragraphs do."""
    if row.words > _LONGEST_SENTENCE or DATED.match(row.text) or BROKEN.search(row.text):
        return False
    signs = _TOLD.intersection(signs_of(row))
    if row.words > _SHORT_SENTENCE and not signs:
        return not (opens_paragraph(row.tokens) or reports(row) or _REPORTED.intersection(signs_of(row)))
    return not signs
