"""Finding the files to import: in a fixed order, never outside the given paths, never a device."""

import errno
import os
import stat
import sys
from collections.abc import Collection, Iterable, Iterator, Set
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from .archives import reader_for, rows_reader_for
from .raw import RawFile
from .refusals import (
    FORBIDDEN,
    FORBIDDEN_FOLDER,
    GONE,
    INPUT_CLOSED,
    LEADS_BACK,
    LEADS_NOWHERE,
    LEADS_OUT,
    LINKED_FOLDER,
    NOT_REGULAR,
    NOTHING_INSIDE,
    UNREADABLE,
)

__all__ = ["STDIN", "RawFile", "count_files", "is_archive", "read_files", "read_uploads", "ways_to"]

STDIN = Path("-")
"""The path that means standard input."""


def count_files(paths: Iterable[Path], *, without: Collection[Path] = ()) -> int | None:
    """How many files `read_files` will yield; None where an archive would have to be read to know."""
    total = 0
    for _root, path, _given in _walk(paths, without):
        if reader_for(path.name):
            return None
        total += 1
    return total


def read_files(
    paths: Iterable[Path],
    *,
    max_bytes: int,
    only: Set[str] | None = None,
    without: Collection[Path] = (),
) -> Iterator[RawFile]:
    """The files under `paths` (files, folders, archives, `-`), one at a time. Hidden files are passed over.

    With `only`, files of these names, and all that is in archives and folders of these names; those at the paths
    `without` are none of them.
    """
    paths = list(paths)
    taken: dict[str, Path] = {}
    for root, path, given in _walk(paths, without):
        # What is given is a root of names: an archive itself, a file by its folder.
        archive = given and is_archive(path)
        origin = path if archive else root
        whole = only is None or (archive and path.name in only)
        for raw in _read(root, path, max_bytes, given=given, only=only):
            if len(paths) > 1:
                raw = replace(raw, name=_own_name(raw.name, origin, taken))
            if whole or only is None or not only.isdisjoint(ways_to(raw.name)):
                yield raw


def _own_name(name: str, origin: Path, taken: dict[str, Path]) -> str:
    """The first of its names that is no other root's: two roots may hold a file of one name, and be called alike."""
    for called in _names(name, origin):
        if taken.setdefault(called, origin) == origin:
            break
    return called


def _names(name: str, origin: Path) -> Iterator[str]:
    """What a file may be called: its path below its root, led by this root, by the folder of the root, and so on."""
    yield name
    for folder in reversed(Path(os.path.abspath(origin)).parts[1:]):
        name = f"{_printable(folder)}/{name}"
        yield name


def is_archive(path: Path) -> bool:
    """It gives files of its own, judged by its name: an archive, or a file of rows."""
    return reader_for(path.name) is not None


def ways_to(name: str) -> Iterator[str]:
    """The name of a file, and those of the archives and folders that it is in."""
    while name:
        yield name
        name = name.rpartition("/")[0]


def read_uploads(uploads: Iterable[tuple[str, bytes]], *, max_bytes: int) -> Iterator[RawFile]:
    """The files of uploads, each a name and its bytes; an archive gives its members, under its own name if need be."""
    taken: dict[str, str] = {}
    for name, data in uploads:
        for raw in _members(name, data, max_bytes):
            if taken.setdefault(raw.name, name) != name:
                raw = replace(raw, name=f"{name}/{raw.name}")
            yield replace(raw, name=_printable(raw.name))


def _members(name: str, data: bytes, max_bytes: int) -> Iterator[RawFile]:
    reader = reader_for(name)
    if reader is None:
        yield RawFile.of(name, data, max_bytes)
        return
    try:
        yield from _or_nothing(_taken_apart(reader(BytesIO(data), max_bytes), max_bytes), name)
    except (OSError, ValueError) as error:
        yield RawFile(name, refused=str(error))


def _taken_apart(members: Iterable[RawFile], max_bytes: int) -> Iterator[RawFile]:
    """Members of an archive; a file of rows among them gives these. Archives inside archives are not opened."""
    for raw in members:
        if raw.data and (reader := rows_reader_for(raw.name)):
            try:
                rows = reader(BytesIO(raw.data), max_bytes)
                named = (replace(row, name=f"{raw.name}/{row.name}") for row in rows)
                yield from _or_nothing(named, raw.name)
            except ValueError as error:
                yield RawFile(raw.name, refused=str(error))
        else:
            yield raw


def _or_nothing(found: Iterator[RawFile], name: str) -> Iterator[RawFile]:
    """What was found in an archive or a file of rows, or that it holds nothing."""
    yield next(found, RawFile(name, refused=NOTHING_INSIDE))
    yield from found


def _walk(paths: Iterable[Path], without: Collection[Path] = ()) -> Iterator[tuple[Path, Path, bool]]:
    """Root, path, and whether the path itself was given."""
    left_out = {path.name for path in without}
    for root in paths:
        # `os.path`, for which a folder that may not be looked into is none; pathlib raises.
        if not os.path.isdir(root) or not os.access(root, os.R_OK | os.X_OK):
            yield root.parent, root, True
            continue
        for folder, folders, names in os.walk(root, onerror=_unlisted):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            names.sort()
            for name in names:
                if not name.startswith(".") and not (name in left_out and _is_one(folder, name, without)):
                    yield root, Path(folder, name), False
            for name in list(folders):
                path = Path(folder, name)
                if path.is_symlink() or not os.access(path, os.R_OK | os.X_OK):
                    # Said of the folder itself: it is not entered, and nothing is lost in silence.
                    folders.remove(name)
                    yield root, path, False


def _is_one(folder: str, name: str, paths: Iterable[Path]) -> bool:
    real = os.path.realpath(folder)
    return any(path.name == name and os.path.realpath(path.parent) == real for path in paths)


def _unlisted(error: OSError) -> None:
    """A folder that vanished or was closed meanwhile has nothing to give."""


def _printable(name: str) -> str:
    """Names are bytes to the system: what is not UTF-8 is shown escaped."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace").replace("\x00", "")


def _read(root: Path, path: Path, max_bytes: int, *, given: bool, only: Set[str] | None) -> Iterator[RawFile]:
    if path == STDIN:
        yield _standard_input(max_bytes)
        return
    name = _printable(path.relative_to(root).as_posix())
    reader = reader_for(path.name)
    if only is not None and reader is None and only.isdisjoint({*ways_to(name), *_names(name, root)}):
        yield RawFile(name)  # Not read, but its name is taken.
        return
    try:
        if path.is_symlink() and not path.resolve().is_relative_to(root.resolve()):
            yield RawFile(name, refused=LEADS_OUT)
            return
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            yield RawFile(name, refused=_unentered(path))
            return
        if not stat.S_ISREG(mode):
            yield RawFile(name, refused=NOT_REGULAR)
            return
        # O_NONBLOCK: a pipe that takes the file's place in between must not hang the import.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with open(descriptor, "rb") as file:
            if reader is None:
                yield RawFile.of(name, file.read(max_bytes + 1), max_bytes)
                return
            # An archive that was given itself is a root; one inside a folder is a folder.
            prefix = "" if given else f"{name}/"
            found = _taken_apart(reader(file, max_bytes), max_bytes)
            named = (replace(raw, name=_printable(prefix + raw.name)) for raw in found)
            yield from _or_nothing(named, name)
    except (OSError, RuntimeError) as error:
        yield RawFile(name, refused=_unreadable(path, error))
    except ValueError as error:
        yield RawFile(name, refused=str(error))


def _standard_input(max_bytes: int) -> RawFile:
    if sys.stdin is None:
        return RawFile("-", refused=INPUT_CLOSED)
    try:
        return RawFile.of("-", sys.stdin.buffer.read(max_bytes + 1), max_bytes, nameless=True)
    except OSError as error:
        return RawFile("-", refused=_unreadable(STDIN, error))


def _unreadable(path: Path, error: OSError | RuntimeError) -> str:
    """What the system says of a file, in the reader's language where it is said often."""
    # RuntimeError is what Python 3.11 and 3.12 make of links that lead in a circle.
    if isinstance(error, RuntimeError) or error.errno == errno.ELOOP:
        return LEADS_BACK
    if isinstance(error, FileNotFoundError):
        return LEADS_NOWHERE if path.is_symlink() else GONE
    if isinstance(error, PermissionError):
        return FORBIDDEN
    return UNREADABLE % {"error": error.strerror or error}


def _unentered(folder: Path) -> str:
    if folder.is_symlink():
        return LINKED_FOLDER
    return FORBIDDEN_FOLDER
