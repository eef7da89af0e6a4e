"""A form that is sent for an item that is not there any more: nothing can be saved, and nothing typed is lost."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib.admin.utils import flatten_fieldsets, unquote
from django.http import HttpRequest, HttpResponse
from django.utils.text import capfirst

from .formdata import listed, rows_of, shown, spelled


def gone(model_admin: Any, request: HttpRequest, object_id: str) -> HttpResponse | None:
    """The page with what was typed, to copy from; None where the item is there, or its kind is none of the user's."""
    if not model_admin.has_submit_permission(request):
        return None
    if model_admin.get_object(request, unquote(object_id)) is not None:
        return None
    response: HttpResponse = model_admin.page(request, "gone", None, typed=list(_typed(model_admin, request)))
    response.status_code = 404
    return response


def _typed(model_admin: Any, request: HttpRequest) -> Iterator[tuple[str, str]]:
    """What the form holds, by its labels."""
    fields = flatten_fieldsets(model_admin.get_fieldsets(request))
    for bound in model_admin.get_form(request, fields=fields)():
        if not bound.is_hidden and not isinstance(bound.field, forms.FileField | forms.BooleanField):
            values = [spelled(bound.field, value) for value in request.POST.getlist(bound.name)]
            if text := shown(bound.field, values):
                yield str(capfirst(bound.label)), text
    for formset_class, _inline in model_admin.get_formsets_with_inlines(request):
        none = formset_class.model._default_manager.none()
        formset = formset_class(instance=model_admin.model(), queryset=none)
        if rows := rows_of(formset, request.POST):
            yield str(capfirst(formset.model._meta.verbose_name_plural)), listed(formset, rows)
