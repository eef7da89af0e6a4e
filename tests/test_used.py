"""What a host's own rows hold fast is not deleted, erased, withdrawn or undone, and the refusal names them."""

import pytest
from django.db import models

from articles.actions.delete import delete
from articles.actions.erase import erase
from articles.actions.errors import Refused
from articles.actions.import_files import Options, import_files
from articles.actions.undo_import import undo_import
from articles.actions.withdraw import withdraw
from articles.files import RawFile
from articles.models import Article, ImportRun, LiveArticle, Photo
from tests.admin_desk import article, editor, published

pytestmark = pytest.mark.django_db


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
def test_an_import_whose_draft_a_row_holds_fast_is_not_undone():
    text = "Hội nghị bàn về nước sạch\n\nHội nghị bàn về nước sạch khai mạc sáng nay.\n"
    list(import_files([RawFile("a.txt", text.encode())], by=None, options=Options(), given=["/in/a.txt"]))
    Photo.objects.create(article=Article.objects.get(), caption="Ảnh")
    with pytest.raises(Refused, match=r"“a\.txt” is still used by"):
        undo_import(ImportRun.objects.get(), by=editor())
    assert Article.objects.exists()
    assert ImportRun.objects.get().state != ImportRun.State.UNDONE


def test_what_readers_see_is_not_withdrawn_while_a_row_holds_it_fast(monkeypatch):
    monkeypatch.setattr(LiveArticle._meta.get_field("agencies"), "on_delete", models.PROTECT)
    item = published(article("Giữ lại", agencies=["TTXVN"]))
    with pytest.raises(Refused, match="is still used by"):
        withdraw(item, by=editor(name="minh"))
    assert LiveArticle.objects.filter(pk=item.pk).exists()
