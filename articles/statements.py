"""Statements that every reader's request repeats, kept ready by databases whose backend can."""

from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper


def repeated(connection: BaseDatabaseWrapper) -> Any:
    """A cursor for a statement whose text is one of few: what differs is in its parameters, but for numbers of rows.

    Those decide how a statement is best run, and a plan that is kept does not see its parameters. So does a filter that
    some rows in a thousand pass and some in two: where filters meet the statement is planned each time, by
    `connection.cursor()`.
    """
    # The site's PostgreSQL backend has one; understanding and planning a list anew took as long as reading it.
    return getattr(connection, "prepared_cursor", connection.cursor)()
