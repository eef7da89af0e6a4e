"""Errors as `application/problem+json` (RFC 9457), whatever the host's REST framework is set to."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import OperationalError
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from rest_framework import exceptions

from .encoding import dumps

MEDIA_TYPE = "application/problem+json"
RETRY_SECONDS = 5


class Problem(Exception):
    """An answer other than 200; `members` are added to the problem document."""

    keys = ""
    """By which a CDN purges it, where that makes sense."""

    def __init__(self, status: int, title: str, detail: str = "", **members: Any) -> None:
        super().__init__(title)
        self.status = status
        self.title = title
        self.detail = detail
        self.members = members


class InvalidParameters(Problem):
    """400: one reason for each parameter that is unknown or malformed."""

    def __init__(self, reasons: dict[str, str]) -> None:
        named = [{"name": name, "reason": str(reason)} for name, reason in reasons.items()]
        detail = "; ".join(f"{item['name']}: {item['reason']}" for item in named)
        super().__init__(400, _("Invalid query parameters"), detail, invalid_params=named)


def not_found() -> Problem:
    """The one 404: the same bytes for a draft, a deleted item and what never was. Whatever is published next may stand
    at its address."""
    problem = Problem(404, _("Not found"), _("There is nothing public at this address."))
    problem.keys = "changes"
    return problem


def response(problem: Problem) -> HttpResponse:
    """The problem as a response, without any headers but its type."""
    document = {"type": "about:blank", "title": problem.title, "status": problem.status}
    if problem.detail:
        document["detail"] = problem.detail
    document.update(problem.members)
    answer = HttpResponse(
        dumps(document).encode("utf-8", "backslashreplace"),
        content_type=MEDIA_TYPE,
        status=problem.status,
    )
    if problem.keys:
        answer["Surrogate-Key"] = problem.keys
    return answer


def handle(error: Exception, context: dict[str, Any]) -> HttpResponse | None:
    """REST framework's exception handler for our views; None lets through what is a fault of ours."""
    match error:
        case Problem():
            return response(error)
        case Http404() | exceptions.NotFound():
            return response(not_found())
        case exceptions.Throttled():
            wait = int(getattr(error, "wait", None) or 0) + 1
            detail = _("Ask again in {seconds} seconds. Answers of 304 are not counted.").format(seconds=wait)
            answer = response(Problem(429, _("Too many requests"), detail))
            answer["Retry-After"] = str(wait)
            return answer
        case exceptions.MethodNotAllowed():
            # The sentence of REST framework is in the catalogue of an app that the host need not install.
            detail = _("This address takes other methods only; the header Allow names them.")
            return response(Problem(405, _("Method not allowed"), detail))
        case exceptions.APIException():
            return response(Problem(error.status_code, str(error.default_detail), str(error.detail)))
        case PermissionDenied():
            return response(Problem(403, _("Forbidden")))
        case OperationalError():
            # A full disk, a lock that was not given, a statement that ran too long: worth another try.
            answer = response(Problem(503, _("The archive cannot answer right now")))
            answer["Retry-After"] = str(RETRY_SECONDS)
            return answer
    return None
