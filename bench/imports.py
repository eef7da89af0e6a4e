"""What an import costs, a process of its own each way."""

import os
import re
import subprocess
import sys
import time
from pathlib import Path

from .texts import write_texts

WAYS = {
    "as drafts": ["import_articles", "{texts}"],
    "published": ["import_articles", "{texts}", "--publish"],
    "read and reported only": ["import_articles", "{texts}", "--dry-run"],
}


def measure_imports(files: int, kept: Path) -> dict[str, tuple[float, str]]:
    """By way: files a CPU second, start-up included, and the peak of memory in MB."""
    texts = kept / "texts"
    texts.mkdir()
    write_texts(texts, files)
    found = {}
    for number, (name, command) in enumerate(WAYS.items()):
        environment = os.environ | {"DATABASE_URL": f"sqlite:///{kept}/import{number}.sqlite3"}
        _run(["migrate", "-v0"], environment)
        seconds, peak = _run([part.format(texts=texts) for part in command], environment)
        found[name] = (files / seconds, f"{peak / 1024:.0f} MB")
    return found


def _run(command: list[str], environment: dict[str, str]) -> tuple[float, int]:
    """CPU seconds and the peak of memory in KB of a management command."""
    process = subprocess.Popen(
        [sys.executable, "-m", "django", *command], env=environment, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )  # fmt: skip
    peak = 0
    while (ended := os.wait4(process.pid, os.WNOHANG))[0] == 0:
        # Asked while it runs: what the kernel adds up at the end has the parent's memory in it, from before the exec.
        found = re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{process.pid}/status").read_text())
        peak = int(found[1]) if found else peak
        time.sleep(0.05)
    _pid, status, usage = ended
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    return usage.ru_utime + usage.ru_stime, peak
