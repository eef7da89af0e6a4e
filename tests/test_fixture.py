"""The fixture: the sample collection as `loaddata` takes it, the same to the byte on every run and machine."""

import json
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

import pytest
import time_machine
from django.core.management import call_command
from django.db import transaction
from django.test import Client

from articles.models import Article, LiveArticle, LiveState, Person, Suggestion

pytestmark = pytest.mark.django_db

FIXTURES = Path(__file__).parent.parent / "fixtures"


def write(target: Path, **options) -> bytes:
    call_command("import_articles", str(FIXTURES / "texts"), fixture=target, stdout=StringIO(), **options)
    return target.read_bytes()


def crawl() -> dict[str, bytes]:
    """Every public answer that the index, the lists and their links lead to, in all formats of a list."""
    client, found = Client(), {}
    waiting = [
        "/api/v1/", "/api/v1/articles/?page_size=2", "/api/v1/people/", "/api/v1/events/", "/api/v1/sections/",
        "/api/v1/topics/", "/api/v1/changes/?since=0", "/api/v1/articles/?q=doi+thoai",
        "/api/v1/people/?q=bui+thanh+son",
        "/api/v1/articles/?ordering=title", "/api/v1/people/?ordering=-article_count", "/api/v1/events/?ordering=date",
    ]  # fmt: skip
    while waiting:
        path = waiting.pop()
        if path in found:
            continue
        answer = client.get(path)
        assert answer.status_code == 200, (path, answer.content)
        found[path] = answer.content
        body = answer.json()
        for entry in body.get("results", []):
            if entry.get("url", "").startswith("http://testserver/api/"):
                waiting.append(entry["url"].removeprefix("http://testserver"))
        if body.get("next"):
            waiting.append(body["next"].removeprefix("http://testserver"))
    return found


def test_the_committed_fixture_is_what_the_importer_writes(tmp_path):
    assert write(tmp_path / "newsroom.json") == (FIXTURES / "newsroom.json").read_bytes()


def test_it_does_not_depend_on_what_is_in_the_database(tmp_path):
    first = write(tmp_path / "a.json", publish=True)
    assert write(tmp_path / "b.json", dry_run=True) == first


def test_it_holds_the_desk_and_no_users_clocks_or_public_rows():
    rows = json.loads((FIXTURES / "newsroom.json").read_text())
    models = {row["model"] for row in rows}
    assert {
        "articles.article",
        "articles.person",
        "articles.event",
        "articles.source",
        "articles.suggestion",
    } <= models
    assert not {model for model in models if "live" in model or "edition" in model or "user" in model}
    assert not {field for row in rows for field in row["fields"] if field.endswith(("_at", "_by", "version"))}


def test_loading_and_publishing_it_equals_importing_and_publishing():
    with time_machine.travel(datetime(2026, 7, 6, tzinfo=UTC), tick=False):
        with transaction.atomic():
            call_command("import_articles", str(FIXTURES / "texts"), publish=True, stdout=StringIO())
            imported = crawl()
            transaction.set_rollback(True)
        assert not LiveState.objects.exists()
        call_command("loaddata", str(FIXTURES / "newsroom.json"), verbosity=0)
        assert not LiveArticle.objects.exists()
        call_command("publish_articles", all=True, stdout=StringIO())
        loaded = crawl()
    assert len(imported) > 25
    assert loaded.keys() == imported.keys()
    for path, body in imported.items():
        assert loaded[path] == body, path


def test_loading_it_twice_doubles_nothing():
    for _ in range(2):
        call_command("loaddata", str(FIXTURES / "newsroom.json"), verbosity=0)
    assert Article.objects.count() == 5
    assert Person.objects.count() == Person.objects.values("name_key").distinct().count()
    assert not Suggestion.objects.filter(sure=True).exclude(decision="accepted").exists()
