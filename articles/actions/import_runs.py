"""The record of imports: which files came when and what became of each, written batch by batch with what they made."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import timedelta
from typing import Any, NamedTuple
from uuid import UUID

from django.db import DatabaseError, connection
from django.utils import timezone

from ..models.importing import SILENT, ImportedFile, ImportRun
from ..models.rows import new_row
from ..processes import this_process
from .bulk import insert
from .file_report import FileReport

TURN = 0x6E657773
"""The number of the lock that one import a time holds while it writes a batch."""

PRUNED_AT_ONCE = 5000


def take_turn() -> None:
    """One import writes at a time, so that each sees all that the others made; SQLite's transactions see to it."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [TURN])


class Filed(NamedTuple):
    """One file of a batch: the report's entry, and what the run keeps besides."""

    report: FileReport
    sha256: str = ""
    article: UUID | None = None


class RunLog:
    """Writes the record of one run, inside the transactions of its batches. A run of no files leaves none; one that
    has files already gets more."""

    def __init__(self, run: ImportRun) -> None:
        self.run = run
        self._number = run.total

    def begin(self) -> ImportRun:
        """The run's row, which sources refer to."""
        if self.run.pk is None:
            self.run.save()
        return self.run

    def note(self, files: Sequence[Filed]) -> None:
        """Record what became of these files: two statements."""
        rows = []
        for filed in files:
            report = filed.report
            self._number += 1
            self.run.counts[report.outcome] = self.run.counts.get(report.outcome, 0) + 1
            rows.append(
                new_row(
                    ImportedFile,
                    run_id=self.run.pk,
                    number=self._number,
                    name=report.file[:1000],
                    outcome=report.outcome,
                    reason=report.reason,
                    encoding=report.encoding,
                    title=(report.title or "")[:500],
                    sha256=filed.sha256,
                    article_id=filed.article,
                )
            )
        insert(rows)
        self.run.heard_at = timezone.now()
        self.run.save(update_fields=["counts", "heard_at"])

    def stop(self) -> None:
        """The run ends here and knows it: nobody need wait until it has been silent for long enough."""
        self.run.heard_at = timezone.now() - SILENT
        with suppress(DatabaseError):  # Which may be what stopped it.
            ImportRun.objects.filter(pk=self.run.pk).update(heard_at=self.run.heard_at)

    def end(self) -> None:
        """The run has come to its end."""
        if self.run.pk is not None:
            self.run.finished_at = timezone.now()
            self.run.save(update_fields=["finished_at"])


def new_run(
    *, by: Any, given: Sequence[str], options: dict[str, Any], retry_of: ImportRun | None = None
) -> ImportRun:
    """An unsaved run. `given` are absolute paths; standard input is no path and cannot be read again."""
    return ImportRun(by=by, given=list(given), options=options, retry_of=retry_of, process=this_process())


def prune_runs(*, older_than: timedelta) -> int:
    """Forget lines of files that changed nothing, of runs that ended before then; returns how many."""
    nothing = [
        outcome for outcome in ImportedFile.Outcome.values
        if outcome not in (ImportedFile.Outcome.CREATED, ImportedFile.Outcome.CHANGED)
    ]  # fmt: skip
    lines = ImportedFile.objects.filter(
        run__preview=False, run__heard_at__lt=timezone.now() - older_than, outcome__in=nothing
    )
    gone = 0
    while batch := list(lines.values_list("pk", flat=True)[:PRUNED_AT_ONCE]):
        gone += ImportedFile.objects.filter(pk__in=batch).delete()[0]
    return gone
