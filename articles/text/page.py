"""A page with everything marked that a line shows by itself, before its place in the story is looked at."""

import re
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field
from itertools import pairwise

from articles.text import captions, navigation
from articles.text.captions import DATED, Photo
from articles.text.fold import name_key
from articles.text.lines import Row, clean, join_wrapped, keys, part_date, read_rows
from articles.text.navigation import Marker
from articles.text.published import Stamp, read_stamp

LONGEST_REPEATED = 75
"""Words of a line that is looked for a second time: captions, titles, deks."""

_VIETNAMESE = re.compile("[ăđơưĂĐƠƯẠ-ỹ]")


@dataclass(slots=True)
class Page:
    """The rows, and what each is by itself; dictionaries are keyed by a row's place in `rows`."""

    text: str
    rows: list[Row]
    sections: frozenset[str]
    photos: dict[int, Photo] = field(default_factory=dict)
    stamps: dict[int, Stamp] = field(default_factory=dict)
    markers: dict[int, Marker] = field(default_factory=dict)
    seen: Counter[str] = field(default_factory=Counter)
    """How often each line of caption length occurs, by `said`."""
    scores: dict[int, float] = field(default_factory=dict)

    def section_of(self, name: str) -> bool:
        return name_key(name) in self.sections

    def free(self, place: int) -> bool:
        """Nothing has been decided about the row, and it shows nothing by itself."""
        return (
            self.rows[place].kind is None
            and place not in self.photos
            and place not in self.stamps
            and place not in self.markers
        )

    def reads(self, place: int) -> bool:
        """A row of running text, as far as can be seen."""
        return 0 <= place < len(self.rows) and self.rows[place].prose and self.free(place)

    def headline(self, place: int) -> bool:
        """A row that could be the title of a story: short, and no sentence."""
        row = self.rows[place]
        return 3 <= row.words <= 32 and self.free(place) and row.text[-1] not in ".,;:"

    def credit_follows(self, place: int) -> bool:
        """The next line is a credit and nothing else, so that this one may be its caption."""
        following = self.photos.get(place + 1)
        return following is not None and not following.caption and self.rows[place].words <= 60

    def repeated(self, place: int) -> bool:
        row = self.rows[place]
        return 3 < row.words <= LONGEST_REPEATED and self.seen[row.said] > 1

    def caption_score(self, place: int) -> float:
        """How much the row reads like a caption, see `captions.looks_like`."""
        score = self.scores.get(place)
        if score is None:
            score = captions.looks_like(self.rows[place], repeated=self.repeated(place))
            if score < captions.SURE:
                score = self._among_neighbours(place, score)
            self.scores[place] = score
        return score

    def _among_neighbours(self, place: int, score: float) -> float:
        """The score of a doubtful line, corrected by what stands around it."""
        row = self.rows[place]
        if not 8 <= row.words <= 45 or captions.opens_paragraph(row.tokens) or row.opens_lower:
            return score
        if score > captions.NO_CUE:
            return score + captions.TOLD_AGAIN if self._told_again(place) else score
        alone = not row.ends and 12 <= row.words < 28 and row.text[-1] not in ":?;," and row.text[0].isupper()
        if alone and all(self.reads(at) and self.rows[at].ends for at in (place - 1, place + 1)):
            return captions.UNENDED if not self.rows[place + 1].opens_lower else score
        return score

    def _told_again(self, place: int) -> bool:
        """A paragraph nearby says most of it in the same words, as stories do of what a photo shows.

        A lead that tells a dek again is another thing, so a dated paragraph right below does not count.
        """
        row = self.rows[place]
        pairs = set(pairwise(row.tokens))
        for other in range(max(0, place - 4), min(len(self.rows), place + 5)):
            told = self.rows[other]
            if other == place or not told.prose or told.words <= row.words or other in self.photos:
                continue
            if other == place + 1 and DATED.match(told.text):
                continue
            if len(pairs.intersection(pairwise(told.tokens))) * 10 >= len(pairs) * 6:
                return True
        return False


def read_page(text: str, sections: Collection[str]) -> Page:
    """Mark what is certain line by line: photos, date lines, labels, and lines that say nothing."""
    vietnamese = _VIETNAMESE.search(text) is not None
    names = keys("sections") | {name_key(name) for name in sections} if sections else keys("sections")
    page = Page(text=text, rows=join_wrapped(part_date(read_rows(text))), sections=frozenset(names))
    for place, row in enumerate(page.rows):
        if row.words <= LONGEST_REPEATED:
            page.seen[row.said] += 1
        if row.words <= 120:
            _mark(page, place, row, vietnamese=vietnamese)
    return page


def _mark(page: Page, place: int, row: Row, *, vietnamese: bool) -> None:
    if (alts := navigation.image_alts(row.text)) is not None:
        alt = clean(max(alts, key=len, default=""))
        if alt and not navigation.alt_is_file_name(alt, vietnamese=vietnamese):
            start = row.text.find(alt)
            found = captions.split_credit(alt) or Photo(alt, "", len(alt))
            page.photos[place] = Photo(found.caption, found.credit, found.caption_end, max(start, 0))
        else:
            row.mark("junk", "a picture without a caption")
    elif navigation.is_linked(row):
        row.mark("navigation", "another story behind its address")
    elif why := navigation.junk(row, vietnamese=vietnamese):
        row.mark("junk", why)
        if stamp := read_stamp(row.text):
            row.kind = None
            page.stamps[place] = stamp
    elif stamp := read_stamp(row.text):
        page.stamps[place] = stamp
    elif kind := navigation.marker(row):
        page.markers[place] = kind
    elif photo := captions.split_credit(row.text):
        page.photos[place] = photo
