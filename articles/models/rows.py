"""Making many unsaved rows: a model's constructor asks each field for a default and sets it through its descriptor."""

from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

from django.db import models
from django.db.models.base import ModelState

AnyModel = TypeVar("AnyModel", bound=models.Model)


def new_row(model: type[AnyModel], **values: Any) -> AnyModel:
    """An unsaved row, as `model(**values)` would be, for a tenth of its cost: columns only (`by_id`, not `by`), and no
    signal is sent. Raises `TypeError` for a name that is no column's."""
    plain, made = _blank(model)
    row = model.__new__(model)
    row.__dict__ = columns = {"_state": ModelState(), **plain, **values}
    for name, make in made:
        if name not in columns:
            columns[name] = make()
    if len(columns) != len(plain) + len(made) + 1:
        raise TypeError(
            f"{model.__name__} has no such columns: {values.keys() - plain.keys() - dict(made).keys()}"
        )
    return row


@cache
def _blank(model: type[models.Model]) -> tuple[dict[str, Any], list[tuple[str, Callable[[], Any]]]]:
    """The defaults of a model's columns: values that all rows can share, and what makes one for each."""
    plain, made = {}, []
    for field in model._meta.concrete_fields:
        if field.has_default() and callable(field.default):
            made.append((field.attname, field.default))
        else:
            plain[field.attname] = field.get_default()
    return plain, made
