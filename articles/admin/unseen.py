"""The people and events that readers do not see with an item, for they are not public; and publishing them, too."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from ..models import Item
from . import pages
from .bulk import BulkMixin, Refusals

SHOWN = {"article": ("people", "events"), "event": ("people",)}
"""What readers see with an item, by its kind."""


def unseen(item: Any) -> list[Item]:
    """What is tied to the item and not public. What was withdrawn is so on purpose, and not named."""
    ties = [getattr(item, name) for name in SHOWN.get(item.kind, ())]
    return [end for tie in ties for end in tie.filter(live_edition=None, withdrawn_at=None).defer("folded")]


class UnseenMixin(BulkMixin):
    """For the ModelAdmin of items."""

    def unseen_context(self, request: HttpRequest, item: Any, *, publishing: bool = False) -> dict[str, Any]:
        found = unseen(item) if item.withdrawn_at is None else []
        # A draft may be under embargo, and what it reports would be known by its events.
        may = publishing or (item.live_edition is not None and self.has_change_permission(request, item))
        may = may and self.may_publish_each(request, found)
        links = [(end, pages.item_url(self.admin_site, end.kind, "change", end.pk)) for end in found]
        return {
            "unseen": links,
            "along": ",".join(str(end.pk) for end in found) if may else "",
            "ticked": "_along" in request.POST,
        }

    def may_publish_each(self, request: HttpRequest, items: list[Item]) -> bool:
        admins: Any = self.admin_site._registry
        return all(admins[kind].has_publish_permission(request) for kind in {type(item) for item in items})

    def after_save(self, request: HttpRequest, item: Any, response: HttpResponse) -> HttpResponse:
        if "_along" not in request.POST:
            return super().after_save(request, item, response)
        self.publish_along(request, item)
        return response

    def before_publishing(self, request: HttpRequest, item: Any) -> dict[str, Any]:
        return super().before_publishing(request, item) | self.unseen_context(request, item, publishing=True)

    def after_publishing(self, request: HttpRequest, item: Any) -> None:
        if "_along" in request.POST:
            self.publish_along(request, item)

    def publish_along(self, request: HttpRequest, item: Any) -> None:
        """Publish what the page named, and is still tied to the item, which is public."""
        item = self.model._default_manager.get(pk=item.pk)
        # What was tied to it since the page was shown, nobody has seen here.
        named = request.POST["_along"].split(",")
        found = [end for end in unseen(item) if str(end.pk) in named] if item.live_edition is not None else []
        if not self.may_publish_each(request, found):
            raise PermissionDenied
        done: int = 0
        refused: Refusals = []
        for kind in dict.fromkeys(map(type, found)):
            count, others = self.publish_each(request, [end for end in found if type(end) is kind])
            done, refused = done + count, refused + others
        self.tell_published(request, done, refused)
