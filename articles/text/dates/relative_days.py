"""Days told from the page's own: `sáng nay`, `hôm qua`, `hôm thứ Sáu`, `chiều Chủ nhật tuần này`."""

from datetime import date, timedelta

from articles.text.words.phrases import word_set
from articles.text.words.tokens import Row

WATCHED = frozenset(("nay", "qua", "mai", "kia", "thứ", "chủ"))
"""Words that may be the last, or the first, of such a day."""
SEPARATORS = frozenset("/.-–")
PARTS = word_set("sáng trưa chiều tối đêm hôm khuya")
"""Parts of a day, and `hôm`, which leads to one."""
MANNERS = frozenset(("sớm", "muộn"))
"""Behind a part of a day."""
_AWAY = {"nay": 0, "qua": -1, "mai": 1}
_WEEKDAYS = {"hai": 0, "ba": 1, "tư": 2, "năm": 3, "sáu": 4, "bảy": 5} | {str(n + 2): n for n in range(6)}
_EACH = word_set("các mỗi những mọi hằng hàng")
_BESIDE = frozenset(("đến", "tới", "từ", "hằng", "hàng", "-", "–"))
"""Right before or behind a weekday these make it one of many."""
_BACK, _AHEAD = 6, 15
_WEEKS = {"này": 0, "nay": 0, "sau": 1, "tới": 1, "trước": -1, "qua": -1, "rồi": -1}
_COMING = word_set("tới sẽ sắp")


def relative_day(row: Row, at: int, published: date) -> tuple[int, int, date] | None:
    """First token, end and day of what token `at`, one of `WATCHED`, tells; None for no day, or one told in figures
    beside it."""
    if row.lows[at] == "kia":
        return _beyond(row, at, published)
    if row.lows[at] in _AWAY:
        return _near(row, at, published)
    found = _weekday(row, at)
    if found is None:
        return None
    weekday, end = found
    before = row.lows[at - 1] if at else ""
    week, end = _week(row, end)
    lately = row.lows[end : end + 2] in (["vừa", "qua"], ["vừa", "rồi"])
    end += 2 * lately
    led = lately or before in PARTS or (before in ("vào", "ngày") and row.words[end - 1].text[0].isupper())
    if not (led or week is not None) or _explicit_follows(row, end):
        return None
    if not _EACH.isdisjoint(row.lows[max(row.sentence_start(at), at - _BACK) : at]) or before in _BESIDE:
        return None
    coming = row.lows[end : end + 1] == ["tới"]
    if not coming and not _BESIDE.isdisjoint(row.lows[end : end + 1]):
        return None
    away = weekday - published.weekday()
    if week is not None:
        away += 7 * week
    elif coming or (before != "hôm" and _to_come(row, at)):
        away %= 7
    else:
        away = -(-away % 7)
    return _told(at - (before in PARTS), end, published, away)


def _near(row: Row, at: int, published: date) -> tuple[int, int, date] | None:
    """`sáng nay`, `hôm qua`, `ngày mai`; but `ngày qua` is none."""
    begin = at - 1 - (at > 1 and row.lows[at - 1] in MANNERS)  # `sáng sớm | nay`
    before = row.lows[begin] if at else ""
    if before not in PARTS and (before != "ngày" or row.lows[at] == "qua"):
        return None
    if _explicit_follows(row, at + 1):
        return None
    return _told(begin, at + 1, published, _AWAY[row.lows[at]])


def _beyond(row: Row, at: int, published: date) -> tuple[int, int, date] | None:
    """`hôm kia`, `ngày kia`; but `một ngày kia` is none."""
    before = row.lows[at - 1] if at else ""
    if (
        before not in ("hôm", "ngày")
        or row.lows[at - 2 : at - 1] == ["một"]
        or _explicit_follows(row, at + 1)
    ):
        return None
    return _told(at - 1, at + 1, published, -2 if before == "hôm" else 2)


def _told(start: int, end: int, published: date, away: int) -> tuple[int, int, date] | None:
    try:
        return start, end, published + timedelta(away)
    except OverflowError:  # a page of the last day that a calendar has
        return None


def _weekday(row: Row, at: int) -> tuple[int, int] | None:
    """The weekday (Monday 0) whose first word is token `at`, and its end."""
    after = row.lows[at + 1] if at + 1 < row.size else ""
    if row.lows[at] == "chủ":
        return (6, at + 2) if after == "nhật" else None
    return (_WEEKDAYS[after], at + 2) if after in _WEEKDAYS else None


def _week(row: Row, at: int) -> tuple[int | None, int]:
    """How many weeks from the page's own `tuần này`, `tuần sau` at token `at` tell, and where that ends."""
    if row.lows[at : at + 1] == ["tuần"] and at + 1 < row.size and row.lows[at + 1] in _WEEKS:
        return _WEEKS[row.lows[at + 1]], at + 2
    return None, at


def _to_come(row: Row, at: int) -> bool:
    """What is told of the day is still to come: `sẽ gặp A chiều thứ Sáu`."""
    start = row.sentence_start(at)
    ends = (end for end in range(at, min(row.size, at + _AHEAD)) if row.lows[end] in ".;")
    lows = row.lows[start : next(ends, at + _AHEAD)]
    return not _COMING.isdisjoint(lows) or any(lows[i : i + 2] == ["dự", "kiến"] for i in range(len(lows)))


def _explicit_follows(row: Row, at: int) -> bool:
    if at < row.size and row.words[at].text in ",(":
        at += 1
    if at < row.size and row.lows[at] == "ngày":
        at += 1
    return at + 1 < row.size and row.words[at].number > 0 and row.words[at + 1].text in SEPARATORS
