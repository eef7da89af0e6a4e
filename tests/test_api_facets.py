"""Facets, expanded items: what a list is made of, and what it links to."""

import pytest

from tests import live_rows as make
from tests.contract import ask

pytestmark = pytest.mark.django_db

ARTICLES = "/api/v1/articles/"
ALL = "section,topic,person,event,agency,year"


@pytest.fixture
def archive():
    son, blinken = make.person("Bùi Thanh Sơn"), make.person("Antony Blinken")
    talks = make.event("Hội đàm", date="2024-05-02", people=(son,))
    world, trade = make.section("Thế giới"), make.topic("Kinh tế")
    make.article(
        "Một", date="2024-05-03", people=(son, blinken), events=(talks,), section=world, agencies=("VNP",)
    )
    make.article("Hai", date="2024-01-01", people=(son,), topics=(trade,), agencies=("TTXVN", "VNP"))
    make.article("Ba", date="2021", section=world)
    make.article("Bốn", date=None)


def test_of_all_articles(client, archive):
    assert ask(client, ARTICLES, facets=ALL)["facets"] == {
        "section": [{"slug": "the-gioi", "name": "Thế giới", "count": 2}],
        "topic": [{"slug": "kinh-te", "name": "Kinh tế", "count": 1}],
        "person": [
            {"slug": "bui-thanh-son", "name": "Bùi Thanh Sơn", "count": 2},
            {"slug": "antony-blinken", "name": "Antony Blinken", "count": 1},
        ],
        "event": [{"slug": "hoi-dam", "name": "Hội đàm", "count": 1}],
        "agency": [
            {"slug": "vnp", "name": "VNP", "count": 2},
            {"slug": "ttxvn", "name": "TTXVN", "count": 1},
        ],
        "year": [{"year": "2024", "count": 2}, {"year": "2021", "count": 1}],
    }


@pytest.mark.parametrize(
    "query", [{"person": "antony-blinken"}, {"q": "một"}, {"q": "mot", "section": "the-gioi"}]
)
def test_of_the_articles_that_were_asked_for(client, archive, query):
    body = ask(client, ARTICLES, facets=ALL, **query)
    assert body["count"] == 1
    assert body["facets"]["section"] == [{"slug": "the-gioi", "name": "Thế giới", "count": 1}]
    assert [item["slug"] for item in body["facets"]["person"]] == ["bui-thanh-son", "antony-blinken"] or [
        item["slug"] for item in body["facets"]["person"]
    ] == ["antony-blinken", "bui-thanh-son"]
    assert body["facets"]["agency"] == [{"slug": "vnp", "name": "VNP", "count": 1}]
    assert body["facets"]["year"] == [{"year": "2024", "count": 1}]
    assert body["facets"]["topic"] == []


@pytest.mark.parametrize("query", [{}, {"year": "2022"}])
def test_an_agency_is_spelt_as_in_the_newest_article_that_credits_it(client, archive, query):
    make.article("Cũ", date="2022-01-01", agencies=("báo quốc tế",))
    make.article("Mới", date="2022-02-01", agencies=("TTXVN", "Báo Quốc tế"))
    named = ask(client, ARTICLES, facets="agency", **query)["facets"]["agency"]
    assert {"slug": "bao-quoc-te", "name": "Báo Quốc tế", "count": 2} in named


def test_change_with_the_log(client, archive):
    assert ask(client, ARTICLES, facets="year")["facets"]["year"][0]["count"] == 2
    make.article("Năm", date="2024")
    assert ask(client, ARTICLES, facets="year")["facets"]["year"][0]["count"] == 3


def test_only_when_asked_and_only_of_articles(client, archive):
    assert "facets" not in ask(client, ARTICLES)
    assert client.get(f"{ARTICLES}?facets=mood").status_code == 400
    assert client.get("/api/v1/people/?facets=person").status_code == 400


def test_each_takes_one_statement_and_names_of_agencies_another(
    client, archive, django_assert_max_num_queries, public_reads
):
    with public_reads(), django_assert_max_num_queries(10):
        ask(client, ARTICLES, facets=ALL, person="bui-thanh-son")


def test_expand_embeds_whole_people_and_events(client, archive, django_assert_num_queries):
    with django_assert_num_queries(4):
        item = ask(client, ARTICLES, expand="people,events", person="bui-thanh-son")["results"][0]
    assert item["people"][0]["article_count"] == 2
    assert item["people"][0]["role"] == ""
    assert item["people"][0]["url"] == "http://testserver/api/v1/people/bui-thanh-son/"
    assert item["events"][0]["participants"][0]["slug"] == "bui-thanh-son"
    item = ask(client, f"{ARTICLES}mot/", expand="people", fields="people")
    assert item["people"][1]["name"] == "Antony Blinken"
    assert (
        ask(client, "/api/v1/events/hoi-dam/", expand="participants")["participants"][0]["article_count"] == 2
    )


def test_an_expanded_answer_has_a_tag_that_follows_the_people(client, archive):
    before = client.get(f"{ARTICLES}mot/?expand=people")
    make.person("Ai đó")
    assert client.get(f"{ARTICLES}mot/?expand=people")["ETag"] != before["ETag"]
    assert (
        client.get(f"{ARTICLES}mot/?expand=people", headers={"if-none-match": before["ETag"]}).status_code
        == 200
    )


@pytest.mark.parametrize(
    "path", [f"{ARTICLES}?expand=section", "/api/v1/people/?expand=events", f"{ARTICLES}mot/?expand=x"]
)
def test_what_cannot_be_expanded_is_refused(client, archive, path):
    assert client.get(path).json()["invalid_params"][0]["name"] == "expand"
