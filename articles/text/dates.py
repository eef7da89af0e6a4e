"""Dates in running Vietnamese: day phrases, ranges, months, relative days, each as EDTF with its evidence.

`Ngày 13/7`, `sáng 9-3`, `chiều 3.9`, `từ ngày 6 - 9/12`, `22, 23 và 24-7`, `tháng 3/2021`, `sáng nay (8/4)`,
`cùng ngày`. Scores, fractions, birth and treaty years, terms of office and feasts are none.
"""

from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Literal, NamedTuple

from articles.text.edtf import PartialDate
from articles.text.english import english_date
from articles.text.relative_days import SEPARATORS, WATCHED, relative_day
from articles.text.tokens import Row, rows, word_set
from articles.text.types import Span, Structure
from articles.text.years import YearMention, Years, year_mentions

_DAY_WORDS = word_set("ngày sáng trưa chiều tối đêm khuya hôm hồi mùng mồng nay qua mai")
_BEFORE_BRACKET = word_set("nay qua mai ngày hai ba tư năm sáu bảy nhật này tới kia đó")
_PREPOSITIONS = word_set("từ đến tới trước sau hết vào lúc tận dịp")
_UNITS = word_set("giờ phút người triệu tỷ tỉ nghìn ngàn đồng % điểm lần năm tuổi km m kg tấn trận phiếu")
_JOINS = frozenset(("-", "–", "—", "đến", "tới", "và", ","))
_DASHES = frozenset("-–—")
_FILLERS = frozenset(("hết", "ngày", "sáng", "trưa", "chiều", "tối", "đêm"))
_FEASTS = (("kỷ", "niệm"), ("kỉ", "niệm"), ("chào", "mừng"), ("truyền", "thống"), ("thành", "lập"))
_TOLD_YEARS = {"nay": 0, "ngoái": -1, "tới": 1}
"""`5/6 năm ngoái`: years told by the page's own."""
_RECENT = 40
"""The dates among which `cùng ngày` is looked for."""
_WATCHED = WATCHED | {"ngày"}

Precision = Literal["day", "range", "month", "year"]


@dataclass(frozen=True, slots=True)
class DateAt:
    """A date where it stands: tokens `start` to `end` of `row`."""

    row: int
    start: int
    end: int
    edtf: str
    precision: Precision
    inferred: bool
    """The year or the day comes from elsewhere: another part of the text, or the page's publication date."""
    evidence: tuple[Span, ...]
    """Its own span, then what settled the year or the day."""
    bound: str = ""
    """`until`, `before` or `after` where the phrase only bounds the time."""


class _Atom(NamedTuple):
    day: int
    month: int
    year: int
    end: int


def find_dates(text: str, structure: Structure) -> tuple[DateAt, ...]:
    """The dates of a story (title, dek, body, captions) in reading order."""
    return dates_of(rows(text, structure), structure)


def dates_of(story: tuple[Row, ...], structure: Structure) -> tuple[DateAt, ...]:
    """The dates in rows already made; see `find_dates`."""
    published = _published(structure)
    found: list[DateAt] = []
    years: list[YearMention] = []
    for number, row in enumerate(story):
        places = [i for i, word in enumerate(row.words) if word.number >= 0 or word.low in _WATCHED]
        taken = _walk(row, number, places, published, structure, found)
        years += year_mentions(row, number, [i for i in places if i not in taken])
    return _with_years(story, found, years, published, structure)


def _published(structure: Structure) -> date | None:
    try:
        return date.fromisoformat(structure.published[:10]) if structure.published else None
    except ValueError:
        return None


def _walk(
    row: Row,
    number: int,
    places: list[int],
    published: date | None,
    structure: Structure,
    found: list[DateAt],
) -> set[int]:
    """Add the row's dates to `found`; returns the tokens taken. `places`: its numbers, and words that tell days."""
    taken: set[int] = set()
    words, lows = row.words, row.lows
    after = 0
    for i in places:
        if i < after:
            continue
        word = words[i]
        if word.number < 0:
            if word.low == "ngày":
                if i and lows[i - 1] in ("cùng", "trong"):
                    _same_day(row, number, i, found)
            elif published and (told := relative_day(row, i, published)):
                start, after, day = told
                evidence = (row.span(start, after), *structure.published_spans[:1])
                found.append(DateAt(number, start, after, day.isoformat(), "day", True, evidence))
            continue
        if row.english and (english := english_date(row, i)):
            end = _add(row, number, *english, found)
        else:
            end = _month(row, number, i, found) or _days(row, number, i, found)
        if end:
            taken.update(range(i, end))
            after = end
    return taken


def _add(row: Row, number: int, start: int, end: int, edtf: str, found: list[DateAt]) -> int:
    """Keep an English date; returns its end, 0 for a day that no calendar has."""
    try:
        PartialDate.parse(edtf)
    except ValueError:
        return 0
    precision: Precision = "range" if "/" in edtf else "day" if len(edtf) > 7 else "month"
    found.append(DateAt(number, start, end, edtf, precision, False, (row.span(start, end),)))
    return end


def _same_day(row: Row, number: int, at: int, found: list[DateAt]) -> None:
    """`cùng ngày`, `cũng trong ngày`: the last single day named, wherever in the story it stands."""
    lows = row.lows
    if at + 1 < row.size and (row.words[at + 1].number >= 0 or row.words[at + 1].capital):
        return
    if lows[at - 1] == "trong" and not (at > 1 and lows[at - 2] == "cũng"):
        return
    if at + 1 < row.size and lows[at + 1] in ("tháng", "đêm", "nghỉ", "lễ", "làm", "hôm", "hội"):
        return
    last = next((d for d in reversed(found[-_RECENT:]) if d.precision == "day" and not d.bound), None)
    if last is not None:
        evidence = (row.span(at - 1, at + 1), last.evidence[0])
        found.append(DateAt(number, at - 1, at + 1, last.edtf, "day", True, evidence))


def _number(row: Row, at: int, low: int, high: int) -> int:
    """The number at `at` when it lies between the bounds (two digits at most, unless a year), else 0."""
    if at >= row.size:
        return 0
    value = row.words[at].number
    if not low <= value <= high or (high < 100 and len(row.words[at].text) > 2):
        return 0
    return value


def _month(row: Row, number: int, at: int, found: list[DateAt]) -> int:
    """`tháng 3/2021`, `tháng 3 năm 2021`, `tháng 12`; returns the end, 0 where token `at` is no month."""
    lows, words = row.lows, row.words
    if not at or lows[at - 1] != "tháng":
        return 0
    if at > 1 and words[at - 2].number >= 0 and not row.glued(at - 2):
        return 0  # `trong 6 tháng 5 người …`: a length of time; but `COVID-19 tháng 3`
    month = _number(row, at, 1, 12)
    if not month:
        return 0
    end, year = at + 1, 0
    if (end + 1 < row.size and words[end].text in "/-" and (value := _number(row, end + 1, 1900, 2100))) or (
        end + 1 < row.size and lows[end] == "năm" and (value := _number(row, end + 1, 1900, 2100))
    ):
        year, end = value, end + 2
    edtf = f"{year:04d}-{month:02d}" if year else f"XXXX-{month:02d}"
    found.append(DateAt(number, at - 1, end, edtf, "month", False, (row.span(at - 1, end),)))
    return end


def _atom(row: Row, at: int) -> _Atom | None:
    """One day at token `at`: `13/7`, `24/4/2021`, `6 tháng 7 năm 2021`, or a day alone (month 0)."""
    words, lows, size = row.words, row.lows, row.size
    day = _number(row, at, 1, 31)
    if not day:
        return None
    if at + 2 < size and words[at + 1].text in SEPARATORS and row.glued(at + 1) and row.glued(at + 2):
        mark = words[at + 1].text
        second = _number(row, at + 2, 1, 31)
        further = (
            at + 4 < size and words[at + 3].text in SEPARATORS and row.glued(at + 3) and row.glued(at + 4)
        )
        if (
            mark in _DASHES
            and second
            and further
            and words[at + 3].text in "/."
            and _number(row, at + 4, 1, 12)
        ):
            return _Atom(day, 0, 0, at + 1)  # 27-28/11
        if 1 <= second <= 12:
            if further and (year := _number(row, at + 4, 1000, 2100)):
                return _Atom(day, second, year, at + 5)
            if further and words[at + 3].text == "/":
                return None  # 12/5/QĐ, 3/4/5
            if at + 4 < size and lows[at + 3] == "năm" and (year := _number(row, at + 4, 1000, 2100)):
                return _Atom(day, second, year, at + 5)
            return _Atom(day, second, 0, at + 3)
        if mark in _DASHES and second:
            return _Atom(day, 0, 0, at + 1)
        return None
    if at + 4 < size and words[at + 1].text in SEPARATORS and words[at + 3].text == words[at + 1].text:
        month, year = _number(row, at + 2, 1, 12), _number(row, at + 4, 1900, 2100)
        if month and year:
            return _Atom(day, month, year, at + 5)  # `24- 4-2010`
    if at + 2 < size and lows[at + 1] == "tháng" and (month := _number(row, at + 2, 1, 12)):
        end = at + 3
        if end + 1 < size and lows[end] == "năm" and (year := _number(row, end + 1, 1000, 2100)):
            return _Atom(day, month, year, end + 2)
        if end + 1 < size and words[end].text in "/-" and (year := _number(row, end + 1, 1000, 2100)):
            return _Atom(day, month, year, end + 2)
        return _Atom(day, month, 0, end)
    return _Atom(day, 0, 0, at + 1)


def _days(row: Row, number: int, at: int, found: list[DateAt]) -> int:
    """A day or a chain of days at token `at`; returns the end, 0 where it is no date."""
    first = _atom(row, at)
    if first is None:
        return 0
    atoms, joins = [first], []
    end = first.end
    while end + 1 < row.size and row.lows[end] in _JOINS and len(atoms) < 6:
        after = end + 1
        if row.lows[end] == "," and row.lows[after] in ("đến", "tới"):
            after += 1
        while after < row.size and row.lows[after] in _FILLERS:
            after += 1
        following = _atom(row, after) if after < row.size else None
        if following is None:
            break
        joins.append(row.lows[end] if row.lows[end + 1] not in ("đến", "tới") else "đến")
        atoms.append(following)
        end = following.end
    if len(atoms) == 2 and _spaced(row, at, atoms[0], atoms[1], joins[0]):
        atoms, joins = [_Atom(atoms[0].day, atoms[1].day, 0, atoms[1].end)], []
    while atoms and not atoms[-1].month:
        atoms.pop()
        if joins:
            joins.pop()
    if not atoms or not _is_date(row, at, atoms):
        return 0
    end = atoms[-1].end
    if _is_feast(row, at, atoms):
        return end
    bound = _bound(row, at, len(atoms))
    for edtf, precision in _spell(atoms, joins):
        try:
            PartialDate.parse(edtf)
        except ValueError:
            return 0
        found.append(DateAt(number, at, end, edtf, precision, False, (row.span(at, end),), bound))
    return end


def _spaced(row: Row, at: int, first: _Atom, second: _Atom, join: str) -> bool:
    """`ngày 19 - 12`: a day and a month, since no range runs backwards."""
    if join not in _DASHES or first.month or second.month or not at or row.lows[at - 1] not in _DAY_WORDS:
        return False
    return second.day <= 12 < first.day or second.day < first.day <= 12


def _is_date(row: Row, at: int, atoms: list[_Atom]) -> bool:
    """Whether what stands around numbers that look like days says that they are days."""
    words, lows = row.words, row.lows
    before = lows[at - 1] if at else ""
    end = atoms[-1].end
    if before == "sinh" or (before == "ngày" and at > 1 and lows[at - 2] == "sinh"):
        return False
    if end < row.size and (words[end].text == "%" or (lows[end] in _UNITS and before not in _DAY_WORDS)):
        return lows[end] == "năm" and atoms[-1].year == 0 and before in _DAY_WORDS
    if row.lows[end : end + 2] == ["âm", "lịch"]:
        return False
    if before in _DAY_WORDS:
        return True
    if before in (",", "(") and at > 1 and lows[at - 2] in _BEFORE_BRACKET:
        return True
    if any(atom.year for atom in atoms) and before not in ("số", "/", "-", "."):
        return True
    if before not in _PREPOSITIONS or words[atoms[-1].end - 2].text != "/":
        return False
    if len(atoms) > 1:
        return True
    fraction = atoms[0].day < atoms[0].month <= 10
    return not fraction or end >= row.size or not words[end].text[0].isalnum()


def _is_feast(row: Row, at: int, atoms: list[_Atom]) -> bool:
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
    if before in ("sau", "kể") or (before == "từ" and back and row.lows[back - 1] == "kể"):
        return "after"
    return ""


def _spell(atoms: list[_Atom], joins: list[str]) -> list[tuple[str, Precision]]:
    """EDTF for a chain: a range, consecutive days as a range, or several days."""
    month, year = atoms[-1].month, atoms[-1].year
    full: list[_Atom] = []
    for atom in reversed(atoms):
        if not atom.month:
            # `từ 30 - 2/9`: the first day lies in the month before.
            if full and atom.day > full[-1].day and month == full[-1].month:
                month = month - 1 or 12
                year -= month == 12 and year > 0
            atom = atom._replace(month=month)
        month = atom.month
        if not atom.year and year:
            atom = atom._replace(year=year)
        year = atom.year
        full.append(atom)
    full.reverse()
    spelt = [f"{f'{a.year:04d}' if a.year else 'XXXX'}-{a.month:02d}-{a.day:02d}" for a in full]
    if len(full) == 1:
        return [(spelt[0], "day")]
    listed = all(join in (",", "và") for join in joins)
    consecutive = all(
        b.day == a.day + 1 and b.month == a.month and b.year == a.year for a, b in pairwise(full)
    )
    if listed and not consecutive:
        return [(day, "day") for day in spelt]
    if len(full) > 2 and not listed and not consecutive:
        return (
            [(f"{spelt[0]}/{spelt[-1]}", "range")]
            if all(j not in (",", "và") for j in joins)
            else [(day, "day") for day in spelt]
        )
    return [(f"{spelt[0]}/{spelt[-1]}", "range")]


def _with_years(
    story: tuple[Row, ...],
    found: list[DateAt],
    mentions: list[YearMention],
    published: date | None,
    structure: Structure,
) -> tuple[DateAt, ...]:
    """Fill in years where the page or the text settles them; each stays marked as inferred."""
    for when in found:
        if when.edtf[0] != "X" and not when.inferred:
            kind: Literal["day", "month"] = "month" if when.precision == "month" else "day"
            last = when.edtf.partition("/")[2] or when.edtf
            mentions.append(YearMention(int(last[:4]), kind, when.row, when.evidence[0], last))
    years = Years(mentions, published)
    filled: list[DateAt] = []
    for when in found:
        told = _told_year(story[when.row], when.end) if when.edtf[0] == "X" else None
        if told is not None:
            if published and (edtf := _in_year(when.edtf, published.year + told)):
                word = story[when.row].span(when.end, when.end + 2)
                evidence = (*when.evidence, word, *structure.published_spans[:1])
                when = replace(when, edtf=edtf, inferred=True, evidence=evidence)
        elif when.edtf[0] == "X" and when.precision != "month":
            year, evidence = years.settle(when.edtf[5:10], when.row)
            if year:
                if published and not evidence:
                    evidence = structure.published_spans[:1]
                edtf = _in_year(when.edtf, year)
                if edtf:
                    when = replace(when, edtf=edtf, inferred=True, evidence=when.evidence + evidence)
        filled.append(when)
    return tuple(filled)


def _told_year(row: Row, at: int) -> int | None:
    """How many years after the page's own the words at token `at` say (`năm ngoái`: -1); None for other words."""
    return _TOLD_YEARS.get(row.lows[at + 1]) if at + 1 < row.size and row.lows[at] == "năm" else None


def _in_year(edtf: str, year: int) -> str:
    first, _, second = edtf.partition("/")
    spelt = f"{year:04d}{first[4:]}"
    if second:
        spelt += f"/{year + (second[5:] < first[5:]):04d}{second[4:]}"
    try:
        PartialDate.parse(spelt)
    except ValueError:
        return ""
    return spelt
