"""One search over articles, people and events together, and suggestions while a reader types."""

from typing import Any

from django.db import connections, router

from articles.models.live import LIVE_MODELS, LiveSearch

from .backends import SEARCH, backend
from .query import Query
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
    count = f"SELECT COUNT(*) FROM {dialect.rows} WHERE "  # noqa: S608  (constants)
    counts = ", ".join(f"({count}{dialect.matches(kind)})" for kind in kinds)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {counts}", [dialect.expression(kind, query.required) for kind in kinds])
        return dict(zip(kinds, cursor.fetchone(), strict=True))


def page(
    query: Query, *, kinds: tuple[str, ...] = ORDER, limit: int, offset: int = 0
) -> list[tuple[str, Any, str, str]]:
    """Hits as (kind, id, slug, document), best tier first, then people, events, articles."""
    if not query:
        return []
    connection = connections[router.db_for_read(LiveSearch)]
    dialect = backend(connection)
    branches: list[str] = []
    params: list[Any] = []
    tiers = query.tiers
    for tier, tokens in enumerate(tiers):
        for kind in kinds:
            params.append(dialect.expression(kind, tokens, tiers[:tier]))
            params.append(offset + limit)
            branches.append(_branch(dialect, tier, kind))
    return _fetch(connection, branches, [*params, limit, offset])


def suggest(text: str, *, limit: int) -> list[tuple[str, Any, str, str]]:
    """People and events whose name has the words of `text` side by side, the last one perhaps unfinished."""
    folded = Query.parse(text).folded[:SUGGESTED_SYLLABLES]
    if not folded:
        return []
    connection = connections[router.db_for_read(LiveSearch)]
    dialect = backend(connection)
    joined = pairs(folded)
    whole, unfinished = joined[:-1], (joined or folded)[-1]
    branches: list[str] = []
    params: list[Any] = []
    for kind in SUGGESTED_KINDS:
        params.append(dialect.beginning(kind, [TITLE + pair for pair in whole], TITLE + unfinished))
        params.append(SUGGESTIONS_WEIGHED)
        branches.append(_branch(dialect, 0, kind))
    found = _fetch(connection, branches, [*params, SUGGESTIONS_WEIGHED * 2, 0], by_weight=True)
    return found[:limit]


def _branch(dialect: Any, tier: int, kind: str) -> str:
    return (
        f"SELECT * FROM (SELECT {tier} AS tier, {ORDER.index(kind)} AS place, {dialect.position} AS position"  # noqa: S608
        f" FROM {dialect.rows} WHERE {dialect.matches(kind)} ORDER BY {dialect.newest_first} LIMIT %s)"
        f" b{tier}_{kind}"
    )


def _fetch(
    connection: Any, branches: list[str], params: list[Any], *, by_weight: bool = False
) -> list[tuple[str, Any, str, str]]:
    union = " UNION ALL ".join(branches)
    tables = {kind: model._meta.db_table for kind, model in LIVE_MODELS.items()}
    joins = " ".join(f"LEFT JOIN {table} {kind} ON {kind}.id = s.item_id" for kind, table in tables.items())
    slug = ", ".join(f"{kind}.slug" for kind in tables)
    document = ", ".join(f"{kind}.document" for kind in tables)
    weight = "COALESCE(person.article_count, event.article_count, 0) DESC, " if by_weight else ""
    sql = (
        f"SELECT s.kind, s.item_id, COALESCE({slug}), COALESCE({document}) FROM"  # noqa: S608  (constants)
        f" (SELECT * FROM ({union}) a ORDER BY tier, place, position DESC LIMIT %s OFFSET %s) u"
        f" JOIN {SEARCH} s ON s.id = u.position {joins}"
        f" ORDER BY u.tier, {weight}u.place, u.position DESC"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall()
