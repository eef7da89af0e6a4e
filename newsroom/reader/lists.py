"""The pages of many items: the front page, people, the timeline, the network, the search."""

from typing import Any

from . import api, body, narrowing, show, words
from .page import LIST_FIELDS, Context, Page, script

FRONT_ARTICLES = 9
FRONT_SECTIONS = 4
SECTIONS_NAMED = 16
"""Sections that the front page names outright where there are more: an archive of many papers has a hundred."""
TIES = 6
"""Of each person in the table of the network."""


class Front(Page):
    template_name = "reader/front.html"
    tab = "front"

    def context(self, **kwargs: Any) -> Context:
        latest = api.get(self.request, "articles/", page_size=FRONT_ARTICLES, fields=LIST_FIELDS)
        sections = self._ask("sections/", page_size=100)
        people = self._ask("people/", ordering="-article_count", page_size=8)
        events = self._ask("events/", ordering="-date", page_size=5)
        articles = [show.article(item) for item in latest["results"]]
        return {
            "ld": script(self._site()),
            "count": latest["count"],
            "lead": articles[0] if articles else None,
            "articles": articles[1:],
            "more": bool(latest["next"]),
            **self._named(sections["results"]),
            "largest": self._largest(sections["results"]) if latest["next"] else [],
            "people": [show.person(item) for item in people["results"]],
            "people_count": people["count"],
            "events": [show.event(item) for item in events["results"]],
            "events_count": events["count"],
        }

    def _ask(self, path: str, **parameters: Any) -> Context:
        """What the page can do without."""
        return api.get_or_none(self.request, path, **parameters) or {"count": 0, "results": []}

    def _named(self, sections: list[Context]) -> Context:
        """The sections in the order of their names: those with the most articles, and the rest."""
        by_size = sorted(sections, key=lambda section: -section["article_count"])
        named = {section["slug"] for section in by_size[:SECTIONS_NAMED]}
        return {
            "sections": [section for section in sections if section["slug"] in named],
            "more_sections": [section for section in sections if section["slug"] not in named],
        }

    def _largest(self, sections: list[Context]) -> list[Context]:
        """The largest sections, each with its newest articles."""
        largest = sorted(sections, key=lambda section: -section["article_count"])[:FRONT_SECTIONS]
        for section in largest:
            found = self._ask("articles/", section=section["slug"], page_size=4, fields=LIST_FIELDS)
            section["articles"] = [show.article(item) for item in found["results"]]
        return largest

    def _site(self) -> Context:
        home = self.request.build_absolute_uri("/")
        return {
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
        names = ("q", "kind", "year", "person", "date_after", "date_before", "page", "cursor")
        asked = narrowing.given(self.request, names)
        found = api.get(self.request, "events/", **asked, ordering="-date", page_size=50)
        years: dict[str, list[Context]] = {}
        for item in found["results"]:
            years.setdefault(words.year(item["date"]), []).append(show.event(item))
        dated = sum(len(events) for year, events in years.items() if year)
        named = {who["slug"]: who["name"] for item in found["results"] for who in item["participants"]}
        return {
            "asked": asked,
            "canonical": self.canonical(asked),
            "kinds": words.KINDS.items(),
            "chosen": narrowing.chosen(self.request, found, ("person", "year"), person=named),
            "found": found,
            "turns": narrowing.turns(self.request, found),
            "years": years.items(),
            "events": f"{api.root()}events/" if dated > 1 or asked else "",
        }


class Network(Page):
    template_name = "reader/network.html"
    tab = "network"

    def context(self, **kwargs: Any) -> Context:
        asked = narrowing.given(self.request, ("q", "section", "year", "person"))
        graph = api.get(self.request, "graph/", **asked, nodes=40)
        people = {node["id"]: {**show.person(node), "ties": []} for node in graph["nodes"]}
        for edge in graph["edges"]:
            for one, other in ((edge["source"], edge["target"]), (edge["target"], edge["source"])):
                people[one]["ties"].append({**people[other], "weight": edge["weight"]})
        for person in people.values():
            # The strongest come first.
            person["ties"], person["others"] = person["ties"][:TIES], len(person["ties"][TIES:])
        sections = api.get_or_none(self.request, "sections/", page_size=100) or {"results": []}
        named = {each["slug"]: each["name"] for each in people.values()}
        return {
            "asked": asked,
            "canonical": self.canonical(asked),
            "people": people.values(),
            "chosen": narrowing.chosen(self.request, graph, ("person",), person=named),
            "edges": graph["edges"],
            "sections": sections["results"],
            "graph": f"{api.root()}graph/",
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
        others = self._hits(query if first else None, "person,event", 6)
        stories = self._hits(query if first else None, "article", 20)
        snippets = {hit["slug"]: hit["snippet"] for hit in stories["results"]}
        return {
            "asked": asked,
            "canonical": self.canonical(asked),
            "found": found,
            "articles": [
                {**show.article(item), "snippet": snippets.get(item["slug"])} for item in found["results"]
            ],
            "hits": others["results"],
            "meant": None if found["count"] else others.get("did_you_mean"),
            "facets": narrowing.facets(self.request, found),
            "chosen": narrowing.chosen(self.request, found),
            "orders": narrowing.orders(self.request, query) if found["count"] > 1 else [],
            "turns": narrowing.turns(self.request, found),
        }

    def _hits(self, query: str | None, kind: str, size: int) -> Context:
        """What the search over all kinds finds of `kind`, ranked, its words marked."""
        found: Context = {}
        if query:
            found = api.get_or_none(self.request, "search/", q=query, kind=kind, page_size=size) or {}
        hits = [
            {
                **hit,
                "href": show.href(hit["type"], hit["slug"]),
                "title": body.marked(hit["title_html"]),
                "snippet": body.marked(hit["snippet_html"]),
                "when": show.when(hit),
            }
            for hit in found.get("results", [])
        ]
        return {**found, "results": hits}
