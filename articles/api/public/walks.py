"""Lists that follow one index: all rows, the rows of one value, a range of dates, and such rows tested for the rest.

Nothing is sorted, and counted only where several filters meet: then along the one with the fewest rows. Asked without
the ORM: these are the commonest requests, and building their SQL took longer than the database.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connections, router
from django.db.models import Model, QuerySet

from articles.models.live import (
    PLURALS,
    LiveArticle,
    LiveEvent,
    LiveLink,
    LivePerson,
    LiveState,
    LiveTally,
    LiveTerm,
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


# -- from the values of filters


@dataclass(frozen=True, slots=True)
class Look:
    """What has to be looked up for a walk: scalars, and what they make. Several looks are one statement."""

    columns: tuple[tuple[str, list[Any]], ...]
    walk: Callable[..., Walk]
    alone: str = ""
    """The same as one statement, with the parameters of the first: most lists have one look, and it plans faster."""


def look(looks: Sequence[Look]) -> list[Walk]:
    """The walks of `looks`, in one statement."""
    columns = [column for one in looks for column in one.columns]
    sql = f"SELECT {', '.join(sql for sql, _params in columns)}"
    params = [value for _sql, given in columns for value in given]
    if len(looks) == 1 and looks[0].alone:
        sql, params = looks[0].alone, columns[0][1]
    with repeated(connections[router.db_for_read(LiveTally)]) as cursor:
        cursor.execute(sql, params)
        found = iter(cursor.fetchone() or [None] * len(columns))
    return [one.walk(*(next(found) for _ in one.columns)) for one in looks]


@dataclass(frozen=True, slots=True)
class Tie:
    """How rows are tied to a filter's values: by a column of their own or of a link table.

    The value is the slug of a `target`, which keeps the number of its rows; or it stands in the column itself, and
    `facet` is its tally.
    """

    column: str
    target: type[LiveTerm] | type[LivePerson] | type[LiveEvent] | None = None
    facet: str = ""
    model: Row = LiveArticle
    link: type[LiveLink] | None = None
    near: str = ""
    total: str = "article_count"

    def look(self, value: str) -> Look:
        """The rows of one value."""
        if self.target:
            chosen = f"FROM {self.target._meta.db_table} WHERE slug = %s"
            columns = tuple((f"(SELECT {column} {chosen})", [value]) for column in ("id", self.total))
            return Look(columns, self._of_target, f"SELECT id, {self.total} {chosen}")
        sql = f"SELECT article_count FROM {LiveTally._meta.db_table} WHERE facet = %s AND value = %s"  # noqa: S608
        return Look(((f"({sql})", [self.facet, value]),), lambda number: self._walk(value, number or 0), sql)

    def test(self, values: Sequence[str], *, excluded: bool = False) -> Test:
        """The rows of any of these values; `excluded`, of none."""
        keys = ", ".join(["%s"] * len(values))
        if self.target:
            keys = f"SELECT id FROM {self.target._meta.db_table} WHERE slug IN ({keys})"  # noqa: S608
        if self.link is None:
            among = f"t.{self.column} IN ({keys})"
            sql = f"(t.{self.column} IS NULL OR NOT {among})" if excluded else among
            return Test(sql, tuple(values), of_row=True)
        ties = f"SELECT 1 FROM {self.link._meta.db_table} x WHERE x.{self.near} = {{key}}"  # noqa: S608
        sql = f"EXISTS ({ties} AND x.{self.column} IN ({keys}))"
        if excluded:
            # COALESCE keeps PostgreSQL from reading all ties of the value before the first row.
            sql = f"NOT COALESCE({sql}, FALSE)"
        return Test(sql, tuple(values))

    def look_without(self, value: str) -> Look:
        """The rows of all but one value."""
        one = self.look(value)
        everything = f"(SELECT {PLURALS[self.model.kind]} FROM {LiveState._meta.db_table} WHERE id = 1)"  # noqa: S608

        def walk(number: int | None, *found: Any) -> Walk:
            total = max(0, (number or 0) - (one.walk(*found).total or 0))
            return Walk(self.model, total, tests=(self.test([value], excluded=True),))

        return Look(((everything, []), *one.columns), walk)

    def _of_target(self, key: Any, number: int | None) -> Walk:
        return self._walk(key, number or 0)

    def _walk(self, value: Any, total: int) -> Walk:
        return Walk(self.model, total, self.link, self.near, self.column, value)


def by_dates(*ranges: tuple[date | None, date | None]) -> Look:
    """Articles whose dates touch the days from a first to a last one; of several ranges, which do not meet, any.

    An article that ends before a day also begins before it, so the number is that of beginnings up to the last day
    less that of endings before the first: sums over months, and over the days of one month. Where some begin before the
    first day they are no stretch, but a condition (`total` is None).
    """
    bounds = [(first or date.min, last or date.max) for first, last in ranges]
    columns: list[tuple[str, list[Any]]] = []
    for low, high in bounds:
        columns += _sum(Facet.STARTS_IN, Facet.STARTS, "<=", high)
        columns += _sum(Facet.STARTS_IN, Facet.STARTS, "<", low)
        columns += _sum(Facet.ENDS_IN, Facet.ENDS, "<", low)

    touched = " OR ".join(["(t.starts <= %s AND t.ends >= %s)"] * len(bounds))
    overlap = Test(
        f"({touched})", tuple(str(day) for low, high in bounds for day in (high, low)), of_row=True
    )

    def walk(*sums: int) -> Walk:
        total = 0
        for start in range(0, len(sums), 6):
            begun, begun_before, ended_before = (sums[at] + sums[at + 1] for at in range(start, start + 6, 2))
            if begun_before != ended_before:
                return Walk(LiveArticle, None, tests=(overlap,))
            # The last day may stand before the first.
            total += max(0, begun - ended_before)
        places = [(low.isoformat(), f"{high.isoformat()}U") for low, high in bounds]
        within = "({place} >= %s AND {place} < %s)"
        tests = [Test(within, (min(places)[0], max(high for _low, high in places)))]
        if len(places) > 1:
            # Within the first of them and the last, where the index begins and ends.
            tests.append(
                Test(f"({' OR '.join([within] * len(places))})", tuple(at for pair in places for at in pair))
            )
        return Walk(LiveArticle, total, tests=tuple(tests))

    return Look(tuple(columns), walk)


def _sum(
    months: str, days: str, until: str, day: date
) -> tuple[tuple[str, list[str]], tuple[str, list[str]]]:
    """Two sums: of the months before `day`'s, and of the days in it that are `until` (`<`, `<=`) `day`."""
    text = day.isoformat()
    total = (
        f"(SELECT COALESCE(SUM(article_count), 0) FROM {LiveTally._meta.db_table} WHERE facet = %s AND value"  # noqa: S608
    )
    return (f"{total} < %s)", [months, text[:7]]), (
        f"{total} >= %s AND value {until} %s)",
        [days, text[:7], text],
    )
