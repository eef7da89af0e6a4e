"""What still uses an item that is to go: rows of the desk, or of a host's own models."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db.models import ProtectedError, RestrictedError
from django.utils.translation import gettext as _

from .errors import Refused


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
