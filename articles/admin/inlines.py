"""What the inlines share: the permission of the item they belong to, and no query a row."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.db import models
from django.forms.widgets import Script
from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from ..actions.permissions import allowed
from .fields import FORMFIELD_OVERRIDES, KnownAutocomplete


class PartForm(forms.ModelForm):
    """A row of an inline. Hands the items that came with the row to the widgets that show them."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if rank := self.fields.get("rank"):
            rank.label = _("Order")
        for name, field in self.fields.items():
            widget = field.widget
            inner = widget.widget if isinstance(widget, RelatedFieldWidgetWrapper) else widget
            if isinstance(inner, KnownAutocomplete) and name in self.instance._state.fields_cache:
                inner.known = getattr(self.instance, name)


class PartFormSet(forms.BaseInlineFormSet):
    """Rows in order: a new row whose rank was left alone comes after the others."""

    def add_fields(self, form: forms.ModelForm, index: int | None) -> None:
        """In a table the column's head stands for a label, which those who hear the page are not told."""
        super().add_fields(form, index)
        for field in form.fields.values():
            if field.label and not field.widget.is_hidden:
                inner: Any = getattr(field.widget, "widget", field.widget)
                inner.attrs.setdefault("aria-label", capfirst(field.label))

    def save_new(self, form: forms.ModelForm, commit: bool = True) -> Any:
        if "rank" in self.form.base_fields and "rank" not in form.changed_data:
            form.instance.rank = self.last_rank() + 1
        return super().save_new(form, commit=commit)

    def get_unique_error_message(self, unique_check: Any) -> str:
        return _("One of them stands in two rows: delete one of the rows.")

    def get_form_error(self) -> str:
        return _("This stands in another row already: delete one of the two.")

    def last_rank(self) -> int:
        return max((form.instance.rank for form in self.forms if not form.instance._state.adding), default=-1)


class PartMixin:
    """An inline of rows that are part of an item: whoever may change the item may change them."""

    form: Any = PartForm
    formset: Any = PartFormSet
    extra = 0
    formfield_overrides: Any = FORMFIELD_OVERRIDES
    parent_model: Any
    admin_site: Any

    class Media:
        js = [Script("articles/admin/rows.js", type="module")]

    def _may(self, request: HttpRequest, *verbs: str) -> bool:
        return any(allowed(request.user, verb, self.parent_model) for verb in verbs)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._may(request, "view", "change")

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_change_permission(request, obj) or (obj is None and self._may(request, "add"))

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """The item's own ModelAdmin knows whose draft it is."""
        return self.admin_site._registry[self.parent_model].has_change_permission(request, obj)

    has_delete_permission = has_change_permission

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name in self.get_autocomplete_fields(request):  # type: ignore[attr-defined]
            kwargs["widget"] = KnownAutocomplete(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)  # type: ignore[misc]

    def formfield_for_dbfield(self, db_field: models.Field, request: HttpRequest, **kwargs: Any) -> Any:
        return without_delete_link(super().formfield_for_dbfield(db_field, request, **kwargs))  # type: ignore[misc]


class PartInline(PartMixin, admin.TabularInline):
    """Short rows, as a table."""

    classes = ["newsroom-parts"]


class LinkInline(PartInline):
    """Rows that tie the item to others: those come along with the rows, their long texts do not."""

    target: str
    """The foreign key of the other item."""

    def get_autocomplete_fields(self, request: HttpRequest) -> list[str]:
        return [self.target]

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        long = [f"{self.target}__{column}" for column in ("folded", "summary", "editors_note")]
        return super().get_queryset(request).select_related(self.target).defer(*long)


def without_delete_link(field: Any) -> Any:
    """A link to delete the related item has no place beside a menu: deleting has its own page."""
    if field is not None and isinstance(field.widget, RelatedFieldWidgetWrapper):
        field.widget.can_delete_related = False
    return field
