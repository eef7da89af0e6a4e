"""Files that an editor uploads: held until their report was looked at, then imported in steps, or given up."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, replace
from datetime import timedelta
from itertools import islice
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ..conf import conf
from ..files import RawFile, read_uploads
from ..models.article import Article
from ..models.importing import HeldFile, ImportRun
from .errors import Refused
from .import_files import Options
from .import_runs import new_run
from .import_steps import claim, take_step
from .permissions import require
from .retry_import import options_of

MOST_FILES = 2000
"""Files of one upload, members of archives counted: what an editor can wait for. The command has no such limit."""

UNFOLDED = 5
"""How many times its size an upload may unfold to."""

KEPT = timedelta(days=1)
"""How long an upload waits for its import."""


def hold_upload(files: Sequence[tuple[str, bytes]], *, by: Any, options: Options) -> ImportRun:
    """Keep uploaded files (names and bytes) and say what importing them would do: a run in state `preview`.

    Of many, the first are read to say it, the others counted. Raises `Refused` for nothing, or for too many.
    """
    require(by, "add", ImportRun)
    require(by, "add", Article)
    if options.publish:
        require(by, "publish", Article)
    if not files:
        raise Refused(_("Choose a file."))
    size = sum(len(data) for _name, data in files)
    if size > conf.import_upload_bytes:
        raise Refused(
            _("That is more than %(limit)d MB at once. Upload less, or run import_articles on the server.")
            % {"limit": conf.import_upload_bytes // 1_000_000}
        )
    run = new_run(by=by, given=[name for name, _data in files], options=asdict(options))
    run.uploaded = run.preview = True
    with transaction.atomic():
        ImportRun.objects.filter(preview=True, started_at__lt=timezone.now() - KEPT).delete()
        # Of imports that were killed right after their last file.
        HeldFile.objects.filter(run__preview=False, run__finished_at__isnull=False).delete()
        run.save()
        HeldFile.objects.bulk_create([HeldFile(run=run, name=name[:255], data=data) for name, data in files])
    try:
        found = _Counted(_files(run))
        take_step(found, run, replace(options, dry_run=True), by=by)
        for _rest in found:
            pass
    except BaseException:
        run.delete()
        raise
    run.expected = found.count
    run.save(update_fields=["expected"])
    return run


def import_upload(run: ImportRun, *, by: Any) -> ImportRun:
    """Import what `hold_upload` kept, with its options; `finished_at` says whether that is all of it.

    Where it is not, and where it was stopped half-way, the same call goes on.
    """
    require(by, "add", ImportRun)
    require(by, "add", Article)
    if options_of(run).publish:
        require(by, "publish", Article)
    with transaction.atomic():
        fresh = ImportRun.objects.select_for_update().get(pk=run.pk)
        if fresh.state in (ImportRun.State.DONE, ImportRun.State.UNDONE) or not fresh.held.exists():
            raise Refused(_("These files are imported, or were given up. Upload them again."))
        claim(fresh)
        if fresh.preview:
            fresh.files.all().delete()
            fresh.preview, fresh.counts, fresh.finished_at = False, {}, None
        fresh.save()
    take_step(islice(_files(fresh), fresh.total, None), fresh, options_of(fresh), by=by)
    if fresh.finished_at is not None:
        fresh.held.all().delete()
    return fresh


def give_up_upload(run: ImportRun, *, by: Any) -> None:
    """Forget an upload that was only looked at."""
    require(by, "add", ImportRun)
    with transaction.atomic():
        # Another window may have begun it meanwhile.
        fresh = ImportRun.objects.select_for_update().get(pk=run.pk)
        if not fresh.preview:
            raise Refused(_("This import was carried out. Undo it instead."))
        fresh.delete()


class _Counted(Iterator[RawFile]):
    """Files, and how many were taken; whoever stops in between leaves the rest to be taken."""

    def __init__(self, files: Iterator[RawFile]) -> None:
        self.files, self.count = files, 0

    def __next__(self) -> RawFile:
        file = next(self.files)
        self.count += 1
        return file


def _files(run: ImportRun) -> Iterator[RawFile]:
    held = ((file.name, bytes(file.data)) for file in run.held.order_by("pk").iterator(chunk_size=1))
    return _bounded(held)


def _bounded(held: Iterable[tuple[str, bytes]]) -> Iterator[RawFile]:
    """The files of an upload; raises `Refused` once they are, or unfold to, too much."""
    room = UNFOLDED * conf.import_upload_bytes
    for number, raw in enumerate(read_uploads(held, max_bytes=conf.import_max_bytes)):
        room -= len(raw.data)
        if number >= MOST_FILES:
            raise Refused(
                _(
                    "More than %(limit)d files are too many. Upload fewer, or run import_articles on the server."
                )
                % {"limit": MOST_FILES}
            )
        if room < 0:
            raise Refused(
                _(
                    "Unpacked, that is more than %(limit)d MB. Upload less, or run import_articles on the server."
                )
                % {"limit": UNFOLDED * conf.import_upload_bytes // 1_000_000}
            )
        yield raw
