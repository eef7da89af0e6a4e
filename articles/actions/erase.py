"""Erase: where the law demands it, an item goes for good. There is no way back.

What was public leaves its tombstone, without a word of its own; what never was leaves nothing that the public could
tell. `Erased` keeps ids and digests, so that no import brings it back.
"""

import logging
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from ..models.article import Article, Photo
from ..models.base import Item
from ..models.edition import Edition
from ..models.erased import Erased
from ..models.live import LiveTally, Tombstone
from ..models.merge import Distinct, Merge
from ..models.presence import Presence
from ..models.revision import Revision
from ..models.source import Source, Suggestion
from .audit import Verb
from .audit import note as note_deed
from .door import Door, open_door
from .errors import Refused
from .forget import forget, labels_of
from .identity import identity
from .import_runs import take_turn
from .live_index import drop_deleted_words
from .pending import What, settle
from .permissions import require
from .ties import TIES, lock_owners, note_versions, owners_of
from .used import refused_while_used
from .withdraw import take_away

logger = logging.getLogger(__name__)


def erase(item: Item, *, by: Any, note: str, notice: str = "") -> None:
    """Take `item` and every word of it out of the database, and its photos off the disk; nothing brings it back.

    `note` is the ground in law and stays in the audit log: it must not repeat the item's words. `notice` stands at
    the old address of what was public, in place of an earlier one. Records that were merged into it are parts of it
    and go along. The words of other items that name it stay.
    """
    require(by, "erase", item)
    if not note.strip():
        raise Refused(_("Say on what ground in law it is erased."))
    with transaction.atomic():
        # An import that holds its turn asks for the door: in the same order here.
        take_turn()
        with open_door() as door:
            lock_owners(owners_of(item))
            fresh = type(item)._default_manager.select_for_update().filter(pk=item.pk).first()
            if fresh is None:
                raise Refused(_("It is no longer there: somebody deleted or erased it."))
            if merge := Merge.objects.filter(absorbed_id=fresh.pk, undone_at=None).first():
                survivor = type(fresh)._default_manager.get(pk=merge.survivor_id)
                raise Refused(
                    _("It was merged into “%(title)s”: erase that one, or undo the merge first.")
                    % {"title": survivor}
                )
            files: set[str] = set()
            for part in _parts(fresh):
                with refused_while_used(part.label):
                    files |= _erase(door, part, by=by, note=note.strip(), notice=notice.strip())
            _delete_files(files)


def _parts(item: Item) -> list[Item]:
    """The item and, locked, what was merged into it, and into that."""
    found = [item]
    for part in found:
        ids = Merge.objects.filter(survivor_id=part.pk, undone_at=None).values_list("absorbed_id", flat=True)
        rows = type(item)._default_manager.select_for_update().filter(pk__in=list(ids))
        found += rows.order_by("pk")
    return found


def _erase(door: Door, item: Item, *, by: Any, note: str, notice: str) -> set[str]:
    """Take the rows; return the names of the files that its photos have and had."""
    if item.live_edition is not None:
        take_away(door, item, by=by, notice=notice)
    Tombstone.objects.filter(pk=item.pk).update(notice=notice)
    note_deed(Verb.ERASE, item, by=by, note=note)
    sources = list(Source.objects.filter(article_id=item.pk).values_list("sha256", "name"))
    digests = [sha256 for sha256, _name in sources]
    ids = [item.pk, *_joined(digests)]
    labels = labels_of(item, ids)
    files = _photo_files(item, ids)
    _untie(item, by=by)
    settle(ids, ended=What.values)
    Presence.objects.filter(item_id__in=ids).delete()
    Distinct.objects.filter(Q(one=item.pk) | Q(other=item.pk)).delete()
    _delete_suggestions(item)
    Source.objects.filter(article_id=item.pk).delete()
    type(item)._default_manager.filter(pk=item.pk).delete()
    Revision.objects.filter(item_id__in=ids).delete()
    Edition.objects.filter(item_id__in=ids).delete()
    LiveTally.objects.filter(article_count=0).delete()
    drop_deleted_words(item.kind)
    forget(item.kind, item.pk, ids=ids, labels=labels, sources=sources)
    Erased.objects.bulk_create([Erased(key=str(key)) for key in {*ids, *digests}], ignore_conflicts=True)
    return files


def _delete_files(names: set[str]) -> None:
    """Delete what no photo has any more, before the rows' end is committed: who is told that an item is erased can
    rely on it, and after a failure or a kill in between the item is still there, to be erased again.
    """
    storage = Photo._meta.get_field("file").storage
    for name in sorted(names - set(Photo.objects.filter(file__in=names).values_list("file", flat=True))):
        try:
            storage.delete(name)
        except Exception as error:  # A host's storage raises what its service makes of it.
            logger.exception("The photo file %s could not be deleted", name)
            raise Refused(
                _(
                    "The photo file “%(name)s” could not be deleted (%(error)s), so the item was not erased. Try again."
                )
                % {"name": name, "error": error}
            ) from error


def _joined(digests: Iterable[str]) -> set[UUID]:
    """The ids of drafts that were joined with it as versions of its story: they left revisions and lines."""
    ids = {identity("article", sha256) for sha256 in digests}
    return ids - set(Article.objects.filter(pk__in=ids).values_list("pk", flat=True))


def _untie(item: Item, *, by: Any) -> None:
    """Take a person or an event off what names it; each of those gets a new version, as from a merge."""
    for tie in TIES.get(item.kind, ()):
        rows = tie.model._default_manager.filter(**{tie.target: item.pk})
        owners = set(rows.values_list(tie.owner, flat=True))
        rows.delete()
        if tie.is_owned:
            note_versions(tie.owner_model, owners, by=by)


def _delete_suggestions(item: Item) -> None:
    """What was found in the item's own files, what was accepted as it, and questions that name it."""
    of_it = Q(value__article=str(item.pk)) | Q(value__id=str(item.pk)) | Q(value__other=str(item.pk))
    Suggestion.objects.filter(Q(kind__in=[Suggestion.Kind.REPOST, Suggestion.Kind.SAME]) & of_it).delete()
    Suggestion.objects.filter(**{f"{item.kind}_id": item.pk}).delete()


def _photo_files(item: Item, ids: Iterable[UUID]) -> set[str]:
    """Names of the files that its photos have and had."""
    if not isinstance(item, Article):
        return set()
    files = set(item.photos.values_list("file", flat=True))
    for data in Revision.objects.filter(item_id__in=ids).values_list("data", flat=True).iterator():
        files |= {photo["file"] for photo in data["links"].get("photos", [])}
    return files - {""}
