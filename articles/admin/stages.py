"""The way of a draft to whoever publishes: hand in, declare ready, send back; from the page and from the list."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.widgets import AdminTextareaWidget
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ..actions.errors import Refused
from ..actions.workflow import approve, send_back, submit
from . import pages
from .bulk import BulkMixin


class NoteForm(forms.Form):
    note = forms.CharField(
        label=gettext_lazy("Note for colleagues"), required=False, max_length=2000,
        widget=AdminTextareaWidget(attrs={"rows": 3}), help_text=gettext_lazy("For colleagues. Never published."),
    )  # fmt: skip
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)


class ReasonForm(NoteForm):
    """A note that has to be there."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["note"].required = True
        self.fields["note"].label = _("What is missing")


class StagesMixin(BulkMixin):
    """The verbs of the workflow for a ModelAdmin of items."""

    titles = {
        **BulkMixin.titles,
        "submit": gettext_lazy("Hand in %(kind)s"),
        "approve": gettext_lazy("Declare %(kind)s ready"),
        "return": gettext_lazy("Send %(kind)s back"),
        "return_selected": gettext_lazy("Send back"),
    }

    def item_pages(self) -> dict[str, Callable[..., HttpResponse]]:
        return {
            **super().item_pages(),
            "submit": self.submit_view,
            "approve": self.approve_view,
            "return": self.return_view,
        }

    # -- who may

    def has_submit_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Whoever may change it; for a list, whoever may change anything of this kind, be it drafts of their own."""
        if obj is not None:
            return self.has_change_permission(request, obj)
        return self._holds(request, "change") or self._holds(request, "change_own")

    has_approve_permission = BulkMixin.has_publish_permission

    # -- buttons of the form

    def check_buttons(self, request: HttpRequest) -> None:
        super().check_buttons(request)
        if "_ready" in request.POST and not self.has_approve_permission(request):
            raise PermissionDenied

    def after_save(self, request: HttpRequest, item: Any, response: HttpResponse) -> HttpResponse:
        if "_submit" in request.POST:
            self.advance(request, item, submit, _("Handed in: “%(item)s” is in review now."))
        elif "_ready" in request.POST:
            self.advance(request, item, approve, _("Ready: “%(item)s” can be published."))
        else:
            return super().after_save(request, item, response)
        return response

    def advance(
        self, request: HttpRequest, item: Any, verb: Callable[..., object], text: str, note: str = ""
    ) -> bool:
        """On the version that `item` is at here: what the editor saw, or has just saved."""
        version, item = item.version, self.model._default_manager.get(pk=item.pk)
        try:
            verb(item, by=request.user, note=note, expected_version=version)
        except Refused as error:
            pages.tell_refusal(self, request, error)
            return False
        self.message_user(request, text % {"item": item}, messages.SUCCESS)
        return True

    # -- pages

    def submit_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        text = _("Handed in: “%(item)s” is in review now.")
        return self._stage_view(request, object_id, "submit", submit, NoteForm, text)

    def approve_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        text = _("Ready: “%(item)s” can be published.")
        return self._stage_view(request, object_id, "approve", approve, NoteForm, text)

    def return_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        text = _("Sent back: “%(item)s”.")
        return self._stage_view(request, object_id, "return", send_back, ReasonForm, text)

    def _stage_view(
        self, request: HttpRequest, object_id: str, page: str, verb: Callable[..., object],
        form_class: type[NoteForm], text: str,
    ) -> HttpResponse:  # fmt: skip
        if page == "submit":
            item = self.find(request, object_id, self.has_submit_permission(request))
            if not self.has_submit_permission(request, item):
                raise PermissionDenied
        else:
            item = self.find(request, object_id, self.has_approve_permission(request))
        form = form_class(
            request.POST if request.method == "POST" else None, initial={"version": item.version}
        )
        if form.is_bound and form.is_valid():
            current = item.version
            item.version = form.cleaned_data["version"] or current
            if self.advance(request, item, verb, text, form.cleaned_data["note"]):
                return HttpResponseRedirect(self.page_url(item, "change"))
            form = form_class({**request.POST.dict(), "version": current})
        return self.page(request, page, item, template="confirm", form=form, **STAGE_PAGES[page])

    # -- from the list

    @admin.action(
        description=gettext_lazy("Hand in selected %(verbose_name_plural)s"), permissions=["submit"]
    )
    def submit_selected(self, request: HttpRequest, queryset: QuerySet) -> None:
        def act(item: Any) -> None:
            if not self.has_submit_permission(request, item):
                raise Refused(_("You may not change this one."))
            submit(item, by=request.user)

        done = self.carry_out(request, self.chosen(request, queryset), act)
        self.tell(request, ngettext("%(count)d handed in.", "%(count)d handed in.", done[0]), *done)

    @admin.action(
        description=gettext_lazy("Declare selected %(verbose_name_plural)s ready"), permissions=["approve"]
    )
    def approve_selected(self, request: HttpRequest, queryset: QuerySet) -> None:
        done = self.carry_out(
            request, self.chosen(request, queryset), lambda item: approve(item, by=request.user)
        )
        self.tell(request, ngettext("%(count)d ready.", "%(count)d ready.", done[0]), *done)

    @admin.action(
        description=gettext_lazy("Send selected %(verbose_name_plural)s back…"), permissions=["approve"]
    )
    def return_selected(self, request: HttpRequest, queryset: QuerySet) -> HttpResponse | None:
        items = self.chosen(request, queryset)
        if not items:
            return None
        form = ReasonForm(request.POST if "_confirmed" in request.POST else None)
        if not form.is_valid():
            return self.confirm(request, "return_selected", items, form=form, verb=_("Send back"))
        note = form.cleaned_data["note"]
        done = self.carry_out(request, items, lambda item: send_back(item, by=request.user, note=note))
        self.tell(request, ngettext("%(count)d sent back.", "%(count)d sent back.", done[0]), *done)
        return None


STAGE_PAGES: dict[str, dict[str, Any]] = {
    "submit": {
        "explain": gettext_lazy("Those who publish will see it waiting."),
        "verb": gettext_lazy("Hand in"),
    },
    "approve": {
        "explain": gettext_lazy("It can be published as it stands. A later change takes it back to review."),
        "verb": gettext_lazy("Declare ready"),
    },
    "return": {
        "explain": gettext_lazy("Its author sees what is missing, and can hand it in again."),
        "verb": gettext_lazy("Send back"),
    },
}
