"""Who is told of changes over HTTP, and each message that waits, went out or was given up."""

import uuid
from typing import Self

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .fields import DocumentField, validate_string_list


class Webhook(models.Model):
    """An address of another program that wants to hear of changes. Only `articles.actions` writes these fields."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(_("name"), max_length=100, help_text=_("What it is for."))
    url = models.CharField(
        _("address"), max_length=500, help_text=_("Where each change is sent, as a POST: https://…")
    )
    kinds = models.JSONField(
        _("kinds"), default=list, blank=True, validators=[validate_string_list],
        help_text=_("Of which items it hears: article, person, event. Empty: of all."),
    )  # fmt: skip
    secret = models.CharField(max_length=100, editable=False)
    former_secret = models.CharField(max_length=100, blank=True, default="", editable=False)
    former_until = models.DateTimeField(null=True, editable=False)
    position = models.PositiveBigIntegerField(
        _("last change taken up"), default=0, editable=False,
        help_text=_("The number in the public log up to which messages were made."),
    )  # fmt: skip
    created_at = models.DateTimeField(_("created"), default=timezone.now, editable=False)
    delivered_at = models.DateTimeField(_("last delivered"), null=True, editable=False)
    disabled_at = models.DateTimeField(_("switched off"), null=True, editable=False)
    disabled_reason = models.CharField(
        _("why it is off"), max_length=300, blank=True, default="", editable=False
    )

    class Meta:
        verbose_name = _("webhook")
        verbose_name_plural = _("webhooks")
        ordering = ["name", "id"]

    def __str__(self) -> str:
        return self.name


class DeliveryQuerySet(models.QuerySet):
    def due(self) -> Self:
        """Messages to send now by the database's clock: withdrawals first, then the oldest."""
        return self.filter(
            Q(leased_until=None) | Q(leased_until__lt=Now()),
            status=Delivery.Status.WAITING,
            due_at__lte=Now(),
            webhook__disabled_at=None,
        ).order_by("-urgent", "due_at", "change", "pk")


class Delivery(models.Model):
    """One message to one webhook. Its id is the `webhook-id`: the same at each try."""

    class Status(models.TextChoices):
        WAITING = "waiting", pgettext_lazy("delivery", "waiting")
        DELIVERED = "delivered", _("delivered")
        GIVEN_UP = "given_up", _("given up")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    webhook = models.ForeignKey(
        Webhook,
        on_delete=models.CASCADE,
        related_name="deliveries",
        db_index=False,
        verbose_name=_("webhook"),
    )
    change = models.PositiveBigIntegerField(_("number of the change"), null=True)
    urgent = models.BooleanField(_("urgent"), default=False)
    payload = DocumentField(_("message"))
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.WAITING)
    attempts = models.PositiveSmallIntegerField(_("tries"), default=0)
    made_at = models.DateTimeField(_("made"), default=timezone.now)
    due_at = models.DateTimeField(_("next try"), default=timezone.now)
    leased_until = models.DateTimeField(null=True)
    done_at = models.DateTimeField(_("done"), null=True, db_index=True)
    answer = models.CharField(_("last answer"), max_length=300, blank=True, default="")

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        verbose_name = _("delivery")
        verbose_name_plural = _("deliveries")
        ordering = ["-made_at", "-change", "id"]
        constraints = [models.UniqueConstraint(fields=["webhook", "change"], name="delivery_once")]
        indexes = [
            models.Index(fields=["-made_at", "-change", "id"], name="delivery_by_time"),
            models.Index(
                fields=["webhook", "-urgent", "due_at", "change", "id"],
                name="delivery_queue",
                condition=Q(status="waiting"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.payload.get('type', '')} → {self.webhook}"
