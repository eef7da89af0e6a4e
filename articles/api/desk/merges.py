"""Merging two people or two events: what would move, doing it, undoing it."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from rest_framework.request import Request

from articles.actions.merge import ITEMS, merge
from articles.actions.merge_plan import TIES, MergePlan, plan_merge
from articles.actions.permissions import allowed, require
from articles.actions.undo_merge import undo_merge
from articles.api.public import pages, values
from articles.api.public.problems import InvalidParameters
from articles.models import Item, Merge

from . import body as bodies
from .base import DeskView, moment, respond, who
from .body import identifier
from .items import ItemView
from .problems import InvalidBody, Problem, not_found


class MergeInto(ItemView):
    """Below the record that stays."""

    parameters = frozenset({"absorb"})

    def get(self, request: Request, pk: UUID) -> HttpResponse:
        """`?absorb=<id>`: what would move; nothing is written."""
        survivor = self.find(pk)
        try:
            text = values.single(request.GET, "absorb")
            if text is None:
                raise values.Malformed(_("is required"))
            found = self.kind.model._default_manager.filter(pk__in=values.ids(text)).first()
            if found is None:
                raise values.Malformed(_("there is no such record"))
        except values.Malformed as error:
            raise InvalidParameters({"absorb": str(error)}) from error
        return respond(plan_document(plan_merge(survivor, found)))

    def post(self, request: Request, pk: UUID) -> HttpResponse:
        """`{"absorb": id}`: make that record a part of this one."""
        survivor = self.find(pk)
        require(self.user, "merge", survivor)
        sent = bodies.read_json(request)
        self.expected(request, survivor, sent)
        given = bodies.take(sent, {"absorb": identifier}, required=["absorb"])
        absorbed = self.kind.model._default_manager.filter(pk=given["absorb"]).first()
        if absorbed is None:
            raise InvalidBody({"absorb": _("there is no such record")})
        return respond(merge_document(merge(survivor, absorbed, by=self.user)), status=201)


class MergeList(DeskView):
    """Merges, the newest first."""

    parameters = frozenset({"page", "page_size"})

    def get(self, request: Request) -> HttpResponse:
        """Those of the kinds that the user may see."""
        kinds = [
            kind
            for kind in TIES
            if allowed(self.user, "view", ITEMS[kind]) or allowed(self.user, "change", ITEMS[kind])
        ]
        if not kinds:
            raise Problem(403, _("Forbidden"))
        page = pages.read_numbered(request.GET)
        rows = Merge.objects.filter(item_kind__in=kinds).select_related("by", "undone_by").defer("record")
        items = [merge_document(row) for row in rows[page.offset : page.offset + page.size]]
        return HttpResponse(
            pages.numbered(request, page, rows.count(), items), content_type="application/json"
        )


class Undo(DeskView):
    """Take a merge back."""

    def post(self, request: Request, pk: int) -> HttpResponse:
        """The record that was absorbed is itself again."""
        if not any(allowed(self.user, "merge", ITEMS[kind]) for kind in TIES):
            raise Problem(403, _("Forbidden"))
        row = Merge.objects.filter(pk=pk).first()
        if row is None:
            raise not_found()
        bodies.read(request, {})
        undo_merge(row, by=self.user)
        return respond(merge_document(row))


def merge_document(row: Merge) -> dict[str, Any]:
    """A merge without its record."""
    return {
        "id": row.pk, "kind": row.item_kind, "survivor": str(row.survivor_id), "absorbed": str(row.absorbed_id),
        "at": moment(row.at), "by": who(row.by), "undone_at": moment(row.undone_at), "undone_by": who(row.undone_by),
    }  # fmt: skip


def plan_document(plan: MergePlan) -> dict[str, Any]:
    """What would move, by the other ends of the links."""
    document: dict[str, Any] = {"survivor": _brief(plan.survivor), "absorbed": _brief(plan.absorbed)}
    for tie in TIES[plan.survivor.kind]:
        moved, dropped = plan.owners(tie.model)
        document[tie.model._meta.model_name] = {
            "moved": [str(pk) for pk in moved],
            "already_there": [str(pk) for pk in dropped],
        }
    return document | {
        "other_names": plan.names,
        "positions": [str(position) for position in plan.positions],
        "same_as": plan.same_as,
        "suggestions": len(plan.suggestions),
        "live_documents": len(plan.live),
    }


def _brief(item: Item) -> dict[str, Any]:
    return {"id": str(item.pk), "name": item.label, "state": item.state.value, "version": item.version}
