"""What live items are found and counted by besides their ties: countries, the host's own terms, totals, words."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..fields import SortKeyField
from .items import ITEM_KINDS, LivePerson


class LivePosition(models.Model):
    """A country that a live person holds or held an office of."""

    person = models.ForeignKey(LivePerson, on_delete=models.CASCADE, related_name="positions")
    country_slug = models.SlugField(max_length=100, db_index=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["country_slug", "person"], name="live_position_once")]

    def __str__(self) -> str:
        return self.country_slug


class LiveAttribute(models.Model):
    """A live item is found by a term of one of the host's own fields; `value` is folded."""

    item_id = models.UUIDField(db_index=True)
    name = models.CharField(max_length=100)
    value = models.CharField(max_length=100)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["name", "value", "item_id"], name="live_attribute_once")
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.value}"


class LiveTally(models.Model):
    """How many live articles share a value that has no row of its own to keep the number on."""

    class Facet(models.TextChoices):
        AGENCY = "agency"
        LANGUAGE = "language"
        STARTS = "starts"
        STARTS_IN = "starts_in"
        ENDS = "ends"
        ENDS_IN = "ends_in"

    facet = models.CharField(max_length=10)
    value = SortKeyField(max_length=100)
    """A folded agency, a language; the first or last day of the articles' dates, `2021-07-06`, and its month."""
    article_count = models.IntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["facet", "value"], name="live_tally_once")]
        # With the number in it, so that a sum over many days never leaves the index.
        indexes = [models.Index(fields=["facet", "value", "article_count"], name="live_tally_sum")]

    def __str__(self) -> str:
        return f"{self.facet} {self.value}: {self.article_count}"


class LiveSearch(models.Model):
    """The search row of a live item: its tokens, which the database indexes by itself (FTS5 or tsvector).

    `articles.search.tokens` says what the tokens are.
    """

    kind = models.CharField(max_length=10, choices=ITEM_KINDS)
    item_id = models.UUIDField(unique=True)
    tokens = models.TextField()

    class Meta:
        verbose_name = _("search row")

    def __str__(self) -> str:
        return f"{self.kind} {self.item_id}"
