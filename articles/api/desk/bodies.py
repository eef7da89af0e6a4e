"""Bodies of requests: JSON objects out of closed lists of keys, and the conditions that come in headers."""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from math import isinf
from typing import Any
from uuid import UUID

from django.http.request import RawPostDataException
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from rest_framework.request import Request

from articles.api.own_view import as_sent
from articles.models.schedule import EARLIEST, LATEST

from .problems import InvalidBody, Problem

MEDIA_TYPES = ("application/json", "application/merge-patch+json")
_TAG = re.compile(r'"([^"]*)"')
"""A tag, weak or not. Ours are strong, of a version and not of bytes; but whoever compresses an answer on its way
(Django's GZipMiddleware, nginx) makes them weak, and each save from a browser then names a weak one."""


class Wrong(ValueError):
    """A value that cannot be taken; its text is the reason, for people. `at` names the part that is wrong."""

    def __init__(self, reason: str, at: str = "") -> None:
        super().__init__(reason)
        self.at = at

    @property
    def reasons(self) -> dict[str, str]:
        """Each part that is wrong, with its reason."""
        return {self.at: str(self)}


class ManyWrong(Wrong):
    """Several parts of one value."""

    def __init__(self, reasons: dict[str, str]) -> None:
        super().__init__("; ".join(reasons.values()))
        self._reasons = reasons

    @property
    def reasons(self) -> dict[str, str]:
        """As given."""
        return self._reasons


Reader = Callable[[Any], Any]


def read_json(request: Request) -> dict[str, Any]:
    """The body as an object; an empty body is an empty object. 400, 413 and 415 for what is none."""
    raw = read_bytes(request)
    if not raw.strip():
        return {}
    if request._request.content_type not in MEDIA_TYPES:
        raise _no_json()
    try:
        found = json.loads(
            raw.decode(), object_pairs_hook=_object, parse_constant=_no_constant, parse_float=_finite
        )
        _check_text(found)
    except (ValueError, RecursionError) as error:
        reason = str(error) if isinstance(error, Wrong) else _("is not JSON in UTF-8")
        raise InvalidBody({"": reason}) from error
    if not isinstance(found, dict):
        raise InvalidBody({"": _("must be an object")})
    return found


def read_bytes(request: Request) -> bytes:
    """The body as it came; 415 where it is a form with files whose fields the host's own code has read before us."""
    try:
        return request._request.body
    except RawPostDataException as error:
        raise _no_json() from error


def _no_json() -> Problem:
    return Problem(415, _("Unsupported media type"), _("Send application/json."))


def read(request: Request, readers: Mapping[str, Reader], *, required: Iterable[str] = ()) -> dict[str, Any]:
    """The body through `readers`; a key that has none, a missing one and a wrong value are all named at once."""
    return take(read_json(request), readers, required=required)


def take(
    body: Mapping[str, Any], readers: Mapping[str, Reader], *, required: Iterable[str] = ()
) -> dict[str, Any]:
    """What `readers` make of an object; raises `InvalidBody`."""
    reasons: dict[str, str] = {}
    found = {}
    for name, value in body.items():
        if name not in readers:
            known = ", ".join(sorted(readers)) or _("none")
            reasons[name[:100]] = _("unknown key; there are: {names}").format(names=known)
            continue
        try:
            found[name] = readers[name](value)
        except Wrong as error:
            reasons |= {f"{name}.{at}" if at else name: reason for at, reason in error.reasons.items()}
    reasons |= {name: _("is required") for name in required if name not in body}
    if reasons:
        raise InvalidBody(reasons)
    return found


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise Wrong(_("has a key twice"))
    return found


def _no_constant(name: str) -> None:
    raise Wrong(_("holds {name}, which is not JSON").format(name=name))


def _finite(number: str) -> float:
    found = float(number)
    if isinf(found):
        raise Wrong(_("holds a number that is too large"))
    return found


def _check_text(value: Any) -> None:
    """No database takes NUL, and lone surrogates are no text."""
    if isinstance(value, str):
        if "\0" in value or any("\ud800" <= letter <= "\udfff" for letter in value):
            raise Wrong(_("holds a character that is no text"))
    elif isinstance(value, dict):
        for name, part in value.items():
            _check_text(name)
            _check_text(part)
    elif isinstance(value, list):
        for part in value:
            _check_text(part)


# Readers.


def text(value: Any) -> str:
    """A string of up to 10,000 characters."""
    if not isinstance(value, str) or len(value) > 10_000:
        raise Wrong(_("must be a string of up to 10,000 characters"))
    return value


def whole(value: Any) -> int:
    """A whole number from 1 up."""
    if not isinstance(value, int) or isinstance(value, bool) or not 0 < value < 2**31:
        raise Wrong(_("must be a whole number from 1 up"))
    return value


def identifier(value: Any) -> UUID:
    """A UUID."""
    try:
        return UUID(value)
    except (ValueError, TypeError, AttributeError) as error:
        raise Wrong(_("must be a UUID")) from error


def identifiers(value: Any) -> list[UUID]:
    """One to 1,000 UUIDs."""
    if not isinstance(value, list) or not 0 < len(value) <= 1000:
        raise Wrong(_("must be a list of 1 to 1,000 UUIDs"))
    return [identifier(entry) for entry in value]


def time(value: Any) -> datetime:
    """ISO 8601 with its time zone."""
    try:
        found = parse_datetime(value)
    except (ValueError, TypeError):
        found = None
    if found is None or found.tzinfo is None or not EARLIEST <= found <= LATEST:
        raise Wrong(_("must be a time with its time zone, such as 2026-01-31T18:00:00+07:00"))
    return found


def some_of(names: Iterable[str], *, least: int = 0) -> Reader:
    """A list out of a closed list of names, with at least so many."""

    # A tuple: what JSON has besides strings need not be hashable.
    known = tuple(names)

    def read_names(value: Any) -> list[str]:
        if not isinstance(value, list) or len(value) < least or not all(name in known for name in value):
            raise Wrong(_("must be a list out of: {names}").format(names=", ".join(known)))
        return value

    return read_names


def optional(reader: Reader) -> Reader:
    """The same, or null."""
    return lambda value: None if value is None else reader(value)


# Conditions.


def expected_version(request: Request, body: dict[str, Any], present: int) -> tuple[int, int]:
    """The version the client means, and the status for a conflict: 412 by `If-Match`, 409 by `version` in the body.

    428 where neither is given. `*` means whatever is there.
    """
    header = request.META.get("HTTP_IF_MATCH")
    if header is not None:
        body.pop("version", None)  # The header is the stronger word.
        if header.strip() == "*":
            return present, 412
        return (present if str(present) in _TAG.findall(as_sent(header)) else 0), 412
    if "version" in body:
        try:
            return whole(body.pop("version")), 409
        except Wrong as error:
            raise InvalidBody({"version": str(error)}) from error
    raise Problem(
        428,
        _("Precondition required"),
        _("Send If-Match with the ETag of the version you mean, or its number as “version”."),
    )


def check_tag(request: Request, tag: str) -> None:
    """412 where `If-Match` names another state than `tag`, 428 where it is not sent."""
    header = request.META.get("HTTP_IF_MATCH", "").strip()
    if not header:
        raise Problem(
            428, _("Precondition required"), _("Send If-Match with the ETag of the version you mean.")
        )
    if header != "*" and tag not in _TAG.findall(as_sent(header)):
        raise Problem(412, _("Changed by someone else"), _("Read it again: its ETag is another one now."))
