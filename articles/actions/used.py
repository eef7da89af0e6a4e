"""What still uses an item that is to go: rows of the desk, or of a host's own models."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from django.db import transaction
from django.db.models import ProtectedError, RestrictedError
from django.utils.translation import gettext as _

from .errors import Refused

AnyRow = TypeVar("AnyRow")


@contextmanager
def refused_while_used(title: str) -> Iterator[None]:
    """Refuse, and name the rows, where a foreign key forbids (`PROTECT`, `RESTRICT`) to delete what it leads to."""
    try:
        yield
    except (ProtectedError, RestrictedError) as error:
        rows = error.protected_objects if isinstance(error, ProtectedError) else error.restricted_objects
        users = ", ".join(sorted({str(row) for row in rows})[:5])
        raise Refused(
            _("“%(title)s” is still used by: %(users)s. Remove it there first.")
            % {"title": title, "users": users}
        ) from error


def delete_unused(rows: list[AnyRow], delete: Callable[[list[AnyRow]], Any]) -> list[AnyRow]:
    """`delete` the rows, a transaction a call, but for those that a foreign key forbids to delete: returns these."""
    if not rows:
        return []
    try:
        with transaction.atomic():
            delete(rows)
    except (ProtectedError, RestrictedError):
        middle = len(rows) // 2
        if not middle:
            return rows
        return delete_unused(rows[:middle], delete) + delete_unused(rows[middle:], delete)
    return []
