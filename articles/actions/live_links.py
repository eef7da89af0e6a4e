"""The live side's links: the tables behind them, and how a set of rows is made what it has to be."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, NamedTuple
from uuid import UUID

from django.db import models

from ..documents import SOURCE_KIND, Composed, Field, Ref
from ..models.edition import Edition, Reference
from ..models.live import (
    LiveArticle,
    LiveCoverage,
    LiveEvent,
    LiveLink,
    LiveMention,
    LiveParticipation,
    LivePerson,
    LivePosition,
    LiveTagging,
    LiveTopic,
)
from ..models.many import Among, select_values
from .bulk import insert_values
from .live_totals import add_totals


class LinkTable(NamedTuple):
    """A live link table: which column is the source's, which the target's, and the total the target keeps."""

    model: type[LiveLink]
    source: str
    source_model: type[LiveArticle | LiveEvent]
    target: str
    target_model: type[LivePerson | LiveEvent | LiveTopic]
    total: str


LINK_TABLES = {
    Field.PEOPLE: LinkTable(LiveMention, "article_id", LiveArticle, "person_id", LivePerson, "article_count"),
    Field.EVENTS: LinkTable(LiveCoverage, "article_id", LiveArticle, "event_id", LiveEvent, "article_count"),
    Field.TOPICS: LinkTable(LiveTagging, "article_id", LiveArticle, "topic_id", LiveTopic, "article_count"),
    Field.PARTICIPANTS: LinkTable(
        LiveParticipation, "event_id", LiveEvent, "person_id", LivePerson, "event_count"
    ),
}
TARGET_FIELDS = {
    "person": (Field.PEOPLE, Field.PARTICIPANTS),
    "event": (Field.EVENTS,),
    "article": (),
}
"""The link tables that an item of a kind can be the target of."""

Wanted = Mapping[tuple[UUID, Any], str]
"""Rows of a side table as (owner, value) → the owner's `newest`, which places the row in lists by that value."""


def translation_groups(references: Mapping[UUID, list[Ref]]) -> dict[UUID, set[UUID]]:
    """The other articles of each one's translation group, live or not.

    Each translation refers to the original, so the group of an original is what refers to it.
    """
    roots = {
        pk: next((ref.target for ref in refs if ref.field == Field.TRANSLATIONS), pk)
        for pk, refs in references.items()
    }
    members: dict[UUID, set[UUID]] = {}
    # No other field refers to an article.
    for source, root in select_values(
        Reference, ["source_id", "target_id"], "target_id", set(roots.values())
    ):
        members.setdefault(root, {root}).add(source)
    return {pk: members[root] - {pk} for pk, root in roots.items() if root in members}


def stored_refs(pk: UUID) -> Iterator[Ref]:
    for row in Reference.objects.filter(source_id=pk):
        yield Ref(row.field, row.target_id, row.rank, row.role)


def edition_refs(edition: Edition) -> list[Ref]:
    """The references that an edition makes."""
    return [Ref(field, UUID(target), rank, role) for field, target, rank, role in edition.references]


def restore_references(references: dict[UUID, list[Ref]], *, known: Collection[UUID]) -> int:
    """Make the stored references of these sources what their editions say; returns how many differed.

    Only those in `known` can have any stored.
    """
    want = dict.fromkeys(
        (source, ref.field, ref.target, ref.rank, ref.role)
        for source, refs in references.items()
        for ref in refs
    ).keys()
    rows = Reference.objects.filter(source_id__in=known)
    have = set(rows.values_list("source_id", "field", "target_id", "rank", "role")) if known else set()
    if want != have:
        if have:
            rows.delete()
        insert_values(Reference, ["source_id", "field", "target_id", "rank", "role"], want)
    return len(want ^ have)


def sync_rows(
    model: type[LiveLink | LivePosition], owner: str, value: str, owners: Collection[UUID], wanted: Wanted
) -> Counter[Any]:
    """Make `wanted` all the rows there are, touching only what differs; only `owners` can have rows now.

    Returns by how much the number of rows of each value moved; one that is only in another place is in it with 0.
    """
    manager: models.Manager[Any] = model._default_manager
    placed = issubclass(model, LiveLink)
    columns = ("pk", owner, value, *(["newest"] if placed else []))
    have = {
        (pk, far): (row, *place)
        for row, pk, far, *place in (
            manager.filter(**{f"{owner}__in": owners}).values_list(*columns) if owners else ()
        )
    }
    new = {
        pair: newest
        for pair, newest in wanted.items()
        if pair not in have or (placed and have[pair][1] != newest)
    }
    gone = {pair: row for pair, (row, *_) in have.items() if pair not in wanted or pair in new}
    if gone:
        manager.filter(pk__in=gone.values()).delete()
    _add(model, owner, value, new)
    moved = Counter(far for _, far in new)
    moved.subtract(far for _, far in gone)
    return moved


def _add(model: type[LiveLink | LivePosition], owner: str, value: str, new: Wanted) -> None:
    placed = issubclass(model, LiveLink)
    columns = [owner, value, *(["newest"] if placed else [])]
    rows = ((pk, far, newest) for (pk, far), newest in new.items())
    insert_values(model, columns, (row[: len(columns)] for row in rows))


def sync_links(table: LinkTable, sources: Collection[UUID], wanted: Wanted) -> int:
    """The same of links, whose targets' totals follow; returns how many were not as wanted."""
    moved = sync_rows(table.model, table.source, table.target, sources, wanted)
    add_totals(table.target_model, table.total, moved)
    return len(moved)


def link_out(kind: str, composed: Sequence[Composed], *, known: Collection[UUID]) -> int:
    """Make the links of live rows what their documents show; returns what differed. `known` can have links."""
    fixed = 0
    for field, table in LINK_TABLES.items():
        if SOURCE_KIND[field] == kind:
            wanted = {
                (row.id, ref.target): row.newest  # type: ignore[attr-defined]
                for row, _, links in composed
                for ref in links
                if ref.field == field
            }
            fixed += sync_links(table, known, wanted)
    return fixed


def link_in(kind: str, targets: Collection[UUID]) -> None:
    """Targets that just went live get the links that live sources were waiting with."""
    if not targets or not TARGET_FIELDS[kind]:
        return
    # References exist for live sources only.
    waiting = list(select_values(Reference, ["source_id", "target_id", "field"], "target_id", targets))
    for field in TARGET_FIELDS[kind]:
        pairs = [(source, target) for source, target, where in waiting if where == field]
        if not pairs:
            continue
        table = LINK_TABLES[field]
        sources = table.source_model._default_manager.filter(pk__in=Among({source for source, _ in pairs}))
        newest = dict(sources.values_list("pk", "newest"))
        _add(table.model, table.source, table.target, {pair: newest[pair[0]] for pair in pairs})
        add_totals(table.target_model, table.total, Counter(target for _, target in pairs))


def newest_linked(targets: Collection[UUID], most: int) -> list[tuple[str, UUID]]:
    """The newest live sources that show one of these live targets, with the field in which they do.

    Along the indexes that lists walk: however many show them, `most` rows of each table are read.
    """
    sides: list[tuple[str, type[models.Model], str, str]] = [
        (field, table.model, table.target, table.source) for field, table in LINK_TABLES.items()
    ]
    sides.append((Field.SECTION, LiveArticle, "section_id", "pk"))
    found: list[tuple[str, str, UUID]] = []
    for field, model, target, source in sides:
        rows = model._default_manager.filter(**{f"{target}__in": targets}).order_by("-newest", f"-{source}")
        found += [(newest, field, pk) for newest, pk in rows.values_list("newest", source)[:most]]
    return [(field, pk) for _, field, pk in sorted(found, key=lambda row: row[0], reverse=True)[:most]]
