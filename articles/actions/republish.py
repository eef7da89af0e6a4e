"""Republish: new editions out of the present ones, without what editors work on meanwhile."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef

from ..documents import Document, to_the_second
from ..models.article import Article
from ..models.base import Item
from ..models.edition import Edition
from ..models.event import Event
from ..models.live import Change
from .bulk import insert, write_columns
from .door import Door

References = list[list[Any]]
"""`[field, target, rank, role]` each, as editions keep them."""

BATCH = 200


def republish(door: Door, sources: Sequence[UUID], change: Callable[[UUID, References], References]) -> int:
    """Put the current editions of `sources` again with the references that `change` makes of theirs.

    Items whose references it leaves alone get no edition. Returns how many did.
    """
    done = 0
    kinds: tuple[type[Item], ...] = (Event, Article)
    for model in kinds:
        for start in range(0, len(sources), BATCH):
            items = model._default_manager.select_for_update().filter(
                pk__in=sources[start : start + BATCH], live_edition__isnull=False
            )
            done += put_again(
                door, list(items.order_by("pk")), lambda item, document, had: (document, change(item.pk, had))
            )
    return done


def put_again(
    door: Door,
    items: Sequence[Item],
    again: Callable[[Any, Document, References], tuple[Document, References]],
) -> int:
    """Put the current editions of live `items`, of one kind and locked, as `again` makes them of what they hold.

    Where it changes nothing there is no new edition. Returns how many there are.
    """
    if not items:
        return 0
    current = type(items[0])._default_manager.filter(pk=OuterRef("item_id"), live_edition=OuterRef("number"))
    editions = Edition.objects.filter(Exists(current), item_id__in=[item.pk for item in items])
    by_item = {edition.item_id: edition for edition in editions}
    new, changed = [], []
    for item in items:
        old = by_item[item.pk]
        had: tuple[Any, Any] = (old.document, old.references)
        document, references = again(item, *had)
        if (document, references) == had:
            continue
        item.last_edition += 1
        item.live_edition = item.last_edition
        item.last_published_at = door.now
        changed.append(item)
        new.append(
            Edition(
                item_kind=item.kind,
                item_id=item.pk,
                number=item.last_edition,
                shape=old.shape,
                document={
                    **document,
                    "edition": item.last_edition,
                    "last_published_at": to_the_second(door.now),
                },
                references=references,
                at=door.now,
            )
        )
    insert(new)
    write_columns(changed, ["last_edition", "live_edition", "last_published_at"])
    door.put(new, what={edition.item_id: Change.What.UPDATED for edition in new})
    return len(new)
