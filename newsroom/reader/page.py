"""What all pages share: the frame, the head, and what is said where the API redirects or refuses."""

import json
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import Resolver404, resolve
from django.utils.safestring import SafeString, mark_safe
from django.views.generic import TemplateView

from . import api, show, words

Context = dict[str, Any]

LIST_FIELDS = (
    "slug,title,dek,body_text,images,date,dateline,agencies,section,people,language,first_published_at"
)


class Page(TemplateView):
    """A page of the reader. Subclasses name a template and write `context`."""

    http_method_names = ["get", "head", "options"]
    tab = ""
    """Which entry of the navigation is current."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """The page, or what became of it."""
        try:
            return super().dispatch(request, *args, **kwargs)
        except api.Moved as moved:
            query = request.META.get("QUERY_STRING", "")
            return redirect(f"/{moved.path}" + (f"?{query}" if query else ""), permanent=True)
        except api.Refused as refused:
            return self.refuse(refused)

    def get_context_data(self, **kwargs: Any) -> Context:
        """What every page needs, and what this one asks the API for."""
        return {**self.frame(), **self.context(**kwargs)}

    def frame(self) -> Context:
        """The frame around every page."""
        root = api.root()
        return {
            "tab": self.tab,
            "api_page": f"{root}docs/" if api.exists("docs/") else root,
            "rss": f"{root}feeds/articles.rss" if api.exists("feeds/articles.rss") else "",
            "suggest": f"{root}search/suggest/" if api.exists("search/suggest/") else "",
            "canonical": self.canonical({}),
        }

    def canonical(self, asked: Context) -> str:
        """The one address of what is shown, whatever else the query says."""
        query = urlencode(asked, doseq=True)
        return self.request.build_absolute_uri(self.request.path) + (f"?{query}" if query else "")

    def context(self, **kwargs: Any) -> Context:
        """What the template of this page shows."""
        raise NotImplementedError

    def refuse(self, refused: api.Refused) -> HttpResponse:
        """A page that says why there is none: not found, withdrawn, a query that cannot be read, out of order."""
        problem = refused.problem
        kind = problem.get("kind", "")
        replacement = problem.get("replaced_by")
        context = {
            **self.frame(),
            "problem": problem,
            "status": refused.status,
            "day": words.day_of(problem.get("withdrawn_at")),
            "replacement": show.href(kind, replacement["slug"]) if replacement else "",
        }
        response = self.response_class(self.request, ["reader/refused.html"], context, status=refused.status)
        if refused.retry_after:
            response["Retry-After"] = refused.retry_after
        return response


class Missing(Page):
    """Every address that is nobody's. One that lacks its last slash leads to the page it means."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The page that says there is none."""
        with_slash = f"{request.path_info}/"
        if not request.path_info.endswith("/") and _is_someones(with_slash):
            return redirect(request.get_full_path(force_append_slash=True), permanent=True)
        return self.refuse(api.Refused(404, {}))


def _is_someones(path: str) -> bool:
    try:
        return resolve(path).url_name != "missing"
    except Resolver404:
        return False


_IN_SCRIPT = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def script(document: Context) -> SafeString:
    """JSON as the content of a script element: it cannot end it, nor begin a comment in it."""
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    return mark_safe(text.translate(_IN_SCRIPT))  # noqa: S308
