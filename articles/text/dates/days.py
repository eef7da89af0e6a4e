"""Days in figures: one, a range or a list of them, read at a token of a row.

`13/7`, `9-3`, `3.9`, `6 - 9/12`, `22, 23 và 24-7`, `6 tháng 7 năm 2021`. Scores, fractions and feasts are none.
"""

from typing import NamedTuple

from articles.text.dates.chains import Day, Precision, spell
from articles.text.dates.edtf import PartialDate
from articles.text.dates.relative_days import MANNERS, PARTS, SEPARATORS
from articles.text.words.phrases import word_set
from articles.text.words.tokens import Row

_DAY_WORDS = word_set("ngày sáng trưa chiều tối đêm khuya hôm hồi mùng mồng nay qua mai")
_BEFORE_BRACKET = word_set("nay qua mai ngày hai ba tư năm sáu bảy nhật này tới kia đó")
_MONTHS = {
    "một": 1,
    "hai": 2,
    "ba": 3,
    "tư": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
}
_PREPOSITIONS = word_set("từ đến tới trước sau hết vào lúc tận dịp")
_UNITS = word_set("giờ phút người triệu tỷ tỉ nghìn ngàn đồng % điểm lần năm tuổi km m kg tấn trận phiếu")
_SHARES = word_set("số dân diện tổng chiều của đại thành lượng người")
"""Behind two fractions: `từ 2/3 đến 3/4 số phiếu`."""
_AFTER = word_set("tại ở đoàn ông bà diễn sẽ đã với năm")
_STEMS = word_set("giáp ất bính đinh mậu kỷ canh tân nhâm quý")
_JOINS = frozenset(("-", "–", "—", "đến", "tới", "và", ","))
_GOES_ON = SEPARATORS | _JOINS | {"tháng"}
"""Behind a day its month stands, or another day: most numbers are seen to be none by that."""
_DASHES = frozenset("-–—")
_FILLERS = frozenset(("hết", "ngày", "sáng", "rạng", "trưa", "chiều", "tối", "đêm"))
_FEASTS = (("kỷ", "niệm"), ("kỉ", "niệm"), ("chào", "mừng"), ("truyền", "thống"), ("thành", "lập"))

_BEHIND_YEAR = frozenset(",.;:)")
"""Marks behind a year that stands behind a comma; anything else behind such a figure is what it counts."""
_THIS_CENTURY = 50
"""The last year that two figures name in this century."""


class Days(NamedTuple):
    """What was read up to token `end`: dates as EDTF, none for days that are kept every year or that name a batch."""

    end: int
    dates: tuple[tuple[str, Precision], ...]
    bound: str
    """`until`, `before` or `after` where the phrase only bounds the time."""
    whole: bool = True
    """Whether a calendar has every day of a chain; otherwise `dates` are those before the first that it has not."""


def days_at(row: Row, at: int) -> Days | None:
    """A day or a chain of days at token `at`; None where it is no date."""
    if row.following[at] not in _GOES_ON:
        return None
    first = _atom(row, at)
    if first is None:
        return None
    atoms, joins = [first], []
    end = first.end
    while end + 1 < row.size and row.lows[end] in _JOINS and len(atoms) < 6:
        after = end + 1
        if row.lows[end] == "," and row.lows[after] in ("đến", "tới"):
            after += 1
        while after < row.size and row.lows[after] in _FILLERS:
            after += 1
        dawn = row.lows[after - 2] == "rạng"  # `đêm 31/12, rạng sáng | 1/1`
        if atoms[-1].month and row.lows[end] == "," and row.lows[after - 1] in PARTS and not dawn:
            break  # `từ ngày 22 - 24/10, sáng | 23/10`: the day of something else
        following = _atom(row, after) if after < row.size else None
        if following is None:
            break
        joins.append(row.lows[end] if row.lows[end + 1] not in ("đến", "tới") else "đến")
        atoms.append(following)
        end = following.end
    if len(atoms) == 2 and _spaced(row, at, atoms[0], atoms[1], joins[0]):
        atoms, joins = [Day(atoms[0].day, atoms[1].day, 0, atoms[1].end)], []
    while atoms and not atoms[-1].month:
        atoms.pop()
        if joins:
            joins.pop()
    if not atoms or not _is_date(row, at, atoms):
        return None
    end = atoms[-1].end
    if _is_feast(row, at, atoms) or _is_batch(row, at):
        return Days(end, (), "")
    dates: list[tuple[str, Precision]] = []
    for edtf, precision in spell(atoms, joins):
        try:
            PartialDate.parse(edtf)
        except ValueError:
            return Days(end, tuple(dates), _bound(row, at, len(atoms)), whole=False) if dates else None
        dates.append((edtf, precision))
    return Days(end, tuple(dates), _bound(row, at, len(atoms)))


def number_at(row: Row, at: int, low: int, high: int) -> int:
    """The number at `at` when it lies between the bounds (two digits at most, unless a year), else 0."""
    if at >= row.size:
        return 0
    value = row.words[at].number
    if not low <= value <= high or (high < 100 and len(row.words[at].text) > 2):
        return 0
    return value


def month_at(row: Row, at: int) -> tuple[int, int] | None:
    """The month in figures or as a name at token `at`, and where it ends: `7`, `Bảy`, `Mười Hai`; `năm` is the year."""
    if month := number_at(row, at, 1, 12):
        return month, at + 1
    if at >= row.size or not row.words[at].capital:
        return None
    month = _MONTHS.get(row.lows[at], 0)
    if month == 10 and at + 1 < row.size and row.words[at + 1].capital and row.lows[at + 1] in ("một", "hai"):
        return month + _MONTHS[row.lows[at + 1]], at + 2
    return (month, at + 1) if month else None


def _atom(row: Row, at: int) -> Day | None:
    """One day at token `at`: `13/7`, `24/4/2021`, `6 tháng 7 năm 2021`, or a day alone (month 0)."""
    words, lows, size = row.words, row.lows, row.size
    day = number_at(row, at, 1, 31)
    if not day:
        return None
    if at + 2 < size and words[at + 1].text in SEPARATORS and row.glued(at + 1) and row.glued(at + 2):
        mark = words[at + 1].text
        second = number_at(row, at + 2, 1, 31)
        further = (
            at + 4 < size and words[at + 3].text in SEPARATORS and row.glued(at + 3) and row.glued(at + 4)
        )
        if (
            mark in _DASHES
            and second
            and further
            and words[at + 3].text in "/."
            and number_at(row, at + 4, 1, 12)
        ):
            return Day(day, 0, 0, at + 1)  # 27-28/11
        if 1 <= second <= 12:
            if further and (year := number_at(row, at + 4, 1000, 2100)):
                return Day(day, second, year, at + 5)
            if further and words[at + 3].text == "/":
                short = _short_year(words[at + 4].text)
                if short and at and lows[at - 1] in _DAY_WORDS:
                    return Day(day, second, short, at + 5)  # `ngày 06/12/19`
                return None  # 12/5/QĐ, 3/4/5
            if at + 4 < size and lows[at + 3] == "năm" and (year := number_at(row, at + 4, 1000, 2100)):
                return Day(day, second, year, at + 5)
            return Day(day, second, 0, at + 3)
        if mark in _DASHES and second:
            return Day(day, 0, 0, at + 1)
        return None
    if at and lows[at - 1] in _DAY_WORDS and lows[at + 1 : at + 2] == ["/"]:
        month = number_at(row, at + 2, 1, 12)
        if month and lows[at + 3 : at + 4] != ["/"]:
            return Day(day, month, 0, at + 3)  # `ngày 5/ 9`
    if at + 4 < size and words[at + 1].text in SEPARATORS and words[at + 3].text == words[at + 1].text:
        month, year = number_at(row, at + 2, 1, 12), number_at(row, at + 4, 1900, 2100)
        if month and year:
            return Day(day, month, year, at + 5)  # `24- 4-2010`
    if at + 2 < size and lows[at + 1] == "tháng" and (told := month_at(row, at + 2)):
        month, end = told
        if end + 1 < size and lows[end] == "năm" and (year := number_at(row, end + 1, 1000, 2100)):
            return Day(day, month, year, end + 2)
        if end + 1 < size and words[end].text in "/-" and (year := number_at(row, end + 1, 1000, 2100)):
            return Day(day, month, year, end + 2)
        apart = end + 2 < size and words[end].text == "," and words[end + 2].text in _BEHIND_YEAR
        if apart and (year := number_at(row, end + 1, 1900, 2100)):
            return Day(day, month, year, end + 2)  # `22 tháng Mười, 2022, …`
        return Day(day, month, 0, end)
    return Day(day, 0, 0, at + 1)


def _short_year(text: str) -> int:
    """`19` as 2019, `95` as 1995; 0 for what is not two figures."""
    if len(text) != 2 or not text.isdecimal():
        return 0
    return int(text) + (2000 if int(text) <= _THIS_CENTURY else 1900)


def _spaced(row: Row, at: int, first: Day, second: Day, join: str) -> bool:
    """`ngày 19 - 12`: a day and a month, since no range runs backwards."""
    if join not in _DASHES or first.month or second.month or not at or row.lows[at - 1] not in _DAY_WORDS:
        return False
    return second.day <= 12 < first.day or second.day < first.day <= 12


def _is_date(row: Row, at: int, atoms: list[Day]) -> bool:
    """Whether what stands around numbers that look like days says that they are days."""
    words, lows = row.words, row.lows
    before = lows[at - 1] if at else ""
    end = atoms[-1].end
    if before == "sinh" or (before == "ngày" and at > 1 and lows[at - 2] == "sinh"):
        return False
    if end < row.size and (words[end].text == "%" or (lows[end] in _UNITS and before not in _DAY_WORDS)):
        return lows[end] == "năm" and atoms[-1].year == 0 and before in _DAY_WORDS
    if _is_lunar(row, at, end):
        return False
    if before in _DAY_WORDS or _behind_day_words(row, at):
        return True
    if before == "từ" and lows[end - 2] == "tháng":
        return True  # `từ 5 đến 6 tháng 9`
    if before == "(" and len(atoms) > 1 and row.lows[end : end + 1] == [")"] and lows[end - 2] == "/":
        return True  # `chuyến thăm Lào (29/5-2/6)`
    if before in (",", "(") and at > 1 and lows[at - 2] in _BEFORE_BRACKET:
        return True
    if any(atom.year for atom in atoms) and before not in ("số", "/", "-", "."):
        return True
    mark = words[atoms[-1].end - 2].text
    if before == "từ" and len(atoms) == 2 and mark != "/":
        return _from_to(row, atoms, end)
    if before not in _PREPOSITIONS or mark != "/":
        return False
    if all(atom.day < atom.month <= 10 for atom in atoms):
        return end >= row.size or (
            lows[end] not in _SHARES if len(atoms) > 1 else not words[end].text[0].isalnum()
        )
    return True


def _behind_day_words(row: Row, at: int) -> bool:
    """`sáng sớm | 5/9`, `thứ Năm | 5/9`, `Chủ nhật | 5/9`."""
    if at < 2:
        return False
    one, two = row.lows[at - 2 : at]
    part = one in PARTS and two in MANNERS
    return part or (one == "thứ" and two in _BEFORE_BRACKET) or (one, two) == ("chủ", "nhật")


def _from_to(row: Row, atoms: list[Day], end: int) -> bool:
    """`từ 28-9 đến 2-10`, `từ 31.10 - 13.11, …`: days with their months; decimals and scores look like them."""
    days = atoms if atoms[0].month else atoms[1:]  # `từ 25 đến 27-7, …`
    if not all(atom.month and atom.end <= end for atom in days):
        return False
    whole = row.words[atoms[-1].end - 2].text != "." or max(atom.day for atom in atoms) > 12
    return whole and (end >= row.size or not row.words[end].text[0].isalpha() or row.lows[end] in _AFTER)


def _is_lunar(row: Row, at: int, end: int) -> bool:
    """`10/3 âm lịch`, `10.3 (ÂL)`, `nhằm ngày 14/4`, `14/4 năm Quý Mão`: days of another calendar."""
    lows = row.lows
    if "nhằm" in lows[max(0, at - 2) : at]:
        return True
    behind = lows[end : end + 3]
    behind = behind[1:] if behind[:1] == ["("] else behind
    if behind[:1] == ["năm"]:
        return behind[1:2] != [] and behind[1] in _STEMS and row.words[end + 1].capital
    return behind[:2] == ["âm", "lịch"] or behind[:1] == ["âl"]


def _is_feast(row: Row, at: int, atoms: list[Day]) -> bool:
    """A day kept every year, or the first and last year of something: `(3/5/1961 - 3/5/2021)`, `Ngày thành
    lập …`."""
    years = [atom.year for atom in atoms if atom.year]
    if len(years) > 1 and years[-1] - years[0] >= 2:
        return True
    lows = row.lows
    for back in range(at - 1, max(-1, at - 12), -1):
        if row.words[back].text in ",.;:" and back < at - 1:
            return False
        if tuple(lows[back - 1 : back + 1]) in _FEASTS:
            return True
    return False


def _is_batch(row: Row, at: int) -> bool:
    """`trao Huy hiệu Đảng đợt | 2/9`, `đợt ngày | 2/9/2019`: a day that a batch is called by."""
    return "đợt" in row.lows[max(0, at - 1 - (row.lows[at - 1] == "ngày")) : at]


def _bound(row: Row, at: int, count: int) -> str:
    back = at - 1
    while back >= 0 and row.lows[back] in ("ngày", "hết", "sáng", "chiều", "tối", "trưa", "đêm"):
        if row.lows[back] == "hết":
            return "until"
        back -= 1
    before = row.lows[back] if back >= 0 else ""
    if count == 1 and before in ("đến", "tới"):
        return "until"
    if before == "trước":
        return "before"
    since = before == "từ" and back > 0 and row.lows[back - 1] == "kể"
    if before in ("sau", "kể") or (since and count == 1):
        return "after"
    return ""
