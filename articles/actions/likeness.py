"""Versions of one story among the sources: found by keys they share, told by how alike their sketches are."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain, repeat
from typing import Any, NamedTuple
from uuid import UUID

from django.db import transaction

from ..models.many import Among, select_values
from ..models.source import Band, Source
from ..text.layout.structure import structure
from ..text.likeness import LIKE, Sketch, similarity, sketch
from .bulk import insert_values, write_columns

COMPARED = 20
"""Of the sources that share keys with a text, as many are compared, those that share most first."""

SHOWN = 3
"""Of the articles that are like a text, as many are named."""

AT_ONCE = 100


class Known(NamedTuple):
    """A text that others may be versions of."""

    source: UUID
    article: UUID
    file: str
    title: str
    withdrawn: bool
    signature: bytes


class Version(NamedTuple):
    """A text on record, and how alike it is to the one asked about: 0.3 to 1."""

    of: Known
    similarity: float


class Shelf:
    """The sketches on record, and those of files that an import has taken but not written."""

    def __init__(self) -> None:
        # Sources stand here by the number that their id is: hundreds share a key, and ids are slow to hash.
        self._taken: dict[int, Known] = {}
        self._by_key: dict[int, list[int]] = defaultdict(list)

    def add(self, known: Known, keys: Iterable[int]) -> None:
        """Take a text that is not on record yet."""
        self._taken[known.source.int] = known
        number = known.source.int
        for key in keys:
            self._by_key[key].append(number)

    def clear(self) -> None:
        """What was taken is on record now."""
        self._taken.clear()
        self._by_key.clear()

    def look_up(self, sketches: Sequence[Sketch]) -> None:
        """Read from the database what these texts may be versions of: two queries, however many they are."""
        self._known: dict[int, Known] = {}
        self._near: dict[bytes, list[int]] = {}
        on_record: dict[int, list[int]] = {}
        keys = {key for one in sketches for key in one.keys}
        if not keys:
            return
        for key, source in select_values(Band, ["key", "source_id"], "key", keys):
            on_record.setdefault(key, []).append(source.int)
        self._near = {one.signature: _nearest(one, on_record) for one in sketches}
        near = {source for sources in self._near.values() for source in sources}
        rows = Source.objects.filter(pk__in=Among(UUID(int=source) for source in near)).values_list(
            "pk", "article_id", "name", "article__title", "article__withdrawn_at", "signature"
        )
        for pk, article, name, title, withdrawn, signature in rows:
            self._known[pk.int] = Known(
                pk, article, name, title, withdrawn is not None, bytes(signature or b"")
            )

    def versions(self, one: Sketch) -> list[Version]:
        """The articles that `one` is a version of, the likest first. `look_up` comes before."""
        best: dict[UUID, Version] = {}
        on_record = self._near.get(one.signature, [])
        for sources, texts in ((on_record, self._known), (_nearest(one, self._by_key), self._taken)):
            for source in sources:
                if (known := texts.get(source)) is None:
                    continue
                alike = similarity(one.signature, known.signature)
                earlier = best.get(known.article)
                if alike >= LIKE and (earlier is None or earlier.similarity < alike):
                    best[known.article] = Version(known, alike)
        found = sorted(best.values(), key=lambda version: (-version.similarity, str(version.of.source)))
        return found[:SHOWN]


def _nearest(one: Sketch, index: dict[int, list[int]]) -> list[int]:
    """The sources that share most keys with `one`."""
    shared = Counter(chain.from_iterable(filter(None, map(index.get, one.keys))))
    return sorted(shared, key=lambda source: (-shared[source], source))[:COMPARED]


def write_bands(sketches: Iterable[tuple[UUID, Sketch]]) -> None:
    """Keep the keys of sources, so that later texts find them."""
    keys = chain.from_iterable(zip(one.keys, repeat(source)) for source, one in sketches)
    insert_values(Band, ["key", "source_id"], keys, ignore=True)


def sketch_the_rest() -> None:
    """Sketch sources that came another way than by an import (a fixture, an older version), a batch a transaction."""
    rest = Source.objects.filter(signature=None).only("pk", "text").order_by("pk")
    while batch := list(rest[:AT_ONCE]):
        with transaction.atomic():
            sketches: list[tuple[UUID, Sketch]] = []
            for source in batch:
                found = sketch(paragraph.text for paragraph in structure(source.text).paragraphs)
                source.signature = found.signature if found else b""
                if found:
                    sketches.append((source.pk, found))
            write_columns(batch, ["signature"])
            write_bands(sketches)


def as_value(version: Version) -> dict[str, Any]:
    """What a suggestion says of a version; `article` is an id, and the article may be gone one day."""
    return {
        "title": version.of.title,
        "file": version.of.file,
        "article": str(version.of.article),
        "similarity": round(version.similarity, 2),
        "withdrawn": version.of.withdrawn,
    }
