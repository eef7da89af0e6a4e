"""What every ModelAdmin of ours is: lists that count little, pages of our own, and deleting by an action."""

from collections.abc import Callable
from functools import cached_property, wraps
from typing import Any, ClassVar

from django.contrib import admin
from django.contrib.admin.utils import quote, unquote
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext as _

from ..actions.errors import Refused
from . import pages
from .too_much import reason, within_limits

COUNTED = 10_000
"""Rows that a list counts at most: beyond, one narrows the list down instead of leafing through it."""


class CappedPaginator(Paginator):
    """Pages without counting a whole table."""

    @cached_property
    def count(self) -> int:
        rows: Any = self.object_list
        return rows.order_by().values("pk")[:COUNTED].count() if hasattr(rows, "order_by") else len(rows)


class NotThere(Exception):
    """The record of a page is not there; `answer` is what the admin says of that."""

    def __init__(self, answer: HttpResponse) -> None:
        super().__init__()
        self.answer = answer


def about_a_record(view: Callable[..., Any]) -> Callable[..., Any]:
    """`view`, or the admin's answer where it looks in vain for its record."""

    @wraps(view)
    def answering(*args: Any, **kwargs: Any) -> Any:
        try:
            return view(*args, **kwargs)
        except NotThere as error:
            return error.answer

    return answering


class DeskAdmin(admin.ModelAdmin):
    """A ModelAdmin whose lists stay cheap on a large desk, with pages of its own beside Django's."""

    paginator = CappedPaginator
    list_per_page = 50
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER  # They would count a whole table once for each choice.
    empty_value_display = "–"

    titles: ClassVar[dict[str, Any]] = {}
    """What each page is called; `%(kind)s` and `%(kinds)s` stand for the names of the model."""

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """Says where there are more rows than it counts."""
        response: Any = super().changelist_view(request, extra_context)
        found = getattr(response, "context_data", None) or {}
        if "cl" in found and found["cl"].result_count >= COUNTED:
            found["subtitle"] = _(
                "The first %(n)d are counted and listed. Search or filter to find the others."
            ) % {"n": COUNTED}
        return response

    # -- pages of our own

    def get_urls(self) -> list[URLPattern]:
        found = super().get_urls()
        for pattern in found:
            pattern.callback = within_limits(self, pattern.callback)
        return found

    def too_much(self, request: HttpRequest, error: SuspiciousOperation) -> HttpResponse:
        """What is said of a form that is larger than the host takes."""
        shown = {"title": _("That is too much at once"), "original": None, "change": True}
        response = pages.render(
            self, request, "too_much", reason=reason(error), back=self.list_url(), **shown
        )
        response.status_code = 413
        return response

    def own_path(self, route: str, name: str, view: Callable[..., Any]) -> URLPattern:
        """A page below the list of the model, for those who are logged in."""
        answering = within_limits(self, self.admin_site.admin_view(about_a_record(view)))
        return path(route, answering, name=f"articles_{self.opts.model_name}_{name}")

    def find(self, request: HttpRequest, object_id: Any, allowed: bool = True) -> Any:
        """The record of a page. Raises `PermissionDenied` for those who are not allowed or may not see it, and
        `NotThere`."""
        record = self.get_object(request, unquote(str(object_id)))
        if not allowed or not self.has_view_or_change_permission(request, record):
            raise PermissionDenied
        if record is None:
            redirect = self._get_obj_does_not_exist_redirect  # type: ignore[attr-defined]
            raise NotThere(redirect(request, self.opts, str(object_id)))
        return record

    def page(
        self, request: HttpRequest, name: str, record: Any, template: str = "", **context: Any
    ) -> TemplateResponse:
        """A page about a record, or about none; `template` where it is not called like the page."""
        shown = {
            "original": record,
            "title": self.titles[name]
            % {"kind": self.opts.verbose_name, "kinds": self.opts.verbose_name_plural},
            "subtitle": str(record) if record else None,
            "has_view_permission": self.has_view_permission(request),
            "change": True,
            "back": self.page_url(record, "change") if record else self.list_url(),
        }
        return pages.render(self, request, template or name, **(shown | context))

    def page_url(self, record: Any, page: str) -> str:
        """The address of a page about a record."""
        return pages.admin_url(self.admin_site, self.model, page, quote(record.pk))

    def list_url(self) -> str:
        """The address of the list."""
        return pages.admin_url(self.admin_site, self.model, "changelist")

    # -- deleting

    def delete_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        """With the reasons of an action that refuses."""
        try:
            return super().delete_view(request, object_id, extra_context)
        except Refused as error:
            pages.tell_refusal(self, request, error)
            return HttpResponseRedirect(pages.admin_url(self.admin_site, self.model, "change", object_id))

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """The action decides what goes along and what stands in the way, so the page names the record alone."""
        return [str(obj) for obj in objs], {self.opts.verbose_name_plural: len(objs)}, set(), []
