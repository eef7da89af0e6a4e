"""Whether a kept connection still lives, without asking the database before each request.

With `CONN_HEALTH_CHECKS` every request began with a `SELECT 1` and its wait: an eighth of what a list costs. A server
that ends or restarts closes its sockets, and that can be seen without sending anything. What a socket cannot tell,
such as a firewall that forgot it, happens to connections at rest: those are asked as before.
"""

import select
from time import monotonic

from django.db.backends.postgresql import base

REST = 10.0
"""Seconds after which a connection counts as having rested."""


class DatabaseWrapper(base.DatabaseWrapper):
    _seen = float("-inf")
    """When the connection was last found to live."""

    def connect(self) -> None:
        """A new connection lives."""
        super().connect()
        self._seen = monotonic()

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
