"""How far the public log has come, its lines, and what remains of addresses and of items that went."""

from hashlib import sha256

from django.db import models
from django.utils.translation import gettext_lazy as _

from .items import ITEM_KINDS


class LiveState(models.Model):
    """One row: how far the public log has come, and totals that lists report without counting.

    The door updates it first in each transaction, so that one publishing at a time goes through and change
    numbers appear in the order of their commits.
    """

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    change = models.BigIntegerField(default=0)
    changed_at = models.DateTimeField()
    epoch = models.UUIDField(help_text="Renewed when a backup is restored, so that no old ETag matches.")
    articles = models.PositiveIntegerField(default=0)
    people = models.PositiveIntegerField(default=0)
    events = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="live_state_one_row")]

    def __str__(self) -> str:
        return f"change {self.change}"


class EditionHeader(models.Model):
    """What the public may know of the editions of a live item: number, time and correction note."""

    item_id = models.UUIDField()
    number = models.PositiveIntegerField()
    at = models.DateTimeField()
    note = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["item_id", "number"], name="edition_header_once")]

    def __str__(self) -> str:
        return f"{self.item_id} #{self.number}"


class Change(models.Model):
    """One line of the public log."""

    class What(models.TextChoices):
        PUBLISHED = "published", _("published")
        UPDATED = "updated", _("updated")
        CORRECTED = "corrected", _("corrected")
        WITHDRAWN = "withdrawn", _("withdrawn")

    number = models.BigIntegerField(primary_key=True)
    kind = models.CharField(max_length=10, choices=ITEM_KINDS)
    item_id = models.UUIDField(db_index=True)
    what = models.CharField(max_length=10, choices=What)
    edition = models.PositiveIntegerField(null=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["number"]

    def __str__(self) -> str:
        return f"{self.number} {self.kind} {self.what}"


class Tombstone(models.Model):
    """What remains of a withdrawn item. No slug: a slug is a headline."""

    id = models.UUIDField(primary_key=True)
    kind = models.CharField(max_length=10, choices=ITEM_KINDS)
    withdrawn_at = models.DateTimeField()
    notice = models.TextField(blank=True)
    replaced_by = models.UUIDField(null=True)

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"


class OldSlug(models.Model):
    """An address that an item had: leads to its present one, or to its tombstone. Kept as a digest only."""

    kind = models.CharField(max_length=10, choices=ITEM_KINDS)
    digest = models.CharField(max_length=32)
    item_id = models.UUIDField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "digest"], name="old_slug_once")]

    def __str__(self) -> str:
        return self.digest

    @staticmethod
    def digest_of(slug: str) -> str:
        """How an address is remembered: 32 hexadecimal digits of its SHA-256."""
        return sha256(slug.encode()).hexdigest()[:32]
