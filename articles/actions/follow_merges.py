"""Links to a record that was merged into another lead to the one that stayed: whoever saves may have read the desk
before the merge, or while it was going on."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.db import connection

from ..models.links import Coverage, Mention, Participation
from ..models.many import Among
from ..models.merge import Merge

ENDS: dict[str, tuple[tuple[Any, str, str], ...]] = {
    "article": ((Mention, "article_id", "person"), (Coverage, "article_id", "event")),
    "event": ((Participation, "event_id", "person"),),
}
"""By kind, the links of an item, their column of the item, and what they lead to."""


def follow_merges(kind: str, ids: Collection[UUID]) -> None:
    """Tie items, whose links are written by now, to the record that stayed, once, wherever they are tied to one that
    was merged. A merge that is going on is waited for, and one that comes later waits for us."""
    ends = ENDS.get(kind, ()) if ids else ()
    if ends and connection.vendor == "postgresql":
        # The database looks at the ends of new links only when a transaction ends, by itself: it holds them then.
        connection.check_constraints()
    for model, owner, end in ends:
        links = model._default_manager.filter(**{f"{owner}__in": Among(ids)})
        past = list(links.filter(**{f"{end}__withdrawn_at__isnull": False}))
        stayed = Merge.stayed(str(getattr(link, f"{end}_id")) for link in past)
        for link in past:
            target = stayed.get(str(getattr(link, f"{end}_id")))
            if target is None:
                continue  # Withdrawn, but not merged.
            mine = links.filter(**{owner: getattr(link, owner)})
            if mine.filter(**{f"{end}_id": target}).exists():
                link.delete()
            else:
                mine.filter(pk=link.pk).update(**{f"{end}_id": target})
