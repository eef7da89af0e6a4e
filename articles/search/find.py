"""Finding and ranking: every statement has a bound, however common the words are.

Each tier of a query is one walk of the index, newest first, that ends after the rows a page needs; nothing is
sorted and no live row is read but those that are answered.
"""

from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from articles.models.live import LIVE_MODELS

from .backends import SEARCH, backend
from .query import Query
from .tiers import Branches

KINDS = {model: kind for kind, model in LIVE_MODELS.items()}


def match(queryset: QuerySet, query: Query) -> QuerySet:
    """The rows of a live queryset that have every syllable of `query`, in the queryset's own order."""
    if not query:
        return queryset.none()
    dialect, kind = backend(connections[queryset.db]), KINDS[queryset.model]
    expression = dialect.expression(query.required)
    sql = f"SELECT s.item_id FROM {dialect.joined(kind)} WHERE {dialect.matches(kind)}"  # noqa: S608  (constants)
    return queryset.filter(id__in=RawSQL(sql, [expression]))  # noqa: S611  (constants; the value is a parameter)


def count(everything: QuerySet, query: Query, *, within: QuerySet | None = None) -> int:
    """How many rows of a live model match `query`; `within` is that model's queryset, filtered otherwise."""
    if not query:
        return 0
    connection = connections[everything.db]
    dialect, kind = backend(connection), KINDS[everything.model]
    params: list[Any] = [dialect.expression(query.required)]
    try:
        condition = _within(within, params)
    except EmptyResultSet:
        return 0
    source = dialect.rows(kind) if within is None else dialect.joined(kind)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT COUNT(*) FROM {source} WHERE {dialect.matches(kind)}{condition}", params)  # noqa: S608
        return cursor.fetchone()[0]


def ranked(
    everything: QuerySet,
    query: Query,
    columns: tuple[str, ...],
    *,
    within: QuerySet | None = None,
    limit: int,
    offset: int = 0,
    after: tuple[int, int, int] | None = None,
    by_date: bool = False,
) -> list[tuple]:
    """Rows of a live model by relevance: (tier, weight, position, *columns); `after` is such a triple.

    Equal hits come newest first, people by how many articles name them (their `weight`). With `by_date` all
    hits are equal: newest first, at the cost of one walk of the index.
    """
    if not query:
        return []
    connection = connections[everything.db]
    dialect = backend(connection)
    model = everything.model
    kind = KINDS[model]
    weight, heavier = ("t.article_count", " t.article_count DESC,") if kind == "person" else ("0", "")
    branches = Branches(dialect, offset + limit)
    source = dialect.rows(kind) if within is None else dialect.joined(kind)
    tiers = [query.required] if by_date else query.tiers
    for tier, tokens in enumerate(tiers):
        if after and tier < after[0]:
            continue
        own: list[Any] = []
        try:
            condition = _within(within, own)
        except EmptyResultSet:
            return []
        # Of the tiers that the pages before have come through no branch here knows the rows.
        passed = tiers[: min(tier, after[0] + 1)] if after else []
        whole = kind == "person"  # They are few, and their order is not the index's.
        if after and tier == after[0] and not whole:
            condition += f" AND {dialect.position} < %s"
            own.append(after[2])
        branches.add(
            kind, dialect.expression(tokens, passed), tier=tier, source=source, condition=condition, params=own,
            whole=whole,
        )  # fmt: skip
    found, values = "found", branches.params
    where, end = "", ""
    if kind == "person":
        if after:
            where = f" WHERE (u.tier, -{weight}, -u.position) > (%s, %s, %s)"
            values += [after[0], -after[1], -after[2]]
        end = f" LIMIT {limit} OFFSET {offset}"
    else:
        # The page is cut before the live table is joined, so that only its rows are read.
        found = f"(SELECT * FROM found ORDER BY tier, position DESC LIMIT {limit} OFFSET {offset})"  # noqa: S608
    selected = ", ".join(f't."{model._meta.get_field(name).column}"' for name in columns)
    sql = (
        f"{branches.sql} SELECT u.tier, {weight}, u.position, {selected} FROM {found} u"  # noqa: S608  (no name comes from outside)
        f" JOIN {SEARCH} s ON s.id = u.position JOIN {model._meta.db_table} t ON t.id = s.item_id{where}"
        f" ORDER BY u.tier,{heavier} u.position DESC{end}"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()


def _within(queryset: QuerySet | None, params: list[Any]) -> str:
    if queryset is None:
        return ""
    compiler = queryset.order_by().values("id").query.get_compiler(using=queryset.db)
    sql, values = compiler.as_sql()
    params.extend(values)
    return f" AND s.item_id IN ({sql})"
