"""Pages of photos: runs of captions that stand line by line, so that one vouches for the next."""

from collections.abc import Callable

from articles.text import lazy_re as re
from articles.text.layout import captions
from articles.text.layout.announced import announcing
from articles.text.layout.caption_scores import own_score
from articles.text.layout.datelines import read_dateline
from articles.text.layout.lines import CAPITAL
from articles.text.layout.openings import opens_story
from articles.text.layout.page import Page, once

_SENTENCE = re.compile(rf"[.!?…][\"”’)]*\s+[\"“(]?{CAPITAL}")
_LONGEST, _LONGEST_SENTENCE = 45, 34
"""Words of a line in a run; a sentence of more must read like a caption by itself."""
_SHORTEST = 3
LEAST = 4
"""Lines of a run; fewer captions stand together below photos of ordinary stories, too."""
_MEAN = -0.6
"""The least mean score of a run. Of 500 stories that have every sentence on a line of its own, one has such a run."""
_PHOTO, _CLIP = 3.0, 3.0
"""What a line with a credit counts, and the most that any line counts for or against."""
_NEVER = -3.5
"""The score below which a line is running text even between captions."""
OWN = 0.1
"""A line without an end that shares fewer of its word pairs with the page is another story's headline: of 3,400
headlines on assembled pages 7 in 100 share a tenth, of 950 captions 86 in 100."""


@once
def gallery(page: Page) -> dict[int, int]:
    """Lines that are captions for those they stand with, and where the first of each run stands."""
    runs = [*announcing(page).values(), *_gallery_runs(page)]
    return {place: run[0] for run in runs for place in run}


def _gallery_runs(page: Page) -> list[list[int]]:
    """The places of lines that are captions because of those they stand with, run by run, photos left out."""
    places = [
        place
        for place, row in enumerate(page.rows)
        if row.kind != "junk" and (place not in page.photos or page.photos[place].caption)
    ]
    found: list[list[int]] = []
    for lines in _runs(places, lambda place: place in page.photos or _is_short(page, place)):
        for run in _runs(lines, lambda place: place in page.photos or _may_be_caption(page, place)):
            found.append(_captions_of(page, run))
        for run in _runs(lines, lambda place: place in page.photos or not page.rows[place].ends):
            found.append(_among_captions(page, run))
    return [run for run in found if run]


def _among_captions(page: Page, run: list[int]) -> list[int]:
    """The lines of a run without ends between captions: no subhead does that, and no headline of other stories."""
    scores = [_PHOTO if place in page.photos else own_score(page, place) for place in run]
    sure = [at for at, score in enumerate(scores) if score >= captions.SURE]
    if len(sure) < 2:
        return []
    first, end = sure[0], sure[-1] + 1
    return [place for place in run[first:end] if place not in page.photos]


def _runs(places: list[int], fits: Callable[[int], bool]) -> list[list[int]]:
    """The stretches of `places` that fit, of those that are long enough."""
    found: list[list[int]] = [[]]
    for place in places:
        if fits(place):
            found[-1].append(place)
        elif found[-1]:
            found.append([])
    return [run for run in found if len(run) >= LEAST]


def _is_short(page: Page, place: int) -> bool:
    """A line as long as captions are; cheap to see, so that most stories need no more."""
    row = page.rows[place]
    return (
        _SHORTEST <= row.words <= _LONGEST
        and page.free(place)
        and not row.opens_lower
        and row.text[-1] not in ":;,?"
        and len(_SENTENCE.findall(row.text)) <= 1
    )


def _may_be_caption(page: Page, place: int) -> bool:
    row = page.rows[place]
    if not (row.ends or row.piped or page.told_elsewhere(place) >= OWN):
        return False
    score = own_score(page, place)
    if score >= captions.THRESHOLD:
        return True
    if row.ends and (opens_story(row) or read_dateline(row.text, page.text)):
        return False
    return score > (_NEVER if row.words <= _LONGEST_SENTENCE or row.piped else captions.BETWEEN)


def _captions_of(page: Page, run: list[int]) -> list[int]:
    """The lines of a run, when they read like captions taken together."""
    credited = [at for at, place in enumerate(run) if place in page.photos]
    if len(credited) * 2 > len(run):
        run = run[credited[0] : credited[-1] + 1]  # What has no credit there is another thing.
    if len(run) < LEAST:
        return []
    scores = [_PHOTO if place in page.photos else own_score(page, place) for place in run]
    certain = sum(score >= captions.THRESHOLD for score in scores)
    if certain * 2 <= len(run) or sum(max(-_CLIP, min(_CLIP, score)) for score in scores) < _MEAN * len(run):
        return []
    return [place for place in run if place not in page.photos]
