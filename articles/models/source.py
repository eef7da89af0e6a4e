"""Where articles come from, and what the importer thinks it saw there."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .article import Article
from .base import Row
from .event import Event
from .importing import ImportRun
from .person import Person


class Source(Row):
    """The file an article came from, as read. Never edited."""

    article = models.ForeignKey(
        Article, on_delete=models.PROTECT, related_name="sources", verbose_name=_("article")
    )
    sha256 = models.CharField(_("SHA-256"), max_length=64, unique=True)
    name = models.CharField(
        _("file"), max_length=1000, help_text=_("The path below the folder that was given.")
    )
    name_digest = models.CharField(max_length=32, db_index=True, editable=False)
    size = models.PositiveIntegerField(_("bytes"))
    encoding = models.CharField(_("encoding"), max_length=40)
    encoding_confidence = models.FloatField(_("confidence in the encoding"), default=1.0)
    text = models.TextField(_("text as read"))
    read_at = models.DateTimeField(_("read"), default=timezone.now)
    run = models.ForeignKey(
        ImportRun, on_delete=models.SET_NULL, null=True, editable=False, related_name="sources",
        verbose_name=_("import"),
    )  # fmt: skip
    signature = models.BinaryField(
        null=True, editable=False,
        help_text=_("The text's sketch, empty for one too short; none until an import has seen to it."),
    )  # fmt: skip

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["name", "id"]
        indexes = [
            models.Index(fields=["id"], condition=models.Q(signature=None), name="source_without_sketch")
        ]

    def __str__(self) -> str:
        return self.name


class Band(models.Model):
    """A key that texts much alike are likely to share; what shares some is then compared by signature."""

    key = models.BigIntegerField()
    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="bands")

    class Meta:
        verbose_name = _("band")
        verbose_name_plural = _("bands")
        constraints = [models.UniqueConstraint(fields=["key", "source"], name="band_once")]

    def __str__(self) -> str:
        return f"{self.key}"


class SuggestionQuerySet(models.QuerySet):
    def waiting(self) -> Self:
        """Those that nobody has decided on."""
        return self.filter(decision=Suggestion.Decision.SUGGESTED)


class Suggestion(Row):
    """Something the importer found and no editor has decided on yet, with its evidence."""

    class Kind(models.TextChoices):
        TITLE = "title", _("title")
        PERSON = "person", _("person")
        EVENT = "event", _("event")
        TEXT = "text", _("new text of the file")
        REPOST = "repost", _("another version of a story")
        SAME = "same", _("same as?")

    FINDS = (Kind.TITLE, Kind.PERSON, Kind.EVENT)
    """What was found in the text. The others are questions, which are never answered in bulk."""
    NAMED = (Kind.PERSON, Kind.EVENT)
    """What goes by a name, which many articles may share."""

    class Decision(models.TextChoices):
        SUGGESTED = "suggested", _("suggested")
        ACCEPTED = "accepted", _("accepted")
        REJECTED = "rejected", _("rejected")

    article = models.ForeignKey(
        Article, on_delete=models.CASCADE, related_name="suggestions", verbose_name=_("article")
    )
    source = models.ForeignKey(
        Source, on_delete=models.CASCADE, related_name="suggestions", verbose_name=_("source")
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    rank = models.PositiveSmallIntegerField(_("rank"), default=0)
    decision = models.CharField(_("decision"), max_length=10, choices=Decision, default=Decision.SUGGESTED)
    sure = models.BooleanField(
        _("sure"), default=False, help_text=_("A rule is certain; publishing in bulk accepts it.")
    )
    value = models.JSONField(_("value"), default=dict)
    corrected = models.JSONField(pgettext_lazy("suggestion", "corrected"), null=True, editable=False)
    """Members of the value that accepting took as an editor wrote them."""
    evidence = models.JSONField(
        _("evidence"), default=list, help_text=_("Pairs of offsets into the text of the source.")
    )
    reason = models.CharField(_("reason"), max_length=300, blank=True, default="")
    person = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="suggestions",
        verbose_name=_("person"),
    )  # fmt: skip
    event = models.ForeignKey(
        Event, on_delete=models.SET_NULL, null=True, blank=True, related_name="suggestions",
        verbose_name=_("event"),
    )  # fmt: skip
    decided_at = models.DateTimeField(_("decided"), null=True, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, editable=False, related_name="+",
        verbose_name=_("decided by"),
    )  # fmt: skip
    decided_by_rule = models.BooleanField(_("decided by a rule"), default=False, editable=False)

    apart: bool = False
    """Not stored: whoever decides says that this is none of those on record who bear the name."""

    objects: Any = SuggestionQuerySet.as_manager()

    class Meta:
        verbose_name = _("suggestion")
        verbose_name_plural = _("suggestions")
        ordering = ["article", "kind", "rank", "id"]
        # Of the decision alone, SQLite takes for one article's what waits in all of them.
        indexes = [models.Index(fields=["decision", "article"], name="suggestion_by_decision")]

    def __str__(self) -> str:
        return str(self.taken.get("name") or self.taken.get("title") or self.get_kind_display())

    @property
    def taken(self) -> dict[str, Any]:
        """What accepting takes: the value as it was read, or corrected."""
        return self.value | (self.corrected or {})
