"""The pages of one item: an article, a person, an event, and the preview of a draft of any of them."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase

from . import api, body, narrowing, show, words
from .page import LIST_FIELDS, Context, Page, script


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
        document = api.get_or_none(self.request, self.path, format="jsonld")
        if document:
            document.pop("articleBody", None)  # It stands on the page already.
        return {
            "ld": script(api.on_site(document, self.request)) if document else "",
            "formats": show.formats(api.root() + self.path, self.kind),
        }

    def articles(self, **filters: Any) -> Context:
        """The articles that name this item, ten a page, the newest first."""
        page = self.request.GET.get("page")
        found = api.get(
            self.request, "articles/", **filters,
            page=page, page_size=10, ordering="-date", fields=LIST_FIELDS,
        )  # fmt: skip
        return {
            "found": found,
            "articles": [show.article(each) for each in found["results"]],
            "turns": narrowing.turns(self.request, found),
        }


class Article(Item):
    template_name = "reader/article.html"
    plural, kind = "articles", "article"
    tab = "search"

    def context(self, slug: str = "", **kwargs: Any) -> Context:
        item = self.read(slug)
        related = api.get_or_none(self.request, f"{self.path}related/", page_size=4)
        shown = self.shown(item)
        picture = shown["article"]["picture"]
        for each in shown["translations"]:
            each["address"] = self.request.build_absolute_uri(each["href"])
        return {
            **self.about(),
            **shown,
            "image": self.request.build_absolute_uri(picture["file"]) if picture else "",
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
        }


class Person(Item):
    template_name = "reader/person.html"
    plural, kind = "people", "person"
    tab = "people"

    def context(self, slug: str = "", **kwargs: Any) -> Context:
        item = self.read(slug)
        named = self.articles(person=slug, facets="person")
        for article in named["articles"]:
            article["as"] = next((each["role"] for each in article["people"] if each["slug"] == slug), "")
        events = api.get_or_none(self.request, "events/", person=slug, page_size=8, ordering="-date")
        with_them = [each for each in named["found"]["facets"]["person"] if each["slug"] != slug]
        return {
            **self.about(),
            **named,
            "person": show.person(item),
            "corrections": show.corrections(item),
            "events": [show.event(each) for each in (events or {}).get("results", [])],
            "all_events": (events or {}).get("count", 0),
            "with_them": with_them[:12],
        }


class Event(Item):
    template_name = "reader/event.html"
    plural, kind = "events", "event"
    tab = "events"

    def context(self, slug: str = "", **kwargs: Any) -> Context:
        item = self.read(slug)
        return {
            **self.about(),
            **self.articles(event=slug),
            "event": show.event(item),
            "corrections": show.corrections(item),
            "others": self._others(item),
        }

    def _others(self, item: Context) -> list[Context]:
        """What else its first participant took part in."""
        if not item["participants"]:
            return []
        first = item["participants"][0]["slug"]
        found = api.get_or_none(self.request, "events/", person=first, page_size=6, ordering="-date")
        return [show.event(each) for each in (found or {}).get("results", []) if each["id"] != item["id"]][:5]


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
