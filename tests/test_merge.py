"""Merging people and events: everything follows, nothing is doubled, old addresses lead on, and it can be undone."""

from threading import Event as Signal
from time import sleep

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.test import Client

from articles.actions.errors import Refused
from articles.actions.merge import merge, merge_many
from articles.actions.merge_plan import plan_merge
from articles.actions.publish import publish
from articles.actions.rebuild_live import rebuild_live
from articles.actions.reinstate import reinstate
from articles.actions.restore import restore
from articles.actions.revise import revise
from articles.actions.undo_merge import undo_merge
from articles.actions.withdraw import withdraw
from articles.models import (
    Article,
    Change,
    Edition,
    Event,
    LiveMention,
    Mention,
    OtherName,
    Participation,
    Person,
    Revision,
    State,
)
from tests.at_once import all_at_once, during_a_save
from tests.factories import make_article, make_event, make_person, make_user

pytestmark = pytest.mark.django_db

PLURAL = {"article": "articles", "person": "people", "event": "events"}


def get(item):
    item.refresh_from_db()
    return Client().get(f"/api/v1/{PLURAL[item.kind]}/{item.slug}/")


def people_of(item) -> list[str]:
    field = "people" if item.kind == "article" else "participants"
    return [person["name"] for person in get(item).json()[field]]


def archive():
    """Two records of one person; three articles and an event, all public: one names both."""
    kept = make_person("Bùi Thanh Sơn", positions=[("Bộ trưởng Ngoại giao", "Việt Nam")])
    double = make_person(
        "Bui Thanh Son",
        other_names=["B. T. Sơn"],
        positions=[("Bộ trưởng Ngoại giao", "Việt Nam"), ("Đại sứ", "Lào")],
    )
    event = make_event(people=[double])
    first = make_article("Một", people=[kept], events=[event])
    second = make_article("Hai", people=[(double, "Bộ trưởng")])
    both = make_article("Cả hai", people=[kept, double])
    for item in (kept, double, event, first, second, both):
        publish(item, by=None)
    return kept, double, event, first, second, both


def test_the_plan_says_what_would_move_and_moves_nothing():
    kept, double, event, _first, second, both = archive()
    plan = plan_merge(kept, double)
    assert plan.owners(Mention) == ([second.pk], [both.pk])
    assert plan.owners(Participation) == ([event.pk], [])
    assert plan.names == ["Bui Thanh Son", "B. T. Sơn"]
    assert [position.title for position in plan.positions] == ["Đại sứ"]
    assert set(plan.live) == {event.pk, second.pk, both.pk}
    assert Mention.objects.filter(person=double).count() == 2


def test_a_merge_moves_every_link_once_and_the_public_follows():
    kept, double, event, first, second, both = archive()
    merge(kept, double, by=None)
    assert [people_of(item) for item in (event, first, second, both)] == [["Bùi Thanh Sơn"]] * 4
    shown = get(kept).json()
    assert set(shown["other_names"]) == {"Bui Thanh Son", "B. T. Sơn"}
    assert [position["title"] for position in shown["positions"]] == ["Bộ trưởng Ngoại giao", "Đại sứ"]
    assert (shown["article_count"], shown["event_count"]) == (3, 1)
    assert get(second).json()["people"][0]["role"] == "Bộ trưởng"
    assert not Mention.objects.filter(person=double).exists()
    assert Client().get("/api/v1/people/").json()["count"] == 1
    assert all(item.state == State.LIVE for item in (*Article.objects.all(), *Event.objects.all()))
    assert rebuild_live().healthy


def test_the_old_addresses_lead_to_the_one_that_stays():
    kept, double, *_rest = archive()
    before = double.slug
    double.slug = "ten-khac"
    revise(double, by=None)
    publish(double, by=None)
    merge(kept, double, by=None)
    for slug in (before, "ten-khac"):
        answer = Client().get(f"/api/v1/people/{slug}/")
        assert answer.status_code == 301, slug
        assert answer["Location"].endswith(f"/people/{kept.slug}/")
    line = Change.objects.get(item_id=double.pk, what="withdrawn")
    lines = Client().get(f"/api/v1/changes/?since={line.number - 1}").json()["results"]
    assert lines[0]["tombstone"]["replaced_by"] == str(kept.pk)


def test_unpublished_work_on_an_article_stays_unpublished():
    kept, double, _event, _first, second, _both = archive()
    second.refresh_from_db()
    second.title = "Chưa xong"
    revise(second, by=None)
    merge(kept, double, by=None)
    assert get(second).json()["title"] == "Hai"
    assert people_of(second) == ["Bùi Thanh Sơn"]
    assert second.state == State.CHANGED
    newest = Revision.objects.filter(item_id=second.pk).order_by("-version").first()
    assert newest.version == second.version
    assert newest.data["links"]["mentions"][0]["person"] == str(kept.pk)


def test_unpublished_work_on_the_one_that_stays_stays_unpublished():
    kept, double, *_rest = archive()
    kept.refresh_from_db()
    kept.summary = "<p>Chưa xong</p>"
    revise(kept, by=None)
    merge(kept, double, by=None)
    assert get(kept).json()["summary_html"] == ""
    assert get(kept).json()["other_names"] == []
    assert kept.state == State.CHANGED


def test_undoing_gives_back_what_there_was():
    items = archive()
    kept, double, event, _first, second, both = items

    def state():
        volatile = {"edition", "last_published_at"}
        return [{k: v for k, v in get(item).json().items() if k not in volatile} for item in items]

    before = state()
    done = merge(kept, double, by=None)
    back = undo_merge(done, by=None)
    assert back == double
    assert state() == before
    assert people_of(event) == ["Bui Thanh Son"]
    assert people_of(both) == ["Bùi Thanh Sơn", "Bui Thanh Son"]
    assert Client().get(f"/api/v1/people/{double.slug}/").status_code == 200
    assert Person.objects.get(pk=double.pk).name_key == "bui thanh son"
    assert {item.state for item in (*Article.objects.all(), *Person.objects.all())} == {State.LIVE}
    assert rebuild_live().healthy
    with pytest.raises(Refused, match="undone"):
        undo_merge(done, by=None)
    merge(kept, double, by=None)
    assert people_of(second) == ["Bùi Thanh Sơn"]


def test_undoing_leaves_alone_what_was_edited_since():
    kept, double, _event, _first, second, _both = archive()
    done = merge(kept, double, by=None)
    second.refresh_from_db()
    revise(second, by=None, save=lambda: (second.save(), second.mentions.all().delete()))
    publish(second, by=None)
    undo_merge(done, by=None)
    assert people_of(second) == []


def test_a_version_from_before_a_merge_comes_back_with_the_record_that_stayed():
    kept, double, event, _first, second, both = archive()
    last = make_person("Bùi Sơn")
    publish(last, by=None)
    merge(kept, double, by=None)
    merge(last, kept, by=None)
    for item in (second, both, event):
        item.refresh_from_db()
        assert restore(item, version=1, by=None) == []
        item.refresh_from_db()
        publish(item, by=None)
        assert people_of(item) == ["Bùi Sơn"]


def test_undoing_after_a_version_was_restored_leaves_the_tie_there_is():
    kept, double, _event, _first, second, both = archive()
    done = merge(kept, double, by=None)
    for item in (second, both):
        item.refresh_from_db()
        restore(item, version=1, by=None)
    undo_merge(done, by=None)
    for item in (second, both):
        item.refresh_from_db()
        publish(item, by=None)
    assert people_of(second) == ["Bui Thanh Son"]
    assert people_of(both) == ["Bùi Thanh Sơn", "Bui Thanh Son"]
    assert rebuild_live().healthy


def test_undoing_ties_again_what_a_restored_version_tied_to_the_other_under_the_same_id():
    kept, double = make_person("Bùi Thanh Sơn"), make_person("Bui Thanh Son")
    item = make_article(people=[double, kept])
    done = merge(kept, double, by=None)
    item.refresh_from_db()
    restore(item, version=1, by=None)
    undo_merge(done, by=None)
    assert {mention.person_id for mention in item.mentions.all()} == {kept.pk, double.pk}


def test_undoing_keeps_a_tie_that_somebody_made_with_the_merged_record_since():
    kept, double, _event, _first, second, both = archive()
    done = merge(kept, double, by=None)
    for item in (second, both):
        # In the moment of the merge: a save behind it ties the record that stayed.
        Mention.objects.create(article=item, person=double, rank=1, role="Đại sứ")
    undo_merge(done, by=None)
    assert both.mentions.get(person=double).role == second.mentions.get(person=double).role == "Đại sứ"


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("verb", ["merge", "merge as seen", "merge many", "undo"])
def test_whoever_is_saving_an_article_meanwhile_is_waited_for(verb):
    kept, double, _event, _first, second, _both = archive()
    done = merge(kept, double, by=None) if verb == "undo" else None
    person = double if done else kept
    verbs = {
        "merge": lambda: merge(kept, double, by=None),
        "merge as seen": lambda: merge(kept, double, by=None, seen={kept.pk: 1, double.pk: 1}),
        "merge many": lambda: merge_many(kept, [make_person("Sơn"), double], by=None),
        "undo": lambda: undo_merge(done, by=None),
    }
    during_a_save(second, lambda: second.mentions.create(person=person, rank=1), verbs[verb])
    assert second.mentions.filter(person=person).count() == 1


@pytest.mark.django_db(transaction=True)
def test_whoever_is_tying_an_article_to_the_other_meanwhile_is_waited_for():
    kept, double, _event, first, _second, _both = archive()
    tied = Signal()

    def tie():
        with transaction.atomic():
            article = Article.objects.get(pk=first.pk)
            revise(article, by=None, save=lambda: article.mentions.create(person=double, rank=1))
            tied.set()
            sleep(0.5)

    def put_together():
        tied.wait()
        merge(kept, double, by=None)

    all_at_once(tie, put_together)
    assert [mention.person for mention in first.mentions.all()] == [kept]


@pytest.mark.django_db(transaction=True)
def test_whoever_ties_one_of_several_to_an_article_of_another_meanwhile_is_waited_for():
    kept, double, *_rest = archive()
    third = make_person("B. T. Sơn")
    article = make_article("Ba", people=[third])
    tied = Signal()

    def tie():
        with transaction.atomic():
            item = Article.objects.select_for_update(no_key=True).get(pk=article.pk)
            tied.set()
            sleep(1)
            revise(item, by=None, save=lambda: item.mentions.create(person=double, rank=1))

    def put_together():
        tied.wait()
        merge_many(kept, [double, third], by=None)

    all_at_once(tie, put_together)
    assert [mention.person for mention in article.mentions.all()] == [kept]


def test_undoing_keeps_a_name_that_somebody_gave_the_merged_record_since():
    kept, double, *_rest = archive()
    done = merge(kept, double, by=None)
    double.refresh_from_db()
    name = OtherName(person=double, name="B. T. Sơn", name_key="b t son")
    revise(double, by=None, save=lambda: (double.save(), name.save()))
    undo_merge(done, by=None)
    assert [other.name for other in double.other_names.all()] == ["B. T. Sơn"]


def test_undoing_gives_back_an_office_that_went_with_an_earlier_version_of_the_other():
    kept, double, *_rest = archive()
    done = merge(kept, double, by=None)
    kept.refresh_from_db()
    restore(kept, version=1, by=None)
    undo_merge(done, by=None)
    assert {position.title for position in double.positions.all()} == {"Bộ trưởng Ngoại giao", "Đại sứ"}


def test_undoing_gives_back_participants_that_went_with_an_earlier_version_of_the_other():
    host, guest = make_person("Chủ"), make_person("Khách")
    kept, double = make_event("Hội đàm", people=[host]), make_event("Hội đàm cấp cao", people=[guest])
    done = merge(kept, double, by=None)
    kept.refresh_from_db()
    restore(kept, version=1, by=None)
    undo_merge(done, by=None)
    assert [one.person for one in double.participations.all()] == [guest]
    assert [one.person for one in kept.participations.all()] == [host]


def test_drafts_merge_as_well_and_nothing_becomes_public():
    kept, double = make_person("A"), make_person("B")
    article = make_article(people=[double])
    merge(kept, double, by=None)
    assert [mention.person for mention in article.mentions.all()] == [kept]
    assert not Edition.objects.exists()


def test_a_draft_that_a_public_article_refers_to_merges_into_a_public_person():
    kept, double = make_person("A"), make_person("B")
    article = make_article(people=[double])
    publish(kept, by=None)
    publish(article, by=None)
    assert people_of(article) == []
    merge(kept, double, by=None)
    assert people_of(article) == ["A"]
    assert LiveMention.objects.count() == 1


def test_events_merge_with_their_articles_and_participants():
    one, other = make_person("An"), make_person("Bình")
    kept = make_event("Đối thoại", people=[one])
    double = make_event("Đối thoại ASEAN", people=[one, other])
    article = make_article(events=[double])
    for item in (one, other, kept, double, article):
        publish(item, by=None)
    done = merge(kept, double, by=None)
    assert [event["name"] for event in get(article).json()["events"]] == ["Đối thoại"]
    assert people_of(kept) == ["An", "Bình"]
    assert Client().get(f"/api/v1/events/{double.slug}/").status_code == 301
    undo_merge(done, by=None)
    assert [event["name"] for event in get(article).json()["events"]] == ["Đối thoại ASEAN"]
    assert people_of(kept) == ["An"]
    assert people_of(double) == ["An", "Bình"]
    assert rebuild_live().healthy


def test_merges_that_make_no_sense_are_refused():
    kept, double, event, first, *_rest = archive()
    draft = make_person("Nháp")
    for survivor, absorbed, said in [
        (kept, kept, "itself"), (kept, event, "Only two"), (first, first, "Only two"), (draft, kept, "publish that"),
    ]:  # fmt: skip
        with pytest.raises(Refused, match=said):
            merge(survivor, absorbed, by=None)
    merge(kept, double, by=None)
    with pytest.raises(Refused, match="merged already"):
        merge(kept, double, by=None)
    with pytest.raises(Refused, match="Undo the merge"):
        reinstate(double, by=None)
    withdrawn = make_person("Rút")
    publish(withdrawn, by=None)
    withdraw(withdrawn, by=None)
    with pytest.raises(Refused, match="withdrawn"):
        merge(kept, withdrawn, by=None)


def test_a_merge_that_fails_half_way_leaves_everything_as_it_was(monkeypatch):
    from articles.actions import merge as module

    kept, double, *_rest = archive()
    before = Change.objects.count(), Edition.objects.count(), Revision.objects.count()
    monkeypatch.setattr(module, "settle", lambda *args, **named: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        merge(kept, double, by=None)
    assert (Change.objects.count(), Edition.objects.count(), Revision.objects.count()) == before
    assert Mention.objects.filter(person=double).count() == 2


def test_merging_needs_its_permission_and_that_to_publish_what_is_public():
    kept, double, *_rest = archive()
    for permissions in (["change_person", "publish_person"], ["merge_person"]):
        with pytest.raises(PermissionDenied):
            merge(kept, double, by=make_user(*permissions))
    editor = make_user("merge_person", "publish_person")
    done = merge(kept, double, by=editor)
    assert done.by == editor
    with pytest.raises(PermissionDenied):
        undo_merge(done, by=make_user("change_person"))
    undo_merge(done, by=editor)


def test_an_import_that_reads_the_old_name_means_the_one_that_stays():
    from articles.actions.directory import Directory
    from articles.models import Source, Suggestion

    kept, double, *_rest = archive()
    merge(kept, double, by=None)
    article = make_article("Mới")
    source = Source.objects.create(
        article=article, sha256="0" * 64, name="a.txt", size=1, encoding="utf-8", text="x"
    )
    suggestion = Suggestion.objects.create(
        article=article, source=source, kind="person", value={"name": "Bui Thanh Son", "role": ""}
    )
    assert Directory.of([suggestion]).find(suggestion) == {kept.pk}
