"""Which year a day without one falls in, where the page or the text settles it.

A page's own publication date settles it for days near it. A text settles it by agreement: three mentions of one
year, in two paragraphs at least, of the kinds that speak of the recent past, none of another year, and at least one
of them datable and not after the day. Goals (`vào năm 2030`), ranges (`2021-2024`), laws and treaties
(`Công ước … 1982`), births and terms of office settle nothing.
"""

from datetime import date
from typing import Literal, NamedTuple

from articles.text.tokens import Row
from articles.text.types import Span

_CURRENT = frozenset(("đầu", "cuối", "giữa", "trong"))
_NEUTRAL_BEFORE = frozenset(
    ("từ", "đến", "tới", "vào", "sinh", "kể", "trước", "sau", "kỳ", "kì", "mốc", "hết", "nhìn", "đoạn", "bản", "luật")
)
_NEAR_PUBLICATION = 150
_NEAR_FULL_DATE = 31
_AGREEING = 3

YearKind = Literal["day", "month", "current", "other"]


class YearMention(NamedTuple):
    """One year that the text names, and how it is used."""

    year: int
    kind: YearKind
    row: int
    span: Span
    edtf: str
    """The day or month it stands with; the year for the other kinds."""


def year_mentions(row: Row, number: int, taken: list[int]) -> list[YearMention]:
    """Years of a row that stand alone: `trong năm 2021`, `4 tháng đầu năm 2021`. Tokens of dates are `taken`."""
    found: list[YearMention] = []
    for i, word in enumerate(row.words):
        if not 1900 <= word.number <= 2100 or len(word.text) != 4 or i in taken:
            continue
        if not i or row.lows[i - 1] != "năm":
            continue
        if i + 2 < row.size and row.words[i + 1].text in "-–" and row.words[i + 2].number > 1900:
            continue
        before = row.lows[i - 2] if i > 1 else ""
        if before in _NEUTRAL_BEFORE or (i > 2 and row.words[i - 2].text == ")"):
            continue
        kind: YearKind = "current" if before in _CURRENT else "other"
        found.append(YearMention(word.number, kind, number, row.span(i - 1, i + 1), word.text))
    return found


def settle(
    month_day: str, row: int, mentions: list[YearMention], published: date | None
) -> tuple[int, tuple[Span, ...]]:
    """The year of `MM-DD` named in row `row`, and what settles it; 0 where nothing does."""
    if published is not None:
        return _near(month_day, published, mentions), ()
    dated = [m for m in mentions if m.kind == "day"]
    same = {m.year: m for m in dated if m.edtf[5:] == month_day}
    if len(same) == 1:
        mention = next(iter(same.values()))
        if all(m.year == mention.year for m in dated):
            return mention.year, (mention.span,)
    close = [m for m in dated if m.row == row and abs(_distance(m.edtf, month_day)) <= _NEAR_FULL_DATE]
    if close and all(m.year == close[0].year for m in mentions if m.kind != "other"):
        return close[0].year, (close[0].span,)
    return _agreed(month_day, mentions)


def _near(month_day: str, published: date, mentions: list[YearMention]) -> int:
    best: tuple[int, int] | None = None
    for year in (published.year, published.year - 1, published.year + 1):
        try:
            day = date(year, int(month_day[:2]), int(month_day[3:5]))
        except ValueError:
            continue
        away = abs((day - published).days)
        if away <= _NEAR_PUBLICATION and (best is None or away < best[0]):
            best = (away, year)
    if best is None:
        return 0
    # A page's date can be that of a later update: a text that agrees on another year is believed.
    told, _ = _agreed(month_day, mentions)
    return 0 if told and told != best[1] else best[1]


def _distance(edtf: str, month_day: str) -> int:
    try:
        return (date.fromisoformat(edtf) - date(int(edtf[:4]), int(month_day[:2]), int(month_day[3:5]))).days
    except ValueError:
        return 999


def _agreed(month_day: str, mentions: list[YearMention]) -> tuple[int, tuple[Span, ...]]:
    speaking = [m for m in mentions if m.kind != "other"]
    if len(speaking) < _AGREEING or len({m.row for m in speaking}) < 2:
        return 0, ()
    year = speaking[0].year
    if any(m.year != year for m in speaking) or any(m.year > year for m in mentions):
        return 0, ()
    before = [m for m in speaking if m.kind in ("day", "month") and m.edtf[5:] <= month_day]
    after = [m for m in speaking if m.kind == "day" and m.edtf[5:] > month_day]
    if not before or after:
        return 0, ()
    return year, tuple(m.span for m in speaking)
