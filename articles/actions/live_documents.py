"""The documents of editions with the links that are live now, and the live rows that carry them."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from django.db import models

from .. import documents
from ..documents import Composed, Field, Ref
from ..models.live import LiveArticle, LiveEvent, LivePerson, LiveSection, LiveTopic
from ..models.many import select_values
from ..models.rows import new_row
from .live_links import translation_groups

_TARGETS: dict[str, type[models.Model]] = {
    Field.PEOPLE: LivePerson,
    Field.PARTICIPANTS: LivePerson,
    Field.EVENTS: LiveEvent,
    Field.SECTION: LiveSection,
    Field.TOPICS: LiveTopic,
    Field.TRANSLATIONS: LiveArticle,
}
_LABEL_COLUMNS: dict[type[models.Model], tuple[str, ...]] = {
    LivePerson: ("id", "slug", "name"),
    LiveEvent: ("id", "slug", "name", "date"),
    LiveArticle: ("id", "slug", "language"),
    LiveSection: ("id", "slug", "name"),
    LiveTopic: ("id", "slug", "name"),
}


def compose_live(
    kind: str, editions: Mapping[UUID, documents.Document], references: Mapping[UUID, list[Ref]], *, at: datetime
) -> list[Composed]:  # fmt: skip
    """What each of these editions of one kind shows now; `at` is when the unsaved rows say that they changed."""
    if kind == "article":
        groups = translation_groups(references)
        references = {
            pk: [r for r in references.get(pk, []) if r.field != Field.TRANSLATIONS]
            + [Ref(Field.TRANSLATIONS, other) for other in groups.get(pk, ())]
            for pk in editions
        }
    labels = _labels(ref for refs in references.values() for ref in refs)
    found = []
    for pk, document in editions.items():
        refs = [ref for ref in references.get(pk, ()) if ref.target in labels]
        section = next((ref.target for ref in refs if ref.field == Field.SECTION), None)
        composed = documents.compose(document, refs, labels)
        row = documents.live_row(composed, section=section, changed_at=at)
        found.append(Composed(row, composed, refs))
    return found


def _labels(references: Iterable[Ref]) -> dict[UUID, documents.Document]:
    """How the live ones among the targets of references show inside other documents."""
    wanted: dict[type[models.Model], set[UUID]] = {}
    for ref in references:
        wanted.setdefault(_TARGETS[ref.field], set()).add(ref.target)
    return {
        values[0]: documents.label(new_row(model, **dict(zip(names, values, strict=True))))
        for model, targets in wanted.items()
        for names in (_LABEL_COLUMNS[model],)
        for values in select_values(model, names, "id", targets)
    }
