"""Pages by number and by cursor: complete, without doubles, stable while articles are published."""

import pytest

from tests import live_rows as make

pytestmark = pytest.mark.django_db

ARTICLES = "/api/v1/articles/"


@pytest.fixture
def archive():
    """Seven articles, three of one day, two without a date."""
    days = ["2024-05-01", "2024-05-02", "2024-05-02", "2024-05-02", "2024-05-04", None, "XXXX-01-01"]
    for number, day in enumerate(days):
        make.article(f"Bài {number}", date=day, body="chung" if number else "")


def walk(client, address, link="next"):
    """Slugs page by page."""
    found = []
    while address:
        body = client.get(address).json()
        found.append([item["slug"] for item in body["results"]])
        address = body[link]
    return found


def flat(pages):
    return [slug for page in pages for slug in page]


@pytest.mark.parametrize(
    "query", ["", "ordering=date", "ordering=title", "q=bai", "q=chung&ordering=-date", "language=vi"]
)
@pytest.mark.parametrize("start", ["page=1", "cursor="])
def test_pages_hold_every_row_once(client, archive, query, start):
    whole = walk(client, f"{ARTICLES}?{query}")
    assert len(whole) == 1
    paged = walk(client, f"{ARTICLES}?{query}&page_size=2&{start}")
    assert flat(paged) == whole[0]
    assert [len(page) for page in paged[:-1]] == [2] * (len(paged) - 1)


def test_numbered_pages_know_their_neighbours(client, archive):
    body = client.get(f"{ARTICLES}?page=2&page_size=3&language=vi").json()
    assert body["count"] == 7
    assert body["next"] == "http://testserver/api/v1/articles/?page_size=3&language=vi&page=3"
    assert body["previous"] == "http://testserver/api/v1/articles/?page_size=3&language=vi&page=1"


def test_a_page_after_the_last_is_empty_and_leads_back(client, archive):
    body = client.get(f"{ARTICLES}?page=9&page_size=5").json()
    assert (body["count"], body["results"], body["next"]) == (7, [], None)
    assert "page=2" in body["previous"]


def test_the_last_numbered_page_leads_on_by_cursor(client, archive, settings):
    settings.ARTICLES = {"MAX_PAGE": 2}
    pages = walk(client, f"{ARTICLES}?page_size=2")
    assert [len(page) for page in pages] == [2, 2, 2, 1]
    assert flat(pages) == walk(client, f"{ARTICLES}?page_size=7")[0]


def test_cursors_lead_back_too(client, archive):
    address, forward = f"{ARTICLES}?page_size=2&cursor=", []
    while address:
        last, body = address, client.get(address).json()
        forward.append([item["slug"] for item in body["results"]])
        address = body["next"]
    assert walk(client, last, "previous") == forward[::-1]


def test_an_article_published_meanwhile_moves_nothing(client, archive):
    before = walk(client, f"{ARTICLES}?page_size=7")[0]
    body = client.get(f"{ARTICLES}?page_size=3&cursor=").json()
    make.article("Mới", date="2024-06-01")
    assert flat(walk(client, body["next"])) == before[3:]


def test_a_cursor_is_opaque_and_the_same_every_time(client, archive):
    first, second = (client.get(f"{ARTICLES}?page_size=3&cursor=").json()["next"] for _ in range(2))
    assert first == second


def test_people_are_paged_by_relevance_and_total(client):
    for number in range(5):
        make.person(f"Nguyễn Văn {number}")
    for query in ("q=nguyen", "ordering=-article_count", "ordering=name"):
        for start in ("page=1", "cursor="):
            found = flat(walk(client, f"/api/v1/people/?{query}&page_size=2&{start}"))
            assert sorted(found) == [f"nguyen-van-{number}" for number in range(5)]
