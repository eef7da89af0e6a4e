"""Merge: one record becomes a part of another, on the desk and in public, and can be taken out again."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.core import serializers
from django.db import models
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from .. import documents
from ..models.article import Article
from ..models.base import Item, State
from ..models.edition import Edition, Reference
from ..models.event import Event
from ..models.live import Change, OldSlug
from ..models.merge import Merge
from ..models.person import OtherName, Person, Position
from ..models.revision import Revision
from ..models.source import Suggestion
from ..text.fold import name_key
from .capture import capture
from .door import Door, open_door
from .errors import Refused
from .merge_plan import TIES, MergePlan, other_names, plan_merge
from .pending import What, settle
from .permissions import require
from .publish import publish_through
from .republish import republish
from .revise import revise

ITEMS: dict[str, type[Item]] = {"article": Article, "person": Person, "event": Event}


def merge(survivor: Item, absorbed: Item, *, by: Any) -> Merge:
    """Make `absorbed` a part of `survivor`, a person or an event each.

    Mentions, participations and coverage move without doubles, its names become other names, its old addresses
    lead to the survivor, and live documents follow. `undo_merge` takes it apart again. The survivor keeps its own
    name, dates and texts. What is public moves with it, which needs the permission to publish. Raises `Refused`
    where both cannot be one.
    """
    require(by, "merge", survivor)
    with open_door() as door:
        survivor, absorbed = _fresh(survivor, absorbed)
        plan = plan_merge(survivor, absorbed)
        was_live, in_step = absorbed.live_edition is not None, survivor.state == State.LIVE
        if was_live or in_step:
            require(by, "publish", survivor)
        record: dict[str, Any] = {
            "was_live": was_live,
            "published_version": absorbed.published_version,
            "moved": _dump(plan.moved),
            "dropped": _dump(plan.dropped),
            "names": plan.names,
            "positions": [str(position.pk) for position in plan.positions],
            "same_as": plan.same_as,
            "suggestions": [str(pk) for pk in plan.suggestions],
            "slugs": list(OldSlug.objects.filter(item_id=absorbed.pk).values_list("digest", flat=True)),
            "own_names": _dump(absorbed.other_names.all()) if isinstance(absorbed, Person) else [],
        }
        _move(plan, by=by)
        _enrich(plan, by=by)
        record["references"] = _follow(door, plan.live, absorbed.pk, survivor.pk)
        if was_live:
            door.take_out(absorbed.kind, absorbed.pk, notice="", replaced_by=survivor.pk)
        OldSlug.objects.filter(item_id=absorbed.pk).update(item_id=survivor.pk)
        retired: dict[str, Any] = {"live_edition": None, "published_version": None, "withdrawn_at": door.now}
        if isinstance(absorbed, Person):
            # An import that reads the old name has to find the survivor alone.
            retired["name_key"] = ""
            absorbed.other_names.all().delete()
        type(absorbed)._default_manager.filter(pk=absorbed.pk).update(**retired)
        settle([absorbed.pk], ended=What.values)
        if in_step:
            _publish(door, survivor, by=by)
        return Merge.objects.create(
            item_kind=survivor.kind, survivor_id=survivor.pk, absorbed_id=absorbed.pk, record=record, by=by
        )


def undo_merge(merge: Merge, *, by: Any) -> Item:
    """Take a merged record out again; returns it. What was edited since the merge stays as it is.

    A record that was live is live again, as it last was.
    """
    model: Any = ITEMS[merge.item_kind]
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
            _publish(door, survivor, by=by)
        merge.refresh_from_db()
        return model._default_manager.get(pk=absorbed.pk)


def _publish(door: Door, survivor: Item, *, by: Any) -> None:
    """The public record follows where nothing else was waiting to be published with it."""
    (outcome,) = publish_through(door, [survivor], by=by)
    if outcome.edition is None:
        raise Refused(outcome.messages)


def _fresh(survivor: Item, absorbed: Item) -> tuple[Item, Item]:
    """Both locked and read again, fit to be merged."""
    if survivor.kind != absorbed.kind or survivor.kind not in TIES:
        raise Refused(_("Only two people or two events can be merged."))
    if survivor.pk == absorbed.pk:
        raise Refused(_("“%(title)s” cannot be merged into itself.") % {"title": survivor.label})
    rows = type(survivor)._default_manager.select_for_update().filter(pk__in=[survivor.pk, absorbed.pk])
    found = {row.pk: row for row in rows.order_by("pk")}
    problems = []
    for item in (survivor, absorbed):
        if item.pk not in found:
            problems.append(_("“%(title)s” is no longer there: somebody deleted it.") % {"title": item.label})
        elif found[item.pk].withdrawn_at is not None:
            problems.append(_("“%(title)s” is withdrawn or merged already.") % {"title": item.label})
    if problems:
        raise Refused(problems)
    one, other = found[survivor.pk], found[absorbed.pk]
    if other.live_edition is not None and one.live_edition is None:
        shown = {"title": one.label, "other": other.label}
        raise Refused(_("“%(other)s” is public and “%(title)s” is not: publish that first.") % shown)
    return one, other


def _dump(rows: Iterable[models.Model]) -> list[dict[str, Any]]:
    return serializers.serialize("python", rows)


def _load(dumped: list[dict[str, Any]]) -> Iterable[Any]:
    for entry in serializers.deserialize("python", dumped):
        yield entry.object


def _move(plan: MergePlan, *, by: Any) -> None:
    """Tie to the survivor what was tied to the absorbed one; each item that owns a tie gets a new version."""
    touched: dict[type[Item], set[UUID]] = {}
    for tie in TIES[plan.survivor.kind]:
        moved = [row.pk for row in plan.moved if isinstance(row, tie.model)]
        dropped = [row.pk for row in plan.dropped if isinstance(row, tie.model)]
        if tie.owner in _OWNERS:
            rows = tie.model._default_manager.filter(pk__in=[*moved, *dropped])
            touched.setdefault(_OWNERS[tie.owner], set()).update(rows.values_list(tie.owner, flat=True))
        tie.model._default_manager.filter(pk__in=moved).update(**{tie.target: plan.survivor.pk})
        tie.model._default_manager.filter(pk__in=dropped).delete()
    Suggestion.objects.filter(pk__in=plan.suggestions).update(
        **{f"{plan.survivor.kind}_id": plan.survivor.pk}
    )
    for model, ids in touched.items():
        _note_versions(model, ids, by=by)


_OWNERS: dict[str, type[Item]] = {"article_id": Article, "event_id": Event}


def _note_versions(model: type[Item], ids: Iterable[UUID], *, by: Any) -> None:
    """A new version and revision of each item; what was in step with the public stays in step."""
    rows = model._default_manager.filter(pk__in=list(ids))
    rows.filter(published_version=F("version")).update(published_version=F("version") + 1)
    rows.update(version=F("version") + 1, updated_at=timezone.now(), updated_by=by)
    Revision.objects.bulk_create(
        [
            Revision(item_kind=item.kind, item_id=item.pk, version=item.version, data=capture(item), by=by)
            for item in rows.order_by("pk")
        ],
        ignore_conflicts=True,
    )


def _enrich(plan: MergePlan, *, by: Any) -> None:
    """The survivor as a new version: names, offices and authority links of the absorbed one with its own."""
    survivor = plan.survivor

    def save() -> None:
        survivor.save()
        if isinstance(survivor, Person):
            OtherName.objects.bulk_create(other_names(survivor, plan.names))
            Position.objects.filter(pk__in=[row.pk for row in plan.positions]).update(person=survivor)

    if isinstance(survivor, Person):
        survivor.same_as = [*survivor.same_as, *plan.same_as]
    _revise(survivor, by=by, save=save)


def _revise(item: Any, *, by: Any, save: Any) -> None:
    """Save through `revise`; whoever may merge need not be allowed to edit."""
    revise(item, by=None, save=save)
    if by is not None:
        type(item)._default_manager.filter(pk=item.pk).update(updated_by=by)
        Revision.objects.filter(item_kind=item.kind, item_id=item.pk, version=item.version).update(by=by)


def _follow(door: Door, live: list[UUID], old: UUID, new: UUID) -> list[list[Any]]:
    """Editions of the live items that refer to `old`, referring to `new`. Returns what was, for the way back."""
    was: list[list[Any]] = []

    def change(source: UUID, references: list[list[Any]]) -> list[list[Any]]:
        mine = next((ref for ref in references if ref[1] == str(old)), None)
        if mine is None:
            return references
        double = any(ref[0] == mine[0] and ref[1] == str(new) for ref in references)
        was.append([str(source), *mine, double])
        if double:
            return [ref for ref in references if ref is not mine]
        return [[ref[0], str(new), *ref[2:]] if ref is mine else ref for ref in references]

    republish(door, live, change)
    return was


def _follow_back(door: Door, was: list[list[Any]], old: UUID, new: UUID) -> None:
    """The same the other way; an item that has been published without the reference since is left alone."""
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
    """Ties that still exist go back; those that were dropped come back, where both ends are there."""
    touched: dict[type[Item], set[UUID]] = {}
    by_model = {tie.model: tie for tie in TIES[merge.item_kind]}
    for row in _load(record["moved"]):
        tie = by_model[type(row)]
        rows = tie.model._default_manager.filter(pk=row.pk, **{tie.target: merge.survivor_id})
        if rows.update(**{tie.target: merge.absorbed_id}) and tie.owner in _OWNERS:
            touched.setdefault(_OWNERS[tie.owner], set()).add(getattr(row, tie.owner))
    for row in _load(record["dropped"]):
        tie = by_model[type(row)]
        owner = tie.model._meta.get_field(tie.owner.removesuffix("_id")).related_model
        if owner._default_manager.filter(pk=getattr(row, tie.owner)).exists():
            row.save(force_insert=True)
            if tie.owner in _OWNERS:
                touched.setdefault(_OWNERS[tie.owner], set()).add(getattr(row, tie.owner))
    Suggestion.objects.filter(
        pk__in=record["suggestions"], **{f"{merge.item_kind}_id": merge.survivor_id}
    ).update(**{f"{merge.item_kind}_id": merge.absorbed_id})
    for model, ids in touched.items():
        _note_versions(model, ids, by=by)


def _impoverish(survivor: Item, absorbed: Item, record: dict[str, Any], *, by: Any) -> None:
    """Names, offices and links go back to the record they came from."""
    if not isinstance(survivor, Person) or not isinstance(absorbed, Person):
        _revise(survivor, by=by, save=survivor.save)
        return
    survivor.same_as = [address for address in survivor.same_as if address not in record["same_as"]]

    def save() -> None:
        survivor.save()
        survivor.other_names.filter(name__in=record["names"]).delete()
        survivor.positions.filter(pk__in=record["positions"]).update(person=absorbed)

    _revise(survivor, by=by, save=save)
    for other in _load(record["own_names"]):
        other.save(force_insert=True)
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
        document={**document, "edition": number, "last_published_at": documents.iso(door.now)},
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
