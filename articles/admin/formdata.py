"""Forms as a browser would send them: for comparing two versions of an item, and for mixing them."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.forms.models import BaseInlineFormSet
from django.http import QueryDict
from django.utils.translation import gettext as _

from .fields import LinesField, TypedDateField
from .pages import id_from
from .rich_text import BodyField

Data = dict[str, list[str]]

Row = dict[str, str]
"""A row of an inline: its fields, and under the empty string its id."""

ROWS = 1000
"""The most rows that are read from a form."""


def posted(form: Any) -> Data:
    """What a browser would send for this form or formset if nobody touched it. Files are left out."""
    if isinstance(form, BaseInlineFormSet):
        data = posted(form.management_form)
        for row in form.initial_forms:
            data |= posted(row)
        data[f"{form.prefix}-TOTAL_FORMS"] = [str(len(form.initial_forms))]
        return data
    data = {}
    for bound in form:
        value = bound.value()
        if isinstance(bound.field, forms.FileField):
            continue
        if isinstance(bound.field, forms.BooleanField):
            values = ["on"] if value else []
        elif isinstance(bound.field, forms.ModelMultipleChoiceField):
            values = [str(one) for one in value or ()]
        else:
            values = ["" if value is None else str(value)]
        data[bound.html_name] = values
    return data


def clean(form_field: Any, values: Iterable[str]) -> list[str]:
    """Values in one spelling and order, however they were typed."""
    return sorted(text for value in values if (text := spelled(form_field, value)))


def spelled(form_field: Any, value: str) -> str:
    """A value as its field would show it again once it is saved."""
    if isinstance(form_field, BodyField | LinesField | TypedDateField):
        value = form_field.prepare_value(form_field.to_python(value))
    return value.replace("\r\n", "\n").strip()


def columns(formset: Any) -> list[str]:
    """The fields of a row that a form sends, without its id, its parent and its file."""
    hidden = {formset._pk_field.name, formset.fk.name}
    fields = formset.form.base_fields.items()
    return [n for n, f in fields if n not in hidden and not isinstance(f, forms.FileField)]


def rows_of(formset: Any, data: Any) -> list[Row]:
    """Rows as sent, without those that are deleted or were never filled in."""

    def get(key: str) -> str:
        return str(data.get(key, "")) if isinstance(data, QueryDict) else (data.get(key) or [""])[0]

    empty = formset.empty_form
    untouched = posted(empty)
    blank = {name: (untouched.get(empty.add_prefix(name)) or [""])[0] for name in columns(formset)}
    fields = formset.form.base_fields
    rows = []
    total = get(f"{formset.prefix}-TOTAL_FORMS")
    for index in range(min(int(total), ROWS) if total.isdecimal() else 0):
        prefix = f"{formset.prefix}-{index}-"
        row = {name: spelled(fields[name], get(prefix + name)) for name in blank}
        key = get(prefix + formset._pk_field.name)
        if not get(prefix + "DELETE") and (key or row != blank):
            rows.append(row | {"": key})
    return rows


def content(rows: Iterable[Row]) -> list[list[tuple[str, str]]]:
    """What the rows say, whatever their ids."""
    return sorted(sorted((name, value) for name, value in row.items() if name) for row in rows)


def rebuilt(formset: Any, rows: list[Row]) -> Data:
    """Data that turn the rows of the database into `rows`: some changed, some new, the others deleted."""
    known = {str(form.instance.pk): form for form in formset.initial_forms}
    kept = [row for row in rows if row[""] in known]
    gone = [{"": key, "DELETE": "on"} for key in known if key not in {row[""] for row in kept}]
    new = [row | {"": ""} for row in rows if row[""] not in known]
    data: Data = {
        f"{formset.prefix}-TOTAL_FORMS": [str(len(kept) + len(gone) + len(new))],
        f"{formset.prefix}-INITIAL_FORMS": [str(len(known))],
    }
    for index, row in enumerate([*kept, *gone, *new]):
        prefix = f"{formset.prefix}-{index}-"
        if row in gone:
            for name, values in posted(known[row[""]]).items():
                data[prefix + name.rpartition("-")[2]] = values
        for name, value in row.items():
            data[prefix + (name or formset._pk_field.name)] = [value]
        data[prefix + formset.fk.name] = [str(formset.instance.pk)]
    return data


def listed(formset: Any, rows: list[Row]) -> str:
    """Rows for reading, one a line."""
    fields = formset.form.base_fields
    names = [name for name in columns(formset) if name != "rank"]
    texts = ([shown(fields[name], [row[name]]) for name in names] for row in rows)
    return "\n".join(" · ".join(filter(None, text)) for text in texts)


def shown(form_field: Any, values: list[str]) -> str:
    """A field's values for reading: names instead of ids."""
    if isinstance(form_field, forms.BooleanField):
        return _("yes") if values else _("no")
    if isinstance(form_field, forms.ModelChoiceField) and form_field.queryset is not None:
        keys = [key for value in values if (key := id_from(value))]
        return "\n".join(map(str, form_field.queryset.filter(pk__in=keys))) if keys else ""
    if isinstance(form_field, forms.ChoiceField):
        return "\n".join(str(dict(form_field.choices).get(value, value)) for value in values)  # type: ignore[arg-type]
    return "\n".join(values)
