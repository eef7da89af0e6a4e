"""What the panels of the admin read: the public side of an item, its editions and uses; and folded search."""

import re
from dataclasses import dataclass
from typing import Any

from django.contrib.admin import AdminSite
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import NoReverseMatch
from django.utils.text import smart_split, unescape_string_literal

from ..models import Edition, Item, Merge, State, Tombstone
from ..models.folded import with_words
from ..models.live import LIVE_MODELS, public_address
from ..text.fold import fold
from .pages import admin_url, id_from
from .words import date_in_words

EDITIONS_SHOWN = 20
USES_SHOWN = 15
_QUOTES = str.maketrans("“”„", '"""')
_QUOTED = re.compile('".*"', re.DOTALL)


def search(queryset: QuerySet, term: str) -> QuerySet:
    """Items whose folded text has every word of `term`; an id finds its item."""
    term = term.replace("\0", "").strip()
    if pk := id_from(term):
        return queryset.filter(pk=pk)
    parts = smart_split(fold(term.translate(_QUOTES)))
    words = (unescape_string_literal(part) if _QUOTED.fullmatch(part) else part for part in parts)
    return with_words(queryset, filter(None, words))


@dataclass(frozen=True, slots=True)
class PublicSide:
    """What the public gets of an item now."""

    edition: int | None = None
    url: str = ""
    notice: str = ""
    replacement: Item | None = None
    merged: bool = False
    """Whether it is a part of its replacement now."""


def public_side(item: Item) -> PublicSide:
    if item.live_edition is not None:
        live = LIVE_MODELS[item.kind].objects.filter(pk=item.pk).values("slug", "edition").first()
        if live:
            return PublicSide(edition=live["edition"], url=public_url(item.kind, live["slug"]))
    if item.withdrawn_at is not None:
        stone = Tombstone.objects.filter(pk=item.pk).first()
        stayed = stays(item)
        by = stayed
        if stone and stone.replaced_by and stayed is None:
            by = type(item)._default_manager.filter(pk=stone.replaced_by).first()
        return PublicSide(notice=stone.notice if stone else "", replacement=by, merged=stayed is not None)
    return PublicSide()


def stays(item: Item) -> Item | None:
    """The record that `item` was merged into, and that stands for it."""
    pk = Merge.stayed([str(item.pk)]).get(str(item.pk))
    return type(item)._default_manager.filter(pk=pk).first() if pk else None


def public_url(kind: str, slug: str) -> str:
    """Where readers find a live item: on the frontend, or in the API; empty where there is neither."""
    try:
        return public_address(kind, slug)
    except NoReverseMatch:
        return ""


def editions(item: Item) -> list[Any]:
    """The newest editions, without their documents."""
    if not item.was_ever_published:
        return []
    found = Edition.objects.filter(item_id=item.pk).select_related("by").defer("document", "references")
    return list(found.order_by("-number")[:EDITIONS_SHOWN])


@dataclass(frozen=True, slots=True)
class Uses:
    """Items of one kind that use an item: the first of them, and where the rest is listed."""

    title: str
    items: list[tuple[Item, str, str]]
    """Each with where it is edited, and what tells it from another of its name."""
    more: str
    """Address of the list of all; empty when all are here."""


def uses(
    site: AdminSite, request: HttpRequest, model: type[Item], by: str, item: Item, found: QuerySet
) -> Uses:
    """`by` is the list filter of `model` that leads to the rest."""
    title = str(model._meta.verbose_name_plural)
    if not site._registry[model].has_view_or_change_permission(request):
        return Uses(title, [], "")
    rows = list(found.defer("folded")[: USES_SHOWN + 1])
    links = [(row, admin_url(site, model, "change", row.pk), _told_apart(row)) for row in rows[:USES_SHOWN]]
    more = f"{admin_url(site, model, 'changelist')}?{by}={item.pk}" if len(rows) > USES_SHOWN else ""
    return Uses(title, links, more)


def _told_apart(item: Any) -> str:
    """The date of an article or an event, and its state where readers do not have it as it stands."""
    state = "" if item.state == State.LIVE else str(item.state.label)
    return " · ".join(filter(None, [date_in_words(item.date), state]))
