"""Suggestions on an article's page: shown with their evidence, decided one by one or all at once."""

import pytest

from articles.models import Event, Mention, Person, Suggestion
from tests.admin_desk import article, editor, messages_of, person, save, signed_in, suggest, url

pytestmark = pytest.mark.django_db


def decisions():
    return dict(Suggestion.objects.values_list("value__name", "decision"))


def test_evidence_is_quoted_from_the_source(editor_client):
    item = article()
    suggest(item)
    page = editor_client.get(url(item)).text
    assert "Bộ trưởng <mark>Bùi Thanh Sơn</mark> hội đàm với" in page
    assert "an office before the name" in page


@pytest.mark.parametrize("language", ["vi", "en"])
def test_what_is_sure_has_its_colour_in_every_language(editor_client, language):
    item = article()
    suggest(item, sure=True)
    suggest(item, sure=False, rank=1)
    for address in (url(item), "/admin/articles/suggestion/name/?kind=person&name=B%C3%B9i+Thanh+S%C6%A1n"):
        page = editor_client.get(address, headers={"accept-language": language}).text
        assert 'class="newsroom-sure-yes"' in page
        assert 'class="newsroom-sure-no"' in page


def test_evidence_is_escaped(editor_client):
    from tests.admin_desk import source

    item = article()
    made = source(item, text="Ông <script>alert(1)</script> nói", name="b.txt")
    suggest(item, name="<script>alert(1)</script>", evidence=[[4, 30]])
    Suggestion.objects.update(source=made)
    assert "<script>alert" not in editor_client.get(url(item)).text


@pytest.mark.parametrize("evidence", [[], [[900, 990]], [["a", None]], [[3]], {"a": 1}, [[-5, 2]]])
def test_odd_evidence_does_not_break_the_page(editor_client, evidence):
    item = article()
    suggest(item, evidence=evidence)
    assert editor_client.get(url(item)).status_code == 200


def test_accepting_makes_the_person_and_the_mention(editor_client):
    item = article()
    suggestion = suggest(item)
    response = save(editor_client, item, "_accept", str(suggestion.pk))
    assert Mention.objects.get(article=item).person.name == "Bùi Thanh Sơn"
    assert decisions() == {"Bùi Thanh Sơn": "accepted"}
    assert messages_of(response) == ["Accepted: Bùi Thanh Sơn."]
    suggestion.refresh_from_db()
    assert suggestion.decided_by.username == "lan"
    assert "1 suggestion decided" in response.text


def test_deciding_keeps_what_was_typed(editor_client):
    item = article()
    suggestion = suggest(item)
    save(editor_client, item, "_reject", str(suggestion.pk), title="Tên mới")
    item.refresh_from_db()
    assert item.title == "Tên mới"
    assert decisions() == {"Bùi Thanh Sơn": "rejected"}
    assert not Person.objects.exists()


def test_all_at_once_people_before_events(editor_client):
    item = article()
    suggest(item, kind="event", name="Hội đàm", value={
        "name": "Hội đàm", "kind": "talks", "date": None, "place": "", "participants": ["Park Jin"],
    })  # fmt: skip
    suggest(item, name="Park Jin", sure=False)
    save(editor_client, item, "_accept_all")
    assert set(decisions().values()) == {"accepted"}
    assert [link.person.name for link in Event.objects.get().participations.all()] == ["Park Jin"]


def test_all_at_once_are_one_version_of_each_record(editor_client):
    """Each suggestion made a version of its own of the article and of whom it taught an office."""
    item, known = article(), person("Park Jin")
    office = {"title": "Đại sứ", "country": "Lào"}
    suggest(item, value={"name": "Park Jin", "role": "Đại sứ", "positions": [office]}, person=known)
    suggest(item, name="Bùi Thanh Sơn", rank=1)
    suggest(item, kind="event", name="Hội đàm", value={
        "name": "Hội đàm", "kind": "talks", "date": None, "place": "", "participants": ["Park Jin"],
    })  # fmt: skip
    response = save(editor_client, item, "_accept_all")
    assert messages_of(response) == ["Accepted: Park Jin, Bùi Thanh Sơn, Hội đàm."]
    for record in (item, known):
        record.refresh_from_db()
        assert record.version == 2


def test_all_at_once_leaves_what_an_editor_has_to_look_at(editor_client):
    item = article()
    person("Park Jin"), person("Park Jin")
    suggest(item, name="Park Jin")
    suggest(item, name="Bùi Thanh Sơn", rank=1)
    response = save(editor_client, item, "_accept_all")
    assert messages_of(response) == [
        "Several people are called “Park Jin”: choose one.",
        "Accepted: Bùi Thanh Sơn.",
    ]
    assert decisions() == {"Park Jin": "suggested", "Bùi Thanh Sơn": "accepted"}


def test_only_the_sure_ones(editor_client):
    item = article()
    suggest(item, name="Bùi Thanh Sơn", sure=True)
    suggest(item, name="Park Jin", sure=False)
    save(editor_client, item, "_accept_sure")
    assert decisions() == {"Bùi Thanh Sơn": "accepted", "Park Jin": "suggested"}


def test_reject_all(editor_client):
    item = article()
    suggest(item, name="Bùi Thanh Sơn")
    suggest(item, name="Park Jin")
    save(editor_client, item, "_reject_all")
    assert set(decisions().values()) == {"rejected"}


def test_who_it_is_can_be_chosen_among_namesakes(editor_client):
    item = article()
    one, two = person(), person()
    suggestion = suggest(item)
    response = save(editor_client, item, "_accept", str(suggestion.pk), **{f"_tie-{suggestion.pk}": ""})
    assert "choose one" in messages_of(response)[0]
    save(editor_client, item, "_accept", str(suggestion.pk), **{f"_tie-{suggestion.pk}": str(two.pk)})
    assert Mention.objects.get().person == two
    assert one.mentions.count() == 0


def test_a_suggestion_of_another_article_is_not_touched(editor_client):
    item, other = article(), article("Khác")
    suggestion = suggest(other)
    save(editor_client, item, "_accept", str(suggestion.pk))
    assert decisions() == {"Bùi Thanh Sơn": "suggested"}


def test_a_decision_that_stands_is_left_alone(editor_client):
    item = article()
    suggestion = suggest(item, decision="rejected")
    save(editor_client, item, "_accept", str(suggestion.pk))
    save(editor_client, item, "_accept", "no-id")
    assert decisions() == {"Bùi Thanh Sơn": "rejected"}


def test_a_title_is_confirmed(editor_client):
    item = article(title_proposed=True)
    suggestion = suggest(item, kind="title", name=item.title)
    save(editor_client, item, "_accept", str(suggestion.pk), title_proposed="on")
    item.refresh_from_db()
    assert not item.title_proposed


def test_the_buttons_need_the_permission_and_a_post():
    item = article()
    suggestion = suggest(item)
    viewer = signed_in(editor("view_article"))
    page = viewer.get(url(item)).text
    assert "Bùi Thanh Sơn" in page
    assert "_accept" not in page
    assert viewer.post(url(item), {"_accept": str(suggestion.pk)}).status_code == 403
    changer = signed_in(editor("change_article", name="chi"))
    changer.get(url(item), {"_accept": str(suggestion.pk)})
    assert decisions() == {"Bùi Thanh Sơn": "suggested"}


def test_a_decision_is_taken_back_on_the_page():
    item = article()
    accepted, rejected = suggest(item), suggest(item, name="Park Jin", rank=1)
    client = signed_in(editor())
    save(client, item, "_accept", str(accepted.pk))
    save(client, item, "_reject", str(rejected.pk))
    assert Mention.objects.count() == 1
    response = save(client, item, "_undo", str(accepted.pk))
    assert messages_of(response) == ["“Bùi Thanh Sơn” waits again."]
    assert not Mention.objects.exists()
    save(client, item, "_undo", str(rejected.pk))
    assert set(Suggestion.objects.values_list("decision", flat=True)) == {"suggested"}
    save(client, item, "_undo", "nonsense")


def test_who_may_not_change_articles_takes_nothing_back():
    item = article()
    accepted = suggest(item)
    save(signed_in(editor()), item, "_accept", str(accepted.pk))
    client = signed_in(editor("view_article", name="thu"))
    assert 'name="_undo"' not in client.get(url(item)).text
    assert client.post(url(item), {"_undo": str(accepted.pk)}).status_code == 403
    assert Mention.objects.exists()
