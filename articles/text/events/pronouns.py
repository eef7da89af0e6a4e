"""Who `ông` or `bà` alone stands for: `Ông sẽ thăm Lào`, `khi bà tới Huế`."""

from bisect import bisect_left, bisect_right

from articles.text.events.sentences import Party
from articles.text.types import Span
from articles.text.words.tokens import Row

_HE_SHE = frozenset(("ông", "bà"))


class Pronouns:
    """The people of a story by what it calls them; `mentions` are where they are named, in order."""

    def __init__(self, story: tuple[Row, ...], mentions: list[tuple[Span, str]]) -> None:
        self._story, self._mentions = story, mentions
        self._called: dict[str, str] | None = None

    def within(self, number: int, start: int, end: int) -> list[Party]:
        """Those whom pronouns of a sentence of row `number` stand for: the first named, of those who may be called so,
        in the last sentence before that names somebody."""
        row = self._story[number]
        found: list[Party] = []
        if _HE_SHE.isdisjoint(row.lows[start:end]):
            return found
        for i in range(start, end - 1):
            if row.lows[i] not in _HE_SHE or row.words[i + 1].capital or row.words[i + 1].upper:
                continue
            if i > start and row.words[i - 1].text not in ",;" and row.lows[i - 1] != "khi":
                continue
            if name := self._named_before(number, i):
                found.append(Party(i, i + 1, name, name, pronoun=True))
        return found

    def _named_before(self, number: int, at: int) -> str:
        row = self._story[number]
        last = bisect_left(self._mentions, (Span(row.starts[at], 0), "")) - 1
        if last < 0:
            return ""
        place = self._mentions[last][0].start
        told = row if place >= row.starts[0] else self._story[number - 1]
        if place < told.starts[0]:
            return ""
        opening = told.starts[told.sentence_start(bisect_right(told.starts, place) - 1)]
        for _, name in self._mentions[bisect_left(self._mentions, (Span(opening, 0), "")) : last + 1]:
            if self._calls(name) in ("", row.lows[at]):
                return name
        return ""

    def _calls(self, name: str) -> str:
        """`ông` or `bà`, as the story calls somebody first; empty where it calls them neither."""
        if self._called is None:
            self._called = {}
            number = 0
            for span, whose in self._mentions:
                while number + 1 < len(self._story) and self._story[number + 1].starts[0] <= span.start:
                    number += 1
                row = self._story[number]
                before = bisect_left(row.starts, span.start) - 1
                if before >= 0 and row.lows[before] in _HE_SHE:
                    self._called.setdefault(whose, row.lows[before])
        return self._called.get(name, "")
