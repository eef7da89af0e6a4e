"""Dates in running Vietnamese: days, months, relative days, each as EDTF with its evidence, and the years they lack.

`Ngày 13/7`, `từ ngày 6 - 9/12`, `tháng 3/2021`, `sáng nay (8/4)`, `cùng ngày`. Birth and treaty years and terms of
office are none.
"""

from datetime import date
from typing import Literal, NamedTuple

from articles.text.dates.chains import Precision
from articles.text.dates.days import days_at, number_at
from articles.text.dates.edtf import PartialDate
from articles.text.dates.english import (
    NEAR_DAYS,
    WEEKDAYS,
    english_bound,
    english_date,
    english_range,
    english_weekday,
)
from articles.text.dates.relative_days import WATCHED, relative_day
from articles.text.dates.years import YearMention, Years, year_mentions
from articles.text.types import Span, Structure
from articles.text.words.tokens import Row, rows
from articles.text.words.vocabulary import NUMBER, watch

_TOLD_YEARS = {"nay": 0, "ngoái": -1, "tới": 1}
"""`5/6 năm ngoái`: years told by the page's own."""
_RECENT = 40
"""The dates among which `cùng ngày` is looked for."""
_LAST_DAY = 31
_OPENS = 4
"""Tokens of the lead before its day: `Hà Nội - Tối | 25/5/2025`."""
_LED = 5
"""Words in which `từ` stands before the first day: `từ hôm nay (`."""
_UNTIL = frozenset((")", ",", "đến", "tới", "hết", "ngày"))
"""What stands between the two days of `từ hôm nay (4/7) đến ngày 8/7`."""
_ENGLISH_DAYS = WEEKDAYS.keys() | NEAR_DAYS.keys()
_TELLS_DAY = watch(WATCHED | {"ngày"} | _ENGLISH_DAYS)


class DateAt(NamedTuple):
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


def find_dates(text: str, structure: Structure) -> tuple[DateAt, ...]:
    """The dates of a story (title, dek, body, captions) in reading order."""
    return dates_of(rows(text, structure), structure)


def dates_of(story: tuple[Row, ...], structure: Structure) -> tuple[DateAt, ...]:
    """The dates in rows already made; see `find_dates`."""
    published = _published(structure)
    found: list[DateAt] = []
    years: list[YearMention] = []
    for number, row in enumerate(story):
        places = row.where(NUMBER | _TELLS_DAY)
        first = len(found)
        taken = _walk(row, number, places, published, structure, found)
        _join(row, found, first)
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
            if row.english:
                if published and word.low in _ENGLISH_DAYS and (day := english_weekday(row, i, published)):
                    evidence = (row.span(i, i + 1), *structure.published_spans[:1])
                    found.append(DateAt(number, i, i + 1, day.isoformat(), "day", True, evidence))
            elif word.low == "ngày":
                if i and lows[i - 1] in ("cùng", "trong"):
                    _same_day(row, number, i, found, published)
            elif published and word.low in WATCHED and (told := relative_day(row, i, published)):
                start, after, day = told
                evidence = (row.span(start, after), *structure.published_spans[:1])
                found.append(DateAt(number, start, after, day.isoformat(), "day", True, evidence))
            continue
        if row.english and (english := english_date(row, i)):
            end = _add(row, number, *english_range(row, english), found)
        elif word.number > _LAST_DAY:
            continue
        else:
            end = _month(row, number, i, found) or _add_days(row, number, i, found)
        if end:
            taken.update(range(i, end))
            after = end
    return taken


def _join(row: Row, found: list[DateAt], first: int) -> None:
    """`từ hôm nay (4/7) đến ngày 8/7`: two days of the row, the dates from `first` on, as one range."""
    for i in range(len(found) - 1, first, -1):
        one, two = found[i - 1], found[i]
        if one.precision != "day" or two.precision != "day" or two.bound != "until" or one.bound:
            continue
        between = row.lows[one.end : two.start]
        begin = next(
            (k for k in range(one.start - 1, one.start - _LED, -1) if k >= 0 and row.lows[k] == "từ"), -1
        )
        if begin < 0 or len(between) > len(_UNTIL) or not _UNTIL.issuperset(between):
            continue
        last = one.edtf[:4] + two.edtf[4:] if two.edtf[0] == "X" else two.edtf
        if one.edtf[:4] != last[:4] or one.edtf >= last:
            continue
        found[i - 1 : i + 1] = [
            DateAt(
                one.row, one.start, two.end, f"{one.edtf}/{last}", "range", one.inferred or two.inferred,
                (*one.evidence, *two.evidence),
            )
        ]  # fmt: skip


def _add(row: Row, number: int, start: int, end: int, edtf: str, found: list[DateAt]) -> int:
    """Keep an English date; returns its end, 0 for a day that no calendar has."""
    try:
        PartialDate.parse(edtf)
    except ValueError:
        return 0
    precision: Precision = "range" if "/" in edtf else "day" if len(edtf) > 7 else "month"
    bound = english_bound(row, start)
    found.append(DateAt(number, start, end, edtf, precision, False, (row.span(start, end),), bound))
    return end


def _add_days(row: Row, number: int, at: int, found: list[DateAt]) -> int:
    """Keep a day or a chain of days; returns its end, 0 where it is no date or holds a day that no calendar has."""
    days = days_at(row, at)
    if days is None:
        return 0
    evidence = (row.span(at, days.end),)
    found += [
        DateAt(number, at, days.end, edtf, precision, False, evidence, days.bound)
        for edtf, precision in days.dates
    ]
    return days.end if days.whole else 0


def _same_day(row: Row, number: int, at: int, found: list[DateAt], published: date | None) -> None:
    """`cùng ngày`, `cũng trong ngày`: the last single day named, wherever in the story it stands; of those that have a
    year, none after the page's own, if there is another."""
    lows = row.lows
    if at + 1 < row.size and (row.words[at + 1].number >= 0 or row.words[at + 1].capital):
        return
    if lows[at - 1] == "trong" and not (at > 1 and lows[at - 2] == "cũng"):
        return
    if at + 1 < row.size and lows[at + 1] in ("tháng", "đêm", "nghỉ", "lễ", "làm", "hôm", "hội"):
        return
    days = [d for d in found[-_RECENT:] if d.precision == "day" and not d.bound]
    today = published.isoformat() if published else ""
    past = (d for d in reversed(days) if not today or d.edtf[0] == "X" or d.edtf <= today)
    if days and (last := next(past, days[-1])):
        evidence = (row.span(at - 1, at + 1), last.evidence[0])
        found.append(DateAt(number, at - 1, at + 1, last.edtf, "day", True, evidence))


def _month(row: Row, number: int, at: int, found: list[DateAt]) -> int:
    """`tháng 3/2021`, `tháng 3 năm 2021`, `tháng 12`; returns the end, 0 where token `at` is no month."""
    lows, words = row.lows, row.words
    if not at or lows[at - 1] != "tháng":
        return 0
    if lows[at - 2 : at - 1] == ["rằm"] or lows[at + 1 : at + 3] == ["âm", "lịch"]:
        return 0
    if at > 1 and words[at - 2].number >= 0 and not row.glued(at - 2):
        return 0  # `trong 6 tháng 5 người …`: a length of time; but `COVID-19 tháng 3`
    month = number_at(row, at, 1, 12)
    if not month:
        return 0
    end, year = at + 1, 0
    if (
        end + 1 < row.size and words[end].text in "/-." and (value := number_at(row, end + 1, 1900, 2100))
    ) or (end + 1 < row.size and lows[end] == "năm" and (value := number_at(row, end + 1, 1900, 2100))):
        year, end = value, end + 2
    edtf = f"{year:04d}-{month:02d}" if year else f"XXXX-{month:02d}"
    if until := None if year else _until_month(row, end, month):
        end, edtf = until[0], f"{until[1]}-{month:02d}/{until[1]}-{until[2]:02d}"
    found.append(DateAt(number, at - 1, end, edtf, "month", False, (row.span(at - 1, end),)))
    return end


def _until_month(row: Row, at: int, first: int) -> tuple[int, str, int] | None:
    """End, year and number of the month that goes on at token `at`: `(tháng 3) | -4/2026`, `| đến tháng 5 năm 2026`.

    A later month of a year that is told; anything else is left to itself."""
    if row.lows[at : at + 1] not in (["-"], ["–"], ["đến"], ["tới"], ["và"]):
        return None
    at += 1 + (row.lows[at + 1 : at + 2] == ["tháng"])
    month = number_at(row, at, first + 1, 12)
    joined = row.lows[at + 1 : at + 2] in (["/"], ["-"], ["năm"])
    year = number_at(row, at + 2, 1900, 2100) if joined else 0
    return (at + 3, f"{year:04d}", month) if month and year else None


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
    years = Years(mentions, published, _of_lead(story, found))
    filled: list[DateAt] = []
    for when in found:
        told = _told_year(story[when.row], when.end) if when.edtf[0] == "X" else None
        if told is not None:
            if published and (edtf := _in_year(when.edtf, published.year + told)):
                word = story[when.row].span(when.end, when.end + 2)
                evidence = (*when.evidence, word, *structure.published_spans[:1])
                when = when._replace(edtf=edtf, inferred=True, evidence=evidence)
        elif when.edtf[0] == "X" and when.precision != "month":
            year, evidence = years.settle(when.edtf[5:10], when.row)
            if year:
                if published and not evidence:
                    evidence = structure.published_spans[:1]
                edtf = _in_year(when.edtf, year)
                if edtf:
                    when = when._replace(edtf=edtf, inferred=True, evidence=when.evidence + evidence)
        filled.append(when)
    return tuple(filled)


def _of_lead(story: tuple[Row, ...], found: list[DateAt]) -> YearMention | None:
    """The day or days with their year that open the first paragraph: `Tối 25/5/2025, A tới Huế …`."""
    lead = next((number for number, row in enumerate(story) if row.kind == "body"), -1)
    when = next((when for when in found if when.row == lead), None)
    if when is None or when.start > _OPENS or when.edtf[0] == "X" or when.inferred:
        return None
    if when.precision not in ("day", "range"):
        return None
    return YearMention(int(when.edtf[:4]), "day", lead, when.evidence[0], when.edtf.partition("/")[0])


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
