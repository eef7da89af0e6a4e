"""The door: the only code that writes live tables.

Everything public happens inside `with open_door() as door:`, one transaction that first takes the single row of
`LiveState`. So one publishing at a time goes through: links between items that are published at the same moment
cannot be missed, and change numbers appear in the order of their commits.
"""

import uuid
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from threading import Thread
from typing import Any
from uuid import UUID

from django.db import connections, models, transaction
from django.db.models import Exists, F, OuterRef
from django.utils import timezone

from .. import documents
from ..conf import conf
from ..documents import SOURCE_KIND, Composed, Field
from ..models.edition import Edition, Reference, Rewrite
from ..models.live import (
    LIVE_MODELS,
    PLURALS,
    Change,
    EditionHeader,
    LiveArticle,
    LiveAttribute,
    LiveItem,
    LiveSearch,
    LiveSection,
    LiveState,
    OldSlug,
    Tombstone,
)
from ..models.many import Among
from ..models.taxonomy import Term
from .bulk import insert, insert_values
from .live_documents import compose_live
from .live_index import index_rows
from .live_links import (
    LINK_TABLES,
    TARGET_FIELDS,
    edition_refs,
    link_new,
    newest_linked,
    restore_references,
    stored_refs,
    sync_links,
    translation_groups,
)
from .live_terms import open_terms, rename_live_term
from .live_totals import Facet, add_tallies, add_totals, recount, recount_tallies, tallied
from .pending import settle
from .purge import purge_after_commit

What = Change.What

REWRITES = "articles-rewrites"
"""The thread that finishes renames."""
_KEPT = {"id", "article_count", "event_count"}


@contextmanager
def open_door() -> Iterator["Door"]:
    """One transaction at the door. Changes are numbered and logged when the block ends without an error."""
    with transaction.atomic():
        door = Door(_lock_state())
        yield door
        settle(door.settled)
        door.write_log()


def _lock_state() -> LiveState:
    # An UPDATE takes the lock on every database, also where SELECT … FOR UPDATE does nothing.
    rows = LiveState.objects.filter(pk=1)
    if not rows.update(change=F("change")):
        LiveState.objects.bulk_create(
            [LiveState(pk=1, changed_at=timezone.now(), epoch=uuid.uuid4())], ignore_conflicts=True
        )
        rows.update(change=F("change"))
    return rows.get()


class Door:
    """One passage: put editions in, take items out, and everything that shows them follows."""

    def __init__(self, state: LiveState) -> None:
        self.state = state
        self.now: datetime = max(timezone.now(), state.changed_at)
        self.settled: list[UUID] = []
        """Items that went through: what waited for that is over."""
        self._log: list[tuple[str, UUID, str, int | None]] = []
        self._done: set[UUID] = set()
        self._linked: set[UUID] = set()

    # -- in

    def put(self, editions: Sequence[Edition], *, what: Mapping[UUID, str]) -> None:
        """Make these editions (of one kind, already stored) the live ones. `what` is each one's line in the log."""
        if not editions:
            return
        kind = editions[0].item_kind
        ids = [edition.item_id for edition in editions]
        references = {edition.item_id: edition_refs(edition) for edition in editions}
        # What is published for the first time has no rows to be compared with, no former address and no tombstone.
        known = [edition.item_id for edition in editions if edition.number > 1]
        before = (
            {row.id: row for row in LIVE_MODELS[kind].objects.filter(pk__in=Among(known))} if known else {}
        )

        self._note_links(ids)
        restore_references(references, known=known)
        self._note_links(ids)
        _store_headers(editions)
        open_terms(references.values())
        relabelled: set[UUID] = set()
        composed = compose_live(kind, {e.item_id: e.document for e in editions}, references, at=self.now)
        rows = [one.row for one in composed]
        self._store(kind, rows, known=before)
        index_rows(kind, composed, known=known)
        if kind == "article":
            self._count_articles(rows, [before[pk] for pk in ids if pk in before])
        self._link_out(kind, composed, known=known)
        new = [pk for pk in ids if pk not in before]
        self._link_in(kind, new)
        self._set_total(kind, len(new))
        for row in rows:
            old = before.get(row.id)
            if old is not None and old.slug != row.slug:
                self._retire_slug(kind, row.id, old.slug)
            if old is None or documents.label(old) != documents.label(row):
                relabelled.add(row.id)
            self._log.append((kind, row.id, what[row.id], row.edition))
        self._done.update(ids)
        if known:
            taken = [OldSlug.digest_of(row.slug) for row in rows]
            OldSlug.objects.filter(kind=kind, digest__in=taken).delete()
            Tombstone.objects.filter(pk__in=known).delete()
        groups = translation_groups(references) if kind == "article" else {}
        self._rewrite_all(self._affected(kind, relabelled, groups))

    def _store(self, kind: str, rows: Sequence[LiveItem], *, known: Collection[UUID]) -> None:
        """Write live rows; of those in `known`, which are there, the totals that others keep on them stay."""
        model = LIVE_MODELS[kind]
        # SQLite keeps a way back from every upsert of a row that others refer to: seven times the cost of an insert.
        insert(row for row in rows if row.id not in known)
        insert(
            (row for row in rows if row.id in known),
            replace=[f.name for f in model._meta.concrete_fields if f.name not in _KEPT],
        )

    def _count_articles(self, rows: Iterable[Any], before: Iterable[Any]) -> None:
        """Totals of sections, languages and days follow from `before` to `rows`."""
        sections = Counter(row.section_id for row in rows if row.section_id)
        sections.subtract(row.section_id for row in before if row.section_id)
        add_totals(LiveSection, "article_count", sections)
        tallies = Counter(key for row in rows for key in tallied(row))
        tallies.subtract(key for row in before for key in tallied(row))
        add_tallies(tallies)

    def _link_out(self, kind: str, composed: Sequence[Composed], *, known: Collection[UUID]) -> int:
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

    def _link_in(self, kind: str, new: Sequence[UUID]) -> None:
        """Targets that just went live get the links that live sources were waiting with."""
        if new:
            for field in TARGET_FIELDS[kind]:
                link_new(field, new)

    # -- out

    def take_out(self, kind: str, pk: UUID, *, notice: str, replaced_by: UUID | None) -> None:
        """Remove an item from the live side and leave its tombstone."""
        row = LIVE_MODELS[kind].objects.get(pk=pk)
        self._note_links([pk])
        groups = translation_groups({pk: list(stored_refs(pk))}) if kind == "article" else {}
        affected = self._affected(kind, {pk}, groups)
        for field, table in LINK_TABLES.items():
            if SOURCE_KIND[field] == kind:
                sync_links(table, [pk], {})
        for field in TARGET_FIELDS[kind]:
            table = LINK_TABLES[field]
            table.model._default_manager.filter(**{table.target: pk}).delete()
        if isinstance(row, LiveArticle):
            self._count_articles([], [row])
            add_tallies(Counter({(Facet.AGENCY, agency.agency_slug): -1 for agency in row.agencies.all()}))
        Reference.objects.filter(source_id=pk).delete()
        LiveSearch.objects.filter(item_id=pk).delete()
        LiveAttribute.objects.filter(item_id=pk).delete()
        EditionHeader.objects.filter(item_id=pk).delete()
        self._retire_slug(kind, pk, row.slug)
        row.delete()
        Tombstone.objects.update_or_create(
            pk=pk,
            defaults={"kind": kind, "withdrawn_at": self.now, "notice": notice, "replaced_by": replaced_by},
        )
        self._set_total(kind, -1)
        self._log.append((kind, pk, What.WITHDRAWN, None))
        self._rewrite_all(affected)

    # -- again

    def restore(self, kind: str, editions: Sequence[Edition]) -> int:
        """Make live rows, links and search rows of these current editions what they have to be.

        Writes and logs only what differs; returns how many rows that was. Kept totals are not looked at.
        """
        model = LIVE_MODELS[kind]
        before = {row.id: row for row in model.objects.filter(pk__in=[e.item_id for e in editions])}
        references = {edition.item_id: edition_refs(edition) for edition in editions}
        open_terms(references.values())
        ids = list(references)
        fixed = restore_references(references, known=ids)
        _store_headers(editions)
        composed = compose_live(kind, {e.item_id: e.document for e in editions}, references, at=self.now)
        rows = [one.row for one in composed]
        differ = [row for row in rows if row.id not in before or _columns(row) != _columns(before[row.id])]
        self._store(kind, differ, known=before)
        fixed += len(differ) + index_rows(kind, composed, known=ids)
        fixed += self._link_out(kind, composed, known=ids)
        for row in differ:
            self._log.append((kind, row.id, What.UPDATED, row.edition))
        return fixed

    def remove_strays(self, kind: str, live: models.QuerySet) -> int:
        """Delete live rows of items that are not in `live` (desk items with a live edition)."""
        strays = LIVE_MODELS[kind].objects.exclude(pk__in=live.values("pk"))
        gone = list(strays.values_list("pk", flat=True))
        for pk in gone:
            self.take_out(kind, pk, notice="", replaced_by=None)
        return len(gone)

    def recount(self) -> int:
        """Set every kept total to what the rows say; returns how many were wrong."""
        wrong = 0
        for table in LINK_TABLES.values():
            wrong += recount(table.target_model, table.total, table.model, table.target)
        wrong += recount(LiveSection, "article_count", LiveArticle, "section_id") + recount_tallies()
        for kind, total in PLURALS.items():
            count = LIVE_MODELS[kind].objects.count()
            wrong += getattr(self.state, total) != count
            setattr(self.state, total, count)
        self.state.save(update_fields=list(PLURALS.values()))
        return wrong

    def rename_term(self, term: Term) -> None:
        """Show a section or topic under its present name and slug, where the public knows it."""
        if rename_live_term(term):
            self._rewrite_all(self._affected("term", {term.pk}, {}))

    # -- what follows

    def _affected(
        self, kind: str, relabelled: set[UUID], translations: dict[UUID, set[UUID]]
    ) -> dict[str, list[UUID]]:
        """The live items whose documents show an item whose label appeared, changed or goes, by kind."""
        if kind == "article":
            # Only translations show articles, and a group is small.
            return {"article": list(set().union(*(translations.get(pk, ()) for pk in relabelled)))}
        return self._sources_showing(relabelled) if relabelled else {}

    def _sources_showing(self, relabelled: set[UUID]) -> dict[str, list[UUID]]:
        """The live items whose documents show these; of very many the newest, and the rest is put on file."""
        limit = conf.rewrite_at_once
        affected = Reference.objects.filter(target_id__in=Among(relabelled)).values_list("field", "source_id")
        first = list(affected.distinct()[: limit + 1])
        if len(first) > limit:
            # The newest now, the rest in batches after the commit.
            first = newest_linked(relabelled, limit)
            Rewrite.objects.bulk_create(
                [Rewrite(target_id=pk, after=UUID(int=0)) for pk in relabelled],
                update_conflicts=True, unique_fields=["target_id"], update_fields=["after"],
            )  # fmt: skip
            transaction.on_commit(_finish_beside, robust=True)
        by_kind: dict[str, list[UUID]] = {}
        for field, source in first:
            by_kind.setdefault(SOURCE_KIND[Field(field)], []).append(source)
        return by_kind

    def _rewrite_all(self, affected: Mapping[str, Collection[UUID]]) -> None:
        for kind, ids in affected.items():
            if ids:
                self.rewrite(kind, ids)

    def rewrite(self, kind: str, ids: Collection[UUID]) -> int:
        """Compose the live documents of `ids` again; store and log those that differ. Returns how many did."""
        model = LIVE_MODELS[kind]
        before = dict(model.objects.filter(pk__in=ids).values_list("pk", "digest"))
        shown = model.objects.filter(pk=OuterRef("item_id"), edition=OuterRef("number"))
        editions = Edition.objects.filter(Exists(shown), item_id__in=before)
        current = {edition.item_id: edition for edition in editions}
        references = {pk: edition_refs(edition) for pk, edition in current.items()}
        composed = compose_live(kind, {pk: e.document for pk, e in current.items()}, references, at=self.now)
        changed = [row for row, _, _ in composed if row.digest != before[row.id]]
        if changed:
            self._store(kind, changed, known=before)
        for row in changed:
            if row.id not in self._done:
                self._log.append((kind, row.id, What.UPDATED, row.edition))
        return len(changed)

    def _note_links(self, sources: Sequence[UUID]) -> None:
        """Remember what these refer to: totals there change, without a line in the log."""
        if conf.purge:
            targets = Reference.objects.filter(source_id__in=sources).values_list("target_id", flat=True)
            self._linked.update(targets)

    def _retire_slug(self, kind: str, pk: UUID, slug: str) -> None:
        OldSlug.objects.update_or_create(kind=kind, digest=OldSlug.digest_of(slug), defaults={"item_id": pk})

    def _set_total(self, kind: str, delta: int) -> None:
        total = PLURALS[kind]
        setattr(self.state, total, max(0, getattr(self.state, total) + delta))

    def write_log(self) -> None:
        """Number the changes and write them, totals with them; the last thing in the transaction."""
        if not self._log:
            return
        number = self.state.change
        insert_values(
            Change, ["number", "kind", "item_id", "what", "edition", "at"],
            (
                (number + n, kind, pk, what, edition, self.now)
                for n, (kind, pk, what, edition) in enumerate(self._log, start=1)
            ),
        )  # fmt: skip
        self.state.change = number + len(self._log)
        self.state.changed_at = self.now
        self.state.save(update_fields=["change", "changed_at", *PLURALS.values()])
        purge_after_commit([(kind, pk) for kind, pk, _what, _edition in self._log], self._linked)


def _finish_beside() -> None:
    """Finish beside the request that left work over, so that its editor need not wait.

    Where the process ends before, `publish_due` and the next rename find the rest on file.
    """

    def run() -> None:
        try:
            finish_rewrites()
        finally:
            connections.close_all()

    Thread(target=run, name=REWRITES).start()


def finish_rewrites(*, batch: int = 500) -> int:
    """Finish what renames left over, a batch a transaction; safe to run twice, and at once. Returns documents done."""
    done = 0
    while True:
        with open_door() as door:
            left = Rewrite.objects.order_by("target_id").first()
            if left is None:
                return done
            sources = list(
                Reference.objects.filter(target_id=left.target_id, source_id__gt=left.after)
                .order_by("source_id").values_list("source_id", "field")[:batch]
            )  # fmt: skip
            for kind in {SOURCE_KIND[Field(field)] for _, field in sources}:
                done += door.rewrite(kind, [pk for pk, field in sources if SOURCE_KIND[Field(field)] == kind])
            if len(sources) < batch:
                left.delete()
            else:
                left.after = sources[-1][0]
                left.save(update_fields=["after"])


def _store_headers(editions: Sequence[Edition]) -> None:
    insert_values(
        EditionHeader, ["item_id", "number", "at", "note"],
        [(e.item_id, e.number, e.at, e.note) for e in editions], ignore=True,
    )  # fmt: skip


def _columns(row: LiveItem) -> dict[str, Any]:
    """What a live row says, apart from when it was written and what others count on it."""
    return {
        column.attname: getattr(row, column.attname)
        for column in row._meta.concrete_fields
        if column.name not in _KEPT | {"changed_at"}
    }
