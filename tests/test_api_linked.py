"""What hangs together: related articles, a person's timeline, who appears with whom."""

import pytest

from tests import live_rows as make
from tests.contract import ask

pytestmark = pytest.mark.django_db


@pytest.fixture
def archive():
    son, blinken, an = (make.person(name) for name in ("Bùi Thanh Sơn", "Antony Blinken", "An"))
    talks = make.event("Hội đàm", date="2024-05-02", people=(son, blinken))
    make.event("Lễ ký", kind="signing", date="XXXX-09-02", people=(son,))
    trade = make.topic("Kinh tế")
    make.article("Một", date="2024-05-03", people=(son, blinken), events=(talks,), topics=(trade,))
    make.article("Hai", date="2024-05-02", people=(son, blinken), events=(talks,))
    make.article("Ba", date="2023-01-01", people=(son,))
    make.article("Bốn", date="2024-01-01", topics=(trade,), people=(an,))
    make.article("Năm", date="2025-01-01")


def test_related_articles_share_most_first(client, archive):
    body = ask(client, "/api/v1/articles/mot/related/")
    assert [item["slug"] for item in body["results"]] == ["hai", "ba", "bon"]
    assert "body_html" not in body["results"][0]
    assert [
        item["slug"] for item in ask(client, "/api/v1/articles/mot/related/", page_size=1)["results"]
    ] == ["hai"]
    assert ask(client, "/api/v1/articles/nam/related/")["results"] == []


def test_related_articles_have_the_members_that_are_asked_for(client, archive):
    def members(**query):
        (item,) = ask(client, "/api/v1/articles/mot/related/", page_size=1, **query)["results"]
        return set(item)

    assert members(fields="title,slug") == {"slug", "title"}
    assert members(fields="body_text") == {"body_text"}
    assert members(omit="images,people") == members() - {"images", "people"}


def test_a_timeline_mixes_events_and_articles_undated_last(client, archive):
    path = "/api/v1/people/bui-thanh-son/timeline/"
    body = ask(client, path)
    found = [(item["type"], item["slug"]) for item in body["results"]]
    assert body["count"] == 5
    assert found[0] == ("article", "ba")
    assert set(found[1:3]) == {("article", "hai"), ("event", "hoi-dam")}
    assert found[3:] == [("article", "mot"), ("event", "le-ky")]
    newest = [item["slug"] for item in ask(client, path, ordering="-date")["results"]]
    assert (newest[0], newest[-2:]) == ("mot", ["ba", "le-ky"])
    event = next(item for item in body["results"] if item["slug"] == "hoi-dam")
    assert event["article_count"] == 2
    first = ask(client, path, page_size=3)
    second = client.get(first["next"]).json()
    assert [item["slug"] for item in first["results"] + second["results"]] == [slug for _type, slug in found]
    assert second["next"] is None


def test_a_graph_weighs_pairs_by_the_articles_that_name_both(client, archive):
    body = ask(client, "/api/v1/graph/")
    assert [(node["slug"], node["article_count"]) for node in body["nodes"]] == [
        ("bui-thanh-son", 3),
        ("antony-blinken", 2),
        ("an", 1),
    ]
    ids = {node["id"]: node["slug"] for node in body["nodes"]}
    assert [({ids[edge["source"]], ids[edge["target"]]}, edge["weight"]) for edge in body["edges"]] == [
        ({"bui-thanh-son", "antony-blinken"}, 2)
    ]


@pytest.mark.parametrize(
    ("query", "nodes", "weights"),
    [
        ({"date_after": "2024-05-03"}, {"bui-thanh-son": 1, "antony-blinken": 1}, [1]),
        ({"topic": "kinh-te"}, {"bui-thanh-son": 1, "antony-blinken": 1, "an": 1}, [1]),
        ({"q": "hai"}, {"bui-thanh-son": 1, "antony-blinken": 1}, [1]),
        ({"q": "…"}, {}, []),
        ({"nodes": 1}, {"bui-thanh-son": 3}, []),
        ({"min_weight": 3}, {"bui-thanh-son": 3, "antony-blinken": 2, "an": 1}, []),
    ],
)
def test_a_graph_is_filtered_like_articles(client, archive, query, nodes, weights):
    body = ask(client, "/api/v1/graph/", **query)
    assert {node["slug"]: node["article_count"] for node in body["nodes"]} == nodes
    assert [edge["weight"] for edge in body["edges"]] == weights


def test_the_graph_of_all_is_drawn_once_a_change(client, archive, django_assert_num_queries):
    before = ask(client, "/api/v1/graph/")
    with django_assert_num_queries(1):
        assert ask(client, "/api/v1/graph/") == before
    make.article("Nữa", people=(make.person("Người thứ nhất"), make.person("Người thứ hai")))
    assert len(ask(client, "/api/v1/graph/")["nodes"]) == len(before["nodes"]) + 2


STATEMENTS = {
    "/api/v1/articles/mot/related/": 3,
    "/api/v1/people/bui-thanh-son/timeline/": 3,
    "/api/v1/graph/": 3,
    "/api/v1/graph/?section_not=x": 4,
    "/api/v1/graph/?q=mot&section_not=x": 5,
}


@pytest.mark.parametrize("path", STATEMENTS)
def test_each_takes_few_statements_and_has_validators(
    client, archive, path, django_assert_num_queries, public_reads
):
    with public_reads(), django_assert_num_queries(STATEMENTS[path]):
        first = client.get(path)
    assert first.status_code == 200
    assert client.get(path, headers={"if-none-match": first["ETag"]}).status_code == 304


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/v1/articles/none/related/", 404),
        ("/api/v1/people/none/timeline/", 404),
        ("/api/v1/articles/mot/related/?page_size=x", 400),
        ("/api/v1/articles/mot/related/?fields=nothing", 400),
        ("/api/v1/people/bui-thanh-son/timeline/?ordering=name", 400),
        ("/api/v1/people/bui-thanh-son/timeline/?cursor=", 400),
        ("/api/v1/graph/?nodes=201", 400),
        ("/api/v1/graph/?year=x", 400),
        ("/api/v1/graph/?page=1", 400),
        ("/api/v1/graph/?q=a&q=b", 400),
    ],
)
def test_what_is_not_there_or_cannot_be_read(client, archive, path, status):
    assert client.get(path).status_code == status
