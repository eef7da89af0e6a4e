"""`expand`: the people and events that an item links to, whole instead of by name."""

import json
from functools import partial
from typing import Any
from uuid import UUID

from django.http import QueryDict
from rest_framework.request import Request

from articles.api import values
from articles.api.encoding import dumps

from .kinds import EVENT, PERSON, Kind

EXPANDABLE: dict[str, dict[str, Kind]] = {
    "article": {"people": PERSON, "events": EVENT},
    "person": {},
    "event": {"participants": PERSON},
}
"""By kind of item: which member holds items of which kind."""


def parameters(kind: Kind) -> frozenset[str]:
    """`expand`, where an item of the kind has anything to expand."""
    return frozenset({"expand"}) if EXPANDABLE[kind.name] else frozenset()


def read(query: QueryDict, kind: Kind, reasons: dict[str, str]) -> tuple[str, ...]:
    """The members to expand."""
    known = partial(values.names, known=tuple(EXPANDABLE[kind.name]))
    return tuple(values.read(query, "expand", known, reasons, ()))


def expand(items: list[str], kind: Kind, members: tuple[str, ...], request: Request) -> list[str]:
    """The items with these members expanded, one statement a kind; a link's own `role` stays."""
    whole: list[dict[str, Any]] = [json.loads(item) for item in items]
    for linked in {
        EXPANDABLE[kind.name][member].name: EXPANDABLE[kind.name][member] for member in members
    }.values():
        chosen = [member for member in members if EXPANDABLE[kind.name][member] is linked]
        wanted = {UUID(entry["id"]) for item in whole for member in chosen for entry in item.get(member, ())}
        addresses = linked.addresses(request)
        rows = linked.rows.filter(id__in=wanted).values_list("id", "slug", "listing", *linked.counts)
        found = {
            str(row[0]): json.loads(
                addresses.splice(row[2], row[1], dict(zip(linked.counts, row[3:], strict=True)))
            )
            for row in rows
        }
        for item in whole:
            for member in chosen:
                if member in item:
                    item[member] = [{**entry, **found.get(entry["id"], {})} for entry in item[member]]
    return [dumps(item) for item in whole]
