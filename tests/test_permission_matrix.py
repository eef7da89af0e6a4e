"""Every page and action of the admin, and the desk API, × role × kind of object. A page without a row fails.

Whatever is no 403, no login and no start page got in: what a page then says about its item is tested elsewhere.
Everything sent is rolled back, so that no row uses up what the next one needs.
"""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import transaction
from django.test import Client, RequestFactory
from django.urls import URLPattern, reverse
from django.utils import timezone

from articles.actions.make_groups import make_groups
from articles.actions.merge import merge
from articles.actions.preview import make_preview
from articles.actions.publish import publish
from articles.actions.schedule import schedule
from articles.actions.tokens import issue_token
from articles.actions.withdraw import withdraw
from articles.models import (
    AuditEntry,
    ImportRun,
    PreviewToken,
    Revision,
    Section,
    Source,
    Topic,
    Webhook,
)
from tests.admin_desk import suggest
from tests.desk import Desk
from tests.factories import make_article, make_event, make_person, make_user
from tests.test_desk_access import MATRIX as API
from tests.test_desk_access import address

pytestmark = pytest.mark.django_db

ROLES = ["anonymous", "stranger", "reporter", "editor", "manager", "superuser"]
NOBODY: set[str] = set()
SUPERUSER = {"superuser"}
MANAGERS = {"manager", *SUPERUSER}
EDITORS = {"editor", *MANAGERS}
STAFF = {"reporter", *EDITORS}

OWN = "own"
"""Editors, and the reporter whose draft it is."""
DELETE = "delete"
"""Editors, of what was never published."""

Row = tuple[Any, Any]
"""Who gets in by GET, and who by POST."""

ITEM: dict[str, Row] = {
    "change": (STAFF, OWN),
    "review": (STAFF, OWN),
    "revisions": (STAFF, OWN),
    "history": (STAFF, STAFF),
    "delete": (DELETE, DELETE),
    "presence": (OWN, OWN),
    "submit": (OWN, OWN),
    "preview": (OWN, OWN),
    "publish": (EDITORS, EDITORS),
    "approve": (EDITORS, EDITORS),
    "return": (EDITORS, EDITORS),
    "schedule": (EDITORS, EDITORS),
    "withdraw": (MANAGERS, MANAGERS),
    "reinstate": (MANAGERS, MANAGERS),
    "erase": (SUPERUSER, SUPERUSER),
    "split": (EDITORS, EDITORS),
}
READ_ONLY: dict[str, Row] = {
    "add": (NOBODY, NOBODY),
    "delete": (NOBODY, NOBODY),
}
LISTS: dict[str, Row] = {
    "changelist": (STAFF, STAFF),
    "add": (STAFF, STAFF),
    "merge": (EDITORS, EDITORS),
    "likely": (EDITORS, EDITORS),
}
TERM: dict[str, Row] = {
    "changelist": (STAFF, STAFF),
    "add": (EDITORS, EDITORS),
    "change": (STAFF, EDITORS),
    "delete": (EDITORS, EDITORS),
    "history": (STAFF, STAFF),
}
OTHERS: dict[str, dict[str, Row]] = {
    "article": LISTS, "person": LISTS, "event": LISTS, "section": TERM, "topic": TERM,
    "source": READ_ONLY | {
        "changelist": (STAFF, STAFF), "change": (STAFF, NOBODY), "history": (STAFF, STAFF),
    },
    "suggestion": READ_ONLY | {
        "changelist": (STAFF, STAFF), "name": (STAFF, EDITORS), "change": (STAFF, NOBODY),
        "history": (STAFF, STAFF),
    },
    "schedule": READ_ONLY | {
        "changelist": (STAFF, STAFF), "change": (STAFF, NOBODY), "history": (STAFF, STAFF),
    },
    "merge": READ_ONLY | {
        "changelist": (EDITORS, EDITORS), "change": (EDITORS, NOBODY), "history": (EDITORS, EDITORS),
        "undo": (EDITORS, EDITORS),
    },
    "auditentry": READ_ONLY | {
        "changelist": (EDITORS, EDITORS), "change": (EDITORS, NOBODY), "history": (EDITORS, EDITORS),
    },
    "previewtoken": READ_ONLY | {
        "changelist": (STAFF, STAFF), "change": (STAFF, NOBODY), "history": (STAFF, STAFF),
    },
    "token": READ_ONLY | {
        "changelist": (MANAGERS, MANAGERS), "add": (MANAGERS, MANAGERS), "change": (MANAGERS, NOBODY),
        "history": (MANAGERS, MANAGERS),
    },
    "webhook": {
        "changelist": (MANAGERS, MANAGERS), "add": (MANAGERS, MANAGERS), "change": (MANAGERS, MANAGERS),
        "delete": (MANAGERS, MANAGERS), "history": (MANAGERS, MANAGERS), "verb": (MANAGERS, MANAGERS),
    },
    "importrun": {
        "changelist": (EDITORS, EDITORS), "add": (EDITORS, EDITORS), "change": (EDITORS, EDITORS),
        "delete": (NOBODY, NOBODY), "history": (EDITORS, EDITORS), "report": (EDITORS, EDITORS),
        "retry": (EDITORS, EDITORS), "undo": (EDITORS, EDITORS), "carry_out": (EDITORS, EDITORS),
        "give_up": (EDITORS, EDITORS),
    },
}  # fmt: skip

ACTIONS: dict[str, set[str]] = {
    "submit_selected": STAFF,
    "approve_selected": EDITORS,
    "return_selected": EDITORS,
    "publish_selected": EDITORS,
    "schedule_selected": EDITORS,
    "withdraw_selected": MANAGERS,
    "reinstate_selected": MANAGERS,
    "delete_selected": EDITORS,
    "merge_selected": EDITORS,
    "revoke_selected": STAFF,
}
"""Whoever sees an action; of tokens those who have any."""


def admins() -> dict[str, admin.ModelAdmin]:
    found = admin.site._registry.items()
    return {str(m._meta.model_name): one for m, one in found if m._meta.app_label == "articles"}


def pages(model_admin: admin.ModelAdmin) -> set[str]:
    # One address has no name: Django's, that leads from an id to the page `change`.
    named = [
        pattern.name for pattern in model_admin.get_urls() if isinstance(pattern, URLPattern) and pattern.name
    ]
    return {name.split("_", 2)[2] for name in named}


def rows(name: str) -> dict[str, Row]:
    return {**(ITEM if name in ("article", "person", "event") else {}), **OTHERS[name]}


def test_every_page_and_action_has_a_row():
    for name, model_admin in admins().items():
        there = pages(model_admin)
        optional = {"article": {"merge", "likely", "split"}, "person": {"review"}, "event": {"review"}}
        assert there == rows(name).keys() - optional.get(name, set()), name
        assert set(model_admin.actions or ()) <= ACTIONS.keys(), name


def users() -> dict[str, Any]:
    make_groups()
    found: dict[str, Any] = {"anonymous": None, "stranger": make_user(username="stranger", is_staff=True)}
    for role in ("reporter", "editor", "manager"):
        found[role] = make_user(username=role, is_staff=True)
        found[role].groups.add(Group.objects.get(name=role))
    found["superuser"] = get_user_model().objects.create_superuser("superuser")
    return found


def items(make: Any, by: Any) -> dict[str, Any]:
    """An item of each kind of object: a draft of `by`, one of somebody else, and two of `by` that were published."""
    found = {"own": make(), "other": make(), "live": make(), "withdrawn": make()}
    mine = [found[name].pk for name in ("own", "live", "withdrawn")]
    Revision.objects.filter(item_id__in=mine).update(by=by)
    for name in ("live", "withdrawn"):
        publish(found[name], by=None)
    withdraw(found["withdrawn"], by=None)
    return found


@pytest.fixture
def desk():
    """The users, the items of each kind of object, and one record of everything else, by model."""
    who = users()
    by_kind = {
        kind: items(make, who["reporter"])
        for kind, make in (("article", make_article), ("person", make_person), ("event", make_event))
    }
    suggestion = suggest(make_article("Có nguồn"))
    later = timezone.now() + timedelta(days=1)
    others = {
        "section": Section.objects.create(name="Tin", slug="tin"),
        "topic": Topic.objects.create(name="Chủ đề", slug="chu-de"),
        "source": Source.objects.get(),
        "suggestion": suggestion,
        "schedule": schedule(by_kind["article"]["other"], what="publish", at=later, by=None),
        "merge": merge(make_person("Một"), make_person("Hai"), by=None),
        "previewtoken": make_preview(by_kind["article"]["other"], by=who["superuser"])[0],
        "token": issue_token(who["manager"], by=None, name="x", scopes=["read"])[0],
        "webhook": Webhook.objects.create(name="x", url="https://example.org/"),
        "importrun": ImportRun.objects.create(),
        "auditentry": AuditEntry.objects.first(),
    }
    return who, by_kind, others


def address_of(name: str, page: str, item: Any) -> str:
    args = (
        []
        if page in ("changelist", "add", "likely", "name") or (page == "merge" and name != "merge")
        else [item.pk]
    )
    if (name, page) == ("webhook", "verb"):
        args.append("test")
    tail = "?kind=person&name=x" if (name, page) == ("suggestion", "name") else ""
    return reverse(f"admin:articles_{name}_{page}", args=args) + tail


def gets_in(role: str, expected: Any, kind: str) -> bool:
    if expected == OWN:
        return role in EDITORS or (role == "reporter" and kind == "own")
    if expected == DELETE:
        return role in EDITORS and kind in ("own", "other")
    return role in expected


def admitted(client: Client, method: str, where: str) -> bool:
    with transaction.atomic():
        response = client.generic(
            method, where, "nothing=1", content_type="application/x-www-form-urlencoded"
        )
        transaction.set_rollback(True)
    assert response.status_code < 500, (method, where)
    if response.status_code == 302:
        # The start page: where one is sent for what one's list does not have.
        return "/login/" not in response["Location"] and response["Location"] != reverse("admin:index")
    return response.status_code != 403


@pytest.mark.parametrize("role", ROLES)
def test_the_pages_of_the_admin(role, desk):
    who, by_kind, others = desk
    client = Client()
    if who[role] is not None:
        client.force_login(who[role])
    wrong = []
    for name, model_admin in admins().items():
        for page in sorted(pages(model_admin)):
            objects = by_kind.get(name) if page in ITEM and name in by_kind else None
            if objects and name != "article":
                # The three kinds share their pages; all kinds of object are looked at with one of them.
                objects = {"other": objects["other"]}
            for kind, item in (objects or {"other": others.get(name)}).items():
                for method, expected in zip(("GET", "POST"), rows(name)[page], strict=True):
                    got = admitted(client, method, address_of(name, page, item))
                    if got != gets_in(role, expected, kind):
                        wrong.append((name, page, kind, method, "got in" if got else "kept out"))
    assert not wrong, wrong


def test_the_actions_of_the_admin():
    request = RequestFactory().get("/")
    for role, user in users().items():
        if role == "anonymous":
            continue
        request.user = user
        for name, model_admin in admins().items():
            offered = set(model_admin.get_actions(request))
            expected = {action for action in model_admin.actions or () if role in ACTIONS[action]}
            assert offered == (expected if name != "token" or role in MANAGERS else set()), (role, name)


OWN_IN_API = {"desk-article", "desk-article-submit", "desk-article-previews", "desk-article-preview",
              "desk-article-restore", "desk-article-presence-one", "desk-article-photo-file"}  # fmt: skip
"""Addresses where a reporter may do with a draft of their own what editors may with any."""


@pytest.mark.parametrize("role", ROLES)
def test_the_desk_api_by_kind_of_object(role, desk):
    who, by_kind, _others = desk
    caller, someone = Desk(user=who[role]), make_user()
    wrong = []
    for kind, item in by_kind["article"].items():
        preview = PreviewToken.objects.create(
            digest=kind, user=someone, item_kind="article", item_id=item.pk, expires_at="2999-01-01T00:00:00Z"
        )
        things = ({"article": item}, {"article": preview}, item, item, preview)
        for (name, method), expected in API.items():
            if not name.startswith("desk-article") or name == "desk-article-list":
                continue
            allowed = role == "superuser" or expected[ROLES.index(role)] == "-"
            if name in OWN_IN_API and (name, method) != ("desk-article", "DELETE") and role == "reporter":
                allowed = allowed or kind == "own"
            with transaction.atomic():
                where = address(name, things)
                got = caller(method, where, {"no such key": 1}, if_match='"0"').status_code
                transaction.set_rollback(True)
            if (got not in (401, 403)) != allowed:
                wrong.append((name, method, kind, got))
    assert not wrong, wrong
