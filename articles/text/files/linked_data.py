"""What a web page says of its story for programs alone: day, section, headline and text in JSON-LD, moments."""

import json
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta, timezone
from typing import Any

_STORIES = ("Article", "BlogPosting", "Report")
_HANOI = timezone(timedelta(hours=7))
_LISTED = 100
"""Records of one script that are looked at."""


def told(scripts: Iterable[str], key: str) -> str:
    """The value of `key` on which all records of a story agree; empty when they differ, as lists of stories do."""
    said = (record.get(key) for script in scripts for record in _stories(script))
    values = {value.strip() for value in said if isinstance(value, str) and value.strip()}
    return values.pop() if len(values) == 1 else ""


def _stories(script: str) -> Iterator[dict[str, Any]]:
    """The records at the top and in `@graph` that are of a story. Deeper ones are of other pages, or of a photo."""
    try:
        # Editors' line breaks inside a value are no JSON, but all readers of these scripts take them.
        top = json.loads(script.strip().removesuffix(";"), strict=False)
    except (ValueError, RecursionError):
        return
    records = top if isinstance(top, list) else [top]
    if len(records) == 1 and isinstance(records[0], dict) and isinstance(records[0].get("@graph"), list):
        records = records[0]["@graph"]
    for record in records[:_LISTED]:
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
        moment = datetime.fromisoformat(stamp.replace("Z", "+00:00"))
        moment = moment.astimezone(_HANOI) if moment.tzinfo else moment
    except (ValueError, OverflowError):
        return ""
    return stamp if len(stamp) <= 10 else moment.strftime("%Y-%m-%dT%H:%M:00+07:00")
