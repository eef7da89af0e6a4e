"""Search over all kinds with snippets, and suggestions while a reader types."""

import json
from dataclasses import dataclass
from functools import partial
from typing import Any

from rest_framework.request import Request

from articles import search
from articles.api import pages, values
from articles.api.encoding import dumps
from articles.api.problems import InvalidParameters
from articles.search.everything import ORDER

from .base import StateView
from .kinds import KINDS, as_uuid
from .state import State

MAX_SUGGESTIONS = 20


@dataclass(frozen=True, slots=True)
class Asked:
    """A search, understood."""

    query: search.Query
    page: pages.Page
    kinds: tuple[str, ...]


def _read_q(request: Request, reasons: dict[str, str]) -> search.Query:
    """`q`, which has to be there."""
    nothing = search.Query.parse("")
    return values.read(request.GET, "q", values.search_query, reasons, nothing, required=True)


class Search(StateView):
    """All three kinds, ranked; `counts` has the hits of each kind, `did_you_mean` what to ask instead of nothing."""

    parameters = frozenset({"q", "kind", "page", "page_size"})
    keys = "articles people events"

    def read(self, request: Request) -> Asked:
        """Everything at once."""
        reasons: dict[str, str] = {}
        query = _read_q(request, reasons)
        chosen = values.read(request.GET, "kind", partial(values.names, known=ORDER), reasons, ORDER)
        kinds = tuple(kind for kind in ORDER if kind in chosen)
        page = pages.read(request.GET, "", reasons, cursors=False)
        if reasons:
            raise InvalidParameters(reasons)
        return Asked(query, page, kinds)

    def build(self, request: Request, query: Asked, state: State, **kwargs: Any) -> bytes:
        """The state's statement, the counts, one for each tier that the page needs, and the rows; without any hit up
        to two, for what may have been meant."""
        counts = search.totals(query.query, query.kinds)
        total = sum(counts.values())
        found = search.page(query.query, counts, limit=query.page.size, offset=query.page.offset)
        addresses = {kind: KINDS[kind].addresses(request) for kind in {kind for kind, *_rest in found}}
        results = []
        for kind, item_id, slug, text in found:
            document = json.loads(text)
            name = document.get("title") or document.get("name") or ""
            results.append(
                {
                    "type": kind,
                    "id": str(as_uuid(item_id)),
                    "slug": slug,
                    "url": addresses[kind].of(slug),
                    "title": name,
                    "title_html": search.highlight(name, query.query),
                    "snippet_html": search.snippet(_text(kind, document), query.query),
                    "date": document.get("date"),
                }
            )
        meant = None if total else search.near_miss(query.query)
        return pages.numbered(request, query.page, total, results, counts=counts, did_you_mean=meant)


class Suggest(StateView):
    """People and events whose name begins or goes on like `q`."""

    parameters = frozenset({"q", "page_size"})
    keys = "people events"

    def read(self, request: Request) -> tuple[search.Query, int]:
        """The beginning of a name, and how many are wanted."""
        reasons: dict[str, str] = {}
        query = _read_q(request, reasons)
        size = pages.read_size(request.GET, reasons, most=MAX_SUGGESTIONS)
        if reasons:
            raise InvalidParameters(reasons)
        return query, size

    def build(self, request: Request, query: tuple[search.Query, int], state: State, **kwargs: Any) -> bytes:
        """Names and where they lead."""
        asked, size = query
        results = []
        for kind, item_id, slug, text in search.suggest(asked.text, limit=size):
            results.append(
                {
                    "type": kind,
                    "id": str(as_uuid(item_id)),
                    "slug": slug,
                    "url": KINDS[kind].addresses(request).of(slug),
                    "name": json.loads(text)["name"],
                }
            )
        body = {"count": len(results), "next": None, "previous": None, "results": results}
        return dumps(body).encode()


def _text(kind: str, document: dict[str, Any]) -> str:
    """What a snippet is cut from."""
    if kind == "article":
        return " ".join(filter(None, [document.get("dek"), document.get("body_text")]))
    if kind == "person":
        titles = (position.get("title") or "" for position in document.get("positions", ()))
        return ", ".join([*document.get("other_names", ()), *titles])
    return document.get("place") or ""
