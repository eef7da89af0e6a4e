"""Offices told of in the sentence behind the one that names somebody: `Ông A kể chuyện. | Ông hiện là Giám đốc …`."""

from bisect import bisect_left

from articles.text.people.heads import HEAD_WORDS
from articles.text.people.naming import Mention
from articles.text.people.roles import Role, role_at
from articles.text.words.tokens import Row

_MEN, _WOMEN = frozenset(("ông", "anh")), frozenset(("bà", "chị", "cô"))
_NOW = frozenset(("hiện", "nay", "đang"))


def tell_later(row: Row, named: list[Mention]) -> None:
    """Give each of those whom the row names, in reading order, the office that the next sentence opens with, where
    nobody else is named before it."""
    if not named:
        return
    starts = [mention.start for mention in named]
    for start in row.sentence_ends():
        role = _office(row, start)
        if role is None:
            continue
        of = named[bisect_left(starts, row.sentence_start(start - 1)) : bisect_left(starts, start)]
        if len({mention.name for mention in of}) != 1 or any(told.kind == "office" for told in of[0].roles):
            continue
        if not _other_sex(of[0], row.lows[start]):
            of[0].roles = [*of[0].roles, role]


def _office(row: Row, start: int) -> Role | None:
    """`Ông là | Giám đốc Công ty Lam Trà`: an office that says of what; the sentence begins at `start`."""
    if start + 2 >= row.size or row.lows[start] not in _MEN | _WOMEN:
        return None
    at = start + 1
    while at + 2 < row.size and row.lows[at] in _NOW:
        at += 1
    if row.lows[at] != "là" or row.lows[at + 1] not in HEAD_WORDS:
        return None
    role = role_at(row, at + 1, after_name=True)
    if role is None or role.kind != "office" or role.name is not None or role.bare:
        return None
    return role


def _other_sex(mention: Mention, address: str) -> bool:
    """`Tạ Thị Én … Ông là …`, `Tạ Văn Kha … Bà là …`: somebody else."""
    middle = mention.name.lower().split()[1:-1]
    return ("thị" in middle and address in _MEN) or ("văn" in middle and address in _WOMEN)
