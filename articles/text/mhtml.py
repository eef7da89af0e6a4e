"""A page saved as one file together with its pictures (`.mht`, `.mhtml`): the page itself, out of its envelope."""

import re
from email import message_from_bytes

_HEAD = 4096
_FIELD = re.compile(rb"\s{0,20}[A-Za-z][A-Za-z-]{1,40}:[ \t]")


def page_of(data: bytes) -> bytes | None:
    """The bytes of the page, or None where `data` is no such file."""
    head = data[:_HEAD].lower()
    if not (_FIELD.match(head) and b"mime-version:" in head and b"multipart/related" in head):
        return None
    try:
        for part in message_from_bytes(data.lstrip()).walk():
            if part.get_content_type() == "text/html":
                page = part.get_payload(decode=True)
                return page if isinstance(page, bytes) else None
    except RecursionError:
        pass  # Envelopes without end: no browser saved this.
    return None
