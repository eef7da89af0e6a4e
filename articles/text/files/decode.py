"""Bytes to text: which encoding a file is in, and clear words about a file that is no text.

Plain UTF-8 is tried first and strictly, so the ordinary file never meets a detector. Everything else must
prove itself: a legacy reading is taken only when its words are Vietnamese.
"""

import codecs
import unicodedata

from articles.text import lazy_re as re
from articles.text.files.columns import in_one_column
from articles.text.files.html_looks import is_html
from articles.text.files.html_page import html_told
from articles.text.files.leftovers import as_seen
from articles.text.files.legacy import (
    ENOUGH_WORDS,
    LEGACY,
    decode_legacy,
    vietnamese_reading,
    vietnamese_share,
)
from articles.text.files.mime import text_of
from articles.text.files.printed import without_page_numbers
from articles.text.files.records import record_text
from articles.text.files.stacked import unstacked
from articles.text.files.told import FOR_PROGRAMS
from articles.text.types import Decoded, Unreadable

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # Before UTF-16: it begins with the same two bytes.
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF-", "a PDF document", "Export its text and import that."),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Excel document", "Save it as plain text."),
    (b"{\\rtf", "an RTF document", "Save it as plain text."),
    (b"PK\x03\x04", "a ZIP archive or an Office document",
        "Save a document as plain text; import a .zip by its path."),
    (b"\x1f\x8b", "a gzip archive", "Unpack it first, or import a .tar.gz by its path."),
    (b"\x89PNG", "a picture (PNG)", "Only text can be imported."),
    (b"\xff\xd8\xff", "a picture (JPEG)", "Only text can be imported."),
    (b"GIF8", "a picture (GIF)", "Only text can be imported."),
    (b"RIFF", "a media file", "Only text can be imported."),
    (b"SQLite format 3\x00", "a database", "Only text can be imported."),
    (b"\x7fELF", "a program", "Only text can be imported."),
)  # fmt: skip
_FEED = re.compile(
    r"(?:\s+|<\?xml[^>]{0,300}\?>|<!--(?>.*?-->)){0,20}+<(?:rss|feed|rdf:rdf|urlset|sitemapindex)\b",
    re.IGNORECASE | re.DOTALL,
)
_LINE_END = re.compile("\n?\x0c\n?|\r\r?\n|[\r\x0b\x85\u2028\u2029]")
"""A form feed parts pages, of which a paragraph may go on; two carriage returns are one line end written twice over."""
_LINE_ENDS = "\r\x0b\x0c\x85\u2028\u2029"
_CONTROL = bytes({*range(0x20), 0x7F} - {*range(0x09, 0x0E), 0x1B})
# cp1252 as browsers read it: the five bytes it leaves open stand for themselves.
_CP1252, _CP1258 = (
    {bytes([b]).decode(name, "ignore") or chr(b): b for b in range(256)} for name in ("cp1252", "cp1258")
)
_BYTES = "".join(re.escape(c) for c, b in _CP1252.items() if 0x80 <= b < 0xC0)
_MISREAD_UTF8 = re.compile(
    f"[áâÂÃĂÄÅÆÌ](?:(?<=á)[º»]|(?<=â)[€\x80]|(?<=[ÂÃĂÄÅÆÌ])[{_BYTES}\x80-\x9f]|(?<=Ã) )"
)
"""The first two bytes of a letter of Vietnamese or of a quotation mark, each as a letter of its own."""
_MISREAD_SIGNS = "º»€\x80ÂÃĂÄÅÆÌ"
"""One of each such pair, a rare letter."""
_BEYOND_LATIN1 = re.compile("[ăđơưĂĐƠƯẠ-ỹ\u0300-\u0323]")
_TONE_FIRST = re.compile("([^\\W\\d_])([\u0302\u0306])")
"""A vowel that has its tone already, before the mark that makes it another vowel: no one letter is written so."""
_ETH = re.compile(r"[ÐƉ]|(?<![^\W\d_])[ðɖ]")
"""Look-alikes of `Đ`; the small one only where a word begins, as no Icelandic word begins with an eth."""
_LATIN1_LETTER = re.compile("[\x80-\xff]")

_LOST_BYTE = re.compile("(?<=[ÂÃĂÄÅÆ]) |(?<=á[º»]) ")
"""The rest of a misread letter, which was taken for a hard space."""
_MISREAD_BOM = codecs.BOM_UTF8.decode("latin-1")

_BROKEN = 8
"""Bytes of two letters, each with a stray one inside it."""


def decode(data: bytes, *, encoding: str | None = None) -> Decoded:
    """Read a file's bytes. `encoding` is what the operator says: a codec's name, `tcvn3`, `viscii` or `vni`.

    A web page, and a story stored as fields, come back as their lines of text. Raises `Unreadable` for an empty or
    binary file, an unknown encoding name, and bytes that fit no encoding.
    """
    decoded = _read(text_of(data) or data, encoding)
    if _FEED.match(decoded.text):
        raise Unreadable(
            "The file is a feed or a site map (XML), not a text. Save the pages that it lists, and import these."
        )
    told = html_told(decoded.text) if is_html(decoded.text) else record_text(decoded.text)
    seen = without_page_numbers(as_seen(decoded.text)) if told is None else as_seen(told.text)
    if seen is not decoded.text:
        decoded = _decoded(seen, decoded.encoding, decoded.confidence)
    if told is None:
        return decoded
    section = "" if FOR_PROGRAMS.fullmatch(told.section) else told.section
    return decoded._replace(title=as_seen(told.title), dek=as_seen(told.dek), section=as_seen(section))


def _read(data: bytes, encoding: str | None) -> Decoded:
    if not data.strip(b" \t\r\n\x0b\x0c"):
        raise Unreadable("The file is empty. Remove it, or put the text in.")
    if encoding is not None:
        return _decode_declared(data, encoding)
    for bom, name in _BOMS:
        if data.startswith(bom):
            body = _without_cut_letter(data[len(bom) :], name)
            return _decoded(_strictly(body, name, "its byte order mark says so"), name, 1.0)
    for magic, what, cure in _MAGIC:
        if data.startswith(magic):
            raise Unreadable(f"The file is {what}, not text. {cure}")
    if b"\x00" in data:
        return _decode_with_nulls(data)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _decode_not_utf8(data, error)
    if _controls(data) > max(2, len(data) // 100):
        raise Unreadable("The file is binary, not text. Only text can be imported.")
    return _repair(text)


def _controls(data: bytes) -> int:
    """How many bytes are control characters that no text has."""
    return len(data) - len(data.translate(None, _CONTROL))


def _decoded(text: str, encoding: str, confidence: float) -> Decoded:
    text = text.removeprefix("\ufeff").removeprefix(_MISREAD_BOM)
    if any(map(text.__contains__, _LINE_ENDS)):
        text = _LINE_END.sub("\n", in_one_column(text) if "\x0c" in text else text)
    text = unicodedata.normalize("NFC", unstacked(text))
    if "\u0302" in text or "\u0306" in text:
        text = _TONE_FIRST.sub(_vowel_first, text)
    if any(map(text.__contains__, "ÐƉðɖ")) and _BEYOND_LATIN1.search(text):
        text = _ETH.sub(lambda match: "Đ" if match[0] in "ÐƉ" else "đ", text)
    if not text.strip():
        raise Unreadable("The file is empty. Remove it, or put the text in.")
    return Decoded(text=text, encoding=encoding, confidence=confidence)


def _vowel_first(match: re.Match[str]) -> str:
    apart = unicodedata.normalize("NFD", match[1])
    return unicodedata.normalize("NFC", apart[0] + match[2] + apart[1:])


def _without_cut_letter(data: bytes, name: str) -> bytes:
    """`data` without the letter at its end, where the file was cut off inside it."""
    decoder = codecs.getincrementaldecoder(name)()
    try:
        decoder.decode(data)
    except UnicodeError:
        return data
    left = len(decoder.getstate()[0])
    return data[:-left] if 0 < left < len(data) else data


def _strictly(data: bytes, name: str, why: str) -> str:
    try:
        return data.decode(name)
    except (UnicodeError, ValueError) as error:
        at = f" (byte {error.start})" if isinstance(error, UnicodeDecodeError) else ""
        raise Unreadable(
            f"The file is not valid {name}{at}, though {why}. Save it as UTF-8, or leave the "
            "encoding to be detected."
        ) from error


def check_encoding(encoding: str) -> str:
    """The canonical name of an encoding; raises `Unreadable`, naming good ones, when there is none."""
    name = encoding.strip().lower().replace("_", "-")
    name = {"tcvn": "tcvn3", "abc": "tcvn3", "vni-windows": "vni"}.get(name, name)
    if name in LEGACY:
        return name
    try:
        "".encode(name)  # Raises for codecs that are no text encodings, such as hex.
        return codecs.lookup(name).name
    except (LookupError, ValueError, TypeError) as error:
        raise Unreadable(
            f"There is no encoding named {encoding!r}. Use a name such as utf-8, utf-16, windows-1258, "
            "tcvn3, viscii or vni."
        ) from error


def _decode_declared(data: bytes, encoding: str) -> Decoded:
    name = check_encoding(encoding)
    if name in LEGACY:
        return _decoded(decode_legacy(data, name), name, 1.0)
    return _decoded(_strictly(data, name, "that encoding was asked for"), name, 1.0)


def _decode_with_nulls(data: bytes) -> Decoded:
    """UTF-16 or UTF-32 without a byte order mark, or a few strays in a text; anything else with NULs is no text."""
    best = (0.0, "", "")
    for name in ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be"):
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        # Latin and Vietnamese letters, general punctuation: what a European-script text is made of.
        likely = sum(c < "\u0180" or "\u1ea0" <= c <= "\u203f" for c in text) - 9 * text.count("\x00")
        best = max(best, (likely / len(text), name, text))
    if best[0] < 0.7:
        # At the ends they stand for what was never written of a file, as after a crash.
        for written in (data, data.strip(b"\x00")):
            if written and written.count(0) * 100 <= len(written):
                return _read(written.replace(b"\x00", b" "), None)
        raise Unreadable("The file is binary, not text. Only text can be imported.")
    return _decoded(best[2], best[1], 0.95)


def _decode_not_utf8(data: bytes, error: UnicodeDecodeError) -> Decoded:
    if len(data) - error.start < 4 and error.start and error.reason == "unexpected end of data":
        return _decoded(data[: error.start].decode("utf-8"), "utf-8", 0.9)  # Cut inside the last letter.
    if _controls(data) > max(2, len(data) // 20):
        raise Unreadable("The file is binary, not text. Only text can be imported.")
    # A few broken bytes in a UTF-8 file would make every other reading look better than it is.
    patched = unstacked(data.decode("utf-8", "replace").rstrip("\ufffd"))
    share, count = vietnamese_share(patched.replace("\ufffd", " "))
    if share > 0.8 and count >= ENOUGH_WORDS and patched.count("\ufffd") <= max(_BROKEN, len(patched) // 200):
        return _decoded(patched, "utf-8", 0.7)
    if found := _vietnamese_reading(data):
        return found
    return _other_reading(data)


def _vietnamese_reading(data: bytes) -> Decoded | None:
    found = vietnamese_reading(data)
    return found and _decoded(*found)


def _other_reading(data: bytes) -> Decoded:
    ascii_share = sum(byte < 0x80 for byte in data) / len(data)
    if ascii_share > 0.8:
        try:
            return _decoded(data.decode("cp1252"), "cp1252", 0.75)
        except UnicodeDecodeError:
            pass
    from charset_normalizer import from_bytes  # Nearly no file needs it, and it takes a while to import.

    match = from_bytes(data[: 1 << 16]).best()
    if match is not None and match.chaos < 0.2:
        try:
            return _decoded(
                data.decode(match.encoding), match.encoding, round(max(0.0, 0.75 - match.chaos), 2)
            )
        except UnicodeDecodeError:
            pass
    raise Unreadable(
        "The file's encoding could not be found. Save it as UTF-8, or name its encoding with --encoding."
    )


def _repair(text: str) -> Decoded:
    """UTF-8 whose letters were misread on the way here, put right where that is certain."""
    if any(map(text.__contains__, _MISREAD_SIGNS)) and _MISREAD_UTF8.search(text):
        repaired = "\n".join(_repair_line(line) for line in text.split("\n"))
        if repaired != text:
            certain = not _MISREAD_UTF8.search(repaired)
            return _decoded(repaired, "utf-8", 0.9 if certain else 0.7)
    # TCVN3, VISCII or VNI saved as if it were Latin-1: no letter of Vietnamese beyond Latin-1 occurs.
    if _LATIN1_LETTER.search(text) and not _BEYOND_LATIN1.search(text):
        share, count = vietnamese_share(text)
        if count >= ENOUGH_WORDS and share < 0.7:
            data = bytes(_CP1252.get(c, ord("?")) for c in text)
            found = _vietnamese_reading(data)
            if found and found.encoding in LEGACY and found.confidence > share + 0.2:
                return found
    return _decoded(text, "utf-8", 1.0)


def _repair_line(line: str) -> str:
    """A line of UTF-8 read as Latin-1, cp1252 or cp1258, up to three times over; unchanged unless every byte fits."""
    for _ in range(3):
        if not _MISREAD_UTF8.search(line):
            break
        spaced = _LOST_BYTE.sub("\xa0", line)
        for candidate, table in ((line, _CP1252), (spaced, _CP1252), (spaced, _CP1258)):
            try:
                line = bytes(table[c] if c in table else ord(c) for c in candidate).decode("utf-8")
                break
            except (UnicodeDecodeError, ValueError):
                continue
        else:
            break
    return line
