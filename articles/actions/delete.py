"""Delete: only what the public never saw."""

from typing import Any

from django.utils.translation import gettext as _

from ..models.article import Article
from ..models.base import Item
from ..models.source import Source
from .audit import Verb, note
from .door import open_door
from .errors import Refused
from .pending import What, settle
from .permissions import require
from .used import refused_while_used


def delete(item: Item, *, by: Any) -> None:
    """Delete a draft for good. An item that was ever published is withdrawn instead."""
    require(by, "delete", item)
    # Through the door: whoever accepts its suggestions holds these, and then asks for the item that we hold.
    with open_door():
        fresh = type(item)._default_manager.select_for_update().get(pk=item.pk)
        if fresh.was_ever_published:
            raise Refused(
                _("“%(title)s” has been published. Withdraw it: what was public is never deleted.")
                % {"title": item}
            )
        if isinstance(fresh, Article):
            Source.objects.filter(article=fresh).delete()
        # An import of the same file makes the same ids again, and must find nothing that waits for them.
        settle([fresh.pk], ended=What.values)
        note(Verb.DELETE, fresh, by=by)
        with refused_while_used(item.label):
            fresh.delete()
