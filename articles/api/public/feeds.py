"""The newest articles as RSS, Atom and JSON Feed, for all or by section, topic, person, event or language.

Atom feeds say which articles were withdrawn (RFC 6721), so that readers drop them too.
"""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Model
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from rest_framework.request import Request

from articles.api import pages
from articles.api.encoding import dumps, utc
from articles.api.negotiation import AsNamed, Format
from articles.api.problems import InvalidParameters
from articles.models import live

from .base import StateView, xml_text
from .filters import LiveFilterSet
from .kinds import ARTICLE, home, publication
from .state import State
from .walks import Walk

SUBJECTS: dict[str, type[Model]] = {
    "section": live.LiveSection,
    "topic": live.LiveTopic,
    "person": live.LivePerson,
    "event": live.LiveEvent,
}
"""Filters whose values have names."""
FILTERS = (*SUBJECTS, "language")
REMOVED = 50
"""Withdrawn articles that an Atom feed names, the latest first."""
SUMMARY = 300
"""Characters of the text that stand in for a missing dek."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An article as every feed tells it."""

    uri: str
    address: str
    title: str
    summary: str
    html: str
    language: str
    authors: tuple[str, ...]
    tags: tuple[str, ...]
    """The names of its section and topics."""
    published_at: str
    updated_at: str
    """ISO 8601."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A page of a feed."""

    entries: list[Entry]
    links: dict[str, str | None]
    """`first`, `next` and `previous`; None where there is no such page."""
    changed_at: datetime


class RSS(Format):
    media_type = "application/rss+xml"
    format = "rss"


class Atom(Format):
    media_type = "application/atom+xml"
    format = "atom"


class JSONFeed(Format):
    media_type = "application/feed+json"
    format = "json"


class AtomWithTombstones(Atom1Feed):
    """Atom with `at:deleted-entry` for what was withdrawn."""

    def root_attributes(self) -> dict[str, str]:
        """The namespace of RFC 6721."""
        return super().root_attributes() | {"xmlns:at": "http://purl.org/atompub/tombstones/1.0"}

    def add_root_elements(self, handler: Any) -> None:
        """Paging links (RFC 5005) and deleted entries."""
        super().add_root_elements(handler)
        for relation, address in self.feed["links"].items():
            if address:
                handler.addQuickElement("link", "", {"rel": relation, "href": address})
        for item_id, withdrawn_at in self.feed["removed"]:
            handler.startElement("at:deleted-entry", {"ref": item_id, "when": withdrawn_at})
            handler.endElement("at:deleted-entry")


class RSSWithPages(Rss201rev2Feed):
    """RSS with paging links (RFC 5005)."""

    def add_root_elements(self, handler: Any) -> None:
        """The links are Atom's, whose namespace Django's feeds declare."""
        super().add_root_elements(handler)
        for relation, address in self.feed["links"].items():
            if address:
                handler.addQuickElement("atom:link", None, {"rel": relation, "href": address})


class Feed(StateView):
    """One format; filters and pages are those of the list of articles.

    In the order of the stories' dates: an archive that is imported does not flood its readers.
    """

    content_negotiation_class = AsNamed

    keys = "articles"
    parameters = frozenset({"page", "page_size", *FILTERS})

    def read(self, request: Request) -> tuple[LiveFilterSet | None, pages.Page]:
        """Filters and page."""
        reasons: dict[str, str] = {}
        page = pages.read(request.GET, "", reasons, cursors=False)
        filters = ARTICLE.read_filters(request.GET, reasons)
        if reasons:
            raise InvalidParameters(reasons)
        return filters, page

    def build(
        self,
        request: Request,
        query: tuple[LiveFilterSet | None, pages.Page],
        state: State,
        **kwargs: Any,
    ) -> bytes:
        """One statement for the articles, one for what was withdrawn."""
        filters, page = query
        found = _newest(filters, page)
        addresses = ARTICLE.addresses(request)
        entries = [_entry(addresses.of(slug), json.loads(text)) for slug, text in found]
        more, entries = len(entries) > page.size, entries[: page.size]
        base = request.build_absolute_uri(request.path)
        links = {
            "first": pages.address(base, request.GET, page=None),
            "next": pages.address(base, request.GET, page=str(page.number + 1)) if more else None,
            "previous": pages.address(base, request.GET, page=str(page.number - 1))
            if page.number > 1
            else None,
        }
        return self.write(request, Shown(entries, links, state.changed_at))

    def title(self, request: Request) -> str:
        """The publication, and what of it was asked for: the same in every language."""
        parts = [publication(request)]
        for name, model in SUBJECTS.items():
            if slugs := [slug for text in request.GET.getlist(name) for slug in text.split(",")]:
                rows = model._default_manager.filter(slug__in=slugs).order_by("slug")
                parts += [str(getattr(row, "name", row)) for row in rows[:5]]
        return " – ".join(parts)

    def write(self, request: Request, shown: Shown) -> bytes:
        """The entries in the feed's format."""
        raise NotImplementedError


class XMLFeed(Feed):
    """RSS and Atom, by Django's feed generator."""

    generator: type[SyndicationFeed]

    def write(self, request: Request, shown: Shown) -> bytes:
        """The XML."""
        title = xml_text(self.title(request))
        feed = self.generator(
            title=title,
            link=home(request),
            description=title,
            # Who answers for entries that name nobody: an Atom feed needs an author (RFC 4287, 4.2.1).
            author_name=xml_text(publication(request)),
            feed_url=request.build_absolute_uri(),
            # The pages of a feed are one feed (RFC 5005), and so have one id.
            feed_guid=shown.links["first"],
            links=shown.links,
            removed=_removed(),
        )
        feed.latest_post_date = lambda: shown.changed_at  # type: ignore[method-assign]
        for entry in shown.entries:
            feed.add_item(
                title=xml_text(entry.title),
                link=entry.address,
                description=xml_text(entry.summary),
                unique_id=entry.uri,
                unique_id_is_permalink=False,
                pubdate=datetime.fromisoformat(entry.published_at),
                updateddate=datetime.fromisoformat(entry.updated_at),
                author_name=xml_text(", ".join(entry.authors)) or None,
                categories=list(map(xml_text, entry.tags)),
            )
        return feed.writeString("utf-8").encode()


class RSSFeed(XMLFeed):
    renderer_classes = [RSS]
    generator = RSSWithPages


class AtomFeed(XMLFeed):
    renderer_classes = [Atom]
    generator = AtomWithTombstones


class JSONFeedView(Feed):
    renderer_classes = [JSONFeed]

    def write(self, request: Request, shown: Shown) -> bytes:
        """JSON Feed 1.1."""
        body: dict[str, Any] = {
            "version": "https://jsonfeed.org/version/1.1",
            "title": self.title(request),
            "home_page_url": home(request),
            "feed_url": request.build_absolute_uri(),
            "items": [_json_item(entry) for entry in shown.entries],
        }
        if following := shown.links["next"]:
            body["next_url"] = following
        return dumps(body).encode()


def _entry(address: str, document: dict[str, Any]) -> Entry:
    section = [document["section"]] if document["section"] else []
    return Entry(
        uri=f"urn:uuid:{document['id']}",
        address=address,
        title=document["title"],
        summary=_summary(document),
        html=document["body_html"],
        language=document["language"],
        authors=tuple(document["byline"]),
        tags=tuple(term["name"] for term in (*section, *document["topics"])),
        published_at=document["first_published_at"],
        updated_at=document["last_published_at"],
    )


def _json_item(entry: Entry) -> dict[str, Any]:
    item = {
        "id": entry.uri,
        "url": entry.address,
        "title": entry.title,
        "content_html": entry.html,
        "summary": entry.summary,
        "date_published": entry.published_at,
        "date_modified": entry.updated_at,
        "language": entry.language,
        "authors": [{"name": name} for name in entry.authors],
        "tags": list(entry.tags),
    }
    return {name: value for name, value in item.items() if value not in ("", [], None)}


def _newest(filters: LiveFilterSet | None, page: pages.Page) -> list[tuple[str, str]]:
    """(slug, document) of a page and of one article more, along one index where there is one."""
    walk = filters.walk() if filters else Walk(live.LiveArticle, 0)
    limit = page.size + 1
    if walk:
        found = walk.rows(
            ("slug", "document"), "newest", descending=True, after=None, limit=limit, offset=page.offset
        )
        return [(slug, document) for slug, document, *_place in found]
    assert filters is not None
    rows = filters.qs.order_by("-newest", "-id").values_list("slug", "document")
    return list(rows[page.offset : page.offset + limit])


def _removed() -> list[tuple[str, str]]:
    rows = live.Tombstone.objects.filter(kind="article").order_by("-withdrawn_at", "id")
    return [
        (f"urn:uuid:{item_id}", utc(at)) for item_id, at in rows.values_list("id", "withdrawn_at")[:REMOVED]
    ]


def _summary(document: dict[str, Any]) -> str:
    if document["dek"]:
        return document["dek"]
    text = " ".join(document["body_text"].split())
    return text if len(text) <= SUMMARY else text[:SUMMARY].rpartition(" ")[0] + " …"
