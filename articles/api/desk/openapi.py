"""The desk API as OpenAPI 3.1, told by its views; `operations` says what goes in and what comes out."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.http import HttpResponse
from django.urls import URLPattern, reverse
from rest_framework.request import Request

from articles import __version__
from articles.api.openapi import Document, headers, names_in, path_of, problem, summary
from articles.api.schemas import UUID
from articles.conf import conf
from articles.models import AuditEntry, Schedule, Stage, State, Suggestion

from . import operations, shapes
from .base import DeskView, respond
from .items import ORDERINGS
from .photos import MEDIA_TYPES as PHOTO_TYPES

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
_UUID_EXAMPLE = "a07780a3-2b19-5a08-8963-0d0ce874cfb6"
DESCRIPTION = (
    "What editors do, for programs: the same verbs, permissions and refusals as in the admin. Send a token as "
    "`Authorization: Bearer nrt_…`, or a session with its CSRF token. Whatever changes an item, or judges it, "
    "wants the version that is meant, as `If-Match` or as `version` in the body; withdrawing, reinstating, erasing and "
    "times take one and ask for none. Nothing is ever cached."
)
TAGS = {
    "desk": "What there is, and who is asking.",
    "articles": "Articles on the desk.",
    "people": "People on the desk.",
    "events": "Events on the desk.",
    "suggestions": "What the importer suggests.",
    "merges": "Records that became one.",
    "schedules": "What is to happen when.",
    "audit": "Who did what.",
    "tokens": "Keys to this API.",
    "webhooks": "Programs that hear of changes.",
    "preview": "A draft in the public shape.",
}


def _query(description: str, example: Any, **schema: Any) -> Document:
    return {"description": description, "example": example, "schema": {"type": "string", **schema}}


def _parameters() -> dict[str, Document]:
    number: Document = {"type": "integer", "minimum": 1}
    return {
        "q": _query("Words that titles, names or texts have; accents do not count.", "hoi dam"),
        "state": _query("Where items stand.", "draft", enum=State.values),
        "stage": _query("How far they have come.", "in_review", enum=Stage.values),
        "section": _query("Slug of the section.", "thoi-su"),
        "language": _query("Language tag.", "vi"),
        "person": _query("Id of a person that they are tied to.", _UUID_EXAMPLE, format="uuid"),
        "event": _query("Id of an event that they report.", _UUID_EXAMPLE, format="uuid"),
        "article": _query("Ids of articles, parted by commas.", _UUID_EXAMPLE),
        "scheduled": _query("What is to happen to them.", "publish", enum=Schedule.What.values),
        "ordering": _query("Order of the items.", "-updated_at", enum=list(ORDERINGS)),
        "kind": _query("Kind of the suggestion.", "person", enum=Suggestion.Kind.values),
        "decision": _query("What was decided on it.", "suggested", enum=Suggestion.Decision.values),
        "sure": _query("Whether the rules are sure of it.", "true", enum=["true", "false"]),
        "what": _query("What is to happen.", "publish", enum=Schedule.What.values),
        "failed": _query("Whether it was tried and refused.", "true", enum=["true", "false"]),
        "verb": _query("What was done.", AuditEntry.Verb.values[0], enum=AuditEntry.Verb.values),
        "by": _query("The account that did it.", "editor"),
        "absorb": _query("Id of the record that would become a part of this one.", _UUID_EXAMPLE, format="uuid"),
        "from": {"description": "The earlier version.", "example": 1, "schema": number},
        "to": {"description": "The later version.", "example": 2, "schema": number},
        "page": {
            "description": "Number of the page, from 1.", "example": 1, "schema": number | {"maximum": conf.max_page},
        },
        "page_size": {
            "description": "Items a page.", "example": 20, "schema": number | {"maximum": conf.max_page_size},
        },
    }  # fmt: skip


REQUIRED = {("Diff", "from"), ("Diff", "to"), ("MergeInto", "absorb")}
PATH_PARAMETERS: dict[str, Document] = {
    "pk": {"description": "Id of the record.", "schema": UUID, "example": _UUID_EXAMPLE},
    "token": {"description": "Id of the token.", "schema": UUID, "example": _UUID_EXAMPLE},
    "delivery": {"description": "Id of the message.", "schema": UUID, "example": _UUID_EXAMPLE},
    "version": {"description": "Number of the version.", "schema": {"type": "integer", "minimum": 1}, "example": 1},
    "photo": {"description": "Id of the photo.", "schema": UUID, "example": _UUID_EXAMPLE},
    "page": {
        "description": "Id of the page that is open, the client's to choose.", "schema": UUID,
        "example": _UUID_EXAMPLE,
    },
    "what": {"description": "What is to happen.", "schema": {"enum": Schedule.What.values}, "example": "publish"},
}  # fmt: skip
HEADERS: dict[str, Document] = {
    "ETag": {"description": "The version, for `If-Match`.", "schema": {"type": "string"}, "example": '"3"'},
    "Location": {
        "description": "Where the new record is.", "schema": {"type": "string"},
        "example": f"https://news.example/api/desk/articles/{_UUID_EXAMPLE}/",
    },
    "Cache-Control": {
        "description": "Nothing of the desk is kept anywhere.", "schema": {"type": "string"},
        "example": "private, no-store",
    },
    "Vary": {
        "description": "What of the request the answer depends on.", "schema": {"type": "string"},
        "example": "Accept, Authorization, Cookie",
    },
    "WWW-Authenticate": {
        "description": "How to say who asks.", "schema": {"type": "string"}, "example": 'Bearer realm="desk"',
    },
    "Allow": {"description": "Methods that there are.", "schema": {"type": "string"}, "example": "GET, OPTIONS"},
}  # fmt: skip


def _problem(
    status: int, title: str, description: str, *, schema: str = "Problem", more: Any = ()
) -> Document:
    return problem(description, {"title": title, "status": status}, schema=schema, more=more)


RESPONSES: dict[str, Document] = {
    "400": _problem(
        400, "Invalid body", "Parameters or keys that cannot be taken, each with a reason.", schema="InvalidRequest"
    ),
    "401": _problem(401, "Not authenticated", "Nobody is asking.", more=["WWW-Authenticate"]),
    "403": _problem(403, "Forbidden", "The one who asks may not, or their token may not."),
    "404": _problem(404, "Not found", "There is nothing at this address."),
    "405": _problem(405, "Method not allowed", "There is no such verb here.", more=["Allow"]),
    "406": _problem(406, "Not acceptable", "Only JSON is offered."),
    "409": _problem(
        409, "Refused", "The verb is refused, with its reasons; or someone else saved meanwhile.", schema="Conflict"
    ),
    "412": _problem(
        412, "Changed by someone else", "`If-Match` names another version: both sides of each field.", schema="Conflict"
    ),
    "413": _problem(413, "Too large", "The body is too large."),
    "415": _problem(415, "Unsupported media type", "Send application/json."),
    "422": _problem(422, "Key used before", "The Idempotency-Key belongs to another request."),
    "428": _problem(428, "Precondition required", "Send If-Match, or `version` in the body."),
    "503": _problem(503, "The archive cannot answer right now", "Worth another try."),
}  # fmt: skip


def document(base: str, patterns: Iterable[URLPattern]) -> Document:
    """The whole document; `base` is the address that the paths of `patterns` are relative to."""
    paths: dict[str, Document] = {}
    for pattern in patterns:
        if pattern.name == "desk-fallback":
            continue
        view: Any = pattern.callback.view_class  # type: ignore[attr-defined]
        methods = {
            method.lower(): _operation(pattern, view, method)
            for method in METHODS
            if hasattr(view, method.lower())
        }
        paths[path_of(pattern)] = methods
    return {
        "openapi": "3.1.0",
        "info": {"title": "Newsroom desk API", "version": __version__, "description": DESCRIPTION},
        "servers": [{"url": base.rstrip("/")}],
        "security": [{"token": []}, {"session": []}],
        "tags": [{"name": name, "description": text} for name, text in TAGS.items()],
        "paths": dict(sorted(paths.items())),
        "components": {
            "schemas": shapes.schemas(),
            "responses": RESPONSES,
            "headers": HEADERS,
            "securitySchemes": {
                "token": {
                    "type": "http",
                    "scheme": "bearer",
                    "description": "Made by `create_token` or at `tokens/`.",
                },
                "session": {"type": "apiKey", "in": "cookie", "name": "sessionid"},
                "preview": {"type": "apiKey", "in": "header", "name": "X-Preview-Token"},
            },
        },
    }


def _operation(pattern: URLPattern, view: Any, method: str) -> Document:
    path, name = path_of(pattern), view.__name__
    kind = pattern.callback.view_initkwargs.get("kind")  # type: ignore[attr-defined]
    taken, answered, status = operations.described(name, method, kind.name.title() if kind else "")
    key = (name, method)
    first, rest = summary(getattr(view, method.lower()).__doc__)
    about = " ".join(filter(None, [" ".join((view.__doc__ or "").split()), rest]))
    named = names_in(path)
    parameters: list[Document] = [
        {"name": one, "in": "path", "required": True, **_path_parameter(one, pattern)} for one in named
    ]
    if method == "GET":
        known = _parameters()
        for one in sorted(view.parameters):
            found = known.get(one) or _query(f"Narrows the list down by {one}.", "")
            parameters.append({"name": one, "in": "query", "required": (name, one) in REQUIRED, **found})
    if key in operations.VERSIONED | operations.MAY_BE_VERSIONED:
        parameters.append(
            _in_header("If-Match", "The version that is meant, its ETag; `*` for whatever is there.", '"3"')
        )
    if key == ("ItemList", "POST"):
        parameters.append(
            _in_header(
                "Idempotency-Key",
                "Sent again with the same body, it creates nothing more.",
                "import-2026-07-06-17",
            )
        )
    shown = ["Cache-Control", "Vary", *(["Location"] if status == 201 and name == "ItemList" else [])]
    answer: Document = {"description": about or first or "Done.", "headers": headers(*shown)}
    if status != 204:
        answer["content"] = {"application/json": {"schema": answered or {}}}
    operation: Document = {
        "operationId": f"{(pattern.name or '').replace('-', '_')}_{method.lower()}",
        "summary": first or f"{method} {path}",
        "tags": [path.split("/")[1] or "desk"],
        "parameters": parameters,
        "responses": {str(status): answer}
        | {
            code: {"$ref": f"#/components/responses/{code}"} for code in _errors(key, found_by_id=bool(named))
        },
    }
    if about:
        operation["description"] = about
    if taken is not None:
        operation["requestBody"] = _body(taken)
    if name == "PreviewDocument":
        operation["security"] = [{"preview": []}]
    elif view.sessions_only:
        operation["security"] = [{"session": []}]
    return operation


def _errors(key: tuple[str, str], *, found_by_id: bool) -> list[str]:
    """The statuses of errors that an operation can answer."""
    errors = {"400", "401", "403", "405", "406", "503"}
    if found_by_id:
        errors |= {"404"}
    if key[1] != "GET":
        errors |= {"409", "413", "415"}
    if key in operations.VERSIONED | operations.MAY_BE_VERSIONED:
        errors |= {"412"}
    if key in operations.VERSIONED:
        errors |= {"428"}
    if key == ("ItemList", "POST"):
        errors |= {"422"}
    return sorted(errors)


def _body(taken: Document) -> Document:
    if taken is shapes.BYTES:
        return {"required": True, "content": {name: {"schema": taken} for name in PHOTO_TYPES}}
    required = bool(taken.get("required")) or "$ref" in taken
    return {"required": required, "content": {"application/json": {"schema": taken}}}


def _path_parameter(name: str, pattern: URLPattern) -> Document:
    if f"<int:{name}>" in str(pattern.pattern) and name == "pk":
        return {
            "description": "Number of the record.",
            "schema": {"type": "integer", "minimum": 1},
            "example": 1,
        }
    return PATH_PARAMETERS.get(name) or {"description": name, "schema": {"type": "string"}, "example": name}


def _in_header(name: str, description: str, example: str) -> Document:
    return {
        "name": name,
        "in": "header",
        "description": description,
        "schema": {"type": "string"},
        "example": example,
    }


class OpenAPI(DeskView):
    """The desk API, for programs that write programs."""

    patterns: Sequence[URLPattern] = ()
    """The addresses that it describes."""

    def get(self, request: Request) -> HttpResponse:
        """This document."""
        return respond(document(request.build_absolute_uri(reverse("articles:desk")), self.patterns))
