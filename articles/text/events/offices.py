"""Offices that stand for somebody in a sentence: `Thủ tướng đã tiếp …`, `tiếp Thứ trưởng Ngoại giao Lào`.

The holder is the one person of the story with that office; where there is none, or more than one, the office
itself is the label.
"""

from collections.abc import Iterable

from articles.text.fold import title_key
from articles.text.people.heads import HEAD_WORDS
from articles.text.people.roles import Role, role_at
from articles.text.types import FoundPerson
from articles.text.words.phrases import word_set
from articles.text.words.tokens import Row

_OPENINGS = word_set("với và làm việc xã giao đoàn ngài song phương vị")
_BEFORE_VERB = word_set(
    "đã đang sẽ cũng vừa có cuộc buổi tiến hành chủ trì tới đến sang trực tiếp trân trọng thân mật hứa"
)
_SPOUSES = (["phu", "nhân"], ["phu", "quân"])
"""`Thủ tướng | và Phu nhân | đã thăm …`"""
_BACK = 12
_LEADS = ["làm", "trưởng", "đoàn"]


class Offices:
    """The offices of a story's people, by their words."""

    def __init__(self, people: tuple[FoundPerson, ...]) -> None:
        self._people = people
        self._titles: dict[str, list[tuple[str, str]]] | None = None
        self._holders: dict[tuple[str, str], str | None] = {}
        self._countries: dict[str, set[str]] | None = None
        self._home: dict[str, str] | None = None
        self._told: set[str] | None = None

    def holder(self, role: Role) -> str | None:
        """The one person who holds the office, None where nobody or several do."""
        asked = title_key(role.title), role.country
        if asked not in self._holders:
            self._holders[asked] = self._holder(*asked) or self._envoy(title_key(role.words), role.country)
        return self._holders[asked]

    def holders(self, title: str) -> list[str]:
        """All who hold an office that begins with these words, in lower case: `bộ trưởng`, as in `hai Bộ trưởng`."""
        return list(dict.fromkeys(name for _, name in self._by_title().get(title_key(title), ())))

    def _envoy(self, words: str, country: str) -> str | None:
        """`Đại sứ Cộng hòa Pháp` is the only one of whom the story says `Đại sứ Pháp tại Lào`."""
        if not country:
            return None
        return _one(name for held, name in self._by_title().get(words, ()) if held == country)

    def _holder(self, title: str, country: str) -> str | None:
        """Of several the one of that very country; `Thủ tướng` alone, where one is of no country told, is that one."""
        known = self._by_title().get(title, ())
        near = (name for held, name in known if not country or not held or country == held)
        return _one(near) or _one(name for held, name in known if held == country)

    def _by_title(self) -> dict[str, list[tuple[str, str]]]:
        """The country and name of those who hold an office, by every beginning of its words."""
        if self._titles is None:
            self._titles = {}
            for person in self._people:
                for position in person.positions:
                    parts = title_key(position.title).split(" ")
                    for end in range(1, len(parts) + 1):
                        opening = self._titles.setdefault(" ".join(parts[:end]), [])
                        opening.append((position.country, person.name))
        return self._titles

    def country_of(self, name: str | None) -> str:
        """The country whose office somebody holds; empty where none is told of."""
        if self._home is None:
            self._home = {person.name: person.country for person in self._people}
        return self._home.get(name or "", "")

    def tells_of(self, name: str | None) -> bool:
        """The story tells what office or trade somebody has."""
        if self._told is None:
            self._told = {person.name for person in self._people if person.role}
        return name in self._told

    def of_country(self, country: str) -> str | None:
        """The one person whose office is of that country."""
        if self._countries is None:
            self._countries = {}
            for person in self._people:
                self._countries.setdefault(person.country, set()).add(person.name)
        return _one(self._countries.get(country, ()))


def _one(names: Iterable[str]) -> str | None:
    """The name that all of them are; None for none or several."""
    found = set(names)
    return found.pop() if len(found) == 1 else None


def office_before(row: Row, start: int, at: int) -> Role | None:
    """The office without a name that ends just before the verb at `at`: `Thủ tướng đã | tiếp …`."""
    edge = at
    while edge > start and row.lows[edge - 1] in _BEFORE_VERB:
        edge -= 1
    if row.lows[max(start, edge - 2) : edge] in _SPOUSES and row.lows[edge - 3] in ("và", "cùng"):
        edge -= 3
    best: Role | None = None
    for i in range(edge - 1, max(start, edge - _BACK) - 1, -1):
        if row.lows[i] not in HEAD_WORDS:
            if not (row.words[i].text[0].isalnum() or (row.lows[i] == "." and row.glued(i + 1))):
                break
            continue
        role = role_at(row, i)
        if (
            role is not None
            and role.name is None
            and role.kind == "office"
            and role.end == edge
            and not role.plural
            and row.lows[max(start, i - 1) : i] != ["đoàn"]
        ):
            best = role  # not `Đoàn | đại biểu cấp cao Lào`
    return best


def office_after(row: Row, start: int, stop: int) -> Role | None:
    """An office without a name just after a verb: `tiếp Thứ trưởng Ngoại giao …`."""
    at = start
    while at < stop and row.lows[at] in _OPENINGS:
        at += 1
    if at < stop and row.lows[at] in HEAD_WORDS:
        role = role_at(row, at)
        one = (
            role is not None
            and role.name is None
            and not role.plural
            and "các" not in row.lows[at : role.end]
        )
        if one and role is not None and role.kind == "office":
            return role
    return None


def past_office(row: Row, at: int, stop: int) -> int:
    """Where the words end that say behind a name who that is: `A | , Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy làm
    trưởng đoàn | đã dâng hương`."""
    while at + 1 < stop and row.words[at].text in ",-–":
        role = role_at(row, at + 1) if row.lows[at + 1] in HEAD_WORDS else None
        if role is None or role.end > stop:
            break
        at = role.end
    if row.lows[at : at + 3] == _LEADS:
        at += 3
    return at
