"""Subheads: lines without an end that stand above paragraphs, as captions do."""

from articles.text.layout import captions
from articles.text.layout.bylines import read_signature
from articles.text.layout.caption_signs import names_somebody, shows, signs_of
from articles.text.layout.page import Page, once

LONGEST = 12
"""Words of a subhead, by far most often."""
_NAMED = -3.0
"""What a name counts that is one of a list of people."""
_NAMES = 3
"""Names above paragraphs that make such a list, where none of those above them has told of them."""
_ALIKE, _NAMED_PART, _LONGEST_ALIKE = 2, 5, 14
"""Words with which lines begin alike that have so many at most, and words of those that begin with twice as many."""
# What it adds to a line without an end that a paragraph stands below it. From a logistic regression on 331 captions and
# 549 subheads of real articles that mark both, 241 captions and 2,500 headlines of other stories on assembled pages: it
# finds 80 captions in 100, and takes 9 subheads and 8 headlines in 100 for some.
_ABOVE_TEXT = -2.7
_TOLD_ABOVE, _TOLD_NEXT = 2.3, -1.5
"""Times the share of its words that stand above it, less that of those that stand below it; and times the share of
those in the paragraph right below: photos show what has been told, subheads name what will be."""
_UNTOLD = -4.8
"""Where nothing else tells of it, see `captions.STRANGE`."""
_SHOWN = 2.4
"""Where it says so, see `caption_signs.shows`."""
_DOES = 0.8
"""Where somebody does in it what captions show people do."""
_EACH_WORD, _MOST_WORDS = 0.35, 16
"""For each word, up to so many: subheads are shorter."""
_PAIR_TOLD, _PAIR_BESIDE = 0.3, 0.4
"""The share of the word pairs of two lines, on average, that other lines have, and that of one line's words which the
paragraph next to them has, from which they are a caption and a subhead: of 37 such pairs of real stories 28 are known
by it, of the pairs of other stories' headlines none."""


def heads_like_others(page: Page, place: int) -> bool:
    """A short line right above the first paragraph, as another stands alone further down: a subhead."""
    if not _is_short(page, place) or not (_is_apart(page, place) or _is_told_below(page, place)):
        return False
    others = range(place + 2, len(page.rows) - 1)
    return any(_is_short(page, other) and _is_apart(page, other) for other in others)


def _is_short(page: Page, place: int) -> bool:
    """A few words above a paragraph, and no sentence."""
    row = page.rows[place]
    return (
        row.words <= LONGEST
        and (not row.ends or row.text[-1] == "?")
        and row.text[-1] not in ",;:"
        and page.free(place)
        and page.reads(place + 1)
    )


def _is_apart(page: Page, place: int) -> bool:
    return page.rows[place - 1].ends or place - 1 in page.photos


def _is_told_below(page: Page, place: int) -> bool:
    """Right below a headline stand deks and links to other stories as well: the story tells of a subhead, and its first
    paragraph of one that is as long as those are."""
    row, below = page.rows[place : place + 2]
    if page.told_elsewhere(place) < captions.OWN or read_signature(row.text):
        return False
    return row.words <= captions.SHORT or 2 * len(set(row.tokens).intersection(below.tokens)) >= row.words


def may_head(page: Page, place: int) -> bool:
    """It stands where subheads do, with a paragraph somewhere above it and another right below."""
    below = place + 1
    return (
        page.opens < place < len(page.rows) - 1
        and page.free(below)
        and page.rows[below].words >= captions.SHORT
    )


def like_subhead(page: Page, place: int) -> float:
    """What it adds to a line there: what else tells of it, how long it is, and whether a picture may show it."""
    if place in people_listed(page):
        return _NAMED
    row = page.rows[place]
    own = set(row.tokens)
    first, last = page.told
    above = sum(first[token] < place for token in own) - sum(last[token] > place for token in own)
    following = len(own.intersection(page.rows[place + 1].tokens))
    return (
        _ABOVE_TEXT
        + (_TOLD_ABOVE * above + _TOLD_NEXT * following) / max(1, len(own))
        + _UNTOLD * (page.told_elsewhere(place) < captions.STRANGE)
        + _SHOWN * shows(row)
        + _DOES * ("verb" in signs_of(row))
        + _EACH_WORD * min(_MOST_WORDS, row.words)
    )


@once
def people_listed(page: Page) -> frozenset[int]:
    """The names that head the paragraphs of a list of people, each of whom only what stands below tells."""
    places = frozenset(
        place
        for place, row in enumerate(page.rows)
        if not row.ends
        and row.words <= captions.SHORT
        and page.free(place)
        and may_head(page, place)
        and names_somebody(row)
        and row.tokens[-1] not in page.rows[place - 1].tokens
    )
    return places if len(places) >= _NAMES else frozenset()


@once
def alike(page: Page) -> frozenset[int]:
    """Three lines above paragraphs that begin alike and go on with other names, as parts of a forecast do: `Khu vực Lam
    Khê`, `Khu vực Đông Phú`; longer ones begin with more words, and with no picture's."""
    found: dict[str, list[int]] = {}
    for place, row in enumerate(page.rows):
        if row.ends or row.words > _LONGEST_ALIKE or not page.free(place) or not may_head(page, place):
            continue
        opening = _ALIKE if row.words <= _NAMED_PART else 2 * _ALIKE
        rest = row.text.split()[opening:]
        if rest and (all(word[0].isupper() for word in rest) if opening == _ALIKE else not shows(row)):
            found.setdefault(" ".join(row.tokens[:opening]), []).append(place)
    return frozenset(place for places in found.values() if len(places) >= _NAMES for place in places)


def are_told_beside(page: Page, place: int) -> bool:
    """What the two lines from `place` on say is told elsewhere, too, and one of them is by a line next to both."""
    rows = page.rows[place : place + 2]
    if page.told_elsewhere(place) + page.told_elsewhere(place + 1) < 2 * _PAIR_TOLD:
        return False
    beside = [set(page.rows[other].tokens) for other in (place - 1, place + 2)]
    return any(
        len(own & tokens) >= _PAIR_BESIDE * len(own)
        for own in (set(row.tokens) for row in rows)
        for tokens in beside
    )
