"""Partial dates, a small part of EDTF (ISO 8601-2): a year, month or day, or an interval of two.

`2021`, `2021-07`, `2021-07-06`, `XXXX-07-13`, `XXXX-07`, `A/B` of these. A missing year is never filled in.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, date
from functools import lru_cache

EXAMPLES = "2021, 2021-07, 2021-07-06, XXXX-07-13, 2019-03-02/2019-03-05"

_LEAP_YEAR = 2000  # Without a year, 29 February is possible.
_KEPT = 2000
"""Dates that are kept once they were read: news tells of few days, again and again."""


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as far as it is known, with the days it covers. Make one with `PartialDate.parse`."""

    edtf: str
    start: date | None
    """First day covered; None without a year."""
    end: date | None
    """Last day covered; None without a year."""
    sort: str
    """Ten characters whose code-point order is by first day. Without a year `0000-07-13`: newest-first
    lists put these last (one key cannot also put them last in oldest-first ones), by day of the year."""

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Read `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, `XXXX-MM`, `XXXX-MM-DD` or `A/B` of these.

        An interval has a year on both sides or on neither; without years it may cross New Year
        (`XXXX-12-30/XXXX-01-02`). Raises `ValueError`, naming the value, for everything else.
        """
        if not isinstance(text, str) or not 4 <= len(text) <= 21:
            raise _refusal(text, "it is not a date in EDTF")
        return _parse(text)

    def __str__(self) -> str:
        return self.edtf


@lru_cache(_KEPT)
def _parse(text: str) -> PartialDate:
    first, slash, second = text.partition("/")
    year, month, day = _read(first, text)
    if not slash:
        return PartialDate(
            text, _first_day(year, month, day), _last_day(year, month, day), _sort(year, month, day)
        )
    year2, month2, day2 = _read(second, text)
    if (year is None) != (year2 is None):
        raise _refusal(text, "an interval has the year on both sides or on neither")
    start, end = _first_day(year, month, day), _last_day(year2, month2, day2)
    if start and end:
        if start > end:
            raise _refusal(text, "the interval ends before it starts")
    elif month == month2 and day > (day2 or 31):
        raise _refusal(text, "the interval ends before it starts")
    return PartialDate(text, start, end, _sort(year, month, day))


def _read(part: str, whole: str) -> tuple[int | None, int, int]:
    """Year (None for XXXX), month and day (0 where not given) of one side; raises for the impossible."""
    size = len(part)
    if (
        size not in (4, 7, 10)
        or not part.isascii()
        or (size > 4 and part[4] != "-")
        or (size > 7 and part[7] != "-")
    ):
        raise _refusal(whole, "it is not a date in EDTF")
    digits, rest = part[:4], part[5:7] + part[8:]
    if rest and not rest.isdigit():
        raise _refusal(whole, "it is not a date in EDTF")
    year: int | None = None
    if digits.isdigit():
        year = int(digits)
        if not 1 <= year <= MAXYEAR:
            raise _refusal(whole, "years run from 0001 to 9999")
    elif digits != "XXXX":
        raise _refusal(whole, "the year is four digits, or XXXX where it is not known")
    elif size == 4:
        raise _refusal(whole, "without a year there must be a month")
    if size == 4:
        return year, 0, 0
    month = int(part[5:7])
    if not 1 <= month <= 12:
        raise _refusal(whole, f"there is no month {part[5:7]}")
    if size == 7:
        return year, month, 0
    day = int(part[8:])
    if not 1 <= day <= monthrange(year or _LEAP_YEAR, month)[1]:
        raise _refusal(whole, f"there is no day {part[8:]} in that month")
    return year, month, day


def _first_day(year: int | None, month: int, day: int) -> date | None:
    return None if year is None else date(year, month or 1, day or 1)


def _last_day(year: int | None, month: int, day: int) -> date | None:
    if year is None:
        return None
    month = month or 12
    return date(year, month, day or monthrange(year, month)[1])


def _sort(year: int | None, month: int, day: int) -> str:
    return f"{year or 0:04d}-{month or 1:02d}-{day or 1:02d}"


def _refusal(value: object, why: str) -> ValueError:
    shown = value if not isinstance(value, str) or len(value) <= 40 else value[:40] + "…"
    return ValueError(f"{shown!r} cannot be read as a partial date: {why}. Examples: {EXAMPLES}.")
