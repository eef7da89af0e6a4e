"""What both OpenAPI documents make their JSON Schemas of."""

from typing import Any

Schema = dict[str, Any]
TEXT: Schema = {"type": "string"}
MAYBE: Schema = {"type": ["string", "null"]}
COUNT: Schema = {"type": "integer", "minimum": 0}
MOMENT: Schema = {"type": "string", "format": "date-time"}
URL: Schema = {"type": "string", "format": "uri"}
PAGE: Schema = {"type": ["string", "null"], "format": "uri"}
UUID: Schema = {"type": "string", "format": "uuid"}
DATE: Schema = {
    "type": ["string", "null"],
    "description": "EDTF: 2021-07-06, 2021-07, XXXX-07-13 (no year given), 2019-03-02/2019-03-05; null if unknown.",
}
HTML: Schema = {"type": "string", "contentMediaType": "text/html"}


def ref(name: str) -> Schema:
    """A schema by its name."""
    return {"$ref": f"#/components/schemas/{name}"}


def many(items: Schema) -> Schema:
    """An array."""
    return {"type": "array", "items": items}


def strict(description: str = "", /, **members: Schema) -> Schema:
    """An object with these members, all of them and no others."""
    found: Schema = {
        "type": "object",
        "required": list(members),
        "properties": members,
        "additionalProperties": False,
    }
    return {"description": description, **found} if description else found


def page(items: Schema, **members: Schema) -> Schema:
    """A list: its total, the addresses of the pages beside this one, the items."""
    return strict(count=COUNT, next=PAGE, previous=PAGE, results=many(items), **members)


def either(*choices: Schema) -> Schema:
    """Any of these."""
    return {"anyOf": list(choices)}
