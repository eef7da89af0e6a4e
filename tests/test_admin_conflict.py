"""Two editors on one item: the second save is never lost and never silently wins."""

import pytest

from articles.actions.delete import delete
from articles.actions.revise import revise
from articles.models import Article, LiveArticle, Mention, Revision, Suggestion, Topic
from tests.admin_desk import (
    article,
    editor,
    event,
    form_data,
    person,
    published,
    rows_of,
    save,
    signed_in,
    suggest,
    url,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def lan():
    return signed_in(editor())


@pytest.fixture
def chi():
    return signed_in(editor(name="chi"))


def second_save(first, second, item, theirs, mine, button="_save"):
    """Both open the form; `first` saves `theirs`, then `second` `mine`. Returns the answer to `second`."""
    opened = form_data(second, url(item))
    save(first, item, **theirs)
    return second.post(url(item), opened | mine | {button: "1"})


def choose(client, response, item, **sides):
    data = {}
    for name, value in response.context["hidden"]:
        data.setdefault(name, []).append(value)
    for choice in response.context["choices"]:
        data["_take-" + choice.name] = sides.get(choice.name) or choice.side
    return client.post(url(item), data, follow=True)


def test_the_second_save_gets_both_versions(lan, chi):
    item = article("Cũ")
    response = second_save(lan, chi, item, {"title": "Của Lan"}, {"title": "Của Chi"})
    assert response.status_code == 409
    assert "lan saved this while you were editing" in response.text
    (choice,) = response.context["choices"]
    assert (choice.mine, choice.theirs, choice.side) == ("Của Chi", "Của Lan", None)
    item.refresh_from_db()
    assert (item.title, item.version) == ("Của Lan", 2)


@pytest.mark.parametrize(("side", "title"), [("mine", "Của Chi"), ("theirs", "Của Lan")])
def test_either_can_be_taken(lan, chi, side, title):
    item = article("Cũ")
    response = second_save(lan, chi, item, {"title": "Của Lan"}, {"title": "Của Chi", "dek": "Sa pô"})
    choose(chi, response, item, title=side)
    item.refresh_from_db()
    assert (item.title, item.dek, item.version) == (title, "Sa pô", 3)


def test_what_only_one_changed_is_taken_from_that_one(lan, chi):
    item = article("Cũ", dek="Cũ", byline=["Cũ"])
    response = second_save(lan, chi, item, {"title": "Của Lan"}, {"byline": "Của Chi"})
    assert {choice.name: choice.side for choice in response.context["choices"]} == {
        "title": "theirs", "byline": "mine",
    }  # fmt: skip
    choose(chi, response, item)
    item.refresh_from_db()
    assert (item.title, item.byline) == ("Của Lan", ["Của Chi"])


@pytest.mark.parametrize(
    ("name", "stored", "typed"),
    [
        ("body", "<p>Một</p>\n<p>Hai <em>ba</em></p>", "<p>Một</p><p>Hai <em>ba</em></p>"),
        ("date", "2021-07-13", "13/7/2021"),
        ("byline", ["Việt Trung", "Lan Anh"], "Việt  Trung\r\n\r\nLan Anh"),
    ],
)
def test_another_spelling_of_the_same_is_no_change(lan, chi, name, stored, typed):
    item = article("Cũ", **{name: stored})
    response = second_save(lan, chi, item, {"title": "Của Lan"}, {"title": "Của Chi", name: typed})
    assert [choice.name for choice in response.context["choices"]] == ["title"]


def test_lists_of_topics_can_be_taken_from_either(lan, chi):
    topics = [Topic.objects.create(name=name, slug=name) for name in "abc"]
    item = article()
    mine, theirs = [str(topics[0].pk)], [str(topics[1].pk), str(topics[2].pk)]
    response = second_save(lan, chi, item, {"topics": theirs}, {"topics": mine})
    assert response.context["choices"][0].theirs == "b\nc"
    choose(chi, response, item, topics="theirs")
    assert [str(topic) for topic in item.topics.all()] == ["b", "c"]


def rows(item, *people):
    return rows_of(
        "mentions",
        *({"id": pk or "", "article": item.pk, "person": who.pk, "role": role, "rank": rank}
          for rank, (pk, who, role) in enumerate(people)),
    )  # fmt: skip


@pytest.mark.parametrize("side", ["mine", "theirs"])
def test_rows_that_the_other_editor_deleted_can_be_kept(lan, chi, side):
    item, one, two = article(), person("Một"), person("Hai")
    first = Mention.objects.create(article=item, person=one, rank=0)
    second = Mention.objects.create(article=item, person=two, rank=1)
    response = second_save(
        lan, chi, item,
        {"mentions-1-DELETE": "on"},
        rows(item, (first.pk, one, "Bộ trưởng"), (second.pk, two, "Thứ trưởng")),
    )  # fmt: skip
    assert response.status_code == 409
    (choice,) = response.context["choices"]
    assert choice.mine == "Một · Bộ trưởng\nHai · Thứ trưởng"
    choose(chi, response, item, mentions=side)
    kept = [str(link) for link in item.mentions.all()]
    assert kept == (["Một · Bộ trưởng", "Hai · Thứ trưởng"] if side == "mine" else ["Một"])


@pytest.mark.parametrize("side", ["mine", "theirs"])
def test_rows_that_the_other_editor_added_can_be_left_out(lan, chi, side):
    item, one, two = article(), person("Một"), person("Hai")
    response = second_save(lan, chi, item, rows(item, (None, one, "")), rows(item, (None, two, "")))
    choose(chi, response, item, mentions=side)
    assert [str(link) for link in item.mentions.all()] == (["Hai"] if side == "mine" else ["Một"])


def test_a_third_save_in_between_shows_the_page_again(lan, chi):
    item = article("Cũ")
    response = second_save(lan, chi, item, {"title": "Hai"}, {"title": "Của Chi"})
    save(lan, item, title="Ba")
    response = choose(chi, response, item, title="mine")
    assert response.status_code == 409
    assert response.context["choices"][0].theirs == "Ba"
    choose(chi, response, item, title="mine")
    item.refresh_from_db()
    assert item.title == "Của Chi"


def test_the_button_that_was_pressed_is_remembered(lan, chi):
    item = article("Cũ")
    response = second_save(lan, chi, item, {"title": "Hai"}, {"title": "Của Chi"}, button="_publish")
    assert not LiveArticle.objects.exists()
    choose(chi, response, item, title="mine")
    assert LiveArticle.objects.get().title == "Của Chi"


def test_where_nothing_was_typed_there_is_nothing_to_settle(lan, chi):
    item = article("Cũ")
    suggestion = suggest(item)
    opened = form_data(chi, url(item))
    save(lan, item, title="Của Lan")
    response = chi.post(url(item), opened | {"_accept": str(suggestion.pk)}, follow=True)
    assert response.status_code == 200
    assert Suggestion.objects.get().decision == "accepted"
    assert Article.objects.get().title == "Của Lan"


def test_an_import_in_between_needs_no_revision_to_compare_with(lan, chi):
    item = article("Cũ")
    Revision.objects.all().delete()
    response = second_save(lan, chi, item, {"title": "Của Lan"}, {"title": "Của Chi"})
    assert response.status_code == 409


def test_nothing_typed_is_run(lan, chi):
    item = article("Cũ")
    response = second_save(lan, chi, item, {"title": "Hai"}, {"title": '"><script>alert(1)</script>'})
    assert "<script>alert" not in response.text


@pytest.mark.parametrize("make", [person, event])
def test_people_and_events_have_it_too(lan, chi, make):
    item = make("Cũ")
    response = second_save(lan, chi, item, {"name": "Của Lan"}, {"name": "Của Chi"})
    assert response.status_code == 409
    choose(chi, response, item, name="mine")
    item.refresh_from_db()
    assert item.name == "Của Chi"


def test_publishing_in_between_is_no_conflict(lan, chi):
    item = article("Cũ")
    opened = form_data(chi, url(item))
    published(Article.objects.get())
    assert chi.post(url(item), opened | {"title": "Mới", "_save": "1"}).status_code == 302
    item.refresh_from_db()
    assert item.state == "changed"


def test_a_save_in_the_last_moment_shows_the_page_as_well(lan, chi, monkeypatch):
    """Between the look at the version and the lock on the row."""
    from articles.admin import item as admin_item

    item = article("Cũ")
    opened = form_data(chi, url(item))
    real = admin_item.settle
    seen = []

    def late(*args):
        answer = real(*args)
        if not seen:
            seen.append(True)
            save(lan, item, title="Của Lan")
        return answer

    monkeypatch.setattr(admin_item, "settle", late)
    response = chi.post(url(item), opened | {"title": "Của Chi", "_save": "1"})
    assert response.status_code == 409
    assert response.context["choices"][0].mine == "Của Chi"


def test_what_nobody_saved_by_hand_is_called_what_it_is(lan):
    item = article("Gốc")
    opened = form_data(lan, url(item))
    item.title = "Của lần nhập"
    revise(item, by=None)
    said = lan.post(url(item, "presence"), {"page": str(item.pk)}).json()["saved"]
    assert said.startswith("An import or a command saved this meanwhile.")
    page = lan.post(url(item), opened | {"title": "Của tôi"})
    assert page.status_code == 409
    assert "An import or a command saved this while you were editing" in page.text
    assert "the other editor" not in page.text


def test_what_was_typed_for_an_item_that_is_gone_is_shown(lan):
    """It went the way of the draft, and the browser forgot what it had kept of it."""
    item, who = article(dek="Sa pô"), person("Park Jin")
    typed = form_data(lan, url(item)) | {"title": "Hội đàm <cấp cao>", "_draft": "0" * 36}
    typed |= rows_of("mentions", {"person": who.pk, "role": "Bộ trưởng", "rank": 0})
    typed |= rows_of("photos", {"caption": "Hai bộ trưởng", "after_paragraph": "0", "rank": "0"})
    delete(item, by=None)
    response = lan.post(url(item), typed | {"_continue": "1"})
    assert response.status_code == 404
    assert "newsroom_saved" not in response.cookies
    assert dict(response.context["typed"]) == {
        "Title": "Hội đàm <cấp cao>", "Dek": "Sa pô", "Body": "Hai bên trao đổi.", "Language": "vi",
        "Slug": "hoi-dam-viet-nam-han-quoc", "Mentions": "Park Jin · Bộ trưởng", "Photos": "Hai bộ trưởng · 0",
    }  # fmt: skip
    assert "Hội đàm &lt;cấp cao&gt;" in response.text


def test_whoever_may_write_nothing_of_a_kind_is_shown_nothing(lan):
    item = article()
    typed = form_data(lan, url(item))
    delete(item, by=None)
    reader = signed_in(editor("view_article", name="chi"))
    assert reader.post(url(item), typed).status_code == 403
