"""`facets`: how the articles of a list divide by section, topic, person, event, agency and year."""

import json
from collections import Counter
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import ExtractYear

from articles.models import live
from articles.text.fold import slugify

from .state import State

TOP = 20
"""Values of a facet, those with most articles first."""
YEARS = 200

Values = list[dict[str, Any]]


def count(names: tuple[str, ...], articles: QuerySet | None, state: State) -> dict[str, Values]:
    """The facets named, over `articles` (None: all of them), one statement each, and one for the names of agencies."""
    if articles is None:
        return {name: _of_all(name, state.epoch, state.change) for name in names}
    chosen = articles.order_by().values("id")
    return {name: FACETS[name](chosen) for name in names}


@lru_cache(maxsize=64)
def _of_all(name: str, epoch: str, change: int) -> Values:
    # Nothing changes without a new change number: so this is the answer, not a copy that may be old.
    if tally := TALLIES.get(name):
        return tally()
    kept = KEPT[name]
    rows = kept._default_manager.filter(article_count__gt=0).order_by("-article_count", "-id")[:TOP]
    return [
        {"slug": slug, "name": label, "count": number}
        for slug, label, number in rows.values_list("slug", "name", "article_count")
    ]


def _all_agencies() -> Values:
    rows = live.LiveTally.objects.filter(facet=live.LiveTally.Facet.AGENCY, article_count__gt=0)
    return _spelt(rows.order_by("-article_count", "value").values_list("value", "article_count")[:TOP])


def _spelt(counted: Iterable[tuple[str, int]]) -> Values:
    """Agencies, which are counted by their folded names, as the newest article that credits each spells it."""
    numbers = dict(counted)
    newest = live.LiveAgency.objects.filter(agency_slug=OuterRef("value")).order_by("-newest", "-article_id")
    tallies = live.LiveTally.objects.filter(facet=live.LiveTally.Facet.AGENCY, value__in=numbers)
    listings = dict(tallies.values_list("value", Subquery(newest.values("article__listing")[:1])))
    values = []
    for slug, number in numbers.items():
        spelt = json.loads(listings.get(slug) or "{}").get("agencies", ())
        name = next((agency for agency in spelt if slugify(agency) == slug), slug)
        values.append({"slug": slug, "name": name, "count": number})
    return values


def _all_years() -> Values:
    years: Counter[str] = Counter()
    months = live.LiveTally.objects.filter(facet=live.LiveTally.Facet.STARTS_IN, article_count__gt=0)
    for month, number in months.values_list("value", "article_count"):
        years[month[:4]] += number
    return [{"year": year, "count": years[year]} for year in sorted(years, reverse=True)[:YEARS]]


def _linked(link: Any, far: str) -> Callable[[QuerySet], Values]:
    def facet(articles: QuerySet) -> Values:
        rows = link._default_manager.filter(article_id__in=articles).values(f"{far}_id")
        counted = rows.annotate(number=Count("pk")).order_by("-number", f"-{far}_id")
        return [
            {"slug": slug, "name": name, "count": number}
            for slug, name, number in counted.values_list(f"{far}__slug", f"{far}__name", "number")[:TOP]
        ]

    return facet


def _section(articles: QuerySet) -> Values:
    rows = live.LiveArticle.objects.filter(id__in=articles, section__isnull=False).values("section_id")
    counted = rows.annotate(number=Count("pk")).order_by("-number", "-section_id")
    return [
        {"slug": slug, "name": name, "count": number}
        for slug, name, number in counted.values_list("section__slug", "section__name", "number")[:TOP]
    ]


def _agency(articles: QuerySet) -> Values:
    rows = live.LiveAgency.objects.filter(article_id__in=articles)
    counted = rows.values("agency_slug").annotate(number=Count("pk")).order_by("-number", "agency_slug")
    return _spelt(counted.values_list("agency_slug", "number")[:TOP])


def _year(articles: QuerySet) -> Values:
    rows = live.LiveArticle.objects.filter(starts__isnull=False, id__in=articles)
    counted = (
        rows.annotate(year=ExtractYear("starts"))
        .values("year")
        .annotate(number=Count("pk"))
        .order_by("-year")
    )
    return [
        {"year": f"{year:04d}", "count": number}
        for year, number in counted.values_list("year", "number")[:YEARS]
    ]


FACETS: dict[str, Callable[[QuerySet], Values]] = {
    "section": _section,
    "topic": _linked(live.LiveTagging, "topic"),
    "person": _linked(live.LiveMention, "person"),
    "event": _linked(live.LiveCoverage, "event"),
    "agency": _agency,
    "year": _year,
}
KEPT: dict[str, Any] = {
    "section": live.LiveSection,
    "topic": live.LiveTopic,
    "person": live.LivePerson,
    "event": live.LiveEvent,
}
"""Tables that keep the number of their articles."""
TALLIES: dict[str, Callable[[], Values]] = {"agency": _all_agencies, "year": _all_years}
