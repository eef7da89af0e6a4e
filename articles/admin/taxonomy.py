"""Sections and topics in the admin."""

from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _

from ..actions.terms import delete_term, save_term
from ..models import Section, Topic
from ..text.fold import slugify
from .base import DeskAdmin
from .careful import CarefulForm


class TermForm(CarefulForm):
    """The address may be left empty: it is made from the name."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if slug := self.fields.get("slug"):
            slug.required = False
            slug.help_text = _("Part of the public address. Left empty, it is made from the name.")

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if "slug" not in self.errors and not data.get("slug"):
            data["slug"] = slugify(data.get("name", ""))
            if not data["slug"]:
                self.add_error("slug", _("Give an address: nothing of the name can stand in one."))
        return data


@admin.register(Section, Topic)
class TermAdmin(DeskAdmin):
    form = TermForm
    list_display = ["name", "slug"]
    search_fields = ["name"]
    ordering = ["name"]

    # Django's own bulk deletion would go past the action.
    actions = None

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        save_term(obj, by=request.user)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        delete_term(obj, by=request.user)

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet, search_term: str
    ) -> tuple[QuerySet, bool]:
        """By name, or by the slug, which is the folded name."""
        term = search_term.replace("\0", "").strip()
        found = Q(name__icontains=term)
        if folded := slugify(term):
            found |= Q(slug__contains=folded)
        return queryset.filter(found), False
