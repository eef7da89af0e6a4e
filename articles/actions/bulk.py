"""Writing some columns of many rows, each with values of its own."""

from collections.abc import Sequence

from django.db import connections, models, router


def write_columns(rows: Sequence[models.Model], names: Sequence[str]) -> None:
    """UPDATE these columns of these rows (of one model) with one prepared statement.

    `bulk_update` builds a CASE for each value and took half of an import's time.
    """
    if not rows:
        return
    model = type(rows[0])
    connection = connections[router.db_for_write(model)]
    quote = connection.ops.quote_name
    fields = [model._meta.get_field(name) for name in names]
    key = model._meta.pk
    assignments = ", ".join(f"{quote(str(field.column))} = %s" for field in fields)  # type: ignore[union-attr]
    # Names of our own tables and columns; values are parameters.
    sql = f"UPDATE {quote(model._meta.db_table)} SET {assignments} WHERE {quote(str(key.column))} = %s"  # noqa: S608
    values = [
        [field.get_db_prep_save(getattr(row, field.attname), connection) for field in (*fields, key)]  # type: ignore[union-attr]
        for row in rows
    ]
    with connection.cursor() as cursor:
        cursor.executemany(sql, values)


def insert_rows(model: type[models.Model], names: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """INSERT rows of plain values with one prepared statement; rows that are there already stay as they are.

    `bulk_create` builds an object a row, which for rows of two numbers is most of the work.
    """
    if not rows:
        return
    connection = connections[router.db_for_write(model)]
    quote = connection.ops.quote_name
    fields = [model._meta.get_field(name) for name in names]
    columns = ", ".join(quote(str(field.column)) for field in fields)  # type: ignore[union-attr]
    marks = ", ".join(["%s"] * len(fields))
    table = quote(model._meta.db_table)
    sql = f"INSERT INTO {table} ({columns}) VALUES ({marks}) ON CONFLICT DO NOTHING"  # noqa: S608
    values = [
        [field.get_db_prep_save(value, connection) for field, value in zip(fields, row, strict=True)]  # type: ignore[union-attr]
        for row in rows
    ]
    with connection.cursor() as cursor:
        cursor.executemany(sql, values)
