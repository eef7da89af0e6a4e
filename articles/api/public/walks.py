"""Lists that follow one index: all rows, the rows of one value, a range of dates, and such rows tested for the rest.

Nothing is sorted, and counted only where several filters meet: then along the one with the fewest rows. Asked without
the ORM: these are the commonest requests, and building their SQL took longer than the database.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connections, router
from django.db.models import Model, QuerySet

from articles.models.live import (
    LiveArticle,
    LiveEvent,
    LiveLink,
    LivePerson,
    LiveTally,
)
from articles.statements import repeated

from .state import state_sql

Facet = LiveTally.Facet
Row = type[LiveArticle] | type[LivePerson] | type[LiveEvent]


@dataclass(frozen=True, slots=True)
class Test:
    """A condition on each row of a walk. `{key}` stands for the row's id, `{place}` for its `newest`."""

    sql: str
    params: tuple[Any, ...] = ()
    of_row: bool = False
    """Whether it reads the row `t` itself."""


@dataclass(frozen=True, slots=True)
class Rows:
    """A set of live rows as SQL: what follows FROM, and the columns of it with their `id` and `newest`."""

    source: str
    params: tuple[Any, ...]
    key: str
    place: str
    found_by: str = ""
    """The statement of ids that `source` looks up, where it does no more than that."""

    @property
    def ids(self) -> str:
        """A statement."""
        # No database sees through the look-up: each facet would read all rows once more before it counts.
        return self.found_by or f"SELECT {self.key} FROM {self.source}"  # noqa: S608  (closed lists)


def rows_in(queryset: QuerySet) -> Rows:
    """The rows of a live queryset."""
    try:
        sql, params = queryset.order_by().values("id").query.get_compiler(using=queryset.db).as_sql()
    except EmptyResultSet:
        sql, params = f"SELECT id FROM {queryset.model._meta.db_table} WHERE 1 = 0", ()  # noqa: S608
    return rows_with(queryset.model, sql, params)


def rows_with(model: type[Model], ids: str, params: Sequence[Any]) -> Rows:
    """The rows of a live model whose ids a statement finds."""
    source = f"{model._meta.db_table} t WHERE t.id IN ({ids})"
    return Rows(source, tuple(params), "t.id", "t.newest", found_by=ids)


@dataclass(frozen=True, slots=True)
class Walk:
    """A stretch of an index over `model`, or over a link table from which the rows follow."""

    model: Row
    total: int | None
    """How many rows there are; None where they have to be counted."""
    link: type[LiveLink] | None = None
    near: str = ""
    """The link's key of the row."""
    column: str = ""
    value: Any = None
    """What every row shares, in the database's form."""
    tests: tuple[Test, ...] = ()
    shortest: int | None = None
    """Of rows that have to be counted: how many there are on the walk before the tests of the other filters."""

    @property
    def most(self) -> int | None:
        """How many rows there are at most."""
        return self.shortest if self.total is None else self.total

    def follows(self, column: str) -> bool:
        """Whether the rows come in the order of this column."""
        return column == "newest" or not (self.column or self.tests)

    def rows(
        self, columns: tuple[str, ...], order: str, *, descending: bool, after: tuple[Any, Any] | None,
        limit: int, offset: int, with_state: bool = False, with_count: bool = False,
    ) -> list[tuple]:  # fmt: skip
        """`columns` of a page of rows, then the values they are ordered by; `after` are those of the row before.

        `with_state` puts the public log's state, of the same moment, at the end of each row: see `state.state_of`;
        `with_count` the number of all rows.
        """
        connection = self._connection
        key, place = self._key, f"{'l' if self.link else 't'}.{order}"
        where, params = self._where(place)
        if after:
            where += f"{' AND' if where else ' WHERE'} ({place}, {key}) {'<' if descending else '>'} (%s, %s)"
            params += [after[0], self.model._meta.pk.get_db_prep_value(after[1], connection)]
        direction = "DESC" if descending else "ASC"
        page = f" ORDER BY {place} {direction}, {key} {direction} LIMIT {int(limit)} OFFSET {int(offset)}"
        source = f"{self._source(joined=True)}{where}{page}"
        if offset:
            # Of the rows before the page only what the index has: PostgreSQL would sort them all whole, on disk.
            passed = f"{self._source(joined=self._reads_rows)}{where}{page}"
            keys = f"SELECT {place} AS place, {key} AS id FROM {passed}"  # noqa: S608  (closed lists)
            place, key = "k.place", "k.id"
            own = f"{self.model._meta.db_table} t ON t.id = k.id"
            source = f"({keys}) k JOIN {own} ORDER BY k.place {direction}, k.id {direction}"
        counting: list[Any] = []
        chosen = ", ".join([*(f"t.{column}" for column in columns), place, key])
        if with_state:
            chosen += f", ({state_sql(connection.vendor)})"
        if with_count:
            sql, counting = self._counting()
            chosen += f", ({sql})"
        # Rows that have to be counted are those of several filters.
        with connection.cursor() if with_count else repeated(connection) as cursor:
            cursor.execute(f"SELECT {chosen} FROM {source}", [*counting, *params])  # noqa: S608  (closed lists)
            return cursor.fetchall()

    def count(self) -> int:
        """How many rows there are, counted."""
        with self._connection.cursor() as cursor:
            cursor.execute(*self._counting())
            return cursor.fetchone()[0]

    def rows_of(self) -> Rows:
        """All of them."""
        place = f"{'l' if self.link else 't'}.newest"
        where, params = self._where(place)
        return Rows(self._source(joined=self._reads_rows) + where, tuple(params), self._key, place)

    def as_test(self) -> tuple[Test, ...]:
        """The same rows as conditions on those of another walk."""
        if not self.column:
            return self.tests
        if self.link is None:
            return (Test(f"t.{self.column} = %s", (self.value,), of_row=True), *self.tests)
        tie = f"EXISTS (SELECT 1 FROM {self.link._meta.db_table} x WHERE x.{self.near} = {{key}} AND x.{self.column} = %s)"  # noqa: S608, E501
        return (Test(tie, (self.value,)), *self.tests)

    @property
    def _connection(self) -> Any:
        return connections[router.db_for_read(self.model)]

    @property
    def _key(self) -> str:
        return f"l.{self.near}" if self.link else "t.id"

    @property
    def _reads_rows(self) -> bool:
        return any(test.of_row for test in self.tests)

    def _source(self, *, joined: bool) -> str:
        own = f"{self.model._meta.db_table} t"
        if self.link is None:
            return own
        ties = f"{self.link._meta.db_table} l"
        return f"{ties} JOIN {own} ON t.id = {self._key}" if joined else ties

    def _where(self, place: str) -> tuple[str, list[Any]]:
        conditions = [test.sql.format(key=self._key, place=place) for test in self.tests]
        params = [value for test in self.tests for value in test.params]
        if self.column:
            conditions.insert(0, f"{'l' if self.link else 't'}.{self.column} = %s")
            params.insert(0, self.value)
        return f" WHERE {' AND '.join(conditions)}" if conditions else "", params

    def _counting(self) -> tuple[str, list[Any]]:
        rows = self.rows_of()
        return f"SELECT COUNT(*) FROM {rows.source}", list(rows.params)  # noqa: S608  (closed lists)


def meet(walks: Sequence[Walk], tests: Sequence[Test]) -> Walk | None:
    """The rows that are in all `walks` and pass the `tests`: along the shortest, each row tested for the others.

    None where no walk is a stretch of an index.
    """
    # A date is a part of each index by a value, too: a longer walk that begins and ends there is the shorter one.
    best = min([walk for walk in walks if walk.column] or walks, key=lambda walk: walk.total or 0)
    if best.total is None:
        return None
    others = [test for walk in walks if walk is not best for test in walk.as_test()]
    if not (others or tests):
        return best
    nothing = any(walk.total == 0 for walk in walks)
    tested = (*best.tests, *others, *tests)
    return replace(best, total=0 if nothing else None, tests=tested, shortest=best.total)
