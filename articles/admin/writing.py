"""What the scripts of an item's form talk to: who else has it open, and which unsaved work has been saved since."""

import re
from typing import Any
from uuid import UUID

from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.forms.widgets import Script
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.urls import URLPattern
from django.utils import timezone
from django.utils.translation import gettext as _

from ..actions.presence import arrive, leave, others
from ..models import Item
from . import pages
from .base import DeskAdmin

EVERY = 25
"""Seconds between two words of an open page."""

SAVED = "newsroom_saved"
"""The cookie that names the unsaved work of a browser that a save has just made a version."""

_DRAFT = re.compile(r"[0-9a-f-]{36}")


class WritingMixin(DeskAdmin):
    """For a ModelAdmin of items."""

    class Media:
        js = [Script(f"articles/admin/{name}.js", type="module") for name in ("drafts", "presence", "slug")]

    def get_urls(self) -> list[URLPattern]:
        own = self.own_path("<path:object_id>/presence/", "presence", self.presence_view)
        return [own, *super().get_urls()]

    def presence_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Who else is here. A POST with `page` says that this page is open, with `leave` that it is closed."""
        item: Any = self.get_object(request, unquote(object_id))
        if item is None or not self.has_change_permission(request, item):
            raise PermissionDenied
        page = None
        if request.method == "POST":
            page = pages.id_from(request.POST.get("page", ""))
            if page is None:
                return JsonResponse({}, status=400)
            if "leave" in request.POST:
                leave(item, by=request.user, page=page)
                return HttpResponse(status=204)
            arrive(item, by=request.user, page=page)
        # Whoever logged in again elsewhere has a new token, which the form of this page needs.
        known = {"user": str(request.user.pk), "csrf": get_token(request), "version": item.version}
        saved = _("%(name)s saved this meanwhile. When you save, you will see both versions.") % {
            "name": item.updated_by or _("An import or a command")
        }
        return JsonResponse(known | {"others": notes(request, item, page), "saved": saved})

    def writing_context(self, request: HttpRequest, item: Any | None) -> dict[str, Any]:
        """What the scripts have to know, as attributes of one element."""
        url = pages.admin_url(self.admin_site, self.model, "presence", item.pk) if item else ""
        return {
            "writing": {
                "user": str(request.user.pk),
                "item": f"{self.opts.model_name}/{item.pk if item else 'new'}",
                "version": str(item.version if item else 0),
                "presence": url,
                "every": str(EVERY),
            },
            "others": notes(request, item, None) if item else [],
        }

    def note_saved(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Tell the browser that what it kept of this form is safe now."""
        draft = request.POST.get("_draft", "")
        if response.status_code == 302 and _DRAFT.fullmatch(draft):
            response.set_cookie(
                SAVED, draft, max_age=24 * 3600, samesite="Lax", secure=request.is_secure(), httponly=False
            )
        return response


def notes(request: HttpRequest, item: Item, page: UUID | None) -> list[str]:
    """A sentence for each page that others have open, and for one's own."""
    found = []
    for other in others(item, page=page):
        at = timezone.localtime(other.since).strftime("%H:%M")
        if other.user_id == request.user.pk:
            if page is not None:
                found.append(_("You have this open in another window, too, since %(at)s.") % {"at": at})
            continue
        # Not every host's user model has a full name.
        name = getattr(other.user, "get_full_name", str)() or other.user.get_username()
        found.append(_("%(name)s is editing this, since %(at)s.") % {"name": name, "at": at})
    return list(dict.fromkeys(found))
