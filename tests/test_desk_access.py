"""The desk API: who gets in, and who may do what. A URL without a row in the matrix fails the suite."""

from datetime import timedelta
from io import StringIO
from itertools import product

import pytest
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import URLPattern
from django.utils import timezone

from articles.actions.make_groups import make_groups
from articles.actions.merge import merge
from articles.actions.publish import publish
from articles.actions.revise import revise
from articles.actions.tokens import find_token, issue_token
from articles.api.desk.urls import urlpatterns
from articles.models import Article, PreviewToken, Source, Suggestion, Token
from tests.desk import PLURAL, Desk, at
from tests.factories import make_article, make_event, make_person, make_user

pytestmark = pytest.mark.django_db

SOON = {"at": "2999-01-01T00:00:00Z"}


# Getting in.


def test_nobody_gets_in_and_is_told_how():
    answer = Desk(user=None).get("articles/")
    assert (answer.status_code, answer["Content-Type"]) == (401, "application/problem+json")
    assert answer["WWW-Authenticate"].startswith("Bearer")


def test_a_session_needs_its_csrf_token_to_change_anything():
    article = make_article()
    user = make_user("view_article", "change_article")
    client = Client(enforce_csrf_checks=True)
    client.force_login(user)
    body = {"data": b'{"dek": "x"}', "content_type": "application/json", "HTTP_IF_MATCH": "*"}
    assert client.get(f"/api/desk/{at(article)}").status_code == 200
    assert client.patch(f"/api/desk/{at(article)}", **body).status_code == 403
    client.cookies["csrftoken"] = "a" * 32
    answer = client.patch(f"/api/desk/{at(article)}", **body, HTTP_X_CSRFTOKEN="a" * 32)
    assert answer.status_code == 200, answer.content


@pytest.mark.parametrize("body", [b'{"note": "x"}', b""])
def test_a_session_with_its_csrf_token_posts(body):
    article = make_article()
    client = Client(enforce_csrf_checks=True)
    client.force_login(make_user("view_article", "publish_article"))
    address = f"/api/desk/{at(article, 'publish/')}"
    sent = {"data": body, "content_type": "application/json", "HTTP_IF_MATCH": "*"}
    assert client.post(address, **sent).status_code == 403
    client.cookies["csrftoken"] = "a" * 32
    answer = client.post(address, **sent, HTTP_X_CSRFTOKEN="a" * 32)
    assert answer.status_code == 200, answer.content
    for form in (
        {"data": {"note": "x"}},
        {"data": "note=x", "content_type": "application/x-www-form-urlencoded"},
    ):
        answer = client.post(address, HTTP_IF_MATCH="*", HTTP_X_CSRFTOKEN="a" * 32, **form)
        assert answer.status_code == 415, answer.content
        token = {"data": {"csrfmiddlewaretoken": "a" * 32}} if "content_type" not in form else form
        assert client.post(address, HTTP_IF_MATCH="*", **token).status_code == 403


def test_an_account_that_is_disabled_is_nobody():
    desk = Desk()
    desk.user.is_active = False
    desk.user.save()
    assert desk.get("articles/").status_code == 401


def bearer(secret: str) -> Desk:
    return Desk(user=None, authorization=f"Bearer {secret}")


def make_token(*permissions: str, scopes=("read",), **fields):
    user = make_user(*permissions)
    token, secret = issue_token(user, by=None, name="Máy quét", scopes=list(scopes), **fields)
    return token, secret


def test_a_token_gets_in_without_a_session_and_its_use_is_noted():
    token, secret = make_token("view_article")
    assert secret.startswith("nrt_")
    assert bearer(secret).get("articles/").status_code == 200
    token.refresh_from_db()
    assert token.last_used_at is not None
    assert bearer(secret).get("").json()["scopes"] == ["read"]


def test_the_database_does_not_know_the_secret_of_a_token():
    token, secret = make_token("view_article")
    token.refresh_from_db()
    assert secret not in str(token.__dict__)
    assert secret[4:] not in str(token.__dict__)


@pytest.mark.parametrize("how", ["expired", "revoked", "disabled", "wrong", "empty", "other scheme"])
def test_a_token_that_is_over_opens_nothing(how):
    token, secret = make_token("view_article")
    match how:
        case "expired":
            Token.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
        case "revoked":
            Token.objects.update(revoked_at=timezone.now())
        case "disabled":
            token.user.is_active = False
            token.user.save()
    headers = {"wrong": f"Bearer {secret}x", "empty": "Bearer ", "other scheme": f"Basic {secret}"}
    answer = Desk(user=None, authorization=headers.get(how, f"Bearer {secret}")).get("articles/")
    assert answer.status_code == 401


def test_a_token_may_do_what_its_user_may_and_of_that_no_more_than_its_scopes():
    article = make_article()
    _token, reading = make_token("view_article", "change_article", "publish_article")
    assert bearer(reading).patch(at(article), {"dek": "x"}, if_match="*").status_code == 403
    _token, writing = make_token(
        "view_article", "change_article", "publish_article", scopes=["read", "write"]
    )
    assert bearer(writing).patch(at(article), {"dek": "x"}, if_match="*").status_code == 200
    assert bearer(writing).post(at(article, "publish/"), if_match="*").status_code == 403
    _token, publishing = make_token("view_article", "publish_article", scopes=["publish"])
    assert bearer(publishing).post(at(article, "publish/"), if_match="*").status_code == 200
    assert bearer(publishing).get(at(article)).status_code == 403
    _token, unentitled = make_token("view_article", scopes=["read", "withdraw"])
    assert bearer(unentitled).post(at(article, "withdraw/")).status_code == 403


@pytest.mark.parametrize("names", ["read", [], ["all"], [["read"]], [{}], [None]], ids=str)
def test_a_list_of_names_is_read_out_of_a_closed_one(names):
    desk = Desk("add_token", "add_webhook")
    answers = {
        "scopes": desk.post("tokens/", {"name": "x", "scopes": names}),
        "kinds": desk.post(
            "webhooks/", {"name": "x", "url": "https://news.example/", "kinds": names or ["all"]}
        ),
    }
    for field, answer in answers.items():
        assert (answer.status_code, answer.json()["errors"][0]["field"]) == (400, field)


def test_tokens_are_made_seen_and_revoked_by_people_who_are_logged_in():
    desk = Desk("add_token")
    made = desk.post("tokens/", {"name": "Trang tin", "scopes": ["read", "write"], "days": 7})
    assert made.status_code == 201, made.content
    assert find_token(made.json()["token"]).user == desk.user
    assert made.json()["token"] not in desk.get("tokens/").content.decode()
    assert Desk("view_article").get("tokens/").json() == []
    assert len(Desk("view_token").get("tokens/").json()) == 1
    assert Desk("view_article").post("tokens/", {"name": "x", "scopes": ["read"]}).status_code == 403
    assert bearer(made.json()["token"]).post("tokens/", {"name": "x", "scopes": ["read"]}).status_code == 403
    assert Desk("view_token")("DELETE", f"tokens/{made.json()['id']}/").status_code == 403
    assert Desk()("DELETE", f"tokens/{made.json()['id']}/").status_code == 404
    assert desk("DELETE", f"tokens/{made.json()['id']}/").status_code == 204
    assert bearer(made.json()["token"]).get("articles/").status_code == 401
    for wrong in (
        {"scopes": []},
        {"scopes": ["all"]},
        {"scopes": "read"},
        {"days": 0},
        {"days": "7"},
        {"user": 1},
    ):
        body = {"name": "x", "scopes": ["read"], **wrong}
        assert desk.post("tokens/", body).status_code == 400, wrong
    assert desk.post("tokens/", {"name": "x", "scopes": ["read"], "days": 4000}).status_code == 409


def test_the_command_prints_a_token_once():
    make_user(username="an")
    out = StringIO()
    call_command("create_token", "an", name="Máy quét", scopes=["read", "write"], stdout=out)
    token = find_token(out.getvalue().strip())
    assert (token.user.username, token.scopes) == ("an", ["read", "write"])
    with pytest.raises(CommandError, match="no user"):
        call_command("create_token", "nobody", name="x")
    with pytest.raises(CommandError, match="366"):
        call_command("create_token", "an", name="x", days=4000)


def test_the_hosts_settings_of_rest_framework_open_nothing(settings):
    settings.REST_FRAMEWORK = {
        "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.AllowAny"],
        "DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework.authentication.BasicAuthentication"],
        "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.BrowsableAPIRenderer"],
        "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.FormParser"],
        "EXCEPTION_HANDLER": "nowhere.at_all",
        "UNAUTHENTICATED_USER": None,
        "URL_FORMAT_OVERRIDE": "fmt",
    }
    assert Desk(user=None).get("articles/").status_code == 401
    answer = Desk().get("articles/", accept="text/html,*/*")
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/json")
    assert Desk().post("articles/", {"title": "A"}).status_code == 201
    assert Desk().post("articles/", {"x": "A"})["Content-Type"] == "application/problem+json"


# The groups.


def member(group: str, **fields):
    make_groups()
    user = make_user(**fields)
    user.groups.add(Group.objects.get(name=group))
    return user


def test_the_command_makes_three_groups_and_takes_nothing_away():
    call_command("make_groups", stdout=StringIO())
    before = {
        group.name: set(group.permissions.values_list("codename", flat=True)) for group in Group.objects.all()
    }
    assert before["reporter"] < before["editor"] < before["manager"]
    assert not {name for name in before["reporter"] if name.startswith(("publish", "withdraw", "delete"))}
    assert make_groups() == {"reporter": 0, "editor": 0, "manager": 0}


def test_a_reporter_changes_their_own_drafts_until_they_are_published():
    reporter, colleague = member("reporter"), member("reporter")
    desk = Desk(user=reporter)
    made = desk.post("articles/", {"title": "Của tôi", "body": "<p>x</p>"}).json()
    article = Article.objects.get(pk=made["id"])
    assert desk.patch(at(article), {"dek": "a"}, if_match="*").status_code == 200
    assert desk.post(at(article, "previews/")).status_code == 201
    assert desk.post(at(article, "submit/"), if_match="*").status_code == 200
    assert Desk(user=colleague).patch(at(article), {"dek": "b"}, if_match="*").status_code == 403
    assert desk("DELETE", at(article), if_match="*").status_code == 403
    article.refresh_from_db()
    article.dek = "Biên tập"
    revise(article, by=member("editor"))
    assert desk.patch(at(article), {"dek": "c"}, if_match="*").status_code == 200
    publish(Article.objects.get(), by=None)
    assert desk.patch(at(article), {"dek": "d"}, if_match="*").status_code == 403


def test_what_an_import_made_is_no_reporters_own():
    article = make_article()
    assert Desk(user=member("reporter")).patch(at(article), {"dek": "a"}, if_match="*").status_code == 403


# The matrix: each address and method, and what the roles get. `-` stands for any other answer than 401 and 403.

ROLES = ["anonymous", "stranger", "reporter", "editor", "manager"]
READ = (401, 403, "-", "-", "-")
ANY_USER = (401, "-", "-", "-", "-")
EDITORS = (401, 403, 403, "-", "-")
MANAGERS = (401, 403, 403, 403, "-")
NO_GROUP = (401, 403, 403, 403, 403)
CREATE = READ
MATRIX: dict[tuple[str, str], tuple] = {
    ("desk", "GET"): ANY_USER,
    ("desk-openapi", "GET"): ANY_USER,
    ("desk-suggestions", "GET"): READ,
    ("desk-suggestion", "GET"): READ,
    ("desk-suggestion-accept", "POST"): EDITORS,
    ("desk-suggestion-reject", "POST"): EDITORS,
    ("desk-suggestion-undo", "POST"): EDITORS,
    ("desk-suggestions-accept", "POST"): EDITORS,
    ("desk-suggestions-reject", "POST"): EDITORS,
    ("desk-suggestions-names", "GET"): READ,
    ("desk-suggestions-names-accept", "POST"): EDITORS,
    ("desk-suggestions-names-reject", "POST"): EDITORS,
    ("desk-merges", "GET"): READ,
    ("desk-merge-undo", "POST"): EDITORS,
    ("desk-audit", "GET"): EDITORS,
    ("desk-schedules", "GET"): READ,
    ("desk-tokens", "GET"): ANY_USER,
    ("desk-tokens", "POST"): MANAGERS,
    ("desk-token", "DELETE"): (401, "-", "-", "-", "-"),
    ("desk-webhooks", "GET"): MANAGERS,
    ("desk-webhooks", "POST"): MANAGERS,
    ("desk-webhook", "GET"): MANAGERS,
    ("desk-webhook", "PATCH"): MANAGERS,
    ("desk-webhook", "DELETE"): MANAGERS,
    ("desk-webhook-test", "POST"): MANAGERS,
    ("desk-webhook-secret", "POST"): MANAGERS,
    ("desk-webhook-deliveries", "GET"): MANAGERS,
    ("desk-webhook-again", "POST"): MANAGERS,
    ("desk-preview", "GET"): (401,) * 5,
    ("desk-fallback", "GET"): ANY_USER,
    ("desk-fallback", "POST"): ANY_USER,
    ("desk-fallback", "PUT"): ANY_USER,
    ("desk-fallback", "PATCH"): ANY_USER,
    ("desk-fallback", "DELETE"): ANY_USER,
}
MATRIX |= {("desk-article-photo-file", "PUT"): EDITORS, ("desk-article-photo-file", "DELETE"): EDITORS}
for kind in PLURAL:
    MATRIX |= {
        (f"desk-{kind}-list", "GET"): READ,
        (f"desk-{kind}-list", "POST"): CREATE,
        (f"desk-{kind}", "GET"): READ,
        (f"desk-{kind}", "PATCH"): EDITORS,
        (f"desk-{kind}", "DELETE"): EDITORS,
        (f"desk-{kind}-publish", "POST"): EDITORS,
        (f"desk-{kind}-correct", "POST"): EDITORS,
        (f"desk-{kind}-withdraw", "POST"): MANAGERS,
        (f"desk-{kind}-reinstate", "POST"): MANAGERS,
        (f"desk-{kind}-erase", "POST"): NO_GROUP,
        (f"desk-{kind}-schedules", "GET"): READ,
        (f"desk-{kind}-schedule", "PUT"): EDITORS,
        (f"desk-{kind}-schedule", "DELETE"): EDITORS,
        (f"desk-{kind}-submit", "POST"): EDITORS,
        (f"desk-{kind}-approve", "POST"): EDITORS,
        (f"desk-{kind}-return", "POST"): EDITORS,
        (f"desk-{kind}-previews", "GET"): READ,
        (f"desk-{kind}-previews", "POST"): EDITORS,
        (f"desk-{kind}-preview", "DELETE"): EDITORS,
        (f"desk-{kind}-revisions", "GET"): READ,
        (f"desk-{kind}-revision", "GET"): READ,
        (f"desk-{kind}-restore", "POST"): EDITORS,
        (f"desk-{kind}-diff", "GET"): READ,
        (f"desk-{kind}-changes", "GET"): READ,
        (f"desk-{kind}-audit", "GET"): READ,
        (f"desk-{kind}-presence", "GET"): READ,
        (f"desk-{kind}-presence-one", "PUT"): EDITORS,
        (f"desk-{kind}-presence-one", "DELETE"): EDITORS,
    }
    if kind != "article":
        MATRIX |= {
            (f"desk-{kind}-merge", "GET"): READ,
            (f"desk-{kind}-merge", "POST"): EDITORS,
            (f"desk-{kind}-split", "POST"): EDITORS,
            (f"desk-{kind}-likely", "GET"): EDITORS,
            (f"desk-{kind}-likely", "POST"): EDITORS,
        }

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")


def test_every_address_and_method_has_a_row():
    there = set()
    for pattern in urlpatterns:
        assert isinstance(pattern, URLPattern)
        view = pattern.callback.view_class
        there |= {(pattern.name, method) for method in METHODS if hasattr(view, method.lower())}
    assert there == set(MATRIX)


@pytest.fixture
def things():
    """One of everything that addresses name."""
    maker = make_user()
    items = {"article": make_article(), "person": make_person(), "event": make_event()}
    previews = {
        kind: PreviewToken.objects.create(
            digest=kind,
            user=maker,
            item_kind=kind,
            item_id=item.pk,
            expires_at=timezone.now() + timedelta(hours=1),
        )
        for kind, item in items.items()
    }
    article = make_article()
    source = Source.objects.create(
        article=article, sha256="0" * 64, name="a.txt", size=1, encoding="utf-8", text="x"
    )
    suggestion = Suggestion.objects.create(article=article, source=source, kind="person", value={"name": "A"})
    merged = merge(make_person("Một"), make_person("Hai"), by=None)
    token, _secret = issue_token(maker, by=None, name="x", scopes=["read"])
    return items, previews, suggestion, merged, token


def address(name: str, things) -> str:
    items, previews, suggestion, merged, token = things
    (pattern,) = [pattern for pattern in urlpatterns if pattern.name == name]
    kind = name.split("-")[1] if name.count("-") else ""
    route = str(pattern.pattern)
    values = {
        "<uuid:token>": str(previews[kind].pk) if kind in previews else "",
        "<int:version>": "1",
        "<slug:what>": "publish",
        "<uuid:delivery>": str(token.pk),
        "<uuid:photo>": "7b3f0ad6-6f9d-4d0e-9d9b-0f8b8d6a1f11",
        "<uuid:page>": "7b3f0ad6-6f9d-4d0e-9d9b-0f8b8d6a1f11",
        "<int:pk>": str(merged.pk),
        "<uuid:pk>": str(
            items[kind].pk if kind in items else suggestion.pk if kind.startswith("suggestion") else token.pk
        ),
    }
    for part, value in values.items():
        route = route.replace(part, value)
    return route or ("" if name == "desk" else "nowhere/")


@pytest.mark.parametrize("role", ROLES)
def test_the_matrix_holds(role, things):
    user = None if role == "anonymous" else make_user() if role == "stranger" else member(role)
    wrong = []
    for (name, method), expected in MATRIX.items():
        want = expected[ROLES.index(role)]
        # Sent so that an action which lets one pass fails on something else: nothing is used up for the next row.
        got = Desk(user=user)(method, address(name, things), {"no such key": 1}, if_match='"0"').status_code
        if (want == "-" and got in (401, 403)) or (want != "-" and got != want):
            wrong.append((name, method, want, got))
    assert not wrong


@pytest.mark.parametrize(("what", "role"), list(product(["withdraw", "embargo"], ROLES)))
def test_withdrawals_and_embargoes_are_scheduled_by_managers(what, role):
    article = make_article()
    if what == "withdraw":
        publish(article, by=None)
    user = None if role == "anonymous" else make_user("view_article") if role == "stranger" else member(role)
    answer = Desk(user=user)("PUT", at(article, f"schedules/{what}/"), SOON)
    assert answer.status_code == {"anonymous": 401, "manager": 200}.get(role, 403)


def test_whoever_may_not_see_a_kind_cannot_tell_what_there_is():
    article = make_article()
    desk = Desk("view_person")
    absent = at(article).replace(str(article.pk), "7b3f0ad6-6f9d-4d0e-9d9b-0f8b8d6a1f11")
    there, not_there = desk.get(at(article)), desk.get(absent)
    assert (there.status_code, there.content) == (not_there.status_code, not_there.content)
    assert there.status_code == 403
