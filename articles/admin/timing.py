"""Time in the admin: publish at, withdraw at, embargo until; on a page of the item and for many from the list."""

from collections.abc import Callable
from datetime import datetime
from hashlib import sha256
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.widgets import AdminTextareaWidget
from django.core.exceptions import PermissionDenied
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ..actions.errors import Refused
from ..actions.pending import local
from ..actions.schedule import reschedule
from ..models import Schedule
from ..models.schedule import EARLIEST, LATEST
from .pending import zone_name
from .stages import StagesMixin

What = Schedule.What
FORMAT = "%Y-%m-%dT%H:%M"


def _moment(**options: Any) -> forms.DateTimeField:
    """A time by the browser's own picker, in the time zone of the session."""
    widget = forms.DateTimeInput(format=FORMAT, attrs={"type": "datetime-local", "class": "newsroom-moment"})
    bounds = [MinValueValidator(EARLIEST), MaxValueValidator(LATEST)]
    return forms.DateTimeField(required=False, widget=widget, validators=bounds, **options)


def _public_note(label: Any) -> forms.CharField:
    return forms.CharField(
        label=label, required=False, max_length=2000, widget=AdminTextareaWidget(attrs={"rows": 2})
    )


class TimesForm(forms.Form):
    """What is to happen to one item. An empty time means that nothing is; `may` are those one may set."""

    publish = _moment(label=gettext_lazy("Publish at"))
    publish_note = _public_note(gettext_lazy("Public correction note"))
    withdraw = _moment(label=gettext_lazy("Withdraw at"))
    withdraw_note = _public_note(gettext_lazy("Public notice"))
    embargo = _moment(label=gettext_lazy("Embargo until"))
    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    """What was scheduled when the page was opened."""

    def __init__(self, data: Any, *, have: dict[str, Schedule], may: list[str]) -> None:
        initial: dict[str, Any] = {"seen": _digest(have)}
        for what, row in have.items():
            initial |= {what: row.at, f"{what}_note": row.note}
        super().__init__(data, initial=initial)
        self.have, self.may = have, may
        self.fields["embargo"].help_text = _("Nobody can publish it before.")
        for what, row in have.items():
            # The picker writes dates as the browser likes them; this is how the rest of the desk does.
            now = _("Set now: %(time)s") % {"time": local(row.at)}
            self.fields[what].help_text = f"{self.fields[what].help_text} {now}".strip()
        for what in What.values:
            if what not in may:
                for name in (what, f"{what}_note"):
                    if name in self.fields:
                        self.fields[name].disabled = True

    def clean(self) -> dict[str, Any]:
        """Nobody's times are replaced unseen: the page shows them, and what is to take their place."""
        seen = self.cleaned_data.get("seen")
        if seen and seen != _digest(self.have):
            rows = [
                f"{row.get_what_display()} {local(row.at)} ({row.by or '–'})" for row in self.have.values()
            ]
            self.data = {**self.data.dict(), "seen": _digest(self.have)}  # type: ignore[attr-defined]
            raise forms.ValidationError(
                _("Somebody changed the times meanwhile. They are now: %(times)s. Save again to set yours.")
                % {"times": "; ".join(rows) or _("none")}
            )
        return self.cleaned_data

    def plan(self) -> dict[str, tuple[datetime, str] | None]:
        """What `reschedule` takes. The picker knows no seconds: a time that was not touched stays as it is."""
        data, plan = self.cleaned_data, {}
        for what in self.may:
            at = data[what]
            if what in self.have and at == self.have[what].at.replace(second=0, microsecond=0):
                at = self.have[what].at
            plan[what] = (at, data.get(f"{what}_note", "")) if at is not None else None
        return plan


def _digest(have: dict[str, Schedule]) -> str:
    rows = sorted(f"{what} {row.at.isoformat()} {row.note}" for what, row in have.items())
    return sha256("\n".join(["times", *rows]).encode()).hexdigest()


class ScheduleForm(forms.Form):
    """The same for many."""

    what = forms.ChoiceField(label=gettext_lazy("What is to happen"), widget=forms.RadioSelect)
    at = _moment(
        label=gettext_lazy("When"), help_text=gettext_lazy("Left empty, what was scheduled is cancelled.")
    )
    note = _public_note(gettext_lazy("Public note"))

    def __init__(self, *args: Any, may: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["what"].choices = [(what, What(what).label) for what in may]  # type: ignore[attr-defined]
        if len(may) == 1:
            self.initial["what"] = may[0]


class TimingMixin(StagesMixin):
    """Schedules for a ModelAdmin of items."""

    titles = {
        **StagesMixin.titles,
        "schedule": gettext_lazy("Times of %(kind)s"),
        "schedule_selected": gettext_lazy("Schedule"),
    }

    def item_pages(self) -> dict[str, Callable[..., HttpResponse]]:
        return {**super().item_pages(), "schedule": self.schedule_view}

    def may_schedule(self, request: HttpRequest) -> list[str]:
        return [what for what in What.values if self._holds(request, what)]

    def has_schedule_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return bool(self.may_schedule(request))

    def before_publishing(self, request: HttpRequest, item: Any) -> dict[str, Any]:
        may_lift = What.EMBARGO in self.may_schedule(request)
        return super().before_publishing(request, item) | {"may_lift": may_lift}

    def schedule_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        item = self.find(request, object_id, self.has_schedule_permission(request))
        rows = Schedule.objects.filter(item_id=item.pk).select_related("by")
        have, may = {row.what: row for row in rows}, self.may_schedule(request)
        form = TimesForm(request.POST if request.method == "POST" else None, have=have, may=may)
        if form.is_bound and form.is_valid():
            try:
                reschedule(item, plan=form.plan(), by=request.user)
            except Refused as error:
                form.add_error(None, error.messages)
            else:
                if form.has_changed():
                    self.message_user(
                        request, _("The times of “%(item)s” are set.") % {"item": item}, messages.SUCCESS
                    )
                    self.log_change(request, item, _("Changed what is scheduled."))
                return HttpResponseRedirect(self.page_url(item, "change"))
        failed = [row for row in have.values() if row.failed_at]
        return self.page(request, "schedule", item, form=form, zone=zone_name(), failed=failed)

    @admin.action(
        description=gettext_lazy("Schedule selected %(verbose_name_plural)s…"), permissions=["schedule"]
    )
    def schedule_selected(self, request: HttpRequest, queryset: QuerySet) -> HttpResponse | None:
        items = self.chosen(request, queryset)
        if not items:
            return None
        form = ScheduleForm(
            request.POST if "_confirmed" in request.POST else None, may=self.may_schedule(request)
        )
        if not form.is_valid():
            zone = _("Times are in %(zone)s.") % {"zone": zone_name()}
            return self.confirm(
                request, "schedule_selected", items, form=form, verb=_("Set the time"), explain=zone
            )
        what, at = form.cleaned_data["what"], form.cleaned_data["at"]
        if what not in self.may_schedule(request):
            raise PermissionDenied
        plan = {what: (at, form.cleaned_data["note"]) if at is not None else None}
        done = self.carry_out(request, items, lambda item: reschedule(item, plan=plan, by=request.user))
        self.tell(request, ngettext("Set for %(count)d.", "Set for %(count)d.", done[0]), *done)
        return None
