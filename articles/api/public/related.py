"""Articles that share people, events and topics with one: rare ties weigh more, then the newest come."""

from math import log2
from typing import Any, NamedTuple

from django.db import connections
from django.db.models import Value
from django.http import HttpResponse
from rest_framework.request import Request

from articles.api import pages, values
from articles.api.problems import InvalidParameters
from articles.conf import conf
from articles.models import live

from .details import SlugView
from .kinds import ARTICLE
from .members import choose, kept_in, read_members
from .state import read_state

COMMON = 3000
"""Ties that more articles than this have tell little and cost much: they count only for want of others."""
MAX_TIES = 30


class Tie(NamedTuple):
    """A link table, and what sharing one of its targets is worth."""

    model: type[live.LiveMention] | type[live.LiveCoverage] | type[live.LiveTagging]
    target: str
    worth: float


TIES = (
    Tie(live.LiveCoverage, "event", 3.0),
    Tie(live.LiveMention, "person", 2.0),
    Tie(live.LiveTagging, "topic", 1.0),
)


class Related(SlugView):
    """A list without further pages."""

    kind = ARTICLE
    parameters = frozenset({"page_size", "fields", "omit"})

    def answer(self, request: Request, slug: str = "", **kwargs: Any) -> HttpResponse:
        """Three statements: the state, the article's ties, the articles that share them."""
        reasons: dict[str, str] = {}
        size = pages.read_size(request.GET, reasons, most=conf.max_page_size)
        members = read_members(request.GET, self.kind, reasons)
        if reasons:
            raise InvalidParameters(reasons)
        state = read_state()
        if not values.is_slug(slug):
            return self.gone(request, slug)
        ties = _ties(slug)
        if not ties:
            return self.gone(request, slug)
        etag = self.etag(request, state.epoch, state.change)
        if unchanged := self.not_modified(request, etag, state.changed_at if state.change else None):
            return unchanged
        return self.respond(lambda: self._body(request, ties, size, members), keys="articles")

    def _body(
        self, request: Request, ties: list[tuple[int, Any, int]], size: int, members: tuple[str, ...] | None
    ) -> bytes:
        addresses = self.kind.addresses(request)
        rows = _sharing(ties, size, kept_in(self.kind, members))
        items = [addresses.splice(document, other, {}) for document, other in rows]
        if members is not None:
            items = [choose(item, members) for item in items]
        return pages.envelope(len(items), None, None, items)


def _ties(slug: str) -> list[tuple[int, Any, int]]:
    """(place in `TIES`, target, how many articles share it); the article itself as place -1."""
    article = live.LiveArticle.objects.filter(slug=slug)
    union = article.values_list(Value(-1), "id", Value(0))
    return list(
        union.union(
            *(
                tie.model._default_manager.filter(article__slug=slug).values_list(
                    Value(place), f"{tie.target}_id", f"{tie.target}__article_count"
                )
                for place, tie in enumerate(TIES)
            ),
            all=True,
        )
    )


def _sharing(ties: list[tuple[int, Any, int]], size: int, document: str) -> list[tuple]:
    """(column `document`, slug) of the articles that share most."""
    own = next(target for place, target, _shared in ties if place < 0)
    shared = sorted((tie for tie in ties if tie[0] >= 0 and tie[2] > 1), key=lambda tie: tie[2])
    telling = [tie for tie in shared if tie[2] <= COMMON] or shared[:1]
    if not telling:
        return []
    branches, params = [], []
    for place, target, number in telling[:MAX_TIES]:
        tie = TIES[place]
        branches.append(
            f"SELECT article_id, {tie.worth / log2(2 + number):.6f} AS worth"  # noqa: S608  (constants and numbers)
            f" FROM {tie.model._meta.db_table} WHERE {tie.target}_id = %s"
        )
        params.append(target)
    rows = live.LiveArticle.objects.all()
    connection = connections[rows.db]
    adapt = live.LiveArticle._meta.pk.get_db_prep_value
    sql = (
        f"SELECT t.{document}, t.slug FROM (SELECT article_id, SUM(worth) AS score FROM ("  # noqa: S608
        + " UNION ALL ".join(branches)
        + f") w WHERE article_id <> %s GROUP BY article_id) r JOIN {live.LiveArticle._meta.db_table} t"
        " ON t.id = r.article_id ORDER BY r.score DESC, t.newest DESC, t.id DESC LIMIT %s"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [*(adapt(value, connection) for value in (*params, own)), size])
        return cursor.fetchall()
