"""Merging and splitting people and events: what would move, doing it, undoing it; and which may be the same."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from rest_framework.request import Request

from articles.actions.likely import keep_apart, likely_same
from articles.actions.merge import merge
from articles.actions.merge_plan import MergePlan, plan_merge
from articles.actions.permissions import allowed, require
from articles.actions.split import split
from articles.actions.ties import TIES
from articles.actions.undo_merge import undo_merge
from articles.api import values
from articles.api.problems import InvalidParameters
from articles.models import ITEM_MODELS, Item, Merge, Person
from articles.text.people.alike_names import Likely

from . import bodies
from .base import DeskView, listed, moment, one_by_one, respond, who
from .bodies import Wrong, identifier, identifiers, text
from .items import ItemView
from .problems import InvalidBody, Problem, first_of


class MergeInto(ItemView):
    """Below the record that stays."""

    parameters = frozenset({"absorb"})

    def get(self, request: Request, pk: UUID) -> HttpResponse:
        """`?absorb=<id>`: what would move; nothing is written."""
        survivor = self.find(pk)
        reasons: dict[str, str] = {}
        found = values.read(request.GET, "absorb", self._record, reasons, required=True)
        if found is None:
            raise InvalidParameters(reasons)
        return respond(plan_document(plan_merge(survivor, found)))

    def _record(self, text: str) -> Item:
        found = self.kind.model._default_manager.filter(pk__in=values.ids(text)).first()
        if found is None:
            raise values.Malformed(_("there is no such record"))
        return found

    def post(self, request: Request, pk: UUID) -> HttpResponse:
        """`{"absorb": id}`: make that record a part of this one."""
        survivor, version, given = self.receive(
            request, pk, "merge", {"absorb": identifier}, required=["absorb"]
        )
        absorbed = self.kind.model._default_manager.filter(pk=given["absorb"]).first()
        if absorbed is None:
            raise InvalidBody({"absorb": _("there is no such record")})
        seen = {survivor.pk: version}
        return respond(merge_document(merge(survivor, absorbed, by=self.user, seen=seen)), status=201)


class Split(ItemView):
    """Below a record that was two."""

    def post(self, request: Request, pk: UUID) -> HttpResponse:
        """`{"name", "owners", "names", "positions"}`: a new record gets what these name. Answers with the new one.

        `owners` are ids of articles, events or participants that are tied to the record; `names` other names, and
        `positions` ids of offices, of a person.
        """
        readers: dict[str, Any] = {"name": text, "owners": identifiers}
        if self.kind.model is Person:
            readers |= {"names": _texts, "positions": identifiers}
        item, version, given = self.receive(request, pk, "merge", readers, required=["name", "owners"])
        if "names" in given:
            rows = item.other_names.filter(name__in=given["names"])
            given["names"] = list(rows.values_list("pk", flat=True))
        new = self.find(split(item, by=self.user, expected_version=version, **given).pk)
        address = reverse(f"articles:desk-{self.kind.name}", kwargs={"pk": new.pk})
        return self.answer(new, status=201, location=request.build_absolute_uri(address))


class LikelySame(ItemView):
    """Pairs whose names may be one."""

    parameters = frozenset({"page", "page_size"})

    def get(self, request: Request) -> HttpResponse:
        """The surest first, without those that were told apart."""
        require(self.user, "merge", self.kind.model)
        return listed(request, likely_same(self.kind.name), self.shown)

    def shown(self, pairs: list[Likely]) -> list[dict[str, Any]]:
        """Both records of each pair that is still there: one query."""
        ids = {pk for pair in pairs for pk in (pair.one, pair.other)}
        found = self.kind.model._default_manager.in_bulk(ids)
        return [
            {"one": _brief(found[pair.one]), "other": _brief(found[pair.other]), "reason": pair.reason.value}
            for pair in pairs
            if pair.one in found and pair.other in found
        ]

    def post(self, request: Request) -> HttpResponse:
        """`{"one", "other"}`: these are two; they are not offered again."""
        require(self.user, "merge", self.kind.model)
        given = bodies.read(request, {"one": identifier, "other": identifier}, required=["one", "other"])
        found = self.kind.model._default_manager.in_bulk(given.values())
        if missing := [name for name, pk in given.items() if pk not in found]:
            raise InvalidBody(dict.fromkeys(missing, _("there is no such record")))
        keep_apart(found[given["one"]], found[given["other"]], by=self.user)
        return HttpResponse(status=204)


class MergeList(DeskView):
    """Merges, the newest first."""

    parameters = frozenset({"page", "page_size"})

    def get(self, request: Request) -> HttpResponse:
        """Those of the kinds that the user may see."""
        rows = Merge.objects.filter(item_kind__in=self.readable(TIES)).select_related("by", "undone_by")
        return listed(request, rows.defer("record"), one_by_one(merge_document))


class Undo(DeskView):
    """Take a merge back."""

    def post(self, request: Request, pk: int) -> HttpResponse:
        """The record that was absorbed is itself again."""
        if not any(allowed(self.user, "merge", ITEM_MODELS[kind]) for kind in TIES):
            raise Problem(403, _("Forbidden"))
        row = first_of(Merge.objects.filter(pk=pk))
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


def _texts(value: Any) -> list[str]:
    if not isinstance(value, list) or len(value) > 500:
        raise Wrong(_("must be a list of strings"))
    return [text(entry) for entry in value]
