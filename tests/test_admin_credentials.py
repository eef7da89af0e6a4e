"""Previews and tokens in the admin: made, shown once, used, revoked."""

import re

import pytest
from django.core.checks import run_checks
from django.test import Client

from articles.actions.preview import make_preview
from articles.actions.tokens import find_token, issue_token
from articles.admin.records import moment
from articles.models import PreviewToken, Token
from tests.admin_desk import article, editor, messages_of, published, signed_in, url
from tests.factories import make_user

pytestmark = pytest.mark.django_db

PREVIEWS = "/admin/articles/previewtoken/"
TOKENS = "/admin/articles/token/"


def secret_in(response):
    return re.search(r"nr[pt]_[\w-]{20,}", response.text)[0]


def test_a_preview_is_made_shown_once_and_opens_this_draft_alone(editor_client):
    item = article("Bản nháp")
    made = editor_client.post(url(item, "preview"), {"seconds": "3600"})
    secret = secret_in(made)
    assert f"http://testserver/preview/#{secret}" in made.text
    assert "no-store" in made["Cache-Control"]
    assert secret not in editor_client.get(url(item, "preview")).text
    shown = Client().get("/api/desk/preview/", headers={"x-preview-token": secret})
    assert shown.json()["title"] == "Bản nháp"
    assert editor_client.post(url(item, "preview"), {"seconds": "99"}).status_code == 200
    assert PreviewToken.objects.count() == 1


def test_without_an_address_the_token_stands_alone(editor_client, settings):
    settings.ARTICLES = {}
    made = editor_client.post(url(article(), "preview"), {"seconds": "3600"})
    assert secret_in(made)
    assert "X-Preview-Token" in made.text


@pytest.mark.parametrize(
    ("value", "fault"),
    [
        ("https://a.example/#{token}", ""),
        ("", ""),
        ("/preview/", "does not hold"),
        ("/{slug}/", "no other braces"),
        (1, "must be"),
    ],
)
def test_the_address_is_checked(settings, value, fault):
    settings.ARTICLES = {"PREVIEW_URL": value}
    found = [str(message.msg) for message in run_checks() if message.id == "articles.E002"]
    assert bool(found) == bool(fault)
    assert fault in "".join(found)


def test_the_draft_is_looked_at_with_one_click(editor_client, settings):
    item = article("Nháp")
    assert 'name="_look"' in editor_client.get(url(item)).text
    seen = editor_client.post(url(item, "preview"), {"_look": "1"}).text
    (secret,) = re.findall(r'refresh" content="0; url=http://testserver/preview/#(.*?)"', seen)
    shown = Client().get("/api/desk/preview/", headers={"x-preview-token": secret})
    assert shown.json()["title"] == "Nháp"
    # Where no page of a frontend shows drafts there is nothing to look at.
    settings.ARTICLES = {**settings.ARTICLES, "PREVIEW_URL": ""}
    assert 'name="_look"' not in editor_client.get(url(item)).text
    assert editor_client.post(url(item, "preview"), {"_look": "1"}).status_code == 200


def test_previews_are_revoked_on_the_page_and_in_the_list(editor_client):
    item = article("Bản nháp")
    one, _secret = make_preview(item, by=make_user("change_article", username="thu"))
    assert "thu" in editor_client.get(url(item, "preview")).text
    editor_client.post(url(item, "preview"), {"_revoke": str(one.pk)})
    assert not PreviewToken.objects.usable().exists()
    two, _secret = make_preview(item, by=make_user("change_article", username="an"))
    page = editor_client.get(PREVIEWS).text
    assert "Bản nháp" in page
    assert "thu" not in page
    editor_client.post(PREVIEWS, {"action": "revoke_selected", "_selected_action": [str(two.pk)]})
    assert not PreviewToken.objects.usable().exists()
    assert editor_client.post(url(item, "preview"), {"_revoke": "nonsense"}).status_code == 302


def test_who_may_not_change_the_item_makes_and_revokes_no_preview():
    item = article()
    token, _secret = make_preview(item, by=make_user("change_article"))
    client = signed_in(editor("view_article", name="thu"))
    assert client.get(url(item, "preview")).status_code == 403
    assert client.post(url(item, "preview"), {"seconds": "3600"}).status_code == 403
    response = client.post(
        PREVIEWS, {"action": "revoke_selected", "_selected_action": [str(token.pk)]}, follow=True
    )
    assert "You need the permission" in messages_of(response)[0]
    assert PreviewToken.objects.usable().count() == 1


def test_publishing_ends_previews(editor_client):
    item = article("Bản nháp")
    editor_client.post(url(item, "preview"), {"seconds": "3600"})
    published(item)
    assert "Bản nháp" not in editor_client.get(PREVIEWS).context["cl"].result_list


def test_a_token_is_made_shown_once_listed_and_revoked(editor_client):
    made = editor_client.post(
        f"{TOKENS}add/", {"name": "Trang tin", "scopes": ["read", "write"], "days": "7"}
    )
    secret = secret_in(made)
    token = find_token(secret)
    assert (token.name, token.scopes, token.user.username) == ("Trang tin", ["read", "write"], "lan")
    page = editor_client.get(TOKENS).text
    assert "Trang tin" in page
    assert secret not in page
    editor_client.post(TOKENS, {"action": "revoke_selected", "_selected_action": [str(token.pk)]})
    assert find_token(secret) is None


@pytest.mark.parametrize(
    "wrong", [{"name": " "}, {"scopes": []}, {"days": "0"}, {"days": "400"}, {"scopes": ["all"]}]
)
def test_what_makes_no_token(editor_client, wrong):
    data = {"name": "Trang tin", "scopes": ["read"], "days": "7", **wrong}
    assert editor_client.post(f"{TOKENS}add/", data).status_code == 200
    assert not Token.objects.exists()


def test_tokens_of_others_are_seen_by_those_who_may_and_revoked_by_those_who_may():
    token, secret = issue_token(make_user(username="thu"), by=None, name="Của Thu", scopes=["read"])
    own = signed_in(editor("add_token", name="an"))
    assert "Của Thu" not in own.get(TOKENS).text
    own.post(TOKENS, {"action": "revoke_selected", "_selected_action": [str(token.pk)]})
    assert find_token(secret)
    seeing = signed_in(editor("view_token", name="minh"))
    assert "Của Thu" in seeing.get(TOKENS).text
    seeing.post(TOKENS, {"action": "revoke_selected", "_selected_action": [str(token.pk)]})
    assert find_token(secret)
    assert seeing.get(f"{TOKENS}add/").status_code == 403
    deleting = signed_in(editor("view_token", "delete_token", name="hoa"))
    deleting.post(TOKENS, {"action": "revoke_selected", "_selected_action": [str(token.pk)]})
    assert find_token(secret) is None


def test_nothing_of_a_token_is_edited(editor_client):
    token, _secret = issue_token(make_user(), by=None, name="x", scopes=["read"])
    assert editor_client.post(f"{TOKENS}{token.pk}/change/", {"name": "y"}).status_code == 403
    assert editor_client.post(f"{TOKENS}{token.pk}/delete/", {"post": "yes"}).status_code == 403


def test_the_list_has_its_times_as_short_as_any(editor_client):
    token, _secret = issue_token(make_user(), by=None, name="x", scopes=["read"])
    page = editor_client.get(TOKENS).text
    assert moment(token.created_at) in page
    assert moment(token.expires_at) in page
