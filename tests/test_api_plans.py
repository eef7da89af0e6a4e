"""How the database goes about a list: along one index, whatever the size of the archive, on both databases."""

import json
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.api.public import lists
from articles.models import live
from tests import live_rows as make

pytestmark = pytest.mark.django_db

ARTICLES, EVENTS = "/api/v1/articles/", "/api/v1/events/"


@pytest.fixture
def archive():
    son = make.person("Bùi Thanh Sơn")
    talks = make.event("Hội đàm", date="2024-05-02", people=(son,))
    world, trade = make.section("Thế giới"), make.topic("Kinh tế")
    for day in range(1, 8):
        make.article(
            f"Bài {day}", date=f"2024-05-{day:02d}", people=(son,), events=(talks,), section=world,
            topics=(trade,), agencies=("VNP",),
        )  # fmt: skip


@pytest.fixture
def crowd(archive):
    """Newer articles that no filter of `WALKS` finds: passing them by costs more than another index. As the database
    knows it: what it has never looked at it takes for empty, and for such a table any index is as good."""
    other, elsewhere = make.person("Lê Văn Nam"), make.event("Ký kết", date="2025-01-02")
    section, topic = make.section("Thể thao"), make.topic("Bóng đá")
    for number in range(60):
        make.article(
            f"Khác {number}", date=f"2025-03-{1 + number % 28:02d}", people=(other,), events=(elsewhere,),
            section=section, topics=(topic,), agencies=("XYZ",), language="en",
        )  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def plan(sql: str) -> str:
    """How the database reads `sql`; PostgreSQL sorts here only where no index has the order."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_sort = off; SET LOCAL enable_seqscan = off")
            cursor.execute("SET LOCAL enable_bitmapscan = off")
            cursor.execute("EXPLAIN " + sql)
        else:
            cursor.execute("EXPLAIN QUERY PLAN " + sql)
        return "\n".join(str(row[-1]) for row in cursor.fetchall())


WALKS = [
    (ARTICLES, {}, "live_article_newest"),
    (ARTICLES, {"ordering": "date"}, "live_article_oldest"),
    (ARTICLES, {"ordering": "title"}, "live_article_title"),
    (ARTICLES, {"section": "the-gioi"}, "live_article_section"),
    (ARTICLES, {"language": "vi"}, "live_article_language"),
    (ARTICLES, {"topic": "kinh-te"}, "live_tagging_newest"),
    (ARTICLES, {"person": "bui-thanh-son"}, "live_mention_newest"),
    (ARTICLES, {"event": "hoi-dam"}, "live_coverage_newest"),
    (ARTICLES, {"agency": "VNP"}, "live_agency_newest"),
    (ARTICLES, {"year": "2024"}, "live_article_newest"),
    (ARTICLES, {"year": "2024", "ordering": "date"}, "live_article_oldest"),
    (
        ARTICLES,
        {"date_after": "2024-05-02", "date_before": "2024-05-06", "ordering": "date"},
        "live_article_oldest",
    ),
    (ARTICLES, {"date_after": "2024-05-03"}, "live_article_newest"),
    (ARTICLES, {"date_before": "2024-05-03"}, "live_article_newest"),
    (ARTICLES, {"date_after": "2024-05", "date_before": "2024-05-03"}, "live_article_newest"),
    (EVENTS, {"person": "bui-thanh-son"}, "live_participation_newest"),
]


@pytest.mark.parametrize(("path", "query", "index"), WALKS, ids=json.dumps)
def test_a_list_with_no_or_one_filter_walks_one_index(client, crowd, path, query, index):
    address: str | None = f"{path}?" + "&".join(f"{name}={value}" for name, value in query.items())
    address += "&page_size=2&cursor="
    for _page in range(2):
        with CaptureQueriesContext(connection) as sent:
            body = client.get(address).json()
        assert len(sent) <= 2
        assert body["count"] >= len(body["results"]) > 0
        assert not [query for query in sent if re.search(r"COUNT\(", query["sql"])], "counted, not kept"
        walked = plan(sent[-1]["sql"])
        assert index in walked, walked
        assert not re.search("TEMP B-TREE|Sort", walked), walked
        if body["next"] is None:
            break
        address = body["next"]


@pytest.mark.parametrize(("path", "query", "index"), WALKS, ids=json.dumps)
def test_a_later_page_passes_by_keys_of_the_index_and_reads_its_own_rows(client, crowd, path, query, index):
    with CaptureQueriesContext(connection) as sent:
        body = client.get(path, {**query, "page_size": 2}).json()
        later = client.get(path, {**query, "page_size": 1, "page": 2}).json()
    assert later["results"] == body["results"][1:]
    walked = plan(sent[-1]["sql"])
    assert re.search(f"(COVERING INDEX|Index Only Scan using) {index}", walked), walked


MEETINGS = [
    # The shorter of two lists, and each of its rows looked up in the other.
    (
        "person=bui-thanh-son&section=the-gioi&agency=VNP",
        "live_mention_newest|live_article_section|live_agency_newest",
    ),
    ("person=bui-thanh-son&date_after=2024-05-03", "live_mention_newest"),
    ("section=the-gioi&date_before=2024-05-03", "live_article_section"),
    ("agency=VNP&topic_not=bong-da", "live_agency_newest"),
    ("year=2023,2024", "live_article_newest"),
    ("section_not=the-thao", "live_article_newest"),
]


@pytest.mark.parametrize(("query", "index"), MEETINGS)
def test_a_list_where_filters_meet_walks_the_shortest_and_counts_along_it(client, crowd, query, index):
    with CaptureQueriesContext(connection) as sent:
        body = client.get(f"{ARTICLES}?{query}&page_size=2").json()
    assert body["count"] == (3 if "date_before" in query else 5 if "date_after" in query else 7)
    assert [item["title"] for item in body["results"]] == (
        ["Bài 3", "Bài 2"] if "date_before" in query else ["Bài 7", "Bài 6"]
    )
    assert len(sent) == 2
    walked = plan(sent[-1]["sql"])
    assert re.search(index, walked), walked


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("person=bui-thanh-son,le-van-nam&section=the-gioi", 7), ("person=le-van-nam,none&section=the-gioi", 0),
        ("topic=kinh-te,bong-da&language=vi", 7), ("section=the-gioi,the-thao&agency=VNP", 7),
        ("event=hoi-dam,none&person=bui-thanh-son,none&language=vi", 7),
    ],
)  # fmt: skip
def test_of_alternatives_the_database_is_told_the_keys_by_which_it_knows_how_many_rows_each_has(
    client, crowd, query, count
):
    with CaptureQueriesContext(connection) as sent:
        assert client.get(f"{ARTICLES}?{query}").json()["count"] == count
    assert len(sent) <= 3
    assert not [query for query in sent[1:] if "WHERE slug IN" in query["sql"]]


@pytest.mark.parametrize(
    ("query", "index"),
    [
        ("person=bui-thanh-son,le-van-nam", "live_mention_newest"),
        ("event=hoi-dam,ky-ket", "live_coverage_newest"),
        ("topic=bong-da,kinh-te", "live_tagging_newest"),
        ("agency=VNP,XYZ", "live_agency_newest"),
        ("section=the-gioi,the-thao", "live_article_section"),
        ("language=en,vi", "live_article_language"),
    ],
)
def test_a_list_by_alternatives_walks_one_index_by_each_to_the_end_of_the_page(client, crowd, query, index):
    index_only = "(COVERING INDEX|Index Only Scan using)"
    make.article("Ngoài", language="fr")  # With all there are, the alternatives would be no filter.
    with CaptureQueriesContext(connection) as sent:
        assert client.get(f"{ARTICLES}?{query}&page_size=2&page=3").json()["count"] == 67
    assert len(sent) == 2
    by_value = re.findall(r"SELECT \* FROM \((.*?)\) v", sent[-1]["sql"])
    assert len(by_value) == 2
    for walk in by_value:
        assert walk.endswith("LIMIT 6 OFFSET 0")
        walked = plan(walk)
        assert re.search(f"{index_only} {index}", walked), walked
        assert not re.search("TEMP B-TREE|Sort", walked), walked
    counted = re.findall(r"SELECT COUNT\(.*? IN \(.*?\)", sent[-1]["sql"])
    assert len(counted) == (0 if "live_article" in index else 1), "kept, not counted"
    for count in counted:
        assert re.search(index_only, plan(count)), plan(count)


def test_what_is_excluded_is_tested_row_by_row_for_a_page_only(client, crowd):
    """PostgreSQL sets all rows against it at once, and took five times as long when it was not let."""
    with CaptureQueriesContext(connection) as sent:
        body = client.get(f"{ARTICLES}?person=bui-thanh-son&topic_not=bong-da&facets=topic").json()
    assert body["count"] == body["facets"]["topic"][0]["count"] == 7
    (counted,) = re.findall(r"COUNT\(\*\) FROM articles_livemention l .*?\)\)\)", sent[1]["sql"])
    (divided,) = [query["sql"] for query in sent if "AS far" in query["sql"]]
    for all_rows in (counted, divided):
        assert "NOT EXISTS (" in all_rows
        assert "COALESCE" not in all_rows
    assert sent[1]["sql"].count("NOT COALESCE(EXISTS (") == 1


@pytest.mark.parametrize("ordering", [("date", "live_article_oldest"), ("title", "live_article_title")])
@pytest.mark.parametrize("narrowed", ["", "person=bui-thanh-son&", "topic=kinh-te&agency=VNP&"])
def test_a_search_that_many_match_walks_the_order_and_tests_each_row(client, crowd, ordering, narrowed):
    name, index = ordering
    with CaptureQueriesContext(connection) as sent:
        body = client.get(f"{ARTICLES}?{narrowed}q=bai&ordering={name}&page_size=2").json()
    assert body["count"] == 7
    assert [item["title"] for item in body["results"]] == ["Bài 1", "Bài 2"]
    assert len(sent) == 3
    walked = plan(sent[-1]["sql"])
    assert index in walked, walked
    assert not re.search("TEMP B-TREE|Sort", walked), walked


@pytest.mark.parametrize("ordering", ["date", "title"])
def test_hits_among_filtered_rows_are_asked_for_by_the_key_of_the_filter(
    client, crowd, monkeypatch, ordering
):
    """By the slug the database takes anybody for one of a few articles: it looked each of 63,000 up among the hits."""
    monkeypatch.setattr(lists, "MANY", 0)
    with CaptureQueriesContext(connection) as sent:
        body = client.get(
            f"{ARTICLES}?q=bai&person=bui-thanh-son&ordering={ordering}&page_size=2&facets=topic"
        ).json()
    assert body["count"] == body["facets"]["topic"][0]["count"] == 7
    asked = [query["sql"] for query in sent if "articles_search" in query["sql"] or "vector" in query["sql"]]
    assert len(asked) == 3
    for sql in asked:
        assert "liveperson" not in sql, sql


def test_a_page_behind_the_last_is_counted_apart(client, crowd):
    with CaptureQueriesContext(connection) as sent:
        body = client.get(f"{ARTICLES}?section=the-gioi&agency=VNP&page=9").json()
    assert (body["count"], body["results"]) == (7, [])
    assert len(sent) == 3


@pytest.mark.parametrize(
    ("query", "index"), [("", "live_article_newest"), ("person=bui-thanh-son", "live_mention_newest")]
)
def test_a_feed_walks_the_same_index(client, crowd, query, index):
    with CaptureQueriesContext(connection) as sent:
        assert len(client.get(f"/api/v1/feeds/articles.json?page_size=7&{query}").json()["items"]) == 7
    (rows,) = [query["sql"] for query in sent if "t.document" in query["sql"]]
    walked = plan(rows)
    assert index in walked, walked
    assert not re.search("TEMP B-TREE|Sort", walked), walked


def test_the_spelling_of_an_agency_is_read_from_one_article(client, archive):
    with CaptureQueriesContext(connection) as sent:
        assert client.get(f"{ARTICLES}?facets=agency").json()["facets"]["agency"][0]["name"] == "VNP"
    (spelt,) = [query["sql"] for query in sent if "LIMIT 1)" in query["sql"]]
    walked = plan(spelt)
    assert "live_agency_newest" in walked, walked
    assert not re.search("TEMP B-TREE|Sort", walked), walked


@pytest.mark.parametrize("kind", live.LIVE_MODELS)
def test_texts_stand_behind_all_else_in_a_row(kind):
    """SQLite reads a column through all that stands before it: a count by section took ten times as long."""
    with connection.cursor() as cursor:
        columns = connection.introspection.get_table_description(
            cursor, live.LIVE_MODELS[kind]._meta.db_table
        )
    assert [column.name for column in columns][-2:] == ["listing", "document"]


def test_dates_that_begin_before_the_range_are_found_all_the_same(client, archive):
    make.article("Cả mùa", date="2023-12-30/2024-05-02")
    for query, count in (
        ("year=2024", 8),
        ("year=2023", 1),
        ("date_after=2024-05-02", 7),
        ("date_before=2023", 1),
    ):
        body = client.get(f"{ARTICLES}?{query}").json()
        assert body["count"] == len(body["results"]) == count, query


@pytest.mark.parametrize("facet", ["section", "topic", "person", "event", "agency", "year"])
def test_facets_of_all_articles_read_kept_totals(client, archive, facet):
    with CaptureQueriesContext(connection) as sent:
        body = client.get(f"{ARTICLES}?facets={facet}").json()
    assert body["facets"][facet][0]["count"] == 7
    # Agencies are read for their names, one row each.
    links = "livemention|livecoverage|livetagging|COUNT"
    assert not [query["sql"] for query in sent if re.search(links, query["sql"])]


@pytest.mark.parametrize("query", ["q=bai", "person=bui-thanh-son,none"])
def test_facets_are_counted_by_the_ids_found_without_looking_them_up_again(client, crowd, query):
    with CaptureQueriesContext(connection) as sent:
        body = client.get(f"{ARTICLES}?{query}&facets=topic,section,year").json()
    assert body["facets"]["topic"] == [{"slug": "kinh-te", "name": "Kinh tế", "count": 7}]
    assert body["facets"]["section"][0]["count"] == body["facets"]["year"][0]["count"] == 7
    (counted,) = [query["sql"] for query in sent if "livetagging" in query["sql"]]
    assert "articles_livearticle" not in counted


def test_tallies_are_sums_of_months_and_days(client, archive):
    facet = live.LiveTally.Facet
    kept = dict(live.LiveTally.objects.filter(facet=facet.STARTS_IN).values_list("value", "article_count"))
    assert kept == {"2024-05": 7}
    assert live.LiveTally.objects.filter(facet=facet.ENDS).count() == 7


@pytest.mark.postgres
def test_the_few_rows_of_a_filter_are_looked_up_by_their_keys(client, crowd):
    """Among all hits of a frequent word they were looked for in 0.3 s, of 99,000 articles."""
    with CaptureQueriesContext(connection) as sent:
        assert client.get(f"{ARTICLES}?q=bai&person=bui-thanh-son&ordering=title").json()["count"] == 7
    (counted,) = [query["sql"] for query in sent if query["sql"].startswith("SELECT COUNT(*)")]
    assert "COALESCE(s.item_id IN" not in counted


@pytest.mark.parametrize("ordering", ["date", "-date"])
def test_what_has_no_year_is_in_no_range_in_either_order(client, archive, ordering):
    for date in (None, "XXXX-07-13", "XXXX-12-31"):
        make.article(f"Không năm {date}", date=date)
    for dates in ("date_after=2024", "date_before=9999", "date_after=0001&date_before=9999-12-31"):
        body = client.get(f"{ARTICLES}?{dates}&ordering={ordering}").json()
        assert (body["count"], len(body["results"])) == (7, 7), dates


@pytest.mark.parametrize("facet", ["section", "topic", "person", "event", "agency", "year"])
def test_facets_of_a_large_part_are_counted_on_the_way_through_an_index(client, crowd, facet):
    """Each hit was looked up, its row of search and then its links: 5 s for six facets of the commonest word."""
    with CaptureQueriesContext(connection) as sent:
        body = client.get(f"{ARTICLES}?q=khac&facets={facet}").json()
        few = client.get(f"{ARTICLES}?q=bai&facets={facet}").json()
    assert (body["facets"][facet][0]["count"], few["facets"][facet][0]["count"]) == (60, 7)
    large, small = [query["sql"] for query in sent if "GROUP BY" in query["sql"]]
    assert "COALESCE(" in large
    assert "COALESCE(" not in small
    if connection.vendor == "sqlite":
        walked = plan(large)
        assert "SEARCH s" not in walked, walked
        assert "(id=?)" not in walked.partition("LIST SUBQUERY")[0], walked
        assert "(article_id=?)" not in walked, walked


@pytest.mark.postgres
def test_no_article_is_lost_that_is_met_by_several_values(client, db, monkeypatch):
    """The table in memory had an end before the last of them."""
    monkeypatch.setattr("articles.search.backends.HASHED", 14)
    first, second = make.person("Một"), make.person("Hai")
    for number in range(1, 13):
        people = {1: (first,), 2: (second,), 11: (first,), 12: (second,)}.get(number, (first, second))
        make.article(f"Bài {number}", date=f"2024-05-{number:02}", people=people)
    body = client.get(f"{ARTICLES}?person=mot,hai&facets=year").json()
    assert (body["count"], body["facets"]["year"]) == (12, [{"year": "2024", "count": 12}])


@pytest.mark.parametrize("query", ["date_after=2024", "q=bai+khac"])
def test_where_articles_are_many_the_pairs_of_a_graph_are_not_looked_for_in_each(client, crowd, query):
    for number in range(20):
        make.article(f"Bài khác {number}", date="2025-04-01", people=tuple(live.LivePerson.objects.all()))
    with CaptureQueriesContext(connection) as sent:
        body = client.get(f"/api/v1/graph/?{query}").json()
    assert [edge["weight"] for edge in body["edges"]] == [20]
    if connection.vendor == "sqlite":
        walked = plan(sent[-1]["sql"])
        assert "article_id=? AND person_id=?" not in walked, walked


EVERYTHING = [
    "language=vi",
    "language_not=en",
    "language_not=en&section_not=khong",
    "year=2024",
    "person=bui-thanh-son&language=vi",
    "date_after=2024",
]


@pytest.mark.parametrize("query", EVERYTHING)
@pytest.mark.parametrize(
    ("ordering", "index"), [("title", "live_article_title"), ("date", "live_article_oldest")]
)
def test_a_filter_that_leaves_nothing_out_is_none(client, archive, query, ordering, index):
    """An archive in one language whose frontend asks for that language was sorted whole for each page."""
    with CaptureQueriesContext(connection) as sent:
        body = client.get(f"{ARTICLES}?{query}&ordering={ordering}&page_size=2").json()
    assert (body["count"], [item["title"] for item in body["results"]]) == (7, ["Bài 1", "Bài 2"])
    assert len(sent) == 3
    walked = plan(sent[1]["sql"])
    assert index in walked, walked
    assert not re.search("TEMP B-TREE|Sort", walked), walked


@pytest.mark.parametrize("query", EVERYTHING)
def test_its_facets_and_graph_are_those_of_all(client, archive, query):
    with CaptureQueriesContext(connection) as sent:
        body = client.get(f"{ARTICLES}?{query}&facets=section,person,year").json()
        graph = client.get(f"/api/v1/graph/?{query}").json()
    assert body["facets"] == client.get(f"{ARTICLES}?facets=section,person,year").json()["facets"]
    assert graph == client.get("/api/v1/graph/").json()
    assert not [query["sql"] for query in sent if "livemention" in query["sql"]]


def test_a_search_within_it_is_one_among_all(client, archive):
    with CaptureQueriesContext(connection) as sent:
        assert client.get(f"{ARTICLES}?q=bai&language=vi").json()["count"] == 7
    assert not [query["sql"] for query in sent if " language " in query["sql"]]


def test_filters_that_meet_are_counted_along_the_shorter_one(client, crowd):
    """SQLite took the index of a language, which most articles have, to count the few of a person."""
    with CaptureQueriesContext(connection) as sent:
        assert client.get(f"{ARTICLES}?person=bui-thanh-son&language=vi").json()["count"] == 7
    walked = plan(sent[-1]["sql"])
    assert "live_article_language" not in walked, walked


def asked_while_one_comes(client, path):
    """The answer where an English article of everybody is published behind the first statement."""
    people = [*live.LivePerson.objects.all()]
    statements = []

    def come(execute, sql, *how):
        statements.append(sql)
        if len(statements) == 2:
            make.article("Bai in English", date="2024-05-02", language="en", people=people)
        return execute(sql, *how)

    with connection.execute_wrapper(come):
        return client.get(path).json()


@pytest.mark.parametrize(
    "query",
    ["language=vi", "language=vi&ordering=title", "person=bui-thanh-son&language=vi", "q=bai&language=vi"],
)
def test_what_comes_in_meanwhile_is_left_out_by_a_filter_that_left_nothing_out(client, archive, query):
    """The kept totals said that all is Vietnamese; when the rows were read that was so no longer."""
    body = asked_while_one_comes(client, f"{ARTICLES}?{query}&facets=person")
    assert {item["language"] for item in body["results"]} == {"vi"}
    assert (body["count"], body["facets"]["person"][0]["count"]) == (7, 7)


def test_nor_is_it_in_a_feed(client, archive):
    body = asked_while_one_comes(client, "/api/v1/feeds/articles.json?language=vi")
    assert {item["language"] for item in body["items"]} == {"vi"}


def test_nor_does_a_graph_count_it(client, archive):
    body = asked_while_one_comes(client, "/api/v1/graph/?language=vi")
    assert [node["article_count"] for node in body["nodes"]] == [7]


@pytest.mark.parametrize("ordering", ["title", "date", "-date"])
def test_a_cursor_leads_on_when_a_filter_begins_to_leave_something_out(client, archive, ordering):
    def follow(address):
        return client.get(address.removeprefix("http://testserver")).json()

    first = client.get(f"{ARTICLES}?language=vi&ordering={ordering}&page_size=2&cursor=").json()
    second = follow(first["next"])
    foreign = make.article("Aaa", language="en", date="2020")
    assert follow(first["next"])["results"] == second["results"]
    third = follow(follow(first["next"])["next"])
    assert follow(third["previous"])["results"] == second["results"]
    make.withdraw(foreign)
    assert follow(second["next"])["results"] == third["results"]
    assert follow(third["previous"])["results"] == second["results"]
