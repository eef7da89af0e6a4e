"""Take over the new text of a file: what the file changed becomes a new version of its article, on an editor's word.

Compared are three texts: the one the article came from, the new one, and the article as it stands. A field that the
file did not change stays as it is, whatever an editor has made of it.
"""

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.db.models import Q
from django.utils import timezone

from ..models.article import Article, Photo
from ..models.source import Source, Suggestion
from ..text.html import plain_text
from .drafts import Draft, make_draft
from .identity import identity
from .permissions import require
from .reading import read_again
from .revise import revise

FIELDS = ("title", "dek", "body", "date", "dateline", "byline", "agencies")


class FieldChange(NamedTuple):
    """A field of the article that the new text has differently."""

    name: str
    now: Any
    new: Any
    edited: bool
    """An editor has changed it since: taking over gives that up."""


@dataclass(slots=True)
class TakeOver:
    """What taking over would do."""

    fields: list[FieldChange] = field(default_factory=list)
    captions: list[Photo] | None = None
    """The new captions; None where the file left them alone."""
    finds: list[Suggestion] = field(default_factory=list)
    """People and events of the new text that nothing on the article names yet."""
    past: list[Suggestion] = field(default_factory=list)
    """Finds that wait, and that the new text does not say any more."""

    def __bool__(self) -> bool:
        return bool(self.fields or self.finds or self.captions is not None)


def plan_take_over(article: Article, source: Source) -> TakeOver:
    """What the text of `source` would change in `article`."""
    new = _draft(source)
    before = _basis(article, source)
    base = _draft(before) if before is not None else None
    plan = TakeOver()
    for name in FIELDS:
        old, wanted, now = (
            getattr(side, name) if side else None for side in (base and base.article, new.article, article)
        )
        proposed = name == "title" and new.article.title_proposed
        if wanted in (old, now) or proposed:
            continue
        plan.fields.append(FieldChange(name, now, wanted, edited=old is not None and now != old))
    photos = [_caption(photo) for photo in new.photos]
    if base is None or photos != [_caption(photo) for photo in base.photos]:
        plan.captions = _captions(article, source, new)
    plan.finds = _finds(article, new)
    plan.past = _past(article, source, new)
    return plan


def take_over(suggestion: Suggestion, *, by: Any) -> None:
    """Make the new text of a file a new version of its article; an older version can be restored as ever.

    Photos whose file is there stay. People and events that the new text brings wait as suggestions. Those that wait
    and stand in it no longer are past, and so are older texts of the same file: they are rejected.
    """
    article = Article.objects.get(pk=suggestion.article_id)
    require(by, "change", article)
    plan = plan_take_over(article, suggestion.source)
    for change in plan.fields:
        setattr(article, change.name, change.new)
        if change.name == "title":
            article.title_proposed = False

    def save() -> None:
        article.save()
        if plan.captions is not None:
            article.photos.filter(file="").delete()
            Photo.objects.bulk_create(plan.captions, ignore_conflicts=True)

    if plan.fields or plan.captions is not None:
        revise(article, by=by, save=save)
    Suggestion.objects.bulk_create(plan.finds, ignore_conflicts=True)
    older = Q(kind=Suggestion.Kind.TEXT, source__name=suggestion.source.name)
    older &= Q(source__read_at__lt=suggestion.source.read_at) & ~Q(pk=suggestion.pk)
    past = older | Q(pk__in=[find.pk for find in plan.past])
    Suggestion.objects.waiting().filter(past, article=article).update(
        decision=Suggestion.Decision.REJECTED, decided_at=timezone.now(), decided_by=by
    )


def _basis(article: Article, source: Source) -> Source | None:
    """The text that the article stands on: the latest before `source` that was taken over, or its first."""
    undecided = Suggestion.objects.filter(article=article, kind=Suggestion.Kind.TEXT)
    left = undecided.exclude(decision=Suggestion.Decision.ACCEPTED).values("source")
    earlier = Q(read_at__lt=source.read_at) | Q(read_at=source.read_at, pk__lt=source.pk)
    found = article.sources.exclude(pk__in=left).exclude(pk=source.pk).filter(earlier)
    return found.order_by("-read_at", "-pk").first()


def _draft(source: Source) -> Draft:
    return make_draft(read_again(source), name=source.name, sha256=source.sha256, size=source.size)


def _caption(photo: Photo) -> tuple[str, str, int]:
    return photo.caption, photo.credit, photo.after_paragraph


def _captions(article: Article, source: Source, new: Draft) -> list[Photo]:
    kept = set(article.photos.exclude(file="").values_list("caption", flat=True))
    for photo in new.photos:
        photo.pk = identity("photo", article.pk, source.sha256, photo.rank)
        photo.article_id = article.pk
    return [photo for photo in new.photos if photo.caption not in kept]


def _finds(article: Article, new: Draft) -> list[Suggestion]:
    known = {
        (s.kind, name)
        for s in article.suggestions.all()
        for name in (s.value.get("name"), s.taken.get("name"))
    }
    known |= {(Suggestion.Kind.PERSON, name) for name in article.people.values_list("name", flat=True)}
    known |= {(Suggestion.Kind.EVENT, name) for name in article.events.values_list("name", flat=True)}
    found = [
        s for s in new.suggestions if s.kind in Suggestion.NAMED and (s.kind, s.value["name"]) not in known
    ]
    last: dict[str, int] = {}
    for suggestion in found:
        suggestion.article_id = article.pk
        suggestion.rank = 100 + last.setdefault(suggestion.kind, 0)
        last[suggestion.kind] += 1
    return found


def _past(article: Article, source: Source, new: Draft) -> list[Suggestion]:
    """A name that rules do not find in the text, as a tagger may have, is in it where its words are."""
    said = {(s.kind, s.value["name"]) for s in new.suggestions if s.kind in Suggestion.NAMED}
    waiting = Suggestion.objects.waiting().filter(
        article=article, kind__in=Suggestion.NAMED, source__read_at__lt=source.read_at
    )
    return [
        find
        for find in waiting
        if (find.kind, find.value["name"]) not in said
        and not (find.kind == Suggestion.Kind.PERSON and find.value["name"] in source.text)
    ]


def as_shown(value: Any) -> str:
    """A field's value for reading."""
    return "\n".join(value) if isinstance(value, list) else plain_text(str(value or ""))
