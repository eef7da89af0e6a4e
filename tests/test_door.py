"""The door: publishing and withdrawing are the only ways to the public, and they are all or nothing."""

import json
import threading
from functools import partial

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import Client

from articles import documents
from articles.actions.door import REWRITES, finish_rewrites
from articles.actions.errors import Conflict, Refused
from articles.actions.publish import publish, publish_many
from articles.actions.rebuild_live import rebuild_live
from articles.actions.reinstate import reinstate
from articles.actions.revise import revise
from articles.actions.terms import save_term
from articles.actions.withdraw import withdraw
from articles.models import (
    Article,
    Change,
    Edition,
    LiveArticle,
    LiveEvent,
    LiveMention,
    LivePerson,
    LiveSearch,
    LiveState,
    Mention,
    OldSlug,
    Reference,
    Revision,
    Rewrite,
    Section,
    State,
    Tombstone,
    Topic,
)
from tests.at_once import all_at_once
from tests.factories import make_article, make_event, make_person, make_user

pytestmark = pytest.mark.django_db


def public(item) -> dict:
    """The public document of an item."""
    kinds = {"article": "articles", "person": "people", "event": "events"}
    answer = Client().get(f"/api/v1/{kinds[item.kind]}/{item.slug}/")
    assert answer.status_code == 200, answer.content
    return answer.json()


def log() -> list[tuple[str, str]]:
    return list(Change.objects.values_list("kind", "what"))


def test_nothing_is_public_before_it_is_published():
    make_article()
    assert not LiveArticle.objects.exists()
    assert Client().get("/api/v1/articles/").json()["count"] == 0


def test_publishing_makes_an_edition_a_live_row_a_search_row_and_a_change():
    article = make_article("Đối thoại Đà Nẵng")
    edition = publish(article, by=None)
    assert (edition.number, article.state, article.slug) == (1, State.LIVE, "doi-thoai-da-nang")
    assert public(article)["title"] == "Đối thoại Đà Nẵng"
    assert LiveSearch.objects.filter(item_id=article.pk).exists()
    assert log() == [("article", "published")]


def test_editing_a_published_article_changes_nothing_public_until_it_is_published_again():
    article = make_article("Trước")
    publish(article, by=None)
    before = public(article)
    article.title = "Sau"
    revise(article, by=None)
    assert article.state == State.CHANGED
    assert public(article) == before
    publish(article, by=None)
    assert public(article)["title"] == "Sau"
    assert public(article)["edition"] == 2
    assert log() == [("article", "published"), ("article", "updated")]


def test_a_correction_carries_its_public_note():
    article = make_article()
    publish(article, by=None)
    publish(article, by=None, note="Sửa tên người phát biểu.")
    assert [entry["note"] for entry in public(article)["corrections"]] == ["Sửa tên người phát biểu."]
    assert log()[-1] == ("article", "corrected")
    publish(article, by=None)
    assert len(public(article)["corrections"]) == 1


def test_what_is_published_is_sanitised():
    article = make_article(
        body='<p onclick="x()">Một</p><script>alert(1)</script><a href="javascript:x">b</a>'
    )
    publish(article, by=None)
    assert public(article)["body_html"] == '<p>Một</p><a rel="noopener noreferrer">b</a>'


def test_an_article_without_text_or_photos_is_refused_and_nothing_changes():
    article = make_article(body=" ")
    with pytest.raises(Refused, match="neither text nor photos"):
        publish(article, by=None)
    assert not Edition.objects.exists()
    assert not Change.objects.exists()
    assert Article.objects.get().state == State.DRAFT


def test_a_publish_that_fails_half_way_leaves_everything_as_it_was(monkeypatch):
    article = make_article()
    publish(article, by=None)
    before = (public(article), log(), Edition.objects.count(), LiveState.objects.get().change)
    article.title = "Khác"
    revise(article, by=None)
    monkeypatch.setattr(documents, "search_text", lambda document: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        publish(article, by=None)
    monkeypatch.undo()
    assert (public(article), log(), Edition.objects.count(), LiveState.objects.get().change) == before


def test_publishing_needs_its_permission():
    article = make_article()
    with pytest.raises(PermissionDenied):
        publish(article, by=make_user("change_article"))
    assert publish(article, by=make_user("publish_article")).number == 1


def test_links_appear_when_both_ends_are_live():
    person = make_person()
    article = make_article(people=[(person, "Bộ trưởng Ngoại giao")])
    publish(article, by=None)
    assert public(article)["people"] == []
    assert not LiveMention.objects.exists()
    publish(person, by=None)
    assert public(article)["people"] == [
        {
            "id": str(person.pk),
            "slug": "bui-thanh-son",
            "name": "Bùi Thanh Sơn",
            "role": "Bộ trưởng Ngoại giao",
        }
    ]
    assert public(person)["article_count"] == 1
    assert log() == [("article", "published"), ("person", "published"), ("article", "updated")]


def test_renaming_a_person_changes_the_articles_that_name_them_when_it_is_published():
    person = make_person("Kim Xang Hwan")
    article, other = make_article(people=[person]), make_article("Tin khác")
    publish_many([person], by=None)
    publish_many([article, other], by=None)
    person.name = "Kim Sung-hwan"
    revise(person, by=None)
    assert public(article)["people"][0]["name"] == "Kim Xang Hwan"
    publish(person, by=None)
    assert public(article)["people"][0]["name"] == "Kim Sung-hwan"
    assert public(article)["edition"] == 1
    changes = Change.objects.order_by("-number").values_list("kind", "what")
    assert list(changes[:2]) == [("article", "updated"), ("person", "updated")]


def test_withdrawing_a_person_takes_them_out_of_articles_and_events():
    person = make_person()
    event = make_event(people=[person])
    article = make_article(people=[person], events=[event])
    for item in (person, event, article):
        publish(item, by=None)
    assert public(event)["participants"][0]["name"] == person.name
    withdraw(person, by=None, notice="Theo yêu cầu.")
    assert public(article)["people"] == []
    assert public(event)["participants"] == []
    assert Client().get("/api/v1/people/bui-thanh-son/").status_code == 410
    reinstate(person, by=None)
    assert Client().get("/api/v1/people/bui-thanh-son/").status_code == 410
    publish(person, by=None)
    assert public(article)["people"][0]["slug"] == "bui-thanh-son"
    assert public(person)["article_count"] == 1


def test_withdrawing_leaves_a_tombstone_without_the_headline():
    article = make_article("Tin sai sự thật")
    publish(article, by=None)
    withdraw(article, by=None, notice="Tin không chính xác.")
    assert article.state == State.WITHDRAWN
    answer = Client().get(f"/api/v1/articles/{article.slug}/")
    assert answer.status_code == 410
    assert "Tin không chính xác." in answer.content.decode()
    assert "sai-su-that" not in answer.content.decode()
    assert not LiveSearch.objects.filter(item_id=article.pk).exists()
    assert Tombstone.objects.get().notice == "Tin không chính xác."
    assert log()[-1] == ("article", "withdrawn")
    assert Client().get("/api/v1/articles/").json()["count"] == 0


def test_withdrawn_stays_withdrawn_until_reinstated():
    article = make_article()
    publish(article, by=None)
    withdraw(article, by=None)
    with pytest.raises(Refused, match="Reinstate"):
        publish(article, by=None)
    with pytest.raises(Refused, match="not live"):
        withdraw(article, by=None)


def test_a_slug_is_unique_among_what_is_public_and_drafts_leave_no_gap():
    make_article("Tin vắn")
    first, second = make_article("Tin vắn"), make_article("Tin vắn")
    publish(first, by=None)
    publish(second, by=None)
    assert (first.slug, second.slug) == ("tin-van", "tin-van-2")


def test_the_slug_follows_the_title_until_published_and_an_old_one_redirects():
    article = make_article("Tít một")
    article.title = "Tít hai"
    revise(article, by=None)
    assert article.slug == "tit-hai"
    publish(article, by=None)
    article.title, article.slug = "Tít ba", "tit-ba"
    revise(article, by=None)
    publish(article, by=None)
    answer = Client().get("/api/v1/articles/tit-hai/")
    assert answer.status_code == 301
    assert answer["Location"].endswith("/api/v1/articles/tit-ba/")
    assert not OldSlug.objects.filter(digest__contains="tit").exists()


def test_a_slug_that_is_taken_is_refused_for_a_live_article():
    first, second = make_article("A một"), make_article("B hai")
    publish(first, by=None)
    publish(second, by=None)
    second.slug = "a-mot"
    revise(second, by=None)
    with pytest.raises(Refused, match="a-mot"):
        publish(second, by=None)


def test_sections_and_topics_go_live_with_their_first_article():
    section, topic = (
        Section.objects.create(name="Thời sự", slug="thoi-su"),
        Topic.objects.create(name="ASEAN", slug="asean"),
    )
    article = make_article(section=section)
    article.topics.add(topic)
    publish(article, by=None)
    assert public(article)["section"] == {"slug": "thoi-su", "name": "Thời sự"}
    assert public(article)["topics"] == [{"slug": "asean", "name": "ASEAN"}]
    assert Client().get("/api/v1/sections/").json()["results"][0]["article_count"] == 1
    withdraw(article, by=None)
    assert Client().get("/api/v1/sections/").json()["count"] == 0


def test_translations_show_each_other_while_both_are_live():
    original = make_article("Hội đàm", language="vi")
    english = make_article("Talks", language="en", translation_of=original)
    korean = make_article("Hoedam", language="ko", translation_of=original)
    for article in (original, english, korean):
        publish(article, by=None)

    def languages(article):
        return sorted(entry["language"] for entry in public(article)["translations"])

    assert languages(original) == ["en", "ko"]
    assert languages(english) == ["ko", "vi"]
    withdraw(korean, by=None)
    assert languages(original) == ["en"]
    assert languages(english) == ["vi"]


def test_publishing_many_takes_the_good_ones_and_says_what_is_wrong_with_the_rest():
    good, bad = make_article("Tốt"), make_article("Xấu", body="")
    outcomes = publish_many([good, bad], by=None)
    assert [bool(outcome.edition) for outcome in outcomes] == [True, False]
    assert "Xấu" in outcomes[1].messages[0]


def test_publishing_many_takes_a_constant_number_of_queries(django_assert_num_queries):
    person = make_person()
    publish(person, by=None)

    def cost(count: int) -> int:
        from django.test.utils import CaptureQueriesContext

        articles = [make_article(f"Bài {count}-{n}", people=[person]) for n in range(count)]
        with CaptureQueriesContext(connection) as queries:
            publish_many(articles, by=None)
        return len(queries)

    assert cost(2) == cost(12)


def test_a_reader_of_the_log_misses_nothing():
    article, person = make_article(), make_person()
    publish(article, by=None)
    publish(person, by=None)
    withdraw(article, by=None)
    numbers = list(Change.objects.values_list("number", flat=True))
    assert numbers == [1, 2, 3]
    assert LiveState.objects.get().change == 3


def test_the_second_of_two_editors_is_told_and_overwrites_nothing():
    article = make_article()
    mine, theirs = Article.objects.get(), Article.objects.get()
    theirs.title = "Của họ"
    revise(theirs, by=None, expected_version=article.version)
    mine.title = "Của tôi"
    with pytest.raises(Conflict):
        revise(mine, by=None, expected_version=article.version)
    assert Article.objects.get().title == "Của họ"


def test_saving_does_not_undo_a_publishing_that_happened_meanwhile():
    make_article()
    stale = Article.objects.get()
    publish(Article.objects.get(), by=None)
    stale.dek = "Mới"
    revise(stale, by=None)
    assert Article.objects.get().state == State.CHANGED


def test_every_save_keeps_a_revision():
    article = make_article("Một")
    article.title = "Hai"
    revise(article, by=make_user("change_article", username="an"))
    versions = Revision.objects.filter(item_id=article.pk).order_by("version")
    assert [row.data["fields"]["title"] for row in versions] == ["Một", "Hai"]
    assert versions[1].by.username == "an"


def test_a_rename_that_touches_very_many_articles_finishes_in_batches(
    settings, django_capture_on_commit_callbacks
):
    settings.ARTICLES = {"REWRITE_AT_ONCE": 2}
    person = make_person("Tên cũ")
    publish(person, by=None)
    publish_many([make_article(f"Bài {n}", people=[person]) for n in range(7)], by=None)
    person.name = "Tên mới"
    revise(person, by=None)
    publish(person, by=None)

    def renamed() -> int:
        return sum("Tên mới" in row.document for row in LiveArticle.objects.all())

    # The process died before the rest: it is on file.
    assert renamed() == 2
    assert Rewrite.objects.count() == 1
    assert finish_rewrites(batch=2) == 5
    assert renamed() == 7
    assert not Rewrite.objects.exists()
    assert finish_rewrites() == 0
    assert Change.objects.filter(what="updated", kind="article").count() == 7


def test_of_very_many_that_show_an_item_the_newest_are_rewritten_at_once(settings):
    settings.ARTICLES = {"REWRITE_AT_ONCE": 2}
    person, section = make_person("Tên cũ"), Section.objects.create(name="Thời sự", slug="thoi-su")
    publish(person, by=None)
    years = ("2019", "2023", "2021", "XXXX-07-06")
    publish_many([make_article(year, date=year, people=[person], section=section) for year in years], by=None)
    event = make_event("Hội đàm", people=[person], date="2022")
    publish(event, by=None)

    def showing(word: str) -> set[str]:
        rows = [*LiveArticle.objects.all(), *LiveEvent.objects.all()]
        return {row.date for row in rows if word in row.document}

    person.name = "Tên mới"
    revise(person, by=None)
    publish(person, by=None)
    assert showing("Tên mới") == {"2023", "2022"}
    section.name = "Chính trị"
    save_term(section, by=None)
    assert showing("Chính trị") == {"2023", "2021"}
    withdraw(person, by=None)
    assert showing("Tên") == {"2019", "2021", "XXXX-07-06"}


@pytest.mark.django_db(transaction=True)
def test_a_rename_answers_before_the_rest_is_rewritten_and_the_rest_follows_by_itself(settings):
    settings.ARTICLES = {"REWRITE_AT_ONCE": 2}
    person = make_person("Tên cũ")
    publish(person, by=None)
    publish_many([make_article(f"Bài {n}", people=[person]) for n in range(7)], by=None)
    person.name = "Tên mới"
    revise(person, by=None)
    publish(person, by=None)
    for thread in threading.enumerate():
        if thread.name == REWRITES:
            thread.join()
    assert not Rewrite.objects.exists()
    assert all("Tên mới" in row.document for row in LiveArticle.objects.all())


def test_rebuilding_a_healthy_site_changes_nothing():
    person = make_person(positions=[("Bộ trưởng", "Việt Nam")])
    event = make_event(people=[person], date="2021-07-06")
    article = make_article(people=[person], events=[event], agencies=["TTXVN"], date="XXXX-07-13")
    for item in (article, event, person):
        publish(item, by=None)
    before = (
        list(LiveArticle.objects.values()),
        list(LivePerson.objects.values()),
        LiveState.objects.values()[0],
    )
    result = rebuild_live()
    assert result.healthy
    assert (
        list(LiveArticle.objects.values()), list(LivePerson.objects.values()), LiveState.objects.values()[0]
    ) == before  # fmt: skip


def test_rebuilding_restores_live_tables_that_were_lost():
    person = make_person()
    section = Section.objects.create(name="Thời sự", slug="thoi-su")
    article = make_article(people=[person], section=section)
    publish(person, by=None)
    publish(article, by=None)
    before = public(article), public(person)
    LiveMention.objects.all().delete()
    LiveArticle.objects.all().delete()
    LivePerson.objects.all().delete()
    LiveSearch.objects.all().delete()
    Reference.objects.all().delete()
    assert not rebuild_live().healthy
    assert (public(article), public(person)) == before
    assert rebuild_live().healthy


def test_editions_keep_references_that_are_not_public():
    secret = make_person("Người Bí Mật")
    article = make_article(people=[secret])
    edition = publish(article, by=None)
    assert str(secret.pk) in json.dumps(edition.references)
    assert "Bí Mật" not in LiveArticle.objects.get().document
    assert Mention.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_publishes_at_once_give_two_editions_in_order_and_one_live_row():
    article = make_article()
    publish(article, by=None)
    seen = [Article.objects.get() for _ in range(4)]
    all_at_once(*(partial(publish, mine, by=None) for mine in seen))
    assert sorted(Edition.objects.values_list("number", flat=True)) == [1, 2, 3, 4, 5]
    assert LiveArticle.objects.get().edition == 5
    assert list(Change.objects.values_list("number", flat=True)) == [1, 2, 3, 4, 5]
    assert Article.objects.get().live_edition == 5


@pytest.mark.django_db(transaction=True)
def test_a_person_and_an_article_published_at_the_same_moment_find_each_other():
    for round_ in range(5):
        person = make_person(f"Người {round_}")
        article = make_article(f"Bài {round_}", people=[person])
        all_at_once(partial(publish, person, by=None), partial(publish, article, by=None))
        assert public(article)["people"][0]["name"] == person.name
        assert public(person)["article_count"] == 1


@pytest.mark.postgres
def test_what_the_search_index_gathered_is_in_its_lists_when_it_is_public():
    person, articles = make_person(), [make_article(title=f"Bài {number}") for number in range(3)]
    publish(person, by=None)
    assert all(outcome.edition for outcome in publish_many(articles, by=None))
    with connection.cursor() as cursor:
        for kind in ("article", "person"):
            # Pages of the list that every search would go through.
            cursor.execute(f"SELECT gin_clean_pending_list('articles_search_{kind}')")
            assert cursor.fetchone() == (0,)
