"""What accepting suggestions would make: planned in memory, so that a page, an import and the fixture agree."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.db import models
from django.utils.translation import gettext as _

from ..models.event import Event
from ..models.links import Coverage, Mention, Participation
from ..models.person import OtherName, Person, Position
from ..models.rows import new_row
from ..models.source import Suggestion
from ..text.fold import name_key
from .directory import Directory, names_of
from .identity import identity
from .revise import derive
from .same import (
    fuller,
    holds,
    in_accord,
    same_as,
    same_office,
    without_accents,
)
from .same_events import KnownEvent

Decision = Suggestion.Decision


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
            reason = _plan_person(plan, directory, suggestion, by_rule=by_rule)
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


def _plan_person(plan: Acceptance, directory: Directory, suggestion: Suggestion, *, by_rule: bool) -> str:
    taken = suggestion.taken
    name = taken["name"]
    found = set() if suggestion.apart else directory.find(suggestion)
    if suggestion.person_id not in found:
        offices = {pk: directory.offices_then(pk, suggestion.article_id) for pk in found}
        fitting = {pk for pk in found if in_accord(offices[pk], taken)}
        if len(found) == 1 and not fitting:
            return _("Same as? “%(name)s” is on record with another office: choose who it is.") % {
                "name": name
            }
        if len(found) > 1:
            # An office tells namesakes apart where exactly one of them is known to hold it.
            found = {pk for pk in fitting if holds(offices[pk], taken)}
            if len(found) != 1:
                return _("Several people are called “%(name)s”: choose one.") % {"name": name}
    if found:
        (pk,) = found
    else:
        erased = identity("person", name_key(name)) in directory.erased
        if erased and by_rule:
            return _("Somebody called “%(name)s” was erased: an editor has to say that this is another.") % {
                "name": name
            }
        pk = _plan_new_person(plan, directory, suggestion, other=suggestion.apart or erased)
    _learn(plan, directory, pk, suggestion)
    suggestion.person_id = pk
    plan.mentions.append(
        new_row(
            Mention,
            id=identity("mention", suggestion.article_id, pk),
            article_id=suggestion.article_id,
            person_id=pk,
            role=taken.get("role", ""),
            rank=suggestion.rank,
        )
    )
    read = suggestion.value["name"]
    for event, participants in directory.reported.get(suggestion.article_id, ()):
        if read in participants:
            role = taken.get("role", "")
            plan.participations.append(_participation(event, pk, role, participants.index(read)))
            plan.enriched.add(event)
    return ""


def _plan_new_person(plan: Acceptance, directory: Directory, suggestion: Suggestion, *, other: bool) -> UUID:
    """Somebody who is not on record; `other`, than who was known by the same name."""
    name = suggestion.taken["name"]
    apart = [suggestion.pk] if other else []
    person = new_row(Person, id=identity("person", name_key(name), *apart), name=name)
    derive(person)
    alike = sorted(directory.folded.get(person.folded, set()), key=str)
    directory.add(person)
    plan.people.append(person)
    plan.questions += [
        same_as(suggestion, person, directory.people[there], "the same name without its accents")
        for there in alike
        if not suggestion.apart and without_accents(name, directory.people[there].name)
    ]
    return person.pk


def _participation(event: UUID, person: UUID, role: str, rank: int) -> Participation:
    return new_row(
        Participation,
        id=identity("participation", event, person), event_id=event, person_id=person, role=role, rank=rank,
    )  # fmt: skip


def _learn(plan: Acceptance, directory: Directory, pk: UUID, suggestion: Suggestion) -> None:
    """Names and offices of a known person that the collection did not have yet."""
    person = directory.people[pk]
    for name in names_of(suggestion):
        key = name_key(name)
        if key != person.name_key and key not in directory.other_keys[pk]:
            directory.add_name(pk, key)
            plan.other_names.append(
                new_row(OtherName, id=identity("other name", pk, key), person_id=pk, name=name, name_key=key)
            )
            plan.enriched.add(pk)
    offices = directory.offices[pk]
    for value in suggestion.taken.get("positions", ()):
        position = new_row(
            Position,
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
    value = suggestion.taken
    names = directory.mentioned.get(suggestion.article_id, {})
    present = [
        (rank, *names[name]) for rank, name in enumerate(value.get("participants", ())) if name in names
    ]
    here = KnownEvent.found(suggestion, {person for _rank, person, _role in present})
    if suggestion.event_id is None and (known := directory.events.same(here)):
        suggestion.event_id = known.pk
        plan.enriched.add(known.pk)
    if suggestion.event_id is None:
        event = new_row(
            Event,
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
        new_row(
            Coverage,
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
        suggestions, key=lambda s: (s.article_id.int, s.kind != Suggestion.Kind.PERSON, s.kind, s.rank)
    )
