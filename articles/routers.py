"""For hosts whose database routers send reads elsewhere: what decides a write is read where it is written.

DATABASE_ROUTERS = ["articles.routers.DeskRouter", "project.routers.Replicas"]
"""

from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Model


class DeskRouter:
    """Live tables may be read from a replica, by readers. The desk never is, and nothing is within a transaction:
    the door would publish from rows that a replica does not have yet."""

    def db_for_read(self, model: type[Model], **hints: Any) -> str | None:
        """`default`, where all of ours is written; None where the host's routers may choose."""
        if model._meta.app_label != "articles":
            return None
        if is_live(model) and not connections[DEFAULT_DB_ALIAS].in_atomic_block:
            return None
        return DEFAULT_DB_ALIAS


def is_live(model: type[Model]) -> bool:
    """Whether readers may be shown this table."""
    return model.__module__.startswith("articles.models.live.")
