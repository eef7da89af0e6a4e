"""New text: a changed file, or another version of a story, waits with its difference until an editor takes it over."""

import pytest
from django.core.exceptions import PermissionDenied

from articles.actions.decide import accept, reject
from articles.actions.delete import delete
from articles.actions.errors import Refused
from articles.actions.import_files import import_files
from articles.actions.publish import publish
from articles.actions.restore import restore
from articles.actions.revise import revise
from articles.actions.take_over import plan_take_over
from articles.actions.undo_import import undo_import
from articles.actions.withdraw import withdraw
from articles.files import RawFile
from articles.models import Article, AuditEntry, ImportRun, Photo, Source, Suggestion
from tests.admin_desk import editor, messages_of, save, signed_in, url
from tests.factories import make_user

pytestmark = pytest.mark.django_db

STORY = """Lãnh đạo hai nước hội đàm tại thủ đô

Ngày 5/3, tại Hà Nội, Bộ trưởng Ngoại giao Lê Minh Hà hội đàm với Bộ trưởng Ngoại giao Lào Thongphan Vilay.

Hai bên trao đổi các biện pháp thúc đẩy hợp tác trong thời gian tới, nhất là về thương mại và đầu tư.

Hai bên nhất trí tiếp tục phối hợp chặt chẽ tại các diễn đàn đa phương mà hai nước cùng tham gia.
"""
UPDATE = STORY.replace("thương mại và đầu tư", "văn hóa và giáo dục")


def take(text: str, name: str = "a.txt") -> None:
    for _ in import_files([RawFile(name, text.encode())], by=None):
        pass


def changed(text: str = UPDATE) -> tuple[Article, Suggestion]:
    take(STORY)
    take(text)
    return Article.objects.get(), Suggestion.objects.get(kind="text")


def test_taking_over_makes_a_new_version_and_the_old_one_can_be_restored():
    item, suggestion = changed()
    user = make_user("change_article")
    accept(suggestion, by=user)
    item.refresh_from_db()
    assert "văn hóa" in item.body
    assert "thương mại" not in item.body
    assert item.updated_by == user
    suggestion.refresh_from_db()
    assert (suggestion.decision, suggestion.decided_by) == ("accepted", user)
    restore(item, version=1, by=user)
    item.refresh_from_db()
    assert "thương mại" in item.body


def test_rejecting_leaves_the_article_alone():
    _item, suggestion = changed()
    before = Article.objects.values().get()
    reject(suggestion, by=make_user("change_article"))
    assert Article.objects.values().get() == before


def test_nothing_public_changes_before_it_is_published_again():
    take(STORY)
    publish(Article.objects.get(), by=None)
    take(UPDATE)
    accept(Suggestion.objects.get(kind="text"), by=None)
    assert Article.objects.get().state == "changed"


def test_what_the_file_did_not_change_stays_as_the_editor_made_it():
    item, suggestion = changed()
    item.title, item.dek = "Đầu đề của ban biên tập", "Sa-pô."
    revise(item, by=make_user("change_article"))
    plan = plan_take_over(item, suggestion.source)
    assert [(change.name, change.edited) for change in plan.fields] == [("body", False)]
    accept(suggestion, by=None)
    item.refresh_from_db()
    assert (item.title, item.dek) == ("Đầu đề của ban biên tập", "Sa-pô.")
    assert "văn hóa" in item.body


def test_an_editors_own_words_are_not_given_up_unsaid():
    item, suggestion = changed()
    item.body = "<p>Bản của ban biên tập.</p>"
    revise(item, by=make_user("change_article"))
    (change,) = plan_take_over(item, suggestion.source).fields
    assert change.edited
    assert "would give that up: text" in signed_in(editor()).get(url(item)).text


def test_new_people_and_captions_come_along_and_photos_with_a_file_stay():
    text = UPDATE.replace(
        "Hai bên nhất trí",
        "Quang cảnh hội đàm. Ảnh: Minh Đức/TTXVN\n\nThứ trưởng Ngoại giao Phạm Văn Ngọc cùng dự. Hai bên nhất trí",
    )
    item, suggestion = changed(text)
    Photo.objects.create(article=item, caption="Ảnh của tòa soạn", file="a.jpg", rank=5)
    accept(suggestion, by=None)
    assert {photo.caption.rstrip(".") for photo in item.photos.all()} == {
        "Ảnh của tòa soạn",
        "Quang cảnh hội đàm",
    }
    waiting = Suggestion.objects.filter(article=item, kind="person", decision="suggested")
    names = list(waiting.values_list("value__name", flat=True))
    assert names.count("Lê Minh Hà") == 1
    assert "Phạm Văn Ngọc" in names


def test_what_the_new_text_does_not_say_any_more_is_no_longer_suggested():
    gone = "Thứ trưởng Ngoại giao Phạm Văn Ngọc cùng dự. Hai bên nhất trí"
    untitled = UPDATE.partition("\n\n")[2]
    take(untitled.replace("Hai bên nhất trí", gone))
    take(untitled)
    item = Article.objects.get()
    assert (
        "No longer in the text, so no longer suggested: Phạm Văn Ngọc"
        in signed_in(editor()).get(url(item)).text
    )
    kept = set(item.suggestions.filter(kind="person").values_list("value__name", flat=True)) - {
        "Phạm Văn Ngọc"
    }
    accept(Suggestion.objects.get(kind="text"), by=None)
    waiting = item.suggestions.filter(kind="person", decision="suggested")
    assert kept
    assert item.suggestions.get(kind="title").decision == "suggested"
    assert set(waiting.values_list("value__name", flat=True)) == kept
    assert item.suggestions.get(value__name="Phạm Văn Ngọc").decision == "rejected"


def test_several_new_texts_build_on_each_other():
    item, first = changed()
    accept(first, by=None)
    take(UPDATE.replace("giáo dục", "du lịch"))
    second = Suggestion.objects.get(kind="text", decision="suggested")
    item.refresh_from_db()
    item.dek = "Sa-pô."
    revise(item, by=None)
    accept(second, by=None)
    item.refresh_from_db()
    assert "văn hóa và du lịch" in item.body
    assert item.dek == "Sa-pô."


def test_the_newest_text_leaves_older_ones_behind():
    item, first = changed()
    take(UPDATE.replace("giáo dục", "du lịch"))
    newest = Suggestion.objects.get(kind="text", source__text__contains="du lịch")
    accept(newest, by=None)
    first.refresh_from_db()
    assert first.decision == "rejected"
    item.refresh_from_db()
    assert "du lịch" in item.body


def test_the_page_shows_the_difference_and_takes_it_over():
    item, suggestion = changed()
    client = signed_in(editor())
    page = client.get(url(item)).text
    assert "Take over" in page
    assert "Leave as it is" in page
    assert "<ins>" in page
    assert "văn hóa" in page
    save(client, item, "_accept_all")
    item.refresh_from_db()
    assert "thương mại" in item.body
    save(client, item, "_accept", str(suggestion.pk))
    item.refresh_from_db()
    assert "văn hóa" in item.body


def test_what_was_taken_over_offers_no_undo_that_would_be_refused():
    item, suggestion = changed()
    client = signed_in(editor())
    undo = f'name="_undo" value="{suggestion.pk}"'
    save(client, item, "_reject", str(suggestion.pk))
    assert undo in client.get(url(item)).text
    save(client, item, "_undo", str(suggestion.pk))
    save(client, item, "_accept", str(suggestion.pk))
    page = client.get(url(item)).text
    assert undo not in page
    assert "The new text was taken over: restore the version before it instead." in page


def test_the_page_costs_the_same_for_a_longer_text(django_assert_max_num_queries):
    item, _suggestion = changed()
    client = signed_in(editor())
    client.get(url(item))
    with django_assert_max_num_queries(60):
        client.get(url(item))


# -- another version of a story


def reposted() -> tuple[Article, Article, Suggestion]:
    take(STORY)
    take(UPDATE, name="b.txt")
    suggestion = Suggestion.objects.get(kind="repost")
    return Source.objects.get(name="a.txt").article, suggestion.article, suggestion


JOINER = ("change_article", "delete_article")


def test_the_same_story_joins_the_article_that_is_there():
    original, _draft, suggestion = reposted()
    accept(suggestion, by=make_user(*JOINER))
    assert Article.objects.get() == original
    assert {source.name for source in original.sources.all()} == {"a.txt", "b.txt"}
    waiting = Suggestion.objects.get(kind="text")
    assert waiting.article == original
    assert "thương mại" in Article.objects.get().body
    accept(waiting, by=make_user(*JOINER))
    assert "văn hóa" in Article.objects.get().body
    assert AuditEntry.objects.filter(verb="merge").exists()
    # Both files are known, whoever imports them again.
    for name, text in (("a.txt", STORY), ("b.txt", UPDATE)):
        take(text, name=name)
        assert ImportRun.objects.latest("pk").counts == {"unchanged": 1}


def test_a_story_of_its_own_stays_one():
    _original, _draft, suggestion = reposted()
    reject(suggestion, by=make_user("change_article"))
    assert Article.objects.count() == 2
    suggestion.refresh_from_db()
    assert suggestion.decision == "rejected"


def test_what_was_published_is_not_joined_but_withdrawn():
    _original, draft, suggestion = reposted()
    publish(draft, by=None)
    with pytest.raises(Refused, match="as its replacement"):
        accept(suggestion, by=None)
    assert Article.objects.count() == 2


def test_nothing_joins_what_is_gone():
    original, _draft, suggestion = reposted()
    publish(original, by=None)
    withdraw(original, by=None)
    with pytest.raises(Refused, match="withdrawn"):
        accept(suggestion, by=None)


def test_joining_asks_for_its_permissions():
    _original, _draft, suggestion = reposted()
    with pytest.raises(PermissionDenied):
        accept(suggestion, by=make_user("change_article"))
    assert Article.objects.count() == 2


def test_undoing_the_import_leaves_what_was_joined():
    original, _draft, suggestion = reposted()
    second = ImportRun.objects.latest("pk")
    accept(suggestion, by=make_user(*JOINER))
    assert undo_import(second, by=None).kept == 1
    assert "joined" in second.files.get().kept_because
    assert Article.objects.get() == original


def test_the_page_shows_both_and_leads_to_the_other_article():
    original, draft, suggestion = reposted()
    client = signed_in(editor())
    page = client.get(url(draft)).text
    assert url(original) in page
    assert "Same story: join them" in page
    assert "<del>" in page
    save(client, draft, "_accept_all")
    assert Article.objects.count() == 2
    response = save(client, draft, "_accept", str(suggestion.pk))
    assert response.redirect_chain[-1][0] == url(original)
    assert messages_of(response)
    assert Article.objects.count() == 1


@pytest.mark.parametrize("ended", ["published", "withdrawn", "deleted"])
def test_what_cannot_be_joined_has_no_button_to_join_it(ended):
    """It was there, and was refused whenever it was pressed; an import that publishes makes most of these."""
    original, draft, _suggestion = reposted()
    if ended == "deleted":
        delete(original, by=None)
    else:
        publish(draft if ended == "published" else original, by=None)
    if ended == "withdrawn":
        withdraw(original, by=None)
    page = signed_in(editor()).get(url(draft)).text
    assert "A story of its own" in page
    assert "Same story: join them" not in page


def test_the_page_of_what_was_published_promises_no_joining():
    _original, draft, _suggestion = reposted()
    publish(draft, by=None)
    page = signed_in(editor()).get(url(draft)).text
    assert "This one was published, so it cannot be joined" in page
    assert "this draft goes" not in page


def test_a_version_whose_other_article_is_deleted_still_shows():
    original, draft, _suggestion = reposted()
    Source.objects.filter(article=original).delete()
    original.delete()
    assert "deleted since" in signed_in(editor()).get(url(draft)).text
