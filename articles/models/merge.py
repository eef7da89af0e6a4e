"""Two records that turned out to be one."""

from collections.abc import Iterable

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

    @classmethod
    def stayed(cls, ids: Iterable[str]) -> dict[str, str]:
        """Of those that were merged, and not taken out again, the record that each is a part of now."""
        into: dict[str, str] = {}
        wanted = set(ids)
        while wanted:
            rows = cls.objects.filter(absorbed_id__in=wanted, undone_at=None)
            found = {str(one): str(other) for one, other in rows.values_list("absorbed_id", "survivor_id")}
            into |= found
            wanted = set(found.values()) - into.keys()
        for absorbed, survivor in into.items():
            while survivor in into:
                survivor = into[survivor]
            into[absorbed] = survivor
        return into


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
