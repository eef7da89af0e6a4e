"""An import that is killed, or that meets another one, ends in the database of an import that was left alone."""

import os
import re
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command

from articles.actions.rebuild_live import rebuild_live
from articles.models import (
    Article,
    Change,
    ImportedFile,
    ImportRun,
    LiveArticle,
    LiveState,
    Source,
    Suggestion,
)
from tests.at_once import all_at_once, killed

pytestmark = pytest.mark.django_db(transaction=True)

TEXTS = Path(__file__).parent.parent / "fixtures" / "texts"
KILLS = 30
CLOCKS = {
    "created_at", "updated_at", "read_at", "decided_at", "at", "first_published_at", "last_published_at", "changed_at",
    "epoch", "number", "change", "newest", "oldest", "digest", "run_id",
}  # fmt: skip
_STAMP = re.compile(r"""['"](first|last)_published_at['"]: ?['"][^'"]*['"]""")


@pytest.fixture
def folder(tmp_path, settings):
    """Twelve files that share people, in batches of three."""
    settings.ARTICLES = {"IMPORT_BATCH": 3}
    originals = [path.read_text() for path in sorted(TEXTS.glob("*.txt"))]
    for n in range(12):
        text = originals[n % 5].replace("Moon Jae-in", f"Moon Jae-{'abc'[n % 3]}n")
        (tmp_path / f"{n:02d}.txt").write_text(f"{text}\n\nBản số {n}\n")
    return tmp_path


def database() -> dict[str, list]:
    """Every row of the app, runs, clocks, surrogate keys and change numbers aside."""
    found = {}
    for model in apps.get_app_config("articles").get_models():
        if model in (ImportRun, ImportedFile):
            continue
        columns = [
            column.attname
            for column in model._meta.concrete_fields
            if column.attname not in CLOCKS
            and column.get_internal_type() not in ("BigAutoField", "AutoField")
        ]
        rows = model._default_manager.values_list(*columns)
        found[model.__name__] = sorted(_STAMP.sub("", str(row)) for row in rows)
    return found


def empty() -> None:
    call_command("flush", interactive=False, verbosity=0)


def run(folder) -> None:
    with open(os.devnull, "w") as sink:
        call_command("import_articles", str(folder), publish=True, stdout=sink, stderr=sink)


def test_kill_at_any_moment_then_the_same_command(folder):
    run(folder)
    expected = database()
    empty()
    statement, kills = 1, 0
    while kills < KILLS:
        # Some kills hit a fresh database, some one that an earlier kill left behind.
        if not killed(partial(run, folder), at=statement):
            statement = 3
            empty()
            continue
        kills += 1
        statement += 17
        if kills % 6 == 0:
            run(folder)
            assert database() == expected
            empty()
    run(folder)
    assert database() == expected
    assert rebuild_live().healthy


def test_the_runs_tell_what_happened(folder):
    assert killed(partial(run, folder), at=150)
    run(folder)
    broken, whole = ImportRun.objects.order_by("pk")
    assert broken.finished_at is None
    assert broken.state == ImportRun.State.STOPPED, (
        "nobody has to wait until it has been silent for long enough"
    )
    assert whole.finished_at is not None
    done = broken.counts["created"]
    assert 0 < done < 12
    assert whole.counts == {"unchanged": done, "created": 12 - done}
    assert whole.files.count() == 12
    assert Source.objects.filter(run=broken).count() == done


def test_versions_of_one_story_are_marked_wherever_the_import_was_cut(folder):
    run(folder)
    marked = Suggestion.objects.filter(kind="repost")
    # Twelve files made of five stories: seven are versions of the first five, and later ones of earlier versions too.
    assert marked.values("article").distinct().count() == 7


def test_two_imports_of_one_folder_at_once_make_nothing_double(folder):
    run(folder)
    expected = database()
    empty()
    all_at_once(*[partial(run, folder)] * 2)
    assert Article.objects.count() == LiveArticle.objects.count() == 12
    numbers = list(Change.objects.values_list("number", flat=True))
    assert numbers == list(range(1, LiveState.objects.get().change + 1))
    assert rebuild_live().healthy
    assert sum(each.counts.get("created", 0) for each in ImportRun.objects.all()) == 12
    for each in ImportRun.objects.all():
        assert each.sources.count() == each.counts.get("created", 0)
    now = database()
    for table in (
        "Article",
        "Person",
        "Event",
        "Mention",
        "Source",
        "Suggestion",
        "LiveMention",
        "Coverage",
        "Band",
    ):
        assert len(now[table]) == len(expected[table]), table


WITH_WORKER = """
import os
from articles.actions.workers import do, workers


def work(task):
    return os.getpid()


if __name__ == "__main__":
    with workers(1, work) as pool:
        print(pool.submit(do, None).result(), flush=True)
        input()
"""


def alive(pid: int) -> bool:
    """A process that is dead and not yet waited for does nothing any more."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="asks the system in Linux's way")
def test_workers_end_with_an_import_that_is_killed_and_leave_ctrl_c_to_it(tmp_path):
    script = tmp_path / "script.py"
    script.write_text(WITH_WORKER)
    environment = os.environ | {"PYTHONPATH": str(TEXTS.parents[1])}
    with subprocess.Popen(
        [sys.executable, script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment
    ) as process:
        assert process.stdout is not None
        worker = int(process.stdout.readline())
        os.kill(worker, signal.SIGINT)
        time.sleep(0.2)
        assert alive(worker)
        process.kill()
    until = time.monotonic() + 30
    while alive(worker) and time.monotonic() < until:
        time.sleep(0.05)
    assert not alive(worker)
