"""Phrases of the lexicon, found where they stand in a row of tokens; and the closed sets of words that rules have."""

from collections.abc import Callable, Iterable
from typing import Generic, Self, TypeVar

from articles.text.fold import usual_spelling
from articles.text.lexicon import everything, table
from articles.text.words.tokens import Row
from articles.text.words.vocabulary import TOKEN

T = TypeVar("T")
_Entry = tuple[int, list[str], str, T]


def word_set(words: str) -> frozenset[str]:
    """A closed set of words that a rule compares with, written as one string."""
    return frozenset(words.split())


class Phrases(Generic[T]):
    """Phrases of the lexicon with a value each; the longest that stands at a token is found."""

    def __init__(self, read: Callable[[], Iterable[tuple[str, T]]]) -> None:
        self.first: dict[str, dict[str, list[_Entry[T]]]] = {}
        """First word → second word → entries, the longest first; those of one word behind all of them, and under the
        empty string alone."""

        def fill() -> None:
            self._fill(read())

        table(fill)

    @classmethod
    def of(cls, entries: Iterable[tuple[str, T]]) -> Self:
        """Of these alone, for a function that is `kept`: they are not read again when other lists come into use."""
        made = cls.__new__(cls)
        made.first = {}
        made._fill(entries)
        return made

    def _fill(self, entries: Iterable[tuple[str, T]]) -> None:
        self.first.clear()
        entries = list(entries)
        spoken = usual_spelling("\n".join(phrase for phrase, _ in entries)).split("\n")
        for (phrase, value), low in zip(entries, spoken, strict=True):
            lows = low.split() if low.replace(" ", "").isalpha() else TOKEN.findall(low)
            exact = TOKEN.findall(phrase)[0] if phrase.isupper() and len(phrase) > 1 else ""
            seconds = self.first.setdefault(lows[0], {"": []})
            second = lows[1] if len(lows) > 1 else ""
            seconds.setdefault(second, []).append((len(lows), lows[1:], exact, value))
        for seconds in self.first.values():
            for second, found in seconds.items():
                if second:
                    if len(found) > 1:
                        found.sort(key=lambda entry: -entry[0])
                    found += seconds[""]

    def openings(self, row: Row, places: Iterable[int]) -> list[int]:
        """Of `places`, all of them first words of phrases, those where one may stand: a cheap look at two words."""
        lows, following, first = row.lows, row.following, self.first
        return [at for at in places if (seconds := first[lows[at]])[""] or following[at] in seconds]

    def within(self, row: Row, start: int, stop: int) -> bool:
        """Whether a phrase stands at one of the tokens from `start` up to `stop`, exclusive."""
        lows = row.lows[start:stop]
        if self.first.keys().isdisjoint(lows):
            return False
        return any(self.match(row, at) for at, low in enumerate(lows, start) if low in self.first)

    def match(self, row: Row, at: int) -> tuple[int, T] | None:
        """The end of the longest phrase that stands at token `at`, and its value. Case is ignored, except
        that an entry in capitals matches capitals only."""
        lows = row.lows
        seconds = self.first.get(lows[at])
        if seconds is None:
            return None
        for size, rest, exact, value in seconds.get(row.following[at]) or seconds[""]:
            if (size < 3 or lows[at + 1 : at + size] == rest) and (not exact or row.words[at].text == exact):
                return at + size, value
        return None


def phrases(name: str) -> Phrases[str]:
    """A plain list of the lexicon; the value is the phrase itself."""
    return Phrases(lambda: ((entry, entry) for entry in everything(name)))
