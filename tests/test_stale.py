"""No page of the admin and no verb of the desk API acts on a version that its editor did not see."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.actions.publish import publish
from articles.actions.schedule import schedule
from articles.actions.workflow import submit
from articles.models import Article, LiveArticle, Schedule, Section, Submission, Webhook
from tests.admin_desk import article, editor, form_data, messages_of, published, save, signed_in, url
from tests.desk import Desk, at
from tests.factories import make_article, make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def lan():
    return signed_in(editor())


@pytest.fixture
def chi():
    return signed_in(editor(name="chi"))


# Pages of the admin.


@pytest.mark.parametrize("page", ["submit", "approve", "return"])
def test_a_stage_is_decided_on_what_was_seen(lan, chi, page):
    item = article()
    if page != "submit":
        submit(item, by=None)
    before = list(Submission.objects.values_list("decided"))
    assert 'name="version" value="1"' in lan.get(url(item, page)).text
    save(chi, item, title="Của Chi")
    answer = lan.post(url(item, page), {"note": "x", "version": "1"}, follow=True)
    assert "was saved by someone else meanwhile" in " ".join(messages_of(answer))
    assert list(Submission.objects.values_list("decided")) == before
    assert 'name="version" value="2"' in answer.text
    lan.post(url(item, page), {"note": "x", "version": "2"})
    assert list(Submission.objects.values_list("decided")) != before


@pytest.mark.parametrize("button", ["_publish", "_submit"])
def test_a_button_acts_on_what_its_form_has_saved(lan, monkeypatch, button):
    """Somebody saves between the save of the form and what its button does."""
    from articles.admin.item import ItemAdmin

    item = article()
    real = ItemAdmin.after_save

    def late(self, request, saved, response):
        Article.objects.filter(pk=item.pk).update(version=9, title="Của Chi")
        return real(self, request, saved, response)

    monkeypatch.setattr(ItemAdmin, "after_save", late)
    answer = save(lan, item, button, title="Của Lan")
    assert "was saved by someone else meanwhile" in " ".join(messages_of(answer))
    assert not LiveArticle.objects.exists()
    assert not Submission.objects.exists()


def test_a_version_is_restored_over_what_was_seen(lan, chi):
    item = article("Một")
    save(lan, item, title="Hai")
    save(chi, item, title="Ba")
    answer = lan.post(url(item, "revisions"), {"version": "1", "opened_version": "2"}, follow=True)
    assert "chi saved a newer version meanwhile" in " ".join(messages_of(answer))
    item.refresh_from_db()
    assert item.title == "Ba"
    lan.post(url(item, "revisions"), {"version": "1", "opened_version": "3"})
    item.refresh_from_db()
    assert item.title == "Một"


def test_times_are_set_over_those_that_were_seen(lan):
    item = article()
    day = timezone.now() + timedelta(days=3)
    seen = lan.get(url(item, "schedule")).context["form"]["seen"].value()
    schedule(item, what="publish", at=day, by=None, note="")
    mine = {"embargo": "", "withdraw": "", "publish": "2999-01-01T10:00", "seen": seen}
    answer = lan.post(url(item, "schedule"), mine)
    assert "Somebody changed the times meanwhile" in answer.text
    assert Schedule.objects.get().at == day
    again = answer.context["form"]["seen"].value()
    assert lan.post(url(item, "schedule"), mine | {"seen": again}).status_code == 302
    assert Schedule.objects.get().at.year in (2998, 2999)


def test_a_draft_is_deleted_as_it_was_seen(lan, chi):
    item = article()
    page = lan.get(url(item, "delete"), follow=True)
    assert page.status_code == 200
    ((address, _status),) = page.redirect_chain
    assert address.endswith("?version=1")
    save(chi, item, title="Của Chi")
    answer = lan.post(address, {"post": "yes"}, follow=True)
    assert "was saved by someone else meanwhile" in " ".join(messages_of(answer))
    assert Article.objects.exists()
    lan.post(f"{url(item, 'delete')}?version=2", {"post": "yes"})
    assert not Article.objects.exists()


def section_page(term):
    return f"/admin/articles/section/{term.pk}/change/"


def opened(client, address):
    """What a browser would send for a form that carries what it was opened with."""
    form = client.get(address).context["adminform"].form
    data = {bound.html_name: bound.value() for bound in form}
    return data | {bound.html_initial_name: bound.value() for bound in form}


def test_both_versions_of_a_section_are_shown_and_either_can_be_taken(lan, chi):
    term = Section.objects.create(name="Tin", slug="tin")
    address = section_page(term)
    mine, theirs = opened(lan, address), opened(chi, address)
    chi.post(address, theirs | {"name": "Thời sự"})
    answer = lan.post(address, mine | {"name": "Tin tức"})
    assert "Somebody saved “Thời sự” here meanwhile" in answer.text
    assert 'value="Tin tức"' in answer.text
    term.refresh_from_db()
    assert term.name == "Thời sự"
    again = {"name": "Tin tức", "slug": "tin", "initial-name": "Thời sự", "initial-slug": "tin"}
    assert 'name="initial-name" value="Thời sự"' in answer.text
    assert lan.post(address, again).status_code == 302
    term.refresh_from_db()
    assert term.name == "Tin tức"


def test_what_only_one_changed_is_taken_from_that_one(lan, chi):
    term = Section.objects.create(name="Tin", slug="tin")
    address = section_page(term)
    mine = opened(lan, address)
    chi.post(address, opened(chi, address) | {"name": "Thời sự"})
    assert lan.post(address, mine | {"slug": "thoi-su"}).status_code == 302
    term.refresh_from_db()
    assert (term.name, term.slug) == ("Thời sự", "thoi-su")


def test_two_pens_on_a_webhook(lan, chi):
    made = Webhook.objects.create(name="Trang", url="https://a.example/hook", kinds=["article"])
    address = f"/admin/articles/webhook/{made.pk}/change/"
    mine = opened(lan, address)
    chi.post(address, opened(chi, address) | {"kinds": ["person"]})
    lan.post(address, mine | {"name": "Trang tin"})
    made.refresh_from_db()
    assert (made.name, made.kinds) == ("Trang tin", ["person"])


# Verbs of the API.

VERBS = {
    # tail: method, body, whether a version has to be named
    "": ("PATCH", {"dek": "x"}, True),
    "publish/": ("POST", {}, True),
    "approve/": ("POST", {}, True),
    "revisions/1/restore/": ("POST", {}, True),
    "withdraw/": ("POST", {}, False),
    "reinstate/": ("POST", {}, False),
    "submit/": ("POST", {}, True),
    "return/": ("POST", {"note": "x"}, True),
    "schedules/publish/": ("PUT", {"at": "2999-01-01T00:00:00Z"}, False),
}


@pytest.mark.parametrize("tail", VERBS)
def test_a_version_that_is_not_the_present_one_stops_the_verb(tail):
    method, body, required = VERBS[tail]
    item, desk = make_article(), Desk()
    save(signed_in(editor()), item, title="Tên mới")
    if tail in ("approve/", "return/"):
        submit(item, by=None)
    if tail == "withdraw/":
        item.refresh_from_db()
        publish(item, by=None)
    address = at(item, tail)
    assert desk(method, address, body, if_match='"1"').status_code == 412
    assert desk(method, address, body, if_match='W/"1"').status_code == 412
    assert desk(method, address, body | {"version": 1}).status_code == 409
    if required:
        assert desk(method, address, body).status_code == 428
    if tail != "reinstate/":
        answer = desk(method, address, body, if_match='"2"')
        assert answer.status_code == 200, answer.content


def test_a_conflict_shows_both_sides_of_each_field():
    item, desk = make_article("Cũ"), Desk()
    desk.patch(at(item), {"title": "Của họ", "dek": "Sa-pô"}, if_match='"1"')
    answer = desk.patch(at(item), {"title": "Của tôi", "dateline": "Huế"}, if_match='"1"')
    assert answer.status_code == 412
    assert answer.json()["version"] == 2
    assert {field["name"]: (field["yours"], field["current"]) for field in answer.json()["fields"]} == {
        "title": ("Của tôi", "Của họ"),
        "dateline": ("Huế", ""),
    }


def test_records_are_deleted_and_merged_as_they_were_seen():
    desk, who, other = Desk(), make_person("Một"), make_person("Hai")
    desk.patch(at(who), {"name": "Một khác"}, if_match='"1"')
    assert desk("DELETE", at(who), if_match='"1"').status_code == 412
    assert desk("DELETE", at(who)).status_code == 428
    assert desk.post(at(who, "merge/"), {"absorb": str(other.pk)}, if_match='"1"').status_code == 412
    assert desk.post(at(who, "merge/"), {"absorb": str(other.pk)}).status_code == 428


def test_a_webhook_is_changed_as_it_was_seen():
    made = Webhook.objects.create(name="Trang", url="https://a.example/hook", kinds=[])
    desk = Desk(*(f"{verb}_webhook" for verb in ("view", "change", "delete")))
    tag = desk.get(f"webhooks/{made.pk}/")["ETag"]
    changed = desk.patch(f"webhooks/{made.pk}/", {"name": "Khác"}, if_match=tag)
    assert changed.status_code == 200
    assert changed["ETag"] != tag
    assert desk.patch(f"webhooks/{made.pk}/", {"name": "Nữa"}, if_match=tag).status_code == 412
    assert desk("DELETE", f"webhooks/{made.pk}/", if_match=tag).status_code == 412
    assert desk.patch(f"webhooks/{made.pk}/", {"name": "Nữa"}).status_code == 428
    assert desk("DELETE", f"webhooks/{made.pk}/").status_code == 428


def test_the_form_of_an_item_says_which_version_it_saw(lan):
    item = published(article())
    assert form_data(lan, url(item))["opened_version"] == ["1"]
