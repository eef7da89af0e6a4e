"""The audit log in the admin: read by those who may, edited by nobody; and what was done to one item."""

from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from ..actions.pending import local
from ..models import AuditEntry, Item, Schedule, Token
from .records import ItemRecordAdmin, time_column

SHOWN = 20

NAMED = 8
"""Of a long list the first are named, and all counted."""

NAMES: dict[str, Any] = {
    "did": gettext_lazy("change"),
    "url": gettext_lazy("address"),
    "edition": gettext_lazy("edition"),
    "note": gettext_lazy("note"),
    "notice": gettext_lazy("public notice"),
    "replacement": gettext_lazy("replacement"),
    "version": gettext_lazy("of version"),
    "what": gettext_lazy("what"),
    "until": gettext_lazy("time"),
    "absorbed": gettext_lazy("took in"),
    "into": gettext_lazy("into"),
    "other": gettext_lazy("from"),
    "account": gettext_lazy("account"),
    "scopes": gettext_lazy("scopes"),
    "added": gettext_lazy("added"),
    "taken": gettext_lazy("taken away"),
    "change": gettext_lazy("change"),
    "removed": gettext_lazy("removed"),
    "kept": gettext_lazy("kept"),
}
"""Details as people call them; the others are for programs."""

DID: dict[str, Any] = {
    "made": pgettext_lazy("webhook", "made"),
    "changed": pgettext_lazy("webhook", "changed"),
    "new secret": pgettext_lazy("webhook", "new secret"),
    "on": pgettext_lazy("webhook", "switched on"),
    "off": pgettext_lazy("webhook", "switched off"),
    "removed": gettext_lazy("removed"),
}
"""What was done to a webhook."""


@admin.register(AuditEntry)
class AuditEntryAdmin(ItemRecordAdmin):
    list_display = [
        time_column("at", gettext_lazy("at"), sorts=False),
        "verb",
        "shown_item",
        "shown_details",
        "shown_by",
    ]
    list_filter = ["verb"]
    search_fields = ["label"]
    search_help_text = gettext_lazy("The id of an item, or the exact name of an account.")
    ordering = ["-id"]
    fields = ["at", "verb", "item_kind", "item_id", "label", "by_name", "token", "shown_details"]
    readonly_fields = ["shown_details"]

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet, search_term: str
    ) -> tuple[QuerySet, bool]:
        term = search_term.replace("\0", "").strip()
        # Without a term nothing is searched: lines of the operator have no account.
        return (queryset.filter(Q(item_id=term) | Q(by_name=term)) if term else queryset), False

    @admin.display(description=gettext_lazy("details"))
    def shown_details(self, entry: AuditEntry) -> str:
        return details(entry)

    @admin.display(description=gettext_lazy("by"))
    def shown_by(self, entry: AuditEntry) -> str:
        return who(entry)


def of_item(item: Item) -> list[AuditEntry]:
    """The newest deeds, in one query."""
    return list(AuditEntry.objects.filter(item_id=str(item.pk)).order_by("-id")[:SHOWN])


def who(entry: AuditEntry) -> str:
    """The account, and the token it came through."""
    name = entry.by_name or _("operator")
    return _("%(name)s, by token “%(token)s”") % {"name": name, "token": entry.token} if entry.token else name


def details(entry: AuditEntry) -> str:
    """What else there is to say, on one line."""
    return " · ".join(
        f"{NAMES[name]}: {_shown(name, value)}" for name, value in entry.details.items() if name in NAMES
    )


def _shown(name: str, value: Any) -> str:
    if isinstance(value, list):
        if name == "scopes":
            value = [dict(Token.Scope.choices).get(scope, scope) for scope in value]
        shown = ", ".join(map(str, value[:NAMED]))
        return f"{shown}, … ({len(value)})" if len(value) > NAMED else shown
    if name == "did":
        return str(DID.get(value, value))
    if name == "what":
        return str(dict(Schedule.What.choices).get(value, value))
    if name == "until" and (at := parse_datetime(str(value))):
        return local(at)
    return str(value)
