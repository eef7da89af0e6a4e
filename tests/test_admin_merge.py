"""Merging and splitting in the admin: what moves is shown before it moves, and every step has a way back."""

from threading import Event as Signal
from time import sleep

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.actions import decide
from articles.actions import merge as merging
from articles.actions.merge import merge
from articles.actions.revise import revise
from articles.models import Coverage, Distinct, LivePerson, Mention, Merge, Person
from tests.admin_desk import (
    article,
    editor,
    event,
    list_url,
    messages_of,
    person,
    published,
    rows_of,
    save,
    signed_in,
    suggest,
    url,
)
from tests.at_once import all_at_once
from tests.desk import Desk, at

pytestmark = pytest.mark.django_db


def merge_url(*items):
    return f"/admin/articles/{items[0].kind}/merge/?ids={','.join(str(item.pk) for item in items)}"


def shown(*items):
    """What the page that was looked at says of itself: the one that stays first, each with its version."""
    return {"shown": ",".join(f"{item.pk}:{type(item).objects.get(pk=item.pk).version}" for item in items)}


def two_people():
    one, other = published(person("Bùi Thanh Sơn")), person("Bui Thanh Son")
    Mention.objects.create(article=article("Bài một"), person=other, role="Bộ trưởng")
    return one, other


def test_two_are_chosen_in_the_list_seen_and_merged(editor_client):
    one, other = two_people()
    chosen = {"action": "merge_selected", "_selected_action": [str(other.pk), str(one.pk)]}
    page = editor_client.post(list_url("person"), chosen, follow=True)
    assert page.context["survivor"] == one  # The public one stays, unless the editor says otherwise.
    for text in ("Bài một", "Kept as other names", "Bui Thanh Son"):
        assert text in page.text
    assert page.context["shown"] == shown(one, other)["shown"]
    assert Mention.objects.get().person == other
    response = editor_client.post(
        merge_url(one, other), {"survivor": str(one.pk), **shown(one, other), "_merge": "1"}, follow=True
    )
    assert messages_of(response) == ["“Bui Thanh Son” is a part of “Bùi Thanh Sơn” now."]
    assert Mention.objects.get().person == one
    assert LivePerson.objects.get().name == "Bùi Thanh Sơn"


def test_choosing_another_survivor_shows_its_plan_before_anything_moves(editor_client):
    one, other = person("Một"), person("Hai")
    Mention.objects.create(article=article("Bài một"), person=one)
    response = editor_client.post(
        merge_url(one, other), {"survivor": str(other.pk), **shown(one, other), "_merge": "1"}
    )
    assert response.context["survivor"] == other
    assert "Bài một" in response.text
    assert "Nothing is merged yet." in messages_of(response)[0]
    assert not Merge.objects.exists()


def test_of_two_that_look_the_same_the_one_that_is_used_most_stays_unless_told_otherwise(editor_client):
    one, other = published(person("Bùi Thanh Sơn")), published(person("Bùi Thanh Sơn"))
    for number in range(2):
        Mention.objects.create(article=article(f"Bài {number}"), person=other)
    page = editor_client.get(merge_url(one, other))
    assert page.context["survivor"] == other
    assert "used 2 times" in page.text
    assert f'href="{url(one)}"' in page.text


def test_merges_are_filtered_by_kind_in_words(editor_client):
    one, other = two_people()
    editor_client.post(merge_url(one, other), {"survivor": str(one.pk), **shown(one, other), "_merge": "1"})
    page = editor_client.get("/admin/articles/merge/")
    assert "?item_kind=person" in page.text
    assert ">People<" in page.text
    assert "Bui Thanh Son" in editor_client.get("/admin/articles/merge/?item_kind=person").text
    assert "Bui Thanh Son" not in editor_client.get("/admin/articles/merge/?item_kind=event").text


def test_several_are_merged_at_once_or_not_at_all(editor_client):
    one, two, three = person("Một"), person("Hai"), published(person("Ba"))
    data = {"survivor": str(one.pk), **shown(one, two, three), "_merge": "1"}
    response = editor_client.post(merge_url(one, two, three), data)
    assert "is public and" in messages_of(response)[0]
    assert not Merge.objects.exists()
    data = {"survivor": str(three.pk), **shown(three, one, two), "_merge": "1"}
    editor_client.post(merge_url(one, two, three), data)
    assert Merge.objects.count() == 2


def test_one_alone_cannot_be_merged(editor_client):
    one = person("Một")
    data = {"action": "merge_selected", "_selected_action": [str(one.pk)]}
    assert "Choose from two" in messages_of(editor_client.post(list_url("person"), data, follow=True))[0]
    page = editor_client.get(merge_url(one))
    assert "Merge with" in page.text
    other = person("Hai")
    assert len(editor_client.get(f"{merge_url(one)}&other={other.pk}").context["items"]) == 2
    assert editor_client.get("/admin/articles/person/merge/?ids=nonsense,,").status_code == 200


@pytest.mark.parametrize(("other", "said"), [("", "This field is required."), ("abc", ""), ("%00", "")])
def test_an_address_that_names_no_other_record_asks_for_one(editor_client, other, said):
    page = editor_client.get(f"{merge_url(person())}&other={other}")
    assert page.status_code == 200
    assert 'name="other"' in page.text
    assert said in page.text


def test_a_merge_is_seen_and_undone(editor_client):
    one, other = two_people()
    editor_client.post(merge_url(one, other), {"survivor": str(one.pk), **shown(one, other), "_merge": "1"})
    undo = f"/admin/articles/merge/{Merge.objects.get().pk}/undo/"
    for address in (url(one), url(one, "split"), "/admin/articles/merge/"):
        assert undo in editor_client.get(address).text, address
    assert "Bui Thanh Son" in editor_client.get(undo).text
    response = editor_client.post(undo, follow=True)
    assert messages_of(response) == ["“Bui Thanh Son” is a record of its own again."]
    assert Mention.objects.get().person == other
    assert "undone already" in messages_of(editor_client.post(undo, follow=True))[0]


@pytest.mark.parametrize("saved", [0, 1])
def test_a_record_that_was_saved_meanwhile_is_merged_only_after_another_look(editor_client, saved):
    records = one, other = two_people()
    looked_at = {"survivor": str(one.pk), **shown(one, other), "_merge": "1"}
    revise(records[saved], by=None)
    page = editor_client.post(merge_url(one, other), looked_at)
    assert "was saved by someone else" in messages_of(page)[0]
    assert not Merge.objects.exists()
    editor_client.post(merge_url(one, other), {**looked_at, "shown": page.context["shown"]})
    assert Merge.objects.count() == 1


def test_a_page_that_does_not_say_what_it_showed_merges_nothing(editor_client):
    one, other = two_people()
    for text in ("", str(one.pk), f"{one.pk}:1", f"{one.pk}:x,{other.pk}:1", "x:1,y:2"):
        editor_client.post(merge_url(one, other), {"survivor": str(one.pk), "shown": text, "_merge": "1"})
    assert not Merge.objects.exists()


def test_a_record_that_was_saved_meanwhile_is_split_only_after_another_look(editor_client):
    one, item = person("Nguyễn Văn Hùng"), article("Bài một")
    Mention.objects.create(article=item, person=one)
    looked_at = {"name": "Hùng khác", "article": [str(item.pk)], "version": 1}
    revise(one, by=None)
    page = editor_client.post(url(one, "split"), looked_at)
    assert "was saved by someone else" in page.text
    assert not Person.objects.filter(name="Hùng khác").exists()
    version = page.context["form"]["version"].value()
    editor_client.post(url(one, "split"), {**looked_at, "version": version})
    assert Person.objects.filter(name="Hùng khác").exists()


def test_a_wrong_record_is_split(editor_client):
    one = published(person("Nguyễn Văn Hùng"))
    first, second = article("Bài một", date="2024-06-10"), article("Bài hai")
    for item, role in ((first, "Giám đốc"), (second, "Cầu thủ")):
        Mention.objects.create(article=item, person=one, role=role)
    page = editor_client.get(url(one, "split")).text
    assert "Bài một · 10 June 2024 · Giám đốc" in page
    assert "Bài hai · Cầu thủ" in page
    assert "Choose what belongs" in editor_client.post(url(one, "split"), {"name": "Khác", "version": 1}).text
    editor_client.post(url(one, "split"), {"name": "Hùng khác", "version": 1, "article": [str(second.pk)]})
    new = Person.objects.get(name="Hùng khác")
    assert Mention.objects.get(article=second).person == new
    assert Mention.objects.get(article=first).person == one


def test_likely_the_same_are_merged_or_told_apart(editor_client):
    one, other = two_people()
    park, jin = person("Park Jin"), person("Jin Park")
    page = editor_client.get("/admin/articles/person/likely/")
    assert [pair[2] for pair in page.context["pairs"]] == ["the same name", "the same words in another order"]
    assert merge_url(*sorted((one, other), key=lambda p: p.name)).partition("?")[0] in page.text
    editor_client.post("/admin/articles/person/likely/", {"apart": f"{park.pk},{jin.pk}"})
    assert Distinct.objects.count() == 1
    assert len(editor_client.get("/admin/articles/person/likely/").context["pairs"]) == 1
    assert editor_client.post("/admin/articles/person/likely/", {"apart": "nonsense"}).status_code == 302


def test_likely_costs_the_same_for_one_pair_and_for_many(editor_client):
    two_people()
    address = "/admin/articles/person/likely/"
    editor_client.get(address)
    with CaptureQueriesContext(connection) as few:
        editor_client.get(address)
    for number in range(20):
        Mention.objects.create(article=article(f"B{number}"), person=person(f"Người {number}"))
        person(f"Nguoi {number}")
    with CaptureQueriesContext(connection) as many:
        assert len(editor_client.get(address).context["pairs"]) > 10
    assert len(many) == len(few)


def test_events_merge_too(editor_client):
    one, other = event("Hội đàm"), event("Hoi dam")
    Coverage.objects.create(article=article(), event=other)
    editor_client.post(merge_url(one, other), {"survivor": str(one.pk), **shown(one, other), "_merge": "1"})
    assert Coverage.objects.get().event == one
    assert editor_client.get("/admin/articles/event/likely/").status_code == 200


def test_without_the_permission_nothing_of_it_is_there():
    one, other = two_people()
    client = signed_in(editor("view_person", "change_person", name="thu"))
    page = client.get(url(one)).text
    assert "Merge…" not in page
    for address in (merge_url(one, other), url(one, "split"), "/admin/articles/person/likely/"):
        assert client.get(address).status_code == 403, address
        assert client.post(address, {"_merge": "1"}).status_code == 403, address


def merged():
    """The record that stayed, and the one that was merged into it."""
    one, other = person("Một"), person("Hai")
    merge(one, other, by=None)
    return one, other


def test_a_form_from_before_a_merge_ties_the_record_that_stayed(editor_client):
    """It tied the record that nobody sees any more."""
    (one, other), item, what = merged(), article(), event()
    save(editor_client, item, **rows_of("mentions", {"person": other.pk, "role": "Bộ trưởng", "rank": 0}))
    mention = Mention.objects.get()
    assert (mention.person, mention.role) == (one, "Bộ trưởng")
    save(editor_client, what, **rows_of("participations", {"person": other.pk, "rank": 0}))
    assert what.participations.get().person == one
    both = ({"person": one.pk, "rank": 0}, {"person": other.pk, "rank": 1})
    later = article("Bài sau")
    save(editor_client, later, **rows_of("mentions", *both))
    assert later.mentions.get().person == one
    desk = Desk()
    answer = desk.patch(at(item), {"people": [{"id": str(other.pk)}]}, if_match="*")
    assert [row["id"] for row in answer.json()["people"]] == [str(one.pk)]


def test_a_suggestion_that_is_accepted_as_a_merged_record_is_the_one_that_stayed():
    (one, other), item = merged(), article()
    found = suggest(item, name="Hai")
    answer = Desk().post(f"suggestions/{found.pk}/accept/", {"person": str(other.pk)})
    assert answer.status_code == 200, answer.content
    assert item.mentions.get().person == one


def test_a_merged_record_says_so_and_leads_to_the_one_that_stayed(editor_client):
    one, other = merged()
    leads = f'<a href="{url(one)}">“Một”</a>'
    assert f"It is a part of {leads} now." in editor_client.get(url(other)).text
    response = save(editor_client, other, summary="Viết vào bản đã gộp")
    assert f"Go on with {leads}." in messages_of(response)[0]


@pytest.mark.django_db(transaction=True)
def test_a_merge_beside_an_acceptance_that_ties_and_enriches_waits_and_neither_fails(monkeypatch):
    """Each held what the other needed next."""
    (one, other), item, later = (person("Một"), person("Hai")), article(), article("Bài sau")
    Mention.objects.create(article=item, person=other)
    value = {"name": "Hai", "role": "", "positions": [{"title": "Đại sứ", "country": "Lào"}]}
    office = [suggest(into, kind="person", value=value, person=other) for into in (item, later)]
    written = Signal()

    def slowly(questions):
        written.set()
        sleep(0.5)

    monkeypatch.setattr(decide, "ask", slowly)

    def put_together():
        written.wait()
        merge(one, other, by=None)

    all_at_once(lambda: decide.accept_many(office, by=None), put_together)
    assert [mention.person for mention in Mention.objects.all()] == [one, one]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("tied", [True, False], ids=["tied", "by name"])
def test_what_is_accepted_beside_a_merge_is_learned_of_the_one_that_stayed(monkeypatch, tied):
    """An office and a name were written to the record that nobody sees any more."""
    (one, other), item = (person("Một"), person("Hai")), article()
    value = {
        "name": "Hai", "role": "", "positions": [{"title": "Đại sứ", "country": "Lào"}], "other_names": ["Hải Nam"],
    }  # fmt: skip
    found = suggest(item, value=value, person=other if tied else None)
    going, settle = Signal(), merging.settle

    def slowly(*args, **options):
        going.set()
        sleep(0.5)
        settle(*args, **options)

    monkeypatch.setattr(merging, "settle", slowly)

    def accept():
        going.wait()
        decide.accept(found, by=None)

    all_at_once(lambda: merge(one, other, by=None), accept)
    found.refresh_from_db()
    assert found.person == item.mentions.get().person == one
    assert [str(office) for office in one.positions.all()] == ["Đại sứ, Lào"]
    assert {name.name for name in one.other_names.all()} == {"Hai", "Hải Nam"}
    assert not other.positions.exists()
    assert not other.other_names.exists()
