"""Headlines of other stories that stand together: lines without an end between paragraphs, or below a dek."""

from articles.text import lazy_re as re
from articles.text.layout import captions
from articles.text.layout.bylines import read_signature
from articles.text.layout.caption_places import caption_score
from articles.text.layout.lines import CAPITAL
from articles.text.layout.listing import lines_listed
from articles.text.layout.openings import opens_paragraph
from articles.text.layout.page import LONGEST_HEADLINE, Page
from articles.text.layout.subheads import are_told_beside

_WORDS, _MOST_WORDS = 5, 28
"""Words of such a line."""
_LONG = 7
"""Words that half of them have at least: subheads are shorter than headlines as a rule."""
_MOST = 4
"""Lines that stand together, at most: more are verse, or a list."""
_OPENS = re.compile(rf"[\"“'‘\[(]?\s?(?:{CAPITAL}|\d(?!\d?[.)/]\s))")


def among_headlines(page: Page, place: int, *, begun: bool) -> bool:
    """One of two to four lines without an end that stand together, and are no captions.

    `begun`: a paragraph of the story stands above; else they are below its dek.
    """
    if not _is_bare(page, place, begun=begun):
        return False
    first = last = place
    while place - first < _MOST and _is_bare(page, first - 1, begun=begun):
        first -= 1
    while last - first < _MOST and _is_bare(page, last + 1, begun=begun):
        last += 1
    if not (1 < last - first + 1 <= _MOST and first):
        return False
    rows = page.rows[first : last + 1]
    if all(row.ends for row in rows) or sum(row.words >= _LONG for row in rows) * 2 < len(rows):
        return False
    if page.rows[first - 1].text[-1] == ":" or last + 1 == len(page.rows):
        return False
    if begun and (all(": " in row.text for row in rows) or (len(rows) == 2 and are_told_beside(page, first))):
        return False  # Prizes and their winners, offices and who holds them; a caption and a subhead.
    return not page.rows[last + 1].opens_lower and any(
        page.reads(other) and (page.rows[other].ends or page.rows[other].words > LONGEST_HEADLINE)
        for other in range(last + 1, last + 5)
    )


def _is_bare(page: Page, place: int, *, begun: bool) -> bool:
    """A line of a headline's length, without an end or with a question's, and hardly a caption."""
    if not 0 <= place < len(page.rows) or page.rows[place].kind not in (None, "navigation"):
        return False
    row = page.rows[place]
    return (
        _WORDS <= row.words <= _MOST_WORDS
        and (not row.ends or (row.text[-1] in "?!" and not opens_paragraph(row.tokens)))
        and place not in page.photos
        and place not in page.markers
        and place not in page.stamps
        and place not in lines_listed(page)
        and _OPENS.match(row.text) is not None
        and row.text[-1] not in ",;:"
        and caption_score(page, place) < _least_caption(page, place, begun=begun)
        and read_signature(row.text) is None
    )


def _least_caption(page: Page, place: int, *, begun: bool) -> float:
    """The score from which a line without an end is a caption and no headline of another story.

    Captions tell what the story tells, other stories' headlines do not, unless they are those that editors put below
    its dek.
    """
    own = begun and page.told_elsewhere(place) >= captions.OWN
    return captions.THRESHOLD if own else captions.HEADLINE
