"""Reinstate: a withdrawn item becomes a draft again. It is not public until somebody publishes it."""

from typing import Any

from django.utils.translation import gettext as _

from ..models.base import Item
from ..models.merge import Merge
from .audit import Verb, note
from .door import open_door
from .errors import Refused
from .permissions import require


def reinstate(item: Item, *, by: Any) -> None:
    """Make a withdrawn item a draft; its tombstone stays until it is published."""
    require(by, "withdraw", item)
    with open_door():
        if Merge.objects.filter(absorbed_id=item.pk, undone_at=None).exists():
            raise Refused(_("“%(title)s” was merged. Undo the merge instead.") % {"title": item})
        rows = type(item)._default_manager.filter(pk=item.pk, withdrawn_at__isnull=False)
        if not rows.update(withdrawn_at=None):
            raise Refused(_("“%(title)s” is not withdrawn.") % {"title": item})
        item.withdrawn_at = None
        note(Verb.REINSTATE, item, by=by)
