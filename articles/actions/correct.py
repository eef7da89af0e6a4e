"""Correct: publish a live item again and tell readers what was wrong."""

from typing import Any

from django.utils.translation import gettext as _

from ..models.base import Item
from ..models.edition import Edition
from .errors import Refused
from .publish import publish


def correct(item: Item, *, by: Any, note: str, expected_version: int | None = None) -> Edition:
    """A new edition with a public `note`. Raises `Refused` without one, or where the public sees nothing to correct."""
    if not note.strip():
        raise Refused(_("Say what was corrected: the note stands with the item in public."))
    if type(item)._default_manager.filter(pk=item.pk, live_edition=None).exists():
        raise Refused(_("“%(title)s” is not live: there is nothing to correct.") % {"title": item})
    return publish(item, by=by, note=note, expected_version=expected_version)
