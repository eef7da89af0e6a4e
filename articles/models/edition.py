"""The door's own records: what was published, and which item refers to which."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .fields import DocumentField


class Edition(models.Model):
    """An immutable public snapshot of an item: everything the public may get, before links are resolved."""

    item_kind = models.CharField(_("kind"), max_length=10)
    item_id = models.UUIDField(_("item"))
    number = models.PositiveIntegerField(_("number"))
    shape = models.PositiveSmallIntegerField(_("document shape"))
    document = DocumentField(_("document"))
    references = DocumentField(
        _("references"), default=list, help_text=_("Lists of field, target, rank and role, live or not.")
    )
    at = models.DateTimeField(_("at"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("by")
    )
    note = models.TextField(_("correction note"), blank=True, default="")

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        ordering = ["item_id", "-number"]
        constraints = [models.UniqueConstraint(fields=["item_id", "number"], name="edition_once")]

    def __str__(self) -> str:
        return f"{self.item_kind} {self.item_id} #{self.number}"


class Reference(models.Model):
    """A reference that the current edition of `source` makes to `target`, whether or not the target is live.

    When the target goes live, is renamed or is withdrawn, these rows say whose documents change.
    """

    class Field(models.TextChoices):
        PEOPLE = "people"
        EVENTS = "events"
        PARTICIPANTS = "participants"
        SECTION = "section"
        TOPICS = "topics"
        TRANSLATIONS = "translations"

    source_id = models.UUIDField()
    field = models.CharField(max_length=12, choices=Field)
    target_id = models.UUIDField()
    rank = models.PositiveSmallIntegerField(default=0)
    role = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        verbose_name = _("reference")
        verbose_name_plural = _("references")
        constraints = [
            models.UniqueConstraint(fields=["source_id", "field", "target_id"], name="reference_once")
        ]
        indexes = [models.Index(fields=["target_id", "source_id"], name="reference_by_target")]

    def __str__(self) -> str:
        return f"{self.source_id} {self.field} {self.target_id}"


class Rewrite(models.Model):
    """Work left over from a rename: live documents that still carry the old label of `target`.

    A row is deleted with the batch that finishes it, so a killed process leaves the rest to the next.
    """

    target_id = models.UUIDField(unique=True)
    after = models.UUIDField(help_text="Sources up to this id are done.")

    class Meta:
        verbose_name = _("rewrite")
        verbose_name_plural = _("rewrites")

    def __str__(self) -> str:
        return str(self.target_id)
