"""The files of an import as its page asks for them."""

from collections.abc import Iterator
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet
from django.utils.functional import cached_property

from ..models import ImportedFile, ImportRun

FILES_SHOWN = 100
Outcome = ImportedFile.Outcome


class Files:
    """The files of a run that the page's address asks for: by outcome, by what undo did, by a part of the name."""

    def __init__(self, run: ImportRun, asked: Any) -> None:
        self.run = run
        self.outcome = asked.get("outcome", "") if asked.get("outcome") in Outcome.values else ""
        self.undo = asked.get("undo", "") if asked.get("undo") in ImportedFile.Undo.values else ""
        self.noted = "noted" in asked
        self.q = asked.get("q", "").replace("\0", "").strip()[:200]

    @cached_property
    def rows(self) -> QuerySet:
        rows = self.run.files.order_by("number")
        if self.outcome:
            rows = rows.filter(outcome=self.outcome)
        if self.undo:
            rows = rows.filter(undo=self.undo)
        if self.noted:
            rows = rows.exclude(reason="")
        if self.q:
            rows = rows.filter(Q(name__icontains=self.q) | Q(title__icontains=self.q))
        return rows

    def page(self, number: str) -> Page:
        return Paginator(self.rows, FILES_SHOWN).get_page(number)

    def forgotten(self, page: Page) -> int:
        """How many lines `prune_imports` took; told where all lines are asked for."""
        if self.outcome or self.undo or self.noted or self.q:
            return 0
        return max(0, self.run.total - page.paginator.count)

    @property
    def outcomes(self) -> Iterator[tuple[str, Any, int]]:
        """Each outcome that there is: its word, how it is shown, and how many files."""
        for name, label in Outcome.choices:
            if count := self.run.counts.get(name):
                yield name, label, count
