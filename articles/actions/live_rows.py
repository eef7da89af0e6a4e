"""A live row with all that goes with it: its links, the header of its edition, the totals it counts in."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from ..documents import SOURCE_KIND
from ..models.edition import Edition, Reference
from ..models.live import (
    LIVE_MODELS,
    EditionHeader,
    LiveArticle,
    LiveAttribute,
    LiveItem,
    LiveSearch,
    LiveSection,
)
from .bulk import insert, insert_values
from .live_links import LINK_TABLES, TARGET_FIELDS, sync_links
from .live_totals import Facet, add_tallies, add_totals, tallied

_KEPT = {"id", "article_count", "event_count"}


def store_rows(kind: str, rows: Sequence[LiveItem], *, known: Collection[UUID]) -> None:
    """Write live rows; of those in `known`, which are there, the totals that others keep on them stay."""
    model = LIVE_MODELS[kind]
    # SQLite keeps a way back from every upsert of a row that others refer to: seven times the cost of an insert.
    insert(row for row in rows if row.id not in known)
    insert(
        (row for row in rows if row.id in known),
        replace=[f.name for f in model._meta.concrete_fields if f.name not in _KEPT],
    )


def store_headers(editions: Sequence[Edition]) -> None:
    """Tell the public of these editions: number, time and note."""
    insert_values(
        EditionHeader, ["item_id", "number", "at", "note"],
        [(e.item_id, e.number, e.at, e.note) for e in editions], ignore=True,
    )  # fmt: skip


def remove_row(kind: str, row: LiveItem) -> None:
    """Delete a live row, and every row that hangs on it."""
    for field, table in LINK_TABLES.items():
        if SOURCE_KIND[field] == kind:
            sync_links(table, [row.pk], {})
    for field in TARGET_FIELDS[kind]:
        table = LINK_TABLES[field]
        table.model._default_manager.filter(**{table.target: row.pk}).delete()
    if isinstance(row, LiveArticle):
        count_articles([], [row])
        add_tallies(Counter({(Facet.AGENCY, agency.agency_slug): -1 for agency in row.agencies.all()}))
    Reference.objects.filter(source_id=row.pk).delete()
    LiveSearch.objects.filter(item_id=row.pk).delete()
    LiveAttribute.objects.filter(item_id=row.pk).delete()
    EditionHeader.objects.filter(item_id=row.pk).delete()
    row.delete()


def differing(rows: Sequence[LiveItem], before: Mapping[UUID, LiveItem]) -> list[LiveItem]:
    """Those that say something else than the stored ones: when they were written and what others count aside."""
    return [row for row in rows if row.id not in before or _columns(row) != _columns(before[row.id])]


def _columns(row: LiveItem) -> dict[str, Any]:
    return {
        column.attname: getattr(row, column.attname)
        for column in row._meta.concrete_fields
        if column.name not in _KEPT | {"changed_at"}
    }


def count_articles(rows: Iterable[Any], before: Iterable[Any]) -> None:
    """Totals of sections, languages and days follow from `before` to `rows`."""
    sections = Counter(row.section_id for row in rows if row.section_id)
    sections.subtract(row.section_id for row in before if row.section_id)
    add_totals(LiveSection, "article_count", sections)
    tallies = Counter(key for row in rows for key in tallied(row))
    tallies.subtract(key for row in before for key in tallied(row))
    add_tallies(tallies)
