"""Revise: the one way to save a desk item. One save, one version, one revision."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ..models.article import Article
from ..models.base import Item
from ..models.event import Event
from ..models.person import OtherName, Person
from ..models.revision import Revision
from ..text.fold import fold, name_key, slugify
from ..text.html import from_body
from .capture import DOOR_FIELDS, capture
from .errors import Conflict
from .follow_merges import follow_merges
from .permissions import require
from .slugs import MAX_LENGTH

AnyItem = TypeVar("AnyItem", bound=Item)


def revise(
    item: AnyItem, *, by: Any, save: Callable[[], object] | None = None, expected_version: int | None = None
) -> AnyItem:
    """Save `item` and, in `save`, everything that belongs to it, as one revision.

    `save` writes the item and its links (a form and its formsets); left out, the item alone is saved. With
    `expected_version`, the version the editor started from, a save in between raises `Conflict`.
    """
    model = type(item)
    new = item._state.adding
    require(by, "add" if new else "change", item)
    with transaction.atomic():
        if not new:
            _take_turn(item, expected_version)
        derive(item)
        item.updated_at = timezone.now()
        item.updated_by = by
        (save or item.save)()
        follow_merges(item.kind, [item.pk])
        if isinstance(item, Person):
            _derive_other_names(item)
        # Read again, without prefetched links, so that the revision shows what was saved.
        keep_revision(model._default_manager.get(pk=item.pk))
    return item


def revise_as(item: Any, *, by: Any, save: Any) -> None:
    """The same for verbs with a permission of their own: whoever may merge need not be allowed to edit."""
    revise(item, by=None, save=save)
    if by is not None:
        type(item)._default_manager.filter(pk=item.pk).update(updated_by=by)
        Revision.objects.filter(item_kind=item.kind, item_id=item.pk, version=item.version).update(by=by)


def derive(item: Item) -> None:
    """Set what follows from an item's own fields: keys for search and matching, the draft's slug, clean HTML."""
    if isinstance(item, Article):
        item.body = from_body(item.body)
        item.folded = fold("\n".join([item.title, item.dek, " ".join(item.byline)]))
    elif isinstance(item, Person):
        item.summary = from_body(item.summary)
        item.name_key = name_key(item.name)
        item.folded = fold(item.name)
    elif isinstance(item, Event):
        item.summary = from_body(item.summary)
        item.folded = fold(f"{item.name}\n{item.place}")
    if not item.was_ever_published and not item.slug:
        item.slug = slugify(item.label, max_length=MAX_LENGTH)


def _take_turn(item: Item, expected_version: int | None) -> None:
    """Lock the row by raising its version; keep what was there; take over what only the door writes."""
    manager = type(item)._default_manager
    version = item.version if expected_version is None else expected_version
    if not manager.filter(pk=item.pk, version=version).update(version=version + 1):
        raise Conflict(
            _("“%(title)s” was saved by someone else while you were editing. Nothing of yours was saved yet.")
            % {"title": item}
        )
    before = manager.get(pk=item.pk)
    if not before.was_ever_published and item.slug == before.slug == slugify(
        before.label, max_length=MAX_LENGTH
    ):
        item.slug = ""  # Nobody chose it: let it follow the title.
    for name in DOOR_FIELDS:
        setattr(item, name, getattr(before, name))
    # The version is raised already; what is there is still the old one.
    before.version = version
    keep_revision(before)
    item.version = version + 1


def keep_revision(item: Item) -> None:
    """Keep what a stored item looks like now, unless its version is kept already.

    An import writes no revisions: the first edit keeps what it found.
    """
    if not Revision.objects.filter(item_id=item.pk, version=item.version).exists():
        Revision.objects.create(
            item_kind=item.kind, item_id=item.pk, version=item.version, data=capture(item),
            at=item.updated_at, by_id=item.updated_by_id,
        )  # fmt: skip


def _derive_other_names(person: Person) -> None:
    # Read again: those that were prefetched are the names of before.
    for other in OtherName.objects.filter(person=person):
        if other.name_key != name_key(other.name):
            other.name_key = name_key(other.name)
            other.save(update_fields=["name_key"])
