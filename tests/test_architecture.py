"""The layers hold, the contracts would catch who breaks them, and public requests cannot read the desk."""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from articles.api.public.urls import urlpatterns
from articles.models import Article, LiveArticle
from articles.routers import is_live
from tests.guard import live_tables, named_tables

ROOT = Path(settings.BASE_DIR)
CONTRACTS = {
    contract["id"]: contract
    for contract in tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
}


def lint_imports(root: Path) -> subprocess.CompletedProcess:
    program = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [program, "--no-cache"], cwd=root, capture_output=True, text=True, timeout=120,
        env=os.environ | {"PYTHONPATH": str(root)},
    )  # fmt: skip


@pytest.fixture
def copy(tmp_path):
    for package in ("articles", "newsroom"):
        shutil.copytree(
            ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__", "locale")
        )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_contracts_hold(copy):
    done = lint_imports(copy)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("planted", "broken"),
    [
        ({"articles/api/public/leak.py": "from articles.models.article import Article"}, ["public"]),
        ({"articles/api/public/leak.py": "from articles.models import LiveArticle"}, ["public"]),
        ({"articles/api/public/leak.py": "def f():\n    from ...actions.publish import publish"}, ["public"]),
        ({"articles/api/public/leak.py": "from articles import documents"}, ["public"]),
        (
            {
                "articles/api/public/leak.py": "from articles import helper",
                "articles/helper.py": "from articles.between import x",
                "articles/between.py": "from articles.models.person import Person",
            },
            ["public"],
        ),
        ({"articles/search/leak.py": "from articles.models.revision import Revision"}, ["public"]),
        ({"articles/search/leak.py": "from articles.api.public import urls"}, ["public-layers"]),
        ({"articles/api/desk/leak.py": "from articles.api.public import kinds"}, ["apis"]),
        ({"articles/api/public/leak.py": "from articles.api.desk import bodies"}, ["apis", "public"]),
        ({"articles/api/html.py": "from articles.api.public.kinds import KINDS"}, ["apis"]),
        ({"articles/models/leak.py": "from articles.actions.publish import publish"}, ["layers"]),
        ({"articles/actions/leak.py": "from articles.admin import article"}, ["layers"]),
        ({"articles/text/leak.py": "from django.db import models"}, ["text"]),
        ({"articles/leak.py": "import newsroom.settings"}, ["app"]),
        ({"articles/leak.py": "import PIL"}, ["optional"]),
    ],
    ids=lambda value: "+".join(value) if isinstance(value, list) else value[next(iter(value))][:60],
)
def test_a_planted_violation_is_caught(copy, planted, broken):
    for name, source in planted.items():
        (copy / name).write_text(f"{source}\n")
    done = lint_imports(copy)
    assert done.returncode != 0
    for contract in broken:
        assert f"{CONTRACTS[contract]['name']} BROKEN" in done.stdout


def test_whatever_answers_a_public_address_stands_in_the_contract():
    rooms = tuple(CONTRACTS["public"]["source_modules"])
    for pattern in urlpatterns:
        assert pattern.callback.view_class.__module__.startswith(rooms)


def test_every_model_but_the_live_ones_is_forbidden_to_public_code():
    modules = {
        model.__module__ for model in apps.get_app_config("articles").get_models() if not is_live(model)
    }
    modules |= {Article.__mro__[1].__module__}
    assert modules <= set(CONTRACTS["public"]["forbidden_modules"])
    for room in ("actions", "documents", "admin", "management", "api.desk"):
        assert f"articles.{room}" in CONTRACTS["public"]["forbidden_modules"]


def test_the_guard_knows_the_tables():
    tables = {model._meta.db_table for model in apps.get_app_config("articles").get_models()}
    assert {"articles_livearticle", "articles_change", "articles_tombstone", "articles_oldslug"} <= {
        model._meta.db_table for model in apps.get_app_config("articles").get_models() if is_live(model)
    }
    assert {"articles_article", "articles_edition", "articles_suggestion", "articles_revision"} <= tables


@pytest.mark.django_db
def test_the_guard_sees_which_tables_sql_names():
    assert named_tables('SELECT * FROM "articles_livearticle" JOIN "articles_person" ON 1=1') == {
        "articles_person"
    }
    assert named_tables('SELECT "slug" FROM "auth_user"') == {"auth_user"}
    assert not named_tables("SELECT 'articles_article' FROM articles_livearticle")


@pytest.mark.django_db
@pytest.mark.parametrize("model", [Article, get_user_model()])
def test_the_guard_stops_who_reads_the_desk(public_reads, model):
    with public_reads():
        assert LiveArticle.objects.count() == 0
    with pytest.raises(DatabaseError), transaction.atomic(), public_reads():
        model.objects.count()
    assert model.objects.count() == 0  # and lets go afterwards


@pytest.mark.django_db
def test_the_guard_stops_who_writes(public_reads):
    with pytest.raises(DatabaseError), transaction.atomic(), public_reads():
        LiveArticle.objects.update(slug="x")


@pytest.fixture
def archive(db):
    """The sample collection, published."""
    call_command("import_articles", str(ROOT / "fixtures" / "texts"), publish=True, verbosity=0)


def addresses(client) -> list[str]:
    """Public requests of every kind: lists, details, filters, orderings, search, what is missing."""
    found = ["/api/v1/", "/api/v1/articles/?page_size=2", "/api/v1/articles/?page_size=2&page=2"]
    for kind in ("articles", "people", "events"):
        found += [f"/api/v1/{kind}/", f"/api/v1/{kind}/?q=ngoai+giao", f"/api/v1/{kind}/no-such-thing/"]
        results = client.get(f"/api/v1/{kind}/").json()["results"]
        assert results
        for item in results:
            found.append(f"/api/v1/{kind}/{item['slug']}/")
            if kind == "people":
                found.append(f"/api/v1/articles/?person={item['slug']}")
                found.append(f"/api/v1/events/?person={item['slug']}")
            if kind == "events":
                found.append(f"/api/v1/articles/?event={item['slug']}")
    found += [
        "/api/v1/articles/?ordering=title",
        "/api/v1/articles/?ordering=date&language=vi",
        "/api/v1/articles/?date_after=2000-01-01&date_before=2100-01-01",
        "/api/v1/articles/?fields=title,body_text",
        "/api/v1/articles/?section=no-such-section",
        "/api/v1/articles/?agency=TTXVN",
        "/api/v1/articles/?no_such_parameter=1",
        "/api/v1/people/?ordering=-article_count",
        "/api/v1/people/?country=viet-nam",
        "/api/v1/events/?kind=dialogue",
        "/api/v1/events/?ordering=-date",
    ]
    return found


@pytest.mark.django_db
def test_public_requests_read_live_tables_only(client, archive, public_reads):
    for address in addresses(client):
        with transaction.atomic(), public_reads() as sent:
            response = client.get(address)
        assert response.status_code in {200, 400, 404}, (address, response.content)
        assert len(sent) <= 8, address


@pytest.mark.postgres
@pytest.mark.django_db
def test_the_reading_role_may_read_the_live_tables_and_nothing_else(public_reads):
    with public_reads(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name FROM information_schema.role_table_grants "
            "WHERE grantee = current_user AND table_schema = 'public'"
        )
        granted = {name for (name,) in cursor.fetchall()}
    assert granted == live_tables()
