"""Who appears with whom: the people of a set of articles, and how many of these name two of them together."""

from dataclasses import dataclass
from typing import Any

from django.db import connections
from django.db.models import Count, QuerySet
from rest_framework.request import Request

from articles import search
from articles.models import live

from . import values
from .base import StateView, dumps
from .filters import ArticleFilters
from .kinds import PERSON, as_uuid
from .problems import InvalidParameters
from .state import State

NODES, MAX_NODES = 50, 200


@dataclass(frozen=True, slots=True)
class Asked:
    """A graph's query, understood."""

    articles: QuerySet | None
    """None: all there are."""
    nodes: int
    least: int


class Graph(StateView):
    """`nodes` are the people in most of the articles; `edges` tie two of them by the articles naming both."""

    keys = "articles people"

    @property
    def parameters(self) -> frozenset[str]:  # type: ignore[override]
        """Those of the list of articles that choose, and its own."""
        return frozenset({"q", "nodes", "min_weight"}) | frozenset(ArticleFilters.known())

    def read(self, request: Request) -> Asked:
        """Filters as the list of articles has them."""
        query, reasons = request.GET, {}  # type: Any, dict[str, str]
        found = {"nodes": NODES, "min_weight": 1}
        for name, most in (("nodes", MAX_NODES), ("min_weight", 1_000_000)):
            try:
                if (text := values.single(query, name)) is not None:
                    found[name] = values.number(text, most=most)
            except values.Malformed as error:
                reasons[name] = str(error)
        articles = None
        if any(name in query for name in ArticleFilters.known()):
            chosen = ArticleFilters(query, live.LiveArticle.objects.all())
            if chosen.is_valid():
                articles = chosen.qs
            else:
                reasons.update({name: " ".join(errors) for name, errors in chosen.errors.items()})
        try:
            if (asked := values.search_query(query)) is not None:
                articles = search.match(
                    live.LiveArticle.objects.all() if articles is None else articles, asked
                )
        except values.Malformed as error:
            reasons["q"] = str(error)
        if reasons:
            raise InvalidParameters(reasons)
        return Asked(articles, found["nodes"], found["min_weight"])

    def build(self, request: Request, query: Asked, state: State, **kwargs: Any) -> bytes:
        """Two statements more: nodes, edges."""
        addresses = PERSON.addresses(request)
        people = _people(query)
        nodes = [
            {
                "id": str(item_id),
                "slug": slug,
                "name": name,
                "url": addresses.of(slug),
                "article_count": count,
            }
            for item_id, slug, name, count in people
        ]
        edges = [
            {"source": str(as_uuid(first)), "target": str(as_uuid(second)), "weight": weight}
            for first, second, weight in _edges([row[0] for row in people], query)
        ]
        return dumps({"nodes": nodes, "edges": edges}).encode()


def _people(query: Asked) -> list[tuple[Any, str, str, int]]:
    if query.articles is None:
        rows = live.LivePerson.objects.filter(article_count__gt=0).order_by("-article_count", "-id")
        return list(rows.values_list("id", "slug", "name", "article_count")[: query.nodes])
    chosen = live.LiveMention.objects.filter(article_id__in=query.articles.order_by().values("id"))
    counted = chosen.values("person_id").annotate(number=Count("pk")).order_by("-number", "-person_id")
    return list(counted.values_list("person_id", "person__slug", "person__name", "number")[: query.nodes])


def _edges(people: list[Any], query: Asked) -> list[tuple[Any, Any, int]]:
    """Pairs of these people only: so the work has a bound, however large the archive is."""
    if len(people) < 2:
        return []
    mentions = live.LiveMention.objects.all()
    connection = connections[mentions.db]
    adapt = live.LivePerson._meta.pk.get_db_prep_value
    marks = ", ".join(["%s"] * len(people))
    params = [adapt(person, connection) for person in people]
    within = ""
    if query.articles is not None:
        compiler = query.articles.order_by().values("id").query.get_compiler(connection=connection)
        condition, given = compiler.as_sql()
        within = f" AND article_id IN ({condition})"
        params += given
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
        cursor.execute(sql, [*params, query.least])
        return cursor.fetchall()
