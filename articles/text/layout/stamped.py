"""Lines that hold a headline and the date of the page, or that date and what stands below it."""

from articles.text import lazy_re as re
from articles.text.layout.cutting import cut
from articles.text.layout.date_labels import WEEKDAY
from articles.text.layout.lines import BROKEN, CAPITAL, Row, clean
from articles.text.layout.published import read_stamp
from articles.text.lexicon import everything, kept

_DAY = r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}"
_HOUR = r"\d{1,2}[:h]\d\d(?::\d\d)?(?: ?(?:AM|PM|SA|CH))?"
_ZONE = r"(?: ?\(?GMT ?\+ ?7\)?)?"
# `29 Tháng Mười Một 2024`, as pages write it with a capital, and headlines do not.
_MONTH = r"\d{1,2},? Tháng [^\W\d_]+(?: [^\W\d_]+)?,? \d{4}"
_WHEN = (
    rf"(?:(?:{_DAY}|(?P<month>{_MONTH}))(?: ?[,|-]? ?(?P<hour>{_HOUR}))?"
    rf"|(?P<early>{_HOUR}) ?[,|-]? ?(?P<ngay>ngày )?{_DAY}){_ZONE}"
)
# `Cầu Trà thông xe Thứ ba, 5/3/2024, 14:00 (GMT+7) Sáng 5/3, cầu Trà …`, a page whose lines were run together.
_INSIDE = re.compile(
    rf"(?<=[^\s.,;:–-] )(?:{WEEKDAY}[,|-]? ?)?(?i:ngày )?(?:{_DAY} ?[,|-]? ?\d{{1,2}}:\d\d"
    rf"|\d{{1,2}}:\d\d ?[,|-]? ?(?i:ngày )?{_DAY}){_ZONE}(?= [\"“‘'(]?{CAPITAL})"
)
_LAST = frozenset("0123456789)]MAHC")
"""With what a date behind a headline ends."""
_LONGEST_STAMP, _FARTHEST = 80, 360
_SHORTEST_RUN_TOGETHER = 60
"""Words of a line that holds more than a headline and its date, at least."""
_FEWEST_TITLE, _MOST_TITLE = 4, 25
LONGEST_LABEL = 10
"""Words of a section's name beside the date, at most."""


def part_together(rows: list[Row], text: str) -> list[Row]:
    """Headline, date and story of a page whose lines were run together."""
    if not rows or rows[0].words < _SHORTEST_RUN_TOGETHER:
        return rows
    line = rows[0].text
    match = _INSIDE.search(line, 0, _FARTHEST)
    if match is None or not _FEWEST_TITLE <= line.count(" ", 0, match.start()) <= _MOST_TITLE:
        return rows
    stamp = read_stamp(match[0])
    if stamp is None or "T" not in (stamp.published or "") or BROKEN.search(line, 0, match.start()):
        return rows
    title, *rest = cut(rows[0], match.start(), text)
    return [title, *(piece for row in rest for piece in cut(row, len(match[0]) + 1, text)), *rows[1:]]


def part_stamp(rows: list[Row], text: str) -> list[Row]:
    """A headline and its date, before or behind it, each a row; where several lines have one they are a list of other
    stories."""
    parted = [_part(row, text, inside=_is_inside(rows, place)) for place, row in enumerate(rows)]
    if sum(map(len, parted)) != len(parted) + 1:
        return rows
    return [piece for pieces in parted for piece in pieces]


def _is_inside(rows: list[Row], place: int) -> bool:
    return all(row.prose for row in rows[max(0, place - 1) : place + 2 : 2]) and 0 < place < len(rows) - 1


def _part(row: Row, text: str, *, inside: bool) -> list[Row]:
    """`inside`: the row stands between two paragraphs, where a cell with a date is a row of a table."""
    line = row.text
    if not inside and (at := _dated_cell(row)):
        return cut(row, at, text)
    near = max(0, len(line) - _LONGEST_STAMP)
    behind = _behind().search(line, near) if line[-1] in _LAST and "20" in line[near:] else None
    match = behind or (_before().match(line) if "20" in line[:_LONGEST_STAMP] else None)
    if match is None or read_stamp(line):
        return [row]
    stamp = read_stamp(match["stamp"])
    if stamp is None or not stamp.published or stamp.rest or not _is_sure(match):
        return [row]
    return cut(row, match.start("stamp") if behind else match.end(), text)


def _dated_cell(row: Row) -> int:
    """Where the date begins that stands alone in the cell behind a label: `Tin nổi bật ⇥ 09/08/2022`; else 0."""
    label, parted, date = row.written.rpartition("\t")
    if not parted or "20" not in date or len(label.split()) > LONGEST_LABEL:
        return 0
    stamp = read_stamp(date.strip())
    if stamp is None or not stamp.published or stamp.rest:
        return 0
    return len(row.text) - len(clean(date))


def _is_sure(match: re.Match[str]) -> bool:
    """An hour, a label, a month in capitals or no space beside it shows that the date is the page's: a day alone may be
    one that the headline tells of, and `19:30 ngày 12/6/2019` when what it tells of begins."""
    label = match["label"] or ""
    if label and (label[0].isupper() or ":" in label):
        return True
    bracketed = match["stamp"][0] in "(["
    timed = match["hour"] or (match["early"] and not match["ngay"])
    return bool(timed or match["month"] or (bracketed and match["weekday"])) or not (
        match["gap"] or bracketed
    )


@kept
def _stamp() -> str:
    labels = "|".join(map(re.escape, sorted(everything("date_labels"), key=len, reverse=True)))
    return (
        rf"(?P<stamp>[(\[]?(?P<label>(?i:{labels}) ?:? ?)?(?P<weekday>{WEEKDAY}[ ,|-]{{0,3}}(?i:ngày )?)?"
        rf"{_WHEN}[)\]]?)"
    )


@kept
def _behind() -> re.Pattern[str]:
    """`Cầu Trà thông xe (18:31 09/08/2022)`, `Cầu Trà thông xeCập nhật: 09/08/2022`"""
    return re.compile(rf"(?:[^\W\d_]|[\"”’)?!])(?P<gap> ?[|–-] ?| ?){_stamp()}$")


@kept
def _before() -> re.Pattern[str]:
    """`09/08/2022 18:31Cầu Trà thông xe`"""
    return re.compile(rf"{_stamp()}(?P<gap>[ |–-]{{0,3}})(?=[\"“‘']?{CAPITAL})")
