"""Previews in the admin: an address for one draft, shown once, to be revoked; and those that can still be used."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ..actions.errors import Refused
from ..actions.preview import make_preview, revoke_preview
from ..conf import conf
from ..models import PreviewToken
from . import pages
from .pending import zone_name
from .records import ItemRecordAdmin, time_column, visible_kinds
from .timing import TimingMixin

LIFETIMES = {
    3600: gettext_lazy("an hour"),
    24 * 3600: gettext_lazy("a day"),
    7 * 24 * 3600: gettext_lazy("a week"),
}


TIMES = (
    time_column("created_at", gettext_lazy("created")),
    time_column("expires_at", gettext_lazy("expires")),
    time_column("last_used_at", gettext_lazy("last used")),
)


class PreviewForm(forms.Form):
    seconds = forms.TypedChoiceField(
        label=gettext_lazy("It can be used for"), coerce=int, choices=list(LIFETIMES.items()), initial=3600
    )


class PreviewingMixin(TimingMixin):
    """The page of an item's previews for a ModelAdmin of items."""

    titles = {**TimingMixin.titles, "preview": gettext_lazy("Preview %(kind)s")}

    def item_pages(self) -> dict[str, Callable[..., HttpResponse]]:
        return {**super().item_pages(), "preview": self.preview_view}

    def preview_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        item = self.find(request, object_id)
        if not self.has_change_permission(request, item):
            raise PermissionDenied
        if "_revoke" in request.POST:
            self.revoke(request, item, request.POST["_revoke"])
            return HttpResponseRedirect(self.page_url(item, "preview"))
        if "_look" in request.POST and conf.preview_url:
            _token, secret = make_preview(item, by=request.user, lifetime=timedelta(seconds=min(LIFETIMES)))
            address = _preview_address(request, item.kind, secret)
            return TemplateResponse(request, "articles/admin/look.html", {"address": address})
        form = PreviewForm(request.POST if request.method == "POST" else None)
        secret = ""
        if form.is_bound and form.is_valid():
            lifetime = timedelta(seconds=form.cleaned_data["seconds"])
            _token, secret = make_preview(item, by=request.user, lifetime=lifetime)
        rows = PreviewToken.objects.usable().filter(item_id=item.pk).select_related("user")
        return self.page(
            request, "preview", item, form=form, secret=secret, rows=list(rows), zone=zone_name(),
            address=_preview_address(request, item.kind, secret) if secret else "",
        )  # fmt: skip

    def revoke(self, request: HttpRequest, item: Any, wanted: str) -> None:
        token = PreviewToken.objects.filter(pk=pages.id_from(wanted), item_id=item.pk).first()
        if token is None:
            return
        try:
            revoke_preview(token, by=request.user)
        except Refused as error:
            pages.tell_refusal(self, request, error)
        else:
            self.message_user(request, _("The preview is revoked."), messages.SUCCESS)


def _preview_address(request: HttpRequest, kind: str, secret: str) -> str:
    """Where the frontend shows the draft; empty where no `PREVIEW_URL` says so."""
    template = conf.preview_url
    return request.build_absolute_uri(template.format(token=secret, kind=kind)) if template else ""


@admin.register(PreviewToken)
class PreviewTokenAdmin(ItemRecordAdmin):
    """Those that can still be used."""

    list_display = ["shown_item", "user", *TIMES]
    list_select_related = ["user"]
    actions = ["revoke_selected"]
    fields = ["user", "created_at", "expires_at", "last_used_at", "revoked_at"]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        kinds = visible_kinds(self.admin_site, request)
        return super().get_queryset(request).usable().filter(item_kind__in=kinds)  # type: ignore[attr-defined]

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Whoever sees the items sees who has let others see their drafts."""
        return bool(visible_kinds(self.admin_site, request))

    @admin.action(description=gettext_lazy("Revoke selected previews"), permissions=["view"])
    def revoke_selected(self, request: HttpRequest, queryset: QuerySet) -> None:
        revoke_each(self, request, queryset, revoke_preview)


def revoke_each(
    model_admin: admin.ModelAdmin, request: HttpRequest, rows: QuerySet, revoke: Callable[..., None]
) -> None:
    """Revoke credentials one by one; what one may not revoke stays, and is said."""
    done = 0
    for row in rows:
        try:
            revoke(row, by=request.user)
        except (Refused, PermissionDenied) as error:
            model_admin.message_user(request, str(error), messages.ERROR)
        else:
            done += 1
    if done:
        text = ngettext("%(count)d revoked.", "%(count)d revoked.", done) % {"count": done}
        model_admin.message_user(request, text, messages.SUCCESS)
