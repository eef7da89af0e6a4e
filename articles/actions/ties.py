"""Ties of people and events to other items, for verbs that move or drop them: whose they are, locked and noted."""

from collections.abc import Iterable
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import F
from django.utils import timezone

from ..models.article import Article
from ..models.base import Item
from ..models.kinds import ITEM_MODELS
from ..models.links import Coverage, Mention, Participation
from ..models.revision import Revision
from .capture import LINKS, capture
from .versions import lock

BATCH = 200


class Tie(NamedTuple):
    """Rows that tie other items to one: `target` is its column, `owner` the other item's."""

    model: type[Any]
    target: str
    owner: str

    @property
    def owner_model(self) -> type[Item]:
        """What the other items are."""
        return ITEM_MODELS[self.owner.removesuffix("_id")]

    @property
    def is_owned(self) -> bool:
        """Whether the tie is a part of the other item, which has a new version when it changes. People do not have the
        events they took part in: that is the event's own, whichever of the two the tie is looked at from."""
        return self.owner in ("article_id", "event_id")


TIES = {
    "person": (Tie(Mention, "person_id", "article_id"), Tie(Participation, "person_id", "event_id")),
    "event": (Tie(Coverage, "event_id", "article_id"), Tie(Participation, "event_id", "person_id")),
}
"""An event's participants are tied to it the other way round, but move alike."""


def owners_of(*items: Item) -> list[tuple[Tie, Any]]:
    """The ids of what people or events are tied to, as `lock_owners` takes them."""
    keys = [item.pk for item in items]
    return [
        (tie, tie.model._default_manager.filter(**{f"{tie.target}__in": keys}).values(tie.owner))
        for kind in {item.kind for item in items}
        for tie in TIES.get(kind, ())
    ]


def lock_owners(owners: Iterable[tuple[Tie, Any]]) -> None:
    """Lock the items that ties are a part of, before the ties are read and their targets locked.

    Whoever is saving one of them is waited for, and whoever saves it later meets a new version; otherwise both would
    write the same tie, or wait for each other.
    """
    for tie, ids in owners:
        if tie.is_owned:
            rows = lock(tie.owner_model).filter(pk__in=ids)
            list(rows.order_by("pk").values_list("pk"))


def note_versions(model: type[Item], ids: Iterable[UUID], *, by: Any) -> None:
    """A new version and revision of each item; what was in step with the public stays in step."""
    ids = set(ids)
    rows = model._default_manager.filter(pk__in=ids)
    rows.filter(published_version=F("version")).update(published_version=F("version") + 1)
    rows.update(version=F("version") + 1, updated_at=timezone.now(), updated_by=by)
    keys = sorted(ids, key=str)
    links = [*LINKS[model.kind], "topics"] if model is Article else LINKS[model.kind]
    for start in range(0, len(keys), BATCH):
        items = model._default_manager.filter(pk__in=keys[start : start + BATCH]).prefetch_related(*links)
        Revision.objects.bulk_create(
            [
                Revision(
                    item_kind=item.kind, item_id=item.pk, version=item.version, data=capture(item), by=by
                )
                for item in items.order_by("pk")
            ],
            ignore_conflicts=True,
        )
