"""The API's client: a GET that never leaves the process, and otherwise what any frontend would send.

`get(request, "articles/", q="…")` gives the JSON of `/api/v1/articles/?q=…` as a dictionary. A redirect raises
`Moved`, an error `Refused`; nothing of the reader's cookies or credentials goes along.
"""

import json
from typing import Any
from urllib.parse import parse_qs, urlsplit

from django.http import HttpRequest, QueryDict
from django.urls import NoReverseMatch, Resolver404, resolve, reverse

LISTS = ("articles", "people", "events")
_WHO = ("REMOTE_ADDR", "HTTP_X_FORWARDED_FOR")


class Refused(Exception):
    """An answer of 400 or more; `problem` is its problem document (RFC 9457)."""

    def __init__(self, status: int, problem: dict[str, Any], retry_after: str = "") -> None:
        super().__init__(f"{status} {problem.get('detail', '')}")
        self.status = status
        self.problem = problem
        self.retry_after = retry_after


class Moved(Exception):
    """The item stands elsewhere now: `path` is its place below the API's root, `articles/new-slug/`."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


class _Get(HttpRequest):
    """A bare request for one address of the API."""

    def __init__(self, outer: HttpRequest, path: str, query: QueryDict, **headers: str) -> None:
        super().__init__()
        self.method = "GET"
        self.path = self.path_info = path
        self.GET = query  # type: ignore[assignment]
        self.META = {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": path,
            "QUERY_STRING": query.urlencode(),
            "HTTP_ACCEPT": "*/*",
            "HTTP_HOST": outer.get_host(),
            # Where readers are counted, each counts for itself.
            **{name: outer.META[name] for name in _WHO if name in outer.META},
            **headers,
        }
        self._scheme = outer.scheme or "http"

    def _get_scheme(self) -> str:
        return self._scheme


def root() -> str:
    """Where the API is mounted, `/api/v1/`."""
    return reverse("articles:index")


def exists(path: str) -> bool:
    """Whether the API has an address of its own for `path`, below its root."""
    try:
        return resolve(root() + path).url_name != "fallback"
    except Resolver404:
        return False


def get(request: HttpRequest, path: str, /, **parameters: Any) -> dict[str, Any]:
    """The JSON at `path` below the API's root. Values that are None or empty are left out; lists repeat."""
    query = QueryDict(mutable=True)
    for name, value in parameters.items():
        given = value if isinstance(value, list) else [value]
        query.setlist(name, [str(each) for each in given if each not in (None, "")])
    return _send(_Get(request, root() + path, query))


def preview(request: HttpRequest, token: str) -> dict[str, Any]:
    """The draft that a preview token opens, in the public shape; `unpublished` has links not public yet."""
    try:
        address = reverse("articles:desk-preview")
    except NoReverseMatch:
        raise Refused(404, {}) from None
    return _send(_Get(request, address, QueryDict(), HTTP_X_PREVIEW_TOKEN=token))


def _send(asked: _Get) -> dict[str, Any]:
    # Views may ask how they were found, as of a request that came from outside.
    asked.resolver_match = resolve(asked.path)
    view, args, kwargs = asked.resolver_match
    answer = view(asked, *args, **kwargs)
    if answer.status_code in (301, 302, 308):
        raise Moved(urlsplit(answer["Location"]).path.removeprefix(root()))
    document = json.loads(answer.content or b"{}")
    if answer.status_code >= 400:
        raise Refused(answer.status_code, document, answer.headers.get("Retry-After", ""))
    return document


def get_or_none(request: HttpRequest, path: str, /, **parameters: Any) -> dict[str, Any] | None:
    """The same of what a page can do without: None where the API has no such thing or cannot say."""
    try:
        return get(request, path, **parameters)
    except (Moved, Refused):
        return None


def turn(address: str | None) -> dict[str, str]:
    """What an answer's `next` or `previous` changes in a query: a page or a cursor."""
    query = parse_qs(urlsplit(address or "").query)
    return {name: query[name][0] for name in ("page", "cursor") if name in query}


def on_site(document: Any, request: HttpRequest) -> Any:
    """`document` with the addresses of API resources replaced by those of the reader's pages."""
    if isinstance(document, dict):
        return {name: on_site(value, request) for name, value in document.items()}
    if isinstance(document, list):
        return [on_site(value, request) for value in document]
    if isinstance(document, str):
        base = request.build_absolute_uri(root())
        kind = document.removeprefix(base).partition("/")[0]
        if document.startswith(base) and kind in LISTS:
            return request.build_absolute_uri("/") + document.removeprefix(base)
    return document
