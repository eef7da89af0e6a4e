"""Search: folded Vietnamese, phrase before scattered syllables, and queries that try to be something else."""

from datetime import date

import pytest

from articles import search
from articles.models.live import LiveArticle, LiveSearch
from articles.search.query import MAX_SYLLABLES, Query
from articles.search.tokens import MAX_BYTES, document_tokens, search_id
from tests import live_rows as make
from tests.growth import grows_with_size


def slugs(text, **options):
    rows = search.ranked(LiveArticle.objects.all(), Query.parse(text), ("slug",), limit=50, **options)
    return [row[3] for row in rows]


class TestTokens:
    def test_are_syllables_pairs_accents_and_the_title_again(self):
        assert document_tokens("Đối thoại", "hoà bình").split() == [
            "doi",
            "đối",
            "thoai",
            "thoại",
            "doi_thoai",
            "=doi",
            "=đối",
            "=thoai",
            "=thoại",
            "=doi_thoai",
            "hoa",
            "hòa",
            "binh",
            "bình",
            "hoa_binh",
        ]

    def test_part_words_at_everything_that_is_no_letter_or_digit(self):
        assert document_tokens("", 'Covid-19 "a\x00b" =c_d*').split()[:6] == [
            "covid",
            "19",
            "a",
            "b",
            "c",
            "d",
        ]

    def test_of_a_huge_text_stay_within_what_postgresql_takes(self):
        text = " ".join(f"tu{number}" for number in range(200_000))
        tokens = document_tokens("Tựa", text)
        assert len(tokens.encode()) <= MAX_BYTES
        assert "=tua" in tokens

    def test_of_nothing_are_nothing(self):
        assert document_tokens("", " — … ") == ""


def test_search_ids_sort_like_dates_and_the_undated_before_all():
    days = [None, date(1, 1, 1), date(1945, 9, 2), date(2021, 7, 6), date(2021, 7, 7), date(9999, 12, 31)]
    ids = [search_id(day, make.uid(str(number))) for number, day in enumerate(days)]
    assert ids == sorted(ids)
    assert all(0 <= found < 2**63 for found in ids)


@pytest.mark.django_db
class TestMatching:
    @pytest.fixture(autouse=True)
    def articles(self):
        make.article("Bùi Thanh Sơn hội đàm", slug="title", date="2020-01-01")
        make.article("Tin vắn", slug="body", body="Bộ trưởng Bùi Thanh Sơn tiếp khách.", date="2021-01-01")
        make.article("Tin khác", slug="plain", body="bui thanh son", date="2023-01-01")
        make.article("Xa nhau", slug="scattered", body="Sơn ở làng Bùi, giọng thanh.", date="2024-01-01")
        make.article("Hoà bình", slug="old-tones", body="Thuỷ", date="2019-01-01")
        make.article("Hòa bình", slug="new-tones", body="Thủy", date="2018-01-01")

    def test_a_folded_query_finds_accented_text_phrase_before_scattered_title_first(self):
        assert slugs("bui thanh son") == ["title", "plain", "body", "scattered"]

    def test_exact_accents_come_first_when_the_query_has_them(self):
        assert slugs("Bùi Thanh Sơn") == ["title", "body", "plain", "scattered"]

    @pytest.mark.parametrize(
        "text", ["hoà bình", "hòa bình", "HOÀ BÌNH", "hoa binh", "  hòa,bình! ", "Hoa-Binh"]
    )
    def test_both_tone_placements_are_one(self, text):
        assert slugs(text) == ["old-tones", "new-tones"]

    def test_a_single_syllable_prefers_the_exact_accent_then_the_title(self):
        assert slugs("sơn") == ["title", "scattered", "body", "plain"]

    def test_all_syllables_are_needed(self):
        assert slugs("bui thanh nam") == []

    def test_counts_and_matches_agree_with_the_ranking(self):
        query = Query.parse("thanh son")
        everything = LiveArticle.objects.all()
        assert search.count(everything, query) == 4
        assert set(search.match(everything, query).values_list("slug", flat=True)) == set(slugs("thanh son"))
        late = everything.filter(starts__year__gte=2021)
        assert search.count(everything, query, within=late) == 3
        assert slugs("thanh son", within=late) == ["plain", "body", "scattered"]
        assert slugs("thanh son", within=everything.none()) == []

    def test_pages_continue_where_the_last_ended(self):
        everything, query = LiveArticle.objects.all(), Query.parse("Bùi Thanh Sơn")
        walked, after = [], None
        while rows := search.ranked(everything, query, ("slug",), limit=1, after=after):
            walked.append(rows[0][3])
            after = rows[0][:3]
        assert walked == slugs("Bùi Thanh Sơn")
        offsets = [slugs("Bùi Thanh Sơn")[n : n + 2] for n in range(5)]
        found = [
            [row[3] for row in search.ranked(everything, query, ("slug",), limit=2, offset=n)]
            for n in range(5)
        ]
        assert found == offsets

    def test_kinds_are_apart(self):
        make.person("Bùi Thanh Sơn")
        assert "bui-thanh-son" not in slugs("bui thanh son")
        assert search.count(LiveArticle.objects.all(), Query.parse("bui thanh son")) == 4

    def test_the_index_follows_its_rows(self):
        row = LiveSearch.objects.get(item_id=make.uid("article", "plain"))
        row.tokens = document_tokens("Tin", "chuyện mới")
        row.save()
        assert "plain" not in slugs("bui thanh son")
        assert slugs("chuyen moi") == ["plain"]
        LiveSearch.objects.filter(pk=row.pk).update(id=77)
        assert slugs("chuyen moi") == ["plain"]
        LiveSearch.objects.filter(pk=77).delete()
        assert slugs("chuyen moi") == []

    @pytest.mark.parametrize(
        "text",
        [
            '"',
            "'",
            "*",
            "bui*",
            "NOT",
            "a AND b",
            "a OR b",
            "NEAR(a b)",
            "-bui",
            "tokens:bui",
            "(",
            ")",
            "^a",
            "\\",
            "&",
            "!",
            "a & !b",
            "=bui",
            "==article",
            "_",
            "a_b",
            "\x00",
            "\ud800",
            "%",
            "'; DROP TABLE x --",
            ":*",
            "<->",
            "$1",
            "𠀀",
            "ﬁ",
            "İ",
        ],
    )
    def test_operators_and_quotes_are_only_punctuation(self, text):
        query = Query.parse(text)
        everything = LiveArticle.objects.all()
        assert search.count(everything, query) >= len(slugs(text)) >= 0
        assert list(search.match(everything, query)) is not None

    def test_the_word_that_a_query_has_is_all_that_counts(self):
        assert slugs("bui*") == slugs('"bui"') == slugs("-bui") == slugs("bui")
        assert slugs("a OR bui") == []

    def test_a_query_without_words_finds_nothing(self):
        assert slugs("") == slugs(" … — ") == []


@pytest.mark.parametrize("unit", ["a ", "ă", '"', "(", "bùi\u0301"])
def test_reading_a_hostile_query_is_bounded(unit):
    assert grows_with_size(lambda size: Query.parse(unit * size), 20_000)
    query = Query.parse(unit * 50_000)
    assert len(query.spoken) <= MAX_SYLLABLES


@pytest.mark.django_db
def test_a_query_of_many_syllables_is_answered():
    words = " ".join(f"tư{number}" for number in range(200))
    make.article("Dài", body=words)
    assert slugs(words) == ["dai"]
