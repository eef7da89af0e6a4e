"""Sitemaps of everything public, and Google's news sitemap of the last two days."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from xml.sax.saxutils import escape

from django.db.models import Q
from django.http import HttpResponse
from django.utils import timezone
from rest_framework.request import Request

from articles.api.encoding import utc
from articles.api.negotiation import AsNamed, Format
from articles.api.problems import not_found
from articles.models import live

from .base import PublicView, StateView, prefix, xml_text
from .kinds import KINDS, Addresses, Kind, publication
from .state import State, read_state

FILE = 50_000
"""Addresses of one file, as the protocol allows."""
NEWS_DAYS, NEWS = 2, 1000
XMLNS = "http://www.sitemaps.org/schemas/sitemap/0.9"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


class XML(Format):
    media_type = "application/xml"
    format = "xml"


class SitemapIndex(StateView):
    """The files of each kind."""

    renderer_classes = [XML]
    content_negotiation_class = AsNamed
    keys = "articles people events"

    def build(self, request: Request, query: None, state: State, **kwargs: Any) -> bytes:
        """Totals are kept: no statement more than the state's."""
        base = prefix(request, "index")
        files = []
        for kind in KINDS.values():
            for number in range(1, -(-getattr(state, kind.plural) // FILE) + 1):
                files.append(
                    f"<sitemap><loc>{escape(f'{base}sitemap-{kind.plural}-{number}.xml')}</loc></sitemap>"
                )
        return f'{HEAD}<sitemapindex xmlns="{XMLNS}">{"".join(files)}</sitemapindex>'.encode()


class Sitemap(PublicView):
    """One file, streamed from the database: memory does not grow with it."""

    renderer_classes = [XML]
    content_negotiation_class = AsNamed

    def answer(self, request: Request, plural: str = "", number: int = 1, **kwargs: Any) -> Any:
        """Rows by id, which no publishing moves from one file into another but at its end."""
        kind = next((kind for kind in KINDS.values() if kind.plural == plural), None)
        state = read_state()
        total = getattr(state, plural) if kind else 0
        if kind is None or not 1 <= number <= -(-total // FILE):
            raise not_found()
        etag = self.etag(request, state.epoch, state.change)
        if unchanged := self.not_modified(request, etag, state.changed_at):
            return unchanged
        return self.respond(lambda: _addresses(kind, kind.addresses(request), number), keys=plural)


def _addresses(kind: Kind, addresses: Addresses, number: int) -> Iterator[bytes]:
    rows = kind.rows.order_by("id").values_list("slug", "changed_at")
    yield f'{HEAD}<urlset xmlns="{XMLNS}">'.encode()
    for slug, changed_at in rows[(number - 1) * FILE : number * FILE].iterator(chunk_size=2000):
        address = escape(addresses.of(slug))
        yield f"<url><loc>{address}</loc><lastmod>{utc(changed_at)}</lastmod></url>".encode()
    yield b"</urlset>"


class NewsSitemap(StateView):
    """Articles first published here in the last two days, with name, language, date and title.

    An archive that is imported today is no news: what is known to have appeared earlier is left out.
    """

    renderer_classes = [XML]
    content_negotiation_class = AsNamed
    keys = "articles"

    def answer(self, request: Request, **kwargs: Any) -> HttpResponse:
        """What is news passes with time, without any change: the tag lasts an hour at most."""
        self.hour = datetime.now(UTC).replace(minute=0, second=0, microsecond=0)
        return super().answer(request, **kwargs)

    def etag(self, request: Request, *parts: object) -> str:
        """With the hour in it."""
        return super().etag(request, *parts, self.hour)

    def not_modified(self, request: Request, etag: str, changed_at: datetime | None) -> HttpResponse | None:
        """Last modified at the hour, or by a later change."""
        if changed_at and timezone.is_aware(changed_at):
            changed_at = max(changed_at, self.hour)
        return super().not_modified(request, etag, changed_at)

    def build(self, request: Request, query: None, state: State, **kwargs: Any) -> bytes:
        """The newest thousand."""
        since = timezone.now() - timedelta(days=NEWS_DAYS)
        recent = Q(ends=None) | Q(ends__gte=since.date())
        rows = live.LiveArticle.objects.filter(recent, first_published_at__gte=since).order_by(
            "-first_published_at", "-id"
        )
        addresses = KINDS["article"].addresses(request)
        name = escape(publication(request))
        entries = []
        for slug, language, title, at in rows.values_list("slug", "language", "title", "first_published_at")[
            :NEWS
        ]:
            entries.append(
                f"<url><loc>{escape(addresses.of(slug))}</loc><news:news><news:publication>"
                f"<news:name>{name}</news:name><news:language>{escape(language)}</news:language></news:publication>"
                f"<news:publication_date>{utc(at)}</news:publication_date>"
                f"<news:title>{escape(xml_text(title))}</news:title></news:news></url>"
            )
        space = f'xmlns="{XMLNS}" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
        return f"{HEAD}<urlset {space}>{''.join(entries)}</urlset>".encode()
