"""The three kinds as the desk API reads and writes them: closed lists of fields and links.

A field is validated by its model field; `links` knows how people, events, photos and the like are written.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from articles.models import (
    Article,
    Coverage,
    Event,
    Item,
    Mention,
    Participation,
    Person,
    Photo,
    Position,
    Section,
)
from articles.models.live import PLURALS

from .bodies import Reader, Wrong, identifier, optional
from .links import Link, Names, Topics, clean, plain


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of item: plain fields by their model names, links by their public names."""

    model: type[Item]
    fields: tuple[str, ...]
    links: dict[str, Any]
    prefetch: tuple[str, ...]

    @property
    def name(self) -> str:
        """article, person or event."""
        return self.model.kind

    @property
    def plural(self) -> str:
        """articles, people or events."""
        return PLURALS[self.name]

    def readers(self) -> dict[str, Reader]:
        """A reader for each key that can be written."""
        readers: dict[str, Reader] = {}
        for name in self.fields:
            readers[PUBLIC.get(name, name)] = _field_reader(self.model._meta.get_field(name))
        readers |= {name: link.read for name, link in self.links.items()}
        if self.model is Article:
            readers["section"] = optional(_section)
            readers["translation_of"] = optional(_article)
        return readers

    def assign(self, item: Any, values: dict[str, Any]) -> Callable[[], None]:
        """Put what was read on the item; returns what saves it and its links."""
        links = {}
        for name, value in values.items():
            if name in self.links:
                links[name] = value
            elif name in ("section", "translation_of"):
                setattr(item, f"{name}_id", value)
            else:
                setattr(item, _COLUMN.get(name, name) if self.model is Event else name, value)

        def save() -> None:
            item.save()
            for name, rows in links.items():
                self.links[name].save(item, rows)

        return save

    def show(self, item: Any) -> dict[str, Any]:
        """What can be written, as it is."""
        document = {PUBLIC.get(name, name): getattr(item, name) for name in self.fields}
        if self.model is Article:
            document["section"] = item.section.slug if item.section_id else None
            document["translation_of"] = plain(item.translation_of_id)
            # Apart from `photos`, so that what was read can be sent back as it is.
            document["photo_files"] = {str(row.pk): row.file.url for row in item.photos.all() if row.file}
        return document | {name: link.show(item) for name, link in self.links.items()}


PUBLIC = {"event_kind": "kind"}
_COLUMN = {"kind": "event_kind"}


def _field_reader(field: Any) -> Reader:
    return lambda value: clean(field, value)


def _section(value: Any) -> UUID:
    found = Section.objects.filter(slug=value).first() if isinstance(value, str) else None
    if found is None:
        raise Wrong(_("must be the slug of a section"))
    return found.pk


def _article(value: Any) -> UUID:
    key = identifier(value)
    if not Article.objects.filter(pk=key).exists():
        raise Wrong(_("there is no such record"))
    return key


ARTICLE = Kind(
    Article,
    (
        "title", "title_proposed", "slug", "dek", "body", "language", "date", "dateline", "byline", "agencies",
        "editors_note",
    ),
    {
        "people": Link(Mention, "mentions", {"id": "person_id", "role": "role"}, "person_id", Person),
        "events": Link(Coverage, "coverage", {"id": "event_id"}, "event_id", Event),
        "topics": Topics(),
        "photos": Link(
            Photo,
            "photos",
            {
                "id": "id", "caption": "caption", "credit": "credit", "alternative_text": "alternative_text",
                "after_paragraph": "after_paragraph",
            },
            "id",
        ),
    },
    ("mentions", "coverage", "topics", "photos"),
)  # fmt: skip
PERSON = Kind(
    Person,
    ("name", "slug", "summary", "same_as", "editors_note"),
    {
        "other_names": Names(),
        "positions": Link(
            Position,
            "positions",
            {
                "id": "id", "title": "title", "organisation": "organisation", "country": "country",
                "from": "start", "to": "end",
            },
            "id",
        ),
    },
    ("other_names", "positions"),
)  # fmt: skip
EVENT = Kind(
    Event,
    ("name", "slug", "event_kind", "date", "date_inferred", "place", "summary", "editors_note"),
    {
        "participants": Link(
            Participation, "participations", {"id": "person_id", "role": "role"}, "person_id", Person
        ),
    },
    ("participations",),
)
KINDS = {kind.name: kind for kind in (ARTICLE, PERSON, EVENT)}
