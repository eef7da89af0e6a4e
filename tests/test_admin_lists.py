"""The lists and pages of the admin: what they show at a glance, how they search, what they cost."""

import re

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.actions.revise import revise
from articles.actions.withdraw import withdraw
from articles.models import Article, Coverage, Mention, Position, Section, State
from tests.admin_desk import (
    article,
    editor,
    event,
    full_article,
    list_url,
    person,
    published,
    source,
    suggest,
    url,
)

pytestmark = pytest.mark.django_db


def titles(client, kind="article", **filters):
    return {str(row) for row in client.get(list_url(kind), filters).context["cl"].result_list}


def in_each_state() -> None:
    article("Nháp")
    published(article("Đã đăng"))
    changed = published(article("Đã sửa"))
    revise(changed, by=None)
    withdraw(published(article("Đã gỡ")), by=None)


def test_every_state_shows_at_a_glance(editor_client):
    in_each_state()
    page = editor_client.get(list_url("article")).text
    for state in State:
        assert f'<span class="newsroom-state newsroom-state-{state.value}">{state.label}</span>' in page


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ("draft", {"Nháp"}),
        ("live", {"Đã đăng"}),
        ("changed", {"Đã sửa"}),
        ("withdrawn", {"Đã gỡ"}),
        ("", None),
    ],
)
def test_filter_by_state(editor_client, state, expected):
    in_each_state()
    assert titles(editor_client, state=state) == (expected or {"Nháp", "Đã đăng", "Đã sửa", "Đã gỡ"})


def test_filters_of_articles(editor_client):
    section = Section.objects.create(name="Tin tức", slug="tin-tuc")
    who, what = person(), event()
    one, two = article("Một", section=section), article("Hai", language="en")
    Mention.objects.create(article=one, person=who)
    Coverage.objects.create(article=two, event=what)
    suggest(one)
    assert titles(editor_client, section__id__exact=str(section.pk)) == {"Một"}
    assert titles(editor_client, language="en") == {"Hai"}
    assert titles(editor_client, waiting="yes") == {"Một"}
    assert titles(editor_client, waiting="no") == {"Hai"}
    assert titles(editor_client, person=str(who.pk)) == {"Một"}
    assert titles(editor_client, event=str(what.pk)) == {"Hai"}
    assert titles(editor_client, person="nonsense") == set()


def test_what_one_began_and_what_one_changed_last(editor_client):
    lan, chi = get_user_model().objects.get(username="lan"), editor(name="chi")
    revise(Article(title="Của Chi"), by=chi)
    revise(Article(title="Của Lan"), by=lan)
    revise(changed := Article(title="Của cả hai"), by=chi)
    revise(changed, by=lan)
    assert titles(editor_client, mine="begun") == {"Của Lan"}
    assert titles(editor_client, mine="changed") == {"Của Lan", "Của cả hai"}


def test_namesakes_are_told_apart_in_the_list(editor_client):
    who, _other = person("Nguyễn Văn Hùng"), person("Nguyễn Văn Hùng")
    for rank, title in enumerate(["Giám đốc", "Phó giám đốc", "Chuyên viên"]):
        Position.objects.create(person=who, title=title, rank=rank)
    for number in range(3):
        Mention.objects.create(article=article(f"Bài {number}"), person=who)
    page = editor_client.get(list_url("person")).text
    assert (
        '<td class="field-offices">Giám đốc · Phó giám đốc · …</td><td class="field-article_count">3</td>'
        in page
    )
    assert '<td class="field-offices">–</td><td class="field-article_count">0</td>' in page


@pytest.mark.parametrize("term", ["hoi dam", "HỘI ĐÀM", "dam hoi", '"hoi dam"', "hội", "“hội đàm”"])
def test_search_folds_accents_and_takes_words_in_any_order(editor_client, term):
    article("Hội đàm cấp cao")
    article("Điện đàm")
    assert titles(editor_client, q=term) == {"Hội đàm cấp cao"}


@pytest.mark.parametrize("term", ["%", "_", '"', "'", "\\", "a\0b", "“"])
def test_odd_search_terms_find_nothing_and_break_nothing(editor_client, term):
    article("Hội đàm")
    assert titles(editor_client, q=term) in ({"Hội đàm"}, set())
    assert editor_client.get("/admin/autocomplete/", AUTOCOMPLETE | {"term": term}).status_code == 200


AUTOCOMPLETE = {"app_label": "articles", "model_name": "mention", "field_name": "person"}


def test_an_id_finds_its_item(editor_client):
    item = article("Một")
    article("Hai")
    assert titles(editor_client, q=str(item.pk)) == {"Một"}


def test_people_are_looked_up_without_accents(editor_client):
    person("Bùi Thanh Sơn")
    person("Park Jin")
    answer = editor_client.get("/admin/autocomplete/", AUTOCOMPLETE | {"term": "thanh son"}).json()
    assert [row["text"] for row in answer["results"]] == ["Bùi Thanh Sơn"]


def test_sections_are_looked_up_without_accents(editor_client):
    Section.objects.create(name="Đối ngoại", slug="doi-ngoai")
    field = {"app_label": "articles", "model_name": "article", "field_name": "section", "term": "doi ngo"}
    answer = editor_client.get("/admin/autocomplete/", field).json()
    assert [row["text"] for row in answer["results"]] == ["Đối ngoại"]


def queries(client, address):
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(address).status_code == 200
    return [query["sql"] for query in captured]


def test_a_list_costs_the_same_with_one_row_and_with_many(editor_client):
    kinds, few = ("article", "person", "event"), {}
    published(full_article(0, links=1))
    for kind in kinds:
        editor_client.get(list_url(kind))
        few[kind] = queries(editor_client, list_url(kind))
    for number in range(1, 31):
        full_article(number, links=1)
    for kind in kinds:
        many = queries(editor_client, list_url(kind))
        assert len(editor_client.get(list_url(kind)).context["cl"].result_list) == 31
        assert len(many) == len(few[kind]), kind
        assert len(many) < 15
        assert not any('"body"' in sql for sql in many)


@pytest.mark.parametrize("kind", ["article", "person", "event"])
def test_a_page_costs_the_same_with_one_link_and_with_many(editor_client, kind):
    one, many = published(full_article(1, links=1)), published(full_article(2, links=30))
    pages = {"article": one, "person": one.people.first(), "event": one.events.first()}
    small = pages[kind]
    big = {"article": many, "person": many.people.first(), "event": many.events.first()}[kind]
    if kind != "article":
        for index in range(30):
            other = article(f"Bài khác {index}")
            if kind == "person":
                Mention.objects.create(article=other, person=big)
                event(f"Sự kiện khác {index}").participations.create(person=big)
            else:
                Coverage.objects.create(article=other, event=big)
                big.participations.create(person=person(f"Người khác {index}"))
    editor_client.get(url(small))
    few, more = queries(editor_client, url(small)), queries(editor_client, url(big))
    assert len(more) == len(few), "\n".join(more)
    assert len(more) < 25


def test_searching_counts_no_more_than_what_is_found(editor_client):
    article("Hội đàm")
    asked = queries(editor_client, list_url("article") + "?q=hoi")
    assert sum("COUNT(*)" in sql and "WHERE" not in sql for sql in asked) == 0


def test_sources_cost_the_same_with_one_row_and_with_many(editor_client):
    full_article(0, links=1)
    few = queries(editor_client, "/admin/articles/source/")
    for number in range(1, 31):
        full_article(number, links=1)
    many = queries(editor_client, "/admin/articles/source/")
    assert len(many) == len(few)
    assert not any('"articles_source"."text"' in sql for sql in many)


def test_what_waits_is_counted_in_the_list(editor_client):
    item = article()
    suggest(item, name="Bùi Thanh Sơn")
    suggest(item, name="Park Jin")
    suggest(item, name="Ai đó", decision="rejected")
    assert '<span class="newsroom-waiting">2</span>' in editor_client.get(list_url("article")).text


def test_the_list_shows_a_person_filter_only_while_it_is_on(editor_client):
    who = person()
    article()
    assert "By person" not in editor_client.get(list_url("article")).text
    assert "By person" in editor_client.get(list_url("article"), {"person": str(who.pk)}).text


def test_the_whole_desk_is_there(editor_client):
    page = editor_client.get("/admin/").text
    for kind in ("article", "person", "event", "section", "topic", "source"):
        assert f"/admin/articles/{kind}/" in page
    assert Article.objects.count() == 0


def test_pages_of_our_own_show_the_way_here_as_djangos_do(editor_client):
    """Its markup is another in each version of Django, and so is what the theme styles."""
    pages = [
        editor_client.get(address).text for address in (list_url("article"), "/admin/articles/person/likely/")
    ]
    theirs, ours = [re.findall(r'<(\w+) class="breadcrumbs"', page) for page in pages]
    assert theirs == ours
    assert '<a href="/admin/articles/person/">People</a>' in pages[1]


def test_a_list_says_where_it_has_more_than_it_counts(editor_client, monkeypatch):
    for number in range(3):
        article(f"Bài {number}")
    assert "Search or filter to find the others" not in editor_client.get(list_url("article")).text
    monkeypatch.setattr("articles.admin.base.COUNTED", 2)
    page = editor_client.get(list_url("article"))
    assert "The first 2 are counted and listed. Search or filter to find the others." in page.text
    assert "Search or filter" not in editor_client.get(list_url("person")).text


def test_lists_speak_vietnamese_as_people_do(editor_client):
    page = editor_client.get(list_url("article"), headers={"accept-language": "vi"}).text
    for words in ("Theo trạng thái", "Thao tác:", "Thực hiện"):
        assert words in page
    for words in ("Bởi trạng thái", "Đi đến"):
        assert words not in page
    section = Section.objects.create(name="Đối ngoại", slug="doi-ngoai")
    page = editor_client.get(
        f"{list_url('section')}{section.pk}/change/", headers={"accept-language": "vi"}
    ).text
    assert "Lịch sử" in page
    assert "Bản ghi nhớ" not in page


def test_a_source_leads_to_no_history(editor_client):
    """Nobody edits it: the page behind the link was empty for ever."""
    read = source(article())
    page = editor_client.get(f"/admin/articles/source/{read.pk}/change/")
    assert page.status_code == 200
    assert "/history/" not in page.text
