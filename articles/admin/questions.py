"""The questions among the suggestions: what a yes would do, and the difference in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..actions.difference import Difference, public_labels
from ..actions.errors import Refused
from ..actions.take_over import TakeOver, as_shown, plan_take_over
from ..models import Article, Event, Person, Suggestion
from ..text.diff import compare
from ..text.html import plain_text
from .words import date_in_words

TEXTS_COMPARED = 3
"""New texts of one article that are shown with their difference; each is read again for that."""

Kind = Suggestion.Kind


class Link(NamedTuple):
    """A record that the question is about."""

    kind: str
    pk: UUID
    text: str
    about: str = ""
    """What tells it from others of its name."""


@dataclass(frozen=True, slots=True)
class Question:
    """How a suggestion that is no find is shown and answered."""

    yes: str | Promise
    """Empty where only a no is possible."""
    no: str | Promise
    hint: str
    links: tuple[Link, ...] = ()
    changes: tuple[Difference, ...] = ()
    more: tuple[str, ...] = ()
    """What else a yes brings, a line each."""
    past: tuple[str, ...] = ()
    """Suggestions that a yes rejects."""


WORDS: dict[str, tuple[str | Promise, str | Promise]] = {
    Kind.TEXT: (gettext_lazy("Take over"), gettext_lazy("Leave as it is")),
    Kind.REPOST: (gettext_lazy("Same story: join them"), gettext_lazy("A story of its own")),
    Kind.SAME: (gettext_lazy("The same: merge"), gettext_lazy("Two different ones")),
}


def questions(article: Article, suggestions: Iterable[Suggestion]) -> dict[UUID, Question]:
    """By suggestion, for those of `article` that wait and are questions."""
    asked = [s for s in suggestions if s.kind in WORDS and s.decision == Suggestion.Decision.SUGGESTED]
    ids = {UUID(s.value["article"]) for s in asked if s.kind == Kind.REPOST}
    others = {row.pk: row for row in Article.objects.filter(pk__in=ids).only("title", "body", "withdrawn_at")}
    about = _about({UUID(s.value[key]) for s in asked if s.kind == Kind.SAME for key in ("id", "other")})
    found, texts = {}, 0
    for suggestion in asked:
        if suggestion.kind == Kind.REPOST:
            found[suggestion.pk] = _repost(article, suggestion, others.get(UUID(suggestion.value["article"])))
        elif suggestion.kind == Kind.SAME:
            found[suggestion.pk] = _same(suggestion, about)
        else:
            texts += 1
            found[suggestion.pk] = _text(article, suggestion, compared=texts <= TEXTS_COMPARED)
    return found


def _repost(article: Article, suggestion: Suggestion, other: Any) -> Question:
    percent = round(suggestion.value["similarity"] * 100)
    yes, no = WORDS[Kind.REPOST]
    if other is None:
        hint = _("%(percent)d %% of the text is the same. The other article is deleted since.") % {
            "percent": percent
        }
        return Question("", no, hint)
    if article.was_ever_published or other.withdrawn_at is not None:
        yes = ""
    if other.withdrawn_at is not None:
        hint = _(
            "%(percent)d %% of the text is the same. The other article was withdrawn: publish this one with care."
        )
    elif article.was_ever_published:
        hint = _(
            "%(percent)d %% of the text is the same. This one was published, so it cannot be joined: withdraw it with "
            "the other as its replacement."
        )
    else:
        hint = _(
            "%(percent)d %% of the text is the same. Joined, this draft goes, and its file waits there as new text."
        )
    before, after = plain_text(other.body), plain_text(article.body)
    changes = (Difference("body", _("from the other article to this one"), compare(before, after)),)
    link = Link("article", other.pk, str(other))
    return Question(yes, no, hint % {"percent": percent}, (link,), changes)


def _about(ids: set[UUID]) -> dict[UUID, str]:
    """The offices of these people, the days and places of these events: three queries, none where there are no ids."""
    if not ids:
        return {}
    people = Person.objects.filter(pk__in=ids).only("name").prefetch_related("positions")
    events = Event.objects.filter(pk__in=ids).values_list("pk", "date", "place")
    parts = [(person.pk, [str(position) for position in person.positions.all()]) for person in people]
    parts += [(pk, [date_in_words(date) if date else "", place]) for pk, date, place in events]
    return {pk: " · ".join(filter(None, said)) for pk, said in parts}


def _same(suggestion: Suggestion, about: Mapping[UUID, str]) -> Question:
    value = suggestion.value
    ids = {key: UUID(value[key]) for key in ("id", "other")}
    links = tuple(
        Link(value["item"], ids[key], value[name], about.get(ids[key], ""))
        for key, name in (("id", "name"), ("other", "other_name"))
    )
    return Question(*WORDS[Kind.SAME], _("Merged, they are one record; that can be undone."), links)


def _text(article: Article, suggestion: Suggestion, *, compared: bool) -> Question:
    plan = TakeOver()
    if compared:
        try:
            plan = plan_take_over(article, suggestion.source)
        except Refused:
            compared = False
    labels = {**public_labels(), "body": _("text")}
    changes = tuple(
        Difference(change.name, labels[change.name], compare(as_shown(change.now), as_shown(change.new)))
        for change in plan.fields
    )
    more = [str(find) for find in plan.finds]
    if plan.captions is not None:
        more.append(_("other photo captions"))
    if edited := [labels[change.name] for change in plan.fields if change.edited]:
        hint = _(
            "An editor has changed this since the import, and taking over would give that up: %(fields)s."
        )
        hint %= {"fields": ", ".join(edited)}
    elif compared and not plan:
        hint = _("The article says already what the new text says.")
    else:
        hint = _("What the file changed becomes a new version of the article; what it did not change stays.")
    return Question(
        *WORDS[Kind.TEXT], hint, changes=changes, more=tuple(more), past=tuple(map(str, plan.past))
    )
