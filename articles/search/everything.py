"""One search over articles, people and events together, and suggestions while a reader types."""

from typing import Any

from django.db import connections, router

from articles.models.live import LIVE_MODELS, LiveSearch

from .backends import SEARCH, backend
from .query import Query
from .tiers import Branches
from .tokens import TITLE, pairs

ORDER = ("person", "event", "article")
"""Among equals: who it is, then what happened, then what was written."""
SUGGESTED_KINDS = ("person", "event")
"""What suggestions name. Titles of articles are too many, and whole sentences."""
SUGGESTED_SYLLABLES = 8
SUGGESTIONS_WEIGHED = 200
"""Names of a kind among which those with most articles are suggested first."""


def totals(query: Query, kinds: tuple[str, ...] = ORDER) -> dict[str, int]:
    """Hits of each kind, in one statement."""
    if not query:
        return dict.fromkeys(kinds, 0)
    connection = connections[router.db_for_read(LiveSearch)]
    dialect = backend(connection)
    counts = ", ".join(
        f"(SELECT COUNT(*) FROM {dialect.rows(kind)} WHERE {dialect.matches(kind)})"  # noqa: S608  (constants)
        for kind in kinds
    )
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {counts}", [dialect.expression(query.required)] * len(kinds))
        return dict(zip(kinds, cursor.fetchone(), strict=True))


def page(
    query: Query, *, kinds: tuple[str, ...] = ORDER, limit: int, offset: int = 0
) -> list[tuple[str, Any, str, str]]:
    """Hits as (kind, id, slug, document), best tier first, then people, events, articles."""
    if not query:
        return []
    connection = connections[router.db_for_read(LiveSearch)]
    dialect = backend(connection)
    branches = Branches(dialect, offset + limit)
    for tier, tokens in enumerate(query.tiers):
        for kind in kinds:
            branches.add(kind, dialect.expression(tokens), tier=tier, place=ORDER.index(kind))
    return _fetch(connection, branches, limit=limit, offset=offset)


def suggest(text: str, *, limit: int) -> list[tuple[str, Any, str, str]]:
    """People and events whose name has the words of `text` side by side, the last one perhaps unfinished."""
    folded = Query.parse(text).folded[:SUGGESTED_SYLLABLES]
    if not folded:
        return []
    connection = connections[router.db_for_read(LiveSearch)]
    dialect = backend(connection)
    joined = pairs(folded)
    whole, unfinished = joined[:-1], (joined or folded)[-1]
    sought = dialect.beginning([TITLE + pair for pair in whole], TITLE + unfinished)
    branches = Branches(dialect, SUGGESTIONS_WEIGHED)
    for kind in SUGGESTED_KINDS:
        branches.add(kind, sought, place=ORDER.index(kind))
    return _fetch(connection, branches, limit=SUGGESTIONS_WEIGHED, by_weight=True)[:limit]


def _fetch(
    connection: Any,
    branches: Branches,
    *,
    limit: int,
    offset: int = 0,
    by_weight: bool = False,
) -> list[tuple[str, Any, str, str]]:
    tables = {kind: model._meta.db_table for kind, model in LIVE_MODELS.items()}
    joins = " ".join(f"LEFT JOIN {table} {kind} ON {kind}.id = s.item_id" for kind, table in tables.items())
    slug = ", ".join(f"{kind}.slug" for kind in tables)
    document = ", ".join(f"{kind}.document" for kind in tables)
    weight = "COALESCE(person.article_count, event.article_count, 0) DESC, " if by_weight else ""
    sql = (
        f"{branches.sql} SELECT s.kind, s.item_id, COALESCE({slug}), COALESCE({document}) FROM"  # noqa: S608  (constants)
        f" (SELECT * FROM found ORDER BY tier, place, position DESC LIMIT {limit} OFFSET {offset}) u"
        f" JOIN {SEARCH} s ON s.id = u.position {joins}"
        f" ORDER BY u.tier, {weight}u.place, u.position DESC"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, branches.params)
        return cursor.fetchall()
