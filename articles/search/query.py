"""What a reader typed, as sets of tokens: what must match, and how well it does."""

from dataclasses import dataclass

from .tokens import TITLE, pairs, syllables

MAX_LENGTH = 1000
"""Characters of a query."""
MAX_SYLLABLES = 32
"""Of a longer query the first ones count, so that its cost has a bound."""


@dataclass(frozen=True, slots=True)
class Query:
    """A search. `spoken` are (accented, folded) syllables in the order typed; none: nothing can match."""

    text: str
    spoken: tuple[tuple[str, str], ...]

    @classmethod
    def parse(cls, text: str) -> "Query":
        """Read any text; quotes and operators part words like other punctuation."""
        return cls(text, tuple(syllables(text[:MAX_LENGTH])[:MAX_SYLLABLES]))

    def __bool__(self) -> bool:
        return bool(self.spoken)

    @property
    def folded(self) -> list[str]:
        """The folded syllables in the order typed."""
        return [folded for _word, folded in self.spoken]

    @property
    def required(self) -> tuple[str, ...]:
        """Tokens that every hit has."""
        return tuple(dict.fromkeys(self.folded))

    @property
    def tiers(self) -> list[tuple[str, ...]]:
        """Token sets, the best first: a hit ranks by the first set of which it has all.

        Exact accents in the title, then anywhere; the folded phrase in the title, then anywhere; the
        syllables scattered. The accented tiers are there only when the query has accents, and the last when
        it is not a single syllable, which is a phrase already.
        """
        phrase = tuple(dict.fromkeys(pairs(self.folded))) or self.required
        accented = tuple(dict.fromkeys(word for word, folded in self.spoken if word != folded))
        found = []
        if accented:
            found += [_in_title(phrase + accented), phrase + accented]
        found += [_in_title(phrase), phrase]
        if phrase != self.required:
            found.append(self.required)
        return found


def _in_title(tokens: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(TITLE + token for token in tokens)
