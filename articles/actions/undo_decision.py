"""Undo a decision: what was accepted or rejected by mistake waits again, as if nobody had decided."""

from contextlib import suppress
from typing import Any

from django.db.models import ProtectedError, Q, RestrictedError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..models.article import Article
from ..models.event import Event
from ..models.links import Coverage, Mention, Participation
from ..models.source import Suggestion
from .door import open_door
from .errors import Refused
from .identity import identity
from .permissions import require
from .revise import revise, revise_as

Decision, Kind = Suggestion.Decision, Suggestion.Kind
CURES: dict[str, Any] = {
    Kind.TEXT: gettext_lazy("The new text was taken over: restore the version before it instead."),
    Kind.SAME: gettext_lazy("The two records were merged: undo the merge instead."),
}
"""What undoes an answer that did more than link."""


def undo_decision(suggestion: Suggestion, *, by: Any) -> None:
    """Make a decided suggestion wait again; an accepted one's link to the article goes, as a new version of it.

    The record that accepting made stays on the desk, with what an editor may have written; an event that nothing
    else knows goes. Nothing public changes before the article is published again.
    """
    require(by, "change", Article)
    # Through the door, as a merge goes: it holds the article, and then asks for the suggestion that we hold.
    with open_door():
        fresh = Suggestion.objects.select_for_update(of=("self",)).get(pk=suggestion.pk)
        if fresh.decision == Decision.SUGGESTED:
            raise Refused(_("“%(name)s” is not decided yet.") % {"name": fresh})
        if fresh.decision == Decision.ACCEPTED and fresh.kind in CURES:
            raise Refused(str(CURES[fresh.kind]))
        if fresh.decision == Decision.ACCEPTED:
            article = Article.objects.get(pk=fresh.article_id)
            _take_back(article, fresh, by=by)
        fresh.decision = Decision.SUGGESTED
        fresh.person = fresh.event = fresh.corrected = None
        fresh.decided_at = fresh.decided_by = None
        fresh.decided_by_rule = False
        fresh.save(
            update_fields=[
                "decision",
                "corrected",
                "person",
                "event",
                "decided_at",
                "decided_by",
                "decided_by_rule",
            ]
        )


def _take_back(article: Article, suggestion: Suggestion, *, by: Any) -> None:
    if suggestion.kind == Kind.TITLE:
        article.title_proposed = True

    def save() -> None:
        article.save()
        if suggestion.person_id:
            Mention.objects.filter(article=article, person_id=suggestion.person_id).delete()
            _leave_events(article, suggestion, by=by)
        if suggestion.event_id:
            Coverage.objects.filter(article=article, event_id=suggestion.event_id).delete()

    revise(article, by=by, save=save)
    if suggestion.event_id and suggestion.event_id == identity("event", suggestion.pk):
        _drop_event(suggestion)


def _leave_events(article: Article, suggestion: Suggestion, *, by: Any) -> None:
    """The person takes no part any more in events that this article alone reports, where accepting said so."""
    reported = Coverage.objects.filter(article=article).values_list("event_id", flat=True)
    shared = Coverage.objects.filter(event_id__in=reported).exclude(article=article)
    own = set(reported) - set(shared.values_list("event_id", flat=True))
    made = [identity("participation", event, suggestion.person_id) for event in own]
    for participation in Participation.objects.filter(pk__in=made).select_related("event"):
        revise_as(participation.event, by=by, save=participation.delete)


def _drop_event(suggestion: Suggestion) -> None:
    """The event that accepting made, if it is a draft that nobody has written on and nothing else reports."""
    untouched: dict[str, Any] = {
        "last_edition": 0,
        "name": suggestion.taken["name"],
        "summary": "",
        "editors_note": "",
    }
    event = Event.objects.filter(Q(pk=suggestion.event_id), **untouched).first()
    if event is not None and not event.coverage.exists():
        Suggestion.objects.filter(pk=suggestion.pk).update(event=None)
        with suppress(ProtectedError, RestrictedError):  # A host's own row knows it, too.
            event.delete()
