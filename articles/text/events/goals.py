"""Where a visit goes: `thăm | Lào`, `thăm, tặng quà | 5 gia đình chính sách ở xã Lam Trà`, `chúc Tết cổ truyền tới |
Đảng bộ, chính quyền tỉnh Lam Khê`, `chúc mừng | Giáng sinh tại Tòa Giám mục`."""

from typing import NamedTuple

from articles.text.events.bodies import run_of
from articles.text.events.groups import countries_on, opening_of
from articles.text.events.places import office_at, place_after, place_of
from articles.text.events.sentences import Sentence
from articles.text.events.words import BESIDE, END, HOLD, KINDS, OFFICE, SAY, SITE
from articles.text.people.heads import HEAD_WORDS
from articles.text.people.organisations import ORGANISATIONS
from articles.text.people.roles import role_at
from articles.text.words.tokens import Row

_TO = frozenset(("tới", "đến", "cho"))
_WISHES, _GIFTS = 10, 12
"""Words that may stand between a verb of visiting and `tới`, `cho` or `tại`: `trao quà cho`, `Tết cổ truyền tới`."""
_ARRIVES = frozenset(("đến", "tới", "về", "vào", "sang"))
_PLACE = 10
"""Words of a place before a verb of visiting: `đến | xã Lam Trà, huyện Lam Khê | thăm`."""
_UNITS = frozenset(("tỉnh", "huyện", "thành", "xã", "phường", "địa"))
_CLAUSE = 24
_TITLE = 12
_WISHED = frozenset(("mừng", "tết", "thọ", "quà", "viên"))
"""Last words of what is wished and given on a visit of some office: whom it goes to need not be told apart."""
_EMBASSIES = (["đại", "sứ", "quán"], ["lãnh", "sự", "quán"])
_ONE = frozenset(("một", "các", "những"))
"""Words of an office before the name of whoever is visited."""
_FORMER = frozenset(("nguyên", "cựu", "cố", "đồng"))
"""First words of `nguyên Thủ tướng`, `đồng chí`."""


class Goal(NamedTuple):
    """Whom or what place a verb of visiting goes to, in the text's words up to token `end`."""

    text: str
    end: int
    place: str
    """Empty where none is told with it."""


def goal_of(sentence: Sentence, at: int) -> Goal | None:
    """What the verb of visiting before token `at` goes to; None where that is nothing of which the text says which."""
    row = sentence.row
    for begin in dict.fromkeys((_past_feast(sentence, at), _past_wishes(sentence, at))):
        place, end = place_after(row, begin, sentence.end)
        if place:
            further = countries_on(row, end, sentence.end)
            if further > end:
                place, end = row.slice(begin, further), further  # `thăm Lào, Thái Lan và Peru`
            return Goal(place, end, "" if place.islower() else place)  # `thăm tỉnh ta`
        if (group := _group(sentence, begin)) is not None:
            return group
        if (somebody := _somebody(sentence, begin)) is not None:
            return somebody
        if (
            row.words[begin : begin + 1]
            and (body := ORGANISATIONS.match(row, begin))
            and row.words[begin].capital
        ):
            end = run_of(row, body[0], sentence.end)
            return Goal(row.slice(begin, end), end, "")  # `Công an các xã`
    return _home(sentence, at) or _feast_at(sentence, at)


def came_to(sentence: Sentence, at: int, stop: int) -> Goal | None:
    """The place told of before the verb from `at` to `stop`: `A (đã) đến | huyện Lam Trà | thăm, tặng quà`."""
    row = sentence.row
    for i in range(at - 2, max(sentence.start, at - _PLACE) - 1, -1):
        if row.lows[i] in _ARRIVES:
            place, end = place_of(row, i + 1, at)
            while place and end < at - 1 and row.words[end].text == ",":
                further, end = place_of(row, end + 1, at)
                end = end if further else at + 1
            return Goal(place, stop, place) if place and end == at else None
    return None


def _home(sentence: Sentence, at: int) -> Goal | None:
    """`làm việc tại | tỉnh`: of the readers' own province or district no name is told."""
    row = sentence.row
    unit = OFFICE.match(row, at) if row.lows[at - 1] == "tại" and at < sentence.end else None
    dated = any(when.precision in ("day", "range") for when in sentence.dates)
    if unit is None or row.lows[at] not in _UNITS or unit[0] > sentence.end or not dated:
        return None
    ends = unit[0] >= sentence.end or not row.words[unit[0]].text[0].isalpha()
    ends = ends or row.lows[unit[0]] == "về" or END.match(row, unit[0]) is not None
    return Goal(row.slice(at, unit[0]), unit[0], "") if ends else None


def past_company(row: Row, at: int, stop: int) -> int:
    """Behind what a visitor does as well: `thăm | , tặng quà và chúc Tết | các gia đình`; but `thăm | và làm việc với
    B` tells of a meeting, too."""
    while at < stop:
        begin = at + (row.lows[at] in (",", "và"))
        found = BESIDE.match(row, begin) if begin < stop else None
        if found is None or found[0] > stop or row.lows[found[0] - 1 : found[0] + 1] == ["việc", "với"]:
            break
        at = found[0]
    return at


def _somebody(sentence: Sentence, at: int) -> Goal | None:
    """`nguyên Thủ tướng | Tạ Lam Sơn`, `chị | Vi Thị Kiên`: whoever is named behind an office or form of address."""
    row = sentence.row
    party = next((p for p in sentence.parties if p.start >= at), None)
    if party is None or party.person is None or party.start - at > _TITLE:
        return None
    role = role_at(row, at)
    office = row.lows[at] in _FORMER or (role is not None and role.kind in ("office", "rank"))
    if not office and row.lows[at - 1] == "thăm":
        return None  # `ông A thăm bà B`: of private people this is no news
    if not (office or party.start == at or row.lows[at] in HEAD_WORDS):
        return None
    if any(row.words[i].text in ",;:." and not _lists(row, i) for i in range(at, party.start)):
        return None
    return Goal(party.label, party.end, _whereabouts(sentence, party.end, somebody=True) or "")


def _lists(row: Row, comma: int) -> bool:
    """`nguyên Phó Chủ tịch nước | , nguyên Phó Chủ tịch Quốc hội A`: one's offices are told one after the other."""
    return row.words[comma].text == "," and (
        row.lows[comma + 1] in _FORMER or row.lows[comma + 1] in HEAD_WORDS
    )


def _past_feast(sentence: Sentence, at: int) -> int:
    """Behind the feast that is wished for: `chúc Tết | Sene Dolta | đồng bào Khmer`."""
    row = sentence.row
    if row.lows[at - 1] != "tết":
        return at
    end = at
    while end < min(sentence.end, at + _WISHES) and row.words[end].capital:
        end += 1
    return end if end > at and opening_of(sentence, end) is not None else at


def _past_wishes(sentence: Sentence, at: int) -> int:
    """Behind what is wished or given, `chúc Tết | cổ truyền Bunpimay tới`, `thăm, tặng quà | và trao quà cho`; `at`
    where no such words stand."""
    row = sentence.row
    for i in range(at, min(sentence.end - 1, at + _GIFTS)):
        if not (row.words[i].text[0].isalpha() or row.words[i].text == ","):
            break
        if row.lows[i] in _TO:
            return i + 1
    return at


def _group(sentence: Sentence, at: int) -> Goal | None:
    """People without names at token `at`, if their own words or their place say which: `100 hộ dân ở xã Lam Trà`."""
    row, opened = sentence.row, opening_of(sentence, at)
    site = SITE.match(row, at + (row.lows[at] in _ONE)) if opened is None and at + 1 < sentence.end else None
    opened = site[0] if site else opened
    if opened is None:
        return None
    end = run_of(row, opened, sentence.end)
    if end + 1 < sentence.end and row.lows[end] in ("ở", "tại"):
        place, stop = place_of(row, end + 1, sentence.end)
        if place:
            return Goal(row.slice(at, stop), stop, _embassy(row, opened, end) or place)
    where = _whereabouts(sentence, end)
    named = any(row.words[i].capital or row.words[i].upper for i in range(at, end))
    known = named or where is not None or row.lows[at - 1] in _WISHED
    return Goal(row.slice(at, end), end, where or "") if known else None


def _embassy(row: Row, at: int, end: int) -> str:
    """`cán bộ | Đại sứ quán Peru | tại Lào`: who serves there is visited there, not somewhere in the country."""
    begin = next((i for i in range(at, end - 2) if row.lows[i : i + 3] in _EMBASSIES), end)
    return row.slice(begin, end) if begin < end else ""


def _whereabouts(sentence: Sentence, at: int, *, somebody: bool = False) -> str | None:
    """The place told of further on in the clause, `…, người có công | ở huyện Lam Trà`; empty for `trên địa bàn tỉnh`,
    None where none is told. That of an office is not where `somebody` lives."""
    row = sentence.row
    for i in range(at, min(sentence.end - 1, at + _CLAUSE)):
        if row.words[i].text in ";:" or SAY.match(row, i):
            return None
        area = row.lows[i : i + 3] == ["trên", "địa", "bàn"] and i + 3 < sentence.end
        if area or (row.lows[i] in ("ở", "tại") and not (somebody and office_at(row, i))):
            place, _ = place_of(row, i + (3 if area else 1), sentence.end)
            if place or area:
                return _embassy(row, at, i) or place
    return None


def _joins(row: Row, mark: int) -> bool:
    """`kiểm tra luyện tập diễu binh | , diễu hành tại …`, `ngày Nhà giáo 20 | /11 tại …`: a mark in what is wished or
    looked at, behind which nothing else is told of."""
    if row.words[mark].text == "/":
        return row.glued(mark) and row.words[mark + 1].number > 0
    if row.words[mark].text != "," or not row.words[mark + 1].text.islower():
        return False
    return all(words.match(row, mark + 1) is None for words in (KINDS, BESIDE, HOLD, END))


def _several(row: Row, at: int, stop: int) -> int:
    """Where `một số địa phương`, `các xã` ends that stands at token `at`, 0 where it does not."""
    at += 2 if row.lows[at : at + 2] == ["một", "số"] else row.lows[at] == "các"
    found = OFFICE.match(row, at) if at < stop and row.lows[at - 1] in ("số", "các") else None
    return found[0] if found else 0


def _feast_at(sentence: Sentence, at: int) -> Goal | None:
    """`(chúc mừng) | Giáng sinh tại Tòa Giám mục`: what is wished, and where."""
    row = sentence.row
    for i in range(at, min(sentence.end - 1, at + _WISHES)):
        if not row.words[i].text[0].isalnum() and not _joins(row, i):
            return None
        if row.lows[i] == "tại":
            place, end = place_of(row, i + 1, sentence.end)
            if not place and i > at and (end := _several(row, i + 1, sentence.end)):
                return Goal(row.slice(at, end), end, "")
            return Goal(row.slice(at, end), end, place) if place and i > at else None
        if i > at and (site := SITE.match(row, i)):
            end = run_of(row, site[0], sentence.end)
            if any(word.capital or word.upper for word in row.words[site[0] : end]):
                return Goal(row.slice(at, end), end, "")  # `khảo sát | thực địa dự án sân bay Lam Trà`
    return None
