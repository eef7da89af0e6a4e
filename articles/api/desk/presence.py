"""Who has an item open: read by whoever may see it, said by whoever may change it."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from rest_framework.request import Request

from articles.actions.permissions import require
from articles.actions.presence import arrive, leave, others
from articles.models import Presence

from . import bodies
from .base import moment, respond, who
from .items import ItemView


class Presences(ItemView):
    """The pages on which an item is open."""

    def get(self, request: Request, pk: UUID) -> HttpResponse:
        """Those heard of within the last 70 seconds."""
        item = self.find(pk)
        return respond([presence_document(row) for row in others(item)], version=item.version)


class PresenceOne(ItemView):
    """A page of one's own; its id is the client's to choose, a new UUID for each page that is opened."""

    def put(self, request: Request, pk: UUID, page: UUID) -> HttpResponse:
        """It is open: say so every 25 seconds. Answers with the other pages, and the item's version as ETag."""
        item = self.find(pk)
        require(self.user, "change", item)
        bodies.read(request, {})
        arrive(item, by=self.user, page=page)
        return respond([presence_document(row) for row in others(item, page=page)], version=item.version)

    def delete(self, request: Request, pk: UUID, page: UUID) -> HttpResponse:
        """It is closed."""
        item = self.find(pk)
        require(self.user, "change", item)
        leave(item, by=self.user, page=page)
        return HttpResponse(status=204)


def presence_document(row: Presence) -> dict[str, Any]:
    """A page that somebody has open."""
    return {"user": who(row.user), "since": moment(row.since), "seen_at": moment(row.seen_at)}
