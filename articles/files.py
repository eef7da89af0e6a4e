"""Finding the files to import: in a fixed order, never outside the given paths, never a device."""

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class RawFile:
    """One file as found. `name` is its path below the given root; `refused` says why there are no bytes."""

    name: str
    data: bytes = b""
    refused: str = ""


def count_files(paths: Iterable[Path]) -> int:
    """How many files `read_files` will yield."""
    return sum(1 for _found in _walk(paths))


def read_files(paths: Iterable[Path], *, max_bytes: int) -> Iterator[RawFile]:
    """The files under `paths` (files and folders), one at a time, ordered by name. Hidden files are passed over."""
    taken: dict[str, Path] = {}
    for root, path in _walk(paths):
        name = _name(root, path)
        if taken.setdefault(name, root) != root:
            # Two roots hold a file of this name: the second is told apart by its root.
            name = f"{root.name}/{name}"
        yield _read(root, path, name, max_bytes)


def _walk(paths: Iterable[Path]) -> Iterator[tuple[Path, Path]]:
    for root in paths:
        if not root.is_dir():
            yield root.parent, root
            continue
        for folder, folders, names in os.walk(root):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(names):
                if not name.startswith("."):
                    yield root, Path(folder, name)


def _name(root: Path, path: Path) -> str:
    name = path.relative_to(root).as_posix()
    # Names are bytes to the system: what is not UTF-8 is shown escaped.
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _read(root: Path, path: Path, name: str, max_bytes: int) -> RawFile:
    try:
        if path.is_symlink() and not path.resolve().is_relative_to(root.resolve()):
            return RawFile(
                name, refused=_("It is a link that leads out of the given folder; copy the file in.")
            )
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):
            return RawFile(name, refused=_("It is not a regular file (a device, a pipe or a socket)."))
        # O_NONBLOCK: a pipe that takes the file's place in between must not hang the import.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with open(descriptor, "rb") as file:
            data = file.read(max_bytes + 1)
    except OSError as error:
        return RawFile(name, refused=_("It cannot be read: %(error)s.") % {"error": error.strerror or error})
    if len(data) > max_bytes:
        return RawFile(
            name,
            refused=_("It is larger than %(limit)s bytes. Split it, or raise --max-bytes.")
            % {"limit": max_bytes},
        )
    return RawFile(name, data)
