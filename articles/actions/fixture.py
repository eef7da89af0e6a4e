"""The fixture: what an import makes on an empty desk, as a file for `loaddata`, the same to the byte everywhere.

It holds sources, items, links and the decisions that the rules are sure of. It holds no users, no clock and nothing
public: `publish_articles --all` makes it public.
"""

import json
from collections.abc import Iterator
from typing import IO, Any
from uuid import UUID

from django.core import serializers
from django.db import models

from ..models.article import Article, Photo
from ..models.event import Event
from ..models.links import Coverage, Mention, Participation
from ..models.person import OtherName, Person, Position
from ..models.source import Source, Suggestion
from ..models.taxonomy import Section
from .acceptance import ordered, plan_acceptance
from .directory import Directory
from .drafts import make_draft
from .import_files import Options
from .reading import Read

_PARENTS_FIRST = [
    Section, Article, Source, Photo, Person, OtherName, Position, Event, Mention, Coverage, Participation, Suggestion,
]  # fmt: skip
_LEFT_OUT = {
    "version", "last_edition", "live_edition", "published_version", "first_published_at", "last_published_at",
    "withdrawn_at", "created_at", "updated_at", "updated_by", "editors_note", "read_at", "decided_at", "decided_by",
    "corrected", "topics", "run", "signature",
}  # fmt: skip


class FixtureWriter:
    """Collects parsed files; `write` puts the fixture into an open text file."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._directory = Directory()
        self._seen: set[str] = set()
        self._names: set[str] = set()
        self._rows: dict[type[models.Model], dict[UUID, models.Model]] = {
            model: {} for model in _PARENTS_FIRST
        }

    def collect(self, read: Read) -> None:
        """Take one readable file; the same bytes or a name that was taken before count once."""
        if read.parsed is None or read.sha256 in self._seen or read.key in self._names:
            return
        self._seen.add(read.sha256)
        self._names.add(read.key)
        draft = make_draft(
            read.parsed, name=read.name, key=read.key, sha256=read.sha256, size=read.size,
            section=self._options.section, language=self._options.language,
        )  # fmt: skip
        sure = ordered(suggestion for suggestion in draft.suggestions if suggestion.sure)
        plan = plan_acceptance(sure, self._directory, by_rule=True)
        if any(suggestion.kind == Suggestion.Kind.TITLE for suggestion in plan.accepted):
            draft.article.title_proposed = False
        rows = [draft.article, draft.source, *draft.photos, *draft.suggestions]
        if draft.section:
            rows.append(draft.section)
        for made in (rows, *plan.links(), plan.questions):
            for row in made:
                self._rows[type(row)].setdefault(row.pk, row)

    def write(self, out: IO[str]) -> None:
        """Write the fixture: two spaces of indent, UTF-8, one final newline."""
        json.dump(list(self._objects()), out, ensure_ascii=False, indent=2)
        out.write("\n")

    def _objects(self) -> Iterator[dict[str, Any]]:
        for model in _PARENTS_FIRST:
            fields = [f.name for f in model._meta.get_fields() if f.name not in _LEFT_OUT]
            for row in self._rows[model].values():
                yield from json.loads(serializers.serialize("json", [row], fields=fields))
