"""The three kinds of item by their names, for rows that name an item by `item_kind` and `item_id`."""

from typing import Any
from uuid import UUID

from .article import Article
from .base import Item
from .event import Event
from .person import Person

ITEM_MODELS: dict[str, type[Item]] = {model.kind: model for model in (Article, Person, Event)}


def find_item(kind: str, pk: UUID) -> Any:
    """The item on the desk that a row names; None where it is deleted."""
    return ITEM_MODELS[kind]._default_manager.filter(pk=pk).first()
