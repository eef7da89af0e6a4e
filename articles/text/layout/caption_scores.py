"""How much a line of a page reads like a caption, by its words and by the lines around it; galleries aside."""

from itertools import pairwise
from math import log

from articles.text.layout import captions
from articles.text.layout.caption_signs import attended, attends, reports
from articles.text.layout.datelines import read_dateline, says_when
from articles.text.layout.listing import goes_on_listing, is_fact, is_formula, lines_listed, names_region
from articles.text.layout.openings import DATED, opens_paragraph
from articles.text.layout.page import Page, once
from articles.text.layout.photo_credits import ends_as_illustration
from articles.text.layout.subheads import alike, like_subhead, may_head

_DOTS = ("...", "…")
_BESIDE, _LONGER, _LONGEST, _MOST_FOR, _MOST_AGAINST = 0.8, 2, 80, 2.0, 1.0
"""For each of them: times the logarithm of how many times longer than a sentence those above and below it are, if more
than twice, or up to so many words; and at most so much. Of 998 articles of 125 sites, whose captions had credits that
were taken off, half the sites were kept for the test: of their 856 captions it finds 17 more than half of that for two
does, and takes one more of 6,398 paragraphs for some."""
_OPENING = 5
"""Words with which two paragraphs open alike by no chance."""
_QUOTED = 8
"""Words of a line that a paragraph has in it by no chance."""
_NEAR = 4
"""Rows between a caption and its double: of 294 such captions 287 stand so near, of 242 lines of menus 19."""
_FAR = 100
"""Rows beyond which no paragraph is looked for beside a line."""
_PART_WORDS, _PARTS_ABOVE, _BEHIND = range(8, 46), 8, 20
"""Words of a sentence that another paragraph has in it, rows in which that is looked for, and letters before it."""
_CAPTION_WORDS = range(5, 46)
"""Words of a caption in a frame, or of one printed twice."""


def own_score(page: Page, place: int) -> float:
    """How much the row reads like a caption without those beside it, see `captions.looks_like`."""
    score = page.scores.get(place)
    if score is None:
        score = page.scores[place] = _own_score(page, place)
    return score


def take_picture(page: Page, place: int) -> None:
    """A picture has stood there, so what was made of the line below as a caption counts no longer."""
    page.pictures.add(place)
    page.scores.pop(place + 1, None)
    page.alone.pop(place + 1, None)


def _own_score(page: Page, place: int) -> float:
    row = page.rows[place]
    pictured = place - 1 in page.pictures
    if _apart(page, place):
        return captions.NO_CAPTION
    if captions.too_long(row) and not pictured and not _doubled(page, place):
        return captions.NO_CAPTION  # Nothing beside it could make up for its length.
    if ((place in lines_listed(page) or is_fact(page, place)) and not pictured) or _answers(page, place):
        return captions.NO_CAPTION
    if not (row.ends or pictured) and goes_on_listing(page, place + 2):
        return captions.NO_CAPTION  # It heads a list.
    if names_region(row):
        return captions.NO_CAPTION
    if place in alike(page) or (attends(row) and _attended_below(page, place)):
        return captions.NO_CAPTION
    if _is_part_of_another(page, place):
        return captions.SURE
    if (_opens_next(page, place) or _repeats_dek(page, place)) and not (pictured and not row.ends):
        return captions.NO_CAPTION
    score = score_alone(page, place)
    if not row.ends and not pictured and may_head(page, place) and not _doubled(page, place):
        score += like_subhead(page, place)
    elif score >= (captions.HOPELESS if row.ends else captions.BETWEEN - captions.MOST_TOLD):
        share = page.told_elsewhere(place)
        leads = row.ends and not any(_paragraph(page, other) for other in range(max(0, place - _FAR), place))
        score += captions.told(row, share) * (captions.TOLD_OF_DEKS if leads else 1.0)
        if row.ends:
            score += captions.told_beside(_told_beside(page, place))
            score += _between(page, place)
        if share > 0.6 and row.ends and not leads and _told_again(page, place):
            score += captions.TOLD_AGAIN
    if _trails(page, place) or _trails(page, place + 1):
        score += captions.TRAILING
    if score >= captions.ABOVE_LEAD and (
        read_dateline(row.text, page.text)
        or (row.prose and _captioned_below(page, place))
        or (row.ends and is_formula(page, place))
    ):
        return captions.NO_CAPTION
    return score


def _apart(page: Page, place: int) -> bool:
    """A saved page shows where its photos stand, and none that lacks a caption stands right above the row."""
    return place > page.opens and bool(page.figures) and not _below_photo(page, place)


def _below_photo(page: Page, place: int) -> bool:
    return place - 1 in page.figures and place - 1 not in page.photos


def _attended_below(page: Page, place: int) -> bool:
    """The row tells who attended, and the next one who else did."""
    return place + 1 < len(page.rows) and attended(page.rows[place + 1])


def _answers(page: Page, place: int) -> bool:
    """A sentence right below a question."""
    return place > 0 and page.rows[place].ends and page.rows[place - 1].text.rstrip("\"”’' ").endswith("?")


def score_alone(page: Page, place: int) -> float:
    """What the row, its double and the picture above it say of it, before what is told elsewhere counts."""
    if place in page.alone:
        return page.alone[place]
    row = page.rows[place]
    pictured = place - 1 in page.pictures
    if _apart(page, place):
        return captions.NO_CAPTION
    score = captions.looks_like(row, credited=not (pictured or _below_photo(page, place)) and _credited(page))
    if _doubled(page, place) and not (score < captions.BETWEEN and _opens_twice(page, place)):
        score += captions.again(row)
    if pictured:
        score += captions.below_picture(row)
    page.alone[place] = score
    return score


@once
def _credited(page: Page) -> bool:
    """A caption of the page shows by more than its words that it is one: by a credit, by the pipe of its frame, or by
    standing there twice in a row, as its picture's alternative text; so would the others."""
    if any(
        photo.caption and (photo.credit or ends_as_illustration(page.rows[other].text))
        for other, photo in page.photos.items()
    ):
        return True
    first = page.rows[page.opens] if page.opens < len(page.rows) else None
    return not page.numbered and any(
        row.words in _CAPTION_WORDS
        and (row.piped or (above is not first and page.seen[row.said] > 1 and row.said == above.said))
        for above, row in pairwise(page.rows[page.opens :])
    )


def _doubled(page: Page, place: int) -> bool:
    """The line stands close by a second time, as captions do beside alternative texts; menus come again far off."""
    if not page.repeated(place):
        return False
    said, beside = page.rows[place].said, range(max(0, place - _NEAR), min(len(page.rows), place + _NEAR + 1))
    return any(page.rows[other].said == said for other in beside if other != place)


def _opens_twice(page: Page, place: int) -> bool:
    """The first sentence of the page, printed twice in a row, as deks are that the story begins with."""
    row = page.rows[place]
    beside = [other for other in (place - 1, place + 1) if 0 <= other < len(page.rows)]
    twin = next((other for other in beside if page.rows[other].said == row.said), None)
    return (
        row.prose
        and twin is not None
        and not any(other.prose for other in page.rows[max(0, min(place, twin) - 8) : min(place, twin)])
    )


def _opens_next(page: Page, place: int) -> bool:
    """The next paragraph begins with it, behind a dateline perhaps: a dek, which the lead repeats.

    With most of it: offices and a name alone may be fifty letters long, and open any line.
    """
    text = page.rows[place].text
    if len(text) < 50:
        return False
    below = place + 1
    while below in page.photos and below < place + 4:
        below += 1
    told = page.rows[below].text if below < len(page.rows) else ""
    return len(told) > len(text) and text[: max(50, len(text) * 3 // 4)] in told[: len(text) + 40]


def _repeats_dek(page: Page, place: int) -> bool:
    """The paragraph above says it behind a dateline, or opens with the same words and the same day: a dek, which the
    story begins with."""
    row, above = page.rows[place], page.rows[place - 1]
    if not (place and row.prose and above.prose):
        return False
    if says_when(row.text) and row.tokens[:_OPENING] == above.tokens[:_OPENING]:
        return row.said != above.said
    if len(above.text) <= len(row.text) or not above.text.endswith(row.text):
        return False
    return above.text.removesuffix(row.text).endswith(("- ", "– ", "— ", "-", "–", "—"))


def _is_part_of_another(page: Page, place: int) -> bool:
    """A sentence that a paragraph above or right below has in it word by word, well behind its beginning: of ten of
    real stories nine were captions."""
    row = page.rows[place]
    if place <= page.opens or not row.ends or row.words not in _PART_WORDS:
        return False
    beside = page.rows[max(0, place - _PARTS_ABOVE) : place + 2]
    return any(
        other.prose and other.words >= row.words + _QUOTED and other.said.find(row.said) >= _BEHIND
        for other in beside
        if other is not row
    )


def _paragraph(page: Page, place: int) -> bool:
    """Running text, whether it has been read yet or not."""
    row = page.rows[place]
    return row.prose and row.kind in (None, "body", "dek") and place not in page.photos


def _told_beside(page: Page, place: int) -> float:
    """The share of the row's words that stand in the nearest paragraphs above and below it."""
    own = set(page.rows[place].tokens)
    beside: set[str] = set()
    above, below = (
        range(place - 1, max(-1, place - _FAR), -1),
        range(place + 1, min(place + _FAR, len(page.rows))),
    )
    for way in (above, below):
        nearest = next((other for other in way if _paragraph(page, other)), None)
        if nearest is not None:
            beside.update(page.rows[nearest].tokens)
    return len(own & beside) / len(own)


def _between(page: Page, place: int) -> float:
    """What it adds to a sentence that longer or shorter ones stand right above and below it: photos stand between
    paragraphs, short sentences among others of their kind."""
    beside = [
        min(_LONGEST, page.rows[other].words)
        for other in (place - 1, place + 1)
        if 0 <= other < len(page.rows) and other not in page.photos and page.rows[other].ends
    ]
    if not beside or page.rows[place].words > captions.LONGEST_BARE:
        return 0.0
    longer = sum(beside) / len(beside) / page.rows[place].words
    return max(-_MOST_AGAINST, min(_MOST_FOR, len(beside) * _BESIDE * log(longer / _LONGER)))


def _trails(page: Page, place: int) -> bool:
    """The row takes up the dots with which the one above it trails off."""
    if not 0 < place < len(page.rows) or not page.rows[place].text.startswith(_DOTS):
        return False
    return page.rows[place - 1].text.endswith(_DOTS)


def _captioned_below(page: Page, place: int) -> bool:
    """A shorter line shortly below says part of it word by word, so that this is the paragraph and that the caption."""
    row = page.rows[place]
    return any(
        _QUOTED <= other.words <= row.words - _QUOTED and other.said in row.said
        for other in page.rows[place + 1 : place + 5]
    )


def _told_again(page: Page, place: int) -> bool:
    """A paragraph nearby says it in the same words and goes on, as stories do of what a photo shows.

    A lead that tells a dek again is another thing, so one below that opens as leads do does not count.
    """
    row = page.rows[place]
    if opens_paragraph(row.tokens):
        return False
    # What was said or done before is the story's, too, when the dek has told it.
    first = place + 1 if reports(row) else max(0, place - 4)
    for other in range(first, min(len(page.rows), place + 5)):
        told = page.rows[other]
        if other == place or not told.prose or told.words <= row.words or other in page.photos:
            continue
        if other > place and (DATED.match(told.text) or read_dateline(told.text, page.text)):
            continue
        if len(row.pairs & told.pairs) * 10 >= len(row.pairs) * 6:
            return True
    return False
