"""The lines around the headline: dek, caption, reporter, links to other stories, or the story's own beginning."""

from articles.text import lazy_re as re
from articles.text.fold import words
from articles.text.layout import captions
from articles.text.layout.above import Head, take_dek, take_signature
from articles.text.layout.authors import read_official
from articles.text.layout.bylines import has_surname, read_signature
from articles.text.layout.caption_places import caption_above, is_caption_beside
from articles.text.layout.caption_scores import own_score
from articles.text.layout.datelines import read_dateline
from articles.text.layout.galleries import gallery
from articles.text.layout.lines import Row
from articles.text.layout.listing import salutes
from articles.text.layout.masthead import LABEL
from articles.text.layout.openings import opens_paragraph
from articles.text.layout.page import Page
from articles.text.layout.subheads import LONGEST, heads_like_others

# `1. Chọn giống`, right above its paragraph.
_FIRST_PART = re.compile(r"(?:1|I|A|a)[.)/] ?[^\W\d]")
TOLD = 0.5
"""The share of its word pairs from which a line without an end is told by the story rather than by another one."""
# Words of a line that headlines seldom have.
_LONG = 20
_SHORTEST_SHOWN, _SHOWN, _SHOWN_LONG = 9, 0.0, -2.5
"""Words of a line that stands alone between title and story and is its photo's caption rather than a link or a subhead,
and what it must score as one; a long one less. Of 78 captions there, on 24 sites, 57 are found, 30 without."""
_SHORTEST_DEK = 10
_REWORDED, _SHORTEST_REWORDED = 0.8, 6
"""The share of its word pairs that a headline has in common with another wording of it, and its words, at least."""
_NAME_WORDS = range(2, 5)
"""Words of a house's name that may be a person's."""
_NEAR = 2
"""Rows above a title in which its reporter stands: a function or a section's name may come between."""


def read_beside_title(page: Page, head: Head, chosen: int, candidates: list[int], first: int) -> None:
    for place in candidates:
        row = page.rows[place]
        if place == chosen or place > head.body:
            continue
        if place > chosen and (_goes_on_below(page, place) or _begins(page, place, first)):
            head.body = min(head.body, place)
        elif place > chosen and row.ends and row.said == page.rows[first].said:
            row.mark("navigation", "the dek again")
        elif row.said == head.title_key or _rewords(row, page.rows[chosen]):
            _title_again(page, head, chosen, place)
        elif place < chosen:
            signs = place > head.menu and row.words <= 6 and _signs_above(row, chosen - place)
            if not head.dek and row.prose and _sums_up(page, place, first):
                take_dek(page, head, place)
            elif not (signs and take_signature(head, place, row)):
                row.mark("navigation", "a label above the title")
        elif (row.words <= 8 and take_signature(head, place, row)) or _take_author(page, head, place):
            continue
        elif row.piped and page.pictures and place - 1 not in page.pictures:
            row.mark("navigation", "other stories' headlines")  # Frames with captions stand below pictures.
        elif not head.dek and (
            _above_date(page, place, chosen) or _bare_dek(page, place) or _open_dek(page, place, chosen)
        ):
            take_dek(page, head, place)
        elif is_caption_beside(page, place):
            head.captions.append(place)
        elif (
            not head.dek
            and row.ends
            and row.words >= _SHORTEST_DEK
            and (row.words > page.rows[chosen].words or _shares(row, page, first))
        ):
            take_dek(page, head, place)
        elif place == first - 1 and _shows_photo(page, place):
            head.captions.append(place)
        else:
            row.mark("navigation", "another story's headline")


def _take_author(page: Page, head: Head, place: int) -> bool:
    """An author named with an office, above the date or in no line of the story: the photo is of whom it tells."""
    row, stamp = page.rows[place], page.stamps.get(place + 1)
    signature = read_official(row.text)
    if not signature:
        return False
    above_date = stamp is not None and stamp.published is not None
    if not above_date and page.tells_of(signature.names):
        return False
    head.signatures.append((place, signature))
    row.mark("byline", "a signature above the story")
    return True


def _rewords(row: Row, title: Row) -> bool:
    """Another wording of the headline, `lần thứ 14` for `lần 14`, which tells neither more nor less."""
    shorter, longer = sorted((row.words, title.words))
    if row.ends or shorter < _SHORTEST_REWORDED or shorter < _REWORDED * longer:
        return False
    return len(row.pairs & title.pairs) >= _REWORDED * max(len(row.pairs), len(title.pairs))


def _title_again(page: Page, head: Head, chosen: int, place: int) -> None:
    """With a full stop, which no headline has, it is the caption of the photo above the story."""
    row = page.rows[place]
    stopped = row.text.endswith(".") and not page.rows[chosen].ends
    if place > chosen and stopped and own_score(page, place) >= captions.SURE:
        head.captions.append(place)
    else:
        row.mark("navigation", "the title again")


def _goes_on_below(page: Page, place: int) -> bool:
    """The line was cut by a photo: the next text begins in the middle of a sentence."""
    below = next(
        (row for at, row in enumerate(page.rows[place + 1 : place + 4], place + 1) if at not in page.photos),
        None,
    )
    return below is not None and below.opens_lower and below.kind is None and not page.rows[place].ends


def _begins(page: Page, place: int, first: int) -> bool:
    """The story begins with less than a paragraph: a salutation, a line that announces what follows, the first of
    numbered parts, the subhead of the first long one, or a short sentence right above that, and no caption."""
    row = page.rows[place]
    if salutes(row):
        return True
    if row.text[-1] == ":":
        return row.words >= _SHORTEST_DEK
    if place == first - 1 and _FIRST_PART.match(row.text):
        return True
    if place == first - 1 and row.words < LONGEST and page.heads(place):
        return True
    if place == first - 1 and heads_like_others(page, place):
        return caption_above(page, place) < captions.THRESHOLD
    right_above = all(at in page.photos for at in range(place + 1, first))
    return (
        right_above
        and LABEL < row.words < _SHORTEST_DEK
        and row.text[-1] == "."
        and page.seen[row.said] == 1
        and caption_above(page, place) < captions.BETWEEN
    )


def begins_story(page: Page, place: int) -> bool:
    """A sentence, or a subhead: below it stands no dek."""
    return page.rows[place].ends or heads_like_others(page, place)


def _above_date(page: Page, place: int, chosen: int) -> bool:
    """Between a headline and its date stand deks rather than captions or links."""
    stamp = page.stamps.get(place + 1)
    if stamp is None or stamp.published is None:
        return False
    return place == chosen + 1 and page.rows[place].words >= _SHORTEST_DEK


def _bare_dek(page: Page, place: int) -> bool:
    """A dek without an end: behind the house's code, or too long for a headline and unlike a caption in what it tells.

    Of 1,730 deks twelve have no end, and five times as many captions stand there.
    """
    row = page.rows[place]
    if row.ends or place in gallery(page):
        return False
    if read_dateline(row.text, page.text):
        return row.words >= _SHORTEST_DEK
    return row.words >= _LONG and opens_paragraph(row.tokens)


def _shows_photo(page: Page, place: int) -> bool:
    """A line without an end right above the story that tells of the same: links to other stories seldom come alone."""
    row = page.rows[place]
    return (
        not row.ends
        and row.words >= _SHORTEST_SHOWN
        and own_score(page, place) >= (_SHOWN_LONG if row.words >= _LONG else _SHOWN)
        and page.told_elsewhere(place) >= captions.OWN
    )


def _open_dek(page: Page, place: int, chosen: int) -> bool:
    """A sentence longer than its title that asks or trails off, as no caption does."""
    row = page.rows[place]
    return (
        row.text.rstrip("\"'”’)").endswith(("?", "!", "…", "..."))
        and row.words >= _SHORTEST_DEK
        and row.words > page.rows[chosen].words
    )


def _signs_above(row: Row, rows: int) -> bool:
    """A reporter so many rows above the title says so or has a usual surname, and stands near it; other names there are
    the house's, and its sections are, `TIN TRONG TỈNH`."""
    signature = read_signature(row.text)
    if signature is None:
        return False
    if signature.labelled:
        return ":" in row.text or not row.text.isupper()
    return rows <= _NEAR and bool(signature.names) and has_surname(row.text)


def _sums_up(page: Page, place: int, first: int) -> bool:
    """A dek above its title: the story tells it again, but does not begin with its words."""
    row = page.rows[place]
    again = len(row.pairs & page.rows[first].pairs) * 10 >= len(row.pairs) * 6
    return row.ends and not again and _shares(row, page, first)


def _shares(row: Row, page: Page, first: int) -> bool:
    body = set(words(" ".join(other.text for other in page.rows[first : first + 3])[:2000]))
    said = [word for word in words(row.text) if len(word) > 1]
    return sum(word in body for word in said) >= 0.6 * len(said)


def looks_like_house(page: Page, row: Row) -> bool:
    """`Nếp Nhà Việt`: a few words, each with a capital, without a surname, and nothing of it is told. It is no name
    under a portrait, and headlines have small letters."""
    return (
        row.words in _NAME_WORDS
        and not row.text.isupper()
        and all(word[0].isupper() and word.isalpha() for word in row.text.split())
        and not has_surname(row.text)
        and page.prose.isdisjoint(row.pairs)
    )
