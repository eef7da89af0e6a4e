"""Lists of live items: the stored JSON as it stands, in two statements.

The state with what the filters name, then the rows. In three where the rows have to be counted before it is known how
a page of them is best asked for: those of a search, and of several filters in another order than by date. One more
where a filter left nothing out: see `FindingView`.
"""

from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

from django.db.models import F
from django.http import QueryDict
from django.utils.translation import gettext as _
from rest_framework.request import Request

from articles import search
from articles.api import pages, values
from articles.api.pages import Beyond, Page
from articles.api.problems import InvalidParameters
from articles.conf import conf

from . import expand, facets
from .filters import LiveFilterSet
from .found import FindingView, Found
from .kinds import ARTICLE, EVENT, PERSON, Kind
from .members import choose, kept_in, read_members
from .state import State, state_of
from .walks import Walk

RELEVANCE = "relevance"
BY_INDEX = (RELEVANCE, "-date")
"""Orderings of a search that its index has by itself; they lead forward only."""
MANY = 50
"""One row in so many is dense enough to walk the order's index and test each row."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A list's query, understood."""

    page: Page
    ordering: str
    query: search.Query | None
    filters: LiveFilterSet | None
    members: tuple[str, ...] | None
    """The members of each item that were chosen; None: as lists are."""
    expanded: tuple[str, ...]
    facets: tuple[str, ...]


class ItemList(FindingView):
    """The list of one kind."""

    kind: Kind
    facet_names: tuple[str, ...] = ()
    """What this list can be divided by."""

    @property
    def parameters(self) -> frozenset[str]:  # type: ignore[override]
        """All that a list of this kind understands."""
        filters = self.kind.filters.known()
        shape = {"q", "ordering", "fields", "omit"} | ({"facets"} if self.facet_names else set())
        return pages.PARAMETERS | expand.parameters(self.kind) | shape | frozenset(filters)

    @property
    def keys(self) -> str:  # type: ignore[override]
        """Purged whenever an item of the kind changes."""
        return self.kind.plural

    def read(self, request: Request) -> Asked:
        """Everything at once, so that one 400 names all that is wrong."""
        query, reasons = request.GET, {}  # type: QueryDict, dict[str, str]
        asked = values.read(query, "q", values.search_query, reasons)
        ordering = self._ordering(query, reasons)
        members = read_members(query, self.kind, reasons)
        expanded = expand.read(query, self.kind, reasons)
        divided: list[str] = []
        if self.facet_names:
            known = partial(values.names, known=self.facet_names)
            divided = values.read(query, "facets", known, reasons, divided)
        # Other kinds have orderings of the same names: their cursors are places in other lists.
        page = pages.read(query, f"{self.kind.name} {ordering}", reasons)
        filters = self.kind.read_filters(query, reasons)
        if reasons:
            raise InvalidParameters(reasons)
        return Asked(page, ordering, asked, filters, members, expanded, tuple(divided))

    def _ordering(self, query: QueryDict, reasons: dict[str, str]) -> str:
        def known(text: str) -> str:
            if text == RELEVANCE and "q" not in query:
                raise values.Malformed(_("relevance needs q"))
            return values.one_of(text, (*self.kind.orderings, RELEVANCE))

        default = RELEVANCE if "q" in query else next(iter(self.kind.orderings))
        return values.read(query, "ordering", known, reasons, default)

    def begin(self, request: Request, query: Asked) -> tuple[State, dict[str, Any]]:
        """All rows of a kind in one statement with the state, where somebody is to read them."""
        narrowed = query.query is not None or query.filters is not None
        if narrowed or request.method == "HEAD" or self.is_conditional(request):
            return super().begin(request, query)
        rows = self._walked(query, Walk(self.kind.model, 0), self._columns(query), with_state=True)
        if not rows:
            return super().begin(request, query)
        return state_of(rows[0][-1]), {"rows": [row[:-1] for row in rows]}

    def tell(
        self, request: Request, query: Asked, state: State, chosen: Found, rows: list[tuple] | None = None,
        **kwargs: Any,
    ) -> bytes:  # fmt: skip
        """Count, rows, and the addresses around them."""
        columns = self._columns(query)
        walk = self._walk(query, state, chosen)
        total = walk.total if walk else chosen.count()
        if walk and total is None:
            total, rows = self._counted(query, walk, columns)
        assert total is not None
        many = total * MANY > getattr(state, self.kind.plural)
        if chosen.filters:
            chosen.filters.many = many
        base = self.address
        if rows is None:
            rows = self._rows(query, columns, total, walk, chosen, many=many)
        rows, following, preceding = self._turn(query, rows, len(columns), total, base, request.GET)
        addresses = self.kind.addresses(request, base)
        items = [self.item(row, addresses, query.members) for row in rows]
        if query.expanded:
            items = expand.expand(items, self.kind, query.expanded, request)
        members = {}
        if query.facets:
            divided = chosen.all(many=many, most=total, total=state.articles)
            members["facets"] = facets.count(query.facets, divided, state)
        return pages.envelope(total, following, preceding, items, **members)

    def _columns(self, query: Asked) -> tuple[str, ...]:
        return (kept_in(self.kind, query.members), "slug", "id", *self.kind.counts)

    def _walk(self, query: Asked, state: State, chosen: Found) -> Walk | None:
        """The rows of all pages as one walk, which knows their number."""
        if query.query is not None:
            return None
        return chosen.walk if chosen.filters else Walk(self.kind.model, getattr(state, self.kind.plural))

    def _rows(
        self,
        query: Asked,
        columns: tuple[str, ...],
        total: int,
        walk: Walk | None,
        chosen: Found,
        *,
        many: bool,
    ) -> list[tuple]:
        """The rows of the page, columns first, then the sort values."""
        page = query.page
        if query.query is not None and query.ordering in BY_INDEX:
            found = search.ranked(
                self.kind.rows, query.query, columns, within=chosen.among, limit=page.wanted, offset=page.offset,
                after=page.after, by_date=query.ordering != RELEVANCE, total=total,
            )  # fmt: skip
            return [(*row[3:], *row[:3]) for row in found]
        if not total:
            return []
        column, descending = self._order(query)
        if walk and walk.follows(column):
            return self._walked(query, walk, columns)
        rows = chosen.in_order(many=many)
        if page.after:
            rows = rows.filter(Beyond(column, page.after, descending=descending))
        order = [F(name).desc() if descending else F(name).asc() for name in (column, "id")]
        ordered = rows.order_by(*order).values_list(*columns, column, "id")
        return list(ordered[page.offset : page.offset + page.wanted])

    def _walked(self, query: Asked, walk: Walk, columns: tuple[str, ...], **more: bool) -> list[tuple]:
        column, descending = self._order(query)
        page = query.page
        return walk.rows(
            columns, column, descending=descending, after=page.after, limit=page.wanted, offset=page.offset,
            **more,
        )  # fmt: skip

    def _counted(self, query: Asked, walk: Walk, columns: tuple[str, ...]) -> tuple[int, list[tuple] | None]:
        """The number of all rows with those of the page, in one statement, or two where there is no row to tell it.

        None for the page where the walk is in another order.
        """
        if not walk.follows(self._order(query)[0]):
            return walk.count(), None
        rows = self._walked(query, walk, columns, with_count=True)
        if rows:
            return rows[0][-1], [row[:-1] for row in rows]
        return (walk.count() if query.page.offset or query.page.after else 0), []

    def _order(self, query: Asked) -> tuple[str, bool]:
        """The column that rows are read by, and whether downwards: backwards they are read from the end."""
        column, descending = self.kind.orderings[query.ordering]
        return column, descending != query.page.backwards

    def _turn(
        self, query: Asked, rows: list[tuple], width: int, total: int, base: str, given: QueryDict
    ) -> tuple[list[tuple], str | None, str | None]:
        """The rows of the page in their order, and the addresses beside it; sort values begin at `width`."""
        page = query.page
        by_index = query.query is not None and query.ordering in BY_INDEX
        more = len(rows) > page.size
        rows = rows[: page.size]
        if page.backwards:
            rows.reverse()

        def turn(row: tuple, *, backwards: bool = False) -> str:
            place = tuple(str(value) if isinstance(value, UUID) else value for value in row[width:])
            return pages.address(
                base, given, page=None, cursor=pages.cursor(page, place, backwards=backwards)
            )

        following = preceding = None
        if page.number:
            if page.number > 1:
                preceding = pages.address(base, given, page=str(min(page.number - 1, page.last(total))))
            if rows and page.offset + len(rows) < total:
                number = page.number + 1
                deep = number > conf.max_page
                following = turn(rows[-1]) if deep else pages.address(base, given, page=str(number))
        elif rows:
            if more or page.backwards:
                following = turn(rows[-1])
            if (page.after and not page.backwards) or (more and page.backwards):
                preceding = None if by_index else turn(rows[0], backwards=True)
        return rows, following, preceding

    def item(self, row: tuple, addresses: Any, members: tuple[str, ...] | None) -> str:
        """One item as JSON text."""
        document, slug, _item_id = row[:3]
        counts = self.kind.counts
        totals = dict(zip(counts, row[3:], strict=False)) if counts else {}
        item = addresses.splice(document, slug, totals)
        return item if members is None else choose(item, members)


class ArticleList(ItemList):
    kind = ARTICLE
    facet_names = tuple(facets.FACETS)


class PersonList(ItemList):
    kind = PERSON


class EventList(ItemList):
    kind = EVENT
