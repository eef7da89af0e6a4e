"""The importer's report, written an entry at a time so that memory does not grow with the number of files."""

import csv
import io
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from pathlib import Path
from typing import IO, TYPE_CHECKING, Protocol

from ..actions.file_report import FileReport
from ..text.cells import cell

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

REPORTS = {".csv", ".json"}
"""How the name of a report ends."""


class Report(Protocol):
    def add(self, entry: FileReport) -> None: ...


@contextmanager
def open_report(path: Path | None) -> Iterator[Report]:
    """`FILE.csv` gives a row a file, `FILE.json` a list; no path gives a report that forgets."""
    if path is None:
        yield _Nothing()
        return
    with open_text(path) as out:
        if path.suffix.lower() == ".csv":
            yield _Csv(out)
        else:
            report = _Json(out)
            try:
                yield report
            finally:
                report.end()  # Of an import that was stopped, too, the report can be read.


class Unwritten(Exception):
    """A file of the operator's cannot be written; the import itself had no fault."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(path, why)
        self.path, self.why = path, why


class _Disk(io.FileIO):
    """The file itself, below the buffers: what hinders writing is told from the faults of an import."""

    def write(self, data: "ReadableBuffer", /) -> int:
        try:
            return super().write(data)
        except OSError as error:
            raise Unwritten(str(self.name), error.strerror or str(error)) from error


def open_text(path: Path) -> IO[str]:
    """A file to write, with the line ends that are written to it; raises `Unwritten` once the disk is full, say."""
    try:
        disk = _Disk(path, "w")
    except OSError as error:
        raise Unwritten(str(path), error.strerror or str(error)) from error
    return io.TextIOWrapper(io.BufferedWriter(disk), encoding="utf-8", newline="")


class _Nothing:
    def add(self, entry: FileReport) -> None:
        pass


class _Json:
    def __init__(self, out: IO[str]) -> None:
        self._out, self._first = out, True

    def add(self, entry: FileReport) -> None:
        self._out.write("[\n" if self._first else ",\n")
        self._out.write(json.dumps(entry.as_dict(), ensure_ascii=False, indent=1))
        self._first = False

    def end(self) -> None:
        self._out.write("[]\n" if self._first else "\n]\n")


class _Csv:
    """Lists are joined with ` | `; a byte order mark tells spreadsheets that it is UTF-8."""

    def __init__(self, out: IO[str]) -> None:
        out.write("\ufeff")
        self._rows = csv.writer(out)
        self._rows.writerow([field.name for field in fields(FileReport)])

    def add(self, entry: FileReport) -> None:
        self._rows.writerow([cell(value) for value in entry.as_dict().values()])
