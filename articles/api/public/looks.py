"""From the values of filters to walks: what has to be looked up for each, all of it in one statement."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connections, router

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

from .state import State, state_of, state_sql
from .walks import Row, Test, Walk, union

Facet = LiveTally.Facet


@dataclass(frozen=True, slots=True)
class Look:
    """What has to be looked up, for a walk mostly: scalars, and what they make. Several looks are one statement."""

    columns: tuple[tuple[str, list[Any]], ...]
    make: Callable[..., Any]


def look(looks: Sequence[Look]) -> list[Any]:
    """What `looks` make, in one statement."""
    columns = [column for one in looks for column in one.columns]
    sql = f"SELECT {', '.join(sql for sql, _params in columns)}"
    params = [value for _sql, given in columns for value in given]
    with repeated(connections[router.db_for_read(LiveTally)]) as cursor:
        cursor.execute(sql, params)
        return _made(looks, cursor.fetchone() or [None] * len(columns))


def _made(looks: Sequence[Look], found: Sequence[Any]) -> list[Any]:
    scalars = iter(found)
    return [one.make(*(next(scalars) for _ in one.columns)) for one in looks]


def state() -> Look:
    """The public log's state: read beside what else is looked up it takes no statement of its own."""
    sql = state_sql(connections[router.db_for_read(LiveState)].vendor)
    return Look(((f"({sql})", []),), lambda text: state_of(text) if text else State())


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

    def look(self, values: Sequence[str]) -> Look:
        """The rows of any of these values."""
        looks = [self._look(value) for value in dict.fromkeys(values)]
        if len(looks) == 1:
            return looks[0]
        columns = tuple(column for one in looks for column in one.columns)
        return Look(columns, lambda *found: union(_made(looks, found)))

    def _look(self, value: str) -> Look:
        if self.target:
            chosen = f"FROM {self.target._meta.db_table} WHERE slug = %s"
            columns = tuple((f"(SELECT {column} {chosen})", [value]) for column in ("id", self.total))
            return Look(columns, self._of_target)
        sql = f"(SELECT article_count FROM {LiveTally._meta.db_table} WHERE facet = %s AND value = %s)"  # noqa: S608
        return Look(((sql, [self.facet, value]),), lambda number: self._walk(value, number or 0))

    def test_none(self, values: Sequence[str]) -> Test:
        """The rows of none of these values."""
        keys = ", ".join(["%s"] * len(values))
        if self.target:
            keys = f"SELECT id FROM {self.target._meta.db_table} WHERE slug IN ({keys})"  # noqa: S608
        if self.link is None:
            sql = f"(t.{self.column} IS NULL OR NOT t.{self.column} IN ({keys}))"
            return Test(sql, tuple(values), of_row=True)
        ties = f"SELECT 1 FROM {self.link._meta.db_table} x WHERE x.{self.near} = {{key}}"  # noqa: S608
        return Test(f"EXISTS ({ties} AND x.{self.column} IN ({keys}))", tuple(values), excludes=True)

    def look_without(self, value: str) -> Look:
        """The rows of all but one value."""
        one = self._look(value)
        everything = f"(SELECT {PLURALS[self.model.kind]} FROM {LiveState._meta.db_table} WHERE id = 1)"  # noqa: S608

        def walk(number: int | None, *found: Any) -> Walk:
            total = max(0, (number or 0) - (one.make(*found).total or 0))
            return Walk(self.model, total, tests=(self.test_none([value]),))

        return Look(((everything, []), *one.columns), walk)

    def _of_target(self, key: Any, number: int | None) -> Walk:
        return self._walk(key, number or 0)

    def _walk(self, value: Any, total: int) -> Walk:
        return Walk(self.model, total, self.link, self.near, self.column, (value,))


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
