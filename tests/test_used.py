"""What a host's own rows hold fast is not deleted, erased, withdrawn, merged away or undone, and they are named."""

import pytest
from django.db import models
from django.urls import reverse

from articles.actions.decide import accept, accept_by_rule
from articles.actions.delete import delete
from articles.actions.erase import erase
from articles.actions.errors import Refused
from articles.actions.import_files import Options, import_files
from articles.actions.merge import merge
from articles.actions.terms import delete_term
from articles.actions.undo_decision import undo_decision
from articles.actions.undo_import import undo_import
from articles.actions.withdraw import withdraw
from articles.files import RawFile
from articles.models import (
    Article,
    AuditEntry,
    Event,
    ImportedFile,
    ImportRun,
    LiveArticle,
    LivePerson,
    LiveSection,
    OtherName,
    Participation,
    Person,
    Photo,
    Position,
    Section,
    Suggestion,
)
from tests.admin_desk import article, editor, messages_of, person, published, suggest

pytestmark = pytest.mark.django_db

STORY = "Hội nghị bàn về nước sạch\n\nHội nghị bàn về nước sạch khai mạc sáng nay.\n"


@pytest.fixture(params=[models.PROTECT, models.RESTRICT], ids=["protect", "restrict"])
def held(request, monkeypatch):
    """Photos stand for rows of a host's model whose foreign key protects its article."""
    relation = Photo._meta.get_field("article").remote_field
    monkeypatch.setattr(relation, "on_delete", request.param)


@pytest.mark.usefixtures("held")
@pytest.mark.parametrize("verb", [delete, lambda item, by: erase(item, by=by, note="Ruling 12")])
def test_an_item_that_a_row_holds_fast_stays_and_the_row_is_named(verb):
    item = article("Giữ lại")
    photo = Photo.objects.create(article=item, caption="Ảnh")
    with pytest.raises(Refused, match="is still used by") as refusal:
        verb(item, by=editor())
    assert str(photo) in str(refusal.value)
    assert Article.objects.get() == item


@pytest.mark.usefixtures("held")
def test_of_an_import_a_draft_that_a_row_holds_fast_stays_and_the_rest_is_undone():
    files = [
        RawFile(f"{name}.txt", STORY.replace("nước sạch", name).encode()) for name in ("thuế", "lúa", "điện")
    ]
    list(import_files(files, by=None, options=Options(), given=["/in"]))
    used = Article.objects.get(title="Hội nghị bàn về lúa")
    Photo.objects.create(article=used, caption="Ảnh")
    undone = undo_import(ImportRun.objects.get(), by=editor())
    assert (undone.removed, undone.kept, undone.held) == (2, 1, ())
    assert Article.objects.get() == used
    assert used.sources.exists()
    assert [entry.label for entry in AuditEntry.objects.filter(verb="delete", item_id=used.pk)] == []
    line = ImportedFile.objects.get(undo="kept")
    assert (line.name, line.kept_because) == ("lúa.txt", "A record of this site's own uses it.")
    assert ImportRun.objects.get().state == ImportRun.State.UNDONE


def test_of_an_import_a_person_whom_a_row_holds_fast_stays_and_is_named(monkeypatch, editor_client):
    text = (
        "Hội nghị bàn về nước sạch\n\nBộ trưởng Lê Minh Hà và Bộ trưởng Trần Văn Bình dự hội nghị sáng nay.\n"
    )
    list(import_files([RawFile("a.txt", text.encode())], by=None, options=Options(), given=["/in/a.txt"]))
    accept_by_rule([Article.objects.get().pk])
    assert Person.objects.count() == 2
    monkeypatch.setattr(OtherName._meta.get_field("person").remote_field, "on_delete", models.PROTECT)
    OtherName.objects.create(person=Person.objects.get(name="Lê Minh Hà"), name="Hà")
    run = ImportRun.objects.get()
    page = editor_client.post(reverse("admin:articles_importrun_undo", args=[run.pk]), follow=True)
    (said,) = messages_of(page)
    assert said == "1 removed, 0 kept. Records of this site's own use these, which stay: Lê Minh Hà."
    assert Person.objects.get().name == "Lê Minh Hà"
    assert not Article.objects.exists()


def test_what_readers_see_is_not_withdrawn_while_a_row_holds_it_fast(monkeypatch):
    monkeypatch.setattr(LiveArticle._meta.get_field("agencies"), "on_delete", models.PROTECT)
    item = published(article("Giữ lại", agencies=["TTXVN"]))
    with pytest.raises(Refused, match="is still used by"):
        withdraw(item, by=editor(name="minh"))
    assert LiveArticle.objects.filter(pk=item.pk).exists()


def test_what_readers_see_is_not_merged_away_while_a_row_holds_it_fast(monkeypatch):
    monkeypatch.setattr(LivePerson._meta.get_field("positions"), "on_delete", models.PROTECT)
    kept, double = published(person("Bùi Thanh Sơn")), person("Bùi Sơn")
    Position.objects.create(person=double, title="Đại sứ", country="Việt Nam")
    double = published(double)
    with pytest.raises(Refused, match="is still used by"):
        merge(kept, double, by=editor())
    assert LivePerson.objects.filter(pk=double.pk).exists()


def test_a_section_that_a_row_holds_fast_is_not_deleted():
    section = Section.objects.create(name="Đối ngoại", slug="doi-ngoai")
    item = published(article("Giữ lại", section=section))
    # What readers see stands for a host's row: nothing of ours seems to use the section.
    Article.objects.filter(pk=item.pk).update(section=None)
    LiveSection.objects.update(article_count=0)
    with pytest.raises(Refused, match="“Đối ngoại” is still used by: giu-lai"):
        delete_term(section, by=editor())
    assert Section.objects.exists()


def test_an_event_that_a_row_holds_fast_stays_when_what_made_it_is_undone(monkeypatch):
    monkeypatch.setattr(Participation._meta.get_field("event").remote_field, "on_delete", models.PROTECT)
    item = article("Giữ lại")
    found = suggest(item, kind="event", name="Hội đàm")
    accept(found, by=None)
    made = Event.objects.get()
    Participation.objects.create(event=made, person=person())
    undo_decision(found, by=None)
    found.refresh_from_db()
    assert found.decision == Suggestion.Decision.SUGGESTED
    assert Event.objects.get() == made
    assert not item.coverage.exists()
