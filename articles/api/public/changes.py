"""The public log: what was published, changed and withdrawn, in the order of the commits and without gaps.

A client that keeps the number of the last line it read, and applies what follows, ends equal to a full crawl.
"""

from dataclasses import dataclass
from functools import partial
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from rest_framework.request import Request

from articles.api import pages, values
from articles.api.encoding import dumps, utc
from articles.api.problems import InvalidParameters
from articles.conf import conf
from articles.models.live import Change, Tombstone

from .base import StateView
from .kinds import KINDS
from .state import State


@dataclass(frozen=True, slots=True)
class Since:
    """Lines after this number, so many of them."""

    number: int
    size: int


class ChangeList(StateView):
    """`count` is how many lines follow `since`; `last` is the number to go on from when `next` is null."""

    parameters = frozenset({"since", "page_size"})
    keys = "changes"

    def read(self, request: Request) -> Since:
        """Both numbers."""
        query, reasons = request.GET, {}  # type: Any, dict[str, str]
        number = partial(values.number, least=0, most=999_999_999_999_999_999)
        size = partial(values.number, most=conf.max_page_size)
        since = Since(
            values.read(query, "since", number, reasons, 0),
            values.read(query, "page_size", size, reasons, conf.page_size),
        )
        if reasons:
            raise InvalidParameters(reasons)
        return since

    def build(self, request: Request, query: Since, state: State, **kwargs: Any) -> bytes:
        """One statement: each line with what its item is now."""
        lines = self.lines(query, state)
        addresses = {name: kind.addresses(request) for name, kind in KINDS.items()}
        results = []
        for number, what, kind, item_id, edition, at, slug, withdrawn_at, notice, replaced_by in lines:
            line = {
                "number": number,
                "what": what,
                "kind": kind,
                "id": str(item_id),
                "edition": edition,
                "at": utc(at),
                # The item as it is now: neither where it was withdrawn later.
                "slug": slug,
                "api_url": f"{addresses[kind].base}{slug}/" if slug else None,
                "tombstone": None,
            }
            if withdrawn_at and not slug:
                line["tombstone"] = {
                    "withdrawn_at": utc(withdrawn_at),
                    "notice": notice,
                    "replaced_by": str(replaced_by) if replaced_by else None,
                }
            results.append(line)
        base = request.build_absolute_uri(request.path)
        last = results[-1]["number"] if results else min(query.number, state.change)
        following = pages.address(base, request.GET, since=str(last)) if last < state.change else None
        body = {
            "count": max(0, state.change - query.number),
            "next": following,
            "previous": None,
            "last": last,
            "results": results,
        }
        return dumps(body).encode()

    def lines(self, query: Since, state: State) -> QuerySet:
        """Not beyond the state that was read: what is committed meanwhile comes with the next request."""
        slugs = [Subquery(kind.rows.filter(id=OuterRef("item_id")).values("slug")) for kind in KINDS.values()]
        tombstone = Tombstone.objects.filter(id=OuterRef("item_id"))
        return (
            Change.objects.filter(number__gt=query.number, number__lte=state.change)
            .order_by("number")
            .values_list(
                "number",
                "what",
                "kind",
                "item_id",
                "edition",
                "at",
                Coalesce(*slugs),
                Subquery(tombstone.values("withdrawn_at")),
                Subquery(tombstone.values("notice")),
                Subquery(tombstone.values("replaced_by")),
            )[: query.size]
        )
