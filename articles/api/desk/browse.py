"""The desk API for whoever develops against it: in a browser, and with `DEBUG` on, an answer is a page to try verbs on.

Everywhere else the same address answers JSON, whatever a browser says it accepts.
"""

import html
import json
import re
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.urls import NoReverseMatch, reverse
from django.utils.safestring import SafeString, mark_safe

from articles.api.html import render

_ADDRESS = re.compile(r"&quot;(https?://(?:[^&<\s]|&amp;)+)&quot;")


def wanted(request: HttpRequest) -> bool:
    """Whether a developer is looking: `DEBUG`, and `Accept` names HTML, as only browsers do."""
    return (
        settings.DEBUG and "text/html" in request.META.get("HTTP_ACCEPT", "") and "format" not in request.GET
    )


def page(request: HttpRequest, answer: HttpResponse, methods: list[str], about: str) -> HttpResponse:
    """`answer` as a page: its status, headers and body, and a form that sends requests to the same address."""
    shown = {name: value for name, value in answer.items() if name not in ("Vary", "X-Content-Type-Options")}
    context = {
        "about": about, "status": answer.status_code, "reason": answer.reason_phrase, "headers": shown,
        "body": _pretty(answer.content, request), "methods": methods, "tag": answer.get("ETag", ""),
        "address": request.get_full_path(), "login": _login(request) if answer.status_code == 401 else "",
        "csrf_token": get_token(request),
    }  # fmt: skip
    text = render("desk_browse.html", context)
    found = HttpResponse(text, status=answer.status_code)
    for name in ("Cache-Control", "Vary", "WWW-Authenticate", "Allow"):
        if name in answer:
            found[name] = answer[name]
    return found


def _pretty(content: bytes, request: HttpRequest) -> SafeString:
    """The body, indented, with addresses of this host as links."""
    try:
        text = json.dumps(json.loads(content), ensure_ascii=False, indent=2)
    except ValueError:
        text = content.decode(errors="replace")
    base = html.escape(request.build_absolute_uri("/"))

    def link(found: re.Match[str]) -> str:
        address = found[1]
        return f'&quot;<a href="{address}">{address}</a>&quot;' if address.startswith(base) else found[0]

    return mark_safe(_ADDRESS.sub(link, html.escape(text)))  # noqa: S308  (escaped as a whole before)


def _login(request: Any) -> str:
    try:
        return f"{reverse('admin:login')}?next={request.path}"
    except NoReverseMatch:
        return ""
