"""What merging two people or two events would move: read from the desk, nothing is written."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import models

from ..models.base import Item
from ..models.edition import Reference
from ..models.person import OtherName, Person, Position
from ..models.source import Suggestion
from ..text.fold import name_key
from .same import same_office
from .ties import TIES


@dataclass(slots=True)
class MergePlan:
    """What moves from `absorbed` to `survivor`. Rows that both have are dropped from the absorbed one."""

    survivor: Item
    absorbed: Item
    moved: list[models.Model] = field(default_factory=list)
    dropped: list[models.Model] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    """New other names of the survivor."""
    positions: list[Position] = field(default_factory=list)
    same_as: list[str] = field(default_factory=list)
    suggestions: list[UUID] = field(default_factory=list)
    live: list[UUID] = field(default_factory=list)
    """Live items whose documents follow."""

    def owners(self, model: type[Any]) -> tuple[list[UUID], list[UUID]]:
        """Ids of the other ends of moved and of dropped rows of `model`."""
        tie = next(tie for tie in TIES[self.survivor.kind] if tie.model is model)
        sides = (self.moved, self.dropped)
        moved, dropped = (
            [getattr(row, tie.owner) for row in rows if isinstance(row, model)] for rows in sides
        )
        return moved, dropped


def plan_merge(survivor: Item, absorbed: Item) -> MergePlan:
    """What `merge` would do, for an editor to look at."""
    plan = MergePlan(survivor, absorbed)
    for tie in TIES[survivor.kind]:
        rows = tie.model._default_manager
        there = set(rows.filter(**{tie.target: survivor.pk}).values_list(tie.owner, flat=True))
        for row in rows.filter(**{tie.target: absorbed.pk}).order_by("pk"):
            (plan.dropped if getattr(row, tie.owner) in there else plan.moved).append(row)
    if isinstance(survivor, Person) and isinstance(absorbed, Person):
        _plan_person(plan, survivor, absorbed)
    suggested = Suggestion.objects.filter(**{f"{survivor.kind}_id": absorbed.pk})
    plan.suggestions = list(suggested.order_by("pk").values_list("pk", flat=True))
    # Editions keep references to records that are not public too, and theirs follow as well.
    sources = Reference.objects.filter(target_id=absorbed.pk).values_list("source_id", flat=True)
    plan.live = sorted(set(sources), key=str)
    return plan


def _plan_person(plan: MergePlan, survivor: Person, absorbed: Person) -> None:
    known = {survivor.name, *(other.name for other in survivor.other_names.all())}
    for name in (absorbed.name, *(other.name for other in absorbed.other_names.all())):
        if name not in known:
            known.add(name)
            plan.names.append(name)
    offices = list(survivor.positions.all())
    for position in absorbed.positions.all():
        if not any(same_office(position, office) for office in offices):
            plan.positions.append(position)
    plan.same_as = [address for address in absorbed.same_as if address not in survivor.same_as]


def other_names(person: Person, names: list[str]) -> list[OtherName]:
    """Unsaved rows for new other names."""
    return [OtherName(person=person, name=name, name_key=name_key(name)) for name in names]
