"""Publishing, withdrawing, reinstating and deleting in the admin, from the page and from the list."""

import pytest

from articles.actions.erase import erase
from articles.actions.revise import revise
from articles.models import (
    Article,
    AuditEntry,
    Coverage,
    Edition,
    LiveArticle,
    LiveEvent,
    LivePerson,
    Mention,
    Person,
    Tombstone,
)
from tests.admin_desk import (
    article,
    editor,
    event,
    form_data,
    list_url,
    messages_of,
    person,
    published,
    save,
    signed_in,
    suggest,
    url,
)

pytestmark = pytest.mark.django_db
CHECKED = "_selected_action"


def run(client, action, *items, **data):
    return client.post(
        list_url(items[0].kind), {"action": action, CHECKED: [str(i.pk) for i in items], **data}, follow=True
    )


def test_save_and_publish_publishes_what_was_typed(editor_client):
    item = article()
    response = save(editor_client, item, "_publish", title="Tên cuối")
    assert LiveArticle.objects.get().title == "Tên cuối"
    assert "Published: edition 1 of “Tên cuối”." in messages_of(response)[0]
    assert "/api/v1/articles/ten-cuoi/" in response.text
    assert "edition: 1" in editor_client.get(url(item, "history"), follow=True).text


def test_publishing_again_shows_the_difference_and_takes_a_note(editor_client):
    item = published(article())
    response = save(editor_client, item, "_publish", title="Hội đàm Việt Nam - Nhật Bản")
    assert response.request["PATH_INFO"] == url(item, "publish")
    assert "<del>" in response.text
    assert "Hàn Quốc" in response.text
    assert LiveArticle.objects.get().edition == 1
    version = response.context["form"]["version"].value()
    response = editor_client.post(
        url(item, "publish"), {"version": version, "note": "Tên nước sai."}, follow=True
    )
    assert LiveArticle.objects.get().edition == 2
    assert Edition.objects.get(number=2).note == "Tên nước sai."
    assert "Tên nước sai." in response.text


def test_links_that_change_stand_in_the_difference(editor_client):
    item, who = article(), person()
    published(item)
    Mention.objects.create(article=item, person=who, role="Bộ trưởng")
    page = editor_client.get(url(item, "publish")).text
    assert "Bùi Thanh Sơn · Bộ trưởng" in page


def test_somebody_erased_since_is_no_row_of_digits_in_the_difference(editor_client):
    item, who = article(), person()
    Mention.objects.create(article=item, person=who, role="Bộ trưởng")
    published(item)
    erase(who, by=None, note="Điều 16")
    page = editor_client.get(url(item, "publish")).text
    assert "no longer on record" in page
    assert str(who.pk) not in page


def test_what_changed_while_one_looked_is_not_published_unseen(editor_client):
    item = published(article())
    save(editor_client, item, title="Hai")
    response = editor_client.post(url(item, "publish"), {"version": "1", "note": "n"})
    assert "was changed while you looked" in messages_of(response)[0]
    assert LiveArticle.objects.get().edition == 1
    assert response.context["form"]["version"].value() == 2


def test_a_refusal_is_told_and_the_save_stands(editor_client):
    item = article(body="")
    response = save(editor_client, item, "_publish", title="Không có nội dung")
    item.refresh_from_db()
    assert item.title == "Không có nội dung"
    assert not LiveArticle.objects.exists()
    assert "has neither text nor photos" in messages_of(response)[0]


def test_an_invalid_form_publishes_nothing(editor_client):
    item = article()
    save(editor_client, item, "_publish", title="")
    assert not LiveArticle.objects.exists()


def test_a_page_names_what_readers_do_not_see_with_it_and_publishes_that(editor_client):
    item, draft, shown = article(), person("Lê Thị Nháp"), published(person("Trần Công Khai"))
    talks = event("Hội đàm", date="2024-03-05")
    Mention.objects.create(article=item, person=draft, rank=0)
    Mention.objects.create(article=item, person=shown, rank=1)
    Coverage.objects.create(article=item, event=talks)
    page = editor_client.get(url(item)).text
    hint = page[page.index("Not public, so readers do not see them with this:") :].partition("</p>")[0]
    assert url(draft) in hint
    assert url(talks) in hint
    assert url(shown) not in hint
    assert "_along" not in hint
    published(item)
    assert f'name="_along" value="{draft.pk},{talks.pk}"' in editor_client.get(url(item)).text
    response = save(editor_client, item, "_along", f"{draft.pk},{talks.pk}")
    assert "2 published." in messages_of(response)
    assert LivePerson.objects.filter(pk=draft.pk).exists()
    assert LiveEvent.objects.filter(pk=talks.pk).exists()
    assert "Not public, so" not in response.text


def test_publishing_what_is_tied_to_an_item_needs_its_permission():
    item, draft = article(), person()
    Mention.objects.create(article=item, person=draft)
    published(item)
    client = signed_in(editor("view_article", "change_article", "publish_article", "view_person"))
    assert "_along" not in client.get(url(item)).text
    assert save(client, item, "_along", str(draft.pk)).status_code == 403
    assert not LivePerson.objects.exists()


def test_only_what_the_page_named_is_published_with_it(editor_client):
    item, named, later = article(), person("Lê Thị Nháp"), person("Trần Văn Sau")
    Mention.objects.create(article=item, person=named)
    published(item)
    Mention.objects.create(article=item, person=later, rank=1)
    response = save(editor_client, item, "_along", str(named.pk))
    assert "1 published." in messages_of(response)
    assert f'name="_along" value="{later.pk}"' in response.text


def test_whoever_cannot_save_the_page_is_offered_no_button_that_would():
    item = article()
    Mention.objects.create(article=item, person=person())
    published(item)
    reader = signed_in(editor("view_article", "publish_article", "view_person", "publish_person", name="thu"))
    page = reader.get(url(item)).text
    assert "Not public, so readers do not see them with this:" in page
    assert "_along" not in page


def test_the_page_of_publishing_says_what_readers_will_miss_and_publishes_it_too(editor_client):
    item = article()
    suggest(item)
    who, shown = person(), published(event())
    Mention.objects.create(article=item, person=who)
    Coverage.objects.create(article=item, event=shown)
    page = editor_client.get(url(item, "publish")).text
    assert "1 suggestion to decide" in page
    assert url(item, "review") in page
    assert url(who) in page
    assert url(shown) not in page
    assert f'name="_along" value="{who.pk}"' in page
    response = editor_client.post(
        url(item, "publish"), {"version": item.version, "_along": str(who.pk)}, follow=True
    )
    assert "Published: edition 1" in messages_of(response)[0]
    assert messages_of(response)[1] == "1 published."
    assert LivePerson.objects.get().pk == who.pk


def test_what_was_ticked_on_the_page_of_publishing_stays_so_when_the_page_comes_back(editor_client):
    item, who = article(), person()
    Mention.objects.create(article=item, person=who)
    sent = {"version": item.version - 1, "_along": str(who.pk)}
    ticked = f'name="_along" value="{who.pk}" checked'
    assert ticked in editor_client.post(url(item, "publish"), sent).text
    assert ticked not in editor_client.get(url(item, "publish")).text


def test_publishing_leaves_what_was_not_asked_for(editor_client):
    item = article()
    Mention.objects.create(article=item, person=person())
    editor_client.post(url(item, "publish"), {"version": item.version})
    assert LiveArticle.objects.exists()
    assert not LivePerson.objects.exists()


def test_an_article_without_a_title_is_found_opened_and_erased(editor_client):
    """Its row was a dash, its messages spoke of “”, and to erase it nothing had to be typed that could be."""
    item = article("")
    assert ">(no title)</a>" in editor_client.get(list_url("article")).text
    told = messages_of(editor_client.get(url(item, "withdraw"), follow=True))
    assert told == ["“(no title)” is not public."]
    erased = editor_client.post(url(item, "erase"), {"note": "Theo đơn", "typed": str(item.pk)}, follow=True)
    assert messages_of(erased) == ["Erased. Nothing of its words is left."]
    assert not Article.objects.exists()


def test_the_log_keeps_no_words_for_an_article_without_a_title(editor_client):
    run(editor_client, "delete_selected", article(""), _confirmed="1")
    assert AuditEntry.objects.get(verb="delete").label == ""


def test_publishing_from_the_list_tells_each_outcome(editor_client):
    good, bad = article("Tốt"), article("Rỗng", body="")
    asked = run(editor_client, "publish_selected", good, bad)
    assert "Readers will see these at once" in asked.text
    assert "Tốt" in asked.text
    assert not LiveArticle.objects.exists()
    response = run(editor_client, "publish_selected", good, bad, _confirmed="1")
    assert [row.title for row in LiveArticle.objects.all()] == ["Tốt"]
    told = messages_of(response)
    assert told[0] == "1 published."
    assert "Rỗng" in told[1]
    assert told[1].count("Rỗng") == 1
    assert "has neither text nor photos" in told[1]
    assert url(bad) in told[1]


def test_publishing_from_the_list_leaves_alone_what_is_public_as_it_stands(editor_client):
    draft, same, changed = article("Nháp"), published(article("Như cũ")), published(article("Đã sửa"))
    changed.dek = "Mới"
    revise(changed, by=None)
    told = messages_of(run(editor_client, "publish_selected", draft, same, changed, _confirmed="1"))
    assert told == ["1 is public already as it stands on the desk.", "2 published."]
    same.refresh_from_db()
    assert same.last_edition == 1
    assert messages_of(run(editor_client, "publish_selected", same)) == told[:1]


def test_withdrawing_asks_first_and_shows_the_notice_afterwards(editor_client):
    item = published(article())
    other = published(article("Bài thay thế"))
    page = editor_client.get(url(item, "withdraw"))
    assert page.status_code == 200
    assert LiveArticle.objects.count() == 2
    response = editor_client.post(
        url(item, "withdraw"), {"notice": "Sai sự thật.", "replacement": str(other.pk)}, follow=True
    )
    assert not LiveArticle.objects.filter(pk=item.pk).exists()
    assert Tombstone.objects.get().replaced_by == other.pk
    assert "Sai sự thật." in response.text
    assert "Bài thay thế" in response.text
    item.refresh_from_db()
    assert item.state == "withdrawn"


def test_a_replacement_has_to_be_public(editor_client):
    item, draft = published(article()), article("Nháp")
    response = editor_client.post(url(item, "withdraw"), {"notice": "", "replacement": str(draft.pk)})
    assert "Select a valid choice" in response.text
    assert LiveArticle.objects.exists()


def test_withdrawing_a_draft_is_answered(editor_client):
    response = editor_client.get(url(article(), "withdraw"), follow=True)
    assert "is not public" in messages_of(response)[0]


def test_withdrawing_from_the_list_asks_for_one_notice(editor_client):
    one, two, draft = published(article("Một")), published(article("Hai")), article("Nháp")
    response = run(editor_client, "withdraw_selected", one, two, draft)
    assert LiveArticle.objects.count() == 2
    assert "Nháp" not in response.text
    response = run(editor_client, "withdraw_selected", one, two, _confirmed="1", notice="Gỡ.")
    assert messages_of(response) == ["2 withdrawn."]
    assert set(Tombstone.objects.values_list("notice", flat=True)) == {"Gỡ."}


def test_a_withdrawn_item_is_reinstated_and_then_published(editor_client):
    item = published(article())
    editor_client.post(url(item, "withdraw"), {"notice": "Gỡ."})
    page = editor_client.get(url(item)).text
    assert 'name="_publish"' not in page
    assert url(item, "reinstate") in page
    assert editor_client.get(url(item, "reinstate")).status_code == 200
    editor_client.post(url(item, "reinstate"))
    item.refresh_from_db()
    assert item.state == "draft"
    response = save(editor_client, item, "_publish")
    editor_client.post(url(item, "publish"), {"version": response.context["form"]["version"].value()})
    assert LiveArticle.objects.get().edition == 2


def test_a_draft_can_be_deleted_and_what_was_public_cannot(editor_client):
    draft, live = article("Nháp"), published(article("Đã đăng"))
    assert editor_client.get(url(live, "delete")).status_code == 403
    assert url(live, "delete") not in editor_client.get(url(live)).text
    editor_client.post(url(draft, "delete"), {"post": "yes"})
    assert list(Article.objects.all()) == [live]


def test_a_draft_with_a_source_and_suggestions_can_be_deleted(editor_client):
    from tests.admin_desk import suggest

    item = article()
    suggest(item)
    editor_client.post(url(item, "delete"), {"post": "yes"})
    assert not Article.objects.exists()


def test_a_person_in_use_is_not_deleted_and_the_reason_is_told(editor_client):
    who = person()
    Mention.objects.create(article=article(), person=who)
    response = editor_client.post(url(who, "delete"), {"post": "yes"}, follow=True)
    assert Person.objects.exists()
    assert "is still used by" in messages_of(response)[0]


def test_deleting_from_the_list_keeps_what_was_public(editor_client):
    draft, live = article("Nháp"), published(article("Đã đăng"))
    response = run(editor_client, "delete_selected", draft, live)
    assert "1 of those you chose was public once and stays" in response.text
    assert Article.objects.count() == 2
    response = run(editor_client, "delete_selected", draft, live, _confirmed="1")
    assert list(Article.objects.all()) == [live]
    assert messages_of(response)[0] == "1 deleted."
    assert "never deleted" in messages_of(response)[1]


def test_the_actions_of_the_list_are_ours(editor_client):
    article()
    choices = editor_client.get(list_url("article")).context["action_form"].fields["action"].choices
    assert dict(choices[1:]) == {
        "submit_selected": "Hand in selected articles",
        "approve_selected": "Declare selected articles ready",
        "return_selected": "Send selected articles back…",
        "publish_selected": "Publish selected articles…",
        "schedule_selected": "Schedule selected articles…",
        "reinstate_selected": "Reinstate selected articles",
        "withdraw_selected": "Withdraw selected articles…",
        "delete_selected": "Delete selected articles…",
    }


def test_the_page_tells_what_is_public(editor_client):
    item = published(article())
    page = editor_client.get(url(item)).text
    assert "Edition 1 is public" in page
    assert "/api/v1/articles/hoi-dam-viet-nam-han-quoc/" in page
    save(editor_client, item, title="Khác")
    assert "The desk has changes that are not public." in editor_client.get(url(item)).text


def test_a_new_article_can_be_published_at_once(editor_client):
    add = "/admin/articles/article/add/"
    editor_client.post(
        add,
        form_data(editor_client, add) | {"title": "Mới", "body": "Một.", "language": "vi", "_publish": "1"},
    )
    assert LiveArticle.objects.get().title == "Mới"


def test_what_the_public_gets_is_on_the_frontend_where_there_is_one(editor_client, settings):
    settings.ARTICLES = {"FRONTEND_URLS": {"article": "https://news.example/{slug}/"}}
    item = published(article("Hội đàm"))
    assert 'href="https://news.example/hoi-dam/"' in editor_client.get(url(item)).text


OTHER_THEME = """{% extends "admin/base_site.html" %}{% load admin_modify %}
{% block content %}{% endblock %}
{% block footer %}{% block submit_buttons_bottom %}{% submit_row %}{% endblock %}{% endblock %}"""


def test_our_pages_stand_in_a_theme_that_draws_the_buttons_of_a_form_below_its_content(
    editor_client, settings, tmp_path
):
    (tmp_path / "admin").mkdir()
    (tmp_path / "admin" / "change_form.html").write_text(OTHER_THEME)
    (templates,) = settings.TEMPLATES
    settings.TEMPLATES = [{**templates, "DIRS": [tmp_path, *templates["DIRS"]]}]
    item = article()
    for page in ("publish", "schedule", "revisions"):
        shown = editor_client.get(url(item, page))
        assert shown.status_code == 200
        assert 'name="_continue"' not in shown.text
