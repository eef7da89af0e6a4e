"""Likely the same: people, or events, whose names may be one; and saying that two of them are not."""

from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from ..models.base import Item
from ..models.event import Event
from ..models.merge import Distinct
from ..models.person import OtherName, Person
from ..text.people.alike_names import Likely, likely
from .audit import Verb, note
from .errors import Refused
from .permissions import require


def likely_same(kind: str) -> list[Likely]:
    """Pairs of ids that nobody has told apart yet, the surest first. Reads names and ids only, whatever the archive."""
    apart = set(Distinct.objects.filter(item_kind=kind).values_list("one", "other"))
    dates: dict[UUID, str] = {}
    if kind == Person.kind:
        pairs = likely(_people())
    else:
        rows = (
            Event.objects.filter(withdrawn_at=None).order_by("name", "id").values_list("pk", "name", "date")
        )
        events = list(rows)
        dates = {pk: date for pk, _name, date in events if date}
        pairs = likely((pk, name) for pk, name, _date in events)
    return [
        pair
        for pair in pairs
        if _ordered(pair.one, pair.other) not in apart and not _two_days(dates, pair.one, pair.other)
    ]


def _two_days(dates: Mapping[UUID, str], one: UUID, other: UUID) -> bool:
    """Whether two events say different dates: then they are two."""
    return one in dates and other in dates and dates[one] != dates[other]


def _people() -> Iterator[tuple[UUID, str]]:
    # What was merged away has no key any more; what was withdrawn cannot be merged.
    people = Person.objects.filter(withdrawn_at=None)
    yield from people.order_by("name", "id").values_list("pk", "name").iterator()
    others = OtherName.objects.filter(person__withdrawn_at=None).order_by("id")
    yield from others.values_list("person_id", "name").iterator()


def keep_apart(one: Item, other: Item, *, by: Any) -> None:
    """Say that two records are not the same; they are not offered again."""
    require(by, "merge", one)
    if one.kind != other.kind or one.pk == other.pk:
        raise Refused(_("Only two people or two events can be told apart."))
    first, second = _ordered(one.pk, other.pk)
    with transaction.atomic():
        _row, new = Distinct.objects.get_or_create(
            one=first, other=second, defaults={"item_kind": one.kind, "by": by}
        )
        if new:
            for this, that in ((one, other), (other, one)):
                note(Verb.KEEP_APART, this, by=by, other=that.label)


def _ordered(one: UUID, other: UUID) -> tuple[UUID, UUID]:
    return (one, other) if str(one) < str(other) else (other, one)
