"""The live items themselves, and the sections and topics that they are filed under."""

import json
from functools import cached_property
from typing import Any, ClassVar

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ...conf import conf
from ..fields import SortKeyField
from .querysets import LiveArticleQuerySet, LiveEventQuerySet, LivePersonQuerySet

ITEM_KINDS = [("article", _("article")), ("person", _("person")), ("event", _("event"))]
PLURALS = {"article": "articles", "person": "people", "event": "events"}
"""What many of a kind are called in addresses, in `Surrogate-Key` and among the totals of `LiveState`."""


def public_address(kind: str, slug: str) -> str:
    """The page of the frontend that `FRONTEND_URLS` names, or the API's resource. Raises `NoReverseMatch` where the
    API is not mounted."""
    if pattern := conf.frontend_urls.get(kind):
        return pattern.format(slug=slug)
    return reverse(f"articles:{kind}-detail", kwargs={"slug": slug})


class LiveItem(models.Model):
    """What the three kinds share. `document` and `listing` are JSON text without `url` and kept totals.

    Each kind declares them last: to read a column SQLite goes through all that stands before it in the row.
    """

    id = models.UUIDField(primary_key=True)
    slug = models.SlugField(max_length=100, unique=True)
    edition = models.PositiveIntegerField()
    document: Any
    listing: Any
    digest = models.CharField(max_length=32)
    changed_at = models.DateTimeField()

    kind: ClassVar[str]

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.slug

    def get_absolute_url(self) -> str:
        """The page of the frontend that `FRONTEND_URLS` names, or the API's resource."""
        return public_address(self.kind, self.slug)

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
    listing = models.TextField()
    document = models.TextField()

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
    listing = models.TextField()
    document = models.TextField()

    kind = "person"
    objects = LivePersonQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["sort_name", "id"], name="live_person_name"),
            models.Index(fields=["-article_count", "-id"], name="live_person_count"),
        ]


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
    listing = models.TextField()
    document = models.TextField()

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


LIVE_MODELS: dict[str, type[LiveArticle] | type[LivePerson] | type[LiveEvent]] = {
    "article": LiveArticle,
    "person": LivePerson,
    "event": LiveEvent,
}
