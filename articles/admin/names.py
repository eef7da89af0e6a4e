"""Names that wait, across the collection: how often each one does, and deciding on it in all articles at once."""

from typing import Any
from uuid import UUID

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.forms.widgets import Script
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..actions.errors import Refused
from ..actions.names import MOST, decide_name, waiting_names, waiting_under
from ..actions.permissions import allowed
from ..models import Article, Suggestion
from ..text.fold import fold
from . import pages, suggestions
from .base import COUNTED
from .records import RecordAdmin

PER_PAGE = 50


@admin.register(Suggestion)
class SuggestionAdmin(RecordAdmin):
    """The list is one of names: single suggestions are decided on with their articles."""

    class Media:
        js = [Script("articles/admin/choose.js", type="module")]

    def get_urls(self) -> list[URLPattern]:
        return [self.own_path("name/", "name", self.name_view), *super().get_urls()]

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Suggestions belong to articles: who may see these may see them."""
        return self.admin_site._registry[Article].has_view_or_change_permission(request)

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        rows: Any = waiting_names()
        kind = request.GET.get("kind", "")
        if kind in Suggestion.NAMED:
            rows = rows.filter(kind=kind)
        term = request.GET.get("q", "").replace("\0", "").strip()
        if wanted := fold(term):
            # No column holds these names folded.
            rows = [row for row in rows.iterator() if wanted in fold(row["name"])]
        # Read once: to count them is to group all that waits, as to show some is.
        page = Paginator(list(rows[:COUNTED]), PER_PAGE).get_page(request.GET.get("page"))
        kinds = dict(Suggestion.Kind.choices)
        names = [
            {**row, "shown_kind": kinds[row["kind"]], "url": self.name_url(row["kind"], row["name"])}
            for row in page
        ]
        return pages.render(
            self, request, "names", title=_("Suggestions by name"), names=names, page_obj=page, term=term,
            kind=kind, choices=[(name, kinds[name]) for name in Suggestion.NAMED],
            can_decide=allowed(request.user, "change", Article),
            back=pages.admin_url(self.admin_site, Article, "changelist"),
        )  # fmt: skip

    def name_url(self, kind: str, name: str) -> str:
        query = urlencode({"kind": kind, "name": name})
        return f"{pages.admin_url(self.admin_site, Suggestion, 'name')}?{query}"

    def name_view(self, request: HttpRequest) -> HttpResponse:
        """`?kind=&name=`: all that waits under one name, each with its place in the text, and whom the name means."""
        kind, name = request.GET.get("kind", ""), request.GET.get("name", "")
        if not self.has_view_permission(request):
            raise PermissionDenied
        back = pages.admin_url(self.admin_site, Suggestion, "changelist")
        if kind not in Suggestion.NAMED:
            return HttpResponseRedirect(back)
        rows, written = waiting_under(kind, name), name
        if request.method == "POST":
            if not allowed(request.user, "change", Article):
                raise PermissionDenied
            written = " ".join(request.POST.get("name", name).split())
            done = self.decide(request, kind, name, written)
            if not rows.exists():
                return HttpResponseRedirect(back)
            if done:
                return HttpResponseRedirect(self.name_url(kind, name))
        written = written or name
        found = suggestions.shown_with_articles(rows[: suggestions.AT_ONCE], written)
        total = rows.count() if len(found) == suggestions.AT_ONCE else len(found)
        known = found[0].candidates if found else ()
        if kind == Suggestion.Kind.EVENT:
            known = suggestions.events_called(written)
        return pages.render(
            self, request, "name", title=name, shown=found, total=total, known=known, kind=kind, most=MOST, back=back,
            written=written, doubtful=len(known) > 1 or any(one.doubtful for one in found),
            can_decide=allowed(request.user, "change", Article),
            chosen=_chosen(request) if request.method == "POST" else [one.suggestion.pk for one in found],
            all="all" in request.POST,
        )  # fmt: skip

    def decide(self, request: HttpRequest, kind: str, name: str, written: str) -> bool:
        """Whether what was asked for is done. If not, it is said why, or asked back who is meant."""
        accept = "_accept" in request.POST
        if not accept and "_reject" not in request.POST:
            return True
        record = request.POST.get("record", "")
        if accept and written != request.POST.get("shown_for", name):
            record = ""  # Of those whom another name means.
            if suggestions.is_known(kind, written):
                text = _("“%(name)s” is on record: say whether that is meant, then accept.") % {
                    "name": written
                }
                self.message_user(request, text, messages.WARNING)
                return False
        corrected = written if accept and written != name else None
        try:
            count = decide_name(
                kind, name, accept=accept, by=request.user, ids=None if "all" in request.POST else _chosen(request),
                record=pages.id_from(record), corrected=corrected,
                apart=kind == Suggestion.Kind.PERSON and record == suggestions.APART,
            )  # fmt: skip
        except (Refused, ValidationError) as error:
            pages.tell_refusal(self, request, Refused(error.messages))
            return False
        if accept:
            text = ngettext("“%(name)s”: %(count)d accepted.", "“%(name)s”: %(count)d accepted.", count)
        else:
            text = ngettext("“%(name)s”: %(count)d rejected.", "“%(name)s”: %(count)d rejected.", count)
        called = name
        if corrected is not None:
            called = _("%(name)s (read as: %(read)s)") % {"name": corrected, "read": name}
        self.message_user(
            request, text % {"name": called, "count": count}, messages.SUCCESS if count else messages.WARNING
        )
        return True


def _chosen(request: HttpRequest) -> list[UUID]:
    return [key for part in request.POST.getlist("chosen") if (key := pages.id_from(part))]
