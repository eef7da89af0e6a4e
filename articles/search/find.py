"""Finding and ranking: every statement has a bound, however common the words are.

Each tier of a query is one walk of the index, newest first, that ends after the rows a page needs, and begins only
where better tiers have fewer; nothing is sorted and no live row is read but those that are answered.

An expression that says "and none of the better tiers" would make the index look all of those up again, in the worst
case for every hit there is. So a tier finds what better ones have found, too, and that is left out here. The better
ones have then been walked to their end: among the first rows of this one, as many as a page needs in all, are those
that it still needs.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import BooleanField, QuerySet
from django.db.models.expressions import RawSQL

from articles.models.live import LIVE_MODELS
from articles.statements import repeated

from .backends import SEARCH, PostgreSQL, SQLite, backend
from .query import Query

KINDS = {model: kind for kind, model in LIVE_MODELS.items()}


class Ids(NamedTuple):
    """Live rows among which is searched, as a statement of their ids."""

    sql: str
    params: Sequence[Any]
    most: int | None = None
    """How many they are at most, where that is known."""


def match(queryset: QuerySet, query: Query, *, within: QuerySet | Ids | None = None) -> QuerySet:
    """The rows of a live queryset that have every syllable of `query`, in the queryset's own order."""
    if not query:
        return queryset.none()
    found = hits(queryset, query, within=within)
    return queryset.filter(id__in=RawSQL(found.sql, found.params))  # noqa: S611  (constants; the value is a parameter)


def tested(queryset: QuerySet, query: Query) -> QuerySet:
    """The same by a test of each row, so that a page in an index's order ends after its rows: where many match."""
    sql, params = test(queryset, query)
    key = f"{queryset.model._meta.db_table}.id"
    return queryset.filter(RawSQL(sql.format(key=key), params, output_field=BooleanField()))  # noqa: S611  (constants)


def test(everything: QuerySet, query: Query) -> tuple[str, tuple[Any, ...]]:
    """Whether a row of a live model matches `query`, which has words: a condition on its id, `{key}`; parameters."""
    dialect, kind = backend(connections[everything.db]), KINDS[everything.model]
    return dialect.tested(kind, "{key}"), (dialect.expression(query.required),)


def hits(
    everything: QuerySet, query: Query, *, within: QuerySet | Ids | None = None, large: bool = False
) -> Ids:
    """The ids of all rows of a live model, or of those of its rows `within`, that match `query`, which has words.

    `large` says that they are a large part of all rows.
    """
    dialect, kind = backend(connections[everything.db]), KINDS[everything.model]
    params: list[Any] = [dialect.expression(query.required)]
    condition = _within(dialect, within, params)
    return Ids(dialect.items(kind, large=large and within is None) + condition, params)


def count(everything: QuerySet, query: Query, *, within: QuerySet | Ids | None = None) -> int:
    """How many rows of a live model match `query`; `within` are those of its rows that are looked at."""
    if not query:
        return 0
    connection = connections[everything.db]
    dialect, kind = backend(connection), KINDS[everything.model]
    params: list[Any] = [dialect.expression(query.required)]
    try:
        condition = _within(dialect, within, params)
    except EmptyResultSet:
        return 0
    source = dialect.rows(kind)
    with repeated(connection) if within is None else connection.cursor() as cursor:
        cursor.execute(f"SELECT COUNT(*) FROM {source} WHERE {dialect.matches(kind)}{condition}", params)  # noqa: S608
        return cursor.fetchone()[0]


def ranked(
    everything: QuerySet,
    query: Query,
    columns: tuple[str, ...],
    *,
    within: QuerySet | Ids | None = None,
    limit: int,
    offset: int = 0,
    after: tuple[int, int, int] | None = None,
    by_date: bool = False,
    total: int | None = None,
) -> list[tuple]:
    """Rows of a live model by relevance: (tier, weight, position, *columns); `after` is such a triple.

    Equal hits come newest first, people by how many articles name them (their `weight`). With `by_date` all
    hits are equal: newest first, at the cost of one walk of the index. `total` is how many there are, where it is
    known: when all are found no further tier is looked at.
    """
    if not query:
        return []
    connection = connections[everything.db]
    dialect, model = backend(connection), everything.model
    kind = KINDS[model]
    conditions: list[Any] = []
    try:
        filtered = _within(dialect, within, conditions)
    except EmptyResultSet:
        return []
    source = dialect.rows(kind)
    place: tuple[str, ...] = (dialect.position,)
    order = dialect.newest_first
    if kind == "person":
        source = f"{dialect.joined(kind)} JOIN {model._meta.db_table} t ON t.id = s.item_id"
        place, order = ("t.article_count", dialect.position), f"t.article_count DESC, {dialect.position} DESC"
    tiers = [query.required] if by_date else query.tiers
    enough = offset + limit
    most = enough if total is None or after else min(enough, total)
    found: dict[int, tuple[int, int]] = {}
    for tier, tokens in enumerate(tiers):
        if len(found) >= most:
            break
        if after and tier < after[0]:
            continue
        # Of the tiers that the pages before have come through nobody here knows the rows.
        passed = tiers[: min(tier, after[0] + 1)] if after else []
        params = [dialect.expression(tokens, passed), *conditions]
        beyond = ""
        if after and tier == after[0]:
            beyond = f" AND ({', '.join(place)}) < ({', '.join(['%s'] * len(place))})"
            params += after[-len(place) :]
        sql = (
            f"SELECT {', '.join(place)} FROM {source} WHERE {dialect.matches(kind)}{filtered}{beyond}"  # noqa: S608  (no name comes from outside)
            f" ORDER BY {order} LIMIT {int(enough)}"
        )
        with repeated(connection) if within is None else connection.cursor() as cursor:
            cursor.execute(sql, params)
            for *weight, position in cursor.fetchall():
                found.setdefault(position, (tier, *(weight or (0,))))
    chosen = list(found)[offset:enough]
    selected = ", ".join(f't."{model._meta.get_field(name).column}"' for name in columns)
    rows = fetch(connection, selected, f"JOIN {model._meta.db_table} t ON t.id = s.item_id", chosen)
    # Withdrawn meanwhile: then it is not there.
    return [(*found[position], position, *rows[position]) for position in chosen if position in rows]


def fetch(connection: Any, selected: str, joins: str, positions: Sequence[int]) -> dict[int, tuple]:
    """By position, what is `selected` of these search rows `s` and of the live rows joined to them."""
    if not positions:
        return {}
    among = ", ".join(["%s"] * len(positions))
    with repeated(connection) as cursor:
        sql = f"SELECT s.id, {selected} FROM {SEARCH} s {joins} WHERE s.id IN ({among})"  # noqa: S608  (constants)
        cursor.execute(sql, list(positions))
        return {row[0]: row[1:] for row in cursor.fetchall()}


def _within(dialect: type[SQLite] | type[PostgreSQL], rows: QuerySet | Ids | None, params: list[Any]) -> str:
    if rows is None:
        return ""
    if isinstance(rows, QuerySet):
        compiler = rows.order_by().values("id").query.get_compiler(using=rows.db)
        rows = Ids(*compiler.as_sql())
    params.extend(rows.params)
    return dialect.among(rows.sql, rows.most)
