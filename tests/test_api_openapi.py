"""The OpenAPI document: complete, valid, and true of the answers."""

import json

import pytest

from articles.api.public.kinds import KINDS
from articles.api.public.urls import urlpatterns
from tests import live_rows as make

PATH = "/api/v1/openapi.json"


def test_every_address_and_every_parameter_is_in_it(client, db):
    document = client.get(PATH).json()
    assert document["openapi"] == "3.1.0"
    assert document["servers"] == [{"url": "http://testserver/api/v1"}]
    assert len(document["paths"]) == len(urlpatterns) - 1
    for pattern in urlpatterns:
        if pattern.name == "fallback":
            continue
        operation = next(
            methods["get"]
            for methods in document["paths"].values()
            if methods["get"]["operationId"] == pattern.name.replace("-", "_")
        )
        named = {item["name"] for item in operation["parameters"] if item["in"] == "query"}
        assert pattern.callback.cls().parameters <= named
        assert all(item["description"] for item in operation["parameters"] if item["name"] in ("q", "person"))


def test_every_reference_leads_somewhere(client, db):
    document = client.get(PATH).json()
    text = json.dumps(document)
    for piece in text.split('"$ref": "#/')[1:]:
        found = document
        for step in piece.partition('"')[0].split("/"):
            found = found[step]
        assert found


def test_answers_have_the_members_that_it_names(client, db):
    son = make.person("Bùi Thanh Sơn")
    talks = make.event("Hội đàm", date="2024-05-02", people=(son,))
    make.article("Một", people=(son,), events=(talks,))
    schemas = client.get(PATH).json()["components"]["schemas"]
    for kind, path in (
        ("article", "articles/mot/"), ("person", "people/bui-thanh-son/"), ("event", "events/hoi-dam/"),
    ):  # fmt: skip
        answer = client.get(f"/api/v1/{path}").json()
        assert set(answer) <= set(schemas[kind.title()]["properties"])
        assert set(KINDS[kind].fields) == set(schemas[kind.title()]["properties"])


@pytest.mark.parametrize("path", [PATH, "/api/v1/docs/"])
def test_it_takes_no_statement_and_has_a_tag(client, db, path, django_assert_num_queries):
    with django_assert_num_queries(0):
        first = client.get(path, headers={"accept": "text/html,*/*;q=0.8"})
        assert first.status_code == 200
        assert client.get(path, headers={"if-none-match": first["ETag"], "accept": "*/*"}).status_code == 304


def test_the_page_names_every_address_and_loads_nothing_from_elsewhere(client, db):
    page = client.get("/api/v1/docs/").content.decode()
    assert page.count("<h2") == len(urlpatterns) - 1
    assert "<script" not in page
    assert "//cdn" not in page
