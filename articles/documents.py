"""Edition → what the public gets.

A *composed* document is an edition's (see `snapshots`) with those links filled in that are live now. A *live row* is
the composed document with the columns that filters and orderings need, all of them read from the document itself.
"""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, NamedTuple
from uuid import UUID

from .models.edition import Reference
from .models.fields import encode_json
from .models.live import LiveArticle, LiveEvent, LiveItem, LivePerson
from .models.rows import new_row
from .text.dates.edtf import PartialDate
from .text.fold import slugify, sort_key
from .text.html import plain_text

SHAPE = 1
"""Version of the document shape that editions carry."""

Field = Reference.Field
Document = dict[str, Any]

BODY_FIELDS = ("body_html", "body_text")
"""What list items leave out."""


class Ref(NamedTuple):
    """A reference that an edition makes: `target` need not be live."""

    field: str
    target: UUID
    rank: int = 0
    role: str = ""


class Composed(NamedTuple):
    """A document with its live links, the unsaved live row that carries it, and the references behind the links."""

    row: LiveItem
    document: Document
    links: list[Ref]


SOURCE_KIND = {
    Field.PEOPLE: "article",
    Field.EVENTS: "article",
    Field.SECTION: "article",
    Field.TOPICS: "article",
    Field.TRANSLATIONS: "article",
    Field.PARTICIPANTS: "event",
}
"""Whose documents hold a field of references."""


def stamp(
    document: Document,
    *,
    slug: str,
    edition: int,
    first: datetime,
    last: datetime,
    corrections: list[Document],
) -> Document:
    """The document of an edition: a snapshot's, with what the door decides."""
    return {
        **document,
        "slug": slug,
        "corrections": corrections,
        "edition": edition,
        "first_published_at": to_the_second(first),
        "last_published_at": to_the_second(last),
    }


def label(row: Any) -> Document:
    """How a target shows inside other documents: by its live row, or in a preview by its row on the desk."""
    match getattr(row, "kind", "term"):
        case "article":
            return {"language": row.language, "slug": row.slug}
        case "event":
            return {"id": str(row.pk), "slug": row.slug, "name": row.name, "date": row.date or None}
        case "person":
            return {"id": str(row.pk), "slug": row.slug, "name": row.name}
    return {"slug": row.slug, "name": row.name}


def compose(document: Document, references: Iterable[Ref], labels: Mapping[UUID, Document]) -> Document:
    """An edition's document with its live links: `labels` holds the targets that are live."""
    links: dict[str, list[Document]] = {}
    for reference in sorted(references, key=lambda reference: (reference.rank, reference.target.int)):
        if shown := labels.get(reference.target):
            if reference.field in (Field.PEOPLE, Field.PARTICIPANTS):
                shown = {**shown, "role": reference.role}
            links.setdefault(reference.field, []).append(shown)
    section = links.pop(Field.SECTION, None)
    if section:
        return {**document, **links, "section": section[0]}
    return {**document, **links}


def live_row(document: Document, *, section: UUID | None, changed_at: datetime) -> LiveItem:
    """The unsaved live row of a composed document, kept totals aside."""
    text = listing = encode_json(document)
    if not document.keys().isdisjoint(BODY_FIELDS):
        listing = encode_json({key: value for key, value in document.items() if key not in BODY_FIELDS})
    common = {
        "id": UUID(document["id"]),
        "slug": document["slug"],
        "edition": document["edition"],
        "document": text,
        "listing": listing,
        "digest": hashlib.sha256(text.encode()).hexdigest()[:32],
        "changed_at": changed_at,
    }
    if document["type"] == "person":
        return new_row(
            LivePerson, **common, name=document["name"], sort_name=sort_key(document["name"])[:600]
        )
    dates = _date_columns(document)
    if document["type"] == "event":
        return new_row(
            LiveEvent,
            **common,
            **dates,
            name=document["name"],
            event_kind=document["kind"],
            place=document["place"] or "",
            place_slug=slugify(document["place"] or ""),
        )
    return new_row(
        LiveArticle,
        **common,
        **dates,
        title=document["title"],
        sort_title=sort_key(document["title"])[:1600],
        language=document["language"],
        section_id=section,
        first_published_at=datetime.fromisoformat(document["first_published_at"]),
        last_published_at=datetime.fromisoformat(document["last_published_at"]),
    )


def search_text(document: Document) -> tuple[str, str]:
    """What a document is found by: its title or name, and the rest."""
    if document["type"] == "article":
        return document["title"], "\n".join([document["dek"], document["body_text"]])
    if document["type"] == "person":
        titles = [position["title"] for position in document["positions"]]
        parts = [*document["other_names"], *titles, plain_text(document["summary_html"])]
        return document["name"], "\n".join(parts)
    return document["name"], "\n".join([document["place"] or "", plain_text(document["summary_html"])])


def country_slugs(document: Document) -> set[str]:
    """The countries a person's document gives for their positions."""
    return {slugify(position["country"]) for position in document["positions"] if position["country"]} - {""}


def agency_slugs(document: Document) -> set[str]:
    """The agencies an article's document credits."""
    return {slugify(name) for name in document["agencies"]} - {""}


@lru_cache(maxsize=100)
def to_the_second(moment: datetime) -> str:
    """ISO 8601 in UTC, without the fraction, as documents have it: `2021-07-06T02:30:00Z`."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _date_columns(document: Document) -> dict[str, Any]:
    """`newest` and `oldest` put items without a year last; among equals the latest published comes first.

    Digits and hyphens at fixed places only, so that every collation agrees on the order.
    """
    published = document["first_published_at"]
    if not document["date"]:
        return {
            "date": "", "starts": None, "ends": None,
            "newest": f"0000-00-00T{published}", "oldest": f"9999-99-99T{published}",
        }  # fmt: skip
    date = PartialDate.parse(document["date"])
    return {
        "date": date.edtf,
        "starts": date.start,
        "ends": date.end,
        "newest": f"{date.sort}T{published}",
        "oldest": f"{date.sort}T{published}" if date.start else f"9999-9{date.sort[5:]}T{published}",
    }
