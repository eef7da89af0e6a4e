"""Retry: the files that an import refused are read again from where they lay, once somebody has mended them."""

from collections.abc import Iterator
from dataclasses import fields
from itertools import islice
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..conf import conf
from ..files import RawFile, is_archive, read_files, ways_to
from ..models.article import Article
from ..models.importing import ImportedFile, ImportRun
from .errors import Refused
from .import_files import Options
from .import_runs import new_run
from .import_steps import claim, take_step
from .permissions import require

MOST = 1000
"""Refused files that one retry takes; for more, the command is run again: what is unchanged costs it little."""


def retry_import(run: ImportRun, *, by: Any) -> ImportRun:
    """Import the refused files of `run` once more, with its options; returns the new run that says how it went.

    Where its `finished_at` does not say that it is at its end, `go_on_retrying` goes on. The bytes of refused files are
    not kept, so they must lie where they lay. Raises `Refused` with the cure where they cannot.
    """
    _permit(run, by)
    names = _refused(run)
    again = new_run(by=by, given=run.given, options=run.options, retry_of=run)
    again.expected = len(names)
    take_step(_files(run, names), again, options_of(run), by=by)
    return again


def go_on_retrying(again: ImportRun, *, by: Any) -> ImportRun:
    """Take the next step of a retry that is not at its end."""
    _permit(again, by)
    with transaction.atomic():
        fresh = ImportRun.objects.select_for_update().get(pk=again.pk)
        run = fresh.retry_of
        if run is None or fresh.state in (ImportRun.State.DONE, ImportRun.State.UNDONE):
            raise Refused(_("Nothing of this import is left to go on with."))
        claim(fresh)
        names = _refused(run)
        fresh.save()
    take_step(islice(_files(run, names), fresh.total, None), fresh, options_of(fresh), by=by)
    return fresh


def _permit(run: ImportRun, by: Any) -> None:
    require(by, "add", ImportRun)
    require(by, "add", Article)
    if options_of(run).publish:
        require(by, "publish", Article)


def options_of(run: ImportRun) -> Options:
    """How the run read its files; one process is enough for what follows."""
    known = {field.name for field in fields(Options)}
    given = {name: value for name, value in run.options.items() if name in known}
    return Options(**(given | {"jobs": 1, "dry_run": False}))


def _refused(run: ImportRun) -> list[str]:
    """The names of its refused files, which are there to be read again."""
    lines = run.files.filter(outcome=ImportedFile.Outcome.REFUSED).order_by("number")
    names = list(lines.values_list("name", flat=True)[: MOST + 1])
    if not names:
        raise Refused(_("No file of this import was refused."))
    if run.uploaded or not run.given:
        raise Refused(_("The bytes of refused files are not kept. Mend them, and upload them again."))
    if len(names) > MOST:
        raise Refused(
            ngettext(
                "More than %(count)d file was refused. Mend them, and run import_articles on %(paths)s again.",
                "More than %(count)d files were refused. Mend them, and run import_articles on %(paths)s again.",
                MOST,
            ) % {"count": MOST, "paths": ", ".join(run.given)}
        )  # fmt: skip
    if gone := [path for path in run.given if not Path(path).exists()]:
        raise Refused(
            _(
                "%(paths)s: not there any more, or not on this machine. Run import_articles where the files are."
            )
            % {"paths": ", ".join(gone)}
        )
    return names


def _files(run: ImportRun, names: list[str]) -> Iterator[RawFile]:
    roots = [Path(path) for path in run.given]
    found = {root.name for root in roots if is_archive(root)}
    for raw in read_files(roots, max_bytes=conf.import_max_bytes, only=set(names)):
        found.update(ways_to(raw.name))
        yield raw
    for name in names:
        if name not in found:
            yield RawFile(name, refused=_("It is not there any more."))
