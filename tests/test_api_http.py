"""HTTP: validators and 304, HEAD, cache headers, cookies and credentials, and which tables are read."""

import pytest
from django.utils.http import parse_http_date

from articles.models.live import LivePerson, LiveState
from tests import live_rows as make

pytestmark = pytest.mark.django_db

PATHS = [
    "/api/v1/",
    "/api/v1/articles/",
    "/api/v1/articles/mot/",
    "/api/v1/people/",
    "/api/v1/people/bui-thanh-son/",
    "/api/v1/events/",
    "/api/v1/events/hoi-dam/",
    "/api/v1/sections/",
    "/api/v1/topics/",
    "/api/v1/articles/?q=mot",
    "/api/v1/articles/mot/editions/",
    "/api/v1/articles/?person=bui-thanh-son&cursor=",
    "/api/v1/openapi.json",
    "/api/v1/docs/",
]


@pytest.fixture(autouse=True)
def archive():
    son = make.person("Bùi Thanh Sơn")
    talks = make.event("Hội đàm", date="2024-05-02", people=(son,))
    make.article("Một", people=(son,), events=(talks,), section=make.section("Thế giới"))


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_has_validators_and_cache_headers(client, path):
    response = client.get(path)
    assert response.status_code == 200
    assert response["ETag"].startswith('"')
    assert response["Last-Modified"].endswith(" GMT")
    assert response["Cache-Control"] == "public, max-age=60, stale-while-revalidate=600"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "Accept" in response["Vary"]
    assert "Cookie" not in response["Vary"]
    assert response["Surrogate-Key"]


@pytest.mark.parametrize("path", PATHS)
def test_a_reader_with_the_present_copy_gets_304_before_rows_are_read(
    client, path, django_assert_max_num_queries
):
    first = client.get(path)
    for headers in (
        {"if-none-match": first["ETag"]},
        {"if-none-match": f'"other", W/{first["ETag"]}'},
        {"if-none-match": first["ETag"].removesuffix('"') + '-gzip"'},  # as Apache and Caddy send it on
        {"if-none-match": "*"},
        {"if-modified-since": first["Last-Modified"]},
    ):
        with django_assert_max_num_queries(1):
            response = client.get(path, headers=headers)
        assert (response.status_code, response.content) == (304, b"")
        assert response["ETag"] == first["ETag"]
        assert response["Cache-Control"] == first["Cache-Control"]
    for headers in (
        {"if-none-match": '"other"'},
        {"if-none-match": '"other"', "if-modified-since": first["Last-Modified"]},
        {"if-modified-since": "Mon, 01 Jan 2024 00:00:00 GMT"},
        {"if-modified-since": "nonsense"},
    ):
        assert client.get(path, headers=headers).content == first.content


@pytest.mark.parametrize("path", PATHS)
def test_head_has_the_headers_of_get_and_renders_nothing(client, path, monkeypatch):
    got = client.get(path)
    for name in ("articles.api.public.kinds.Addresses.splice", "articles.api.public.terms.dumps",
                 "articles.api.pages.dumps"):  # fmt: skip
        monkeypatch.setattr(name, None)
    head = client.head(path)
    assert head.status_code == 200
    assert b"".join(head) == b""
    assert "Content-Length" not in head
    assert {k: v for k, v in head.items() if k != "Content-Length"} == {
        k: v for k, v in got.items() if k != "Content-Length"
    }


def test_head_of_a_sitemap_reads_no_rows(client, monkeypatch):
    got = client.get("/api/v1/sitemap-articles-1.xml")
    monkeypatch.setattr("articles.api.public.sitemaps._addresses", None)
    head = client.head("/api/v1/sitemap-articles-1.xml")
    assert (head.status_code, b"".join(head), head.headers) == (200, b"", got.headers)


def test_a_change_anywhere_changes_the_tag_of_lists_and_not_of_other_items(client):
    before = {path: client.get(path)["ETag"] for path in PATHS}
    make.article("Hai")
    after = {path: client.get(path)["ETag"] for path in PATHS}
    assert before["/api/v1/articles/"] != after["/api/v1/articles/"]
    assert before["/api/v1/articles/mot/"] == after["/api/v1/articles/mot/"]


def test_a_new_total_changes_a_persons_tag(client):
    before = client.get("/api/v1/people/bui-thanh-son/")["ETag"]
    LivePerson.objects.update(article_count=7)
    assert client.get("/api/v1/people/bui-thanh-son/")["ETag"] != before


def test_tags_differ_by_query_host_and_epoch(client):
    tags = {
        client.get("/api/v1/articles/")["ETag"],
        client.get("/api/v1/articles/?fields=id")["ETag"],
        client.get("/api/v1/articles/", headers={"host": "localhost"})["ETag"],
        client.get("/api/v1/articles/", secure=True)["ETag"],
    }
    LiveState.objects.update(epoch=make.uid("restored backup"))
    tags.add(client.get("/api/v1/articles/")["ETag"])
    assert len(tags) == 5


def test_tags_differ_by_the_settings_that_an_answer_shows_and_by_version(client, settings, monkeypatch):
    """Copies with the former addresses and publisher lived until their article changed."""
    paths = ["/api/v1/articles/mot/", "/api/v1/articles/mot/?format=jsonld", "/api/v1/feeds/articles.json"]
    tags = [[client.get(path)["ETag"] for path in paths]]
    for name, value in [("PUBLICATION", "Báo"), ("FRONTEND_URLS", {"article": "/{slug}"}), ("PAGE_SIZE", 3)]:
        settings.ARTICLES = {name: value}
        tags.append([client.get(path)["ETag"] for path in paths])
    settings.ARTICLES = {}
    monkeypatch.setattr("articles.api.public.base.__version__", "next")
    tags.append([client.get(path)["ETag"] for path in paths])
    assert [len(set(of_path)) for of_path in zip(*tags, strict=True)] == [5, 5, 5]


@pytest.mark.parametrize("headers", [{"authorization": "Bearer x"}, {"cookie": "_ga=1; sessionid=x"}])
@pytest.mark.parametrize("path", ["/api/v1/articles/", "/api/v1/articles/mot/", "/api/v1/articles/none/"])
def test_credentials_never_meet_a_shared_cache(client, path, headers):
    assert client.get(path, headers=headers)["Cache-Control"] == "private, no-store"
    assert client.get(path, headers=headers).content == client.get(path).content


@pytest.mark.parametrize("path", [path for path in PATHS if path != "/api/v1/docs/"])
def test_a_cookie_that_nothing_reads_costs_no_caching(client, path):
    plain, counted = client.get(path), client.get(path, headers={"cookie": "_ga=1; django_language=vi"})
    assert counted["Cache-Control"] == plain["Cache-Control"]
    assert counted.content == plain.content


@pytest.mark.parametrize("path", ["/api/v1/docs/", "/api/v1/articles/none/"])
def test_sentences_in_the_language_of_a_cookie_are_kept_by_no_cache(client, path):
    assert client.get(path, headers={"cookie": "django_language=vi"})["Cache-Control"] == "private, no-store"


def test_cache_times_are_settings(client, settings):
    settings.ARTICLES = {"CACHE_SECONDS": 5, "STALE_SECONDS": 9}
    assert client.get("/api/v1/articles/")["Cache-Control"] == "public, max-age=5, stale-while-revalidate=9"


def test_a_detail_is_purged_by_its_own_id_and_those_it_links_to(client):
    keys = client.get("/api/v1/articles/mot/")["Surrogate-Key"].split()
    assert keys == [
        str(make.uid(*name))
        for name in (("article", "mot"), ("person", "bui-thanh-son"), ("event", "hoi-dam"))
    ]
    assert client.get("/api/v1/articles/")["Surrogate-Key"] == "articles"


@pytest.mark.parametrize(
    "path", [*PATHS, "/api/v1/articles/none/", "/api/v1/articles/?agency=x&language=vi&year=2024&topic=a"]
)
def test_public_requests_read_live_tables_only(client, path, public_reads):
    with public_reads():
        assert client.get(path).status_code in (200, 404)


def test_a_host_without_time_zones_is_answered_alike(client, settings):
    settings.USE_TZ = False
    for path in PATHS:
        assert client.get(path).status_code == 200


def test_last_modified_is_when_the_log_last_grew(client):
    changed_at = LiveState.objects.get().changed_at
    for path in ("/api/v1/articles/", "/api/v1/sections/"):
        assert parse_http_date(client.get(path)["Last-Modified"]) == int(changed_at.timestamp())


def test_pages_of_other_origins_may_ask_conditionally(client):
    origin = {"origin": "https://frontend.example"}
    asked = client.options(
        "/api/v1/articles/",
        headers=origin
        | {"access-control-request-method": "GET", "access-control-request-headers": "if-none-match"},
    )
    assert "if-none-match" in asked["Access-Control-Allow-Headers"]
    answer = client.get("/api/v1/articles/", headers=origin)
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert {"ETag", "Retry-After"} <= set(answer["Access-Control-Expose-Headers"].split(", "))


@pytest.mark.parametrize(
    "path", ["/api/v1/articles/", "/api/v1/articles/mot/", "/api/v1/feeds/articles.atom"]
)
def test_documents_are_the_same_in_every_language_and_kept_once(client, path):
    said = [client.get(path, headers={"accept-language": language}) for language in ("vi", "en", "zh")]
    assert len({answer.content for answer in said}) == 1
    assert len({answer["ETag"] for answer in said}) == 1
    for answer in said:
        assert "Accept-Language" not in answer["Vary"]
        assert "Content-Language" not in answer


def test_errors_speak_the_readers_language(client):
    said = [client.get("/api/v1/none/", headers={"accept-language": language}) for language in ("vi", "en")]
    assert said[0].content != said[1].content
    assert all("Accept-Language" in answer["Vary"] for answer in said)
