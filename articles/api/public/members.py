"""`fields` and `omit`: which members of an item are answered."""

import json
from functools import partial

from django.http import QueryDict

from articles.api import values
from articles.api.encoding import dumps

from .kinds import Kind


def read_members(
    query: QueryDict, kind: Kind, reasons: dict[str, str], *, whole: bool = False
) -> tuple[str, ...] | None:
    """The members that `fields` and `omit` leave, None without either; `whole` is for details."""
    chosen: list[str] | None = None
    known = partial(values.names, known=kind.fields)
    for name in ("fields", "omit"):
        named = values.read(query, name, known, reasons)
        if named is None:
            continue
        if name == "fields":
            chosen = [field for field in kind.fields if field in named]
        else:
            rest = (
                chosen
                if chosen is not None
                else [field for field in kind.fields if whole or field not in kind.heavy]
            )
            chosen = [field for field in rest if field not in named]
    return None if chosen is None else tuple(chosen)


def kept_in(kind: Kind, members: tuple[str, ...] | None) -> str:
    """Where a live row keeps these members: texts are read only where they are wanted."""
    return "document" if members and not set(members).isdisjoint(kind.heavy) else "listing"


def choose(item: str, members: tuple[str, ...]) -> str:
    """The object with these members only."""
    whole = json.loads(item)
    return dumps({name: whole[name] for name in members if name in whole})
