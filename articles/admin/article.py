"""Articles in the admin: the form with its links, and the decisions on what the importer suggests."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.views.main import ORDER_VAR
from django.contrib.admin.widgets import AdminTextareaWidget, AdminTextInputWidget
from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ..actions.decide import accept, reject
from ..actions.errors import Refused
from ..actions.revise import revise
from ..models import Article, Coverage, Mention, Person, Photo, Suggestion
from . import desk, review, suggestions
from .fields import BodyField
from .filters import ByEventFilter, ByPersonFilter, LanguageFilter, StateFilter, WaitingFilter
from .inlines import PartInline, heavy
from .item import ItemAdmin, ItemChangeList, ItemForm, Saved

WAITING = Suggestion.Decision.SUGGESTED


class ArticleForm(ItemForm):
    body = BodyField(label=gettext_lazy("Body"), required=False)

    class Meta:
        widgets = {
            "title": AdminTextInputWidget(attrs={"class": "newsroom-wide"}),
            "dek": AdminTextareaWidget(attrs={"rows": 3}),
            "language": AdminTextInputWidget(attrs={"size": 8, "class": "newsroom-code"}),
        }

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if "title_proposed" in data and "title" in self.changed_data:
            # A title that an editor wrote is no proposal any more.
            data["title_proposed"] = False
        return data


class MentionInline(PartInline):
    model = Mention
    fields = ["person", "role", "rank"]
    autocomplete_fields = ["person"]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).select_related("person").defer(*heavy("person"))


class CoverageInline(PartInline):
    model = Coverage
    verbose_name = gettext_lazy("event")
    verbose_name_plural = gettext_lazy("events")
    fields = ["event", "rank"]
    autocomplete_fields = ["event"]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).select_related("event").defer(*heavy("event"))


class PhotoInline(PartInline):
    model = Photo
    fields = ["caption", "credit", "alternative_text", "after_paragraph", "rank", "file"]

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "caption":
            kwargs["widget"] = forms.Textarea(attrs={"rows": 3, "cols": 30})
        return super().formfield_for_dbfield(db_field, request, **kwargs)


class ArticleChangeList(ItemChangeList):
    """Counts the waiting suggestions of the rows on the page only."""

    def get_results(self, request: HttpRequest) -> None:
        waiting = (
            Suggestion.objects.filter(article=OuterRef("pk"), decision=WAITING)
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
        return desk.admin_url(self.model_admin.admin_site, Article, page, result.pk)

    @property
    def queued(self) -> bool:
        return self.filter_params.get("waiting") == ["yes"]


@admin.register(Article)
class ArticleAdmin(ItemAdmin):
    form = ArticleForm
    buttons = (
        *ItemAdmin.buttons,
        "_accept",
        "_reject",
        "_accept_all",
        "_accept_sure",
        "_reject_all",
        "_line",
        "_next",
    )
    list_display = [
        "title", "state_badge", "waiting_count", "section", "date", "last_published_at", "updated_at",
    ]  # fmt: skip
    list_select_related = ["section"]
    list_filter = [StateFilter, WaitingFilter, "section", LanguageFilter, ByPersonFilter, ByEventFilter]
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

    @admin.display(description=gettext_lazy("to decide"))
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

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).select_related("updated_by")

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.review_view)
        return [path("<path:object_id>/review/", view, name="articles_article_review"), *super().get_urls()]

    def review_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """The form beside the source: the same form, so all that it can do it can do here."""
        return self.changeform_view(request, object_id, "", {"reviewing": True})

    def reviewing(self, request: HttpRequest) -> bool:
        match = request.resolver_match
        return match is not None and match.url_name == "articles_article_review"

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        if self.reviewing(request):
            return Saved(obj, self.page_url(obj, "review"))
        return super().response_change(request, obj)

    def item_context(self, request: HttpRequest, item: Any) -> dict[str, Any]:
        found = suggestions.for_article(item)
        waiting = [shown for shown in found if shown.waiting]
        sources = list(item.sources.all())
        review_context: dict[str, Any] = {}
        if self.reviewing(request):
            marked = [shown.suggestion for shown in waiting]
            review_context = {
                "read": [(source, review.lines_of(source, marked)) for source in sources],
                "line_kinds": [(kind, label) for kind, label in review.LINE_KINDS.items()],
                "next": review.after(item),
                "title": _("Review article"),
                "show_save_and_add_another": False,
                "show_save": False,
                "is_nav_sidebar_enabled": False,
            }
        return {
            **super().item_context(request, item),
            "waiting": waiting,
            "sure": sum(shown.suggestion.sure for shown in waiting),
            "decided": [shown for shown in found if not shown.waiting],
            "sources": sources,
            "can_decide": self.has_change_permission(request, item),
            **review_context,
        }

    def after_save(self, request: HttpRequest, item: Any, response: HttpResponse) -> HttpResponse:
        if "_line" in request.POST:
            self.put_back(request, item, request.POST["_line"])
            return response
        if "_next" in request.POST:
            following = review.after(item)
            if following is None:
                self.message_user(request, _("Nothing else waits."), messages.SUCCESS)
                return HttpResponseRedirect(self.list_url())
            return HttpResponseRedirect(self.page_url(following, "review"))
        verb, chosen = self.decisions(request, item)
        if verb is None:
            return super().after_save(request, item, response)
        done = []
        for suggestion in chosen:
            self.tie(request, suggestion)
            try:
                verb(suggestion, by=request.user)
            except Refused as error:
                self.tell_refusal(request, error)
            else:
                done.append(str(suggestion))
        if done:
            names = ", ".join(done)
            if verb is accept:
                text = ngettext("Accepted: %(names)s.", "Accepted: %(names)s.", len(done))
            else:
                text = ngettext("Rejected: %(names)s.", "Rejected: %(names)s.", len(done))
            self.message_user(request, text % {"names": names}, messages.SUCCESS)
            self.log_change(request, item, text % {"names": names})
        response["Location"] += "#suggestions"
        return response

    def put_back(self, request: HttpRequest, item: Any, wanted: str) -> None:
        """Put a line of the source, `<source id>:<number>`, into the body where it stood."""
        key, _colon, number = wanted.partition(":")
        source = next((source for source in item.sources.all() if str(source.pk) == key), None)
        body = review.with_line(item, source, int(number)) if source and number.isdecimal() else None
        if body is None or body == item.body:
            return
        item.body = body
        revise(item, by=request.user, expected_version=item.version)
        self.message_user(request, _("The line stands in the body now."), messages.SUCCESS)
        self.log_change(request, item, _("Put a line of the source back into the body."))

    def tie(self, request: HttpRequest, suggestion: Suggestion) -> None:
        """Take over whom the editor chose among several of one name."""
        try:
            chosen = UUID(request.POST.get(f"_tie-{suggestion.pk}", ""))
        except ValueError:
            return
        who: Any = Person.objects.filter(pk=chosen).first()
        suggestion.person = who

    def decisions(self, request: HttpRequest, item: Article) -> tuple[Any, list[Suggestion]]:
        """Which verb the button asks for, and on which of the article's waiting suggestions."""
        waiting = Suggestion.objects.filter(article=item, decision=WAITING).order_by("-kind", "rank", "id")
        for button, verb in (("_accept", accept), ("_reject", reject)):
            if button in request.POST:
                try:
                    return verb, list(waiting.filter(pk=UUID(request.POST[button])))
                except ValueError:
                    return verb, []
        if "_accept_sure" in request.POST:
            return accept, list(waiting.filter(sure=True))
        if "_accept_all" in request.POST:
            return accept, list(waiting)
        if "_reject_all" in request.POST:
            return reject, list(waiting)
        return None, []
