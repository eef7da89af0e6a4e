"""The form of an item for whoever may only look: lists as lines and bodies as text, not as JSON and markup."""

from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _

from ..text.html import from_body
from .base import DeskAdmin

MARKUP = {"body", "summary"}
"""The fields that hold HTML."""


class LookingMixin(DeskAdmin):
    """For a ModelAdmin of items; it has a method `shown_<field>` for each of their lists."""

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None or self.has_change_permission(request, obj):
            return fieldsets
        lists = {field.name for field in self.opts.fields if isinstance(field, models.JSONField)}

        def shown(row: Any) -> Any:
            if isinstance(row, str):
                return f"shown_{row}" if row in lists | MARKUP else row
            return tuple(shown(name) for name in row)

        return [
            (title, {**options, "fields": [shown(row) for row in options["fields"]]})
            for title, options in fieldsets
        ]

    @admin.display(description=_("Body"))
    def shown_body(self, article: Any) -> str:
        return _read(article.body)

    @admin.display(description=_("Summary"))
    def shown_summary(self, item: Any) -> str:
        return _read(item.summary)


def _read(html: str) -> str:
    """Through the closed list once more: whatever got into the table, no browser reads more than that."""
    clean = mark_safe(from_body(html))  # noqa: S308  (sanitised)
    return format_html('<div class="newsroom-read">{}</div>', clean) if html else ""
