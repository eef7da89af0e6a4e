"""The live side's links and kept totals: the tables behind them, and how a set of rows is made what it has to be."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from uuid import UUID

from django.db import models
from django.db.models import Count, F, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from ..documents import Field, Ref
from ..models.edition import Edition, Reference
from ..models.live import (
    LiveCoverage,
    LiveEvent,
    LiveItem,
    LiveMention,
    LiveParticipation,
    LivePerson,
    LiveTagging,
    LiveTopic,
)


class LinkTable(NamedTuple):
    """A live link table: which column is the source's, which the target's, and the total the target keeps."""

    model: type[models.Model]
    source: str
    target: str
    target_model: type[models.Model]
    total: str


LINK_TABLES = {
    Field.PEOPLE: LinkTable(LiveMention, "article_id", "person_id", LivePerson, "article_count"),
    Field.EVENTS: LinkTable(LiveCoverage, "article_id", "event_id", LiveEvent, "article_count"),
    Field.TOPICS: LinkTable(LiveTagging, "article_id", "topic_id", LiveTopic, "article_count"),
    Field.PARTICIPANTS: LinkTable(LiveParticipation, "event_id", "person_id", LivePerson, "event_count"),
}
TARGET_FIELDS = {
    "person": (Field.PEOPLE, Field.PARTICIPANTS),
    "event": (Field.EVENTS,),
    "article": (),
}
"""The link tables that an item of a kind can be the target of."""


def translation_groups(references: dict[UUID, list[Ref]]) -> dict[UUID, set[UUID]]:
    """The other articles of each one's translation group, live or not.

    Each translation refers to the original, so the group of an original is what refers to it.
    """
    roots = {
        pk: next((ref.target for ref in refs if ref.field == Field.TRANSLATIONS), pk)
        for pk, refs in references.items()
    }
    members: dict[UUID, set[UUID]] = {}
    pairs = Reference.objects.filter(field=Field.TRANSLATIONS, target_id__in=set(roots.values()))
    for source, root in pairs.values_list("source_id", "target_id"):
        members.setdefault(root, {root}).add(source)
    return {pk: members[root] - {pk} for pk, root in roots.items() if root in members}


def stored_refs(pk: UUID) -> Iterator[Ref]:
    for row in Reference.objects.filter(source_id=pk):
        yield Ref(row.field, row.target_id, row.rank, row.role)


def edition_refs(edition: Edition) -> list[Ref]:
    """The references that an edition makes."""
    return [Ref(field, UUID(target), rank, role) for field, target, rank, role in edition.references]


def restore_references(references: dict[UUID, list[Ref]]) -> int:
    """Make the stored references of these sources what their editions say; returns how many differed."""
    want = {
        (source, ref.field, ref.target, ref.rank, ref.role)
        for source, refs in references.items()
        for ref in refs
    }
    rows = Reference.objects.filter(source_id__in=references)
    have = set(rows.values_list("source_id", "field", "target_id", "rank", "role"))
    if want != have:
        rows.delete()
        Reference.objects.bulk_create(
            Reference(source_id=source, field=field, target_id=target, rank=rank, role=role)
            for source, field, target, rank, role in sorted(want, key=str)
        )
    return len(want ^ have)


def recount(model: type[models.Model], total: str, counted: type[models.Model], column: str) -> int:
    """Correct one kept total on every row of `model` where it is wrong; returns how many were."""
    rows = (
        counted._default_manager.filter(**{column: OuterRef("pk")}).order_by().values(column)
        .annotate(n=Count("pk")).values("n")
    )  # fmt: skip
    return model._default_manager.annotate(n=Coalesce(Subquery(rows), 0)).exclude(**{total: F("n")}).update(
        **{total: Coalesce(Subquery(rows), 0)}
    )  # fmt: skip


def replace_values(model: type[models.Model], owner: str, column: str, wanted: dict[UUID, set[str]]) -> int:
    """Make the values of a one-column side table match `wanted`, touching only what differs; returns how much."""
    manager = model._default_manager
    have = {
        (pk, value): row
        for row, pk, value in manager.filter(**{f"{owner}__in": list(wanted)}).values_list(
            "pk", owner, column
        )
    }
    want = {(pk, value) for pk, values in wanted.items() for value in values}
    gone, new = [row for pair, row in have.items() if pair not in want], want - have.keys()
    if gone:
        manager.filter(pk__in=gone).delete()
    manager.bulk_create(model(**{owner: pk, column: value}) for pk, value in sorted(new, key=str))
    return len(gone) + len(new)


def sync_links(table: LinkTable, sources: Sequence[UUID], wanted: set[tuple[UUID, UUID]]) -> int:
    """Make the links of `sources` exactly `wanted` (source, target), and the targets' totals follow.

    Returns how many links differed.
    """
    manager = table.model._default_manager
    rows = manager.filter(**{f"{table.source}__in": sources}).values_list("pk", table.source, table.target)
    have = {(source, target): row for row, source, target in rows}
    gone = {pair: row for pair, row in have.items() if pair not in wanted}
    if gone:
        manager.filter(pk__in=gone.values()).delete()
        add_totals(
            table.target_model, table.total, Counter({t: -n for t, n in Counter(t for _, t in gone).items()})
        )
    new = wanted - have.keys()
    add_links(table, new)
    return len(gone) + len(new)


def add_links(table: LinkTable, pairs: set[tuple[UUID, UUID]]) -> None:
    if not pairs:
        return
    table.model._default_manager.bulk_create(
        table.model(**{table.source: source, table.target: target})
        for source, target in sorted(pairs, key=str)
    )
    add_totals(table.target_model, table.total, Counter(target for _, target in pairs))


def add_totals(model: type[models.Model], column: str, deltas: Counter[UUID]) -> None:
    """Add to a kept total, one statement a distinct amount."""
    by_amount: dict[int, list[UUID]] = {}
    for pk, delta in deltas.items():
        if delta:
            by_amount.setdefault(delta, []).append(pk)
    # A total is part of the answer about an item, so its Last-Modified moves with it.
    moved = {"changed_at": timezone.now()} if issubclass(model, LiveItem) else {}
    for delta, pks in by_amount.items():
        model._default_manager.filter(pk__in=pks).update(**{column: F(column) + delta}, **moved)
