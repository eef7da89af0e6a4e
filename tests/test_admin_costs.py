"""What the lists of records and the pages of the workflow cost: the same with one row and with thirty."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.actions.likely import keep_apart
from articles.actions.merge import merge
from articles.actions.preview import make_preview
from articles.actions.schedule import schedule
from articles.actions.tokens import issue_token
from articles.actions.workflow import submit
from articles.admin import desk
from articles.models import Article, Coverage, Mention, Participation, Section
from tests.admin_desk import article, editor, event, person, signed_in, suggest, url

pytestmark = pytest.mark.django_db

LISTS = [
    "article/", "article/?waiting=yes", "person/", "event/", "schedule/", "auditentry/", "merge/", "suggestion/",
    "previewtoken/", "token/", "source/", "section/", "webhook/", "importrun/",
]  # fmt: skip


def queries(client, address):
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200, address
    return [query["sql"] for query in captured]


def one_of_each(number, user):
    """A row more in each list."""
    item = article(
        f"Bài {number}", section=Section.objects.create(name=f"Mục {number}", slug=f"muc-{number}")
    )
    draft = article(f"Nháp {number}")
    suggest(draft, name=f"Tên {number}")
    submit(draft, by=user)
    schedule(draft, what="publish", at=timezone.now() + timedelta(hours=1), by=user)
    make_preview(draft, by=user)
    issue_token(user, by=user, name=f"Trang {number}", scopes=["read"])
    who = person(f"Người {number}")
    Mention.objects.create(article=item, person=who)
    merge(who, person(f"Nguoi {number}"), by=user)
    event(f"Sự kiện {number}")
    keep_apart(who, person(f"Khác {number}"), by=user)


def test_no_list_costs_more_with_thirty_rows():
    user = editor()
    client = signed_in(user)
    one_of_each(0, user)
    addresses = [f"/admin/articles/{tail}" for tail in LISTS]
    for address in addresses:
        client.get(address)
    few = {address: queries(client, address) for address in addresses}
    for number in range(1, 31):
        one_of_each(number, user)
    for address in addresses:
        many = queries(client, address)
        assert len(many) <= len(few[address]), (address, many)
        assert len(many) < 15, address


@pytest.mark.sqlite  # PostgreSQL knows how many suggestions wait.
@pytest.mark.parametrize("page", ["article/", "article/?waiting=no", "article/{}/review/"])
def test_what_waits_in_one_article_is_not_looked_for_among_what_waits_in_all(page):
    """With three thousand texts imported, the next one to review took twenty seconds."""
    client, item = signed_in(editor()), article()
    suggest(item)
    plans = []
    for sql in queries(client, f"/admin/articles/{page.format(item.pk)}"):
        if "articles_suggestion" in sql and sql.startswith("SELECT"):
            with connection.cursor() as cursor:
                cursor.execute("EXPLAIN QUERY PLAN " + sql)
                plans += [row[-1] for row in cursor.fetchall()]
    assert any("suggestion_by_decision (decision=? AND article_id=?)" in step for step in plans)
    assert not [step for step in plans if step.endswith("(decision=?)")]


def test_a_list_counts_no_more_rows_than_it_has_to():
    client = signed_in(editor())
    article()
    for address in ("/admin/articles/article/", "/admin/articles/auditentry/"):
        counts = [sql for sql in queries(client, address) if "COUNT(*) FROM" in sql]
        assert len(counts) == 1
        assert "LIMIT 10000" in counts[0]
        assert "suggestion" not in counts[0]


def test_pages_of_a_person_cost_the_same_however_often_it_is_used():
    client = signed_in(editor())
    few, many = person("Một"), person("Hai")
    for number, (who, times) in enumerate(((few, 1), (many, 30))):
        for index in range(times):
            Mention.objects.create(article=article(f"Bài {number}-{index}"), person=who)
            Participation.objects.create(event=event(f"Sự kiện {number}-{index}"), person=who)
            merge(who, person(f"Khác {number}-{index}"), by=None)
    for page in ("split", "change", "schedule", "preview", "revisions"):
        client.get(url(few, page))
        assert len(queries(client, url(many, page))) == len(queries(client, url(few, page))), page


def test_what_a_merge_would_move_costs_the_same_for_one_tie_and_for_many():
    client = signed_in(editor())
    stays, few, many = event("Ở lại"), event("Một"), event("Hai")
    for what, times in ((few, 1), (many, 30)):
        for index in range(times):
            Coverage.objects.create(article=article(f"{what} {index}"), event=what)
            Participation.objects.create(event=what, person=person(f"{what} {index}"))
    address = f"/admin/articles/event/merge/?ids={stays.pk}"
    client.get(f"{address},{few.pk}")
    assert len(queries(client, f"{address},{many.pk}")) == len(queries(client, f"{address},{few.pk}"))


@pytest.mark.sqlite
def test_a_search_reads_the_folded_texts_alone():
    """Each row of the table has the whole text of its article before them."""
    rows = desk.search(Article.objects.order_by("-updated_at", "id"), 'doi "thoai lan"')
    plan = rows.explain()
    assert "USING COVERING INDEX article_by_folded_text" in plan
    assert "USING INDEX article_by_update" in plan
    assert "TEMP B-TREE FOR ORDER BY" not in plan


def test_a_search_narrows_what_is_there_already():
    first, second = article("Đối thoại lần thứ hai"), article("Đối thoại lần thứ ba")
    article("Hội đàm")
    rows = Article.objects.filter(pk__in=[first.pk])
    assert list(desk.search(rows, "doi thoai")) == [first]
    assert set(desk.search(Article.objects.all(), "thoai doi")) == {first, second}
    assert list(desk.search(Article.objects.all(), '"thoai doi"')) == []
    assert list(desk.search(Article.objects.all(), "100% _ \\")) == []
