"""Source files in the admin: to read, never to edit."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from ..models import Source
from .item import LightChangeList
from .records import RecordAdmin, time_column


@admin.register(Source)
class SourceAdmin(RecordAdmin):
    list_display = ["name", "article", "encoding", "size", time_column("read_at", _("read"))]
    list_select_related = ["article"]
    list_filter = ["encoding"]
    search_fields = ["name", "=sha256"]
    search_help_text = _("A part of the file's path, or its whole SHA-256.")
    ordering = ["-read_at", "id"]
    fields = ["name", "article", "sha256", "size", "encoding", "encoding_confidence", "read_at", "shown_text"]
    readonly_fields = ["shown_text"]

    @admin.display(description=_("text as read"))
    def shown_text(self, source: Source) -> str:
        return format_html('<pre class="newsroom-source">{}</pre>', source.text)

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        long = [f"article__{name}" for name in ("body", "dek", "folded", "editors_note")]
        return super().get_queryset(request).select_related("article").defer(*long)

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[LightChangeList]:
        return LightChangeList
