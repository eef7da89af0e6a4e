"""Publication lines: the date and time at which a page says it appeared, in any usual form."""

from datetime import date, datetime
from functools import partial
from typing import NamedTuple

from articles.text import lazy_re as re
from articles.text.dates.english import MONTHS
from articles.text.fold import name_key
from articles.text.layout.bylines import INITIALS, Signature, has_surname, read_signature, strip_labels
from articles.text.layout.date_labels import date_labels, visited, without_labels
from articles.text.layout.hours import AHEAD, OFFSET, TIME, clock, offset
from articles.text.layout.lines import keys, phrases, tokens_of
from articles.text.lexicon import kept_last

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_IN_WORDS = {
    name: number
    for number, names in enumerate(
        ("giêng|một", "hai", "ba", "tư|bốn", "năm", "sáu", "bảy|bẩy", "tám", "chín", "mười", "mười một",
         "mười hai|chạp"),
        start=1,
    )
    for name in names.split("|")
}  # fmt: skip
_THANG = r"\d{1,2}|" + "|".join(sorted(_IN_WORDS, key=len, reverse=True))
_DATE = re.compile(
    r"(?<![\d/.])(?<!\d[ -]-)(?<!\d-)(?:"
    r"(?P<y1>(?:19|20)\d\d)[-/.](?P<m1>\d{1,2})[-/.](?P<d1>\d{1,2})"
    r"|(?P<d2>\d{1,2})\s?[/.–-]\s?(?P<m2>\d{1,2})\s?[/.–-]\s?(?P<y2>(?:19|20)\d\d)"
    r"|(?P<d3>\d{1,2}),?[ /](?:tháng |th?g? ?)(?P<m3>" + _THANG + r")(?:,| năm)*[ /]?(?P<y3>(?:19|20)\d\d)"
    r"|(?P<d4>\d{1,2})(?:st|nd|rd|th)?[ -](?P<m4>" + _MONTH + r")\.?,?[ -](?P<y4>(?:19|20)\d\d)"
    r"|(?P<m5>" + _MONTH + r")\.? (?P<d5>\d{1,2})(?:st|nd|rd|th)?(?:, ?| )(?P<y5>(?:19|20)\d\d)"
    r"|(?:tháng |th)(?P<m6>" + _THANG + r"),? (?P<d6>\d{1,2}), ?(?P<y6>(?:19|20)\d\d)"
    r"|(?P<d7>\d{1,2})/(?P<m7>\d{1,2})/(?P<y7>\d\d)(?=[\s,|])"
    r"|(?P<d8>\d{2}) (?P<m8>\d{2}) (?P<y8>(?:19|20)\d\d)(?!\w)"
    r")(?![\d/])",
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"(\d\d) (\d\d) ((?:19|20)\d\d)")
_NAMED = re.compile(r"([^:|\d–—-]{2,40}): ?(?:\d{1,2}[:hg]\d\d,? (?:ngày )?)?$")
# A day run into itself: `28 Tháng Mười, 202028 Tháng Mười, 2020`.
_SAID_TWICE = re.compile(r"(\d{1,2} (?:tháng|th)[^\d\n]{1,12}\d{4})(?=\1)", re.IGNORECASE)
# The day run into that of the last change, which browsers hide: `12/06/201914/06/2019`.
_CHANGED = re.compile(r"(\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d)\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d(?!\d)")
# Topics behind a day, which posts have: `12/06/2019 #cautra #giaothong`.
_TOPICS = re.compile(r"(?<=\d)(?:\s+#\w[\w-]*)+$")
# The time, run into the year: `07 Tháng Năm 201312:00 SA`.
_RUN_TOGETHER = re.compile(r"(?<=\D(?:19|20)\d\d)(?=(?:[01]?\d|2[0-3]):[0-5]\d(?!\d))")
# How often the page was read, run into the minutes: `16/05/2022 13:515420`.
_READERS = re.compile(r"(?<=\d:[0-5]\d)\d{1,8}$")
_NOISE = re.compile(
    r"\(?(?:GMT|UTC)\s*[+-]?\s*\d{0,2}(?::?\d\d)?\)?"
    r"|\(\s*[+-]?\d{1,2}\s*(?:GMT|UTC)\s*\)"
    r"|(?<!\w)(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|ch(?:ủ|úa)\s+nhật|cn|th?\.?\s?[2-7]|t\.\s?(?:hai|ba|tư|năm|sáu|bảy)"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|wed|thu|fri|sat|sun)(?=,))(?!\w)"
    r"|(?:(?:số\s+)?(?:lượt|lần)\s+(?:xem|đọc)|lượt\s+truy\s+cập|views?)\s*:?\s*[\d.,]*k?(?!\w)|[\d.,]+k?\s*(?:lượt\s+(?:xem|đọc)|views?|lượt)(?!\w)"
    r"|(?:đã\s+)?xem\s*:?\s*[\d.,]+(?!\w)|(?:bình\s+luận|phản\s+hồi)\s*:\s*\d+|[\d]+\s*(?:bình\s+luận|phản\s+hồi|trả\s+lời|comments?|replies)"
    r"|(?:khoản[gh]?\s*:?\s*)?\d+(?:[.,]\d+)?\s+phút\s+đọc|số\s+từ\s*:\s*[\d.,]+(?:\s+từ(?!\w))?|(?:thời\s+gian\s+)?đọc\s*:?\s*\d+\s+phút|\d+\s+min(?:utes?)?\s+read"
    r"|(?<!\w)(?:(?:viết|đăng|gửi|tạo)\s+bởi|hôm\s+(?:nay|qua)|ngày|lúc|hôm|giờ|vào|bởi|trong|at|on|by|date|time|năm|t/h)"
    r"(?!\w)",
    re.IGNORECASE,
)
# The name of an icon, run into the day behind it: `ClockThứ Tư`.
_ICON = re.compile(r"(?<!\w)(?:clock|calendar|access_time|schedule)(?=thứ|chủ|\W|$)", re.IGNORECASE)
# `7/24/2013`: sites whose server writes dates as Americans do.
_AMERICAN = re.compile(r"\d/\d{1,2}/\d{4}|\d\s?[AP]M\b", re.IGNORECASE)
# `Người đăng: Hà Mơ - Ngày đăng: 12/06/2019`
_POSTED_BY = re.compile(r"(?<!\w)người (?:đăng|gửi|viết|tạo)\s*:", re.IGNORECASE)
# `Wed, 06/12/2019`: the day of the week shows in which order such sites write day and month.
_WEEKDAY = re.compile(r"(?<!\w)(mon|tue|wed|thu|fri|sat|sun)(?:\w*day)?,", re.IGNORECASE)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_UPDATED = ("cập nhật", "updated")
_PUNCTUATION = re.compile(r"[\s|,;:•·*()\[\]/–—_\u25a0-\u27bf\ufe0f\U0001f300-\U0001faff-]+")
_LETTER = re.compile(r"[^\W\d_]")
_EDGE = " .|,;:•·*/–—_-\"'"
# What is left of brackets that held the date.
_EMPTY = re.compile(r"[(\[][\W_]*[)\]]")
_MAIL = re.compile(r"\([^()]*@[^()]*\)|\S*@\S+")
_AGO = re.compile(
    r"(?:khoảng )?\d+ (?:giây|phút|giờ|tiếng|ngày|tuần|tháng|năm|minutes?|hours?|days?) (?:trước|ago)$", re.I
)
# `3 giờ`, `Hôm qua`: how lists of stories say it without the word.
_SINCE = re.compile(
    r"(?:\d{1,2} (?:phút|giờ|ngày|tuần|tháng)|hôm qua|hôm kia|vừa xong)(?: ·)?", re.IGNORECASE
)
# What parts a time from the section or the reporter before it: `Thời sự - 3 giờ trước`.
_PARTED = re.compile(r"(?:^|\s[|•·–—-]|[:,(])\s*$")
# `Đông Phú, ngày 12/06/2019`: where, as letters say it.
_PLACE = re.compile(r"[^,:|\d]{2,40}, (?:ngày|hôm) ", re.IGNORECASE)
# The day on which the page is read, no more: `Hôm nay, ngày 12/06/2019`, `Bây giờ là 06:40`.
_SPAN = re.compile(r"từ \D{0,6}\d\S{0,12} (?:\D{1,6}\d\S{0,12} )?(?:đến|tới) ", re.IGNORECASE)
_CALENDAR = re.compile(r"\W*(?:hôm nay|bây giờ|today)\b", re.I)

_HINT = re.compile(
    r"\d(?:\s?[:/.hg–-]\s?\d|h| (?:tháng|giờ|giây|phút|ngày|tuần|năm|min|hour|day)|(?<=1)9\d\d|(?<=2)0\d\d)"
)

LONGEST = 16
"""Words a publication line may have."""
_LONGEST_SINCE = 8
"""Letters of such a time, at most."""
_TWO_STAMPS = 14
"""Digits of two dates, or of one with two times, at least."""
LONGEST_REST = 6
"""Words beside date and time; twice as many where a time zone stands, which no sentence names."""


class Stamp(NamedTuple):
    """A date line taken apart."""

    published: str | None
    """ISO 8601, `2019-06-12` or `2019-06-12T06:40:00+07:00`; None where only a time stands."""
    labelled: bool
    updated: bool
    """The page calls it an update, so a plain date beside it is the better one."""
    rest: str
    """What else stands in the line: a section, a reporter."""
    parted: str = ""
    """The same with the marks in it, which part two reporters, or one and the outlet."""

    @property
    def signature(self) -> Signature | None:
        """Who wrote the story, where the line names a reporter or an agency."""
        return (read_signature(self.parted) or read_signature(self.rest)) if self.rest else None

    @property
    def day(self) -> str:
        return (self.published or "")[:10]


@kept_last(2_000)
def read_stamp(text: str) -> Stamp | None:
    """Read a whole line as a date line; None when it is something else that may contain a date.

    A line of running text is no date line: after the date, the time, the weekday and the usual labels nothing
    but a section or a name may be left.
    """
    if len(text) <= _LONGEST_SINCE and _SINCE.fullmatch(text):
        return Stamp(None, False, False, "")
    if text.count(" ") >= LONGEST + ("GMT" in text) * LONGEST_REST or not _HINT.search(text):
        return None
    if visited().match(text):
        return Stamp(None, False, False, "")
    if text[-1] in "cCoO" and (ago := _AGO.search(text)):
        if not _DATE.search(text, 0, ago.start()):
            return _ago(text[: ago.start()])
        text = text[: ago.start()].rstrip(" |•·–—(-")  # `24/03/2020 14:01 | 4 năm trước`
    text = _RUN_TOGETHER.sub(" ", _CHANGED.sub(r"\1 ", _SAID_TWICE.sub("", text)))
    text, topics = _TOPICS.subn("", text) if "#" in text else (text, 0)
    if sum(map(str.isdecimal, text)) >= _TWO_STAMPS and (first := _first_of(text)):
        return first
    when = _DATE.search(text)
    if when:
        text = _READERS.sub("", text)
    day = _day(when) if when else None
    if when and day is None:
        return None
    if when and (((when["d7"] or when["d8"]) and not TIME.search(text)) or _SPAN.match(text)):
        return None  # `12/06/19` or `12 06 2019` alone may be anything; `Từ 8h đến 17h ngày 12/6/2019`
    rest = text if when is None else f"{text[: when.start()]} | {text[when.end() :]}"
    found_time = TIME.search(rest)
    time = clock(found_time) if found_time else None
    if found_time and time is not None:
        rest = f"{rest[: found_time.start()]} | {rest[found_time.end() :]}"
    if day is None and time is None:
        return None
    if "@" in rest:
        rest = _MAIL.sub(" ", rest)
    worded = _LETTER.search(rest) is not None  # Most lines are a date and a time alone.
    labels = 0
    if worded:
        rest, labels = without_labels(_POSTED_BY.sub(" ", rest))
    labelled = labels + topics > 0
    if when and not labelled and _of_something_else(text, when.start()):
        return None
    updated = any(map(text.lower().__contains__, _UPDATED))
    if worded:
        rest = without_labels(_NOISE.sub(" ", _ICON.sub(" ", rest)))[0]
    parted = " ".join(_EMPTY.sub(" ", rest).split()).strip(_EDGE)
    rest = _PUNCTUATION.sub(" ", rest).strip(" .\"'")
    if labelled and text[-1] == "." and any(word[0].islower() for word in rest.split()):
        return None  # A sentence that says when something was posted.
    if day and time:  # How often the page was read, or answered.
        rest = " ".join(word for word in rest.split() if not word.isdigit())
    longest = LONGEST_REST * 2 if "GMT" in text else LONGEST_REST
    dated, timed = day is not None, time is not None
    fits = partial(_is_label, longest=longest, dated=dated, timed=timed, labelled=labelled)
    if not (fits(rest) or fits(strip_labels(rest)[0])):
        return None
    if (
        _PLACE.match(text)
        and text.startswith(f"{rest},")
        and (name_key(rest) in keys("places") or not has_surname(rest))
    ):
        rest = parted = ""
    if day is None or _CALENDAR.match(text):
        return Stamp(None, labelled, updated, rest, parted)
    if found_time and time and (behind := AHEAD - offset(text, found_time)):
        there = datetime(day.year, day.month, day.day, *time) + behind
        day, time = there.date(), (there.hour, there.minute)
    stamp = f"{day.isoformat()}T{time[0]:02d}:{time[1]:02d}:00{OFFSET}" if time else day.isoformat()
    return Stamp(stamp, labelled, updated, rest, parted)


def read_numbers(text: str) -> Stamp | None:
    """`12 06 2019` alone on its line, which is a day only where the page's date is looked for."""
    match = _NUMBERS.fullmatch(text)
    return read_stamp("/".join(match.groups())) if match else None


def _of_something_else(text: str, date: int) -> bool:
    """`Ngày vào Đảng: 19/1/1991`, `Khởi hành: 6:40 12/6/2023`: a colon parts the date from what it is the day of."""
    named = _NAMED.search(text, 0, date)
    return (
        named is not None
        and _NOISE.sub("", named[1]).strip() != ""
        and name_key(named[1]) not in keys("sections")
    )


def _ago(before: str) -> Stamp | None:
    """`Thời sự - 3 giờ trước`: a time that names no day, behind a label, a section or a reporter."""
    rest = date_labels().sub("", before)
    if not _PARTED.search(rest):
        return None
    rest = _PUNCTUATION.sub(" ", rest).strip()
    return (
        Stamp(None, False, False, rest)
        if _is_label(rest, 4, dated=False, timed=True, labelled=False)
        else None
    )


def _first_of(text: str) -> Stamp | None:
    """Of `Xuất bản: 12/06/2019 06:40 | Cập nhật: 13/06/2019 07:00`, parted at its last label, the first to appear."""
    label = max((found.start() for found in date_labels().finditer(text)), default=0)
    if not _HINT.search(text, 0, label):
        return None
    stamps = [read_stamp(piece) for piece in (text[:label].rstrip(), text[label:])]
    known = [stamp for stamp in stamps if stamp]
    if len(known) < 2:
        return None
    return min(known, key=lambda stamp: (stamp.published is None, stamp.updated))


def _is_label(rest: str, longest: int, *, dated: bool, timed: bool, labelled: bool) -> bool:
    """What is left of a date line is short and no sentence."""
    if not rest or name_key(rest) in keys("sections") or _names_sections(rest):
        return True
    words = rest.split()
    if len(words) == 1 and dated and (timed or labelled):
        return True  # The name of an account.
    if len(words) > longest or rest[-1] in ".?!…" or not words[0][0].isupper():
        return False
    if labelled or (dated and timed):
        return True
    if not dated:
        return len(words) <= 5
    # A bare date beside something: a name or a place, in capitals, and no `Sinh ngày …`.
    named = len(words) > 1 or not words[0].istitle() or INITIALS.fullmatch(words[0]) is not None
    return named and len(words) <= 4 and all(word[0].isupper() for word in words)


def _names_sections(rest: str) -> bool:
    """`Chính trị Ngoại giao`, the dash between the two gone."""
    tokens = tokens_of(rest)
    first = phrases("sections").open(tokens)
    return first > 0 and phrases("sections").open(tokens[first:]) == len(tokens) - first


def _day(match: re.Match[str]) -> date | None:
    form = next(form for form in "12345678" if match[f"d{form}"])
    named = match[f"m{form}"].lower()
    month = int(named) if named.isdigit() else _IN_WORDS.get(named) or MONTHS[named]
    year, day = int(match[f"y{form}"]), int(match[f"d{form}"])
    if form == "2" and month > 12 and _AMERICAN.search(match.string):
        month, day = day, month
    try:
        found = date(year if year > 99 else 2000 + year, month, day)
        if form == "2" and day <= 12 and (named_day := _WEEKDAY.search(match.string)):
            turned, weekday = date(year, day, month), _WEEKDAYS.index(named_day[1].lower())
            found = turned if turned.weekday() == weekday != found.weekday() else found
    except ValueError:
        return None
    # Not the future: a page cannot have appeared yet.
    return found if found.year <= datetime.now().year + 1 else None
