"""A draft on its way in the admin: handed in, sent back, ready, scheduled; from the page and from the list."""

from datetime import timedelta

import pytest
from django.conf import global_settings
from django.utils import timezone

from articles.actions.make_groups import make_groups
from articles.actions.publish_due import publish_due
from articles.actions.schedule import schedule
from articles.actions.withdraw import withdraw
from articles.actions.workflow import approve, submit
from articles.admin.bulk import AT_ONCE
from articles.models import Article, LiveArticle, Schedule, Stage, Submission
from tests.admin_desk import article, editor, list_url, messages_of, published, save, signed_in, url
from tests.factories import make_user

pytestmark = pytest.mark.django_db
CHECKED = "_selected_action"


def member(group, name):
    from django.contrib.auth.models import Group

    make_groups()
    user = make_user(username=name, is_staff=True)
    user.groups.add(Group.objects.get(name=group))
    return user


def run(client, action, *items, **data):
    return client.post(
        list_url(items[0].kind), {"action": action, CHECKED: [str(i.pk) for i in items], **data}, follow=True
    )


def stage_of(item):
    item.refresh_from_db()
    row = Submission.objects.filter(item_id=item.pk).first()
    return row.stage(item.version) if row else Stage.DRAFT


# Reporters.


def new_article(client, **fields):
    from tests.admin_desk import form_data

    address = "/admin/articles/article/add/"
    data = form_data(client, address) | {"title": "Của tôi", "body": "Một.", "language": "vi", **fields}
    return client.post(address, data, follow=True)


def test_a_reporter_writes_saves_and_hands_in_a_draft_of_their_own():
    client = signed_in(member("reporter", "minh"))
    new_article(client, _continue="1")
    item = Article.objects.get()
    page = client.get(url(item)).text
    assert 'name="_submit"' in page
    assert 'name="_publish"' not in page
    save(client, item, "_submit", title="Của tôi, xong")
    item.refresh_from_db()
    assert item.title == "Của tôi, xong"
    assert stage_of(item) == Stage.IN_REVIEW


def test_a_reporter_reads_the_drafts_of_others_and_changes_none():
    item = article("Của người khác")
    client = signed_in(member("reporter", "minh"))
    page = client.get(url(item)).text
    assert "Của người khác" in page
    assert 'name="_save"' not in page
    assert client.post(url(item), {"title": "x", "_save": "1"}).status_code == 403
    assert client.post(url(item, "submit"), {}).status_code == 403
    assert "You may not change this one." in str(messages_of(run(client, "submit_selected", item)))
    assert stage_of(item) == Stage.DRAFT


def test_what_is_published_is_no_reporters_own_any_more():
    client = signed_in(member("reporter", "minh"))
    new_article(client, _continue="1")
    item = published(Article.objects.get())
    assert client.post(url(item), {"title": "x", "_save": "1"}).status_code == 403


def test_links_of_an_own_draft_can_be_changed():
    client = signed_in(member("reporter", "minh"))
    new_article(client, _continue="1")
    inline = client.get(url(Article.objects.get())).context["inline_admin_formsets"][0]
    assert inline.has_add_permission
    assert inline.has_change_permission


# Stages.


def test_a_draft_goes_from_review_to_ready_by_the_buttons_of_its_page(editor_client):
    item = article()
    save(editor_client, item, "_submit")
    assert stage_of(item) == Stage.IN_REVIEW
    page = editor_client.get(url(item)).text
    assert "newsroom-stage-in_review" in page
    assert 'name="_submit"' not in page
    save(editor_client, item, "_ready")
    assert stage_of(item) == Stage.READY
    save(editor_client, item, dek="Thêm một câu.")
    assert stage_of(item) == Stage.IN_REVIEW


def test_sending_back_says_what_is_missing(editor_client):
    item = article()
    submit(item, by=None)
    assert "This field is required." in editor_client.post(url(item, "return"), {"note": ""}).text
    editor_client.post(url(item, "return"), {"note": "Thiếu nguồn."})
    assert stage_of(item) == Stage.RETURNED
    assert "Thiếu nguồn." in editor_client.get(url(item)).text


def test_the_note_of_a_submission_is_for_colleagues(editor_client):
    item = article()
    editor_client.post(url(item, "submit"), {"note": "Xem giúp."})
    assert "Xem giúp." in editor_client.get(url(item)).text


def test_stages_from_the_list(editor_client):
    one, two = article("Một"), article("Hai")
    withdraw(published(two), by=None)
    told = messages_of(run(editor_client, "submit_selected", one, two))
    assert told[0] == "1 handed in."
    assert "there is nothing to review" in told[1]
    assert messages_of(run(editor_client, "approve_selected", one))[0] == "1 ready."
    assert "What is missing" in run(editor_client, "return_selected", one).text
    response = run(editor_client, "return_selected", one, note="Thiếu.", _confirmed="1")
    assert messages_of(response)[0] == "1 sent back."
    assert stage_of(one) == Stage.RETURNED
    assert messages_of(run(editor_client, "reinstate_selected", two))[0] == "1 is a draft again."


@pytest.mark.parametrize(
    ("stage", "found"), [("in_review", {"Trong duyệt"}), ("ready", {"Xong"}), ("", None)]
)
def test_the_list_shows_and_filters_stages(editor_client, stage, found):
    article("Nháp")
    submit(article("Trong duyệt"), by=None)
    ready = article("Xong")
    submit(ready, by=None)
    approve(ready, by=None)
    page = editor_client.get(list_url("article"), {"stage": stage})
    assert {str(row) for row in page.context["cl"].result_list} == (found or {"Nháp", "Trong duyệt", "Xong"})
    if not stage:
        assert "newsroom-stage-in_review" in page.text
        assert "newsroom-stage-ready" in page.text


# Times.

LATER = "2999-01-01T18:00"


def test_times_are_set_moved_and_cleared_on_the_page(editor_client, settings):
    settings.TIME_ZONE = "Asia/Ho_Chi_Minh"
    item = article(date="2021-07-06")
    page = editor_client.get(url(item, "schedule")).text
    assert "Asia/Ho_Chi_Minh (UTC+07:00)" in page
    assert "6 July 2021" in page
    editor_client.post(url(item, "schedule"), {"publish": LATER, "withdraw": "2999-02-01T00:00"})
    row = Schedule.objects.get(what="publish")
    assert row.at.isoformat() == "2999-01-01T11:00:00+00:00"
    shown = editor_client.get(url(item)).text
    assert "Asia/Ho_Chi_Minh" in shown
    assert "Set now: 01/01/2999 6 p.m.<" in editor_client.get(url(item, "schedule")).text
    assert "newsroom-when-publish" in editor_client.get(list_url("article")).text
    # Both moved past the old withdrawal at once.
    moved = {"publish": "2999-03-01T00:00", "withdraw": "2999-04-01T00:00"}
    assert editor_client.post(url(item, "schedule"), moved).status_code == 302
    assert Schedule.objects.filter(at__year=2999, at__month__gte=2).count() == 2
    editor_client.post(url(item, "schedule"), {"publish": "", "withdraw": ""})
    assert not Schedule.objects.exists()
    item.refresh_from_db()
    assert item.date == "2021-07-06"


def test_the_page_of_times_speaks_of_the_storys_date_where_there_is_one(editor_client):
    for date, told in (("2021-07-06", True), ("", False)):
        page = editor_client.get(url(article(f"Bài {date}", date=date), "schedule")).text
        assert ("The date of the story itself" in page) == told


def test_times_that_do_not_fit_are_refused_together(editor_client):
    item = article()
    wrong = {"publish": LATER, "withdraw": "2998-01-01T00:00"}
    page = editor_client.post(url(item, "schedule"), wrong).text
    assert "would be withdrawn before it is published" in page
    assert "has passed" in editor_client.post(url(item, "schedule"), {"publish": "2001-01-01T00:00"}).text
    assert not Schedule.objects.exists()


@pytest.mark.parametrize("zone", ["America/New_York", "Asia/Ho_Chi_Minh"])
def test_a_time_that_not_every_time_zone_can_say_is_refused(editor_client, settings, zone):
    settings.TIME_ZONE = zone
    item = article()
    for time in ("0001-01-01T00:00", "9999-12-31T23:59"):
        page = editor_client.post(url(item, "schedule"), {"publish": time})
        assert page.context["form"].errors["publish"], time
    assert not Schedule.objects.exists()


def test_an_embargo_stops_everybody(editor_client):
    item = article()
    editor_client.post(url(item, "schedule"), {"embargo": LATER})
    assert "under embargo until" in messages_of(save(editor_client, item, "_publish"))[0]
    assert not LiveArticle.objects.exists()


def test_the_page_of_publishing_promises_nothing_under_an_embargo(editor_client):
    item = article()
    assert "Readers will see it at once" in editor_client.get(url(item, "publish")).text
    editor_client.post(url(item, "schedule"), {"embargo": LATER})
    page = editor_client.get(url(item, "publish")).text
    # The time as the form writes it.
    assert "under embargo until 01/01/2999 6 p.m." in page
    assert "Readers will see it at once" not in page
    assert 'value="Publish"' not in page


def test_the_page_of_publishing_leads_to_the_embargo_those_who_may_lift_it():
    item = article()
    schedule(item, what="embargo", at=timezone.now() + timedelta(days=1), by=None)
    for client, leads in ((signed_in(editor()), True), (signed_in(member("editor", "an")), False)):
        page = client.get(url(item, "publish")).text
        assert "under embargo until" in page
        assert (url(item, "schedule") in page) == leads


def test_editors_set_no_embargo_and_see_the_one_there_is():
    item = article()
    schedule(item, what="embargo", at=timezone.now() + timedelta(days=1), by=None)
    client = signed_in(member("editor", "an"))
    form = client.get(url(item, "schedule")).context["form"]
    assert form.fields["embargo"].disabled
    client.post(url(item, "schedule"), {"embargo": ""})
    assert Schedule.objects.filter(what="embargo").exists()


def test_many_are_scheduled_and_cleared_from_the_list(editor_client):
    one, two = article("Một"), article("Hai")
    assert "Times are in" in run(editor_client, "schedule_selected", one, two).text
    chosen = {"_confirmed": "1", "what": "publish", "note": ""}
    assert messages_of(run(editor_client, "schedule_selected", one, two, at=LATER, **chosen)) == [
        "Set for 2."
    ]
    assert Schedule.objects.count() == 2
    assert {
        str(row)
        for row in editor_client.get(list_url("article"), {"scheduled": "publish"}).context["cl"].result_list
    }
    run(editor_client, "schedule_selected", one, two, at="", **chosen)
    assert not Schedule.objects.exists()


def test_the_only_thing_that_one_may_schedule_is_chosen_already():
    client = signed_in(editor("view_article", "change_article", "publish_article"))
    form = run(client, "schedule_selected", article()).context["form"]
    assert [radio.data["selected"] for radio in form["what"]] == [True]


def test_as_many_as_an_action_takes_can_be_sent_once_more(editor_client):
    one = article()
    Article.objects.bulk_create(Article(title=f"Bài {n}") for n in range(AT_ONCE - 1))
    page = run(editor_client, "schedule_selected", one, select_across="1")
    assert page.text.count(f'name="{CHECKED}"') == AT_ONCE
    assert page.text.count(' name="') < global_settings.DATA_UPLOAD_MAX_NUMBER_FIELDS


def test_a_publishing_that_failed_says_why_on_the_page_in_the_list_and_in_the_timetable(editor_client):
    item = article(body="")
    schedule(item, what="publish", at=timezone.now() + timedelta(hours=1), by=None)
    Schedule.objects.update(at=timezone.now() - timedelta(minutes=1))
    assert [done.reason for done in publish_due()] != [""]
    for address in (url(item), url(item, "schedule"), "/admin/articles/schedule/?when=failed"):
        assert "has neither text nor photos" in editor_client.get(address).text, address
    assert "failed" in editor_client.get(list_url("article"), {"scheduled": "failed"}).text


def test_the_timetable_shows_what_is_due_first_and_only_what_one_may_see(editor_client):
    item = article("Bài hẹn giờ")
    schedule(item, what="publish", at=timezone.now() + timedelta(hours=1), by=None)
    page = editor_client.get("/admin/articles/schedule/").text
    assert "Bài hẹn giờ" in page
    assert url(item, "schedule") in page
    reader = signed_in(editor("view_article", name="mai")).get("/admin/articles/schedule/").text
    assert "Bài hẹn giờ" in reader
    assert url(item, "schedule") not in reader
    other = signed_in(editor("view_person", name="thu"))
    assert "Bài hẹn giờ" not in other.get("/admin/articles/schedule/").text


def test_what_publishing_would_change_stands_on_the_page(editor_client):
    item = published(article())
    assert "newsroom-changes" not in editor_client.get(url(item)).text
    save(editor_client, item, title="Hội đàm Việt Nam - Nhật Bản")
    page = editor_client.get(url(item)).text
    assert 'id="newsroom-changes"' in page
    assert "<del>" in page


def test_a_time_that_was_not_touched_stays_to_the_second(editor_client):
    """The picker knows no seconds; a time that has passed would be refused as new."""
    item = published(article())
    schedule(item, what="withdraw", at=timezone.now() + timedelta(hours=1), by=None)
    passed = timezone.now().replace(second=42, microsecond=7) - timedelta(minutes=5)
    Schedule.objects.update(at=passed, failed_at=timezone.now(), reason="Vì sao.")
    shown = editor_client.get(url(item, "schedule")).context["form"]["withdraw"].value()
    sent = {"withdraw": f"{shown:%Y-%m-%dT%H:%M}", "publish": "2000-01-01T00:00"}
    assert "has passed" in editor_client.post(url(item, "schedule"), sent).text
    assert editor_client.post(url(item, "schedule"), sent | {"publish": ""}).status_code == 302
    assert Schedule.objects.get().at == passed
