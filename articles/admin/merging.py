"""Merging in the admin: records chosen in the list, what would move, and which one stays; and splitting one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ..actions.errors import Refused
from ..actions.merge import merge_many
from ..actions.merge_plan import MergePlan, plan_merge
from ..actions.split import split
from ..actions.ties import TIES
from ..models import ITEM_MODELS, Item, Merge, Person
from . import pages
from .fields import Autocomplete
from .item import ItemAdmin
from .verbs import REFERENCES
from .words import date_in_words

AT_ONCE = 20
"""Records that are merged in one go."""

SHOWN = 200
"""Ties that the page of a split offers."""


@dataclass(frozen=True, slots=True)
class Move:
    """What one merge would do, in words."""

    absorbed: Item
    moved: list[tuple[str, list[str]]]
    """By kind, the items that would be tied to the one that stays."""
    already: int
    """Ties that both have."""
    plan: MergePlan


class MergingMixin(ItemAdmin):
    """For the ModelAdmin of people, and that of events."""

    titles = {
        **ItemAdmin.titles,
        "merge": gettext_lazy("Merge %(kinds)s"),
        "split": gettext_lazy("Split %(kind)s"),
    }
    actions = [*ItemAdmin.actions, "merge_selected"]

    def get_urls(self) -> list[URLPattern]:
        """Before the pages of items, whose ids could be any word."""
        return [self.own_path("merge/", "merge", self.merge_view), *super().get_urls()]

    def item_pages(self) -> dict[str, Callable[..., HttpResponse]]:
        return {**super().item_pages(), "split": self.split_view}

    def has_merge_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._holds(request, "merge")

    @admin.action(description=gettext_lazy("Merge selected %(verbose_name_plural)s…"), permissions=["merge"])
    def merge_selected(self, request: HttpRequest, queryset: QuerySet) -> HttpResponse | None:
        ids = [str(pk) for pk in queryset.values_list("pk", flat=True)[: AT_ONCE + 1]]
        if not 2 <= len(ids) <= AT_ONCE:
            text = _("Choose from two to %(limit)d to merge.") % {"limit": AT_ONCE}
            self.message_user(request, text, messages.ERROR)
            return None
        return HttpResponseRedirect(self.merge_url(ids))

    def merge_url(self, ids: list[str]) -> str:
        return f"{pages.admin_url(self.admin_site, self.model, 'merge')}?ids={','.join(ids)}"

    def merge_view(self, request: HttpRequest) -> HttpResponse:
        """`?ids=` names the records. What is shown for one that stays is what a POST with it does."""
        if not self.has_merge_permission(request) or not self.has_view_or_change_permission(request):
            raise PermissionDenied
        chooser = WithForm(
            request.GET if "other" in request.GET else None, kind=self.model.kind, site=self.admin_site
        )
        named = request.GET.get("ids", "").split(",")[:AT_ONCE]
        ids = {pk for part in named if (pk := pages.id_from(part.strip()))}
        if chooser.is_bound and chooser.is_valid():
            ids.add(chooser.cleaned_data["other"].pk)
        items = self._items(ids)
        if len(items) < 2:
            return self.page(request, "merge", None, template="merge_with", items=items, form=chooser)
        asked = request.POST.get("survivor", "")
        survivor = next((item for item in items if str(item.pk) == asked), items[0])
        others = [item for item in items if item != survivor]
        seen = _read_seen(request.POST.get("shown", ""))
        looked_at = list(seen)[:1] == [survivor.pk] and seen.keys() == {item.pk for item in items}
        if "_merge" in request.POST and looked_at and self.merged(request, survivor, others, seen):
            return HttpResponseRedirect(self.page_url(survivor, "change"))
        if "_merge" in request.POST and not looked_at:
            text = _("Nothing is merged yet. Look at what would move, then merge.")
            self.message_user(request, text, messages.WARNING)
        return self.page(
            request, "merge", None, items=items, survivor=survivor, moves=moves(survivor, items),
            shown=",".join(f"{item.pk}:{item.version}" for item in (survivor, *others)),
            action_url=self.merge_url([str(item.pk) for item in items]),
        )  # fmt: skip

    def _items(self, ids: set[UUID]) -> list[Any]:
        """The records, the one that should stay first: a public one, then the most used, then the oldest."""
        found = [item for item in self.described(ids).values() if item.withdrawn_at is None]
        return sorted(
            found, key=lambda item: (item.live_edition is None, -item.used, item.created_at, str(item.pk))
        )

    def described(self, ids: set[UUID]) -> dict[UUID, Any]:
        """The records with what tells them apart: their offices or dates, and where they are used."""
        rows: QuerySet[Any] = self.model._default_manager.filter(pk__in=ids).defer("folded", "summary")
        if self.model is Person:
            rows = rows.prefetch_related("positions", "other_names")
        found = {row.pk: row for row in rows}
        for row in found.values():
            row.address = self.page_url(row, "change")
            row.used = 0
        for tie in TIES[self.model.kind]:
            counted = tie.model._default_manager.filter(**{f"{tie.target}__in": ids}).order_by()
            for pk, number in counted.values_list(tie.target).annotate(Count("pk")):
                if pk in found:
                    found[pk].used += number
        return found

    def merged(self, request: HttpRequest, survivor: Any, others: list[Any], seen: dict[UUID, int]) -> bool:
        try:
            merge_many(survivor, others, by=request.user, seen=seen)
        except Refused as error:
            pages.tell_refusal(self, request, error)
            return False
        names = ", ".join(map(str, others))
        text = ngettext(
            "“%(names)s” is a part of “%(item)s” now.",
            "“%(names)s” are parts of “%(item)s” now.",
            len(others),
        )
        self.message_user(request, text % {"names": names, "item": survivor}, messages.SUCCESS)
        self.log_change(request, survivor, _("Merged: %(names)s.") % {"names": names})
        return True

    def split_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        item = self.find(request, object_id, self.has_merge_permission(request))
        form = SplitForm(request.POST if request.method == "POST" else None, item=item)
        if form.is_bound and form.is_valid():
            try:
                new = split(item, by=request.user, **form.chosen())
            except Refused as error:
                # Sent again it means the version that is shown now.
                data = request.POST.copy()
                data["version"] = str(item.version)
                form = SplitForm(data, item=item)
                form.add_error(None, error.messages)
            else:
                text = _("“%(new)s” is a record of its own now.") % {"new": new}
                self.message_user(request, text, messages.SUCCESS)
                self.log_change(request, item, _("Split off: %(new)s.") % {"new": new})
                return HttpResponseRedirect(self.page_url(new, "change"))
        return self.page(request, "split", item, form=form, merges=_merges_of(item))

    def item_context(self, request: HttpRequest, item: Any) -> dict[str, Any]:
        can_merge = self.has_merge_permission(request, item)
        return {
            **super().item_context(request, item),
            "can_merge": can_merge and item.withdrawn_at is None,
            "merge_with": self.merge_url([str(item.pk)]),
            "merges": _merges_of(item),
            "can_undo_merge": can_merge,
        }


class WithForm(forms.Form):
    """Which other record to merge with."""

    def __init__(self, data: Any, *, kind: str, site: admin.AdminSite) -> None:
        super().__init__(data)
        model: Any = ITEM_MODELS[kind]
        self.fields["other"] = forms.ModelChoiceField(
            label=_("Merge with"), queryset=model.objects.filter(withdrawn_at=None),
            widget=Autocomplete(REFERENCES[kind], site),
        )  # fmt: skip


class SplitForm(forms.Form):
    """What goes to the new record."""

    name = forms.CharField(label=gettext_lazy("Name of the new record"), max_length=200)
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data: Any, *, item: Any) -> None:
        super().__init__(data, initial={"name": item.label, "version": item.version})
        for tie in TIES[item.kind]:
            model = tie.owner_model
            rows = tie.model._default_manager.filter(**{tie.target: item.pk})
            owners = model._default_manager.filter(pk__in=rows.values(tie.owner))
            dates = [field.name for field in model._meta.fields if field.name == "date"]
            newest = owners.order_by("-updated_at", "pk").only("pk", model.label_field, *dates)
            found = list(newest[: SHOWN + 1])
            roles = _roles(rows, tie.owner, found) if hasattr(tie.model, "role") else {}
            self._add(model._meta.model_name, model._meta.verbose_name_plural, found, roles)
        if isinstance(item, Person):
            self._add("names", _("other names"), list(item.other_names.all()[: SHOWN + 1]), {})
            self._add("positions", _("positions"), list(item.positions.all()[: SHOWN + 1]), {})

    def _add(self, name: str | None, label: Any, found: list[Any], roles: Mapping[Any, str]) -> None:
        """`roles` are those of the record in each of these: what tells one namesake from another."""
        choices = [
            (str(row.pk), " · ".join(filter(None, [str(row), shown_date(row), roles.get(row.pk)])))
            for row in found[:SHOWN]
        ]
        more = _("These are the newest %(limit)d. Split again for the others.") % {"limit": SHOWN}
        if choices and name:
            self.fields[name] = forms.TypedMultipleChoiceField(
                label=capfirst(label), choices=choices, coerce=UUID, required=False,
                widget=forms.CheckboxSelectMultiple,
                help_text=more if len(found) > SHOWN else "",
            )  # fmt: skip

    def chosen(self) -> dict[str, Any]:
        """What `split` takes."""
        data = self.cleaned_data
        owners = [pk for kind in ("article", "event", "person") for pk in data.get(kind, [])]
        parts = {name: data.get(name, []) for name in ("names", "positions")}
        return {"name": data["name"], "owners": owners, "expected_version": data["version"], **parts}


def _roles(rows: QuerySet, owner: str, found: list[Any]) -> dict[Any, str]:
    """By these owners; somebody may have a role in each of 60,000 articles."""
    own = rows.filter(**{f"{owner}__in": [item.pk for item in found]})
    return dict(own.order_by().values_list(owner, "role"))


def shown_date(row: Any) -> str:
    """In words, the date of an article or an event; empty for what has none."""
    return date_in_words(getattr(row, "date", None))


def _read_seen(text: str) -> dict[UUID, int]:
    """The records of a page with the versions that it showed, `id:version,…`, the one that stays first."""
    found = {}
    for part in text.split(",")[:AT_ONCE]:
        name, _colon, version = part.partition(":")
        if (pk := pages.id_from(name)) and version.isdecimal():
            found[pk] = int(version[:10])
    return found


def moves(survivor: Item, items: list[Any]) -> list[Move]:
    """What each of the others would bring to the one that stays."""
    found = []
    for absorbed in items:
        if absorbed == survivor:
            continue
        plan = plan_merge(survivor, absorbed)
        moved, already = [], 0
        for tie in TIES[survivor.kind]:
            ids, double = plan.owners(tie.model)
            already += len(double)
            model = tie.owner_model
            names = model._default_manager.filter(pk__in=ids).values_list(model.label_field, flat=True)
            if ids:
                moved.append((str(model._meta.verbose_name_plural), list(names.order_by(model.label_field))))
        found.append(Move(absorbed, moved, already, plan))
    return found


def _merges_of(item: Item) -> list[Any]:
    """Merges into this record that can be undone, each with the record it took in."""
    rows = list(
        Merge.objects.filter(survivor_id=item.pk, undone_at=None).select_related("by").defer("record")
    )
    if rows:
        found = type(item)._default_manager.in_bulk([row.absorbed_id for row in rows])
        for row in rows:
            row.absorbed = found.get(row.absorbed_id)  # type: ignore[attr-defined]
    return rows
