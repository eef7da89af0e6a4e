"""Presence: who has an item open, so that two editors know of each other before they meet in a conflict.

Each open page speaks up every 25 seconds: one small statement, outside of any longer transaction.
"""

from typing import Any
from uuid import UUID

from ..models.base import Item
from ..models.presence import Presence
from .permissions import require


def arrive(item: Item, *, by: Any, page: UUID) -> None:
    """`by` has `item` open on `page`, or still has. Asks for the permission to change it."""
    require(by, "change", item)
    Presence.objects.bulk_create(
        [Presence(item_kind=item.kind, item_id=item.pk, user=by, page=page)],
        update_conflicts=True,
        unique_fields=["item_id", "user", "page"],
        update_fields=["seen_at"],
    )


def leave(item: Item, *, by: Any, page: UUID) -> None:
    """`page` was closed; those that nobody closed go along, once they are silent."""
    Presence.objects.filter(item_id=item.pk, user=by, page=page).delete()
    Presence.objects.gone().delete()


def others(item: Item, *, page: UUID | None = None) -> list[Presence]:
    """The pages on which `item` is open now, those open longest first; without `page` itself."""
    here = Presence.objects.here().filter(item_id=item.pk).select_related("user")
    return list(here.exclude(page=page) if page else here)
