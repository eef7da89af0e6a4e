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
_ANNOUNCES = re.compile(
    r"\W{0,3}(?:(?:xin|mời|trân trọng) [^:.]{0,60}|(?:dưới|sau) đây (?:là )?)?"
    r"(?:một (?:số|vài)|vài|những|các|chùm) (?:tấm |bức )?(?:hình|ảnh|khoảnh khắc)\b",
    re.IGNORECASE,
)
_ANNOUNCES_BEHIND = re.compile(
    r"(?:\b(?:dưới|sau) đây là|\b(?:PV|phóng viên)\b[^.:;]{0,60} ghi (?:lại|nhận)(?: được)?)"
    r" (?:một (?:số|vài)|vài|những|các|chùm) (?:tấm |bức )?(?:hình|ảnh|khoảnh khắc)\b[^.:;]{0,120}[.:]$",
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
_TOLD = frozenset(("quote", "narrates"))
_REPORTED = frozenset(("figures", "points back"))
"""What such a sentence does not show, see `caption_signs`."""


def announces(row: Row) -> bool:
    """`Một số hình ảnh của buổi lễ:`, `Dưới đây là một số hình ảnh`, and no sentence."""
    return (
        row.words <= _WORDS
        and (row.text[-1] == ":" or not row.ends)
        and row.text[-1] not in ",;"
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
    paragraph right below it, and no colon, is a subhead."""
    found = {}
    for place in range(page.opens, len(page.rows)):
        row = page.rows[place]
        if not page.free(place) or not ((place > page.opens and announces(row)) or _announces_behind(row)):
            continue
        shown = _shown_below(page, place)
        if shown or row.text[-1] == ":" or not page.reads(place + 1):
            found[place] = shown
    return found


def _shown_below(page: Page, label: int) -> list[int]:
    """The lines below one that announces photos, to the first that none can show; what has a credit is known."""
    bare = (
        place
        for place in range(label + 1, len(page.rows))
        if place not in page.photos and page.rows[place].kind != "junk"
    )
    return list(takewhile(partial(_may_be_shown, page), bare))


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
