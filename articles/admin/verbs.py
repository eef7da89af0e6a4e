"""Publish, withdraw, reinstate, erase and delete one item in the admin: buttons of the form, and pages of their own.

Each of them asks for its permission, changes state by a POST only, and calls the action of the same name.
"""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.contrib.admin.widgets import AdminTextareaWidget
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..actions import difference
from ..actions.delete import delete
from ..actions.erase import erase
from ..actions.errors import Refused
from ..actions.pending import embargo_on
from ..actions.permissions import allowed
from ..actions.publish import publish
from ..actions.reinstate import reinstate
from ..actions.withdraw import withdraw
from ..models import Article, Coverage, Item, Mention
from . import desk, pages
from .base import DeskAdmin
from .fields import Autocomplete


class PublishForm(forms.Form):
    note = forms.CharField(
        label=gettext_lazy("Public correction note"), required=False, max_length=2000,
        widget=AdminTextareaWidget(attrs={"rows": 3}),
        help_text=gettext_lazy(
            "Readers see it with the article. Leave it empty when nothing that was wrong is put right."
        ),
    )  # fmt: skip
    version = forms.IntegerField(widget=forms.HiddenInput)


class WithdrawForm(forms.Form):
    notice = forms.CharField(
        label=gettext_lazy("Public notice"), required=False, max_length=2000,
        widget=AdminTextareaWidget(attrs={"rows": 3}),
        help_text=gettext_lazy(
            "Stands at the old address instead of the text. Say why, without repeating the text."
        ),
    )  # fmt: skip


class WithdrawOneForm(WithdrawForm):
    """With a replacement, which must be public itself."""

    def __init__(self, *args: Any, item: Item, site: admin.AdminSite, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["replacement"] = forms.ModelChoiceField(
            label=_("Replacement"), required=False,
            queryset=type(item)._default_manager.filter(live_edition__isnull=False).exclude(pk=item.pk),
            widget=Autocomplete(REFERENCES[item.kind], site),
            help_text=_("Where the old address should send its readers. It must be public."),
        )  # fmt: skip


class EraseForm(forms.Form):
    """The ground in law, and the item's address or title once more: nobody does this by a slip."""

    note = forms.CharField(
        label=gettext_lazy("Ground in law"), max_length=2000, widget=AdminTextareaWidget(attrs={"rows": 3}),
        help_text=gettext_lazy("Stays in the audit log, which nobody edits. Do not repeat what is erased."),
    )  # fmt: skip
    notice = forms.CharField(
        label=gettext_lazy("Public notice"), required=False, max_length=2000,
        widget=AdminTextareaWidget(attrs={"rows": 3}),
        help_text=gettext_lazy("Stands at the old address of what was public. Do not repeat what is erased."),
    )  # fmt: skip
    typed = forms.CharField(widget=forms.TextInput(attrs={"class": "vTextField", "autocomplete": "off"}))

    def __init__(self, *args: Any, item: Item, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.wanted = item.slug or item.label or str(item.pk)
        self.fields["typed"].label = _("Type “%(text)s”") % {"text": self.wanted}

    def clean_typed(self) -> str:
        typed: str = self.cleaned_data["typed"]
        if typed.strip() != self.wanted:
            raise forms.ValidationError(_("That is something else."))
        return typed


# The admin's autocomplete answers for a foreign key that exists; these lead to each kind of item.
REFERENCES: dict[str, Any] = {
    "article": Article._meta.get_field("translation_of"),
    "person": Mention._meta.get_field("person"),
    "event": Coverage._meta.get_field("event"),
}


class VerbsMixin(DeskAdmin):
    """The verbs for a ModelAdmin of items."""

    titles = {
        "publish": gettext_lazy("Publish %(kind)s"),
        "withdraw": gettext_lazy("Withdraw %(kind)s"),
        "reinstate": gettext_lazy("Reinstate %(kind)s"),
        "erase": gettext_lazy("Erase %(kind)s for good"),
    }
    buttons: tuple[str, ...] = ("_publish",)
    """Names of buttons that save the form and then do one thing more."""

    def get_urls(self) -> list[URLPattern]:
        own = self.item_pages().items()
        return [
            *(self.own_path(f"<path:object_id>/{name}/", name, view) for name, view in own),
            *super().get_urls(),
        ]

    def item_pages(self) -> dict[str, Callable[..., HttpResponse]]:
        """The pages below one item, by their names."""
        return {
            "publish": self.publish_view,
            "withdraw": self.withdraw_view,
            "reinstate": self.reinstate_view,
            "erase": self.erase_view,
        }

    # -- who may

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What was ever published is withdrawn, never deleted."""
        if obj is not None and obj.was_ever_published:
            return False
        return super().has_delete_permission(request, obj)

    def has_publish_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._holds(request, "publish")

    def has_withdraw_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._holds(request, "withdraw")

    def has_erase_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._holds(request, "erase")

    def _holds(self, request: HttpRequest, verb: str) -> bool:
        return allowed(request.user, verb, self.model)

    # -- buttons of the form

    def pressed(self, request: HttpRequest) -> bool:
        return any(button in request.POST for button in self.buttons)

    def check_buttons(self, request: HttpRequest) -> None:
        if "_publish" in request.POST and not self.has_publish_permission(request):
            raise PermissionDenied

    def after_save(self, request: HttpRequest, item: Any, response: HttpResponse) -> HttpResponse:
        """The form is saved; now what its button asks for. A published item is published again on a page of
        its own, where the editor sees the difference and can add a note."""
        version, item = item.version, self.model._default_manager.get(pk=item.pk)
        if "_publish" not in request.POST:
            return response
        if item.was_ever_published:
            return HttpResponseRedirect(self.page_url(item, "publish"))
        self.publish_one(request, item, version=version)
        return response

    def publish_one(self, request: HttpRequest, item: Any, *, version: int, note: str = "") -> bool:
        """Publish what the editor saw or has just saved: `version`."""
        try:
            edition: Any = publish(item, by=request.user, note=note, expected_version=version)
        except Refused as error:
            pages.tell_refusal(self, request, error)
            return False
        self.log_change(request, item, _("Published edition %(number)d.") % {"number": edition.number})
        slug = edition.document["slug"]
        text = _("Published: edition %(number)d of “%(item)s”.") % {"number": edition.number, "item": item}
        if url := desk.public_url(item.kind, slug):
            text = format_html('{} <a href="{}">{}</a>', text, url, _("See what the public gets"))
        self.message_user(request, text, messages.SUCCESS)
        return True

    # -- pages

    def publish_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        item = self.find(request, object_id, self.has_publish_permission(request))
        data = request.POST if request.method == "POST" else None
        form = PublishForm(data, initial={"version": item.version})
        if data is not None and form.is_valid():
            if form.cleaned_data["version"] != item.version:
                text = _("The %(kind)s was changed while you looked. This is what would be published now.")
                self.message_user(request, text % {"kind": self.opts.verbose_name}, messages.WARNING)
                form = PublishForm({**data.dict(), "version": item.version})
            elif self.publish_one(request, item, version=item.version, note=form.cleaned_data["note"]):
                self.after_publishing(request, item)
                return HttpResponseRedirect(self.page_url(item, "change"))
        changes, public = difference.since_published(item), desk.public_side(item)
        return self.page(
            request, "publish", item, form=form, changes=changes, public=public, embargo=embargo_on(item),
            **self.before_publishing(request, item),
        )  # fmt: skip

    def before_publishing(self, request: HttpRequest, item: Any) -> dict[str, Any]:
        """What else whoever publishes should know of the item, for the page."""
        return {}

    def after_publishing(self, request: HttpRequest, item: Any) -> None:
        """What else the page was asked for."""

    def withdraw_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        item = self.find(request, object_id, self.has_withdraw_permission(request))
        if item.live_edition is None:
            self.message_user(request, _("“%(item)s” is not public.") % {"item": item}, messages.WARNING)
            return HttpResponseRedirect(self.page_url(item, "change"))
        data = request.POST if request.method == "POST" else None
        form = WithdrawOneForm(data, item=item, site=self.admin_site)
        if data is not None and form.is_valid() and self.withdraw_one(request, item, **form.cleaned_data):
            self.message_user(request, _("Withdrawn: “%(item)s”.") % {"item": item}, messages.SUCCESS)
            return HttpResponseRedirect(self.page_url(item, "change"))
        return self.page(request, "withdraw", item, form=form, public=desk.public_side(item), dangerous=True)

    def reinstate_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        item = self.find(request, object_id, self.has_withdraw_permission(request))
        if request.method != "POST" and item.withdrawn_at is not None:
            return self.page(request, "reinstate", item, public=desk.public_side(item))
        if request.method == "POST":
            try:
                reinstate(item, by=request.user)
            except Refused as error:
                pages.tell_refusal(self, request, error)
            else:
                self.log_change(request, item, _("Reinstated."))
                text = _("“%(item)s” is a draft again.") % {"item": item}
                self.message_user(request, text, messages.SUCCESS)
        return HttpResponseRedirect(self.page_url(item, "change"))

    def erase_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        item = self.find(request, object_id, self.has_erase_permission(request))
        public = desk.public_side(item)
        data = request.POST if request.method == "POST" else None
        form = EraseForm(data, item=item, initial={"notice": public.notice})
        if data is not None and form.is_valid():
            given = form.cleaned_data
            try:
                erase(item, by=request.user, note=given["note"], notice=given["notice"])
            except Refused as error:
                pages.tell_refusal(self, request, error)
            else:
                # Without its name: neither Django's log of the admin nor a session keeps that.
                self.message_user(request, _("Erased. Nothing of its words is left."), messages.SUCCESS)
                return HttpResponseRedirect(self.list_url())
        return self.page(request, "erase", item, form=form, public=public, dangerous=True)

    def withdraw_one(self, request: HttpRequest, item: Any, notice: str, replacement: Any = None) -> bool:
        try:
            withdraw(item, by=request.user, notice=notice, replacement=replacement)
        except Refused as error:
            pages.tell_refusal(self, request, error)
            return False
        self.log_change(request, item, _("Withdrawn."))
        return True

    # -- deleting from the page

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        delete(obj, by=request.user)

    def delete_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        """The page's address names the version that is to go: a draft that was saved since is not deleted unseen."""
        item: Any = self.get_object(request, unquote(object_id))
        seen = request.GET.get("version", "")
        if item is not None and self.has_delete_permission(request, item) and seen != str(item.version):
            if request.method == "POST" and seen:
                text = _(
                    "“%(item)s” was saved by someone else meanwhile. Look at it, and delete it if it is still right."
                )
                self.message_user(request, text % {"item": item}, messages.WARNING)
                return HttpResponseRedirect(self.page_url(item, "change"))
            if request.method != "POST":
                query = request.GET.copy()
                query["version"] = str(item.version)
                return HttpResponseRedirect(f"{request.path}?{query.urlencode()}")
        return super().delete_view(request, object_id, extra_context)
