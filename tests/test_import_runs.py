"""Runs: every import leaves a record, whose refused files can be tried again, and which can be undone."""

import io
import zipfile
from contextlib import suppress
from dataclasses import asdict
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.actions import undo_import as undoing
from articles.actions.decide import accept, reject
from articles.actions.errors import Refused
from articles.actions.import_files import Options, import_files
from articles.actions.retry_import import go_on_retrying, retry_import
from articles.actions.revise import revise
from articles.actions.undo_import import undo_import
from articles.actions.uploads import give_up_upload, hold_upload, import_upload
from articles.actions.workflow import submit
from articles.files import RawFile
from articles.models import (
    Article,
    AuditEntry,
    Band,
    Event,
    HeldFile,
    ImportedFile,
    ImportRun,
    Person,
    RunState,
    Source,
    Suggestion,
)
from tests.factories import make_user
from tests.test_import_interrupted import database

pytestmark = pytest.mark.django_db

TEXTS = Path(__file__).parent.parent / "fixtures" / "texts"


@pytest.fixture
def folder(tmp_path):
    root = tmp_path / "tin"
    root.mkdir()
    for path in TEXTS.glob("*.txt"):
        (root / path.name[:3]).with_suffix(".txt").write_bytes(path.read_bytes())
    return root


def run(*paths, **options) -> ImportRun:
    """The command; that some files were refused is no failure here."""
    with suppress(CommandError):
        call_command(
            "import_articles", *map(str, paths), verbosity=0, stdout=StringIO(), stderr=StringIO(), **options
        )
    return ImportRun.objects.latest("pk")


def article(name: str) -> Article:
    return Source.objects.get(name=f"{name}.txt").article


def undone(of: ImportRun) -> dict[str, str]:
    return {file.name[:3]: file.kept_because or file.undo for file in of.files.all()}


# -- the record


def test_a_run_keeps_what_was_given_how_and_what_became_of_each_file(folder):
    (folder / "leer.txt").write_text("")
    made = run(folder, section="Đối ngoại")
    assert made.given == [str(folder)]
    assert made.options["section"] == "Đối ngoại"
    assert made.counts == {"created": 5, "refused": 1}
    assert made.state == RunState.DONE
    assert made.by is None
    lines = {line.name: line for line in made.files.all()}
    assert lines["leer.txt"].outcome == "refused"
    assert "empty" in lines["leer.txt"].reason
    assert lines["002.txt"].title == article("002").title
    assert lines["002.txt"].article_id == article("002").pk
    assert [line.number for line in made.files.all()] == [1, 2, 3, 4, 5, 6]
    assert made.sources.count() == 5


def test_a_dry_run_and_an_import_of_nothing_leave_no_record(folder, tmp_path):
    call_command("import_articles", str(folder), dry_run=True, verbosity=0)
    (tmp_path / "empty").mkdir()
    call_command("import_articles", str(tmp_path / "empty"), verbosity=0)
    assert not ImportRun.objects.exists()


def test_a_run_that_was_heard_of_last_long_ago_was_stopped(folder):
    made = run(folder)
    ImportRun.objects.update(finished_at=None)
    made.refresh_from_db()
    assert made.state == RunState.RUNNING
    with pytest.raises(Refused, match="still running"):
        undo_import(made, by=None)
    made.heard_at = timezone.now() - timedelta(hours=1)
    assert made.state == RunState.STOPPED


def test_a_run_that_was_stopped_in_the_open_need_not_be_waited_for(settings):
    settings.ARTICLES = {"IMPORT_BATCH": 1}

    def files():
        yield RawFile("a.txt", "Một bản tin.".encode())
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        for _ in import_files(files(), by=None):
            pass
    stopped = ImportRun.objects.get()
    assert stopped.state == RunState.STOPPED
    assert stopped.counts == {"created": 1}
    undo_import(stopped, by=None)
    assert not Article.objects.exists()


def test_standard_input_is_no_path_to_read_again():
    for _ in import_files([RawFile("-", b"")], by=None):
        pass
    with pytest.raises(Refused, match="upload"):
        retry_import(ImportRun.objects.get(), by=None)


# -- undo


def test_undoing_an_import_leaves_the_desk_as_it_was(folder):
    before = database()
    made = run(folder)
    assert Band.objects.exists()
    result = undo_import(made, by=None)
    assert (result.removed, result.kept, result.left) == (5, 0, 0)
    after = database()
    assert after.pop("AuditEntry")
    assert {table: rows for table, rows in after.items() if rows} == {
        table: rows for table, rows in before.items() if rows
    } | {"Section": after["Section"]}
    made.refresh_from_db()
    assert made.state == RunState.UNDONE
    assert set(undone(made).values()) == {"removed"}
    assert AuditEntry.objects.filter(verb="delete").count() == 5
    assert AuditEntry.objects.get(verb="undo_import").details == {"removed": 5, "kept": 0}


def test_the_same_folder_can_be_imported_again(folder):
    first = run(folder)
    expected = {table: rows for table, rows in database().items() if table != "AuditEntry"}
    undo_import(first, by=None)
    again = run(folder)
    assert again.counts == {"created": 5}
    assert {table: rows for table, rows in database().items() if table != "AuditEntry"} == expected


def test_what_somebody_touched_stays_and_says_why(folder):
    editor = make_user("change_article", "add_article", "publish_article", "delete_article", username="lan")
    made = run(folder)
    edited = article("000")
    edited.dek = "Đang viết"
    revise(edited, by=editor)
    accept(Suggestion.objects.filter(article=article("001"), kind="person")[0], by=editor)
    reject(Suggestion.objects.filter(article=article("002"), kind="person")[0], by=editor)
    submit(article("003"), by=editor)
    result = undo_import(made, by=None)
    assert (result.removed, result.kept) == (1, 4)
    assert undone(made) == {
        "000": "An editor has worked on it.",
        "001": "An editor has worked on it.",
        "002": "An editor has decided on its suggestions.",
        "003": "It is handed in or scheduled.",
        "004": "removed",
    }
    assert Source.objects.count() == Article.objects.count() == 4


def test_what_is_published_stays(folder):
    made = run(folder, publish=True)
    people = Person.objects.count()
    assert undo_import(made, by=None).removed == 0
    assert set(undone(made).values()) == {"It is published. Withdraw it if it should go."}
    assert (Article.objects.published().count(), Person.objects.count()) == (5, people)


def test_people_and_events_that_nothing_else_knows_go_along(folder):
    """Accepted by a rule for drafts that then were not published."""
    from articles.actions.decide import accept_by_rule

    first = run(folder / "002.txt")
    second = run(folder / "003.txt")
    accept_by_rule([article("002").pk, article("003").pk])
    both = set(article("002").people.values_list("name", flat=True)) & set(
        article("003").people.values_list("name", flat=True)
    )
    assert both
    undo_import(first, by=None)
    assert set(Person.objects.values_list("name", flat=True)) == set(
        article("003").people.values_list("name", flat=True)
    )
    undo_import(second, by=None)
    assert not Person.objects.exists()
    assert not Event.objects.exists()


def test_new_text_goes_unless_it_was_decided_on(folder):
    run(folder)
    for name in ("000", "001"):
        (folder / f"{name}.txt").write_text(
            (folder / f"{name}.txt").read_text() + "\nThêm một câu nữa ở cuối bài.\n"
        )
    second = run(folder)
    assert second.counts == {"changed": 2, "unchanged": 3}
    kept = Suggestion.objects.get(kind="text", source__name="000.txt")
    reject(kept, by=make_user("change_article"))
    first = ImportRun.objects.earliest("pk")
    result = undo_import(second, by=None)
    assert (result.removed, result.kept) == (1, 1)
    assert Source.objects.filter(name="001.txt").count() == 1
    assert Source.objects.filter(name="000.txt").count() == 2
    assert undo_import(first, by=None).kept == 1
    assert undone(first)["000"] == "An editor has decided on its suggestions."


def test_a_long_undo_goes_on_where_it_stopped(folder, monkeypatch):
    monkeypatch.setattr(undoing, "BATCH", 2)
    made = run(folder)
    assert undo_import(made, by=None, at_most=2).left == 3
    assert made.state == RunState.DONE
    assert Article.objects.count() == 3
    assert undo_import(made, by=None).left == 0
    with pytest.raises(Refused, match="nothing to undo"):
        undo_import(made, by=None)


def test_undo_asks_for_its_permissions(folder):
    made = run(folder)
    for held in ([], ["undo_importrun"], ["delete_article"]):
        with pytest.raises(PermissionDenied):
            undo_import(made, by=make_user(*held))
    assert undo_import(made, by=make_user("undo_importrun", "delete_article")).removed == 5


def test_undo_costs_the_same_for_two_files_and_for_ten(tmp_path):
    def statements(count: int, first: int) -> int:
        story = (TEXTS / sorted(path.name for path in TEXTS.iterdir())[0]).read_text()
        files = [RawFile(f"{n}.txt", f"{story}\nBản {n}".encode()) for n in range(first, first + count)]
        for _ in import_files(files, by=None):
            pass
        with CaptureQueriesContext(connection) as sent:
            assert undo_import(ImportRun.objects.latest("pk"), by=None).removed == count
        return len(sent)

    assert statements(10, 100) == statements(2, 0)


# -- retry


def test_refused_files_are_tried_again_once_mended(folder):
    (folder / "a.txt").write_text("")
    (folder / "b.txt").write_text("")
    (folder / "c.txt").write_text("")
    first = run(folder, section="Đối ngoại")
    (folder / "a.txt").write_text(
        "Hai nước hội đàm\n\nNgày 5/3, tại Hà Nội, hai bên trao đổi các biện pháp hợp tác.\n"
    )
    (folder / "c.txt").unlink()
    again = retry_import(first, by=None)
    assert {line.name: line.outcome for line in again.files.all()} == {
        "a.txt": "created", "b.txt": "refused", "c.txt": "refused",
    }  # fmt: skip
    assert "not there any more" in again.files.get(name="c.txt").reason
    assert again.retry_of == first
    assert again.options == first.options
    assert article("a").section.name == "Đối ngoại"
    assert Article.objects.count() == 6


def test_refused_files_are_tried_again_a_step_a_call(folder, settings, monkeypatch):
    """A thousand of them were one request, which a server ended after half a minute."""
    settings.ARTICLES = {"IMPORT_BATCH": 2}
    monkeypatch.setattr("articles.actions.import_steps.AT_ONCE", 0.0)
    mended = [folder / f"{name}.txt" for name in "abcde"]
    for path in mended:
        path.write_text("")
    first = run(folder)
    for number, path in enumerate(mended):
        path.write_text(f"Khánh thành cầu số {number}\n\nNgày 5/3, tại Hà Nội, cầu số {number} thông xe.\n")
    mended[3].unlink()
    again = retry_import(first, by=None)
    assert (again.state, again.total, again.expected, again.left) == (RunState.STOPPED, 2, 5, 3)
    ImportRun.objects.filter(pk=again.pk).update(heard_at=timezone.now())
    with pytest.raises(Refused, match="running"):
        go_on_retrying(again, by=None)
    ImportRun.objects.filter(pk=again.pk).update(heard_at=timezone.now() - timedelta(hours=1))
    with pytest.raises(PermissionDenied):
        go_on_retrying(again, by=make_user("add_article"))
    while again.finished_at is None:
        again = go_on_retrying(again, by=None)
    assert again.counts == {"created": 4, "refused": 1}
    assert list(again.files.values_list("number", flat=True)) == [1, 2, 3, 4, 5]
    for ended in (again, first):
        with pytest.raises(Refused, match="Nothing of this import is left"):
            go_on_retrying(ended, by=None)


def test_a_refused_table_gives_its_rows_once_mended(tmp_path):
    tables = [tmp_path / "t.csv", tmp_path / "in" / "u.csv"]
    tables[1].parent.mkdir()
    for table in tables:
        table.write_text("id,words\n1,Một\n")
    first = run(tables[0], tables[1].parent)
    for number, table in enumerate(tables):
        table.write_text(f"id,content\n1,Ngày {number + 1}/3 cầu Trà thông xe.\n")
    again = retry_import(first, by=None)
    assert {line.name: line.outcome for line in again.files.all()} == {"1": "created", "u.csv/1": "created"}


def test_a_retry_says_what_to_do_where_it_cannot(folder):
    first = run(folder)
    with pytest.raises(Refused, match="No file"):
        retry_import(first, by=None)
    (folder / "a.txt").write_text("")
    first = run(folder)
    folder.rename(folder.with_name("fort"))
    with pytest.raises(Refused, match="not on this machine"):
        retry_import(first, by=None)
    with pytest.raises(PermissionDenied):
        retry_import(first, by=make_user("add_article"))


def test_a_retry_publishes_only_for_those_who_may(folder):
    (folder / "a.txt").write_text("")
    first = run(folder, publish=True)
    with pytest.raises(PermissionDenied):
        retry_import(first, by=make_user("add_article", "add_importrun"))


# -- uploads


def uploads() -> list[tuple[str, bytes]]:
    return [(f"{path.name[:3]}.txt", path.read_bytes()) for path in sorted(TEXTS.glob("*.txt"))]


def test_an_upload_is_shown_first_and_imported_on_a_word():
    editor = make_user("add_article", "add_importrun")
    held = hold_upload([*uploads(), ("leer.txt", b"")], by=editor, options=Options(section="Đối ngoại"))
    assert held.state == RunState.PREVIEW
    assert held.counts == {"created": 5, "refused": 1}
    assert held.files.count() == 6
    assert not Article.objects.exists()
    done = import_upload(held, by=editor)
    assert done.pk == held.pk
    assert done.state == RunState.DONE
    assert done.counts == {"created": 5, "refused": 1}
    assert Article.objects.filter(section__name="Đối ngoại").count() > 0
    assert not HeldFile.objects.exists()
    assert undo_import(done, by=None).removed == 5
    with pytest.raises(Refused, match="Upload them again"):
        import_upload(done, by=editor)


def test_an_import_of_an_upload_that_was_killed_goes_on():
    held = hold_upload(uploads(), by=None, options=Options())
    held.files.all().delete()
    ImportRun.objects.update(preview=False, finished_at=None, counts={})
    for _ in import_files([RawFile(*upload) for upload in uploads()[:2]], by=None):
        pass
    with pytest.raises(Refused, match="running"):
        import_upload(held, by=None)
    ImportRun.objects.update(heard_at=timezone.now() - timedelta(hours=1))
    done = import_upload(held, by=None)
    assert done.counts == {"unchanged": 2, "created": 3}


def test_an_upload_is_read_and_imported_a_step_a_call(settings, monkeypatch):
    """A request that took half a minute was ended by the server, and what was found with it."""
    settings.ARTICLES = {"IMPORT_BATCH": 2}
    monkeypatch.setattr("articles.actions.import_steps.AT_ONCE", 0.0)
    held = hold_upload([*uploads(), ("leer.txt", b"")], by=None, options=Options())
    assert (held.state, held.total, held.expected, held.left) == (RunState.PREVIEW, 2, 6, 4)
    for total in (2, 4, 6):
        run = import_upload(ImportRun.objects.get(), by=None)
        assert (run.state, run.total, run.held.count()) == (RunState.STOPPED, total, 6)
    import_upload(run, by=None)
    done = ImportRun.objects.get()
    assert (done.state, done.counts, done.left) == (RunState.DONE, {"created": 5, "refused": 1}, 0)
    assert list(done.files.values_list("number", flat=True)) == [1, 2, 3, 4, 5, 6]
    assert not HeldFile.objects.exists()
    assert undo_import(done, by=None).removed == 5


def test_what_is_left_of_an_upload_is_not_imported_once_it_is_undone(settings, monkeypatch):
    settings.ARTICLES = {"IMPORT_BATCH": 2}
    monkeypatch.setattr("articles.actions.import_steps.AT_ONCE", 0.0)
    run = import_upload(hold_upload(uploads(), by=None, options=Options()), by=None)
    assert undo_import(run, by=None).removed == 2
    assert not HeldFile.objects.exists()
    with pytest.raises(Refused, match="Upload them again"):
        import_upload(run, by=None)


def test_an_undo_waits_for_a_step_that_another_window_has_begun(settings, monkeypatch):
    """What that step imported after the undo had looked stayed, of a run that was called undone."""
    settings.ARTICLES = {"IMPORT_BATCH": 2}
    monkeypatch.setattr("articles.actions.import_steps.AT_ONCE", 0.0)
    run = import_upload(hold_upload(uploads(), by=None, options=Options()), by=None)
    ImportRun.objects.update(heard_at=timezone.now())
    with pytest.raises(Refused, match="still running"):
        undo_import(run, by=None)
    assert Article.objects.count() == 2


def test_an_upload_is_imported_by_those_who_may_publish_what_it_publishes():
    """Refused half-way, it was called running for ten minutes, and its report was gone."""
    held = hold_upload(uploads(), by=None, options=Options(publish=True))
    with pytest.raises(PermissionDenied):
        import_upload(held, by=make_user("add_article", "add_importrun"))
    held.refresh_from_db()
    assert (held.state, held.files.count()) == (RunState.PREVIEW, 5)


def test_files_of_an_import_that_was_killed_at_its_end_go():
    done = import_upload(hold_upload(uploads()[:1], by=None, options=Options()), by=None)
    HeldFile.objects.create(run=done, name="a.txt", data=b"a")
    with pytest.raises(Refused, match="are imported"):
        import_upload(done, by=None)
    hold_upload(uploads()[1:2], by=None, options=Options())
    assert not done.held.exists()


def test_what_is_not_read_for_the_preview_is_counted_and_bounded(settings, monkeypatch):
    settings.ARTICLES = {"IMPORT_BATCH": 1}
    monkeypatch.setattr("articles.actions.import_steps.AT_ONCE", 0.0)
    monkeypatch.setattr("articles.actions.uploads.MOST_FILES", 3)
    with pytest.raises(Refused, match="More than 3 files"):
        hold_upload(uploads(), by=None, options=Options())
    assert not ImportRun.objects.exists()


def test_an_upload_is_bounded(settings, monkeypatch):
    settings.ARTICLES = {"IMPORT_UPLOAD_BYTES": 1000}
    with pytest.raises(Refused, match="at once"):
        hold_upload(uploads(), by=None, options=Options())
    settings.ARTICLES = {}
    monkeypatch.setattr("articles.actions.uploads.MOST_FILES", 3)
    with pytest.raises(Refused, match="More than 3 files"):
        hold_upload(uploads(), by=None, options=Options())
    assert not ImportRun.objects.exists()
    with pytest.raises(Refused):
        hold_upload([], by=None, options=Options())


def test_an_upload_may_not_unfold_without_end(settings):
    settings.ARTICLES = {"IMPORT_UPLOAD_BYTES": 10_000}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(9):
            archive.writestr(f"{number}.txt", "tin " * 2000)
    with pytest.raises(Refused, match="Unpacked"):
        hold_upload([("t.zip", packed.getvalue())], by=None, options=Options())
    assert not ImportRun.objects.exists()


def test_an_upload_can_be_given_up_and_is_forgotten_after_a_day():
    held = hold_upload(uploads(), by=None, options=Options())
    give_up_upload(held, by=None)
    assert not ImportRun.objects.exists()
    hold_upload(uploads(), by=None, options=Options())
    ImportRun.objects.update(started_at=timezone.now() - timedelta(days=2))
    hold_upload(uploads()[:1], by=None, options=Options())
    assert ImportRun.objects.count() == HeldFile.objects.count() == 1


def test_an_upload_that_another_window_began_to_import_is_not_given_up():
    held = hold_upload(uploads(), by=None, options=Options())
    import_upload(ImportRun.objects.get(), by=None)
    with pytest.raises(Refused, match="Undo it instead"):
        give_up_upload(held, by=None)
    assert ImportRun.objects.exists()


def test_uploading_asks_for_permissions():
    for held in (["add_article"], ["add_importrun"]):
        with pytest.raises(PermissionDenied):
            hold_upload(uploads(), by=make_user(*held), options=Options())
    with pytest.raises(PermissionDenied):
        hold_upload(uploads(), by=make_user("add_article", "add_importrun"), options=Options(publish=True))
    assert not ImportedFile.objects.exists()


def test_options_are_kept_whole(folder):
    assert run(folder).options == asdict(Options())


def test_lines_that_changed_nothing_are_forgotten_in_time(folder):
    (folder / "leer.txt").write_text("")
    first, second = run(folder), run(folder)
    call_command("prune_imports", stdout=StringIO())
    assert second.files.count() == 6
    ImportRun.objects.update(heard_at=timezone.now() - timedelta(days=100))
    call_command("prune_imports", stdout=StringIO())
    call_command("prune_imports", stdout=StringIO())
    assert (first.files.count(), second.files.count()) == (5, 0)
    assert second.counts == {"unchanged": 5, "refused": 1}
    assert undo_import(first, by=None).removed == 5
