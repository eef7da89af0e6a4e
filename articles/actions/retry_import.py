"""Retry: the files that an import refused are read again from where they lay, once somebody has mended them."""

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..conf import conf
from ..files import RawFile, is_archive, read_files, ways_to
from ..models.article import Article
from ..models.importing import ImportedFile, ImportRun
from .errors import Refused
from .import_files import Options, import_files
from .import_runs import new_run
from .permissions import require

MOST = 1000
"""Refused files that one retry takes; for more, the command is run again: what is unchanged costs it little."""


def retry_import(run: ImportRun, *, by: Any) -> ImportRun:
    """Import the refused files of `run` once more, with its options; returns the new run that says how it went.

    The bytes of refused files are not kept, so they must lie where they lay. Raises `Refused` with the cure where
    they cannot.
    """
    require(by, "add", ImportRun)
    require(by, "add", Article)
    names = list(
        run.files.filter(outcome=ImportedFile.Outcome.REFUSED)
        .order_by("number")
        .values_list("name", flat=True)[: MOST + 1]
    )
    roots = [Path(path) for path in run.given]
    _check(run, names, roots)
    again = new_run(by=by, given=run.given, options=run.options, retry_of=run)
    for _report in import_files(_files(roots, names), by=by, options=options_of(run), run=again):
        pass
    return again


def options_of(run: ImportRun) -> Options:
    """How the run read its files; one process is enough for what follows."""
    known = {field.name for field in fields(Options)}
    given = {name: value for name, value in run.options.items() if name in known}
    return Options(**(given | {"jobs": 1, "dry_run": False}))


def _check(run: ImportRun, names: list[str], roots: list[Path]) -> None:
    if not names:
        raise Refused(_("No file of this import was refused."))
    if run.uploaded or not roots:
        raise Refused(_("The bytes of refused files are not kept. Mend them, and upload them again."))
    if len(names) > MOST:
        raise Refused(
            ngettext(
                "More than %(count)d file was refused. Mend them, and run import_articles on %(paths)s again.",
                "More than %(count)d files were refused. Mend them, and run import_articles on %(paths)s again.",
                MOST,
            ) % {"count": MOST, "paths": ", ".join(run.given)}
        )  # fmt: skip
    if gone := [str(root) for root in roots if not root.exists()]:
        raise Refused(
            _(
                "%(paths)s: not there any more, or not on this machine. Run import_articles where the files are."
            )
            % {"paths": ", ".join(gone)}
        )


def _files(roots: list[Path], names: list[str]) -> Iterator[RawFile]:
    found = {root.name for root in roots if is_archive(root)}
    for raw in read_files(roots, max_bytes=conf.import_max_bytes, only=set(names)):
        found.update(ways_to(raw.name))
        yield raw
    for name in names:
        if name not in found:
            yield RawFile(name, refused=_("It is not there any more."))
