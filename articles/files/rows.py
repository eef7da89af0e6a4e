"""Files of rows, each of them a text: `.jsonl`, and tables (`.csv`, `.tsv`) whose first row names their columns.

Read row by row. A row with its text alone gives this text; one that has a title or a date beside it is handed on whole,
as the object that the parser reads (`text/files/records.py`).
"""

import csv
import io
import json
from collections.abc import Iterator
from typing import IO, Any

from ..text.files.records import ASIDE, HALF_LETTER, parts_of
from .raw import RawFile
from .refusals import EMPTY_ROW, NO_COLUMN, NO_OBJECT, NO_TABLE, OPEN_QUOTE, TOO_LARGE, TOO_MANY_CELLS

TABLE_SUFFIXES = (".csv", ".tsv")


def read_jsonl(file: IO[bytes], max_bytes: int) -> Iterator[RawFile]:
    """One text a line: `{"text": "…", "name": "…"}`; one without a name is called by the number of its line."""
    number = 0
    while line := file.readline(max_bytes + 1):
        number += 1
        if len(line) > max_bytes:
            yield RawFile.of(f"{number}", line, max_bytes)
            while line and not line.endswith(b"\n"):
                line = file.readline(max_bytes)
            continue
        if not line.strip():
            continue
        try:
            yield _row(json.loads(line), number)
        except (ValueError, TypeError, RecursionError):
            yield RawFile(f"{number}", refused=NO_OBJECT)


def read_table(file: IO[bytes], max_bytes: int) -> Iterator[RawFile]:
    """One text a row; the columns are called as the fields of an object are. Raises `ValueError` when it is none."""
    wide = file.read(2) in (b"\xff\xfe", b"\xfe\xff")
    file.seek(0)
    lines = _Lines(io.TextIOWrapper(file, "utf-16" if wide else "utf-8-sig", newline=""), max_bytes)
    try:
        head = next(lines, "")
        mark = max("\t;,", key=head.count)
        columns = next(csv.reader([head], delimiter=mark, skipinitialspace=True), [])
        lines.begin_row()
        if "body" not in parts_of(dict.fromkeys(columns, "filled")):
            raise ValueError(NO_COLUMN)
        csv.field_size_limit(max(csv.field_size_limit(), max_bytes))
        for number, cells in enumerate(csv.reader(lines, delimiter=mark, skipinitialspace=True), start=1):
            if lines.torn:
                yield RawFile(f"{number}", refused=OPEN_QUOTE)
            elif any(cells[len(columns) :]):
                yield RawFile(f"{number}", refused=TOO_MANY_CELLS)
            elif cells:
                yield _row(dict(zip(columns, cells, strict=False)), number)
            lines.begin_row()
    except (UnicodeError, csv.Error) as error:
        raise ValueError(NO_TABLE) from error
    finally:
        lines.close()


class _Lines(Iterator[str]):
    """The lines of a table, of which no row may take more than `max_bytes` characters."""

    def __init__(self, file: io.TextIOWrapper, max_bytes: int) -> None:
        self._file, self._most = file, max_bytes
        self.begin_row()

    def begin_row(self) -> None:
        self._taken = self._lines = self._quotes = 0

    @property
    def torn(self) -> bool:
        """A quotation mark without its second has made one row of several."""
        return self._lines > 1 and self._quotes % 2 == 1

    def __next__(self) -> str:
        line = self._file.readline(self._most + 1)
        self._taken += len(line)
        self._lines += bool(line)
        self._quotes += line.count('"')
        if self._taken > self._most:
            raise ValueError(TOO_LARGE % {"limit": self._most})
        if not line:
            raise StopIteration
        return line

    def close(self) -> None:
        self._file.detach()  # The bytes are closed by who opened them.


def _row(entry: Any, number: int) -> RawFile:
    """The text of a row. Raises `TypeError` where it is no object."""
    if not isinstance(entry, dict) or not isinstance(given := entry.get("name") or "", str):
        raise TypeError
    name = given.encode("utf-8", "backslashreplace").decode() or f"{number}"
    parts = parts_of(entry)
    if not isinstance(text := parts.get("body"), str | list):
        return RawFile(name, refused=EMPTY_ROW)
    if parts.keys() - {"body", *ASIDE} or not isinstance(text, str):
        text = json.dumps(entry, ensure_ascii=False)
    return RawFile(name, HALF_LETTER.sub("\ufffd", text).encode("utf-8"), nameless=not given)
