"""Accept and reject: what the importer suggested becomes a person, an event, a link, or nothing."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from ..models.article import Article
from ..models.event import Event
from ..models.many import Among
from ..models.merge import Merge
from ..models.person import Person
from ..models.source import Suggestion
from .acceptance import Acceptance, Decision, ordered, plan_acceptance
from .answers import answer, ask, tell_apart
from .bulk import insert, write_columns
from .directory import Directory
from .door import open_door
from .drafts import Draft
from .errors import Refused
from .permissions import require
from .revise import keep_revision
from .versions import lock


def write_links(plan: Acceptance, *, by: Any) -> None:
    """Write what a plan makes, inside the caller's transaction. Rows that another import wrote first stay."""
    for rows in plan.links():
        insert(rows, ignore=True)
    write_columns(plan.fuller, ["title", "organisation", "country"])
    ask(plan.questions)
    if plan.enriched:
        for model in (Event, Person):
            model.objects.filter(pk__in=Among(plan.enriched)).update(
                version=F("version") + 1, updated_at=timezone.now(), updated_by=by
            )


def _write_decisions(plan: Acceptance, *, by: Any) -> None:
    now = timezone.now()
    for suggestion in plan.accepted:
        suggestion.decided_at, suggestion.decided_by = now, by
    write_columns(
        plan.accepted,
        ["decision", "decided_by_rule", "decided_at", "decided_by", "person", "event", "corrected"],
    )
    titles = [s.article_id for s in plan.accepted if s.kind == Suggestion.Kind.TITLE]
    Article.objects.filter(pk__in=titles).update(title_proposed=False)
    changed = {suggestion.article_id for suggestion in plan.accepted}
    Article.objects.filter(pk__in=changed).update(version=F("version") + 1, updated_at=now, updated_by=by)


def accept_by_rule(articles: Sequence[UUID]) -> Acceptance:
    """Accept what the rules are sure of in these articles; the operator has switched that on by publishing in bulk.

    Runs inside the caller's transaction.
    """
    undecided = Suggestion.objects.waiting().filter(article_id__in=articles, sure=True)
    turn = {pk: n for n, pk in enumerate(articles)}
    sure = sorted(ordered(undecided), key=lambda suggestion: turn[suggestion.article_id])
    plan = plan_acceptance(sure, Directory.of(sure), by_rule=True)
    write_links(plan, by=None)
    _write_decisions(plan, by=None)
    return plan


def accept_in_drafts(drafts: Sequence[Draft]) -> Acceptance:
    """The same in drafts that are not written yet: they are as if they had been written, and accepted in, after that.

    What it makes besides is the caller's to write, by `write_links`.
    """
    sure = [found for draft in drafts for found in ordered(s for s in draft.suggestions if s.sure)]
    days = {draft.article.pk: draft.article.date for draft in drafts}
    plan = plan_acceptance(sure, Directory.of(sure, unwritten=days), by_rule=True)
    now = timezone.now()
    for suggestion in plan.accepted:
        suggestion.decided_at = now
    changed = {suggestion.article_id for suggestion in plan.accepted}
    titles = {s.article_id for s in plan.accepted if s.kind == Suggestion.Kind.TITLE}
    for article in (draft.article for draft in drafts if draft.article.pk in changed):
        article.version += 1
        article.updated_at = now
        if article.pk in titles:
            article.title_proposed = False
    return plan


def accept(suggestion: Suggestion, *, by: Any) -> None:
    """Accept one suggestion. Before that, `correct` it, or set its `person` or `event` to tie it to a record."""
    accept_many([suggestion], by=by)


def accept_many(suggestions: Sequence[Suggestion], *, by: Any) -> None:
    """Accept suggestions, all or none. Raises `Refused` for one that is decided already or means several people.

    What accepting does: a title, person or event is the article's; new text of a file is taken over; a version of
    another story joins that; two records that are the same are merged.
    """
    with transaction.atomic():
        if left := accept_clear(suggestions, by=by):
            raise Refused([reason for _suggestion, reason in left])


def accept_clear(suggestions: Sequence[Suggestion], *, by: Any) -> list[tuple[Suggestion, str]]:
    """The same of those that can be, together: each record that they touch has one new version.

    Returns the finds that an editor has to look at first, and why.
    """
    require(by, "change", Article)
    # A merge goes through the door, too: what it makes of the records is there to read, or waits for us.
    with open_door():
        fresh = _undecided(suggestions)
        left = _accept_finds([found for found in fresh if found.kind in Suggestion.FINDS], by=by)
        for suggestion in fresh:
            if suggestion.kind not in Suggestion.FINDS and answer(suggestion, by=by):
                _mark(suggestion, Decision.ACCEPTED, by=by)
    return left


def _accept_finds(finds: Sequence[Suggestion], *, by: Any) -> list[tuple[Suggestion, str]]:
    plan = plan_acceptance(finds, Directory.of(finds), by_rule=False)
    articles = {suggestion.article_id for suggestion in plan.accepted}
    # Articles, events, people, and only then what they are tied to: whoever saves one locks them in the same order.
    for article in lock(Article).filter(pk__in=articles).order_by("pk"):
        keep_revision(article)
    write_links(plan, by=by)
    _write_decisions(plan, by=by)
    for article in Article.objects.filter(pk__in=articles):
        keep_revision(article)
    return plan.left


def reject(suggestion: Suggestion, *, by: Any) -> None:
    """Reject one suggestion: it stays on file, decided."""
    reject_many([suggestion], by=by)


def reject_many(suggestions: Sequence[Suggestion], *, by: Any) -> None:
    """Reject suggestions, all or none."""
    require(by, "change", Article)
    with transaction.atomic():
        for suggestion in _undecided(suggestions):
            if suggestion.kind == Suggestion.Kind.SAME:
                tell_apart(suggestion, by=by)
            _mark(suggestion, Decision.REJECTED, by=by)


def _mark(suggestion: Suggestion, decision: str, *, by: Any) -> None:
    suggestion.decision = decision
    suggestion.decided_at, suggestion.decided_by = timezone.now(), by
    suggestion.save(update_fields=["decision", "decided_at", "decided_by"])


def _undecided(suggestions: Sequence[Suggestion]) -> list[Suggestion]:
    """The same suggestions locked and read again, people before events; ties and corrections are the caller's."""
    given = {s.pk: s for s in suggestions}
    rows = Suggestion.objects.select_for_update(of=("self",)).filter(pk__in=given)
    fresh = ordered(rows)
    stayed = Merge.stayed(str(pk) for s in suggestions for pk in (s.person_id, s.event_id) if pk)
    for suggestion in fresh:
        if suggestion.decision != Decision.SUGGESTED:
            raise Refused(
                _("“%(name)s” is decided already: %(decision)s.")
                % {"name": suggestion, "decision": suggestion.get_decision_display()}
            )
        said = given[suggestion.pk]
        suggestion.apart, suggestion.corrected = said.apart, said.corrected
        suggestion.person_id, suggestion.event_id = (
            UUID(stayed.get(str(pk), str(pk))) if pk else None for pk in (said.person_id, said.event_id)
        )
    return fresh
