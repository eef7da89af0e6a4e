"""Do what is due: scheduled publishings and withdrawals, each exactly once however many run this at once.

Each item is one passage through the door, which lets one at a time in, and inside it the schedule is read again:
whoever comes second finds it gone. A process that is killed leaves its item as it was, for the next run.
"""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import InterfaceError, OperationalError
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext as _

from ..models.base import Item
from ..models.credentials import CreationKey, PreviewToken
from ..models.edition import Rewrite
from ..models.kinds import find_item
from ..models.revision import Revision
from ..models.schedule import Schedule
from .door import Door, finish_rewrites, open_door
from .errors import Refused
from .pending import What
from .permissions import allowed
from .publish import publish_through
from .withdraw import withdraw_through

logger = logging.getLogger(__name__)

KEPT = timedelta(days=1)
"""How long the answers to creations, and previews that ran out, are kept."""


@dataclass(frozen=True, slots=True)
class Done:
    """What became of one schedule that was due; `reason` says why it failed, and is empty where it did not."""

    kind: str
    title: str
    what: str
    reason: str = ""


def publish_due() -> Iterator[Done]:
    """Publish and withdraw what is due by the database's clock, in the order of the times; finish what others left.

    A schedule that fails stays with its reason and is tried again in the next run. An error of the database
    itself is raised: nothing is wrong with the item.
    """
    # Passing the door is a write; an idle run makes none.
    if Rewrite.objects.exists():
        finish_rewrites()
    for pk in list(Schedule.objects.due().order_by("at", "pk").values_list("pk", flat=True)):
        done = _do(pk)
        if done is not None:
            yield done
    _tidy()


def _do(pk: int) -> Done | None:
    """One schedule, or None where somebody else has done or cancelled it meanwhile."""
    row = Schedule.objects.filter(pk=pk).first()
    try:
        with open_door() as door:
            row = Schedule.objects.due().select_related("by").filter(pk=pk).first()
            if row is None:
                return None
            item = find_item(row.item_kind, row.item_id)
            if item is None:
                row.delete()
                return None
            _carry_out(door, row, item)
            return Done(row.item_kind, item.label, row.what)
    except (Refused, PermissionDenied) as error:
        reason = str(error)
    except (OperationalError, InterfaceError):
        raise
    except Exception:
        logger.exception("A schedule could not be carried out.")
        reason = _("Something went wrong that should not. The log of the server has the details.")
    assert row is not None
    # Written after the passage was rolled back; a reason that is known already costs no write.
    Schedule.objects.filter(pk=pk).exclude(reason=reason).update(failed_at=timezone.now(), reason=reason)
    item = find_item(row.item_kind, row.item_id)
    return Done(row.item_kind, item.label if item else "", row.what, reason)


def _carry_out(door: Door, row: Schedule, item: Item) -> None:
    by = _actor(row)
    if row.what == What.WITHDRAW:
        withdraw_through(door, item, by=by, notice=row.note)
        return
    if Schedule.objects.due().filter(item_id=item.pk, what=What.WITHDRAW, at__gte=row.at).exists():
        raise Refused(_("The time to withdraw it had come before it was published: it stays as it is."))
    _check_saves_since(row, item)
    (outcome,) = publish_through(door, [item], by=by, note=row.note)
    if outcome.edition is None:
        raise Refused(outcome.messages)


def _actor(row: Schedule) -> Any:
    """In whose name it happens: whoever scheduled it, who must still be allowed to."""
    if row.by is None and not row.by_operator:
        raise Refused(_("The account that scheduled this is gone. Schedule it again."))
    return row.by


def _check_saves_since(row: Schedule, item: Item) -> None:
    """An item can be edited until it goes out, but not past those who may publish."""
    since = Revision.objects.filter(item_id=item.pk, item_kind=item.kind, version__gt=row.version)
    for revision in since.select_related("by"):
        if not allowed(revision.by, "publish", item):
            raise Refused(
                _("%(name)s, who may not publish, has changed it since. Look at it, and schedule it again.")
                % {"name": revision.by}
            )


def _tidy() -> None:
    """Rows whose time is over. Looked for first, so that an idle run writes nothing."""
    for rows in (
        Schedule.objects.filter(what=What.EMBARGO, at__lte=Now()),
        CreationKey.objects.filter(created_at__lt=timezone.now() - KEPT),
        PreviewToken.objects.filter(expires_at__lt=timezone.now() - KEPT),
    ):
        if rows.exists():
            rows.delete()
