"""What the API refuses, and how: problem documents that name the parameter, never a 500, never a guess."""

import pytest
from django.db import OperationalError

from tests import live_rows as make

pytestmark = pytest.mark.django_db

ARTICLES, PEOPLE, EVENTS = "/api/v1/articles/", "/api/v1/people/", "/api/v1/events/"


def refusal(client, address, status=400, **headers):
    response = client.get(address, headers=headers)
    assert response.status_code == status, response.content
    assert response["Content-Type"] == "application/problem+json"
    assert response["X-Content-Type-Options"] == "nosniff"
    problem = response.json()
    assert problem["status"] == status
    assert problem["title"]
    return problem


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("colour=red", "colour"),
        ("slug__regex=(", "slug__regex"),
        ("section__name=x", "section__name"),
        ("person[]=x", "person[]"),
        ("limit=100000000", "limit"),
        ("section=a&section=b", "section"),
        ("section=Thời sự", "section"),
        ("section=", "section"),
        ("topic=a,,b", "topic"),
        ("person=" + "a" * 101, "person"),
        ("person=" + ",".join(["a"] * 51), "person"),
        ("agency=", "agency"),
        ("language=tiếng", "language"),
        ("year=21", "year"),
        ("year=20211", "year"),
        ("year=0000", "year"),
        ("year=٢٠٢١", "year"),
        ("date_after=2021-02-30", "date_after"),
        ("date_after=XXXX-07", "date_after"),
        ("date_before=2021-01-01/2021-02-01", "date_before"),
        ("date_before=yesterday", "date_before"),
        ("date_after=2021&date_after=2022", "date_after"),
        ("ids=1", "ids"),
        ("ids=" + "9" * 20, "ids"),
        ("ids=" + ",".join([str(make.uid("x"))] * 101), "ids"),
        ("ordering=slug", "ordering"),
        ("ordering=?", "ordering"),
        ("ordering=", "ordering"),
        ("ordering=relevance", "ordering"),
        ("ordering=date&ordering=title", "ordering"),
        ("page=0", "page"),
        ("page=-1", "page"),
        ("page=1e3", "page"),
        ("page=1e999999", "page"),
        ("page=99999999999999999999", "page"),
        ("page=1&page=2", "page"),
        ("page=1001", "page"),
        ("page=2&cursor=", "page"),
        ("page_size=0", "page_size"),
        ("page_size=101", "page_size"),
        ("page_size=１０", "page_size"),
        ("cursor=abc", "cursor"),
        ("cursor=&cursor=", "cursor"),
        ("fields=title,desk_notes", "fields"),
        ("fields=", "fields"),
        ("omit=secret", "omit"),
        ("fields=id&fields=slug", "fields"),
        ("q=a&q=b", "q"),
        ("q=" + "a" * 1001, "q"),
        ("format=xml", "format"),
        ("format=json&format=json", "format"),
        ("q=%00", "q"),
        ("q=%ff", "q"),
        ("q=%ED%A0%80", "q"),
        ("section=a%00b", "section"),
    ],
)
def test_a_parameter_that_cannot_be_read_is_named(client, query, name):
    problem = refusal(client, f"{ARTICLES}?{query}")
    assert [item["name"] for item in problem["invalid_params"]] == [name]
    assert problem["invalid_params"][0]["reason"]


def test_all_that_is_wrong_is_named_at_once(client):
    problem = refusal(client, f"{ARTICLES}?page=x&year=x&section=%20&ordering=x")
    assert {item["name"] for item in problem["invalid_params"]} == {"page", "year", "section", "ordering"}


def test_reading_beyond_the_last_numbered_page_points_to_cursors(client):
    assert "cursor" in refusal(client, f"{ARTICLES}?page=1001")["invalid_params"][0]["reason"]


@pytest.mark.parametrize(
    ("address", "name"),
    [
        (f"{PEOPLE}?section=a", "section"),
        (f"{PEOPLE}?ordering=date", "ordering"),
        (f"{PEOPLE}?country=", "country"),
        (f"{PEOPLE}?expand=articles", "expand"),
        (f"{EVENTS}?kind=party", "kind"),
        (f"{EVENTS}?ordering=title", "ordering"),
        (f"{EVENTS}?place=", "place"),
        ("/api/v1/sections/?q=a", "q"),
        ("/api/v1/topics/?page=x", "page"),
        ("/api/v1/?x=1", "x"),
        ("/api/v1/articles/mot/?q=a", "q"),
        ("/api/v1/articles/mot/editions/?fields=id", "fields"),
    ],
)
def test_other_lists_and_pages_are_as_strict(client, address, name):
    make.article("Một")
    assert refusal(client, address)["invalid_params"][0]["name"] == name


def test_a_cursor_is_good_for_its_own_filters_and_ordering_only(client):
    for number in range(3):
        make.article(f"Bài {number}")
    body = client.get(f"{ARTICLES}?page_size=1&cursor=").json()
    assert client.get(body["next"]).status_code == 200
    assert client.get(body["next"] + "&fields=title").status_code == 200
    for change in ("&language=vi", "&ordering=date", "&q=bai"):
        assert refusal(client, body["next"] + change)["invalid_params"][0]["name"] == "cursor"
    elsewhere = body["next"].replace("/articles/", "/events/")
    assert refusal(client, elsewhere)["invalid_params"][0]["name"] == "cursor"
    forged = body["next"].replace("cursor=", "cursor=x")
    assert refusal(client, forged)["invalid_params"][0]["name"] == "cursor"


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "trace"])
@pytest.mark.parametrize(
    "path", ["/api/v1/", ARTICLES, "/api/v1/articles/mot/", "/api/v1/nothing/", "/api/v1/articles"]
)
def test_the_public_side_is_read_only(client, method, path):
    response = getattr(client, method)(path)
    assert response.status_code == 405
    assert response.json()["title"] == "Method not allowed"
    assert response["Content-Type"] == "application/problem+json"
    assert response["Allow"] == "GET, HEAD, OPTIONS"


def test_options_says_what_there_is(client):
    response = client.options(ARTICLES)
    assert (response.status_code, response["Allow"]) == (204, "GET, HEAD, OPTIONS")


@pytest.mark.parametrize("accept", ["text/csv", "image/*", "application/json;q=0", "nonsense"])
def test_a_format_that_is_not_offered_is_refused(client, accept):
    assert "application/json" in refusal(client, ARTICLES, 406, accept=accept)["offered"]


@pytest.mark.parametrize(
    "accept", ["*/*", "application/*", "text/html, */*;q=0.1", "application/json; charset=utf-8", ""]
)
def test_json_is_what_a_reader_gets_who_does_not_mind(client, accept):
    response = client.get(ARTICLES, headers={"accept": accept})
    assert response["Content-Type"] == "application/json"


@pytest.mark.parametrize(
    "path",
    [
        "/api/v1/articles/never-was/",
        "/api/v1/articles/never-was/editions/",
        "/api/v1/people/never-was/",
        "/api/v1/events/never-was/",
        "/api/v1/nothing/",
        "/api/v1/nothing",
        "/api/v1/articles/đối-thoại/",
        "/api/v1/articles/a%00b/",
        "/api/v1/articles/%ff/",
        "/api/v1/articles/" + "a" * 5000 + "/",
        "/api/v1/articles/a/b/c/",
        "/api/v1/articles/../../etc/passwd/",
        "/api/v1/articles//",
    ],
)
def test_what_is_not_there_is_the_same_404_to_the_byte(client, path):
    response = client.get(path)
    known = client.get("/api/v1/articles/another/")
    assert response.status_code == 404
    assert response.content == known.content
    assert dict(response.items()) == dict(known.items())
    assert b"another" not in known.content


@pytest.mark.parametrize("append", [True, False])
@pytest.mark.parametrize("debug", [True, False])
def test_a_missing_slash_is_mended(client, settings, append, debug):
    settings.APPEND_SLASH, settings.DEBUG = append, debug
    response = client.get("/api/v1/articles?page_size=5")
    assert (response.status_code, response["Location"]) == (
        301,
        "http://testserver/api/v1/articles/?page_size=5",
    )


def test_a_database_that_cannot_answer_is_worth_another_try(client, monkeypatch):
    def fail():
        raise OperationalError("disk is full")

    monkeypatch.setattr("articles.api.public.base.read_state", fail)
    response = client.get(ARTICLES)
    assert (response.status_code, response["Retry-After"]) == (503, "5")
    assert b"disk" not in response.content
    assert response["Cache-Control"] == "no-store"


def test_nothing_of_the_hosts_rest_framework_settings_reaches_us(client, settings):
    settings.REST_FRAMEWORK = {
        "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAdminUser"],
        "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.StaticHTMLRenderer"],
        "DEFAULT_VERSIONING_CLASS": "rest_framework.versioning.AcceptHeaderVersioning",
        "DEFAULT_THROTTLE_CLASSES": ["rest_framework.throttling.AnonRateThrottle"],
        "EXCEPTION_HANDLER": "tests.nowhere.handler",
        "URL_FORMAT_OVERRIDE": "q",
        "UNAUTHENTICATED_USER": "tests.nowhere.User",
    }
    assert client.get(ARTICLES).status_code == 200
    assert client.get(f"{ARTICLES}?q=son").status_code == 200
    refusal(client, f"{ARTICLES}?page=x")
