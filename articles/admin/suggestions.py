"""What the importer suggests for an article, as the page shows it: the find, the evidence, the reason."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from ..actions.correction import CORRECTABLE
from ..actions.same import in_accord
from ..actions.undo_decision import CURES
from ..models import Article, Event, Person, Position, Suggestion
from ..text.fold import name_key
from ..wording import in_words
from .correcting import CorrectionForm
from .questions import Question, questions
from .words import date_in_words

CONTEXT = 70
"""Characters of the source shown on either side of a find."""

QUOTES = 3
"""Finds quoted; the rest is counted."""

APART = "apart"
"""Chosen in place of someone on record: it is none of them."""

WHOLE_TEXTS = (Suggestion.Kind.TEXT, Suggestion.Kind.REPOST)


class Quote(NamedTuple):
    """A find inside its sentence."""

    before: str
    found: str
    after: str


class Candidate(NamedTuple):
    """Someone on record who bears the name."""

    pk: UUID
    text: str
    positions: tuple[Position, ...] = ()


Namesakes = Mapping[str, tuple[Candidate, ...]]


@dataclass(frozen=True, slots=True)
class Shown:
    """A suggestion for the page."""

    suggestion: Suggestion
    what: str
    details: tuple[tuple[str, str], ...]
    quotes: tuple[Quote, ...]
    more: int
    """Finds that are not quoted."""
    candidates: tuple[Candidate, ...] = ()
    """Those on record whom a person suggestion may mean."""
    question: Question | None = None
    """How it is asked, where it is no find."""
    correction: CorrectionForm | None = None
    """What the editor is writing in place of what was read."""

    @property
    def doubtful(self) -> bool:
        """Whether the editor has to say who is meant: there are several, or the one holds another office."""
        return len(self.candidates) > 1 or not all(
            in_accord(candidate.positions, self.suggestion.taken) for candidate in self.candidates
        )

    @property
    def reason(self) -> str:
        """Why the importer suggests it."""
        return in_words(self.suggestion.reason)

    @property
    def cure(self) -> Any:
        """What takes the decision back, where that is not undoing it."""
        accepted = self.suggestion.decision == Suggestion.Decision.ACCEPTED
        return CURES.get(self.suggestion.kind, "") if accepted else ""

    @property
    def read_as(self) -> str:
        """What was read of that which an editor corrected."""
        return _read_as(self.suggestion)

    @property
    def correctable(self) -> bool:
        return self.waiting and self.suggestion.kind in CORRECTABLE

    @property
    def waiting(self) -> bool:
        return self.suggestion.decision == Suggestion.Decision.SUGGESTED


def for_article(article: Article, correction: CorrectionForm | None = None) -> list[Shown]:
    """All suggestions of an article, those that wait first, in a constant number of queries.

    Of the one that is being corrected, those on record who bear the name as it is written now.
    """
    found = list(
        Suggestion.objects.filter(article=article)
        .select_related("source", "person", "event", "decided_by")
        .order_by("-kind", "rank", "id")  # People before events: these name them.
    )
    corrections = {correction.suggestion.pk: correction} if correction else {}
    for suggestion in found:
        if suggestion.pk in corrections:
            suggestion.corrected = corrections[suggestion.pk].suggestion.corrected
    namesakes = _namesakes(str(suggestion) for suggestion in found if _asks_who(suggestion))
    asked = questions(article, found)
    shown = [
        show(suggestion, namesakes, asked.get(suggestion.pk), corrections.get(suggestion.pk))
        for suggestion in found
    ]
    return sorted(shown, key=lambda one: not one.waiting)


AT_ONCE = 200
"""Suggestions on the page of one name; the rest is counted."""
NAMED_ALIKE = 20
"""Events of one name among which an editor chooses."""


def shown_with_articles(rows: QuerySet[Suggestion], written: str) -> list[Shown]:
    """Suggestions of many articles for the page of one name, with those on record who bear it as it is `written`, in a
    constant number of queries."""
    long = [f"article__{column}" for column in ("body", "folded", "dek", "editors_note")]
    found = list(rows.select_related("article", "source", "person", "event").defer(*long))
    for suggestion in found:
        suggestion.corrected = {"name": written}
    namesakes = _namesakes({written} if any(map(_asks_who, found)) else ())
    return [show(suggestion, namesakes) for suggestion in found]


def is_known(kind: str, name: str) -> bool:
    """Whether somebody, or an event, is on record under a name."""
    return bool(events_called(name) if kind == Suggestion.Kind.EVENT else _namesakes({name}))


def events_called(name: str) -> tuple[Candidate, ...]:
    """Events on record that have this name, those that were changed last."""
    events = Event.objects.filter(name=name, withdrawn_at=None).order_by("-updated_at")[:NAMED_ALIKE]
    return tuple(
        Candidate(event.pk, f"{event} · {date_in_words(event.date)}" if event.date else str(event))
        for event in events
    )


def _asks_who(suggestion: Suggestion) -> bool:
    return suggestion.kind == Suggestion.Kind.PERSON and suggestion.decision == Suggestion.Decision.SUGGESTED


def _namesakes(names: Iterable[str]) -> Namesakes:
    """By folded name, the people on record who bear it; a constant number of queries."""
    keys = set(filter(None, map(name_key, names)))
    if not keys:
        return {}
    found: dict[str, dict[UUID, Candidate]] = {}
    people: Any = Person.objects.filter(Q(name_key__in=keys) | Q(other_names__name_key__in=keys)).distinct()
    for person in people.prefetch_related("other_names", "positions").defer("folded", "summary"):
        offices = tuple(person.positions.all())
        text = f"{person} · {offices[0]}" if offices else str(person)
        candidate = Candidate(person.pk, text, offices)
        for key in {person.name_key, *(other.name_key for other in person.other_names.all())} & keys:
            found.setdefault(key, {})[person.pk] = candidate
    return {key: tuple(people.values()) for key, people in found.items()}


def show(
    suggestion: Suggestion,
    namesakes: Namesakes = MappingProxyType({}),
    question: Question | None = None,
    correction: CorrectionForm | None = None,
) -> Shown:
    # What rests on a whole text is shown as a difference, not quoted.
    spans = spans_of(suggestion) if suggestion.kind not in WHOLE_TEXTS else []
    return Shown(
        suggestion=suggestion,
        what=str(suggestion),
        details=tuple(_details(suggestion)),
        quotes=tuple(quote(suggestion.source.text, span) for span in spans[:QUOTES]),
        more=max(0, len(spans) - QUOTES),
        candidates=namesakes.get(name_key(str(suggestion)), ()) if _asks_who(suggestion) else (),
        question=question,
        correction=correction,
    )


def named(suggestion: Suggestion) -> str:
    """What a message calls it; a correction says what was read, and a question about two records names both."""
    if suggestion.kind == Suggestion.Kind.SAME:
        return f"{suggestion.value['name']}, {suggestion.value['other_name']}"
    if read := _read_as(suggestion):
        return _("%(name)s (read as: %(read)s)") % {"name": suggestion, "read": read}
    return str(suggestion)


def _read_as(suggestion: Suggestion) -> str:
    corrected = suggestion.corrected or {}
    names = CORRECTABLE.get(suggestion.kind, ())
    return ", ".join(str(suggestion.value.get(name) or "–") for name in names if name in corrected)


def quote(text: str, span: Iterable[int]) -> Quote:
    """The stretch `span` of `text` between the words around it."""
    start, end = span
    left, right = max(0, start - CONTEXT), min(len(text), end + CONTEXT)
    before, after = text[left:start], text[end:right]
    # Stay inside the line, and begin and end at a word.
    before, after = before.rpartition("\n")[2], after.partition("\n")[0]
    if left and len(before) == start - left:
        before = "…" + before.partition(" ")[2]
    if right < len(text) and len(after) == right - end:
        after = after.rpartition(" ")[0] + "…"
    return Quote(before, text[start:end], after)


def spans_of(suggestion: Suggestion) -> list[tuple[int, int]]:
    """The stretches of its source that a suggestion rests on; what else the evidence holds is left aside."""
    return [
        (span[0], span[1])
        for span in suggestion.evidence
        if isinstance(span, list) and len(span) == 2 and all(isinstance(at, int) and at >= 0 for at in span)
    ]


def _details(suggestion: Suggestion) -> Iterable[tuple[str, str]]:
    """What was found besides the name."""
    value = suggestion.value
    if role := value.get("role"):
        yield _("role"), str(role)
    if country := value.get("country"):
        yield _("country"), str(country)
    if kind := value.get("kind"):
        yield _("kind"), str(dict(Event.Kind.choices).get(kind, kind))
    if date := value.get("date"):
        date = date_in_words(str(date))
        inferred = _("%(date)s (inferred)") % {"date": date} if value.get("date_inferred") else date
        yield _("date"), inferred
    if place := value.get("place"):
        yield _("place"), str(place)
    if participants := value.get("participants"):
        yield _("participants"), ", ".join(map(str, participants))
    if suggestion.person is not None:
        yield _("person on record"), str(suggestion.person)
    if suggestion.event is not None:
        yield _("event on record"), str(suggestion.event)
