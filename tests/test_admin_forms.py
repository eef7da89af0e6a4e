"""The form of an item in the admin: one save is one version, and only what the form shows is written."""

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Article, LiveArticle, Mention, Person, Photo, Position, Revision, Section, Topic
from tests.admin_desk import (
    article,
    event,
    form_data,
    list_url,
    messages_of,
    person,
    published,
    rows_of,
    save,
    source,
    suggest,
    url,
)

pytestmark = pytest.mark.django_db


def test_a_save_is_one_version_with_one_revision(editor_client):
    item = article()
    response = save(editor_client, item, title="Tên mới", dek="Sa pô")
    item.refresh_from_db()
    assert response.status_code == 200
    assert (item.title, item.dek, item.version) == ("Tên mới", "Sa pô", 2)
    assert item.updated_by.username == "lan"
    assert item.folded.startswith("ten moi")
    assert Revision.objects.filter(item_id=item.pk, version=2).get().data["fields"]["title"] == "Tên mới"


def test_saving_without_a_change_makes_no_version(editor_client):
    item = article()
    save(editor_client, item)
    item.refresh_from_db()
    assert item.version == 1


def test_links_are_saved_with_the_item_as_one_version(editor_client):
    item, who = article(), person()
    save(editor_client, item, **rows_of("mentions", {"person": who.pk, "role": "Bộ trưởng", "rank": 0}))
    item.refresh_from_db()
    assert [str(link) for link in item.mentions.all()] == ["Bùi Thanh Sơn · Bộ trưởng"]
    assert item.version == 2
    assert (
        Revision.objects.get(item_id=item.pk, version=2).data["links"]["mentions"][0]["role"] == "Bộ trưởng"
    )


def test_a_new_row_comes_after_the_others(editor_client):
    item = article()
    for rank in range(3):
        Mention.objects.create(article=item, person=person(f"Người {rank}"), rank=rank)
    last = person("Người cuối")
    new = {"person": last.pk, "role": "", "rank": 0, "article": item.pk, "id": ""}
    row = {f"mentions-3-{name}": str(value) for name, value in new.items()}
    save(editor_client, item, **row, **{"mentions-TOTAL_FORMS": "4"})
    assert item.mentions.get(person=last).rank == 3


def test_one_person_in_two_rows_is_told_with_the_cure(editor_client):
    item, who = article(), person()
    row = {"person": who.pk, "role": "", "rank": 0}
    response = save(editor_client, item, **rows_of("mentions", row, row | {"rank": 1}))
    assert "One of them stands in two rows: delete one of the rows." in response.text
    assert not Mention.objects.exists()


def test_the_form_of_a_new_item_begins_with_its_first_field(editor_client):
    """The button of the keys was part of the form, and took the focus from the title when the browser was quick."""
    for kind in ("article", "person", "event"):
        page = editor_client.get(reverse(f"admin:articles_{kind}_add")).text
        assert page.index('id="newsroom-help-button"') < page.index(f'id="{kind}_form"')


def test_an_article_can_be_written_by_hand(editor_client):
    add = "/admin/articles/article/add/"
    data = form_data(editor_client, add) | {
        "title": "Bài viết tay",
        "body": "Một.\n\nHai & ba <4.",
        "language": "vi",
    }
    editor_client.post(add, data)
    item = Article.objects.get()
    assert item.version == 1
    assert item.body == "<p>Một.</p>\n<p>Hai &amp; ba &lt;4.</p>"
    assert item.slug == "bai-viet-tay"


def test_paragraphs_are_edited_as_plain_text_and_come_back_the_same(editor_client):
    item = article(body="<p>Một &amp; hai.</p>\n<p>Ba.</p>")
    assert form_data(editor_client, url(item))["body"] == ["Một & hai.\n\nBa."]
    save(editor_client, item, body="Một & hai.\r\n\r\nBa.")
    item.refresh_from_db()
    assert item.version == 1


def test_markup_is_shown_as_markup_and_cleaned(editor_client):
    item = article(body="<p>Một <strong>hai</strong>.</p>")
    assert "<strong>" in form_data(editor_client, url(item))["body"][0]
    save(editor_client, item, body='<p onclick="x()">Một</p><script>alert(1)</script>')
    item.refresh_from_db()
    assert item.body == "<p>Một</p>"


def test_lists_are_edited_one_entry_a_line(editor_client):
    item = article(byline=["Việt Trung"])
    assert form_data(editor_client, url(item))["byline"] == ["Việt Trung"]
    save(editor_client, item, byline="Anh Nguyên\r\n  Việt   Cường \r\n\r\nAnh Nguyên", agencies="TTXVN")
    item.refresh_from_db()
    assert (item.byline, item.agencies) == (["Anh Nguyên", "Việt Cường"], ["TTXVN"])


def test_authority_links_have_to_be_addresses(editor_client):
    who = person()
    response = save(editor_client, who, same_as="https://www.wikidata.org/wiki/Q1\njavascript:alert(1)")
    assert "Enter a valid URL." in response.text
    save(editor_client, who, same_as="https://www.wikidata.org/wiki/Q1")
    who.refresh_from_db()
    assert who.same_as == ["https://www.wikidata.org/wiki/Q1"]


def test_what_is_wrong_stands_above_all_else_and_leads_to_its_field(editor_client):
    """The form of an article with many suggestions came back with nothing on its first screens that told of a fault."""
    item, who = article(), person()
    Mention.objects.create(article=item, person=who)
    suggest(item, name="Park Jin")
    page = save(editor_client, item, date="hôm qua", title="", **{"mentions-0-role": "x" * 400}).text
    told = page[page.index("newsroom-mistakes") : page.index('id="suggestions"')]
    assert "Nothing is saved yet." in told
    assert '<a href="#id_title">Title</a>: This field is required.' in told
    assert '<a href="#id_date">Date</a>: “hôm qua” is not a date.' in told
    assert '<a href="#id_mentions-0-role">Mention 1: Role</a>: ' in told
    assert "newsroom-mistakes" not in editor_client.get(url(item)).text


@pytest.mark.parametrize("text", ["7/13/2021", "13/7/21", "2021-13", "yesterday", "2021-07-06/2020"])
def test_a_date_that_is_none_is_explained(editor_client, text):
    item = article()
    response = save(editor_client, item, date=text)
    assert "is not a date. Write 2021-07-06" in response.text
    item.refresh_from_db()
    assert item.date == ""


@pytest.mark.parametrize(("typed", "kept"), [("XXXX-07-13", "XXXX-07-13"), ("13/7/2021", "2021-07-13")])
def test_partial_dates_are_taken(editor_client, typed, kept):
    item, who = article(), person()
    save(editor_client, item, date=typed)
    item.refresh_from_db()
    assert item.date == kept
    save(editor_client, who, **rows_of("positions", {"title": "Bộ trưởng", "start": typed, "rank": 0}))
    assert who.positions.get().start == kept


def test_a_title_that_an_editor_wrote_is_no_proposal(editor_client):
    item = article(title_proposed=True)
    assert "title_proposed" in form_data(editor_client, url(item))
    save(editor_client, item, title="Tên thật")
    item.refresh_from_db()
    assert not item.title_proposed
    assert "title_proposed" not in form_data(editor_client, url(item))


def test_saving_writes_nothing_that_the_public_sees(editor_client):
    item = published(article())
    before = LiveArticle.objects.get().document
    save(editor_client, item, title="Tên mới")
    item.refresh_from_db()
    assert item.state == "changed"
    assert LiveArticle.objects.get().document == before


def test_a_new_address_of_what_is_public_is_told_and_the_old_one_leads_there(editor_client):
    item = published(article("Tên cũ"))
    response = save(editor_client, item, slug="ten-moi")
    assert "at “ten-moi”, and the old address leads there" in " ".join(messages_of(response))
    assert editor_client.get("/api/v1/articles/ten-cu/").status_code == 200
    published(Article.objects.get())
    moved = editor_client.get("/api/v1/articles/ten-cu/")
    assert (moved.status_code, moved["Location"].endswith("/ten-moi/")) == (301, True)


def test_a_save_does_not_undo_what_the_door_wrote_meanwhile(editor_client):
    item = article()
    data = form_data(editor_client, url(item))
    published(Article.objects.get())
    editor_client.post(url(item), data | {"title": "Tên mới", "_save": "1"})
    item.refresh_from_db()
    assert (item.title, item.live_edition, item.published_version) == ("Tên mới", 1, 1)


def test_people_and_events_are_edited_with_their_parts(editor_client):
    who, what = person(), event()
    office = {"title": "Bộ trưởng", "organisation": "", "country": "Việt Nam", "start": "2021-04", "rank": 0}
    save(
        editor_client,
        who,
        **rows_of("positions", office),
        **rows_of("other_names", {"name": "Bui Thanh Son"}),
    )
    taking_part = rows_of("participations", {"person": who.pk, "role": "", "rank": 0})
    save(editor_client, what, date="2021-07-06", event_kind="talks", **taking_part)
    assert str(Position.objects.get()) == "Bộ trưởng, Việt Nam"
    assert who.other_names.get().name_key == "bui thanh son"
    assert what.participations.get().person == who


def test_a_person_shows_where_they_are_used(editor_client):
    who, item, what = person(), article(), event()
    Mention.objects.create(article=item, person=who)
    what.participations.create(person=who)
    page = editor_client.get(url(who)).text
    assert url(item) in page
    assert url(what) in page


def test_articles_of_one_title_are_told_apart_where_they_are_used(editor_client):
    who = person()
    for date in ("2024-06-10", "2024-06-11"):
        Mention.objects.create(article=article("Tin vắn", date=date), person=who)
    page = editor_client.get(url(who)).text
    assert '<span class="newsroom-quiet">10 June 2024 · draft</span>' in page
    assert '<span class="newsroom-quiet">11 June 2024 · draft</span>' in page


def test_an_article_may_name_all_who_were_elected(editor_client):
    item = article()
    people = Person.objects.bulk_create(Person(name=f"Nguyễn Văn {n}") for n in range(250))
    Mention.objects.bulk_create(Mention(article=item, person=who, rank=n) for n, who in enumerate(people))
    assert save(editor_client, item, title="Danh sách trúng cử").status_code == 200
    item.refresh_from_db()
    assert item.title == "Danh sách trúng cử"
    assert item.mentions.count() == 250


def test_a_photo_needs_no_file_and_takes_only_images(editor_client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    item = article()
    photo = {"caption": "Ảnh", "credit": "TTXVN", "after_paragraph": 1, "rank": 0}
    save(editor_client, item, **rows_of("photos", photo))
    assert Photo.objects.get().file.name == ""
    from django.core.files.uploadedfile import SimpleUploadedFile

    response = save(editor_client, item, **{"photos-0-file": SimpleUploadedFile("x.html", b"<script>")})
    assert "File extension “html” is not allowed" in response.text


def test_source_text_is_shown_and_cannot_be_edited(editor_client):
    item = article()
    made = source(item, text="Nguyên văn <b>")
    assert "Nguyên văn &lt;b&gt;" in editor_client.get(url(item)).text
    page = f"/admin/articles/source/{made.pk}/change/"
    assert "Nguyên văn &lt;b&gt;" in editor_client.get(page).text
    assert editor_client.post(page, {"text": "x"}).status_code == 403
    assert editor_client.get("/admin/articles/source/add/").status_code == 403


def test_a_person_made_in_a_popup_is_saved_like_any_other(editor_client):
    data = form_data(editor_client, "/admin/articles/person/add/?_popup=1") | {
        "name": "Park Jin",
        "_popup": "1",
    }
    response = editor_client.post("/admin/articles/person/add/?_popup=1", data)
    assert "Park Jin" in response.text
    assert Person.objects.get().name_key == "park jin"


def test_the_history_is_one_page_that_names_who_and_what(editor_client):
    item = article()
    save(editor_client, item, title="Tên mới")
    response = editor_client.get(url(item, "history"), follow=True)
    assert response.redirect_chain == [(url(item, "revisions"), 302)]
    assert [revision.by.username for revision in response.context["revisions"][:1]] == ["lan"]
    assert "<ins>" in response.text
    assert f'href="{url(item, "revisions")}"' in editor_client.get(url(item)).text


def test_nothing_found_is_said(editor_client):
    assert "0 articles" in editor_client.get(list_url("article")).text


def test_an_unknown_item_leads_back_with_a_word(editor_client):
    for page in ("change", "publish", "withdraw", "reinstate", "delete"):
        response = editor_client.get(f"/admin/articles/article/0/{page}/", follow=True)
        assert "doesn’t exist" in " ".join(messages_of(response))


def test_a_language_is_chosen_from_a_list_or_typed(editor_client):
    item = article(language="vi")
    page = editor_client.get(url(item)).text
    assert 'list="id_language_choices"' in page
    choices = page.split('<datalist id="id_language_choices">')[1].split("</datalist>")[0]
    # The languages of the site come first.
    assert choices.startswith('<option value="vi">Vietnamese</option><option value="en">English</option>')
    assert '<option value="ko">Korean</option>' in choices
    save(editor_client, item, language="tay")
    item.refresh_from_db()
    assert item.language == "tay"
    assert "language" in save(editor_client, item, language="Tiếng Việt").context["adminform"].form.errors


@pytest.mark.parametrize("asked", ["section=x", "section=", "section=%00", "topics=1,2", "translation_of=-1"])
def test_an_address_that_fills_in_an_id_that_is_none_opens_an_empty_form(editor_client, asked):
    response = editor_client.get(f"{reverse('admin:articles_article_add')}?{asked}&title=Hai")
    assert response.status_code == 200
    assert 'value="Hai"' in response.text


@pytest.mark.parametrize("field", ["section", "topics", "translation_of", "mentions-0-person"])
def test_a_form_that_names_an_id_that_is_none_comes_back_with_its_fault(editor_client, field):
    item = article()
    Mention.objects.create(article=item, person=person("Hà Mơ"))
    response = save(editor_client, item, title="Hai", **{field: "x"})
    assert response.status_code == 200
    assert "“x”" in response.text
    item.refresh_from_db()
    assert item.title != "Hai"


@pytest.mark.parametrize("given", ["x", "", "\0", "1"])
def test_an_action_on_an_id_that_is_none_takes_the_others(editor_client, given):
    item = article()
    sent = {
        "action": "publish_selected",
        "_selected_action": [given, str(item.pk)],
        "index": "0",
        "_confirmed": "1",
    }
    assert editor_client.post(list_url("article"), sent).status_code == 302
    assert LiveArticle.objects.count() == 1
    alone = editor_client.post(list_url("article"), sent | {"_selected_action": given}, follow=True)
    assert alone.status_code == 200
    assert LiveArticle.objects.count() == 1


def test_an_address_can_fill_in_sections_and_topics(editor_client):
    section, topic = (
        Section.objects.create(name="Thời sự", slug="thoi-su"),
        Topic.objects.create(name="A", slug="a"),
    )
    page = editor_client.get(
        f"{reverse('admin:articles_article_add')}?section={section.pk}&topics={topic.pk}"
    ).text
    assert f'<option value="{section.pk}" selected' in page
    assert f'<option value="{topic.pk}" selected' in page


LIMITS = {
    "DATA_UPLOAD_MAX_MEMORY_SIZE": (100, "larger than the 100\xa0bytes"),
    "DATA_UPLOAD_MAX_NUMBER_FIELDS": (4, "more fields than the 4"),
}


@pytest.mark.parametrize("make", [article, person], ids=["in parts", "as one line"])
@pytest.mark.parametrize("limit", LIMITS)
@pytest.mark.parametrize("page", ["change", "publish"])
def test_a_form_that_is_too_large_says_so_and_how_to_go_on(editor_client, settings, make, limit, page):
    """It was a bare “Bad Request”, in English, on a page of nobody's."""
    item = make()
    sent = form_data(editor_client, url(item)) | {"editors_note": "Một ghi chú dài. " * 20}
    most, said = LIMITS[limit]
    setattr(settings, limit, most)
    for language, back in (
        ("en", "what you typed is still there"),
        ("vi", "những gì bạn đã nhập vẫn còn đó"),
    ):
        response = editor_client.post(url(item, page), sent, headers={"accept-language": language})
        assert response.status_code == 413
        assert back in response.text
        assert limit in response.text
        assert (language == "vi") or said in response.text
    assert Client().post(url(item, page), sent).status_code == 400
    item.refresh_from_db()
    assert item.version == 1


@pytest.mark.parametrize("page", ["change", "publish", "delete", "history"])
def test_every_form_asks_for_its_token(editor_client, page):
    editor_client.handler.enforce_csrf_checks = True
    assert editor_client.post(url(article(), page), {"title": "x"}).status_code == 403
    assert editor_client.post(list_url("article"), {"action": "publish_selected"}).status_code == 403


class BrokenOff:
    """What is left to read of a request whose sender has gone."""

    def read(self, *_args):
        raise OSError

    readline = read


@pytest.mark.parametrize("sent_as", ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])
def test_a_form_that_breaks_off_is_refused_and_no_error_of_ours(editor_client, sent_as):
    editor_client.handler.enforce_csrf_checks = True
    stream = {"wsgi.input": BrokenOff(), "CONTENT_LENGTH": "100"}
    answer = editor_client.post(url(article()), "title=x", content_type=sent_as, **stream)
    assert answer.status_code == 403
