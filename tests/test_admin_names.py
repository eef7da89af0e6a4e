"""A name is decided on once for the whole collection."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.actions import names
from articles.models import Coverage, Mention, Person, Position, Suggestion
from tests.admin_desk import article, editor, messages_of, person, signed_in, suggest
from tests.desk import Desk

pytestmark = pytest.mark.django_db

NAMES = "/admin/articles/suggestion/"
ONE = "/admin/articles/suggestion/name/?kind=person&name=B%C3%B9i+Thanh+S%C6%A1n"


def three():
    return [suggest(article(f"Bài {number}"), name="Bùi Thanh Sơn") for number in range(3)]


def test_names_are_listed_with_how_often_they_wait(editor_client):
    three()
    suggest(article(), name="Park Jin")
    suggest(article(), name="Bùi Thanh Sơn", decision="rejected")
    suggest(article(), kind="event", name="Hội đàm")
    rows = editor_client.get(NAMES).context["names"]
    assert [(row["name"], row["count"]) for row in rows] == [
        ("Bùi Thanh Sơn", 3),
        ("Hội đàm", 1),
        ("Park Jin", 1),
    ]
    for asked, found in (
        ({"q": "park"}, ["Park Jin"]),
        ({"q": "bui thanh son"}, ["Bùi Thanh Sơn"]),
        ({"kind": "event"}, ["Hội đàm"]),
        ({"kind": "person", "q": "park"}, ["Park Jin"]),
        ({"kind": "nonsense"}, ["Bùi Thanh Sơn", "Hội đàm", "Park Jin"]),
    ):
        page = editor_client.get(NAMES, asked)
        assert [row["name"] for row in page.context["names"]] == found


def test_all_are_accepted_at_once_as_one_person(editor_client):
    found = three()
    page = editor_client.get(ONE)
    assert "Bài 1" in page.text
    assert "accepting makes a new record" in page.text
    response = editor_client.post(
        ONE, {"_accept": "1", "chosen": [str(one.pk) for one in found]}, follow=True
    )
    assert messages_of(response) == ["“Bùi Thanh Sơn”: 3 accepted."]
    assert Person.objects.count() == 1
    assert Mention.objects.count() == 3


def test_a_name_of_nobody_on_record_is_one_person_with_all_the_offices(editor_client):
    """The page says so; the second office stood in the way."""
    for country in ("Pháp", "Lào"):
        office = {"title": "Đại sứ", "country": country}
        suggest(article(), value={"name": "Bùi Thanh Sơn", "role": "Đại sứ", "positions": [office]})
    assert "accepting makes a new record" in editor_client.get(ONE).text
    response = editor_client.post(ONE, {"_accept": "1", "all": "1"}, follow=True)
    assert messages_of(response) == ["“Bùi Thanh Sơn”: 2 accepted."]
    assert sorted(Person.objects.get().positions.values_list("country", flat=True)) == ["Lào", "Pháp"]


def test_a_name_misread_everywhere_is_put_right_at_once(editor_client):
    three()
    response = editor_client.post(
        ONE,
        {"_accept": "1", "all": "1", "name": "Bùi Thanh  Sang", "shown_for": "Bùi Thanh Sơn"},
        follow=True,
    )
    assert messages_of(response) == ["“Bùi Thanh Sang (read as: Bùi Thanh Sơn)”: 3 accepted."]
    who = Person.objects.get()
    assert (who.name, list(who.other_names.all())) == ("Bùi Thanh Sang", [])
    assert Mention.objects.filter(person=who).count() == 3


def test_whom_the_name_put_right_means_is_asked_before_anybody_is_tied(editor_client):
    """And the one on record under the name as it was read, who was chosen beforehand, is not."""
    three(), person("Bùi Thanh Sơn")
    meant = person("Bùi Thanh Sang")
    sent = {"_accept": "1", "all": "1", "name": "Bùi Thanh Sang", "shown_for": "Bùi Thanh Sơn"}
    record = str(Person.objects.get(name="Bùi Thanh Sơn").pk)
    asked = editor_client.post(ONE, sent | {"record": record}, follow=True)
    assert "is on record" in messages_of(asked)[0]
    assert Mention.objects.count() == 0
    assert [one.pk for one in asked.context["known"]] == [meant.pk]
    assert 'id="newsroom-name" value="Bùi Thanh Sang"' in asked.text
    editor_client.post(ONE, sent | {"shown_for": "Bùi Thanh Sang", "record": str(meant.pk)})
    assert set(Mention.objects.values_list("person", flat=True)) == {meant.pk}
    assert not meant.other_names.exists()


def test_what_was_left_out_is_left_out_still_once_it_is_said_who_is_meant(editor_client):
    """All places were chosen again on the page that asked, and accepted with those that the editor meant."""
    first, *rest = three()
    person("Bùi Thanh Sang")
    sent = {"_accept": "1", "name": "Bùi Thanh Sang", "shown_for": "Bùi Thanh Sơn"}
    asked = editor_client.post(ONE, sent | {"chosen": [str(one.pk) for one in rest]})
    assert "is on record" in messages_of(asked)[0]
    assert f'value="{first.pk}">' in asked.text
    for one in rest:
        assert f'value="{one.pk}" checked>' in asked.text


def test_names_are_rejected_on_a_page_that_shows_another(editor_client):
    three(), person("Bùi Thanh Sơn")
    sent = {"_reject": "1", "all": "1", "name": "Bùi Thanh Sang", "shown_for": "Bùi Thanh Sang"}
    assert messages_of(editor_client.post(ONE, sent, follow=True)) == ["“Bùi Thanh Sơn”: 3 rejected."]


@pytest.mark.parametrize("written", [" – ", " "])
@pytest.mark.parametrize("kind", ["person", "event"])
def test_a_name_that_is_none_is_refused(editor_client, kind, written):
    """Cleared, it was accepted as it had been read."""
    suggest(article(), kind=kind, name="Bùi Thanh Sơn")
    response = editor_client.post(
        ONE.replace("person", kind),
        {"_accept": "1", "all": "1", "name": written, "shown_for": "Bùi Thanh Sơn"},
        follow=True,
    )
    assert messages_of(response) == ["Write the name, or reject the suggestion."]
    assert Suggestion.objects.get().decision == "suggested"


def test_an_event_is_named_rightly_in_all_articles(editor_client):
    for number in range(2):
        suggest(article(f"Bài {number}"), kind="event", name="Hội đàm")
    address = "/admin/articles/suggestion/name/?kind=event&name=H%E1%BB%99i+%C4%91%C3%A0m"
    sent = {"_accept": "1", "all": "1", "name": "Hội đàm cấp cao", "shown_for": "Hội đàm"}
    editor_client.post(address, sent)
    assert set(Coverage.objects.values_list("event__name", flat=True)) == {"Hội đàm cấp cao"}


def test_some_are_left_out(editor_client):
    first, *rest = three()
    editor_client.post(ONE, {"_reject": "1", "chosen": [str(one.pk) for one in rest]})
    assert Suggestion.objects.get(decision="suggested") == first


def test_several_are_one_person_who_is_not_the_one_on_record(editor_client):
    found, known = three(), person("Bùi Thanh Sơn")
    assert '<option value="apart">' in editor_client.get(ONE).text
    editor_client.post(ONE, {"_accept": "1", "chosen": [str(one.pk) for one in found], "record": "apart"})
    (new,) = Person.objects.exclude(pk=known.pk)
    assert set(Mention.objects.values_list("person", flat=True)) == {new.pk}
    assert Mention.objects.count() == 3


def test_however_many_there_are_they_are_one_other_person(editor_client, monkeypatch):
    """What was left for a second go would have been yet another of the name."""
    monkeypatch.setattr(names, "MOST", 2)
    three(), person("Bùi Thanh Sơn")
    response = editor_client.post(ONE, {"_accept": "1", "all": "1", "record": "apart"}, follow=True)
    assert messages_of(response) == ["“Bùi Thanh Sơn”: 3 accepted."]
    assert Person.objects.count() == 2


def test_nobody_is_chosen_beforehand_where_the_one_on_record_holds_another_office(editor_client):
    who = person("Bùi Thanh Sơn")
    Position.objects.create(person=who, title="Đại sứ", country="Lào")
    office = {"title": "Đại sứ", "country": "Pháp"}
    suggest(article(), value={"name": "Bùi Thanh Sơn", "role": "Đại sứ", "positions": [office]})
    assert '<option value="">choose</option>' in editor_client.get(ONE).text
    response = editor_client.post(ONE, {"_accept": "1", "all": "1", "record": ""}, follow=True)
    assert "choose who it is" in messages_of(response)[0]


def test_whoever_of_several_is_chosen(editor_client):
    three()
    person("Bùi Thanh Sơn")
    who = person("Bùi Thanh Sơn")
    response = editor_client.post(ONE, {"_accept": "1", "all": "1"}, follow=True)
    assert Mention.objects.count() == 0
    assert len(messages_of(response)) == 1
    editor_client.post(ONE, {"_accept": "1", "all": "1", "record": str(who.pk)})
    assert {mention.person for mention in Mention.objects.all()} == {who}


def test_events_go_by_their_name_too(editor_client):
    suggest(article("Một"), kind="event", name="Hội đàm")
    address = "/admin/articles/suggestion/name/?kind=event&name=H%E1%BB%99i+%C4%91%C3%A0m"
    editor_client.post(address, {"_accept": "1", "all": "1"})
    assert Coverage.objects.count() == 1


def test_who_may_not_change_articles_only_looks():
    three()
    client = signed_in(editor("view_article", name="thu"))
    assert 'name="_accept"' not in client.get(ONE).text
    assert client.post(ONE, {"_accept": "1", "all": "1"}).status_code == 403
    nobody = signed_in(editor("view_section", name="an"))
    assert nobody.get(NAMES).status_code == nobody.get(ONE).status_code == 403


def test_odd_addresses_break_nothing(editor_client):
    for address in (
        f"{NAMES}name/",
        f"{NAMES}name/?kind=title&name=x",
        f"{NAMES}name/?kind=person&name=",
        f"{NAMES}?page=x&q=%00",
    ):
        assert editor_client.get(address, follow=True).status_code == 200, address


def test_the_page_of_a_name_costs_the_same_with_one_place_and_with_many(editor_client):
    three()
    editor_client.get(ONE)
    with CaptureQueriesContext(connection) as few:
        editor_client.get(ONE)
    for number in range(30):
        suggest(article(f"Thêm {number}"), name="Bùi Thanh Sơn")
    with CaptureQueriesContext(connection) as many:
        editor_client.get(ONE)
    assert len(many) == len(few)


def test_what_waits_is_gone_through_once_a_page(editor_client):
    """With 300,000 suggestions each time takes seconds on SQLite: no index has their names."""
    three()
    for address in (NAMES, ONE):
        editor_client.get(address)
        with CaptureQueriesContext(connection) as asked:
            editor_client.get(address)
        assert sum('FROM "articles_suggestion"' in query["sql"] for query in asked) == 1, address


def test_the_desk_api_does_the_same():
    found = three()
    desk = Desk("view_article", "change_article")
    assert desk.get("suggestions/names/").json()["results"] == [
        {"kind": "person", "name": "Bùi Thanh Sơn", "count": 3}
    ]
    body = {"kind": "person", "name": "Bùi Thanh Sơn"}
    ids = [str(found[0].pk)]
    assert desk.post("suggestions/names/reject/", body | {"ids": ids}).json() == {"decided": 1}
    missing = body | {"record": "7b3f0ad6-6f9d-4d0e-9d9b-0f8b8d6a1f11"}
    assert desk.post("suggestions/names/accept/", missing).status_code == 400
    assert desk.post("suggestions/names/accept/", body | {"kind": "title"}).status_code == 400
    wrong = desk.post("suggestions/names/accept/", body | {"corrected": "–"})
    assert [one["field"] for one in wrong.json()["errors"]] == ["corrected"]
    assert desk.post("suggestions/names/accept/", body | {"corrected": "Bùi Thanh Sang"}).json() == {
        "decided": 2
    }
    assert Person.objects.get().name == "Bùi Thanh Sang"
    assert desk.post("suggestions/names/accept/", body).json() == {"decided": 0}
