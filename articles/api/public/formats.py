"""Items in the words of others: schema.org's JSON-LD for search engines, ninjs 3.1 for news systems."""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urljoin

from articles.api.negotiation import Format
from articles.conf import conf

from .kinds import Addresses

Document = dict[str, Any]

_HAS_YEAR = re.compile(r"[0-9]{4}")
NINJS_SCHEMA = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json"


class JSONLD(Format):
    media_type = "application/ld+json"
    format = "jsonld"


class NINJS(Format):
    media_type = "application/vnd.iptc.ninjs+json"
    format = "ninjs"


def json_ld(document: Document, url: str, addresses: dict[str, Addresses]) -> Document:
    """schema.org NewsArticle, Person or Event. Dates without a year are left out: it cannot say them."""
    make = {"article": _news_article, "person": _person, "event": _event}[document["type"]]
    head = {
        "@context": "https://schema.org",
        "@id": url,
        "url": url,
        "identifier": f"urn:uuid:{document['id']}",
    }
    return _filled(head | make(document, addresses))


def _news_article(document: Document, addresses: dict[str, Addresses]) -> Document:
    authors = [{"@type": "Person", "name": name} for name in document["byline"]]
    agencies = [{"@type": "Organization", "name": name} for name in document["agencies"]]
    return {
        "@type": "NewsArticle",
        "headline": document["title"],
        "description": document["dek"],
        "articleBody": document["body_text"],
        "inLanguage": document["language"],
        "dateCreated": _start(document["date"]),
        "datePublished": document["first_published_at"],
        "dateModified": document["last_published_at"],
        "author": authors or agencies,
        "sourceOrganization": agencies,
        "publisher": {"@type": "Organization", "name": conf.publication} if conf.publication else None,
        "articleSection": (document["section"] or {}).get("name"),
        "keywords": [topic["name"] for topic in document["topics"]],
        "locationCreated": {"@type": "Place", "name": document["dateline"]} if document["dateline"] else None,
        # A caption whose photo is not here is no image to those who read this.
        "image": [_image(image, addresses) for image in document["images"] if image["file"]],
        "mentions": [_mentioned(person, addresses) for person in document["people"]],
        "about": [_event_of_article(event, addresses) for event in document["events"]],
        "correction": [note["note"] for note in document["corrections"]],
    }


def _whole(file: str, addresses: dict[str, Addresses]) -> str:
    """The whole address of a photo: where MEDIA_URL is a path, it is one on the host of the API."""
    return urljoin(addresses["article"].base, file)


def _image(image: Document, addresses: dict[str, Addresses]) -> Document:
    return _filled(
        {
            "@type": "ImageObject",
            "caption": image["caption"],
            "creditText": image["credit"],
            "contentUrl": _whole(image["file"], addresses),
        }
    )


def _event_of_article(event: Document, addresses: dict[str, Addresses]) -> Document:
    return _filled(
        {
            "@type": "Event",
            "@id": addresses["event"].of(event["slug"]),
            "name": event["name"],
            "startDate": _start(event["date"]),
        }
    )


def _mentioned(person: Document, addresses: dict[str, Addresses]) -> Document:
    return _filled(
        {
            "@type": "Person",
            "@id": addresses["person"].of(person["slug"]),
            "name": person["name"],
            "jobTitle": person.get("role"),
        }
    )


def _person(document: Document, addresses: dict[str, Addresses]) -> Document:
    return {
        "@type": "Person",
        "name": document["name"],
        "alternateName": document["other_names"],
        "jobTitle": [position["title"] for position in document["positions"]],
        "affiliation": [
            {"@type": "Organization", "name": name}
            for name in dict.fromkeys(position["organisation"] for position in document["positions"])
            if name
        ],
        "sameAs": document["same_as"],
    }


def _event(document: Document, addresses: dict[str, Addresses]) -> Document:
    return {
        "@type": "Event",
        "name": document["name"],
        "additionalType": document["kind"],
        "startDate": _start(document["date"]),
        "endDate": _end(document["date"]),
        "location": {"@type": "Place", "name": document["place"]} if document["place"] else None,
        "attendee": [_mentioned(person, addresses) for person in document["participants"]],
    }


def ninjs(document: Document, url: str, addresses: dict[str, Addresses]) -> Document:
    """An article as ninjs 3.1; people live in `people[]`, pictures in `associations[]`."""
    text = document["body_text"]
    return _filled(
        {
            "uri": f"urn:uuid:{document['id']}",
            "standard": {"name": "ninjs", "version": "3.1", "schema": NINJS_SCHEMA},
            "type": "text",
            "representationType": "full",
            "version": str(document["edition"]),
            "firstCreated": document["first_published_at"],
            "versionCreated": document["last_published_at"],
            "pubStatus": "usable",
            "language": document["language"],
            "title": document["title"],
            "headlines": _plain("main", document["title"]),
            "descriptions": _plain("dek", document["dek"]),
            "bodies": [
                {"role": "main", "contentType": "text/html", "value": document["body_html"]},
                {
                    "role": "main",
                    "contentType": "text/plain",
                    "value": text,
                    "charCount": len(text),
                    "wordCount": len(text.split()),
                },
            ],
            "by": ", ".join(document["byline"]),
            "located": document["dateline"],
            "people": [_ninjs_person(person, addresses) for person in document["people"]],
            "events": [_ninjs_event(event, addresses) for event in document["events"]],
            "subjects": [
                *(_subject(term, "section") for term in [document["section"]] if term),
                *(_subject(term, "about") for term in document["topics"]),
            ],
            "infoSources": [{"name": name, "role": "agency"} for name in document["agencies"]],
            "associations": [
                _picture(image, number, document["id"], addresses)
                for number, image in enumerate(document["images"], start=1)
            ],
            "edNote": "\n".join(note["note"] for note in document["corrections"]),
            "altIds": [{"role": "url", "value": url}, {"role": "slug", "value": document["slug"]}],
        }
    )


def _plain(role: str, text: str) -> list[Document]:
    return [{"role": role, "contentType": "text/plain", "value": text}] if text else []


def _ninjs_person(person: Document, addresses: dict[str, Addresses]) -> Document:
    return _filled(
        {
            "name": person["name"],
            "rel": "mentioned",
            "uri": addresses["person"].of(person["slug"]),
            "literal": person.get("role"),
        }
    )


def _ninjs_event(event: Document, addresses: dict[str, Addresses]) -> Document:
    return {
        "id": event["id"],
        "name": event["name"],
        "rel": "about",
        "uri": addresses["event"].of(event["slug"]),
    }


def _subject(term: Document, rel: str) -> Document:
    return {"name": term["name"], "rel": rel, "literal": term["slug"]}


def _picture(image: Document, number: int, article_id: str, addresses: dict[str, Addresses]) -> Document:
    return _filled(
        {
            "name": f"picture-{number}",
            "rel": "picture",
            "uri": f"urn:uuid:{article_id}#picture-{number}",
            "type": "picture",
            "descriptions": _plain("caption", image["caption"]),
            "by": image["credit"],
            "renditions": [{"name": "original", "href": _whole(image["file"], addresses)}]
            if image["file"]
            else [],
        }
    )


WRITERS: dict[str, Callable[[Document, str, dict[str, Addresses]], Document]] = {
    "jsonld": json_ld,
    "ninjs": ninjs,
}


def _start(date: str | None) -> str | None:
    start = (date or "").partition("/")[0]
    return start if _HAS_YEAR.match(start) else None


def _end(date: str | None) -> str | None:
    end = (date or "").partition("/")[2]
    return end if _HAS_YEAR.match(end) else None


def _filled(members: Document) -> Document:
    """Without what is empty."""
    return {name: value for name, value in members.items() if value not in (None, "", [])}
