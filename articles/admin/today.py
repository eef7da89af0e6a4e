"""What waits on the desk today, each with a number and where it is dealt with: a constant number of queries."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.contrib.admin import AdminSite
from django.db.models import Count, Q
from django.db.models.functions import Now
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..actions.permissions import allowed
from ..models import ITEM_MODELS, Article, ImportRun, Schedule, Stage, Suggestion
from ..models.importing import RunState
from ..models.schedule import at_stage
from . import pages
from .base import COUNTED
from .filters import begun_by
from .records import visible_kinds


class Waiting(NamedTuple):
    """One line of the panel."""

    text: str
    url: str
    urgent: bool = False
    """Something went wrong, or is late."""


def waiting(site: AdminSite, request: HttpRequest) -> list[Waiting]:
    """What whoever asks may see of it, and the site has pages for; lists beyond `COUNTED` are counted up to there."""
    kinds = visible_kinds(site, request)
    found = [*_sent_back(site, request, kinds), *_reviews(site, kinds)]
    if site.is_registered(Schedule):
        found += _times(site, kinds)
    if Article.kind in kinds and allowed(request.user, "change", Article):
        found += _suggestions(site)
    if site.is_registered(ImportRun) and site._registry[ImportRun].has_view_permission(request):
        found += _imports(site)
    return sorted(found, key=lambda line: not line.urgent)


def beginnings(site: AdminSite, request: HttpRequest) -> list[Waiting]:
    """Where whoever asks can begin while there is no article; empty once there is one."""
    if Article.kind not in visible_kinds(site, request) or Article.objects.exists():
        return []
    steps = ((ImportRun, _("Import files")), (Article, _("Write an article")))
    return [
        Waiting(text, pages.admin_url(site, model, "add"))
        for model, text in steps
        if site.is_registered(model) and site._registry[model].has_add_permission(request)
    ]


def _times(site: AdminSite, kinds: list[str]) -> Iterator[Waiting]:
    rows = Schedule.objects.filter(item_kind__in=kinds)
    # What failed is tried again, so it is due as well, as in the list.
    late = Q(at__lte=Now()) & ~Q(what=Schedule.What.EMBARGO)
    n = rows[:COUNTED].aggregate(
        failed=Count("pk", filter=Q(failed_at__isnull=False)), due=Count("pk", filter=late)
    )
    url = pages.admin_url(site, Schedule, "changelist")
    if n["failed"]:
        text = ngettext("%(n)d failed at its time", "%(n)d failed at their time", n["failed"])
        yield Waiting(text % {"n": n["failed"]}, f"{url}?when=failed", urgent=True)
    if n["due"]:
        text = ngettext("%(n)d is due now", "%(n)d are due now", n["due"])
        yield Waiting(text % {"n": n["due"]}, f"{url}?when=due")


def _reviews(site: AdminSite, kinds: list[str]) -> Iterator[Waiting]:
    for kind in kinds:
        model: Any = ITEM_MODELS[kind]
        for stage in (Stage.IN_REVIEW, Stage.READY):
            if n := model.objects.filter(at_stage(stage)).order_by().values("pk")[:COUNTED].count():
                name = model._meta.verbose_name if n == 1 else model._meta.verbose_name_plural
                url = f"{pages.admin_url(site, model, 'changelist')}?stage={stage.value}"
                yield Waiting(
                    _("%(n)d %(kind)s: %(stage)s") % {"n": n, "kind": name, "stage": stage.label}, url
                )


def _sent_back(site: AdminSite, request: HttpRequest, kinds: list[str]) -> Iterator[Waiting]:
    """What whoever asks began and has to work on again."""
    for kind in kinds:
        model: Any = ITEM_MODELS[kind]
        rows = model.objects.filter(at_stage(Stage.RETURNED), pk__in=begun_by(request.user, model))
        if n := rows.order_by().values("pk")[:COUNTED].count():
            name = model._meta.verbose_name if n == 1 else model._meta.verbose_name_plural
            url = f"{pages.admin_url(site, model, 'changelist')}?mine=begun&stage={Stage.RETURNED.value}"
            yield Waiting(_("%(n)d %(kind)s sent back to you") % {"n": n, "kind": name}, url)


def _suggestions(site: AdminSite) -> Iterator[Waiting]:
    rows = Suggestion.objects.waiting().order_by()
    n = rows[:COUNTED].aggregate(all=Count("pk"), articles=Count("article", distinct=True))
    if n["all"]:
        places = ngettext("in %(n)d article", "in %(n)d articles", n["articles"]) % {"n": n["articles"]}
        text = ngettext("%(n)d suggestion %(places)s", "%(n)d suggestions %(places)s", n["all"])
        if n["all"] == COUNTED:
            text = _("%(n)d suggestions or more")
        url = f"{pages.admin_url(site, Article, 'changelist')}?waiting=yes"
        yield Waiting(text % {"n": n["all"], "places": places}, url)
        if site.is_registered(Suggestion):
            yield Waiting(_("Suggestions by name"), pages.admin_url(site, Suggestion, "changelist"))


def _imports(site: AdminSite) -> Iterator[Waiting]:
    held = Q(preview=True, held__isnull=False)
    unfinished = Q(preview=False, finished_at=None)
    rows = ImportRun.objects.filter(held | unfinished, undone_at=None).order_by().distinct()
    about = rows.only("preview", "finished_at", "undone_at", "heard_at", "process")[:COUNTED]
    if n := sum(run.state != RunState.RUNNING for run in about):
        text = ngettext("%(n)d import to look at", "%(n)d imports to look at", n) % {"n": n}
        yield Waiting(text, pages.admin_url(site, ImportRun, "changelist"))
