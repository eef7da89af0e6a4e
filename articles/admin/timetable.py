"""Due and scheduled: everything that is to happen, the next thing first, and what failed, with the reason."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import QuerySet
from django.db.models.functions import Now
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from ..models import ITEM_MODELS, Schedule
from . import pages
from .pending import zone_name
from .records import ItemRecordAdmin, LinkedList, time_column, visible_kinds


class WhenFilter(admin.SimpleListFilter):
    title = gettext_lazy("when")
    parameter_name = "when"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> Any:
        return [("due", _("due")), ("failed", pgettext("schedule", "failed")), ("later", _("later"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        match self.value():
            case "due":
                return queryset.due()  # type: ignore[attr-defined]
            case "failed":
                return queryset.filter(failed_at__isnull=False)
            case "later":
                return queryset.filter(at__gt=Now())
        return queryset


class Timetable(LinkedList):
    """Gives each row the address at which whoever asks may set its times: `times`, empty where they may not."""

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        site = self.model_admin.admin_site
        may = {
            kind
            for kind in visible_kinds(site, request)
            if site._registry[ITEM_MODELS[kind]].has_schedule_permission(request)  # type: ignore[attr-defined]
        }
        for row in self.result_list:
            there = row.linked[1] and row.item_kind in may
            row.times = pages.item_url(site, row.item_kind, "schedule", row.item_id) if there else ""


@admin.register(Schedule)
class ScheduleAdmin(ItemRecordAdmin):
    list_display = [time_column("at", gettext_lazy("when")), "shown_what", "shown_item", "outcome", "by"]
    list_select_related = ["by"]
    list_filter = [WhenFilter, "what"]
    ordering = ["at", "id"]

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return Timetable

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        title = _("Due and scheduled (times in %(zone)s)") % {"zone": zone_name()}
        return super().changelist_view(request, {"title": title, **(extra_context or {})})

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        kinds = visible_kinds(self.admin_site, request)
        return super().get_queryset(request).filter(item_kind__in=kinds)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Whoever sees the items sees what is planned for them."""
        kinds = visible_kinds(self.admin_site, request)
        return obj.item_kind in kinds if obj is not None else bool(kinds)

    @admin.display(description=gettext_lazy("what"), ordering="what")
    def shown_what(self, row: Schedule) -> str:
        return format_html(
            '<span class="newsroom-when newsroom-when-{}">{}</span>', row.what, row.get_what_display()
        )

    @admin.display(description=gettext_lazy("item"))
    def shown_item(self, row: Any) -> str:
        """With the page on which its times are set."""
        item = super().shown_item(row)
        return format_html('{} · <a href="{}">{}</a>', item, row.times, _("times")) if row.times else item

    @admin.display(description=gettext_lazy("how it stands"))
    def outcome(self, row: Schedule) -> str:
        if row.failed_at:
            return format_html('<strong class="newsroom-sure-no">{}</strong> {}', _("failed:"), row.reason)
        return ""
