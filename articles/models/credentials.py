"""Credentials of the desk API: tokens of users, tokens for one preview, and keys of creations. Digests only."""

import uuid
from typing import Any, Self

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .fields import validate_string_list


class CredentialQuerySet(models.QuerySet):
    def usable(self) -> Self:
        """Neither expired nor revoked, and their user is active, as far as a column says so: a host's user model may
        work that out, or know none who are not."""
        usable = self.filter(expires_at__gt=Now(), revoked_at=None)
        columns = {field.name for field in get_user_model()._meta.concrete_fields}
        return usable.filter(user__is_active=True) if "is_active" in columns else usable


class Credential(models.Model):
    """A secret that was shown once. It speaks for `user` and dies with them."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    digest = models.CharField(max_length=64, unique=True, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", verbose_name=_("user")
    )
    created_at = models.DateTimeField(_("created"), default=timezone.now, editable=False)
    expires_at = models.DateTimeField(_("expires"))
    revoked_at = models.DateTimeField(_("revoked"), null=True, editable=False)
    last_used_at = models.DateTimeField(_("last used"), null=True, editable=False)

    objects: Any = CredentialQuerySet.as_manager()

    class Meta:
        abstract = True


class Token(Credential):
    """A user's key to the desk API: what they may do, and of that no more than the scopes say."""

    class Scope(models.TextChoices):
        READ = "read", pgettext_lazy("scope", "read")
        WRITE = "write", _("write")
        PUBLISH = "publish", _("publish")
        WITHDRAW = "withdraw", _("withdraw")

    name = models.CharField(_("name"), max_length=100, help_text=_("What it is for."))
    scopes = models.JSONField(_("scopes"), default=list, validators=[validate_string_list])

    class Meta:
        verbose_name = _("token")
        verbose_name_plural = _("tokens")
        ordering = ["-created_at", "id"]

    def __str__(self) -> str:
        return self.name


class PreviewToken(Credential):
    """A look at the draft of one item. Gone once the item is published or withdrawn."""

    item_kind = models.CharField(_("kind"), max_length=10)
    item_id = models.UUIDField(_("item"), db_index=True)

    class Meta:
        verbose_name = _("preview token")
        verbose_name_plural = _("preview tokens")
        ordering = ["-created_at", "id"]

    def __str__(self) -> str:
        return f"{self.item_kind} {self.item_id}"


class CreationKey(models.Model):
    """The answer to a creation, kept for a day: the same request again gets the same answer, and makes nothing."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", db_index=False,
        verbose_name=_("user"),
    )  # fmt: skip
    key = models.CharField(_("key"), max_length=200)
    request = models.CharField(_("digest of the request"), max_length=64)
    answer = models.JSONField(_("answer"), default=dict)
    created_at = models.DateTimeField(_("created"), default=timezone.now, db_index=True)

    class Meta:
        verbose_name = _("creation key")
        verbose_name_plural = _("creation keys")
        constraints = [
            models.UniqueConstraint(fields=["user", "key"], name="creation_key_once"),
            models.CheckConstraint(condition=~Q(key=""), name="creation_key_given"),
        ]

    def __str__(self) -> str:
        return self.key
