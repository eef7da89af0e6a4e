"""Migrations: complete, named by hand, undone without a trace, and asked for where they are missing."""

import re
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection

import articles


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
