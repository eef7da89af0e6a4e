"""What hangs on a live row alone: its search row, and the countries and agencies it can be filtered by."""

from collections import Counter
from collections.abc import Collection, Sequence
from uuid import UUID

from django.db import connections, router

from .. import documents
from ..models.live import LiveAgency, LivePosition, LiveSearch
from ..models.rows import new_row
from ..search.backends import backend
from ..search.tokens import document_tokens, search_id
from .bulk import insert
from .live_attributes import index_attributes
from .live_links import sync_rows
from .live_totals import Facet, add_tallies


def index_rows(kind: str, composed: Sequence[documents.Composed], *, known: Collection[UUID]) -> int:
    """What hangs on live rows alone: search, countries, agencies. Writes only what differs; returns how much.

    Only items in `known` can have such rows now.
    """
    found = {one.row.id: one.document for one in composed}
    rows = LiveSearch.objects.filter(item_id__in=known).only("item_id", "tokens")
    have = {row.item_id: row for row in rows} if known else {}
    search = []
    for row, document, _links in composed:
        tokens = document_tokens(*documents.search_text(document))
        pk, old = search_id(getattr(row, "starts", None), row.id), have.get(row.id)
        if old is None or (old.id, old.tokens) != (pk, tokens):
            search.append(new_row(LiveSearch, id=pk, kind=kind, item_id=row.id, tokens=tokens))
    # The id is the row's place in date order: another date, another row.
    moved = [have[row.item_id].id for row in search if row.item_id in have and have[row.item_id].id != row.id]
    if moved:
        LiveSearch.objects.filter(pk__in=moved).delete()
    # FTS5 writes out what it has in memory with each statement, and at each id that is not above the last.
    search.sort(key=lambda row: row.id)
    insert(search, replace=["tokens"], same="item_id", together=True)
    connection = connections[router.db_for_write(LiveSearch)]
    if search and (settle := backend(connection).settle(kind)):
        with connection.cursor() as cursor:
            cursor.execute(settle)
    differ: Counter[str] = Counter()
    if kind == "person":
        countries = {
            (pk, slug): "" for pk, document in found.items() for slug in documents.country_slugs(document)
        }
        differ = sync_rows(LivePosition, "person_id", "country_slug", known, countries)
    elif kind == "article":
        newest = {row.id: row.newest for row, _, _ in composed}  # type: ignore[attr-defined]
        agencies = {
            (pk, slug): newest[pk]
            for pk, document in found.items()
            for slug in documents.agency_slugs(document)
        }
        differ = sync_rows(LiveAgency, "article_id", "agency_slug", known, agencies)
        add_tallies(Counter({(Facet.AGENCY, slug): delta for slug, delta in differ.items()}))
    return len(search) + len(differ) + index_attributes(kind, found)


def drop_deleted_words(kind: str) -> None:
    """Write the index of a kind again without what was deleted from it, where the database only marks that.

    FTS5 keeps the words of deleted rows until it happens to merge the part they are in.
    """
    connection = connections[router.db_for_write(LiveSearch)]
    if connection.vendor == "sqlite":
        index = f"articles_search_{kind}"
        with connection.cursor() as cursor:
            cursor.execute(f"INSERT INTO {index}({index}) VALUES ('optimize')")  # noqa: S608  (constants)
