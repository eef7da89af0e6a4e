"""Refresh the host's own fields in what is public: a field is declared, or its values change, after publishing."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from ..documents import Document
from ..models import ITEM_MODELS, Item, State
from ..models.many import id_batches
from ..snapshots import Snapshot, snapshots, with_own_fields
from .door import open_door
from .republish import BATCH, References, put_again


@dataclass
class Refreshed:
    """Live items looked at, new editions, and items left alone because editors have changed them since."""

    items: int = 0
    editions: int = 0
    changed: int = 0


def refresh_fields(progress: Callable[[int], object] = lambda _done: None) -> Refreshed:
    """Give each live item whose own fields are others now a new edition that differs in these alone.

    In batches, each a transaction: stopped and run again it goes on. An item with changes that are not public yet is
    left for its next publishing: its fields would be of a text that nobody has published. `progress` is told how many
    items each batch had.
    """
    result = Refreshed()
    for model in ITEM_MODELS.values():
        result.changed += model.objects.in_state(State.CHANGED).count()
        for ids in id_batches(model.objects.in_state(State.LIVE), BATCH):
            with open_door() as door:
                rows = model.objects.in_state(State.LIVE).select_for_update().filter(pk__in=ids)
                items = list(rows.order_by("pk"))
                taken = {snapshot.item.pk: snapshot for snapshot in snapshots(items)}
                result.editions += put_again(door, items, partial(_again, taken))
            result.items += len(ids)
            progress(len(ids))
    return result


def _again(
    taken: dict[UUID, Snapshot], item: Item, document: Document, references: References
) -> tuple[Document, References]:
    return with_own_fields(document, taken[item.pk]), references
