"""One search over articles, people and events together, and suggestions while a reader types."""

from collections.abc import Sequence
from typing import Any

from django.db import connections, router

from articles.models.live import LIVE_MODELS, LiveSearch
from articles.statements import repeated

from .backends import SEARCH, PostgreSQL, SQLite, backend
from .find import fetch
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
    counts = ", ".join(
        f"(SELECT COUNT(*) FROM {dialect.rows(kind)} WHERE {dialect.matches(kind)})"  # noqa: S608  (constants)
        for kind in kinds
    )
    with repeated(connection) as cursor:
        cursor.execute(f"SELECT {counts}", [dialect.expression(query.required)] * len(kinds))
        return dict(zip(kinds, cursor.fetchone(), strict=True))


def page(
    query: Query, counts: dict[str, int], *, limit: int, offset: int = 0
) -> list[tuple[str, Any, str, str]]:
    """Hits as (kind, id, slug, document), best tier first, then people, events, articles.

    `counts` are the `totals`: a kind whose hits have all been found is in no further tier looked for. See `find` for
    why each tier is one walk that ends.
    """
    connection = connections[router.db_for_read(LiveSearch)]
    dialect = backend(connection)
    enough, left = offset + limit, dict(counts)
    found: dict[int, tuple[int, int]] = {}
    for tier, tokens in enumerate(query.tiers):
        kinds = [kind for kind in ORDER if left.get(kind, 0) > 0]
        if not kinds or len(found) >= enough:
            break
        walks = _walks(dialect, kinds, enough)
        with repeated(connection) as cursor:
            cursor.execute(walks, [dialect.expression(tokens)] * len(kinds))
            for place, position in cursor.fetchall():
                if position not in found:
                    found[position] = tier, place
                    left[ORDER[place]] -= 1
    hits = sorted((*best, -position) for position, best in found.items())[offset:enough]
    selected, joins = _joined([ORDER[place] for place in sorted({place for _tier, place, _position in hits})])
    rows = fetch(connection, selected, joins, [-position for _tier, _place, position in hits])
    # Withdrawn meanwhile: then it is not there.
    return [(ORDER[place], *rows[-position]) for _tier, place, position in hits if -position in rows]


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
    walks = _walks(dialect, SUGGESTED_KINDS, SUGGESTIONS_WEIGHED)
    selected, joins = _joined(SUGGESTED_KINDS)
    weight = ", ".join(f"{kind}.article_count" for kind in SUGGESTED_KINDS)
    sql = (
        f"SELECT u.place, {selected} FROM"  # noqa: S608  (constants)
        f" (SELECT * FROM ({walks}) a ORDER BY place, position DESC LIMIT {SUGGESTIONS_WEIGHED}) u"
        f" JOIN {SEARCH} s ON s.id = u.position {joins}"
        f" ORDER BY COALESCE({weight}, 0) DESC, u.place, u.position DESC LIMIT {int(limit)}"
    )
    with repeated(connection) as cursor:
        cursor.execute(sql, [sought] * len(SUGGESTED_KINDS))
        return [(ORDER[place], *row) for place, *row in cursor.fetchall()]


def _walks(dialect: type[SQLite] | type[PostgreSQL], kinds: Sequence[str], limit: int) -> str:
    """A statement, one expression a kind its parameters: the kind's place, and the position of its newest hits."""
    steps = []
    for number, kind in enumerate(kinds):
        before = " + ".join(f"(SELECT COUNT(*) FROM {better})" for better in kinds[:number])  # noqa: S608  (constants)
        gate = f" AND {before} < {int(limit)}" if before and dialect.gated else ""
        steps.append(
            f"{kind} AS (SELECT {ORDER.index(kind)} AS place, {dialect.position} AS position"  # noqa: S608  (constants)
            f" FROM {dialect.rows(kind)} WHERE {dialect.matches(kind)}{gate}"
            f" ORDER BY {dialect.newest_first} LIMIT {int(limit)})"
        )
    found = " UNION ALL ".join(f"SELECT * FROM {kind}" for kind in kinds)  # noqa: S608  (constants)
    return f"WITH {', '.join(steps)} {found}"


def _joined(kinds: Sequence[str]) -> tuple[str, str]:
    """Id, slug and document of search rows `s` of these kinds, and the joins to where they stand."""
    joins = " ".join(
        f"LEFT JOIN {LIVE_MODELS[kind]._meta.db_table} {kind} ON {kind}.id = s.item_id" for kind in kinds
    )
    slug, document = (
        found[0] if len(found) == 1 else f"COALESCE({', '.join(found)})"
        for found in ([f"{kind}.{column}" for kind in kinds] for column in ("slug", "document"))
    )
    return f"s.item_id, {slug}, {document}", joins
