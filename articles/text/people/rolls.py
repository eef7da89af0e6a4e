"""Lists of names: `các ca sĩ được yêu thích: Lam Anh, Thu Lam, Trần Kha…`, where the company vouches for each."""

from articles.text.people.countries import country_at
from articles.text.people.evidence import is_thing
from articles.text.people.heads import HEAD_WORDS, HEADS
from articles.text.people.names import NOT_NAMES, PLACES, Name, name_at, run_end
from articles.text.people.roles import listed_name
from articles.text.words.phrases import word_set
from articles.text.words.tokens import Row

_MARKS = frozenset((",", "và", "and", ";"))
_INTRODUCE = word_set(": như gồm có là cùng với của , và")
_BACK = 14
_LONGEST = 24
_RENOWNED = (["tên", "tuổi"], ["gương", "mặt"], ["cái", "tên"])


def roll(row: Row, at: int) -> list[Name]:
    """The names of two parts and more that stand in a list from token `at` on; empty where there are none."""
    names: list[Name] = []
    while at < row.size and row.words[at].capital and len(names) < _LONGEST:
        stop = run_end(row, at)
        name = name_at(row, at, stop)
        place, other = PLACES.match(row, at), NOT_NAMES.match(row, at)
        if (
            name is None
            or name.kind == "single"
            or (place and place[0] >= stop)
            or (other and other[0] > at + 1)
        ):
            break
        if is_thing(row, at) or ((country := country_at(row, at)) and country[0] != at + 1):
            break
        names.append(name)
        pair = stop + 1 < row.size and row.words[stop].text in "-–" and not row.glued(stop + 1)
        if stop >= row.size or not (row.lows[stop] in _MARKS or pair):
            break
        at = stop + 1
        if at < row.size and row.lows[at] == "và":
            at += 1
        head = HEADS.match(row, at) if at < row.size and row.lows[at] in HEAD_WORDS else None
        if head is not None and not listed_name(row, at, head[0]):
            break
    return names


def introduced(row: Row, at: int) -> int:
    """Where words on people of one trade stand before the list at token `at`: `nhiều ca sĩ được yêu thích: …`; -1
    where none do."""
    if not at or row.lows[at - 1] not in _INTRODUCE:
        return -1
    renowned = -1
    for i in range(at - 1, max(-1, at - _BACK), -1):
        if row.words[i].text in ".!?":
            break
        if row.lows[i] in HEAD_WORDS and (found := HEADS.match(row, i)) and found[1].kind == "occupation":
            return i
        if row.lows[i : i + 2] in _RENOWNED:
            renowned = i
    return renowned
