"""The desk API's OpenAPI document: every address and method, described, and true of what the verbs answer."""

import pytest
from openapi_spec_validator import validate

from articles.actions.publish import publish
from articles.api.desk.urls import urlpatterns
from articles.models import Source, Suggestion
from tests.contract import Contract
from tests.desk import EVERYTHING, Desk, at
from tests.factories import make_article, make_event, make_person

pytestmark = pytest.mark.django_db

METHODS = ("get", "post", "put", "patch", "delete")


@pytest.fixture
def desk():
    return Desk(*EVERYTHING, *(f"{verb}_{kind}" for verb in ("view", "add", "change", "delete") for kind in
                               ("token", "webhook", "auditentry")))  # fmt: skip


@pytest.fixture
def contract(desk):
    return Contract(desk.get("openapi.json").json())


def test_it_is_openapi_3_1_and_says_what_every_verb_takes_and_answers(contract, desk):
    validate(desk.get("openapi.json").json())
    there = set()
    for pattern in urlpatterns:
        if pattern.name != "desk-fallback":
            view = pattern.callback.view_class
            there |= {
                (f"{pattern.name.replace('-', '_')}_{method}", method)
                for method in METHODS
                if hasattr(view, method)
            }
    assert set(contract.operations) == there
    for (name, method), operation in contract.operations.items():
        assert operation["summary"], name
        for parameter in operation["parameters"]:
            assert parameter["description"], (name, parameter["name"])
            contract.check_value(parameter["example"], parameter["schema"], f"{name} {parameter['name']}")
        for status, answer in operation["responses"].items():
            found = contract.resolve(answer)
            assert found["description"], (name, status)
            for entry in found.get("content", {}).values():
                assert entry["schema"], (
                    f"{method} {name} says nothing of what it answers: name it in desk/shapes.py"
                )


def test_nobody_reads_it_without_being_somebody():
    assert Desk(user=None).get("openapi.json").status_code == 401


def test_answers_are_what_it_says(desk, contract):
    def check(method, path, operation, body=None, **headers):
        answer = desk(method.upper(), path, body, **headers)
        contract.check(
            answer, operation=f"desk_{operation}_{method}".replace("desk__", "desk_"), method=method
        )
        return answer

    son, other = make_person("Bùi Thanh Sơn", positions=[("Bộ trưởng", "Việt Nam")]), make_person("Bùi Sơn")
    talks = make_event("Hội đàm", people=[son], date="2024-05-02")
    article = make_article("Một", people=[(son, "Bộ trưởng")], events=[talks], byline=["Việt Trung"])
    source = Source.objects.create(
        article=article, sha256="0" * 64, name="a.txt", size=1, encoding="utf-8", text="x"
    )
    suggestion = Suggestion.objects.create(article=article, source=source, kind="person", value={"name": "A"})
    publish(talks, by=None)

    check("get", "", "")
    for item in (son, talks, article):
        check("get", f"{at(item).split('/')[0]}/", f"{item.kind}_list")
        check("get", at(item), item.kind)
        for tail in ("schedules", "previews", "revisions", "audit", "changes"):
            check("get", at(item, f"{tail}/"), f"{item.kind}_{tail}")
    made = check("post", "articles/", "article_list", {"title": "Hai", "people": [{"id": str(son.pk)}]})
    check("post", "articles/", "article_list", {"titel": "Hai"})
    check("patch", at(article), "article", {"dek": "Sa-pô"}, if_match="*")
    check("patch", at(article), "article", {"dek": "Khác", "version": 1})
    check("patch", at(article), "article", {"dek": "Khác"}, if_match='"1"')
    check("patch", at(article), "article", {"dek": "Khác"})
    check("get", at(article, "diff/?from=1&to=2"), "article_diff")
    check("get", at(article, "revisions/1/"), "article_revision")
    check("post", at(article, "revisions/1/restore/"), "article_restore", {}, if_match="*")
    check("post", at(article, "submit/"), "article_submit", {"note": "Xem giúp"}, if_match="*")
    check("post", at(article, "approve/"), "article_approve", {}, if_match="*")
    check("get", at(article), "article")
    check("put", at(article, "schedules/publish/"), "article_schedule", {"at": "2999-01-01T00:00:00Z"})
    check("get", at(article, "schedules/"), "article_schedules")
    check("delete", at(article, "schedules/publish/"), "article_schedule")
    check("post", at(article, "previews/"), "article_previews", {"seconds": 60})
    check("post", at(article, "publish/"), "article_publish", {"note": ""}, if_match="*")
    check("post", at(article, "withdraw/"), "article_withdraw", {"notice": "Rút."})
    check("post", at(article, "reinstate/"), "article_reinstate", {})
    check("post", at(article, "reinstate/"), "article_reinstate", {})
    page = "a07780a3-2b19-5a08-8963-0d0ce874cfb6"
    check("put", at(article, f"presence/{page}/"), "article_presence_one", {})
    check("get", at(article, "presence/"), "article_presence")
    check("delete", at(article, f"presence/{page}/"), "article_presence_one")
    check("get", "suggestions/", "suggestions")
    check("get", "suggestions/names/", "suggestions_names")
    check("get", f"suggestions/{suggestion.pk}/", "suggestion")
    check("post", f"suggestions/{suggestion.pk}/reject/", "suggestion_reject", {})
    check("post", f"suggestions/{suggestion.pk}/undo/", "suggestion_undo", {})
    check("post", "suggestions/accept/", "suggestions_accept", {"ids": [str(suggestion.pk)]})
    check("get", "people/likely/", "person_likely")
    check("get", at(son, f"merge/?absorb={other.pk}"), "person_merge")
    merged = check("post", at(son, "merge/"), "person_merge", {"absorb": str(other.pk)}, if_match="*").json()
    check("get", "merges/", "merges")
    check("post", f"merges/{merged['id']}/undo/", "merge_undo", {})
    check("get", "audit/", "audit")
    check("get", "schedules/", "schedules")
    check("post", "tokens/", "tokens", {"name": "Máy quét", "scopes": ["read"]})
    check("get", "tokens/", "tokens")
    check("get", "webhooks/", "webhooks")
    check("delete", f"articles/{made.json()['id']}/", "article", {}, if_match="*")
    check("get", f"articles/{made.json()['id']}/", "article")
    check("get", "articles/?state=x", "article_list")
