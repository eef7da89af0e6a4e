"""Imports in the admin: what each run did, file by file; its report, retry and undo; files uploaded to be imported."""

from collections.abc import Callable
from typing import Any

from django.conf import settings as host
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, SuspiciousOperation, TooManyFilesSent
from django.core.paginator import Page
from django.db.models import QuerySet
from django.forms.widgets import Script
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import URLPattern
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ..actions.errors import Refused
from ..actions.permissions import allowed
from ..actions.retry_import import go_on_retrying, retry_import
from ..actions.undo_import import undo_import
from ..actions.uploads import MOST_FILES, give_up_upload, hold_upload, import_upload
from ..conf import conf
from ..models import Article, ImportedFile, ImportRun, RunState
from ..wording import in_words, kept_in_words
from . import pages, review
from .base import about_a_record
from .downloads import report_of
from .pending import badge
from .records import RecordAdmin, time_column
from .run_files import Files
from .uploads import UploadForm

UNDONE_AT_ONCE = 2000
"""Files that one press of the button undoes; the page then says how many are left."""
GOING_ON = "going_on"
"""In the address of a run whose next step the page asks for by itself."""
NAMED = 10
"""People and events that are named in one message."""

Outcome = ImportedFile.Outcome


class OriginFilter(admin.SimpleListFilter):
    title = gettext_lazy("origin")
    parameter_name = "uploaded"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> Any:
        return [("yes", gettext_lazy("uploaded")), ("no", gettext_lazy("from the server"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.filter(uploaded=self.value() == "yes") if self.value() in ("yes", "no") else queryset


@admin.register(ImportRun)
class ImportRunAdmin(RecordAdmin):
    titles = {
        "import_run": gettext_lazy("Import"),
        "import_undo": gettext_lazy("Undo import"),
        "import_upload": gettext_lazy("Import files"),
    }
    list_display = [
        "given_text",
        "state_badge",
        "counts_text",
        "by",
        time_column("started_at", gettext_lazy("started")),
    ]
    list_display_links = ["given_text"]
    list_select_related = ["by", "undone_by"]
    list_filter = [OriginFilter]

    class Media:
        js = [Script("articles/admin/busy.js", type="module")]

    def get_urls(self) -> list[URLPattern]:
        views: dict[str, Callable[..., HttpResponseBase]] = {
            "report": self.report_view,
            "retry": self.retry_view,
            "undo": self.undo_view,
            "carry_out": self.carry_out_view,
            "give_up": self.give_up_view,
        }
        return [
            *(self.own_path(f"<int:object_id>/{name}/", name, view) for name, view in views.items()),
            *super().get_urls(),
        ]

    # -- who may

    def has_add_permission(self, request: HttpRequest) -> bool:
        return allowed(request.user, "add", ImportRun) and allowed(request.user, "add", Article)

    def may_carry_out(self, request: HttpRequest, run: ImportRun) -> bool:
        """Whether whoever asks may import with the options of this run: what it publishes is theirs to publish."""
        may_publish = not run.options.get("publish") or allowed(request.user, "publish", Article)
        return may_publish and self.has_add_permission(request)

    def has_undo_permission(self, request: HttpRequest) -> bool:
        return allowed(request.user, "undo", ImportRun) and allowed(request.user, "delete", Article)

    # -- the list

    @admin.display(description=gettext_lazy("Files"))
    def given_text(self, run: ImportRun) -> str:
        return str(run)

    @admin.display(description=gettext_lazy("state"))
    def state_badge(self, run: ImportRun) -> str:
        return badge(run.state)

    @admin.display(description=gettext_lazy("outcome"))
    def counts_text(self, run: ImportRun) -> str:
        labels = dict(Outcome.choices)
        return ", ".join(
            f"{run.counts[name]} {labels[name]}" for name in Outcome.values if run.counts.get(name)
        )

    # -- a run

    @about_a_record
    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """What became of every file, a page at a time."""
        run = self.find(request, object_id)
        may_import, may_undo = self.may_carry_out(request, run), self.has_undo_permission(request)
        chosen = Files(run, request.GET)
        page = chosen.page(request.GET.get("page", "1"))
        ended = run.state in (RunState.DONE, RunState.STOPPED)
        refused = run.counts.get(Outcome.REFUSED, 0)
        can_go_on = may_import and run.state == RunState.STOPPED and self.in_steps(run)
        goes_on = can_go_on and GOING_ON in request.GET
        return self.page(
            request, "import_run", run,
            badge="" if goes_on else badge(run.state), goes_on=goes_on,
            chosen=chosen, files=self.shown(request, page), forgotten=chosen.forgotten(page),
            pages=page.paginator.get_elided_page_range(page.number),
            paths=[] if run.uploaded else run.given,
            retries=list(run.retries.order_by("pk")),
            to_review=review.begin(run) if allowed(request.user, "change", Article) else None,
            can_carry_out=may_import and run.preview,
            can_go_on=can_go_on,
            can_retry=may_import and ended and refused and bool(run.given) and not run.uploaded and not can_go_on,
            upload_again=ended and refused and run.uploaded,
            can_undo=may_undo and ended and self.made(run),
            removed=run.files.filter(undo=ImportedFile.Undo.REMOVED).count(),
            kept=run.files.filter(undo=ImportedFile.Undo.KEPT).count(),
        )  # fmt: skip

    def shown(self, request: HttpRequest, page: Page) -> Page:
        """Each file of the page, what is said of it in the reader's words, and with the address of its article if
        that is there and the reader may see it."""
        for file in page:
            file.reason, file.kept_because = in_words(file.reason), kept_in_words(file.kept_because)
        if self.admin_site._registry[Article].has_view_or_change_permission(request):
            ids = [file.article_id for file in page if file.article_id]
            there = set(Article.objects.filter(pk__in=ids).values_list("pk", flat=True))
            for file in page:
                if file.article_id in there:
                    file.url = pages.admin_url(self.admin_site, Article, "change", file.article_id)
        return page

    def made(self, run: ImportRun) -> int:
        return run.counts.get(Outcome.CREATED, 0) + run.counts.get(Outcome.CHANGED, 0)

    def report_view(self, request: HttpRequest, object_id: int) -> HttpResponseBase:
        return report_of(self.find(request, object_id), request.GET.get("format", "json"))

    # -- deeds

    def retry_view(self, request: HttpRequest, object_id: int) -> HttpResponse:
        run = self.find(request, object_id, self.has_add_permission(request))
        if request.method != "POST":
            return self.to(run)
        return self.take_step(request, run, retry_import)

    def carry_out_view(self, request: HttpRequest, object_id: int) -> HttpResponse:
        run = self.find(request, object_id, self.has_add_permission(request))
        if request.method != "POST":
            return self.to(run)
        return self.take_step(request, run, import_upload if run.uploaded else go_on_retrying)

    def give_up_view(self, request: HttpRequest, object_id: int) -> HttpResponse:
        run = self.find(request, object_id, self.has_add_permission(request))
        if request.method != "POST":
            return self.to(run)
        try:
            give_up_upload(run, by=request.user)
        except Refused as error:
            return self.refuse(request, run, error)
        self.message_user(request, _("The upload is forgotten; nothing was imported."), messages.SUCCESS)
        return HttpResponseRedirect(self.list_url())

    def undo_view(self, request: HttpRequest, object_id: int) -> HttpResponse:
        run = self.find(request, object_id, self.has_undo_permission(request))
        if request.method != "POST":
            return self.page(request, "import_undo", run, made=self.made(run), dangerous=True)
        try:
            done = undo_import(run, by=request.user, at_most=UNDONE_AT_ONCE)
        except Refused as error:
            return self.refuse(request, run, error)
        text = _("%(removed)d removed, %(kept)d kept.") % {"removed": done.removed, "kept": done.kept}
        if done.left:
            text += " " + ngettext(
                "%(count)d file is left: undo again.", "%(count)d files are left: undo again.", done.left
            ) % {"count": done.left}  # fmt: skip
        if done.held:
            text += " " + _("Records of this site's own use these, which stay: %(names)s.") % {
                "names": ", ".join(done.held[:NAMED]) + (" …" if done.held[NAMED:] else "")
            }
        stays = done.left or done.kept or done.held
        self.message_user(request, text, messages.WARNING if stays else messages.SUCCESS)
        return self.to(run, "?undo=kept" if done.kept else "")

    def too_much(self, request: HttpRequest, error: SuspiciousOperation) -> HttpResponse:
        """Of files there is another way to send many."""
        if not isinstance(error, TooManyFilesSent):
            return super().too_much(request, error)
        text = _(
            "Those are more than %(limit)d files at once. Put them into one .zip, or run import_articles on the server."
        )
        self.message_user(request, text % {"limit": host.DATA_UPLOAD_MAX_NUMBER_FILES}, messages.ERROR)
        return HttpResponseRedirect(request.path)

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        """Upload files; their report comes first."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        may_publish = allowed(request.user, "publish", Article)
        data = (request.POST, request.FILES) if request.method == "POST" else ()
        form = UploadForm(*data, may_publish=may_publish)
        if request.method == "POST" and form.is_valid():
            try:
                run = hold_upload(form.contents(), by=request.user, options=form.options())
            except Refused as error:
                form.add_error("uploads", error.messages)
            else:
                return self.to(run)
        return self.page(
            request, "import_upload", None, form=form, limit=conf.import_upload_bytes // 1_000_000,
            files=MOST_FILES,
        )  # fmt: skip

    def in_steps(self, run: ImportRun) -> bool:
        """Whether the run is one that goes on here, once it was stopped."""
        return run.held.exists() if run.uploaded else bool(run.retry_of_id) and run.expected is not None

    def take_step(self, request: HttpRequest, run: ImportRun, step: Callable[..., ImportRun]) -> HttpResponse:
        """The page of the run that a step has brought further, or to its end."""
        try:
            done = step(run, by=request.user)
        except Refused as error:
            return self.refuse(request, run, error)
        if done.finished_at is None:
            return self.to(done, f"?{GOING_ON}=1")
        said = _("Tried again: this is how it went.") if done.retry_of_id else _("Imported.")
        refused = done.counts.get(Outcome.REFUSED, 0)
        self.message_user(request, said, messages.WARNING if refused else messages.SUCCESS)
        return self.to(done)

    def refuse(self, request: HttpRequest, run: ImportRun, error: Refused) -> HttpResponse:
        """Why it was not done, on the page of the run."""
        pages.tell_refusal(self, request, error)
        return self.to(run)

    def to(self, run: ImportRun, query: str = "") -> HttpResponse:
        return HttpResponseRedirect(self.page_url(run, "change") + query)
