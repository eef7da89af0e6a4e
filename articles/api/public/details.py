"""One item by its slug, its editions, and what stands where an item used to be."""

import json
import re
from typing import Any

from django.db import connections, router
from django.db.models import OuterRef, Subquery
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from rest_framework.request import Request

from articles.api import pages, values
from articles.api.encoding import dumps, utc
from articles.api.negotiation import JSON
from articles.api.problems import InvalidParameters, Problem, not_found
from articles.models.live import EditionHeader, OldSlug, Tombstone
from articles.statements import repeated

from . import expand, formats
from .base import PublicView
from .kinds import ARTICLE, EVENT, KINDS, PERSON, Kind, as_uuid
from .members import choose, read_members
from .state import as_time, read_state

_LINKED = re.compile(r'"id":"([0-9a-f-]{36})"')
"""Ids of linked items in a stored document; inside a text the quotes would be escaped."""
MAX_KEYS = 200


class SlugView(PublicView):
    """Below the address of one item: where it is no more, says what became of it."""

    kind: Kind

    def gone(self, request: Request, slug: str) -> HttpResponse:
        """301 to where the item is now, 410 with its tombstone, or the one 404."""
        if not values.is_slug(slug):
            raise not_found()
        digest = OldSlug.digest_of(slug)
        live = self.kind.rows
        tombstone = Tombstone.objects.filter(id=OuterRef("item_id"))
        row = (
            OldSlug.objects.filter(kind=self.kind.name, digest=digest)
            .values_list(
                "item_id",
                Subquery(live.filter(id=OuterRef("item_id")).values("slug")),
                Subquery(tombstone.values("withdrawn_at")),
                Subquery(tombstone.values("notice")),
                Subquery(tombstone.values("replaced_by")),
            )
            .first()
        )
        if row is None:
            raise not_found()
        item_id, present, withdrawn_at, notice, replaced_by = row
        if present is not None:
            answer = HttpResponse(status=301)
            asked = request.resolver_match
            assert asked is not None
            address = reverse(asked.view_name, kwargs={**asked.kwargs, "slug": present})
            answer["Surrogate-Key"] = str(item_id)
            answer["Location"] = pages.address(request.build_absolute_uri(address), request.GET)
            return answer
        if withdrawn_at is None:
            raise not_found()
        replacement = None
        if replaced_by and (found := live.filter(id=replaced_by).values_list("slug", flat=True).first()):
            address = self.kind.addresses(request).of(found)
            replacement = {"id": str(replaced_by), "slug": found, "url": address}
        problem = Problem(
            410, _("Withdrawn"), notice,
            id=str(item_id), kind=self.kind.name, withdrawn_at=utc(withdrawn_at), notice=notice,
            replaced_by=replacement,
        )  # fmt: skip
        problem.keys = f"{item_id} {replaced_by}" if replaced_by else str(item_id)
        raise problem


class ItemDetail(SlugView):
    """One item, whole."""

    @property
    def parameters(self) -> frozenset[str]:  # type: ignore[override]
        """What of the item is wanted."""
        return expand.parameters(self.kind) | {"fields", "omit"}

    def answer(self, request: Request, slug: str = "", **kwargs: Any) -> HttpResponse:
        """One statement; with validators in the request another, which reads no document."""
        reasons: dict[str, str] = {}
        members = read_members(request.GET, self.kind, reasons, whole=True)
        expanded = expand.read(request.GET, self.kind, reasons)
        if request.accepted_renderer.format != JSON.format:
            chosen = [name for name in ("fields", "omit", "expand") if name in request.GET]
            reasons |= dict.fromkeys(chosen, _("is for JSON only"))
        if reasons:
            raise InvalidParameters(reasons)
        # Expanded items change without this one: then the whole log's state is part of the tag.
        state = read_state() if expanded else None
        changed = (state.epoch, state.change) if state else ()
        light = ("id", "digest", "changed_at", *self.kind.counts)
        # Where a 304 is likely the validators are asked for first, and the document is never read.
        for columns in ([light] if self.is_conditional(request) else []) + [(*light, "document")]:
            row = self._row(slug, columns)
            if row is None:
                return self.gone(request, slug)
            found = row
            counts = {name: row[name] for name in self.kind.counts}
            etag = self.etag(request, row["digest"], *counts.values(), *changed)
            if unchanged := self.not_modified(
                request, etag, state.changed_at if state else row["changed_at"]
            ):
                return unchanged
        linked = dict.fromkeys([str(found["id"]), *_LINKED.findall(found["document"])[:MAX_KEYS]])
        return self.respond(
            lambda: self._body(request, slug, found, counts, members, expanded).encode(),
            keys=" ".join(linked),
        )

    def _body(
        self,
        request: Request,
        slug: str,
        row: dict[str, Any],
        counts: dict[str, int],
        members: tuple[str, ...] | None,
        expanded: tuple[str, ...],
    ) -> str:
        write = formats.WRITERS.get(request.accepted_renderer.format)
        if write is not None:
            addresses = {name: kind.addresses(request) for name, kind in KINDS.items()}
            url = addresses[self.kind.name].of(slug)
            return dumps(write(json.loads(row["document"]), url, addresses))
        base = self.address.removesuffix(f"{slug}/")
        item = self.kind.addresses(request, base).splice(row["document"], slug, counts)
        body = item if members is None else choose(item, members)
        return expand.expand([body], self.kind, expanded, request)[0] if expanded else body

    def _row(self, slug: str, columns: tuple[str, ...]) -> dict[str, Any] | None:
        """These columns of an item; without the ORM, which takes longer to build the statement than it runs."""
        if not values.is_slug(slug):
            return None
        model = self.kind.model
        connection = connections[router.db_for_read(model)]
        with repeated(connection) as cursor:
            cursor.execute(
                f"SELECT {', '.join(columns)} FROM {model._meta.db_table} WHERE slug = %s",  # noqa: S608  (closed lists)
                [slug],
            )
            row = cursor.fetchone()
        if row is None:
            return None
        found = dict(zip(columns, row, strict=True))
        return found | {"id": as_uuid(found["id"]), "changed_at": as_time(found["changed_at"])}


class EditionList(SlugView):
    """Numbers, times and public notes of an item's editions, the newest first."""

    parameters = frozenset({"page", "page_size"})

    def answer(self, request: Request, slug: str = "", **kwargs: Any) -> HttpResponse:
        """Three statements: the item, the count, the rows."""
        page = pages.read_numbered(request.GET)
        row = None
        if values.is_slug(slug):
            row = self.kind.rows.filter(slug=slug).values_list("id", "edition", "changed_at").first()
        if row is None:
            return self.gone(request, slug)
        item_id, edition, changed_at = row
        if unchanged := self.not_modified(request, self.etag(request, item_id, edition), changed_at):
            return unchanged
        return self.respond(lambda: self._body(request, page, item_id), keys=str(item_id))

    def _body(self, request: Request, page: pages.Page, item_id: Any) -> bytes:
        editions = EditionHeader.objects.filter(item_id=item_id)
        rows = editions.order_by("-number").values_list("number", "at", "note")
        items = [
            {"number": number, "at": utc(at), "note": note}
            for number, at, note in rows[page.offset : page.offset + page.size]
        ]
        return pages.numbered(request, page, editions.count(), items)


class ArticleDetail(ItemDetail):
    kind = ARTICLE
    renderer_classes = [JSON, formats.JSONLD, formats.NINJS]


class PersonDetail(ItemDetail):
    kind = PERSON
    renderer_classes = [JSON, formats.JSONLD]


class EventDetail(ItemDetail):
    kind = EVENT
    renderer_classes = [JSON, formats.JSONLD]


class ArticleEditions(EditionList):
    kind = ARTICLE


class PersonEditions(EditionList):
    kind = PERSON


class EventEditions(EditionList):
    kind = EVENT
