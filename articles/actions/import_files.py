"""Import: files become sources, drafts and suggestions, a batch a transaction; a stopped import is just run again.

Ids derive from the files' bytes, so running twice, or twice at once, makes nothing double.
"""

import hashlib
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import asdict, dataclass, field
from functools import partial
from itertools import islice
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from ..conf import conf
from ..files import RawFile
from ..models.article import Article, Photo
from ..models.person import OtherName, Person
from ..models.source import Source, Suggestion
from ..models.taxonomy import Section
from ..text.parse import parse
from ..text.types import ParsedArticle, Unreadable
from .drafts import Draft, make_draft, make_source, name_digest
from .identity import identity
from .permissions import require
from .publish_articles import publish_articles


@dataclass(frozen=True, slots=True)
class Options:
    """How to read the files, and what to do with them."""

    publish: bool = False
    dry_run: bool = False
    section: str = ""
    language: str = ""
    encoding: str | None = None
    jobs: int = 1


@dataclass(slots=True)
class FileReport:
    """One file of the report: what became of it and what was found in it. The fields are the report's keys."""

    file: str
    outcome: str
    """created, unchanged, changed, duplicate, withdrawn or refused."""
    reason: str = ""
    encoding: str = ""
    title: str | None = None
    title_proposed: bool = False
    dek: str = ""
    section: str = ""
    published: str | None = None
    dateline: str = ""
    body: list[str] = field(default_factory=list)
    captions: list[dict[str, str]] = field(default_factory=list)
    byline: list[str] = field(default_factory=list)
    agencies: list[str] = field(default_factory=list)
    people: list[dict[str, str]] = field(default_factory=list)
    events: list[dict[str, Any]] = field(default_factory=list)

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Read:
    """A file after parsing, which needs no database: `parsed`, or why it was refused."""

    name: str
    sha256: str = ""
    size: int = 0
    parsed: ParsedArticle | None = None
    refused: str = ""


def import_files(
    files: Iterable[RawFile],
    *,
    by: Any,
    options: Options = Options(),
    collect: Callable[[Read], object] = bool,
) -> Iterator[FileReport]:
    """Import `files` and yield a report a file, in their order, once its batch is committed.

    `collect` is handed every readable file once it is parsed (the fixture is written from that).
    """
    require(by, "add", Article)
    if options.publish:
        require(by, "publish", Article)
    run = _Run(options, by)
    for batch in _parsed(files, options):
        for read in batch:
            if read.parsed is not None:
                collect(read)
        yield from run.take(batch)


def reader(*, encoding: str | None = None) -> Callable[[RawFile], Read]:
    """How this collection reads a file: with its sections, the people it knows and the lexicons of the house."""
    return partial(
        read_one,
        encoding=encoding,
        sections=tuple(Section.objects.values_list("name", flat=True)),
        known=known_names(),
        lexicons=conf.lexicons,
    )


def read_one(
    raw: RawFile,
    *,
    encoding: str | None,
    sections: tuple[str, ...],
    known: dict[str, str],
    lexicons: tuple[str, ...] = (),
) -> Read:
    """Parse one file. Pure: runs in a worker process as well."""
    if raw.refused:
        return Read(raw.name, refused=raw.refused)
    digest = hashlib.sha256(raw.data).hexdigest()
    try:
        parsed = parse(raw.data, encoding=encoding, sections=sections, known=known, lexicons=lexicons)
    except Unreadable as error:
        return Read(raw.name, digest, len(raw.data), refused=str(error))
    return Read(raw.name, digest, len(raw.data), parsed)


def _parsed(files: Iterable[RawFile], options: Options) -> Iterator[list[Read]]:
    """Batches of parsed files; with jobs, the next batches are parsed while this one is written."""
    parse_file = reader(encoding=options.encoding)
    batches = _batched(files, conf.import_batch)
    if options.jobs <= 1:
        for batch in batches:
            yield [parse_file(raw) for raw in batch]
        return
    with ProcessPoolExecutor(options.jobs) as pool:
        waiting: list[list[Future[Read]]] = []
        for batch in batches:
            waiting.append([pool.submit(parse_file, raw) for raw in batch])
            if len(waiting) > options.jobs:
                yield [future.result() for future in waiting.pop(0)]
        for futures in waiting:
            yield [future.result() for future in futures]


def _batched(files: Iterable[RawFile], size: int) -> Iterator[list[RawFile]]:
    rest = iter(files)
    while batch := list(islice(rest, size)):
        yield batch


def known_names() -> dict[str, str]:
    """Names as written → canonical name, of people whom an editor has confirmed.

    What only a rule accepted is left out: a machine's guess must not breed others, and an import that was
    interrupted has to read the remaining files as if it had not been.
    """
    confirmed = Person.objects.filter(
        Q(updated_by__isnull=False)
        | Q(suggestions__decision=Suggestion.Decision.ACCEPTED, suggestions__decided_by_rule=False)
    ).distinct()
    names = {name: name for name in confirmed.values_list("name", flat=True)}
    others = OtherName.objects.filter(person__in=confirmed).values_list("name", "person__name")
    return {**dict(others), **names}


class _Run:
    """One import: remembers what it has seen, so that a dry run reports as the real one would."""

    def __init__(self, options: Options, by: Any) -> None:
        self.options, self.by = options, by
        self.seen: dict[str, str] = {}
        self.names: dict[str, UUID] = {}

    def take(self, batch: list[Read]) -> list[FileReport]:
        if self.options.dry_run:
            return self._sort(batch)[0]
        with transaction.atomic():
            reports, drafts, changed, again = self._sort(batch)
            _write(drafts, changed)
            if self.options.publish:
                self._publish([draft.article.pk for draft in drafts] + again)
        if connection.vendor == "sqlite":
            time.sleep(0.02)  # An editor's save gets its turn: SQLite's lock is not fair.
        return reports

    def _publish(self, articles: list[UUID]) -> None:
        if articles:
            publish_articles(articles, by=self.by)

    def _sort(self, batch: list[Read]) -> tuple[list[FileReport], list[Draft], list[Source], list[UUID]]:
        """Reports, new drafts, sources with new text for an article, and drafts of earlier imports to publish."""
        by_sha = {
            source.sha256: source
            for source in Source.objects.filter(sha256__in=[read.sha256 for read in batch])
            .select_related("article").defer("text", "article__body")
        }  # fmt: skip
        by_name = {
            source.name: source
            for source in Source.objects.filter(name_digest__in=[name_digest(read.name) for read in batch])
            .select_related("article").defer("text", "article__body").order_by("read_at", "pk")
        }  # fmt: skip
        reports: list[FileReport] = []
        drafts: list[Draft] = []
        changed: list[Source] = []
        again: list[UUID] = []
        for read in batch:
            if read.parsed is None:
                reports.append(FileReport(read.name, "refused", read.refused))
                continue
            report = report_of(read.name, read.parsed)
            reports.append(report)
            same, earlier = by_sha.get(read.sha256), by_name.get(read.name)
            if read.sha256 in self.seen:
                report.outcome = "duplicate"
                report.reason = _("The same bytes as %(name)s.") % {"name": self.seen[read.sha256]}
            elif same is not None and same.article.withdrawn_at is not None:
                report.outcome = "withdrawn"
                report.reason = _("Its article was withdrawn and stays so. Only an editor can reinstate it.")
            elif same is not None and same.name == read.name:
                report.outcome = "unchanged"
                if self._untouched(same.article):
                    again.append(same.article_id)
            elif same is not None:
                report.outcome = "duplicate"
                report.reason = _("The same bytes as %(name)s.") % {"name": same.name}
            elif earlier is not None or read.name in self.names:
                article = earlier.article if earlier is not None else Article(id=self.names[read.name])
                self._note_change(report, read, article, changed)
            else:
                draft = self._draft(read)
                drafts.append(draft)
                self.names[read.name] = draft.article.pk
            self.seen.setdefault(read.sha256, read.name)
        return reports, drafts, changed, again

    def _note_change(self, report: FileReport, read: Read, article: Article, changed: list[Source]) -> None:
        assert read.parsed is not None
        if article.withdrawn_at is not None:
            report.outcome = "withdrawn"
            report.reason = _("Its article was withdrawn and stays so. Only an editor can reinstate it.")
        else:
            report.outcome = "changed"
            report.reason = _(
                "The file has new text. It waits on its article as a suggestion; nothing was replaced."
            )
            source = make_source(read.parsed, article, name=read.name, sha256=read.sha256, size=read.size)
            changed.append(source)

    @staticmethod
    def _untouched(article: Article) -> bool:
        return (
            not article.was_ever_published and article.updated_by_id is None and article.withdrawn_at is None
        )

    def _draft(self, read: Read) -> Draft:
        assert read.parsed is not None
        return make_draft(
            read.parsed, name=read.name, sha256=read.sha256, size=read.size,
            section=self.options.section, language=self.options.language,
        )  # fmt: skip


def _write(drafts: list[Draft], changed: list[Source]) -> None:
    """Write a batch. Rows that an import running at the same time wrote first stay as they are."""
    Section.objects.bulk_create(
        {draft.section.pk: draft.section for draft in drafts if draft.section}.values(), ignore_conflicts=True
    )
    Article.objects.bulk_create([draft.article for draft in drafts], ignore_conflicts=True)
    Source.objects.bulk_create([draft.source for draft in drafts] + changed, ignore_conflicts=True)
    Photo.objects.bulk_create([p for draft in drafts for p in draft.photos], ignore_conflicts=True)
    new_texts = [
        Suggestion(
            id=identity("suggestion", source.sha256, Suggestion.Kind.TEXT, 0),
            article_id=source.article_id,
            source_id=source.pk,
            kind=Suggestion.Kind.TEXT,
            value={"name": source.name},
            evidence=[[0, len(source.text)]],
            reason="the file has new text",
        )
        for source in changed
    ]
    found = [suggestion for draft in drafts for suggestion in draft.suggestions]
    Suggestion.objects.bulk_create(found + new_texts, ignore_conflicts=True)


def report_of(name: str, parsed: ParsedArticle, outcome: str = "created") -> FileReport:
    """The report's line on a parsed file."""
    structure = parsed.structure
    return FileReport(
        file=name,
        outcome=outcome,
        reason=" ".join(parsed.warnings),
        encoding=parsed.encoding,
        title=structure.title,
        title_proposed=structure.title_proposed,
        dek=structure.dek,
        section=structure.section,
        published=structure.published,
        dateline=structure.dateline,
        body=[paragraph.text for paragraph in structure.paragraphs],
        captions=[{"caption": caption.caption, "credit": caption.credit} for caption in structure.captions],
        byline=list(structure.byline),
        agencies=list(structure.agencies),
        people=[
            {"name": person.name, "role": person.role, "decision": _decision(person.sure)}
            for person in parsed.people
        ],
        events=[
            {
                "name": event.name, "kind": event.kind, "date": event.date, "place": event.place or None,
                "decision": _decision(event.sure),
            }
            for event in parsed.events
        ],
    )  # fmt: skip


def _decision(sure: bool) -> str:
    """What a bulk publishing decides: it accepts what the rules are sure of."""
    return Suggestion.Decision.ACCEPTED.value if sure else Suggestion.Decision.SUGGESTED.value
