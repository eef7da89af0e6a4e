"""Undo a merge: the record that was absorbed is itself again, on the desk and in public."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.core import serializers
from django.utils import timezone
from django.utils.translation import gettext as _

from .. import documents
from ..models.base import Item, State
from ..models.edition import Edition, Reference
from ..models.kinds import ITEM_MODELS
from ..models.live import Change, OldSlug
from ..models.merge import Merge
from ..models.person import Person, Position
from ..models.source import Suggestion
from ..text.fold import name_key
from .audit import Verb, note
from .door import Door, open_door
from .errors import Refused
from .merge import publish_survivor
from .permissions import require
from .republish import republish
from .revise import revise_as
from .ties import TIES, lock_owners, note_versions


def undo_merge(merge: Merge, *, by: Any) -> Item:
    """Take a merged record out again; returns it. What was edited since the merge stays as it is.

    A record that was live is live again, as it last was.
    """
    model: Any = ITEM_MODELS[merge.item_kind]
    require(by, "merge", model)
    with open_door() as door:
        if merge.record["was_live"]:
            require(by, "publish", model)
        if not Merge.objects.filter(pk=merge.pk, undone_at=None).update(
            undone_at=timezone.now(), undone_by=by
        ):
            raise Refused(_("This merge is undone already."))
        absorbed = model._default_manager.filter(pk=merge.absorbed_id).first()
        survivor = model._default_manager.filter(pk=merge.survivor_id).first()
        if absorbed is None or survivor is None:
            raise Refused(_("One of the two is deleted: this merge cannot be undone."))
        if survivor.withdrawn_at is not None:
            raise Refused(
                _("“%(title)s” is withdrawn or merged itself. Undo that first.") % {"title": survivor}
            )
        in_step = survivor.state == State.LIVE
        record: Any = merge.record
        _move_back(merge, record, by=by)
        _impoverish(survivor, absorbed, record, by=by)
        OldSlug.objects.filter(item_id=survivor.pk, digest__in=record["slugs"]).update(item_id=absorbed.pk)
        absorbed.withdrawn_at = None
        model._default_manager.filter(pk=absorbed.pk).update(withdrawn_at=None)
        if record["was_live"]:
            _bring_back(door, absorbed, published_version=record["published_version"])
        _follow_back(door, record["references"], survivor.pk, absorbed.pk)
        if in_step:
            publish_survivor(door, survivor, by=by)
        for one, other in ((survivor, absorbed), (absorbed, survivor)):
            note(Verb.UNDO_MERGE, one, by=by, other=other.label)
        merge.refresh_from_db()
        return model._default_manager.get(pk=absorbed.pk)


def _load(dumped: list[dict[str, Any]]) -> Iterable[Any]:
    for entry in serializers.deserialize("python", dumped):
        yield entry.object


def _follow_back(door: Door, was: list[list[Any]], old: UUID, new: UUID) -> None:
    """Editions that refer to `new` again, where the merge made them refer to `old`; an item that has been published
    without the reference since is left alone."""
    by_source = {UUID(entry[0]): entry[1:] for entry in was}

    def change(source: UUID, references: list[list[Any]]) -> list[list[Any]]:
        field, target, rank, role, double = by_source[source]
        there = {(ref[0], ref[1]) for ref in references}
        if (field, str(old)) not in there or (field, str(new)) in there:
            return references
        if double:
            return [*references, [field, target, rank, role]]
        return [
            [field, str(new), *ref[2:]] if (ref[0], ref[1]) == (field, str(old)) else ref
            for ref in references
        ]

    live = set(Reference.objects.filter(source_id__in=by_source).values_list("source_id", flat=True))
    republish(door, sorted(live, key=str), change)


def _move_back(merge: Merge, record: dict[str, Any], *, by: Any) -> None:
    """Ties that still exist go back; those that were dropped come back, where both ends are there. An item that
    somebody has tied to the record since keeps that tie.
    """
    touched: dict[type[Item], set[UUID]] = {}
    by_model = {tie.model: tie for tie in TIES[merge.item_kind]}
    moved, dropped = list(_load(record["moved"])), list(_load(record["dropped"]))
    lock_owners(
        (tie, {getattr(row, tie.owner) for row in (*moved, *dropped) if isinstance(row, tie.model)})
        for tie in by_model.values()
    )
    tied = {
        tie.model: set(
            tie.model._default_manager.filter(**{tie.target: merge.absorbed_id}).values_list(
                tie.owner, flat=True
            )
        )
        for tie in by_model.values()
    }
    for row in moved:
        tie = by_model[type(row)]
        if getattr(row, tie.owner) in tied[tie.model]:
            continue
        rows = tie.model._default_manager.filter(pk=row.pk)
        if rows.filter(**{tie.target: merge.survivor_id}).update(**{tie.target: merge.absorbed_id}):
            if tie.is_owned:
                touched.setdefault(tie.owner_model, set()).add(getattr(row, tie.owner))
        elif not tie.is_owned and not rows.exists():
            # A part of the record itself, which an earlier version of the survivor, restored since, did not have.
            dropped.append(row)
    for row in dropped:
        tie = by_model[type(row)]
        if getattr(row, tie.owner) in tied[tie.model]:
            continue
        if tie.owner_model._default_manager.filter(pk=getattr(row, tie.owner)).exists():
            _put_back(row)
            if tie.is_owned:
                touched.setdefault(tie.owner_model, set()).add(getattr(row, tie.owner))
    Suggestion.objects.filter(
        pk__in=record["suggestions"], **{f"{merge.item_kind}_id": merge.survivor_id}
    ).update(**{f"{merge.item_kind}_id": merge.absorbed_id})
    for model, ids in touched.items():
        note_versions(model, ids, by=by)


def _put_back(row: Any) -> None:
    """Insert again what the merge deleted; with an id of its own where a restored version has taken that one."""
    if type(row)._default_manager.filter(pk=row.pk).exists():
        row.pk = row._meta.pk.get_default()
    row.save(force_insert=True)


def _impoverish(survivor: Item, absorbed: Item, record: dict[str, Any], *, by: Any) -> None:
    """Names, offices and links go back to the record they came from."""
    if not isinstance(survivor, Person) or not isinstance(absorbed, Person):
        revise_as(survivor, by=by, save=survivor.save)
        return
    survivor.same_as = [address for address in survivor.same_as if address not in record["same_as"]]

    def save() -> None:
        survivor.save()
        survivor.other_names.filter(name__in=record["names"]).delete()
        survivor.positions.filter(pk__in=record["positions"]).update(person=absorbed)

    revise_as(survivor, by=by, save=save)
    for position in _load(record["own_positions"]):
        # An earlier version of the survivor, restored since, knew nothing of it.
        if not Position.objects.filter(pk=position.pk).exists():
            position.save(force_insert=True)
    given = set(absorbed.other_names.values_list("name", flat=True))
    for other in _load(record["own_names"]):
        if other.name not in given:
            _put_back(other)
    Person.objects.filter(pk=absorbed.pk).update(name_key=name_key(absorbed.name))


def _bring_back(door: Door, item: Item, *, published_version: int) -> None:
    """The last edition of an item as a new one; the desk is what it was then unless somebody changed it."""
    last = Edition.objects.get(item_id=item.pk, number=item.last_edition)
    document: Any = last.document
    number = item.last_edition + 1
    edition = Edition.objects.create(
        item_kind=item.kind,
        item_id=item.pk,
        number=number,
        shape=last.shape,
        document={**document, "edition": number, "last_published_at": documents.to_the_second(door.now)},
        references=last.references,
        at=door.now,
    )
    type(item)._default_manager.filter(pk=item.pk).update(
        last_edition=number,
        live_edition=number,
        published_version=published_version,
        last_published_at=door.now,
    )
    door.put([edition], what={item.pk: Change.What.PUBLISHED})
