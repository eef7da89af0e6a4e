"""Ranking by tiers: each hit in its best one, on whatever page, and no tier looked at that a page does not need."""

import random
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import search
from articles.models.live import LiveArticle, LiveSearch
from articles.search.query import Query
from tests import live_rows as make

pytestmark = pytest.mark.django_db

QUERY = Query.parse("Đối thoại")
TITLES = ["Đối thoại", "Doi thoai", "Thoại đối", "Bài"]
TEXTS = ["đối thoại", "doi thoai", "thoại rồi đối", "đối", ""]


@pytest.fixture
def archive():
    """Hits of all tiers, mixed, and some that are none."""
    dice = random.Random(7)
    for number in range(60):
        make.article(
            f"{dice.choice(TITLES)} {number}",
            body=dice.choice(TEXTS),
            date=f"2024-{dice.randint(1, 12):02d}-01",
        )


def expected() -> list[tuple[int, int]]:
    """(tier, position) of every hit, from what its search row says."""
    found = []
    for row in LiveSearch.objects.filter(kind="article"):
        tokens = set(row.tokens.split(" "))
        tiers = [tier for tier, sought in enumerate(QUERY.tiers) if tokens >= set(sought)]
        if tiers:
            found.append((tiers[0], row.pk))
    return sorted(found, key=lambda hit: (hit[0], -hit[1]))


def ranked(**options) -> list[tuple[int, int]]:
    rows = search.ranked(LiveArticle.objects.all(), QUERY, ("slug",), **options)
    return [(tier, position) for tier, _weight, position, _slug in rows]


def test_every_page_has_the_hits_of_its_place(archive):
    hits = expected()
    assert len({tier for tier, _position in hits}) == len(QUERY.tiers)
    for size in (1, 3, 10, 100):
        for offset in range(0, len(hits) + 1, size):
            assert ranked(limit=size, offset=offset) == hits[offset : offset + size]


def test_what_follows_a_hit_is_the_same(archive):
    hits = expected()
    for place, (tier, position) in enumerate(hits):
        assert ranked(limit=5, after=(tier, 0, position)) == hits[place + 1 : place + 6]


def test_kinds_searched_together_are_each_in_their_best_tier(archive):
    for number in range(5):
        make.person(f"Đối Thoại {number}")
        make.event(f"Đối thoại {number}", date="2024-05-02")
    counts = search.totals(QUERY)
    whole = [(kind, slug) for kind, _id, slug, _document in search.page(QUERY, counts, limit=100)]
    assert len(set(whole)) == len(whole) == sum(counts.values())
    assert [kind for kind, _slug in whole[:10]] == ["person"] * 5 + ["event"] * 5
    for offset in range(len(whole)):
        page = search.page(QUERY, counts, limit=4, offset=offset)
        assert [(kind, slug) for kind, _id, slug, _document in page] == whole[offset : offset + 4]


def statements(**options) -> list[str]:
    with CaptureQueriesContext(connection) as sent:
        ranked(**options)
    return [query["sql"] for query in sent]


def test_a_tier_is_looked_at_only_where_better_ones_have_not_filled_the_page(archive):
    hits = expected()
    best = sum(tier == 0 for tier, _position in hits)
    for limit in (1, best, best + 1, len(hits)):
        walks = statements(limit=limit)[:-1]
        needed = hits[limit - 1][0] + 1
        assert len(walks) == needed, limit
        # As many rows as are wanted are enough, and none is looked up to be left out.
        assert all(re.search(rf"DESC LIMIT {limit}$", sql) for sql in walks)
        assert not any(re.search(" NOT | ! ", sql) for sql in walks)


def test_when_all_are_found_no_further_tier_is_looked_at(archive):
    make.article("Chỉ một bài ở Cà Mau", date="2024-01-01")
    query = Query.parse("Cà Mau")
    everything = LiveArticle.objects.all()
    for total, walks in ((None, len(query.tiers)), (1, 1)):
        with CaptureQueriesContext(connection) as sent:
            assert len(search.ranked(everything, query, ("slug",), limit=20, total=total)) == 1
        assert len(sent) == walks + 1


def test_a_kind_that_is_found_whole_is_not_looked_for_in_worse_tiers(archive):
    make.person("Đối Thoại")
    counts = search.totals(QUERY)
    assert (counts["person"], counts["event"]) == (1, 0)
    with CaptureQueriesContext(connection) as sent:
        search.page(QUERY, counts, limit=100)
    looked = ["person" in query["sql"] for query in sent]
    assert looked == [True, *[False] * len(QUERY.tiers[1:]), True], "the first tier, and the rows"
    assert not any("event" in query["sql"] for query in sent)


@pytest.mark.postgres
def test_a_kind_begins_only_where_better_ones_have_not_filled_the_page(archive):
    for number in range(3):
        make.person(f"Đối Thoại {number}")
    for limit, resting in ((2, 1), (20, 0)):
        with CaptureQueriesContext(connection) as sent:
            search.page(QUERY, search.totals(QUERY), limit=limit)
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) {sent[1]['sql']}")
            plan = [line for (line,) in cursor.fetchall()]
        walks = [line for line in plan if "on articles_livesearch s" in line]
        assert len(walks) == 2
        assert len([line for line in walks if "never executed" in line]) == resting, "\n".join(plan)
