"""Withdraw: the same door, outward. What remains is a tombstone."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from .. import signals
from ..models.base import Item
from .audit import Verb, note
from .door import Door, open_door
from .errors import Refused
from .pending import What, settle
from .permissions import require
from .used import refused_while_used


def withdraw(item: Item, *, by: Any, notice: str = "", replacement: Item | None = None) -> None:
    """Take a live item away from the public.

    Its address answers 410 with `notice`, and with `replacement` (an item of the same kind) while that one is live.
    """
    with open_door() as door:
        withdraw_through(door, item, by=by, notice=notice, replacement=replacement)


def withdraw_through(
    door: Door, item: Item, *, by: Any, notice: str = "", replacement: Item | None = None
) -> None:
    """Withdraw an item through an open door. Schedules, a submission and previews of it end."""
    require(by, "withdraw", item)
    take_away(door, item, by=by, notice=notice, replacement=replacement)


def take_away(door: Door, item: Item, *, by: Any, notice: str = "", replacement: Item | None = None) -> None:
    """The same, for another verb that has asked for a permission of its own."""
    fresh = type(item)._default_manager.select_for_update().get(pk=item.pk)
    if fresh.live_edition is None:
        raise Refused(_("“%(title)s” is not live: there is nothing to withdraw.") % {"title": item})
    if replacement is not None and (replacement.kind != item.kind or replacement.pk == item.pk):
        raise Refused(_("The replacement has to be another item of the same kind."))
    replaced_by = replacement.pk if replacement is not None else None
    with refused_while_used(item.label):
        door.take_out(item.kind, item.pk, notice=notice, replaced_by=replaced_by)
    item.live_edition = fresh.live_edition = None
    item.published_version = fresh.published_version = None
    item.withdrawn_at = fresh.withdrawn_at = door.now
    fresh.save(update_fields=["live_edition", "published_version", "withdrawn_at"])
    settle([item.pk], ended=[What.PUBLISH, What.WITHDRAW])
    replaced_label = replacement.label if replacement is not None else ""
    note(Verb.WITHDRAW, fresh, by=by, notice=notice, replacement=replaced_label)
    transaction.on_commit(lambda: signals.item_withdrawn.send(type(item), item=item), robust=True)
