"""Whose name a shorter one is: `ông Sơn`, `Tổng thống Holt`, `bà Kim Mây` and the full names of the story."""

from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property

from articles.text.fold import words
from articles.text.people.countries import HOME
from articles.text.people.naming import BORN, LISTED, Mention

_AS_WELL = {"ngoại trưởng": "bộ trưởng", "foreign minister": "minister"}
"""Heads of offices that are also called by another, wider one."""
_AT_HOME = HOME | {"@same", "@host"}
"""What offices say of their country that are not of another one."""
_MOST_NAMESAKES = 40
"""People of one last name among whom the owner of a short form is looked for."""


class Person:
    """The mentions put together so far: those of the full name, and shorter ones tied to it."""

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
        held = {role.words for m in self.full for role in m.roles if role.kind == "office"}
        return held | {_AS_WELL[words] for words in held if words in _AS_WELL}

    @cached_property
    def trades(self) -> set[str]:
        """Those of the occupations."""
        return {role.words for m in self.full for role in m.roles if role.kind == "occupation"}


_MANY = frozenset(("đôi", "sinh", "dân", "thủ", "đội", "giả", "đọc"))
"""Last words of forms of address that one word behind them makes nobody: `cặp đôi Hiphop`, `thí sinh Idol`."""
_STANDING = frozenset(("ứng viên", "ứng cử viên"))


class Index:
    """People by the last words of their names, foreign ones by the first too, for looking up short forms."""

    def __init__(self, people: Iterable[Person]) -> None:
        self._ending: dict[tuple[str, ...], list[Person]] = {}
        self._opening: dict[tuple[str, ...], list[Person]] = {}
        for person in people:
            parts = tuple(person.parts)
            abroad = any(m.form.kind == "foreign" for m in person.full) or _abroad(person)
            for at in range(1, len(parts)):
                self._ending.setdefault(parts[at:], []).append(person)
                if abroad:
                    self._opening.setdefault(parts[:at], []).append(person)

    def longer(self, person: Person) -> Person | None:
        """The one person whose longer name ends in this one: `bà Kim Mây` is `Nguyễn Thị Kim Mây`; or opens
        with it, if a foreign one of the same office: `Tổng thống Lena Holt` is `Lena Holt Vidal`."""
        found = self._ending.get(tuple(person.parts), ())
        if not found and len(person.parts) > 1 and len(person.parts[0]) == 1:
            found = [p for p in self._ending.get(tuple(person.parts[1:]), ()) if _initialled(person, p)]
        if not found and len(person.parts) > 1 and any(m.form.kind == "foreign" for m in person.full):
            found = [p for p in self._opening.get(tuple(person.parts), ()) if _same_office(p, person)]
        if len(found) != 1 or any(_holds(found[0], mention) is None for mention in person.full):
            return None
        return found[0]

    def owner(self, mention: Mention) -> Person | None:
        """Whose short form this is: the last part of a name, or the surname of a foreign one.

        Somebody who holds the office that it comes with, then the nearest before, then the only one who is
        sure; nobody where that leaves two.
        """
        parts, place = tuple(words(mention.name)), mention.row.starts[mention.start]
        namesakes = {p.key: p for index in (self._ending, self._opening) for p in index.get(parts, ())}
        if len(namesakes) > _MOST_NAMESAKES:
            return None
        candidates: list[tuple[bool, int, Person]] = []
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


def _initialled(short: Person, whole: Person) -> bool:
    """`T. Holt` is `Thomas Holt`."""
    return (
        len(whole.parts[0]) > 1
        and whole.parts[0][0] == short.parts[0]
        and len(whole.parts) == len(short.parts)
    )


def _abroad(person: Person) -> bool:
    """An office of another country: `ông Vương` may be Vương Lam Hồng, as no Vietnamese is called by the surname."""
    return not _AT_HOME.issuperset(role.country for mention in person.full for role in mention.roles)


def _holds(person: Person, mention: Mention) -> bool | None:
    """Whether the person holds the office of a short form; None where they hold another, so it is not
    theirs: `Bộ trưởng Sơn` is not the Sơn who is only ever a director."""
    if not person.offices:
        return False
    # Whoever stands for an office holds another: `Tổng thống Owen Holt`, `ứng cử viên Holt`.
    offices = [role for role in mention.roles if role.kind == "office" and role.words not in _STANDING]
    if not offices:
        # `chuyên gia Kim` is no leader by that surname.
        other = (
            mention.roles
            and mention.roles[-1].kind == "occupation"
            and mention.roles[-1].words not in person.trades
        )
        return None if other and words(mention.name) == person.parts[:1] else False
    asked = {role.words for role in offices} | {_AS_WELL.get(role.words, role.words) for role in offices}
    same = any(words in held or held in words for words in asked for held in person.offices)
    return True if same else None


def _same_office(one: Person, two: Person) -> bool:
    """Both are told of with one office at least."""
    return not one.offices.isdisjoint(two.offices)


def stands_alone(mention: Mention) -> bool:
    """Short names worth a suggestion by themselves: `Tổng thống Abcdef`, `ca sĩ Lam Anh`."""
    role = mention.roles[-1] if mention.roles else None
    if mention.sure or mention.reason == BORN:
        return True
    if mention.form.kind == "given":
        if role is not None and role.kind == "occupation" and role.bare and role.head.company:
            return mention.form.end - mention.form.start == 2  # `thủ môn Lam Anh`
        if len(mention.roles) > 1 and mention.roles[0].kind == "occupation":
            return True  # `Nhà báo Lam Anh - Chủ tịch Hội Nhà báo`
        whole = mention.form.end - mention.form.start >= 3
        if role is not None and not role.bare:
            # `bà Kheap Lam An, Phó Chủ tịch Hội Nông dân`, `ngài Kham Lem, Bộ trưởng Bộ Y tế`
            behind = role.kind == "office" and role.start > mention.end
            if behind or (whole and role.kind in ("office", "occupation")):
                return True
        if role is not None and mention.reason == LISTED:
            return mention.form.end - mention.form.start <= 3
        if role is None:
            return mention.vouched
        return role.bare and role.kind != "office" and not role.head.group and not role.head.company
    syllable = mention.row.words[mention.start].syllable
    if role is None:
        return mention.vouched and not syllable and mention.row.lows[mention.start - 1] not in _MANY
    return role.kind == "office" and not syllable and not role.head.company
