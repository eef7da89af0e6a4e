"""Webhooks over the API: for people who are logged in, since whoever holds one hears of every change."""

from hashlib import sha256
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from rest_framework.request import Request

from articles.actions import webhooks
from articles.actions.permissions import require
from articles.api.encoding import dumps
from articles.models import ITEM_MODELS, Delivery, Webhook

from . import bodies
from .base import DeskView, listed, moment, one_by_one, respond
from .bodies import Wrong, some_of, text
from .problems import first_of


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise Wrong(_("must be true or false"))
    return value


FIELDS: dict[str, bodies.Reader] = {"name": text, "url": text, "kinds": some_of(ITEM_MODELS)}


class WebhookView(DeskView):
    sessions_only = True

    def find(self, pk: UUID, verb: str = "change") -> Webhook:
        """The webhook, for those who may `verb` webhooks; 404 where there is none."""
        require(self.user, verb, Webhook)
        return first_of(Webhook.objects.filter(pk=pk))


class WebhookList(WebhookView):
    """Who hears of changes."""

    def get(self, request: Request) -> HttpResponse:
        """All of them, without their secrets."""
        require(self.user, "view", Webhook)
        return respond([webhook_document(row) for row in Webhook.objects.all()])

    def post(self, request: Request) -> HttpResponse:
        """`{"name", "url", "kinds"}`: `secret` in the answer is shown this once."""
        require(self.user, "add", Webhook)
        given = {"kinds": [], **bodies.read(request, FIELDS, required=["name", "url"])}
        row = Webhook()
        secret = webhooks.save_webhook(row, by=self.user, **given)
        return respond({**webhook_document(row), "secret": secret}, status=201)


class WebhookOne(WebhookView):
    """One webhook."""

    def get(self, request: Request, pk: UUID) -> HttpResponse:
        """Without its secret."""
        return self.answer(self.find(pk, "view"))

    def patch(self, request: Request, pk: UUID) -> HttpResponse:
        """Change any of `name`, `url`, `kinds`; `on` switches it."""
        row = self.find(pk)
        bodies.check_tag(request, _tag(row))
        given = bodies.read(request, {**FIELDS, "on": _flag})
        on = given.pop("on", None)
        if given:
            present = {"name": row.name, "url": row.url, "kinds": row.kinds}
            webhooks.save_webhook(row, by=self.user, **(present | given))
        if on is not None:
            webhooks.switch_webhook(row, by=self.user, on=on)
        return self.answer(row)

    def answer(self, row: Webhook) -> HttpResponse:
        """The webhook, under the ETag that `If-Match` can name."""
        answer = respond(webhook_document(row))
        answer["ETag"] = f'"{_tag(row)}"'
        return answer

    def delete(self, request: Request, pk: UUID) -> HttpResponse:
        """Remove it with its messages."""
        row = self.find(pk, "delete")
        bodies.check_tag(request, _tag(row))
        webhooks.remove_webhook(row, by=self.user)
        return HttpResponse(status=204)


def _tag(row: Webhook) -> str:
    """What changes with what can be changed."""
    state = dumps([row.name, row.url, row.kinds, row.disabled_at is None])
    return sha256(state.encode()).hexdigest()[:16]


class Test(WebhookView):
    """A try."""

    def post(self, request: Request, pk: UUID) -> HttpResponse:
        """Send a `ping` now; the answer says what became of it."""
        row = self.find(pk)
        bodies.read(request, {})
        return respond(delivery_document(webhooks.try_webhook(row, by=self.user)))


class Secret(WebhookView):
    """Its secret."""

    def post(self, request: Request, pk: UUID) -> HttpResponse:
        """A new one, shown this once; for a day messages carry both signatures."""
        row = self.find(pk)
        bodies.read(request, {})
        return respond({"secret": webhooks.rotate_secret(row, by=self.user)})


class DeliveryList(WebhookView):
    """Its messages."""

    parameters = frozenset({"page", "page_size"})

    def get(self, request: Request, pk: UUID) -> HttpResponse:
        """The newest first."""
        row = self.find(pk, "view")
        return listed(request, row.deliveries.all(), one_by_one(delivery_document))


class Again(WebhookView):
    """One message once more."""

    def post(self, request: Request, pk: UUID, delivery: UUID) -> HttpResponse:
        """Put it back in the queue."""
        row = self.find(pk)
        bodies.read(request, {})
        one = first_of(row.deliveries.filter(pk=delivery))
        webhooks.send_again(one, by=self.user)
        one.refresh_from_db()
        return respond(delivery_document(one))


def webhook_document(row: Webhook) -> dict[str, Any]:
    """A webhook without its secret."""
    return {
        "id": str(row.pk), "name": row.name, "url": row.url, "kinds": row.kinds,
        "created_at": moment(row.created_at), "delivered_at": moment(row.delivered_at),
        "on": row.disabled_at is None, "disabled_reason": row.disabled_reason,
    }  # fmt: skip


def delivery_document(row: Delivery) -> dict[str, Any]:
    """A message and what became of it."""
    return {
        "id": str(row.pk), "payload": row.payload, "status": row.status, "attempts": row.attempts,
        "answer": row.answer, "made_at": moment(row.made_at), "done_at": moment(row.done_at),
        "due_at": moment(row.due_at) if row.status == Delivery.Status.WAITING else None,
    }  # fmt: skip
