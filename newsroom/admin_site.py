"""The site's admin: what editors open all day stands first, what is set up once last."""

from typing import Any

from django.contrib.admin import AdminSite
from django.http import HttpRequest
from django.utils.translation import gettext_lazy, gettext_noop

ORDER = (
    "Article", "Person", "Event", "Suggestion", "ImportRun", "Schedule", "Section", "Topic", "Source", "Merge",
    "AuditEntry", "PreviewToken", "Token", "Webhook",
)  # fmt: skip
"""The desk's pages. Sorted by their names, as Django does it, they stand in each language in another order, and in
Vietnamese by code points, with Đ behind W."""

WORDS = (
    gettext_noop(" By %(filter_title)s "),
    gettext_noop("Action:"),
    gettext_noop("Go"),
    gettext_noop("History"),
)
"""Django's own, which it has in Vietnamese as “filtered by somebody called”, “activity”, “set off for”
and “memorandum”."""


class Desk(AdminSite):
    site_header = site_title = "Newsroom"
    index_title = gettext_lazy("The desk")

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[dict[str, Any]]:
        found = super().get_app_list(request, app_label)
        for app in found:
            if app["app_label"] == "articles":
                app["models"].sort(key=lambda model: _place(model["object_name"]))
        return found


def _place(name: str) -> int:
    return ORDER.index(name) if name in ORDER else len(ORDER)
