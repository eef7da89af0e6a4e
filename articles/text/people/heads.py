"""Heads of roles: the words of the lexicon that say what somebody is (`Bộ trưởng`, `ca sĩ`, `Đại tá`,
`ông`)."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from articles.text.lexicon import everything, flagged, table
from articles.text.words.phrases import Phrases
from articles.text.words.tokens import Row
from articles.text.words.vocabulary import watch

Kind = Literal["office", "occupation", "rank", "address"]
_LISTS: tuple[tuple[str, Kind], ...] = (
    ("occupations", "occupation"),
    ("ranks", "rank"),
    ("titles", "office"),
)


class Head(NamedTuple):
    """A phrase of the lexicon that says what somebody is."""

    kind: Kind
    company: bool = False
    """A company or club may follow in Latin letters, so a Latin name right after it is not certain."""
    owner: bool = False
    """Its own name may follow what is owned."""
    stage: bool = False
    """A stage name, without a surname, may follow."""
    group: bool = False
    """A school or place may follow, so only a full name is certain."""
    plural: bool = False
    english: bool = False
    """Of English stories alone: elsewhere the word is a part of names (`Premier League`)."""


def _heads() -> Iterable[tuple[str, Head]]:
    found: dict[str, Head] = {}
    for entry in everything("honorifics"):
        plural = entry.split()[0] in ("các", "hai", "quý", "cặp") or entry.startswith("vợ chồng")
        found[entry] = Head("address", plural=plural)
    for name, kind in _LISTS:
        for entry, flag in flagged(name):
            found[entry] = Head(
                kind,
                company=flag in ("org", "owner"),
                owner=flag == "owner",
                stage=flag == "stage",
                group=flag == "group",
                english=flag == "english",
            )
    return found.items()


class _Heads(Phrases[Head]):
    def match(self, row: Row, at: int) -> tuple[int, Head] | None:
        seconds = self.first.get(row.lows[at])
        if seconds is None or not (seconds[""] or row.following[at] in seconds):
            return None
        found = Phrases.match(self, row, at)
        return None if found is not None and found[1].english and not row.english else found


HEADS = _Heads(_heads)
"""Offices, occupations, ranks and forms of address; an office wins over the rest."""
STATUS = Phrases(lambda: flagged("status"))
"""`tân`, `nguyên`, `phó` … before a head; the value says whether the word is kept in the role."""
COLLECTIVE = frozenset(("lãnh đạo", "đại diện", "cán bộ"))
"""Heads that also mean those who lead a body, all of them."""
HEAD_WORDS: set[str] = set()
"""First words of everything that can open a role, lower case."""
_OPENS_ROLE = watch(HEAD_WORDS)


_SECOND_WORDS: dict[str, frozenset[str] | None] = {}
"""By first word, what may follow; None where it says something alone."""


@table
def _first_and_second_words() -> None:
    HEAD_WORDS.clear()
    HEAD_WORDS.update(HEADS.first, STATUS.first)
    _SECOND_WORDS.clear()
    for first in HEAD_WORDS:
        heads, status = HEADS.first.get(first, {}), STATUS.first.get(first, {})
        seconds = frozenset(filter(None, (*heads, *status)))
        _SECOND_WORDS[first] = None if heads.get("") else seconds | HEAD_WORDS if status else seconds


def role_openings(row: Row) -> list[int]:
    """The tokens at which a role may begin: a cheap first look, at two words."""
    lows, following = row.lows, row.following
    return [
        at
        for at in row.where(_OPENS_ROLE)
        if (second := _SECOND_WORDS[lows[at]]) is None or following[at] in second
    ]
