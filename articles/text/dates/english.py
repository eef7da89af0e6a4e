"""Dates in running English: `June 11`, `on 11 June 2024`, `June 11-13`, `June 2024`."""

from datetime import date, timedelta

from articles.text.words.phrases import word_set
from articles.text.words.tokens import Row

MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
         "sep sept september", "oct october", "nov november", "dec december"),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
"""English months and their short forms, lower case."""

WEEKDAYS = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
}  # fmt: skip
NEAR_DAYS = {"yesterday": -1, "tomorrow": 1}
_OTHER_WEEKS = word_set("next every each coming this")
_BOUNDS = {
    "until": "until",
    "till": "until",
    "by": "before",
    "before": "before",
    "since": "after",
    "after": "after",
}


def english_date(row: Row, at: int) -> tuple[int, int, str] | None:
    """(first token, end, EDTF) of the date of which token `at`, a number, is the first number; None for none."""
    words = row.words
    month, first = _month_before(row, at)
    day, second, end = words[at].number, 0, at + 1
    if month and 1900 <= day <= 2100:
        return first, end, f"{day:04d}-{month:02d}"
    if not 1 <= day <= 31:
        return None
    if (
        end + 1 < row.size
        and words[end].text in ("-", "–", "and", "to")
        and day < words[end + 1].number <= 31
    ):
        second, end = words[end + 1].number, end + 2
    if not month:
        month, first = _month(row, end), at
        end += 1
    if not month:
        return None
    year, after = "XXXX", end + (end < row.size and words[end].text == ",")
    if after < row.size and 1900 <= words[after].number <= 2100:
        year, end = f"{words[after].number:04d}", after + 1
    edtf = f"{year}-{month:02d}-{day:02d}"
    return first, end, f"{edtf}/{year}-{month:02d}-{second:02d}" if second else edtf


def english_range(row: Row, first: tuple[int, int, str]) -> tuple[int, int, str]:
    """`June 30 to July 2`, `30 June - 2 July 2026`: both days as one; `first` alone where no other follows."""
    start, end, edtf = first
    if row.lows[end : end + 1] not in (["to"], ["-"], ["–"], ["until"]) or "/" in edtf or len(edtf) < 10:
        return first
    at = end + 1
    while at < min(row.size, end + 4) and row.words[at].number < 0:
        at += 1
    last = english_date(row, at) if at < row.size and row.words[at].number > 0 else None
    if last is None or last[0] != end + 1 or "/" in last[2] or len(last[2]) < 10:
        return first
    year = edtf[:4] if edtf[0] != "X" else last[2][:4]
    one, two = f"{year}{edtf[4:]}", f"{year if last[2][0] == 'X' else last[2][:4]}{last[2][4:]}"
    return (start, last[1], f"{one}/{two}") if one < two else first


def english_weekday(row: Row, at: int, published: date) -> date | None:
    """`on Monday`, `last Friday`: the last such day before the page's own, or that day itself; `yesterday`."""
    away = NEAR_DAYS.get(row.lows[at])
    if away is None:
        if not row.words[at].capital or (at and row.lows[at - 1] in _OTHER_WEEKS):
            return None
        away = -((published.weekday() - WEEKDAYS[row.lows[at]]) % 7)
    try:
        return published + timedelta(away)
    except OverflowError:
        return None


def english_bound(row: Row, at: int) -> str:
    """What the word before the date at token `at` makes of it: `until`, `before`, `after`, or nothing."""
    return _BOUNDS.get(row.lows[at - 1], "") if at else ""


def _month_before(row: Row, at: int) -> tuple[int, int]:
    """The month before token `at` and where it stands: `June | 11`, `Aug. | 3`."""
    if at > 1 and row.words[at - 1].text == "." and row.glued(at - 1) and len(row.lows[at - 2]) <= 4:
        return _month(row, at - 2), at - 2
    return _month(row, at - 1), at - 1


def _month(row: Row, at: int) -> int:
    """The month that token `at` names, 0 for none; a capital parts `May` from `may`."""
    return MONTHS.get(row.lows[at], 0) if 0 <= at < row.size and row.words[at].capital else 0
