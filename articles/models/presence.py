"""Who has an item open right now."""

from datetime import timedelta
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

LASTS = timedelta(seconds=70)
"""How long a page counts as open after it was last heard of; it speaks up every 25 seconds."""


class PresenceQuerySet(models.QuerySet):
    def here(self) -> Self:
        """Those heard of a moment ago, by the clock of the database."""
        return self.filter(seen_at__gt=Now() - LASTS)

    def gone(self) -> Self:
        """Those not heard of any more."""
        return self.filter(seen_at__lte=Now() - LASTS)


class Presence(models.Model):
    """A page on which a user has an item open. `page` tells two pages of one user apart."""

    item_kind = models.CharField(_("kind"), max_length=10)
    item_id = models.UUIDField(_("item"))
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", verbose_name=_("user")
    )
    page = models.UUIDField(_("page"))
    since = models.DateTimeField(_("since"), db_default=Now())
    seen_at = models.DateTimeField(_("seen"), db_default=Now(), db_index=True)

    objects: Any = PresenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("presence")
        verbose_name_plural = _("presences")
        ordering = ["since", "id"]
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["item_id", "user", "page"], name="presence_once")]

    def __str__(self) -> str:
        return f"{self.user} · {self.item_kind} {self.item_id}"
