"""Reading files: bytes are parsed, in batches and in several processes if asked; nothing is written."""

import hashlib
import logging
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice
from typing import NamedTuple

from django.db.models import Q

from ..conf import conf
from ..files import RawFile
from ..models.person import OtherName, Person
from ..models.source import Source, Suggestion
from ..models.taxonomy import Section
from ..text import lexicon
from ..text.likeness import Sketch, sketch
from ..text.parse import parse
from ..text.stages import LONGEST, stages
from ..text.types import ParsedArticle, StageFailed, Structure, Unreadable
from ..wording import FAILED, in_words
from .errors import Refused

logger = logging.getLogger(__name__)

_TOGETHER = 5
"""Files that a process is handed at once, which costs it less than one after another."""


class Read(NamedTuple):
    """A file after parsing, which needs no database: `parsed`, or why it was refused."""

    name: str
    sha256: str = ""
    size: int = 0
    parsed: ParsedArticle | None = None
    sketch: Sketch | None = None
    """What tells other versions of the story; None for a text that is too short."""
    refused: str = ""
    """In English where the parser says it: worker processes speak no other language."""
    nameless: bool = False

    @property
    def key(self) -> str:
        """What tells one file from another over time: its name, or its bytes where it has none."""
        return self.sha256 if self.nameless else self.name


def reader(*, encoding: str | None = None, tagger: bool = False) -> Callable[[RawFile], Read]:
    """How this collection reads a file: with its sections, the people it knows, the lexicons and the stages of the
    house. `tagger` (or the setting `TAGGER`): let a trained tagger suggest more people."""
    return partial(
        read_one,
        encoding=encoding,
        sections=_sections(),
        known=known_names(),
        lexicons=conf.lexicons,
        replaced=conf.stages,
        tagger=tagger or conf.tagger,
    )


def read_one(
    raw: RawFile,
    *,
    encoding: str | None,
    sections: tuple[str, ...],
    known: dict[str, str],
    lexicons: tuple[str, ...] = (),
    replaced: tuple[tuple[str, str], ...] = (),
    tagger: bool = False,
) -> Read:
    """Parse one file. Pure: runs in a worker process as well. A fault of ours costs its file and not the import."""
    if raw.refused:
        return Read(raw.name, refused=raw.refused)
    digest = hashlib.sha256(raw.data).hexdigest()
    try:
        parsed = parse(
            raw.data, encoding=encoding, sections=sections, known=known, lexicons=lexicons, replaced=replaced,
            tagger=tagger,
        )  # fmt: skip
        story = sketch(paragraph.text for paragraph in parsed.structure.paragraphs)
    except Unreadable as error:
        return Read(raw.name, digest, len(raw.data), refused=str(error))
    except Exception as error:
        logger.exception("Reading %s failed", raw.name)
        said = " ".join(f"{type(error).__name__} {error}".split())[:LONGEST]
        return Read(raw.name, digest, len(raw.data), refused=FAILED % {"error": said})
    return Read(raw.name, digest, len(raw.data), parsed, story, nameless=raw.nameless)


def read_again(source: Source) -> ParsedArticle:
    """What the importer would find today in a file that it has read before."""
    parse_file = reader(encoding="utf-8")
    read = parse_file(RawFile(source.name, source.text.encode()))
    if read.parsed is None:
        raise Refused(in_words(read.refused))
    return read.parsed


def take_apart(text: str) -> Structure:
    """What this collection's importer takes each line of a text for, with the lexicons and the stage of the house, or
    the app's own where that fails."""
    lexicon.use(conf.lexicons)
    try:
        return stages(conf.stages).structure(text, sections=_sections())
    except StageFailed:
        return stages().structure(text, sections=_sections())


def _sections() -> tuple[str, ...]:
    return tuple(Section.objects.values_list("name", flat=True))


def read_in_batches(
    files: Iterable[RawFile], *, encoding: str | None, jobs: int, tagger: bool = False
) -> Iterator[list[Read]]:
    """Batches of parsed files; with jobs, the next batches are parsed while this one is written."""
    parse_file = reader(encoding=encoding, tagger=tagger)
    batches = _batched(files, conf.import_batch)
    if jobs <= 1:
        for batch in batches:
            yield [parse_file(raw) for raw in batch]
        return
    from .workers import do, workers  # With what Python has for processes, which one process does without.

    with workers(jobs, parse_file) as pool:
        waiting: list[Iterator[Read]] = []
        for batch in batches:
            waiting.append(pool.map(do, batch, chunksize=_TOGETHER))
            if len(waiting) > jobs:
                yield list(waiting.pop(0))
        for reads in waiting:
            yield list(reads)


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
