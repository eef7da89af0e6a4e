"""The runtime guard: public requests read the live tables only, because the database lets them do no more.

On PostgreSQL they run as a role that can SELECT these tables only; on SQLite an authorizer refuses the rest.
Beside that, the SQL itself is recorded and searched for the names of other tables.
"""

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from django.apps import apps
from django.db import connection

from articles.routers import is_live

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_LITERAL = re.compile(r"'(?:[^']|'')*'")
_READS = {
    sqlite3.SQLITE_SELECT,
    sqlite3.SQLITE_FUNCTION,
    sqlite3.SQLITE_RECURSIVE,
    sqlite3.SQLITE_TRANSACTION,
    sqlite3.SQLITE_SAVEPOINT,
}


def live_tables() -> set[str]:
    """The tables of `articles.models.live`, and those that the database keeps for their search index."""
    models = apps.get_app_config("articles").get_models()
    tables = {model._meta.db_table for model in models if is_live(model)}
    # SQLite's full-text indexes are tables of their own, made by a migration.
    index = ("articles_search_", "articles_livesearch")
    return tables | {name for name in connection.introspection.table_names() if name.startswith(index)}


def other_tables() -> set[str]:
    return set(connection.introspection.table_names()) - live_tables()


def named_tables(sql: str) -> set[str]:
    """Tables other than the live ones that `sql` names; what stands in quoted strings does not count."""
    return set(_NAME.findall(_LITERAL.sub("''", sql))) & other_tables()


@contextmanager
def live_tables_only() -> Iterator[list[str]]:
    """Inside, this connection can read the live tables and nothing else. Yields the SQL that was sent."""
    sent: list[str] = []

    def record(execute, sql, params, many, context):
        sent.append(sql)
        return execute(sql, params, many, context)

    connection.ensure_connection()
    confined = _on_postgresql if connection.vendor == "postgresql" else _on_sqlite
    with confined(), connection.execute_wrapper(record):
        yield sent
    for sql in sent:
        assert not named_tables(sql), f"A public request names {named_tables(sql)}: {sql}"


@contextmanager
def _on_sqlite() -> Iterator[None]:
    forbidden = other_tables()

    def authorize(action, first, second, database, trigger):
        if action in _READS:
            return sqlite3.SQLITE_OK
        if action == sqlite3.SQLITE_READ:
            return sqlite3.SQLITE_DENY if first in forbidden else sqlite3.SQLITE_OK
        # FTS5 asks whether its file changed; nothing else has a PRAGMA to send.
        if action == sqlite3.SQLITE_PRAGMA and first == "data_version":
            return sqlite3.SQLITE_OK
        return sqlite3.SQLITE_DENY

    connection.connection.set_authorizer(authorize)
    try:
        yield
    finally:
        connection.connection.set_authorizer(None)


@contextmanager
def _on_postgresql() -> Iterator[None]:
    role = f"newsroom_reader_{os.getpid()}"
    tables = ", ".join(f'"{name}"' for name in sorted(live_tables()))
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE ROLE {role}")
        cursor.execute(f"GRANT USAGE ON SCHEMA public TO {role}")
        cursor.execute(f"GRANT SELECT ON {tables} TO {role}")
        cursor.execute(f"SET ROLE {role}")
    yield
    # After an error nothing is undone here: the transaction around it takes the role back with the rest.
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
        cursor.execute(f"DROP OWNED BY {role}")
        cursor.execute(f"DROP ROLE {role}")
