"""List filters that stay cheap on a large desk: none of them reads a whole table to offer its choices."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.contrib import admin
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ..models import Event, Item, LiveArticle, Person, Revision, Schedule, Stage, State, Suggestion
from ..models.schedule import at_stage
from .fields import language_name
from .pages import id_from

Choices = Iterable[tuple[Any, Any]]


class StateFilter(admin.SimpleListFilter):
    title = _("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> Choices:
        return State.choices

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if self.value() in State.values:
            return queryset.in_state(self.value())  # type: ignore[attr-defined]
        return queryset


class StageFilter(admin.SimpleListFilter):
    """How far a draft has come on its way to whoever publishes."""

    title = _("stage")
    parameter_name = "stage"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> Choices:
        return [choice for choice in Stage.choices if choice[0] != Stage.DRAFT]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        stage = self.value()
        return queryset.filter(at_stage(stage)) if stage and stage in Stage.values else queryset


class WhoseFilter(admin.SimpleListFilter):
    """What whoever asks began, or changed last."""

    title = pgettext_lazy("filter", "author")
    parameter_name = "mine"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> Choices:
        return [("begun", _("begun by me")), ("changed", _("last changed by me"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        match self.value():
            case "begun":
                return queryset.filter(pk__in=begun_by(request.user, queryset.model))
            case "changed":
                return queryset.filter(updated_by=request.user.pk)
        return queryset


def begun_by(user: Any, model: type[Item]) -> QuerySet:
    """The ids of the items whose first version is theirs."""
    first = Revision.objects.filter(item_kind=model.kind, version=1, by_id=user.pk)
    return first.values("item_id")


class ScheduledFilter(admin.SimpleListFilter):
    title = pgettext_lazy("filter", "scheduled")
    parameter_name = "scheduled"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> Choices:
        return [*Schedule.What.choices, ("failed", pgettext_lazy("schedule", "failed"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        rows = Schedule.objects.all()
        if self.value() == "failed":
            rows = rows.filter(failed_at__isnull=False)
        elif self.value() in Schedule.What.values:
            rows = rows.filter(what=self.value())
        else:
            return queryset
        return queryset.filter(pk__in=rows.values("item_id"))


class WaitingFilter(admin.SimpleListFilter):
    """Articles with suggestions that nobody has decided on."""

    title = _("suggestions")
    parameter_name = "waiting"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> Choices:
        return [("yes", _("waiting")), ("no", _("all decided"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        waiting = Suggestion.objects.waiting()
        match self.value():
            case "yes":
                # From the few that wait to their articles, not the other way round.
                return queryset.filter(pk__in=waiting.values("article_id"))
            case "no":
                return queryset.exclude(Exists(waiting.filter(article=OuterRef("pk"))))
        return queryset


class LanguageFilter(admin.SimpleListFilter):
    """Vietnamese, English and whatever else is live; the live side has an index on it, the desk has none."""

    title = _("language")
    parameter_name = "language"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> Choices:
        live = LiveArticle.objects.order_by("language").values_list("language", flat=True).distinct()
        codes = dict.fromkeys(["vi", "en", *live, *([self.value()] if self.value() else [])])
        return [(code, language_name(str(code))) for code in codes]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.filter(language=self.value()) if self.value() else queryset


class LinkedFilter(admin.SimpleListFilter):
    """Items that are linked to one other item, reached by a link from its page: shown only while it is on."""

    model: type[Person] | type[Event]
    path: str

    def linked(self) -> UUID | None:
        return id_from(str(self.value()))

    def has_output(self) -> bool:
        return bool(self.value())

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> Choices:
        item = self.model.objects.filter(pk=key).first() if (key := self.linked()) else None
        return [(str(item.pk), str(item))] if item else []

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if not self.value():
            return queryset
        return queryset.filter(**{self.path: self.linked()}) if self.linked() else queryset.none()


class ByPersonFilter(LinkedFilter):
    title = _("person")
    parameter_name = "person"
    model = Person
    path = "people"


class ByEventFilter(LinkedFilter):
    title = _("event")
    parameter_name = "event"
    model = Event
    path = "events"
