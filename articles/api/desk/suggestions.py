"""What the importer suggests: listed, accepted, rejected; one by one or many at once."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpResponse
from django.utils.translation import gettext as _
from rest_framework.request import Request

from articles.actions.correction import CORRECTABLE, CORRECTIONS, correct
from articles.actions.decide import accept_many, reject_many
from articles.actions.permissions import require
from articles.actions.undo_decision import undo_decision
from articles.api import values
from articles.api.problems import InvalidParameters
from articles.models import Article, Event, Person, Suggestion
from articles.wording import in_words

from . import bodies
from .base import DeskView, listed, moment, one_by_one, respond, who
from .bodies import identifier, identifiers, optional, text
from .problems import InvalidBody, first_of


class SuggestionView(DeskView):
    """Suggestions belong to articles: who may see these may see them."""

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """403 before anything is looked up."""
        super().initial(request, *args, **kwargs)
        self.may_read(Article)


class SuggestionList(SuggestionView):
    """All suggestions."""

    parameters = frozenset({"article", "kind", "decision", "sure", "page", "page_size"})

    def get(self, request: Request) -> HttpResponse:
        """A page, article by article."""
        rows = _rows()
        reasons: dict[str, str] = {}
        for name in request.GET:
            rows = values.read(request.GET, name, partial(_narrowed, rows, name), reasons, rows)
        if reasons:
            raise InvalidParameters(reasons)
        ordered = rows.order_by("article_id", "kind", "rank", "pk")
        return listed(request, ordered, one_by_one(suggestion_document))


def _narrowed(rows: Any, name: str, text: str) -> Any:
    """The rows that a filter leaves; all of them where the parameter is none."""
    match name:
        case "article":
            return rows.filter(article__in=values.ids(text))
        case "kind":
            return rows.filter(kind=values.one_of(text, Suggestion.Kind.values))
        case "decision":
            return rows.filter(decision=values.one_of(text, Suggestion.Decision.values))
        case "sure":
            return rows.filter(sure=values.one_of(text, ("true", "false")) == "true")
    return rows


class SuggestionOne(SuggestionView):
    """One suggestion."""

    def get(self, request: Request, pk: UUID) -> HttpResponse:
        """With its evidence: offsets into the text of its source."""
        return respond(suggestion_document(_one(pk)))


class Accept(SuggestionView):
    """`{"person"}` or `{"event"}` ties it to a record that there is. What was misread is sent as it should be: `name`,
    `role` and `country` of a person, `name`, `date` (EDTF) and `place` of an event."""

    def post(self, request: Request, pk: UUID) -> HttpResponse:
        """Accept one."""
        require(self.user, "change", Article)
        suggestion = _one(pk)
        given = bodies.read(
            request,
            {
                "person": optional(identifier),
                "event": optional(identifier),
                **dict.fromkeys(CORRECTIONS, text),
            },
        )
        _correct(suggestion, {name: given[name] for name in CORRECTIONS if name in given})
        ties: tuple[tuple[str, Any], ...] = (("person", Person), ("event", Event))
        for name, model in ties:
            if given.get(name) is None:
                continue
            if suggestion.kind != name:
                raise InvalidBody({name: _("is not for this kind")})
            if not model.objects.filter(pk=given[name]).exists():
                raise InvalidBody({name: _("there is no such record")})
            setattr(suggestion, f"{name}_id", given[name])
        accept_many([suggestion], by=self.user)
        return respond(suggestion_document(_one(pk)))


def _correct(suggestion: Suggestion, written: dict[str, str]) -> None:
    """Note what the body has otherwise than it was read; each field that cannot be taken is named."""
    known = CORRECTABLE.get(suggestion.kind, {})
    if strange := [name for name in written if name not in known]:
        raise InvalidBody(dict.fromkeys(strange, _("is not for this kind")))
    try:
        correct(suggestion, written)
    except ValidationError as error:
        raise InvalidBody(
            {name: " ".join(reasons) for name, reasons in error.message_dict.items()}
        ) from error


class Reject(SuggestionView):
    """It stays on file, decided."""

    def post(self, request: Request, pk: UUID) -> HttpResponse:
        """Reject one."""
        require(self.user, "change", Article)
        suggestion = _one(pk)
        bodies.read(request, {})
        reject_many([suggestion], by=self.user)
        return respond(suggestion_document(_one(pk)))


class UndoDecision(SuggestionView):
    """It waits again."""

    def post(self, request: Request, pk: UUID) -> HttpResponse:
        """Take a decision back; nothing public changes."""
        require(self.user, "change", Article)
        suggestion = _one(pk)
        bodies.read(request, {})
        undo_decision(suggestion, by=self.user)
        return respond(suggestion_document(_one(pk)))


class Many(SuggestionView):
    """`{"ids"}`: all of them or none."""

    def decide(self, request: Request, action: Callable[..., None]) -> HttpResponse:
        """Decide on what the body names."""
        require(self.user, "change", Article)
        given = bodies.read(request, {"ids": identifiers}, required=["ids"])
        with transaction.atomic():
            found: Sequence[Suggestion] = list(Suggestion.objects.filter(pk__in=given["ids"]))
            if missing := set(given["ids"]) - {row.pk for row in found}:
                raise InvalidBody({"ids": _("there is no suggestion {id}").format(id=min(map(str, missing)))})
            action(found, by=self.user)
        rows = _rows().filter(pk__in=given["ids"]).order_by("article_id", "kind", "rank", "pk")
        return respond([suggestion_document(row) for row in rows])


class AcceptMany(Many):
    def post(self, request: Request) -> HttpResponse:
        """Accept many."""
        return self.decide(request, accept_many)


class RejectMany(Many):
    def post(self, request: Request) -> HttpResponse:
        """Reject many."""
        return self.decide(request, reject_many)


def _rows() -> Any:
    return Suggestion.objects.select_related("decided_by")


def _one(pk: UUID) -> Suggestion:
    return first_of(_rows().filter(pk=pk))


def suggestion_document(row: Suggestion) -> dict[str, Any]:
    """A suggestion with its evidence and what was decided on it."""
    return {
        "id": str(row.pk),
        "article": str(row.article_id),
        "source": str(row.source_id),
        "kind": row.kind,
        "value": row.value,
        "corrected": row.corrected,
        "evidence": row.evidence,
        "sure": row.sure,
        "reason": in_words(row.reason),
        "person": str(row.person_id) if row.person_id else None,
        "event": str(row.event_id) if row.event_id else None,
        "decision": row.decision,
        "decided_at": moment(row.decided_at),
        "decided_by": who(row.decided_by),
        "decided_by_rule": row.decided_by_rule,
    }
