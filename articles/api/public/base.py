"""What every public view shares: no cookies, no host settings, strict queries, validators, cache headers."""

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import cached_property
from hashlib import sha256
from typing import Any

from django.conf import settings as host
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.urls import reverse
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import http_date
from django.utils.translation import gettext as _
from rest_framework.request import Request

from articles import __version__
from articles.api import problems
from articles.api.negotiation import Negotiation
from articles.api.own_view import OwnView, as_sent, check_bytes
from articles.conf import conf
from articles.streaming import InParcels

from . import throttle
from .state import State, read_state

_NEGOTIATION = Negotiation()
_NOT_IN_XML = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")
_CONDITIONS = {"HTTP_IF_MATCH", "HTTP_IF_NONE_MATCH"}


class PublicView(OwnView):
    """A read-only view. Subclasses name their query `parameters` and write `answer`."""

    http_method_names = ["get", "head", "options"]

    in_no_language = True
    """Whether its answers are the same for readers of every language; errors never are."""

    @classmethod
    def as_view(cls, **initkwargs: Any) -> Any:
        """In no transaction, whatever the host's ATOMIC_REQUESTS: a reader waits for no writer, and may be served
        by a replica."""
        return transaction.non_atomic_requests(super().as_view(**initkwargs))

    def get(self, request: Request, **kwargs: Any) -> HttpResponseBase:
        """Answer a reader."""
        return self.answer(request, **kwargs)

    def answer(self, request: Request, **kwargs: Any) -> HttpResponse:
        """The response; helpers `not_modified` and `respond` give it its headers."""
        raise NotImplementedError

    def initialize_request(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Request:
        """Nothing is parsed and nobody is looked up: the public side knows no users."""
        found = Request(request, negotiator=_NEGOTIATION)
        # What is read again and again, without a detour through REST framework's `__getattr__` each time.
        vars(found).update(META=request.META, GET=request.GET, method=request.method, path=request.path)
        return found

    def get_exception_handler(self) -> Any:
        """Ours, whatever the host has set."""
        return problems.handle

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Refuse what cannot be read before anything looks at it, and choose the format: no more is asked first."""
        throttle.check(request._request)
        check_bytes(request._request)
        chosen = self.content_negotiation_class().select_renderer(request, self.get_renderers())
        request.accepted_renderer, request.accepted_media_type = chosen
        if request.method in ("GET", "HEAD"):
            self.check_names(request.GET)

    def check_names(self, query: QueryDict) -> None:
        """400 for parameters that this view does not know, and for two formats."""
        super().check_names(query)
        if len(query.getlist("format")) > 1:
            raise problems.InvalidParameters({"format": _("may be given once only")})

    def finalize_response(self, request: Any, response: Any, *args: Any, **kwargs: Any) -> Any:
        """Caches may keep what was not asked for with credentials."""
        response = super().finalize_response(request, response, *args, **kwargs)
        throttle.count(request._request, response.status_code)
        patch_vary_headers(response, ["Accept"])
        # Documents are what they are; only sentences of ours, in errors, are in the reader's language.
        response.in_no_language = self.in_no_language and response.status_code in (200, 204, 301, 304)
        if _is_personal(request._request, response.in_no_language):
            response["Cache-Control"] = "private, no-store"
        elif response.status_code in (200, 301, 304, 404, 410):
            response["Cache-Control"] = (
                f"public, max-age={conf.cache_seconds}, stale-while-revalidate={conf.stale_seconds}"
            )
        else:
            response["Cache-Control"] = "no-store"
        return response

    @cached_property
    def address(self) -> str:
        """The absolute address of what is asked for, without its query."""
        return self.request.build_absolute_uri(self.request.path)

    # Validators.

    def etag(self, request: Request, *parts: object) -> str:
        """A strong tag over what is answered (`parts`) and how: address, query, format, settings, and this version."""
        query = request.META.get("QUERY_STRING", "")
        settings = (conf.frontend_urls, conf.publication, conf.page_size, conf.max_page)
        seen = (self.address, query, request.accepted_renderer.media_type, __version__, *settings, *parts)
        return '"' + sha256("\0".join(map(str, seen)).encode("utf-8", "replace")).hexdigest()[:32] + '"'

    def not_modified(self, request: Request, etag: str, changed_at: datetime | None) -> HttpResponse | None:
        """304 (or 412) when the reader's copy is the present one; None otherwise."""
        self._validators = (etag, changed_at)
        stamp = int(changed_at.timestamp()) if changed_at else None
        for name in _CONDITIONS & request.META.keys():
            request.META[name] = as_sent(request.META[name])
        answer = get_conditional_response(request._request, etag=etag, last_modified=stamp)
        if answer is None:
            return None
        if answer.status_code == 412:
            raise problems.Problem(412, _("Precondition failed"))
        return self._stamp(answer)

    @staticmethod
    def is_conditional(request: Request) -> bool:
        """Whether the reader has a copy, so that the validators may be all that is needed."""
        return "HTTP_IF_NONE_MATCH" in request.META or "HTTP_IF_MODIFIED_SINCE" in request.META

    def respond(self, body: Callable[[], bytes | Iterator[bytes]], *, keys: str) -> Any:
        """200 with the validators of `not_modified`; `keys` is the `Surrogate-Key` header.

        `body` is asked where there is somebody to read it: HEAD costs no rendering, and so says no length. What comes
        in pieces is sent as it comes.
        """
        media_type = self.request.accepted_renderer.media_type
        content: Any = () if self.request.method == "HEAD" else body()
        whole = isinstance(content, bytes)
        answer = (HttpResponse if whole else InParcels)(content, content_type=media_type)
        answer["Surrogate-Key"] = keys
        return self._stamp(answer)

    def _stamp(self, answer: Any) -> Any:
        etag, changed_at = self._validators
        answer["ETag"] = etag
        if changed_at:
            answer["Last-Modified"] = http_date(changed_at.timestamp())
        return answer


class StateView(PublicView):
    """A view whose answer changes with the public log: its tag is the number of the last change."""

    keys = ""

    def answer(self, request: Request, **kwargs: Any) -> HttpResponse:
        """304, or what `build` makes of the state that was read first."""
        query = self.read(request)
        # Read before the rows: a change that comes in between makes this tag old, never a new one wrong.
        state, found = self.begin(request, query)
        etag = self.etag(request, state.epoch, state.change)
        return self.not_modified(request, etag, state.changed_at if state.change else None) or self.respond(
            lambda: self.build(request, query, state, **found, **kwargs), keys=self.keys
        )

    def begin(self, request: Request, query: Any) -> tuple[State, dict[str, Any]]:
        """The state, and what the same statement read for `build`, as its arguments."""
        return read_state(), {}

    def read(self, request: Request) -> Any:
        """The query as this view understands it; raises `InvalidParameters`."""
        return None

    def build(self, request: Request, query: Any, state: State, **kwargs: Any) -> bytes:
        """The body."""
        raise NotImplementedError


def _is_personal(request: HttpRequest, in_no_language: bool) -> bool:
    """Whether no cache may keep an answer: to a session, or in sentences whose language a cookie may have named."""
    if request.META.get("HTTP_AUTHORIZATION"):
        return True
    if not request.META.get("HTTP_COOKIE"):
        return False
    return not in_no_language or host.SESSION_COOKIE_NAME in request.COOKIES


def prefix(request: Request, name: str) -> str:
    """The absolute address of a list, `https://…/v1/articles/`; details stand below it."""
    return request.build_absolute_uri(reverse(f"articles:{name}"))


def xml_text(text: str) -> str:
    """Without the characters that XML cannot say; not escaped."""
    return _NOT_IN_XML.sub("", text)
