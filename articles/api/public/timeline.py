"""A person's events and articles in one line of time."""

from functools import partial
from typing import Any

from django.db import connections
from django.http import HttpResponse
from rest_framework.request import Request

from articles.api import pages, values
from articles.api.problems import InvalidParameters
from articles.models import live

from .details import SlugView
from .kinds import ARTICLE, EVENT, PERSON
from .state import read_state

ORDERINGS = {"date": ("oldest", ""), "-date": ("newest", " DESC")}


class Timeline(SlugView):
    """Items as lists have them, oldest first; `type` says which is which. Those without a year come last."""

    kind = PERSON
    parameters = frozenset({"page", "page_size", "ordering"})

    def answer(self, request: Request, slug: str = "", **kwargs: Any) -> HttpResponse:
        """Three statements: the state, the person with their totals, the rows."""
        reasons: dict[str, str] = {}
        page = pages.read(request.GET, "", reasons, cursors=False)
        known = partial(values.one_of, known=ORDERINGS)
        ordering = values.read(request.GET, "ordering", known, reasons, "date")
        if reasons:
            raise InvalidParameters(reasons)
        state = read_state()
        person = None
        if values.is_slug(slug):
            columns = ("id", "article_count", "event_count")
            person = self.kind.rows.filter(slug=slug).values_list(*columns).first()
        if person is None:
            return self.gone(request, slug)
        etag = self.etag(request, state.epoch, state.change)
        if unchanged := self.not_modified(request, etag, state.changed_at if state.change else None):
            return unchanged
        return self.respond(
            lambda: self._body(request, page, ordering, *person), keys=f"{person[0]} articles events"
        )

    def _body(
        self, request: Request, page: pages.Page, ordering: str, person_id: Any, articles: int, events: int
    ) -> bytes:
        addresses = {"article": ARTICLE.addresses(request), "event": EVENT.addresses(request)}
        items = []
        for kind, listing, found, covered in _rows(person_id, ordering, page):
            counts = {"article_count": covered} if kind == "event" else {}
            items.append(addresses[kind].splice(listing, found, counts))
        return pages.frame(request, page, articles + events, items)


def _rows(person_id: Any, ordering: str, page: pages.Page) -> list[tuple]:
    column, direction = ORDERINGS[ordering]
    sources = (
        ("article", live.LiveArticle, live.LiveMention),
        ("event", live.LiveEvent, live.LiveParticipation),
    )
    # The page is cut from keys and ids; only its own rows are read whole.
    keys = " UNION ALL ".join(
        f"SELECT '{kind}' AS kind, t.{column} AS sort, t.id AS id FROM {link._meta.db_table} l"  # noqa: S608  (constants)
        f" JOIN {model._meta.db_table} t ON t.id = l.{kind}_id WHERE l.person_id = %s"
        for kind, model, link in sources
    )
    sql = (
        "SELECT u.kind, COALESCE(a.listing, e.listing), COALESCE(a.slug, e.slug), e.article_count"  # noqa: S608
        f" FROM (SELECT * FROM ({keys}) k ORDER BY sort{direction}, id{direction} LIMIT %s OFFSET %s) u"
        f" LEFT JOIN {live.LiveArticle._meta.db_table} a ON a.id = u.id"
        f" LEFT JOIN {live.LiveEvent._meta.db_table} e ON e.id = u.id"
        f" ORDER BY u.sort{direction}, u.id{direction}"
    )
    connection = connections[live.LivePerson.objects.all().db]
    own = live.LivePerson._meta.pk.get_db_prep_value(person_id, connection)
    with connection.cursor() as cursor:
        cursor.execute(sql, [own, own, page.size, page.offset])
        return cursor.fetchall()
