"""The app's index says what waits, and leads to it."""

from datetime import timedelta

import pytest
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.actions.revise import revise
from articles.actions.workflow import send_back, submit
from articles.models import Article, ImportRun, Schedule
from newsroom.admin_site import ORDER
from tests.admin_desk import article, editor, person, signed_in, suggest

pytestmark = pytest.mark.django_db

INDEX = "/admin/articles/"


def lines(client):
    return {line.url: line.text for line in client.get(INDEX).context["lines"]}


def late(item, **fields):
    return Schedule.objects.create(
        item_kind=item.kind, item_id=item.pk, what="publish", at=timezone.now() - timedelta(minutes=5), version=1,
        **fields,
    )  # fmt: skip


def test_nothing_waits_on_an_empty_desk():
    page = signed_in(editor()).get(INDEX)
    assert page.context["lines"] == []
    assert "Nothing waits." in page.text


def test_an_empty_desk_says_where_to_begin():
    steps = ["/admin/articles/importrun/add/", "/admin/articles/article/add/"]
    client = signed_in(editor())
    page = client.get(INDEX)
    assert [step.url for step in page.context["steps"]] == steps
    assert "There are no articles yet:" in page.text
    reader = signed_in(editor("view_article", name="thu")).get(INDEX)
    assert "There are no articles yet:" not in reader.text
    article()
    assert client.get(INDEX).context["steps"] == []


def test_suggestions_wait_for_those_who_may_decide_on_them():
    """A reporter was told of a queue, in which nothing could be done."""
    suggest(article())
    queue = "/admin/articles/article/?waiting=yes"
    reporter = signed_in(editor("view_article", "add_article", "change_own_article", name="thu"))
    assert lines(reporter) == {}
    for client, offered in ((reporter, False), (signed_in(editor()), True)):
        assert (queue in client.get("/admin/articles/article/").text) == offered


def test_what_came_back_waits_for_whoever_began_it():
    """A reporter's desk said that nothing waits while a draft had been sent back to them."""
    thu = editor("view_article", "add_article", "change_own_article", name="thu")
    sent_back = revise(Article(title="Của Thu"), by=thu)
    chi = editor(name="chi")
    for item in (sent_back, revise(Article(title="Của Chi"), by=chi)):
        submit(item, by=chi)
        send_back(item, by=chi, note="Thiếu nguồn.")
    client = signed_in(thu)
    [(address, text)] = lines(client).items()
    assert text == "1 article sent back to you"
    assert [str(row) for row in client.get(address).context["cl"].result_list] == ["Của Thu"]


def test_each_line_leads_to_what_it_counts():
    user = editor()
    client = signed_in(user)
    one, two = article("Một"), article("Hai")
    suggest(one, name="A")
    suggest(one, name="B")
    suggest(two, name="C")
    submit(one, by=user)
    submit(person("Bùi Thanh Sơn"), by=user)
    late(one)
    late(two, failed_at=timezone.now(), reason="No section.")
    ImportRun.objects.create(heard_at=timezone.now() - timedelta(hours=1))
    found = lines(client)
    assert found == {
        "/admin/articles/schedule/?when=failed": "1 failed at its time",
        "/admin/articles/schedule/?when=due": "2 are due now",
        "/admin/articles/article/?stage=in_review": "1 article: in review",
        "/admin/articles/person/?stage=in_review": "1 person: in review",
        "/admin/articles/article/?waiting=yes": "3 suggestions in 2 articles",
        "/admin/articles/suggestion/": "Suggestions by name",
        "/admin/articles/importrun/": "1 import to look at",
    }
    assert next(iter(found)).endswith("failed")
    for address in found:
        assert client.get(address).status_code == 200


def test_the_same_queries_for_one_and_for_many():
    user = editor()
    client = signed_in(user)

    def fill(number):
        item = article(f"Bài {number}")
        suggest(item, name=f"Tên {number}")
        submit(item, by=user)
        late(item)

    def cost():
        with CaptureQueriesContext(connection) as captured:
            client.get(INDEX)
        return len(captured)

    fill(0)
    client.get(INDEX)
    few = cost()
    for number in range(1, 30):
        fill(number)
    assert cost() == few < 20


def test_nobody_is_told_of_what_they_may_not_see():
    suggest(article(), name="A")
    late(person("Bùi Thanh Sơn"))
    found = lines(signed_in(editor("view_person")))
    assert list(found) == ["/admin/articles/schedule/?when=due"]
    assert lines(signed_in(editor("view_section", name="mai"))) == {}


def test_the_first_page_of_this_site_shows_it_once():
    client = signed_in(editor())
    suggest(article(), name="A")
    for address in ("/admin/", INDEX):
        assert client.get(address).text.count("1 suggestion in 1 article") == 1, address


def test_more_suggestions_than_are_counted_are_told_as_such(monkeypatch):
    """A desk of 25,000 was told of 10,000 in some of its articles."""
    item = article()
    for rank in range(3):
        suggest(item, rank=rank)
    client = signed_in(editor())
    queue = "/admin/articles/article/?waiting=yes"
    assert lines(client)[queue] == "3 suggestions in 1 article"
    monkeypatch.setattr("articles.admin.today.COUNTED", 2)
    assert lines(client)[queue] == "2 suggestions or more"


@pytest.mark.parametrize("language", ["en", "vi"])
def test_what_is_opened_all_day_stands_first_in_each_language(language):
    client = signed_in(editor())
    page = client.get("/admin/", headers={"accept-language": language})
    (app,) = (one for one in page.context["app_list"] if one["app_label"] == "articles")
    assert tuple(model["object_name"] for model in app["models"]) == ORDER
    desk = {
        model.__name__ for model in admin.site._registry if model._meta.app_label == Article._meta.app_label
    }
    assert desk == set(ORDER)
