"""How both OpenAPI documents write addresses, headers and errors, and what they take from docstrings."""

from collections.abc import Iterable
from typing import Any

from django.urls import URLPattern

from . import schemas

Document = dict[str, Any]


def path_of(pattern: URLPattern) -> str:
    """The path of an address as OpenAPI writes it, `/articles/{slug}/`."""
    route = str(pattern.pattern)
    for kind in ("str:", "slug:", "int:", "uuid:"):
        route = route.replace(f"<{kind}", "{")
    return "/" + route.replace(">", "}")


def names_in(path: str) -> list[str]:
    """The parameters of a path."""
    return [part.partition("}")[0] for part in path.split("{")[1:]]


def summary(text: str | None) -> tuple[str, str]:
    """The first sentence of a docstring, and what follows it."""
    words = " ".join((text or "").split())
    first, dot, rest = words.partition(". ")
    return (first + dot).strip(), rest.strip()


def headers(*names: str) -> Document:
    """References to described headers."""
    return {name: {"$ref": f"#/components/headers/{name}"} for name in names}


def problem(
    description: str, example: Document, *, schema: str = "Problem", more: Iterable[str] = ()
) -> Document:
    """An error response."""
    return {
        "description": description,
        "headers": headers("Cache-Control", "Vary", *more),
        "content": {
            "application/problem+json": {
                "schema": schemas.ref(schema),
                "example": {"type": "about:blank", **example},
            }
        },
    }
