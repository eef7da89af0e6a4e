"""Migrations: complete, and named by hand."""

import re
from pathlib import Path

import pytest
from django.core.management import call_command

import articles


@pytest.mark.django_db
def test_no_model_changed_without_its_migration():
    call_command("makemigrations", "articles", check=True, dry_run=True, verbosity=1)


def test_migrations_are_named_by_hand():
    files = sorted(path.stem for path in (Path(articles.__file__).parent / "migrations").glob("0*.py"))
    assert files, "no migrations"
    assert not [name for name in files if re.search(r"_auto_\d|_and_more$|^\d+_(alter|remove|rename)_", name)]
    numbers = [name[:4] for name in files]
    assert len(numbers) == len(set(numbers)), "two migrations with one number"
