"""The rows that a search and filters leave, as each use of them is best asked for."""

from dataclasses import dataclass, replace
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db.models import QuerySet
from rest_framework.request import Request

from articles import search

from .base import StateView
from .filters import LiveFilterSet
from .kinds import Kind
from .state import State, read_state
from .walks import Rows, Test, Walk, rows_in, rows_with

LARGE = 8
"""Of one row in so many it is sooner asked on the way through an index whether it is meant, than each looked up."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a query finds among the rows of a kind; of nothing asked, all of them."""

    kind: Kind
    query: search.Query | None
    filters: LiveFilterSet | None = None
    walk: Walk | None = None
    """The rows that the filters leave, where they are one."""
    passed_over: bool = False
    """Whether some of the filters asked for are not among these, as they left nothing out when they were looked up."""

    @property
    def among(self) -> search.Ids | QuerySet | None:
        """The rows that are searched, where filters leave some only."""
        if self.walk is None:
            return self.filters.qs if self.filters else None
        rows = self.walk.rows_of()
        return search.Ids(rows.ids, rows.params, self.walk.most)

    @property
    def tested(self) -> Walk | None:
        """The walk with the search as one more test of its rows, where these are not few: all hits are read for it."""
        if self.walk is None or not self.query or (self.walk.most or 0) <= search.FEW:
            return None
        return self.walk.tested(Test(*search.test(self.kind.rows, self.query)))

    def count(self) -> int:
        """How many there are."""
        if self.query is None:
            rows = self.filters.qs if self.filters else self.kind.rows
            return rows.count()
        return (
            self.tested.count()
            if self.tested
            else search.count(self.kind.rows, self.query, within=self.among)
        )

    @property
    def most(self) -> int:
        """How many there are at most, where that takes no more than one count in an index; else 0."""
        if self.walk:
            return self.walk.most or 0
        return self.count() if self.query and self.filters is None else 0

    def all(self, *, many: bool, most: int, total: int) -> Rows | None:
        """All of them, at most so many; None where nothing is asked.

        `many` are enough to be met on a walk through the rows of the kind, of which there are `total`.
        """
        large = most * LARGE > total
        rows = self._rows(many=many, large=large)
        if rows is None or not large:
            return rows
        # By several values a row may be met several times.
        return replace(rows, large=max(most, self.walk.most or 0) if self.walk else most)

    def _rows(self, *, many: bool, large: bool) -> Rows | None:
        if self.query is None:
            if self.walk:
                return self.walk.rows_of()
            return rows_in(self.filters.qs) if self.filters else None
        if many and self.tested:
            return self.tested.rows_of()
        try:
            hits = self.query and search.hits(self.kind.rows, self.query, within=self.among, large=large)
        except EmptyResultSet:
            hits = None
        return rows_with(self.kind.model, hits.sql, hits.params) if hits else rows_in(self.kind.rows.none())

    def in_order(self, *, many: bool) -> QuerySet:
        """The same for a page of them in the order of an index."""
        if self.query and not many:
            return search.match(self.kind.rows, self.query, within=self.among)
        rows = self.filters.rows if self.filters else self.kind.rows
        return search.tested(rows, self.query) if self.query else rows


class FindingView(StateView):
    """A view of what a `query` and `filters` find, both members of the query that it reads."""

    kind: Kind

    def begin(self, request: Request, query: Any) -> tuple[State, dict[str, Any]]:
        """The state with what filters look up, where somebody is to read more."""
        if query.filters is None or request.method == "HEAD" or self.is_conditional(request):
            return super().begin(request, query)
        state, chosen = self._look_up(query)
        return state, {"chosen": chosen}

    def build(
        self, request: Request, query: Any, state: State, chosen: Found | None = None, **found: Any
    ) -> bytes:
        """What is found. If the log went on since filters were passed over, all of them are asked: what came in
        meanwhile may be what they leave out."""
        if chosen is None:
            chosen = self._look_up(query)[1] if query.filters else Found(self.kind, query.query)
        body = self.tell(request, query, state, chosen, **found)
        if chosen.passed_over and read_state() != state:
            every = Found(self.kind, query.query, query.filters, query.filters.walk())
            body = self.tell(request, query, state, every)
        return body

    def tell(self, request: Request, query: Any, state: State, chosen: Found, **found: Any) -> bytes:
        """The body."""
        raise NotImplementedError

    def _look_up(self, query: Any) -> tuple[State, Found]:
        state, walk = query.filters.state_and_walk()
        if walk and walk.is_whole:
            # Filters that leave no row out are none.
            return state, Found(self.kind, query.query, passed_over=True)
        passed_over = walk is not None and walk.passed_over
        return state, Found(self.kind, query.query, query.filters, walk, passed_over)
