"""The wheel: what it holds, and that a host which never heard of this project runs on it."""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
HOST = ROOT / "tests" / "bare_host"
CELLS = [("3.11", "5.2"), ("3.13", "6.1")]


def run(*command: str | Path, cwd: Path, **options) -> str:
    """Standard output of a command that has to succeed; it sees nothing of this environment's Python."""
    clean = {
        key: value
        for key, value in os.environ.items()
        if not key.startswith(("DJANGO", "PYTHON", "DATABASE"))
    }
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=clean, capture_output=True, text=True, timeout=600,
        stdin=subprocess.DEVNULL, **options,
    )  # fmt: skip
    assert done.returncode == 0, f"{command}\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}"
    return done.stdout


def interpreter(version: str) -> Path:
    """A Python of this version: the one running, one on PATH, or one that pyenv keeps."""
    kept = sorted(Path.home().glob(f".pyenv/versions/{version}.*/bin/python"))
    for candidate in [sys.executable, shutil.which(f"python{version}"), *kept]:
        if not candidate:
            continue
        asked = subprocess.run(
            [candidate, "-c", "import sys, venv, ensurepip; print('%d.%d' % sys.version_info[:2])"],
            capture_output=True, text=True,
        )  # fmt: skip
        if asked.stdout.strip() == version:
            return Path(candidate)
    pytest.fail(f"There is no Python {version} with venv on this machine.")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """Built from a copy of what git would hand out, in this environment: needs no package index."""
    source = tmp_path_factory.mktemp("source")
    for part in ("articles", "pyproject.toml", "README.md", "LICENSE"):
        copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
        copy(ROOT / part, source / part)
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", source / "dist", cwd=source)
    (built,) = (source / "dist").iterdir()
    return built


def test_the_wheel_holds_the_app_with_its_data_and_nothing_else(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    distribution = wheel.name.removesuffix("-py3-none-any.whl")
    assert {name.split("/")[0] for name in names} == {"articles", f"{distribution}.dist-info"}
    assert f"{distribution}.dist-info/licenses/LICENSE" in names
    assert not [name for name in names if "__pycache__" in name]
    held = {name for name in names if name.startswith("articles/")}
    app = ROOT / "articles"
    tree = {
        f"articles/{path.relative_to(app).as_posix()}"
        for path in app.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert held == tree
    assert "articles/py.typed" in held
    assert "articles/migrations/0001_initial.py" in held
    assert any(name.startswith("articles/text/lexicon/vi/") for name in held)


@pytest.mark.wheel
@pytest.mark.parametrize(("python", "django"), CELLS, ids=[f"python{p}-django{d}" for p, d in CELLS])
def test_a_bare_host_runs_on_the_wheel(wheel, tmp_path, python, django):
    run(interpreter(python), "-m", "venv", tmp_path / "venv", cwd=tmp_path)
    bin = tmp_path / "venv" / "bin"
    run(bin / "pip", "install", "--quiet", f"django~={django}.0", wheel, cwd=tmp_path)
    run(bin / "pip", "check", cwd=tmp_path)
    site = shutil.copytree(HOST, tmp_path / "site", ignore=shutil.ignore_patterns("__pycache__"))
    manage = (bin / "python", "-W", "error", "manage.py")
    run(*manage, "check", "--fail-level", "WARNING", cwd=site)
    run(*manage, "makemigrations", "staff", cwd=site)
    run(*manage, "makemigrations", "articles", "--check", "--dry-run", cwd=site)
    run(*manage, "migrate", cwd=site)
    texts = ROOT / "fixtures" / "texts"
    files = len(list(texts.iterdir()))
    run(*manage, "import_articles", texts, "--publish", cwd=site)
    again = run(*manage, "import_articles", texts, "--publish", cwd=site)
    assert f"{files} unchanged" in again

    seen = json.loads(run(bin / "python", "visit.py", cwd=site))
    assert Path(seen["module"]).is_relative_to(tmp_path / "venv")
    assert seen["django"].startswith(f"{django}.")
    assert (seen["count"], seen["on_the_page"]) == (files, 2)
    assert seen["next"].startswith("http://testserver/news/api/v1/articles/")
    assert seen["article"]["people"]
    assert seen["people"] > 0
    assert seen["events"] > 0
    assert seen["unknown_parameter"] == 400
    assert seen["missing"] == "application/problem+json"
    assert seen["found"] > 0
    assert seen["article"]["length"] in {"long", "short"}
    assert sum(seen["lengths"]) == files
    assert min(seen["lengths"]) > 0
    assert without_the_hosts_own(seen["openapi"]) == json.loads(
        (ROOT / "openapi" / "public.json").read_text()
    )
    assert set(seen["admin"].values()) == {200}, seen["admin"]
    assert seen["who_else"]
    assert seen["credentials"] == [[200, 200], [401, 401]]  # Before their makers leave the house, and after.

    headless = ("--settings", "host.headless")
    run(*manage, "check", "--fail-level", "WARNING", *headless, cwd=site)
    run(*manage, "import_articles", texts, "--publish", *headless, cwd=site)


def without_the_hosts_own(document: dict) -> dict:
    """The OpenAPI document as it is without the field that the bare host declares, and at the address of ours."""
    document["servers"] = [{"url": "https://news.example/api/v1"}]
    for name in ("Article", "ArticleSummary", "ChosenArticle"):
        schema = document["components"]["schemas"][name]
        del schema["properties"]["length"]
        schema["required"] = [member for member in schema["required"] if member != "length"]
    for methods in document["paths"].values():
        operation = methods["get"]
        operation["parameters"] = [
            parameter
            for parameter in operation["parameters"]
            if parameter.get("name") not in ("length", "length_not")
        ]
        for parameter in operation["parameters"]:
            if parameter.get("name") in ("fields", "omit"):
                pattern = parameter["schema"]["pattern"]
                parameter["schema"]["pattern"] = pattern.replace("|length", "")
    return document
