"""The API as OpenAPI 3.1, told by the views themselves, and a page to read it.

Written from what the views declare rather than by a generator: every parameter is in a closed list already, and the
document is the same on every version of Django and REST framework.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.urls import URLPattern
from rest_framework.request import Request

from articles import __version__
from articles.api import html, pages
from articles.api.encoding import dumps
from articles.api.negotiation import AsNamed, Format
from articles.api.openapi import Document, headers, names_in, path_of, summary
from articles.conf import conf
from articles.extensions import public_fields

from . import examples, expand, facets, shapes
from .base import PublicView, prefix
from .described import (
    CONDITIONS,
    DESCRIPTION,
    HEADERS,
    PATH_PARAMETERS,
    RESPONSES,
    SUMMARIES,
    TAG_OF,
    TAGS,
    USUAL,
)
from .kinds import KINDS
from .parameters import EITHER, NONE_OF, PARAMETERS, some_of
from .related import Related
from .searching import MAX_SUGGESTIONS, ORDER, Search, Suggest

LOADED_AT = datetime.now(UTC)
"""The document is made of code and settings: neither changes in a running process."""


class HTML(Format):
    media_type = "text/html; charset=utf-8"
    format = "html"


def document(base: str, patterns: Iterable[URLPattern]) -> Document:
    """The whole document; `base` is the address that the paths of `patterns` are relative to."""
    paths = {}
    for pattern in patterns:
        view: Any = getattr(pattern.callback, "cls", None)
        if view is None or pattern.name == "fallback":
            continue
        paths[path_of(pattern)] = {"get": _operation(pattern, view)}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Newsroom public API",
            "version": __version__,
            "description": DESCRIPTION,
        },
        "servers": [{"url": base.rstrip("/")}],
        "tags": [{"name": name, "description": text} for name, text in TAGS.items()],
        "paths": dict(sorted(paths.items())),
        "components": {
            "schemas": shapes.schemas(),
            "responses": RESPONSES,
            "headers": HEADERS,
            "parameters": CONDITIONS,
        },
    }


def _operation(pattern: URLPattern, view: Any) -> Document:
    path = path_of(pattern)
    named = names_in(path)
    parameters = [{"name": name, "in": "path", "required": True, **PATH_PARAMETERS[name]} for name in named]
    parameters += [
        {"name": name, "in": "query", **_parameter(name, view)} for name in sorted(view().parameters)
    ]
    negotiated = "format" in view.content_negotiation_class.parameters
    if negotiated:
        formats = [renderer.format for renderer in view.renderer_classes]
        parameters.append(
            {
                "name": "format", "in": "query", "description": "Format of the answer, whatever `Accept` says.",
                "schema": {"enum": formats}, "example": formats[0],
            }
        )  # fmt: skip
    parameters += [{"$ref": f"#/components/parameters/{name}"} for name in CONDITIONS]
    responses: Document = {
        "200": {
            "description": summary(view.__doc__)[0] or "The answer.",
            "headers": headers(*USUAL),
            "content": _content(pattern, view),
        },
        "304": {"$ref": "#/components/responses/NotModified"},
        "400": {"$ref": "#/components/responses/InvalidParameters"},
        "405": {"$ref": "#/components/responses/MethodNotAllowed"},
        "412": {"$ref": "#/components/responses/PreconditionFailed"},
        "429": {"$ref": "#/components/responses/TooManyRequests"},
        "503": {"$ref": "#/components/responses/Unavailable"},
    }
    if negotiated:
        responses["406"] = {"$ref": "#/components/responses/NotAcceptable"}
    if named:
        responses["404"] = {"$ref": "#/components/responses/NotFound"}
    if "slug" in named:
        responses["301"] = {"$ref": "#/components/responses/Moved"}
        responses["410"] = {"$ref": "#/components/responses/Withdrawn"}
    head = path.split("/")[1]
    first, rest = summary(view.__doc__)
    operation = {
        "operationId": (pattern.name or "").replace("-", "_"),
        "summary": SUMMARIES.get(pattern.name or "", first),
        "tags": [TAG_OF.get(head, head)],
        "parameters": parameters,
        "responses": dict(sorted(responses.items())),
    }
    return operation | ({"description": rest} if rest else {})


def _content(pattern: URLPattern, view: Any) -> Document:
    content: Document = {}
    for place, renderer in enumerate(view.renderer_classes):
        entry: Document = {}
        if place == 0 and (shape := shapes.OF_VIEW.get(pattern.name or "")):
            entry["schema"] = shape
            if (example := examples.OF_VIEW.get(pattern.name or "")) is not None:
                entry["example"] = example
        elif place:
            entry["schema"] = shapes.OF_FORMAT[renderer.format]
        else:
            entry["schema"] = {"type": "string"}
        content[renderer.media_type.partition(";")[0]] = entry
    return content


def _parameter(name: str, view: Any) -> Document:
    known = PARAMETERS.get(name) or _own(name)
    schema = known["schema"] | _narrowed(name, view)
    described = {"description": known["description"], "schema": schema}
    if known.get("repeats"):
        described["schema"] = {"type": "array", "items": schema, "maxItems": 5}
        described |= {"style": "form", "explode": True}
    if name == "q" and view in (Search, Suggest):
        described["required"] = True
    example = _example(name, known, schema)
    return described | {"example": [example] if known.get("repeats") else example}


def _narrowed(name: str, view: Any) -> Document:
    """What the view says of a parameter beside what it always means."""
    kind: Any = getattr(view, "kind", None)
    match name:
        case "page":
            return {"maximum": conf.max_page}
        case "page_size" if view is Suggest:
            return {"maximum": MAX_SUGGESTIONS, "default": pages.FEW}
        case "page_size" if view is Related:
            return {"maximum": conf.max_page_size, "default": min(pages.FEW, conf.max_page_size)}
        case "page_size":
            return {"maximum": conf.max_page_size, "default": conf.page_size}
        case "ordering" if hasattr(view, "facet_names"):
            return {"enum": [*kind.orderings, "relevance"]}
        case "ordering":
            return {"enum": ["date", "-date"]}
        case "fields" | "omit":
            return {"pattern": some_of(kind.fields)}
        case "expand":
            return {"pattern": some_of(tuple(expand.EXPANDABLE[kind.name]))}
        case "facets":
            return {"pattern": some_of(tuple(facets.FACETS))}
        case "kind":
            return {"pattern": some_of(ORDER if view is Search else tuple(shapes.EVENT_KINDS))}
    return {}


def _example(name: str, known: Document, schema: Document) -> Any:
    """One that the view's own closed list has."""
    if "enum" in schema:
        return schema["enum"][0]
    if name in ("expand", "kind"):
        return schema["pattern"].removeprefix("^(").partition("|")[0].partition(")")[0]
    return known["example"]


def _own(name: str) -> Document:
    """A filter by one of the host's own fields."""
    field = next(
        field for kind in KINDS for field in public_fields(kind) if name in (field.name, f"{field.name}_not")
    )
    text = field.description or f"By the field {field.name}."
    if name == field.name:
        text += f" Accents and case do not count. {EITHER}"
    else:
        text += f" Values to leave out; accents and case do not count. {NONE_OF}"
    schema = {"type": "string", "minLength": 1, "maxLength": 200}
    return {"description": text, "schema": schema, "repeats": True, "example": field.name}


class Description(PublicView):
    """What the API says of itself; no statement at all."""

    patterns: Sequence[URLPattern] = ()
    """The addresses that it describes."""

    def answer(self, request: Request, **kwargs: Any) -> HttpResponse:
        """The same for everybody until the next start."""
        body = self.write(request, document(prefix(request, "index"), self.patterns)).encode()
        return self.not_modified(request, self.etag(request, body), LOADED_AT) or self.respond(
            lambda: body, keys="openapi"
        )

    def write(self, request: Request, whole: Document) -> str:
        """The document as text."""
        raise NotImplementedError


class OpenAPI(Description):
    """This document."""

    def write(self, request: Request, whole: Document) -> str:
        """JSON."""
        return dumps(whole)


class Docs(Description):
    """The same to read, without scripts and without anything from elsewhere."""

    renderer_classes = [HTML]
    content_negotiation_class = AsNamed
    in_no_language = False

    def write(self, request: Request, whole: Document) -> str:
        """One page."""
        return html.render("api_docs.html", {**reading(whole), "schema": prefix(request, "openapi")})


def reading(whole: Document) -> Document:
    """A document as its page shows it: operations by tag, with an address to try where none of it has to be chosen."""
    server = whole["servers"][0]["url"]
    operations = []
    for path, methods in whole["paths"].items():
        for method, operation in methods.items():
            parameters = [
                {
                    **one,
                    "example": ", ".join(one["example"])
                    if isinstance(one["example"], list)
                    else one["example"],
                }
                for one in operation["parameters"]
                if "name" in one
            ]
            asked = {one["name"]: one["example"] for one in parameters if one.get("required")}
            address = f"{server}{path}?{urlencode(asked)}".rstrip("?") if "{" not in path else ""
            operations.append(
                {
                    **operation,
                    "method": method.upper(),
                    "path": path,
                    "parameters": parameters,
                    "address": address,
                }
            )
    return {
        "info": whole["info"],
        "groups": [
            {**tag, "operations": [one for one in operations if one["tags"] == [tag["name"]]]}
            for tag in whole["tags"]
        ],
    }
