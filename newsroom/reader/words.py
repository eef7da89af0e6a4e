"""What a reader is told in words: partial dates, kinds of events, names of languages."""

import re
from datetime import datetime

from django.utils import timezone
from django.utils.dates import MONTHS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

KINDS = {
    "talks": gettext_lazy("Talks"),
    "phone_call": gettext_lazy("Phone call"),
    "visit": gettext_lazy("Visit"),
    "meeting": gettext_lazy("Meeting"),
    "conference": gettext_lazy("Conference"),
    "dialogue": gettext_lazy("Dialogue"),
    "consultation": gettext_lazy("Consultation"),
    "ceremony": gettext_lazy("Ceremony"),
    "signing": gettext_lazy("Signing"),
    "anniversary": gettext_lazy("Anniversary"),
    "other": gettext_lazy("Other event"),
}
LANGUAGES = {"vi": gettext_lazy("Vietnamese"), "en": gettext_lazy("English")}

_SIDE = re.compile(r"(\d{4}|XXXX)(?:-(\d\d)(?:-(\d\d))?)?")


def date(edtf: str | None) -> str:
    """`2021-07-06` → `ngày 6 tháng 7 năm 2021`, `XXXX-07-13` → `ngày 13 tháng 7, không rõ năm`.

    An interval names what its sides share once. Empty for None; what is no such date stays as it is.
    """
    if not edtf:
        return ""
    first, _slash, second = edtf.partition("/")
    sides = [_SIDE.fullmatch(side) for side in (first, second or first)]
    if not (sides[0] and sides[1]):
        return edtf
    (year, month, day), (year2, month2, day2) = sides[0].groups(), sides[1].groups()
    if (year, month) == (year2, month2) and day and day2:
        words = _one(year, month, day if day == day2 else f"{int(day)}–{int(day2)}")
    elif first == (second or first):
        words = _one(year, month, day)
    else:
        since = _one("XXXX" if year == year2 and month else year, month, day)
        words = _("{since} to {until}").format(since=since, until=_one(year2, month2, day2))
    return _("{date}, year unknown").format(date=words) if year == "XXXX" else words


def day_of(iso: str | None) -> str:
    """The day of a time such as `2021-07-06T02:30:00Z`, in the site's time zone."""
    return date(_day(iso))


def machine_date(edtf: str | None) -> str:
    """What a `<time datetime>` may hold of a partial date: its first day, without the year if need be."""
    first = (edtf or "").partition("/")[0]
    return first.removeprefix("XXXX-") if _SIDE.fullmatch(first) and first != "XXXX" else ""


def year(edtf: str | None) -> str:
    """The year a partial date begins in; empty where it is not known."""
    return edtf[:4] if edtf and edtf[:4].isdigit() else ""


def _day(iso: str | None) -> str:
    if not iso:
        return ""
    return timezone.localtime(datetime.fromisoformat(iso.replace("Z", "+00:00"))).date().isoformat()


def _one(year: str, month: str | None, day: str | None) -> str:
    if not month:
        return _("{year}").format(year=year)
    number = int(month)
    # Translators: {number} is the month as a number, {month} its name.
    # xgettext: no-python-brace-format, since a language says one of the two.
    name = _("{month}").format(month=MONTHS.get(number, month), number=number)
    known = year != "XXXX"
    if day:
        day = day if "–" in day else str(int(day))
        pattern = _("{day} {month} {year}") if known else _("{day} {month}")
    else:
        pattern = _("{month} {year}") if known else "{month}"
    return pattern.format(day=day, month=name, year=year)
