"""Search over everything: ranking, snippets with the accented original marked, suggestions."""

import pytest

from articles.search import Query, highlight, snippet
from articles.search.snippet import BLOCK
from tests import live_rows as make
from tests.contract import ask
from tests.growth import grows_with_size

PATH = "/api/v1/search/"


@pytest.fixture
def archive(db):
    son = make.person("Bùi Thanh Sơn", countries=("Việt Nam",))
    xuan = make.person("Bùi Thị Xuân")
    make.event("Bùi Thanh Sơn thăm Lào", kind="visit", date="2024-05-02", people=(son,))
    make.article("Hội đàm", body="Chiều nay, Bộ trưởng Bùi Thanh Sơn <b>tiếp</b> khách & bạn.", people=(son,))
    make.article("Chuyện làng", body="Sơn ở làng Bùi, giọng thanh.", people=(son, xuan))


def test_all_kinds_are_found_people_first_phrases_before_scattered_words(client, archive):
    body = ask(client, PATH, q="bui thanh son")
    assert [(item["type"], item["slug"]) for item in body["results"]] == [
        ("person", "bui-thanh-son"),
        ("event", "bui-thanh-son-tham-lao"),
        ("article", "hoi-dam"),
        ("article", "chuyen-lang"),
    ]
    assert body["count"] == 4
    assert body["counts"] == {"person": 1, "event": 1, "article": 2}
    assert body["results"][0]["title_html"] == "<mark>Bùi Thanh Sơn</mark>"
    assert body["results"][0]["url"] == "http://testserver/api/v1/people/bui-thanh-son/"


def test_a_snippet_marks_the_accented_original_and_escapes_the_rest(client, archive):
    found = ask(client, PATH, q="bui thanh son", kind="article")["results"][0]
    assert found["snippet_html"] == (
        "Chiều nay, Bộ trưởng <mark>Bùi Thanh Sơn</mark> &lt;b&gt;tiếp&lt;/b&gt; khách &amp; bạn."
    )


def test_pages(client, archive):
    first = ask(client, PATH, q="bui thanh son", page_size=3)
    second = client.get(first["next"]).json()
    assert [item["slug"] for item in second["results"]] == ["chuyen-lang"]
    assert second["next"] is None


@pytest.mark.parametrize(
    "query", ["", "q=a&kind=car", "q=a&page=x", "q=a&cursor=", "q=a&section=x", "q=a&q=b"]
)
def test_what_cannot_be_read_is_refused(client, db, query):
    assert client.get(f"{PATH}?{query}").status_code == 400


@pytest.mark.parametrize("kind", ["articles", "people", "events"])
@pytest.mark.parametrize("q", ["", " ", '"', "…"])
def test_a_list_is_empty_for_a_query_without_words_in_whatever_order(client, archive, kind, q):
    for more in (
        {},
        {"ordering": "relevance"},
        {"ordering": "name" if kind == "people" else "date"},
        {"cursor": ""},
    ):
        assert ask(client, f"/api/v1/{kind}/", q=q, **more)["results"] == []


def test_a_query_without_words_finds_nothing(client, archive):
    assert ask(client, PATH, q="…")["results"] == []
    assert ask(client, f"{PATH}suggest/", q="…")["results"] == []


def test_a_search_takes_three_statements_and_one_a_tier_however_much_is_found(
    client, archive, django_assert_num_queries, public_reads
):
    for more in range(2):
        # Titles alone have it: the first of three tiers is all there is.
        with public_reads(), django_assert_num_queries(4):
            ask(client, PATH, q="bui thanh son", kind="person")
        with public_reads(), django_assert_num_queries(6):
            ask(client, PATH, q="bui thanh son")
        with public_reads(), django_assert_num_queries(2):
            ask(client, f"{PATH}suggest/", q="bui th")
        for number in range(5):
            make.person(f"Bùi Thanh Sơn {more} {number}")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("bùi th", ["bui-thanh-son", "bui-thi-xuan", "bui-thanh-son-tham-lao"]),
        ("BUI THANH", ["bui-thanh-son", "bui-thanh-son-tham-lao"]),
        ("xu", ["bui-thi-xuan"]),
        ("bui thanh son tham l", ["bui-thanh-son-tham-lao"]),
        ("hoi", []),
        ("bui*", ["bui-thanh-son", "bui-thi-xuan", "bui-thanh-son-tham-lao"]),
    ],
)
def test_names_are_suggested_while_a_reader_types(client, archive, typed, found):
    assert [item["slug"] for item in ask(client, f"{PATH}suggest/", q=typed)["results"]] == found


class TestSnippets:
    @pytest.mark.parametrize(
        ("text", "q", "html"),
        [
            ("Đối thoại Đà Nẵng", "doi thoai", "<mark>Đối thoại</mark> Đà Nẵng"),
            ("hoà bình và hòa bình", "hòa bình", "<mark>hoà bình</mark> và <mark>hòa bình</mark>"),
            ("thanh và Thành", "thanh", "<mark>thanh</mark> và Thành"),
            ("Bùi, thanh; SƠN!", "bùi sơn", "<mark>Bùi</mark>, thanh; <mark>SƠN</mark>!"),
            ("a<script>b", "b", "a&lt;script&gt;<mark>b</mark>"),
            ("Kh\u00f4ng c\u00f3 g\u00ec", "xa", "Không có gì"),
            ("Bu\u0300i Thanh", "bui", "<mark>Bùi</mark> Thanh"),
            ("Hà-Nội, bên sông", "noi ben", "Hà-<mark>Nội, bên</mark> sông"),
            ("hai – ba (ba) ba", "ba ba", "hai – <mark>ba (ba</mark>) ba"),
            ("Bui Son, Bùi Sơn", "Bùi Sơn", "Bui Son, <mark>Bùi Sơn</mark>"),
        ],
    )
    def test_mark_words_as_they_are_spelt(self, text, q, html):
        assert highlight(text, Query.parse(q)) == html

    def test_begin_near_the_first_find_and_end_at_a_word(self):
        text = "mở đầu " * 100 + "đích đến " + "kết thúc " * 100
        cut = snippet(text, Query.parse("dich den"))
        assert cut.startswith("… ")
        assert "<mark>đích đến</mark>" in cut
        assert cut.endswith(" …")
        assert len(cut) < 300

    @pytest.mark.parametrize("q", ["Bùi Thanh Sơn", "bui thanh son"])
    @pytest.mark.parametrize("before", [0, BLOCK - 2, BLOCK - 1, BLOCK, 2 * BLOCK - 1, 5 * BLOCK])
    def test_find_a_phrase_wherever_in_a_long_text(self, before, q):
        text = "lời " * before + "Bùi – Thanh Sơn, “Bùi Thanh Sơn” " + "khác " * 500
        assert "<mark>Bùi – Thanh Sơn</mark>, “<mark>Bùi Thanh Sơn</mark>”" in snippet(text, Query.parse(q))

    def test_of_a_long_text_begin_at_the_exact_accents_however_late(self):
        text = "bùi thanh sơn " + "khác " * 500 + "Búi Thánh Són"
        assert "<mark>Búi Thánh Són</mark>" in snippet(text, Query.parse("búi thánh són"))
        assert snippet(text, Query.parse("bũi")).startswith("<mark>bùi</mark> thanh sơn")

    def test_of_text_without_a_find_are_its_beginning(self):
        assert snippet("ngắn thôi", Query.parse("xa")) == "ngắn thôi"

    @pytest.mark.parametrize("unit", ["a", "a ", "<", "ă\u0301"])
    def test_take_linear_time(self, unit):
        query = Query.parse("a " * 31 + "b")
        assert grows_with_size(lambda size: snippet(unit * size, query), 10_000)
