"""One name across the collection: what waits under it in all articles, decided at once."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Count, QuerySet
from django.db.models.fields.json import KT
from django.utils.translation import gettext as _

from ..models.article import Article
from ..models.source import Suggestion
from .correction import correct
from .decide import accept_many, reject_many
from .directory import Directory
from .errors import Refused
from .permissions import require

MOST = 1000
"""Suggestions that are decided at once where those of a later turn would be decided alike."""


def waiting_names() -> QuerySet[Any, Any]:
    """`{"kind", "name", "count"}` of what waits, the commonest first."""
    waiting = Suggestion.objects.waiting().filter(kind__in=Suggestion.NAMED)
    named = waiting.annotate(name=KT("value__name")).order_by()
    return named.values("kind", "name").annotate(count=Count("pk")).order_by("-count", "kind", "name")


def waiting_under(kind: str, name: str) -> QuerySet[Suggestion]:
    """The suggestions of one name that nobody has decided on, oldest article first."""
    waiting = Suggestion.objects.waiting().filter(kind=kind, value__name=name)
    return waiting.order_by("article__created_at", "article_id", "id")


def decide_name(
    kind: str,
    name: str,
    *,
    accept: bool,
    by: Any,
    ids: Sequence[UUID] | None = None,
    record: UUID | None = None,
    apart: bool = False,
    corrected: str | None = None,
) -> int:
    """Accept (as `record`, a person or an event on the desk, if it is given) or reject what waits under one name.

    People of whom nobody is on record are one, and so they are with `apart`: one who is none of those on record.
    `corrected` is the name as it should have been read; raises `ValidationError` where it is none. `ids` narrows it
    down to some of it. Returns how many that were, `MOST` at most: ask again for the rest. With `apart` there is none:
    it would be yet another person.
    """
    if kind not in Suggestion.NAMED:
        raise Refused(_("Only people and events go by a name."))
    require(by, "change", Article)
    with transaction.atomic():
        rows = waiting_under(kind, name)
        if ids is not None:
            rows = rows.filter(pk__in=ids)
        found = list(rows if apart else rows[:MOST])
        if accept:
            if corrected is not None:
                for suggestion in found:
                    correct(suggestion, {"name": corrected})
            _accept_as(found, record, apart=apart, by=by)
        else:
            reject_many(found, by=by)
    return len(found)


def _accept_as(found: Sequence[Suggestion], record: UUID | None, *, apart: bool, by: Any) -> None:
    rest = found
    if found and (apart or (record is None and _is_new(found[0]))):
        # The first of them makes the new record, which is the one meant by the others.
        first, *rest = found
        first.apart = apart
        accept_many([first], by=by)
        record = Suggestion.objects.values_list("person_id", flat=True).get(pk=first.pk)
    for suggestion in rest:
        if record is not None:
            setattr(suggestion, f"{suggestion.kind}_id", record)
    accept_many(rest, by=by)


def _is_new(suggestion: Suggestion) -> bool:
    """Whether it is of a person, and nobody of that name is on record."""
    return suggestion.kind == Suggestion.Kind.PERSON and not Directory.of([suggestion]).find(suggestion)
