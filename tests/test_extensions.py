"""Fields of the host's own in public documents and as filters: taken when an item is published, never before."""

import json

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import checks
from articles.actions.publish import publish, publish_many
from articles.actions.rebuild_live import rebuild_live
from articles.actions.refresh_fields import Refreshed, refresh_fields
from articles.actions.revise import revise
from articles.actions.withdraw import withdraw
from articles.api.public.lists import ArticleList, choose
from articles.extensions import PublicField
from articles.models import Article, Change, LiveArticle, LiveAttribute
from tests.factories import make_article, make_person

pytestmark = pytest.mark.django_db


class Desk(PublicField):
    """What stands in brackets in the editors' note."""

    name, filterable = "desk", True
    description = "The newsroom's desk."

    def value(self, item):
        return item.editors_note or None


class Length(PublicField):
    name = "characters"
    schema = {"type": "integer"}

    def value(self, item):
        return len(item.body)


class Marks(PublicField):
    kind, name, filterable = "person", "marks", True
    schema = {"type": "array", "items": {"type": "string"}}

    def value(self, item):
        return item.editors_note.split(";")


class Taken(PublicField):
    name = "slug"


@pytest.fixture(autouse=True)
def declared(settings):
    settings.ARTICLES = {
        "PUBLIC_FIELDS": [f"tests.test_extensions.{name}" for name in ("Desk", "Length", "Marks")]
    }


def slugs(client, path):
    response = client.get(f"/api/v1/{path}")
    assert response.status_code == 200, response.content
    return [item["slug"] for item in response.json()["results"]]


@pytest.fixture
def archive():
    for title, desk in (("Một", "Quốc tế"), ("Hai", "Kinh tế"), ("Ba", "")):
        publish(make_article(title, editors_note=desk), by=None)


def test_it_is_in_documents_lists_and_field_sets(client, archive):
    document = client.get("/api/v1/articles/mot/").json()
    assert (document["desk"], document["characters"]) == ("Quốc tế", 35)
    assert client.get("/api/v1/articles/?fields=desk&ordering=title").json()["results"][2] == {
        "desk": "Quốc tế"
    }
    assert "desk" not in client.get("/api/v1/articles/mot/?omit=desk").json()
    assert "desk" not in client.get("/api/v1/people/").json()


def test_it_filters_lists_the_graph_and_python(client, archive):
    assert slugs(client, "articles/?desk=quoc+te") == ["mot"]
    assert slugs(client, "articles/?desk=Quốc tế,Kinh tế&ordering=title") == ["hai", "mot"]
    assert slugs(client, "articles/?desk_not=quoc-te&ordering=title") == ["ba", "hai"]
    assert slugs(client, "articles/?desk=the-thao") == []
    assert client.get("/api/v1/graph/?desk=quoc-te").status_code == 200
    assert client.get("/api/v1/articles/?characters=35").status_code == 400
    assert client.get("/api/v1/people/?desk=x").status_code == 400
    assert [row.slug for row in LiveArticle.objects.having("desk", "Quốc tế")] == ["mot"]


def test_each_entry_of_a_list_is_found(client):
    publish(make_person("Bùi Thanh Sơn", editors_note="Ngoại giao;Quốc hội"), by=None)
    for mark in ("ngoai giao", "quốc hội"):
        assert slugs(client, f"people/?marks={mark}") == ["bui-thanh-son"]


def test_the_public_sees_what_was_published_and_never_the_desk(client, archive, public_reads):
    article = make_article("Bốn", editors_note="Văn hóa")
    publish(article, by=None)
    article.editors_note = "Kín"
    revise(article, by=None)
    with public_reads():
        assert client.get("/api/v1/articles/bon/").json()["desk"] == "Văn hóa"
        assert slugs(client, "articles/?desk=kin") == []
    publish(article, by=None)
    assert slugs(client, "articles/?desk=kin") == ["bon"]
    assert slugs(client, "articles/?desk=van-hoa") == []
    withdraw(article, by=None)
    assert not LiveAttribute.objects.filter(item_id=article.pk).exists()


def test_rebuilding_restores_its_terms(client, archive):
    LiveAttribute.objects.all().delete()
    rebuild_live()
    assert slugs(client, "articles/?desk=quoc-te") == ["mot"]


@pytest.fixture
def declared_later(settings, archive):
    """Three articles and a person that were published before any field was declared."""
    fields, settings.ARTICLES = settings.ARTICLES, {}
    publish(make_article("Bốn", editors_note="Văn hóa"), by=None)
    publish(make_article("Năm", editors_note="Thể thao"), by=None)
    publish(make_person("Bùi Thanh Sơn", editors_note="Ngoại giao;Quốc hội"), by=None)
    settings.ARTICLES = fields


def test_fields_declared_later_reach_what_was_published_before(client, declared_later):
    assert slugs(client, "articles/?desk=van-hoa") == []
    before = client.get("/api/v1/articles/bon/").json()
    assert "desk" not in before
    last = Change.objects.count()
    assert refresh_fields() == Refreshed(items=6, editions=3)
    after = client.get("/api/v1/articles/bon/").json()
    assert (after.pop("desk"), after.pop("characters")) == ("Văn hóa", 35)
    moved = {"edition": 2, "last_published_at": after["last_published_at"]}
    assert after == before | moved
    assert slugs(client, "articles/?desk=van-hoa") == ["bon"]
    assert slugs(client, "people/?marks=quoc-hoi") == ["bui-thanh-son"]
    assert set(Change.objects.filter(number__gt=last).values_list("what", flat=True)) == {"updated"}
    # As if it had been published with the field, to the order of its members.
    assert list(client.get("/api/v1/articles/bon/").json()) == list(
        client.get("/api/v1/articles/mot/").json()
    )
    assert refresh_fields() == Refreshed(items=6)
    assert rebuild_live().healthy


def test_a_field_taken_back_leaves_what_was_published_before(client, archive, settings):
    settings.ARTICLES = {"PUBLIC_FIELDS": ["tests.test_extensions.Length"]}
    assert refresh_fields().editions == 3
    document = client.get("/api/v1/articles/mot/").json()
    assert "desk" not in document
    assert document["characters"] == 35


def test_refreshing_shows_nothing_of_what_waits_on_the_desk(client, declared_later, capsys):
    article = Article.objects.get(slug="bon")
    article.editors_note = "Kín"
    revise(article, by=None)
    call_command("refresh_fields")
    assert "6 live" not in (said := capsys.readouterr().out)
    assert "5 live items compared. 2 new editions." in said
    assert "1 item was changed since it was published" in said
    assert "desk" not in client.get("/api/v1/articles/bon/").json()


def test_many_are_refreshed_in_as_many_statements_as_few(settings):
    publish(make_article("Bài đầu"), by=None)
    fields, counts = settings.ARTICLES, []
    for size in (2, 8):
        settings.ARTICLES = {}
        publish_many([make_article(f"Bài {size} {n}", editors_note=f"Ban {n}") for n in range(size)], by=None)
        settings.ARTICLES = fields
        with CaptureQueriesContext(connection) as sent:
            refresh_fields()
        counts.append(len(sent))
    assert counts[0] == counts[1]


def test_many_are_published_in_as_many_statements_as_few():
    publish(make_article("Bài đầu"), by=None)  # the first one ever makes the state's row
    counts = []
    for size in (2, 8):
        articles = [make_article(f"Bài {size} {n}", editors_note=f"Ban {n}") for n in range(size)]
        with CaptureQueriesContext(connection) as sent:
            publish_many(articles, by=None)
        counts.append(len(sent))
    assert counts[0] == counts[1]


def test_the_openapi_document_has_it(client):
    document = client.get("/api/v1/openapi.json").json()
    assert document["components"]["schemas"]["Article"]["properties"]["characters"]["type"] == "integer"
    names = {
        item["name"]: item for item in document["paths"]["/articles/"]["get"]["parameters"] if "name" in item
    }
    assert "The newsroom's desk." in names["desk"]["description"]
    assert "desk_not" in names


@pytest.mark.parametrize(
    "path", ["tests.test_extensions.Nothing", "tests.test_extensions.Taken", "json.dumps", 5]
)
def test_e002_a_field_that_cannot_be_one(settings, path):
    settings.ARTICLES = {"PUBLIC_FIELDS": [path]}
    (message,) = checks.check_settings()
    assert message.id == "articles.E002"


def test_e002_two_fields_of_one_name(settings):
    settings.ARTICLES = {"PUBLIC_FIELDS": ["tests.test_extensions.Desk"] * 2}
    (message,) = checks.check_settings()
    assert "two fields 'desk' of the kind 'article'" in message.msg


def test_the_settings_that_are_right_raise_nothing():
    assert checks.check_settings() == []


class Headlines(ArticleList):
    """What a host makes of a list: fewer parameters, and items of its own shape."""

    parameters = frozenset({"page", "page_size", "person"})

    def item(self, row, addresses, members):
        return choose(super().item(row, addresses, None), ("title", "url"))


def test_views_can_be_subclassed(rf, archive):
    def get(query):
        return Headlines.as_view()(rf.get(f"/headlines/?{query}"))

    answer = get("page_size=2")
    assert answer["ETag"]
    body = json.loads(answer.content)
    assert body["count"] == 3
    assert set(body["results"][0]) == {"title", "url"}
    assert body["next"] == "http://testserver/headlines/?page_size=2&page=2"
    assert get("q=mot").status_code == 400
