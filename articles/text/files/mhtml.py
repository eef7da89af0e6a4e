"""A page saved as one file together with its pictures (`.mht`, `.mhtml`): the page itself, out of its envelope.

The first part that is HTML is looked for by its own head, however deep the envelopes are; the library for mail takes
quadratic time on heads that were made to be long.
"""

import binascii
import quopri
import re
from itertools import islice

_HEAD = 4096
_PARTS = 1000
_FIELD = re.compile(rb"\s{0,20}[a-z][a-z-]{1,40}:[ \t]")
_OPENING = re.compile(rb"^--([^\r\n]{1,200})\r?\n", re.MULTILINE)
_BLANK_LINE = re.compile(rb"\r?\n\r?\n")
_IS_PAGE = re.compile(rb"^content-type:[ \t]{0,20}text/html\b", re.MULTILINE)
_PACKED = re.compile(rb"^content-transfer-encoding:[ \t]{0,20}([a-z0-9-]+)", re.MULTILINE)


def page_of(data: bytes) -> bytes | None:
    """The bytes of the page, or None where `data` is no such file."""
    head = data[:_HEAD].lower()
    if not (_FIELD.match(head) and b"mime-version:" in head and b"multipart/related" in head):
        return None
    for opening in islice(_OPENING.finditer(data), _PARTS):
        fields = data[opening.end() : opening.end() + _HEAD]
        blank = _BLANK_LINE.search(fields)
        if blank and _IS_PAGE.search(named := fields[: blank.start()].lower()):
            begin = opening.end() + blank.end()
            end = data.find(b"\n--" + opening[1], begin)
            return _unpacked(data[begin : None if end < 0 else end], _PACKED.search(named))
    return None


def _unpacked(body: bytes, how: re.Match[bytes] | None) -> bytes:
    match how and how[1]:
        case b"quoted-printable":
            return quopri.decodestring(body)
        case b"base64":
            try:
                return binascii.a2b_base64(body)
            except binascii.Error:
                return body
    return body
