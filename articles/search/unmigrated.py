"""The index where our migrations do not run: in tests without migrations, or where a project writes its own.

Django then makes the tables that models declare, and no model declares an index over tokens.
"""

from importlib import import_module
from typing import Any

from django.db import connections
from django.db.migrations.loader import MigrationLoader

from articles.models.live import LIVE_MODELS

from .backends import INDEX, SEARCH

OURS = "articles.migrations"
MAKING = ("0002_search_index", "0003_search_gathers")


def make_index(*, using: str, **kwargs: Any) -> None:
    """What our migrations would have made, once the table is there; hears `post_migrate`."""
    if MigrationLoader.migrations_module("articles")[0] == OURS:
        return
    connection = connections[using]
    with connection.cursor() as cursor:
        if SEARCH not in (tables := connection.introspection.table_names(cursor)):
            return
        # A table with SQLite, an index of the table with PostgreSQL.
        if f"{INDEX}_article" in {*tables, *connection.introspection.get_constraints(cursor, SEARCH)}:
            return
    with connection.schema_editor() as editor:
        for name in MAKING:
            for operation in import_module(f"{OURS}.{name}").Migration.operations:
                operation.code(None, editor)
        if connection.vendor == "sqlite":
            # PostgreSQL's column is made of the rows there are; these tables begin empty, and only triggers fill them.
            for kind in LIVE_MODELS:
                editor.execute(
                    f"INSERT INTO {INDEX}_{kind}(rowid, tokens)"  # noqa: S608  (constants)
                    f" SELECT id, tokens FROM {SEARCH} WHERE kind = '{kind}'"
                )
