"""Whether a line is a caption where it stands: by what it scores, by the gallery it is in, by a credit below it."""

from collections import Counter

from articles.text.layout import captions
from articles.text.layout.caption_scores import own_score, score_alone
from articles.text.layout.caption_weights import BESIDE, MOST_BESIDE, MOST_CAPITALS, MOST_DOWN, NEAR_TOP
from articles.text.layout.galleries import gallery
from articles.text.layout.listing import goes_on_listing
from articles.text.layout.openings import DATED
from articles.text.layout.page import Page, once
from articles.text.layout.photo_credits import LONGEST_CAPTION

LIKE_DEK = 20
"""Words of a line below a shorter headline that is its dek, which the story tells again more than any title."""
_BESIDE_TITLE = 1.5
"""What a line without an end must score as a caption between a title and its story: of links to other stories one in
ten scores more, of captions six."""
_MOST_TOLD = 1.5
"""What counts for it at most that the story tells of it: links to stories of the same matter are told, too."""
_UNTOLD = -3.5
"""What counts against one that nothing else tells of, see `captions.STRANGE`."""
_TOLD_ANYWAY = 0.6
"""The part of that which does not count above the story, see `caption_above`."""
_WORDS = range(2, captions.LONGEST_BARE + 1)
"""Words of a line that is a caption or a subhead."""


def caption_score(page: Page, place: int) -> float:
    """How much the row reads like a caption where it stands."""
    score = own_score(page, place)
    return max(score, captions.IN_GALLERY) if place in gallery(page) else score


def is_caption(page: Page, place: int, least: float) -> bool:
    """Whether a row's `caption_score` is `least` or more. What other lines tell of it, which takes a look at all of
    them, is asked only where it could make up what is wanting."""
    hopeless = page.rows[place].ends and score_alone(page, place) + captions.MOST_TOLD < least
    return not (hopeless and place not in gallery(page)) and caption_score(page, place) >= least


def amid_captions(page: Page, place: int) -> bool:
    """A line of a gallery that has more of it below, so that a name there is somebody in the picture."""
    return place in gallery(page) and place + 1 in gallery(page)


def caption_above(page: Page, place: int) -> float:
    """How much a line above the story reads like a caption; that the story says it again counts less there, since
    titles, deks and links to stories of the same matter are told again, too."""
    row, score = page.rows[place], caption_score(page, place)
    return (
        score
        if row.ends or place in gallery(page)
        else score - _TOLD_ANYWAY * captions.told(row, page.told_elsewhere(place))
    )


def is_caption_beside(page: Page, place: int) -> bool:
    """Whether a line between the title and its story is a caption there, and no link to another story."""
    row = page.rows[place]
    if row.ends or place in gallery(page):
        return caption_score(page, place) >= captions.THRESHOLD
    share = page.told_elsewhere(place)
    told = 0.0 if row.words >= LIKE_DEK else min(_MOST_TOLD, captions.told(row, share))
    return score_alone(page, place) + told + _UNTOLD * (share < captions.STRANGE) >= _BESIDE_TITLE


def credit_follows(page: Page, place: int) -> bool:
    """The next line is a credit and nothing else, so that this one may be its caption.

    The picture may have none, and stand below a paragraph: one that tells when is no caption.
    """
    following, row = page.photos.get(place + 1), page.rows[place]
    return (
        following is not None
        and not following.caption
        and not goes_on_listing(page, place)
        and row.words <= (60 if row.ends else LONGEST_CAPTION)
        and not (row.ends and row.words > 20 and DATED.match(row.text))
        and not (row.ends and row.words > 14 and not is_caption(page, place, captions.PICTURED))
    )


def least_bare(page: Page, place: int, *, doubtful: bool) -> float:
    """The `caption_score` from which a line without an end is a caption and no subhead, see `caption_weights.BESIDE`.

    `doubtful`: it stands in a list or where labels do, or breaks off.
    """
    if place in gallery(page):
        return captions.THRESHOLD
    kinds, count = _kinds(page)
    words = page.rows[place].text.split()
    capitals = sum(word.lstrip("([“\"'")[:1].isupper() for word in words) / len(words)
    return (
        BESIDE["any line"]
        + BESIDE["doubtful"] * doubtful
        + BESIDE["capitals"] * min(MOST_CAPITALS, capitals)
        + BESIDE["further down"] * min(MOST_DOWN, max(0, place - page.opens - NEAR_TOP))
        + sum(
            BESIDE[kind] * min(MOST_BESIDE, often - (kinds.get(place) == kind))
            for kind, often in count.items()
        )
    )


@once
def _kinds(page: Page) -> tuple[dict[int, str], Counter[str]]:
    """What the lines without a credit read like, of sentences beside paragraphs and other lines above sentences, and
    how many read like each."""
    kinds = {}
    for place in range(page.opens + 1, len(page.rows) - 1):
        above, row, below = page.rows[place - 1 : place + 2]
        if row.words not in _WORDS or row.kind not in (None, "caption"):
            continue
        if place in page.photos or place in page.stamps or place in page.markers:
            continue
        if not (above.prose or below.prose if row.ends else below.ends):
            continue
        if place in gallery(page) or is_caption(page, place, captions.SURE):
            kinds[place] = "a sentence" if row.ends else "a caption"
        elif not row.ends and captions.HOPELESS < own_score(page, place) < captions.THRESHOLD:
            kinds[place] = "a subhead"
    return kinds, Counter(kinds.values())
