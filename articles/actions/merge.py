"""Merge: one record becomes a part of another, on the desk and in public, and can be taken out again."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.core import serializers
from django.db import models
from django.utils.translation import gettext as _

from ..models.base import Item, State
from ..models.live import OldSlug
from ..models.merge import Merge
from ..models.person import OtherName, Person, Position
from ..models.source import Suggestion
from .audit import Verb, note
from .door import Door, open_door
from .errors import Refused
from .merge_plan import MergePlan, other_names, plan_merge
from .pending import What, settle
from .permissions import require
from .publish import publish_through
from .republish import republish
from .revise import revise_as
from .ties import TIES, lock_owners, note_versions, owners_of
from .used import refused_while_used
from .versions import check_version, lock, lock_ties


def merge(survivor: Item, absorbed: Item, *, by: Any, seen: Mapping[UUID, int] | None = None) -> Merge:
    """Make `absorbed` a part of `survivor`, a person or an event each.

    Mentions, participations and coverage move without doubles, its names become other names, its old addresses
    lead to the survivor, and live documents follow. `undo_merge` takes it apart again. The survivor keeps its own
    name, dates and texts. What is public moves with it, which needs the permission to publish. Raises `Refused`
    where both cannot be one. With `seen`, versions by id, a record that was saved since raises `Conflict`.
    """
    require(by, "merge", survivor)
    with open_door() as door:
        lock_owners(owners_of(absorbed))
        for item in (survivor, absorbed):
            check_version(item, (seen or {}).get(item.pk))
        survivor, absorbed = _fresh(survivor, absorbed)
        lock_ties(absorbed)
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
            "own_positions": _dump(plan.positions),
            "same_as": plan.same_as,
            "suggestions": [str(pk) for pk in plan.suggestions],
            "slugs": list(OldSlug.objects.filter(item_id=absorbed.pk).values_list("digest", flat=True)),
            "own_names": _dump(absorbed.other_names.all()) if isinstance(absorbed, Person) else [],
        }
        _move(plan, by=by)
        _enrich(plan, by=by)
        record["references"] = _follow(door, plan.live, absorbed.pk, survivor.pk)
        if was_live:
            with refused_while_used(absorbed.label):
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
            publish_survivor(door, survivor, by=by)
        note(Verb.MERGE, survivor, by=by, absorbed=absorbed.label, absorbed_id=str(absorbed.pk))
        note(Verb.MERGE, absorbed, by=by, into=survivor.label, into_id=str(survivor.pk))
        return Merge.objects.create(
            item_kind=survivor.kind, survivor_id=survivor.pk, absorbed_id=absorbed.pk, record=record, by=by
        )


def merge_many(
    survivor: Item, absorbed: Sequence[Item], *, by: Any, seen: Mapping[UUID, int] | None = None
) -> list[Merge]:
    """Merge several records into one, all or none."""
    merges: list[Merge] = []
    with open_door():
        # Of all, before the first merge locks a record that somebody saving an article of another may wait for.
        lock_owners(owners_of(*absorbed))
        for item in absorbed:
            merges.append(merge(survivor, item, by=by, seen=seen))
            # From here on it is ours: what it took in is a new version.
            seen = {pk: version for pk, version in (seen or {}).items() if pk != survivor.pk}
    return merges


def publish_survivor(door: Door, survivor: Item, *, by: Any) -> None:
    """The public record follows where nothing else was waiting to be published with it."""
    (outcome,) = publish_through(door, [survivor], by=by)
    if outcome.edition is None:
        raise Refused(outcome.messages)


def _fresh(survivor: Item, absorbed: Item) -> tuple[Item, Item]:
    """Both locked and read again, fit to be merged."""
    if survivor.kind != absorbed.kind or survivor.kind not in TIES:
        raise Refused(_("Only two people or two events can be merged."))
    if survivor.pk == absorbed.pk:
        raise Refused(_("“%(title)s” cannot be merged into itself.") % {"title": survivor})
    rows = lock(type(survivor)).filter(pk__in=[survivor.pk, absorbed.pk])
    found = {row.pk: row for row in rows.order_by("pk")}
    problems = []
    for item in (survivor, absorbed):
        if item.pk not in found:
            problems.append(_("“%(title)s” is no longer there: somebody deleted it.") % {"title": item})
        elif found[item.pk].withdrawn_at is not None:
            problems.append(_("“%(title)s” is withdrawn or merged already.") % {"title": item})
    if problems:
        raise Refused(problems)
    one, other = found[survivor.pk], found[absorbed.pk]
    if other.live_edition is not None and one.live_edition is None:
        shown = {"title": one, "other": other}
        raise Refused(_("“%(other)s” is public and “%(title)s” is not: publish that first.") % shown)
    return one, other


def _dump(rows: Iterable[models.Model]) -> list[dict[str, Any]]:
    return serializers.serialize("python", rows)


def _move(plan: MergePlan, *, by: Any) -> None:
    """Tie to the survivor what was tied to the absorbed one; each item that owns a tie gets a new version."""
    touched: dict[type[Item], set[UUID]] = {}
    for tie in TIES[plan.survivor.kind]:
        moved = [row.pk for row in plan.moved if isinstance(row, tie.model)]
        dropped = [row.pk for row in plan.dropped if isinstance(row, tie.model)]
        if tie.is_owned:
            rows = tie.model._default_manager.filter(pk__in=[*moved, *dropped])
            touched.setdefault(tie.owner_model, set()).update(rows.values_list(tie.owner, flat=True))
        tie.model._default_manager.filter(pk__in=moved).update(**{tie.target: plan.survivor.pk})
        tie.model._default_manager.filter(pk__in=dropped).delete()
    Suggestion.objects.filter(pk__in=plan.suggestions).update(
        **{f"{plan.survivor.kind}_id": plan.survivor.pk}
    )
    for model, ids in touched.items():
        note_versions(model, ids, by=by)


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
    revise_as(survivor, by=by, save=save)


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
