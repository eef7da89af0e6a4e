"""Whether two records are the same: what is certain is tied together, what is likely becomes a question.

People are told by name, office and country; events as `same_events` has it.
"""

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any

from ..models.person import Position
from ..models.rows import new_row
from ..models.source import Suggestion
from ..text.dates.edtf import PartialDate
from ..text.fold import fold, name_key, words
from ..text.lexicon import everything, kept
from .identity import identity


@kept
def shared_words(name: str) -> frozenset[str]:
    """Words that do not tell one name from another, of the lexicon's list of this `name`."""
    return frozenset(chain.from_iterable(words(entry) for entry in everything(name)))


# -- people


def same_office(one: Position, other: Position) -> bool:
    """Whether two titles name one office, in other words or with less said.

    `Bộ trưởng Ngoại giao`, `Bộ trưởng Bộ Ngoại giao` and a bare `Bộ trưởng` do; `Thứ trưởng` is another.
    """
    if one.country and other.country and name_key(one.country) != name_key(other.country):
        return False
    if one.organisation and other.organisation and words(one.organisation) != words(other.organisation):
        return False
    first, second = _head(one), _head(other)
    return first[:1] == second[:1] and (set(first) <= set(second) or set(second) <= set(first))


def _head(position: Position) -> list[str]:
    """The words of a title without its organisation: `Bộ trưởng Bộ Ngoại giao` → `bộ trưởng`."""
    title, organisation = words(position.title), words(position.organisation)
    for tail in (organisation, organisation[1:]):
        if tail and title[-len(tail) :] == tail:
            return title[: -len(tail)]
    return title


def fuller(one: Position, other: Position) -> bool:
    """Whether `one` says more of the office than `other`."""
    mine, theirs = ((bool(p.organisation), len(_head(p)), bool(p.country)) for p in (one, other))
    return mine > theirs


def in_accord(known: Sequence[Position], value: Mapping[str, Any]) -> bool:
    """Whether nothing speaks against a person found being one on record: no other country, no other organisation."""
    found = _offices_of(value)
    if any(same_office(one, other) for one in found for other in known):
        return True
    countries = [{name_key(p.country) for p in side if p.country} for side in (found, known)]
    if all(countries):
        return bool(countries[0] & countries[1])
    shared = shared_words("org_words_shared")
    bodies = [set().union(*(words(p.organisation) for p in side)) - shared for side in (found, known)]
    return not all(bodies) or bool(bodies[0] & bodies[1])


def at_the_time(known: Sequence[Position], date: str) -> Sequence[Position]:
    """The offices that were, or may have been, held on the day of an article; all of them where it has no day."""
    if not date or not any(office.start or office.end for office in known):
        return known
    day = PartialDate.parse(date)
    return [office for office in known if not _over(day, office)]


def _over(day: PartialDate, office: Position) -> bool:
    """Whether the office began after `day` or ended before it."""
    begun = PartialDate.parse(office.start).start if office.start else None
    ended = PartialDate.parse(office.end).end if office.end else None
    return bool((day.end and begun and day.end < begun) or (day.start and ended and day.start > ended))


def holds(known: Sequence[Position], value: Mapping[str, Any]) -> bool:
    """Whether one of the offices found is one on record."""
    return any(same_office(one, other) for one in _offices_of(value) for other in known)


def _offices_of(value: Mapping[str, Any]) -> list[Position]:
    """The offices of a person suggestion, unsaved; one without a country has the person's."""
    country = value.get("country", "")
    return [
        new_row(
            Position,
            title=office["title"],
            organisation=office.get("organisation", ""),
            country=office.get("country", "") or country,
        )
        for office in value.get("positions", ())
    ]


def without_accents(one: str, other: str) -> bool:
    """Whether one of two spellings of a name is the other without its accents: accents told apart are two names."""
    return name_key(one) != name_key(other) and any(fold(name) == name.casefold() for name in (one, other))


# -- questions


def same_as(suggestion: Suggestion, new: Any, other: Any, reason: str) -> Suggestion:
    """The question whether `new`, which `suggestion` has made, is `other`."""
    kind = "person" if suggestion.kind == Suggestion.Kind.PERSON else "event"
    return new_row(
        Suggestion,
        id=identity("same", new.pk, other.pk),
        article_id=suggestion.article_id,
        source_id=suggestion.source_id,
        kind=Suggestion.Kind.SAME,
        value={
            "item": kind, "name": new.label, "id": str(new.pk), "other": str(other.pk), "other_name": other.label,
        },
        evidence=suggestion.evidence,
        reason=reason,
    )  # fmt: skip
