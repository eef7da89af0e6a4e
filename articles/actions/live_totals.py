"""The totals that the live side keeps, so that no list and no facet counts: the door moves them, a rebuild recounts."""

from collections import Counter
from collections.abc import Iterator
from uuid import UUID

from django.db import connection, models
from django.db.models import Count, F, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from ..models.live import LiveAgency, LiveArticle, LiveItem, LiveTally
from .bulk import add_to_column

Facet = LiveTally.Facet


def add_totals(model: type[models.Model], column: str, deltas: Counter[UUID]) -> None:
    """Add to a kept total, one statement a distinct amount."""
    # A total is part of the answer about an item, so its Last-Modified moves with it.
    moved = {"changed_at": timezone.now()} if issubclass(model, LiveItem) else {}
    add_to_column(model, column, deltas, **moved)


def recount(model: type[models.Model], total: str, counted: type[models.Model], column: str) -> int:
    """Correct one kept total on every row of `model` where it is wrong; returns how many were."""
    rows = (
        counted._default_manager.filter(**{column: OuterRef("pk")}).order_by().values(column)
        .annotate(n=Count("pk")).values("n")
    )  # fmt: skip
    return model._default_manager.annotate(n=Coalesce(Subquery(rows), 0)).exclude(**{total: F("n")}).update(
        **{total: Coalesce(Subquery(rows), 0)}
    )  # fmt: skip


def tallied(row: LiveArticle) -> Iterator[tuple[str, str]]:
    """The tallies that a live article counts in, its agencies aside."""
    yield Facet.LANGUAGE, row.language
    if row.starts and row.ends:
        starts, ends = row.starts.isoformat(), row.ends.isoformat()
        yield Facet.STARTS, starts
        yield Facet.STARTS_IN, starts[:7]
        yield Facet.ENDS, ends
        yield Facet.ENDS_IN, ends[:7]


def add_tallies(deltas: Counter[tuple[str, str]]) -> None:
    """Add to tallies; one statement, and none of them need be there yet."""
    rows = [(facet, value, delta) for (facet, value), delta in sorted(deltas.items()) if delta]
    if not rows:
        return
    table = LiveTally._meta.db_table
    with connection.cursor() as cursor:
        # Django's own upsert can replace a column, not add to it.
        cursor.execute(
            f"INSERT INTO {table} (facet, value, article_count)"  # noqa: S608  (constants)
            f" VALUES {', '.join(['(%s, %s, %s)'] * len(rows))} ON CONFLICT (facet, value)"
            f" DO UPDATE SET article_count = {table}.article_count + excluded.article_count",
            [column for row in rows for column in row],
        )


def recount_tallies() -> int:
    """Set every tally to what the rows say; returns how many were wrong."""
    articles = LiveArticle.objects.order_by()
    right = Counter[tuple[str, str]]()
    for facet, values in (
        (Facet.AGENCY, LiveAgency.objects.order_by().values_list("agency_slug")),
        (Facet.LANGUAGE, articles.values_list("language")),
    ):
        for value, number in values.annotate(number=Count("pk")):
            right[facet, value] = number
    for column, by_day, by_month in (
        ("starts", Facet.STARTS, Facet.STARTS_IN),
        ("ends", Facet.ENDS, Facet.ENDS_IN),
    ):
        days = articles.filter(**{f"{column}__isnull": False}).values_list(column)
        for day, number in days.annotate(number=Count("pk")):
            right[by_day, day.isoformat()] += number
            right[by_month, day.isoformat()[:7]] += number
    kept = LiveTally.objects.values_list("facet", "value", "article_count")
    right.subtract({(facet, value): number for facet, value, number in kept})
    add_tallies(right)
    return sum(map(bool, right.values()))
