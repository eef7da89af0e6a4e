"""`import_articles PATH…`: files become drafts with suggestions, or with `--publish` a public archive."""

import atexit
import gc
import os
import sys
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import fields
from functools import partial
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import CommandError
from django.db import connection
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ...actions.file_report import FileReport
from ...actions.fixture import FixtureWriter
from ...actions.import_files import Options, import_files
from ...actions.reading import reader
from ...checks import OURS
from ...conf import conf
from ...files import STDIN, count_files, read_files
from ...models import Article, ImportedFile
from ...sqlite import keep_few_pages
from ...text.explain import explain_article
from ...text.files.decode import check_encoding
from ...text.people.tagger import check_tagger
from ...wording import in_words
from ..database import DatabaseCommand
from ..exits import SOME_FAILED, WRONG_ARGUMENTS
from ..numbers import check_number
from ..reports import REPORTS, Unwritten, open_report, open_text
from ..terminal import shown

Outcome = ImportedFile.Outcome

MOST_JOBS = 256
"""Each is a process of about 60 MB."""
MOST_BYTES = 1_000_000_000
"""A file is in memory as a whole while it is read."""
_NEW_OBJECTS = 10_000
"""So many, at least, before the collector looks for rings among them: at Python's own threshold it looks with every
second file, and ten files have seven objects in rings between them."""


@contextmanager
def _seldom_collecting() -> Iterator[None]:
    """What is loaded by now stays loaded: the collector need not walk through it with every batch. Nor through what is
    left when the process ends, which took as long as reading fifty files."""
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(max(_NEW_OBJECTS, before[0]), *before[1:])
    atexit.register(gc.freeze)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


class Command(DatabaseCommand):
    # Not those of URLs: they load every page of the site, which takes as long as reading a hundred files.
    requires_system_checks = [OURS]
    help = gettext_lazy(
        "Imports raw news texts: files, folders, .zip, .tar.gz, .jsonl, .csv, or - for standard input. Each file "
        "becomes a draft with suggestions for an editor; run it again and nothing is doubled. Exit code 0: every file "
        "was taken; 1: some were refused (the report says which and why); 2: wrong arguments."
    )

    _beside_bar: Callable[[], AbstractContextManager[None]] = nullcontext
    """For lines that are written while a bar shows the progress."""

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "paths", nargs="+", metavar="PATH", type=Path, help=_("A file, or a folder with all below it.")
        )
        parser.add_argument(
            "--dry-run", action="store_true", help=_("Read and report everything; write nothing.")
        )
        parser.add_argument(
            "--publish", action="store_true",
            help=_("Accept what the rules are sure of and publish it; the rest stays a suggestion."),
        )  # fmt: skip
        parser.add_argument(
            "--hold-reposts", action="store_true",
            help=_("With --publish: leave re-posts and other versions of a story that is there already as drafts."),
        )  # fmt: skip
        parser.add_argument(
            "--report",
            type=Path,
            metavar="FILE",
            help=_("Write one entry a file, as FILE.json (all that was found) or FILE.csv (a row a file)."),
        )
        parser.add_argument(
            "--fixture",
            type=Path,
            metavar="FILE",
            help=_("Write the drafts as a Django fixture for loaddata."),
        )
        parser.add_argument(
            "--explain",
            action="store_true",
            help=_("Print what each line was taken for, and why; import nothing."),
        )
        parser.add_argument("--section", default="", help=_("The section of files whose text names none."))
        parser.add_argument(
            "--language", default="", help=_("The language of all files (vi, en); otherwise judged by text.")
        )
        parser.add_argument(
            "--encoding", default=None, help=_("The encoding of all files; otherwise found out.")
        )
        parser.add_argument(
            "--jobs", type=int, default=1, metavar="N", help=_("Parse in N processes. Default: 1.")
        )
        parser.add_argument(
            "--tagger", action="store_true",
            help=_("Let a trained tagger suggest more people, about a second a file. Needs the extra tagger."),
        )  # fmt: skip
        parser.add_argument(
            "--max-bytes", type=int, default=None, metavar="N",
            help=_("Refuse larger files. Default: %(bytes)d.") % {"bytes": conf.import_max_bytes},
        )  # fmt: skip

    def handle(self, *args: Any, **options: Any) -> None:
        paths: list[Path] = [Path(path) for path in options["paths"]]
        self._check(paths, options)
        if not options["explain"]:
            try:
                self._import(paths, options)
            except Unwritten as error:
                raise self._unwritten(error) from error
            except BrokenExecutor as error:
                raise self._worker_lost() from error
            return
        try:
            self._explain(paths, options)
        except BrokenPipeError:  # `| head` has seen enough; what is left to flush goes nowhere.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

    def _import(self, paths: list[Path], options: dict[str, Any]) -> None:
        settings = Options(**{field.name: options[field.name] for field in fields(Options)})
        fixture = FixtureWriter(settings) if options["fixture"] else None
        # They may stand in the folder that is imported, from now or from an earlier time.
        written = [path for path in (options["report"], options["fixture"]) if path]
        max_bytes = options["max_bytes"] or conf.import_max_bytes
        reports = import_files(
            read_files(paths, max_bytes=max_bytes, without=written), by=None, options=settings,
            given=[str(path.absolute()) for path in paths if path != STDIN],
            collect=fixture.collect if fixture else None,
        )  # fmt: skip
        counts: Counter[str] = Counter()
        remarks = 0
        keep_few_pages(connection)
        with _seldom_collecting(), open_report(options["report"]) as report:
            for entry in self._progress(reports, count_files(paths, without=written)):
                counts[entry.outcome] += 1
                report.add(entry)
                taken = entry.outcome in ("created", "unchanged")
                remarks += taken and bool(entry.reason)
                if not taken or (entry.reason and options["verbosity"] > 1):
                    self._tell(entry)
        if fixture:
            with open_text(options["fixture"]) as out:
                fixture.write(out)
        self._conclude(counts, remarks, dry_run=settings.dry_run)

    def _tell(self, entry: FileReport) -> None:
        label = Outcome(entry.outcome).label
        with self._beside_bar():
            self.stderr.write(shown(f"{entry.file}: {label}: {in_words(entry.reason)}"))

    def _explain(self, paths: list[Path], options: dict[str, Any]) -> None:
        read_file = reader(encoding=options["encoding"], tagger=options["tagger"])
        refused = 0
        for raw in read_files(paths, max_bytes=options["max_bytes"] or conf.import_max_bytes):
            read = read_file(raw)
            self.stdout.write(self.style.MIGRATE_HEADING(shown(raw.name)))
            if read.parsed is None:
                refused += 1
                self.stderr.write(shown(in_words(read.refused)))
                continue
            for line in explain_article(read.parsed, say=in_words).split("\n"):
                self.stdout.write(shown(line))
        if refused:
            raise self._some_refused(refused)

    def _check(self, paths: list[Path], options: dict[str, Any]) -> None:
        check_number("jobs", options["jobs"], least=1, most=MOST_JOBS)
        if options["max_bytes"] is not None:
            check_number("max-bytes", options["max_bytes"], least=1, most=MOST_BYTES)
        for fault in self._faults(paths, options):
            raise CommandError(fault, returncode=WRONG_ARGUMENTS)

    def _faults(self, paths: list[Path], options: dict[str, Any]) -> Iterator[str]:
        """What is wrong with the arguments, each with the name of its option."""
        for path in paths:
            if path != STDIN and not _there(path):
                yield _("%(path)s: there is no such file or folder.") % {"path": path}
        for name in ("report", "fixture"):
            if target := options[name]:
                shown = {"option": name, "path": target, "folder": target.absolute().parent}
                if not shown["folder"].is_dir():
                    yield _("--%(option)s: the folder %(folder)s does not exist.") % shown
                elif target.is_dir():
                    yield _("--%(option)s: %(path)s is a folder; name a file in it.") % shown
                elif not os.access(target if target.exists() else shown["folder"], os.W_OK):
                    yield _("--%(option)s: %(path)s cannot be written.") % shown
        for name in ("report", "fixture", "publish") if options["explain"] else ():
            if options[name]:
                yield _(
                    "--%(option)s does nothing with --explain, which imports nothing: leave one of them out."
                ) % {"option": name}
        if options["report"] and options["report"].suffix.lower() not in REPORTS:
            yield _("--report: %(path)s ends in neither .json nor .csv.") % {"path": options["report"]}
        if options["language"]:
            try:
                Article._meta.get_field("language").run_validators(options["language"])
            except ValidationError as error:
                yield f"--language: {' '.join(error.messages)}"
        if options["tagger"]:
            try:
                check_tagger()
            except LookupError as error:
                yield f"--tagger: {in_words(error.args[0])}"
        if options["encoding"]:
            try:
                check_encoding(options["encoding"])
            except ValueError as error:
                yield f"--encoding: {in_words(str(error))}"

    def _progress(self, reports: Iterator[FileReport], total: int | None) -> Iterator[FileReport]:
        if self.quiet or not sys.stderr.isatty():
            return reports
        # Loading it takes as long as reading five files.
        from tqdm import tqdm

        self._beside_bar = partial(tqdm.external_write_mode, file=sys.stderr)
        return iter(tqdm(reports, total=total, unit=" " + _("files"), file=sys.stderr, leave=False))

    def _conclude(self, counts: Counter[str], remarks: int, *, dry_run: bool) -> None:
        total = counts.total()
        if not total:
            self.tell(_("No files there: nothing to import."))
            return
        parts = ", ".join(f"{counts[outcome]} {outcome.label}" for outcome in Outcome if counts[outcome])
        lead = _("Dry run, nothing was written: ") if dry_run else ""
        files = ngettext("%(count)d file", "%(count)d files", total) % {"count": total}
        self.tell(f"{lead}{files}: {parts}.")
        if remarks:
            text = ngettext(
                "%(count)d file was taken with a remark; the report, or --verbosity 2, says which.",
                "%(count)d files were taken with a remark; the report, or --verbosity 2, says which.",
                remarks,
            )
            self.tell(text % {"count": remarks})
        if counts["refused"]:
            raise self._some_refused(counts["refused"])

    def _unwritten(self, error: Unwritten) -> CommandError:
        text = _(
            "%(path)s cannot be written: %(why)s. What is imported stays; the same command goes on once it can."
        )
        return CommandError(text % {"path": error.path, "why": error.why}, returncode=SOME_FAILED)

    def _worker_lost(self) -> CommandError:
        text = _(
            "A process that reads files was killed, perhaps for want of memory. What is imported stays; the same "
            "command goes on, and with fewer --jobs needs less."
        )
        return CommandError(text, returncode=SOME_FAILED)

    def _some_refused(self, count: int) -> CommandError:
        said = ngettext(
            "%(count)d file was refused; see above, or the report, for the reason.",
            "%(count)d files were refused; see above, or the report, for the reasons.",
            count,
        )
        return CommandError(said % {"count": count}, returncode=SOME_FAILED)


def _there(path: Path) -> bool:
    """Whether something may be at a path; what cannot be looked at is a line of the report."""
    try:
        return path.exists()
    except OSError:
        return True
