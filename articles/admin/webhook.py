"""Webhooks in the admin: made, tried out, switched off and on, and what became of their messages."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..actions import webhooks
from ..actions.errors import Refused
from ..models import ITEM_MODELS, Delivery, Webhook
from . import pages
from .base import DeskAdmin
from .careful import CarefulForm
from .records import time_column

DELIVERIES_SHOWN = 20


class WebhookForm(CarefulForm):
    kinds = forms.MultipleChoiceField(
        label=gettext_lazy("Hears of"), required=False, widget=forms.CheckboxSelectMultiple,
        choices=lambda: [(kind, model._meta.verbose_name_plural) for kind, model in ITEM_MODELS.items()],
        help_text=gettext_lazy("None chosen: of all."),
    )  # fmt: skip

    class Meta:
        model = Webhook
        fields = ["name", "url", "kinds"]

    def clean_url(self) -> str:
        url = self.cleaned_data["url"]
        if reason := webhooks.address_fault(url):
            raise forms.ValidationError(reason)
        return url


@admin.register(Webhook)
class WebhookAdmin(DeskAdmin):
    form = WebhookForm
    change_form_template = "articles/admin/webhook_form.html"
    list_display = ["name", "url", "is_on", time_column("delivered_at", gettext_lazy("last delivered"))]
    actions = None

    class Media:
        css = {"all": ["articles/admin/desk.css"]}

    @admin.display(description=gettext_lazy("on"), boolean=True)
    def is_on(self, webhook: Webhook) -> bool:
        return webhook.disabled_at is None

    def get_urls(self) -> list[URLPattern]:
        own = self.own_path("<path:object_id>/<slug:verb>/do/", "verb", self.verb_view)
        return [own, *super().get_urls()]

    def save_model(self, request: HttpRequest, obj: Webhook, form: Any, change: bool) -> None:
        secret = webhooks.save_webhook(obj, by=request.user, **form.cleaned_data)
        if secret:
            self.show_secret(request, secret)

    def delete_model(self, request: HttpRequest, obj: Webhook) -> None:
        webhooks.remove_webhook(obj, by=request.user)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        webhook = self.get_object(request, unquote(object_id))
        shown = webhook.deliveries.all()[:DELIVERIES_SHOWN] if webhook else []
        waiting = webhook.deliveries.filter(status=Delivery.Status.WAITING).count() if webhook else 0
        extra = {"deliveries": shown, "waiting": waiting, **(extra_context or {})}
        return super().change_view(request, object_id, form_url, extra)

    def verb_view(self, request: HttpRequest, object_id: str, verb: str) -> HttpResponse:
        """One button of the page: `test`, `secret`, `off`, `on`."""
        webhook = self.find(request, object_id, self.has_change_permission(request))
        if request.method == "POST":
            try:
                self.do(request, webhook, verb)
            except Refused as error:
                pages.tell_refusal(self, request, error)
        return HttpResponseRedirect(self.page_url(webhook, "change"))

    def do(self, request: HttpRequest, webhook: Webhook, verb: str) -> None:
        if verb == "test":
            delivery = webhooks.try_webhook(webhook, by=request.user)
            arrived = delivery.status == Delivery.Status.DELIVERED
            text = (
                _("The test message arrived.") if arrived else _("The test message did not arrive: {answer}")
            )
            level = messages.SUCCESS if arrived else messages.ERROR
            self.message_user(request, text.format(answer=delivery.answer), level)
        elif verb == "secret":
            self.show_secret(request, webhooks.rotate_secret(webhook, by=request.user))
        elif verb in ("on", "off"):
            webhooks.switch_webhook(webhook, by=request.user, on=verb == "on")

    def show_secret(self, request: HttpRequest, secret: str) -> None:
        text = _("The secret that signs its messages. Copy it now, it is not shown again:")
        self.message_user(request, format_html("{} <code>{}</code>", text, secret), messages.SUCCESS)
