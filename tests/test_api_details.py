"""One item: its document, its editions, and what stands at its address after a rename or withdrawal."""

import pytest

from tests import live_rows as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    son = make.person("Bùi Thanh Sơn")
    return make.article("Một", body='Thân "bài" \u2028 một', people=(son,), section=make.section("Thế giới"))


def test_an_article_is_its_document_and_its_address(client, article):
    body = client.get("/api/v1/articles/mot/").json()
    assert body["url"] == "http://testserver/api/v1/articles/mot/"
    assert body["body_text"] == 'Thân "bài" \u2028 một'
    assert body["people"][0]["slug"] == "bui-thanh-son"
    assert body["section"] == {"slug": "the-gioi", "name": "Thế giới"}


def test_people_and_events_carry_their_totals(client, article):
    body = client.get("/api/v1/people/bui-thanh-son/").json()
    assert (body["type"], body["article_count"], body["event_count"]) == ("person", 1, 0)
    make.event("Hội đàm", date="2024-05-02")
    assert client.get("/api/v1/events/hoi-dam/").json()["article_count"] == 0


def test_fields_and_omit_choose_members(client, article):
    assert client.get("/api/v1/articles/mot/?fields=title,slug").json() == {"slug": "mot", "title": "Một"}
    body = client.get("/api/v1/articles/mot/?omit=people").json()
    assert "body_html" in body
    assert "people" not in body


def test_editions_are_numbers_dates_and_notes(client, article):
    body = client.get("/api/v1/articles/mot/editions/").json()
    assert (body["count"], body["next"], body["previous"]) == (1, None, None)
    assert body["results"] == [{"number": 1, "at": "2024-01-01T08:02:00Z", "note": ""}]


@pytest.mark.parametrize("path", ["articles/mot/", "people/bui-thanh-son/", "articles/mot/editions/"])
def test_a_detail_takes_at_most_three_statements(client, article, path, django_assert_max_num_queries):
    with django_assert_max_num_queries(3):
        assert client.get(f"/api/v1/{path}").status_code == 200


def test_an_old_address_leads_to_the_present_one(client, article):
    make.old_slug("article", "ten-cu", article.pk)
    response = client.get("/api/v1/articles/ten-cu/?fields=title")
    assert response.status_code == 301
    assert response["Location"] == "http://testserver/api/v1/articles/mot/?fields=title"
    response = client.get("/api/v1/articles/ten-cu/editions/")
    assert response["Location"] == "http://testserver/api/v1/articles/mot/editions/"


@pytest.mark.parametrize("slug", ["api", "v1", "people", "timeline"])
def test_an_old_address_leads_on_also_where_its_slug_is_another_part_of_it(client, slug):
    make.old_slug("person", slug, make.person("Bùi Thanh Sơn").pk)
    for below in ("", "timeline/"):
        location = client.get(f"/api/v1/people/{slug}/{below}")["Location"]
        assert location == f"http://testserver/api/v1/people/bui-thanh-son/{below}"


def test_an_old_address_of_another_kind_is_not_there(client, article):
    make.old_slug("article", "ten-cu", article.pk)
    assert client.get("/api/v1/people/ten-cu/").status_code == 404


def test_a_withdrawn_item_leaves_a_tombstone(client, article, django_assert_max_num_queries):
    replacement = make.article("Hai")
    make.old_slug("article", "ten-cu", article.pk)
    item_id = str(article.pk)
    make.withdraw(article, notice="Rút theo yêu cầu.", replaced_by=replacement)
    for slug in ("mot", "ten-cu"):
        with django_assert_max_num_queries(3):
            response = client.get(f"/api/v1/articles/{slug}/")
        assert response.status_code == 410
        assert response["Content-Type"] == "application/problem+json"
        body = response.json()
        assert (body["id"], body["kind"], body["notice"]) == (item_id, "article", "Rút theo yêu cầu.")
        assert body["withdrawn_at"].endswith("Z")
        assert body["replaced_by"] == {
            "id": str(replacement.pk), "slug": "hai", "url": "http://testserver/api/v1/articles/hai/",
        }  # fmt: skip
        assert "Một" not in response.content.decode()
        assert slug not in response.content.decode()
    assert client.get("/api/v1/articles/mot/editions/").status_code == 410


def test_a_withdrawn_replacement_is_not_named(client, article):
    replacement = make.article("Hai")
    make.withdraw(article, replaced_by=replacement)
    make.withdraw(replacement)
    assert client.get("/api/v1/articles/mot/").json()["replaced_by"] is None
