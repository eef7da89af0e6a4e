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
    words = _WORD.findall(text)
    said = {word: next(iter(syllables(word)), ("", "")) for word in dict.fromkeys(words)}
    length = len(query.spoken)
    for column in (0, 1):
        found = _phrases(words, said, column, [pair[column] for pair in query.spoken])
        if found:
            break
    else:
        single, length = set(query.folded), 1
        found = [place for place, word in enumerate(words) if said[word][1] in single]
    if not found:
        return []
    spans = [match.span() for match in _WORD.finditer(text)]
    return [(spans[place][0], spans[place + length - 1][1]) for place in found]


def _phrases(words: list[str], said: dict[str, tuple[str, str]], column: int, wanted: list[str]) -> list[int]:
    """Where in `words` the whole query begins, as written (0) or folded (1).

    Text and query are spelt with one letter a syllable, so that finding is the work of `str.find`, on strings too
    short for any text to make it slow.
    """
    letters = {syllable: chr(number) for number, syllable in enumerate(dict.fromkeys(wanted), start=1)}
    sought = "".join(letters[syllable] for syllable in wanted)
    of_word = {word: letters.get(pair[column], "\0") for word, pair in said.items()}
    spelt = "".join([of_word[word] for word in words])
    found, place = [], spelt.find(sought) if sought else -1
    while place >= 0:
        found.append(place)
        place = spelt.find(sought, place + len(sought))
    return found
