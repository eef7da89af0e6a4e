"""What the bracket behind a name holds: an age, a year of birth, offices."""

from articles.text.people.heads import HEAD_WORDS, HEADS
from articles.text.people.roles import Role, role_at
from articles.text.words.tokens import Row

_AGE = frozenset(("sinh", "sn", "sinh năm", "quê", "trú", "ngụ", "ở", "hktt"))
_ALSO = frozenset((",", ";", "kiêm"))
"""Inside a bracket, one more office follows."""


def roles_within(row: Row, at: int, close: int) -> list[Role]:
    """Roles after a comma inside a bracket: `(58 tuổi, nguyên Chủ tịch …)`, `(Bí thư Đảng ủy, Giám đốc …)`."""
    found: list[Role] = []
    for i in range(at, close - 1):
        if row.lows[i] in _ALSO and row.lows[i + 1] in HEAD_WORDS:
            role = role_at(row, i + 1, after_name=True)
            if role is not None and role.name is None and role.kind != "address" and role.end <= close:
                found.append(role)
    return found


def aged_within(row: Row, at: int, close: int) -> bool:
    """`A (tức “Kha”, | SN 1990, …)`, `B (tự Tèo, | 30 tuổi)`"""
    return any(row.words[i].text == "," and is_age(row, i + 1) for i in range(at, close - 1))


def closing(row: Row, at: int) -> int:
    """The bracket that closes the one at token `at`; -1 where none does soon."""
    depth, first = 0, -1
    for close in range(at, min(row.size, at + 40)):
        text = row.words[close].text
        depth += (text == "(") - (text == ")")
        if not depth:
            return close
        if text == ")" and first < 0:
            first = close
    return first


def is_age(row: Row, at: int) -> bool:
    word = row.words[at]
    if word.low in _AGE:
        return HEADS.match(row, at) is None  # `(sinh năm 1978)`, but `(sinh viên …)`
    if word.number > 0 and at + 1 < row.size:
        return row.lows[at + 1] == "tuổi" or (1900 <= word.number <= 2030 and row.words[at + 1].text in "),;")
    return False
