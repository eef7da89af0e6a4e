"""What a batch of an import's files comes to, and how it is written: all rows of a table at once."""

from dataclasses import dataclass, field
from uuid import UUID

from ..models.rows import new_row
from ..models.source import Source, Suggestion
from ..text.likeness import Sketch
from .bulk import insert
from .drafts import Draft
from .file_report import FileReport
from .identity import identity
from .import_runs import Filed
from .likeness import write_bands


@dataclass(slots=True)
class Batch:
    """What a batch of files comes to."""

    filed: list[Filed] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    changed: list[Source] = field(default_factory=list)
    """Sources with new text for an article that is there."""
    again: list[UUID] = field(default_factory=list)
    """Drafts of earlier imports, to publish."""
    sketches: list[tuple[UUID, Sketch]] = field(default_factory=list)

    @property
    def sources(self) -> list[Source]:
        return [*(draft.source for draft in self.drafts), *self.changed]

    @property
    def reports(self) -> list[FileReport]:
        return [filed.report for filed in self.filed]


def write_batch(batch: Batch) -> None:
    """Insert the rows of a batch; those that another import of the same files wrote meanwhile are left as they are."""
    drafts = batch.drafts
    insert({draft.section.pk: draft.section for draft in drafts if draft.section}.values(), ignore=True)
    insert((draft.article for draft in drafts), ignore=True)
    insert(batch.sources, ignore=True)
    insert((photo for draft in drafts for photo in draft.photos), ignore=True)
    new_texts = [
        new_row(
            Suggestion,
            id=identity("suggestion", source.sha256, Suggestion.Kind.TEXT, 0),
            article_id=source.article_id,
            source_id=source.pk,
            kind=Suggestion.Kind.TEXT,
            value={"name": source.name},
            evidence=[[0, len(source.text)]],
            reason="the file has new text",
        )
        for source in batch.changed
    ]
    found = [suggestion for draft in drafts for suggestion in draft.suggestions]
    insert(found + new_texts, ignore=True)
    write_bands(batch.sketches)
