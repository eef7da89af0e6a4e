"""The public log: complete, in order, and telling of withdrawn items no more than their tombstones do."""

import pytest

from articles.models.live import LiveArticle, LiveState
from tests import live_rows as make
from tests.contract import ask

pytestmark = pytest.mark.django_db

PATH = "/api/v1/changes/"


@pytest.fixture
def archive():
    make.article("Một")
    make.person("Bùi Thanh Sơn")
    make.withdraw(make.article("Hai"), notice="Rút bài.", replaced_by=LiveArticle.objects.get(slug="mot"))


def test_lines_come_in_order_with_where_the_item_is_now(client, archive):
    body = ask(client, PATH)
    assert [(line["number"], line["kind"], line["what"]) for line in body["results"]] == [
        (1, "article", "published"),
        (2, "person", "published"),
        (3, "article", "published"),
        (4, "article", "withdrawn"),
    ]
    assert [line["slug"] for line in body["results"]] == ["mot", "bui-thanh-son", None, None]
    assert body["results"][0]["api_url"] == "http://testserver/api/v1/articles/mot/"
    assert (body["count"], body["last"], body["next"]) == (4, 4, None)


def test_a_withdrawn_item_is_its_tombstone_in_every_line(client, archive):
    for line in ask(client, PATH, since=2)["results"]:
        assert line["id"] == str(make.uid("article", "hai"))
        assert line["api_url"] is None
        assert line["tombstone"]["notice"] == "Rút bài."
        assert line["tombstone"]["replaced_by"] == str(make.uid("article", "mot"))
    assert "Hai" not in client.get(PATH).content.decode()


def test_pages_go_on_where_the_last_ended(client, archive):
    numbers, address = [], f"{PATH}?page_size=1&since=1"
    while address:
        body = client.get(address).json()
        numbers += [line["number"] for line in body["results"]]
        address = body["next"]
    assert numbers == [2, 3, 4]
    assert ask(client, PATH, since=4)["results"] == []
    assert ask(client, PATH, since=999)["results"] == []


def test_a_line_beyond_the_state_that_was_read_waits(client, archive):
    LiveState.objects.update(change=3)
    assert [line["number"] for line in ask(client, PATH)["results"]] == [1, 2, 3]


@pytest.mark.parametrize(
    "query", ["since=-1", "since=x", "since=1&since=2", "page_size=0", "page=1", "since=" + "9" * 20]
)
def test_what_cannot_be_read_is_refused(client, query):
    assert client.get(f"{PATH}?{query}").status_code == 400


def test_two_statements(client, archive, django_assert_num_queries, public_reads):
    with public_reads(), django_assert_num_queries(2):
        ask(client, PATH)


def test_an_empty_log(client):
    assert ask(client, PATH) == {"count": 0, "next": None, "previous": None, "last": 0, "results": []}
