"""The ground of both APIs: a view of REST framework that takes nothing from the host's settings of it."""

import re
from typing import Any, NoReturn
from urllib.parse import unquote_to_bytes

from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext as _
from rest_framework.exceptions import MethodNotAllowed
from rest_framework.views import APIView

from .negotiation import JSON, Negotiation
from .problems import InvalidParameters

_COMPRESSED = re.compile(r'-(?:gzip|br|zstd|deflate)"')


class OwnView(APIView):
    """Nothing is parsed, nobody is looked up and nothing is counted unless a subclass says so."""

    renderer_classes = [JSON]
    parser_classes: list[Any] = []
    authentication_classes = []
    permission_classes = []
    throttle_classes = []
    content_negotiation_class: type[Negotiation] = Negotiation
    versioning_class = None
    metadata_class = None
    schema = None

    parameters: frozenset[str] = frozenset()
    """Query parameters beside `format`; any other is answered with 400."""

    def check_names(self, query: QueryDict) -> None:
        """400 for parameters that this view does not know."""
        if not query:
            return
        known = self.parameters | self.content_negotiation_class.parameters
        if unknown := [name for name in query if name not in known]:
            reason = _("unknown parameter; there are: {names}").format(names=", ".join(sorted(known)) or "–")
            raise InvalidParameters(dict.fromkeys(unknown[:20], reason))

    def finalize_response(self, request: Any, response: Any, *args: Any, **kwargs: Any) -> Any:
        """The headers that every answer has, errors too."""
        response["X-Content-Type-Options"] = "nosniff"
        if response.status_code == 405:
            response["Allow"] = ", ".join(self.allowed_methods)
        return response

    def options(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        """Which methods there are."""
        return HttpResponse(status=204, headers={"Allow": ", ".join(self.allowed_methods)})

    def raise_uncaught_exception(self, exc: Exception) -> NoReturn:
        """A fault of ours goes to Django as it is."""
        raise exc

    @property
    def default_response_headers(self) -> dict[str, str]:
        """None: `finalize_response` writes ours."""
        return {}

    def http_method_not_allowed(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        """405, as a problem like any other."""
        raise MethodNotAllowed(request.method or "")


def as_sent(condition: str) -> str:
    """The tags of `If-Match` or `If-None-Match` as we gave them: Apache and Caddy write the name of the coding into
    each that they compress, `"7-gzip"`, and send it on like that when it comes back."""
    return _COMPRESSED.sub('"', condition)


def check_bytes(request: HttpRequest) -> None:
    """400 for a query that is not UTF-8 or holds NUL: no database and no reader can say such text."""
    query = request.META.get("QUERY_STRING", "")
    if not query:
        return
    try:
        text = unquote_to_bytes(query.replace("+", " ").encode("latin-1")).decode()
        sound = "\0" not in text
    except (UnicodeDecodeError, UnicodeEncodeError):
        sound = False
    if sound:
        return
    reasons = {}
    for name, values in request.GET.lists():
        if any("\0" in text or "\ufffd" in text for text in (name, *values)):
            reasons[name.replace("\0", "\\0")[:100]] = _("must be UTF-8 text without NUL")
    raise InvalidParameters(reasons or {"": _("must be UTF-8 text without NUL")})
