"""Countries as texts name them, in whatever spelling: their usual names."""

from articles.text.lexicon import everything, table
from articles.text.words.phrases import Phrases
from articles.text.words.tokens import Row

_LONGEST_COUNTRY = 4
_STYLES = ("Cộng hòa", "CH", "Vương quốc", "Liên bang", "LB", "Nhà nước")
"""What a country may be called before its name."""


def _countries() -> list[tuple[str, str]]:
    entries: list[tuple[str, str]] = []
    for line in everything("countries"):
        usual, _, variants = line.partition(":")
        usual = usual.strip()
        entries.append((usual, usual))
        entries += [(variant.strip(), usual) for variant in variants.split(",") if variant.strip()]
    known = {spelt for spelt, _ in entries}
    styled = [(f"{style} {spelt}", usual) for spelt, usual in entries for style in _STYLES]
    return entries + [entry for entry in styled if entry[0] not in known]


COUNTRIES = Phrases(_countries)
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
