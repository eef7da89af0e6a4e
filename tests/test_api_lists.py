"""Lists of articles, people and events: shape, filters, orderings, members, counts, number of statements."""

import json

import pytest
from django.urls import reverse

from articles.search import Query
from tests import live_rows as make
from tests.contract import ask

pytestmark = pytest.mark.django_db

ARTICLES, PEOPLE, EVENTS = "/api/v1/articles/", "/api/v1/people/", "/api/v1/events/"


def slugs(client, path, **query):
    return [item["slug"] for item in ask(client, path, **query)["results"]]


@pytest.fixture
def archive():
    """Two people, two events, four articles, two sections."""
    politics, world = make.section("Chính trị"), make.section("Thế giới")
    son = make.person("Bùi Thanh Sơn", countries=("Việt Nam",))
    blinken = make.person("Antony Blinken", countries=("Hoa Kỳ", "Pháp"))
    talks = make.event("Hội đàm Việt Nam - Hoa Kỳ", date="2024-05-02", place="Hà Nội", people=(son, blinken))
    forum = make.event("Đối thoại Shangri-La", kind="dialogue", date="XXXX-06-01", place="Singapore")
    make.article(
        "Một",
        body="Thân bài một",
        date="2024-05-03",
        people=(son, blinken),
        events=(talks,),
        section=politics,
        agencies=("TTXVN",),
        topics=(make.topic("Ngoại giao"), make.topic("Kinh tế")),
    )
    make.article(
        "Hai",
        date="2024-04",
        people=(son,),
        section=politics,
        topics=(make.topic("Ngoại giao"),),
        agencies=("VNP",),
    )
    make.article("Ba", date="2023-12-30/2024-01-02", events=(forum,), section=world, language="en")
    make.article("Đen", date="XXXX-07-13", section=world)


def test_an_empty_archive_has_empty_lists(client):
    for path in (ARTICLES, PEOPLE, EVENTS, "/api/v1/sections/", "/api/v1/topics/"):
        assert ask(client, path) == {"count": 0, "next": None, "previous": None, "results": []}


def test_an_article_in_a_list_is_its_document_without_the_bodies(client, archive):
    item = ask(client, ARTICLES)["results"][0]
    assert item["url"] == "http://testserver/api/v1/articles/mot/"
    assert item["title"] == "Một"
    assert [person["name"] for person in item["people"]] == ["Bùi Thanh Sơn", "Antony Blinken"]
    assert "body_html" not in item
    assert "body_text" not in item


def test_people_and_events_carry_their_totals(client, archive):
    people = {item["slug"]: item for item in ask(client, PEOPLE)["results"]}
    assert (people["bui-thanh-son"]["article_count"], people["bui-thanh-son"]["event_count"]) == (2, 1)
    events = {item["slug"]: item for item in ask(client, EVENTS)["results"]}
    assert events["hoi-dam-viet-nam-hoa-ky"]["article_count"] == 1


def test_the_address_of_an_item_is_the_frontends_where_the_host_names_it(client, archive, settings):
    settings.ARTICLES = {"FRONTEND_URLS": {"article": "https://news.example/{slug}/"}}
    item = ask(client, ARTICLES, ids=str(make.uid("article", "mot")))["results"][0]
    assert item["url"] == "https://news.example/mot/"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"section": "chinh-tri"}, ["mot", "hai"]),
        ({"section": "chinh-tri,the-gioi"}, ["mot", "hai", "ba", "den"]),
        ({"section_not": "chinh-tri"}, ["ba", "den"]),
        ({"topic": "kinh-te"}, ["mot"]),
        ({"topic": ["kinh-te", "ngoai-giao"]}, ["mot"]),
        ({"topic": "kinh-te,ngoai-giao"}, ["mot", "hai"]),
        ({"topic_not": "kinh-te"}, ["hai", "ba", "den"]),
        ({"person": "bui-thanh-son"}, ["mot", "hai"]),
        ({"person": ["bui-thanh-son", "antony-blinken"]}, ["mot"]),
        ({"person": "bui-thanh-son", "person_not": "antony-blinken"}, ["hai"]),
        ({"person": "nobody-of-that-name"}, []),
        ({"event": "doi-thoai-shangri-la"}, ["ba"]),
        ({"event_not": "doi-thoai-shangri-la"}, ["mot", "hai", "den"]),
        ({"agency": "ttxvn"}, ["mot"]),
        ({"agency": "TTXVN,VNP"}, ["mot", "hai"]),
        ({"agency_not": "TTXVN"}, ["hai", "ba", "den"]),
        ({"language": "en"}, ["ba"]),
        ({"language": "EN,fr"}, ["ba"]),
        ({"language_not": "en"}, ["mot", "hai", "den"]),
        ({"year": "2024"}, ["mot", "hai", "ba"]),
        ({"year": "2023"}, ["ba"]),
        ({"year": "2023,2022"}, ["ba"]),
        ({"date_after": "2024-04-30"}, ["mot", "hai"]),
        ({"date_after": "2024-05-03"}, ["mot"]),
        ({"date_after": "2024-05-04"}, []),
        ({"date_before": "2024-01-01"}, ["ba"]),
        ({"date_before": "2024-04"}, ["hai", "ba"]),
        ({"date_after": "2024-04", "date_before": "2024-04"}, ["hai"]),
        ({"person": "bui-thanh-son", "section": "the-gioi"}, []),
    ],
)
def test_articles_are_filtered(client, archive, query, found):
    body = ask(client, ARTICLES, **query)
    assert [item["slug"] for item in body["results"]] == found
    assert body["count"] == len(found)


def test_ids_choose_articles_in_the_usual_order(client, archive):
    chosen = ",".join(str(make.uid("article", slug)) for slug in ("ba", "mot", "gone"))
    assert slugs(client, ARTICLES, ids=chosen) == ["mot", "ba"]


@pytest.mark.parametrize(
    ("path", "query", "found"),
    [
        (PEOPLE, {"country": "Việt Nam"}, ["bui-thanh-son"]),
        (PEOPLE, {"country": "hoa ky"}, ["antony-blinken"]),
        (PEOPLE, {"event": "hoi-dam-viet-nam-hoa-ky"}, ["antony-blinken", "bui-thanh-son"]),
        (PEOPLE, {"article": "hai"}, ["bui-thanh-son"]),
        (PEOPLE, {"q": "thanh son"}, ["bui-thanh-son"]),
        (EVENTS, {"kind": "dialogue"}, ["doi-thoai-shangri-la"]),
        (EVENTS, {"person": "bui-thanh-son"}, ["hoi-dam-viet-nam-hoa-ky"]),
        (EVENTS, {"place": "Ha Noi"}, ["hoi-dam-viet-nam-hoa-ky"]),
        (EVENTS, {"date_after": "2024-01-01", "date_before": "2024-12-31"}, ["hoi-dam-viet-nam-hoa-ky"]),
        (EVENTS, {"article": "ba"}, ["doi-thoai-shangri-la"]),
        (EVENTS, {"q": "doi thoai"}, ["doi-thoai-shangri-la"]),
        (EVENTS, {"year": "2023"}, []),
    ],
)
def test_people_and_events_are_filtered(client, archive, path, query, found):
    body = ask(client, path, **query)
    assert [item["slug"] for item in body["results"]] == found
    assert body["count"] == len(found)


@pytest.mark.parametrize(
    ("path", "ordering", "found"),
    [
        (ARTICLES, "-date", ["mot", "hai", "ba", "den"]),
        (ARTICLES, "date", ["ba", "hai", "mot", "den"]),
        (ARTICLES, "title", ["ba", "den", "hai", "mot"]),
        (PEOPLE, "name", ["antony-blinken", "bui-thanh-son"]),
        (PEOPLE, "-article_count", ["bui-thanh-son", "antony-blinken"]),
        (EVENTS, "date", ["hoi-dam-viet-nam-hoa-ky", "doi-thoai-shangri-la"]),
        (EVENTS, "-date", ["hoi-dam-viet-nam-hoa-ky", "doi-thoai-shangri-la"]),
    ],
)
def test_orderings_put_the_undated_last_and_titles_in_vietnamese_order(
    client, archive, path, ordering, found
):
    assert slugs(client, path, ordering=ordering) == found
    walked, address = [], f"{path}?ordering={ordering}&page_size=1&cursor="
    while address:
        body = client.get(address).json()
        walked += [item["slug"] for item in body["results"]]
        address = body["next"]
    assert walked == found


def test_fields_and_omit_choose_members(client, archive):
    item = ask(client, ARTICLES, fields="title,url,body_text", ids=str(make.uid("article", "mot")))[
        "results"
    ][0]
    assert item == {
        "url": "http://testserver/api/v1/articles/mot/",
        "title": "Một",
        "body_text": "Thân bài một",
    }
    item = ask(client, ARTICLES, omit="people,events,body_html")["results"][0]
    assert not {"people", "events", "body_html", "body_text"} & set(item)
    assert ask(client, PEOPLE, fields="article_count")["results"][0] == {"article_count": 1}


def test_sections_and_topics_tell_how_many_articles_they_hold(client, archive):
    make.section("Trống")
    found = ask(client, "/api/v1/sections/")
    assert [(item["name"], item["article_count"]) for item in found["results"]] == [
        ("Chính trị", 2),
        ("Thế giới", 2),
    ]
    assert client.get(found["results"][0]["articles"]).json()["count"] == 2
    assert [item["slug"] for item in ask(client, "/api/v1/topics/")["results"]] == ["kinh-te", "ngoai-giao"]


def test_the_index_names_the_lists(client):
    index = ask(client, reverse("articles:index"))
    assert index["articles"] == "http://testserver/api/v1/articles/"
    for address in index.values():
        assert (
            client.get(address, {"q": "hoi dam"} if address.endswith("/search/") else {}).status_code == 200
        )


QUERIES = [
    {},
    {"page": 2, "page_size": 2},
    {"cursor": ""},
    {"section": "chinh-tri"},
    {"person": "bui-thanh-son"},
    {
        "person": ["bui-thanh-son", "antony-blinken"],
        "year": "2024",
        "agency": "ttxvn",
        "section_not": "the-gioi",
    },
    {"q": "một"},
    {"q": "một", "section": "chinh-tri", "ordering": "title"},
    {"fields": "body_html", "omit": "id"},
]


@pytest.mark.parametrize("query", QUERIES, ids=json.dumps)
def test_a_list_takes_at_most_three_statements(client, archive, query, django_assert_max_num_queries):
    # By relevance one more for each tier of hits that the page needs.
    tiers = len(Query.parse(query["q"]).tiers) if set(query) == {"q"} else 0
    with django_assert_max_num_queries(3 + tiers):
        ask(client, ARTICLES, **query)


@pytest.mark.parametrize("path", [PEOPLE, EVENTS, "/api/v1/sections/", "/api/v1/topics/"])
def test_other_lists_take_at_most_three_statements(client, archive, path, django_assert_max_num_queries):
    with django_assert_max_num_queries(3):
        ask(client, path)


def test_every_kind_leaves_out_what_is_named(client):
    son, park = (
        make.person("Bùi Thanh Sơn", countries=("Việt Nam",)),
        make.person("Park Jin", countries=("Hàn Quốc",)),
    )
    talks = make.event("Hội đàm", kind="talks", place="Hà Nội", people=(son,))
    visit = make.event("Chuyến thăm", kind="visit", place="Seoul", people=(son, park))
    make.article("Một bài", people=(son,), events=(talks,))

    def slugs(kind, **query):
        return {item["slug"] for item in ask(client, f"/api/v1/{kind}/", **query)["results"]}

    assert slugs("people", country_not="viet nam") == {park.slug}
    assert slugs("people", event_not=visit.slug) == set()
    assert slugs("people", article_not="mot-bai") == {park.slug}
    assert slugs("events", kind_not="talks,meeting") == {visit.slug}
    assert slugs("events", person_not=park.slug) == {talks.slug}
    assert slugs("events", place_not="ha noi") == {visit.slug}
    assert slugs("events", article_not="mot-bai", person=son.slug) == {visit.slug}


@pytest.mark.parametrize("kind", ["articles", "people", "events"])
def test_a_query_without_words_matches_nothing_in_any_list(client, db, kind):
    make.article("Một bài", people=(make.person("Bùi Thanh Sơn"),), events=(make.event("Hội đàm"),))
    assert ask(client, f"/api/v1/{kind}/", q="!")["results"] == []
