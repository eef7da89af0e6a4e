"""Publish: a validated snapshot of a desk item becomes an edition, and that edition becomes what the public sees."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from .. import documents, signals
from ..models.article import Article
from ..models.base import Item
from ..models.edition import Edition
from ..models.live import Change
from ..text.html import plain_text
from .audit import Verb, note_many
from .bulk import insert, write_columns
from .door import Door, open_door
from .errors import Refused
from .pending import embargoed, embargoes, settle
from .permissions import require
from .slugs import allot_slugs
from .versions import check_version

_WRITTEN = [
    "slug", "last_edition", "live_edition", "published_version", "first_published_at", "last_published_at",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Outcome:
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
    model = type(items[0])
    require(by, "publish", model)
    # Locked and read again inside the door, so that no half-saved revision is taken.
    rows = (
        model._default_manager.select_for_update().filter(pk__in=[item.pk for item in items]).order_by("pk")
    )
    fresh: dict[Any, Item] = {row.pk: row for row in rows}
    messages = {item.pk: _problems(fresh.get(item.pk), item) for item in items}
    for pk, until in embargoes(list(fresh)).items():
        messages[pk].append(embargoed(fresh[pk].label, until))
    ready = [fresh[item.pk] for item in items if not messages[item.pk]]
    editions = {edition.item_id: edition for edition in _editions(door, ready, by=by, note=note)}
    for item in items:
        if item.pk in editions:
            for name in [*_WRITTEN, "version"]:
                setattr(item, name, getattr(fresh[item.pk], name))
    return [Outcome(item, editions.get(item.pk), tuple(messages[item.pk])) for item in items]


def _editions(door: Door, items: list[Item], *, by: Any, note: str) -> list[Edition]:
    if not items:
        return []
    slugs = allot_slugs(items)
    corrections = _corrections(items)
    editions, what = [], {}
    for snapshot in documents.snapshots(items):
        item = snapshot.item
        corrected = bool(note) and item.live_edition is not None
        if item.live_edition is None:
            what[item.pk] = Change.What.PUBLISHED
        else:
            what[item.pk] = Change.What.CORRECTED if corrected else Change.What.UPDATED
        item.slug = slugs[item]
        item.last_edition += 1
        item.live_edition = item.last_edition
        item.published_version = item.version
        item.first_published_at = item.first_published_at or door.now
        item.last_published_at = door.now
        noted = [{"at": documents.iso(door.now), "note": note}] if corrected else []
        editions.append(
            Edition(
                item_kind=item.kind,
                item_id=item.pk,
                number=item.last_edition,
                shape=documents.SHAPE,
                document=documents.stamp(
                    snapshot.document,
                    slug=item.slug,
                    edition=item.last_edition,
                    first=item.first_published_at,
                    last=item.last_published_at,
                    corrections=corrections.get(item.pk, []) + noted,
                ),
                references=[[ref.field, str(ref.target), ref.rank, ref.role] for ref in snapshot.references],
                at=door.now,
                by=by,
                note=note if corrected else "",
            )
        )
    insert(editions)
    write_columns(items, _WRITTEN)
    door.put(editions, what=what)
    settle([item.pk for item in items])
    by_id = {item.pk: item for item in items}
    for verb, corrected in ((Verb.PUBLISH, False), (Verb.CORRECT, True)):
        deeds = [e for e in editions if (what[e.item_id] == Change.What.CORRECTED) == corrected]
        note_many(
            verb, [(by_id[e.item_id], {"edition": e.number, "note": e.note}) for e in deeds], by=by
        )  # fmt: skip
    for edition in editions:
        transaction.on_commit(_announce(by_id[edition.item_id], edition), robust=True)
    return editions


def _announce(item: Item, edition: Edition) -> Callable[[], object]:
    return lambda: signals.item_published.send(type(item), item=item, edition=edition)


def _corrections(items: list[Item]) -> dict[Any, list[documents.Document]]:
    """The correction notes that each item's last edition carries."""
    published = [item.pk for item in items if item.was_ever_published]
    if not published:
        return {}
    newest = type(items[0])._default_manager.filter(pk=OuterRef("item_id"), last_edition=OuterRef("number"))
    last = Edition.objects.filter(Exists(newest), item_id__in=published).only("item_id", "document")
    return {edition.item_id: edition.document["corrections"] for edition in last}


def _problems(fresh: Item | None, item: Item) -> list[str]:
    """Why an item cannot be published; empty when it can."""
    shown = {"title": item.label or _("(no title)")}
    if fresh is None:
        return [_("“%(title)s” is no longer there: somebody deleted it.") % shown]
    problems = []
    if fresh.withdrawn_at is not None:
        problems.append(_("“%(title)s” is withdrawn. Reinstate it before publishing.") % shown)
    if not fresh.label.strip():
        problems.append(_("Give it a title or a name before publishing."))
    if isinstance(fresh, Article) and not plain_text(fresh.body) and not fresh.photos.exists():
        problems.append(
            _("“%(title)s” has neither text nor photos. Write its body before publishing.") % shown
        )
    return problems
