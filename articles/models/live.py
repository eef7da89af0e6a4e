"""The live side: every table that public code may read, and nothing that it may not.

Only the door (`articles.actions.door`) writes these tables. Rows carry their finished public document as JSON
text, so that a list is one indexed query and a join of strings. A link row exists only while both ends are live.
"""

import json
from functools import cached_property
from typing import Any, ClassVar

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ..conf import conf
from .fields import SortKeyField
from .live_querysets import LiveArticleQuerySet, LiveEventQuerySet, LivePersonQuerySet

ITEM_KINDS = [("article", _("article")), ("person", _("person")), ("event", _("event"))]


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


class LiveItem(models.Model):
    """What the three kinds share. `document` and `listing` are JSON text without `url` and kept totals."""

    id = models.UUIDField(primary_key=True)
    slug = models.SlugField(max_length=100, unique=True)
    edition = models.PositiveIntegerField()
    document = models.TextField()
    listing = models.TextField()
    digest = models.CharField(max_length=32)
    changed_at = models.DateTimeField()

    kind: ClassVar[str]

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.slug

    def get_absolute_url(self) -> str:
        """The page of the frontend that `FRONTEND_URLS` names, or the API's resource."""
        pattern = conf.frontend_urls.get(self.kind)
        if pattern:
            return pattern.format(slug=self.slug, id=self.pk)
        return reverse(f"articles:{self.kind}-detail", kwargs={"slug": self.slug})

    @cached_property
    def data(self) -> dict[str, Any]:
        """The public document, for templates: `{{ article.data.dek }}`. Without texts on rows of `listed()`."""
        return json.loads(self.listing if "document" in self.get_deferred_fields() else self.document)


class LiveTerm(models.Model):
    """A section or topic that live articles are filed under."""

    id = models.UUIDField(primary_key=True)
    slug = models.SlugField(max_length=100, unique=True)
    name = models.CharField(max_length=200)
    sort_name = SortKeyField(max_length=600, db_index=True)
    article_count = models.PositiveIntegerField(default=0)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name


class LiveSection(LiveTerm):
    pass


class LiveTopic(LiveTerm):
    pass


class LiveArticle(LiveItem):
    """An article as the public sees it. `newest`/`oldest` order by date with undated articles last in both."""

    title = models.CharField(max_length=500)
    sort_title = SortKeyField(max_length=1600)
    language = models.CharField(max_length=16)
    section = models.ForeignKey(LiveSection, on_delete=models.PROTECT, null=True, related_name="articles")
    date = models.CharField(max_length=32)
    starts = models.DateField(null=True)
    ends = models.DateField(null=True)
    newest = SortKeyField(max_length=40)
    oldest = SortKeyField(max_length=40)
    first_published_at = models.DateTimeField()
    last_published_at = models.DateTimeField()

    kind = "article"
    objects = LiveArticleQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["-newest", "-id"], name="live_article_newest"),
            models.Index(fields=["oldest", "id"], name="live_article_oldest"),
            models.Index(fields=["sort_title", "id"], name="live_article_title"),
            models.Index(fields=["section", "-newest", "-id"], name="live_article_section"),
            models.Index(fields=["language", "-newest", "-id"], name="live_article_language"),
            models.Index(fields=["starts", "ends"], name="live_article_dates"),
            models.Index(fields=["-first_published_at", "-id"], name="live_article_published"),
        ]


class LivePerson(LiveItem):
    """A person as the public sees them."""

    name = models.CharField(max_length=200)
    sort_name = SortKeyField(max_length=600)
    article_count = models.PositiveIntegerField(default=0)
    event_count = models.PositiveIntegerField(default=0)

    kind = "person"
    objects = LivePersonQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["sort_name", "id"], name="live_person_name"),
            models.Index(fields=["-article_count", "-id"], name="live_person_count"),
        ]


class LivePosition(models.Model):
    """A country that a live person holds or held an office of."""

    person = models.ForeignKey(LivePerson, on_delete=models.CASCADE, related_name="positions")
    country_slug = models.SlugField(max_length=100)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["country_slug", "person"], name="live_position_once")]

    def __str__(self) -> str:
        return self.country_slug


class LiveEvent(LiveItem):
    """An event as the public sees it."""

    name = models.CharField(max_length=300)
    event_kind = models.CharField(max_length=20)
    date = models.CharField(max_length=32)
    starts = models.DateField(null=True)
    ends = models.DateField(null=True)
    newest = SortKeyField(max_length=40)
    oldest = SortKeyField(max_length=40)
    place = models.CharField(max_length=200)
    place_slug = models.SlugField(max_length=100, blank=True)
    article_count = models.PositiveIntegerField(default=0)

    kind = "event"
    objects = LiveEventQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["-newest", "-id"], name="live_event_newest"),
            models.Index(fields=["oldest", "id"], name="live_event_oldest"),
            models.Index(fields=["event_kind", "-newest", "-id"], name="live_event_kind"),
            models.Index(fields=["place_slug", "-newest", "-id"], name="live_event_place"),
            models.Index(fields=["starts", "ends"], name="live_event_dates"),
            models.Index(fields=["-article_count", "-id"], name="live_event_count"),
        ]


class LiveLink(models.Model):
    """A live item is tied to something that lists are filtered by.

    `newest` is the item's own: a list by one person, say, is a walk along one index, however long it is.
    """

    newest = SortKeyField(max_length=40)

    class Meta:
        abstract = True


class LiveMention(LiveLink):
    """A live article names a live person."""

    article = models.ForeignKey(
        LiveArticle, on_delete=models.CASCADE, related_name="mentions", db_index=False
    )
    person = models.ForeignKey(LivePerson, on_delete=models.CASCADE, related_name="mentions", db_index=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "person"], name="live_mention_once")]
        indexes = [models.Index(fields=["person", "-newest", "-article"], name="live_mention_newest")]

    def __str__(self) -> str:
        return f"{self.article_id} {self.person_id}"


class LiveCoverage(LiveLink):
    """A live article reports a live event."""

    article = models.ForeignKey(
        LiveArticle, on_delete=models.CASCADE, related_name="coverage", db_index=False
    )
    event = models.ForeignKey(LiveEvent, on_delete=models.CASCADE, related_name="coverage", db_index=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "event"], name="live_coverage_once")]
        indexes = [models.Index(fields=["event", "-newest", "-article"], name="live_coverage_newest")]

    def __str__(self) -> str:
        return f"{self.article_id} {self.event_id}"


class LiveParticipation(LiveLink):
    """A live person takes part in a live event; `newest` is the event's."""

    event = models.ForeignKey(
        LiveEvent, on_delete=models.CASCADE, related_name="participations", db_index=False
    )
    person = models.ForeignKey(
        LivePerson, on_delete=models.CASCADE, related_name="participations", db_index=False
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["event", "person"], name="live_participation_once")]
        indexes = [models.Index(fields=["person", "-newest", "-event"], name="live_participation_newest")]

    def __str__(self) -> str:
        return f"{self.event_id} {self.person_id}"


class LiveTagging(LiveLink):
    """A live article is filed under a topic."""

    article = models.ForeignKey(
        LiveArticle, on_delete=models.CASCADE, related_name="taggings", db_index=False
    )
    topic = models.ForeignKey(LiveTopic, on_delete=models.CASCADE, related_name="taggings", db_index=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "topic"], name="live_tagging_once")]
        indexes = [models.Index(fields=["topic", "-newest", "-article"], name="live_tagging_newest")]

    def __str__(self) -> str:
        return f"{self.article_id} {self.topic_id}"


class LiveAgency(LiveLink):
    """A live article credits an agency; `agency_slug` is its folded name."""

    article = models.ForeignKey(
        LiveArticle, on_delete=models.CASCADE, related_name="agencies", db_index=False
    )
    agency_slug = models.SlugField(max_length=100, db_index=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "agency_slug"], name="live_agency_once")]
        indexes = [models.Index(fields=["agency_slug", "-newest", "-article"], name="live_agency_newest")]

    def __str__(self) -> str:
        return self.agency_slug


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


LIVE_MODELS: dict[str, type[LiveArticle] | type[LivePerson] | type[LiveEvent]] = {
    "article": LiveArticle,
    "person": LivePerson,
    "event": LiveEvent,
}
