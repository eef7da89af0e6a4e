"""Publish: a validated snapshot of a desk item becomes an edition, and that edition becomes what the public sees."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from .. import documents, signals
from ..models.article import Article
from ..models.base import Item
from ..models.edition import Edition
from ..models.live import Change
from ..models.rows import new_row
from ..snapshots import Snapshot, snapshots
from .audit import Verb, note_many
from .bulk import insert, write_columns
from .door import Door, open_door
from .errors import Refused
from .pending import embargoed, embargoes
from .permissions import require
from .slugs import allot_slugs
from .versions import check_version, lock

_WRITTEN = [
    "slug", "last_edition", "live_edition", "published_version", "first_published_at", "last_published_at",
]  # fmt: skip


class Outcome(NamedTuple):
    """What became of one item: its edition, or why there is none."""

    item: Item
    edition: Edition | None
    messages: tuple[str, ...] = ()


def publish(item: Item, *, by: Any, note: str = "", expected_version: int | None = None) -> Edition:
    """Publish one item as it stands on the desk.

    `note` is a public correction note; with one, publishing again is logged as a correction. Raises `Refused`
    with all that is wrong, and then nothing has changed. With `expected_version`, the version the editor looked
    at, a save in between raises `Conflict`.
    """
    with open_door() as door:
        check_version(item, expected_version)
        (outcome,) = publish_through(door, [item], by=by, note=note)
        if outcome.edition is None:
            raise Refused(outcome.messages)
    return outcome.edition


def publish_many(items: Sequence[Item], *, by: Any) -> list[Outcome]:
    """Publish items of one kind in one transaction; those that are refused do not stop the rest."""
    with open_door() as door:
        return publish_through(door, items, by=by)


def publish_through(door: Door, items: Sequence[Item], *, by: Any, note: str = "") -> list[Outcome]:
    """Publish items of one kind through an open door, in a constant number of queries."""
    if not items:
        return []
    # Locked and read again inside the door, so that no half-saved revision is taken.
    rows = lock(type(items[0])).filter(pk__in=[item.id for item in items]).order_by("pk")
    fresh: dict[Any, Item] = {row.id: row for row in rows}
    ready = [fresh[item.id] for item in items if item.id in fresh]
    published = {outcome.item.id: outcome for outcome in publish_locked(door, ready, by=by, note=note)}
    outcomes = []
    for item in items:
        outcome = published.get(item.id)
        if outcome is None:
            gone = _("“%(title)s” is no longer there: somebody deleted it.") % {"title": item}
            outcomes.append(Outcome(item, None, (gone,)))
            continue
        if outcome.edition is not None:
            for name in [*_WRITTEN, "version"]:
                setattr(item, name, getattr(outcome.item, name))
        outcomes.append(Outcome(item, outcome.edition, outcome.messages))
    return outcomes


def publish_locked(door: Door, rows: Sequence[Item], *, by: Any, note: str = "") -> list[Outcome]:
    """The same of rows that were read inside the door, by `lock`."""
    if not rows:
        return []
    require(by, "publish", type(rows[0]))
    taken = snapshots(rows)
    messages = {snapshot.item.id: _problems(snapshot) for snapshot in taken}
    for pk, until in embargoes(list(messages)).items():
        messages[pk].append(embargoed(next(row.label for row in rows if row.id == pk), until))
    ready = [snapshot for snapshot in taken if not messages[snapshot.item.id]]
    editions = {edition.item_id: edition for edition in _editions(door, ready, by=by, note=note)}
    return [Outcome(row, editions.get(row.id), tuple(messages[row.id])) for row in rows]


def _editions(door: Door, taken: list[Snapshot], *, by: Any, note: str) -> list[Edition]:
    if not taken:
        return []
    items = [snapshot.item for snapshot in taken]
    slugs = allot_slugs(items)
    corrections = _corrections(items)
    what = {item.id: _what(item, note) for item in items}
    editions = []
    for snapshot in taken:
        item = snapshot.item
        public_note = note if what[item.id] == Change.What.CORRECTED else ""
        _step(item, slug=slugs[item], at=door.now)
        editions.append(
            _edition(snapshot, at=door.now, by=by, note=public_note, corrections=corrections.get(item.id, []))
        )
    insert(editions)
    write_columns(items, _WRITTEN)
    door.put(editions, what=what)
    door.settled += (item.id for item in items)
    by_id = {item.id: item for item in items}
    for verb, corrected in ((Verb.PUBLISH, False), (Verb.CORRECT, True)):
        deeds = [e for e in editions if (what[e.item_id] == Change.What.CORRECTED) == corrected]
        note_many(
            verb, [(by_id[e.item_id], {"edition": e.number, "note": e.note}) for e in deeds], by=by
        )  # fmt: skip
    for edition in editions:
        transaction.on_commit(_announce(by_id[edition.item_id], edition), robust=True)
    return editions


def _what(item: Item, note: str) -> Change.What:
    """What the public log says of publishing this item now."""
    if item.live_edition is None:
        return Change.What.PUBLISHED
    return Change.What.CORRECTED if note else Change.What.UPDATED


def _step(item: Item, *, slug: str, at: datetime) -> None:
    """Take an item on to its next edition."""
    item.slug = slug
    item.last_edition += 1
    item.live_edition = item.last_edition
    item.published_version = item.version
    item.first_published_at = item.first_published_at or at
    item.last_published_at = at


def _edition(
    snapshot: Snapshot, *, at: datetime, by: Any, note: str, corrections: list[documents.Document]
) -> Edition:
    """The unsaved edition that an item is at now; `corrections` are the notes of those before."""
    item = snapshot.item
    noted = [{"at": documents.to_the_second(at), "note": note}] if note else []
    return new_row(
        Edition,
        item_kind=item.kind,
        item_id=item.id,
        number=item.last_edition,
        shape=documents.SHAPE,
        document=documents.stamp(
            snapshot.document,
            slug=item.slug,
            edition=item.last_edition,
            first=item.first_published_at or at,
            last=at,
            corrections=corrections + noted,
        ),
        references=[[ref.field, str(ref.target), ref.rank, ref.role] for ref in snapshot.references],
        at=at,
        by_id=by.pk if by is not None else None,
        note=note,
    )


def _announce(item: Item, edition: Edition) -> Callable[[], object]:
    return lambda: signals.item_published.send(type(item), item=item, edition=edition)


def _corrections(items: list[Item]) -> dict[Any, list[documents.Document]]:
    """The correction notes that each item's last edition carries."""
    published = [item.id for item in items if item.was_ever_published]
    if not published:
        return {}
    newest = type(items[0])._default_manager.filter(pk=OuterRef("item_id"), last_edition=OuterRef("number"))
    last = Edition.objects.filter(Exists(newest), item_id__in=published).only("item_id", "document")
    return {edition.item_id: edition.document["corrections"] for edition in last}


def _problems(snapshot: Snapshot) -> list[str]:
    """Why an item cannot be published; empty when it can."""
    item = snapshot.item
    problems = []
    if item.withdrawn_at is not None:
        problems.append(_("“%(title)s” is withdrawn. Reinstate it before publishing.") % {"title": item})
    if not item.label.strip():
        problems.append(_("Give it a title or a name before publishing."))
    if isinstance(item, Article) and not (snapshot.document["body_text"] or snapshot.document["images"]):
        problems.append(
            _("“%(title)s” has neither text nor photos. Write its body before publishing.") % {"title": item}
        )
    return problems
