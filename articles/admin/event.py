"""Events in the admin: what, when and where, who took part, and which articles report it."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.widgets import AdminTextInputWidget
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from ..models import Article, Event, Participation
from . import desk
from .filters import ByPersonFilter, ScheduledFilter, StageFilter, StateFilter, WhoseFilter
from .inlines import LinkInline
from .item import UPDATED, ItemForm
from .likely import LikelyMixin
from .rich_text import BodyField


class EventForm(ItemForm):
    summary = BodyField(label=_("Summary"), required=False, rows=6)

    class Meta:
        widgets = {"name": AdminTextInputWidget(attrs={"class": "newsroom-wide"})}


class ParticipationInline(LinkInline):
    model = Participation
    target = "person"
    fields = ["person", "role", "rank"]


@admin.register(Event)
class EventAdmin(LikelyMixin):
    form = EventForm
    list_display = [
        "name", "state_badge", "event_kind", "shown_date", "place", UPDATED,
    ]  # fmt: skip
    list_filter = [StateFilter, StageFilter, WhoseFilter, ScheduledFilter, "event_kind", ByPersonFilter]
    inlines = [ParticipationInline]
    fieldsets = [
        (None, {"fields": ["name", ("event_kind", "place"), ("date", "date_inferred"), "summary"]}),
        (_("Address, private note"), {"fields": ["slug", "editors_note"], "classes": ["collapse"]}),
    ]  # fmt: skip

    def item_context(self, request: HttpRequest, item: Any) -> dict[str, Any]:
        articles = item.articles.all()
        return {
            **super().item_context(request, item),
            "uses": [desk.uses(self.admin_site, request, Article, "event", item, articles)],
        }
