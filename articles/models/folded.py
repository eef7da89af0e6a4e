"""Search among the folded texts of the desk, where a word is found in the midst of another; and its index in SQLite."""

from collections.abc import Iterable
from functools import reduce
from typing import Any

from django.db import connections, models
from django.db.backends.ddl_references import Statement
from django.db.models.functions import Coalesce


class FoldedIndex(models.Index):
    """Folded texts side by side, for SQLite alone, which would read past the long text of each row to its folded one.

    PostgreSQL keeps long texts elsewhere, and indexes none of more than 2,704 bytes.
    """

    def create_sql(self, model: Any, schema_editor: Any, using: str = "", **kwargs: Any) -> Statement:
        if schema_editor.connection.vendor == "sqlite":
            return super().create_sql(model, schema_editor, using, **kwargs)
        return Statement("SELECT 1")

    def remove_sql(self, model: Any, schema_editor: Any, **kwargs: Any) -> Any:
        if schema_editor.connection.vendor == "sqlite":
            return super().remove_sql(model, schema_editor, **kwargs)
        return Statement("SELECT 1")


def with_words(rows: models.QuerySet, words: Iterable[str]) -> models.QuerySet:
    """Those of `rows` whose folded text has each of these words, which are folded, too."""

    def narrowed(found: models.QuerySet) -> models.QuerySet:
        return reduce(lambda left, word: left.filter(folded__contains=word), words, found)

    words = list(words)
    indexed = any(isinstance(index, FoldedIndex) for index in rows.model._meta.indexes)
    if not words or not indexed or connections[rows.db].vendor != "sqlite":
        return narrowed(rows)
    # The index is read through once, and each row is looked up in what was found. By their bare keys, SQLite would take
    # what was found for few, look each row up and sort them all.
    keys = narrowed(rows.model._default_manager.using(rows.db).order_by()).values("pk")
    return rows.alias(_key=Coalesce("pk", "pk")).filter(_key__in=keys)
