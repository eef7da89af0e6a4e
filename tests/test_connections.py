"""Kept connections to PostgreSQL: asked whether they live only where that cannot be seen. Nothing here is timed."""

import pytest
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def kept():
    """The connection between two requests, health checks on."""
    connection.ensure_connection()
    connection.health_check_enabled, connection.health_check_done = True, False
    yield connection
    connection.health_check_enabled = False
    connection.close()


def alive() -> bool:
    """Whether a statement is answered, as the first of a request."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return cursor.fetchone() == (1,)


@pytest.fixture
def asked(monkeypatch):
    """How often the database itself was asked."""
    calls: list[int] = []
    engine = type(connections["default"]).__mro__[1]
    real = engine.is_usable
    monkeypatch.setattr(engine, "is_usable", lambda self: calls.append(1) or real(self))
    return calls


def test_a_connection_that_was_in_use_a_moment_ago_is_not_asked(kept, asked):
    with CaptureQueriesContext(connection) as sent:
        assert alive()
    assert (len(sent), asked) == (1, [])


def test_one_that_rested_is_asked(kept, asked, monkeypatch):
    monkeypatch.setattr("newsroom.postgresql.base.REST", -1.0)
    assert alive()
    assert asked == [1]


def test_one_that_the_server_closed_is_opened_again(kept):
    victim = kept.connection.info.backend_pid
    other = kept.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [victim])
    finally:
        other.close()
    assert alive()
    assert kept.connection.info.backend_pid != victim


def test_one_that_failed_is_asked(kept, asked):
    kept.errors_occurred = True
    kept.close_if_unusable_or_obsolete()
    assert asked == [1]
