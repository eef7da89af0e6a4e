"""Countries as texts name them, in whatever spelling: their usual names."""

from collections.abc import Iterable, Iterator

from articles.text.lexicon import everything, table
from articles.text.words.phrases import Phrases
from articles.text.words.tokens import Row

_LONGEST_COUNTRY = 4
_STYLES = Phrases(
    lambda: ((style, True) for style in ("Cộng hòa", "CH", "Vương quốc", "Liên bang", "LB", "Nhà nước"))
)
"""What a country may be called before its name."""


def _countries() -> Iterator[tuple[str, str]]:
    for line in everything("countries"):
        usual, _, variants = line.partition(":")
        usual = usual.strip()
        yield usual, usual
        for variant in variants.split(","):
            if variant.strip():
                yield variant.strip(), usual


class _Countries(Phrases[str]):
    """Of each country its own spellings only: a style before them is read where one stands."""

    def _fill(self, entries: Iterable[tuple[str, str]]) -> None:
        super()._fill(entries)
        for first in _STYLES.first:
            self.first.setdefault(first, {"": []})

    def match(self, row: Row, at: int) -> tuple[int, str] | None:
        found = Phrases.match(self, row, at)
        if row.lows[at] in _STYLES.first and (style := _STYLES.match(row, at)) and style[0] < row.size:
            styled = Phrases.match(self, row, style[0])
            if styled and (found is None or styled[0] > found[0]):
                return styled
        return found


COUNTRIES = _Countries(_countries)
"""Every spelling of a country, with its usual name as the value."""
HOME = frozenset(("", "Việt Nam", "Vietnam"))
"""The country of an office that no other country is told of with."""
COUNTRY_NAMES: set[str] = set()
"""The usual names."""


@table
def _read_country_names() -> None:
    COUNTRY_NAMES.clear()
    COUNTRY_NAMES.update(usual for _, usual in _countries())


COUNTRY_WORDS = COUNTRIES.first.keys()
"""First words of countries, lower case."""


def country_at(row: Row, at: int) -> tuple[int, str] | None:
    """The country whose name stands at token `at`: its end and its usual name. Needs a capital: `pháp` is
    law."""
    word = row.words[at]
    if word.low not in COUNTRY_WORDS or not (word.capital or word.upper):
        return None
    return COUNTRIES.match(row, at)


def country_before(row: Row, at: int) -> str:
    """The usual name of the country whose name ends before token `at`: `Russian | Foreign Minister`; empty for none."""
    for begin in range(max(0, at - _LONGEST_COUNTRY), at):
        if (found := country_at(row, begin)) and found[0] == at:
            return found[1]
    return ""
