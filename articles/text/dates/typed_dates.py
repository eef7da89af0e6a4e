"""Partial dates as people type them, day first: `13/7/2021`, `13/7`, `7/2021`, `2-5/3/2019`, to EDTF."""

from articles.text import lazy_re as re

from .edtf import PartialDate

_SEPARATOR = r"\s*[./-]\s*"
_DAY_MONTH = re.compile(rf"(\d{{1,2}}){_SEPARATOR}(\d{{1,2}})(?:{_SEPARATOR}(\d{{4}}))?")
_MONTH_YEAR = re.compile(rf"(\d{{1,2}}){_SEPARATOR}(\d{{4}})")
_YEAR_FIRST = re.compile(rf"(\d{{4}}|XXXX){_SEPARATOR}(\d{{1,2}})(?:{_SEPARATOR}(\d{{1,2}}))?", re.IGNORECASE)
_IN_WORDS = re.compile(
    r"(?:(\d{1,2})\s+)?tháng\s+(\d{1,2})(?:(?:\s+năm\s+|\s*[/,-]\s*)(\d{4}))?", re.IGNORECASE
)
_LABEL = re.compile(r"^(?:ngày|năm)\s+(?=\d)", re.IGNORECASE)
_UNTIL = re.compile(r"\s+(?:-|–|—|đến|tới|to|until)\s+|\s*–\s*")
_DAYS = re.compile(rf"(\d{{1,2}})\s*[-–]\s*(\d{{1,2}}{_SEPARATOR}\d{{1,2}}(?:{_SEPARATOR}\d{{4}})?)")


def typed_date(text: str) -> str:
    """`text` as EDTF where it can be read; otherwise as it stands, for the field to refuse with its reason."""
    text = " ".join(text.split())
    for found in (text.upper(), _single(text), _interval(text)):
        try:
            return PartialDate.parse(found).edtf
        except ValueError:
            continue
    return text


def _single(text: str) -> str:
    text = _LABEL.sub("", text)
    if found := _DAY_MONTH.fullmatch(text):
        return f"{found[3] or 'XXXX'}-{found[2]:0>2}-{found[1]:0>2}"
    if found := _MONTH_YEAR.fullmatch(text):
        return f"{found[2]}-{found[1]:0>2}"
    if found := _YEAR_FIRST.fullmatch(text):
        return f"{found[1].upper()}-{found[2]:0>2}" + (f"-{found[3]:0>2}" if found[3] else "")
    if found := _IN_WORDS.fullmatch(text):
        return f"{found[3] or 'XXXX'}-{found[2]:0>2}" + (f"-{found[1]:0>2}" if found[1] else "")
    return text


def _interval(text: str) -> str:
    """Two dates; the first takes the month and the year that only the second one names."""
    if days := _DAYS.fullmatch(_LABEL.sub("", text)):
        last = _single(days[2])
        return f"{last[:-2]}{days[1]:0>2}/{last}"
    sides = _UNTIL.split(text)
    if len(sides) != 2:
        return text
    first, last = map(_single, sides)
    if first.startswith("XXXX-") and not last.startswith("XXXX-"):
        first = last[:4] + first[4:]
    return f"{first}/{last}"
