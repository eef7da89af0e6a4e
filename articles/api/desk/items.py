"""Articles, people and events on the desk: lists, one item, creating, saving, deleting drafts."""

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from rest_framework.request import Request

from articles.actions.delete import delete
from articles.actions.errors import Conflict
from articles.actions.permissions import require
from articles.actions.revise import revise
from articles.api import values
from articles.api.problems import InvalidParameters
from articles.models import Article, Event, Item, Schedule, Stage, State
from articles.models.folded import with_words
from articles.models.schedule import at_stage, pending_of
from articles.text.fold import fold

from . import bodies
from .base import DeskView, listed, moment, respond, who
from .bodies import Reader
from .fields import ARTICLE, Kind
from .idempotency import once
from .problems import Problem, conflict, first_of

ORDERINGS = {
    "-updated_at": ("-updated_at", "pk"),
    "updated_at": ("updated_at", "pk"),
    "-created_at": ("-created_at", "pk"),
    "created_at": ("created_at", "pk"),
}


class ItemView(DeskView):
    """A view below one kind of item."""

    kind: Kind = ARTICLE

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """403 before anything is looked up, so that it tells nothing about what there is."""
        super().initial(request, *args, **kwargs)
        self.may_read(self.kind.model)

    def find(self, pk: UUID) -> Any:
        """The item, or 404."""
        rows: Any = self.kind.model._default_manager.select_related("updated_by")
        return first_of(rows.prefetch_related(*self.kind.prefetch).filter(pk=pk))

    def receive(
        self, request: Request, pk: UUID, verb: str, readers: Mapping[str, Reader], *,
        required: Iterable[str] = (), versioned: bool = True,
    ) -> tuple[Any, Any, dict[str, Any]]:  # fmt: skip
        """The item, the version the client means, and what `readers` make of the body.

        403 for those who may not `verb` it. Where it is not `versioned`, no version need be named, and it is None.
        """
        item = self.find(pk)
        require(self.user, verb, item)
        sent = bodies.read_json(request)
        version = (self.expected if versioned else self.named)(request, item, sent)
        return item, version, bodies.take(sent, readers, required=required)

    def expected(self, request: Request, item: Item, body: dict[str, Any]) -> int:
        """The version the client means, which is the present one; otherwise 412, 409 or 428."""
        version, status = bodies.expected_version(request, body, item.version)
        if version != item.version:
            raise self.conflict(item, body, status)
        return version

    def named(self, request: Request, item: Item, body: dict[str, Any]) -> int | None:
        """The version the client means where it names one, for verbs that do without: otherwise 412 or 409."""
        if "HTTP_IF_MATCH" in request.META or "version" in body:
            return self.expected(request, item, body)
        return None

    def conflict(self, item: Item, sent: dict[str, Any], status: int) -> Problem:
        """Both versions of each field that was sent and is different now."""
        current = self.kind.show(item)
        fields = [
            {"name": name, "yours": value, "current": current[name]}
            for name, value in sent.items()
            if name in current and current[name] != value
        ]
        detail = _("It is at version {version} now, saved by {name}.").format(
            version=item.version, name=who(item.updated_by) or _("an import or a command")
        )
        return conflict(status, detail, version=item.version, fields=fields)

    def answer(self, item: Item, *, status: int = 200, location: str = "") -> HttpResponse:
        """The item as it is now."""
        return respond(self.document(item), status=status, version=item.version, location=location)

    def document(self, item: Item) -> dict[str, Any]:
        """Everything the desk knows of an item: its state, what waits for it, and what can be written."""
        return {**summaries([item])[0], **self.kind.show(item)}


class ItemList(ItemView):
    """The items of a kind, and creating one."""

    parameters = frozenset({"q", "state", "stage", "section", "language", "person", "event", "scheduled",
                            "ordering", "page", "page_size"})  # fmt: skip

    def get(self, request: Request) -> HttpResponse:
        """A page of summaries, those that were changed last first."""
        rows, ordering = filtered(request, self.kind)
        heavy = {"body", "summary", "folded", "editors_note"} & {
            field.name for field in rows.model._meta.fields
        }
        chosen = rows.order_by(*ORDERINGS[ordering]).select_related("updated_by").defer(*heavy)
        return listed(request, chosen, summaries)

    def post(self, request: Request) -> HttpResponse:
        """Create a draft. With `Idempotency-Key`, sending the same again creates nothing more."""
        require(self.user, "add", self.kind.model)
        label = self.kind.model.label_field
        given = bodies.read(request, self.kind.readers(), required=[label])

        def create() -> HttpResponse:
            item: Any = self.kind.model()
            save = self.kind.assign(item, given)
            revise(item, by=self.user, save=save)
            address = reverse(f"articles:desk-{self.kind.name}", kwargs={"pk": item.pk})
            return self.answer(self.find(item.pk), status=201, location=request.build_absolute_uri(address))

        return once(request, create)


class ItemDetail(ItemView):
    """One item."""

    def get(self, request: Request, pk: UUID) -> HttpResponse:
        """The item with everything that can be written."""
        return self.answer(self.find(pk))

    def patch(self, request: Request, pk: UUID) -> HttpResponse:
        """Save some fields as a new version. Nothing public changes."""
        item = self.find(pk)
        require(self.user, "change", item)
        sent = bodies.read_json(request)
        version = self.expected(request, item, sent)
        given = bodies.take(sent, self.kind.readers())
        if not given:
            return self.answer(item)  # Nothing to save is no version.
        save = self.kind.assign(item, given)
        try:
            revise(item, by=self.user, save=save, expected_version=version)
        except Conflict as error:
            # Somebody was faster between the check and the save.
            status = 412 if "HTTP_IF_MATCH" in request.META else 409
            raise self.conflict(self.find(pk), sent, status) from error
        return self.answer(self.find(pk))

    def delete(self, request: Request, pk: UUID) -> HttpResponse:
        """Delete a draft; what was ever published is withdrawn instead."""
        item = self.find(pk)
        require(self.user, "delete", item)
        self.expected(request, item, bodies.read_json(request))
        delete(item, by=self.user)
        return HttpResponse(status=204)


def summaries(items: list[Any]) -> list[dict[str, Any]]:
    """Items without their texts and links, in a constant number of queries."""
    pending = pending_of(items)
    shown = []
    for item in items:
        waits = pending[item.pk]
        submission = waits.submission
        shown.append(
            {
                "id": str(item.pk),
                "type": item.kind,
                "slug": item.slug,
                item.label_field: item.label,
                "version": item.version,
                "state": item.state.value,
                "stage": waits.stage.value,
                "submission": {
                    "by": who(submission.by), "at": moment(submission.at), "note": submission.note,
                    "version": submission.version,
                } if submission else None,
                "schedules": [schedule_document(row) for row in waits.schedules],
                "live_edition": item.live_edition,
                "first_published_at": moment(item.first_published_at),
                "last_published_at": moment(item.last_published_at),
                "withdrawn_at": moment(item.withdrawn_at),
                "created_at": moment(item.created_at),
                "updated_at": moment(item.updated_at),
                "updated_by": who(item.updated_by),
            }
        )  # fmt: skip
    return shown


def schedule_document(row: Schedule) -> dict[str, Any]:
    """One thing that is to happen, and why it did not."""
    return {
        "what": row.what, "at": moment(row.at), "note": row.note, "by": who(row.by), "set_at": moment(row.set_at),
        "failed_at": moment(row.failed_at), "reason": row.reason,
    }  # fmt: skip


def filtered(request: Request, kind: Kind) -> tuple[QuerySet, str]:
    """The rows a list asks for, and its ordering. 400 names what cannot be read."""
    rows: Any = kind.model._default_manager.all()
    reasons: dict[str, str] = {}
    known = partial(values.one_of, known=ORDERINGS)
    ordering = values.read(request.GET, "ordering", known, reasons, "-updated_at")
    for name in request.GET:
        rows = values.read(request.GET, name, partial(_narrowed, rows, kind, name), reasons, rows)
    if reasons:
        raise InvalidParameters(reasons)
    return rows, ordering


def _narrowed(rows: Any, kind: Kind, name: str, text: str) -> Any:
    """The rows that a filter leaves; all of them where the parameter is none."""
    match name:
        case "q":
            return with_words(rows, fold(text[:200]).split())
        case "state":
            return rows.in_state(values.one_of(text, State.values))
        case "stage":
            return rows.filter(at_stage(values.one_of(text, Stage.values)))
        case "scheduled":
            what = values.one_of(text, Schedule.What.values)
            return rows.filter(pk__in=Schedule.objects.filter(what=what).values("item_id"))
        case "person" | "event" | "section" | "language":
            return rows.filter(_link(kind, name, text))
    return rows


def _link(kind: Kind, name: str, text: str) -> Q:
    if kind.model is Article and name == "language":
        return Q(language=values.language(text))
    if kind.model is Article and name == "section":
        return Q(section__slug=values.slug(text))
    relation = {(Article, "person"): "mentions__person_id", (Article, "event"): "coverage__event_id",
                (Event, "person"): "participations__person_id"}.get((kind.model, name))  # fmt: skip
    if relation is None:
        raise values.Malformed(_("is not for this kind"))
    (pk,) = values.ids(text)[:1]
    return Q(**{relation: pk})
