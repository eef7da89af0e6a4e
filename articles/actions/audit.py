"""Audit: the one seam through which deeds are noted, inside the transaction that does them."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from ..models.audit import AuditEntry
from ..models.base import Item
from ..models.rows import new_row
from .bulk import insert

Verb = AuditEntry.Verb


def note(verb: str, subject: Any, *, by: Any, **details: Any) -> None:
    """One deed: `verb` was done to `subject`, an item, a token, a user or a group, by `by` (None: the operator)."""
    note_many(verb, [(subject, details)], by=by)


def note_many(verb: str, deeds: Iterable[tuple[Any, Mapping[str, Any]]], *, by: Any) -> None:
    """The same deed done to many, in one statement. Details without a value are left out."""
    through, now = getattr(by, "acts_through", None), timezone.now()
    rows = [
        new_row(
            AuditEntry,
            at=now,
            verb=verb,
            item_kind=subject.kind if isinstance(subject, Item) else str(subject._meta.model_name),
            item_id=str(subject.pk),
            # An item without a title has no words that the log could keep, least of all in somebody's language.
            label=(subject.label if isinstance(subject, Item) else str(subject))[:300],
            by_id=by.pk if by is not None else None,
            by_name=by.get_username()[:150] if by is not None else "",
            token=through.name if through is not None else "",
            details={name: value for name, value in details.items() if value not in ("", None)},
        )
        for subject, details in deeds
    ]
    insert(rows)


# -- erasing

NAMING = (Verb.MERGE, Verb.UNDO_MERGE, Verb.SPLIT, Verb.KEEP_APART, Verb.WITHDRAW)
"""Deeds done to one item whose lines name another."""


def labels_in_log(ids: Iterable[UUID]) -> set[str]:
    """What these items were called when something was done to them."""
    return set(AuditEntry.objects.filter(item_id__in=list(map(str, ids))).values_list("label", flat=True))


def forget_words(ids: Iterable[UUID], labels: Collection[str]) -> None:
    """Take the words of erased items out of the log. That something was done, by whom and when, stays."""
    mine = list(map(str, ids))
    # Past the manager: nothing else changes lines.
    entries: Any = QuerySet(AuditEntry)
    own = list(entries.filter(item_id__in=mine))
    for entry in own:
        entry.label = ""
        entry.details = {
            name: value for name, value in entry.details.items() if _says_nothing(entry, name, value)
        }
    changed = []
    for entry in entries.filter(verb__in=NAMING).exclude(item_id__in=mine).iterator():
        kept = {
            name: value
            for name, value in entry.details.items()
            if not (isinstance(value, str) and value in labels)
        }
        if kept != entry.details:
            entry.details = kept
            changed.append(entry)
    entries.bulk_update([*own, *changed], ["label", "details"], batch_size=500)


def _says_nothing(entry: AuditEntry, name: str, value: Any) -> bool:
    """Whether a detail is none of the item's words: a number, an id, a time; the ground of the erasure itself."""
    return (
        isinstance(value, int)
        or name in ("what", "until", "at")
        or name.endswith("_id")
        or (entry.verb == Verb.ERASE and name == "note")
    )
