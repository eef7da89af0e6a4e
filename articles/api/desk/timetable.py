"""Due and scheduled: everything that is to happen to items, and what could not be carried out."""

from functools import partial
from typing import Any

from django.http import HttpResponse
from rest_framework.request import Request

from articles.api import values
from articles.api.problems import InvalidParameters
from articles.models import Schedule

from .base import DeskView, listed, one_by_one
from .items import schedule_document


class Timetable(DeskView):
    """Everything that is to happen, the next thing first."""

    parameters = frozenset({"what", "failed", "page", "page_size"})

    def get(self, request: Request) -> HttpResponse:
        """Of the kinds that the user may see; `failed=true` leaves what could not be carried out."""
        rows = (
            Schedule.objects.filter(item_kind__in=self.readable()).select_related("by").order_by("at", "pk")
        )
        reasons: dict[str, str] = {}
        known = partial(values.one_of, known=Schedule.What.values)
        if what := values.read(request.GET, "what", known, reasons):
            rows = rows.filter(what=what)
        if failed := values.read(
            request.GET, "failed", partial(values.one_of, known=("true", "false")), reasons
        ):
            rows = rows.filter(failed_at__isnull=failed == "false")
        if reasons:
            raise InvalidParameters(reasons)
        return listed(request, rows, one_by_one(planned_document))


def planned_document(row: Schedule) -> dict[str, Any]:
    """One thing that is to happen, with the item that it happens to."""
    return {"kind": row.item_kind, "item": str(row.item_id), **schedule_document(row)}
