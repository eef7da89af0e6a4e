"""What the collection knows of the people and events that suggestions may mean: a constant number of queries."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from ..models.article import Article
from ..models.erased import Erased
from ..models.many import Among, select_values
from ..models.person import OtherName, Person, Position
from ..models.rows import new_row
from ..models.source import Suggestion
from ..text.fold import fold, name_key
from .identity import identity
from .same import at_the_time
from .same_events import EventIndex


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
    days: dict[UUID, str] = field(default_factory=dict)
    """By article: its date, as far as it is known."""
    folded: dict[str, set[UUID]] = field(default_factory=dict)
    """People by their name without accents."""
    erased: set[UUID] = field(default_factory=set)
    """People who were erased, by the ids that their names would give."""
    events: EventIndex = field(default_factory=EventIndex)

    @classmethod
    def of(
        cls, suggestions: Sequence[Suggestion], *, unwritten: Mapping[UUID, str] | None = None
    ) -> "Directory":
        """Read from the desk the people whom these suggestions may mean.

        `unwritten` gives the dates of their articles where these are drafts that no table holds yet.
        """
        keys: set[str] = set()
        folds: set[str] = set()
        tied: set[UUID] = set()
        for suggestion in suggestions:
            if suggestion.kind == Suggestion.Kind.PERSON:
                keys.update(name_key(name) for name in names_of(suggestion))
                folds.add(fold(suggestion.taken["name"]))
            if suggestion.person_id:
                tied.add(suggestion.person_id)
        ids = tied | {pk for pk, _key in select_values(Person, ["id", "name_key"], "name_key", keys)}
        alike = select_values(Person, ["id", "withdrawn_at"], "folded", folds)
        ids |= {pk for pk, withdrawn in alike if withdrawn is None}
        ids |= {pk for pk, _key in select_values(OtherName, ["person_id", "name_key"], "name_key", keys)}
        directory = cls()
        derived = [str(identity("person", key)) for key in keys]
        directory.erased = {UUID(key) for (key,) in select_values(Erased, ["key"], "key", derived)}
        people = Person.objects.filter(pk__in=Among(ids)).order_by()
        for person in people.only("name", "name_key", "folded", "withdrawn_at", "updated_by"):
            directory.add(person)
        for pk, key in select_values(OtherName, ["person_id", "name_key"], "person_id", directory.people):
            directory.add_name(pk, key)
        names = [field.attname for field in Position._meta.concrete_fields]
        for values in select_values(Position, names, "person_id", directory.people, ["rank", "id"]):
            office = new_row(Position, **dict(zip(names, values, strict=True)))
            directory.offices[office.person_id].append(office)
        directory.events = EventIndex.of(suggestions)
        if unwritten is not None:
            directory.days = dict(unwritten)
            return directory
        articles = {suggestion.article_id for suggestion in suggestions}
        directory.days = dict(Article.objects.filter(pk__in=articles).values_list("pk", "date"))
        decided = Suggestion.objects.filter(article_id__in=articles, decision=Suggestion.Decision.ACCEPTED)
        for suggestion in decided.only("article_id", "kind", "value", "corrected", "person_id", "event_id"):
            directory.note(suggestion)
        return directory

    def note(self, accepted: Suggestion) -> None:
        """Remember an accepted suggestion, so that people and events of one article find each other."""
        if accepted.person_id:
            role = accepted.taken.get("role", "")
            self.mentioned.setdefault(accepted.article_id, {})[accepted.value["name"]] = (
                accepted.person_id,
                role,
            )
        if accepted.event_id:
            participants = accepted.value.get("participants", [])
            self.reported.setdefault(accepted.article_id, []).append((accepted.event_id, participants))

    def add(self, person: Person) -> None:
        self.people[person.id] = person
        self.offices.setdefault(person.id, [])
        self.other_keys.setdefault(person.id, set())
        self.by_key.setdefault(person.name_key, set()).add(person.id)
        if person.withdrawn_at is None:
            self.folded.setdefault(person.folded, set()).add(person.id)

    def add_name(self, person: UUID, key: str) -> None:
        self.by_key.setdefault(key, set()).add(person)
        self.other_keys[person].add(key)

    def offices_then(self, person: UUID, article: UUID) -> Sequence[Position]:
        """The offices of someone on record that count for an article of its date."""
        return at_the_time(self.offices[person], self.days.get(article, ""))

    def find(self, suggestion: Suggestion) -> set[UUID]:
        """Who a person suggestion can mean: the one it is tied to, or all who bear the name."""
        if suggestion.person_id in self.people:
            return {suggestion.person_id}
        found: set[UUID] = set()
        for name in names_of(suggestion):
            found |= self.by_key.get(name_key(name), set())
        return found


def names_of(suggestion: Suggestion) -> list[str]:
    """Every full name that a person suggestion gives; one that was misread is none."""
    return [suggestion.taken["name"], *suggestion.value.get("other_names", ())]
