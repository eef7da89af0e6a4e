"""Submit, approve, send back: a draft on its way to whoever publishes."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from ..models.base import Item, State
from ..models.schedule import Stage, Submission
from .audit import Verb
from .audit import note as note_deed
from .errors import Refused
from .permissions import require
from .versions import check_version


def submit(item: Item, *, by: Any, note: str = "", expected_version: int | None = None) -> Submission:
    """Hand an item in: those who publish see it waiting. `note` is for colleagues."""
    require(by, "change", item)
    with transaction.atomic():
        check_version(item, expected_version)
        fresh = type(item)._default_manager.select_for_update().get(pk=item.pk)
        if fresh.state not in (State.DRAFT, State.CHANGED):
            shown = {"title": item, "state": fresh.state.label}
            raise Refused(_("“%(title)s” is %(state)s: there is nothing to review.") % shown)
        if _stage(fresh) in (Stage.IN_REVIEW, Stage.READY):
            raise Refused(_("“%(title)s” is in review already.") % {"title": item})
        return _decide(fresh, Stage.IN_REVIEW, by=by, note=note)


def approve(item: Item, *, by: Any, note: str = "", expected_version: int | None = None) -> Submission:
    """Declare what was handed in ready to be published, as it stands; a later change takes it back to review."""
    require(by, "publish", item)
    with transaction.atomic():
        check_version(item, expected_version)
        return _decide(_in_review(item), Stage.READY, by=by, note=note)


def send_back(item: Item, *, by: Any, note: str, expected_version: int | None = None) -> Submission:
    """Give what was handed in back to its author; `note` says what is missing."""
    require(by, "publish", item)
    if not note.strip():
        raise Refused(_("Say what is missing."))
    with transaction.atomic():
        check_version(item, expected_version)
        return _decide(_in_review(item), Stage.RETURNED, by=by, note=note)


def _stage(item: Item) -> Stage:
    submission = Submission.objects.filter(item_id=item.pk).first()
    return submission.stage(item.version) if submission else Stage.DRAFT


def _in_review(item: Item) -> Item:
    fresh = type(item)._default_manager.select_for_update().get(pk=item.pk)
    if _stage(fresh) not in (Stage.IN_REVIEW, Stage.READY):
        raise Refused(_("“%(title)s” has not been handed in.") % {"title": item})
    return fresh


def _decide(item: Item, stage: Stage, *, by: Any, note: str) -> Submission:
    Submission.objects.filter(item_id=item.pk).delete()
    note_deed(_VERBS[stage], item, by=by, version=item.version, note=note)
    return Submission.objects.create(
        item_kind=item.kind, item_id=item.pk, decided=stage, version=item.version, note=note, by=by
    )


_VERBS = {Stage.IN_REVIEW: Verb.SUBMIT, Stage.READY: Verb.APPROVE, Stage.RETURNED: Verb.SEND_BACK}
