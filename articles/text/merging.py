"""Mentions put together into people: one record a full name, short forms tied to it, offices without
repeats."""

from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from itertools import combinations

from articles.text.fold import modern_tones, name_key, words
from articles.text.names import country_at
from articles.text.naming import BORN, Mention
from articles.text.roles import Role
from articles.text.tokens import Row
from articles.text.types import FoundPerson, Position, Span

_MEMBERSHIP = ("ủy viên", "đại biểu", "thành viên", "nguyên ủy viên")
_MEMBER_ENDS = ("ủy viên",)
_MOST_SEARCHED = 200
_MOST_ALIKE, _LEAST_ALIKE, _ALIKE = 10, 5, 0.85
"""Names with a part in common that are compared, the letters of the other part, and how like it has to be."""
_VISIT_WORDS = frozenset(("thăm", "sang", "tới", "đến"))


class _Person:
    def __init__(self, key: str, canonical: str) -> None:
        self.key = key
        self.parts = key.split()
        self.name = canonical
        self.spellings: dict[str, None] = {}
        self.full: list[Mention] = []
        self.short: list[Mention] = []


def merge(
    story: tuple[Row, ...], mentions: list[Mention], known: Mapping[str, str]
) -> tuple[FoundPerson, ...]:
    """People in the order of their first full name."""
    people: dict[str, _Person] = {}
    short: list[Mention] = []
    for mention in mentions:
        if mention.form.kind in ("single", "given") and mention.name not in known:
            short.append(mention)
            continue
        canonical = known.get(mention.name, mention.name)
        key = name_key(canonical)
        if key not in people:
            people[key] = _Person(key, canonical)
        people[key].full.append(mention)
        people[key].spellings[mention.name] = None
    index = _Index(people.values())
    for key, person in list(people.items()):
        whole = index.longer(person)
        if whole is not None:
            whole.short += person.full
            del people[key]
    for mention in short:
        owner = index.owner(mention)
        if owner is not None:
            owner.short.append(mention)
        elif _stands_alone(mention):
            key = name_key(mention.name)
            people.setdefault(key, _Person(key, mention.name)).full.append(mention)
            people[key].spellings[mention.name] = None
    for mention in short:
        if (key := name_key(mention.name)) in people and mention.roles:
            person = people[key]
            if mention not in person.full and mention not in person.short:
                person.short.append(mention)
    doubtful = _misspelt(people.values())
    # Names are looked for again one by one: in a list of hundreds that would cost more than it tells.
    search = len(people) <= _MOST_SEARCHED
    found = [
        _finish(story, person, search=search, doubtful=person.key in doubtful) for person in people.values()
    ]
    return tuple(sorted(found, key=lambda person: person.spans[0]))


class _Index:
    """People by the first and last part of their names, for looking up short forms."""

    def __init__(self, people: Iterable[_Person]) -> None:
        self._by_last: dict[str, list[_Person]] = {}
        self._by_first: dict[str, list[_Person]] = {}
        for person in people:
            if person.parts:
                self._by_last.setdefault(person.parts[-1], []).append(person)
                if any(m.form.kind == "foreign" or _abroad(m) for m in person.full):
                    self._by_first.setdefault(person.parts[0], []).append(person)

    def longer(self, person: _Person) -> _Person | None:
        """The one person whose longer name ends in this one: `bà Kim Ngân` is `Nguyễn Thị Kim Ngân`."""
        found = self._ending(person.parts)
        if len(found) != 1 or any(_holds(found[0], mention) is None for mention in person.full):
            return None
        return found[0]

    def _ending(self, parts: list[str]) -> list[_Person]:
        size = len(parts)
        same = self._by_last.get(parts[-1], ()) if parts else ()
        return [p for p in same if len(p.parts) > size and p.parts[-size:] == parts]

    def owner(self, mention: Mention) -> _Person | None:
        """Whose short form this is: the last part of a name, or the surname of a foreign one.

        Somebody who holds the office that it comes with, then the nearest before; nobody where that leaves
        two.
        """
        parts = words(mention.name)
        size, place = len(parts), mention.row.starts[mention.start]
        found = self._ending(parts)
        same = self._by_first.get(parts[0], ()) if parts else ()
        found += [p for p in same if len(p.parts) > size and p.parts[:size] == parts and p not in found]
        candidates: list[tuple[bool, int, _Person]] = []
        for person in found:
            holds = _holds(person, mention)
            if holds is not None:
                before = [at for m in person.full if (at := m.row.starts[m.start]) < place]
                candidates.append((holds, max(before, default=-1), person))
        candidates.sort(key=lambda candidate: candidate[:2])
        if not candidates or (len(candidates) > 1 and candidates[-1][:2] == candidates[-2][:2]):
            return None
        return candidates[-1][2]


def _abroad(mention: Mention) -> bool:
    """An office of another country: `ông Vương` may be Vương Nghị, as no Vietnamese is called by the surname."""
    return any(role.country not in ("", "Việt Nam", "@same", "@host") for role in mention.roles)


def _holds(person: _Person, mention: Mention) -> bool | None:
    """Whether the person holds the office of a short form; None where they hold another, so it is not
    theirs: `Bộ trưởng Sơn` is not the Sơn who is only ever a director."""
    offices = [role for role in mention.roles if role.kind == "office"]
    theirs = {role.words for m in person.full for role in m.roles if role.kind == "office"}
    if not offices or not theirs:
        return False
    same = any(role.words in held or held in role.words for role in offices for held in theirs)
    return True if same else None


def _stands_alone(mention: Mention) -> bool:
    """Short names worth a suggestion by themselves: `Tổng thống Abcdef`, `ca sĩ Lam Anh`."""
    role = mention.roles[-1] if mention.roles else None
    if mention.sure or mention.reason == BORN:
        return True
    if mention.form.kind == "given":
        if role is not None and role.kind == "occupation" and role.bare and role.head.company:
            return mention.form.end - mention.form.start == 2  # `thủ môn Lam Anh`
        if role is None:
            return mention.vouched and mention.form.end - mention.form.start == 2
        return role.bare and role.kind != "office" and not role.head.group and not role.head.company
    syllable = mention.row.words[mention.start].syllable
    if role is None:
        return mention.vouched and not syllable
    return role.kind == "office" and not syllable and not role.head.company


def _misspelt(people: Iterable[_Person]) -> set[str]:
    """Foreign names that differ from another of the story by a letter or two: `Sergei Mikhalov` beside `Sergei
    Mikhailov`. The one that is told of less is for an editor to judge."""
    groups: dict[str, list[_Person]] = {}
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


def _finish(story: tuple[Row, ...], person: _Person, *, search: bool, doubtful: bool = False) -> FoundPerson:
    person.full.sort(key=lambda m: m.row.starts[m.start])
    spellings = list(person.spellings)
    full_spans = {m.row.span(m.start, m.end) for m in person.full}
    covered = _everywhere(story, spellings) if search else set()
    first = min(full_spans)
    rest = {m.row.span(m.start, m.end) for m in person.short} | full_spans | covered
    first = min(full_spans | covered)
    rest.discard(first)
    spans = (first, *_disjoint(first, sorted(rest)))
    mentions = person.full + person.short
    positions, role_spans = _positions(mentions)
    sure = [m for m in person.full if m.sure]
    best = sure[0] if sure else person.full[0]
    country = next((p.country for p in positions if p.country), "")
    return FoundPerson(
        name=person.name,
        role=positions[0].title if positions else "",
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


def _everywhere(story: tuple[Row, ...], spellings: list[str]) -> set[Span]:
    """Where the full name stands again without any title."""
    found: set[Span] = set()
    for row in story:
        text, start, stop = row.text, row.starts[0], row.end(row.size - 1)
        for name in spellings:
            if " " not in name:
                continue
            at = text.find(name, start, stop)
            while at >= 0:
                end = at + len(name)
                inside = (at == 0 or not text[at - 1].isalnum()) and not text[end : end + 1].isalnum()
                if inside and not (text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()):
                    found.add(Span(at, end))
                at = text.find(name, end, stop)
    return found


def _positions(mentions: list[Mention]) -> tuple[tuple[Position, ...], tuple[Span, ...]]:
    mentions = sorted(mentions, key=lambda m: m.row.starts[m.start])
    offices: list[tuple[str, Position]] = []
    others: list[tuple[str, Position]] = []
    spans: list[Span] = []
    for mention in mentions:
        given = [_country(mention.row, role) for role in mention.roles]
        shared = {c for c in given if c}
        for role, country in zip(mention.roles, given, strict=True):
            spans.append(mention.row.span(role.start, role.end))
            if not country and len(shared) == 1:
                country = next(iter(shared))
            position = Position(role.title, role.organisation, country)
            (offices if role.kind == "office" else others).append((role.words, position))
    kept = _without_repeats(offices or _best_other(mentions, others))
    known = {p.country for p in kept if p.country}
    if len(known) == 1:
        country = next(iter(known))
        kept = [Position(p.title, p.organisation, country) for p in kept]
    kept.sort(key=lambda p: _is_membership(p.title))
    return tuple(kept), tuple(sorted(set(spans)))


def _is_membership(title: str) -> bool:
    """Seats (`Ủy viên …`, `Tỉnh ủy viên`) stand after the offices that people are known by."""
    low = modern_tones(title.lower())
    return (low.startswith(_MEMBERSHIP) and not low.startswith("ủy viên trưởng")) or low.endswith(
        _MEMBER_ENDS
    )


def _best_other(mentions: list[Mention], others: list[tuple[str, Position]]) -> list[tuple[str, Position]]:
    """Occupations before ranks, and only the first of either."""
    for kind in ("occupation", "rank"):
        for mention in mentions:
            for role in mention.roles:
                if role.kind == kind:
                    return [(w, p) for w, p in others if p.title == role.title][:1]
    return []


def _without_repeats(positions: list[tuple[str, Position]]) -> list[Position]:
    """Drop an office that a fuller one with the same head says too: `Bộ trưởng Ngoại giao` beside `Bộ
    trưởng Bộ Ngoại giao`, `Trưởng SOM` beside `Trưởng Quan chức cao cấp (SOM)`."""
    kept: list[tuple[str, list[str], Position]] = []
    for head, position in positions:
        title = words(position.title)
        for i, (other_head, other, held) in enumerate(kept):
            if head != other_head:
                continue
            if _within(title, other):
                country = held.country or position.country
                kept[i] = (head, other, Position(held.title, held.organisation, country))
                break
            if _within(other, title):
                country = position.country or held.country
                kept[i] = (head, title, Position(position.title, position.organisation, country))
                break
        else:
            kept.append((head, title, position))
    return [position for _, _, position in kept]


def _within(part: list[str], whole: list[str]) -> bool:
    rest = iter(whole)
    return all(word in rest for word in part)


def _country(row: Row, role: Role) -> str:
    """The role's country, `nước chủ nhà` and `nước này` read from what stands before in the row."""
    if not role.country.startswith("@"):
        return role.country
    begin = 0
    if role.country == "@host":
        for end in row.sentence_ends():
            if end > role.start:
                break
            begin = end
    last = visited = ""
    i = begin
    while i < role.start:
        found = country_at(row, i)
        if found is None:
            i += 1
            continue
        if found[1] != "Việt Nam" or role.country == "@same":
            last = found[1]
            if _VISIT_WORDS.intersection(row.lows[max(0, i - 4) : i]):
                visited = found[1]
        i = found[0]
    return visited or last
