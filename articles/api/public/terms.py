"""Sections and topics with the number of their articles, and the index of the API."""

from typing import Any

from rest_framework.request import Request

from articles.api import pages
from articles.api.encoding import dumps
from articles.models.live import LiveSection, LiveTerm, LiveTopic

from .base import StateView, prefix
from .state import State


class TermList(StateView):
    """Terms that have live articles, in Vietnamese alphabetical order."""

    parameters = frozenset({"page", "page_size"})
    model: type[LiveTerm]
    keys = "articles"
    member = ""

    def read(self, request: Request) -> pages.Page:
        """Pages only."""
        return pages.read_numbered(request.GET)

    def build(self, request: Request, query: pages.Page, state: State, **kwargs: Any) -> bytes:
        """Count and rows."""
        found = self.model._default_manager.filter(article_count__gt=0)
        rows = found.order_by("sort_name", "id").values_list("id", "slug", "name", "article_count")
        articles = prefix(request, "article-list")
        items = [
            {
                "id": str(item_id), "slug": slug, "name": name, "article_count": count,
                "articles": f"{articles}?{self.member}={slug}",
            }
            for item_id, slug, name, count in rows[query.offset : query.offset + query.size]
        ]  # fmt: skip
        return pages.numbered(request, query, found.count(), items)


class SectionList(TermList):
    model = LiveSection
    member = "section"


class TopicList(TermList):
    model = LiveTopic
    member = "topic"


class Index(StateView):
    """Where everything is."""

    keys = "index"
    entries = {
        "articles": "article-list",
        "people": "person-list",
        "events": "event-list",
        "sections": "section-list",
        "topics": "topic-list",
        "search": "search",
        "graph": "graph",
        "changes": "changes",
        "openapi": "openapi",
        "docs": "docs",
        "rss": "feed-rss",
        "atom": "feed-atom",
        "json_feed": "feed-json",
        "sitemap": "sitemap",
        "news_sitemap": "news-sitemap",
    }

    def build(self, request: Request, query: None, state: State, **kwargs: Any) -> bytes:
        """Names and addresses."""
        body = {name: prefix(request, view) for name, view in self.entries.items()}
        return dumps(body).encode()
