"""Two records that turned out to be one."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Merge(models.Model):
    """`absorbed` became a part of `survivor`. `record` says what moved, so that it can be undone."""

    item_kind = models.CharField(_("kind"), max_length=10)
    survivor_id = models.UUIDField(_("survivor"), db_index=True)
    absorbed_id = models.UUIDField(_("absorbed"))
    record = models.JSONField(_("what moved"), default=dict)
    at = models.DateTimeField(_("at"), default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("by")
    )
    undone_at = models.DateTimeField(_("undone"), null=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+",
        verbose_name=_("undone by"),
    )  # fmt: skip

    class Meta:
        verbose_name = _("merge")
        verbose_name_plural = _("merges")
        ordering = ["-at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["absorbed_id"], condition=Q(undone_at=None), name="merge_once_at_a_time"
            )
        ]
        permissions = [
            ("merge_person", _("Can merge people")),
            ("merge_event", _("Can merge events")),
        ]

    def __str__(self) -> str:
        return f"{self.item_kind} {self.absorbed_id} → {self.survivor_id}"


class Distinct(models.Model):
    """Two records that look alike and are not the same: somebody said so. `one` is the smaller id."""

    item_kind = models.CharField(_("kind"), max_length=10)
    one = models.UUIDField(_("one"))
    other = models.UUIDField(_("other"))
    at = models.DateTimeField(_("at"), default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("by")
    )

    class Meta:
        verbose_name = _("difference")
        verbose_name_plural = _("differences")
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["one", "other"], name="distinct_once")]

    def __str__(self) -> str:
        return f"{self.one} ≠ {self.other}"
