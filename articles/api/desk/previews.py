"""Previews of drafts: tokens made and revoked by editors, and the draft for whoever holds one."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from rest_framework.exceptions import NotAuthenticated
from rest_framework.request import Request

from articles.actions.permissions import require
from articles.actions.preview import LIFETIME, LONGEST, make_preview, open_preview, revoke_preview
from articles.api.public.kinds import KINDS
from articles.models import PreviewToken

from . import bodies
from .base import DeskView, moment, respond, who
from .bodies import Wrong, whole
from .items import ItemView
from .problems import first_of


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
        row = first_of(PreviewToken.objects.filter(pk=token, item_id=self.find(pk).pk))
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
            "url": kind.addresses(request).of(preview.document["slug"]),
            **(totals if kind.counts else {}),
        }
        return respond({**head, **preview.document, "unpublished": preview.unpublished})


def preview_document(row: PreviewToken) -> dict[str, Any]:
    """A preview token without its secret."""
    return {
        "id": str(row.pk), "by": who(row.user), "created_at": moment(row.created_at),
        "expires_at": moment(row.expires_at), "last_used_at": moment(row.last_used_at),
    }  # fmt: skip


def _seconds(value: Any) -> int:
    seconds = whole(value)
    if seconds > LONGEST.total_seconds():
        raise Wrong(_("must be a week at most"))
    return seconds
