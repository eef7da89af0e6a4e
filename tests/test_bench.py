"""The benchmark runs, and its contenders answer the same. Nothing here is timed."""

import json
import subprocess
import sys
from pathlib import Path

from django.conf import settings


def test_the_benchmark_runs(tmp_path):
    figures = tmp_path / "figures.json"
    done = subprocess.run(
        [sys.executable, "-m", "bench", "--articles=45", "--rounds=1", "--requests=2", f"--json={figures}"],
        cwd=Path(settings.BASE_DIR), capture_output=True, text=True, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    found = json.loads(figures.read_text())
    assert found["articles"] == 45
    for page in ("list", "detail"):
        rows = found["pages"][page]
        assert rows["newsroom"]["queries"] <= 3
        assert rows["newsroom"]["bytes"] == rows["bare"]["bytes"]
        assert abs(rows["newsroom"]["bytes"] / rows["plain"]["bytes"] - 1) < 0.15, (
            "they answer different things"
        )
        assert page in done.stdout
