"""Other formats of an item: schema.org JSON-LD and ninjs 3.1, by negotiation and by name."""

import json
from pathlib import Path

import jsonschema
import pytest

from articles.models.live import LiveArticle
from tests import live_rows as make

pytestmark = pytest.mark.django_db

LD, NINJS = "application/ld+json", "application/vnd.iptc.ninjs+json"
ARTICLE, PERSON, EVENT = "/api/v1/articles/mot/", "/api/v1/people/bui-thanh-son/", "/api/v1/events/hoi-dam/"
SCHEMA = Path(__file__).parent / "schemas" / "ninjs" / "ninjs-schema_3.1.json"


@pytest.fixture(autouse=True)
def archive():
    son = make.person("Bùi Thanh Sơn", countries=("Việt Nam",), other_names=("Bùi Sơn",))
    talks = make.event("Hội đàm", date="2024-05-02/2024-05-03", place="Hà Nội", people=(son,))
    make.event("Lễ", date="XXXX-09-02")
    make.article(
        "Một", body="Thân bài", dek="Sa-pô", people=(son,), events=(talks,), topics=(make.topic("Kinh tế"),),
        section=make.section("Thế giới"), agencies=("TTXVN",), date="XXXX-05-01",
    )  # fmt: skip


@pytest.mark.parametrize(("path", "kind"), [(ARTICLE, "NewsArticle"), (PERSON, "Person"), (EVENT, "Event")])
def test_json_ld_by_accept_and_by_name(client, path, kind):
    named = client.get(f"{path}?format=jsonld")
    accepted = client.get(path, headers={"accept": LD})
    assert named["Content-Type"] == accepted["Content-Type"] == LD
    assert accepted["ETag"] != client.get(path)["ETag"]
    body = accepted.json()
    assert body == named.json()
    assert (body["@context"], body["@type"]) == ("https://schema.org", kind)
    assert body["@id"] == f"http://testserver{path}"
    assert not [value for value in body.values() if value in (None, "", [])]


def test_an_article_as_schema_org_says_it(client):
    body = client.get(f"{ARTICLE}?format=jsonld").json()
    assert body["headline"] == "Một"
    assert body["datePublished"].endswith("Z")
    assert "dateCreated" not in body
    assert body["author"] == [{"@type": "Organization", "name": "TTXVN"}]
    assert body["mentions"][0]["@id"] == f"http://testserver{PERSON}"
    assert body["about"][0]["startDate"] == "2024-05-02"


def test_an_event_as_schema_org_says_it(client):
    body = client.get(f"{EVENT}?format=jsonld").json()
    assert (body["startDate"], body["endDate"]) == ("2024-05-02", "2024-05-03")
    assert body["location"] == {"@type": "Place", "name": "Hà Nội"}
    assert "startDate" not in client.get("/api/v1/events/le/?format=jsonld").json()


def test_ninjs_fits_its_schema(client):
    response = client.get(ARTICLE, headers={"accept": NINJS})
    assert response["Content-Type"] == NINJS
    body = response.json()
    jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text())).validate(body)
    assert body["uri"] == f"urn:uuid:{make.uid('article', 'mot')}"
    assert body["people"][0]["name"] == "Bùi Thanh Sơn"
    assert body["pubStatus"] == "usable"


@pytest.mark.parametrize(
    ("file", "address"),
    [
        ("/media/a.jpg", "http://testserver/media/a.jpg"),
        ("https://cdn.example/a.jpg", "https://cdn.example/a.jpg"),
    ],
)
def test_photos_have_whole_addresses(client, file, address):
    row = LiveArticle.objects.get()
    image = {"caption": "Ảnh", "credit": "", "alternative_text": "", "after_paragraph": 1, "file": file}
    row.document = json.dumps(json.loads(row.document) | {"images": [image]})
    row.save()
    assert client.get(f"{ARTICLE}?format=jsonld").json()["image"][0]["contentUrl"] == address
    ninjs = client.get(f"{ARTICLE}?format=ninjs").json()
    jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text())).validate(ninjs)
    assert ninjs["associations"][0]["renditions"] == [{"name": "original", "href": address}]


def test_a_caption_without_its_photo_is_no_image_to_search_engines(client):
    row = LiveArticle.objects.get()
    image = {"caption": "Ảnh", "credit": "", "alternative_text": "", "after_paragraph": 1, "file": None}
    row.document = json.dumps(json.loads(row.document) | {"images": [image]})
    row.save()
    assert "image" not in client.get(f"{ARTICLE}?format=jsonld").json()


def test_the_publication_is_who_published_an_article(client, settings):
    assert "publisher" not in client.get(f"{ARTICLE}?format=jsonld").json()
    settings.ARTICLES = {"PUBLICATION": "Báo Bến Sông"}
    body = client.get(f"{ARTICLE}?format=jsonld").json()
    assert body["publisher"] == {"@type": "Organization", "name": "Báo Bến Sông"}
    assert "publisher" not in client.get(f"{PERSON}?format=jsonld").json()


def test_quality_decides(client):
    accept = f"application/json;q=0.5, {LD};q=0.9, {NINJS};q=0.1"
    assert client.get(ARTICLE, headers={"accept": accept})["Content-Type"] == LD
    assert client.get(ARTICLE, headers={"accept": f"{LD}, */*;q=0.1"})["Content-Type"] == LD
    assert client.get(ARTICLE, headers={"accept": "*/*"})["Content-Type"] == "application/json"


@pytest.mark.parametrize("query", ["format=ninjs&fields=id", "format=jsonld&expand=people", "format=xml"])
def test_what_a_format_cannot_do_is_refused(client, query):
    assert client.get(f"{ARTICLE}?{query}").status_code == 400


def test_only_articles_are_ninjs(client):
    assert client.get(f"{PERSON}?format=ninjs").status_code == 400
    assert client.get(PERSON, headers={"accept": NINJS}).status_code == 406
