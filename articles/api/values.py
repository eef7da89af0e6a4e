"""Reading single query values strictly: what cannot be read is a reason for a 400, never a guess."""

import re
from collections.abc import Callable, Collection
from datetime import date
from typing import Any
from uuid import UUID

from django.http import QueryDict
from django.utils.translation import gettext as _

from articles import search
from articles.text.dates.edtf import PartialDate
from articles.text.fold import slugify

MAX_IDS = 100
MAX_ALTERNATIVES = 50

_SLUG = re.compile(r"[-a-zA-Z0-9_]{1,100}")
_UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_LANGUAGE = re.compile(r"[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8}){0,3}")
_DIGITS = re.compile(r"[0-9]{1,18}")


class Malformed(ValueError):
    """A value that cannot be read; its text is the reason, for people."""


def read(
    query: QueryDict, name: str, reader: Callable[[str], Any], reasons: dict[str, str], default: Any = None, *,
    required: bool = False,
) -> Any:  # fmt: skip
    """What `reader` makes of a parameter; `default` without it, or where it cannot be read: then `reasons` says why."""
    try:
        text = single(query, name)
        if text is None and required:
            raise Malformed(_("is required"))
        return default if text is None else reader(text)
    except Malformed as error:
        reasons[name] = str(error)
        return default


def is_slug(text: str) -> bool:
    """Whether `text` could be a slug at all."""
    return bool(_SLUG.fullmatch(text))


def single(query: QueryDict, name: str) -> str | None:
    """The one value of a parameter, None without it."""
    values = query.getlist(name)
    if len(values) > 1:
        raise Malformed(_("may be given once only"))
    return values[0] if values else None


def names(text: str, known: tuple[str, ...]) -> list[str]:
    """A comma list out of a closed list, `id,title`."""
    found = text.split(",") if len(text) <= 2000 else [text[:40]]
    for name in found:
        if name not in known:
            raise Malformed(_("must be names out of: {names}").format(names=", ".join(known)))
    return found


def one_of(text: str, known: Collection[str]) -> str:
    """A name out of a closed list."""
    if text not in known:
        raise Malformed(_("must be one of: {names}").format(names=", ".join(known)))
    return text


def search_query(text: str) -> search.Query:
    """What `q` asks for."""
    if len(text) > search.MAX_LENGTH:
        raise Malformed(_("must be at most {most} characters").format(most=search.MAX_LENGTH))
    return search.Query.parse(text)


def number(text: str, *, least: int = 1, most: int) -> int:
    """A whole number in ASCII digits within bounds."""
    if not _DIGITS.fullmatch(text) or not least <= int(text) <= most:
        raise Malformed(_("must be a whole number from {least} to {most}").format(least=least, most=most))
    return int(text)


def slug(text: str) -> str:
    """A slug as the API gives it."""
    if not is_slug(text):
        raise Malformed(_("must be a slug: letters without accents, digits, hyphens"))
    return text


def folded_name(text: str) -> str:
    """A name of an agency, country or place, as the live side keeps it; accents and case do not count."""
    if not text.strip() or len(text) > 200:
        raise Malformed(_("must be a name of up to 200 characters"))
    return slugify(text)


def language(text: str) -> str:
    """A language tag, `vi` or `pt-BR`."""
    if not _LANGUAGE.fullmatch(text):
        raise Malformed(_("must be a language tag such as vi"))
    language, hyphen, rest = text.partition("-")
    # The case of a tag says nothing; the language itself is always kept in small letters.
    return f"{language.lower()}{hyphen}{rest}"


def ids(text: str) -> list[UUID]:
    """Up to `MAX_IDS` UUIDs, parted by commas."""
    found = text.split(",", MAX_IDS)
    if len(found) > MAX_IDS:
        raise Malformed(_("must be at most {most} ids").format(most=MAX_IDS))
    if not all(_UUID.fullmatch(item) for item in found):
        raise Malformed(_("must be UUIDs, parted by commas"))
    return [UUID(item) for item in found]


def year(text: str) -> tuple[date, date]:
    """The first and last day of a year of four digits."""
    if len(text) != 4 or not text.isascii() or not text.isdigit() or text == "0000":
        raise Malformed(_("must be a year of four digits"))
    return date(int(text), 1, 1), date(int(text), 12, 31)


def bound(text: str) -> tuple[date, date]:
    """The days that a date, month or year covers, `2021-07-06`, `2021-07` or `2021`."""
    try:
        found = PartialDate.parse(text)
    except ValueError:
        found = None
    if found is None or found.start is None or found.end is None or "/" in text:
        raise Malformed(_("must be a date such as 2021-07-06, 2021-07 or 2021"))
    return found.start, found.end
