"""Offices right behind a name or its bracket, with no mark that leads to them."""

from articles.text.people.heads import HEAD_WORDS
from articles.text.people.phrase_ends import ends_phrase
from articles.text.people.roles import Role, role_at
from articles.text.words.tokens import Row

_PLAIN_OFFICES = frozenset(("bí", "phó", "giám", "hiệu"))
"""First words of offices that are no verbs."""


def at_once(row: Row, at: int) -> Role | None:
    """`Thẩm phán A | Chủ tọa phiên tòa, …`: an office of two words in its capital, closed by a mark, a number (`bị cáo
    A | Chủ tịch Công ty B 5 năm tù`) or, where it says of what, by a verb (`A | Chủ tịch xã Lam Trà cho biết`); some
    also in lower case (`anh A | bí thư đoàn xã Lam Trà nói`), and the letters of a seat (`A | UVBCH Hội Nông dân`)."""
    word = row.words[at]
    if word.low not in HEAD_WORDS or not (word.capital or word.upper or word.low in _PLAIN_OFFICES):
        return None
    role = role_at(row, at, after_name=True)
    if (
        role is None
        or role.kind == "address"
        or role.name is not None
        or (role.end - at < 2 and not word.upper)
    ):
        return None
    closed = (
        row.words[role.end].text in (",.;)–-" if word.upper else ",.;)") if role.end < row.size else False
    )
    if closed or (role.end < row.size and row.words[role.end].number >= 0):
        return role
    return role if role.kind == "office" and not role.bare and ends_phrase(row, role.end) else None


def beside_bracket(row: Row, at: int) -> Role | None:
    """`A (sinh năm 1978) phó Giám đốc Công ty …`: an office or trade right behind the bracket, without a comma."""
    if at >= row.size or row.lows[at] not in HEAD_WORDS:
        return None
    role = role_at(row, at, after_name=True)
    held = role is not None and role.kind in ("office", "occupation")
    return role if role and held and role.name is None and not role.bare else None
