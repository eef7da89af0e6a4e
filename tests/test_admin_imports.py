"""Imports in the admin: the pages of runs, their reports, retry, undo, and uploading."""

import csv
import io
import json
from urllib.parse import urlsplit

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles.actions.import_files import import_files
from articles.admin.records import moment
from articles.files import RawFile
from articles.models import Article, HeldFile, ImportedFile, ImportRun, Section, Suggestion
from articles.processes import this_process
from tests.admin_desk import editor, messages_of, signed_in

pytestmark = pytest.mark.django_db

STORY = """Lãnh đạo hai nước hội đàm tại thủ đô

Ngày 5/3, tại Hà Nội, Bộ trưởng Ngoại giao Lê Minh Hà hội đàm với Bộ trưởng Ngoại giao Lào Thongphan Vilay.

Hai bên trao đổi các biện pháp thúc đẩy hợp tác trong thời gian tới, nhất là về thương mại và đầu tư.
"""
LIST = "/admin/articles/importrun/"


def make_run(*files: tuple[str, str], given: list[str] | None = None) -> ImportRun:
    raw = [RawFile(name, text.encode()) for name, text in files or [("a.txt", STORY), ("leer.txt", "")]]
    for _ in import_files(raw, by=None, given=given or []):
        pass
    return ImportRun.objects.latest("pk")


def many_lines(run: ImportRun, count: int) -> None:
    """A run of `count` files, every tenth refused."""
    ImportedFile.objects.filter(run=run).delete()
    ImportedFile.objects.bulk_create(
        ImportedFile(
            run=run, number=n, name=f"{n:06d}.txt", outcome="created" if n % 10 else "refused",
            reason="" if n % 10 else "empty", title=f"Bài {n}",
        )
        for n in range(1, count + 1)
    )  # fmt: skip
    run.counts = {"created": count - count // 10, "refused": count // 10}
    run.save()


def url(run: ImportRun, page: str = "change") -> str:
    return reverse(f"admin:articles_importrun_{page}", args=[run.pk])


def names(response) -> list[str]:
    return [file.name for file in response.context["files"]]


# -- lists and runs


def test_the_sections_that_there_are_are_offered_to_an_upload(editor_client):
    """Typed by hand, a slip made a section of its own."""
    Section.objects.create(name="Chính trị", slug="chinh-tri")
    page = editor_client.get(f"{LIST}add/").text
    assert 'list="id_section_choices"' in page
    assert '<option value="Chính trị"></option>' in page


def test_the_list_says_what_came_when_and_how_it_went(editor_client):
    run = make_run(given=["/srv/tin"])
    page = editor_client.get(LIST).text
    assert moment(run.started_at) in page
    assert "tin" in page
    assert "1 created, 1 refused" in page
    assert "newsroom-state-live" in page


def test_a_run_shows_each_file_with_outcome_and_reason(editor_client):
    run = make_run(given=["/srv/tin"])
    page = editor_client.get(url(run))
    assert names(page) == ["a.txt", "leer.txt"]
    assert "/srv/tin" in page.text
    assert "The file is empty" in page.text
    article = Article.objects.get()
    assert reverse("admin:articles_article_change", args=[article.pk]) in page.text


def test_a_run_leads_to_the_first_of_its_articles_that_has_something_to_decide(editor_client):
    make_run(("truoc.txt", STORY.replace("Lào", "Nga")))
    run = make_run(("a.txt", STORY), ("b.txt", STORY.replace("Lào", "Thái Lan")))
    first, second = Article.objects.filter(sources__run=run).order_by("created_at", "id")
    for item in (first, second):
        address = reverse("admin:articles_article_review", args=[item.pk])
        assert f'<a class="button newsroom-go" href="{address}">' in editor_client.get(url(run)).text
        Suggestion.objects.filter(article=item).update(decision="rejected")
    assert "Review what was found" not in editor_client.get(url(run)).text
    Suggestion.objects.update(decision="suggested")
    reader = signed_in(editor("view_importrun", "view_article", name="thu"))
    assert "Review what was found" not in reader.get(url(run)).text


def test_the_name_of_a_run_says_that_there_were_more_files(editor_client):
    run = ImportRun.objects.create(given=["a.txt", "b.txt", "c.txt", "d.txt", "e.txt"])
    for page in ("", f"{run.pk}/change/"):
        assert "a.txt, b.txt, c.txt + 2" in editor_client.get(f"/admin/articles/importrun/{page}").text


def test_files_are_found_by_outcome_remark_and_name(editor_client):
    run = make_run(("a.txt", STORY), ("leer.txt", ""), ("b.txt", STORY))
    assert names(editor_client.get(url(run), {"outcome": "refused"})) == ["leer.txt"]
    assert names(editor_client.get(url(run), {"noted": "1"})) == ["leer.txt", "b.txt"]
    assert names(editor_client.get(url(run), {"q": "lee"})) == ["leer.txt"]
    assert names(editor_client.get(url(run), {"q": "hai nước"})) == ["a.txt", "b.txt"]
    assert names(editor_client.get(url(run), {"outcome": "nonsense", "page": "x", "undo": "?"}))
    assert "No file of this import" in editor_client.get(url(run), {"q": "không"}).text


def test_pages_follow_each_other_and_keep_what_was_asked(editor_client):
    run = make_run()
    many_lines(run, 1205)
    page = editor_client.get(url(run), {"page": 2})
    assert names(page)[0] == "000101.txt"
    assert page.context["files"].paginator.num_pages == 13
    refused = editor_client.get(url(run), {"outcome": "refused"})
    assert names(refused)[0] == "000010.txt"
    assert "?page=2&amp;outcome=refused" in refused.text


def test_a_page_costs_the_same_for_ten_files_and_for_thousands(editor_client):
    run = make_run()

    def cost() -> int:
        with CaptureQueriesContext(connection) as sent:
            assert editor_client.get(url(run), {"page": 1}).status_code == 200
        return len(sent)

    many_lines(run, 10)
    first = cost()
    many_lines(run, 3000)
    assert cost() == first


def test_titles_and_names_are_escaped(editor_client):
    run = make_run(("<script>alert(1)</script>.txt", "<script>alert(2)</script> hội đàm\n\n" + STORY))
    page = editor_client.get(url(run)).text
    assert "<script>alert" not in page


# -- the report


def test_the_report_comes_as_json_and_as_csv(editor_client):
    run = make_run(("a.txt", STORY), ("=cmd|x.txt", ""))
    response = editor_client.get(url(run, "report"))
    assert response["Content-Disposition"] == f'attachment; filename="import-{run.pk}.json"'
    entries = json.loads(b"".join(response.streaming_content))
    assert [(entry["file"], entry["outcome"]) for entry in entries] == [
        ("a.txt", "created"), ("=cmd|x.txt", "refused"),
    ]  # fmt: skip
    assert entries[0]["article"] == str(Article.objects.get().pk)
    response = editor_client.get(url(run, "report"), {"format": "csv"})
    text = b"".join(response.streaming_content).decode()
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert rows[1]["file"] == "'=cmd|x.txt"
    assert rows[1]["reason"] == entries[1]["reason"]


def test_a_run_of_no_files_has_an_empty_report(editor_client):
    run = ImportRun.objects.create()
    assert json.loads(b"".join(editor_client.get(url(run, "report")).streaming_content)) == []
    assert editor_client.get(url(run)).status_code == 200


# -- retry and undo


def test_refused_files_are_tried_again(editor_client, tmp_path):
    (tmp_path / "leer.txt").write_text(STORY)
    run = make_run(("leer.txt", ""), given=[str(tmp_path)])
    assert "Try refused files again" in editor_client.get(url(run)).text
    page = editor_client.post(url(run, "retry"), follow=True)
    assert messages_of(page) == ["Tried again: this is how it went."]
    assert names(page) == ["leer.txt"]
    assert Article.objects.count() == 1
    assert "were tried again" in editor_client.get(url(run)).text


def test_many_refused_files_are_tried_again_in_steps(editor_client, tmp_path, settings, monkeypatch):
    settings.ARTICLES = {**settings.ARTICLES, "IMPORT_BATCH": 1}
    monkeypatch.setattr("articles.actions.import_steps.AT_ONCE", 0.0)
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(STORY.replace("Hai", name))
    run = make_run(("a.txt", ""), ("b.txt", ""), given=[str(tmp_path)])
    page = editor_client.post(url(run, "retry"), follow=True)
    again = ImportRun.objects.latest("pk")
    assert "1 of 2 files" in page.text
    assert f'data-goes-on="{url(run, "retry")}"' in page.text
    assert "Try refused" not in page.text
    for _step in range(2):
        page = editor_client.post(url(again, "carry_out"), follow=True)
    assert messages_of(page) == ["Tried again: this is how it went."]
    assert Article.objects.count() == 2
    assert messages_of(editor_client.post(url(run, "carry_out"), follow=True)) == [
        "Nothing of this import is left to go on with."
    ]


def test_where_no_file_can_be_read_again_the_page_says_why(editor_client):
    run = make_run()
    assert "Try refused" not in editor_client.get(url(run)).text
    assert "not kept" in messages_of(editor_client.post(url(run, "retry"), follow=True))[0]


def test_undo_asks_first_and_then_lists_what_stayed(editor_client):
    run = make_run()
    assert "What nobody has touched" in editor_client.get(url(run, "undo")).text
    assert Article.objects.exists()
    page = editor_client.post(url(run, "undo"), follow=True)
    assert messages_of(page) == ["1 removed, 0 kept."]
    assert not Article.objects.exists()
    assert "Undone on" in page.text
    assert "Undo…" not in page.text
    again = editor_client.post(url(run, "undo"), follow=True)
    assert "nothing to undo" in messages_of(again)[0]


# -- uploading


def upload(client, *files: tuple[str, bytes], **data):
    data["uploads"] = [SimpleUploadedFile(name, content) for name, content in files]
    return client.post(LIST + "add/", data, follow=True)


def test_an_upload_shows_its_report_and_is_imported_on_a_word(editor_client):
    assert editor_client.get(LIST + "add/").status_code == 200
    page = upload(editor_client, ("a.txt", STORY.encode()), ("leer.txt", b""), section="Đối ngoại")
    assert names(page) == ["a.txt", "leer.txt"]
    assert "Nothing is imported yet" in page.text
    assert not Article.objects.exists()
    run = ImportRun.objects.get()
    page = editor_client.post(url(run, "carry_out"), follow=True)
    assert messages_of(page) == ["Imported."]
    article = Article.objects.get()
    assert article.section.name == "Đối ngoại"
    assert article.state == "draft"
    assert run.by == ImportRun.objects.get().by
    assert not HeldFile.objects.exists()
    assert "Mend them, and upload them again" in page.text


def test_an_import_in_steps_tells_how_far_it_has_come_and_waits_without_scripts(
    editor_client, settings, monkeypatch
):
    settings.ARTICLES = {**settings.ARTICLES, "IMPORT_BATCH": 1}
    monkeypatch.setattr("articles.actions.import_steps.AT_ONCE", 0.0)
    page = upload(editor_client, ("a.txt", STORY.encode()), ("b.txt", STORY.replace("Hai", "Ba").encode()))
    assert "1 of 2 files" in page.text
    assert "The others are read when they are imported." in page.text
    assert "Import these 2 files" in page.text
    run = ImportRun.objects.get()
    page = editor_client.post(url(run, "carry_out"), follow=True)
    assert "1 of 2 files" in page.text
    assert "<progress" in page.text
    assert "<noscript><p>This import is not at its end." in page.text
    assert "newsroom-state-" not in page.text
    assert messages_of(page) == []
    page = editor_client.get(url(run, "change"))
    assert "<progress" not in page.text
    assert "wait for it to go on" in page.text
    assert "Go on importing" in page.text
    for _step in range(2):
        page = editor_client.post(url(run, "carry_out"), follow=True)
    assert messages_of(page) == ["Imported."]
    assert Article.objects.count() == 2


def test_a_run_that_goes_on_elsewhere_says_so_and_leads_to_what_it_has_reached(editor_client):
    """Whoever paused saw a state without a way on: the step that has begun is not at its end, and has no button."""
    run = ImportRun.objects.create(given=["a.txt"], uploaded=True, process=this_process())
    page = editor_client.get(url(run, "change"))
    assert "a step that has begun comes to its end" in page.text
    assert '<a href="?">See how far it has come</a>' in page.text
    ImportRun.objects.update(finished_at=timezone.now())
    assert "how far it has come" not in editor_client.get(url(run, "change")).text


def test_an_upload_can_be_published_at_once(editor_client):
    upload(editor_client, ("a.txt", STORY.encode()), publish="on")
    editor_client.post(url(ImportRun.objects.get(), "carry_out"))
    assert Article.objects.get().state == "live"


def test_an_upload_that_publishes_is_offered_to_those_who_may(editor_client):
    upload(editor_client, ("a.txt", STORY.encode()), publish="on")
    run = ImportRun.objects.get()
    page = signed_in(editor("view_importrun", "add_importrun", "add_article", name="mai")).get(
        url(run, "change")
    )
    assert page.status_code == 200
    assert "Import this file" not in page.text


def test_the_form_says_how_much_it_takes(editor_client):
    """The number of files was told when they had been sent."""
    assert "At most 20 MB and 2000 files at once" in editor_client.get(LIST + "add/").text


def test_an_upload_can_be_given_up(editor_client):
    upload(editor_client, ("a.txt", STORY.encode()))
    editor_client.post(url(ImportRun.objects.get(), "give_up"))
    assert not ImportRun.objects.exists()
    run = make_run()
    assert "Undo it instead" in messages_of(editor_client.post(url(run, "give_up"), follow=True))[-1]


def test_what_is_too_much_is_said_in_the_form(editor_client, settings, monkeypatch):
    settings.ARTICLES = {"IMPORT_UPLOAD_BYTES": 50}
    assert "at once" in upload(editor_client, ("a.txt", STORY.encode())).text
    settings.ARTICLES = {}
    monkeypatch.setattr("articles.actions.uploads.MOST_FILES", 1)
    assert "More than 1 files" in upload(editor_client, ("a.txt", b"a"), ("b.txt", b"b")).text
    assert "required" in editor_client.post(LIST + "add/", {}).text
    assert not ImportRun.objects.exists()


# -- who may


PAGES = ["change", "report", "retry", "undo", "carry_out", "give_up"]


def test_more_files_than_the_host_takes_at_once_are_said_on_the_form(editor_client, settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FILES = 2
    sent = {"uploads": [SimpleUploadedFile(f"{n}.txt", STORY.encode()) for n in range(3)]}
    page = editor_client.post(LIST + "add/", sent, follow=True)
    assert page.status_code == 200
    assert "more than 2 files at once" in page.text
    assert 'type="file"' in page.text
    assert not ImportRun.objects.exists()


def test_an_upload_needs_the_token_of_its_form():
    client = signed_in(editor())
    client.handler.enforce_csrf_checks = True
    sent = {"uploads": [SimpleUploadedFile("a.txt", STORY.encode())]}
    assert client.post(LIST + "add/", sent).status_code == 403
    assert not ImportRun.objects.exists()
    token = client.get(LIST + "add/").context["csrf_token"]
    assert client.post(LIST + "add/", sent | {"csrfmiddlewaretoken": str(token)}).status_code == 302


def test_a_stranger_is_sent_to_the_login():
    run = make_run()
    for address in (LIST, LIST + "add/", *(url(run, page) for page in PAGES)):
        for method in ("get", "post"):
            response = getattr(Client(), method)(address)
            assert response.status_code == 302
            assert urlsplit(response["Location"]).path == "/admin/login/"


def test_each_page_asks_for_its_permission():
    run = make_run()
    nobody = signed_in(editor("view_section", name="a"))
    for address in (LIST, LIST + "add/", *(url(run, page) for page in PAGES)):
        assert nobody.get(address).status_code == 403
        assert nobody.post(address).status_code == 403
    viewer = signed_in(editor("view_importrun", name="b"))
    page = viewer.get(url(run)).text
    assert "a.txt" in page
    for offered in ("Undo…", "again", "/admin/articles/article/"):
        assert offered not in page
    assert viewer.get(url(run, "report")).status_code == 200
    for deed in ("retry", "undo", "carry_out", "give_up"):
        assert viewer.post(url(run, deed)).status_code == 403
    assert viewer.get(LIST + "add/").status_code == 403
    importer = signed_in(editor("view_importrun", "add_importrun", "add_article", name="c"))
    assert 'name="publish"' not in importer.get(LIST + "add/").text
    assert importer.post(url(run, "undo")).status_code == 403
    assert Article.objects.exists()


def test_a_deed_needs_a_post(editor_client):
    run = make_run()
    for deed in ("retry", "undo", "carry_out", "give_up"):
        editor_client.get(url(run, deed))
    assert Article.objects.exists()
    assert ImportRun.objects.count() == 1


def test_a_run_that_is_not_there_is_said(editor_client):
    assert editor_client.get(f"{LIST}999/change/", follow=True).status_code == 200
    assert editor_client.post(f"{LIST}999/undo/", follow=True).status_code == 200
