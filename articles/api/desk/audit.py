"""The audit log: all of it for those who may see it, an item's own part for those who may see the item."""

from functools import partial
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from rest_framework.request import Request

from articles.actions.permissions import require
from articles.api import values
from articles.api.problems import InvalidParameters
from articles.models import AuditEntry

from .base import DeskView, listed, moment, one_by_one
from .items import ItemView


class Audit(DeskView):
    """Everything, the newest first."""

    parameters = frozenset({"verb", "by", "page", "page_size"})

    def get(self, request: Request) -> HttpResponse:
        """`verb` and `by` (an account's name) narrow it down."""
        require(self.user, "view", AuditEntry)
        rows = AuditEntry.objects.all()
        reasons: dict[str, str] = {}
        known = partial(values.one_of, known=AuditEntry.Verb.values)
        if verb := values.read(request.GET, "verb", known, reasons):
            rows = rows.filter(verb=verb)
        if reasons:
            raise InvalidParameters(reasons)
        if by := request.GET.get("by"):
            rows = rows.filter(by_name=by)
        return listed(request, rows, one_by_one(entry_document))


class ItemAudit(ItemView):
    """What was done to one item."""

    parameters = frozenset({"page", "page_size"})

    def get(self, request: Request, pk: UUID) -> HttpResponse:
        """The newest first."""
        rows = AuditEntry.objects.filter(item_id=str(self.find(pk).pk))
        return listed(request, rows, one_by_one(entry_document))


def entry_document(row: AuditEntry) -> dict[str, Any]:
    """One line; `by` is null for the operator."""
    return {
        "id": row.pk, "at": moment(row.at), "verb": row.verb, "kind": row.item_kind, "item": row.item_id,
        "label": row.label, "by": row.by_name or None, "token": row.token or None, "details": row.details,
    }  # fmt: skip
