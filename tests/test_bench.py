"""The benchmark runs, and its contenders answer the same. Nothing here is timed."""

import json
import subprocess
import sys
from pathlib import Path

from django.conf import settings


def test_the_benchmark_runs(tmp_path):
    figures = tmp_path / "figures.json"
    done = subprocess.run(
        [
            sys.executable, "-m", "bench", "--articles", "25", "45", "--rounds=1", "--requests=2", "--files=3",
            f"--json={figures}", "--copied=2",
        ],
        cwd=Path(settings.BASE_DIR), capture_output=True, text=True, timeout=900,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    small, _deeds, found, deeds, copied, imports = json.loads(figures.read_text())
    assert (small["articles"], found["articles"], copied["articles"]) == (25, 45, 90)
    for page, rows in found["pages"].items():
        # The state, the counts, a statement for each tier of hits that the page needs, and its rows.
        searched = page.startswith("search")
        assert rows["newsroom"]["queries"] <= (3 + 5 if searched else 3)
        assert rows["newsroom"]["bytes"] == rows["bare"]["bytes"]
        if "plain" in rows:
            assert abs(rows["newsroom"]["bytes"] / rows["plain"]["bytes"] - 1) < 0.15, (
                "they answer different things"
            )
        if not searched:
            assert rows["newsroom"]["queries"] == small["pages"][page]["newsroom"]["queries"]
        assert page in done.stdout
    assert len(deeds["deeds"]) == 4
    assert copied["pages"].keys() < found["pages"].keys()
    for page, rows in copied["pages"].items():
        assert rows["newsroom"]["queries"] == found["pages"][page]["newsroom"]["queries"]
    assert len(imports["imports"]) == 6
