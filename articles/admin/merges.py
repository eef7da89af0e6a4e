"""Merges that were made: which record became a part of which, and taking one out again."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..actions.errors import Refused
from ..actions.pending import local
from ..actions.permissions import allowed
from ..actions.ties import TIES
from ..actions.undo_merge import undo_merge
from ..models import ITEM_MODELS, Merge
from . import pages
from .records import RecordAdmin, item_names, time_column, visible_kinds


class MergeChangeList(ChangeList):
    """Names both records of the rows on the page: one query a kind."""

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        _name_both(list(self.result_list))


def _name_both(rows: list[Any]) -> None:
    """Give each merge `survivor_name` and `absorbed_name`; the id of what is not there any more."""
    names = item_names((row.item_kind, pk) for row in rows for pk in (row.survivor_id, row.absorbed_id))
    for row in rows:
        row.survivor_name = names.get(str(row.survivor_id), str(row.survivor_id))
        row.absorbed_name = names.get(str(row.absorbed_id), str(row.absorbed_id))


class KindFilter(admin.SimpleListFilter):
    title = gettext_lazy("kind")
    parameter_name = "item_kind"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> Any:
        return [(kind, capfirst(ITEM_MODELS[kind]._meta.verbose_name_plural)) for kind in TIES]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.filter(item_kind=self.value()) if self.value() in TIES else queryset


@admin.register(Merge)
class MergeAdmin(RecordAdmin):
    list_display = [time_column("at", gettext_lazy("at"), sorts=False), "absorbed", "survivor", "by", "undo"]
    list_display_links = None
    list_select_related = ["by", "undone_by"]
    list_filter = [KindFilter]
    ordering = ["-at", "-id"]
    fields = ["item_kind", "at", "by", "undone_at", "undone_by"]

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return MergeChangeList

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        kinds = visible_kinds(self.admin_site, request)
        return super().get_queryset(request).filter(item_kind__in=kinds).defer("record")

    def get_urls(self) -> list[URLPattern]:
        return [self.own_path("<int:pk>/undo/", "undo", self.undo_view), *super().get_urls()]

    @admin.display(description=gettext_lazy("became a part"))
    def absorbed(self, row: Any) -> str:
        return format_html('<a href="{}">{}</a>', self._url(row, row.absorbed_id), row.absorbed_name)

    @admin.display(description=gettext_lazy("of"))
    def survivor(self, row: Any) -> str:
        return format_html('<a href="{}">{}</a>', self._url(row, row.survivor_id), row.survivor_name)

    def _url(self, row: Merge, pk: Any) -> str:
        return pages.item_url(self.admin_site, row.item_kind, "change", pk)

    @admin.display(description="")
    def undo(self, row: Merge) -> str:
        if row.undone_at is not None:
            who = {"at": local(row.undone_at), "by": row.undone_by or "–"}
            return _("undone %(at)s by %(by)s") % who
        return format_html('<a href="{}">{}</a>', self.page_url(row, "undo"), _("Undo…"))

    def undo_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        row = Merge.objects.filter(pk=pk, item_kind__in=visible_kinds(self.admin_site, request)).first()
        if row is None or not allowed(request.user, "merge", ITEM_MODELS[row.item_kind]):
            raise PermissionDenied
        _name_both([row])
        back = self._url(row, row.survivor_id)
        if request.method == "POST":
            try:
                item = undo_merge(row, by=request.user)
            except Refused as error:
                pages.tell_refusal(self, request, error)
                return HttpResponseRedirect(back)
            text = _("“%(item)s” is a record of its own again.") % {"item": item}
            self.message_user(request, text, messages.SUCCESS)
            return HttpResponseRedirect(self._url(row, item.pk))
        shown = {"one": row.absorbed_name, "other": row.survivor_name}  # type: ignore[attr-defined]
        explain = _(
            "“%(one)s” will be taken out of “%(other)s” again, on the desk and in public, with everything that came "
            "with it. What was edited since stays as it is."
        )
        title = _("Undo the merge")
        return pages.render(
            self, request, "confirm", title=title, back=back, explain=explain % shown, verb=title
        )
