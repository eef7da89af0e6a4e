"""A partial date as the desk shows it: in words, as short as a column of a list wants them."""

import re
from datetime import date

from django.utils.dateformat import format as formatted
from django.utils.translation import pgettext

_SIDE = re.compile(r"(\d{4}|XXXX)(?:-(\d\d)(?:-(\d\d))?)?")


def date_in_words(edtf: str | None) -> str:
    """`2021-07-06` → `6 July 2021`, `XXXX-12-06/XXXX-12-09` → `6 December – 9 December, year unknown`.

    Empty for None; what is no such date stays as it is.
    """
    if not edtf:
        return ""
    first, _slash, last = edtf.partition("/")
    one, two = _SIDE.fullmatch(first), _SIDE.fullmatch(last or first)
    if not one or not two:
        return edtf
    year = one[1]
    try:
        words = _side(*two.groups())
        if one[0] != two[0]:
            # A year that both sides share is said once.
            since = _side("XXXX" if year == two[1] and one[2] else year, one[2], one[3])
            words = f"{since} – {words}"
    except ValueError:
        return edtf
    return pgettext("date", "{date}, year unknown").format(date=words) if year == "XXXX" else words


def _side(year: str, month: str | None, day: str | None) -> str:
    """Translators: the letters are those of Django's date formats, such as n for the number of a month."""
    if not month:
        return year
    # A leap year stands in for one that is not known.
    at = date(int(year) if year != "XXXX" else 2000, int(month), int(day or 1))
    if day:
        return formatted(at, pgettext("date", "j F Y") if year != "XXXX" else pgettext("date", "j F"))
    return formatted(at, pgettext("date", "F Y") if year != "XXXX" else "F")
