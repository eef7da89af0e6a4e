"""The closed list of filters of each kind.

A comma parts alternatives (`person=a,b`: either); a parameter given twice means both (`person=a&person=b`),
where an item can have several; `…_not` excludes. Each value is checked before the database sees it.
"""

from collections.abc import Callable
from typing import Any

import django_filters
from django.db import connections
from django.db.models import Q, QuerySet, Subquery
from django.http import QueryDict

from articles.api import values
from articles.extensions import public_fields, term
from articles.models import live

from . import looks, walks
from .conditions import Condition, Linked
from .state import State, read_state

EVENT_KINDS = (
    "talks", "phone_call", "visit", "meeting", "conference", "dialogue", "consultation", "ceremony",
    "signing", "anniversary", "other",
)  # fmt: skip


def _one(column: str) -> Callable[[list[Any]], Q]:
    return lambda given: Q(**{column: given[0]}) if len(given) == 1 else Q(**{f"{column}__in": given})


def _section(slugs: list[str]) -> Q:
    # Asked apart, so that the index of section and date is walked and no join stands in its way.
    if len(slugs) > 1:
        return Q(section_id__in=live.LiveSection.objects.filter(slug__in=slugs).values("id"))
    return Q(section_id=Subquery(live.LiveSection.objects.filter(slug=slugs[0]).values("id")[:1]))


def _year(years: list[tuple[Any, Any]], *, many: bool = False) -> Q:
    condition = Q()
    for start, end in years:
        condition |= _before([(start, end)], many=many) & Q(ends__gte=start)
    return condition


def _before(bounds: list[tuple[Any, Any]], *, many: bool = False) -> Q:
    day = bounds[0][1]
    condition = Q(starts__lte=day)
    if many:
        # What starts by this day also sorts before its end: said twice, so that the order's index begins there.
        condition &= Q(newest__lt=f"{day.isoformat()}U")
    return condition


_year.walkable = _before.walkable = True  # type: ignore[attr-defined]


def _kind(text: str) -> str:
    return values.one_of(text, EVENT_KINDS)


def _term(text: str) -> str:
    values.folded_name(text)
    return term(text)


def _attribute(name: str) -> Callable[[list[str]], Q]:
    rows = live.LiveAttribute.objects.filter(name=name)
    return lambda given: Q(id__in=rows.filter(value__in=given).values("item_id"))


def _ids() -> Condition:
    return Condition(values.ids, lambda given: Q(id__in=given[0]))


def _after() -> Condition:
    return Condition(values.bound, lambda given: Q(ends__gte=given[0][0]))


_ABOUT = Linked(live.LiveMention, "article", "person__slug")
_REPORTS = Linked(live.LiveCoverage, "article", "event__slug")
_FILED = Linked(live.LiveTagging, "article", "topic__slug")
_CREDITS = Linked(live.LiveAgency, "article", "agency_slug")
_HOLDS = Linked(live.LivePosition, "person", "country_slug")
_ATTENDS = Linked(live.LiveParticipation, "person", "event__slug")
_NAMED_IN = Linked(live.LiveMention, "person", "article__slug")
_ATTENDED_BY = Linked(live.LiveParticipation, "event", "person__slug")
_REPORTED_BY = Linked(live.LiveCoverage, "event", "article__slug")
_SEVERAL: dict[str, Any] = {"several": True, "repeats": True}
_NONE_OF: dict[str, Any] = {"several": True, "repeats": True, "excludes": True}


class LiveFilterSet(django_filters.FilterSet):
    """Only the filters that the query names are made. `many`: a large part of all rows is known to match."""

    of_kind = ""
    many = False
    dated = False
    """Whether there are tallies of the days these rows begin and end on."""
    ranges = frozenset({"year", "date_after", "date_before"})
    """Filters whose index is another than that of the order."""

    @property
    def rows(self) -> QuerySet:
        """The rows as a page of them is best asked for."""
        if self.many:
            return self.filter_queryset(self.queryset)
        if self.ranges & set(self.filters) and connections[self.queryset.db].vendor == "sqlite":
            # Few rows in a range of dates: found by it and then sorted, not met on a walk through all others.
            # PostgreSQL has counted the dates and knows.
            return self.queryset.model._default_manager.filter(id__in=self.qs.order_by().values("id"))
        return self.qs

    def walk(self) -> walks.Walk | None:
        """The rows as a stretch of one index, tested for the other filters; None where they are not."""
        sought, tests = self._sought()
        return walks.meet(looks.look(sought), tests) if sought else None

    def state_and_walk(self) -> tuple[State, walks.Walk | None]:
        """The public log's state, and a walk that passes over those filters that at this moment leave no row out."""
        sought, tests = self._sought()
        if not sought:
            return read_state(), None
        model = self.queryset.model
        state, *found = looks.look([looks.state(), *sought])
        everything = walks.Walk(model, getattr(state, live.PLURALS[model.kind]))
        return state, walks.meet(found, tests, everything)

    def _sought(self) -> tuple[list[looks.Look], list[walks.Test]]:
        """What is looked up for a walk, where there is one, and the tests beside: exclusions of several values."""
        sought: list[looks.Look] = []
        tests: list[walks.Test] = []
        bounds: list[tuple[Any, Any]] = []
        for name, item in self.filters.items():
            given: list[list[Any]] = self.form.cleaned_data[name]
            if name in self.ranges:
                if not self.dated:
                    return [], []
                if name == "year":
                    sought.append(looks.by_dates(*sorted(set(given[0]))))
                else:
                    (((low, high),),) = given
                    bounds.append((low, None) if name == "date_after" else (None, high))
                continue
            if item.tie is None:
                return [], []
            for alternatives in given:
                if not item.exclude:
                    sought.append(item.tie.look(alternatives))
                elif len(alternatives) == 1:
                    sought.append(item.tie.look_without(alternatives[0]))
                else:
                    tests.append(item.tie.test_none(alternatives))
        if bounds:
            first = max((low for low, _high in bounds if low), default=None)
            last = min((high for _low, high in bounds if high), default=None)
            sought.append(looks.by_dates((first, last)))
        return sought, tests

    @classmethod
    def known(cls) -> dict[str, "Condition"]:
        """All filters by name, those of the host's own fields too."""
        own: dict[str, Condition] = {}
        for field in public_fields(cls.of_kind) if cls.of_kind else ():
            if field.filterable:
                own[field.name] = Condition(_term, _attribute(field.name), several=True, repeats=True)
                own[f"{field.name}_not"] = Condition(_term, _attribute(field.name), **_NONE_OF)
        return {**cls.base_filters, **own}  # type: ignore[misc]

    def __init__(self, data: QueryDict, queryset: QuerySet, **options: Any) -> None:
        self.base_filters = {name: item for name, item in self.known().items() if name in data}
        super().__init__(data, queryset, **options)


def _tied(link: type[live.LiveLink], column: str, target: Any = None, **kept: Any) -> looks.Tie:
    return looks.Tie(column, target, link=link, near="article_id", **kept)


_IN_SECTION = looks.Tie("section_id", live.LiveSection)
_ON_TOPIC = _tied(live.LiveTagging, "topic_id", live.LiveTopic)
_ON_PERSON = _tied(live.LiveMention, "person_id", live.LivePerson)
_ON_EVENT = _tied(live.LiveCoverage, "event_id", live.LiveEvent)
_BY_AGENCY = _tied(live.LiveAgency, "agency_slug", facet="agency")
_IN_LANGUAGE = looks.Tie("language", facet="language")
_WITH_PERSON = looks.Tie(
    "person_id", live.LivePerson, model=live.LiveEvent, link=live.LiveParticipation, near="event_id",
    total="event_count",
)  # fmt: skip


class ArticleFilters(LiveFilterSet):
    of_kind = "article"
    dated = True

    section = Condition(values.slug, _section, several=True, tie=_IN_SECTION)
    section_not = Condition(
        values.slug, lambda given: Q(section__slug__in=given), tie=_IN_SECTION, **_NONE_OF
    )
    topic = Condition(values.slug, _FILED, tie=_ON_TOPIC, **_SEVERAL)
    topic_not = Condition(values.slug, _FILED, tie=_ON_TOPIC, **_NONE_OF)
    person = Condition(values.slug, _ABOUT, tie=_ON_PERSON, **_SEVERAL)
    person_not = Condition(values.slug, _ABOUT, tie=_ON_PERSON, **_NONE_OF)
    event = Condition(values.slug, _REPORTS, tie=_ON_EVENT, **_SEVERAL)
    event_not = Condition(values.slug, _REPORTS, tie=_ON_EVENT, **_NONE_OF)
    agency = Condition(values.folded_name, _CREDITS, tie=_BY_AGENCY, **_SEVERAL)
    agency_not = Condition(values.folded_name, _CREDITS, tie=_BY_AGENCY, **_NONE_OF)
    language = Condition(values.language, _one("language"), several=True, tie=_IN_LANGUAGE)
    language_not = Condition(values.language, _one("language"), tie=_IN_LANGUAGE, **_NONE_OF)
    year = Condition(values.year, _year, several=True)
    date_after = _after()
    date_before = Condition(values.bound, _before)
    ids = _ids()


class PersonFilters(LiveFilterSet):
    of_kind = "person"
    country = Condition(values.folded_name, _HOLDS, **_SEVERAL)
    country_not = Condition(values.folded_name, _HOLDS, **_NONE_OF)
    event = Condition(values.slug, _ATTENDS, **_SEVERAL)
    event_not = Condition(values.slug, _ATTENDS, **_NONE_OF)
    article = Condition(values.slug, _NAMED_IN, **_SEVERAL)
    article_not = Condition(values.slug, _NAMED_IN, **_NONE_OF)
    ids = _ids()


class EventFilters(LiveFilterSet):
    of_kind = "event"
    kind = Condition(_kind, _one("event_kind"), several=True)
    kind_not = Condition(_kind, _one("event_kind"), **_NONE_OF)
    person = Condition(values.slug, _ATTENDED_BY, tie=_WITH_PERSON, **_SEVERAL)
    person_not = Condition(values.slug, _ATTENDED_BY, tie=_WITH_PERSON, **_NONE_OF)
    article = Condition(values.slug, _REPORTED_BY, **_SEVERAL)
    article_not = Condition(values.slug, _REPORTED_BY, **_NONE_OF)
    place = Condition(values.folded_name, _one("place_slug"), several=True)
    place_not = Condition(values.folded_name, _one("place_slug"), **_NONE_OF)
    year = Condition(values.year, _year, several=True)
    date_after = _after()
    date_before = Condition(values.bound, _before)
    ids = _ids()
