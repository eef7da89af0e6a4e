"""`python -m bench.imports`: what an import costs, beside the least it could and what a first script would.

Every way is a process of its own on an SQLite file, start-up included but for the floor. See bench/README.md.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .texts import write_texts

WAYS = {
    "read and reported only": ["--dry-run"],
    "as drafts": [],
    "published": ["--publish"],
}
FLOORS = {
    "as drafts": "floor: the drafts' rows by bulk_create",
    "published": "floor: all rows by bulk_create",
}
NAIVE = "naive: a save() a row, people by get_or_create"


def measure_imports(files: int, kept: Path) -> dict[str, tuple[float, str]]:
    """By way: files a CPU second, and the peak of memory."""
    texts = _texts(kept, files)
    _run(kept / "first.sqlite3", "manage", "import_articles", str(_texts(kept, 1)), "--publish")  # compiles
    found = {}
    for number, (name, options) in enumerate(WAYS.items()):
        database = kept / f"import{number}.sqlite3"
        seconds, peak, _said = _run(database, "manage", "import_articles", str(texts), *options)
        found[name] = (files / seconds, f"{peak / 1024:.0f} MB")
        if floor := FLOORS.get(name):
            _seconds, _peak, said = _run(
                kept / f"floor{number}.sqlite3", "bench.rivals", "floor", str(database)
            )
            found[floor] = (files / float(said), "")
    seconds, _peak, _said = _run(kept / "naive.sqlite3", "bench.rivals", "naive", str(texts))
    found[NAIVE] = (files / seconds, "")
    return found


def measure_memory(sizes: list[int], kept: Path, options: list[str]) -> Iterator[tuple[int, float, float]]:
    """Files, files a CPU second, and the peak of memory in MB, at each size."""
    for files in sizes:
        database = kept / f"memory{files}.sqlite3"
        command = ["import_articles", str(_texts(kept, files)), *options]
        seconds, peak, _said = _run(database, "manage", *command)
        database.unlink()
        yield files, files / seconds, peak / 1024


def measure_editor(files: int, kept: Path, options: list[str]) -> tuple[int, float, float]:
    """Saves beside a running import, and their median and worst wait in ms."""
    _seconds, _peak, said = _run(
        kept / f"editor{len(options)}.sqlite3", "bench.editor", str(_texts(kept, files)), *options
    )
    saves, middle, worst = said.split()
    return int(saves), float(middle), float(worst)


def table(files: int, found: dict[str, tuple[float, str]]) -> Iterator[str]:
    """The table of `measure_imports` in Markdown."""
    yield f"### Import of {files:,} files of 5 KB on SQLite\n"
    yield "| what | files a CPU second | of its floor | times naive | peak memory |"
    yield "|---|--:|--:|--:|--:|"
    for name, (rate, memory) in found.items():
        floor = found[FLOORS[name]][0] if name in FLOORS else 0
        share, times = (f"{rate / floor:.2f}" if floor else "", f"{rate / found[NAIVE][0]:.1f}")
        yield f"| {name} | {rate:,.0f} | {share} | {times} | {memory or '–'} |"


def _texts(kept: Path, files: int) -> Path:
    folder = kept / f"texts{files}"
    if not folder.exists():
        folder.mkdir()
        write_texts(folder, files)
    return folder


def _run(database: Path, module: str, *command: str) -> tuple[float, int, str]:
    """CPU seconds, the peak of memory in KB and what was printed of a module run on a database that is new."""
    environment = os.environ | {
        "DATABASE_URL": f"sqlite:///{database}",
        "DJANGO_SETTINGS_MODULE": "bench.settings",
        # Modules are compiled once, as where the app is installed.
        "PYTHONDONTWRITEBYTECODE": "",
        "PYTHONPYCACHEPREFIX": str(database.parent / "compiled"),
    }
    migrated = database.with_name("migrated.sqlite3")
    if not migrated.exists():
        migrating = [sys.executable, "-m", "manage", "migrate", "-v0"]
        there = environment | {"DATABASE_URL": f"sqlite:///{migrated}"}
        subprocess.run(migrating, env=there, stdout=subprocess.DEVNULL, check=True)
    shutil.copy(migrated, database)
    said = database.with_suffix(".out")
    with said.open("w") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", module, *command], env=environment, stdout=out, stderr=subprocess.DEVNULL
        )
        peak = 0
        while (ended := os.wait4(process.pid, os.WNOHANG))[0] == 0:
            # Asked while it runs: what the kernel adds up at the end has the parent's memory in it, from before
            # the exec.
            found = re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{process.pid}/status").read_text())
            peak = int(found[1]) if found else peak
            time.sleep(0.05)
    _pid, status, usage = ended
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{module} {' '.join(command)} ended with {process.returncode}")
    return usage.ru_utime + usage.ru_stime, peak, said.read_text()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.imports", description=__doc__)
    parser.add_argument("--files", type=int, default=500)
    parser.add_argument(
        "--memory", type=int, nargs="*", default=[], metavar="N", help="memory at these sizes"
    )
    parser.add_argument(
        "--editor", type=int, default=0, metavar="N", help="saves beside an import of N files"
    )
    given: Any = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="newsroom-bench-") as directory:
        kept = Path(directory)
        print("\n".join(table(given.files, measure_imports(given.files, kept))), flush=True)
        if given.memory:
            print("\n| files, as drafts | files a CPU second | peak memory |\n|--:|--:|--:|", flush=True)
            for files, rate, peak in measure_memory(given.memory, kept, []):
                print(f"| {files:,} | {rate:,.0f} | {peak:,.0f} MB |", flush=True)
        if given.editor:
            print(
                f"\n| beside an import of {given.editor:,} files | saves | median ms | worst ms |\n|---|--:|--:|--:|"
            )
            for name, options in (("as drafts", []), ("published", ["--publish"])):
                saves, middle, worst = measure_editor(given.editor, kept, options)
                print(f"| {name} | {saves:,} | {middle:,.0f} | {worst:,.0f} |", flush=True)


if __name__ == "__main__":
    main()
