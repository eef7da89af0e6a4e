"""The door: the only way to the live tables, in order and with a line in the public log.

Everything public happens inside `with open_door() as door:`, one transaction that first takes the single row of
`LiveState`. So one publishing at a time goes through: links between items that are published at the same moment
cannot be missed, and change numbers appear in the order of their commits.
"""

import uuid
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from threading import Thread
from uuid import UUID

from django.db import connections, transaction
from django.db.models import Exists, F, OuterRef
from django.utils import timezone

from .. import documents
from ..conf import conf
from ..documents import SOURCE_KIND, Field
from ..models.edition import Edition, Reference, Rewrite
from ..models.live import LIVE_MODELS, PLURALS, Change, LiveItem, LiveState, OldSlug, Tombstone
from ..models.many import Among
from ..models.taxonomy import Term
from .bulk import insert_values
from .live_documents import compose_live
from .live_index import index_rows
from .live_links import (
    edition_refs,
    link_in,
    link_out,
    newest_linked,
    restore_references,
    stored_refs,
    translation_groups,
)
from .live_rows import count_articles, remove_row, store_headers, store_rows
from .live_terms import open_terms, rename_live_term
from .pending import settle
from .purge import purge_after_commit

What = Change.What

REWRITES = "articles-rewrites"
"""The thread that finishes renames."""


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
        store_headers(editions)
        open_terms(references.values())
        relabelled: set[UUID] = set()
        composed = compose_live(kind, {e.item_id: e.document for e in editions}, references, at=self.now)
        rows = [one.row for one in composed]
        store_rows(kind, rows, known=before)
        index_rows(kind, composed, known=known)
        if kind == "article":
            count_articles(rows, [before[pk] for pk in ids if pk in before])
        link_out(kind, composed, known=known)
        new = [pk for pk in ids if pk not in before]
        link_in(kind, new)
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

    # -- out

    def take_out(self, kind: str, pk: UUID, *, notice: str, replaced_by: UUID | None) -> None:
        """Remove an item from the live side and leave its tombstone."""
        row = LIVE_MODELS[kind].objects.get(pk=pk)
        self._note_links([pk])
        groups = translation_groups({pk: list(stored_refs(pk))}) if kind == "article" else {}
        affected = self._affected(kind, {pk}, groups)
        remove_row(kind, row)
        self._retire_slug(kind, pk, row.slug)
        Tombstone.objects.update_or_create(
            pk=pk,
            defaults={"kind": kind, "withdrawn_at": self.now, "notice": notice, "replaced_by": replaced_by},
        )
        self._set_total(kind, -1)
        self._log.append((kind, pk, What.WITHDRAWN, None))
        self._rewrite_all(affected)

    # -- what follows

    def rename_term(self, term: Term) -> None:
        """Show a section or topic under its present name and slug, where the public knows it."""
        if rename_live_term(term):
            self._rewrite_all(self._affected("term", {term.pk}, {}))

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
            store_rows(kind, changed, known=before)
        self.log_updated(kind, [row for row in changed if row.id not in self._done])
        return len(changed)

    def log_updated(self, kind: str, rows: Iterable[LiveItem]) -> None:
        """A line for each of these live rows: the same edition says something else."""
        self._log += [(kind, row.id, What.UPDATED, row.edition) for row in rows]

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
