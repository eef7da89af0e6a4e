"""What is to happen to an item later, and where it stands on its way to being published."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple, Self
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

EARLIEST, LATEST = datetime(2, 1, 1, tzinfo=UTC), datetime(9998, 12, 31, tzinfo=UTC)
"""The times that can be set. Python cannot say those around them in every time zone, and PostgreSQL takes years that
Python does not know: one row with such a time, and no list that it stands in can be read."""


class ScheduleQuerySet(models.QuerySet):
    def due(self) -> Self:
        """Publishings and withdrawals whose time has come, by the clock of the database."""
        return self.filter(at__lte=Now()).exclude(what=Schedule.What.EMBARGO)

    def embargoes(self) -> Self:
        """Embargoes that still hold, by the clock of the database."""
        return self.filter(what=Schedule.What.EMBARGO, at__gt=Now())


class Schedule(models.Model):
    """One thing to happen to an item at a time. A row that failed stays, with the reason, and is tried again."""

    class What(models.TextChoices):
        PUBLISH = "publish", _("publish at")
        WITHDRAW = "withdraw", _("withdraw at")
        EMBARGO = "embargo", _("embargo until")

    item_kind = models.CharField(_("kind"), max_length=10)
    item_id = models.UUIDField(_("item"))
    what = models.CharField(_("what"), max_length=10, choices=What)
    at = models.DateTimeField(_("at"))
    note = models.TextField(
        _("public note"), blank=True, default="",
        help_text=_("The correction note of a publishing, the notice of a withdrawal."),
    )  # fmt: skip
    version = models.PositiveIntegerField(
        pgettext_lazy("revision", "version"), help_text=_("The version it was decided on.")
    )
    set_at = models.DateTimeField(_("set"), default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("by")
    )
    by_operator = models.BooleanField(_("by the operator"), default=False)
    failed_at = models.DateTimeField(_("failed"), null=True)
    reason = models.TextField(_("why it failed"), blank=True, default="")

    objects = ScheduleQuerySet.as_manager()

    class Meta:
        verbose_name = _("schedule")
        verbose_name_plural = _("due and scheduled")
        ordering = ["at", "id"]
        constraints = [models.UniqueConstraint(fields=["item_id", "what"], name="schedule_once")]
        indexes = [models.Index(fields=["at"], name="schedule_by_time")]
        permissions = [
            ("embargo_article", _("Can set and lift embargoes on articles")),
            ("embargo_person", _("Can set and lift embargoes on people")),
            ("embargo_event", _("Can set and lift embargoes on events")),
        ]

    def __str__(self) -> str:
        return f"{self.get_what_display()} {self.at:%Y-%m-%d %H:%M %Z}"


class Stage(models.TextChoices):
    """How far a draft, or the changes to a live item, have come on their way to being published."""

    DRAFT = "draft", _("draft")
    IN_REVIEW = "in_review", _("in review")
    READY = "ready", _("ready")
    RETURNED = "returned", _("returned")


class Submission(models.Model):
    """An item that its author handed in. Gone once it is published or withdrawn."""

    item_kind = models.CharField(_("kind"), max_length=10)
    item_id = models.UUIDField(_("item"), unique=True)
    decided = models.CharField(_("stage"), max_length=10, choices=Stage, default=Stage.IN_REVIEW)
    version = models.PositiveIntegerField(pgettext_lazy("revision", "version"))
    note = models.TextField(
        _("note"), blank=True, default="", help_text=_("For colleagues. Never published.")
    )
    at = models.DateTimeField(_("at"), default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("by")
    )

    class Meta:
        verbose_name = _("submission")
        verbose_name_plural = _("submissions")
        ordering = ["at", "id"]
        permissions = [
            ("change_own_article", _("Can change own drafts of articles")),
            ("change_own_person", _("Can change own drafts of people")),
            ("change_own_event", _("Can change own drafts of events")),
        ]

    def __str__(self) -> str:
        return f"{self.item_kind} {self.item_id} {self.decided}"

    def stage(self, version: int) -> Stage:
        """The stage of the item at `version`: what was approved and then changed is in review again."""
        if self.decided == Stage.READY and version != self.version:
            return Stage.IN_REVIEW
        return Stage(self.decided)


def at_stage(stage: Stage | str) -> Q:
    """The items at a stage: as `Submission.stage` says, in one condition of the database."""
    rows = Submission.objects.all()
    as_submitted = Q(Exists(rows.filter(item_id=OuterRef("pk"), version=OuterRef("version"))))
    ready = Q(pk__in=rows.filter(decided=Stage.READY).values("item_id"))
    match stage:
        case Stage.DRAFT:
            return ~Q(pk__in=rows.values("item_id"))
        case Stage.READY:
            return ready & as_submitted
        case Stage.IN_REVIEW:
            return Q(pk__in=rows.filter(decided=stage).values("item_id")) | (ready & ~as_submitted)
    return Q(pk__in=rows.filter(decided=stage).values("item_id"))


class Pending(NamedTuple):
    """What waits for one item."""

    stage: Stage
    submission: Submission | None
    schedules: tuple[Schedule, ...]

    @property
    def failed(self) -> tuple[Schedule, ...]:
        return tuple(row for row in self.schedules if row.failed_at)


def pending_of(items: Sequence[Any]) -> dict[UUID, Pending]:
    """By id, what waits for each of these items: two queries."""
    ids = [item.pk for item in items]
    submissions = {
        row.item_id: row for row in Submission.objects.filter(item_id__in=ids).select_related("by")
    }
    schedules: dict[UUID, list[Schedule]] = {}
    for row in Schedule.objects.filter(item_id__in=ids).select_related("by"):
        schedules.setdefault(row.item_id, []).append(row)
    return {
        item.pk: Pending(
            stage=submission.stage(item.version) if (submission := submissions.get(item.pk)) else Stage.DRAFT,
            submission=submission,
            schedules=tuple(schedules.get(item.pk, ())),
        )
        for item in items
    }
