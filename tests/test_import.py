"""`import_articles`: files become drafts, nothing is lost, doubled, resurrected or overwritten."""

import json
import multiprocessing
import os
import signal
import sys
from functools import partial
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError, transaction
from django.test import Client, override_settings
from django.utils.translation import override as override_language

from articles.actions.decide import accept, reject
from articles.actions.file_report import FileReport
from articles.actions.publish import publish
from articles.actions.reading import read_one
from articles.actions.revise import revise
from articles.actions.withdraw import withdraw
from articles.actions.workers import do, workers
from articles.files import RawFile
from articles.management.commands import import_articles
from articles.models import (
    Article,
    Edition,
    Event,
    LiveArticle,
    Mention,
    Person,
    Revision,
    Section,
    Source,
    State,
    Suggestion,
)
from tests.factories import make_event, make_person, make_user

pytestmark = pytest.mark.django_db

TEXTS = Path(__file__).parent.parent / "fixtures" / "texts"
STORY = """Lãnh đạo hai nước hội đàm tại thủ đô

Ngày 5/3, tại Hà Nội, Bộ trưởng Ngoại giao Lê Minh Hà hội đàm với Bộ trưởng Ngoại giao Lào Thongphan Vilay.

Hai bên trao đổi các biện pháp thúc đẩy hợp tác trong thời gian tới, nhất là về thương mại và đầu tư.

Hai bên nhất trí tiếp tục phối hợp chặt chẽ tại các diễn đàn đa phương mà hai nước cùng tham gia.
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "tin").mkdir()
    (tmp_path / "tin" / "a.txt").write_text(STORY)
    return tmp_path / "tin"


def run(*paths, **options) -> tuple[list[dict], str]:
    """The report and what was printed; a refused file's exit code is checked where it matters."""
    report = Path(os.environ["PYTEST_TMP"]) / "report.json"
    out, err = StringIO(), StringIO()
    try:
        call_command("import_articles", *map(str, paths), report=report, stdout=out, stderr=err, **options)
    except CommandError as error:
        if error.returncode != 1:
            raise
    return json.loads(report.read_text()), out.getvalue() + err.getvalue()


@pytest.fixture(autouse=True)
def _reports(tmp_path, monkeypatch):
    monkeypatch.setenv("PYTEST_TMP", str(tmp_path))


def outcomes(report: list[dict]) -> dict[str, str]:
    return {entry["file"]: entry["outcome"] for entry in report}


def test_a_file_becomes_a_draft_with_its_source_and_suggestions(folder):
    report, _ = run(folder)
    assert outcomes(report) == {"a.txt": "created"}
    article, source = Article.objects.get(), Source.objects.get()
    assert article.state == State.DRAFT
    assert article.title == "Lãnh đạo hai nước hội đàm tại thủ đô"
    assert article.body.count("<p>") == 3
    assert (source.article, source.name, source.encoding, source.text) == (article, "a.txt", "utf-8", STORY)
    names = {s.value["name"] for s in Suggestion.objects.filter(kind="person")}
    assert names == {"Lê Minh Hà", "Thongphan Vilay"}
    assert not Person.objects.exists()
    assert not LiveArticle.objects.exists()


def test_every_suggestion_points_at_its_evidence():
    run(TEXTS)
    for suggestion in Suggestion.objects.select_related("source"):
        assert suggestion.evidence, suggestion
        for start, end in suggestion.evidence:
            assert 0 <= start < end <= len(suggestion.source.text)
        if suggestion.kind == "person":
            start, end = suggestion.evidence[0]
            assert suggestion.value["name"] in suggestion.source.text[start:end]


def test_importing_again_changes_nothing(folder):
    run(folder, publish=True)
    before = Edition.objects.count(), Article.objects.values()[0]
    report, printed = run(folder, publish=True)
    assert outcomes(report) == {"a.txt": "unchanged"}
    assert (Edition.objects.count(), Article.objects.values()[0]) == before
    assert "1 unchanged" in printed


def test_a_dry_run_reports_the_same_and_writes_nothing(folder):
    dry, printed = run(folder, dry_run=True, publish=True)
    assert not Article.objects.exists()
    assert "nothing was written" in printed
    wet, _ = run(folder, publish=True)
    assert dry == wet


def test_publish_accepts_what_is_sure_and_publishes_it(folder):
    run(folder, publish=True)
    article = Article.objects.get()
    assert article.state == State.LIVE
    document = Client().get(f"/api/v1/articles/{article.slug}/").json()
    assert {person["name"] for person in document["people"]} == {"Lê Minh Hà", "Thongphan Vilay"}
    for suggestion in Suggestion.objects.filter(sure=True):
        assert suggestion.decision == "accepted"
        assert suggestion.decided_by_rule
    assert not Suggestion.objects.filter(sure=False, decision="accepted").exists()


def test_publish_takes_the_drafts_of_an_earlier_import_too(folder):
    run(folder)
    report, _ = run(folder, publish=True)
    assert outcomes(report) == {"a.txt": "unchanged"}
    assert Article.objects.get().state == State.LIVE


def test_publish_leaves_a_draft_alone_that_an_editor_works_on(folder):
    run(folder)
    article = Article.objects.get()
    article.dek = "Đang viết"
    revise(article, by=make_user("change_article"))
    run(folder, publish=True)
    assert Article.objects.get().state == State.DRAFT


def test_the_same_bytes_under_another_name_are_a_duplicate(folder):
    (folder / "b.txt").write_text(STORY)
    report, _ = run(folder)
    assert outcomes(report) == {"a.txt": "created", "b.txt": "duplicate"}
    assert "a.txt" in report[1]["reason"]
    assert Article.objects.count() == 1


def test_what_a_file_comes_to_does_not_depend_on_the_batch_it_falls_into(folder):
    (folder / "b.txt").write_text(STORY)
    (folder / "sub").mkdir()
    (folder / "sub" / "c.txt").write_text(STORY.replace("Lào", "Mông Cổ"))
    for size in (1, 2, 50):
        with override_settings(ARTICLES={"IMPORT_BATCH": size}), transaction.atomic():
            first, _ = run(folder, folder / "sub")
            again, _ = run(folder, folder / "sub")
            transaction.set_rollback(True)
        assert outcomes(first) == {
            "a.txt": "created",
            "b.txt": "duplicate",
            "c.txt": "duplicate",
            "sub/c.txt": "created",
        }
        assert outcomes(again) == {
            "a.txt": "unchanged",
            "b.txt": "duplicate",
            "c.txt": "duplicate",
            "sub/c.txt": "unchanged",
        }


def test_the_summary_is_in_the_readers_language(folder):
    with override_language("vi"):
        _, printed = run(folder)
    assert "created" not in printed


def test_new_bytes_under_the_same_name_wait_as_a_suggestion(folder):
    run(folder, publish=True)
    (folder / "a.txt").write_text(STORY.replace("thương mại", "văn hóa"))
    report, _ = run(folder, publish=True)
    assert outcomes(report) == {"a.txt": "changed"}
    article = Article.objects.get()
    assert "thương mại" in article.body
    assert Source.objects.filter(article=article).count() == 2
    assert Suggestion.objects.get(kind="text").decision == "suggested"
    again, _ = run(folder)
    assert outcomes(again) == {"a.txt": "unchanged"}


def test_another_story_under_a_name_that_was_there_is_remarked_on(folder):
    run(folder)
    (folder / "a.txt").write_text(STORY.replace("thương mại", "văn hóa"))
    report, _said = run(folder)
    assert "another story" not in report[0]["reason"]
    (folder / "a.txt").write_text(
        "Cầu Trà thông xe sau hai năm thi công\n\n"
        "Sáng nay, người dân hai xã bên sông đã đi qua cầu mới lần đầu tiên.\n\n"
        "Cây cầu dài ba trăm mét, nối hai bờ sông vốn chỉ có đò ngang từ nhiều đời nay.\n"
    )
    report, _said = run(folder)
    assert report[0]["outcome"] == "changed"
    assert "another story" in report[0]["reason"]


def test_what_has_no_name_of_its_own_is_no_new_version_of_what_stood_in_its_place(tmp_path):
    texts = tmp_path / "tin.jsonl"
    texts.write_text(json.dumps({"text": STORY}))
    report, _said = run(texts)
    assert [entry["outcome"] for entry in report] == ["created"]
    other = (
        STORY.replace("Lào", "Nhật Bản").replace("hội đàm", "gặp gỡ").replace("5/3", "6/3")
        + "Một đoạn khác hẳn."
    )
    texts.write_text("\n".join(json.dumps({"text": text}) for text in (other, STORY)))
    report, _said = run(texts)
    assert [entry["outcome"] for entry in report] == ["created", "unchanged"]
    assert not Suggestion.objects.filter(kind=Suggestion.Kind.TEXT).exists()


def test_a_name_cannot_write_on_the_terminal(folder):
    (folder / "\x1b[31mđỏ\u202e.txt").write_bytes(b"")
    _report, said = run(folder)
    assert "\\x1b[31mđỏ\\u202e.txt" in said
    assert "\x1b" not in said


def test_a_withdrawn_article_stays_withdrawn(folder):
    run(folder, publish=True)
    withdraw(Article.objects.get(), by=None)
    report, _ = run(folder, publish=True)
    assert outcomes(report) == {"a.txt": "withdrawn"}
    assert Article.objects.get().state == State.WITHDRAWN
    (folder / "a.txt").write_text(STORY + "\nCập nhật thêm một đoạn nữa của bài viết này.\n")
    report, _ = run(folder, publish=True)
    assert outcomes(report) == {"a.txt": "withdrawn"}
    assert not LiveArticle.objects.exists()


def test_a_person_in_two_files_is_one_record(folder):
    (folder / "b.txt").write_text(STORY.replace("hội đàm", "gặp gỡ"))
    run(folder, publish=True)
    assert Person.objects.filter(name="Lê Minh Hà").count() == 1
    assert Mention.objects.filter(person__name="Lê Minh Hà").count() == 2


def test_another_name_of_a_known_person_is_that_person(folder):
    known = make_person("Lê Thị Minh Hà", other_names=["Lê Minh Hà"])
    run(folder, publish=True)
    assert Mention.objects.filter(person=known).exists()
    assert not Person.objects.filter(name="Lê Minh Hà").exists()


def test_two_people_of_one_name_are_left_to_an_editor(folder):
    make_person("Lê Minh Hà"), make_person("Lê Minh Hà")
    run(folder, publish=True)
    suggestion = Suggestion.objects.get(value__name="Lê Minh Hà", kind="person")
    assert suggestion.decision == "suggested"


def test_publishing_in_bulk_does_not_publish_an_editors_unfinished_work_on_a_person(folder):
    person = make_person("Lê Minh Hà")
    publish(person, by=None)
    person.summary = "<p>Chưa xong.</p>"
    revise(person, by=make_user("change_person"))
    run(folder, publish=True)
    assert Client().get(f"/api/v1/people/{person.slug}/").json()["summary_html"] == ""


def test_an_editor_accepts_and_rejects(folder):
    run(folder)
    editor = make_user("change_article")
    first, second = Suggestion.objects.filter(kind="person").order_by("rank")
    accept(first, by=editor)
    reject(second, by=editor)
    assert [mention.person.name for mention in Mention.objects.all()] == [first.value["name"]]
    first.refresh_from_db()
    assert (first.decision, first.decided_by, first.decided_by_rule) == ("accepted", editor, False)
    article = Article.objects.get()
    publish(article, by=None)
    assert Client().get(f"/api/v1/articles/{article.slug}/").json()["people"] == []


def test_events_take_participants_whichever_is_accepted_first(folder):
    run(folder)
    editor = make_user("change_article")
    event = Suggestion.objects.filter(kind="event").first()
    assert event.value["participants"]
    accept(event, by=editor)
    for person in Suggestion.objects.filter(kind="person"):
        accept(person, by=editor)
    names = set(Event.objects.get().people.values_list("name", flat=True))
    assert names == set(event.value["participants"])


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b"\x00\x01\x02\xff" * 40, "binary|text"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 40, "image|binary|PNG"),
    ],
)
def test_a_file_that_cannot_be_read_is_reported_and_stops_nothing(folder, data, said):
    (folder / "0-bad.txt").write_bytes(data)
    report, printed = run(folder)
    assert outcomes(report) == {"0-bad.txt": "refused", "a.txt": "created"}
    assert report[0]["reason"]
    assert "0-bad.txt" in printed


def test_links_that_lead_out_pipes_and_large_files_are_refused(folder, tmp_path):
    (tmp_path / "outside.txt").write_text(STORY)
    (folder / "link.txt").symlink_to(tmp_path / "outside.txt")
    os.mkfifo(folder / "pipe.txt")
    (folder / "large.txt").write_text("dài " * 5000)
    report, _ = run(folder, max_bytes=10_000)
    assert outcomes(report) == {
        "a.txt": "created", "large.txt": "refused", "link.txt": "refused", "pipe.txt": "refused",
    }  # fmt: skip


def test_exit_codes(folder):
    def code(*args, **options) -> int:
        try:
            call_command("import_articles", *args, stdout=StringIO(), stderr=StringIO(), **options)
        except CommandError as error:
            return error.returncode
        return 0

    assert code(str(folder)) == 0
    assert code(str(folder / "missing")) == 2
    assert code(str(folder), encoding="klingon") == 2
    assert code(str(folder), report=folder / "no" / "r.json") == 2
    assert code(str(folder), report=folder) == 2
    assert code(str(folder), report=folder / "r.xlsx") == 2
    assert code(str(folder), max_bytes=0) == 2
    assert code(str(folder), jobs=0) == 2
    assert code(str(folder), language="tiếng Việt") == 2
    (folder / "empty.txt").write_text("")
    assert code(str(folder)) == 1


def test_section_and_language_can_be_given(folder):
    run(folder, section="Đối ngoại", language="vi")
    assert Article.objects.get().section == Section.objects.get(slug="doi-ngoai")


def test_parsing_in_processes_gives_the_same():
    one, _ = run(TEXTS, dry_run=True)
    two, _ = run(TEXTS, dry_run=True, jobs=2)
    assert one == two


@pytest.mark.skipif(
    multiprocessing.get_start_method() != "fork", reason="other processes are sent all they need, once"
)
def test_processes_are_not_sent_the_names_of_all_people_with_each_file():
    """Of an archive with 10,000 people that took as long as reading the file."""

    class Known(dict):
        def __reduce__(self):
            raise AssertionError("sent")

    files = [RawFile(path.name, path.read_bytes()) for path in sorted(TEXTS.glob("*.txt"))]
    parse_file = partial(read_one, encoding=None, sections=(), known=Known())
    with workers(1, parse_file) as pool:
        assert [read.name for read in pool.map(do, files)] == [raw.name for raw in files]


def _killed(*args, **options):
    os.kill(os.getpid(), signal.SIGKILL)


def test_a_process_that_was_killed_is_told_in_a_sentence(folder, monkeypatch):
    monkeypatch.setattr("articles.actions.reading.reader", lambda **options: _killed)
    with pytest.raises(CommandError, match=r"was killed, .*the same command goes on") as lost:
        call_command("import_articles", str(folder), jobs=2, stdout=StringIO(), stderr=StringIO())
    assert lost.value.returncode == 1


def test_accepting_keeps_a_revision_of_before_and_after(folder):
    run(folder)
    person = Suggestion.objects.filter(kind="person").first()
    accept(person, by=make_user("change_article"))
    versions = Revision.objects.filter(item_id=Article.objects.get().pk).order_by("version")
    assert [len(revision.data["links"]["mentions"]) for revision in versions] == [0, 1]


def test_stopping_by_hand_is_no_traceback(folder, monkeypatch):
    monkeypatch.setattr("articles.management.commands.import_articles.open_report", _interrupted)
    with pytest.raises(CommandError, match="the same command goes on") as stopped:
        call_command("import_articles", str(folder), stdout=StringIO(), stderr=StringIO())
    assert stopped.value.returncode == 130


@pytest.mark.parametrize(
    ("command", "options"),
    [("publish_articles", {"all": True}), ("rebuild_live", {}), ("refresh_fields", {})],
)
def test_stopping_any_long_work_is_no_traceback(folder, monkeypatch, command, options):
    call_command("import_articles", str(folder), stdout=StringIO(), stderr=StringIO())
    monkeypatch.setattr(f"articles.management.commands.{command}.{command}", _interrupted)
    with pytest.raises(CommandError, match="the same command goes on") as stopped:
        call_command(command, stdout=StringIO(), stderr=StringIO(), **options)
    assert stopped.value.returncode == 130


def test_the_report_of_an_import_that_was_stopped_can_be_read(folder, tmp_path, monkeypatch):
    def stopped(*args, **options):
        yield FileReport("a.txt", "created")
        raise KeyboardInterrupt

    monkeypatch.setattr("articles.management.commands.import_articles.import_files", stopped)
    report = tmp_path / "report.json"
    with pytest.raises(CommandError, match="the same command goes on"):
        call_command("import_articles", str(folder), report=report, stdout=StringIO(), stderr=StringIO())
    assert outcomes(json.loads(report.read_text())) == {"a.txt": "created"}


@pytest.mark.parametrize("option", ["report", "fixture"])
def test_a_disk_that_is_full_is_told_in_a_sentence(folder, tmp_path, option):
    target = tmp_path / "out.json"
    target.symlink_to("/dev/full")
    with pytest.raises(
        CommandError, match=r"cannot be written: No space left on device\. What is imported"
    ) as full:
        call_command("import_articles", str(folder), stdout=StringIO(), stderr=StringIO(), **{option: target})
    assert full.value.returncode == 1
    assert Article.objects.exists()


def test_a_database_that_fails_is_told_in_a_sentence(folder, monkeypatch):
    def full(*args, **options):
        raise OperationalError("database or disk is full")

    monkeypatch.setattr("articles.management.commands.import_articles.import_files", full)
    with pytest.raises(CommandError, match="The database failed: database or disk is full\n"):
        call_command("import_articles", str(folder), stdout=StringIO(), stderr=StringIO())


@pytest.mark.parametrize(
    ("command", "numbers"),
    [
        ("import_articles", ["x", "--jobs", "100000"]),
        ("import_articles", ["x", "--jobs", "0"]),
        ("import_articles", ["x", "--max-bytes", "9" * 30]),
        ("prune_imports", ["--days", "9" * 11]),
        ("prune_imports", ["--days", "-1"]),
        ("create_token", ["editor", "--name", "x", "--days", "9" * 11]),
        ("publish_due", ["--every", "nan"]),
        ("publish_due", ["--every", "1e400"]),
        ("deliver_webhooks", ["--every", "0"]),
    ],
)
def test_a_number_out_of_bounds_is_a_wrong_argument(command, numbers):
    with pytest.raises(CommandError, match=r"give a number from [\d.]+ to \d+\.") as wrong:
        call_command(command, *numbers)
    assert wrong.value.returncode == 2


def test_the_help_of_a_command_is_in_the_readers_language():
    with override_language("vi"):
        shown = import_articles.Command().create_parser("manage.py", "import_articles").format_help()
    assert "Imports raw news texts" not in shown
    assert "bản thảo" in " ".join(shown.split())


def _interrupted(*args, **options):
    raise KeyboardInterrupt


def test_explaining_a_folder_goes_on_past_a_file_that_is_refused(folder):
    (folder / "0.txt").write_bytes(b"")
    out, err = StringIO(), StringIO()
    with pytest.raises(CommandError, match="1 file was refused") as stopped:
        call_command("import_articles", str(folder), explain=True, stdout=out, stderr=err)
    assert stopped.value.returncode == 1
    assert "The file is empty" in err.getvalue()
    assert "Lãnh đạo hai nước hội đàm" in out.getvalue()
    assert not Article.objects.exists()


def test_a_command_writes_where_not_every_letter_has_a_code(monkeypatch):
    written = BytesIO()
    monkeypatch.setattr("sys.stdout", TextIOWrapper(written, "cp1252"))
    with override_language("vi"), pytest.raises(SystemExit):
        import_articles.Command().run_from_argv(["manage.py", "import_articles", "--help"])
    sys.stdout.flush()
    assert b"t\\u1ec7p" in written.getvalue()


@pytest.mark.parametrize("option", ["report", "fixture", "publish"])
def test_what_an_explanation_would_leave_undone_is_refused(option, folder, tmp_path):
    given = True if option == "publish" else tmp_path / "out.json"
    with pytest.raises(CommandError, match=f"--{option} does nothing with --explain") as wrong:
        call_command("import_articles", str(folder), explain=True, **{option: given})
    assert wrong.value.returncode == 2


@pytest.mark.parametrize(
    "command",
    ["import_articles {folder}", "import_articles {folder}/none", "publish_articles --all", "rebuild_live",
     "refresh_fields", "make_groups", "prune_imports", "erase_item event talks --yes --note law"],
)  # fmt: skip
def test_a_command_that_is_told_to_be_silent_says_nothing_of_what_went_well(command, folder):
    (folder / "none").mkdir()
    make_event("Talks")
    out, err = StringIO(), StringIO()
    arguments = command.format(folder=folder).split()
    call_command(*arguments, verbosity=0, stdout=out, stderr=err)
    assert out.getvalue() + err.getvalue() == ""


def test_a_silent_import_still_tells_what_was_refused(folder):
    (folder / "0.txt").write_bytes(b"")
    err = StringIO()
    with pytest.raises(CommandError, match="1 file was refused"):
        call_command("import_articles", str(folder), verbosity=0, stderr=err)
    assert "0.txt: refused: The file is empty" in err.getvalue()
