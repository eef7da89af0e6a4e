"""Sections and topics on the live side: there from the first article filed under them, under their present name."""

from collections.abc import Iterable
from typing import Any

from ..documents import Field, Ref
from ..models.live import LiveSection, LiveTerm, LiveTopic
from ..models.many import select_values
from ..models.taxonomy import Section, Term, Topic
from ..text.fold import sort_key


def open_terms(references: Iterable[list[Ref]]) -> None:
    """Put the sections and topics that these references name on the live side."""
    for field, desk, live in ((Field.SECTION, Section, LiveSection), (Field.TOPICS, Topic, LiveTopic)):
        wanted = {ref.target for refs in references for ref in refs if ref.field == field}
        if missing := wanted - {pk for (pk,) in select_values(live, ["id"], "id", wanted)}:
            terms = desk.objects.filter(pk__in=missing)
            live.objects.bulk_create(_live_term(live, term) for term in terms)


def rename_live_term(term: Term) -> bool:
    """Show a term under its present name and slug where the public knows it; whether that was another one."""
    model = LiveSection if isinstance(term, Section) else LiveTopic
    fresh = _live_term(model, term)
    changed = model.objects.filter(pk=term.pk).exclude(slug=fresh.slug, name=fresh.name)
    return bool(changed.update(slug=fresh.slug, name=fresh.name, sort_name=fresh.sort_name))


def _live_term(model: type[LiveTerm], term: Term) -> Any:
    return model(id=term.pk, slug=term.slug, name=term.name, sort_name=sort_key(term.name)[:600])
