"""Who sees and does what in the admin, with ordinary Django permissions; what is not offered is refused."""

import pytest
from django.test import Client

from articles.models import Article, LiveArticle, Mention, Photo, Suggestion
from tests.admin_desk import (
    EDIT,
    article,
    editor,
    event,
    list_url,
    person,
    published,
    signed_in,
    suggest,
    url,
)

pytestmark = pytest.mark.django_db


def signed_in_with(*permissions):
    return signed_in(editor(*permissions))


def test_a_viewer_reads_everything_and_changes_nothing():
    item = published(article(byline=["Việt Trung"]))
    Mention.objects.create(article=item, person=person(), role="Bộ trưởng")
    Photo.objects.create(article=item, caption="Ảnh")
    suggest(item, name="Park Jin")
    client = signed_in_with("view_article")
    page = client.get(url(item)).text
    for shown in ("Việt Trung", "Bộ trưởng", "Ảnh", "Park Jin", "Edition 1 is public"):
        assert shown in page
    assert "[&quot;Việt" not in page
    assert "<p>Hai bên trao đổi.</p>" in page
    assert "&lt;p&gt;" not in page
    for offered in (
        'name="_save"',
        'name="_publish"',
        'name="_accept"',
        "Publish",
        "Withdraw",
        '<textarea name="body"',
    ):
        assert offered not in page
    assert client.post(url(item), {"title": "x", "_save": "1"}).status_code == 403
    assert client.post(url(item), {"_publish": "1"}).status_code == 403


@pytest.mark.parametrize("page", ["publish", "withdraw", "reinstate"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_each_verb_asks_for_its_permission(page, method):
    item = published(article())
    without = {"publish": "withdraw", "withdraw": "publish", "reinstate": "publish"}[page]
    client = signed_in_with("view_article", "change_article", f"{without}_article")
    assert getattr(client, method)(url(item, page), {"version": "1"}).status_code == 403
    assert LiveArticle.objects.get().edition == 1


@pytest.mark.parametrize("kind", ["person", "event"])
def test_the_permission_is_the_kinds_own(kind):
    item = published({"person": person, "event": event}[kind]())
    client = signed_in_with(f"change_{kind}", "publish_article", "withdraw_article")
    assert client.post(url(item, "publish"), {"version": "1"}).status_code == 403
    assert client.post(url(item, "withdraw")).status_code == 403


def test_an_editor_without_publish_sees_no_button_and_a_forged_one_saves_nothing():
    item = article()
    client = signed_in_with("view_article", "change_article")
    page = client.get(url(item)).text
    assert 'name="_save"' in page
    assert 'name="_publish"' not in page
    assert url(item, "publish") not in page
    assert client.post(url(item), {"title": "Lén", "_publish": "1"}).status_code == 403
    item.refresh_from_db()
    assert item.title != "Lén"


def test_publishing_without_editing_is_possible():
    item = article()
    client = signed_in_with("view_article", "publish_article")
    page = client.get(url(item)).text
    assert 'name="_publish"' not in page
    assert url(item, "publish") in page
    client.post(url(item, "publish"), {"version": "1"})
    assert LiveArticle.objects.exists()


def test_actions_of_the_list_are_offered_by_permission():
    item = article()
    client = signed_in_with("view_article", "publish_article")
    choices = dict(client.get(list_url("article")).context["action_form"].fields["action"].choices)
    assert set(choices) == {
        "",
        "approve_selected",
        "return_selected",
        "publish_selected",
        "schedule_selected",
    }
    forged = {"action": "withdraw_selected", "_selected_action": [str(item.pk)], "_confirmed": "1"}
    client.post(list_url("article"), forged)
    client.post(list_url("article"), forged | {"action": "delete_selected"})
    assert Article.objects.get().state == "draft"


def test_parts_follow_the_permission_of_their_item():
    item = article()
    Mention.objects.create(article=item, person=person())
    page = signed_in_with("change_article").get(url(item))
    inline = page.context["inline_admin_formsets"][0]
    assert inline.has_change_permission
    assert inline.has_add_permission


def test_uses_of_a_person_name_no_item_that_one_may_not_see():
    who = person()
    Mention.objects.create(article=article("Bài kín"), person=who)
    assert "Bài kín" not in signed_in_with("view_person").get(url(who)).text


def test_a_stranger_is_sent_to_the_login():
    item = article()
    for page in ("change", "publish", "withdraw", "reinstate", "delete", "history"):
        assert Client().get(url(item, page)).status_code == 302
        assert Client().post(url(item, page)).status_code == 302


def test_without_any_permission_there_is_nothing():
    item = article()
    client = signed_in(editor(*[f"view_{kind}" for kind in ("section",)]))
    for address in (list_url("article"), url(item), url(item, "history")):
        assert client.get(address).status_code == 403


@pytest.mark.parametrize("page", ["publish", "withdraw", "reinstate", "change"])
def test_a_post_without_the_token_is_refused(page):
    item = published(article())
    user = editor(*[f"{verb}_article" for verb in (*EDIT, "publish", "withdraw")])
    client = Client(enforce_csrf_checks=True)
    client.force_login(user)
    assert client.post(url(item, page), {"version": "1", "_publish": "1"}).status_code == 403
    assert LiveArticle.objects.get().edition == 1


def test_a_forged_decision_is_refused():
    item = article()
    suggestion = suggest(item)
    client = signed_in_with("view_article", "publish_article")
    assert client.post(url(item), {"_accept": str(suggestion.pk)}).status_code == 403
    assert Suggestion.objects.get().decision == "suggested"
