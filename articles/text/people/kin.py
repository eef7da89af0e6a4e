"""Whose husband, mother or daughter somebody is, as it stands behind the name."""

from articles.text.lexicon import flagged
from articles.text.people.heads import HEAD_WORDS, HEADS, Head
from articles.text.people.names import name_at
from articles.text.people.roles import Role, role_at
from articles.text.words.phrases import Phrases
from articles.text.words.tokens import Row

KIN = Phrases(lambda: ((kin, kin) for kin, _ in flagged("kin")))
_ENDS = frozenset(",;.)–-")


def kin_at(row: Row, at: int) -> Role | None:
    """`A, | con trai ông B`, `A (| vợ anh B)`: whom somebody belongs to, who is told of behind it."""
    found, head = KIN.match(row, at), HEADS.match(row, at)
    if found is None or head is None or found[0] != head[0] or found[0] + 1 >= row.size:
        return None
    begin = found[0] + (row.lows[found[0]] == "của")
    beside = role_at(row, begin) if row.lows[begin] in HEAD_WORDS else None
    name = beside.name if beside is not None else name_at(row, begin)
    led = beside is not None or begin > found[0] or row.words[at - 1].text == "("
    if name is None or not led or (name.end < row.size and row.words[name.end].text not in _ENDS):
        return None
    title = row.slice(at, name.end)
    return Role(
        at, found[0], Head("occupation"), found[1], title[:1].upper() + title[1:], "", "", False, False, True
    )
