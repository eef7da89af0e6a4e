"""Due and scheduled: everything that is to happen to items, and what could not be carried out."""

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from rest_framework.request import Request

from articles.api.public.problems import InvalidParameters
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
        for name, known in (("what", Schedule.What.values), ("failed", ["true", "false"])):
            chosen = request.GET.get(name)
            if chosen is not None and chosen not in known:
                reasons[name] = _("must be one of: {names}").format(names=", ".join(known))
            elif chosen is not None:
                rows = (
                    rows.filter(what=chosen)
                    if name == "what"
                    else rows.filter(failed_at__isnull=chosen == "false")
                )
        if reasons:
            raise InvalidParameters(reasons)
        return listed(request, rows, one_by_one(planned_document))


def planned_document(row: Schedule) -> dict[str, Any]:
    """One thing that is to happen, with the item that it happens to."""
    return {"kind": row.item_kind, "item": str(row.item_id), **schedule_document(row)}
