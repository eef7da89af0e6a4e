"""Who did what: lines that are added in the transaction of the deed, and that nobody changes.

Only an erasure takes the names of its item out of them: `articles.actions.audit.forget_words`.
"""

from typing import Any, NoReturn

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class AppendOnly(TypeError):
    """A line of the audit log was to be changed or deleted."""


class AuditQuerySet(models.QuerySet):
    """Reads and appends."""

    def update(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise AppendOnly("The audit log is not edited.")

    def delete(self) -> NoReturn:
        raise AppendOnly("The audit log is not edited.")

    bulk_update = update


class AuditEntry(models.Model):
    """One deed. It carries names beside keys, so that it still reads when the account or the item is gone."""

    class Verb(models.TextChoices):
        PUBLISH = "publish", pgettext_lazy("done", "published")
        CORRECT = "correct", pgettext_lazy("done", "corrected")
        WITHDRAW = "withdraw", pgettext_lazy("done", "withdrawn")
        REINSTATE = "reinstate", pgettext_lazy("done", "reinstated")
        DELETE = "delete", pgettext_lazy("done", "deleted")
        ERASE = "erase", pgettext_lazy("done", "erased")
        SUBMIT = "submit", pgettext_lazy("done", "handed in")
        APPROVE = "approve", pgettext_lazy("done", "declared ready")
        SEND_BACK = "send_back", pgettext_lazy("done", "sent back")
        SCHEDULE = "schedule", pgettext_lazy("done", "scheduled")
        UNSCHEDULE = "unschedule", pgettext_lazy("done", "schedule cancelled")
        RESTORE = "restore", pgettext_lazy("done", "version restored")
        MERGE = "merge", pgettext_lazy("done", "merged")
        UNDO_IMPORT = "undo_import", pgettext_lazy("done", "import undone")
        UNDO_MERGE = "undo_merge", pgettext_lazy("done", "merge undone")
        SPLIT = "split", pgettext_lazy("done", "split")
        KEEP_APART = "keep_apart", pgettext_lazy("done", "told apart")
        ISSUE_TOKEN = "issue_token", pgettext_lazy("done", "token made")
        USE_TOKEN = "use_token", pgettext_lazy("done", "token used")
        REVOKE_TOKEN = "revoke_token", pgettext_lazy("done", "token revoked")
        MAKE_PREVIEW = "make_preview", pgettext_lazy("done", "preview made")
        OPEN_PREVIEW = "open_preview", pgettext_lazy("done", "preview opened")
        REVOKE_PREVIEW = "revoke_preview", pgettext_lazy("done", "preview revoked")
        WEBHOOK = "webhook", pgettext_lazy("done", "webhook changed")
        PERMISSIONS = "permissions", pgettext_lazy("done", "permissions changed")

    at = models.DateTimeField(_("at"), default=timezone.now)
    verb = models.CharField(_("what"), max_length=20, choices=Verb)
    item_kind = models.CharField(
        _("kind"), max_length=20, blank=True, default="", help_text=_("Of an item, or token, user, group.")
    )
    item_id = models.CharField(_("item"), max_length=40, blank=True, default="")
    label = models.CharField(_("name"), max_length=300, blank=True, default="")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("by")
    )
    by_name = models.CharField(
        _("account"), max_length=150, blank=True, default="", help_text=_("Empty: the operator.")
    )
    token = models.CharField(_("token"), max_length=100, blank=True, default="")
    details = models.JSONField(_("details"), default=dict, blank=True)

    objects = AuditQuerySet.as_manager()

    class Meta:
        verbose_name = _("audit entry")
        verbose_name_plural = _("audit log")
        ordering = ["-id"]
        default_permissions = ("view",)
        indexes = [
            models.Index(fields=["item_id", "-id"], name="audit_by_item"),
            models.Index(fields=["verb", "-id"], name="audit_by_verb"),
        ]

    def __str__(self) -> str:
        return f"{self.get_verb_display()}: {self.label}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Adds the line; a line that is there stays as it is."""
        if not self._state.adding:
            raise AppendOnly("The audit log is not edited.")
        super().save(*args, **{**kwargs, "force_insert": True})

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise AppendOnly("The audit log is not edited.")
