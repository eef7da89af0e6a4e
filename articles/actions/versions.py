"""The version an editor looked at: a verb on another one is refused, so that nothing happens to what nobody saw."""

from django.utils.translation import gettext as _

from ..models.base import Item
from .errors import Conflict


def check_version(item: Item, expected: int | None) -> None:
    """Raise `Conflict` unless the stored item is at version `expected`; locks its row. None means whatever is there."""
    if expected is None:
        return
    rows = type(item)._default_manager.select_for_update()
    if not rows.filter(pk=item.pk, version=expected).exists():
        raise Conflict(
            _(
                "“%(title)s” was saved by someone else meanwhile. Look at it, and do it again if it is still right."
            )
            % {"title": item.label}
        )
