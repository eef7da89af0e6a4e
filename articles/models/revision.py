"""What an item looked like at each save."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .fields import DocumentField


class Revision(models.Model):
    """A private snapshot of a desk item: `data` holds its fields and links as `articles.actions.revise` writes them."""

    item_kind = models.CharField(_("kind"), max_length=10)
    item_id = models.UUIDField(_("item"))
    version = models.PositiveIntegerField(pgettext_lazy("revision", "version"))
    data = DocumentField(_("data"))
    at = models.DateTimeField(_("at"), default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("by")
    )

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        ordering = ["item_id", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["item_kind", "item_id", "version"], name="revision_once")
        ]

    def __str__(self) -> str:
        return f"{self.item_kind} {self.item_id} v{self.version}"
