"""Lists that one index answers: all rows, the rows of one value, a range of dates. Nothing is counted or sorted.

Asked without the ORM: these are the commonest requests, and building their SQL took longer than the database.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connections, router

from articles.models.live import LiveArticle, LiveEvent, LiveLink, LivePerson, LiveTally, LiveTerm

from .state import state_sql

Facet = LiveTally.Facet
Row = type[LiveArticle] | type[LivePerson] | type[LiveEvent]


@dataclass(frozen=True, slots=True)
class Walk:
    """A stretch of an index over `model`, or over a link table from which the rows follow; its length is known."""

    model: Row
    total: int
    link: type[LiveLink] | None = None
    near: str = ""
    """The link's key of the row."""
    column: str = ""
    value: Any = None
    """What every row shares, in the database's form."""
    range: tuple[str, str] | None = None
    """Bounds of `newest`, the second beyond the last."""

    def follows(self, column: str) -> bool:
        """Whether the rows come in the order of this column."""
        return column == "newest" or not (self.column or self.range)

    def rows(
        self, columns: tuple[str, ...], order: str, *, descending: bool, after: tuple[Any, Any] | None,
        limit: int, offset: int, with_state: bool = False,
    ) -> list[tuple]:  # fmt: skip
        """`columns` of a page of rows, then the values they are ordered by; `after` are those of the row before.

        `with_state` puts the public log's state, of the same moment, at the end of each row: see `state.state_of`.
        """
        own = self.model._meta.db_table
        connection = connections[router.db_for_read(self.model)]
        if self.link is None:
            source, key, place = f"{own} t", "t.id", f"t.{order}"
        else:
            key, place = f"l.{self.near}", f"l.{order}"
            source = f"{self.link._meta.db_table} l JOIN {own} t ON t.id = {key}"
        conditions: list[str] = []
        params: list[Any] = []
        if self.column:
            conditions.append(f"{'l' if self.link else 't'}.{self.column} = %s")
            params.append(self.value)
        if self.range:
            conditions.append(f"{place} >= %s AND {place} < %s")
            params += self.range
        if after:
            conditions.append(f"({place}, {key}) {'<' if descending else '>'} (%s, %s)")
            params += [after[0], self.model._meta.pk.get_db_prep_value(after[1], connection)]
        where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
        direction = "DESC" if descending else "ASC"
        chosen = ", ".join([*(f"t.{column}" for column in columns), place, key])
        if with_state:
            chosen += f", ({state_sql(connection.vendor)})"
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT {chosen} FROM {source}{where}"  # noqa: S608  (closed lists)
                f" ORDER BY {place} {direction}, {key} {direction} LIMIT %s OFFSET %s",
                [*params, limit, offset],
            )
            return cursor.fetchall()


Finder = Callable[[Any], "Walk | None"]
"""From the value of a filter to its walk, in one statement; None where the rows have to be counted."""


def _first(sql: str, params: list[Any]) -> tuple | None:
    with connections[router.db_for_read(LiveTally)].cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchone()


def by_term(
    target: type[LiveTerm] | type[LivePerson] | type[LiveEvent], column: str, *, model: Row = LiveArticle,
    link: type[LiveLink] | None = None, near: str = "", total: str = "article_count",
) -> Finder:  # fmt: skip
    """Rows tied to the person, event, section or topic of a slug, which keeps their number."""
    sql = f"SELECT id, {total} FROM {target._meta.db_table} WHERE slug = %s"  # noqa: S608  (constants)

    def find(slug: str) -> Walk:
        key, number = _first(sql, [slug]) or (None, 0)
        return Walk(model, number, link, near, column, key)

    return find


def by_tally(facet: str, column: str, *, link: type[LiveLink] | None = None, near: str = "") -> Finder:
    """Articles that share a value of which a tally is kept."""
    sql = f"SELECT article_count FROM {LiveTally._meta.db_table} WHERE facet = %s AND value = %s"  # noqa: S608

    def find(value: str) -> Walk:
        (number,) = _first(sql, [facet, value]) or (0,)
        return Walk(LiveArticle, number, link, near, column, value)

    return find


def by_dates(first: date | None, last: date | None) -> Walk | None:
    """Articles whose dates touch the days from `first` to `last`; None if some of them begin before `first`.

    An article that ends before a day also begins before it, so the number is that of beginnings up to `last`
    less that of endings before `first`: sums over months, and over the days of one month.
    """
    low, high = first or date.min, last or date.max
    sums = (
        *_sum(Facet.STARTS_IN, Facet.STARTS, "<=", high),
        *_sum(Facet.STARTS_IN, Facet.STARTS, "<", low),
        *_sum(Facet.ENDS_IN, Facet.ENDS, "<", low),
    )
    found = _first(
        f"SELECT {', '.join(sql for sql, _ in sums)}", [value for _, given in sums for value in given]
    )
    assert found is not None
    begun, begun_before, ended_before = (
        month + day for month, day in zip(found[::2], found[1::2], strict=True)
    )
    if begun_before != ended_before:
        return None
    return Walk(LiveArticle, begun - ended_before, range=(low.isoformat(), f"{high.isoformat()}U"))


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
