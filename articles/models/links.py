"""How desk items belong together."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .article import Article
from .base import Row
from .event import Event
from .person import Person


class Link(Row):
    """A tie between two items; `rank` is its order on the page."""

    rank = models.PositiveSmallIntegerField(_("rank"), default=0)

    class Meta:
        abstract = True


class Mention(Link):
    """An article names a person, with the role they had at the time."""

    article = models.ForeignKey(
        Article, on_delete=models.CASCADE, related_name="mentions", db_index=False, verbose_name=_("article")
    )
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="mentions", verbose_name=_("person")
    )
    role = models.CharField(_("role"), max_length=300, blank=True, default="")

    class Meta:
        verbose_name = _("mention")
        verbose_name_plural = _("mentions")
        ordering = ["article", "rank", "id"]
        constraints = [models.UniqueConstraint(fields=["article", "person"], name="mention_once")]

    def __str__(self) -> str:
        return f"{self.person} · {self.role}" if self.role else str(self.person)


class Coverage(Link):
    """An article reports an event."""

    article = models.ForeignKey(
        Article, on_delete=models.CASCADE, related_name="coverage", db_index=False, verbose_name=_("article")
    )
    event = models.ForeignKey(
        Event, on_delete=models.PROTECT, related_name="coverage", verbose_name=_("event")
    )

    class Meta:
        verbose_name = _("coverage")
        verbose_name_plural = _("coverage")
        ordering = ["article", "rank", "id"]
        constraints = [models.UniqueConstraint(fields=["article", "event"], name="coverage_once")]

    def __str__(self) -> str:
        return str(self.event)


class Participation(Link):
    """A person takes part in an event."""

    event = models.ForeignKey(
        Event,
        on_delete=models.CASCADE,
        related_name="participations",
        db_index=False,
        verbose_name=_("event"),
    )
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="participations", verbose_name=_("person")
    )
    role = models.CharField(_("role"), max_length=300, blank=True, default="")

    class Meta:
        verbose_name = _("participant")
        verbose_name_plural = _("participants")
        ordering = ["event", "rank", "id"]
        constraints = [models.UniqueConstraint(fields=["event", "person"], name="participation_once")]

    def __str__(self) -> str:
        return f"{self.person} · {self.role}" if self.role else str(self.person)
