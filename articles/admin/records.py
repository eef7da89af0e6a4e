"""What the app writes by itself and people only read: lists without adding, changing, deleting or full counts."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from django.contrib import admin
from django.contrib.admin import AdminSite
from django.contrib.admin.views.main import ChangeList
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy

from ..actions.pending import local
from ..models import ITEM_MODELS
from . import pages
from .base import DeskAdmin


class RecordAdmin(DeskAdmin):
    """A ModelAdmin of records that are read only."""

    actions: Any = None
    change_form_template = "articles/admin/record_form.html"

    class Media:
        css = {"all": ["articles/admin/desk.css", "articles/admin/workflow.css"]}

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Who may see the records is not always who holds the permission of their table."""
        return self.has_view_permission(request)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


def moment(at: datetime) -> SafeString:
    """A time in a narrow column: the hour above the day where both do not fit, neither of them broken."""
    parts = local(at).split(" ", 1)
    return format_html_join(" ", '<span class="newsroom-whole">{}</span>', ((part,) for part in parts))


def time_column(name: str, title: Any, *, sorts: bool = True) -> Callable[[Any], Any]:
    """A column of a list: the time in the field `name`, as short as it stands everywhere else.

    It `sorts` unless the table is long and has no index by it.
    """

    @admin.display(description=title, ordering=name if sorts else None)
    def column(row: Any) -> Any:
        at = getattr(row, name)
        return moment(at) if at else None

    column.__name__ = name
    return column


class LinkedList(ChangeList):
    """Names the items of the rows on the page."""

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        _link_items(self.model_admin.admin_site, self.result_list)


class ItemRecordAdmin(RecordAdmin):
    """A ModelAdmin of records that name an item each, by `item_kind` and `item_id`."""

    list_display_links = None

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return LinkedList

    @admin.display(description=gettext_lazy("item"))
    def shown_item(self, row: Any) -> str:
        name, url = row.linked
        return format_html('<a href="{}">{}</a>', url, name) if url else name


def visible_kinds(site: AdminSite, request: HttpRequest) -> list[str]:
    """The kinds of items that whoever asks may see."""
    return [
        kind
        for kind, model in ITEM_MODELS.items()
        if site.is_registered(model) and site._registry[model].has_view_or_change_permission(request)
    ]


def item_names(wanted: Iterable[tuple[str, Any]]) -> dict[str, str]:
    """By id as text, the present names of items given by kind and id, as far as they are there: one query a kind."""
    ids: dict[str, set[Any]] = {}
    for kind, pk in wanted:
        ids.setdefault(kind, set()).add(pk)
    names: dict[str, str] = {}
    for kind in ids.keys() & ITEM_MODELS.keys():
        model = ITEM_MODELS[kind]
        found = model._default_manager.filter(pk__in=ids[kind]).values_list("pk", model.label_field)
        names |= {str(pk): name for pk, name in found}
    return names


def _link_items(site: AdminSite, rows: Iterable[Any]) -> None:
    """Give each row `linked`: the present name of its item and where it is edited; one query a kind."""
    names = item_names((row.item_kind, row.item_id) for row in rows)
    for row in rows:
        name = names.get(str(row.item_id))
        url = pages.item_url(site, row.item_kind, "change", row.item_id) if name is not None else ""
        row.linked = (name or getattr(row, "label", "") or str(row.item_id), url)
