"""Likely the same: pairs of people, or of events, whose names may be one; merge them, or say that they are two."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..actions.errors import Refused
from ..actions.likely import keep_apart, likely_same
from ..text.people.alike_names import Reason
from . import pages
from .merging import MergingMixin

PER_PAGE = 25

REASONS: dict[Reason, Any] = {
    Reason.SAME: gettext_lazy("the same name"),
    Reason.ORDER: gettext_lazy("the same words in another order"),
    Reason.SPACING: gettext_lazy("the same letters, parted otherwise"),
    Reason.LETTER: gettext_lazy("a letter differs"),
    Reason.WORD: gettext_lazy("a word more"),
    Reason.INITIAL: gettext_lazy("an initial for the first name"),
}


class LikelyMixin(MergingMixin):
    """The page of pairs for a ModelAdmin of people or events."""

    titles = {**MergingMixin.titles, "likely": gettext_lazy("Likely the same")}
    change_list_template = "articles/admin/mergeable_list.html"

    def get_urls(self) -> list[URLPattern]:
        return [self.own_path("likely/", "likely", self.likely_view), *super().get_urls()]

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        can_merge = self.has_merge_permission(request)
        return super().changelist_view(request, {"can_merge": can_merge, **(extra_context or {})})

    def likely_view(self, request: HttpRequest) -> HttpResponse:
        if not self.has_merge_permission(request) or not self.has_view_or_change_permission(request):
            raise PermissionDenied
        address = pages.admin_url(self.admin_site, self.model, "likely")
        if request.method == "POST":
            self.told_apart(request)
            number = request.GET.get("page", "")
            return HttpResponseRedirect(f"{address}?page={number}" if number.isdecimal() else address)
        paginator = Paginator(likely_same(self.model.kind), PER_PAGE)
        shown = paginator.get_page(request.GET.get("page"))
        found = self.described({pk for pair in shown for pk in (pair.one, pair.other)})
        pairs = [
            (found[pair.one], found[pair.other], REASONS[pair.reason],
             self.merge_url([str(pair.one), str(pair.other)]))
            for pair in shown
            if pair.one in found and pair.other in found
        ]  # fmt: skip
        return self.page(request, "likely", None, pairs=pairs, page_obj=shown, total=paginator.count)

    def told_apart(self, request: HttpRequest) -> None:
        ids = [pk for part in request.POST.get("apart", "").split(",") if (pk := pages.id_from(part))]
        found = list(self.model._default_manager.filter(pk__in=ids)[:2])
        if len(found) != 2:
            return
        try:
            keep_apart(*found, by=request.user)
        except Refused as error:
            pages.tell_refusal(self, request, error)
        else:
            shown = {"one": found[0], "other": found[1]}
            text = _("“%(one)s” and “%(other)s” stay two.") % shown
            self.message_user(request, text, messages.SUCCESS)
