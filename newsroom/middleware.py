"""The site's content security policy, which Django has a middleware for only from 6.0 on, and its languages."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.middleware.locale import LocaleMiddleware
from django.template.response import SimpleTemplateResponse

POLICY = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)


class Locale(LocaleMiddleware):
    """Django's, but that an answer which is in no language is not said to be in one, nor kept apart by it.

    A CDN would else keep a copy of each public answer for every `Accept-Language` that browsers send.
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if getattr(response, "in_no_language", False):
            return response
        return super().process_response(request, response)


class ContentSecurityPolicy:
    """Puts `POLICY` on every page that does not set one of its own: no inline scripts, no inline styles."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not _is_debug_page(response):
            response.headers.setdefault("Content-Security-Policy", POLICY)
        return response


def _is_debug_page(response: HttpResponse) -> bool:
    """Django's own reports to developers, written with inline styles and scripts; no page of ours looks so."""
    return (
        settings.DEBUG
        and response.status_code in (404, 500)
        and response.headers.get("Content-Type", "").startswith("text/html")
        and not isinstance(response, SimpleTemplateResponse)
    )
