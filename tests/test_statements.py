"""Statements that readers' requests repeat, kept ready by PostgreSQL; the same answers without."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.statements import repeated
from tests import live_rows as make
from tests.contract import ask

ARTICLES = "/api/v1/articles/"
pytestmark = pytest.mark.django_db


@pytest.fixture
def archive():
    son = make.person("Bùi Thanh Sơn")
    for day in range(1, 8):
        make.article(f"Bài {day}", date=f"2024-05-{day:02d}", people=(son,))


def kept() -> dict[str, str]:
    """What this connection keeps, by its text."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement, name FROM pg_prepared_statements WHERE NOT from_sql")
        return dict(cursor.fetchall())


ADDRESSES = [
    "",
    "?page_size=3",
    "?cursor=",
    "?person=bui-thanh-son",
    "?year=2024",
    "?q=bai",
    "?q=bùi thanh sơn&ordering=-date",
    "bai-3/",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_answer_stays_the_same(client, archive, address):
    answers = {client.get(f"{ARTICLES}{address}").content for _ in range(8)}
    assert len(answers) == 1


@pytest.mark.postgres
def test_a_list_is_kept_from_the_fifth_time_on(client, archive):
    lists = [statement for statement in kept() if "live_article" in statement]
    for _ in range(8):
        ask(client, ARTICLES, page_size=4)
    more = [statement for statement in kept() if "LIMIT 4" in statement and statement not in lists]
    assert len(more) == 1


@pytest.mark.postgres
def test_what_the_desk_asks_is_planned_anew(client, archive):
    with connection.cursor() as cursor:
        for number in range(8):
            cursor.execute("SELECT %s AS of_the_desk", [number])
    assert not [statement for statement in kept() if "of_the_desk" in statement]


@pytest.mark.postgres
def test_nothing_is_kept_where_a_pooler_passes_connections_on(archive, monkeypatch):
    monkeypatch.setitem(connection.settings_dict["OPTIONS"], "prepare_threshold", None)
    with repeated(connection) as cursor:
        for number in range(8):
            cursor.execute("SELECT %s AS behind_a_pooler", [number])
    assert not [statement for statement in kept() if "behind_a_pooler" in statement]


@pytest.mark.postgres
def test_a_recorded_statement_has_its_values(archive):
    with CaptureQueriesContext(connection) as sent, repeated(connection) as cursor:
        cursor.execute("SELECT slug FROM articles_livearticle WHERE slug = %s", ["bai-3"])
        assert cursor.fetchall() == [("bai-3",)]
    assert sent[0]["sql"].endswith("WHERE slug = 'bai-3'")


@pytest.mark.postgres
@pytest.mark.parametrize(
    ("query", "index"),
    [
        ("", "live_article_newest"),
        ("?person=bui-thanh-son", "live_mention_newest"),
        ("?year=2024", "live_article_newest"),
    ],
)
def test_a_plan_that_is_kept_walks_the_index_whatever_the_values(client, archive, query, index):
    make.article("Ngoài", date="2020")  # What leaves no article out is no filter.
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
        before = set(kept())
        for _ in range(8):
            client.get(f"{ARTICLES}{query}{'&' if query else '?'}page_size=2")
        (rows,) = [text for text in set(kept()) - before if "t.listing" in text]
        number = rows.count("$")
        cursor.execute("SET LOCAL plan_cache_mode = force_generic_plan")
        cursor.execute("SET LOCAL enable_sort = off; SET LOCAL enable_seqscan = off")
        cursor.execute("SET LOCAL enable_bitmapscan = off")
        cursor.execute(f"PREPARE again AS {rows}")
        given = f"({', '.join(['NULL'] * number)})" if number else ""
        cursor.execute(f"EXPLAIN EXECUTE again{given}")
        plan = "\n".join(line for (line,) in cursor.fetchall())
        cursor.execute("DEALLOCATE again")
    assert index in plan
    assert "Sort" not in plan
