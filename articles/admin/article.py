"""Articles in the admin: the list, which is also the queue of what waits, and the form with its links."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ORDER_VAR
from django.contrib.admin.widgets import AdminTextareaWidget, AdminTextInputWidget
from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext_lazy

from ..models import Article, Coverage, Mention, Suggestion
from . import pages
from .deciding import DecidingMixin
from .fields import LanguageInput
from .filters import (
    ByEventFilter,
    ByPersonFilter,
    LanguageFilter,
    ScheduledFilter,
    StageFilter,
    StateFilter,
    WaitingFilter,
    WhoseFilter,
)
from .inlines import LinkInline
from .item import UPDATED, ItemChangeList, ItemForm
from .photos import PhotoInline
from .rich_text import BodyField


class ArticleForm(ItemForm):
    body = BodyField(label=gettext_lazy("Body"), required=False)

    class Meta:
        widgets = {
            "title": AdminTextInputWidget(attrs={"class": "newsroom-wide"}),
            "dek": AdminTextareaWidget(attrs={"rows": 3}),
            "language": LanguageInput(attrs={"size": 8, "class": "newsroom-code"}),
        }

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if "title_proposed" in data and "title" in self.changed_data:
            # A title that an editor wrote is no proposal any more.
            data["title_proposed"] = False
        return data


class MentionInline(LinkInline):
    model = Mention
    target = "person"
    fields = ["person", "role", "rank"]


class CoverageInline(LinkInline):
    model = Coverage
    target = "event"
    verbose_name = gettext_lazy("event")
    verbose_name_plural = gettext_lazy("events")
    fields = ["event", "rank"]


class ArticleChangeList(ItemChangeList):
    """Counts the waiting suggestions of the rows on the page only."""

    def get_results(self, request: HttpRequest) -> None:
        waiting = (
            Suggestion.objects.waiting().filter(article=OuterRef("pk"))
            .order_by().values("article").annotate(n=Count("pk")).values("n")
        )  # fmt: skip
        self.queryset = self.queryset.annotate(
            waiting=Coalesce(Subquery(waiting, output_field=IntegerField()), 0)
        )
        super().get_results(request)

    def get_ordering(self, request: HttpRequest, queryset: QuerySet) -> list[Any]:
        """What waits is a queue: oldest first, unless a column was chosen."""
        if self.queued and ORDER_VAR not in self.params:
            return ["created_at", "pk"]
        return super().get_ordering(request, queryset)

    def url_for_result(self, result: Any) -> str:
        """From the queue to the review screen."""
        page = "review" if self.queued else "change"
        return pages.admin_url(self.model_admin.admin_site, Article, page, result.pk)

    @property
    def queued(self) -> bool:
        return self.filter_params.get("waiting") == ["yes"]


@admin.register(Article)
class ArticleAdmin(DecidingMixin):
    form = ArticleForm
    list_display = [
        "shown_title", "state_badge", "waiting_count", "section", "shown_date", UPDATED,
    ]  # fmt: skip
    list_select_related = ["section"]
    list_filter = [
        StateFilter,
        StageFilter,
        WhoseFilter,
        ScheduledFilter,
        WaitingFilter,
        "section",
        LanguageFilter,
        ByPersonFilter,
        ByEventFilter,
    ]
    autocomplete_fields = ["section", "topics", "translation_of"]
    inlines = [MentionInline, CoverageInline, PhotoInline]
    fieldsets = [
        (None, {"fields": ["title", "title_proposed", "dek", "body"]}),
        (gettext_lazy("Filing"), {"fields": [("section", "language"), "topics", ("date", "dateline")]}),
        (gettext_lazy("Credit"), {"fields": [("byline", "agencies")]}),
        (
            gettext_lazy("Address, translation, private note"),
            {"fields": ["slug", "translation_of", "editors_note"], "classes": ["collapse"]},
        ),
    ]  # fmt: skip

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ItemChangeList]:
        return ArticleChangeList

    @admin.display(description=gettext_lazy("title"), ordering="title")
    def shown_title(self, article: Any) -> str:
        """A text from which nothing was read has none, and still has to be found and opened."""
        return str(article)

    @admin.display(description=gettext_lazy("suggestions"))
    def waiting_count(self, article: Any) -> str:
        count = article.waiting
        return format_html('<span class="newsroom-waiting">{}</span>', count) if count else ""

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """A title that is no proposal has no box to say so."""
        fieldsets = super().get_fieldsets(request, obj)
        if obj is not None and obj.title_proposed:
            return fieldsets
        return [
            (title, {**options, "fields": [row for row in options["fields"] if row != "title_proposed"]})
            for title, options in fieldsets
        ]

    @admin.display(description=gettext_lazy("byline"))
    def shown_byline(self, article: Article) -> str:
        return "\n".join(article.byline)

    @admin.display(description=gettext_lazy("agencies"))
    def shown_agencies(self, article: Article) -> str:
        return "\n".join(article.agencies)
