"""Names of people as runs of capitalised tokens: where a name may begin, how far it goes, what kind it is.

Nothing here decides that somebody is a person; the finder of people does, from what stands around the name.
"""

from typing import Literal, NamedTuple

from articles.text.lexicon import flagged, table
from articles.text.people.countries import COUNTRIES, COUNTRY_WORDS, country_at
from articles.text.people.heads import HEADS
from articles.text.people.name_shapes import (
    addressed,
    anonymised,
    has_middle,
    initial,
    japanese,
    joined,
    led,
    of_a_town,
    plain,
    relates,
)
from articles.text.people.particles import (
    COUNTED,
    INSIDE,
    JOINTS,
    NUMBERED,
    PARTICLES,
    QUOTES,
    capital_after,
    counts,
    past_article,
    past_nickname,
)
from articles.text.words.phrases import phrases
from articles.text.words.tokens import Row

_MIDDLE = frozenset(("văn", "thị", "hữu", "đức", "xuân", "ngọc", "thanh", "minh", "quang", "đình", "công"))
_LONGEST, _MOST_JOINED = 7, 24
"""Words of a name, hyphenated ones counted as one, and tokens of such a one, at most."""
_LEADS_OFFICE = {"phó": 2, "cựu": 2, "nguyên": 3}
"""Before an office these belong to it; how many words a name has before them, since many are called `Nguyên`."""
_BEFORE_PLACES = frozenset(("y", "từ", "đoàn"))
"""Surnames that before a place are none: `Đại học | Y Hà Nội`, `| Từ Hải Phòng, anh …`, `| Đoàn Hải Phòng`."""
_GOES_ON = frozenset(("of", "to", "."))
"""Behind an office in English."""

NameKind = Literal["vietnamese", "foreign", "given", "single"]


class Name(NamedTuple):
    """A stretch of a row that reads as a name."""

    start: int
    end: int
    kind: NameKind
    """vietnamese: a surname and one to four more syllables; foreign: Latin, hyphenated or romanised, two
    parts at least; given: Vietnamese syllables without a surname; single: one word."""
    sure: bool
    """The form alone leaves little doubt (a common surname, or letters no Vietnamese word has)."""


PLACES = phrases("gazetteer")
DIRECTIONS = frozenset(("nam", "bắc", "đông", "tây", "trung"))
"""Before a place they make a part of it: `Nam Hà Tĩnh`."""
NOT_NAMES = phrases("not_names")
_NOT_NAME_WORDS = NOT_NAMES.first.keys()
_ENDS: set[str] = set()
_THINGS: set[str] = set()
_TOWNS_BEGIN: set[str] = set()
_MAY_END: set[str] = set()
"""Words at which a name may be over, since something else may begin there."""


@table
def _read_not_in_names() -> None:
    for words, wanted in ((_ENDS, "end"), (_THINGS, "thing"), (_TOWNS_BEGIN, "place")):
        words.clear()
        words.update(word.lower() for word, flag in flagged("not_in_names") if flag == wanted)
    _MAY_END.clear()
    _MAY_END.update(_ENDS, COUNTED, NUMBERED, _LEADS_OFFICE, HEADS.first, NOT_NAMES.first, COUNTRIES.first)


def run_end(row: Row, at: int) -> int:
    """Where the run of name-like tokens that begins at `at` ends; `at` itself if there is none.

    Takes hyphenated parts (`Seung-bae`), initials (`M. K.`, `R.Hale`) and particles (`van der`) between
    capitals. Stops before a country or another phrase of several words that is never a name.
    """
    words, size = row.words, row.size
    i, joined, last = at, 0, min(size - 1, at + _MOST_JOINED)
    while i < size and i - at - joined < _LONGEST:
        word = words[i]
        if word.capital:
            if i > at and word.low in _MAY_END and _phrase_begins(row, at, i):
                return i
            if i + 2 < size and words[i + 1].text == "." and initial(word.text) and words[i + 2].capital:
                i += 2
                continue
            i += 1
            while i < last and words[i].text in JOINTS and row.glued(i) and row.glued(i + 1):
                if not words[i + 1].text.isalpha() or words[i + 1].upper or words[i + 1].text == "s":
                    return i  # `Anna Holt|'s visit`
                whole = i - at >= 3 and words[at].surname and all(word.syllable for word in words[at:i])
                if (words[i + 1].capital or whole) and _office_joined(row, i + 1):
                    return i  # `An Teg Won-|Giám đốc`, `Lò Việt Khê-|trưởng phòng`
                if whole and words[i + 1].capital and words[i + 1].syllable:
                    return i  # `Lò Văn Khê-Ủy viên …`
                i, joined = i + 2, joined + 2
        elif i > at and word.text in QUOTES and (after := past_nickname(row, i)) > i:
            i = after
        elif i > at and word.low in PARTICLES and i + 1 < size and capital_after(row, i):
            i += 1
        elif i > at and (after := past_article(row, i)) > i:
            i = after
        elif i == at + 1 and word.low == "nữ" and row.lows[at] == "thích":
            i += 1  # `Thích nữ | Lam Như`
        else:
            break
    return i


def ends_at_once(row: Row, at: int) -> bool:
    """Whether the run that begins at the capital `at` is one word, `Hai | bên nhất trí`: a cheap first look."""
    if at + 1 >= row.size:
        return True
    word = row.words[at + 1]
    low = word.low
    nun = low == "nữ" and row.lows[at] == "thích"
    return not (word.capital or low in PARTICLES or word.text in INSIDE or nun)


def begins_anew(row: Row, at: int) -> bool:
    """`Giám đốc Sở Y tế | Theo ông A, …`: a word at which names end stands in its capital between others in lower
    case."""
    if row.lows[at] not in _ENDS or not row.words[at].capital or at + 1 >= row.size:
        return False
    return row.words[at - 1].text.islower() and row.words[at + 1].text.islower()


def _phrase_begins(row: Row, start: int, at: int) -> bool:
    if row.lows[at - 1] in ("thị", "văn"):
        return False  # `Nguyễn Văn | Nhiều`, `Nguyễn Văn | Nam sinh năm 1990`
    if row.lows[at] in _ENDS and not row.english:
        return True
    if (row.lows[at] in COUNTED or row.lows[at] in NUMBERED) and counts(row, at):
        return True
    if at - start >= _LEADS_OFFICE.get(row.lows[at], _LONGEST) and row.following[at] in HEADS.first:
        return _office_begins(row, at + 1)  # `Tạ Văn Khê | Phó Chủ tịch xã …`
    nearest = 2 if row.words[start].surname else 1
    if at - start >= nearest and row.lows[at] in HEADS.first and _office_begins(row, at):
        return True
    if row.lows[at] not in _NOT_NAME_WORDS and row.lows[at] not in COUNTRY_WORDS:
        return False
    if at == start + 1 and row.words[start].surname:
        return False
    found = NOT_NAMES.match(row, at)
    if found is None or found[0] == at + 1:
        found = country_at(row, at)
    if (
        found is not None
        and found[0] == at + 2
        and row.words[at - 1].surname == 3
        and row.words[at + 1].capital
    ):
        return False  # `Bí thư Tỉnh ủy Sóc Trăng Tạ | Quốc Khánh`
    return found is not None and found[0] > at + 1


def _office_begins(row: Row, at: int) -> bool:
    """`Nguyễn Văn Khê | Chủ tọa phiên tòa`, `Đón | Tổng Bí thư …`: an office that ends in lower case."""
    found = HEADS.match(row, at)
    if found is None:
        return False
    if row.english and found[1].kind in ("office", "rank") and found[0] < row.size:
        # `Lao | Ambassador Anna Ozola`, `Lao | Ambassador to Peru`, `Minister of Defence | Gen. Holt`
        return row.words[found[0]].capital or row.lows[found[0]] in _GOES_ON
    if row.lows[found[0] - 1] == "sinh" and row.lows[found[0] : found[0] + 1] in (
        ["năm"],
        ["ngày"],
        ["tại"],
        ["ra"],
    ):
        return False  # `Tạ Khê | Nam sinh năm 1990`
    return found[0] > at + 1 and row.words[found[0] - 1].text.islower()


def _office_joined(row: Row, at: int) -> bool:
    if row.lows[at] in _LEADS_OFFICE and row.following[at] in HEADS.first:
        return True
    office = HEADS.match(row, at)
    return office is not None and office[0] > at + 1


def name_at(row: Row, at: int, end: int | None = None) -> Name | None:
    """The name that begins at `at` and takes the whole run, or None where the run cannot be one."""
    words = row.words
    if not words[at].capital:
        return None
    if end is None:
        end = run_end(row, at)
    size = end - at
    if size <= 0:
        return None
    if (
        row.lows[at] == "phó"
        and at + 1 < row.size
        and (office := HEADS.match(row, at + 1))
        and office[0] > end
    ):
        return None  # `Phó Thủ | tướng`
    found = NOT_NAMES.match(row, at)
    if found and (found[0] > at + 1 or not words[at].surname or (size == 1 and words[at].surname < 3)):
        # `anh | Đinh Mùi`, but `năm Đinh Mùi`
        named = found[0] == end == at + 2 and words[at].surname == 3 and addressed(row, at)
        return Name(at, end, "vietnamese", True) if named else None
    if size == 1:
        if initial(words[at].text):
            return None
        return Name(at, end, "single", False)
    if anonymised(row, at, end) or of_a_town(row, at) or relates(row, at, end):
        return None
    if row.lows[at] == "đoàn" and (country := country_at(row, at + 1)) and country[0] == end:
        return None  # `Đoàn Nhật Bản`
    if row.lows[at] in _BEFORE_PLACES and (town := PLACES.match(row, at + 1)) and town[0] == end:
        # `Đại học | Y Hà Nội`, but `ông | Từ Hải Dương`, `Thiếu tướng | Đoàn Thanh Xuân`
        titled = addressed(row, at) or (at > 0 and row.words[at - 1].text.islower())
        return Name(at, end, "vietnamese", True) if titled else None
    surname = words[at].surname
    if plain(row, at, end):
        if surname >= 2:
            longest = 5 if words[at].text in ("Y", "H", "K") or has_middle(row, at, end) else 4
            if size <= longest:
                sure = surname == 3 or (size >= 3 and (words[at + 1].low in _MIDDLE or size == 3))
                return Name(at, end, "vietnamese", sure)
            return None
        if surname == 1 and size <= 4:
            return Name(at, end, "foreign", size >= 2)
        if size <= 4:
            # `Khiếu Văn Lam`: a surname that no list has
            named = size >= 3 and row.lows[at + 1] in ("văn", "thị")
            return Name(at, end, "vietnamese" if named else "given", False)
        # `đồng chí Chăn Thă Von Si Ha`
        closed = end < row.size and row.words[end].text in ",;-–("
        return Name(at, end, "foreign", True) if closed and led(row, at) and size <= _LONGEST else None
    parts = sum(1 for i in range(at, end) if words[i].text[0].isalpha())
    thing = row.lows[at] in _TOWNS_BEGIN or not _THINGS.isdisjoint(row.lows[at:end])
    if parts < 2 or thing or (joined(words[at].text) and not led(row, at)):
        return None
    if surname >= 2 and size <= 4 and not any(w.text in JOINTS for w in words[at:end]):
        # One syllable of a Vietnamese name that the shape does not know (`Kđăm`, `Bríu`), or `Lý Anna`.
        return Name(at, end, "vietnamese", surname == 3)
    return Name(at, end, "foreign", True)


def personal(row: Row, name: Name) -> bool:
    """`Nancy Holt`, `Park Sung-min`, `Tosamoto Hanaki`, `Daniel J. Holt`, `Thoong-xa Vi-lay`: no company."""
    first, marks = row.words[name.start], row.lows[name.start : name.end]
    lowered = any(
        row.words[i].text == "-" and row.words[i + 1].text.islower() for i in range(name.start, name.end - 1)
    )
    surnamed = first.surname == 1 and name.end - name.start == 3
    return first.given or lowered or "." in marks or surnamed or japanese(row, name.start, name.end)
