"""Time: what is scheduled happens once and not before; what is under embargo does not happen at all."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.actions import publish_due as module
from articles.actions.delete import delete
from articles.actions.errors import Refused
from articles.actions.publish import publish, publish_many
from articles.actions.publish_due import publish_due
from articles.actions.reinstate import reinstate
from articles.actions.revise import revise
from articles.actions.schedule import schedule, unschedule
from articles.actions.withdraw import withdraw
from articles.models import Article, Change, Edition, LiveArticle, Schedule, State, Tombstone
from tests.at_once import all_at_once, killed
from tests.factories import make_article, make_person, make_user

pytestmark = pytest.mark.django_db

What = Schedule.What


def later(hours: float = 1):
    return timezone.now() + timedelta(hours=hours)


def let_time_pass(hours: float = 1) -> None:
    """The database's clock cannot be moved: what is scheduled moves towards it instead."""
    for row in Schedule.objects.all():
        row.at -= timedelta(hours=hours)
        row.save()


def do_what_is_due() -> None:
    list(publish_due())


def test_a_scheduled_article_is_public_nowhere_before_its_time():
    article = make_article()
    schedule(article, what=What.PUBLISH, at=later(), by=None)
    assert list(publish_due()) == []
    assert not LiveArticle.objects.exists()
    assert not Edition.objects.exists()


def test_what_is_due_is_published_once_and_the_schedule_is_gone():
    article = make_article("Đúng giờ")
    schedule(article, what=What.PUBLISH, at=later(), by=None)
    let_time_pass()
    assert [(done.title, done.what, done.reason) for done in publish_due()] == [("Đúng giờ", "publish", "")]
    assert list(publish_due()) == []
    assert LiveArticle.objects.count() == 1
    assert Change.objects.count() == 1
    assert not Schedule.objects.exists()


def test_what_goes_out_is_the_desk_as_it_stands_then():
    article = make_article("Tít cũ")
    schedule(article, what=What.PUBLISH, at=later(), by=None)
    article.title = "Tít mới"
    revise(article, by=make_user("change_article", "publish_article"))
    let_time_pass()
    list(publish_due())
    assert LiveArticle.objects.get().title == "Tít mới"


def test_a_change_by_somebody_who_may_not_publish_does_not_slip_out_with_it():
    article = make_article()
    schedule(article, what=What.PUBLISH, at=later(), by=make_user("publish_article"))
    article.title = "Chưa ai duyệt"
    revise(article, by=make_user("change_article", username="phong-vien"))
    let_time_pass()
    (done,) = publish_due()
    assert "phong-vien" in done.reason
    assert not LiveArticle.objects.exists()


def test_a_live_article_is_withdrawn_at_its_time_with_the_notice():
    article = make_article()
    publish(article, by=None)
    schedule(article, what=What.WITHDRAW, at=later(), by=None, note="Hết thời hạn.")
    let_time_pass()
    list(publish_due())
    assert Article.objects.get().state == State.WITHDRAWN
    assert Tombstone.objects.get().notice == "Hết thời hạn."


def test_publishing_and_withdrawing_follow_each_other():
    article = make_article()
    schedule(article, what=What.PUBLISH, at=later(1), by=None)
    schedule(article, what=What.WITHDRAW, at=later(2), by=None)
    let_time_pass(1)
    list(publish_due())
    assert Article.objects.get().state == State.LIVE
    let_time_pass(1)
    list(publish_due())
    assert Article.objects.get().state == State.WITHDRAWN


def test_an_article_whose_withdrawal_is_due_as_well_is_never_public():
    article = make_article()
    schedule(article, what=What.PUBLISH, at=later(1), by=None)
    schedule(article, what=What.WITHDRAW, at=later(2), by=None)
    let_time_pass(3)
    assert all(done.reason for done in publish_due())
    assert not Edition.objects.exists()
    assert Schedule.objects.filter(reason="").count() == 0


def test_nobody_publishes_before_an_embargo_ends():
    article, free = make_article("Kín"), make_article("Mở")
    schedule(article, what=What.EMBARGO, at=later(), by=None)
    root = make_user(is_superuser=True)
    for by in (None, root):
        with pytest.raises(Refused, match="embargo"):
            publish(article, by=by)
    assert [bool(outcome.edition) for outcome in publish_many([article, free], by=None)] == [False, True]
    with pytest.raises(Refused, match="embargo"):
        schedule(article, what=What.PUBLISH, at=later(0.5), by=None)
    assert LiveArticle.objects.count() == 1
    let_time_pass()
    publish(article, by=None)
    assert LiveArticle.objects.count() == 2


def test_an_embargo_can_be_lifted_and_what_is_public_cannot_be_put_under_one():
    article = make_article()
    schedule(article, what=What.EMBARGO, at=later(), by=None)
    unschedule(article, what=What.EMBARGO, by=None)
    publish(article, by=None)
    with pytest.raises(Refused, match="too late"):
        schedule(article, what=What.EMBARGO, at=later(), by=None)


def test_a_failed_publish_keeps_the_schedule_and_says_why_and_the_next_run_tries_again():
    article = make_article(body="")
    schedule(article, what=What.PUBLISH, at=later(), by=None)
    let_time_pass()
    (done,) = publish_due()
    assert "neither text nor photos" in done.reason
    row = Schedule.objects.get()
    assert row.reason == done.reason
    assert row.failed_at is not None
    assert article.title in str(done)
    article.body = "<p>Có rồi.</p>"
    revise(article, by=None)
    list(publish_due())
    assert LiveArticle.objects.count() == 1


def test_one_that_fails_does_not_stop_the_rest_even_by_a_fault_of_ours(monkeypatch):
    bad, good = make_article("Hỏng"), make_article("Tốt")
    schedule(bad, what=What.PUBLISH, at=later(0.5), by=None)
    schedule(good, what=What.PUBLISH, at=later(1), by=None)
    let_time_pass()
    real = module.publish_through

    def through(door, items, **named):
        outcome = real(door, items, **named)
        if items[0].pk == bad.pk:
            raise ZeroDivisionError
        return outcome

    monkeypatch.setattr(module, "publish_through", through)
    outcomes = {done.title: done.reason for done in publish_due()}
    assert outcomes["Tốt"] == ""
    assert "log" in outcomes["Hỏng"]
    assert [row.title for row in LiveArticle.objects.all()] == ["Tốt"]
    assert list(Change.objects.values_list("number", flat=True)) == [1]


def test_a_schedule_acts_for_whoever_made_it_while_they_may():
    editor = make_user("publish_article")
    article, other = make_article(), make_article("Khác")
    schedule(article, what=What.PUBLISH, at=later(), by=editor)
    let_time_pass()
    editor.is_active = False
    editor.save()
    (done,) = publish_due()
    assert "permission" in done.reason
    editor.is_active = True
    editor.save()
    list(publish_due())
    assert Edition.objects.get().by == editor
    leaver = make_user("publish_article")
    schedule(other, what=What.PUBLISH, at=later(), by=leaver)
    leaver.delete()
    let_time_pass()
    (done,) = publish_due()
    assert "account" in done.reason


def test_scheduling_needs_the_permission_of_what_is_scheduled():
    article = make_article()
    for what in What.values:
        with pytest.raises(PermissionDenied):
            schedule(article, what=what, at=later(), by=make_user("change_article"))
        with pytest.raises(PermissionDenied):
            unschedule(article, what=what, by=make_user("change_article"))
    schedule(article, what=What.EMBARGO, at=later(), by=make_user("embargo_article"))


def test_times_that_make_no_sense_are_refused():
    article = make_article()
    with pytest.raises(Refused, match="has passed"):
        schedule(article, what=What.PUBLISH, at=later(-1), by=None)
    with pytest.raises(Refused, match="nothing to withdraw"):
        schedule(article, what=What.WITHDRAW, at=later(), by=None)
    with pytest.raises(Refused, match="time zone"):
        schedule(article, what=What.PUBLISH, at=later().replace(tzinfo=None), by=None)
    schedule(article, what=What.PUBLISH, at=later(2), by=None)
    with pytest.raises(Refused, match="before it is published"):
        schedule(article, what=What.WITHDRAW, at=later(1), by=None)
    with pytest.raises(Refused, match="embargo"):
        schedule(article, what=What.EMBARGO, at=later(3), by=None)
    assert [row.what for row in Schedule.objects.all()] == ["publish"]


def test_a_new_time_replaces_the_old_one():
    article = make_article()
    schedule(article, what=What.PUBLISH, at=later(1), by=None)
    schedule(article, what=What.PUBLISH, at=later(9), by=None)
    let_time_pass(2)
    assert list(publish_due()) == []
    assert Schedule.objects.count() == 1


def test_publishing_by_hand_ends_the_schedule_and_withdrawing_ends_all():
    article = make_article()
    schedule(article, what=What.PUBLISH, at=later(1), by=None)
    schedule(article, what=What.WITHDRAW, at=later(2), by=None)
    publish(article, by=None)
    assert [row.what for row in Schedule.objects.all()] == ["withdraw"]
    article.title = "Khác"
    revise(article, by=None)
    schedule(article, what=What.PUBLISH, at=later(1), by=None)
    withdraw(article, by=None)
    assert not Schedule.objects.exists()
    reinstate(article, by=None)
    list(publish_due())
    assert Article.objects.get().state == State.DRAFT


def test_deleting_a_draft_leaves_nothing_that_an_import_of_the_same_file_would_inherit():
    article = make_article()
    schedule(article, what=What.PUBLISH, at=later(), by=None)
    delete(article, by=None)
    assert not Schedule.objects.exists()


def test_people_are_scheduled_like_articles():
    person = make_person()
    schedule(person, what=What.PUBLISH, at=later(), by=None)
    let_time_pass()
    assert [done.kind for done in publish_due()] == ["person"]


def test_an_idle_run_writes_nothing():
    article = make_article()
    schedule(article, what=What.PUBLISH, at=later(), by=None)
    list(publish_due())
    with CaptureQueriesContext(connection) as queries:
        list(publish_due())
    assert not [query["sql"] for query in queries if not query["sql"].startswith("SELECT")]


def test_the_command_tells_what_it_did_and_fails_when_something_failed():
    good, bad = make_article("Tốt"), make_article("Hỏng", body="")
    for article in (good, bad):
        schedule(article, what=What.PUBLISH, at=later(), by=None)
    let_time_pass()
    out, err = StringIO(), StringIO()
    with pytest.raises(CommandError) as error:
        call_command("publish_due", stdout=out, stderr=err)
    assert error.value.returncode == 1
    assert "Tốt" in out.getvalue()
    assert "Hỏng" in err.getvalue()


@pytest.mark.django_db(transaction=True)
def test_several_schedulers_at_once_publish_each_item_exactly_once():
    articles = [make_article(f"Bài {n}") for n in range(12)]
    for article in articles:
        schedule(article, what=What.PUBLISH, at=later(), by=None)
    let_time_pass()
    all_at_once(*[do_what_is_due] * 4)
    assert LiveArticle.objects.count() == 12
    assert set(Edition.objects.values_list("number", flat=True)) == {1}
    assert list(Change.objects.values_list("number", flat=True)) == list(range(1, 13))


@pytest.mark.django_db(transaction=True)
def test_a_scheduler_killed_at_any_moment_loses_nothing_and_doubles_nothing():
    person = make_person()
    publish(person, by=None)
    articles = [make_article(f"Bài {n}", people=[person]) for n in range(4)]
    for article in articles:
        schedule(article, what=What.PUBLISH, at=later(), by=None)
    let_time_pass()
    kills, statement = 0, 1
    # Each kill comes two statements later than the last; what was finished before it is not done again.
    while killed(do_what_is_due, at=statement):
        kills += 1
        statement += 2
        published = set(Edition.objects.filter(item_kind="article").values_list("item_id", flat=True))
        waiting = set(Schedule.objects.values_list("item_id", flat=True))
        assert published == set(LiveArticle.objects.values_list("pk", flat=True))
        assert not published & waiting
        assert published | waiting == {article.pk for article in articles}
    assert kills > 10
    list(publish_due())
    assert LiveArticle.objects.count() == 4
    assert set(Edition.objects.values_list("number", flat=True)) == {1}
    assert list(Change.objects.values_list("number", flat=True)) == [1, 2, 3, 4, 5]
    assert not Schedule.objects.exists()
