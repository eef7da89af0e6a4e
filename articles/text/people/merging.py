"""Mentions put together into people: one record a full name, short forms tied to it, offices without
repeats."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from itertools import accumulate, combinations

from articles.text.fold import name_key
from articles.text.people.evidence import called_after
from articles.text.people.naming import Mention
from articles.text.people.positions import positions_of, role_of
from articles.text.people.short_forms import Index, Person, stands_alone
from articles.text.types import FoundPerson, Span
from articles.text.words.tokens import Row

_MOST_SEARCHED = 200
_SPACES = "\n\t\xa0\u2002\u2003\u2009\u202f\u3000"
"""What may stand between the words of a name instead of a plain space."""
_MOST_ALIKE, _LEAST_ALIKE, _ALIKE = 10, 5, 0.85
"""Names with a part in common that are compared, the letters of the other part, and how like it has to be."""


def merge(
    story: tuple[Row, ...], mentions: list[Mention], known: Mapping[str, str]
) -> tuple[FoundPerson, ...]:
    """People in the order of their first full name."""
    people: dict[str, Person] = {}
    written: dict[str, Person] = {}
    short: list[Mention] = []
    for mention in mentions:
        if mention.form.kind in ("single", "given") and mention.name not in known:
            short.append(mention)
            continue
        person = written.get(mention.name)
        if person is None:
            canonical = known.get(mention.name, mention.name)
            key = name_key(canonical)
            person = written[mention.name] = people.setdefault(key, Person(key, canonical))
            person.spellings[mention.name] = None
        person.full.append(mention)
    index = Index(people.values())
    for key, person in list(people.items()):
        whole = index.longer(person)
        if whole is not None:
            whole.short += person.full
            del people[key]
    left: list[Mention] = []
    for mention in short:
        owner = index.owner(mention)
        if owner is not None:
            owner.short.append(mention)
        elif stands_alone(mention):
            key = name_key(mention.name)
            people.setdefault(key, Person(key, mention.name)).full.append(mention)
            people[key].spellings[mention.name] = None
        elif mention.roles:
            left.append(mention)
    for mention in left:
        if (key := name_key(mention.name)) in people:
            people[key].short.append(mention)
    doubtful = _misspelt(people.values()) | _cut(people.values())
    # Names are looked for again one by one: in a list of hundreds that would cost more than it tells.
    few = sum(len(person.spellings) for person in people.values()) <= _MOST_SEARCHED
    search = _Search(story) if people and few else None
    found = [_finish(person, search, doubtful=person.key in doubtful) for person in people.values()]
    return tuple(sorted(found, key=lambda person: person.spans[0]))


def _cut(people: Iterable[Person]) -> set[str]:
    """Names of two words that another of the story begins with: `Tạ Quang | kha`, where it has `Tạ Quang Kha`, too."""
    short = {person.key for person in people if len(person.parts) == 2}
    return short.intersection(" ".join(person.parts[:2]) for person in people if len(person.parts) > 2)


def _misspelt(people: Iterable[Person]) -> set[str]:
    """Foreign names that differ from another of the story by a letter or two: `Sergei Mikhalov` beside `Sergei
    Mikhailov`. The one that is told of less is for an editor to judge."""
    groups: dict[str, list[Person]] = {}
    for person in people:
        if len(person.parts) == 2 and any(m.form.kind == "foreign" for m in person.full):
            for part in person.parts:
                groups.setdefault(part, []).append(person)
    doubtful: set[str] = set()
    for part, group in groups.items():
        for one, two in combinations(group[:_MOST_ALIKE], 2):
            first, second = (next((p for p in person.parts if p != part), "") for person in (one, two))
            if min(len(first), len(second)) >= _LEAST_ALIKE and _alike(first, second):
                doubtful.add(min((two, one), key=lambda person: len(person.full) + len(person.short)).key)
    return doubtful


def _alike(one: str, two: str) -> bool:
    return SequenceMatcher(None, one, two, autojunk=False).ratio() >= _ALIKE


def _finish(person: Person, search: "_Search | None", *, doubtful: bool) -> FoundPerson:
    person.full.sort(key=lambda m: m.row.starts[m.start])
    spellings = list(person.spellings)
    whole = {m.row.span(m.start, m.end) for m in person.full}
    if search:
        whole |= search.places(spellings)
    first = min(whole)
    rest = whole.union(m.row.span(m.start, m.end) for m in person.short) - {first}
    spans = (first, *_disjoint(first, sorted(rest)))
    mentions = person.full + person.short
    positions, role_spans = positions_of(mentions)
    sure = [m for m in person.full if m.sure]
    best = sure[0] if sure else person.full[0]
    country = next((p.country for p in positions if p.country), "")
    return FoundPerson(
        name=person.name,
        role=role_of(mentions, positions),
        country=country,
        positions=positions,
        other_names=tuple(s for s in spellings if s != person.name),
        sure=bool(sure) and not doubtful,
        reason="nearly the name of somebody else here" if doubtful else best.reason,
        spans=spans,
        role_spans=role_spans,
    )


def _disjoint(first: Span, spans: list[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in spans:
        if span.start < first.end and first.start < span.end:
            continue
        if kept and span.start < kept[-1].end:
            continue
        kept.append(span)
    return kept


class _Search:
    """Where full names stand again in a story without any title."""

    def __init__(self, story: tuple[Row, ...]) -> None:
        self._story = story
        self._text = story[0].text
        for space in _SPACES:
            self._text = self._text.replace(space, " ")
        self._starts = [row.starts[0] for row in story]
        # A row may have another inside, a caption among its lines: how far those reach that begin before.
        self._reach = list(accumulate((row.end(row.size - 1) for row in story), max))

    def places(self, spellings: list[str]) -> set[Span]:
        """Those of these names, which have two words at least."""
        found: set[Span] = set()
        text, last = self._text, self._reach[-1]
        for name in spellings:
            if " " not in name:
                continue
            at = text.find(name, self._starts[0], last)
            while at >= 0:
                end = at + len(name)
                row = bisect_right(self._starts, at) - 1
                inside = (at == 0 or not text[at - 1].isalnum()) and not text[end : end + 1].isalnum()
                goes_on = text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()
                if end <= self._reach[row] and inside and not goes_on and not self._of_a_thing(row, at):
                    found.add(Span(at, end))
                at = text.find(name, end, last)
        return found

    def _of_a_thing(self, number: int, start: int) -> bool:
        """`Quỹ | Trần Lam Khê`: what bears somebody's name there is not that person."""
        row = self._story[number]
        return called_after(row, bisect_left(row.starts, start))
