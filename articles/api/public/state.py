"""How far the public log has come: every list begins with it, and its validators are made of it."""

from datetime import UTC, datetime
from typing import NamedTuple

from django.conf import settings
from django.db import connections, router
from django.utils import timezone

from articles.models.live import LiveState
from articles.statements import repeated


class State(NamedTuple):
    """The one row of `LiveState`, without the cost of a model: zeros where nothing was published yet."""

    change: int = 0
    articles: int = 0
    people: int = 0
    events: int = 0
    epoch: str = ""
    changed_at: datetime = datetime.fromtimestamp(0, UTC)


_COLUMNS = ("change", "articles", "people", "events", "epoch", "changed_at")


def state_sql(vendor: str) -> str:
    """A statement that has the state as one text, so that it can stand beside the rows of a list: the database makes it
    once, and repeats it in each row at next to no cost."""
    # PostgreSQL takes longer to understand ten `||` than to run the rest; SQLite has learnt concat_ws lately only.
    text = (
        f"concat_ws(' ', {', '.join(_COLUMNS)})" if vendor == "postgresql" else " || ' ' || ".join(_COLUMNS)
    )
    return f"SELECT {text} FROM {LiveState._meta.db_table} WHERE id = 1"  # noqa: S608  (constants)


def read_state() -> State:
    """The state, asked for without the ORM, which takes longer than the database."""
    connection = connections[router.db_for_read(LiveState)]
    with repeated(connection) as cursor:
        cursor.execute(state_sql(connection.vendor))
        row = cursor.fetchone()
    return state_of(row[0]) if row else State()


def state_of(text: str) -> State:
    """What `state_sql` selects, understood."""
    change, articles, people, events, epoch, changed_at = text.split(" ", 5)
    return State(int(change), int(articles), int(people), int(events), epoch, as_time(changed_at))


def as_time(value: datetime | str) -> datetime:
    """A time of a live table as a cursor hands it over, or as the database writes it, as the ORM would have it."""
    if isinstance(value, str):
        value = datetime.fromisoformat(value)
    if timezone.is_aware(value) == settings.USE_TZ:
        return value
    zone = connections[router.db_for_read(LiveState)].timezone
    # Stored in UTC; taken as the server's local time it would be hours off.
    return value.replace(tzinfo=zone) if settings.USE_TZ else timezone.make_naive(value, zone)
