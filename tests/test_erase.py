"""Erasing: nothing of an item's words is left anywhere, its tombstone stays, and nothing brings it back."""

from contextlib import suppress
from datetime import timedelta
from io import StringIO
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.admin.models import LogEntry
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage
from django.core.management import CommandError, call_command
from django.db import connection, models
from django.test import Client
from django.utils import timezone

from articles.actions.correct import correct
from articles.actions.decide import accept
from articles.actions.deliver import _make_messages
from articles.actions.door import finish_rewrites
from articles.actions.erase import erase
from articles.actions.errors import Conflict, Refused
from articles.actions.import_files import Options, import_files
from articles.actions.join_versions import join_versions
from articles.actions.likely import keep_apart
from articles.actions.merge import merge
from articles.actions.presence import arrive
from articles.actions.preview import make_preview, open_preview
from articles.actions.publish import publish
from articles.actions.rebuild_live import rebuild_live
from articles.actions.revise import revise
from articles.actions.schedule import schedule
from articles.actions.undo_import import undo_import
from articles.actions.undo_merge import undo_merge
from articles.actions.uploads import hold_upload
from articles.actions.withdraw import withdraw
from articles.actions.workflow import submit
from articles.files import RawFile
from articles.models import (
    ITEM_MODELS,
    Article,
    AuditEntry,
    Change,
    Edition,
    Erased,
    ImportedFile,
    ImportRun,
    Mention,
    Merge,
    Person,
    Photo,
    Revision,
    Source,
    Suggestion,
    Tombstone,
    Webhook,
)
from tests.admin_desk import article, editor, event, person, published, save, signed_in, suggest, url
from tests.at_once import all_at_once, during_a_save, killed
from tests.desk import EVERYTHING, Desk, at
from tests.factories import make_article, make_event, make_person, make_user
from tests.test_admin_photos import picture
from tests.test_two_worlds import INDEXES

pytestmark = pytest.mark.django_db

CANARY = "Kanarienvogel"
FOUND = CANARY.lower()
GROUND = "Quyết định số 12"
TEXT = Path("fixtures/texts/003_72e7fe4b21db5d88.txt").read_text()


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT


def planted(text: str = TEXT, word: str = CANARY) -> str:
    """The text with the word on every line."""
    return "\n".join(f"{line} {word}" if line.strip() else line for line in text.splitlines())


def bring(name: str, text: str, **options: Any) -> Any:
    (report,) = import_files(
        [RawFile(name, text.encode())], by=None, options=Options(**options), given=[f"/in/{name}"]
    )
    return report


def places(word: str = FOUND) -> list[str]:
    """Every column of every table of the database that holds a word, in whatever letters; those of indexes too."""
    found = set()
    with connection.cursor() as cursor:
        for table in set(connection.introspection.table_names(cursor)) - INDEXES:
            cursor.execute(f'SELECT * FROM "{table}"')
            columns = [column[0] for column in cursor.description]
            for row in cursor.fetchall():
                for column, value in zip(columns, row, strict=True):
                    if isinstance(value, memoryview | bytes):
                        value = bytes(value).decode("latin-1")
                    if word in str(value).lower():
                        found.add(f"{table}.{column}")
    return sorted(found)


def files_in(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob("*") if path.is_file()]


def full_life(user: Any) -> Article:
    """An article with the canary in each of its texts, by the ways that editors and imports take."""
    Webhook.objects.create(name="x", url="https://a.example/")
    client = signed_in(user)
    bring(f"{CANARY}.txt", planted())
    item = Article.objects.get()
    other = make_person("Người khác")
    bring("b.txt", planted())
    bring("c.txt", planted() + "\nMột dòng khác.")
    bring(f"{CANARY}.txt", planted() + "\nMột dòng nữa.")
    hold_upload([(f"{CANARY}.txt", planted().encode())], by=user, options=Options())
    save(client, item, byline=CANARY, agencies=CANARY, editors_note=f"Riêng: {CANARY}", dek=f"Sa-pô {CANARY}",
         dateline=CANARY, title=f"Tên mới {CANARY}")  # fmt: skip
    item.refresh_from_db()
    assert item.byline == [CANARY]
    photo = Photo.objects.create(article=item, caption=CANARY, credit=CANARY, alternative_text=CANARY)
    photo.file.save(f"{CANARY}.png", ContentFile(picture()))
    two = make_person("Người thứ hai")
    Mention.objects.create(article=item, person=two, role=CANARY, rank=9)
    revise(item, by=user)
    submit(item, by=user, note=CANARY)
    published(item)
    _make_messages()
    item.dek = f"Sa-pô sửa {CANARY}"
    revise(item, by=user)
    correct(item, by=user, note=f"Sửa {CANARY}")
    photo.refresh_from_db()
    photo.file.save("hai.png", ContentFile(picture()))
    revise(item, by=user)
    merge(other, two, by=user)
    item.refresh_from_db()
    publish(item, by=user)
    translation = make_article("Bản dịch", translation_of=item, language="en")
    publish(translation, by=user)
    schedule(item, what="withdraw", at=timezone.now() + timedelta(days=1), by=user, note=CANARY)
    item.dek = f"Sửa nữa {CANARY}"
    revise(item, by=user)
    submit(item, by=user, note=CANARY)
    arrive(item, by=user, page=uuid4())
    _token, secret = make_preview(item, by=user)
    open_preview(secret)
    _make_messages()
    return item


def test_nothing_of_an_articles_words_is_left(media):
    user = editor()
    item = full_life(user)
    # They were there, in whatever table holds words.
    tables = {place.partition(".")[0].removeprefix("articles_") for place in places()}
    assert tables >= {
        "article", "auditentry", "delivery", "django_admin_log", "edition", "editionheader", "heldfile", "importedfile",
        "importrun", "liveagency", "livearticle", "livesearch", "livetally", "mention", "merge", "photo", "revision",
        "schedule", "source", "submission", "suggestion",
    }, tables  # fmt: skip
    assert len(files_in(media)) == 2
    # A draft that is another version of the story is an article of its own, and has to be erased as one.
    copy = Article.objects.exclude(pk=item.pk).get(title__contains=CANARY)
    erase(item, by=user, note=GROUND)
    erase(copy, by=user, note=GROUND)
    assert places() == []
    assert files_in(media) == []


def test_of_two_versions_of_a_story_the_other_says_nothing_of_it():
    bring("mot.txt", planted())
    item = Article.objects.get()
    bring("hai.txt", TEXT + "\nMột dòng khác.")
    assert Suggestion.objects.filter(kind="repost").exists()
    assert ImportedFile.objects.filter(reason__contains="mot.txt").exists()
    erase(item, by=None, note=GROUND)
    assert not Suggestion.objects.filter(kind="repost").exists()
    assert places() == []
    assert places("mot.txt") == []


@pytest.mark.parametrize("kind", ["person", "event"])
def test_nothing_of_a_persons_or_an_events_words_is_left(kind):
    user = editor()
    make = {"person": person, "event": event}[kind]
    item = make(f"{CANARY} Một", summary=f"<p>{CANARY}</p>", editors_note=CANARY)
    other = make(f"{CANARY} Hai", summary=f"<p>{CANARY}</p>")
    twin = make(f"{CANARY} Ba")
    story = make_article("Bài khác")
    role = {"people": [(item, CANARY)]} if kind == "person" else {"events": [item]}
    for row in (make_article("Bài một", **role), make_article("Bài hai", **role)):
        publish(row, by=user)
    if kind == "person":
        item.positions.create(title=CANARY, organisation=CANARY, country=CANARY)
        item.other_names.create(name=f"{CANARY} Khác", name_key=FOUND)
        meeting = make_event("Hội đàm", people=[item])
        publish(meeting, by=user)
    suggest(story, kind=kind, name=f"{CANARY} Một", **{kind: item, "decision": "accepted"})
    for one in (item, other):
        revise(one, by=user)
        publish(one, by=user)
    keep_apart(item, twin, by=user)
    merge(item, other, by=user)
    undo_merge(merge(item, twin, by=user), by=user)
    shown = Client().get("/api/v1/articles/?fields=title,people,events").text
    assert CANARY in shown
    before = Revision.objects.filter(item_kind="article").count()
    erase(item, by=user, note=GROUND)
    erase(twin, by=user, note=GROUND)
    finish_rewrites()
    assert places() == []
    assert CANARY not in Client().get("/api/v1/articles/?fields=title,people,events").text
    assert Revision.objects.filter(item_kind="article").count() == before + 2  # Both articles lost a link.
    assert rebuild_live().healthy


def test_the_tombstone_stays_and_rebuilding_changes_nothing(client):
    item = published(make_article())
    row = published(make_article("Bài khác", translation_of=item, language="en"))
    address = f"/api/v1/articles/{item.slug}/"
    erase(item, by=None, note=GROUND, notice="Gỡ theo luật.")
    answer = client.get(address)
    assert (answer.status_code, answer.json()["notice"]) == (410, "Gỡ theo luật.")
    assert Change.objects.filter(item_id=item.pk).order_by("-number").first().what == "withdrawn"
    assert client.get("/api/v1/articles/").json()["count"] == 1
    number = Change.objects.count()
    assert rebuild_live().healthy
    assert Change.objects.count() == number
    assert client.get(address).status_code == 410
    assert not Edition.objects.filter(item_id=item.pk).exists()
    assert client.get(f"/api/v1/articles/{row.slug}/").json()["translations"] == []


def test_a_new_notice_takes_the_place_of_an_earlier_one(client):
    item = published(make_article())
    withdraw(item, by=None, notice=CANARY)
    erase(item, by=None, note=GROUND)
    assert Tombstone.objects.get(pk=item.pk).notice == ""
    assert client.get(f"/api/v1/articles/{item.slug}/").status_code == 410


def test_what_never_was_public_goes_without_a_trace(client):
    item = make_article("Bài nháp")
    never = client.get("/api/v1/articles/khong-co-bai-nay/")
    erase(item, by=None, note=GROUND)
    answer = client.get(f"/api/v1/articles/{item.slug}/")
    assert (answer.status_code, answer.content) == (404, never.content)
    assert not Tombstone.objects.exists()
    assert not Change.objects.exists()


def test_the_same_bytes_do_not_come_back():
    bring("a.txt", planted(), publish=True)
    item = Article.objects.get()
    erase(item, by=None, note=GROUND)
    for name, options in (("a.txt", {}), ("b.txt", {"publish": True}), ("c.txt", {"dry_run": True})):
        report = bring(name, planted(), **options)
        assert report.outcome == "withdrawn"
        assert "erased" in report.as_dict()["reason"]
        assert report.title is None
    assert not Article.objects.exists()
    assert places() == []
    assert bring("a.txt", TEXT).outcome == "created"


def test_a_rule_does_not_make_an_erased_person_again_and_an_editor_makes_another():
    bring("a.txt", TEXT, publish=True)
    found = Person.objects.get(name="Nguyễn Quốc Dũng")
    erase(found, by=None, note=GROUND)
    bring("b.txt", TEXT.replace("COVAX", "Covax"), publish=True)
    assert not Person.objects.filter(name="Nguyễn Quốc Dũng").exists()
    waiting = Suggestion.objects.get(decision="suggested", value__name="Nguyễn Quốc Dũng")
    accept(waiting, by=None)
    assert Person.objects.get(name="Nguyễn Quốc Dũng").pk != found.pk
    assert rebuild_live().healthy


def test_undoing_the_import_afterwards_finds_nothing():
    bring("a.txt", planted())
    erase(Article.objects.get(), by=None, note=GROUND)
    undone = undo_import(ImportRun.objects.get(), by=None)
    assert (undone.kept, undone.left) == (0, 0)
    assert places() == []


def test_the_log_keeps_the_deeds_and_the_ground():
    user = make_user(*EVERYTHING, "erase_person", username="lan")
    one, two = make_person(f"{CANARY} Một"), make_person("Hai")
    merge(two, one, by=user)
    with pytest.raises(Refused, match="merged into “Hai”"):
        erase(one, by=user, note=GROUND)
    erase(two, by=user, note=GROUND)
    assert not Person.objects.exists()
    assert not Merge.objects.exists()
    entries = AuditEntry.objects.filter(item_id__in=[str(one.pk), str(two.pk)], verb="erase")
    assert [(entry.label, entry.by_name, entry.details) for entry in entries] == [
        ("", "lan", {"note": GROUND})
    ] * 2
    assert set(AuditEntry.objects.filter(verb="merge").values_list("label", "by_name")) == {("", "lan")}
    assert set(Erased.objects.values_list("key", flat=True)) == {str(one.pk), str(two.pk)}


def test_who_may():
    item = make_article()
    with pytest.raises(PermissionDenied):
        erase(item, by=make_user(*EVERYTHING), note=GROUND)
    with pytest.raises(Refused, match="ground"):
        erase(item, by=None, note="  ")
    # The permission is enough, also for what is public.
    erase(published(item), by=make_user("erase_article"), note=GROUND)
    with pytest.raises(Refused, match="no longer there"):
        erase(item, by=None, note=GROUND)


def test_answers_kept_for_repeated_requests_go_too():
    made = Desk().post("articles/", {"title": CANARY}, idempotency_key="k").json()
    assert "articles_creationkey.answer" in places()
    erase(Article.objects.get(pk=made["id"]), by=None, note=GROUND)
    assert places() == []


def test_a_draft_that_was_joined_with_it_goes_along():
    bring("mot.txt", TEXT)
    bring("hai.txt", planted(TEXT, "và") + f"\nMột dòng khác {CANARY}.")
    question = Suggestion.objects.get(kind="repost")
    draft = Article.objects.get(pk=question.article_id)
    draft.title = f"Bản {CANARY}"
    revise(draft, by=None)
    item = join_versions(question, by=None)
    assert {"articles_revision.data", "articles_source.text"} <= set(places())
    erase(item, by=None, note=GROUND)
    assert places() == []


def test_what_others_use_stays(media):
    one, two = make_article("Một"), make_article("Hai")
    photo = Photo.objects.create(article=one)
    photo.file.save("a.png", ContentFile(picture()))
    Photo.objects.create(article=two, file=photo.file.name)
    erase(one, by=None, note=GROUND)
    assert files_in(media) == ["a.png"]
    erase(two, by=None, note=GROUND)
    assert files_in(media) == []


def test_what_keeps_its_photo_file_is_not_erased(media, monkeypatch):
    item = make_article("Một")
    photo = Photo.objects.create(article=item)
    photo.file.save("a.png", ContentFile(picture()))

    def refuse(_storage, name):
        raise PermissionError(f"{name} is locked")

    with monkeypatch.context() as locked:
        locked.setattr(FileSystemStorage, "delete", refuse)
        with pytest.raises(Refused, match=r"a\.png.*locked.*was not erased"):
            erase(item, by=None, note=GROUND)
    assert Photo.objects.get().article == item
    erase(item, by=None, note=GROUND)
    assert files_in(media) == []


@pytest.mark.django_db(transaction=True)
def test_whoever_is_saving_an_article_that_names_it_is_waited_for():
    one = make_person("Một")
    item = make_article(people=[one])
    mention = item.mentions.get()
    mention.role = "Đại sứ"
    during_a_save(item, mention.save, lambda: erase(one, by=None, note="Yêu cầu"))
    assert not Person.objects.exists()
    assert not item.mentions.exists()


def test_merges_of_others_can_still_be_undone():
    one, two = make_person("Một"), make_person("Hai")
    item = make_article(people=[(two, CANARY)])
    kept = make_article("Bài khác", people=[(two, "Bộ trưởng")])
    done = merge(one, two, by=None)
    erase(item, by=None, note=GROUND)
    assert places() == []
    undo_merge(Merge.objects.get(pk=done.pk), by=None)
    assert list(kept.mentions.values_list("person", flat=True)) == [two.pk]


# -- the surfaces


def erase_item(*args: str, **options: Any) -> str:
    out = StringIO()
    call_command("erase_item", *args, stdout=out, **options)
    return out.getvalue()


def test_the_command(monkeypatch):
    item = published(make_article())
    for typed in ("", "khac"):
        monkeypatch.setattr("builtins.input", lambda _prompt, typed=typed: typed)
        with pytest.raises(CommandError, match="Nothing was erased") as error:
            erase_item("article", item.slug, note=GROUND)
        assert error.value.returncode == 2
    assert Article.objects.exists()
    monkeypatch.setattr("builtins.input", lambda _prompt: item.slug)
    assert "Erased" in erase_item("article", item.slug, note=GROUND)
    assert not Article.objects.exists()
    with pytest.raises(CommandError, match="There is no article") as error:
        erase_item("article", item.slug, note=GROUND, yes=True)
    assert error.value.returncode == 2
    first, _second = make_person("Một"), make_person("Một")
    with pytest.raises(CommandError, match="by its id"):
        erase_item("person", "mot", note=GROUND, yes=True)
    with pytest.raises(CommandError, match="ground") as error:
        erase_item("person", str(first.pk), note=" ", yes=True)
    assert error.value.returncode == 1
    erase_item("person", str(first.pk), note=GROUND, yes=True)
    assert Person.objects.count() == 1


def test_the_desk_api():
    item = published(make_article())
    assert Desk().post(at(item, "erase/"), {"note": GROUND}).status_code == 403
    desk = Desk("view_article", "erase_article")
    assert desk.post(at(item, "erase/"), {}).status_code == 400
    assert desk.post(at(item, "erase/"), {"note": " "}).status_code == 409
    assert desk.post(at(item, "erase/"), {"note": GROUND}).status_code == 204
    assert desk.get(at(item)).status_code == 404


@pytest.mark.parametrize("make", [make_article, make_person, make_event])
def test_the_page_of_the_admin(make):
    item = make()
    assert (
        "Erase…"
        not in signed_in(editor("view_article", "view_person", "view_event", name="thu")).get(url(item)).text
    )
    client = signed_in(editor())
    assert url(item, "erase") in client.get(url(item)).text
    page = client.get(url(item, "erase")).text
    assert "There is no undo" in page
    assert ("The words of articles that name it" in page) == (item.kind != "article")
    for wrong in ({"note": GROUND, "typed": "x"}, {"note": "", "typed": item.slug}):
        assert client.post(url(item, "erase"), wrong).status_code == 200
    assert type(item).objects.exists()
    answer = client.post(url(item, "erase"), {"note": GROUND, "typed": item.slug}, follow=True)
    assert "Erased. Nothing of its words is left." in answer.text
    assert item.label not in answer.text
    assert not type(item).objects.exists()
    assert not LogEntry.objects.exclude(object_repr="").exists()


# -- at the same moment


@pytest.mark.django_db(transaction=True)
def test_while_somebody_saves():
    for round_ in range(4):
        item = published(article(f"{CANARY} {round_}"))
        mine = Article.objects.get(pk=item.pk)
        mine.title = f"{CANARY} khác"

        def save_it(mine: Article = mine) -> None:
            with suppress(Conflict, Article.DoesNotExist):
                revise(mine, by=None)

        all_at_once(lambda item=item: erase(item, by=None, note=GROUND), save_it)
        assert not Article.objects.exists()
        assert places() == []


@pytest.mark.django_db(transaction=True)
def test_killed_before_the_commit_it_leaves_everything(media):
    item = published(make_article(CANARY))
    photo = Photo.objects.create(article=item)
    photo.file.save("a.png", ContentFile(picture()))

    def rows() -> dict[str, int]:
        return {model.__name__: models.QuerySet(model).count() for model in (*ITEM_MODELS.values(), Edition, Revision,
                AuditEntry, Tombstone, Source, Photo, Erased, Change)}  # fmt: skip

    before, there = rows(), places()
    for statement in (2, 8, 15, 25, 40):
        assert killed(lambda: erase(item, by=None, note=GROUND), at=statement)
        assert (rows(), places(), files_in(media)) == (before, there, ["a.png"])
    erase(item, by=None, note=GROUND)
    assert places() == []
    assert files_in(media) == []
