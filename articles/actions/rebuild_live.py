"""Rebuild: the live tables and the search index again from the editions. Changes nothing where all is well."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet

from ..models.article import Article
from ..models.base import Item
from ..models.edition import Edition
from ..models.event import Event
from ..models.live import LIVE_MODELS, PLURALS, LiveArticle, LiveSection
from ..models.many import id_batches
from ..models.person import Person
from .door import Door, finish_rewrites, open_door
from .live_documents import compose_live
from .live_index import index_rows
from .live_links import LINK_TABLES, edition_refs, link_out, restore_references
from .live_rows import differing, store_headers, store_rows
from .live_terms import open_terms
from .live_totals import recount, recount_tallies

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
            result.removed += _remove_strays(door, model.kind, live)
        for ids in id_batches(live, BATCH):
            with open_door() as door:
                current = Edition.objects.filter(
                    Exists(live.filter(pk=OuterRef("item_id"), live_edition=OuterRef("number"))),
                    item_id__in=ids,
                )
                result.restored += _restore(door, model.kind, list(current))
            if round_ < 3:
                result.items += len(ids)
                progress(len(ids))
    with open_door() as door:
        result.recounted += _recount(door)
    return result


def _remove_strays(door: Door, kind: str, live: QuerySet) -> int:
    """Take out live rows of items that are not in `live` (desk items with a live edition)."""
    strays = LIVE_MODELS[kind].objects.exclude(pk__in=live.values("pk"))
    gone = list(strays.values_list("pk", flat=True))
    for pk in gone:
        door.take_out(kind, pk, notice="", replaced_by=None)
    return len(gone)


def _restore(door: Door, kind: str, editions: Sequence[Edition]) -> int:
    """Make live rows, links and search rows of these current editions what they have to be.

    Writes and logs only what differs; returns how many rows that was. Kept totals are not looked at.
    """
    model = LIVE_MODELS[kind]
    before = {row.id: row for row in model.objects.filter(pk__in=[e.item_id for e in editions])}
    references = {edition.item_id: edition_refs(edition) for edition in editions}
    open_terms(references.values())
    ids = list(references)
    fixed = restore_references(references, known=ids)
    store_headers(editions)
    composed = compose_live(kind, {e.item_id: e.document for e in editions}, references, at=door.now)
    differ = differing([one.row for one in composed], before)
    store_rows(kind, differ, known=before)
    fixed += len(differ) + index_rows(kind, composed, known=ids)
    fixed += link_out(kind, composed, known=ids)
    door.log_updated(kind, differ)
    return fixed


def _recount(door: Door) -> int:
    """Set every kept total to what the rows say; returns how many were wrong."""
    wrong = 0
    for table in LINK_TABLES.values():
        wrong += recount(table.target_model, table.total, table.model, table.target)
    wrong += recount(LiveSection, "article_count", LiveArticle, "section_id") + recount_tallies()
    for kind, total in PLURALS.items():
        count = LIVE_MODELS[kind].objects.count()
        wrong += getattr(door.state, total) != count
        setattr(door.state, total, count)
    door.state.save(update_fields=list(PLURALS.values()))
    return wrong
