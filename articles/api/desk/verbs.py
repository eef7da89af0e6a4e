"""Verbs on one item: publish, withdraw, reinstate, schedule, submit, approve, send back, preview."""

from datetime import timedelta
from typing import Any, ClassVar
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from rest_framework.exceptions import NotAuthenticated
from rest_framework.request import Request

from articles.actions.permissions import require
from articles.actions.preview import LIFETIME, make_preview, open_preview, revoke_preview
from articles.actions.publish import publish
from articles.actions.reinstate import reinstate
from articles.actions.schedule import schedule, unschedule
from articles.actions.withdraw import withdraw
from articles.actions.workflow import approve, send_back, submit
from articles.api.public.kinds import KINDS
from articles.models import Edition, PreviewToken, Schedule

from . import body as bodies
from .base import DeskView, Scope, moment, respond, who
from .body import Wrong, identifier, optional, text, time, whole
from .items import ItemView, schedule_document
from .problems import InvalidBody, not_found


class Publish(ItemView):
    """`{"note"}`: with a note, publishing a live item again is a correction."""

    scopes: ClassVar = {"POST": Scope.PUBLISH}

    def post(self, request: Request, pk: UUID) -> HttpResponse:
        """Publish the version that `If-Match` names: what goes out is what was looked at."""
        item = self.find(pk)
        require(self.user, "publish", item)
        sent = bodies.read_json(request)
        version = self.expected(request, item, sent)
        given = bodies.take(sent, {"note": text})
        edition: Edition = publish(item, by=self.user, note=given.get("note", ""), expected_version=version)
        return respond(
            {**self.document(self.find(pk)), "edition": edition.number, "note": edition.note},
            version=item.version,
        )


class Withdraw(ItemView):
    """`{"notice", "replacement"}`: what readers find at the old address, and where to send them."""

    scopes: ClassVar = {"POST": Scope.WITHDRAW}

    def post(self, request: Request, pk: UUID) -> HttpResponse:
        """Take a live item away. Asks for no version: a withdrawal does not wait."""
        item = self.find(pk)
        require(self.user, "withdraw", item)
        sent = bodies.read_json(request)
        self.named(request, item, sent)
        given = bodies.take(sent, {"notice": text, "replacement": optional(identifier)})
        replacement = None
        if given.get("replacement"):
            replacement = self.kind.model._default_manager.filter(pk=given["replacement"]).first()
            if replacement is None:
                raise InvalidBody({"replacement": _("there is no such record")})
        withdraw(item, by=self.user, notice=given.get("notice", ""), replacement=replacement)
        return self.answer(self.find(pk))


class Reinstate(ItemView):
    """A withdrawn item becomes a draft."""

    scopes: ClassVar = {"POST": Scope.WITHDRAW}

    def post(self, request: Request, pk: UUID) -> HttpResponse:
        """Nothing is public again before it is published."""
        item = self.find(pk)
        require(self.user, "withdraw", item)
        sent = bodies.read_json(request)
        self.named(request, item, sent)
        bodies.take(sent, {})
        reinstate(item, by=self.user)
        return self.answer(self.find(pk))


class Schedules(ItemView):
    """What is to happen to an item, and setting it."""

    scopes: ClassVar = {"PUT": Scope.PUBLISH, "DELETE": Scope.PUBLISH}

    def get(self, request: Request, pk: UUID) -> HttpResponse:
        """What is scheduled, the next thing first."""
        item = self.find(pk)
        return respond([schedule_document(row) for row in Schedule.objects.filter(item_id=item.pk)])


class ScheduleOne(ItemView):
    """`publish`, `withdraw` or `embargo`: `{"at", "note"}`."""

    def check_who(self, request: Request) -> None:
        """The scope is that of what is scheduled."""
        what = self.kwargs["what"]
        scope = Scope.PUBLISH if what == Schedule.What.PUBLISH else Scope.WITHDRAW
        self.scopes = {"PUT": scope, "DELETE": scope}  # type: ignore[misc]
        super().check_who(request)

    def put(self, request: Request, pk: UUID, what: str) -> HttpResponse:
        """Set it, in place of an earlier one."""
        item = self._item(pk, what)
        sent = bodies.read_json(request)
        self.named(request, item, sent)
        given = bodies.take(sent, {"at": time, "note": text}, required=["at"])
        row = schedule(item, what=what, at=given["at"], by=self.user, note=given.get("note", ""))
        return respond(schedule_document(row))

    def delete(self, request: Request, pk: UUID, what: str) -> HttpResponse:
        """Cancel it, or lift the embargo."""
        item = self._item(pk, what)
        sent = bodies.read_json(request)
        self.named(request, item, sent)
        bodies.take(sent, {})
        unschedule(item, what=what, by=self.user)
        return HttpResponse(status=204)

    def _item(self, pk: UUID, what: str) -> Any:
        if what not in Schedule.What.values:
            raise not_found()
        item = self.find(pk)
        require(self.user, what, item)
        return item


class Submit(ItemView):
    """`{"note"}`: hand it in for review."""

    def post(self, request: Request, pk: UUID) -> HttpResponse:
        """Draft → in review."""
        item = self.find(pk)
        require(self.user, "change", item)
        sent = bodies.read_json(request)
        version = self.named(request, item, sent)
        given = bodies.take(sent, {"note": text})
        submit(item, by=self.user, note=given.get("note", ""), expected_version=version)
        return self.answer(self.find(pk))


class Approve(ItemView):
    """`{"note"}`: it may go out."""

    scopes: ClassVar = {"POST": Scope.PUBLISH}

    def post(self, request: Request, pk: UUID) -> HttpResponse:
        """In review → ready."""
        item = self.find(pk)
        require(self.user, "publish", item)
        sent = bodies.read_json(request)
        version = self.expected(request, item, sent)
        given = bodies.take(sent, {"note": text})
        approve(item, by=self.user, note=given.get("note", ""), expected_version=version)
        return self.answer(self.find(pk))


class SendBack(ItemView):
    """`{"note"}`: what is missing."""

    scopes: ClassVar = {"POST": Scope.PUBLISH}

    def post(self, request: Request, pk: UUID) -> HttpResponse:
        """In review → returned."""
        item = self.find(pk)
        require(self.user, "publish", item)
        sent = bodies.read_json(request)
        version = self.named(request, item, sent)
        given = bodies.take(sent, {"note": text}, required=["note"])
        send_back(item, by=self.user, note=given["note"], expected_version=version)
        return self.answer(self.find(pk))


class Previews(ItemView):
    """Preview tokens of one item."""

    def get(self, request: Request, pk: UUID) -> HttpResponse:
        """Those that can still be used, without their secrets."""
        rows = PreviewToken.objects.usable().filter(item_id=self.find(pk).pk).select_related("user")
        return respond([preview_document(row) for row in rows])

    def post(self, request: Request, pk: UUID) -> HttpResponse:
        """`{"seconds"}`, an hour if it is not said. `token` in the answer is shown this once."""
        item = self.find(pk)
        require(self.user, "change", item)
        given = bodies.read(request, {"seconds": _seconds})
        seconds = given.get("seconds", int(LIFETIME.total_seconds()))
        token, secret = make_preview(item, by=self.user, lifetime=timedelta(seconds=seconds))
        return respond({**preview_document(token), "token": secret}, status=201)


class PreviewOne(ItemView):
    """One preview token."""

    def delete(self, request: Request, pk: UUID, token: UUID) -> HttpResponse:
        """Revoke it."""
        row = PreviewToken.objects.filter(pk=token, item_id=self.find(pk).pk).first()
        if row is None:
            raise not_found()
        revoke_preview(row, by=self.user)
        return HttpResponse(status=204)


class PreviewDocument(DeskView):
    """`GET preview/` with `Authorization: Preview nrp_…` or `X-Preview-Token: nrp_…`, for frontends.

    The token is all there is: no session, no user, nothing in the address that a log or a referrer would keep.
    """

    authentication_classes = []

    def check_who(self, request: Request) -> None:
        """Whoever holds the token."""

    def get(self, request: Request) -> HttpResponse:
        """The draft in the public shape; links that the public would not get stand apart, in `unpublished`."""
        scheme, _blank, secret = request.META.get("HTTP_AUTHORIZATION", "").partition(" ")
        if scheme.lower() != "preview":
            secret = request.META.get("HTTP_X_PREVIEW_TOKEN", "")
        preview = open_preview(secret.strip()) if secret else None
        if preview is None:
            raise NotAuthenticated(_("The preview token is missing, expired, revoked or used up."))
        kind, pk = KINDS[preview.item.kind], preview.item.pk
        # As the public API puts them in front of a document: its address, and totals that live rows keep.
        totals = kind.rows.filter(pk=pk).values(*kind.counts).first() or dict.fromkeys(kind.counts, 0)
        head = {
            "url": kind.addresses(request).of(preview.document["slug"], pk),
            **(totals if kind.counts else {}),
        }
        return respond({**head, **preview.document, "unpublished": preview.unpublished})


def preview_document(row: PreviewToken) -> dict[str, Any]:
    """A preview token without its secret."""
    return {
        "id": str(row.pk), "by": who(row.user), "created_at": moment(row.created_at),
        "expires_at": moment(row.expires_at),
    }  # fmt: skip


def _seconds(value: Any) -> int:
    seconds = whole(value)
    if seconds > 7 * 24 * 3600:
        raise Wrong(_("must be a week at most"))
    return seconds
