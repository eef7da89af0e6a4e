"""Suggestions corrected on the page: their fields open where the editor decides, with or without a script."""

import re
from html import unescape

import pytest

from articles.models import Event, Mention, OtherName, Person, Suggestion
from tests.admin_desk import article, editor, form_data, messages_of, person, save, signed_in, suggest, url

pytestmark = pytest.mark.django_db


def fields(suggestion, **written):
    return {f"_correct-{suggestion.pk}-{name}": text for name, text in written.items()}


def opened(client, suggestion, page="review"):
    """The page with the fields open, as the button leads to it."""
    response = save(client, suggestion.article, "_correct", str(suggestion.pk), page=page)
    assert response.redirect_chain[-1][0].endswith(f"?_correct={suggestion.pk}")
    return response.text


def send(client, suggestion, page="review", button="_corrected", **written):
    return save(
        client, suggestion.article, button, str(suggestion.pk), page=page,
        _correcting=str(suggestion.pk), **fields(suggestion, **written),
    )  # fmt: skip


def value_of(page, suggestion, name):
    tag = re.search(rf'<input[^>]*name="_correct-{suggestion.pk}-{name}"[^>]*>', page)[0]
    found = re.search(r'value="([^"]*)"', tag)
    return unescape(found[1]) if found else ""


@pytest.mark.parametrize("page", ["review", "change"])
def test_the_fields_open_with_what_was_read(editor_client, page):
    found = suggest(article())
    other = suggest(found.article, kind="event", name="Hội đàm")
    shown = opened(editor_client, found, page)
    assert value_of(shown, found, "name") == "Bùi Thanh Sơn"
    assert value_of(shown, found, "role") == "Bộ trưởng"
    # Until it is decided, no button decides on another or on all: what is written would be lost.
    assert 'name="_accept' not in shown
    shown = opened(editor_client, other, page)
    assert value_of(shown, other, "date") == "XXXX-07-13"
    assert f"_correct-{found.pk}-name" not in shown


@pytest.mark.parametrize("page", ["review", "change"])
def test_a_person_is_corrected_and_accepted(editor_client, page):
    found = suggest(article(), name="Tha")
    response = send(
        editor_client, found, page, name="Trần Thị Thanh", role="Đại sứ", country="", title="Tên mới"
    )
    assert messages_of(response) == ["Accepted: Trần Thị Thanh (read as: Tha, Bộ trưởng)."]
    link = Mention.objects.get()
    assert (link.person.name, link.role) == ("Trần Thị Thanh", "Đại sứ")
    assert not OtherName.objects.exists()
    assert "(read as: Tha, Bộ trưởng): accepted" in response.text
    found.refresh_from_db()
    assert found.decided_by.username == "lan"
    assert found.value["name"] == "Tha"


def test_an_event_is_corrected_with_a_day_as_people_write_it(editor_client):
    found = suggest(article(), kind="event", name="Hội nghị T")
    send(editor_client, found, name="Hội nghị Thượng đỉnh", date="13/7/2021", place="Hà Nội")
    made = Event.objects.get()
    assert (made.name, made.date, made.place) == ("Hội nghị Thượng đỉnh", "2021-07-13", "Hà Nội")


def test_what_cannot_be_is_said_beside_its_field_and_nothing_typed_is_lost(editor_client):
    found = suggest(article(), kind="event", name="Hội nghị T")
    response = send(editor_client, found, name="Hội nghị Thượng đỉnh", date="gần đây", place="Hà Nội")
    assert messages_of(response)[0].startswith("Date: “gần đây” is not a date.")
    assert 'class="errorlist"' in response.text
    assert value_of(response.text, found, "name") == "Hội nghị Thượng đỉnh"
    assert value_of(response.text, found, "date") == "gần đây"
    response = send(editor_client, found, name="", date="", place="")
    assert messages_of(response) == ["Name: Write the name, or reject the suggestion."]
    found.refresh_from_db()
    assert (found.decision, found.corrected) == ("suggested", None)
    assert not Event.objects.exists()


def test_a_correction_too_long_for_an_address_is_refused_all_the_same(editor_client):
    found = suggest(article(), name="Tha")
    response = send(editor_client, found, name="ữ" * 2000, role="", country="")
    assert response.status_code == 200
    assert messages_of(response)[0].startswith("Name: Ensure this value has at most 200 characters")
    assert value_of(response.text, found, "name") == "Tha"


def test_those_who_bear_the_right_name_are_offered_and_nobody_is_chosen_unsaid(editor_client):
    known = [person("Trần Thị Thanh"), person("Trần Thị Thanh")]
    found = suggest(article(), name="Tha")
    response = send(editor_client, found, name="Trần Thị Thanh", role="Bộ trưởng", country="")
    assert messages_of(response) == ["Several people are called “Trần Thị Thanh”: choose one."]
    assert value_of(response.text, found, "name") == "Trần Thị Thanh"
    assert all(f'<option value="{one.pk}"' in response.text for one in known)
    response = save(
        editor_client, found.article, "_corrected", str(found.pk), page="review", _correcting=str(found.pk),
        **fields(found, name="Trần Thị Thanh", role="Bộ trưởng", country=""),
        **{f"_tie-{found.pk}": str(known[1].pk), f"_of-{found.pk}": "Trần Thị Thanh"},
    )  # fmt: skip
    assert messages_of(response) == ["Accepted: Trần Thị Thanh (read as: Tha)."]
    assert Mention.objects.get().person == known[1]


@pytest.mark.parametrize("choice", ["known", "apart"])
def test_a_choice_made_for_another_name_does_not_count(editor_client, choice):
    """Whoever bears what was read stood chosen in the menu, and would have got the right name as another of theirs."""
    misread, meant = person("Tha"), person("Trần Thị Thanh")
    found = suggest(article(), name="Tha")
    assert f'<option value="{misread.pk}"' in opened(editor_client, found)
    save(
        editor_client, found.article, "_corrected", str(found.pk), page="review", _correcting=str(found.pk),
        **fields(found, name="Trần Thị Thanh", role="Bộ trưởng", country=""),
        **{f"_tie-{found.pk}": str(misread.pk) if choice == "known" else "apart", f"_of-{found.pk}": "Tha"},
    )  # fmt: skip
    assert Mention.objects.get().person == meant
    assert Person.objects.count() == 2
    assert not OtherName.objects.exists()


def test_saving_keeps_the_correction_open_and_leaving_it_closes_it(editor_client):
    found = suggest(article(), name="Tha")
    for page in ("review", "change"):
        response = send(editor_client, found, page, "_continue", name="Trần Thị", role="", country="")
        assert messages_of(response) == ["Saved."]
        assert value_of(response.text, found, "name") == "Trần Thị"
        response = send(editor_client, found, page, "_as_read", name="Trần Thị", role="", country="")
        assert 'name="_corrected"' not in response.text
    found.refresh_from_db()
    assert (found.decision, found.corrected) == ("suggested", None)


def test_it_can_be_rejected_from_its_fields_too(editor_client):
    found = suggest(article(), name="Tha")
    send(editor_client, found, button="_reject", name="Trần Thị Thanh", role="", country="")
    found.refresh_from_db()
    assert (found.decision, found.corrected) == ("rejected", None)


def test_whoever_comes_second_is_told(editor_client):
    found = suggest(article(), name="Tha")
    data = form_data(editor_client, f"{url(found.article, 'review')}?_correct={found.pk}")
    Suggestion.objects.update(decision="rejected")
    data |= {"_corrected": str(found.pk), **fields(found, name="Trần Thị Thanh")}
    response = editor_client.post(url(found.article, "review"), data, follow=True)
    assert messages_of(response) == ["This suggestion is decided already."]
    assert not Person.objects.exists()


def test_a_correction_is_taken_back_on_the_page(editor_client):
    found = suggest(article(), name="Tha")
    send(editor_client, found, name="Trần Thị Thanh", role="", country="")
    save(editor_client, found.article, "_undo", str(found.pk))
    found.refresh_from_db()
    assert (found.decision, found.corrected) == ("suggested", None)
    assert 'value="Tha"' in opened(editor_client, found)


def test_titles_and_strange_addresses_open_nothing(editor_client):
    found = suggest(article(), kind="title", name="Tên")
    page = editor_client.get(f"{url(found.article, 'review')}?_correct={found.pk}").text
    assert 'name="_corrected"' not in page
    assert 'name="_correct"' not in page
    for wanted in ("x", "", suggest(article("Bài khác"), rank=3).pk):
        page = editor_client.get(f"{url(found.article, 'review')}?_correcting={wanted}")
        assert page.status_code == 200
        assert 'name="_corrected"' not in page.text


def test_what_is_typed_is_text():
    client = signed_in(editor())
    found = suggest(article(), name="Tha")
    response = send(client, found, name="<script>alert(1)</script>", role="n" * 301, country="")
    assert "<script>alert" not in response.text
    assert value_of(response.text, found, "name") == "<script>alert(1)</script>"


def test_a_viewer_gets_no_fields():
    found = suggest(article(), name="Tha")
    client = signed_in(editor("view_article"))
    page = client.get(f"{url(found.article, 'review')}?_correct={found.pk}")
    assert page.status_code == 200
    assert "_correct" not in page.text
    client.post(url(found.article, "review"), {"_corrected": str(found.pk), "_correcting": str(found.pk)})
    found.refresh_from_db()
    assert found.decision == "suggested"
