"""What a desk item looks like: its own fields and its links, as JSON for revisions."""

import json
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from ..models.base import Item

LINKS = {
    "article": ("photos", "mentions", "coverage"),
    "person": ("other_names", "positions"),
    "event": ("participations",),
}
_OWN = {"id", "created_at", "updated_at", "updated_by", "version", "folded", "name_key"}
_DOOR = {
    "last_edition", "live_edition", "published_version", "first_published_at", "last_published_at", "withdrawn_at",
}  # fmt: skip
DOOR_FIELDS = tuple(sorted(_DOOR))
"""Fields of an item that only the door writes."""


def capture(item: Item) -> dict[str, Any]:
    """`{"fields": {name: value}, "links": {relation: [{…}]}}`; reads the links from the database."""
    data = {
        "fields": _values(item, _OWN | _DOOR),
        "links": {
            name: [_values(row, {item.kind}) for row in getattr(item, name).all()]
            for name in LINKS[item.kind]
        },
    }
    if item.kind == "article":
        data["links"]["topics"] = [str(topic.pk) for topic in item.topics.all()]  # type: ignore[attr-defined]
    return json.loads(json.dumps(data, cls=DjangoJSONEncoder))


def _values(row: models.Model, leave_out: set[str]) -> dict[str, Any]:
    return {
        column.name: column.value_to_string(row)
        if isinstance(column, models.FileField)
        else column.value_from_object(row)
        for column in row._meta.concrete_fields
        if column.name not in leave_out
    }
