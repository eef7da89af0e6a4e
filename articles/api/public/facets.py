"""`facets`: how the articles of a list divide by section, topic, person, event, agency and year."""

import json
from collections import Counter
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

from django.db import connections, router
from django.db.models import OuterRef, Subquery

from articles.models import live
from articles.text.fold import slugify

from .state import State
from .walks import Rows

TOP = 20
"""Values of a facet, those with most articles first."""
YEARS = 200

Values = list[dict[str, Any]]


def count(names: tuple[str, ...], articles: Rows | None, state: State) -> dict[str, Values]:
    """The facets named, over `articles` (None: all of them), one statement each, and one for the names of agencies."""
    if articles is None:
        return {name: _of_all(name, state.epoch, state.change) for name in names}
    return {name: FACETS[name](articles) for name in names}


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


def _ask(sql: str, articles: Rows) -> list[tuple]:
    with connections[router.db_for_read(live.LiveArticle)].cursor() as cursor:
        cursor.execute(sql, articles.params)
        return cursor.fetchall()


def _named(target: Any, column: str, source: str, articles: Rows) -> Values:
    """By sections, topics, people or events: counted first, and named when only the top ones are left."""
    counted = (
        f"SELECT {column} AS far, COUNT(*) AS number FROM {source}"  # noqa: S608  (constants)
        f" GROUP BY {column} ORDER BY number DESC, far DESC LIMIT {TOP}"
    )
    sql = (
        f"SELECT n.slug, n.name, c.number FROM ({counted}) c JOIN {target._meta.db_table} n ON n.id = c.far"  # noqa: S608
        " ORDER BY c.number DESC, c.far DESC"
    )
    return [{"slug": slug, "name": name, "count": number} for slug, name, number in _ask(sql, articles)]


def _linked(link: Any, target: Any, far: str) -> Callable[[Rows], Values]:
    def facet(articles: Rows) -> Values:
        source = f"{link._meta.db_table} x WHERE {articles.has('x.article_id')}"
        return _named(target, f"x.{far}", source, articles)

    return facet


def _section(articles: Rows) -> Values:
    source = f"{live.LiveArticle._meta.db_table} x WHERE {articles.has('x.id')} AND x.section_id IS NOT NULL"
    return _named(live.LiveSection, "x.section_id", source, articles)


def _agency(articles: Rows) -> Values:
    sql = (
        f"SELECT agency_slug, COUNT(*) AS number FROM {live.LiveAgency._meta.db_table}"  # noqa: S608  (constants)
        f" WHERE {articles.has('article_id')} GROUP BY agency_slug ORDER BY number DESC, agency_slug LIMIT {TOP}"
    )
    return _spelt(_ask(sql, articles))


def _year(articles: Rows) -> Values:
    source, place = articles.source, articles.place
    if articles.found_by:
        source, place = f"{live.LiveArticle._meta.db_table} x WHERE {articles.has('x.id')}", "x.newest"
    # The place of a row begins with the year of its first day, `0000` where there is none.
    sql = (
        f"SELECT SUBSTR({place}, 1, 4) AS year, COUNT(*) FROM {source}"  # noqa: S608  (closed lists)
        f" GROUP BY 1 ORDER BY 1 DESC LIMIT {YEARS + 1}"
    )
    found = [{"year": year, "count": number} for year, number in _ask(sql, articles) if year != "0000"]
    return found[:YEARS]


FACETS: dict[str, Callable[[Rows], Values]] = {
    "section": _section,
    "topic": _linked(live.LiveTagging, live.LiveTopic, "topic_id"),
    "person": _linked(live.LiveMention, live.LivePerson, "person_id"),
    "event": _linked(live.LiveCoverage, live.LiveEvent, "event_id"),
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
