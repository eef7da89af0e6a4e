"""Tells the host's cache what to forget: after the commit, whatever becomes of it."""

import logging
from collections.abc import Iterable
from functools import partial
from uuid import UUID

from django.db import transaction
from django.utils.module_loading import import_string

from ..conf import conf
from ..models.live import PLURALS

logger = logging.getLogger(__name__)


def purge_after_commit(changed: Iterable[tuple[str, UUID]], linked: Iterable[UUID]) -> None:
    """Call the setting `PURGE` with the `Surrogate-Key`s of what changed (kind, id) and of what its links count."""
    if not conf.purge:
        return
    keys: dict[str, None] = {}
    for kind, pk in changed:
        keys |= {str(pk): None, PLURALS[kind]: None}
    keys |= dict.fromkeys(map(str, linked))
    if keys:
        transaction.on_commit(partial(_call, conf.purge, [*keys, "changes"]))


def _call(path: str, keys: list[str]) -> None:
    try:
        import_string(path)(keys)
    except Exception:
        # What is published stays published: caches forget by themselves a little later.
        logger.exception("The purge hook %s failed for %d keys", path, len(keys))
