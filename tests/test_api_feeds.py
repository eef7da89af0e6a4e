"""Feeds and sitemaps: well-formed, filtered, paged, honest about withdrawn articles."""

import json
from datetime import timedelta
from xml.etree import ElementTree as ET

import pytest
from django.urls import clear_script_prefix, set_script_prefix
from django.utils import timezone

from articles.models.live import LiveArticle
from tests import live_rows as make

pytestmark = pytest.mark.django_db

FEEDS = [f"/api/v1/feeds/articles.{kind}" for kind in ("rss", "atom", "json")]
MAPS = ["/api/v1/sitemap.xml", "/api/v1/sitemap-articles-1.xml", "/api/v1/news-sitemap.xml"]
ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
TYPES = {"rss": "application/rss+xml", "atom": "application/atom+xml", "json": "application/feed+json"}


@pytest.fixture(autouse=True)
def archive():
    son, world = make.person("Bùi Thanh Sơn"), make.section("Thế giới")
    make.article("Một <b>&", slug="mot", body="Thân bài\x0b một.", people=(son,), section=world, dek="Sa-pô")
    make.article("Hai", date="2024-01-01", topics=(make.topic("Kinh tế"),))
    make.article("Ba", date=None)


def body(response):
    assert response.status_code == 200, response.content
    return b"".join(response.streaming_content) if response.streaming else response.content


def titles(client, path):
    content = body(client.get(path))
    if ".json" in path:
        return [item["title"] for item in json.loads(content)["items"]]
    return [node.text for node in ET.fromstring(content).iter() if node.tag in ("title", f"{ATOM}title")][1:]


@pytest.mark.parametrize("path", FEEDS)
def test_the_newest_come_first_and_filters_are_those_of_the_list(client, path):
    assert titles(client, path) == ["Một <b>&", "Hai", "Ba"]
    assert titles(client, f"{path}?person=bui-thanh-son") == ["Một <b>&"]
    assert titles(client, f"{path}?topic=kinh-te") == ["Hai"]
    assert titles(client, f"{path}?page_size=1&page=2") == ["Hai"]
    assert client.get(path)["Content-Type"] == TYPES[path.rpartition(".")[2]]


@pytest.mark.parametrize("path", FEEDS)
def test_pages_are_linked(client, path):
    content = body(client.get(f"{path}?page_size=1")).decode()
    assert "page_size=1&page=2" in content or "page_size=1&amp;page=2" in content
    assert "page=4" not in body(client.get(f"{path}?page_size=1&page=3")).decode()


def test_a_json_feed_has_what_1_1_asks_for(client):
    feed = json.loads(body(client.get(FEEDS[2])))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["items"][0]["id"] == f"urn:uuid:{make.uid('article', 'mot')}"
    assert feed["items"][0]["url"] == "http://testserver/api/v1/articles/mot/"
    assert feed["items"][0]["content_html"].startswith("<p>")
    assert feed["items"][0]["summary"] == "Sa-pô"


@pytest.mark.parametrize("path", FEEDS)
def test_section_and_topics_are_an_entry_s_tags(client, path):
    content = body(client.get(path)).decode()
    for name in ("Thế giới", "Kinh tế"):
        assert f'"{name}"' in content or f"<category>{name}</category>" in content, name


@pytest.mark.parametrize("path", ["articles/", "articles/mot/", "sitemap-articles-1.xml", *FEEDS])
def test_pages_of_this_host_have_whole_addresses(client, settings, path):
    settings.ARTICLES = {"FRONTEND_URLS": {"article": "/bai/{slug}/"}}
    content = body(client.get(path if path in FEEDS else f"/api/v1/{path}")).decode()
    assert "http://testserver/bai/mot/" in content


@pytest.mark.parametrize("path", FEEDS)
def test_a_feed_is_the_frontend_s_where_there_is_one(client, settings, path):
    settings.ARTICLES = {"FRONTEND_URLS": {"article": "https://news.example/bai/{slug}/"}}
    content = body(client.get(path)).decode()
    if path.endswith("json"):
        feed = json.loads(content)
        assert (feed["home_page_url"], feed["title"]) == ("https://news.example/", "news.example")
    else:
        assert "<title>news.example</title>" in content
        assert '"https://news.example/"' in content or "<link>https://news.example/</link>" in content


def test_an_atom_feed_has_an_author_where_its_entries_name_none(client, settings):
    settings.ARTICLES = {"PUBLICATION": "Báo Ví dụ"}
    root = ET.fromstring(body(client.get(FEEDS[1])))
    assert root.findtext(f"{ATOM}author/{ATOM}name") == "Báo Ví dụ"


@pytest.mark.parametrize("path", [*FEEDS, *MAPS, "/api/v1/docs/"])
def test_an_address_that_names_its_format_takes_no_other(client, path):
    answer = client.get(f"{path}?format=json")
    assert answer.status_code == 400
    assert answer.json()["invalid_params"][0]["name"] == "format"


def test_an_atom_feed_names_what_was_withdrawn(client):
    make.withdraw(LiveArticle.objects.get(slug="hai"))
    root = ET.fromstring(body(client.get(FEEDS[1])))
    gone = root.find("{http://purl.org/atompub/tombstones/1.0}deleted-entry")
    assert gone.get("ref") == f"urn:uuid:{make.uid('article', 'hai')}"
    assert gone.get("when").endswith("Z")
    assert b"Hai" not in body(client.get(FEEDS[1]))


def test_the_sitemap_index_leads_to_every_item(client):
    root = ET.fromstring(body(client.get("/api/v1/sitemap.xml")))
    files = [node.text for node in root.iter(f"{MAP}loc")]
    assert [file.rpartition("/")[2] for file in files] == ["sitemap-articles-1.xml", "sitemap-people-1.xml"]
    found = [node.text for file in files for node in ET.fromstring(body(client.get(file))).iter(f"{MAP}loc")]
    assert sorted(found) == [
        "http://testserver/api/v1/articles/ba/",
        "http://testserver/api/v1/articles/hai/",
        "http://testserver/api/v1/articles/mot/",
        "http://testserver/api/v1/people/bui-thanh-son/",
    ]


@pytest.mark.parametrize("path", [*FEEDS[:2], MAPS[2]])
def test_characters_that_xml_cannot_say_are_left_out(client, path):
    """One article with such a title was the end of every feed."""
    make.article("Bốn\x01\uffff\ufffe\tnăm", slug="bon", date=None)
    LiveArticle.objects.update(first_published_at=timezone.now())
    assert "Bốn\tnăm" in [node.text for node in ET.fromstring(body(client.get(path))).iter()]


def test_the_news_sitemap_has_the_last_two_days_only(client):
    assert b"<url>" not in body(client.get("/api/v1/news-sitemap.xml"))
    now = timezone.now()
    LiveArticle.objects.filter(slug="mot").update(
        first_published_at=now - timedelta(hours=47), ends=now.date()
    )
    root = ET.fromstring(body(client.get("/api/v1/news-sitemap.xml")))
    space = "{http://www.google.com/schemas/sitemap-news/0.9}"
    assert [node.text for node in root.iter(f"{space}title")] == ["Một <b>&"]
    assert [node.text for node in root.iter(f"{space}language")] == ["vi"]


def test_an_old_story_that_is_published_here_today_is_no_news(client):
    LiveArticle.objects.update(first_published_at=timezone.now())
    content = body(client.get("/api/v1/news-sitemap.xml")).decode()
    assert "/articles/hai/" not in content
    assert "/articles/ba/" in content, "nobody knows when it appeared"


@pytest.mark.parametrize("path", [*FEEDS, *MAPS])
def test_each_has_validators_and_reads_live_tables_only(
    client, path, public_reads, django_assert_max_num_queries
):
    with public_reads(), django_assert_max_num_queries(3):
        first = client.get(path, headers={"accept": "text/html"})
        body(first)
    assert first["Cache-Control"].startswith("public, max-age=")
    assert first["Surrogate-Key"]
    again = client.get(path, headers={"if-none-match": first["ETag"]})
    assert again.status_code == 304


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/v1/feeds/articles.rss?q=a", 400),
        ("/api/v1/feeds/articles.atom?section=%20", 400),
        ("/api/v1/feeds/articles.json?page=x", 400),
        ("/api/v1/feeds/articles.csv", 404),
        ("/api/v1/sitemap-articles-2.xml", 404),
        ("/api/v1/sitemap-articles-0.xml", 404),
        ("/api/v1/sitemap-drafts-1.xml", 404),
        ("/api/v1/sitemap.xml?x=1", 400),
    ],
)
def test_what_is_not_there_or_cannot_be_read(client, path, status):
    assert client.get(path).status_code == status


def test_the_home_of_a_site_below_a_prefix_is_there(client):
    set_script_prefix("/site/")
    try:
        told = client.get("/api/v1/feeds/articles.json").json()
    finally:
        clear_script_prefix()
    assert told["home_page_url"] == "http://testserver/site/"
