"""Whether the words behind an event word name one event, and which of a row of them it is."""

from articles.text.events.holding import held_here, hosted
from articles.text.events.sentences import Sentence
from articles.text.events.words import is_session
from articles.text.words.tokens import Row

_ENOUGH, _SHORT = 4, 2
_EARLY = 3
_COUNT = 3
"""Words of `lần thứ 10`."""
_LONG = 4
"""Words that say what a conference is about where none of them has a capital."""
_COUNTED = {
    f"{tens}{ones}": str(10 * ten + one)
    for ten, tens in enumerate(("", "x", "xx", "xxx", "xl", "l"))
    for one, ones in enumerate(("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"))
    if ten or one
} | {
    "nhất": "1",
    "hai": "2",
    "ba": "3",
    "tư": "4",
    "năm": "5",
    "sáu": "6",
    "bảy": "7",
    "tám": "8",
    "chín": "9",
}
"""Numbers up to 59 as Roman figures and in words."""


def is_one(
    sentence: Sentence, at: int, end: int, stop: int, kind: str, *, held: bool, after: bool
) -> bool:  # fmt: skip
    """Its writing or its place in the story says, without a day, that the words name one event."""
    row = sentence.row
    before = row.lows[at - 1] if at > sentence.start else ""
    if kind == "other" and sentence.number > _EARLY and row.kind == "body" and not (held or after):
        return False  # `đoạt giải tại | Liên hoan phim Lam Trà`
    if row.words[at].capital or row.words[end].text in '“"‘' or row.words[at - 1].text in ":|":
        return True
    met = before in ("buổi", "cuộc")
    if kind == "ceremony" and met and sentence.number < _EARLY and stop - end >= _SHORT:
        return True  # `trong buổi | lễ xá tội gà tây`
    session = is_session(row, at)
    told_of = held or after or (session and met and row.lows[end] in ("trước", "sau"))
    if told_of and kind == "other":
        return any(row.words[i].text in '“"' for i in range(end, stop))  # `khai mạc | triển lãm “Mùa lúa”`
    if not told_of or (kind == "talks" and row.lows[end] != "giữa"):
        return False
    early = row.kind == "title" or (
        sentence.number < _EARLY and stop - end >= _LONG and held_here(sentence, at)
    )
    early = early or row.lows[at - 2 : at] == ["chứng", "kiến"]
    if held and (early or (session and hosted(sentence, at))):
        return True
    return any(row.words[i].capital or row.words[i].upper for i in range(end, stop))


def says_which(row: Row, end: int, stop: int) -> bool:
    """The words behind the event word say which one it is: `Lễ đón đoàn`, `Hội chợ khoa học`, `Cuộc họp giữa các bên
    liên quan` do not, nor does `Đại hội đồng Liên hợp quốc`, which is a body."""
    if row.lows[end - 3 : end] == ["đại", "hội", "đồng"] and row.lows[end : end + 2] != ["cổ", "đông"]:
        return any(word.number >= 0 for word in row.words[end:stop])
    if row.lows[end] in ("lần", "thứ") and stop - end <= _COUNT:
        return False  # `Hội nghị lần thứ 10`: anybody's
    proper = any(word.capital or word.upper or word.number >= 0 for word in row.words[end:stop])
    return proper or (stop - end >= _ENOUGH and row.lows[end] != "giữa") or row.lows[end] == "về"


def ordinal(row: Row, start: int, stop: int) -> str:
    """The number in `lần thứ 23`, `lần XXIII`, `lần thứ nhất`, in figures where it is one; empty for none."""
    for i in range(start, stop - 1):
        if row.lows[i] == "lần":
            told = row.lows[i + 2] if row.lows[i + 1] == "thứ" and i + 2 < stop else row.lows[i + 1]
            return _COUNTED.get(told, told)
    return ""
