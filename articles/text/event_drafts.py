"""Events as single sentences tell them, and how several tellings become one event."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache

from articles.text.dates import DateAt
from articles.text.fold import words as fold_words
from articles.text.types import FoundEvent, Span

_QUOTED = re.compile(r"[“\"].*?[”\"]")
_EXCHANGES = frozenset(("talks", "phone_call", "consultation"))
_MOST_PEOPLE = 100
_FIRST, _LATEST = 20, 40
"""Events that a later telling is compared with: a story's first, and the latest."""


@dataclass(slots=True)
class Draft:
    """An event as one sentence tells it."""

    kind: str
    name: str
    """Empty where only a day is told of an event that is named elsewhere."""
    named: bool
    """Has a name of its own, rather than one made of its kind and people."""
    row: int
    at: int
    when: DateAt | None = None
    place: str = ""
    people: list[str] = field(default_factory=list)
    sure: bool = False
    reason: str = ""
    from_title: bool = False
    span: Span = field(default_factory=lambda: Span(0, 0))
    ordinal: str = ""
    spans: list[Span] = field(default_factory=list)
    noun: str = ""
    """The event word alone, where the name is made of it and of who holds it."""
    doers: list[str] = field(default_factory=list)
    """Those of `people` who are the subject of the sentence."""

    def join(self, people: list[str]) -> None:
        """Add those who are not among its people yet."""
        if len(self.people) < _MOST_PEOPLE:
            self.people += [name for name in people if name not in self.people]


class Told:
    """The events of a story as its sentences tell them, in order."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self.main: Draft | None = None
        """The first with a name of its own that is sure."""
        self._last: dict[str, Draft] = {}

    def add(self, draft: Draft) -> None:
        self.drafts.append(draft)
        self._last[draft.kind] = draft
        self.look_again(draft)

    def look_again(self, draft: Draft) -> None:
        """An event of the story has become sure."""
        earlier = self.main is None or (draft.row, draft.at) < (self.main.row, self.main.at)
        if draft.named and draft.sure and earlier:
            self.main = draft

    def last(self, kind: str) -> Draft | None:
        """The latest of a kind."""
        return self._last.get(kind)


def merge(drafts: list[Draft]) -> list[Draft]:
    """One draft an event, in the order of their first telling."""
    kept: list[Draft] = []
    words = cache(_words)
    for draft in drafts:
        near = (*kept[:_FIRST], *kept[max(_FIRST, len(kept) - _LATEST) :])
        other = next((held for held in near if _same(held, draft, words)), None)
        if other is None:
            draft.spans.append(draft.span)
            kept.append(draft)
            continue
        _absorb(other, draft)
    return [draft for draft in kept if draft.name]


def _words(name: str) -> frozenset[str]:
    """The words of a name by which it is known again; a title in quotation marks may be left out elsewhere."""
    known = fold_words(_QUOTED.sub("", name))
    return frozenset(known if len(known) > 3 else fold_words(name))


def _same(a: Draft, b: Draft, words: Callable[[str], frozenset[str]]) -> bool:
    if a.kind != b.kind:
        return False
    if a.named and b.named and a.name == b.name and a.when and b.when and a.when.edtf[:7] == b.when.edtf[:7]:
        return True
    if a.when and b.when and a.when.edtf != b.when.edtf and not _inside(a.when.edtf, b.when.edtf):
        return False
    one, two = words(a.noun or a.name), words(b.noun or b.name)
    if a.named and b.named:
        if a.ordinal and b.ordinal and a.ordinal != b.ordinal:
            return False
        return one <= two or two <= one
    if a.named != b.named and a.kind not in _EXCHANGES:
        return False
    if a.kind == "meeting" and min(len(a.people), len(b.people)) < 2 and not (one <= two or two <= one):
        return False  # with a body: `A làm việc với Tỉnh ủy`
    shared = set(a.people) & set(b.people)
    if a.kind == "visit" and a.place and b.place and a.place != b.place:
        return False
    return bool(shared) and (shared == set(a.people) or shared == set(b.people))


def _inside(one: str, two: str) -> bool:
    """One of two dates says more than the other and nothing else: a month and its day, a range and a day in it."""
    if "X" in one + two:
        one, two = (date.replace(date[:4], "XXXX") for date in (one, two))
    if one.startswith(two) or two.startswith(one):
        return True
    (first, _, last), (day, _, until) = sorted((one.partition("/"), two.partition("/")), key=_openness)
    return bool(last) and not until and first <= day <= last


def _openness(parts: tuple[str, str, str]) -> int:
    return -len(parts[2])


def _absorb(held: Draft, more: Draft) -> None:
    """Keep the surer telling's day and place, the title's or the numbered name, and everybody."""
    if (more.ordinal, more.from_title) > (held.ordinal, held.from_title) or (more.named and not held.named):
        better_ordinal = bool(more.ordinal) and not held.ordinal
        if better_ordinal or not held.from_title:
            held.name, held.named, held.ordinal = more.name, more.named, more.ordinal
    elif (
        held.named
        and more.named
        and not held.from_title
        and not held.ordinal
        and len(more.name) > len(held.name)
    ):
        held.name = more.name
    if held.noun and more.named and not more.noun:
        held.name, held.noun = more.name, ""
    elif not held.name or (
        not held.named and not more.named and more.name and set(held.people) < set(more.people)
    ):
        held.name = more.name
    elif held.named and more.named and _QUOTED.search(more.name) and not _QUOTED.search(held.name):
        held.name = more.name  # `Hội thảo lý luận “Công tác …”` rather than `Hội thảo lý luận giữa hai Ban`
    if more.when and (
        held.when is None
        or (more.sure and not held.sure)
        or (len(more.when.edtf) > len(held.when.edtf) and held.when.precision != "range")
    ):
        held.when = more.when
    if more.sure and not held.sure:
        held.sure, held.reason = True, more.reason
    if not held.place:
        held.place = more.place
    held.join(more.people)
    held.spans.append(more.span)


def finish(draft: Draft) -> FoundEvent:
    """The draft as the value that the parser returns."""
    when = draft.when
    return FoundEvent(
        name=draft.name,
        kind=draft.kind,
        date=when.edtf if when else None,
        date_inferred=bool(when and when.inferred),
        place=draft.place,
        participants=tuple(draft.people),
        sure=draft.sure and when is not None,
        reason=draft.reason,
        spans=tuple(dict.fromkeys(draft.spans)),
        date_spans=when.evidence if when else (),
    )
