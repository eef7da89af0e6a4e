"""The shapes of answers as JSON Schema, for the OpenAPI document. Every answer fits them: a test sees to it."""

from articles.api.schemas import (
    COUNT,
    DATE,
    HTML,
    MAYBE,
    MOMENT,
    PAGE,
    TEXT,
    URL,
    UUID,
    Schema,
    either,
    many,
    page,
    ref,
    strict,
)
from articles.extensions import public_fields

from . import facets
from .filters import EVENT_KINDS
from .kinds import KINDS, Kind

TERM = strict(slug=TEXT, name=TEXT)


def _linked(description: str, **members: Schema) -> Schema:
    # With `expand` it is the whole item: so other members may be there.
    return {**strict(description, id=UUID, slug=TEXT, name=TEXT, **members), "additionalProperties": True}


MEMBERS: dict[str, Schema] = {
    "id": UUID,
    "slug": {
        "type": "string",
        "description": "Part of the address; may change, and the old one then redirects.",
    },
    "url": {**URL, "description": "The frontend's page where the operator named one, else this resource."},
    "date": DATE,
    "title": TEXT,
    "dek": {"type": "string", "description": "The summary under the headline."},
    "body_html": HTML,
    "summary_html": HTML,
    "dateline": {"type": "string", "description": "Where the story was filed from."},
    "section": either(TERM, {"type": "null"}),
    "topics": many(TERM),
    "byline": many(TEXT),
    "agencies": many(TEXT),
    "other_names": many(TEXT),
    "same_as": many(TEXT),
    "people": many(ref("LinkedPerson")),
    "participants": many(ref("LinkedPerson")),
    "events": many(ref("LinkedEvent")),
    "translations": many(strict(language=TEXT, slug=TEXT)),
    "corrections": many(strict(at=MOMENT, note=TEXT)),
    "images": many(
        strict(
            caption=TEXT,
            credit=TEXT,
            alternative_text=TEXT,
            after_paragraph={**COUNT, "description": "The paragraph that it follows; 0: before the first."},
            file={
                **MAYBE,
                "description": "Where the photo is; an address that begins with / is one on the host of this API.",
            },
        )
    ),
    "positions": many(strict(title=TEXT, organisation=MAYBE, country=MAYBE, **{"from": MAYBE, "to": MAYBE})),
    "portrait": MAYBE,
    "kind": {"enum": list(EVENT_KINDS)},
    "place": MAYBE,
    "date_inferred": {"type": "boolean", "description": "The year is not in the text but follows from it."},
    "article_count": COUNT,
    "event_count": COUNT,
    "edition": {"type": "integer", "minimum": 1},
    "first_published_at": MOMENT,
    "last_published_at": MOMENT,
}
"""Members that are not plain text."""


def _members(kind: Kind, *, listed: bool = False) -> dict[str, Schema]:
    members = {name: MEMBERS.get(name, TEXT) for name in kind.own if not (listed and name in kind.heavy)}
    members["type"] = {"const": kind.name}
    for field in public_fields(kind.name):
        members[field.name] = {"description": field.description, **field.schema}
    return members


def _chosen(kind: Kind) -> Schema:
    description = "The members that `fields` and `omit` leave, or that are there after all."
    return {**strict(description, **_members(kind)), "required": []}


def schemas() -> dict[str, Schema]:
    """All of them, with the host's own fields."""
    found = dict(SCHEMAS)
    for kind in KINDS.values():
        name = kind.name.title()
        found[name] = strict(f"A published {kind.name}, whole.", **_members(kind))
        found[f"Chosen{name}"] = _chosen(kind)
        if kind.heavy:
            found[f"{name}Summary"] = strict(
                f"A published {kind.name} as lists have it, without its text.", **_members(kind, listed=True)
            )
    return found


SCHEMAS: dict[str, Schema] = {
    "LinkedPerson": _linked(
        "A person by name; with `expand` all members of the person.",
        role={"type": "string", "description": "As the article or the event says it; may be empty."},
    ),
    "LinkedEvent": _linked("An event by name; with `expand` all members of the event.", date=DATE),
    "Edition": strict(
        number={"type": "integer", "minimum": 1}, at=MOMENT,
        note={"type": "string", "description": "The public correction note; may be empty."},
    ),
    "Term": strict(
        id=UUID, slug=TEXT, name=TEXT, article_count=COUNT, articles={**URL, "description": "The list of its articles."}
    ),
    "Hit": strict(
        type={"enum": list(KINDS)}, id=UUID, slug=TEXT, url=URL, title=TEXT,
        title_html={**HTML, "description": "Escaped, with what was found in <mark>."},
        snippet_html={**HTML, "description": "Escaped, with what was found in <mark>."}, date=DATE,
    ),
    "Suggestion": strict(type={"enum": ["person", "event"]}, id=UUID, slug=TEXT, url=URL, name=TEXT),
    "Change": strict(
        "One line of the public log. Where an item is no more, every line of it has its tombstone.",
        number={"type": "integer", "minimum": 1},
        what={"enum": ["published", "updated", "corrected", "withdrawn"]}, kind={"enum": list(KINDS)},
        id=UUID, edition={"type": ["integer", "null"]}, at=MOMENT,
        slug={"type": ["string", "null"], "description": "What the item is found by now; null where it is no more."},
        api_url={**PAGE, "description": "Where the item is now; null where it is no more."},
        tombstone=either(
            strict(withdrawn_at=MOMENT, notice=TEXT, replaced_by={"type": ["string", "null"], "format": "uuid"}),
            {"type": "null"},
        ),
    ),
    "Graph": strict(
        "Who appears with whom.",
        nodes=many(strict(id=UUID, slug=TEXT, name=TEXT, url=URL, article_count=COUNT)),
        edges=many(
            strict(
                source=UUID, target=UUID,
                weight={"type": "integer", "minimum": 1, "description": "Articles that name both."},
            )
        ),
    ),
    "Facets": {
        "type": "object",
        "description": "Those that were asked for; values with most articles first, years newest first.",
        "properties": {
            **{
                name: many(strict(slug=TEXT, name=TEXT, count=COUNT))
                for name in facets.FACETS
                if name != "year"
            },
            "year": many(strict(year={"type": "string", "pattern": "^[0-9]{4}$"}, count=COUNT)),
        },
        "additionalProperties": False,
    },
    "Problem": {
        "type": "object",
        "description": "What went wrong (RFC 9457).",
        "required": ["type", "title", "status"],
        "properties": {"type": TEXT, "title": TEXT, "status": {"type": "integer"}, "detail": TEXT},
    },
    "InvalidParameters": {
        "allOf": [
            ref("Problem"),
            {
                "type": "object",
                "required": ["invalid_params"],
                "properties": {"invalid_params": many(strict(name=TEXT, reason=TEXT))},
            },
        ]
    },
    "Tombstone": {
        "description": "What remains of an item that was withdrawn.",
        "allOf": [
            ref("Problem"),
            {
                "type": "object",
                "required": ["id", "kind", "withdrawn_at", "notice", "replaced_by"],
                "properties": {
                    "id": UUID, "kind": {"enum": list(KINDS)}, "withdrawn_at": MOMENT, "notice": TEXT,
                    "replaced_by": either(strict(id=UUID, slug=TEXT, url=URL), {"type": "null"}),
                },
            },
        ],
    },
    "JSONFeed": {
        "type": "object",
        "description": "JSON Feed 1.1.",
        "required": ["version", "title", "items"],
        "properties": {
            "version": {"const": "https://jsonfeed.org/version/1.1"}, "title": TEXT, "home_page_url": URL,
            "feed_url": URL, "next_url": URL, "items": many({"type": "object", "required": ["id"]}),
        },
    },
    "JSONLD": {
        "type": "object",
        "description": "schema.org: NewsArticle, Person or Event.",
        "required": ["@context", "@type", "@id"],
    },
    "NINJS": {
        "type": "object",
        "description": "ninjs 3.1: http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json",
        "required": ["uri"],
    },
}  # fmt: skip
"""Those that are the same for every host."""

_INDEX = (
    "articles", "people", "events", "sections", "topics", "search", "graph", "changes", "openapi", "docs", "rss",
    "atom", "json_feed", "sitemap", "news_sitemap",
)  # fmt: skip
_ARTICLES = either(ref("ArticleSummary"), ref("ChosenArticle"))
_PEOPLE = either(ref("Person"), ref("ChosenPerson"))
_EVENTS = either(ref("Event"), ref("ChosenEvent"))


def _list(items: Schema, **members: Schema) -> Schema:
    found = page(items, **members)
    return {**found, "required": ["count", "next", "previous", "results"]}


OF_VIEW: dict[str, Schema] = {
    "index": strict(**dict.fromkeys(_INDEX, URL)),
    "article-list": _list(_ARTICLES, facets=ref("Facets")),
    "article-detail": either(ref("Article"), ref("ChosenArticle")),
    "article-related": page(_ARTICLES),
    "person-list": page(_PEOPLE),
    "person-detail": _PEOPLE,
    "person-timeline": page(either(ref("ArticleSummary"), ref("Event"))),
    "event-list": page(_EVENTS),
    "event-detail": _EVENTS,
    "section-list": page(ref("Term")),
    "topic-list": page(ref("Term")),
    "search": page(
        ref("Hit"),
        counts={
            "type": "object",
            "description": "Hits of each kind.",
            "properties": dict.fromkeys(KINDS, COUNT),
            "additionalProperties": False,
        },
        did_you_mean={**MAYBE, "description": "What to ask instead, where nothing was found."},
    ),
    "suggest": page(ref("Suggestion")),
    "changes": page(ref("Change"), last={**COUNT, "description": "The number to go on from."}),
    "graph": ref("Graph"),
    "openapi": {"type": "object", "required": ["openapi", "info", "paths"]},
    "feed-json": ref("JSONFeed"),
    **{f"{kind}-editions": page(ref("Edition")) for kind in KINDS},
}
"""The JSON of each address, by the address's name."""
OF_FORMAT = {"jsonld": ref("JSONLD"), "ninjs": ref("NINJS")}
