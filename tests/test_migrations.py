"""Migrations: complete, named by hand, undone without a trace, and asked for where they are missing."""

import re
from importlib import import_module
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection

import articles
from tests import live_rows as make


def tables():
    """The tables of the app, and those that hold SQLite's search index."""
    return {name for name in connection.introspection.table_names() if name.startswith("articles_")}


@pytest.mark.django_db
def test_no_model_changed_without_its_migration():
    call_command("makemigrations", "articles", check=True, dry_run=True, verbosity=1)


def test_migrations_are_named_by_hand():
    files = sorted(path.stem for path in (Path(articles.__file__).parent / "migrations").glob("0*.py"))
    assert files, "no migrations"
    assert not [name for name in files if re.search(r"_auto_\d|_and_more$|^\d+_(alter|remove|rename)_", name)]
    numbers = [name[:4] for name in files]
    assert len(numbers) == len(set(numbers)), "two migrations with one number"


AS_THEY_ARE = {
    "articles_article_topics",  # Django's own.
    # To drop an index, SQLite writes a table anew, and these hold the documents.
    "articles_livearticle",
    "articles_liveevent",
}


@pytest.mark.django_db
def test_no_index_is_the_beginning_of_another():
    double = []
    with connection.cursor() as cursor:
        for table in sorted(tables() - AS_THEY_ARE):
            found = {
                name: kept
                for name, kept in connection.introspection.get_constraints(cursor, table).items()
                if (kept["index"] or kept["unique"]) and not name.endswith("_like") and whole(cursor, name)
            }
            double += [
                f"{table}: {one} is the beginning of {other}"
                for one, key in found.items()
                for other, longer in found.items()
                if one != other and not key["unique"] and key["columns"] == longer["columns"][: len(key["columns"])]
            ]  # fmt: skip
    assert not double


def whole(cursor, index):
    """Whether an index holds all rows."""
    if connection.vendor == "postgresql":
        cursor.execute("SELECT indexdef FROM pg_indexes WHERE indexname = %s", [index])
    else:
        cursor.execute("SELECT sql FROM sqlite_master WHERE name = %s", [index])
    (sql,) = cursor.fetchone() or ("",)
    return " WHERE " not in (sql or "")


@pytest.mark.django_db(transaction=True)
def test_the_app_can_be_taken_out_and_put_in_again():
    before = tables()
    try:
        call_command("migrate", "articles", "zero", verbosity=0)
        assert not tables()
        with pytest.raises(CommandError, match=r"Run `manage\.py migrate`"):
            call_command("publish_articles", all=True)
    finally:
        call_command("migrate", "articles", verbosity=0)
    assert tables() == before


@pytest.mark.django_db(transaction=True)
def test_where_no_migrations_run_the_search_index_is_made_all_the_same(client, settings):
    with connection.schema_editor() as editor:
        import_module("articles.migrations.0002_search_index").drop(None, editor)
    make.article("Hội đàm trước đó")
    settings.MIGRATION_MODULES = {"articles": None}
    for _twice in range(2):
        call_command("migrate", run_syncdb=True, verbosity=0)
    make.article("Hội đàm")
    assert client.get("/api/v1/articles/?q=hoi+dam").json()["count"] == 2
