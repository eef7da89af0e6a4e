"""What pages of our own share in the admin: addresses, the frame of the host's theme, and how a refusal is told."""

from collections.abc import Callable
from functools import wraps
from typing import Any, ClassVar
from uuid import UUID

from django.contrib import admin, messages
from django.contrib.admin.utils import quote, unquote
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse

from ..actions.errors import Refused


def admin_url(site: admin.AdminSite, model: type[Model], page: str, *args: Any) -> str:
    """A page of a model."""
    return reverse(f"{site.name}:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


def item_url(site: admin.AdminSite, kind: str, page: str, pk: Any) -> str:
    """A page of an item by its kind."""
    return reverse(f"{site.name}:articles_{kind}_{page}", args=[pk])


def render(
    model_admin: admin.ModelAdmin, request: HttpRequest, template: str, **context: Any
) -> TemplateResponse:
    """`articles/admin/<template>.html` inside the host's admin theme, with the media of the `form` if there is one."""
    site, form = model_admin.admin_site, context.get("form")
    request.current_app = site.name
    frame = {
        **site.each_context(request),
        "opts": model_admin.opts,
        "has_view_permission": model_admin.has_view_permission(request),
        "media": model_admin.media + form.media if form is not None else model_admin.media,
        "is_popup": False,
        "subtitle": None,
    }
    return TemplateResponse(request, f"articles/admin/{template}.html", frame | context)


def tell_refusal(model_admin: admin.ModelAdmin, request: HttpRequest, error: Refused) -> None:
    """Each reason once, as a message of its own."""
    for text in dict.fromkeys(error.messages):
        model_admin.message_user(request, text, messages.ERROR)


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


class PagesMixin(admin.ModelAdmin):
    """A ModelAdmin with pages of our own."""

    titles: ClassVar[dict[str, Any]] = {}
    """What each page is called; `%(kind)s` and `%(kinds)s` stand for the names of the model."""

    def own_path(self, route: str, name: str, view: Callable[..., Any]) -> URLPattern:
        """A page below the list of the model, for those who are logged in."""
        answering = self.admin_site.admin_view(about_a_record(view))
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
        return render(self, request, template or name, **(shown | context))

    def page_url(self, record: Any, page: str) -> str:
        """The address of a page about a record."""
        return admin_url(self.admin_site, self.model, page, quote(record.pk))

    def list_url(self) -> str:
        """The address of the list."""
        return admin_url(self.admin_site, self.model, "changelist")


def id_from(text: str) -> Any:
    """The UUID in a form or an address; None, which is nobody's, for what is none."""
    try:
        return UUID(text)
    except ValueError:
        return None
