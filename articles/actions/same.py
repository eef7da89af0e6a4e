"""Whether two records are the same: what is certain is tied together, what is likely becomes a question.

People are told by name, office and country; events by kind, date, name, place and participants.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any
from uuid import UUID

from ..models.event import Event
from ..models.links import Coverage, Participation
from ..models.many import select_values
from ..models.person import Position
from ..models.rows import new_row
from ..models.source import Suggestion
from ..text.dates.edtf import PartialDate
from ..text.fold import fold, name_key, words
from ..text.lexicon import everything, kept
from .identity import identity

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


@kept
def _shared_words() -> frozenset[str]:
    """Words of organisations' names that do not tell one from another."""
    return frozenset(chain.from_iterable(words(entry) for entry in everything("org_words_shared")))


def in_accord(known: Sequence[Position], value: Mapping[str, Any]) -> bool:
    """Whether nothing speaks against a person found being one on record: no other country, no other organisation."""
    found = _offices_of(value)
    if any(same_office(one, other) for one in found for other in known):
        return True
    countries = [{name_key(p.country) for p in side if p.country} for side in (found, known)]
    if all(countries):
        return bool(countries[0] & countries[1])
    bodies = [
        set().union(*(words(p.organisation) for p in side)) - _shared_words() for side in (found, known)
    ]
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


# -- events


@dataclass(slots=True)
class KnownEvent:
    """An event as far as it tells itself from others."""

    pk: UUID
    name: str
    kind: str
    date: str
    place: str
    participants: set[UUID] = field(default_factory=set)
    articles: set[UUID] = field(default_factory=set)

    @classmethod
    def found(cls, suggestion: Suggestion, participants: set[UUID]) -> "KnownEvent":
        value = suggestion.taken
        return cls(
            suggestion.pk, value["name"], value["kind"], value["date"] or "", value.get("place", ""),
            participants, {suggestion.article_id},
        )  # fmt: skip

    @property
    def label(self) -> str:
        return self.name


NAMING = 4
"""Words that a name needs to be no mere word for its kind, such as `Hội đàm`."""


class EventIndex:
    """The events on record on certain days, and those that a plan adds."""

    def __init__(self) -> None:
        self._by_day: dict[tuple[str, str], list[KnownEvent]] = {}
        self._by_id: dict[UUID, KnownEvent] = {}

    @classmethod
    def of(cls, suggestions: Iterable[Suggestion]) -> "EventIndex":
        """The events that these suggestions may mean: three queries, however many they are."""
        index = cls()
        found = [s for s in suggestions if s.kind == Suggestion.Kind.EVENT]
        days = {day for s in found for day in _days(s.taken["date"] or "")}
        tied = {s.event_id for s in found if s.event_id}
        if not days and not tied:
            return index
        rows = Event.objects.filter(date__in=days, withdrawn_at=None) | Event.objects.filter(pk__in=tied)
        for pk, name, kind, date, place in rows.order_by("created_at", "pk").values_list(
            "pk", "name", "event_kind", "date", "place"
        ):
            index._put(KnownEvent(pk, name, kind, date, place))
        ids = index._by_id
        for event, person in select_values(Participation, ["event_id", "person_id"], "event_id", ids):
            ids[event].participants.add(person)
        for event, article in select_values(Coverage, ["event_id", "article_id"], "event_id", ids):
            ids[event].articles.add(article)
        return index

    def add(self, here: KnownEvent, pk: UUID) -> None:
        """A new event."""
        self._put(KnownEvent(pk, here.name, here.kind, here.date, here.place))

    def join(self, pk: UUID, here: KnownEvent) -> set[UUID]:
        """Another article reports an event; returns who was known to take part before."""
        known = self._by_id.get(pk)
        if known is None:
            return set()
        before = set(known.participants)
        known.participants |= here.participants
        known.articles |= here.articles
        return before

    def same(self, here: KnownEvent) -> KnownEvent | None:
        """The event on record that `here` is with certainty: same kind and full date, and who took part or its name."""
        if not _settled(here.date):
            return None
        found = [
            event
            for event in self._by_day.get((here.kind, here.date), ())
            if not _told_apart(event, here) and not _elsewhere(event, here) and _agree(event, here)
        ]
        return found[0] if len(found) == 1 else None

    def perhaps_same(self, here: KnownEvent) -> list[KnownEvent]:
        """Events on record that `here` may be: kind and date fit, and a name or somebody who took part.

        Where the places differ, two who took part in both: one text names the town, the other the house in it.
        """
        return [
            event
            for day in _days(here.date)
            for event in self._by_day.get((here.kind, day), ())
            if not _told_apart(event, here)
            and (name_key(event.name) == name_key(here.name) or event.participants & here.participants)
            and (not _elsewhere(event, here) or len(event.participants & here.participants) > 1)
        ]

    def _put(self, event: KnownEvent) -> None:
        self._by_id[event.pk] = event
        if event.date:
            self._by_day.setdefault((event.kind, event.date), []).append(event)


def _settled(date: str) -> bool:
    """Whether a date has its year, month and day; a range too."""
    parts = date.split("/")
    return bool(date) and all(len(part) == 10 and part[:4].isdecimal() for part in parts)


def _days(date: str) -> list[str]:
    """A date, and the same day without its year."""
    if not date:
        return []
    return [date, f"XXXX{date[4:]}"] if _settled(date) and "/" not in date else [date]


def _told_apart(one: KnownEvent, other: KnownEvent) -> bool:
    """Whether one text tells of both."""
    return bool(one.articles & other.articles)


def _elsewhere(one: KnownEvent, other: KnownEvent) -> bool:
    """Whether two events have different places."""
    return bool(one.place and other.place and name_key(one.place) != name_key(other.place))


def _agree(one: KnownEvent, other: KnownEvent) -> bool:
    if one.participants and other.participants:
        small, large = sorted((one.participants, other.participants), key=len)
        return small <= large
    return name_key(one.name) == name_key(other.name) and len(words(one.name)) >= NAMING


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
