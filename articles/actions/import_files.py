"""Import: files become sources, drafts and suggestions, a batch a transaction; a stopped import is just run again.

Ids derive from the files' bytes, so running twice, or twice at once, makes nothing double.
"""

import time
from collections.abc import Callable, Generator, Iterable, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from ..files import RawFile
from ..models.article import Article
from ..models.erased import Erased
from ..models.importing import ImportRun
from ..models.many import Among, select_values
from ..models.rows import new_row
from ..models.source import Source, Suggestion
from ..text.likeness import Sketch, similarity
from ..wording import ANOTHER_STORY, ERASED, LIKE_WITHDRAWN, NEW_TEXT, SAME_BYTES, VERSION, WITHDRAWN
from .drafts import Draft, make_draft, make_source, name_digest
from .file_report import FileReport, report_of
from .identity import identity
from .import_batch import Batch, write_batch
from .import_runs import Filed, RunLog, new_run, take_turn
from .likeness import Known, Shelf, Version, as_value, sketch_the_rest
from .permissions import require
from .publish_articles import publish_articles, publish_drafts
from .reading import Read, read_in_batches

FREE = 0.12
"""Seconds between two batches for which an SQLite database is nobody's, so that an editor's save gets its turn."""

UNLIKE = 0.05
"""Similarity below which the new text of a file is hardly a version of the old: names such as `1.txt` come again."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to read the files, and what to do with them."""

    publish: bool = False
    hold_reposts: bool = False
    """With `publish`: leave versions of stories that are there already as drafts."""
    dry_run: bool = False
    section: str = ""
    language: str = ""
    encoding: str | None = None
    jobs: int = 1
    tagger: bool = False


def import_files(
    files: Iterable[RawFile],
    *,
    by: Any,
    options: Options = Options(),
    given: Sequence[str] = (),
    run: ImportRun | None = None,
    collect: Callable[[Read], object] | None = None,
) -> Generator[FileReport, None, None]:
    """Import `files` and yield a report a file, in their order, once its batch is committed; closed, it stops there.

    The import is recorded as a run: `run`, or a new one of the paths `given`; a dry run records nothing.
    `collect` is handed every readable file once it is parsed (the fixture is written from that).
    """
    require(by, "add", Article)
    if options.publish:
        require(by, "publish", Article)
    if run is None:
        run = new_run(by=by, given=given, options=asdict(options))
    importer = _Importer(options, by, RunLog(run))
    try:
        for reads in read_in_batches(
            files, encoding=options.encoding, jobs=options.jobs, tagger=options.tagger
        ):
            if collect is not None:
                for read in reads:
                    if read.parsed is not None:
                        collect(read)
            yield from importer.take(reads)
    except BaseException:
        importer.log.stop()
        raise
    importer.log.end()


class _Importer:
    """One import: remembers what it has seen and is not on record, so that a dry run reports as the real one would."""

    def __init__(self, options: Options, by: Any, log: RunLog) -> None:
        self.options, self.by, self.log = options, by, log
        self.seen: dict[str, str] = {}
        self.names: dict[str, UUID] = {}
        self.shelf = Shelf()
        self.wrote = -FREE
        if not options.dry_run:
            sketch_the_rest()

    def take(self, reads: list[Read]) -> list[FileReport]:
        if self.options.dry_run:
            batch = self._sort(reads)
            if self.log.run.preview:
                self.log.note(batch.filed)
            return batch.reports
        self._let_others_write()
        with transaction.atomic():
            take_turn()
            batch = self._sort(reads)
            run = self.log.begin()
            for source in batch.sources:
                source.run = run
            if self.options.publish:
                self._publish(batch)
            else:
                write_batch(batch)
            self.log.note(batch.filed)
        self.wrote = time.monotonic()
        self._forget(batch)
        return batch.reports

    def _let_others_write(self) -> None:
        """SQLite's lock is not fair: whoever waits for it asks ten times a second. Reading files is time enough."""
        if connection.vendor == "sqlite":
            time.sleep(max(0.0, self.wrote + FREE - time.monotonic()))

    def _forget(self, batch: Batch) -> None:
        """What was taken is on record now: memory does not grow with the number of files."""
        self.shelf.clear()
        self.names.clear()
        for source in batch.sources:
            self.seen.pop(source.sha256, None)

    def _publish(self, batch: Batch) -> None:
        how: Any = {"by": self.by, "hold_reposts": self.options.hold_reposts}
        publish_drafts(batch.drafts, write=partial(write_batch, batch), **how)
        if batch.again:
            publish_articles(batch.again, **how)

    def _sort(self, reads: list[Read]) -> Batch:
        """What each file comes to, by its bytes and its name."""
        digests = [read.sha256 for read in reads]
        on_record = _on_record(digests, [name_digest(read.key) for read in reads])
        by_sha = {source.sha256: source for source in on_record}
        by_key = {source.name_digest: source for source in on_record}
        erased = {key for (key,) in select_values(Erased, ["key"], "key", digests)}
        batch = Batch()
        new: list[tuple[Read, FileReport, Draft]] = []
        for read in reads:
            if read.parsed is None:
                batch.filed.append(Filed(FileReport(read.name, "refused", read.refused), read.sha256))
                continue
            if read.sha256 in erased:
                # Not a word of what it says: the report is kept.
                batch.filed.append(Filed(FileReport(read.name, "withdrawn", ERASED), read.sha256))
                continue
            report = report_of(read.name, read.parsed)
            same, earlier = by_sha.get(read.sha256), by_key.get(name_digest(read.key))
            article = same.article_id if same is not None else identity("article", read.sha256)
            if same is not None and same.article.withdrawn_at is not None:
                report.outcome = "withdrawn"
                report.reason = WITHDRAWN
            elif same is not None and same.name_digest == name_digest(read.key):
                report.outcome = "unchanged"
                if self._untouched(same.article):
                    batch.again.append(same.article_id)
            elif same is not None:
                report.outcome = "duplicate"
                report.reason = SAME_BYTES % {"name": same.name}
            elif read.sha256 in self.seen:
                report.outcome = "duplicate"
                report.reason = SAME_BYTES % {"name": self.seen[read.sha256]}
            elif earlier is not None or read.key in self.names:
                old = earlier.article if earlier is not None else Article(id=self.names[read.key])
                article = old.pk
                self._note_change(report, read, old, batch, before=earlier)
            else:
                draft = self._draft(read)
                new.append((read, report, draft))
                batch.drafts.append(draft)
                self.names[read.key] = draft.article.pk
            if same is None:
                self.seen.setdefault(read.sha256, read.name)
            batch.filed.append(Filed(report, read.sha256, article))
        self._mark_versions(new, batch)
        return batch

    def _note_change(
        self, report: FileReport, read: Read, article: Article, batch: Batch, *, before: Source | None
    ) -> None:
        assert read.parsed is not None
        if article.withdrawn_at is not None:
            report.outcome = "withdrawn"
            report.reason = WITHDRAWN
            return
        report.outcome = "changed"
        report.reason = NEW_TEXT
        if before and before.signature and read.sketch:
            alike = similarity(bytes(before.signature), read.sketch.signature)
            if alike < UNLIKE:
                report.remark(ANOTHER_STORY)
        source = make_source(
            read.parsed, article, name=read.name, key=read.key, sha256=read.sha256, size=read.size
        )
        batch.changed.append(source)
        self._keep_sketch(source, read.sketch, batch)

    def _mark_versions(self, new: list[tuple[Read, FileReport, Draft]], batch: Batch) -> None:
        """New files whose text is there already, as far as their sketches tell: a suggestion for each such article."""
        self.shelf.look_up([read.sketch for read, _report, _draft in new if read.sketch])
        for read, report, draft in new:
            if read.sketch:
                versions = self.shelf.versions(read.sketch)
                if versions:
                    draft.suggestions += [_repost(draft, version) for version in versions]
                    report.remark(_said(versions))
                self.shelf.add(
                    Known(
                        draft.source.pk, draft.article.pk, read.name, draft.article.title, False,
                        read.sketch.signature,
                    ),
                    read.sketch.keys,
                )  # fmt: skip
            self._keep_sketch(draft.source, read.sketch, batch)

    @staticmethod
    def _keep_sketch(source: Source, one: Sketch | None, batch: Batch) -> None:
        source.signature = one.signature if one else b""
        if one:
            batch.sketches.append((source.pk, one))

    @staticmethod
    def _untouched(article: Article) -> bool:
        return (
            not article.was_ever_published and article.updated_by_id is None and article.withdrawn_at is None
        )

    def _draft(self, read: Read) -> Draft:
        assert read.parsed is not None
        return make_draft(
            read.parsed, name=read.name, key=read.key, sha256=read.sha256, size=read.size,
            section=self.options.section, language=self.options.language,
        )  # fmt: skip


def _on_record(digests: list[str], names: list[str]) -> list[Source]:
    """The sources with these bytes or of these names, the oldest first, with their articles."""
    same = select_values(Source, ["id"], "sha256", digests)
    named = select_values(Source, ["id"], "name_digest", names)
    if not same and not named:
        return []
    rows = Source.objects.filter(pk__in=Among(pk for (pk,) in {*same, *named})).select_related("article")
    return list(rows.defer("text", "signature", "article__body").order_by("read_at", "pk"))


def _said(versions: list[Version]) -> str:
    """The likest of them, or one that must not come back."""
    said, shown = VERSION, versions[0]
    for version in versions:
        if version.of.withdrawn:
            said, shown = LIKE_WITHDRAWN, version
            break
    return said % {"name": shown.of.file, "percent": round(shown.similarity * 100)}


def _repost(draft: Draft, version: Version) -> Suggestion:
    """A re-post, an update, or the text it was made from: an editor tells which."""
    return new_row(
        Suggestion,
        id=identity("repost", draft.source.sha256, version.of.article),
        article_id=draft.article.pk,
        source_id=draft.source.pk,
        kind=Suggestion.Kind.REPOST,
        value=as_value(version),
        evidence=[[0, len(draft.source.text)]],
        reason="much of the text is the same",
    )
