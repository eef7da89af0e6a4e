"""Rebuild: the live tables and the search index again from the editions. Changes nothing where all is well."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from ..models.article import Article
from ..models.base import Item
from ..models.edition import Edition
from ..models.event import Event
from ..models.many import id_batches
from ..models.person import Person
from .door import finish_rewrites, open_door

BATCH = 200


@dataclass
class Rebuilt:
    """What was wrong: rows written again, live rows that had no edition, kept totals."""

    items: int = 0
    restored: int = 0
    removed: int = 0
    recounted: int = 0

    @property
    def healthy(self) -> bool:
        return not (self.restored or self.removed or self.recounted)


def rebuild_live(progress: Callable[[int], object] = lambda _done: None) -> Rebuilt:
    """Compare every live row, link and search row with its edition and correct what differs, in batches.

    `progress` is told how many items each batch had. Corrections are logged as changes, so that readers notice.
    """
    finish_rewrites()
    result = Rebuilt()
    # People before the events and articles that show them; articles twice, since translations show each other.
    kinds: list[type[Item]] = [Person, Event, Article, Article]
    for round_, model in enumerate(kinds):
        live = model._default_manager.filter(live_edition__isnull=False)
        with open_door() as door:
            result.removed += door.remove_strays(model.kind, live)
        for ids in id_batches(live, BATCH):
            with open_door() as door:
                current = Edition.objects.filter(
                    Exists(live.filter(pk=OuterRef("item_id"), live_edition=OuterRef("number"))),
                    item_id__in=ids,
                )
                result.restored += door.restore(model.kind, list(current))
            if round_ < 3:
                result.items += len(ids)
                progress(len(ids))
    with open_door() as door:
        result.recounted += door.recount()
    return result
