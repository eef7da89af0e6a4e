"""One at a time on an item, and on the version that was looked at, so that nothing happens to what nobody saw."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from ..models.base import Item
from .errors import Conflict


def lock(model: type[Item]) -> QuerySet[Any]:
    """The rows of a kind; nobody else saves, publishes or deletes what is read of them.

    Tying others to them is not stopped: whoever does that holds the row of the other item, which we may wait for next.
    """
    return model._default_manager.select_for_update(no_key=True)


def lock_ties(item: Item) -> None:
    """Wait for those who are tying others to an item, and let those who come later wait for us (`follow_merges`)."""
    list(type(item)._default_manager.select_for_update().filter(pk=item.pk).values_list("pk"))


def check_version(item: Item, expected: int | None) -> None:
    """Raise `Conflict` unless the stored item is at version `expected`; locks its row. None means whatever is there."""
    if expected is None:
        return
    if not lock(type(item)).filter(pk=item.pk, version=expected).exists():
        raise Conflict(
            _(
                "“%(title)s” was saved by someone else meanwhile. Look at it, and do it again if it is still right."
            )
            % {"title": item}
        )
