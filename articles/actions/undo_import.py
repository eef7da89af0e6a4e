"""Undo an import: what it made goes, unless an editor has touched it or the public has seen it.

What stays is named with the reason. Afterwards the same files can be imported again as if for the first time.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from ..models.article import Article
from ..models.event import Event
from ..models.importing import ImportedFile, ImportRun
from ..models.links import Coverage, Mention, Participation
from ..models.merge import Merge
from ..models.person import Person
from ..models.schedule import Schedule, Submission
from ..models.source import Source, Suggestion
from .audit import Verb, note, note_many
from .errors import Refused
from .identity import identity
from .import_runs import take_turn
from .pending import What, settle
from .permissions import require
from .used import delete_unused, refused_while_used

BATCH = 100
Outcome, Undo, Decision = ImportedFile.Outcome, ImportedFile.Undo, Suggestion.Decision


@dataclass(frozen=True, slots=True)
class Undone:
    """How many files' work is gone and how many kept theirs, now; and how many are left for another call.

    `held` names people and events that would have gone with it, had a foreign key of the host's not forbidden that.
    """

    removed: int
    kept: int
    left: int
    held: tuple[str, ...] = ()


def undo_import(run: ImportRun, *, by: Any, at_most: int | None = None) -> Undone:
    """Undo `run`, a batch a transaction; with `at_most`, so many files now and the rest when called again.

    Each line of the run then says whether what the file had made is removed or kept, and why. Raises `Refused` for a
    run that is still going on, or is undone already.
    """
    require(by, "undo", ImportRun)
    require(by, "delete", Article)
    _check(run)
    waiting = run.files.filter(outcome__in=[Outcome.CREATED, Outcome.CHANGED], undo="").order_by("-number")
    removed = kept = 0
    held: list[str] = []
    while at_most is None or removed + kept < at_most:
        with transaction.atomic():
            take_turn()
            # Another window may have gone on importing it meanwhile, or undone it.
            _check(ImportRun.objects.select_for_update().get(pk=run.pk))
            lines = list(waiting.select_for_update()[:BATCH])
            if not lines:
                _conclude(run, by=by)
                return Undone(removed, kept, 0, tuple(held))
            with refused_while_used(str(run)):
                held += _undo_lines(run, lines, by=by)
        removed += sum(line.undo == Undo.REMOVED for line in lines)
        kept += sum(line.undo == Undo.KEPT for line in lines)
    left = waiting.count()
    if not left:
        with transaction.atomic():
            _conclude(run, by=by)
    return Undone(removed, kept, left, tuple(held))


def _check(run: ImportRun) -> None:
    if run.state == run.State.RUNNING:
        raise Refused(_("This import is still running. Stop it, or wait for its end."))
    if run.state in (run.State.UNDONE, run.State.PREVIEW):
        raise Refused(_("There is nothing to undo: this import is undone, or was never carried out."))


def _conclude(run: ImportRun, *, by: Any) -> None:
    run.undone_at, run.undone_by = timezone.now(), by
    run.save(update_fields=["undone_at", "undone_by"])
    run.held.all().delete()  # Of an upload that was not imported to its end.
    files = run.files.exclude(undo="")
    note(
        Verb.UNDO_IMPORT, run, by=by,
        removed=files.filter(undo=Undo.REMOVED).count(), kept=files.filter(undo=Undo.KEPT).count(),
    )  # fmt: skip


def _undo_lines(run: ImportRun, lines: list[ImportedFile], *, by: Any) -> list[str]:
    """A batch, in a constant number of statements where nothing is held; returns the names of those that are."""
    sources = {
        source.sha256: source
        for source in Source.objects.filter(run=run, sha256__in=[line.sha256 for line in lines]).defer("text")
    }
    created = {
        source.article_id
        for source in sources.values()
        if source.article_id == identity("article", source.sha256)
    }
    articles = {row.pk: row for row in _articles(run, created)}
    decided = set(
        Suggestion.objects.filter(source__in=sources.values())
        .exclude(decision=Decision.SUGGESTED)
        .values_list("source_id", flat=True)
    )
    goes: set[UUID] = set()
    texts: set[UUID] = set()
    for line in lines:
        source = sources.get(line.sha256)
        if source is None:
            line.kept_because = ""  # Somebody removed it before.
        elif line.outcome == Outcome.CREATED and source.article_id not in articles:
            line.kept_because = gettext_noop("An editor has joined it with another article.")
        elif line.outcome == Outcome.CREATED:
            line.kept_because = _why_kept(articles[source.article_id])
            if not line.kept_because:
                goes.add(source.article_id)
        elif source.article_id not in goes:
            line.kept_because = (
                gettext_noop("An editor has decided on the new text.") if source.pk in decided else ""
            )
            if not line.kept_because:
                texts.add(source.pk)
    stay, names = _remove([articles[pk] for pk in goes], by=by)
    for line in lines:
        if (
            line.outcome == Outcome.CREATED
            and line.sha256 in sources
            and sources[line.sha256].article_id in stay
        ):
            line.kept_because = gettext_noop("A record of this site's own uses it.")
        line.undo = Undo.KEPT if line.kept_because else Undo.REMOVED
    ImportedFile.objects.bulk_update(lines, ["undo", "kept_because"])
    Source.objects.filter(pk__in=texts).delete()
    return names


def _articles(run: ImportRun, ids: Collection[UUID]) -> Iterable[Any]:
    """These articles, locked, each with what would speak against its removal."""

    def about(rows: Any, key: str = "article") -> Exists:
        return Exists(rows.filter(**{key: OuterRef("pk")}))

    by_hand = Q(decided_by__isnull=False) | Q(decision=Decision.REJECTED)
    by_hand |= Q(decision=Decision.ACCEPTED, decided_by_rule=False)
    # Suggestions before their articles, as whoever accepts them does: neither holds what the other asks for next.
    found = Suggestion.objects.select_for_update(of=("self",)).filter(article__in=ids)
    list(found.order_by("pk").values_list("pk", flat=True))
    list(Article.objects.select_for_update().filter(pk__in=ids).order_by("pk").values_list("pk", flat=True))
    return (
        Article.objects.filter(pk__in=ids)
        .defer("body", "folded")
        .annotate(
            decided=about(Suggestion.objects.filter(by_hand)),
            added=about(Source.objects.exclude(run=run)),
            waiting=about(Schedule.objects, "item_id"),
            handed_in=about(Submission.objects, "item_id"),
            translated=about(Article.objects, "translation_of"),
        )
    )


def _why_kept(article: Any) -> str:
    """Why an article is not removed, in English; empty when nothing speaks for it."""
    if article.live_edition is not None:
        return gettext_noop("It is published. Withdraw it if it should go.")
    if article.was_ever_published:
        return gettext_noop("It was published, and its address must keep its answer.")
    if article.updated_by_id is not None:
        return gettext_noop("An editor has worked on it.")
    if article.decided:
        return gettext_noop("An editor has decided on its suggestions.")
    if article.waiting or article.handed_in:
        return gettext_noop("It is handed in or scheduled.")
    if article.translated:
        return gettext_noop("Another article is its translation.")
    if article.added:
        return gettext_noop("Another import has brought new text for it; undo that one first.")
    return ""


def _remove(articles: list[Article], *, by: Any) -> tuple[set[UUID], list[str]]:
    """Drafts with their sources and suggestions, and the people and events that nothing else knows.

    Returns the ids of articles, and the names of people and events, that a foreign key forbids to delete.
    """
    if not articles:
        return set(), []
    ruled = Suggestion.objects.filter(article__in=articles, decided_by_rule=True)
    people, events = (
        set(ruled.exclude(**{name: None}).values_list(name, flat=True)) for name in ("person_id", "event_id")
    )

    def remove(drafts: list[Article]) -> None:
        ids = [draft.pk for draft in drafts]
        note_many(Verb.DELETE, [(draft, {}) for draft in drafts], by=by)
        settle(ids, ended=What.values)
        Source.objects.filter(article__in=ids).delete()
        Article.objects.filter(pk__in=ids).delete()

    stay = {draft.pk for draft in delete_unused(articles, remove)}
    untouched = {"last_edition": 0, "updated_by": None, "withdrawn_at": None}
    lonely = Event.objects.filter(pk__in=events, **untouched)
    held = _delete(Event, lonely.exclude(_known(Coverage, "event")).exclude(_merged()))
    alone = Person.objects.filter(pk__in=people, **untouched)
    known = _known(Mention, "person") | _known(Participation, "person")
    return stay, held + _delete(Person, alone.exclude(known).exclude(_merged()))


def _delete(model: type[Person] | type[Event], rows: QuerySet[Any]) -> list[str]:
    """Delete items; returns the names of those that are held."""

    def delete(items: list[Any]) -> None:
        model.objects.filter(pk__in=[item.pk for item in items]).delete()

    return [item.label for item in delete_unused(list(rows.only("name").order_by("pk")), delete)]


def _known(model: Any, key: str) -> Q:
    return Q(Exists(model.objects.filter(**{key: OuterRef("pk")})))


def _merged() -> Q:
    return Q(Exists(Merge.objects.filter(survivor_id=OuterRef("pk"))))
