"""What an import did: the run, what became of each of its files, and uploads that wait for a word."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ..processes import has_ended

SILENT = timedelta(minutes=10)
"""A run that has not written a batch for so long was stopped, wherever its process was: no batch takes a minute."""


class RunState(models.TextChoices):
    """Where a run stands; derived, never stored."""

    PREVIEW = "preview", _("preview, nothing imported yet")
    RUNNING = "running", _("running")
    STOPPED = "stopped", _("stopped before its end")
    DONE = "done", _("done")
    UNDONE = "undone", pgettext_lazy("import", "undone")


class ImportRun(models.Model):
    """One import. A run that was killed stays and says so; the next one of the same files goes on where it stopped."""

    State = RunState

    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("by")
    )
    given = models.JSONField(
        _("given"), default=list, help_text=_("Absolute paths, or the names of uploaded files.")
    )
    uploaded = models.BooleanField(_("uploaded"), default=False)
    preview = models.BooleanField(
        pgettext_lazy("import", "preview"), default=False, help_text=_("Read and reported; nothing imported.")
    )
    options = models.JSONField(_("options"), default=dict)
    counts = models.JSONField(_("files by outcome"), default=dict)
    retry_of = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, related_name="retries", verbose_name=_("retry of")
    )
    started_at = models.DateTimeField(_("started"), default=timezone.now)
    heard_at = models.DateTimeField(_("last batch"), default=timezone.now)
    process = models.CharField(max_length=200, blank=True, default="", editable=False)
    expected = models.PositiveIntegerField(null=True, editable=False)
    """How many files an upload has, members of archives counted, or a retry tries; None for what came otherwise."""
    finished_at = models.DateTimeField(_("finished"), null=True)
    undone_at = models.DateTimeField(_("undone"), null=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+",
        verbose_name=_("undone by"),
    )  # fmt: skip

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-id"]
        permissions = [("undo_importrun", _("Can undo imports"))]

    def __str__(self) -> str:
        names = ", ".join(str(given).rpartition("/")[2] or str(given) for given in self.given[:3])
        more = len(self.given) - 3
        return f"{names} + {more}" if more > 0 else names or f"#{self.pk}"

    @property
    def state(self) -> RunState:
        if self.undone_at is not None:
            return RunState.UNDONE
        if self.preview:
            return RunState.PREVIEW
        if self.finished_at is not None:
            return RunState.DONE
        silent = timezone.now() - self.heard_at > SILENT
        return RunState.STOPPED if silent or has_ended(self.process) else RunState.RUNNING

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def left(self) -> int:
        """Files of an import in steps that nothing is known of yet."""
        return max(0, (self.expected or 0) - self.total)


class ImportedFile(models.Model):
    """What became of one file of a run."""

    class Outcome(models.TextChoices):
        CREATED = "created", pgettext_lazy("file", "created")
        UNCHANGED = "unchanged", _("unchanged")
        CHANGED = "changed", _("changed")
        DUPLICATE = "duplicate", _("duplicate")
        WITHDRAWN = "withdrawn", _("withdrawn")
        REFUSED = "refused", _("refused")

    class Undo(models.TextChoices):
        REMOVED = "removed", _("removed")
        KEPT = "kept", _("kept")

    run = models.ForeignKey(
        ImportRun, on_delete=models.CASCADE, related_name="files", db_index=False, verbose_name=_("import")
    )
    number = models.PositiveIntegerField(_("number"))
    name = models.CharField(_("file"), max_length=1000)
    outcome = models.CharField(_("outcome"), max_length=10, choices=Outcome)
    reason = models.TextField(_("reason"), blank=True, default="")
    encoding = models.CharField(_("encoding"), max_length=40, blank=True, default="")
    title = models.CharField(_("title"), max_length=500, blank=True, default="")
    sha256 = models.CharField(_("SHA-256"), max_length=64, blank=True, default="")
    article_id = models.UUIDField(
        _("article"), null=True, help_text=_("Not a foreign key: the line outlives the article.")
    )
    undo = models.CharField(_("undo"), max_length=10, choices=Undo, blank=True, default="")
    kept_because = models.CharField(_("kept because"), max_length=300, blank=True, default="")

    class Meta:
        verbose_name = _("imported file")
        verbose_name_plural = _("imported files")
        ordering = ["run", "number"]
        constraints = [models.UniqueConstraint(fields=["run", "number"], name="imported_file_once")]
        indexes = [models.Index(fields=["run", "outcome", "number"], name="imported_file_by_outcome")]

    def __str__(self) -> str:
        return f"{self.name}: {self.outcome}"


class HeldFile(models.Model):
    """An uploaded file between its preview and its import. It is not on a disk that a web server might serve."""

    run = models.ForeignKey(
        ImportRun, on_delete=models.CASCADE, related_name="held", verbose_name=_("import")
    )
    name = models.CharField(_("file"), max_length=255)
    data = models.BinaryField(_("bytes"))

    class Meta:
        verbose_name = _("held file")
        verbose_name_plural = _("held files")
        ordering = ["run", "id"]

    def __str__(self) -> str:
        return self.name
