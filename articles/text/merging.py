"""Mentions put together into people: one record a full name, short forms tied to it, offices without
repeats."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import replace
from difflib import SequenceMatcher
from functools import cached_property
from itertools import combinations

from articles.text.fold import modern_tones, name_key, words
from articles.text.names import country_at
from articles.text.naming import BORN, LISTED, Mention
from articles.text.roles import MINISTERS, Role
from articles.text.tokens import Row
from articles.text.types import FoundPerson, Position, Span

_MEMBERSHIP = ("ủy viên", "đại biểu", "đbqh", "thành viên", "nguyên ủy viên")
_MEMBER_ENDS = ("ủy viên",)
_MOST_SEARCHED = 200
_MOST_ALIKE, _LEAST_ALIKE, _ALIKE = 10, 5, 0.85
"""Names with a part in common that are compared, the letters of the other part, and how like it has to be."""
_FAR_BACK = 250
"""Words before `nước này` in which the country is looked for."""
_MOST_POSITIONS = 40
_MOST_NAMESAKES = 40
"""People of one last name among whom the owner of a short form is looked for."""
_VISIT_WORDS = frozenset(("thăm", "sang", "tới", "đến"))


class _Person:
    def __init__(self, key: str, canonical: str) -> None:
        self.key = key
        self.parts = key.split()
        self.name = canonical
        self.spellings: dict[str, None] = {}
        self.full: list[Mention] = []
        self.short: list[Mention] = []

    @cached_property
    def starts(self) -> list[int]:
        """Where the full name stands, in order; asked for when no more is added to `full`."""
        return sorted(m.row.starts[m.start] for m in self.full)

    @cached_property
    def offices(self) -> set[str]:
        """The heads of the offices given with the full name; likewise."""
        return {role.words for m in self.full for role in m.roles if role.kind == "office"}


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
    left: list[Mention] = []
    for mention in short:
        owner = index.owner(mention)
        if owner is not None:
            owner.short.append(mention)
        elif _stands_alone(mention):
            key = name_key(mention.name)
            people.setdefault(key, _Person(key, mention.name)).full.append(mention)
            people[key].spellings[mention.name] = None
        elif mention.roles:
            left.append(mention)
    for mention in left:
        if (key := name_key(mention.name)) in people:
            people[key].short.append(mention)
    doubtful = _misspelt(people.values())
    # Names are looked for again one by one: in a list of hundreds that would cost more than it tells.
    search = sum(len(person.spellings) for person in people.values()) <= _MOST_SEARCHED
    found = [
        _finish(story, person, search=search, doubtful=person.key in doubtful) for person in people.values()
    ]
    return tuple(sorted(found, key=lambda person: person.spans[0]))


class _Index:
    """People by the last words of their names, foreign ones by the first too, for looking up short forms."""

    def __init__(self, people: Iterable[_Person]) -> None:
        self._ending: dict[tuple[str, ...], list[_Person]] = {}
        self._opening: dict[tuple[str, ...], list[_Person]] = {}
        for person in people:
            parts = tuple(person.parts)
            abroad = any(m.form.kind == "foreign" or _abroad(m) for m in person.full)
            for at in range(1, len(parts)):
                self._ending.setdefault(parts[at:], []).append(person)
                if abroad:
                    self._opening.setdefault(parts[:at], []).append(person)

    def longer(self, person: _Person) -> _Person | None:
        """The one person whose longer name ends in this one: `bà Kim Ngân` is `Nguyễn Thị Kim Ngân`; or opens
        with it, if a foreign one of the same office: `Tổng thống Lena Holt` is `Lena Holt Vidal`."""
        found = self._ending.get(tuple(person.parts), ())
        if not found and len(person.parts) > 1 and any(m.form.kind == "foreign" for m in person.full):
            found = [p for p in self._opening.get(tuple(person.parts), ()) if _same_office(p, person)]
        if len(found) != 1 or any(_holds(found[0], mention) is None for mention in person.full):
            return None
        return found[0]

    def owner(self, mention: Mention) -> _Person | None:
        """Whose short form this is: the last part of a name, or the surname of a foreign one.

        Somebody who holds the office that it comes with, then the nearest before, then the only one who is
        sure; nobody where that leaves two.
        """
        parts, place = tuple(words(mention.name)), mention.row.starts[mention.start]
        namesakes = {p.key: p for index in (self._ending, self._opening) for p in index.get(parts, ())}
        if len(namesakes) > _MOST_NAMESAKES:
            return None
        candidates: list[tuple[bool, int, _Person]] = []
        for person in namesakes.values():
            holds = _holds(person, mention)
            if holds is not None:
                before = bisect_left(person.starts, place)
                candidates.append((holds, person.starts[before - 1] if before else -1, person))
        best = max((candidate[:2] for candidate in candidates), default=None)
        equal = [person for *rank, person in candidates if tuple(rank) == best]
        if len(equal) > 1:
            equal = [person for person in equal if any(m.sure for m in person.full)]
        return equal[0] if len(equal) == 1 else None


def _abroad(mention: Mention) -> bool:
    """An office of another country: `ông Vương` may be Vương Nghị, as no Vietnamese is called by the surname."""
    return any(role.country not in ("", "Việt Nam", "@same", "@host") for role in mention.roles)


def _holds(person: _Person, mention: Mention) -> bool | None:
    """Whether the person holds the office of a short form; None where they hold another, so it is not
    theirs: `Bộ trưởng Sơn` is not the Sơn who is only ever a director."""
    offices = [role for role in mention.roles if role.kind == "office"]
    if not offices or not person.offices:
        return False
    same = any(role.words in held or held in role.words for role in offices for held in person.offices)
    return True if same else None


def _same_office(one: _Person, two: _Person) -> bool:
    """Both are told of with one office at least."""
    return not one.offices.isdisjoint(two.offices)


def _stands_alone(mention: Mention) -> bool:
    """Short names worth a suggestion by themselves: `Tổng thống Abcdef`, `ca sĩ Lam Anh`."""
    role = mention.roles[-1] if mention.roles else None
    if mention.sure or mention.reason == BORN:
        return True
    if mention.form.kind == "given":
        if role is not None and role.kind == "occupation" and role.bare and role.head.company:
            return mention.form.end - mention.form.start == 2  # `thủ môn Lam Anh`
        if len(mention.roles) > 1 and mention.roles[0].kind == "occupation":
            return True  # `Nhà báo Lam Anh - Chủ tịch Hội Nhà báo`
        if role is not None and mention.reason == LISTED:
            return mention.form.end - mention.form.start <= 3
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
    kept.sort(key=lambda p: (_is_membership(p.title), _says_little(p)))
    return tuple(kept), tuple(sorted(set(spans)))


def _is_membership(title: str) -> bool:
    """Seats (`Ủy viên …`, `Tỉnh ủy viên`) stand after the offices that people are known by."""
    low = modern_tones(title.lower())
    if low.startswith("phó bí thư quân ủy"):
        return True
    return (low.startswith(_MEMBERSHIP) and not low.startswith("ủy viên trưởng")) or low.endswith(
        _MEMBER_ENDS
    )


def _says_little(position: Position) -> bool:
    """A minister of nothing: `Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ A` is known by the other office."""
    return not position.organisation and modern_tones(position.title.lower()) in MINISTERS


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
                if position.country and not held.country:
                    kept[i] = (head, other, replace(held, country=position.country))
                break
            if _within(other, title):
                country = position.country or held.country
                kept[i] = (head, title, Position(position.title, position.organisation, country))
                break
        else:
            if len(kept) < _MOST_POSITIONS:
                kept.append((head, title, position))
    return [position for _, _, position in kept]


def _within(part: list[str], whole: list[str]) -> bool:
    rest = iter(whole)
    return all(word in rest for word in part)


def _country(row: Row, role: Role) -> str:
    """The role's country, `nước chủ nhà` and `nước này` read from what stands before in the row."""
    if not role.country.startswith("@"):
        return role.country
    begin = row.sentence_start(role.start)
    if role.country == "@same":
        begin = max(0, role.start - _FAR_BACK)
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
