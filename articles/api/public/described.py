"""What the OpenAPI document says in words: addresses, headers, errors."""

from articles.api.openapi import Document, headers, problem

from . import examples
from .kinds import KINDS

DESCRIPTION = (
    "Published articles, the people in them and the events they report. Read-only: GET, HEAD and OPTIONS. Unknown or "
    "malformed parameters answer 400 and name what is wrong. A comma parts alternatives, a parameter given twice "
    "means both, `…_not` leaves out. Every answer has a strong ETag; whoever sends it back gets 304."
)
TAGS = {
    "index": "Where everything is.",
    "articles": "Articles, newest first.",
    "people": "People who are named in articles.",
    "events": "Events that articles report.",
    "sections": "Sections that articles are filed under.",
    "topics": "Topics that articles are filed under.",
    "search": "Search over all kinds, and suggestions.",
    "graph": "Who appears with whom.",
    "changes": "The public log, for copies of the archive.",
    "feeds": "The newest articles for feed readers.",
    "sitemaps": "Sitemaps for search engines.",
    "documentation": "This document.",
}
TAG_OF = {
    "": "index",
    "openapi.json": "documentation",
    "docs": "documentation",
    "sitemap.xml": "sitemaps",
    "news-sitemap.xml": "sitemaps",
    "sitemap-{plural}-{number}.xml": "sitemaps",
}
PATH_PARAMETERS: dict[str, Document] = {
    "slug": {
        "description": "Slug of the item, as lists give it.",
        "schema": {"type": "string", "pattern": "^[-a-zA-Z0-9_]{1,100}$"},
        "example": "nguyen-quoc-dung",
    },
    "plural": {
        "description": "Kind of items.",
        "schema": {"enum": [kind.plural for kind in KINDS.values()]},
        "example": "articles",
    },
    "number": {
        "description": "Number of the file, from 1.",
        "schema": {"type": "integer", "minimum": 1, "maximum": 100_000},
        "example": 1,
    },
}
CONDITIONS: dict[str, Document] = {
    "IfNoneMatch": {
        "name": "If-None-Match", "in": "header", "description": "ETags of copies: 304 if one is the present answer.",
        "schema": {"type": "string"}, "example": '"c1f0ca1499eaccd702cc776002d0ec65"',
    },
    "IfModifiedSince": {
        "name": "If-Modified-Since", "in": "header", "description": "Time of a copy: 304 if nothing changed since.",
        "schema": {"type": "string"}, "example": "Tue, 06 Jul 2021 02:30:00 GMT",
    },
}  # fmt: skip


def _header(description: str, example: str) -> Document:
    return {"description": description, "schema": {"type": "string"}, "example": example}


HEADERS: dict[str, Document] = {
    "ETag": _header(
        "A strong tag of exactly these bytes, by address, format and host.",
        '"c1f0ca1499eaccd702cc776002d0ec65"',
    ),
    "Last-Modified": _header(
        "When the answer last changed; not there before anything was published.",
        "Tue, 06 Jul 2021 02:30:00 GMT",
    ),
    "Cache-Control": _header(
        "How long caches may keep it; `private, no-store` for requests with credentials, or the cookie of a session.",
        "public, max-age=60, stale-while-revalidate=600",
    ),
    "Surrogate-Key": _header(
        "Keys by which a CDN purges this answer: ids of the item and of what it links to, or kinds.",
        "2c9b6f31-00b5-57e2-a6dc-24603acedf52 a07780a3-2b19-5a08-8963-0d0ce874cfb6",
    ),
    "Vary": _header("What of the request the answer depends on.", "Accept"),
    "X-Content-Type-Options": _header("Always `nosniff`.", "nosniff"),
    "Location": _header("Where the item is now.", "https://news.example/api/v1/people/nguyen-quoc-dung/"),
    "Retry-After": _header("Seconds to wait.", "51"),
    "Allow": _header("Methods that there are.", "GET, HEAD, OPTIONS"),
}
USUAL = ("ETag", "Last-Modified", "Cache-Control", "Surrogate-Key", "Vary", "X-Content-Type-Options")


RESPONSES: dict[str, Document] = {
    "NotModified": {
        "description": "The copy that the request names is the present answer.",
        "headers": headers("ETag", "Last-Modified", "Cache-Control", "Vary"),
    },
    "Moved": {
        "description": "The item has another address now.",
        "headers": headers("Location", "Surrogate-Key", "Cache-Control"),
    },
    "InvalidParameters": problem(
        "Parameters that are unknown or cannot be read, each with a reason.",
        examples.INVALID, schema="InvalidParameters",
    ),
    "NotFound": problem(
        "Nothing public is there: the same bytes for a draft, a deleted item and what never was.",
        {"title": "Not found", "status": 404, "detail": "There is nothing public at this address."},
        more=["Surrogate-Key"],
    ),
    "MethodNotAllowed": problem(
        "The public side is read-only.",
        {
            "title": "Method not allowed",
            "status": 405,
            "detail": "This address takes other methods only; the header Allow names them.",
        },
        more=["Allow"],
    ),
    "NotAcceptable": problem(
        "None of the accepted media types is offered; `offered` names those that are.",
        {
            "title": "Not acceptable", "status": 406, "detail": "None of the accepted media types is offered.",
            "offered": ["application/json"],
        },
    ),
    "Withdrawn": problem(
        "The item was withdrawn; this is its tombstone.", examples.TOMBSTONE, schema="Tombstone",
        more=["Surrogate-Key"],
    ),
    "PreconditionFailed": problem(
        "`If-Match` or `If-Unmodified-Since` names another state than the present one.",
        {"title": "Precondition failed", "status": 412},
    ),
    "TooManyRequests": problem(
        "One reader asked too often; where the operator sets a limit.",
        {
            "title": "Too many requests", "status": 429,
            "detail": "Ask again in 51 seconds. Answers of 304 are not counted.",
        },
        more=["Retry-After"],
    ),
    "Unavailable": problem(
        "The database cannot answer right now.",
        {"title": "The archive cannot answer right now", "status": 503}, more=["Retry-After"],
    ),
}  # fmt: skip

SUMMARIES = {
    "index": "Addresses of everything.",
    "article-list": "Articles.",
    "article-detail": "One article.",
    "article-editions": "The editions of an article.",
    "article-related": "Articles that share people, events and topics with one.",
    "person-list": "People.",
    "person-detail": "One person.",
    "person-editions": "The editions of a person's entry.",
    "person-timeline": "A person's events and articles in one line of time.",
    "event-list": "Events.",
    "event-detail": "One event.",
    "event-editions": "The editions of an event's entry.",
    "section-list": "Sections with live articles.",
    "topic-list": "Topics with live articles.",
    "search": "Search over articles, people and events.",
    "suggest": "People and events whose name begins or goes on like this.",
    "graph": "People who appear together in articles.",
    "changes": "What was published, changed and withdrawn.",
    "feed-rss": "The newest articles as RSS 2.0.",
    "feed-atom": "The newest articles as Atom, withdrawn ones as deleted entries.",
    "feed-json": "The newest articles as JSON Feed 1.1.",
    "sitemap": "Index of the sitemaps.",
    "sitemap-file": "One sitemap.",
    "news-sitemap": "Articles of the last two days for news search.",
    "openapi": "This document.",
    "docs": "This document to read.",
}
