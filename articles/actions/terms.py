"""Sections and topics: kept on the desk, and shown to the public under their present name at once."""

from typing import Any

from django.utils.translation import gettext as _

from ..models.live import LiveSection, LiveTopic
from ..models.taxonomy import Section, Term
from .door import open_door
from .errors import Refused
from .permissions import require
from .used import refused_while_used


def save_term(term: Term, *, by: Any) -> None:
    """Save a section or topic; where the public knows it, its name and address change in every live document."""
    new = term._state.adding
    require(by, "add" if new else "change", term)
    if new:
        term.save()
        return
    with open_door() as door:
        term.save()
        door.rename_term(term)


def delete_term(term: Term, *, by: Any) -> None:
    """Delete a section or topic that no article uses, on the desk or live."""
    require(by, "delete", term)
    live = LiveSection if isinstance(term, Section) else LiveTopic
    with open_door():
        if term.articles.exists() or live.objects.filter(pk=term.pk, article_count__gt=0).exists():  # type: ignore[attr-defined]
            raise Refused(
                _("“%(name)s” is still used by articles. File them elsewhere first.") % {"name": term}
            )
        with refused_while_used(str(term)):
            live.objects.filter(pk=term.pk).delete()
            term.delete()
