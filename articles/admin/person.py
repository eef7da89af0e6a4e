"""People in the admin: names, offices over time, and where each of them is used."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.widgets import AdminTextareaWidget, AdminTextInputWidget
from django.core.validators import URLValidator
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from ..models import Article, Event, OtherName, Person, Position
from . import desk
from .fields import LinesField
from .filters import ByEventFilter, ScheduledFilter, StageFilter, StateFilter
from .inlines import PartInline
from .item import UPDATED, ItemForm
from .likely import LikelyMixin
from .rich_text import BodyField


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


class OtherNameInline(PartInline):
    model = OtherName
    fields = ["name"]


class PositionInline(PartInline):
    model = Position
    fields = ["title", "organisation", "country", "start", "end", "rank"]


@admin.register(Person)
class PersonAdmin(LikelyMixin):
    form = PersonForm
    list_display = ["name", "state_badge", UPDATED]
    list_filter = [StateFilter, StageFilter, ScheduledFilter, ByEventFilter]
    inlines = [PositionInline, OtherNameInline]
    fieldsets = [
        (None, {"fields": ["name", "summary", "same_as"]}),
        (_("Address, private note"), {"fields": ["slug", "editors_note"], "classes": ["collapse"]}),
    ]  # fmt: skip

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
