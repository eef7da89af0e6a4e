"""Schedule: publish, withdraw, or let nobody publish, until a time. `publish_due` does what was scheduled."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext as _

from ..models.base import Item
from ..models.schedule import Schedule
from .audit import Verb
from .audit import note as note_deed
from .errors import Refused
from .pending import What, embargoed, local
from .permissions import require


def schedule(item: Item, *, what: str, at: datetime, by: Any, note: str = "") -> Schedule:
    """Have `item` published or withdrawn at `at`, or keep it from being published before (`What.EMBARGO`).

    A schedule of the same sort is replaced. `note` becomes the correction note or the notice. What is published
    is the item as it stands on the desk at that time.
    """
    require(by, what, item)
    if timezone.is_naive(at):
        raise Refused(_("Give the time zone with the time."))
    with transaction.atomic():
        fresh = type(item)._default_manager.select_for_update().get(pk=item.pk)
        planned = {row.what: row for row in Schedule.objects.filter(item_id=item.pk)}
        planned[what] = Schedule(
            item_kind=item.kind, item_id=item.pk, what=what, at=at, note=note, version=fresh.version, by=by,
            by_operator=by is None,
        )  # fmt: skip
        if problems := _problems(fresh, what, planned):
            raise Refused(problems)
        Schedule.objects.filter(item_id=item.pk, what=what).delete()
        planned[what].save(force_insert=True)
        # Asked of the database, whose clock decides what is due.
        if Schedule.objects.filter(pk=planned[what].pk, at__lte=Now()).exists():
            raise Refused(_("%(at)s has passed. Give a time to come, or do it now.") % {"at": local(at)})
        note_deed(Verb.SCHEDULE, fresh, by=by, what=str(what), until=at.isoformat(), note=note)
    return planned[what]


def reschedule(item: Item, *, plan: Mapping[str, tuple[datetime, str] | None], by: Any) -> None:
    """Make what is planned for `item` this: by what, a time and a note, or None to cancel. All of it or nothing.

    What is left out of `plan`, and what is planned so already, stays.
    """
    have = {row.what: row for row in Schedule.objects.filter(item_id=item.pk)}
    changed = {
        what: wanted
        for what, wanted in plan.items()
        if wanted != ((have[what].at, have[what].note) if what in have else None)
    }
    with transaction.atomic():
        # Cancelled first, so that the old times do not stand in the way of the new ones.
        for what in changed:
            if what in have:
                unschedule(item, what=what, by=by)
        for what in (What.EMBARGO, What.PUBLISH, What.WITHDRAW):
            if wanted := changed.get(what):
                schedule(item, what=what, at=wanted[0], by=by, note=wanted[1])


def unschedule(item: Item, *, what: str, by: Any) -> None:
    """Cancel what was scheduled, or lift an embargo."""
    require(by, what, item)
    with transaction.atomic():
        deleted, _rows = Schedule.objects.filter(item_id=item.pk, what=what).delete()
        if not deleted:
            shown = {"title": item, "what": What(what).label}
            raise Refused(_("“%(title)s” has no “%(what)s” to cancel.") % shown)
        note_deed(Verb.UNSCHEDULE, item, by=by, what=str(what))


def _problems(item: Item, what: str, planned: dict[str, Schedule]) -> list[str]:
    """What does not fit: with the state of the item, or with what else is planned."""
    shown = {"title": item}
    problems = []
    publishing, withdrawal = planned.get(What.PUBLISH), planned.get(What.WITHDRAW)
    embargo = planned.get(What.EMBARGO)
    if item.withdrawn_at is not None:
        problems.append(_("“%(title)s” is withdrawn. Reinstate it first.") % shown)
    if what == What.EMBARGO and item.live_edition is not None:
        problems.append(_("“%(title)s” is public already: an embargo comes too late.") % shown)
    if what == What.WITHDRAW and item.live_edition is None and publishing is None:
        problems.append(
            _("“%(title)s” is not live and not going to be: there is nothing to withdraw.") % shown
        )
    if publishing and embargo and publishing.at < embargo.at:
        problems.append(embargoed(str(item), embargo.at))
    if publishing and withdrawal and withdrawal.at <= publishing.at:
        problems.append(_("“%(title)s” would be withdrawn before it is published.") % shown)
    return problems
