"""A page: its rows, what each shows by itself, and what those say of one another that rules ask for."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import wraps
from itertools import pairwise
from typing import Any, TypeVar

from articles.text.fold import name_key
from articles.text.layout.bylines import read_signature
from articles.text.layout.captions import LONGEST_BARE
from articles.text.layout.lines import BROKEN, Row, tokens_of
from articles.text.layout.navigation import Marker
from articles.text.layout.photo_credits import Photo
from articles.text.layout.published import Stamp

R = TypeVar("R")

LONGEST_REPEATED = 75
"""Words of a line that is looked for a second time: captions, titles, deks."""

_FIGURE = "](figure)"

LONGEST_HEADLINE = 40
"""Words that no headline has, so that a line without an end is text."""


def once(make: Callable[["Page"], R]) -> Callable[["Page"], R]:
    """Decorator for what takes a look at a whole page: worked out when somebody asks for it, and kept with the page."""

    @wraps(make)
    def answer(page: "Page") -> R:
        try:
            known: R = page.answers[make]
        except KeyError:
            known = page.answers[make] = make(page)
        return known

    return answer


@dataclass
class Page:
    """The rows, and what each is by itself; dictionaries are keyed by a row's place in `rows`."""

    text: str
    rows: list[Row]
    sections: frozenset[str]
    doubles: list[Row] = field(default_factory=list)
    """Below the rows, the same ones again: the whole page stood twice in the file."""
    photos: dict[int, Photo] = field(default_factory=dict)
    stamps: dict[int, Stamp] = field(default_factory=dict)
    markers: dict[int, Marker] = field(default_factory=dict)
    seen: Counter[str] = field(default_factory=Counter)
    """How often each line of caption length occurs, by `said`."""
    vietnamese: bool = False
    """Whether its first running text is in Vietnamese."""
    masthead: set[int] = field(default_factory=set)
    """Names, mottos and menus of the house above the story."""
    pictures: set[int] = field(default_factory=set)
    """Where a picture stood that left its number, its file's name or an empty frame."""
    numbered: set[str] = field(default_factory=set)
    """What stands before the numbers of photos, by `said`: most often the title."""
    scores: dict[int, float] = field(default_factory=dict)
    """How much rows read like captions, see `caption_scores.own_score`, which asks once."""
    alone: dict[int, float] = field(default_factory=dict)
    """The same for `caption_scores.score_alone`."""
    answers: dict[object, Any] = field(default_factory=dict)
    """By the function that gave them, see `once`."""

    def place_of(self, row: Row) -> int:
        return bisect_left(self.rows, row.number, key=lambda other: other.number)

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

    def signed(self, place: int) -> bool:
        """A row that was taken for a signature."""
        return self.rows[place].kind in ("byline", "agency")

    def signs(self, place: int) -> bool:
        """A row that could be a signature, and no subhead."""
        return (
            self.free(place) and read_signature(self.rows[place].text) is not None and not self.heads(place)
        )

    def reads(self, place: int) -> bool:
        """A row of running text, as far as can be seen."""
        return 0 <= place < len(self.rows) and self.rows[place].prose and self.free(place)

    def tells_of(self, names: Iterable[str]) -> bool:
        """The paragraphs have each two neighbouring words of one of them, as they do where they name it."""
        return any(self.prose.issuperset(pairwise(tokens_of(name))) for name in names)

    def headline(self, place: int) -> bool:
        """A row that could be the title of a story: short, and no sentence."""
        row = self.rows[place]
        return 3 <= row.words <= 32 and self.free(place) and row.text[-1] not in ".,;:"

    @property
    @once
    def parted(self) -> bool:
        """Each sentence stands on a line of its own, so that one alone says nothing at all."""
        sentences = [row for row in self.rows if row.words >= 8 and row.ends]
        return len(sentences) >= 12 and not any(BROKEN.search(row.text) for row in sentences)

    @property
    @once
    def opens(self) -> int:
        """Where its first running text stands; below all rows where it has none."""
        return next((place for place, row in enumerate(self.rows) if row.prose), len(self.rows))

    @property
    @once
    def figures(self) -> set[int]:
        """Where the photos of a saved page stand. Subheads and paragraphs stand below them as well as captions do."""
        return {place for place, row in enumerate(self.rows) if row.text.endswith(_FIGURE)}

    @property
    @once
    def told(self) -> tuple[dict[str, int], dict[str, int]]:
        """Where each word of the page stands first, and where last."""
        first: dict[str, int] = {}
        last: dict[str, int] = {}
        for place, row in enumerate(self.rows):
            for token in row.tokens:
                first.setdefault(token, place)
                last[token] = place
        return first, last

    @property
    @once
    def prose(self) -> set[tuple[str, str]]:
        """The pairs of neighbouring words that its paragraphs have; a photo's credit tells of nobody."""
        return set().union(
            *(row.pairs for place, row in enumerate(self.rows) if row.prose and place not in self.photos)
        )

    def heads(self, place: int) -> bool:
        """The line is a subhead: the paragraph below it speaks of what it names."""
        below = place + 1
        return self.reads(below) and self.rows[place].said in self.rows[below].said

    def repeated(self, place: int) -> bool:
        row = self.rows[place]
        return 3 < row.words <= LONGEST_REPEATED and self.seen[row.said] > 1

    @property
    @once
    def pairs(self) -> set[tuple[str, str]]:
        """The pairs of neighbouring words that stand in a line of `LONGEST_BARE` words at most and another."""
        short = {row.said: row for row in self.rows if row.words <= LONGEST_BARE}
        told: set[tuple[str, str]] = set()
        pairs: set[tuple[str, str]] = set()
        for row in short.values():
            pairs |= row.pairs & told
            told |= row.pairs
        for row in self.rows:
            if row.words > LONGEST_BARE:
                pairs |= told.intersection(pairwise(row.tokens))
        return pairs

    def told_elsewhere(self, place: int) -> float:
        """The share of the row's word pairs that another line has too; a line that says the same does not count.

        For rows of `LONGEST_BARE` words at most, see `pairs`.
        """
        own = self.rows[place].pairs
        return len(own & self.pairs) / (len(own) + 1)
