"""The public archive from Python, with the verbs of the API: for templates and views of a site that renders itself.

    LiveArticle.objects.about("bui-thanh-son").in_section("thoi-su").between("2021", "2022-06").newest_first()[:20]

Live rows only, so whatever a template shows is public. Items are named by their live row or their slug; agencies,
countries and places by their name, accents and case do not count. Rows come in no particular order before
`newest_first` and its like say one.
"""

from collections.abc import Callable
from datetime import date
from typing import Any, ClassVar, Self

from django.db import models

from ...extensions import term
from ...text.dates.edtf import PartialDate
from ...text.fold import slugify

Named = Any
"""A live row, or its slug."""


def _slugs(items: tuple[Named, ...]) -> list[str]:
    return [item if isinstance(item, str) else item.slug for item in items]


class LiveQuerySet(models.QuerySet):
    """What the three kinds share."""

    matcher: ClassVar[Callable[[Any, str], Any]]
    """Set by `articles.search`, which stands above the models."""

    def search(self, text: str) -> Self:
        """Items that have every word of `text`; accents are optional. The order stays as it is."""
        return type(self).matcher(self, text)

    def listed(self) -> Self:
        """Without texts: `data` has then what lists of the API have, and long bodies are not read."""
        return self.defer("document")

    def having(self, name: str, *values: object) -> Self:
        """Items whose own field `name` (see `articles.extensions`) is one of `values`."""
        attributes = self.model._meta.apps.get_model("articles", "LiveAttribute")
        found = attributes.objects.filter(name=name, value__in=[term(str(value)) for value in values])
        return self.filter(pk__in=found.values("item_id"))

    def _each(self, lookup: str, items: tuple[Named, ...]) -> Self:
        found = self
        for slug in _slugs(items):
            found = found.filter(**{lookup: slug})
        return found


class DatedQuerySet(LiveQuerySet):
    """Articles and events. Those without a year match no date."""

    def between(self, after: str | date | None = None, before: str | date | None = None) -> Self:
        """Dated on or after the day, month or year `after` and on or before `before`; either may be left out."""
        found = self
        if after is not None:
            found = found.filter(ends__gte=_covered(after)[0])
        if before is not None:
            found = found.filter(starts__lte=_covered(before)[1])
        return found

    def in_year(self, year: int | str) -> Self:
        """Dated in a year, be it in part."""
        return self.between(f"{int(year):04d}", f"{int(year):04d}")

    def newest_first(self) -> Self:
        """By date, those without a year last."""
        return self.order_by("-newest", "-pk")

    def oldest_first(self) -> Self:
        """By date, those without a year last."""
        return self.order_by("oldest", "pk")


class LiveArticleQuerySet(DatedQuerySet):
    def about(self, *people: Named) -> Self:
        """Articles that name each of these people."""
        return self._each("mentions__person__slug", people)

    def reporting(self, *events: Named) -> Self:
        """Articles that report each of these events."""
        return self._each("coverage__event__slug", events)

    def on(self, *topics: Named) -> Self:
        """Articles filed under each of these topics."""
        return self._each("taggings__topic__slug", topics)

    def in_section(self, *sections: Named) -> Self:
        """Articles of one of these sections."""
        return self.filter(section__slug__in=_slugs(sections))

    def crediting(self, *agencies: str) -> Self:
        """Articles that credit each of these agencies."""
        return self._each("agencies__agency_slug", tuple(map(slugify, agencies)))

    def in_language(self, *tags: str) -> Self:
        """Articles in one of these languages."""
        return self.filter(language__in=tags)


class LivePersonQuerySet(LiveQuerySet):
    def of_country(self, *countries: str) -> Self:
        """People who hold or held an office of each of these countries."""
        return self._each("positions__country_slug", tuple(map(slugify, countries)))

    def at(self, *events: Named) -> Self:
        """People who took part in each of these events."""
        return self._each("participations__event__slug", events)

    def named_in(self, *articles: Named) -> Self:
        """People whom each of these articles names."""
        return self._each("mentions__article__slug", articles)

    def by_name(self) -> Self:
        """In Vietnamese alphabetical order."""
        return self.order_by("sort_name", "pk")

    def most_named_first(self) -> Self:
        """By how many articles name them."""
        return self.order_by("-article_count", "-pk")


class LiveEventQuerySet(DatedQuerySet):
    def of_kind(self, *kinds: str) -> Self:
        """Events of one of these kinds."""
        return self.filter(event_kind__in=kinds)

    def attended_by(self, *people: Named) -> Self:
        """Events that each of these people took part in."""
        return self._each("participations__person__slug", people)

    def reported_by(self, *articles: Named) -> Self:
        """Events that each of these articles reports."""
        return self._each("coverage__article__slug", articles)

    def at_place(self, *places: str) -> Self:
        """Events at one of these places."""
        return self.filter(place_slug__in=list(map(slugify, places)))


def _covered(when: str | date) -> tuple[date, date]:
    """The first and last day of a day, month or year. Raises `ValueError` for what is none."""
    if isinstance(when, date):
        return when, when
    found = PartialDate.parse(when)
    if found.start is None or found.end is None:
        raise ValueError(f"{when!r} has no year")
    return found.start, found.end
