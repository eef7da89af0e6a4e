"""Publish, withdraw, reinstate and delete from the list: many items at once, and what became of each."""

from collections.abc import Callable, Sequence
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ..actions.delete import delete
from ..actions.errors import Refused
from ..actions.publish import publish_many
from ..actions.reinstate import reinstate
from ..actions.withdraw import withdraw
from ..models import State
from .pages import id_from, item_url
from .verbs import VerbsMixin, WithdrawForm

AT_ONCE = 900
"""The most items that one action of the list takes; beyond it the commands do better. The page that asks back holds
each as a field, and Django takes a thousand fields."""

MESSAGES_SHOWN = 20

PUBLISH = gettext_lazy("Publish selected %(verbose_name_plural)s…")
WITHDRAW = gettext_lazy("Withdraw selected %(verbose_name_plural)s…")
REINSTATE = gettext_lazy("Reinstate selected %(verbose_name_plural)s")
DELETE = gettext_lazy("Delete selected %(verbose_name_plural)s…")


Refusals = list[tuple[Any, Sequence[str]]]
"""Items, and why each of them was refused."""


class BulkMixin(VerbsMixin):
    """Actions of the list for a ModelAdmin of items."""

    titles = {
        **VerbsMixin.titles,
        "publish_selected": gettext_lazy("Publish"),
        "withdraw_selected": gettext_lazy("Withdraw from the public"),
        "delete_selected": gettext_lazy("Delete for good"),
    }

    def response_action(self, request: HttpRequest, queryset: QuerySet) -> HttpResponse | None:  # type: ignore[override]
        """Without the ids that are none: looking them up is an error."""
        sent = request.POST.copy()
        ids = [pk for pk in sent.getlist(ACTION_CHECKBOX_NAME) if id_from(pk)]
        sent.setlist(ACTION_CHECKBOX_NAME, ids)
        request.POST = sent  # type: ignore[assignment]
        return super().response_action(request, queryset)

    @admin.action(description=PUBLISH, permissions=["publish"])
    def publish_selected(self, request: HttpRequest, queryset: QuerySet) -> HttpResponse | None:
        chosen = self.chosen(request, queryset)
        items = [item for item in chosen if item.state != State.LIVE]
        if same := len(chosen) - len(items):
            text = ngettext(
                "%(count)d is public already as it stands on the desk.",
                "%(count)d are public already as they stand on the desk.",
                same,
            )
            self.message_user(request, text % {"count": same}, messages.INFO)
        if items and "_confirmed" not in request.POST:
            return self.confirm(
                request, "publish_selected", items, verb=_("Publish"),
                explain=_("Readers will see these at once, with those of their people and events that are "
                          "public."),
            )  # fmt: skip
        self.tell_published(request, *self.publish_each(request, items))
        return None

    def publish_each(self, request: HttpRequest, items: list[Any]) -> tuple[int, Refusals]:
        """Publish these items of one kind; how many were, and what was not."""
        done = 0
        refused: Refusals = []
        for outcome in publish_many(items, by=request.user):
            if outcome.edition is None:
                refused.append((outcome.item, outcome.messages))
                continue
            done += 1
            number = {"number": outcome.edition.number}
            self.log_change(request, outcome.item, _("Published edition %(number)d.") % number)
        return done, refused

    def tell_published(self, request: HttpRequest, done: int, refused: Refusals) -> None:
        self.tell(request, ngettext("%(count)d published.", "%(count)d published.", done), done, refused)

    @admin.action(description=WITHDRAW, permissions=["withdraw"])
    def withdraw_selected(self, request: HttpRequest, queryset: QuerySet) -> HttpResponse | None:
        items = self.chosen(request, queryset)
        live = [item for item in items if item.live_edition is not None]
        if items and not live:
            self.message_user(request, _("None of them is public."), messages.WARNING)
        if not live:
            return None
        form = WithdrawForm(request.POST if "_confirmed" in request.POST else None)
        if not form.is_valid():
            return self.confirm(
                request, "withdraw_selected", live, form=form, verb=_("Withdraw"), dangerous=True,
                explain=_("These will vanish from the public at once. Their addresses answer with the notice "
                          "below. The desk keeps them."),
            )  # fmt: skip

        def act(item: Any) -> None:
            withdraw(item, by=request.user, notice=form.cleaned_data["notice"])
            self.log_change(request, item, _("Withdrawn."))

        done = self.carry_out(request, live, act)
        self.tell(request, ngettext("%(count)d withdrawn.", "%(count)d withdrawn.", done[0]), *done)
        return None

    @admin.action(description=REINSTATE, permissions=["withdraw"])
    def reinstate_selected(self, request: HttpRequest, queryset: QuerySet) -> None:
        def act(item: Any) -> None:
            reinstate(item, by=request.user)
            self.log_change(request, item, _("Reinstated."))

        done = self.carry_out(request, self.chosen(request, queryset), act)
        text = ngettext("%(count)d is a draft again.", "%(count)d are drafts again.", done[0])
        self.tell(request, text, *done)

    @admin.action(description=DELETE, permissions=["delete"])
    def delete_selected(self, request: HttpRequest, queryset: QuerySet) -> HttpResponse | None:
        """Takes the place of Django's action of this name: what was ever published is never deleted."""
        items = self.chosen(request, queryset)
        if not items:
            return None
        if "_confirmed" not in request.POST:
            drafts = [item for item in items if not item.was_ever_published]
            keep = [item for item in items if item.was_ever_published]
            return self.confirm(
                request, "delete_selected", drafts, template="delete_selected", keep=keep, verb=_("Delete"),
                dangerous=True,
            )  # fmt: skip

        def act(item: Any) -> None:
            delete(item, by=request.user)
            self.log_deletions(request, [item])  # type: ignore[arg-type]

        done = self.carry_out(request, items, act)
        self.tell(request, ngettext("%(count)d deleted.", "%(count)d deleted.", done[0]), *done)
        return None

    def chosen(self, request: HttpRequest, queryset: QuerySet) -> list[Any]:
        items = list(queryset[: AT_ONCE + 1])
        if len(items) <= AT_ONCE:
            return items
        text = _("That is more than %(limit)d at once. Choose fewer, or use the command line.")
        self.message_user(request, text % {"limit": AT_ONCE}, messages.ERROR)
        return []

    def carry_out(
        self, request: HttpRequest, items: list[Any], act: Callable[[Any], object]
    ) -> tuple[int, Refusals]:
        """`act` on each by itself, so that one that is refused does not stop the others."""
        refused: Refusals = []
        for item in items:
            try:
                act(item)
            except Refused as error:
                refused.append((item, error.messages))
        return len(items) - len(refused), refused

    def confirm(
        self, request: HttpRequest, action: str, items: list[Any], template: str = "selected", **context: Any
    ) -> TemplateResponse:
        return self.page(
            request, action, None, template=template, items=items, action=action, checkbox=ACTION_CHECKBOX_NAME,
            **context,
        )  # fmt: skip

    def tell(self, request: HttpRequest, text: str, done: int, refused: Refusals) -> None:
        if done:
            self.message_user(request, text % {"count": done}, messages.SUCCESS)
        for item, reasons in refused[:MESSAGES_SHOWN]:
            link = format_html(
                '<a href="{}">{}</a>', item_url(self.admin_site, item.kind, "change", item.pk), item
            )
            before, name, after = " ".join(map(str, reasons)).partition(f"“{item}”")
            text = (
                format_html("{}“{}”{}", before, link, after) if name else format_html("{}: {}", link, before)
            )
            self.message_user(request, text, messages.ERROR)
        left = len(refused) - MESSAGES_SHOWN
        if left > 0:
            text = ngettext("%(count)d more was refused.", "%(count)d more were refused.", left)
            self.message_user(request, text % {"count": left}, messages.ERROR)
