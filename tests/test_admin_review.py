"""The review screen: source and draft side by side, lines put back, the next article, the queue."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Article, Mention, Suggestion
from tests.admin_desk import (
    TEXT,
    article,
    editor,
    form_data,
    list_url,
    messages_of,
    signed_in,
    source,
    suggest,
    url,
)

pytestmark = pytest.mark.django_db

PAGE = """Tin tức

Hội đàm Việt Nam - Hàn Quốc tại Hà Nội

Bộ trưởng Bùi Thanh Sơn hội đàm với Bộ trưởng Ngoại giao Hàn Quốc Park Jin vào sáng 6/7 tại Hà Nội.

Xem thêm

Hai bên trao đổi nhiều vấn đề khu vực và quốc tế mà hai nước cùng quan tâm trong thời gian tới.
"""


def review(client, item, button="_continue", value="1", **changes):
    data = form_data(client, url(item, "review")) | changes | {button: value}
    return client.post(url(item, "review"), data, follow=True)


def text_of_lines(page):
    lines = re.findall(r'<ol class="newsroom-lines".*?</ol>', page, re.DOTALL)[0]
    return re.sub(r"<[^>]+>", "", re.sub(r"<(button|span)[^>]*>.*?</\1>", "", lines))


def test_the_whole_source_is_there_with_its_finds_marked(editor_client):
    item = article()
    suggestion = suggest(item)
    page = editor_client.get(url(item, "review")).text
    for line in TEXT.splitlines():
        assert line in text_of_lines(page)
    assert (
        f'<mark class="newsroom-mark-person" data-suggestions="{suggestion.pk}">Bùi Thanh Sơn</mark>' in page
    )


def test_overlapping_finds_are_cut_into_pieces(editor_client):
    item = article()
    one = suggest(item, evidence=[[0, 23]])
    two = suggest(item, name="Park Jin", evidence=[[10, 31]])
    page = editor_client.get(url(item, "review")).text
    assert TEXT.splitlines()[0] in text_of_lines(page)
    assert f'data-suggestions="{one.pk} {two.pk}"' in page or f'data-suggestions="{two.pk} {one.pk}"' in page


def test_hostile_sources_are_shown_as_text(editor_client):
    item = article()
    source(item, text='<img src=x onerror="alert(1)">\n</li></ol><script>alert(2)</script>\n\u202e')
    page = editor_client.get(url(item, "review")).text
    assert "<script>alert(2)" not in page
    assert "<img src=x" not in page


def test_deciding_stays_on_the_screen(editor_client):
    item = article()
    suggestion = suggest(item)
    response = review(editor_client, item, "_accept", str(suggestion.pk))
    assert response.request["PATH_INFO"] == url(item, "review")
    assert Mention.objects.exists()


def test_a_line_left_out_goes_back_where_it_stood(editor_client):
    first, last = PAGE.split("\n")[4], PAGE.split("\n")[8]
    item = article(body=f"<p>{first}</p>\n<p>{last}</p>")
    made = source(item, text=PAGE)
    response = review(editor_client, item, "_line", f"{made.pk}:7")
    item.refresh_from_db()
    assert item.body == f"<p>{first}</p>\n<p>Xem thêm</p>\n<p>{last}</p>"
    assert messages_of(response)[-1] == "The line stands in the body now."
    version = item.version
    review(editor_client, item, "_line", f"{made.pk}:7")
    item.refresh_from_db()
    assert item.version == version


@pytest.mark.parametrize("line", ["", "x", "1:2:3", "00000000-0000-0000-0000-000000000000:1"])
def test_a_line_that_is_none_changes_nothing(editor_client, line):
    item = article()
    made = source(item, text=PAGE)
    review(editor_client, item, "_line", line)
    review(editor_client, item, "_line", f"{made.pk}:999")
    item.refresh_from_db()
    assert item.version == 1


def test_next_goes_through_the_queue_oldest_first_and_round(editor_client):
    items = [article(f"Bài {n}") for n in range(3)]
    for item in items:
        suggest(item)
    path = []
    here = items[0]
    for _ in range(3):
        response = review(editor_client, here, "_next", title=f"{here.title} xem")
        path.append(response.request["PATH_INFO"])
        here = Article.objects.get(pk=response.context["original"].pk)
    assert path == [url(items[1], "review"), url(items[2], "review"), url(items[0], "review")]
    assert Article.objects.get(pk=items[0].pk).title == "Bài 0 xem"


def test_at_the_end_of_the_queue_the_list_comes(editor_client):
    item = article()
    response = review(editor_client, item, "_next")
    assert messages_of(response)[-1] == "Nothing else waits."
    assert response.request["PATH_INFO"] == list_url("article")


def test_the_queue_is_oldest_first_and_leads_to_the_screen(editor_client):
    for name in ("Một", "Hai", "Ba"):
        suggest(article(name))
    article("Xong")
    response = editor_client.get(list_url("article"), {"waiting": "yes"})
    assert [row.title for row in response.context["cl"].result_list] == ["Một", "Hai", "Ba"]
    assert url(Article.objects.get(title="Một"), "review") in response.text
    assert url(Article.objects.get(title="Một")) in editor_client.get(list_url("article")).text


def test_publishing_from_the_screen_stays_there(editor_client):
    item = article()
    suggest(item)
    response = review(editor_client, item, "_publish")
    assert response.request["PATH_INFO"] == url(item, "review")
    assert "Published: edition 1" in messages_of(response)[0]


def test_a_viewer_may_look(editor_client):
    item = article()
    made = source(item, text=PAGE)
    suggestion = suggest(item)
    viewer = signed_in(editor("view_article", name="xem"))
    page = viewer.get(url(item, "review")).text
    assert "Xem thêm" in page
    for offered in ('name="_accept"', 'name="_line"', 'name="_next"', 'name="_continue"'):
        assert offered not in page
    for button in ({"_accept": str(suggestion.pk)}, {"_line": f"{made.pk}:7"}, {"_next": "1"}):
        assert viewer.post(url(item, "review"), button).status_code == 403
    assert Suggestion.objects.get().decision == "suggested"
    assert signed_in(editor("view_person", name="ai")).get(url(item, "review")).status_code == 403


def test_an_article_without_a_source_can_be_reviewed(editor_client):
    assert "there is no source" in editor_client.get(url(article(), "review")).text


def test_the_screen_costs_the_same_for_few_and_many_suggestions(editor_client):
    few, many = article("Một"), article("Hai")
    suggest(few)
    suggest(article("Ba"))
    for number in range(30):
        suggest(many, name=f"Tên {number}")
    editor_client.get(url(few, "review"))
    counts = []
    for item in (few, many):
        with CaptureQueriesContext(connection) as captured:
            editor_client.get(url(item, "review"))
        counts.append(len(captured))
    assert counts[0] == counts[1] < 25
