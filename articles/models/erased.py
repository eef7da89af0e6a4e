"""What was erased and must not come back: ids and digests, which say nothing of what they were of."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Erased(models.Model):
    """An item that nothing may make again, by its id, or a file that no import takes again, by its SHA-256."""

    key = models.CharField(max_length=64, primary_key=True)

    class Meta:
        verbose_name = _("erased")
        verbose_name_plural = _("erased")
        default_permissions = ()

    def __str__(self) -> str:
        return self.key
