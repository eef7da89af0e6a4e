"""The terms that live items are filtered by for the host's own fields."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from ..extensions import public_fields, term
from ..models.live import LiveAttribute


def index_attributes(kind: str, documents: Mapping[UUID, dict[str, Any]]) -> int:
    """Make the stored terms of these items what their documents say; returns how many differed."""
    fields = [field for field in public_fields(kind) if field.filterable]
    if not fields:
        return 0
    want = {
        (pk, field.name, kept)
        for pk, document in documents.items()
        for field in fields
        if (value := document.get(field.name)) is not None
        for text in field.terms(value)
        if (kept := term(text))
    }
    rows = LiveAttribute.objects.filter(item_id__in=list(documents))
    have = {
        (pk, name, value): row for row, pk, name, value in rows.values_list("pk", "item_id", "name", "value")
    }
    if gone := [row for found, row in have.items() if found not in want]:
        LiveAttribute.objects.filter(pk__in=gone).delete()
    new = sorted(want - have.keys(), key=str)
    LiveAttribute.objects.bulk_create(
        LiveAttribute(item_id=pk, name=name, value=value) for pk, name, value in new
    )
    return len(gone) + len(new)
