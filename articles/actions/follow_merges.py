"""Links to a record that was merged into another lead to the one that stayed: a form, or a program, may have read the
desk before the merge."""

from ..models.base import Item
from ..models.merge import Merge

ENDS = {"article": (("mentions", "person"), ("coverage", "event")), "event": (("participations", "person"),)}
"""By kind, the links of an item, and what each of them leads to."""


def follow_merges(item: Item) -> None:
    """Tie `item` to the record that stayed, once, wherever it is tied to one that was merged."""
    for relation, end in ENDS.get(item.kind, ()):
        links = getattr(item, relation)
        past = links.filter(**{f"{end}__withdrawn_at__isnull": False})
        stayed = Merge.stayed(str(getattr(link, f"{end}_id")) for link in past)
        for link in past:
            target = stayed.get(str(getattr(link, f"{end}_id")))
            if target is None:
                continue  # Withdrawn, but not merged.
            if links.filter(**{f"{end}_id": target}).exists():
                link.delete()
            else:
                links.filter(pk=link.pk).update(**{f"{end}_id": target})
