"""Files inside files: .zip and .tar, read member by member and never unpacked to disk.

What a header claims is not believed: each member is read up to the limit and no further, one archive gives at most
`MAX_MEMBERS` files, and one that unfolds to a great many times its own size is left there and then. An archive inside
an archive is a file that is no text, and refused as such.
"""

import lzma
import os
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import PurePosixPath
from typing import IO, Any, Self

from .raw import RawFile
from .refusals import (
    BOMB,
    CLIMBS_OUT,
    DAMAGED,
    ENCRYPTED,
    LINK_INSIDE,
    NO_TAR,
    NO_ZIP,
    TOO_MANY,
)
from .rows import TABLE_SUFFIXES, read_jsonl, read_table

MAX_MEMBERS = 1_000_000
MAX_RATIO = 100
"""Texts shrink to a tenth at most, markup to a twentieth."""

UNQUESTIONED = 100_000_000
"""Bytes that any archive may unfold to."""

MAX_HEADER = 100_000
"""Bytes that a tar may say of one member: a long name, a few attributes. `tarfile` takes them into memory."""

TAR_SUFFIXES = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz")

_ABOUT_THE_NEXT = (
    tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.SOLARIS_XHDTYPE, tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK,
)  # fmt: skip
"""Headers that say more of the next one."""

Reader = Callable[[IO[bytes], int], Iterator[RawFile]]


def rows_reader_for(name: str) -> Reader | None:
    """How to read this file as a text a row, or None for what is no such file; judged by the name."""
    name = name.lower()
    if name.endswith(".jsonl"):
        return read_jsonl
    return read_table if name.endswith(TABLE_SUFFIXES) else None


def reader_for(name: str) -> Reader | None:
    """How to read this file as many, or None for an ordinary one; judged by the name."""
    name = name.lower()
    if name.endswith(".zip"):
        return read_zip
    if name.endswith(TAR_SUFFIXES):
        return read_tar
    return rows_reader_for(name)


def read_zip(file: IO[bytes], max_bytes: int) -> Iterator[RawFile]:
    """The files of a zip archive, by name. Raises `OSError` or `ValueError` when it is none."""
    weigh = _scales(file)
    try:
        with zipfile.ZipFile(file) as archive:
            for member in sorted(_capped(archive.infolist()), key=lambda member: member.filename):
                if member.is_dir() or _hidden(member.filename):
                    continue
                kind = member.external_attr >> 16
                if refusal := _trick(member.filename):
                    yield RawFile(member.filename, refused=refusal)
                elif kind and not stat.S_ISREG(kind) and stat.S_IFMT(kind):
                    yield RawFile(member.filename, refused=LINK_INSIDE)
                elif member.flag_bits & 1:
                    yield RawFile(member.filename, refused=ENCRYPTED)
                else:
                    raw, size = _member(member.filename, partial(archive.open, member), max_bytes)
                    weigh(size)
                    yield raw
    except (zipfile.BadZipFile, NotImplementedError, UnicodeDecodeError) as error:
        raise ValueError(NO_ZIP) from error


def read_tar(file: IO[bytes], max_bytes: int) -> Iterator[RawFile]:
    """The files of a tar archive, compressed or not, in their order."""
    weigh = _scales(file)
    for archive, member in _capped(_tar_members(file)):
        # What is not read has to be unfolded all the same, to get past it.
        weigh(member.size)
        if member.isdir() or _hidden(member.name):
            continue
        if refusal := _trick(member.name):
            yield RawFile(member.name, refused=refusal)
        elif not member.isreg():
            yield RawFile(member.name, refused=LINK_INSIDE)
        else:
            yield _member(member.name, partial(archive.extractfile, member), max_bytes)[0]


def _tar_members(file: IO[bytes]) -> Iterator[tuple[tarfile.TarFile, tarfile.TarInfo]]:
    """The members of a tar, with the archive as it is to be read before the next is asked for."""
    try:
        with tarfile.open(fileobj=file, mode="r|*", tarinfo=_TarHeader) as archive:
            while member := archive.next():
                yield archive, member
                archive.members.clear()  # type: ignore[attr-defined]  # It would keep all of them.
    except (
        tarfile.TarError, EOFError, ValueError, zlib.error, lzma.LZMAError,
        RecursionError,  # Headers of headers of headers.
    ) as error:  # fmt: skip
        raise ValueError(NO_TAR) from error


class _TarHeader(tarfile.TarInfo):
    """A header of bounded length; what is stored with holes, which no text is, has a list of them of any length."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Self:
        header = super().frombuf(buf, encoding, errors)
        if header.type == tarfile.GNUTYPE_SPARSE or (
            header.type in _ABOUT_THE_NEXT and header.size > MAX_HEADER
        ):
            raise tarfile.ReadError
        return header

    def _proc_gnusparse_10(self, *_args: Any) -> None:
        raise tarfile.ReadError


def _scales(file: IO[bytes]) -> Callable[[int], None]:
    """Adds up what comes out of an archive; raises `ValueError` where it is out of all proportion."""
    limit = max(UNQUESTIONED, MAX_RATIO * file.seek(0, os.SEEK_END))
    file.seek(0)
    total = 0

    def weigh(size: int) -> None:
        nonlocal total
        total += size
        if total > limit:
            raise ValueError(BOMB % {"limit": limit})

    return weigh


def _capped(members: Iterable[Any]) -> Iterator[Any]:
    for number, member in enumerate(members):
        if number >= MAX_MEMBERS:
            raise ValueError(TOO_MANY % {"limit": MAX_MEMBERS})
        yield member


def _hidden(name: str) -> bool:
    return any(part.startswith(".") and part not in (".", "..") for part in PurePosixPath(name).parts)


def _trick(name: str) -> str:
    """Nothing is written to disk, but a name that climbs out of its archive is no honest file's."""
    path = PurePosixPath(name.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or (len(name) > 1 and name[1] == ":"):
        return CLIMBS_OUT
    return ""


def _member(name: str, open_member: Callable[[], IO[bytes] | None], max_bytes: int) -> tuple[RawFile, int]:
    """The file, and how many bytes were read."""
    try:
        with open_member() as file:  # type: ignore[union-attr]
            data = file.read(max_bytes + 1)
    except (
        OSError, EOFError, ValueError, RuntimeError, NotImplementedError, zipfile.BadZipFile, zlib.error,
        lzma.LZMAError, tarfile.TarError,
    ):  # fmt: skip
        return RawFile(name, refused=DAMAGED), 0
    return RawFile.of(name, data, max_bytes), len(data)
