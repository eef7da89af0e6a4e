"""Ties of live items that lists are filtered by. A tie of two items exists only while both are live."""

from django.db import models

from ..fields import SortKeyField
from .items import LiveArticle, LiveEvent, LivePerson, LiveTopic


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
    agency_slug = SortKeyField(max_length=100)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "agency_slug"], name="live_agency_once")]
        indexes = [models.Index(fields=["agency_slug", "-newest", "-article"], name="live_agency_newest")]

    def __str__(self) -> str:
        return self.agency_slug
