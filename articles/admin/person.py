"""People in the admin: names, offices over time, and where each of them is used."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.widgets import AdminTextareaWidget, AdminTextInputWidget
from django.core.validators import URLValidator
from django.db.models import Count, prefetch_related_objects
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from ..models import Article, Event, Mention, OtherName, Person, Position
from . import desk
from .fields import LinesField
from .filters import ByEventFilter, ScheduledFilter, StageFilter, StateFilter, WhoseFilter
from .inlines import PartInline
from .item import UPDATED, ItemChangeList, ItemForm
from .likely import LikelyMixin
from .rich_text import BodyField

OFFICES_SHOWN = 2
"""Offices that a line of the list names."""


class PersonForm(ItemForm):
    summary = BodyField(label=_("Summary"), required=False, rows=6)
    # Checked here for its own words: the model's field would say that the value is not JSON.
    same_as = LinesField(
        label=_("Authority links"), required=False, widget=AdminTextareaWidget(attrs={"rows": 3}),
        each=[URLValidator(["https", "http"])],
        help_text=_("Addresses of the same person elsewhere, such as Wikidata or VIAF, one a line."),
    )  # fmt: skip

    class Meta:
        widgets = {"name": AdminTextInputWidget(attrs={"class": "newsroom-wide"})}


class PersonChangeList(ItemChangeList):
    """With what tells namesakes apart, for the rows on the page: their offices, and in how many articles they are."""

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        prefetch_related_objects(self.result_list, "positions")
        mentions = Mention.objects.filter(person__in=self.result_list).order_by()
        counts = dict(mentions.values_list("person").annotate(Count("pk")))
        for person in self.result_list:
            person.article_count = counts.get(person.pk, 0)


class OtherNameInline(PartInline):
    model = OtherName
    fields = ["name"]


class PositionInline(PartInline):
    model = Position
    fields = ["title", "organisation", "country", "start", "end", "rank"]


@admin.register(Person)
class PersonAdmin(LikelyMixin):
    form = PersonForm
    list_display = ["name", "offices", "article_count", "state_badge", UPDATED]
    list_filter = [StateFilter, StageFilter, WhoseFilter, ScheduledFilter, ByEventFilter]
    inlines = [PositionInline, OtherNameInline]
    fieldsets = [
        (None, {"fields": ["name", "summary", "same_as"]}),
        (_("Address, private note"), {"fields": ["slug", "editors_note"], "classes": ["collapse"]}),
    ]  # fmt: skip

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[PersonChangeList]:
        return PersonChangeList

    @admin.display(description=_("positions"))
    def offices(self, person: Person) -> str:
        """The first of them, as many as a line or two hold."""
        held = [str(position) for position in person.positions.all()]
        return " · ".join([*held[:OFFICES_SHOWN], *(["…"] if len(held) > OFFICES_SHOWN else [])])

    @admin.display(description=_("articles"))
    def article_count(self, person: Any) -> int:
        return person.article_count

    @admin.display(description=_("authority links"))
    def shown_same_as(self, person: Person) -> str:
        return "\n".join(person.same_as)

    def item_context(self, request: HttpRequest, item: Any) -> dict[str, Any]:
        articles, events = item.articles.all(), item.events.all()
        return {
            **super().item_context(request, item),
            "uses": [
                desk.uses(self.admin_site, request, Article, "person", item, articles),
                desk.uses(self.admin_site, request, Event, "person", item, events),
            ],
        }
