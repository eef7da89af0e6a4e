"""Writing many rows with one prepared statement.

`bulk_create` and `bulk_update` build an expression for each value, which was most of what an import cost. Here a
column at a time is made ready, and one whose values need nothing is passed on as it is.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from itertools import chain
from operator import itemgetter
from typing import Any
from uuid import UUID

from django.db import connections, models, router
from django.db.backends.base.base import BaseDatabaseWrapper

from ..models.fields import DocumentField
from ..models.many import column_of, condition, target_of

_AS_THEY_ARE = {str, int, float, bool, type(None)}
"""Types that plain columns hand to the database unchanged."""
_PLAIN = (models.CharField, models.TextField, models.IntegerField, models.FloatField, models.BooleanField)
TOGETHER = 200
"""Rows of one statement: SQLite counts parameters."""
_IDS = {UUID, type(None)}
_TIMES = {datetime, date, type(None)}


def insert(
    rows: Iterable[models.Model], *, ignore: bool = False, replace: Sequence[str] = (), same: str = "pk",
    together: bool = False,
) -> None:  # fmt: skip
    """INSERT rows of one model.

    `ignore` leaves rows alone that are there; `replace` names columns to overwrite where the value of `same` is there.
    `together` writes many rows in a statement, for tables where statements cost more than rows. Ids that the database
    makes are not read back. Where some were there and were left alone, none of the rows is marked as stored: which are
    what the database holds is not known.
    """
    rows = list(rows)
    if not rows:
        return
    model = type(rows[0])
    fields = [
        field for field in model._meta.concrete_fields if not (field.primary_key and rows[0].pk is None)
    ]
    names = [field.attname for field in fields]
    written = insert_values(
        model, names, _kept(rows, names),
        ignore=ignore, replace=replace, same=same, together=together,
    )  # fmt: skip
    for row in rows:
        row._state.adding = written < len(rows)


def insert_values(
    model: type[models.Model], names: Sequence[str], values: Iterable[Sequence[Any]], *, ignore: bool = False,
    replace: Sequence[str] = (), same: str = "pk", together: bool = False,
) -> int:  # fmt: skip
    """The same of plain values, in the order of `names`: two names or more. Returns how many rows were written."""
    connection = connections[router.db_for_write(model)]
    quote = connection.ops.quote_name
    fields = [column_of(model, name) for name in names]
    columns = ", ".join(quote(field.column) for field in fields)
    # Names of our own tables and columns; values are parameters.
    begin = f"INSERT INTO {quote(model._meta.db_table)} ({columns}) VALUES "  # noqa: S608
    row, end = f"({', '.join(['%s'] * len(fields))})", ""
    if ignore:
        end = " ON CONFLICT DO NOTHING"
    elif replace:
        changed = [quote(column_of(model, name).column) for name in replace]
        end = f" ON CONFLICT ({quote(column_of(model, same).column)}) DO UPDATE SET " + ", ".join(
            f"{column} = excluded.{column}" for column in changed
        )
    ready = _ready(fields, values, connection)
    if not ready:
        return 0
    with connection.cursor() as cursor:
        if not together:
            cursor.executemany(begin + row + end, ready)
            return cursor.rowcount
        written = 0
        for start in range(0, len(ready), TOGETHER):
            some = ready[start : start + TOGETHER]
            cursor.execute(begin + ", ".join([row] * len(some)) + end, list(chain.from_iterable(some)))
            written += cursor.rowcount
        return written


def write_columns(rows: Sequence[models.Model], names: Sequence[str]) -> None:
    """UPDATE these columns of these rows (of one model)."""
    if not rows:
        return
    model = type(rows[0])
    connection = connections[router.db_for_write(model)]
    quote = connection.ops.quote_name
    fields = [*(column_of(model, name) for name in names), column_of(model, "pk")]
    *assignments, key = (f"{quote(field.column)} = %s" for field in fields)
    # Names of our own tables and columns; values are parameters.
    sql = f"UPDATE {quote(model._meta.db_table)} SET {', '.join(assignments)} WHERE {key}"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.executemany(sql, _ready(fields, _kept(rows, [field.attname for field in fields]), connection))


def add_to_column(model: type[models.Model], name: str, deltas: Mapping[UUID, int], **same: Any) -> None:
    """Add to a column of the rows with these ids, and set other columns of theirs to one value: a statement for each
    distinct amount."""
    connection = connections[router.db_for_write(model)]
    quote = connection.ops.quote_name
    key, column = column_of(model, "pk"), quote(column_of(model, name).column)
    others = [column_of(model, other) for other in same]
    values = [field.get_db_prep_save(same[field.attname], connection) for field in others]
    changes = ", ".join([f"{column} = {column} + %s", *(f"{quote(field.column)} = %s" for field in others)])
    by_amount: dict[int, list[UUID]] = {}
    for pk, delta in deltas.items():
        if delta:
            by_amount.setdefault(delta, []).append(pk)
    with connection.cursor() as cursor:
        for delta, pks in by_amount.items():
            among, parameter = condition(pks, connection)
            # Names of our own tables and columns; values are parameters.
            sql = f"UPDATE {quote(model._meta.db_table)} SET {changes} WHERE {quote(key.column)} {among}"  # noqa: S608
            cursor.execute(sql, [delta, *values, parameter])


def _kept(rows: Iterable[models.Model], names: Sequence[str]) -> Iterable[tuple[Any, ...]]:
    """What rows hold in these columns, two or more. Asked by its name the file of a photo makes an object that refers
    to the photo, which refers to it, and both stay until the collector comes by."""
    return map(itemgetter(*names), map(vars, rows))


def _ready(
    fields: Sequence[Any], values: Iterable[Sequence[Any]], connection: BaseDatabaseWrapper
) -> list[Any]:
    """Rows as the database takes them."""
    columns = list(zip(*values, strict=True))
    if not columns:
        return []
    ready = [_column(field, column, connection) for field, column in zip(fields, columns, strict=True)]
    return list(zip(*ready, strict=True))


def _column(field: Any, column: Sequence[Any], connection: BaseDatabaseWrapper) -> Sequence[Any]:
    """What Django makes of a column's values, without asking it about values that it leaves as they are."""
    field = target_of(field)
    types = set(map(type, column))
    if isinstance(field, _PLAIN) and not isinstance(field, DocumentField):
        if types <= _AS_THEY_ARE:
            return column
        if all(issubclass(kind, str) for kind in types):
            # Members of a field's choices: the driver would ask each what it is.
            return [str.__str__(value) for value in column]
    if isinstance(field, models.UUIDField) and types <= _IDS:
        if connection.features.has_native_uuid_field:
            return column
        # Most rows hold an id that others hold, too: the same object, and cheaper told by that than by its value.
        ids = dict(zip(map(id, column), column, strict=True))
        made = {place: None if value is None else value.hex for place, value in ids.items()}
        return list(map(made.__getitem__, map(id, column)))
    if isinstance(field, models.JSONField):
        adapt = connection.ops.adapt_json_value
        return [None if value is None else adapt(value, field.encoder) for value in column]
    if types <= _TIMES:
        # Most rows of a column say the same moment.
        made = {value: field.get_db_prep_save(value, connection) for value in set(column)}
        return [made[value] for value in column]
    return [field.get_db_prep_save(value, connection) for value in column]
