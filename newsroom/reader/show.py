"""API items as templates show them: with the address of their page, dates in words, a few lines of text."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from . import body, words

Item = dict[str, Any]
FORMATS = (
    ("", "JSON", "application/json"),
    ("jsonld", "JSON-LD", "application/ld+json"),
    ("ninjs", "ninjs", "application/vnd.iptc.ninjs+json"),
)


def href(kind: str, slug: str) -> str:
    """The page of an item; a draft that was never published has none."""
    return reverse(f"reader:{kind}", args=[slug]) if slug else ""


def when(item: Item) -> Item:
    """The date of an item for people and for machines."""
    return {
        "words": words.date(item.get("date")),
        "machine": words.machine_date(item.get("date")),
        "year": words.year(item.get("date")),
    }


def article(item: Item) -> Item:
    """An article of a list or whole."""
    text = item.get("dek") or body.excerpt(item.get("body_text") or "")
    return {
        **item,
        "href": href("article", item["slug"]),
        "when": when(item),
        "excerpt": text,
        "picture": next((image for image in item.get("images") or [] if image["file"]), None),
        "people": [person(each) for each in item.get("people") or []],
        "events": [event(each) for each in item.get("events") or []],
        "added": words.day_of(item.get("first_published_at")),
    }


def person(item: Item) -> Item:
    """A person, or a mention of one."""
    initials = [part[0] for part in item["name"].split() if part]
    positions = item.get("positions") or []
    return {
        **item,
        "href": href("person", item["slug"]),
        "initials": "".join(initials[:1] + initials[-1:] if len(initials) > 1 else initials).upper(),
        "role": item.get("role") or (positions[0]["title"] if positions else ""),
        "positions": [{**each, "period": _period(each)} for each in positions],
    }


def event(item: Item) -> Item:
    """An event, or a mention of one."""
    return {
        **item,
        "href": href("event", item["slug"]),
        "when": when(item),
        "kind_name": words.KINDS.get(item.get("kind") or "", item.get("kind") or ""),
        "participants": [person(each) for each in item.get("participants") or []],
    }


def corrections(item: Item) -> list[Item]:
    """Correction notes with their days."""
    return [{**note, "day": words.day_of(note.get("at"))} for note in item.get("corrections") or []]


def formats(address: str, kind: str) -> list[Item]:
    """Links to the same item in the API's formats: as it stands, schema.org, and an article in ninjs."""
    return [
        {"name": name, "href": f"{address}?format={key}" if key else address, "type": media_type}
        for key, name, media_type in FORMATS
        if key != "ninjs" or kind == "article"
    ]


def _period(position: Item) -> str:
    since, until = position.get("from"), position.get("to")
    if since and until:
        return _("{since} to {until}").format(since=words.date(since), until=words.date(until))
    if since:
        return _("since {date}").format(date=words.date(since))
    if until:
        return _("until {date}").format(date=words.date(until))
    return ""
