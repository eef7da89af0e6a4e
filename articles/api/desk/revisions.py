"""The versions of an item: who saved what and when, two compared word by word, one restored."""

import json
from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from rest_framework.request import Request

from articles.actions.difference import since_published
from articles.actions.restore import restore
from articles.api import values
from articles.api.problems import InvalidParameters
from articles.models import Item, Revision
from articles.text.diff import Piece, compare

from .base import listed, moment, one_by_one, respond, who
from .items import ItemView
from .problems import first_of, not_found


class Revisions(ItemView):
    """The versions of an item."""

    parameters = frozenset({"page", "page_size"})

    def get(self, request: Request, pk: UUID) -> HttpResponse:
        """Numbers, times and authors, the newest first."""
        rows = _revisions(self.find(pk)).defer("data").select_related("by").order_by("-version")
        return listed(request, rows, one_by_one(revision_document))


class RevisionOne(ItemView):
    """One version."""

    def get(self, request: Request, pk: UUID, version: int) -> HttpResponse:
        """Its fields and links as they were."""
        row = first_of(_revisions(self.find(pk)).select_related("by").filter(version=version))
        return respond({**revision_document(row), **row.data})


class Restore(ItemView):
    """An earlier version becomes the newest one."""

    def post(self, request: Request, pk: UUID, version: int) -> HttpResponse:
        """`lost` names what could not come back: links to what is deleted since."""
        item, _version, _given = self.receive(request, pk, "change", {})
        if not _revisions(item).filter(version=version).exists():
            raise not_found()
        # Read plainly: rows prefetched before would hide what restoring wrote.
        fresh = self.kind.model._default_manager.get(pk=pk, version=item.version)
        lost = restore(fresh, version=version, by=self.user)
        saved = self.find(pk)
        return respond({**self.document(saved), "lost": lost}, version=saved.version)


SIDES = ("from", "to")


class Diff(ItemView):
    """`?from=1&to=3`: what differs between two versions."""

    parameters = frozenset(SIDES)

    def get(self, request: Request, pk: UUID) -> HttpResponse:
        """By field, the pieces that both have (`same`), that went (`out`) and that came (`in`)."""
        reasons: dict[str, str] = {}
        number = partial(values.number, most=2**31 - 1)
        asked = {name: values.read(request.GET, name, number, reasons, 0, required=True) for name in SIDES}
        if reasons:
            raise InvalidParameters(reasons)
        item = self.find(pk)
        rows = _revisions(item).filter(version__in=asked.values()).values_list("version", "data")
        data: dict[int, Any] = dict(rows)
        if any(version not in data for version in asked.values()):
            raise not_found()
        before, after = _texts(data[asked["from"]]), _texts(data[asked["to"]])
        fields = [
            _changed(name, compare(before.get(name, ""), after.get(name, "")))
            for name in dict.fromkeys([*before, *after])
            if before.get(name, "") != after.get(name, "")
        ]
        return respond({**asked, "fields": fields})


class Changes(ItemView):
    """What publishing an item now would change for the public."""

    def get(self, request: Request, pk: UUID) -> HttpResponse:
        """By field, as `diff/` has it; links under their names, markup as text. None where it is not public."""
        item = self.find(pk)
        fields = [_changed(change.name, change.pieces) for change in since_published(item)]
        return respond({"edition": item.live_edition, "version": item.version, "fields": fields})


def revision_document(row: Revision) -> dict[str, Any]:
    """A version without what it holds."""
    return {"version": row.version, "at": moment(row.at), "by": who(row.by)}


def _changed(name: str, pieces: Iterable[Piece]) -> dict[str, Any]:
    """A field that differs."""
    return {"name": name, "pieces": [{"op": piece.op, "text": piece.text} for piece in pieces]}


def _revisions(item: Item) -> Any:
    return Revision.objects.filter(item_kind=item.kind, item_id=item.pk)


def _texts(data: Mapping[str, Any]) -> dict[str, str]:
    """Each field of a revision as text; a list a line an entry."""
    texts = {name: _text(value) for name, value in data["fields"].items()}
    return texts | {name: _text(rows) for name, rows in data["links"].items()}


def _text(value: Any) -> str:
    if isinstance(value, list):
        return "\n".join(_text(entry) for entry in value)
    if value is None or value == "":
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True)
