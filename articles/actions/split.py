"""Split: a record that was two people, or two events, gives a part of what is tied to it to a new one."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from ..models.base import Item, State
from ..models.edition import Reference
from ..models.event import Event
from ..models.person import Person
from ..models.source import Suggestion
from .audit import Verb, note
from .door import open_door
from .errors import Refused
from .merge import publish_survivor
from .permissions import require
from .republish import republish
from .revise import revise_as
from .ties import TIES, lock_owners, note_versions
from .versions import check_version, lock


def split(
    item: Item, *, by: Any, name: str, owners: Collection[UUID], names: Collection[UUID] = (),
    positions: Collection[UUID] = (), expected_version: int | None = None,
) -> Item:  # fmt: skip
    """Make a new record called `name` out of a part of `item`, a person or an event; returns it.

    `owners` are the ids of the other ends of the ties that go along (articles, events, participants), `names` and
    `positions` those of a person's other names and offices. Live documents follow at once: where `item` is public,
    the new one is published too, which needs the permission to publish. Merging the two takes it back.
    With `expected_version`, the version the editor looked at, a save in between raises `Conflict`.
    """
    require(by, "merge", item)
    with open_door() as door:
        lock_owners((tie, owners) for tie in TIES.get(item.kind, ()))
        check_version(item, expected_version)
        fresh: Any = lock(type(item)).filter(pk=item.pk).first()
        _check(fresh, item, name, owners)
        in_step = fresh.state == State.LIVE
        if fresh.live_edition is not None:
            require(by, "publish", fresh)
        new = _like(fresh, name.strip())
        revise_as(new, by=by, save=new.save)
        moved = _move_ties(fresh, new, owners, by=by)
        if not moved:
            raise Refused(_("None of what you chose is tied to “%(title)s” any more.") % {"title": fresh})

        def save() -> None:
            fresh.save()
            if isinstance(fresh, Person):
                fresh.other_names.filter(pk__in=names).update(person=new)
                fresh.positions.filter(pk__in=positions).update(person=new)

        revise_as(fresh, by=by, save=save)
        revise_as(new, by=by, save=new.save)
        if fresh.live_edition is not None:
            publish_survivor(door, new, by=by)
            _follow(door, moved, fresh.pk, new.pk)
        if in_step:
            publish_survivor(door, fresh, by=by)
        note(Verb.SPLIT, fresh, by=by, into=new.label, into_id=str(new.pk))
        note(Verb.SPLIT, new, by=by, other=fresh.label, other_id=str(fresh.pk))
    return type(new)._default_manager.get(pk=new.pk)


def _check(fresh: Item | None, item: Item, name: str, owners: Collection[UUID]) -> None:
    if item.kind not in TIES:
        raise Refused(_("Only people and events can be split."))
    if fresh is None:
        raise Refused(_("“%(title)s” is no longer there: somebody deleted it.") % {"title": item})
    if fresh.withdrawn_at is not None:
        raise Refused(_("“%(title)s” is withdrawn or merged already.") % {"title": item})
    problems = []
    if not name.strip():
        problems.append(_("Give the new record a name."))
    longest: Any = type(item)._meta.get_field(item.label_field).max_length  # type: ignore[union-attr]
    if len(name.strip()) > longest:
        problems.append(_("A name has %(limit)d characters at most.") % {"limit": longest})
    if not owners:
        problems.append(_("Choose what belongs to the new record."))
    if problems:
        raise Refused(problems)


def _like(item: Any, name: str) -> Item:
    if isinstance(item, Person):
        return Person(name=name)
    return Event(
        name=name,
        event_kind=item.event_kind,
        date=item.date,
        date_inferred=item.date_inferred,
        place=item.place,
    )


def _move_ties(item: Item, new: Item, owners: Collection[UUID], *, by: Any) -> set[UUID]:
    """Tie to `new` what these owners had tied to `item`; returns the owners that had."""
    moved: set[UUID] = set()
    for tie in TIES[item.kind]:
        rows = tie.model._default_manager.filter(**{tie.target: item.pk, f"{tie.owner}__in": owners})
        ids = set(rows.values_list(tie.owner, flat=True))
        rows.update(**{tie.target: new.pk})
        moved |= ids
        if tie.is_owned:
            note_versions(tie.owner_model, ids, by=by)
    Suggestion.objects.filter(**{f"{item.kind}_id": item.pk}, article__in=moved).update(
        **{f"{item.kind}_id": new.pk}
    )
    return moved


def _follow(door: Any, moved: set[UUID], old: UUID, new: UUID) -> None:
    """The live documents of these owners refer to the new record."""

    def change(_source: UUID, references: list[list[Any]]) -> list[list[Any]]:
        return [[ref[0], str(new), *ref[2:]] if ref[1] == str(old) else ref for ref in references]

    live = Reference.objects.filter(source_id__in=moved, target_id=old).values_list("source_id", flat=True)
    republish(door, sorted(set(live), key=str), change)
