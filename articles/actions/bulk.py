"""Writing many rows with one prepared statement.

`bulk_create` and `bulk_update` build an expression for each value, which was most of what an import cost.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any
from uuid import UUID

from django.db import connections, models, router
from django.db.backends.base.base import BaseDatabaseWrapper

from ..models.fields import DocumentField

_AS_THEY_ARE = {str, int, float, type(None)}
"""Types that plain columns hand to the database unchanged."""
_PLAIN = (models.CharField, models.TextField, models.IntegerField, models.FloatField)


def insert(
    rows: Iterable[models.Model], *, ignore: bool = False, replace: Sequence[str] = (), same: str = "pk"
) -> None:
    """INSERT rows of one model.

    `ignore` leaves rows alone that are there; `replace` names columns to overwrite where the value of `same` is there.
    Ids that the database makes are not read back.
    """
    rows = list(rows)
    if not rows:
        return
    model = type(rows[0])
    fields = [
        field for field in model._meta.concrete_fields if not (field.primary_key and rows[0].pk is None)
    ]
    names = [field.attname for field in fields]
    values = ([getattr(row, name) for name in names] for row in rows)
    insert_values(model, names, values, ignore=ignore, replace=replace, same=same)
    for row in rows:
        row._state.adding = False


def insert_values(
    model: type[models.Model], names: Sequence[str], values: Iterable[Sequence[Any]], *, ignore: bool = False,
    replace: Sequence[str] = (), same: str = "pk",
) -> None:  # fmt: skip
    """The same of plain values, in the order of `names`."""
    connection = connections[router.db_for_write(model)]
    quote = connection.ops.quote_name
    fields = [_field(model, name) for name in names]
    columns = ", ".join(quote(field.column) for field in fields)
    sql = f"INSERT INTO {quote(model._meta.db_table)} ({columns}) VALUES ({', '.join(['%s'] * len(fields))})"  # noqa: S608
    if ignore:
        sql += " ON CONFLICT DO NOTHING"
    elif replace:
        changed = [quote(_field(model, name).column) for name in replace]
        sql += f" ON CONFLICT ({quote(_field(model, same).column)}) DO UPDATE SET " + ", ".join(
            f"{column} = excluded.{column}" for column in changed
        )
    prepare = [_preparation(field, connection) for field in fields]
    prepared = [[to(value) for to, value in zip(prepare, row, strict=True)] for row in values]
    if prepared:
        with connection.cursor() as cursor:
            cursor.executemany(sql, prepared)


def write_columns(rows: Sequence[models.Model], names: Sequence[str]) -> None:
    """UPDATE these columns of these rows (of one model)."""
    if not rows:
        return
    model = type(rows[0])
    connection = connections[router.db_for_write(model)]
    quote = connection.ops.quote_name
    fields = [*(_field(model, name) for name in names), _field(model, "pk")]
    *assignments, key = (f"{quote(field.column)} = %s" for field in fields)
    # Names of our own tables and columns; values are parameters.
    sql = f"UPDATE {quote(model._meta.db_table)} SET {', '.join(assignments)} WHERE {key}"  # noqa: S608
    prepare = [(field.attname, _preparation(field, connection)) for field in fields]
    with connection.cursor() as cursor:
        cursor.executemany(sql, [[to(getattr(row, name)) for name, to in prepare] for row in rows])


def _field(model: type[models.Model], name: str) -> Any:
    if name == "pk":
        return model._meta.pk
    return next(field for field in model._meta.concrete_fields if name in (field.name, field.attname))


def _preparation(field: Any, connection: BaseDatabaseWrapper) -> Callable[[Any], Any]:
    """What Django makes of a value of this field, without asking it about values that it leaves as they are."""

    def in_full(value: Any) -> Any:
        return field.get_db_prep_save(value, connection)

    kind = field.target_field if isinstance(field, models.ForeignKey) else field
    if isinstance(kind, models.UUIDField):
        native = connection.features.has_native_uuid_field
        return lambda value: (value if native else value.hex) if type(value) is UUID else in_full(value)
    if isinstance(kind, _PLAIN) and not isinstance(kind, DocumentField):
        return lambda value: value if type(value) in _AS_THEY_ARE else in_full(value)
    return in_full
