"""A text in an envelope: a page saved as one file together with its pictures (`.mht`, `.mhtml`), or a letter (`.eml`).

The part that is the text is looked for by its own head, however deep the envelopes are; the library for mail takes
quadratic time on heads that were made to be long.
"""

import binascii
import quopri
from collections.abc import Iterator
from itertools import islice

from articles.text import lazy_re as re
from articles.text.types import Unreadable

_HEAD = 1 << 16
"""Bytes of an envelope's head: those of letters tell of every server on their way."""
_PART_HEAD = 4096
_PARTS = 1000
_FIELD = re.compile(rb"\s{0,20}[a-z][a-z-]{1,60}:(?:[ \t]|\r?\n[ \t])")
_FIELD_OR_MORE = re.compile(rb"(?:[!-9;-~]{1,80}:|[ \t])[^\r\n]*")
_OPENING = re.compile(rb"^--([^\r\n]{1,200})\r?\n", re.MULTILINE)
_BLANK_LINE = re.compile(rb"\r?\n\r?\n")
_LINE_END = re.compile(rb"\r?\n")
_KIND = re.compile(rb"^content-type:\s{0,20}([a-z0-9/.+-]+)", re.MULTILINE)
_PACKED = re.compile(rb"^content-transfer-encoding:\s{0,20}([a-z0-9-]+)", re.MULTILINE)
_APART = re.compile(rb"^content-disposition:\s{0,20}attachment", re.MULTILINE)
_NO_BASE64 = re.compile(rb"[^A-Za-z0-9+/]+")
_PACKED_LETTER = b"=E1=B"
"""Most letters of Vietnamese that no other language has, as far as they are alike."""
_LETTERS = 5
"""So many, at least, are no chance."""
_LETTER = (b"\nfrom:", b"\nsubject:")
_SHOWN = re.compile(rb"(?:\n(?:from|to|cc|date|sent|subject):(?:[^\r\n=]|=(?!\?))*\r?)+")
"""A letter's head as readers see it, copied with its text: `records` knows what its lines say."""
_PAGE, _PLAIN = b"text/html", b"text/plain"

_Parts = dict[bytes, tuple[re.Match[bytes], int, re.Match[bytes] | None]]
"""Of each kind the first part: where it opens, where its text begins, and how that is packed."""


def text_of(data: bytes) -> bytes | None:
    """The bytes of the text, or None where `data` is no envelope. Raises `Unreadable` for one without a text.

    A letter is taken as it was typed, where it says so; a saved page is one of HTML. What is attached to a letter is
    its text where it has no other.
    """
    if not _FIELD.match(data[:100].lower()):
        return _unwrapped(data)
    blank = _BLANK_LINE.search(data, 0, _HEAD)
    head = b"\n" + data[: blank.start()].strip().lower() if blank else b""
    if not blank or not (b"\nmime-version:" in head or all(map(head.__contains__, _LETTER))):
        return None
    if _SHOWN.fullmatch(head):
        return None
    if not all(map(_FIELD_OR_MORE.fullmatch, _LINE_END.split(head)[1:])):
        return None
    kind = _kind(head) or _PLAIN
    if kind.startswith(b"multipart/"):
        wanted = (_PAGE, _PLAIN) if kind == b"multipart/related" else (_PLAIN, _PAGE)
        texts = _texts(data, blank.start(), wanted)
    else:
        texts = iter([_unpacked(data[blank.end() :], _PACKED.search(head))] * kind.startswith(b"text/"))
    # Some programs put an empty part beside the page that they send.
    text = next((text for text in texts if text.strip()), None)
    if text is None:
        raise Unreadable(
            "The file is a letter or a saved page in which no text was found. Save its text as a file, and import that."
        )
    return text


def _unwrapped(data: bytes) -> bytes | None:
    """A text as it lay in an envelope, packed but without its head."""
    if data.count(_PACKED_LETTER) < _LETTERS or not data.isascii():
        return None
    return quopri.decodestring(data)


def _texts(data: bytes, start: int, wanted: tuple[bytes, ...]) -> Iterator[bytes]:
    """The texts in an envelope of several parts, those that are attached to it last."""
    own: _Parts = {}
    attached: _Parts = {}
    for opening in islice(_OPENING.finditer(data, start), _PARTS):
        fields = data[opening.end() : opening.end() + _PART_HEAD]
        if blank := _BLANK_LINE.search(fields):
            named = fields[: blank.start()].lower()
            parts = attached if _APART.search(named) else own
            parts.setdefault(_kind(named), (opening, opening.end() + blank.end(), _PACKED.search(named)))
    for parts in (own, attached):
        for opening, begin, packed in (parts[kind] for kind in wanted if kind in parts):
            end = data.find(b"\n--" + opening[1], begin)
            yield _unpacked(data[begin : None if end < 0 else end], packed)


def _kind(head: bytes) -> bytes:
    found = _KIND.search(head)
    return found[1] if found else b""


def _unpacked(body: bytes, how: re.Match[bytes] | None) -> bytes:
    match how and how[1]:
        case b"quoted-printable":
            return quopri.decodestring(body)
        case b"base64":
            return _from_base64(body)
    return body


def _from_base64(body: bytes) -> bytes:
    """What was packed; of a file that was cut short, as far as it goes."""
    try:
        return binascii.a2b_base64(body)
    except binascii.Error:
        letters = _NO_BASE64.sub(b"", body)
        return binascii.a2b_base64(letters[: len(letters) // 4 * 4])
