"""The history of an item in the admin: who saved what and did what when, any two versions compared, one restored."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import FieldDoesNotExist, PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..actions.difference import Difference, as_text, differences, names_of
from ..actions.errors import Refused
from ..actions.restore import restore
from ..models import Item, Revision
from ..text.readable import readable
from . import audit, pages
from .base import about_a_record
from .verbs import VerbsMixin

SHOWN = 200
UNSAID = {"id", "rank", "name_key"}


class RevisionsMixin(VerbsMixin):
    """A page of versions for a ModelAdmin of items."""

    titles = {**VerbsMixin.titles, "revisions": gettext_lazy("History of %(kind)s")}

    def item_pages(self) -> dict[str, Callable[..., HttpResponse]]:
        return {**super().item_pages(), "revisions": self.revisions_view}

    def revisions_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        item = self.find(request, object_id)
        may_restore = self.has_change_permission(request, item)
        if request.method == "POST":
            if not may_restore:
                raise PermissionDenied
            return self.restored(request, item)
        found = (
            Revision.objects.filter(item_kind=item.kind, item_id=item.pk).select_related("by").defer("data")
        )
        revisions = list(found.order_by("-version")[:SHOWN])
        versions = [revision.version for revision in revisions]
        new = _number(request.GET.get("to"), versions, default=versions[0] if versions else None)
        old = _number(request.GET.get("from"), versions, default=next((v for v in versions if v != new), new))
        return self.page(
            request, "revisions", item, revisions=revisions, old=old, new=new, may_restore=may_restore,
            changes=between(item, old, new) if old and new else [],
            deeds=[(entry, audit.who(entry), audit.details(entry)) for entry in audit.of_item(item)],
        )  # fmt: skip

    @about_a_record
    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        """Django's own page knows less than this one does."""
        return HttpResponseRedirect(self.page_url(self.find(request, object_id), "revisions"))

    def restored(self, request: HttpRequest, item: Any) -> HttpResponse:
        version, opened = request.POST.get("version", ""), request.POST.get("opened_version", "")
        if opened.isdecimal() and int(opened) != item.version:
            text = _(
                "%(name)s saved a newer version meanwhile. Compare it, then restore if it is still right."
            )
            name = item.updated_by or _("An import or a command")
            self.message_user(request, text % {"name": name}, messages.WARNING)
            return HttpResponseRedirect(self.page_url(item, "revisions"))
        try:
            lost = restore(item, version=int(version) if version.isdecimal() else 0, by=request.user)
        except Refused as error:
            pages.tell_refusal(self, request, error)
            return HttpResponseRedirect(self.page_url(item, "revisions"))
        text = _("Restored as on version %(version)s. Nothing public has changed.") % {"version": version}
        self.message_user(request, text, messages.SUCCESS)
        if lost:
            text = _("Gone since, and not restored: %(names)s.") % {"names": ", ".join(lost)}
            self.message_user(request, text, messages.WARNING)
        self.log_change(request, item, _("Restored version %(version)s.") % {"version": version})
        return HttpResponseRedirect(self.page_url(item, "change"))


def between(item: Item, old: int, new: int) -> list[Difference]:
    """What differs between two versions, in words."""
    data = dict(
        Revision.objects.filter(item_id=item.pk, version__in=[old, new]).values_list("version", "data")
    )
    names = names_of({key for version in data.values() for key in _ids(version)})
    before, after = _readable(data[old], names), _readable(data[new], names)
    labels = {name: _label(item, name) for name in [*before, *after]}
    return differences(before, after, labels)


def _number(given: str | None, known: list[int], *, default: int | None) -> int | None:
    return int(given) if given and given.isdecimal() and int(given) in known else default


def _label(item: Item, name: str) -> str:
    try:
        field: Any = item._meta.get_field(name)
    except FieldDoesNotExist:
        return name
    return capfirst(
        str(getattr(field, "verbose_name", None) or field.related_model._meta.verbose_name_plural)
    )


def _ids(value: Any) -> Iterable[UUID]:
    """Everything in a revision that looks like an id."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for entry in value:
            yield from _ids(entry)
    elif isinstance(value, str) and len(value) == 36:
        try:
            yield UUID(value)
        except ValueError:
            return


def _readable(data: Mapping[str, Any], names: Mapping[UUID, str]) -> dict[str, str]:
    """A revision as text: a field under its name, the rows of a relation a line each."""

    def named(value: Any) -> Any:
        keys = list(_ids(value)) if isinstance(value, str) else []
        return names.get(keys[0], "") if keys else value

    shown = {name: as_text(named(value)) for name, value in data["fields"].items()}
    for name in ("body", "summary"):
        if name in shown:
            shown[name] = readable(shown[name])
    for relation, rows in data["links"].items():
        entries = (row.items() if isinstance(row, dict) else [("", row)] for row in rows)
        cells = ([named(value) for name, value in entry if name not in UNSAID] for entry in entries)
        shown[relation] = "\n".join(" · ".join(filter(None, map(as_text, row))) for row in cells)
    return shown
