"""One name across the collection: what waits under it, accepted or rejected in all articles at once."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.utils.translation import gettext as _
from rest_framework.request import Request

from articles.actions.names import decide_name, waiting_names
from articles.actions.permissions import require
from articles.models import ITEM_MODELS, Article, Suggestion

from . import bodies
from .base import listed, respond
from .bodies import Wrong, identifier, identifiers, optional, text
from .problems import InvalidBody
from .suggestions import SuggestionView


class Names(SuggestionView):
    """What waits, by name."""

    parameters = frozenset({"page", "page_size"})

    def get(self, request: Request) -> HttpResponse:
        """`{"kind", "name", "count"}` each, the commonest first."""
        return listed(request, waiting_names(), list)


class DecideName(SuggestionView):
    """`{"kind", "name", "ids"}`: all that waits under the name, or what `ids` leaves of it."""

    accepting = False
    readers: ClassVar[dict[str, Any]] = {}

    def post(self, request: Request) -> HttpResponse:
        """`{"decided": n}`; a thousand at most, so ask again until it is 0."""
        require(self.user, "change", Article)
        known = {"kind": _kind, "name": text, "ids": identifiers, **self.readers}
        given = bodies.read(request, known, required=["kind", "name"])
        record = given.get("record")
        if record and not ITEM_MODELS[given["kind"]]._default_manager.filter(pk=record).exists():
            raise InvalidBody({"record": _("there is no such record")})
        try:
            decided = decide_name(
                given["kind"],
                given["name"],
                accept=self.accepting,
                by=self.user,
                ids=given.get("ids"),
                record=record,
                corrected=given.get("corrected"),
            )
        except ValidationError as error:
            raise InvalidBody({"corrected": " ".join(error.messages)}) from error
        return respond({"decided": decided})


class AcceptName(DecideName):
    """With `"record"`, as that person or event; with `"corrected"`, by the name that it should have been read as."""

    accepting = True
    readers: ClassVar[dict[str, Any]] = {"record": optional(identifier), "corrected": text}


class RejectName(DecideName):
    """They stay on file, decided."""


def _kind(value: Any) -> str:
    if value not in Suggestion.NAMED:
        raise Wrong(_("must be one of: {names}").format(names=", ".join(Suggestion.NAMED)))
    return value
