"""Mentions put together into people: one record a full name, short forms tied to it, offices without repeats."""

from collections.abc import Mapping

from articles.text.fold import modern_tones, name_key, words
from articles.text.mentions import Mention
from articles.text.names import country_at
from articles.text.roles import Role
from articles.text.tokens import Row
from articles.text.types import FoundPerson, Position, Span

_MEMBERSHIP = ("ủy viên", "đại biểu", "thành viên", "nguyên ủy viên")
_MEMBER_ENDS = ("ủy viên",)
_VISIT_WORDS = frozenset(("thăm", "sang", "tới", "đến"))


class _Person:
    def __init__(self, key: str, mention: Mention, canonical: str) -> None:
        self.key = key
        self.parts = key.split()
        self.name = canonical
        self.spellings: dict[str, None] = {}
        self.full: list[Mention] = []
        self.short: list[Mention] = []
        self.order = mention.row.starts[mention.start]


def merge(story: tuple[Row, ...], mentions: list[Mention], known: Mapping[str, str]) -> tuple[FoundPerson, ...]:
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
            people[key] = _Person(key, mention, canonical)
        people[key].full.append(mention)
        people[key].spellings[mention.name] = None
    _tie_partial_names(people)
    for mention in short:
        person = _owner(people, mention)
        if person is not None:
            person.short.append(mention)
        elif _stands_alone(mention):
            key = name_key(mention.name)
            people.setdefault(key, _Person(key, mention, mention.name)).full.append(mention)
            people[key].spellings[mention.name] = None
    found = [_finish(story, person) for person in people.values()]
    return tuple(sorted(found, key=lambda person: person.spans[0]))


def _tie_partial_names(people: dict[str, _Person]) -> None:
    """A two-part name that ends a longer one (`bà Kim Ngân` of `Nguyễn Thị Kim Ngân`) is its short form."""
    for key, person in list(people.items()):
        longer = [p for p in people.values() if len(p.parts) > len(person.parts) and _part_of(person.parts, p.parts)]
        if len(longer) == 1 and longer[0] is not person:
            longer[0].short += person.full
            del people[key]


def _part_of(part: list[str], whole: list[str]) -> bool:
    size = len(part)
    return whole[-size:] == part


def _owner(people: dict[str, _Person], mention: Mention) -> _Person | None:
    """Whose short form this is: the last part of a name, or the surname of a foreign one. Somebody who holds the
    office that it comes with, then the nearest before; nobody where that leaves two."""
    parts = words(mention.name)
    place = mention.row.starts[mention.start]
    candidates: list[tuple[bool, int, _Person]] = []
    for person in people.values():
        if len(person.parts) <= len(parts):
            continue
        if not _part_of(parts, person.parts):
            foreign = any(m.form.kind == "foreign" for m in person.full)
            if not (foreign and person.parts[: len(parts)] == parts):
                continue
        holds = _holds(person, mention)
        if holds is None:
            continue
        before = [m.row.starts[m.start] for m in person.full if m.row.starts[m.start] < place]
        candidates.append((holds, max(before, default=-1), person))
    if not candidates:
        return None
    candidates.sort(key=lambda candidate: candidate[:2])
    if len(candidates) > 1 and candidates[-1][:2] == candidates[-2][:2]:
        return None
    return candidates[-1][2]


def _holds(person: _Person, mention: Mention) -> bool | None:
    """Whether the person holds the office of a short form; None where they hold another, so it is not theirs:
    `Bộ trưởng Sơn` is not the Sơn who is only ever a director."""
    offices = [role for role in mention.roles if role.kind == "office"]
    theirs = {role.words for m in person.full for role in m.roles if role.kind == "office"}
    if not offices or not theirs:
        return False
    return True if any(role.words in held or held in role.words for role in offices for held in theirs) else None


def _stands_alone(mention: Mention) -> bool:
    """Short names worth a suggestion by themselves: `Tổng thống Abcdef`, `ca sĩ Lam Anh`."""
    role = mention.roles[-1] if mention.roles else None
    if mention.sure:
        return True
    if mention.form.kind == "given":
        if role is None:
            return mention.vouched and mention.form.end - mention.form.start == 2
        return role.bare and role.kind != "office" and not role.head.group and not role.head.company
    syllable = mention.row.words[mention.start].syllable
    if role is None:
        return mention.vouched and not syllable
    return role.kind == "office" and not syllable and not role.head.company


def _finish(story: tuple[Row, ...], person: _Person) -> FoundPerson:
    person.full.sort(key=lambda m: m.row.starts[m.start])
    spellings = list(person.spellings)
    full_spans = {m.row.span(m.start, m.end) for m in person.full}
    covered = _everywhere(story, spellings)
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
        sure=bool(sure),
        reason=best.reason,
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
    return low.startswith(_MEMBERSHIP) or low.endswith(_MEMBER_ENDS)


def _best_other(mentions: list[Mention], others: list[tuple[str, Position]]) -> list[tuple[str, Position]]:
    """Occupations before ranks, and only the first of either."""
    for kind in ("occupation", "rank"):
        for mention in mentions:
            for role in mention.roles:
                if role.kind == kind:
                    return [(w, p) for w, p in others if p.title == role.title][:1]
    return []


def _without_repeats(positions: list[tuple[str, Position]]) -> list[Position]:
    """Drop an office that a fuller one with the same head says too: `Bộ trưởng Ngoại giao` beside `Bộ trưởng Bộ
    Ngoại giao`, `Trưởng SOM` beside `Trưởng Quan chức cao cấp (SOM)`."""
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
