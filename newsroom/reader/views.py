"""The pages. Each asks the API for what it shows, and answers in the API's status when that refuses."""

import json
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.safestring import SafeString, mark_safe
from django.views.generic import TemplateView

from . import api, body, narrowing, show, words

Context = dict[str, Any]

FRONT_ARTICLES = 9
FRONT_SECTIONS = 3
TIES = 8
"""Of each person in the table of the network."""
LIST_FIELDS = "slug,title,dek,body_text,date,dateline,agencies,section,people,language,first_published_at"


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
            "api_root": root,
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

    def refuse(self, refused: api.Refused) -> HttpResponseBase:
        """A page that says why there is none: not found, withdrawn, a query that cannot be read, out of order."""
        problem = refused.problem
        kind = problem.get("kind", "")
        replacement = problem.get("replaced_by")
        context = {
            **self.frame(),
            "problem": problem,
            "status": refused.status,
            "day": words.moment(problem.get("withdrawn_at")),
            "replacement": show.href(kind, replacement["slug"]) if replacement else "",
        }
        response = self.response_class(self.request, ["reader/refused.html"], context, status=refused.status)
        if refused.status == 503:
            response["Retry-After"] = "5"
        return response


class Front(Page):
    template_name = "reader/front.html"
    tab = "front"

    def context(self, **kwargs: Any) -> Context:
        request = self.request
        latest = api.get(request, "articles/", page_size=FRONT_ARTICLES, fields=LIST_FIELDS)
        sections = api.get(request, "sections/", page_size=100)["results"]
        largest = sorted(sections, key=lambda section: -section["article_count"])[:FRONT_SECTIONS]
        for section in largest:
            found = api.get(request, "articles/", section=section["slug"], page_size=4, fields=LIST_FIELDS)
            section["articles"] = [show.article(item) for item in found["results"]]
        people = api.get(request, "people/", ordering="-article_count", page_size=8)
        events = api.get(request, "events/", page_size=5)
        articles = [show.article(item) for item in latest["results"]]
        home = request.build_absolute_uri("/")
        return {
            "ld": _script(
                {
                    "@context": "https://schema.org",
                    "@type": "WebSite",
                    "name": "Newsroom",
                    "url": home,
                    "potentialAction": {
                        "@type": "SearchAction",
                        "target": f"{home}search/?q={{words}}",
                        "query-input": "required name=words",
                    },
                }
            ),
            "count": latest["count"],
            "lead": articles[0] if articles else None,
            "articles": articles[1:],
            "more": bool(latest["next"]),
            "sections": sections,
            "largest": largest if latest["count"] > FRONT_ARTICLES else [],
            "people": [show.person(item) for item in people["results"]],
            "events": [show.event(item) for item in events["results"]],
        }


class Item(Page):
    """The page of one item, with its formats and its JSON-LD."""

    plural = ""
    kind = ""

    def read(self, slug: str) -> Context:
        """The item; `self.path` is its place in the API."""
        self.path = f"{self.plural}/{slug}/"
        return api.get(self.request, self.path)

    def about(self) -> Context:
        """What machines are told of the item."""
        ld = api.get_or_none(self.request, self.path, format="jsonld")
        address = api.root() + self.path
        return {
            "ld": _script(api.on_site(ld, self.request)) if ld else "",
            "formats": show.formats(self.request, address, self.kind) if ld else
                       show.formats(self.request, address, self.kind)[:1],
        }  # fmt: skip


class Article(Item):
    template_name = "reader/article.html"
    plural, kind = "articles", "article"

    def context(self, slug: str = "", **kwargs: Any) -> Context:
        item = self.read(slug)
        related = api.get_or_none(self.request, f"{self.path}related/", page_size=4)
        return {
            **self.about(),
            **self.shown(item),
            "related": [show.article(each) for each in (related or {}).get("results", [])],
        }

    @staticmethod
    def shown(item: Context) -> Context:
        """What the document itself has to show."""
        article = show.article(item)
        return {
            "article": article,
            "parts": body.weave(item["body_html"], people=article["people"], images=item["images"]),
            "corrections": show.corrections(item),
            "translations": [
                {
                    **each,
                    "href": show.href("article", each["slug"]),
                    "name": words.LANGUAGES.get(each["language"], each["language"]),
                }
                for each in item["translations"]
            ],
            "image": next((image["file"] for image in item["images"] if image["file"]), ""),
        }


class Person(Item):
    template_name = "reader/person.html"
    plural, kind = "people", "person"
    tab = "people"

    def context(self, slug: str = "", **kwargs: Any) -> Context:
        item = self.read(slug)
        page = self.request.GET.get("page")
        found = api.get(self.request, "articles/", person=slug, page=page, page_size=10, facets="person")
        events = api.get(self.request, "events/", person=slug, page_size=50, ordering="date")
        with_them = [each for each in found["facets"]["person"] if each["slug"] != slug]
        return {
            **self.about(),
            "person": show.person(item),
            "corrections": show.corrections(item),
            "articles": [show.article(each) for each in found["results"]],
            "found": found,
            "turns": narrowing.turns(self.request, found),
            "events": [show.event(each) for each in events["results"]],
            "with_them": [show.person(each) for each in with_them],
        }


class Event(Item):
    template_name = "reader/event.html"
    plural, kind = "events", "event"
    tab = "events"

    def context(self, slug: str = "", **kwargs: Any) -> Context:
        item = self.read(slug)
        page = self.request.GET.get("page")
        found = api.get(self.request, "articles/", event=slug, page=page, page_size=10, ordering="-date")
        return {
            **self.about(),
            "event": show.event(item),
            "corrections": show.corrections(item),
            "articles": [show.article(each) for each in found["results"]],
            "found": found,
            "turns": narrowing.turns(self.request, found),
        }


class People(Page):
    template_name = "reader/people.html"
    tab = "people"

    def context(self, **kwargs: Any) -> Context:
        asked = narrowing.given(self.request, ("q", "country", "ordering", "page", "cursor"))
        ordering = asked.pop("ordering", None) or (None if asked.get("q") else "-article_count")
        found = api.get(self.request, "people/", **asked, ordering=ordering, page_size=48)
        return {
            "asked": asked,
            "canonical": self.canonical(asked),
            "ordering": ordering,
            "found": found,
            "turns": narrowing.turns(self.request, found),
            "people": [show.person(item) for item in found["results"]],
        }


class Events(Page):
    """All events in time; those without a year stand apart, since no line of time can hold them."""

    template_name = "reader/events.html"
    tab = "events"

    def context(self, **kwargs: Any) -> Context:
        asked = narrowing.given(self.request, ("q", "kind", "year", "person", "page", "cursor"))
        found = api.get(self.request, "events/", **asked, ordering="-date", page_size=100)
        years: dict[str, list[Context]] = {}
        for item in found["results"]:
            years.setdefault(words.year(item["date"]), []).append(show.event(item))
        return {
            "asked": asked,
            "canonical": self.canonical(asked),
            "kinds": words.KINDS.items(),
            "found": found,
            "turns": narrowing.turns(self.request, found),
            "years": years.items(),
            "dated": sum(len(events) for year, events in years.items() if year),
        }


class Network(Page):
    template_name = "reader/network.html"
    tab = "network"

    def context(self, **kwargs: Any) -> Context:
        asked = narrowing.given(self.request, ("q", "section", "year"))
        graph = api.get(self.request, "graph/", **asked, nodes=40)
        people = {node["id"]: {**show.person(node), "ties": []} for node in graph["nodes"]}
        for edge in graph["edges"]:
            for one, other in ((edge["source"], edge["target"]), (edge["target"], edge["source"])):
                people[one]["ties"].append({**people[other], "weight": edge["weight"]})
        for person in people.values():
            # The strongest come first.
            person["ties"], person["others"] = person["ties"][:TIES], len(person["ties"][TIES:])
        return {
            "asked": asked,
            "people": people.values(),
            "edges": graph["edges"],
            "sections": api.get(self.request, "sections/", page_size=100)["results"],
            "graph": api.root() + "graph/",
        }


class Search(Page):
    template_name = "reader/search.html"
    tab = "search"

    def context(self, **kwargs: Any) -> Context:
        asked = narrowing.given(self.request, (*narrowing.NARROW, "q", "ordering", "page", "cursor"))
        query = asked.get("q")
        facets = ",".join(narrowing.FACETS)
        found = api.get(self.request, "articles/", **asked, facets=facets, fields=LIST_FIELDS, page_size=20)
        narrowed = any(asked.get(name) for name in narrowing.NARROW)
        first = not (narrowed or asked.get("page") or asked.get("cursor"))
        asks = query if first else None
        hits = self._everything(asks, "person,event", 6)
        snippets = {hit["slug"]: hit for hit in self._everything(asks, "article", 20)}
        articles = [
            {**show.article(item), "snippet": snippets.get(item["slug"], {}).get("snippet")}
            for item in found["results"]
        ]
        return {
            "asked": asked,
            "canonical": self.canonical(asked),
            "found": found,
            "articles": articles,
            "hits": hits,
            "facets": narrowing.facets(self.request, found),
            "chosen": narrowing.chosen(self.request, found),
            "turns": narrowing.turns(self.request, found),
        }

    def _everything(self, query: str | None, kind: str, size: int) -> list[Context]:
        if not query:
            return []
        found = api.get_or_none(self.request, "search/", q=query, kind=kind, page_size=size)
        return [
            {
                **hit,
                "href": show.href(hit["type"], hit["slug"]),
                "title": body.marked(hit["title_html"]),
                "snippet": body.marked(hit["snippet_html"]),
                "when": show.when(hit),
            }
            for hit in (found or {}).get("results", [])
        ]


class Preview(Page):
    """A draft on the page it will have. The token comes in a form, never in an address that a log would keep."""

    template_name = "reader/preview.html"
    http_method_names = ["get", "head", "options", "post"]

    def context(self, **kwargs: Any) -> Context:
        return {}

    def post(self, request: HttpRequest) -> HttpResponseBase:
        """The draft; nobody keeps a copy of it."""
        try:
            item = api.preview(request, request.POST.get("token", "").strip()[:200])
        except api.Refused:
            context = {**self.frame(), "refused": True}
            response = self.response_class(request, [self.template_name], context, status=403)
        else:
            response = self.response_class(request, [f"reader/{item['type']}.html"], self._draft(item))
        response["Cache-Control"] = "private, no-store"
        return response

    def _draft(self, item: Context) -> Context:
        shown = {
            "article": Article.shown,
            "person": lambda person: {"person": show.person(person)},
            "event": lambda event: {"event": show.event(event)},
        }[item["type"]](item)
        hidden = [each for entries in item["unpublished"].values() for each in entries]
        return {
            **self.frame(),
            **shown,
            "draft": True,
            "corrections": show.corrections(item),
            "found": {"count": 0},
            "hidden": [each.get("name") or each.get("language") for each in hidden],
        }


_IN_SCRIPT = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def _script(document: Context) -> SafeString:
    """JSON as the content of a script element: it cannot end it, nor begin a comment in it."""
    document.pop("articleBody", None)  # It stands on the page already.
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    return mark_safe(text.translate(_IN_SCRIPT))  # noqa: S308
