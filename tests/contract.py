"""Answers of the public API, held against the OpenAPI document: status, media type, headers and shape."""

import json
from functools import lru_cache
from typing import Any

import jsonschema
from django.test import Client
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

SELF = "urn:openapi"
PUBLIC = "/api/v1/openapi.json"
NAMED_LATE = {"301", "404", "405"}
"""Answers of addresses that are none, which the document cannot have."""


class Contract:
    """One OpenAPI document."""

    def __init__(self, document: dict[str, Any]) -> None:
        # References are to this document, wherever the schema that holds them is taken from.
        text = json.dumps(document).replace('"$ref": "#/', f'"$ref": "{SELF}#/')
        self.document: dict[str, Any] = json.loads(text)
        self.registry = Registry().with_resource(SELF, Resource(self.document, DRAFT202012))
        self._validators: dict[int, Any] = {}
        self.operations = {
            (operation["operationId"], method): operation
            for methods in self.document["paths"].values()
            for method, operation in methods.items()
        }

    def resolve(self, part: dict[str, Any]) -> dict[str, Any]:
        """What a reference leads to."""
        while "$ref" in part:
            found: Any = self.document
            for step in part["$ref"].partition("#/")[2].split("/"):
                found = found[step]
            part = found
        return part

    def check_value(self, value: Any, schema: dict[str, Any], where: str) -> None:
        """Raise an AssertionError that says which part of a value does not fit."""
        validator = self._validators.get(id(schema))
        if validator is None:
            validator = jsonschema.Draft202012Validator(
                schema, registry=self.registry, format_checker=FORMATS
            )
            self._validators[id(schema)] = validator
        error = jsonschema.exceptions.best_match(validator.iter_errors(value))
        assert error is None, f"{where}: {error.json_path} {error.message[:500]}"

    def check(self, response: Any, *, operation: str, method: str = "get") -> None:
        """Hold an answer against what the document says of its operation."""
        where = f"{method} {operation} {response.status_code}"
        described = self.operations[operation, method]["responses"]
        assert str(response.status_code) in described, (
            f"{where} is not in the document: {response.content[:300]}"
        )
        answer = self.resolve(described[str(response.status_code)])
        for name in answer.get("headers", {}):
            if name != "Last-Modified":
                assert name in response.headers, f"{where} lacks the header {name}"
        content = answer.get("content")
        if not content or response.status_code in (204, 304):
            return
        media_type = response["Content-Type"].partition(";")[0]
        known = {name.partition(";")[0]: entry for name, entry in content.items()}
        assert media_type in known, f"{where} is {media_type}"
        schema = known[media_type].get("schema")
        if schema and media_type.endswith("json"):
            self.check_value(response.json(), schema, where)


FORMATS = jsonschema.Draft202012Validator.FORMAT_CHECKER


@lru_cache(maxsize=1)
def public() -> Contract:
    """The public API's."""
    return Contract(Client().get(PUBLIC).json())


def ask(client: Client, path: str, **query: Any) -> Any:
    """What the public API answers, which has to be there."""
    response = client.get(path, query)
    assert response.status_code == 200, response.content
    return response.json()


def check_public(response: Any) -> None:
    """Hold an answer of the public API against its document."""
    name = response.resolver_match.url_name if response.resolver_match else "fallback"
    if name == "fallback":
        assert str(response.status_code) in NAMED_LATE | {"400"}, response.status_code
        return
    public().check(response, operation=name.replace("-", "_"))
