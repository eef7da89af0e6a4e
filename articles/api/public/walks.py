"""Lists that follow one index: all rows, the rows of a value, a range of dates, and such rows tested for the rest.

The rows of any of several values are met along the same index once by each. Nothing else is sorted, and counted only
where several values or filters meet: then along the filter with the fewest rows. Asked without the ORM: these are the
commonest requests, and building their SQL took longer than the database.
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
from articles.search.backends import backend
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
    excludes: bool = False
    """Whether the rows of which `sql` is true are those that do not pass."""

    def of(self, key: str, place: str, *, all_rows: bool) -> str:
        """The condition, for a statement that reads all rows or ends with a page of them."""
        sql = self.sql.format(key=key, place=place)
        if not self.excludes:
            return sql
        # COALESCE keeps PostgreSQL from reading all that is excluded before the first row; for all rows that is best.
        return f"NOT {sql}" if all_rows else f"NOT COALESCE({sql}, FALSE)"


@dataclass(frozen=True, slots=True)
class Rows:
    """A set of live rows as SQL: what follows FROM, and the columns of it with their `id` and `newest`."""

    source: str
    params: tuple[Any, ...]
    key: str
    place: str
    found_by: str = ""
    """The statement of ids that `source` looks up, where it does no more than that."""
    large: int = 0
    """How many `source` has at most, each as often as it is met, where they are a large part of all articles."""

    @property
    def ids(self) -> str:
        """A statement."""
        # No database sees through the look-up: each facet would read all rows once more before it counts.
        return self.found_by or f"SELECT {self.key} FROM {self.source}"  # noqa: S608  (closed lists)

    def has(self, key: str) -> str:
        """The condition that this key is of one of them."""
        if not self.large:
            return f"{key} IN ({self.ids})"
        return backend(connections[router.db_for_read(LiveArticle)]).of_many(key, self.ids, self.large)


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
    values: tuple[Any, ...] = ()
    """Each row has one of them, in the database's form; by a link it may have several."""
    tests: tuple[Test, ...] = ()
    shortest: int | None = None
    """Of rows that have to be counted: how many are met on the walk, before the tests of the other filters."""
    passed_over: bool = False
    """Whether filters were passed over because they left nothing out when they were looked up."""

    @property
    def most(self) -> int | None:
        """How many rows there are at most."""
        return self.shortest if self.total is None else self.total

    @property
    def is_whole(self) -> bool:
        """Whether it leaves no row out."""
        return not (self.column or self.tests)

    def follows(self, column: str) -> bool:
        """Whether the rows come in the order of this column."""
        # Dated rows have the same place in both orders, and a range of dates, to its last day, ends before all others.
        return column == "newest" or self.is_whole or (column == "oldest" and not self.column)

    def rows(
        self, columns: tuple[str, ...], order: str, *, descending: bool, after: tuple[Any, Any] | None,
        limit: int, offset: int, with_state: bool = False, with_count: bool = False,
    ) -> list[tuple]:  # fmt: skip
        """`columns` of a page of rows, then the values they are ordered by; `after` are those of the row before.

        `with_state` puts the public log's state, of the same moment, at the end of each row: see `state.state_of`;
        `with_count` the number of all rows.
        """
        place, key = f"{self._table}.{order}", self._key
        walk = self._beyond(place, descending, after) if after else self
        if offset or len(self.values) > 1:
            # Of the rows before the page only what the index has: PostgreSQL would sort them all whole, on disk.
            keys, params = walk._keys(order, descending, limit, offset)
            place, key = "k.place", "k.id"
            own = f"{self.model._meta.db_table} t ON t.id = k.id"
            source = f"({keys}) k JOIN {own}{_page(place, key, descending, limit)}"
        else:
            source, params = walk._stretch(order, joined=True)
            source += _page(place, key, descending, limit)
        counting: list[Any] = []
        chosen = ", ".join([*(f"t.{column}" for column in columns), place, key])
        if with_state:
            chosen += f", ({state_sql(self._connection.vendor)})"
        if with_count:
            sql, counting = self._counting()
            chosen += f", ({sql})"
        # Rows that have to be counted are those of several values or filters.
        with self._connection.cursor() if self.total is None else repeated(self._connection) as cursor:
            cursor.execute(f"SELECT {chosen} FROM {source}", [*counting, *params])  # noqa: S608  (closed lists)
            return cursor.fetchall()

    def count(self) -> int:
        """How many rows there are, counted."""
        with self._connection.cursor() as cursor:
            cursor.execute(*self._counting())
            return cursor.fetchone()[0]

    def rows_of(self) -> Rows:
        """All of them."""
        source, params = self._stretch(all_rows=True)
        if self._repeats:
            return rows_with(self.model, f"SELECT {self._key} FROM {source}", params)  # noqa: S608  (closed lists)
        return Rows(source, tuple(params), self._key, f"{self._table}.newest")

    def as_test(self) -> tuple[Test, ...]:
        """The same rows as conditions on those of another walk."""
        if not self.column:
            return self.tests
        if self.link is None:
            # COALESCE keeps SQLite from the longer walk, by this column's own index.
            return (Test(f"COALESCE(t.{self._has_value}, FALSE)", self.values, of_row=True), *self.tests)
        tie = f"EXISTS (SELECT 1 FROM {self.link._meta.db_table} x WHERE x.{self.near} = {{key}} AND x.{self._has_value})"  # noqa: S608, E501
        return (Test(tie, self.values), *self.tests)

    def tested(self, test: Test) -> "Walk":
        """Those of the rows that pass one test more."""
        return replace(self, total=None, tests=(*self.tests, test), shortest=self.most)

    @property
    def _connection(self) -> Any:
        return connections[router.db_for_read(self.model)]

    @property
    def _table(self) -> str:
        return "l" if self.link else "t"

    @property
    def _key(self) -> str:
        return f"l.{self.near}" if self.link else "t.id"

    @property
    def _has_value(self) -> str:
        return f"{self.column} IN ({', '.join(['%s'] * len(self.values))})"

    @property
    def _repeats(self) -> bool:
        """Whether a row may be met several times, by several values."""
        return self.link is not None and len(self.values) > 1

    def _beyond(self, place: str, descending: bool, after: tuple[Any, Any]) -> "Walk":
        key = self.model._meta.pk.get_db_prep_value(after[1], self._connection)
        test = Test(f"({place}, {{key}}) {'<' if descending else '>'} (%s, %s)", (after[0], key))
        return replace(self, tests=(*self.tests, test))

    def _stretch(
        self, order: str = "newest", *, joined: bool = False, all_rows: bool = False
    ) -> tuple[str, list[Any]]:
        """What follows FROM in a statement of the rows; `joined` to their own where they are reached by a link."""
        source = f"{self.model._meta.db_table} t"
        if self.link:
            ties = f"{self.link._meta.db_table} l"
            joined = joined or any(test.of_row for test in self.tests)
            source = f"{ties} JOIN {source} ON t.id = {self._key}" if joined else ties
        conditions = [f"{self._table}.{self._has_value}"] if self.column else []
        place = f"{self._table}.{order}"
        conditions += [test.of(self._key, place, all_rows=all_rows) for test in self.tests]
        params = [*self.values, *(value for test in self.tests for value in test.params)]
        return f"{source} WHERE {' AND '.join(conditions)}" if conditions else source, params

    def _keys(self, order: str, descending: bool, limit: int, offset: int) -> tuple[str, list[Any]]:
        """A statement of the places and keys of a page: of several values, from the rows up to its end by each."""
        if len(self.values) > 1:
            by_value = [replace(self, values=(value,)) for value in self.values]
            each = [walk._keys(order, descending, offset + limit, 0) for walk in by_value]
            together = " UNION ".join(f"SELECT * FROM ({keys}) v" for keys, _params in each)  # noqa: S608
            source, params = f"({together}) u", [value for _keys, own in each for value in own]
            place, key = "u.place", "u.id"
        else:
            source, params = self._stretch(order)
            place, key = f"{self._table}.{order}", self._key
        page = _page(place, key, descending, limit, offset)
        return f"SELECT {place} AS place, {key} AS id FROM {source}{page}", params  # noqa: S608  (closed lists)

    def _counting(self) -> tuple[str, list[Any]]:
        source, params = self._stretch(all_rows=True)
        counted = f"DISTINCT {self._key}" if self._repeats else "*"
        return f"SELECT COUNT({counted}) FROM {source}", params  # noqa: S608  (closed lists)


def _page(place: str, key: str, descending: bool, limit: int, offset: int = 0) -> str:
    direction = "DESC" if descending else "ASC"
    return f" ORDER BY {place} {direction}, {key} {direction} LIMIT {int(limit)} OFFSET {int(offset)}"


def union(walks: Sequence[Walk]) -> Walk:
    """The rows that are in any of `walks`, which follow the same index, each by a value of its own."""
    walks = [walk for walk in walks if walk.total] or walks[:1]
    met = sum(walk.total or 0 for walk in walks)
    together = replace(walks[0], values=tuple(value for walk in walks for value in walk.values))
    return replace(together, total=None if together._repeats else met, shortest=met)


def meet(walks: Sequence[Walk], tests: Sequence[Test], everything: Walk | None = None) -> Walk | None:
    """The rows that are in all `walks` and pass the `tests`: along the shortest, each row tested for the others.

    None where no walk is a stretch of an index. A walk through `everything` there is, at the same moment, is passed
    over: the one language of an archive, for whoever asks for that.
    """
    narrow = [walk for walk in walks if everything is None or walk.total != everything.total]
    passed_over = len(narrow) < len(walks)
    if everything:
        walks = narrow or [everything]
    # A date is a part of each index by a value, too: a longer walk that begins and ends there is the shorter one.
    best = min([walk for walk in walks if walk.column] or walks, key=lambda walk: walk.most or 0)
    if best.most is None:
        return None
    others = [test for walk in walks if walk is not best for test in walk.as_test()]
    if others or tests:
        total = 0 if any(walk.total == 0 for walk in walks) else None
        best = replace(best, total=total, tests=(*best.tests, *others, *tests), shortest=best.most)
    return replace(best, passed_over=passed_over)
