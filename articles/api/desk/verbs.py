"""Verbs on one item: publish, correct, withdraw, reinstate, erase, schedule, submit, approve, send back."""

from typing import ClassVar
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from rest_framework.request import Request

from articles.actions.correct import correct
from articles.actions.erase import erase
from articles.actions.publish import publish
from articles.actions.reinstate import reinstate
from articles.actions.schedule import schedule, unschedule
from articles.actions.withdraw import withdraw
from articles.actions.workflow import approve, send_back, submit
from articles.models import Edition, Schedule

from .base import Scope, respond
from .bodies import Reader, identifier, optional, text, time
from .items import ItemView, schedule_document
from .problems import InvalidBody, not_found


class Publish(ItemView):
    """`{"note"}`: with a note, publishing a live item again is a correction."""

    scopes: ClassVar = {"POST": Scope.PUBLISH}

    def post(self, request: Request, pk: UUID) -> HttpResponse:
        """Publish the version that `If-Match` names: what goes out is what was looked at."""
        item, version, given = self.receive(request, pk, "publish", {"note": text})
        return self.published(
            publish(item, by=self.user, note=given.get("note", ""), expected_version=version)
        )

    def published(self, edition: Edition) -> HttpResponse:
        """The item as it stands now, with what went out."""
        item = self.find(edition.item_id)
        return respond(
            {**self.document(item), "edition": edition.number, "note": edition.note}, version=item.version
        )


class Correct(Publish):
    """`{"note"}`: what readers are told."""

    def post(self, request: Request, pk: UUID) -> HttpResponse:
        """Publish a live item again with a public note on what was wrong."""
        item, version, given = self.receive(request, pk, "publish", {"note": text}, required=["note"])
        return self.published(correct(item, by=self.user, note=given["note"], expected_version=version))


class Withdraw(ItemView):
    """`{"notice", "replacement"}`: what readers find at the old address, and where to send them."""

    scopes: ClassVar = {"POST": Scope.WITHDRAW}

    def post(self, request: Request, pk: UUID) -> HttpResponse:
        """Take a live item away. Asks for no version: a withdrawal does not wait."""
        item, _version, given = self.receive(
            request, pk, "withdraw", {"notice": text, "replacement": optional(identifier)}, versioned=False
        )
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
        item, _version, _given = self.receive(request, pk, "withdraw", {}, versioned=False)
        reinstate(item, by=self.user)
        return self.answer(self.find(pk))


class Erase(ItemView):
    """`{"note", "notice"}`: the ground in law, for the audit log; what readers find where it was."""

    sessions_only = True  # There is no way back, so a token that got about must not do.

    def post(self, request: Request, pk: UUID) -> HttpResponse:
        """Take an item, public or not, and every word of it out of the database for good. Asks for no version."""
        readers: dict[str, Reader] = {"note": text, "notice": text}
        item, _version, given = self.receive(
            request, pk, "erase", readers, required=["note"], versioned=False
        )
        erase(item, by=self.user, note=given["note"], notice=given.get("notice", ""))
        return HttpResponse(status=204)


class Schedules(ItemView):
    """What is to happen to an item."""

    def get(self, request: Request, pk: UUID) -> HttpResponse:
        """What is scheduled, the next thing first."""
        item = self.find(pk)
        return respond([schedule_document(row) for row in Schedule.objects.filter(item_id=item.pk)])


class ScheduleOne(ItemView):
    """`publish`, `withdraw` or `embargo`: `{"at", "note"}`."""

    def check_who(self, request: Request) -> None:
        """The scope is that of what is scheduled; 404 for what cannot be."""
        what = self.kwargs["what"]
        scope = Scope.PUBLISH if what == Schedule.What.PUBLISH else Scope.WITHDRAW
        self.scopes = {"PUT": scope, "DELETE": scope}  # type: ignore[misc]
        super().check_who(request)
        if what not in Schedule.What.values:
            raise not_found()

    def put(self, request: Request, pk: UUID, what: str) -> HttpResponse:
        """Set it, in place of an earlier one."""
        readers: dict[str, Reader] = {"at": time, "note": text}
        item, _version, given = self.receive(request, pk, what, readers, required=["at"], versioned=False)
        row = schedule(item, what=what, at=given["at"], by=self.user, note=given.get("note", ""))
        return respond(schedule_document(row))

    def delete(self, request: Request, pk: UUID, what: str) -> HttpResponse:
        """Cancel it, or lift the embargo."""
        item, _version, _given = self.receive(request, pk, what, {}, versioned=False)
        unschedule(item, what=what, by=self.user)
        return HttpResponse(status=204)


class Submit(ItemView):
    """`{"note"}`: hand it in for review."""

    def post(self, request: Request, pk: UUID) -> HttpResponse:
        """Draft → in review."""
        item, version, given = self.receive(request, pk, "change", {"note": text})
        submit(item, by=self.user, note=given.get("note", ""), expected_version=version)
        return self.answer(self.find(pk))


class Approve(ItemView):
    """`{"note"}`: it may go out."""

    scopes: ClassVar = {"POST": Scope.PUBLISH}

    def post(self, request: Request, pk: UUID) -> HttpResponse:
        """In review → ready."""
        item, version, given = self.receive(request, pk, "publish", {"note": text})
        approve(item, by=self.user, note=given.get("note", ""), expected_version=version)
        return self.answer(self.find(pk))


class SendBack(ItemView):
    """`{"note"}`: what is missing."""

    scopes: ClassVar = {"POST": Scope.PUBLISH}

    def post(self, request: Request, pk: UUID) -> HttpResponse:
        """In review → returned."""
        item, version, given = self.receive(request, pk, "publish", {"note": text}, required=["note"])
        send_back(item, by=self.user, note=given["note"], expected_version=version)
        return self.answer(self.find(pk))
