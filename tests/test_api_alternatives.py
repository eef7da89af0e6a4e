"""Alternatives of a filter, `person=a,b`: the same rows as a plain look through all articles, in the same order."""

from collections import Counter
from itertools import chain, combinations
from urllib.parse import urlencode

import pytest

from articles import search
from articles.api.public import lists
from articles.api.public.feeds import FILTERS
from articles.models.live import LiveArticle
from articles.search import backends
from articles.text.fold import slugify
from tests import live_rows as make
from tests.contract import ask

pytestmark = pytest.mark.django_db

ARTICLES, EVENTS = "/api/v1/articles/", "/api/v1/events/"
ORDERINGS = {
    "-date": ("newest", True),
    "date": ("oldest", False),
    "title": ("sort_title", False),
}


class Archive:
    """Articles of which many share a day, a headline or several values, with what each of them has."""

    def __init__(self) -> None:
        self.people = [make.person(f"Người {number}") for number in range(6)]
        self.happenings = [
            make.event(f"Cuộc họp {number}", date="2024-03-01", people=self.people[number : number + 2])
            for number in range(4)
        ]
        self.topics = [make.topic(f"Chủ đề {number}") for number in range(5)]
        self.sections = [make.section(f"Mục {number}") for number in range(3)]
        self.has = {}
        for number in range(30):
            self._write(number)

    def _write(self, number: int) -> None:
        def some(values, *steps):
            return [value for value, step in zip(values, steps, strict=False) if number % step == 0]

        chosen = {
            "person": some(self.people, 1, 2, 3, 7, 11),
            "event": some(self.happenings, 2, 3, 5),
            "topic": some(self.topics, 2, 4, 5, 9),
        }
        section = self.sections[number % 4] if number % 4 < 2 else None
        agencies = some(("TTXVN", "VNP", "Báo Xứ Đoài"), 2, 3, 10)
        language = ("vi", "en", "fr")[number % 5 % 3]
        date = (None, "2023-12", "2024-01-05", "2024-01-05", "2024-02-01/2024-02-09", "XXXX-05-01")[
            number % 6
        ]
        row = make.article(
            f"Bài {number % 7}", slug=f"bai-{number}", body="Tin tức", date=date, people=chosen["person"],
            events=chosen["event"], topics=chosen["topic"], section=section, agencies=tuple(agencies),
            language=language,
        )  # fmt: skip
        self.has[row] = {name: {value.slug for value in values} for name, values in chosen.items()} | {
            "section": {section.slug} if section else set(),
            "agency": {slugify(agency) for agency in agencies},
            "language": {language},
            "year": {str(row.starts.year)} if row.starts else set(),
        }

    def found(self, ordering: str = "-date", **filters: str) -> list[LiveArticle]:
        """Those that have one of the alternatives of each filter."""
        rows = [row for row, has in self.has.items() if all(passes(has, *item) for item in filters.items())]
        column, descending = ORDERINGS[ordering]
        return sorted(rows, key=lambda row: (getattr(row, column), row.pk.hex), reverse=descending)


def passes(has: dict[str, set[str]], name: str, text: str) -> bool:
    known, excluded = name.removesuffix("_not"), name.endswith("_not")
    return bool(has[known] & {slugify(value) for value in text.split(",")}) != excluded


def take_for_few(monkeypatch, number: int) -> None:
    """Of more rows of a filter than these each is tested for the words of a search."""
    monkeypatch.setattr(search, "FEW", number)
    monkeypatch.setattr(backends, "FEW", number)


@pytest.fixture
def archive():
    return Archive()


ALTERNATIVES: list[dict[str, str]] = [
    {"person": "nguoi-1"},
    {"person": "nguoi-1,nguoi-1"},
    {"person": "nguoi-0,nguoi-1"},
    {"person": "nguoi-1,nguoi-2,nguoi-3"},
    {"person": "nguoi-3,khong-ai"},
    {"person": "khong-ai,khong-co"},
    {"person": "nguoi-5,nguoi-2"},
    {"person": "nguoi-5,khong-ai"},
    {"person": ",".join([*(f"nguoi-{number}" for number in range(5)), *(f"khong-{number}" for number in range(45))])},
    {"event": "cuoc-hop-0,cuoc-hop-1,cuoc-hop-2,cuoc-hop-3,gone"},
    {"topic": "chu-de-3,chu-de-1"},
    {"agency": "TTXVN,ttxvn,Báo Xứ Đoài"},
    {"section": "muc-0,muc-1"},
    {"section": "muc-1,muc-1"},
    {"language": "en,fr"},
    {"year": "2023,2024"},
    {"person": "nguoi-1,nguoi-2", "topic": "chu-de-0,chu-de-2"},
    {"person": "nguoi-1,nguoi-2", "section": "muc-0"},
    {"person": "nguoi-0,nguoi-1", "event": "cuoc-hop-2"},
    {"person": "nguoi-1,nguoi-2", "topic": "khong-co"},
    {"topic": "chu-de-0,chu-de-1", "year": "2024"},
    {"person": "nguoi-1,nguoi-2", "topic_not": "chu-de-0,chu-de-2"},
    {"section": "muc-0,muc-1", "language": "vi,en", "agency": "vnp"},
]  # fmt: skip


@pytest.mark.parametrize("ordering", ORDERINGS)
def test_pages_by_number_have_each_article_once(client, archive, ordering):
    for filters in ALTERNATIVES:
        expected = [row.slug for row in archive.found(ordering, **filters)]
        for size in (4, 100):
            pages = range(1, len(expected) // size + 2)
            bodies = [
                ask(client, ARTICLES, **filters, ordering=ordering, page=p, page_size=size) for p in pages
            ]
            assert [item["slug"] for body in bodies for item in body["results"]] == expected, filters
            assert {body["count"] for body in bodies} == {len(expected)}, filters


@pytest.mark.parametrize("ordering", ORDERINGS)
def test_pages_by_cursor_lead_to_the_end_and_back(client, archive, ordering):
    for filters in ALTERNATIVES:
        expected = [row.slug for row in archive.found(ordering, **filters)]
        body = ask(client, ARTICLES, **filters, ordering=ordering, page_size=4, cursor="")
        there = [item["slug"] for item in body["results"]]
        while body["next"]:
            body = client.get(body["next"]).json()
            there += [item["slug"] for item in body["results"]]
        back = [item["slug"] for item in body["results"]]
        while body["previous"]:
            body = client.get(body["previous"]).json()
            back = [item["slug"] for item in body["results"]] + back
        assert there == back == expected, filters
        assert body["count"] == len(expected), filters


@pytest.mark.parametrize("ordering", ORDERINGS)
def test_facets_count_each_article_once(client, archive, ordering):
    names = ("section", "topic", "person", "event", "agency", "year")
    for filters in ALTERNATIVES:
        rows = archive.found(**filters)
        facets = ask(client, ARTICLES, **filters, ordering=ordering, facets=",".join(names))["facets"]
        for name in names:
            counted = {value.get("slug", value.get("year")): value["count"] for value in facets[name]}
            assert counted == Counter(value for row in rows for value in archive.has[row][name]), filters


@pytest.mark.parametrize("ordering", ["relevance", *ORDERINGS])
def test_a_search_among_them_finds_the_same(client, archive, ordering):
    for filters in ALTERNATIVES:
        # Of hits that are equal a search has an order of its own.
        expected = [row.slug for row in archive.found("title", **filters)]
        body = ask(client, ARTICLES, **filters, q="tin tức", ordering=ordering, page_size=100)
        found = [item["slug"] for item in body["results"]]
        assert found == expected if ordering == "title" else sorted(found) == sorted(expected), filters
        assert body["count"] == len(expected), filters


@pytest.mark.parametrize(("many", "few"), [(lists.MANY, 0), (0, search.FEW)], ids=["many-match", "few-match"])
@pytest.mark.parametrize("ordering", ["date", "title"])
def test_pages_of_a_search_among_them_have_each_hit_once_in_order(
    client, archive, monkeypatch, ordering, many, few
):
    monkeypatch.setattr(lists, "MANY", many)
    take_for_few(monkeypatch, few)
    for filters in ({}, *ALTERNATIVES, {"date_after": "2024-02-03"}):
        after = filters.get("date_after")
        rows = archive.found(ordering, **({} if after else filters))
        found = [row for row in rows if row.title == "Bài 3" and (not after or str(row.ends or "") >= after)]
        expected = [row.slug for row in found]
        body = ask(client, ARTICLES, **filters, q="bai 3", ordering=ordering, page_size=2, facets="person")
        people = Counter(person for row in found for person in archive.has[row]["person"])
        assert {value["slug"]: value["count"] for value in body["facets"]["person"]} == people, filters
        assert body["count"] == len(expected), filters
        slugs = [item["slug"] for item in body["results"]]
        assert slugs == expected[:2], filters
        body = ask(client, ARTICLES, **filters, q="bai 3", ordering=ordering, page_size=1, cursor="")
        slugs = [item["slug"] for item in body["results"]]
        while body["next"]:
            body = client.get(body["next"]).json()
            slugs += [item["slug"] for item in body["results"]]
        assert slugs == expected, filters


def test_feeds_have_the_newest_first(client, archive):
    for filters in ALTERNATIVES:
        if not set(filters) <= set(FILTERS):
            continue
        titles, address = [], f"/api/v1/feeds/articles.json?{urlencode(filters)}&page_size=8"
        while address:
            feed = client.get(address).json()
            titles += [item["title"] for item in feed["items"]]
            address = feed.get("next_url")
        assert titles == [row.title for row in archive.found(**filters)], filters


@pytest.mark.parametrize(
    ("asked", "few"),
    [({}, search.FEW), ({"q": "bai 3"}, search.FEW), ({"q": "bai 3"}, 0)],
    ids=["all", "few-searched", "many-searched"],
)
def test_the_graph_counts_each_article_once(client, archive, monkeypatch, asked, few):
    take_for_few(monkeypatch, few)
    for filters in ({}, *ALTERNATIVES) if asked else ALTERNATIVES:
        graph = ask(client, "/api/v1/graph/", **filters, **asked, min_weight=1)
        named = [
            archive.has[row]["person"]
            for row in archive.found(**filters)
            if not asked or row.title == "Bài 3"
        ]
        assert {node["slug"]: node["article_count"] for node in graph["nodes"]} == Counter(chain(*named)), (
            filters
        )
        slugs = {node["id"]: node["slug"] for node in graph["nodes"]}
        edges = {
            frozenset({slugs[edge["source"]], slugs[edge["target"]]}): edge["weight"]
            for edge in graph["edges"]
        }
        assert edges == Counter(frozenset(pair) for people in named for pair in combinations(people, 2)), (
            filters
        )


@pytest.mark.parametrize("ordering", ["-date", "date"])
@pytest.mark.parametrize(
    ("people", "numbers"),
    [("nguoi-0,nguoi-1", [0, 1]), ("nguoi-1,nguoi-1,khong-ai", [0, 1]), ("nguoi-2,nguoi-4", [1, 2, 3])],
)
def test_events_with_any_of_several_people(client, archive, people, numbers, ordering):
    column, descending = ORDERINGS[ordering]
    rows = [archive.happenings[number] for number in numbers]
    rows.sort(key=lambda row: (getattr(row, column), row.pk.hex), reverse=descending)
    for page, row in enumerate(rows, 1):
        body = ask(client, EVENTS, person=people, ordering=ordering, page=page, page_size=1)
        assert ([item["slug"] for item in body["results"]], body["count"]) == ([row.slug], len(rows))
