"""The OpenAPI document: complete, valid, with examples that fit, and true of the answers."""

import pytest
from openapi_spec_validator import validate

from articles.api.public.kinds import KINDS
from articles.api.public.urls import urlpatterns
from tests import live_rows as make
from tests.contract import Contract, check_public

PATH = "/api/v1/openapi.json"


@pytest.fixture
def document(client, db):
    return client.get(PATH).json()


def operations(document):
    return [operation for methods in document["paths"].values() for operation in methods.values()]


def test_it_is_openapi_3_1(document):
    assert document["openapi"] == "3.1.0"
    assert document["servers"] == [{"url": "http://testserver/api/v1"}]
    validate(document)


def test_every_address_and_every_parameter_is_in_it(document):
    assert len(document["paths"]) == len(urlpatterns) - 1
    found = {operation["operationId"]: operation for operation in operations(document)}
    for pattern in urlpatterns:
        if pattern.name == "fallback":
            continue
        operation = found[pattern.name.replace("-", "_")]
        named = {item["name"] for item in operation["parameters"] if item.get("in") == "query"}
        assert pattern.callback.cls().parameters <= named
        assert operation["summary"]


def test_everything_is_described_and_has_an_example_that_fits(document):
    contract = Contract(document)
    for operation in operations(contract.document):
        for reference in operation["parameters"]:
            parameter = contract.resolve(reference)
            where = f"{operation['operationId']} {parameter['name']}"
            assert parameter["description"], where
            contract.check_value(parameter["example"], parameter["schema"], where)
        for status, reference in operation["responses"].items():
            answer = contract.resolve(reference)
            where = f"{operation['operationId']} {status}"
            assert answer["description"], where
            for header in answer["headers"].values():
                assert contract.resolve(header)["description"], where
                assert contract.resolve(header)["example"], where
            for media_type, entry in answer.get("content", {}).items():
                assert entry["schema"], (where, media_type)
                if "example" in entry:
                    contract.check_value(entry["example"], entry["schema"], where)
                else:
                    assert media_type != "application/json" or "index" in where or "openapi" in where, where


def test_every_reference_leads_somewhere(document):
    contract, seen = Contract(document), 0
    waiting: list = [contract.document]
    while waiting:
        part = waiting.pop()
        if isinstance(part, dict):
            if "$ref" in part:
                assert contract.resolve(part)
                seen += 1
            waiting += part.values()
        elif isinstance(part, list):
            waiting += part
    assert seen > 100


@pytest.fixture
def archive(db):
    son = make.person("Bùi Thanh Sơn", countries=("Việt Nam",), other_names=("Bùi Sơn",))
    talks = make.event("Hội đàm", date="2024-05-02", place="Hà Nội", people=(son,))
    make.article(
        "Một", body="Thân bài", people=(son,), events=(talks,), section=make.section("Thế giới"),
        topics=(make.topic("Kinh tế"),), agencies=("TTXVN",),
    )  # fmt: skip
    make.article("Hai", people=(son,), events=(talks,), date="XXXX-05")
    make.withdraw(make.article("Ba"), notice="Rút bài.")
    make.old_slug("person", "bui-son", son.id)


@pytest.mark.parametrize(
    "path",
    [
        "",
        "articles/?facets=section,topic,person,event,agency,year",
        "articles/?fields=title,people&expand=people",
        "articles/?expand=people,events&page_size=1",
        "articles/?omit=people&cursor=&page_size=1",
        "articles/?q=mot",
        "articles/?page=0",
        "articles/?page=1001",
        "articles/mot/",
        "articles/mot/?fields=body_text",
        "articles/mot/?format=jsonld",
        "articles/mot/?format=ninjs",
        "articles/mot/editions/",
        "articles/mot/related/",
        "articles/ba/",
        "articles/none/",
        "people/?ordering=-article_count",
        "people/bui-thanh-son/",
        "people/bui-thanh-son/?format=jsonld",
        "people/bui-son/",
        "people/bui-thanh-son/timeline/",
        "people/bui-thanh-son/editions/",
        "events/?expand=participants",
        "events/?fields=kind",
        "events/hoi-dam/",
        "events/hoi-dam/editions/",
        "sections/",
        "topics/",
        "search/?q=hoi",
        "search/?q=hoi&kind=event",
        "search/?q=bui+than+son",
        "search/",
        "search/suggest/?q=bui",
        "graph/",
        "graph/?nodes=x",
        "changes/",
        "changes/?since=1&page_size=2",
        "feeds/articles.rss",
        "feeds/articles.atom",
        "feeds/articles.json",
        "feeds/articles.json?page_size=1",
        "sitemap.xml",
        "sitemap-people-1.xml",
        "sitemap-people-9.xml",
        "news-sitemap.xml",
        "openapi.json",
        "docs/",
    ],
)
def test_answers_are_what_it_says(client, archive, path):
    response = client.get(f"/api/v1/{path}")
    check_public(response)
    if tag := response.headers.get("ETag"):
        check_public(client.get(f"/api/v1/{path}", headers={"if-none-match": tag}))
    check_public(client.post(f"/api/v1/{path}"))
    check_public(client.get(f"/api/v1/{path}", headers={"if-match": '"other"'}))


@pytest.mark.parametrize(
    ("path", "schema"),
    [
        ("articles/mot/", "Article"), ("people/bui-thanh-son/", "Person"), ("events/hoi-dam/", "Event"),
        ("articles/", "ArticleSummary"), ("people/", "Person"), ("events/", "Event"),
        ("articles/mot/related/", "ArticleSummary"),
    ],
)  # fmt: skip
def test_without_fields_and_omit_items_are_whole(client, archive, document, path, schema):
    body = client.get(f"/api/v1/{path}").json()
    contract = Contract(document)
    for item in body.get("results", [body]):
        contract.check_value(item, contract.document["components"]["schemas"][schema], path)


def test_documents_have_the_members_that_it_names_and_no_others(client, archive, document):
    schemas = document["components"]["schemas"]
    assert set(KINDS["article"].fields) == set(schemas["Article"]["properties"])
    assert set(schemas["Article"]["required"]) == set(KINDS["article"].fields)
    assert set(schemas["Article"]["properties"]) - set(schemas["ArticleSummary"]["properties"]) == {
        "body_html",
        "body_text",
    }


@pytest.mark.parametrize("path", [PATH, "/api/v1/docs/"])
def test_it_takes_no_statement_and_has_a_tag(client, db, path, django_assert_num_queries):
    with django_assert_num_queries(0):
        first = client.get(path, headers={"accept": "text/html,*/*;q=0.8"})
        assert first.status_code == 200
        assert client.get(path, headers={"if-none-match": first["ETag"], "accept": "*/*"}).status_code == 304


def test_the_page_names_every_address_and_loads_nothing_from_elsewhere(client, db):
    page = client.get("/api/v1/docs/").content.decode()
    assert page.count("<h3") == len(urlpatterns) - 1
    assert "<script" not in page
    assert "//cdn" not in page
    assert "`" not in page
    assert "whatever <code>Accept</code> says" in page
    assert 'href="/static/articles/api_docs' in page


@pytest.mark.parametrize("templates", [[], [{"BACKEND": "django.template.backends.django.DjangoTemplates"}]])
def test_the_page_is_there_whatever_the_host_s_templates_are(client, settings, templates):
    settings.TEMPLATES = templates
    answer = client.get("/api/v1/docs/")
    assert answer.status_code == 200
    assert b"<h1>Newsroom public API" in answer.content
