"""Dates in running English: `June 11`, `on 11 June 2024`, `June 11-13`, `June 2024`."""

from articles.text.published import MONTHS
from articles.text.tokens import Row


def english_date(row: Row, at: int) -> tuple[int, int, str] | None:
    """(first token, end, EDTF) of the date of which token `at`, a number, is the first number; None for none."""
    words, lows = row.words, row.lows
    month, first = _month(row, at - 1), at - 1
    day, second, end = words[at].number, 0, at + 1
    if month and 1900 <= day <= 2100:
        return first, end, f"{day:04d}-{month:02d}"
    if not 1 <= day <= 31:
        return None
    if end < row.size and lows[end] in ("st", "nd", "rd", "th") and row.glued(end):
        end += 1
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


def _month(row: Row, at: int) -> int:
    """The month that token `at` names, 0 for none; a capital parts `May` from `may`."""
    return MONTHS.get(row.lows[at], 0) if 0 <= at < row.size and row.words[at].capital else 0
