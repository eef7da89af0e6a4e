"""Due and scheduled: everything that is to happen to items, and what could not be carried out."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from rest_framework.request import Request

from articles.actions.permissions import allowed
from articles.api.public import pages
from articles.api.public.problems import InvalidParameters
from articles.models import ITEM_MODELS, Schedule

from .base import DeskView
from .items import schedule_document
from .problems import Problem


class Timetable(DeskView):
    """Everything that is to happen, the next thing first."""

    parameters = frozenset({"what", "failed", "page", "page_size"})

    def get(self, request: Request) -> HttpResponse:
        """Of the kinds that the user may see; `failed=true` leaves what could not be carried out."""
        kinds = [
            kind
            for kind, model in ITEM_MODELS.items()
            if allowed(self.user, "view", model) or allowed(self.user, "change", model)
        ]
        if not kinds:
            raise Problem(403, _("Forbidden"))
        rows = Schedule.objects.filter(item_kind__in=kinds).select_related("by").order_by("at", "pk")
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
        page = pages.read_numbered(request.GET)
        found = rows[page.offset : page.offset + page.size]
        items = [{"kind": row.item_kind, "item": str(row.item_id), **schedule_document(row)} for row in found]
        return HttpResponse(
            pages.numbered(request, page, rows.count(), items), content_type="application/json"
        )
