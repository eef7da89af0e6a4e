"""Who appears with whom: the people of a set of articles, and how many of these name two of them together."""

from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any

from django.db import connections
from rest_framework.request import Request

from articles import search
from articles.api import values
from articles.api.encoding import dumps
from articles.api.problems import InvalidParameters
from articles.models import live

from .filters import LiveFilterSet
from .found import FindingView, Found
from .kinds import ARTICLE, PERSON, as_uuid
from .state import State
from .walks import Rows

NODES, MAX_NODES = 50, 200
Drawn = tuple[list[tuple[Any, str, str, int]], list[tuple[Any, Any, int]]]
"""People, (id, slug, name, articles), and pairs of them with their weight."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A graph's query, understood."""

    query: search.Query | None
    filters: LiveFilterSet | None
    nodes: int
    least: int


class Graph(FindingView):
    """`nodes` are the people in most of the articles; `edges` tie two of them by the articles naming both."""

    kind = ARTICLE
    keys = "articles people"

    @property
    def parameters(self) -> frozenset[str]:  # type: ignore[override]
        """Those of the list of articles that choose, and its own."""
        return frozenset({"q", "nodes", "min_weight"}) | frozenset(ARTICLE.filters.known())

    def read(self, request: Request) -> Asked:
        """Filters as the list of articles has them."""
        query, reasons = request.GET, {}  # type: Any, dict[str, str]
        nodes = values.read(query, "nodes", partial(values.number, most=MAX_NODES), reasons, NODES)
        least = values.read(query, "min_weight", partial(values.number, most=1_000_000), reasons, 1)
        chosen = ARTICLE.read_filters(query, reasons)
        asked = values.read(query, "q", values.search_query, reasons)
        if reasons:
            raise InvalidParameters(reasons)
        return Asked(asked, chosen, nodes, least)

    def tell(self, request: Request, query: Asked, state: State, chosen: Found, **kwargs: Any) -> bytes:
        """Two statements more: nodes, edges."""
        addresses = PERSON.addresses(request)
        # How many are left of a walk nobody has counted: a test of each of its rows is never much dearer.
        articles = chosen.all(many=True, most=chosen.most, total=state.articles)
        if articles is None:
            people, pairs = _of_all(query.nodes, query.least, state.epoch, state.change)
        else:
            people, pairs = _drawn(articles, query.nodes, query.least)
        nodes = [
            {
                "id": str(as_uuid(item_id)),
                "slug": slug,
                "name": name,
                "url": addresses.of(slug),
                "article_count": count,
            }
            for item_id, slug, name, count in people
        ]
        edges = [
            {"source": str(as_uuid(first)), "target": str(as_uuid(second)), "weight": weight}
            for first, second, weight in pairs
        ]
        return dumps({"nodes": nodes, "edges": edges}).encode()


@lru_cache(maxsize=16)
def _of_all(nodes: int, least: int, epoch: str, change: int) -> Drawn:
    # Nothing changes without a new change number: so this is the answer, not a copy that may be old.
    return _drawn(None, nodes, least)


def _drawn(articles: Rows | None, nodes: int, least: int) -> Drawn:
    people = _people(articles, nodes)
    return people, _edges([row[0] for row in people], articles, least)


def _people(articles: Rows | None, nodes: int) -> list[tuple[Any, str, str, int]]:
    people = live.LivePerson.objects
    if articles is None:
        rows = people.filter(article_count__gt=0).order_by("-article_count", "-id")
        return list(rows.values_list("id", "slug", "name", "article_count")[:nodes])
    # Counted first, and named when only the top ones are left.
    counted = (
        f"SELECT person_id, COUNT(*) AS number FROM {live.LiveMention._meta.db_table}"  # noqa: S608  (constants)
        f" WHERE {articles.has('article_id')} GROUP BY person_id ORDER BY number DESC, person_id DESC LIMIT %s"
    )
    sql = (
        f"SELECT p.id, p.slug, p.name, c.number FROM ({counted}) c"  # noqa: S608
        f" JOIN {live.LivePerson._meta.db_table} p ON p.id = c.person_id ORDER BY c.number DESC, p.id DESC"
    )
    with connections[people.db].cursor() as cursor:
        cursor.execute(sql, [*articles.params, nodes])
        return cursor.fetchall()


def _edges(people: list[Any], articles: Rows | None, least: int) -> list[tuple[Any, Any, int]]:
    """Pairs of these people only: so the work has a bound, however large the archive is."""
    if len(people) < 2:
        return []
    mentions = live.LiveMention.objects.all()
    connection = connections[mentions.db]
    adapt = live.LivePerson._meta.pk.get_db_prep_value
    marks = ", ".join(["%s"] * len(people))
    params = [adapt(person, connection) for person in people]
    within = ""
    if articles is not None:
        within = f" AND {articles.has('article_id')}"
        params += articles.params
    table = live.LiveMention._meta.db_table
    # The mentions of these people first, then their pairs: no database has to guess how few they are.
    sql = (
        f"WITH m AS MATERIALIZED (SELECT article_id, person_id FROM {table}"  # noqa: S608  (constants)
        f" WHERE person_id IN ({marks}){within} ORDER BY article_id)"
        " SELECT a.person_id, b.person_id, COUNT(*) AS weight FROM m a JOIN m b"
        " ON a.article_id = b.article_id AND a.person_id < b.person_id"
        " GROUP BY a.person_id, b.person_id HAVING COUNT(*) >= %s ORDER BY weight DESC, 1, 2"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [*params, least])
        return cursor.fetchall()
