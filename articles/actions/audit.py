"""Audit: the one seam through which deeds are noted, inside the transaction that does them."""

from collections.abc import Iterable, Mapping
from typing import Any

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
            label=str(subject)[:300],
            by_id=by.pk if by is not None else None,
            by_name=by.get_username()[:150] if by is not None else "",
            token=through.name if through is not None else "",
            details={name: value for name, value in details.items() if value not in ("", None)},
        )
        for subject, details in deeds
    ]
    insert(rows)
