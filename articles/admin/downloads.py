"""The report of an import as a file: JSON or CSV, sent as it is read, however long it is."""

import csv
import json
from collections.abc import Iterable, Iterator
from typing import Any

from django.http import HttpResponseBase
from django.utils.translation import get_language, override

from ..models import ImportRun
from ..streaming import InParcels
from ..text.cells import cell
from ..wording import in_words, kept_in_words

COLUMNS = ["name", "outcome", "reason", "encoding", "title", "sha256", "article_id", "undo", "kept_because"]
KEYS = ["file", "outcome", "reason", "encoding", "title", "sha256", "article", "undo", "kept_because"]
"""The first are those of `import_articles --report`; what was found in a text stands on its article."""

CHUNK = 1000


def report_of(run: ImportRun, form: str) -> HttpResponseBase:
    """The report of `run`; `form` is `csv`, or else it is JSON."""
    rows = _worded(
        run.files.order_by("number").values_list(*COLUMNS).iterator(chunk_size=CHUNK), get_language()
    )
    if form == "csv":
        response = InParcels(_csv(rows), content_type="text/csv; charset=utf-8")
    else:
        form = "json"
        response = InParcels(_json(rows), content_type="application/json")
    response["Content-Disposition"] = f'attachment; filename="import-{run.pk}.{form}"'
    response["Cache-Control"] = "private, no-store"
    return response


def _worded(rows: Iterable[tuple[Any, ...]], language: str | None) -> Iterator[list[Any]]:
    """The rows with what is said of a file in this language: they are sent after the request has left its own."""
    reason, kept = COLUMNS.index("reason"), COLUMNS.index("kept_because")
    for row in rows:
        cells = list(row)
        with override(language):
            cells[reason], cells[kept] = in_words(cells[reason]), kept_in_words(cells[kept])
        yield cells


class _Echo:
    """What a csv writer writes to, so that it hands each row back."""

    def write(self, text: str) -> str:
        return text


def _csv(rows: Any) -> Iterator[str]:
    writer = csv.writer(_Echo())
    yield "\ufeff" + str(writer.writerow(KEYS))
    for row in rows:
        yield str(writer.writerow([cell(value) for value in row]))


def _json(rows: Any) -> Iterator[str]:
    first = True
    for row in rows:
        entry = dict(zip(KEYS, (str(value) if value is not None else None for value in row), strict=True))
        yield ("[\n" if first else ",\n") + json.dumps(entry, ensure_ascii=False)
        first = False
    yield "[]\n" if first else "\n]\n"
