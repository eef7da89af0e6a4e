"""Rows made without a model's constructor are the rows that it makes."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.apps import apps
from django.db import models

from articles.models import Article, Suggestion
from articles.models.rows import new_row

MODELS = list(apps.get_app_config("articles").get_models(include_auto_created=True))


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_a_new_row_has_the_defaults_of_its_model(model: type[models.Model]) -> None:
    assert columns(new_row(model)) == columns(model())
    assert new_row(model)._state.adding


def test_what_is_given_stands_in_its_columns() -> None:
    pk = uuid4()
    row = new_row(Suggestion, article_id=pk, value={"name": "Lê Hoa"})
    assert (row.article_id, row.value, row.kind) == (pk, {"name": "Lê Hoa"}, "")


def test_rows_share_no_list() -> None:
    assert new_row(Article).byline is not new_row(Article).byline


def test_a_name_that_is_no_column_is_refused() -> None:
    with pytest.raises(TypeError, match="headline"):
        new_row(Article, headline="…")


def columns(row: models.Model) -> dict[str, Any]:
    """Its values; ids and times that are made anew each time by their type."""
    found = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    return {
        name: type(value) if isinstance(value, UUID | datetime) else value for name, value in found.items()
    }
