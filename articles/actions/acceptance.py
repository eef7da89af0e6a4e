"""What accepting suggestions would make: planned in memory, so that a page, an import and the fixture agree."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _

from ..models.event import Event
from ..models.links import Coverage, Mention, Participation
from ..models.person import OtherName, Person, Position
from ..models.source import Suggestion
from ..text.fold import fold, name_key
from .identity import identity
from .revise import derive
from .same import (
    EventIndex,
    KnownEvent,
    fuller,
    holds,
    in_accord,
    same_as,
    same_office,
    without_accents,
)

Decision = Suggestion.Decision


@dataclass
class Directory:
    """The people that the collection knows, as far as these names go."""

    by_key: dict[str, set[UUID]] = field(default_factory=dict)
    people: dict[UUID, Person] = field(default_factory=dict)
    offices: dict[UUID, list[Position]] = field(default_factory=dict)
    other_keys: dict[UUID, set[str]] = field(default_factory=dict)
    mentioned: dict[UUID, dict[str, tuple[UUID, str]]] = field(default_factory=dict)
    """By article: the people accepted so far and their roles, under the name the importer saw."""
    reported: dict[UUID, list[tuple[UUID, list[str]]]] = field(default_factory=dict)
    """By article: the events accepted so far, with their participants' names."""
    folded: dict[str, set[UUID]] = field(default_factory=dict)
    """People by their name without accents."""
    events: EventIndex = field(default_factory=EventIndex)

    @classmethod
    def of(cls, suggestions: Sequence[Suggestion]) -> "Directory":
        """Read from the desk the people whom these suggestions may mean."""
        keys: set[str] = set()
        folds: set[str] = set()
        tied: set[UUID] = set()
        for suggestion in suggestions:
            if suggestion.kind == Suggestion.Kind.PERSON:
                keys.update(name_key(name) for name in _names(suggestion))
                folds.add(fold(suggestion.value["name"]))
            if suggestion.person_id:
                tied.add(suggestion.person_id)
        alike = Q(name_key__in=keys) | Q(folded__in=folds, withdrawn_at=None)
        ids = tied | set(Person.objects.filter(alike).values_list("pk", flat=True))
        ids |= set(OtherName.objects.filter(name_key__in=keys).values_list("person_id", flat=True))
        directory = cls()
        for person in Person.objects.filter(pk__in=ids):
            directory.add(person)
        for other in OtherName.objects.filter(person_id__in=directory.people):
            directory.add_name(other.person_id, other.name_key)
        for position in Position.objects.filter(person_id__in=directory.people):
            directory.offices[position.person_id].append(position)
        decided = Suggestion.objects.filter(
            article_id__in={suggestion.article_id for suggestion in suggestions}, decision=Decision.ACCEPTED
        )
        for suggestion in decided.only("article_id", "kind", "value", "person_id", "event_id"):
            directory.note(suggestion)
        directory.events = EventIndex.of(suggestions)
        return directory

    def note(self, accepted: Suggestion) -> None:
        """Remember an accepted suggestion, so that people and events of one article find each other."""
        if accepted.person_id:
            role = accepted.value.get("role", "")
            self.mentioned.setdefault(accepted.article_id, {})[accepted.value["name"]] = (
                accepted.person_id,
                role,
            )
        if accepted.event_id:
            participants = accepted.value.get("participants", [])
            self.reported.setdefault(accepted.article_id, []).append((accepted.event_id, participants))

    def add(self, person: Person) -> None:
        self.people[person.pk] = person
        self.offices.setdefault(person.pk, [])
        self.other_keys.setdefault(person.pk, set())
        self.by_key.setdefault(person.name_key, set()).add(person.pk)
        if person.withdrawn_at is None:
            self.folded.setdefault(person.folded, set()).add(person.pk)

    def add_name(self, person: UUID, key: str) -> None:
        self.by_key.setdefault(key, set()).add(person)
        self.other_keys[person].add(key)

    def find(self, suggestion: Suggestion) -> set[UUID]:
        """Who a person suggestion can mean: the one it is tied to, or all who bear the name."""
        if suggestion.person_id in self.people:
            return {suggestion.person_id}
        found: set[UUID] = set()
        for name in _names(suggestion):
            found |= self.by_key.get(name_key(name), set())
        return found


@dataclass
class Acceptance:
    """Rows that accepting makes, in the order in which they can be written."""

    people: list[Person] = field(default_factory=list)
    other_names: list[OtherName] = field(default_factory=list)
    positions: list[Position] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    coverage: list[Coverage] = field(default_factory=list)
    participations: list[Participation] = field(default_factory=list)
    fuller: list[Position] = field(default_factory=list)
    """Offices that were known with less said."""
    accepted: list[Suggestion] = field(default_factory=list)
    left: list[tuple[Suggestion, str]] = field(default_factory=list)
    """Those that a rule must not decide, and why."""
    questions: list[Suggestion] = field(default_factory=list)
    """Whether a new record and one that is there are the same: for an editor, never for a rule."""
    enriched: set[UUID] = field(default_factory=set)
    """People and events that were there before and got a name, an office or a participant."""

    def links(self) -> list[Sequence[models.Model]]:
        """Everything but the decisions, by table, parents first."""
        return [
            self.people, self.other_names, self.positions, self.events,
            self.mentions, self.coverage, self.participations,
        ]  # fmt: skip


def plan_acceptance(suggestions: Iterable[Suggestion], directory: Directory, *, by_rule: bool) -> Acceptance:
    """What accepting `suggestions` (grouped by article, people before events) would write. Touches no database."""
    plan = Acceptance()
    for suggestion in suggestions:
        if suggestion.kind == Suggestion.Kind.PERSON:
            reason = _plan_person(plan, directory, suggestion)
        elif suggestion.kind == Suggestion.Kind.EVENT:
            reason = _plan_event(plan, directory, suggestion)
        else:
            reason = ""
        if reason:
            plan.left.append((suggestion, reason))
            continue
        suggestion.decision = Decision.ACCEPTED
        suggestion.decided_by_rule = by_rule
        plan.accepted.append(suggestion)
        directory.note(suggestion)
    new = {row.pk for row in (*plan.people, *plan.events)}
    plan.enriched -= new
    return plan


def _plan_person(plan: Acceptance, directory: Directory, suggestion: Suggestion) -> str:
    name = suggestion.value["name"]
    found = set() if suggestion.apart else directory.find(suggestion)
    if suggestion.person_id not in found:
        fitting = {pk for pk in found if in_accord(directory.offices[pk], suggestion.value)}
        if len(found) == 1 and not fitting:
            return _("Same as? “%(name)s” is on record with another office: choose who it is.") % {
                "name": name
            }
        if len(found) > 1:
            # An office tells namesakes apart where exactly one of them is known to hold it.
            found = {pk for pk in fitting if holds(directory.offices[pk], suggestion.value)}
            if len(found) != 1:
                return _("Several people are called “%(name)s”: choose one.") % {"name": name}
    if found:
        (pk,) = found
    else:
        other = [suggestion.pk] if suggestion.apart else []
        person = Person(id=identity("person", name_key(name), *other), name=name)
        derive(person)
        alike = sorted(directory.folded.get(person.folded, set()), key=str)
        directory.add(person)
        plan.people.append(person)
        pk = person.pk
        plan.questions += [
            same_as(suggestion, person, directory.people[there], "the same name without its accents")
            for there in alike
            if not suggestion.apart and without_accents(name, directory.people[there].name)
        ]
    _learn(plan, directory, pk, suggestion)
    suggestion.person_id = pk
    plan.mentions.append(
        Mention(
            id=identity("mention", suggestion.article_id, pk),
            article_id=suggestion.article_id,
            person_id=pk,
            role=suggestion.value.get("role", ""),
            rank=suggestion.rank,
        )
    )
    for event, participants in directory.reported.get(suggestion.article_id, ()):
        if name in participants:
            role = suggestion.value.get("role", "")
            plan.participations.append(_participation(event, pk, role, participants.index(name)))
            plan.enriched.add(event)
    return ""


def _participation(event: UUID, person: UUID, role: str, rank: int) -> Participation:
    return Participation(
        id=identity("participation", event, person), event_id=event, person_id=person, role=role, rank=rank
    )


def _learn(plan: Acceptance, directory: Directory, pk: UUID, suggestion: Suggestion) -> None:
    """Names and offices of a known person that the collection did not have yet."""
    person = directory.people[pk]
    for name in _names(suggestion):
        key = name_key(name)
        if key != person.name_key and key not in directory.other_keys[pk]:
            directory.add_name(pk, key)
            plan.other_names.append(
                OtherName(id=identity("other name", pk, key), person_id=pk, name=name, name_key=key)
            )
            plan.enriched.add(pk)
    offices = directory.offices[pk]
    for value in suggestion.value.get("positions", ()):
        position = Position(
            id=identity("position", pk, value["title"], value.get("country", "")),
            person_id=pk,
            title=value["title"],
            organisation=value.get("organisation", ""),
            country=value.get("country", ""),
            rank=len(offices),
        )
        known = next((known for known in offices if same_office(position, known)), None)
        if known is None:
            offices.append(position)
            plan.positions.append(position)
            plan.enriched.add(pk)
        elif fuller(position, known) and person.updated_by_id is None:
            known.title, known.organisation = position.title, position.organisation
            known.country = position.country or known.country
            plan.fuller.append(known)
            plan.enriched.add(pk)


def _plan_event(plan: Acceptance, directory: Directory, suggestion: Suggestion) -> str:
    value = suggestion.value
    names = directory.mentioned.get(suggestion.article_id, {})
    present = [
        (rank, *names[name]) for rank, name in enumerate(value.get("participants", ())) if name in names
    ]
    here = KnownEvent.found(suggestion, {person for _rank, person, _role in present})
    if suggestion.event_id is None and (known := directory.events.same(here)):
        suggestion.event_id = known.pk
        plan.enriched.add(known.pk)
    if suggestion.event_id is None:
        event = Event(
            id=identity("event", suggestion.pk),
            name=value["name"],
            event_kind=value["kind"],
            date=value["date"] or "",
            date_inferred=value.get("date_inferred", False),
            place=value.get("place", ""),
        )
        derive(event)
        plan.events.append(event)
        suggestion.event_id = event.pk
        plan.questions += [
            same_as(suggestion, event, other, "kind and date fit, and a name or a participant")
            for other in directory.events.perhaps_same(here)
        ]
        directory.events.add(here, event.pk)
    there = directory.events.join(suggestion.event_id, here)
    for rank, person, role in present:
        if person not in there:
            plan.participations.append(_participation(suggestion.event_id, person, role, rank))
    plan.coverage.append(
        Coverage(
            id=identity("coverage", suggestion.article_id, suggestion.event_id),
            article_id=suggestion.article_id,
            event_id=suggestion.event_id,
            rank=suggestion.rank,
        )
    )
    return ""


def ordered(suggestions: Iterable[Suggestion]) -> list[Suggestion]:
    """In the order `plan_acceptance` wants: by article, people before events: events name their participants."""
    return sorted(
        suggestions, key=lambda s: (str(s.article_id), s.kind != Suggestion.Kind.PERSON, s.kind, s.rank)
    )


def _names(suggestion: Suggestion) -> list[str]:
    """Every full name that a person suggestion gives."""
    return [suggestion.value["name"], *suggestion.value.get("other_names", ())]
