"""The desk API: the verbs on one item do what the actions do, say no as problems, and previews show drafts."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from articles.actions.publish import publish
from articles.actions.revise import revise
from articles.actions.schedule import schedule
from articles.models import (
    Article,
    Event,
    LiveArticle,
    PreviewToken,
    Revision,
    Schedule,
    Source,
    State,
    Suggestion,
)
from tests.desk import Desk, at
from tests.factories import make_article, make_event, make_person, make_user

pytestmark = pytest.mark.django_db


def state(item) -> str:
    return type(item).objects.get(pk=item.pk).state


def test_publishing_takes_the_version_that_was_looked_at():
    article = make_article()
    desk = Desk()
    assert desk.post(at(article, "publish/"), if_match='"9"').status_code == 412
    answer = desk.post(at(article, "publish/"), if_match='"1"')
    assert answer.status_code == 200, answer.content
    assert (answer.json()["edition"], answer.json()["state"]) == (1, "live")
    assert Client().get(f"/api/v1/articles/{answer.json()['slug']}/").status_code == 200


def test_publishing_again_with_a_note_is_a_correction():
    article = make_article()
    publish(article, by=None)
    answer = Desk().post(at(article, "publish/"), {"note": "Sửa tên."}, if_match="*")
    assert answer.json()["note"] == "Sửa tên."
    shown = Client().get(f"/api/v1/articles/{article.slug}/").json()
    assert [entry["note"] for entry in shown["corrections"]] == ["Sửa tên."]


def test_correcting_wants_a_live_item_and_a_note():
    article = make_article()
    desk = Desk()
    nothing = desk.post(at(article, "correct/"), {"note": "Sửa tên."}, if_match="*")
    assert (nothing.status_code, nothing.json()["reasons"][0][-28:]) == (409, "there is nothing to correct.")
    publish(article, by=None)
    assert desk.post(at(article, "correct/"), {}, if_match="*").status_code == 400
    assert desk.post(at(article, "correct/"), {"note": " "}, if_match="*").status_code == 409
    assert desk.post(at(article, "correct/"), {"note": "Sửa tên."}, if_match='"9"').status_code == 412
    answer = desk.post(at(article, "correct/"), {"note": "Sửa tên."}, if_match="*")
    assert (answer.status_code, answer.json()["edition"], answer.json()["note"]) == (200, 2, "Sửa tên.")
    shown = Client().get(f"/api/v1/articles/{article.slug}/").json()
    assert [entry["note"] for entry in shown["corrections"]] == ["Sửa tên."]
    assert Client().get("/api/v1/changes/").json()["results"][-1]["what"] == "corrected"


def test_what_cannot_be_published_is_refused_with_all_reasons():
    article = make_article(body="")
    answer = Desk().post(at(article, "publish/"), if_match="*")
    assert answer.status_code == 409
    assert "neither text nor photos" in answer.json()["reasons"][0]
    assert state(article) == State.DRAFT


def test_withdrawing_and_reinstating():
    article, other = make_article("Một"), make_article("Hai")
    publish(article, by=None)
    publish(other, by=None)
    desk = Desk()
    answer = desk.post(at(article, "withdraw/"), {"notice": "Sai.", "replacement": str(other.pk)})
    assert answer.json()["state"] == "withdrawn"
    gone = Client().get("/api/v1/articles/mot/")
    assert (gone.status_code, gone.json()["replaced_by"]["id"]) == (410, str(other.pk))
    assert desk.post(at(article, "withdraw/")).status_code == 409
    assert desk.post(at(article, "reinstate/")).json()["state"] == "draft"
    assert desk.post(at(article, "withdraw/"), {"replacement": str(article.pk)[:-1] + "x"}).status_code == 400


def test_times_are_set_shown_and_cancelled():
    article = make_article()
    desk = Desk()
    soon = (timezone.now() + timedelta(hours=1)).isoformat()
    answer = desk("PUT", at(article, "schedules/publish/"), {"at": soon, "note": "Ghi chú"})
    assert answer.status_code == 200, answer.content
    assert [row["what"] for row in desk.get(at(article)).json()["schedules"]] == ["publish"]
    assert desk.get("articles/?scheduled=publish").json()["count"] == 1
    assert desk("DELETE", at(article, "schedules/publish/")).status_code == 204
    assert desk("DELETE", at(article, "schedules/publish/")).status_code == 409
    assert desk("PUT", at(article, "schedules/nonsense/"), {"at": soon}).status_code == 404
    for wrong in ("mai", "2030-01-01T00:00:00", "2030-13-01T00:00:00Z", 5, None):
        assert desk("PUT", at(article, "schedules/publish/"), {"at": wrong}).status_code == 400, wrong
    for unsayable in ("0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00", "9999-12-31T23:59:59Z"):
        assert desk("PUT", at(article, "schedules/publish/"), {"at": unsayable}).status_code == 400, unsayable
    assert desk("PUT", at(article, "schedules/embargo/"), {"at": soon}).status_code == 200
    answer = desk.post(at(article, "publish/"), if_match="*")
    assert answer.status_code == 409
    assert "embargo" in answer.json()["detail"]


def test_why_a_scheduled_publishing_failed_stands_on_the_item():
    article = make_article()
    Schedule.objects.create(
        item_kind="article",
        item_id=article.pk,
        what="publish",
        at=timezone.now(),
        version=1,
        reason="Vì sao.",
    )
    assert Desk().get(at(article)).json()["schedules"][0]["reason"] == "Vì sao."


def test_a_draft_is_handed_in_approved_changed_and_sent_back():
    article = make_article()
    desk = Desk()

    def stage() -> str:
        return desk.get(at(article)).json()["stage"]

    assert desk.post(at(article, "approve/"), if_match="*").status_code == 409
    assert (
        desk.post(at(article, "submit/"), {"note": "Xin duyệt"}, if_match='"1"').json()["stage"]
        == "in_review"
    )
    assert desk.post(at(article, "submit/"), if_match="*").status_code == 409
    assert desk.get("articles/?stage=in_review").json()["results"][0]["submission"]["note"] == "Xin duyệt"
    assert desk.post(at(article, "approve/"), if_match="*").json()["stage"] == "ready"
    assert desk.get("articles/?stage=ready").json()["count"] == 1
    assert desk.patch(at(article), {"dek": "Mới"}, if_match="*").json()["stage"] == "in_review"
    assert desk.get("articles/?stage=ready").json()["count"] == 0
    assert desk.get("articles/?stage=in_review").json()["count"] == 1
    assert desk.post(at(article, "return/"), {"note": " "}, if_match="*").status_code == 409
    assert (
        desk.post(at(article, "return/"), {"note": "Thiếu nguồn"}, if_match='"2"').json()["stage"]
        == "returned"
    )
    assert desk.post(at(article, "submit/"), if_match="*").status_code == 200
    assert desk.post(at(article, "publish/"), if_match="*").json()["stage"] == "draft"
    assert stage() == "draft"
    assert desk.post(at(article, "submit/"), if_match="*").status_code == 409


# Previews.


def preview(secret: str, header: str = "HTTP_AUTHORIZATION"):
    value = f"Preview {secret}" if header == "HTTP_AUTHORIZATION" else secret
    return Client().get("/api/desk/preview/", **{header: value})


def test_a_preview_shows_the_draft_in_the_public_shape_and_unpublished_links_apart():
    live, hidden = make_person("Công khai"), make_person("Chưa đăng")
    event = make_event("Sự kiện chưa đăng", date="2021-07-06")
    publish(live, by=None)
    article = make_article("Nháp", people=[(live, "Bộ trưởng"), (hidden, "Thư ký")], events=[event])
    answer = Desk().post(at(article, "previews/"))
    assert answer.status_code == 201, answer.content
    secret = answer.json()["token"]
    for header in ("HTTP_AUTHORIZATION", "HTTP_X_PREVIEW_TOKEN"):
        shown = preview(secret, header)
        assert shown.status_code == 200, shown.content
        assert shown["Cache-Control"] == "private, no-store"
    document = shown.json()
    assert [person["name"] for person in document["people"]] == ["Công khai"]
    unpublished = document.pop("unpublished")
    assert [(person["name"], person["role"]) for person in unpublished["people"]] == [("Chưa đăng", "Thư ký")]
    assert unpublished["events"][0]["name"] == "Sự kiện chưa đăng"
    publish(article, by=None)
    public = Client().get(f"/api/v1/articles/{article.slug}/").json()
    times = {"first_published_at", "last_published_at"}
    assert document.keys() == public.keys()
    assert {key: document[key] for key in public.keys() - times} == {
        key: public[key] for key in public.keys() - times
    }


@pytest.mark.parametrize("make", [make_person, make_event])
def test_people_and_events_are_previewed_alike(make):
    item = make()
    publish(item, by=None)
    secret = Desk().post(at(item, "previews/")).json()["token"]
    document = preview(secret).json()
    document.pop("unpublished")
    kind = {"person": "people", "event": "events"}[item.kind]
    assert document.keys() == Client().get(f"/api/v1/{kind}/{item.slug}/").json().keys()


def test_a_preview_reaches_one_item_and_nothing_else():
    article = make_article()
    secret = Desk().post(at(article, "previews/")).json()["token"]
    for path in ("articles/", at(article), at(article, "previews/")):
        for scheme in ("Preview", "Bearer"):
            assert (
                Client().get(f"/api/desk/{path}", HTTP_AUTHORIZATION=f"{scheme} {secret}").status_code == 401
            )
    assert Client().post("/api/desk/preview/", HTTP_AUTHORIZATION=f"Preview {secret}").status_code == 405
    assert Client().get(f"/api/desk/preview/?token={secret}").status_code == 400


@pytest.mark.parametrize(
    "how", ["published", "withdrawn", "revoked", "expired", "disabled", "demoted", "deleted"]
)
def test_a_preview_dies(how):
    article = make_article()
    maker = make_user("view_article", "change_article", "delete_article")
    if how == "withdrawn":
        publish(article, by=None)
    made = Desk(user=maker).post(at(article, "previews/")).json()
    assert preview(made["token"]).status_code == 200
    desk = Desk()
    match how:
        case "published":
            publish(article, by=None)
        case "withdrawn":
            desk.post(at(article, "withdraw/"))
        case "revoked":
            assert desk("DELETE", at(article, f"previews/{made['id']}/")).status_code == 204
        case "expired":
            PreviewToken.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
        case "disabled":
            maker.is_active = False
            maker.save()
        case "demoted":
            maker.user_permissions.clear()
        case "deleted":
            assert desk("DELETE", at(article), if_match="*").status_code == 204
    answer = preview(made["token"])
    assert (answer.status_code, answer["Cache-Control"]) == (401, "private, no-store")


def test_the_database_does_not_know_the_secret_of_a_preview():
    article = make_article()
    desk = Desk()
    secret = desk.post(at(article, "previews/"), {"seconds": 60}).json()["token"]
    row = PreviewToken.objects.get()
    assert secret not in str(row.__dict__)
    assert timedelta(seconds=50) < row.expires_at - timezone.now() <= timedelta(seconds=60)
    assert secret not in desk.get(at(article, "previews/")).content.decode()
    for wrong in (0, -1, 10**9, "60", 1.5, True):
        assert desk.post(at(article, "previews/"), {"seconds": wrong}).status_code == 400, wrong


# Revisions.


def test_revisions_are_listed_compared_and_restored():
    article = make_article("Hội đàm ở Hà Nội", dek="Cũ")
    article.title = "Hội đàm ở Đà Nẵng"
    revise(article, by=make_user("change_article", username="an"))
    desk = Desk()
    listed = desk.get(at(article, "revisions/")).json()
    assert [(row["version"], row["by"]) for row in listed["results"]] == [(2, "an"), (1, None)]
    assert desk.get(at(article, "revisions/1/")).json()["fields"]["title"] == "Hội đàm ở Hà Nội"
    fields = {
        field["name"]: field["pieces"]
        for field in desk.get(at(article, "diff/?from=1&to=2")).json()["fields"]
    }
    assert fields["title"] == [
        {"op": "same", "text": "Hội đàm ở "}, {"op": "out", "text": "Hà Nội"}, {"op": "in", "text": "Đà Nẵng"},
    ]  # fmt: skip
    assert desk.post(at(article, "revisions/1/restore/")).status_code == 428
    answer = desk.post(at(article, "revisions/1/restore/"), if_match='"2"')
    assert answer.status_code == 200, answer.content
    assert (answer.json()["title"], answer.json()["version"], answer.json()["lost"]) == (
        "Hội đàm ở Hà Nội",
        3,
        [],
    )
    assert Revision.objects.filter(item_id=article.pk).count() == 3
    assert desk.post(at(article, "revisions/9/restore/"), if_match="*").status_code == 404
    assert desk.get(at(article, "revisions/9/")).status_code == 404
    for query in ("", "?from=1", "?from=1&to=x", "?from=1&to=2&x=1"):
        assert desk.get(at(article, f"diff/{query}")).status_code == 400, query
    assert desk.get(at(article, "diff/?from=1&to=9")).status_code == 404


# Suggestions.


@pytest.fixture
def suggested():
    article = make_article()
    source = Source.objects.create(
        article=article, sha256="0" * 64, name="a.txt", size=1, encoding="utf-8", text="x"
    )
    return [
        Suggestion.objects.create(
            article=article,
            source=source,
            kind="person",
            rank=rank,
            value={"name": name, "role": "Bộ trưởng"},
        )
        for rank, name in enumerate(["Bùi Thanh Sơn", "Chung Eui-yong"])
    ]


def test_suggestions_are_listed_accepted_tied_and_rejected(suggested):
    known = make_person("Sơn")
    first, second = suggested
    desk = Desk()
    assert desk.get("suggestions/?decision=suggested&kind=person").json()["count"] == 2
    answer = desk.post(f"suggestions/{first.pk}/accept/", {"person": str(known.pk)})
    assert answer.status_code == 200, answer.content
    assert (answer.json()["decision"], answer.json()["person"]) == ("accepted", str(known.pk))
    assert [mention.person for mention in Article.objects.get().mentions.all()] == [known]
    assert desk.post(f"suggestions/{first.pk}/reject/").status_code == 409
    assert desk.post(f"suggestions/{second.pk}/reject/").json()["decision"] == "rejected"
    assert desk.get("suggestions/?decision=suggested").json()["count"] == 0
    for query in ("kind=x", "decision=x", "sure=1", "article=x", "value__name=x"):
        assert desk.get(f"suggestions/?{query}").status_code == 400, query


def test_a_suggestion_is_accepted_as_it_is_corrected(suggested):
    first, _second = suggested
    desk = Desk()
    answer = desk.post(
        f"suggestions/{first.pk}/accept/", {"name": "Trần Thị Thanh", "role": "Đại sứ", "country": "Lào"}
    )
    assert answer.status_code == 200, answer.content
    found = answer.json()
    assert found["value"] == {"name": "Bùi Thanh Sơn", "role": "Bộ trưởng"}
    assert found["corrected"] == {
        "name": "Trần Thị Thanh", "role": "Đại sứ", "country": "Lào",
        "positions": [{"title": "Đại sứ", "organisation": "", "country": "Lào"}],
    }  # fmt: skip
    link = Article.objects.get().mentions.get()
    assert (link.person.name, link.role) == ("Trần Thị Thanh", "Đại sứ")
    assert desk.post(f"suggestions/{first.pk}/undo/").json()["corrected"] is None


def test_what_a_correction_cannot_say_is_named_by_field(suggested):
    first, _second = suggested
    event = Suggestion.objects.create(
        article=first.article, source=first.source, kind="event",
        value={"name": "Hội đàm", "kind": "talks", "date": None, "participants": []},
    )  # fmt: skip
    desk = Desk()
    for pk, sent, field, reason in [
        (first.pk, {"name": " "}, "name", "Write the name, or reject the suggestion."),
        (first.pk, {"name": "… \u200b"}, "name", "Write the name, or reject the suggestion."),
        (first.pk, {"name": None}, "name", "must be a string of up to 10,000 characters"),
        (first.pk, {"date": "2024"}, "date", "is not for this kind"),
        (event.pk, {"role": "Đại sứ"}, "role", "is not for this kind"),
        (event.pk, {"date": "hôm qua"}, "date", "“hôm qua” is not a date. Write 2021-07-06"),
        (event.pk, {"nam": "x"}, "nam", "unknown key; there are: country, date, event, name, person, place, role"),
    ]:  # fmt: skip
        answer = desk.post(f"suggestions/{pk}/accept/", sent)
        assert answer.status_code == 400, sent
        (error,) = answer.json()["errors"]
        assert error["field"] == field
        assert error["reason"].startswith(reason)
    assert Suggestion.objects.filter(decision="suggested", corrected__isnull=True).count() == 3
    answer = desk.post(f"suggestions/{event.pk}/accept/", {"date": "2024-03", "place": "Hà Nội"})
    assert answer.status_code == 200, answer.content
    assert (Event.objects.get().date, Event.objects.get().place) == ("2024-03", "Hà Nội")


def test_a_corrected_name_that_several_bear_is_refused_until_it_is_said_who_is_meant(suggested):
    known = [make_person("Trần Thị Thanh"), make_person("Trần Thị Thanh")]
    first, _second = suggested
    desk = Desk()
    sent = {"name": "Trần Thị Thanh"}
    answer = desk.post(f"suggestions/{first.pk}/accept/", sent)
    assert (answer.status_code, answer.json()["reasons"]) == (
        409, ["Several people are called “Trần Thị Thanh”: choose one."],
    )  # fmt: skip
    answer = desk.post(f"suggestions/{first.pk}/accept/", {**sent, "person": str(known[1].pk)})
    assert answer.json()["person"] == str(known[1].pk)
    assert not known[1].other_names.exists()


def test_many_suggestions_are_decided_at_once_all_or_none(suggested):
    ids = [str(row.pk) for row in suggested]
    desk = Desk()
    unknown = "7b3f0ad6-6f9d-4d0e-9d9b-0f8b8d6a1f11"
    assert desk.post("suggestions/accept/", {"ids": [*ids, unknown]}).status_code == 400
    assert Suggestion.objects.filter(decision="suggested").count() == 2
    answer = desk.post("suggestions/accept/", {"ids": ids})
    assert [row["decision"] for row in answer.json()] == ["accepted", "accepted"]
    assert desk.post("suggestions/reject/", {"ids": ids}).status_code == 409


def test_a_decision_can_be_taken_back(suggested):
    first, second = suggested
    desk = Desk()
    desk.post(f"suggestions/{first.pk}/accept/")
    desk.post(f"suggestions/{second.pk}/reject/")
    version = Article.objects.get().version
    for row in suggested:
        answer = desk.post(f"suggestions/{row.pk}/undo/")
        assert answer.status_code == 200, answer.content
        assert (answer.json()["decision"], answer.json()["decided_by"]) == ("suggested", None)
    assert not Article.objects.get().mentions.exists()
    assert Article.objects.get().version == version + 1
    assert desk.post(f"suggestions/{first.pk}/undo/").status_code == 409
    assert desk.post(f"suggestions/{first.pk}/accept/").json()["decision"] == "accepted"
    assert Article.objects.get().mentions.count() == 1


def test_taking_an_event_back_leaves_no_event_that_nothing_reports(suggested):
    person, other = suggested
    event = Suggestion.objects.create(
        article=person.article, source=person.source, kind="event",
        value={"name": "Hội đàm", "kind": "talks", "date": None, "participants": ["Bùi Thanh Sơn"]},
    )  # fmt: skip
    desk = Desk()
    assert desk.post("suggestions/accept/", {"ids": [str(person.pk), str(event.pk)]}).status_code == 200
    made = Event.objects.get()
    assert made.people.count() == 1
    assert desk.post(f"suggestions/{person.pk}/undo/").status_code == 200
    assert made.people.count() == 0
    assert Event.objects.get().version == made.version + 1
    assert desk.post(f"suggestions/{event.pk}/undo/").status_code == 200
    assert not Event.objects.exists()
    assert (
        desk.post("suggestions/accept/", {"ids": [str(person.pk), str(event.pk), str(other.pk)]}).status_code
        == 200
    )
    assert Event.objects.get().people.count() == 1


# Merges.


def test_people_are_merged_looked_at_first_and_undone():
    kept, double = make_person("Một"), make_person("Hai")
    article = make_article(people=[double])
    desk = Desk()
    plan = desk.get(at(kept, f"merge/?absorb={double.pk}")).json()
    assert plan["mention"] == {"moved": [str(article.pk)], "already_there": []}
    assert plan["other_names"] == ["Hai"]
    assert desk.post(at(kept, "merge/"), {"absorb": str(double.pk)}).status_code == 428
    done = desk.post(at(kept, "merge/"), {"absorb": str(double.pk)}, if_match='"1"')
    assert done.status_code == 201, done.content
    assert desk.get("merges/").json()["results"][0]["absorbed"] == str(double.pk)
    assert desk.get(at(kept)).json()["other_names"] == ["Hai"]
    assert desk.post(f"merges/{done.json()['id']}/undo/").status_code == 200
    assert desk.post(f"merges/{done.json()['id']}/undo/").status_code == 409
    assert desk.get(at(kept)).json()["other_names"] == []
    for wrong in ("", "?absorb=x", f"?absorb={article.pk}"):
        assert desk.get(at(kept, f"merge/{wrong}")).status_code == 400, wrong


def test_nothing_of_a_draft_shows_in_public_whatever_is_done_with_it_on_the_desk():
    article = make_article("Bí mật")
    desk = Desk()
    desk.post(at(article, "submit/"), if_match="*")
    desk.post(at(article, "previews/"))
    desk("PUT", at(article, "schedules/publish/"), {"at": (timezone.now() + timedelta(hours=1)).isoformat()})
    assert not LiveArticle.objects.exists()
    assert Client().get("/api/v1/articles/").json()["count"] == 0


def test_a_record_is_split_and_likely_ones_are_told_apart():
    both, other = make_person("Bùi Thanh Sơn", other_names=["Sơn"]), make_person("Bui Thanh Son")
    article = make_article(people=[both])
    desk = Desk()
    (pair,) = desk.get("people/likely/").json()["results"]
    assert {pair["one"]["id"], pair["other"]["id"]} == {str(both.pk), str(other.pk)}
    assert pair["reason"] == "same"
    assert (
        desk.post("people/likely/", {"one": pair["one"]["id"], "other": str(article.pk)}).status_code == 400
    )
    assert (
        desk.post("people/likely/", {"one": pair["one"]["id"], "other": pair["other"]["id"]}).status_code
        == 204
    )
    assert desk.get("people/likely/").json()["count"] == 0

    body = {"name": "Sơn khác", "owners": [str(article.pk)], "names": ["Sơn"]}
    assert desk.post(at(both, "split/"), body).status_code == 428
    made = desk.post(at(both, "split/"), body, if_match="*")
    assert made.status_code == 201, made.content
    assert made.json()["other_names"] == ["Sơn"]
    assert desk.get(at(article)).json()["people"][0]["id"] == made.json()["id"]
    assert desk.post(at(both, "split/"), {"name": "", "owners": []}, if_match="*").status_code == 400


def test_what_publishing_would_change_is_told_by_field():
    article = make_article(body='<p>Xem <a href="https://a.example/">ở đây</a>.</p>')
    desk = Desk()
    assert desk.get(at(article, "changes/")).json() == {"edition": None, "version": 1, "fields": []}
    publish(article, by=None)
    desk.patch(at(article), {"body": '<p>Xem <a href="https://b.example/">ở đây</a>.</p>'}, if_match="*")
    found = desk.get(at(article, "changes/")).json()
    assert (found["edition"], found["version"]) == (1, 2)
    (field,) = found["fields"]
    assert field["name"] == "body"
    assert [piece["text"] for piece in field["pieces"] if piece["op"] != "same"] == ["a", "b"]


def test_the_timetable_shows_the_next_thing_first_of_what_one_may_see():
    article, person = make_article(), make_person()
    for item, hours in ((article, 2), (person, 1)):
        schedule(item, what="publish", at=timezone.now() + timedelta(hours=hours), by=None)
    schedule(article, what="embargo", at=timezone.now() + timedelta(hours=1), by=None)
    Schedule.objects.filter(item_id=person.pk).update(failed_at=timezone.now(), reason="Vì sao.")
    desk = Desk()
    assert [row["kind"] for row in desk.get("schedules/?what=publish").json()["results"]] == [
        "person",
        "article",
    ]
    assert [row["reason"] for row in desk.get("schedules/?failed=true").json()["results"]] == ["Vì sao."]
    assert {row["kind"] for row in Desk("view_article").get("schedules/").json()["results"]} == {"article"}
    assert desk.get("schedules/?what=x&failed=1").status_code == 400
    assert Desk("view_section").get("schedules/").status_code == 403
