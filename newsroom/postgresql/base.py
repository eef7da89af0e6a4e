"""What a kept connection is good for: it is not asked before each request whether it lives, and it keeps plans.

With `CONN_HEALTH_CHECKS` every request began with a `SELECT 1` and its wait: an eighth of what a list costs. A server
that ends or restarts closes its sockets, and that can be seen without sending anything. What a socket cannot tell,
such as a firewall that forgot it, happens to connections at rest: those are asked as before.
"""

import select
from time import monotonic
from typing import Any

from django.db.backends.postgresql import base, operations

REST = 10.0
"""Seconds after which a connection counts as having rested."""
_PREPARED = "prepared"
"""In the place of a cursor's name."""


class DatabaseOperations(operations.DatabaseOperations):
    def last_executed_query(self, cursor: Any, sql: str, params: Any) -> str:
        """With its values, of a prepared statement, too: it can be read, and explained."""
        if isinstance(cursor, base.ServerBindingCursor):
            return self.compose_sql(sql, params)
        return super().last_executed_query(cursor, sql, params)


class DatabaseWrapper(base.DatabaseWrapper):
    ops_class = DatabaseOperations
    _seen = float("-inf")
    """When the connection was last found to live."""

    def connect(self) -> None:
        """A new connection lives."""
        super().connect()
        self._seen = monotonic()

    def prepared_cursor(self) -> Any:
        """For statements that come again and again: of each the server keeps what it understood and planned.

        From the `prepare_threshold`th time on, in this connection. Without that option a cursor like any other:
        behind a pooler that passes connections on between transactions nothing can be kept.
        """
        kept = self.settings_dict["OPTIONS"].get("prepare_threshold") is not None
        wrapper: Any = self
        return wrapper._cursor(_PREPARED if kept else None)

    def create_cursor(self, name: str | None = None) -> Any:
        """Django's, but that a prepared statement is sent with its values beside it."""
        if name != _PREPARED:
            return super().create_cursor(name)
        connection: Any = self.connection
        usual, connection.cursor_factory = connection.cursor_factory, base.ServerBindingCursor
        try:
            return super().create_cursor()
        finally:
            connection.cursor_factory = usual

    def is_usable(self) -> bool:
        """Asked once a request, before its first statement, and after an error."""
        usable = self._silent() or super().is_usable()
        if usable:
            self._seen = monotonic()
        return usable

    def _silent(self) -> bool:
        """Whether the connection was in use a moment ago, without an error, and its socket is silent."""
        if self.errors_occurred or self.connection is None or monotonic() - self._seen > REST:
            return False
        if self.connection.closed or not hasattr(select, "poll"):  # Windows has none.
            return False
        poll = select.poll()
        poll.register(self.connection.fileno(), select.POLLIN)
        return not poll.poll(0)
