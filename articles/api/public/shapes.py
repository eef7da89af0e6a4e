"""The shapes of answers as JSON Schema, for the OpenAPI document."""

from typing import Any

from articles.extensions import public_fields

from .kinds import ARTICLE, EVENT, KINDS, PERSON

Schema = dict[str, Any]
TEXT: Schema = {"type": "string"}
MAYBE: Schema = {"type": ["string", "null"]}
COUNT: Schema = {"type": "integer", "minimum": 0}
MOMENT: Schema = {"type": "string", "format": "date-time"}
URL: Schema = {"type": "string", "format": "uri"}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


def _many(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _object(**members: Schema) -> Schema:
    return {"type": "object", "properties": members}


def _page(items: Schema, **members: Schema) -> Schema:
    around = {"count": COUNT, "next": MAYBE, "previous": MAYBE, "results": _many(items)}
    return {"type": "object", "required": list(around), "properties": around | members}


TERM = _object(slug=TEXT, name=TEXT)
LINKED = _object(id=TEXT, slug=TEXT, name=TEXT, role=TEXT)
MEMBERS: dict[str, Schema] = {
    "id": {"type": "string", "format": "uuid"},
    "type": {"enum": list(KINDS)},
    "url": URL,
    "date": {
        "type": ["string", "null"],
        "description": "EDTF: 2021-07-06, 2021-07, XXXX-07-13, 2019-03-02/2019-03-05.",
    },
    "section": {"anyOf": [TERM, {"type": "null"}]},
    "topics": _many(TERM),
    "byline": _many(TEXT),
    "agencies": _many(TEXT),
    "other_names": _many(TEXT),
    "same_as": _many(TEXT),
    "people": _many(LINKED),
    "participants": _many(LINKED),
    "events": _many(_object(id=TEXT, slug=TEXT, name=TEXT, date=MAYBE)),
    "translations": _many(_object(language=TEXT, slug=TEXT)),
    "corrections": _many(_object(at=MOMENT, note=TEXT)),
    "images": _many(
        _object(caption=TEXT, credit=TEXT, alternative_text=TEXT, after_paragraph=COUNT, file=MAYBE)
    ),
    "positions": _many(
        {
            "type": "object",
            "properties": dict.fromkeys(["title", "organisation", "country", "from", "to"], MAYBE),
        }
    ),
    "portrait": {},
    "place": MAYBE,
    "date_inferred": {"type": "boolean"},
    "article_count": COUNT,
    "event_count": COUNT,
    "edition": {"type": "integer", "minimum": 1},
    "first_published_at": MOMENT,
    "last_published_at": MOMENT,
}
"""Members that are not plain text."""


def _item(fields: tuple[str, ...]) -> Schema:
    return {"type": "object", "properties": {name: MEMBERS.get(name, TEXT) for name in fields}}


PROBLEM = _object(type=TEXT, title=TEXT, status={"type": "integer"}, detail=TEXT)
SCHEMAS: dict[str, Schema] = {
    "Article": _item(ARTICLE.own),
    "Person": _item(PERSON.own),
    "Event": _item(EVENT.own),
    "Edition": _object(number=COUNT, at=MOMENT, note=TEXT),
    "Term": _object(id=TEXT, slug=TEXT, name=TEXT, article_count=COUNT, articles=URL),
    "Hit": _object(
        type=TEXT, id=TEXT, slug=TEXT, url=URL, title=TEXT, title_html=TEXT, snippet_html=TEXT, date=MAYBE
    ),
    "Suggestion": _object(type=TEXT, id=TEXT, slug=TEXT, url=URL, name=TEXT),
    "Change": _object(
        number=COUNT, what={"enum": ["published", "updated", "corrected", "withdrawn"]}, kind={"enum": list(KINDS)},
        id=TEXT, edition={"type": ["integer", "null"]}, at=MOMENT, api_url=MAYBE,
        tombstone={"type": ["object", "null"]},
    ),
    "Graph": _object(
        nodes=_many(_object(id=TEXT, slug=TEXT, name=TEXT, url=URL, article_count=COUNT)),
        edges=_many(_object(source=TEXT, target=TEXT, weight=COUNT)),
    ),
    "Problem": PROBLEM,
}  # fmt: skip


def schemas() -> dict[str, Schema]:
    """All of them, with the host's own fields."""
    found = dict(SCHEMAS)
    for kind in KINDS.values():
        if own := {
            field.name: {"description": field.description, **field.schema}
            for field in public_fields(kind.name)
        }:
            plain = found[kind.name.title()]
            found[kind.name.title()] = {**plain, "properties": {**plain["properties"], **own}}
    return found


OF_VIEW: dict[str, Schema] = {
    "article-list": _page(_ref("Article"), facets={"type": "object"}),
    "article-detail": _ref("Article"),
    "article-related": _page(_ref("Article")),
    "person-list": _page(_ref("Person")),
    "person-detail": _ref("Person"),
    "person-timeline": _page({"anyOf": [_ref("Article"), _ref("Event")]}),
    "event-list": _page(_ref("Event")),
    "event-detail": _ref("Event"),
    "section-list": _page(_ref("Term")),
    "topic-list": _page(_ref("Term")),
    "search": _page(_ref("Hit"), counts={"type": "object", "additionalProperties": COUNT}),
    "suggest": _page(_ref("Suggestion")),
    "changes": _page(_ref("Change"), last=COUNT),
    "graph": _ref("Graph"),
    **{f"{kind}-editions": _page(_ref("Edition")) for kind in KINDS},
}
"""By the name of the address."""


def _response(description: str, **members: Schema) -> Schema:
    schema = {"type": "object", "properties": PROBLEM["properties"] | members}
    return {"description": description, "content": {"application/problem+json": {"schema": schema}}}


RESPONSES: dict[str, Schema] = {
    "Problem": _response("What went wrong (RFC 9457)"),
    "InvalidParameters": _response(
        "Parameters that are unknown or cannot be read", invalid_params=_many(_object(name=TEXT, reason=TEXT))
    ),
    "Withdrawn": _response(
        "The item was withdrawn", id=TEXT, kind=TEXT, withdrawn_at=MOMENT, notice=TEXT,
        replaced_by={"anyOf": [_object(id=TEXT, slug=TEXT, url=URL), {"type": "null"}]},
    ),
}  # fmt: skip
HEADERS: dict[str, Schema] = {
    "ETag": {"schema": TEXT, "description": "A strong tag of exactly these bytes"},
    "Last-Modified": {"schema": TEXT},
    "Cache-Control": {"schema": TEXT},
    "Surrogate-Key": {"schema": TEXT, "description": "Keys by which a CDN purges this answer"},
}
