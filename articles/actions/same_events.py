"""Whether two events are the same: certain by kind, full date, place and participants, or likely by less."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import reduce
from operator import or_
from uuid import UUID

from django.db.models import Q, QuerySet
from django.db.models.functions import Substr

from ..models.event import Event
from ..models.links import Coverage, Participation
from ..models.many import select_values
from ..models.source import Suggestion
from ..text.fold import name_key, words
from ..text.people.countries import COUNTRY_NAMES
from .same import shared_words


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


_KIN = {"talks": "meeting", "meeting": "talks"}
"""Kinds between which texts choose for what two people do."""
_LONGEST = 15
"""Days of a visit that are looked at one by one."""
_MOST_SPANS = 40
"""Conditions that a query for ranges near certain days has; for more it asks for all from the first to the last."""
NAMING = 4
"""Words that a name needs to be no mere word for its kind, such as `Hội đàm`."""


class EventIndex:
    """The events on record on certain days, and those that a plan adds."""

    def __init__(self) -> None:
        self._by_day: dict[tuple[str, str], list[KnownEvent]] = {}
        self._by_id: dict[UUID, KnownEvent] = {}

    @classmethod
    def of(cls, suggestions: Iterable[Suggestion]) -> "EventIndex":
        """The events that these suggestions may mean: six queries at most, however many they are."""
        index = cls()
        found = [s for s in suggestions if s.kind == Suggestion.Kind.EVENT]
        dates = {s.taken["date"] for s in found if s.taken["date"]}
        tied = {s.event_id for s in found if s.event_id}
        rows = {}
        for near in (*_near(dates), Event.objects.filter(pk__in=tied)):
            for row in near.values_list("created_at", "pk", "name", "event_kind", "date", "place"):
                rows[row[1]] = row
        days = {day for when in dates for day in days_of(when)}
        for _created_at, pk, name, kind, when, place in sorted(rows.values(), key=lambda row: row[:2]):
            event = KnownEvent(pk, name, kind, when, place)
            if "/" not in event.date or event.pk in tied or not days.isdisjoint(days_of(event.date)):
                index._put(event)
        ids = index._by_id
        for pk, person in select_values(Participation, ["event_id", "person_id"], "event_id", ids):
            ids[pk].participants.add(person)
        for pk, article in select_values(Coverage, ["event_id", "article_id"], "event_id", ids):
            ids[pk].articles.add(article)
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
            for event in self._by_day.get((here.kind, days_of(here.date)[0]), ())
            if event.date == here.date
            and not _told_apart(event, here)
            and not _elsewhere(event, here)
            and _agree(event, here)
        ]
        return found[0] if len(found) == 1 else None

    def perhaps_same(self, here: KnownEvent) -> list[KnownEvent]:
        """Events on record that `here` may be: the kind fits and a day, one of a range or one without its year, and a
        name or somebody who took part.

        Where the places differ, two who took part in both, or the name: one text names the town, the other the house.
        """
        near: dict[UUID, KnownEvent] = {}
        for kind in (here.kind, _KIN.get(here.kind, "")):
            for key in (*days_of(here.date), *_other_form(here.date)):
                near.update((event.pk, event) for event in self._by_day.get((kind, key), ()))
        return [event for event in near.values() if not _told_apart(event, here) and _may_be(event, here)]

    def _put(self, event: KnownEvent) -> None:
        self._by_id[event.pk] = event
        for key in (*days_of(event.date), *_without_year(event.date)):
            self._by_day.setdefault((event.kind, key), []).append(event)


def _settled(when: str) -> bool:
    """Whether a date has its year, month and day; a range too."""
    parts = when.split("/")
    return bool(when) and all(len(part) == 10 and part[:4].isdecimal() for part in parts)


def days_of(when: str) -> list[str]:
    """The days of a range, the first weeks of a long one; any other date itself."""
    first, _, last = when.partition("/")
    if not last or not _settled(when):
        return [when] if when else []
    begin, end = date.fromisoformat(first), date.fromisoformat(last)
    return [(begin + timedelta(n)).isoformat() for n in range(min((end - begin).days + 1, _LONGEST))]


def _without_year(when: str) -> list[str]:
    """A day with its year by its month and number, under which those without a year find it."""
    return [when[4:]] if "/" not in when and _settled(when) else []


def _other_form(when: str) -> list[str]:
    """Where to look for a day without its year, if this one has one, and with any year, if it has none."""
    if "/" in when or len(when) != 10:
        return []
    return [f"XXXX{when[4:]}"] if _settled(when) else [when[4:]]


def _near(dates: set[str]) -> Iterator[QuerySet[Event]]:
    """Events on these days, on those of any year where they have none, and on a range that begins on or shortly before
    one. All events are many, so each is found by an index but for days without a year."""
    there = Event.objects.filter(withdrawn_at=None).order_by()
    if dates:
        yield there.filter(date__in={key for when in dates for key in (*days_of(when), f"XXXX{when[4:]}")})
    spans = _spans(when for when in dates if _settled(when))
    if len(spans) > _MOST_SPANS:
        spans = [(spans[0][0], spans[-1][1])]
    if spans:
        begins = reduce(or_, (Q(date__gte=first, date__lt=last) for first, last in spans))
        yield there.filter(begins, date__contains="/")
    if endings := {when[4:] for when in dates if not _settled(when) and _other_form(when)}:
        yield there.alias(_ending=Substr("date", 5)).filter(_ending__in=endings)


def _spans(dates: Iterable[str]) -> list[tuple[str, str]]:
    """From when on a range may begin that has one of these days in it, to the day after; those that meet as one."""
    joined: list[tuple[str, str]] = []
    for days in sorted(map(days_of, dates)):
        begin, end = _away(days[0], -_LONGEST), _away(days[-1], 1)
        if joined and begin <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(joined[-1][1], end)
        else:
            joined.append((begin, end))
    return joined


def _away(when: str, days: int) -> str:
    """So many days before or after, within the calendar."""
    try:
        return (date.fromisoformat(when) + timedelta(days)).isoformat()
    except OverflowError:
        return when


def _told_apart(one: KnownEvent, other: KnownEvent) -> bool:
    """Whether one text tells of both."""
    return bool(one.articles & other.articles)


def _elsewhere(one: KnownEvent, other: KnownEvent) -> bool:
    """Whether two events have different places; `Huế` is where `thành phố Huế` is, and `Nhà hát lớn Huế`."""
    first, second = words(one.place), words(other.place)
    short, long = sorted((first, second), key=len)
    return bool(short) and not any(long[at : at + len(short)] == short for at in range(len(long)))


def _may_be(event: KnownEvent, here: KnownEvent) -> bool:
    both = event.participants & here.participants
    sides = min(len(event.participants), len(here.participants))
    if event.kind != here.kind:
        return len(both) > 1 and sides == len(both)  # `A hội đàm với B`, and `A tiếp B`
    if here.kind in _KIN and sides > 1 and len(both) < 2:
        return False  # `A tiếp B`, and `A tiếp C`
    somewhere = any(place.removeprefix("Cộng hòa ") in COUNTRY_NAMES for place in (event.place, here.place))
    if _alike(event.name, here.name) and (somewhere or not _elsewhere(event, here)):
        return True
    named = name_key(event.name) == name_key(here.name) or bool(both)
    return named and (not _elsewhere(event, here) or len(both) > 1)


def _alike(one: str, other: str) -> bool:
    """Whether one name says what the other does, and no more than a number, a style or a country's form besides."""
    shared = shared_words("event_words_shared")
    short, long = sorted((set(words(name)) - shared for name in (one, other)), key=len)
    return len(short) >= NAMING and short <= long


def _agree(one: KnownEvent, other: KnownEvent) -> bool:
    if one.participants and other.participants:
        small, large = sorted((one.participants, other.participants), key=len)
        return small <= large
    return name_key(one.name) == name_key(other.name) and len(words(one.name)) >= NAMING
