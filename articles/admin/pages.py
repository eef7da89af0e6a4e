"""What pages of our own share in the admin: addresses, the frame of the host's theme, and how a refusal is told."""

from typing import Any
from uuid import UUID

from django.contrib import admin, messages
from django.db.models import Model
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.urls import reverse

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


def id_from(text: str) -> Any:
    """The UUID in a form or an address; None, which is nobody's, for what is none."""
    try:
        return UUID(text)
    except ValueError:
        return None
