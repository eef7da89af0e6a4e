"""Finding the files to import: in a fixed order, never outside the given paths, never a device."""

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from django.utils.translation import gettext as _

from .archives import reader_for
from .raw import RawFile

__all__ = ["STDIN", "RawFile", "count_files", "read_files"]

STDIN = Path("-")
"""The path that means standard input."""


def count_files(paths: Iterable[Path]) -> int | None:
    """How many files `read_files` will yield; None where an archive would have to be read to know."""
    total = 0
    for _root, path, _given in _walk(paths):
        if reader_for(path):
            return None
        total += 1
    return total


def read_files(paths: Iterable[Path], *, max_bytes: int) -> Iterator[RawFile]:
    """The files under `paths` (files, folders, archives, `-`), one at a time. Hidden files are passed over."""
    taken: dict[str, Path] = {}
    for root, path, given in _walk(paths):
        for raw in _read(root, path, max_bytes, given=given):
            if taken.setdefault(raw.name, root) != root:
                # Two roots hold a file of this name: the second is told apart by its root.
                raw = replace(raw, name=f"{root.name}/{raw.name}")
            yield raw


def _walk(paths: Iterable[Path]) -> Iterator[tuple[Path, Path, bool]]:
    """Root, path, and whether the path itself was given."""
    for root in paths:
        if not root.is_dir():
            yield root.parent, root, True
            continue
        for folder, folders, names in os.walk(root):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(names):
                if not name.startswith("."):
                    yield root, Path(folder, name), False


def _printable(name: str) -> str:
    """Names are bytes to the system: what is not UTF-8 is shown escaped."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace").replace("\x00", "")


def _read(root: Path, path: Path, max_bytes: int, *, given: bool) -> Iterator[RawFile]:
    if path == STDIN:
        yield RawFile.of("-", sys.stdin.buffer.read(max_bytes + 1), max_bytes)
        return
    name = _printable(path.relative_to(root).as_posix())
    try:
        if path.is_symlink() and not path.resolve().is_relative_to(root.resolve()):
            yield RawFile(
                name, refused=_("It is a link that leads out of the given folder; copy the file in.")
            )
            return
        if not stat.S_ISREG(path.stat().st_mode):
            yield RawFile(name, refused=_("It is not a regular file (a device, a pipe or a socket)."))
            return
        if reader := reader_for(path):
            # An archive that was given itself is a root; one inside a folder is a folder.
            prefix = "" if given else f"{name}/"
            for raw in reader(path, max_bytes):
                yield replace(raw, name=_printable(prefix + raw.name))
            return
        # O_NONBLOCK: a pipe that takes the file's place in between must not hang the import.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with open(descriptor, "rb") as file:
            data = file.read(max_bytes + 1)
    except OSError as error:
        yield RawFile(name, refused=_("It cannot be read: %(error)s.") % {"error": error.strerror or error})
    except ValueError as error:
        yield RawFile(name, refused=str(error))
    else:
        yield RawFile.of(name, data, max_bytes)
