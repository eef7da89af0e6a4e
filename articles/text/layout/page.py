"""A page with everything marked that a line shows by itself, before its place in the story is looked at."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import chain, pairwise
from typing import Generic, TypeVar

from articles.text import lazy_re as re
from articles.text.fold import name_key
from articles.text.layout import captions, photo_credits
from articles.text.layout.bylines import read_signature
from articles.text.layout.caption_scores import closed_captions, own_score, score_alone
from articles.text.layout.captions import DATED
from articles.text.layout.galleries import gallery_runs, shows_captions
from articles.text.layout.lines import BROKEN, CAPITAL, Row, tokens_of
from articles.text.layout.listing import formula, lines_listed, parts_listed
from articles.text.layout.navigation import Marker
from articles.text.layout.photo_credits import Photo
from articles.text.layout.published import Stamp
from articles.text.layout.subheads import people_listed, unsure_heads

R = TypeVar("R")

LONGEST_REPEATED = 75
"""Words of a line that is looked for a second time: captions, titles, deks."""

LONGEST_HEADLINE = 40
"""Words that no headline has, so that a line without an end is text."""
LONGEST_SUBHEAD = 12
"""Words of a subhead, by far most often."""


_NAME = re.compile(rf"{CAPITAL}(?:(?<=[\w,;] \w)\w*(?: {CAPITAL}\w*)*|(?<=^\w)\w*(?: {CAPITAL}\w*)+)")
"""A name; one that opens the line has two words or more."""


def _names_in(text: str) -> set[str]:
    """The names in a line; of longer ones each two words that stand together."""
    names: set[str] = set()
    for match in _NAME.finditer(text):
        words = match[0].split()
        names |= {" ".join(pair) for pair in pairwise(words)} if len(words) > 1 else set(words)
    return names


class _once(Generic[R]):
    """As `functools.cached_property`, but asks for no `__dict__`, which makes each field of a page slower to read."""

    def __init__(self, make: Callable[["Page"], R]) -> None:
        self._make = make

    def __get__(self, page: "Page", owner: type["Page"]) -> R:
        made = self._make(page)
        setattr(page, self._make.__name__, made)
        return made


@dataclass
class Page:
    """The rows, and what each is by itself; dictionaries are keyed by a row's place in `rows`.

    What takes a look at all of them is worked out when somebody asks for it, once.
    """

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
    alone: dict[int, float] = field(default_factory=dict)

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

    @_once
    def terse(self) -> bool:
        """Most paragraphs are one short sentence, so that a short one says nothing of a photo."""
        sentences = [row for row in self.rows if row.words >= 8 and row.ends]
        return len(sentences) >= 8 and sum(row.words <= 24 for row in sentences) * 10 > len(sentences) * 7

    @_once
    def parted(self) -> bool:
        """Each sentence stands on a line of its own, so that one alone says nothing at all."""
        sentences = [row for row in self.rows if row.words >= 8 and row.ends]
        return len(sentences) >= 12 and not any(BROKEN.search(row.text) for row in sentences)

    @_once
    def listed(self) -> frozenset[int]:
        """Lines of verse and of lists, which are neither captions nor headlines."""
        return lines_listed(self)

    @_once
    def parts(self) -> frozenset[int]:
        """The whole page below its first paragraph, where it is a list of advice or of answers."""
        return parts_listed(self)

    @_once
    def people(self) -> frozenset[int]:
        """The names that head the paragraphs of a list of people, each of whom only what stands below tells."""
        return people_listed(self)

    @_once
    def closed_captions(self) -> int:
        """How many more of its sure captions without a credit end as sentences do than do not."""
        return closed_captions(self)

    @_once
    def unsure_heads(self) -> int:
        """How many more of its lines without an end above paragraphs read little like captions than surely do."""
        return unsure_heads(self)

    @_once
    def opens(self) -> int:
        """Where its first running text stands; below all rows where it has none."""
        return next((place for place, row in enumerate(self.rows) if row.prose), len(self.rows))

    @_once
    def told(self) -> tuple[dict[str, int], dict[str, int]]:
        """Where each word of the page stands first, and where last."""
        first: dict[str, int] = {}
        last: dict[str, int] = {}
        for place, row in enumerate(self.rows):
            for token in row.tokens:
                first.setdefault(token, place)
                last[token] = place
        return first, last

    @_once
    def counted(self) -> Counter[tuple[str, str]]:
        """How many rows have each pair of neighbouring words."""
        return Counter(chain.from_iterable(row.pairs for row in self.rows))

    @_once
    def prose(self) -> set[tuple[str, str]]:
        """The pairs of neighbouring words that its paragraphs have."""
        return set().union(*(row.pairs for row in self.rows if row.prose))

    @_once
    def names(self) -> Counter[str]:
        """How many rows name each of the names on it."""
        return Counter(name for row in self.rows for name in _names_in(row.text))

    @_once
    def formulas(self) -> Counter[str]:
        """How many different lines say the same but for their numbers."""
        return Counter(map(formula, self.seen))

    @_once
    def credited(self) -> bool:
        """A photo of the page has caption and credit."""
        return shows_captions(self)

    def heads(self, place: int) -> bool:
        """The line is a subhead: the paragraph below it speaks of what it names."""
        below = place + 1
        return self.reads(below) and self.rows[place].said in self.rows[below].said

    def heads_like_others(self, place: int) -> bool:
        """A short line alone, as another is further down in the story: a subhead."""
        return self._alone(place) and any(map(self._alone, range(place + 2, len(self.rows) - 1)))

    def _alone(self, place: int) -> bool:
        row, above = self.rows[place], self.rows[place - 1]
        return (
            self.free(place)
            and not row.ends
            and row.words <= LONGEST_SUBHEAD
            and row.text[-1] not in ",;:"
            and (above.ends or place - 1 in self.photos)
            and self.reads(place + 1)
        )

    def names_strangers(self, place: int) -> bool:
        """The row names somebody or something that stands nowhere else on the page, as other stories' headlines do."""
        text = self.rows[place].text
        capitals = sum(word[0].isupper() for word in text.split())
        if capitals * 2 > self.rows[place].words:
            return False  # `Những Điều Cần Biết`: they are no names.
        return any(self.names[name] == 1 for name in _names_in(text))

    def credit_follows(self, place: int) -> bool:
        """The next line is a credit and nothing else, so that this one may be its caption.

        The picture may have none, and stand below a paragraph: one that tells when is no caption.
        """
        following, row = self.photos.get(place + 1), self.rows[place]
        return (
            following is not None
            and not following.caption
            and row.words <= (60 if row.ends else photo_credits.LONGEST_CAPTION)
            and not (row.ends and row.words > 20 and DATED.match(row.text))
            and not (row.ends and row.words > 14 and not self.is_caption(place, captions.PICTURED))
        )

    def caption_goes_on(self, place: int) -> bool:
        """The next line is the rest of a caption that begins here, with its credit."""
        following, row = self.photos.get(place + 1), self.rows[place]
        return bool(following and following.caption[:1].islower() and not row.ends and row.words <= 40)

    def repeated(self, place: int) -> bool:
        row = self.rows[place]
        return 3 < row.words <= LONGEST_REPEATED and self.seen[row.said] > 1

    def caption_score(self, place: int) -> float:
        """How much the row reads like a caption where it stands."""
        score = self.own_score(place)
        return max(score, captions.IN_GALLERY) if place in self.gallery else score

    def amid_captions(self, place: int) -> bool:
        """A line of a gallery that has more of it below, so that a name there is somebody in the picture."""
        return place in self.gallery and place + 1 in self.gallery

    @_once
    def gallery(self) -> dict[int, int]:
        """Lines that are captions for those they stand with, and where the first of each run stands."""
        return {place: run[0] for run in gallery_runs(self) for place in run}

    def take_picture(self, place: int) -> None:
        """A picture has stood there, so what was made of the line below as a caption counts no longer."""
        self.pictures.add(place)
        self.scores.pop(place + 1, None)
        self.alone.pop(place + 1, None)

    def own_score(self, place: int) -> float:
        """How much the row reads like a caption without those beside it, see `captions.looks_like`."""
        score = self.scores.get(place)
        if score is None:
            score = self.scores[place] = own_score(self, place)
        return score

    def is_caption(self, place: int, least: float) -> bool:
        """Whether a row's `caption_score` is `least` or more. What other lines tell of it, which takes a look at all
        of them, is asked only where it could make up what is wanting."""
        hopeless = self.rows[place].ends and score_alone(self, place) + captions.MOST_TOLD < least
        return not (hopeless and place not in self.gallery) and self.caption_score(place) >= least

    @_once
    def pairs(self) -> set[tuple[str, str]]:
        """The pairs of neighbouring words that stand in a line of `captions.LONGEST_BARE` words at most and another."""
        short = {row.said: row for row in self.rows if row.words <= captions.LONGEST_BARE}
        once: set[tuple[str, str]] = set()
        pairs: set[tuple[str, str]] = set()
        for row in short.values():
            pairs |= row.pairs & once
            once |= row.pairs
        for row in self.rows:
            if row.words > captions.LONGEST_BARE:
                pairs |= once.intersection(pairwise(row.tokens))
        return pairs

    def told_elsewhere(self, place: int) -> float:
        """The share of the row's word pairs that another line has too; a line that says the same does not count.

        For rows of `captions.LONGEST_BARE` words at most, see `pairs`.
        """
        own = self.rows[place].pairs
        return len(own & self.pairs) / (len(own) + 1)
