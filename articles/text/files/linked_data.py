"""What a web page says of its story for programs alone: day, section, headline and text in JSON-LD, moments, and by
attributes who wrote it."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta, timezone
from typing import Any

from articles.text import lazy_re as re

_STORIES = ("Article", "BlogPosting", "Report")
_HANOI = timezone(timedelta(hours=7))
_LISTED = 100
"""Records of one script that are looked at."""
_MOMENT = re.compile(r'"datePublished"\s*:\s*"([\d:.TZ +-]{10,35})"')
_AUTHORS_PAGE = re.compile(r"/(?:tac-gia|author|authors|bylines?)/")
_ZONE = re.compile(r"(?<=\S)\s+(?=[+-]\d\d:?\d\d$)")


def told(scripts: Iterable[str], key: str) -> str:
    """The value of `key` on which all records of a story agree; empty when they differ, as lists of stories do."""
    said = (record.get(key) for script in scripts for record in _stories(script))
    values = {value.strip() for value in said if isinstance(value, str) and value.strip()}
    return values.pop() if len(values) == 1 else ""


def told_when(scripts: Sequence[str]) -> str:
    """The day on which they agree, also in scripts that a headline's own quotation marks make no JSON."""
    if said := told(scripts, "datePublished"):
        return said
    broken = (
        script for script in scripts if script.rstrip(";\n ").endswith("}") and _records(script) is None
    )
    moments = {moment for script in broken for moment in _MOMENT.findall(script)}
    return moments.pop() if len(moments) == 1 else ""


def _records(script: str) -> list[Any] | None:
    """Those at the top and in `@graph`. Deeper ones are of other pages, or of a photo. None where it is no JSON."""
    try:
        # Editors' line breaks inside a value are no JSON, but all readers of these scripts take them.
        top = json.loads(script.strip().removesuffix(";"), strict=False)
    except (ValueError, RecursionError):
        return None
    records = top if isinstance(top, list) else [top]
    if len(records) == 1 and isinstance(records[0], dict) and isinstance(records[0].get("@graph"), list):
        records = records[0]["@graph"]
    return records[:_LISTED]


def _stories(script: str) -> Iterator[dict[str, Any]]:
    for record in _records(script) or ():
        if not isinstance(record, dict):
            continue
        kinds = record.get("@type")
        kinds = kinds if isinstance(kinds, list) else [kinds]
        if any(isinstance(kind, str) and kind.endswith(_STORIES) for kind in kinds):
            yield record


def local(stamp: str) -> str:
    """An ISO 8601 moment on the clock of the page's readers; a date, or what cannot be read, as it is or empty."""
    stamp = stamp.strip()
    try:
        moment = datetime.fromisoformat(_ZONE.sub("", stamp.replace("Z", "+00:00")))
        moment = moment.astimezone(_HANOI) if moment.tzinfo else moment
    except (ValueError, OverflowError):
        return ""
    return stamp if len(stamp) <= 10 else moment.strftime("%Y-%m-%dT%H:%M:00+07:00")


def signs(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether a tag says that its words are the author's name or the day, or leads to the author's page."""
    if attributes.get("rel") == "author" or attributes.get("itemprop") in ("author", "datePublished"):
        return True
    return "author" in attributes.get("class", "") or (
        tag == "a" and _AUTHORS_PAGE.search(attributes.get("href", "")) is not None
    )
