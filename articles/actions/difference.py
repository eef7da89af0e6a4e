"""What differs between two states of an item, in words: for publishing, for conflicts and for revisions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from .. import documents
from ..models import Article, Edition, Event, Item, Person, Section, Topic
from ..snapshots import snapshots
from ..text.diff import Piece, compare
from ..text.readable import readable
from .live_links import edition_refs


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that differs."""

    name: str
    """As documents and revisions call it."""
    label: str
    pieces: tuple[Piece, ...]


def differences(
    before: Mapping[str, str], after: Mapping[str, str], labels: Mapping[str, str | Promise]
) -> list[Difference]:
    """The fields that differ, in the order of `labels`."""
    return [
        Difference(name, str(label), compare(before.get(name, ""), after.get(name, "")))
        for name, label in labels.items()
        if before.get(name, "") != after.get(name, "")
    ]


def since_published(item: Item) -> list[Difference]:
    """What publishing `item` now would change for the public; nothing if it is not public."""
    if item.live_edition is None:
        return []
    edition = Edition.objects.filter(item_id=item.pk, number=item.live_edition).first()
    if edition is None:
        return []
    now = snapshots([item])[0]
    was = edition_refs(edition)
    names = names_of({ref.target for ref in (*was, *now.references)})
    document = {**now.document, "slug": item.slug}
    return differences(
        _readable(edition.document, was, names), _readable(document, now.references, names), public_labels()
    )


def public_labels() -> dict[str, str]:
    """The parts of a public document as editors call them, in the order of the page."""
    return {
        "title": _("title"), "name": _("name"), "slug": _("slug"), "dek": _("dek"), "body": _("text"),
        "kind": _("kind"), "language": _("language"), "date": _("date"),
        "date_inferred": _("date is inferred"), "dateline": _("dateline"), "place": _("place"),
        "byline": _("byline"), "agencies": _("agencies"),
        "section": _("section"), "topics": _("topics"), "images": _("photos"),
        "people": _("people"), "events": _("events"), "participants": _("participants"),
        "translations": _("translations"), "other_names": _("other names"), "positions": _("positions"),
        "same_as": _("authority links"), "summary": _("summary"),
    }  # fmt: skip


def _readable(
    document: Mapping[str, Any], references: Iterable[documents.Ref], names: Mapping[UUID, str]
) -> dict[str, str]:
    """A document as text, a line an entry; what it refers to under its present name."""
    shown = {key: as_text(value) for key, value in document.items() if key in public_labels()}
    for name in ("body", "summary"):
        if markup := document.get(f"{name}_html"):
            shown[name] = readable(markup)
    if "images" in document:
        shown["images"] = "\n".join(map(photo, document["images"]))
    listed: dict[str, list[str]] = {}
    for ref in sorted(references, key=lambda ref: ref.rank):
        name = names.get(ref.target) or _("no longer on record")
        listed.setdefault(ref.field, []).append(f"{name} · {ref.role}" if ref.role else name)
    return shown | {field: "\n".join(entries) for field, entries in listed.items()}


def photo(image: Mapping[str, Any]) -> str:
    """A photo on a line: what it shows, whose it is, where it stands, and its file."""
    place = _("after paragraph %(number)s") % {"number": image["after_paragraph"]}
    alternative = f"({image['alternative_text']})" if image["alternative_text"] else ""
    parts = (image["caption"], image["credit"], alternative, place, image["file"])
    return " · ".join(" ".join(str(part).split()) for part in parts if part)


def as_text(value: Any) -> str:
    """A value of a document for reading: a list as lines."""
    if value is None or value is False:
        return ""
    if value is True:
        return _("yes")
    if isinstance(value, list):
        return "\n".join(as_text(entry) for entry in value)
    if isinstance(value, dict):
        return " · ".join(text for entry in value.values() if (text := as_text(entry)))
    return str(value)


def names_of(targets: set[UUID]) -> dict[UUID, str]:
    """What these ids are called, whatever they are of."""
    names: dict[UUID, str] = {}
    if not targets:
        return names
    for model in (Person, Event, Section, Topic, Article):
        column = getattr(model, "label_field", "name")
        names |= dict(model._default_manager.filter(pk__in=targets).values_list("pk", column))
    return names
