"""Publish articles in bulk, with what the importer's rules are sure of: the same for an import and for the desk."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any
from uuid import UUID

from django.db.models import F, Q

from ..models.article import Article
from ..models.event import Event
from ..models.many import Among
from ..models.person import Person
from ..models.source import Suggestion
from .acceptance import Acceptance
from .decide import accept_by_rule, accept_in_drafts, write_links
from .door import Door, open_door
from .drafts import Draft
from .publish import Outcome, publish_locked
from .versions import lock

REPOST = Suggestion.Kind.REPOST


def publish_articles(articles: Sequence[UUID], *, by: Any, hold_reposts: bool = False) -> list[Outcome]:
    """Accept what the rules are sure of in these articles, then publish its people, its events and the articles.

    One transaction; call it in batches. Withdrawn articles, and people and events that were withdrawn or that an
    editor has unpublished work on, stay as they are. So do versions of a story that was withdrawn, and with
    `hold_reposts` all that are versions of another, until an editor has decided what they are.
    """
    held = _held(_undecided_reposts(articles), hold_reposts)
    articles = [pk for pk in articles if pk not in held]
    with open_door() as door:
        plan = accept_by_rule(articles)
        ruled = Suggestion.objects.filter(
            article_id__in=articles, decision=Suggestion.Decision.ACCEPTED, decided_by_rule=True
        )
        _publish_found(door, plan, ruled.values_list("person_id", "event_id"), by=by)
        rows = lock(Article).filter(pk__in=articles, withdrawn_at=None).order_by("pk")
        found = {row.pk: row for row in rows}
        return publish_locked(door, [found[pk] for pk in articles if pk in found], by=by)


def publish_drafts(
    drafts: Sequence[Draft], *, write: Callable[[], object], by: Any, hold_reposts: bool = False
) -> list[Outcome]:
    """The same of drafts that are not on the desk yet: `write` puts them there, and is called once in any case.

    What was accepted in them is written with them, and nothing is read that was written a moment ago.
    """
    reposts = ((s.article_id, s.value) for draft in drafts for s in draft.suggestions if s.kind == REPOST)
    held = _held(reposts, hold_reposts)
    ready = [draft for draft in drafts if draft.article.pk not in held]
    if not ready:
        write()
        return []
    with open_door() as door:
        plan = accept_in_drafts(ready)
        write()
        write_links(plan, by=None)
        _publish_found(door, plan, ((s.person_id, s.event_id) for s in plan.accepted), by=by)
        return publish_locked(door, [draft.article for draft in ready], by=by)


def _undecided_reposts(articles: Sequence[UUID]) -> Iterable[tuple[UUID, Any]]:
    undecided = Suggestion.objects.waiting().filter(article_id__in=articles, kind=REPOST)
    return undecided.values_list("article_id", "value")


def _held(reposts: Iterable[tuple[UUID, Any]], hold_reposts: bool) -> set[UUID]:
    return {article for article, value in reposts if hold_reposts or value["withdrawn"]}


def _publish_found(
    door: Door, plan: Acceptance, ruled: Iterable[tuple[UUID | None, UUID | None]], *, by: Any
) -> None:
    """Publish the people and events that a rule has accepted: pairs of ids."""
    pairs = list(ruled)
    people, events = ({pk for pair in pairs if (pk := pair[n])} for n in (0, 1))
    # A live item that only this acceptance has changed follows; one that an editor is changing does not.
    followed = Q(live_edition__isnull=False, pk__in=Among(plan.enriched), published_version=F("version") - 1)
    ready = Q(live_edition=None, withdrawn_at=None) | followed
    for model, made, ids in ((Person, plan.people, people), (Event, plan.events, events)):
        # What was stored a moment ago nobody else has seen: it is as it was made.
        fresh = {row.pk: row for row in made if not row._state.adding}
        others = lock(model).filter(ready, pk__in=Among(ids - fresh.keys()))
        publish_locked(door, sorted([*fresh.values(), *others], key=lambda row: row.pk.int), by=by)
