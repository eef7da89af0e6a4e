"""The three kinds of items as the API offers them: table, members, orderings, filters."""

import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit
from uuid import UUID

from django.db.models import QuerySet
from django.http import QueryDict
from django.urls import get_script_prefix
from rest_framework.request import Request

from articles.conf import conf
from articles.extensions import public_fields
from articles.models import live

from .base import prefix
from .filters import ArticleFilters, EventFilters, LiveFilterSet, PersonFilters


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind. `orderings` maps a public name to (column, descending); the first is the default."""

    name: str
    model: type[live.LiveArticle] | type[live.LivePerson] | type[live.LiveEvent]
    own: tuple[str, ...]
    """Members of its documents, the host's aside."""
    counts: tuple[str, ...]
    orderings: dict[str, tuple[str, bool]]
    filters: type[LiveFilterSet]
    heavy: tuple[str, ...] = ()
    """Members that lists leave out unless `fields` names them."""

    @property
    def plural(self) -> str:
        """articles, people or events."""
        return live.PLURALS[self.name]

    @property
    def fields(self) -> tuple[str, ...]:
        """Members of its documents."""
        return (*self.own, *(field.name for field in public_fields(self.name)))

    @property
    def rows(self) -> QuerySet:
        """All live rows of the kind."""
        return self.model.objects.all()

    def read_filters(self, query: QueryDict, reasons: dict[str, str]) -> LiveFilterSet | None:
        """The filters of a query, None without any; what cannot be read goes into `reasons`."""
        if not query or not any(name in query for name in self.filters.known()):
            return None
        chosen = self.filters(query, self.rows)
        if chosen.is_valid():
            return chosen
        reasons.update({name: " ".join(errors) for name, errors in chosen.errors.items()})
        return None

    def addresses(self, request: Request, base: str = "") -> "Addresses":
        """Where the items are, computed once a request; `base` is the address of their list, if it is known."""
        return Addresses(self.name, base or prefix(request, f"{self.name}-list"))


class Addresses:
    """The public addresses of the items of one kind: the frontend's where the host named one, or ours."""

    def __init__(self, kind: str, base: str) -> None:
        pattern = conf.frontend_urls.get(kind, "")
        # A path is one of this host. Feeds, sitemaps and whoever reads from elsewhere want whole addresses.
        self.pattern = urljoin(base, pattern) if pattern.startswith("/") else pattern
        self.base = base
        self._opening = json.dumps(base)[:-1]

    def of(self, slug: str) -> str:
        """The address of one item."""
        if self.pattern:
            return self.pattern.format(slug=slug)
        return f"{self.base}{slug}/"

    def splice(self, document: str, slug: str, counts: dict[str, int]) -> str:
        """The stored JSON object with `url` and the counts put in front, unparsed."""
        # A slug holds nothing that JSON would escape.
        url = json.dumps(self.of(slug)) if self.pattern else f'{self._opening}{slug}/"'
        head = f'{{"url":{url}'
        for name, value in counts.items():
            head += f',"{name}":{value}'
        return f"{head},{document[1:]}"


def home(request: Request) -> str:
    """The start of the frontend, where articles have addresses of their own there; else of this site."""
    if pattern := conf.frontend_urls.get("article"):
        return urljoin(urljoin(request.build_absolute_uri("/"), pattern), "/")
    return request.build_absolute_uri(get_script_prefix())


def publication(request: Request) -> str:
    """What the publication is called: by the operator, or else by the host of its pages."""
    return conf.publication or urlsplit(home(request)).netloc


def as_uuid(value: Any) -> UUID:
    """An id as a database hands it over: SQLite keeps 32 hexadecimal digits."""
    return value if isinstance(value, UUID) else UUID(value)


ARTICLE = Kind(
    "article",
    live.LiveArticle,
    own=(
        "id",
        "type",
        "slug",
        "url",
        "language",
        "title",
        "dek",
        "body_html",
        "body_text",
        "date",
        "dateline",
        "byline",
        "agencies",
        "section",
        "topics",
        "images",
        "people",
        "events",
        "translations",
        "corrections",
        "edition",
        "first_published_at",
        "last_published_at",
    ),
    counts=(),
    orderings={"-date": ("newest", True), "date": ("oldest", False), "title": ("sort_title", False)},
    filters=ArticleFilters,
    heavy=("body_html", "body_text"),
)
PERSON = Kind(
    "person",
    live.LivePerson,
    own=(
        "id",
        "type",
        "slug",
        "url",
        "name",
        "other_names",
        "summary_html",
        "positions",
        "same_as",
        "portrait",
        "corrections",
        "article_count",
        "event_count",
        "edition",
        "first_published_at",
        "last_published_at",
    ),
    counts=("article_count", "event_count"),
    orderings={"name": ("sort_name", False), "-article_count": ("article_count", True)},
    filters=PersonFilters,
)
EVENT = Kind(
    "event",
    live.LiveEvent,
    own=(
        "id",
        "type",
        "slug",
        "url",
        "name",
        "kind",
        "date",
        "date_inferred",
        "place",
        "summary_html",
        "participants",
        "corrections",
        "article_count",
        "edition",
        "first_published_at",
        "last_published_at",
    ),
    counts=("article_count",),
    orderings={"-date": ("newest", True), "date": ("oldest", False)},
    filters=EventFilters,
)
KINDS = {kind.name: kind for kind in (ARTICLE, PERSON, EVENT)}
