"""Desk item → public document: the one place that decides what the public gets of an item.

A *snapshot* is taken when an item is published: its document with links left open, and the references it makes.
"""

import json
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Model, prefetch_related_objects

from .documents import Document, Field, Ref
from .extensions import public_fields
from .models.article import Article, Photo
from .models.base import Item
from .models.event import Event
from .models.links import Coverage, Mention, Participation
from .models.many import select_values
from .models.person import OtherName, Person, Position
from .models.taxonomy import Topic
from .text.html import from_body, plain_text


class Snapshot(NamedTuple):
    """What publishing takes from the desk. `document` has the contract's keys in the contract's order."""

    item: Item
    document: Document
    references: tuple[Ref, ...] = ()


def snapshots(items: Sequence[Item]) -> list[Snapshot]:
    """Snapshots of items of one kind, in a constant number of queries."""
    if not items:
        return []
    kind = items[0].kind
    own = public_fields(kind)
    if wanted := [name for field in own for name in field.prefetch]:
        prefetch_related_objects(items, *wanted)
    taken = _SNAPSHOTS[kind](items)
    for snapshot in taken:
        snapshot.document.update({field.name: field.value(snapshot.item) for field in own})
    return taken


def with_own_fields(document: Document, snapshot: Snapshot) -> Document:
    """An edition's document with the host's fields as a newer snapshot has them, and none that is declared no more."""
    own = {field.name for field in public_fields(snapshot.item.kind)}
    # JSON says how a value is kept: a tuple comes back as a list.
    fresh = json.loads(json.dumps({name: snapshot.document[name] for name in own}))
    names = (*snapshot.document, "edition", "first_published_at", "last_published_at")
    return {name: {**document, **fresh}[name] for name in names if name in own or name in document}


def _by_item(
    model: type[Model], items: Sequence[Item], item: str, *columns: str, order: Sequence[str] = ("rank", "id")
) -> dict[UUID, list[tuple[Any, ...]]]:
    """What hangs on items, as plain values: instances of models cost more than all else here."""
    found: dict[UUID, list[tuple[Any, ...]]] = {one.id: [] for one in items}
    for pk, *values in select_values(model, [item, *columns], item, found, order):
        found[pk].append(tuple(values))
    return found


def _articles(items: Sequence[Article]) -> list[Snapshot]:
    people = _by_item(Mention, items, "article_id", "person_id", "role")
    events = _by_item(Coverage, items, "article_id", "event_id")
    topics = _topics(items)
    photos = _by_item(
        Photo, items, "article_id", "caption", "credit", "alternative_text", "after_paragraph", "file",
        order=("after_paragraph", "rank", "id"),
    )  # fmt: skip
    return [
        _article(item, people[item.id], events[item.id], topics[item.id], photos[item.id]) for item in items
    ]


def _topics(items: Sequence[Article]) -> dict[UUID, list[tuple[Any, ...]]]:
    """The articles' topics by name."""
    filed = _by_item(Article.topics.through, items, "article_id", "topic_id", order=())
    named = select_values(Topic, ["id"], "id", {pk for pks in filed.values() for (pk,) in pks}, ["name"])
    return {item: [pk for pk in named if pk in pks] for item, pks in filed.items()}


def _article(
    item: Article,
    people: Sequence[tuple[UUID, str]],
    events: Sequence[tuple[UUID]],
    topics: Sequence[tuple[UUID]],
    photos: Sequence[tuple[str, str, str, int, str]],
) -> Snapshot:
    body = from_body(item.body)
    references = [
        *(Ref(Field.PEOPLE, person, rank, role) for rank, (person, role) in enumerate(people)),
        *(Ref(Field.EVENTS, event, rank) for rank, (event,) in enumerate(events)),
        *(Ref(Field.TOPICS, topic, rank) for rank, (topic,) in enumerate(topics)),
    ]
    if item.section_id:
        references.append(Ref(Field.SECTION, item.section_id))
    if item.translation_of_id:
        references.append(Ref(Field.TRANSLATIONS, item.translation_of_id))
    document: Document = {
        "id": str(item.id),
        "type": "article",
        "slug": item.slug,
        "language": item.language,
        "title": item.title,
        "dek": item.dek,
        "body_html": body,
        "body_text": plain_text(body),
        "date": item.date or None,
        "dateline": item.dateline,
        "byline": item.byline,
        "agencies": item.agencies,
        "section": None,
        "topics": [],
        "images": [
            {
                "caption": caption,
                "credit": credit,
                "alternative_text": alternative_text,
                "after_paragraph": after_paragraph,
                "file": Photo._meta.get_field("file").storage.url(file) if file else None,
            }
            for caption, credit, alternative_text, after_paragraph, file in photos
        ],
        "people": [],
        "events": [],
        "translations": [],
        "corrections": [],
    }
    return Snapshot(item, document, tuple(references))


def _people(items: Sequence[Person]) -> list[Snapshot]:
    names = _by_item(OtherName, items, "person_id", "name", order=["name"])
    offices = _by_item(Position, items, "person_id", "title", "organisation", "country", "start", "end")
    return [_person(item, names[item.id], offices[item.id]) for item in items]


def _person(
    item: Person, names: Sequence[tuple[str]], offices: Sequence[tuple[str, str, str, str, str]]
) -> Snapshot:
    document: Document = {
        "id": str(item.id),
        "type": "person",
        "slug": item.slug,
        "name": item.name,
        "other_names": [name for (name,) in names],
        "summary_html": from_body(item.summary),
        "positions": [
            {
                "title": title,
                "organisation": organisation or None,
                "country": country or None,
                "from": start or None,
                "to": end or None,
            }
            for title, organisation, country, start, end in offices
        ],
        "same_as": item.same_as,
        "portrait": None,
        "corrections": [],
    }
    return Snapshot(item, document)


def _events(items: Sequence[Event]) -> list[Snapshot]:
    people = _by_item(Participation, items, "event_id", "person_id", "role")
    return [_event(item, people[item.id]) for item in items]


def _event(item: Event, people: Sequence[tuple[UUID, str]]) -> Snapshot:
    document: Document = {
        "id": str(item.id),
        "type": "event",
        "slug": item.slug,
        "name": item.name,
        "kind": item.event_kind,
        "date": item.date or None,
        "date_inferred": item.date_inferred,
        "place": item.place or None,
        "summary_html": from_body(item.summary),
        "participants": [],
        "corrections": [],
    }
    references = (Ref(Field.PARTICIPANTS, person, rank, role) for rank, (person, role) in enumerate(people))
    return Snapshot(item, document, tuple(references))


_SNAPSHOTS: dict[str, Callable[[Any], list[Snapshot]]] = {
    "article": _articles,
    "person": _people,
    "event": _events,
}
