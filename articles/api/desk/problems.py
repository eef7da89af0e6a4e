"""Errors of the desk API: the problem documents of both, with the refusals of actions and body errors added."""

from typing import Any

from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils.translation import gettext as _
from rest_framework import exceptions

from articles.actions.errors import Conflict, Refused
from articles.api import problems
from articles.api.problems import Problem

__all__ = ["InvalidBody", "Problem", "conflict", "first_of", "handle", "not_found"]


class InvalidBody(Problem):
    """400: one reason for each field of the body that is unknown or cannot be taken; `people.0.id` names a part."""

    def __init__(self, reasons: dict[str, str]) -> None:
        named = [{"field": name, "reason": str(reason)} for name, reason in reasons.items()]
        detail = "; ".join(": ".join(filter(None, entry.values())) for entry in named)
        super().__init__(400, _("Invalid body"), detail, errors=named)


def not_found() -> Problem:
    """404."""
    return Problem(404, _("Not found"), _("There is nothing at this address."))


def first_of(rows: QuerySet) -> Any:
    """The first of these rows, or 404."""
    row = rows.first()
    if row is None:
        raise not_found()
    return row


def conflict(status: int, detail: str, *, version: int, fields: list[dict[str, Any]]) -> Problem:
    """409, or 412 where `If-Match` asked: what the item is now, and each field sent that is different there."""
    return Problem(status, _("Changed by someone else"), detail, version=version, fields=fields)


def handle(error: Exception, context: dict[str, Any]) -> HttpResponse | None:
    """REST framework's exception handler for our views."""
    match error:
        case Conflict():
            return problems.response(Problem(409, _("Changed by someone else"), str(error)))
        case Refused():
            return problems.response(Problem(409, _("Refused"), str(error), reasons=error.messages))
        case RequestDataTooBig():
            return problems.response(Problem(413, _("Too large")))
        case exceptions.NotAuthenticated() | exceptions.AuthenticationFailed():
            answer = problems.response(Problem(401, _("Not authenticated"), str(error.detail)))
            answer["WWW-Authenticate"] = 'Bearer realm="desk"'
            return answer
        case exceptions.PermissionDenied():
            return problems.response(Problem(403, _("Forbidden"), str(error.detail)))
        case PermissionDenied():
            return problems.response(Problem(403, _("Forbidden"), str(error)))
    return problems.handle(error, context)
