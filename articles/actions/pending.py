"""What waits for an item: schedules, embargoes, a submission, previews. Other actions ask it and end it."""

from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Model
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ..models.base import Item
from ..models.credentials import PreviewToken
from ..models.many import Among, select_values
from ..models.schedule import Schedule, Submission

What = Schedule.What


def embargo_on(item: Item) -> str:
    """Why this item must not be published yet; empty where it may be."""
    until = embargoes([item.pk]).get(item.pk)
    return embargoed(str(item), until) if until else ""


def embargoes(ids: Collection[UUID]) -> dict[UUID, datetime]:
    """Until when which of these items must not be published."""
    if not _waits(Schedule, ids):
        return {}
    return dict(Schedule.objects.embargoes().filter(item_id__in=Among(ids)).values_list("item_id", "at"))


def local(moment: datetime) -> str:
    """A time as editors read it, in their language and the time zone of the site or of their session."""
    return date_format(timezone.localtime(moment), "SHORT_DATETIME_FORMAT")


def embargoed(title: str, until: datetime) -> str:
    """Why an item under embargo is refused."""
    shown = {"title": title, "at": local(until)}
    return _("“%(title)s” is under embargo until %(at)s: wait, or have the embargo lifted.") % shown


def settle(ids: Collection[UUID], *, ended: Iterable[str] = (What.PUBLISH,)) -> None:
    """These items have just been published, or taken away: what waited for that is over.

    `ended` are the schedules that go; a publishing leaves the withdrawal to come, a withdrawal leaves nothing
    but an embargo.
    """
    for rows in (
        Schedule.objects.filter(what__in=list(ended)),
        Submission.objects.all(),
        PreviewToken.objects.all(),
    ):
        if _waits(rows.model, ids):
            rows.filter(item_id__in=Among(ids)).delete()


def _waits(model: type[Model], ids: Collection[UUID]) -> bool:
    """Whether anything of a kind is there for these items: for most of many there is not."""
    return bool(select_values(model, ["item_id"], "item_id", ids))
