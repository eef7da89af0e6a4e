"""Which year a day without one falls in, where the page or the text settles it.

A page's own publication date settles it for days near it. A text settles it by agreement: three mentions of
one year, in two paragraphs at least, of the kinds that speak of the recent past, none of another year, and at
least one of them datable and not after the day. Goals (`vào năm 2030`), ranges (`2021-2024`), laws and
treaties (`Công ước … 1982`), births and terms of office settle nothing.
"""

from datetime import date
from typing import Literal, NamedTuple

from articles.text.types import Span
from articles.text.words.tokens import Row

_CURRENT = frozenset(("đầu", "cuối", "giữa", "trong"))
_NEUTRAL_BEFORE = frozenset(
    (
        "từ",
        "đến",
        "tới",
        "vào",
        "sinh",
        "kể",
        "trước",
        "sau",
        "kỳ",
        "kì",
        "mốc",
        "hết",
        "nhìn",
        "đoạn",
        "bản",
        "luật",
    )
)
_NEAR_PUBLICATION = 150
_NEAR_FULL_DATE = 31
_NEWS = 7
"""Days that a page tells of as its news, before or after it came out."""
_AGREEING = 3
_MOST_EVIDENCE = 12

YearKind = Literal["day", "month", "current", "other"]


class YearMention(NamedTuple):
    """One year that the text names, and how it is used."""

    year: int
    kind: YearKind
    row: int
    span: Span
    edtf: str
    """The day or month it stands with; the year for the other kinds."""


def year_mentions(row: Row, number: int, places: list[int]) -> list[YearMention]:
    """Years of a row that stand alone: `trong năm 2021`, `4 tháng đầu năm 2021`. `places` are the tokens looked at."""
    found: list[YearMention] = []
    for i in places:
        word = row.words[i]
        if not 1900 <= word.number <= 2100 or len(word.text) != 4:
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


class Years:
    """All years that a story names, sorted once so that each day is settled without reading them again."""

    def __init__(
        self, mentions: list[YearMention], published: date | None, lead: YearMention | None = None
    ) -> None:
        """`lead`: the day that opens the story, in which year the days near it lie."""
        self._published, self._lead = published, lead
        self._speaking = [m for m in mentions if m.kind != "other"]
        self._days = [m for m in mentions if m.kind == "day"]
        self._by_day: dict[str, dict[int, YearMention]] = {}
        self._by_row: dict[int, dict[str, YearMention]] = {}
        self._settled: dict[tuple[str, int], tuple[int, tuple[Span, ...]]] = {}
        for mention in self._days:
            self._by_day.setdefault(mention.edtf[5:], {})[mention.year] = mention
            self._by_row.setdefault(mention.row, {}).setdefault(mention.edtf, mention)
        self._one_day_year = len({m.year for m in self._days}) == 1
        years = {m.year for m in self._speaking}
        self._one_year = years.pop() if len(years) == 1 else 0
        self._last_year = max((m.year for m in mentions), default=0)
        datable = [m.edtf[5:] for m in self._speaking if m.kind in ("day", "month")]
        self._first_datable = min(datable, default="99")
        self._last_day = max((m.edtf[5:] for m in self._days), default="")
        self._rows = len({m.row for m in self._speaking})

    def settle(self, month_day: str, row: int) -> tuple[int, tuple[Span, ...]]:
        """The year of `MM-DD` named in row `row`, and what settles it; 0 where nothing does."""
        asked = month_day, row
        if asked not in self._settled:
            self._settled[asked] = self._settle(month_day, row)
        return self._settled[asked]

    def _settle(self, month_day: str, row: int) -> tuple[int, tuple[Span, ...]]:
        if self._published is not None:
            return self._near(month_day, self._published), ()
        same = self._by_day.get(month_day, {})
        if len(same) == 1 and self._one_day_year:
            mention = next(iter(same.values()))
            return mention.year, (mention.span,)
        if self._one_year:
            for mention in self._by_row.get(row, {}).values():
                if abs(_distance(mention.edtf, month_day)) <= _NEAR_FULL_DATE:
                    return mention.year, (mention.span,)
        lead = self._lead
        if lead is not None and abs(_distance(lead.edtf, month_day)) <= _NEAR_FULL_DATE:
            return lead.year, (lead.span,)
        return self._agreed(month_day)

    def _near(self, month_day: str, published: date) -> int:
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
        if best[0] > _NEWS and any(year != best[1] for year in self._by_day.get(month_day, ())):
            return 0  # `Ngày 1/4, …` in May, where the text tells of `1/4/2021`, too
        # A page's date can be that of a later update: a text that agrees on another year is believed.
        told, _ = self._agreed(month_day)
        return 0 if told and told != best[1] else best[1]

    def _agreed(self, month_day: str) -> tuple[int, tuple[Span, ...]]:
        year = self._one_year
        if not year or self._last_year > year or len(self._speaking) < _AGREEING:
            return 0, ()
        if self._first_datable > month_day or self._last_day > month_day:
            return 0, ()
        if self._rows < 2:
            return 0, ()
        return year, tuple(m.span for m in self._speaking[:_MOST_EVIDENCE])


def _distance(edtf: str, month_day: str) -> int:
    try:
        return (date.fromisoformat(edtf) - date(int(edtf[:4]), int(month_day[:2]), int(month_day[3:5]))).days
    except ValueError:
        return 999
