"""The API as OpenAPI 3.1, told by the views themselves, and a page to read it.

Written by hand from what the views declare rather than by a generator: every parameter is in a closed list already, and
the document is the same on every version of Django and REST framework.
"""

from typing import Any

from django.http import HttpResponse
from django.template.loader import render_to_string
from django.urls import URLPattern
from rest_framework.request import Request

from articles import __version__
from articles.extensions import public_fields

from . import shapes
from .base import PublicView, dumps, prefix
from .kinds import KINDS
from .negotiation import AsNamed, Format
from .parameters import EITHER, PARAMETERS

Document = dict[str, Any]


class HTML(Format):
    media_type = "text/html; charset=utf-8"
    format = "html"


def document(base: str) -> Document:
    """The whole document; `base` is the address that the paths are relative to."""
    from .urls import urlpatterns  # The addresses name this module's views.

    paths = {}
    for pattern in urlpatterns:
        view: Any = getattr(pattern.callback, "cls", None)
        if view is None or pattern.name == "fallback":
            continue
        paths[_path(pattern)] = {"get": _operation(pattern, view)}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Newsroom public API",
            "version": __version__,
            "description": "Published articles, the people in them and the events they report. Read-only.",
        },
        "servers": [{"url": base.rstrip("/")}],
        "paths": dict(sorted(paths.items())),
        "components": {"schemas": shapes.schemas(), "responses": shapes.RESPONSES, "headers": shapes.HEADERS},
    }


def _path(pattern: URLPattern) -> str:
    route = str(pattern.pattern)
    for kind in ("str:", "slug:", "int:"):
        route = route.replace(f"<{kind}", "{")
    return "/" + route.replace(">", "}")


def _operation(pattern: URLPattern, view: Any) -> Document:
    path = _path(pattern)
    named = [part.partition("}")[0] for part in path.split("{")[1:]]
    parameters: list[Document] = [
        {
            "name": name,
            "in": "path",
            "required": True,
            "schema": {"type": "integer" if name == "number" else "string"},
        }
        for name in named
    ]
    offered = [renderer.media_type for renderer in view.renderer_classes]
    for name in sorted(view().parameters):
        parameters.append({"name": name, "in": "query", **_parameter(name, view)})
    if len(offered) > 1:
        formats = [renderer.format for renderer in view.renderer_classes]
        parameters.append({"name": "format", "in": "query", "schema": {"type": "string", "enum": formats}})
    shape = shapes.OF_VIEW.get(pattern.name or "")
    content: Document = {media_type: {} for media_type in offered}
    if shape:
        content[offered[0]] = {"schema": shape}
    responses: Document = {
        "200": {
            "description": (view.__doc__ or "").strip().split("\n")[0] or "The answer",
            "headers": {name: {"$ref": f"#/components/headers/{name}"} for name in shapes.HEADERS},
            "content": content,
        },
        "304": {"description": "The copy that the validators name is the present one"},
        "400": {"$ref": "#/components/responses/InvalidParameters"},
        "406": {"$ref": "#/components/responses/Problem"},
        "503": {"$ref": "#/components/responses/Problem"},
    }
    if named:
        responses["404"] = {"$ref": "#/components/responses/Problem"}
    if "slug" in named:
        responses["301"] = {
            "description": "The item has another address now",
            "headers": {"Location": {"schema": {"type": "string"}}},
        }
        responses["410"] = {"$ref": "#/components/responses/Withdrawn"}
    return {
        "operationId": (pattern.name or "").replace("-", "_"),
        "tags": [path.split("/")[1] or "index"],
        "parameters": parameters,
        "responses": dict(sorted(responses.items())),
    }


def _parameter(name: str, view: Any) -> Document:
    known = PARAMETERS.get(name) or _own(name)
    kind = getattr(view, "kind", None)
    schema = dict(known["schema"])
    if name == "ordering" and kind is not None and hasattr(view, "facet_names"):
        schema["enum"] = [*kind.orderings, "relevance"]
    described = {"description": known["description"], "schema": schema}
    if known.get("repeats"):
        described["schema"] = {"type": "array", "items": schema}
        described |= {"style": "form", "explode": True}
    if name == "q" and view.__name__ in ("Search", "Suggest"):
        described["required"] = True
    return described


def _own(name: str) -> Document:
    """A filter by one of the host's own fields."""
    field = next(
        field for kind in KINDS for field in public_fields(kind) if name in (field.name, f"{field.name}_not")
    )
    text = field.description or f"By the field {field.name}."
    if name != field.name:
        text += " Values to leave out."
    return {
        "description": f"{text} Accents and case do not count. {EITHER}",
        "schema": {"type": "string"},
        "repeats": True,
    }


class OpenAPI(PublicView):
    """This document."""

    def answer(self, request: Request, **kwargs: Any) -> HttpResponse:
        """No statement at all."""
        body = dumps(document(prefix(request, "index")))
        return self.not_modified(request, self.etag(request, body), None) or self.respond(
            body.encode(), keys="openapi"
        )


class Docs(PublicView):
    """The same to read, without scripts and without anything from elsewhere."""

    renderer_classes = [HTML]
    content_negotiation_class = AsNamed

    def answer(self, request: Request, **kwargs: Any) -> HttpResponse:
        """One page."""
        operations = [
            {"path": path, **methods["get"]}
            for path, methods in document(prefix(request, "index"))["paths"].items()
        ]
        body = render_to_string(
            "articles/api_docs.html", {"operations": operations, "schema": prefix(request, "openapi")}
        )
        return self.not_modified(request, self.etag(request, body), None) or self.respond(
            body.encode(), keys="openapi"
        )
