"""Publish articles in bulk, with what the importer's rules are sure of: the same for an import and for the desk."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db.models import F, Q

from ..models.article import Article
from ..models.event import Event
from ..models.person import Person
from ..models.source import Suggestion
from .decide import accept_by_rule
from .door import Door, open_door
from .publish import Outcome, lock, publish_locked


def publish_articles(articles: Sequence[UUID], *, by: Any, hold_reposts: bool = False) -> list[Outcome]:
    """Accept what the rules are sure of in these articles, then publish its people, its events and the articles.

    One transaction; call it in batches. Withdrawn articles, and people and events that were withdrawn or that an
    editor has unpublished work on, stay as they are. So do versions of a story that was withdrawn, and with
    `hold_reposts` all that are versions of another, until an editor has decided what they are.
    """
    held = _held(articles, hold_reposts)
    with open_door() as door:
        return _publish(door, [pk for pk in articles if pk not in held], by=by)


def _held(articles: Sequence[UUID], hold_reposts: bool) -> set[UUID]:
    undecided = Suggestion.objects.filter(
        article_id__in=articles, kind=Suggestion.Kind.REPOST, decision=Suggestion.Decision.SUGGESTED
    )
    values = undecided.values_list("article_id", "value")
    return {article for article, value in values if hold_reposts or value["withdrawn"]}


def _publish(door: Door, articles: Sequence[UUID], *, by: Any) -> list[Outcome]:
    plan = accept_by_rule(articles)
    ruled = list(
        Suggestion.objects.filter(
            article_id__in=articles, decision=Suggestion.Decision.ACCEPTED, decided_by_rule=True
        ).values_list("person_id", "event_id")
    )
    # A live item that only this acceptance has changed follows; one that an editor is changing does not.
    followed = Q(live_edition__isnull=False, pk__in=plan.enriched, published_version=F("version") - 1)
    ready = Q(live_edition=None, withdrawn_at=None) | followed
    for model, ids in ((Person, {person for person, _ in ruled}), (Event, {event for _, event in ruled})):
        rows = list(lock(model).filter(ready, pk__in=ids - {None}).order_by("pk"))
        publish_locked(door, rows, by=by)
    found = {row.pk: row for row in lock(Article).filter(pk__in=articles, withdrawn_at=None).order_by("pk")}
    return publish_locked(door, [found[pk] for pk in articles if pk in found], by=by)
