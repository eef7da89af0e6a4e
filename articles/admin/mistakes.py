"""What is wrong with a form that was not saved, said above it in one place: it is several screens long."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from django.core.exceptions import NON_FIELD_ERRORS
from django.forms import BaseForm
from django.utils.text import capfirst


class Mistake(NamedTuple):
    """One message, and the field it is about."""

    text: str
    field: str = ""
    """What the field is called; empty where the message is about the whole form."""
    anchor: str = ""
    """The id of the field on the page."""


def mistakes(form: BaseForm, formsets: Iterable[Any]) -> list[Mistake]:
    """The messages of `form` and of the rows below it, in the order of the page."""
    found = list(_of_form(form))
    for formset in formsets:
        found += [Mistake(str(text)) for text in formset.non_form_errors()]
        name = capfirst(str(formset.model._meta.verbose_name))
        for number, row in enumerate(formset.forms, 1):
            found += _of_form(row, f"{name} {number}: ")
    return found


def _of_form(form: BaseForm, where: str = "") -> Iterator[Mistake]:
    for name, messages in form.errors.items():
        bound = form[name] if name != NON_FIELD_ERRORS and name in form.fields else None
        for text in messages:
            if bound is None:
                yield Mistake(str(text), where.removesuffix(": "))
            else:
                yield Mistake(str(text), f"{where}{bound.label}", bound.id_for_label)
