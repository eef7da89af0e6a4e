"""What differs between two states of an item, in words: for publishing, for conflicts and for revisions."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Literal, NamedTuple
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from .. import documents
from ..models import Article, Edition, Event, Item, Person, Section, Topic
from ..text.html import plain_text

_TOKEN = re.compile(r"\w+\s*|\s+|[^\w\s]\s*")
_WORDS_COMPARED = 4000
"""Longer paragraphs are shown as taken out and put in whole: comparing words takes quadratic time."""


class Piece(NamedTuple):
    """A stretch of text that both sides have, or one of them."""

    op: Literal["same", "out", "in"]
    text: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that differs."""

    label: str
    pieces: tuple[Piece, ...]


def compare(before: str, after: str) -> tuple[Piece, ...]:
    """How `before` becomes `after`: paragraph by paragraph, and word by word inside those that changed."""
    if before == after:
        return (Piece("same", before),) if before else ()
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    pieces: list[Piece] = []
    for op, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if op == "equal":
            pieces.append(Piece("same", "".join(old[a:b])))
        else:
            pieces += _words("".join(old[a:b]), "".join(new[c:d]))
    return tuple(pieces)


def _words(before: str, after: str) -> Iterable[Piece]:
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    if max(len(old), len(new)) > _WORDS_COMPARED:
        opcodes = [("replace", 0, len(old), 0, len(new))]
    else:
        opcodes = list(SequenceMatcher(None, old, new, autojunk=False).get_opcodes())
    for op, a, b, c, d in opcodes:
        if op == "equal":
            yield Piece("same", "".join(old[a:b]))
            continue
        if a < b:
            yield Piece("out", "".join(old[a:b]))
        if c < d:
            yield Piece("in", "".join(new[c:d]))


def differences(
    before: Mapping[str, str], after: Mapping[str, str], labels: Mapping[str, str | Promise]
) -> list[Difference]:
    """The fields that differ, in the order of `labels`."""
    return [
        Difference(str(label), compare(before.get(name, ""), after.get(name, "")))
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
    now = documents.snapshots([item])[0]
    was = [documents.Ref(field, UUID(pk), rank, role) for field, pk, rank, role in edition.references]
    names = _names({ref.target for ref in (*was, *now.references)})
    document = {**now.document, "slug": item.slug, "corrections": edition.document.get("corrections", [])}
    return differences(
        _readable(edition.document, was, names), _readable(document, now.references, names), public_labels()
    )


def public_labels() -> dict[str, str]:
    """The parts of a public document as editors call them, in the order of the page."""
    return {
        "title": _("title"), "name": _("name"), "slug": _("slug"), "dek": _("dek"), "body_text": _("text"),
        "body_html": _("markup of the text"), "kind": _("kind"), "language": _("language"), "date": _("date"),
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
    shown = {key: _lines(value) for key, value in document.items() if key in public_labels()}
    if "summary_html" in document:
        shown["summary"] = plain_text(document["summary_html"])
    if re.sub(r"</?p>", "", str(document.get("body_html", ""))).find("<") < 0:
        shown.pop("body_html", None)  # Paragraphs alone show in the text.
    listed: dict[str, list[str]] = {}
    for ref in sorted(references, key=lambda ref: ref.rank):
        name = names.get(ref.target, str(ref.target))
        listed.setdefault(ref.field, []).append(f"{name} · {ref.role}" if ref.role else name)
    return shown | {field: "\n".join(entries) for field, entries in listed.items()}


def _lines(value: Any) -> str:
    if value is None or value is False:
        return ""
    if value is True:
        return _("yes")
    if isinstance(value, list):
        return "\n".join(_lines(entry) for entry in value)
    if isinstance(value, dict):
        return " · ".join(text for entry in value.values() if (text := _lines(entry)))
    return str(value)


def _names(targets: set[UUID]) -> dict[UUID, str]:
    """What the targets of references are called, whatever they are."""
    names: dict[UUID, str] = {}
    if not targets:
        return names
    for model in (Person, Event, Section, Topic, Article):
        column = getattr(model, "label_field", "name")
        names |= dict(model._default_manager.filter(pk__in=targets).values_list("pk", column))
    return names
