"""A few words of a text around what was found, with the found words marked as they are spelt there."""

import re
import unicodedata
from html import escape

from .query import Query
from .tokens import syllables

LENGTH = 240
LEAD = 60
"""Characters shown before the first marked word."""
MAX_SCANNED = 40_000
"""Characters of a text that are looked through."""

_WORD = re.compile(r"[^\W_]+")


def snippet(text: str, query: Query, *, length: int = LENGTH) -> str:
    """HTML: `<mark>` around what matches, all else escaped; the beginning of the text if nothing does."""
    text = unicodedata.normalize("NFC", text[:MAX_SCANNED])
    spans = marks(text, query)
    start = 0
    if spans and spans[0][0] > LEAD:
        start = text.rfind(" ", 0, spans[0][0] - LEAD) + 1
    end = len(text)
    if end - start > length:
        # At least the first find, and then up to a space.
        end = max(text.rfind(" ", start, start + length), spans[0][1] if spans else 0, start + 1)
    return ("… " if start else "") + mark(text, spans, start, end) + (" …" if end < len(text) else "")


def highlight(text: str, query: Query) -> str:
    """The whole text as HTML with what matches marked."""
    text = unicodedata.normalize("NFC", text)
    return mark(text, marks(text, query), 0, len(text))


def mark(text: str, spans: list[tuple[int, int]], start: int, end: int) -> str:
    """The part of `text` between two offsets with the spans in it marked, escaped."""
    parts = []
    for first, last in spans:
        if last > end:
            break
        if first < start:
            continue
        parts += [escape(text[start:first]), "<mark>", escape(text[first:last]), "</mark>"]
        start = last
    return " ".join("".join([*parts, escape(text[start:end])]).split())


def marks(text: str, query: Query) -> list[tuple[int, int]]:
    """Offsets of what matches: whole phrases where there are any (best with exact accents), else words."""
    spoken: dict[str, tuple[str, str] | None] = {}
    words = []
    for found in _WORD.finditer(text):
        raw = found[0]
        if raw not in spoken:
            spoken[raw] = next(iter(syllables(raw)), None)
        if pair := spoken[raw]:
            words.append((found.start(), found.end(), *pair))
    for column, wanted in ((2, [word for word, _folded in query.spoken]), (3, query.folded)):
        if spans := _phrases(words, column, wanted):
            return spans
    single = set(query.folded)
    return [(start, end) for start, end, _word, folded in words if folded in single]


def _phrases(words: list[tuple[int, int, str, str]], column: int, wanted: list[str]) -> list[tuple[int, int]]:
    """Runs of words that are the whole query; Knuth-Morris-Pratt, so that no text makes it slow."""
    if not wanted:
        return []
    fallback, length = [0], 0
    for syllable in wanted[1:]:
        while length and syllable != wanted[length]:
            length = fallback[length - 1]
        length += syllable == wanted[length]
        fallback.append(length)
    spans, length = [], 0
    for index, word in enumerate(words):
        while length and word[column] != wanted[length]:
            length = fallback[length - 1]
        length += word[column] == wanted[length]
        if length == len(wanted):
            spans.append((words[index - length + 1][0], word[1]))
            length = 0
    return spans
