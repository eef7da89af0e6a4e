"""A few words of a text around what was found, with the found words marked as they are spelt there."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from html import escape
from itertools import accumulate, chain, islice

from articles.text.memory import Memory

from .query import Query
from .tokens import syllables

LENGTH = 240
LEAD = 60
"""Characters shown before the first marked word."""
MAX_SCANNED = 40_000
"""Characters of a text that are looked through."""

Span = tuple[int, int]

_WORD = re.compile(r"[^\W_]+")


def snippet(text: str, query: Query, *, length: int = LENGTH) -> str:
    """HTML: `<mark>` around what matches, all else escaped; the beginning of the text if nothing does."""
    text = unicodedata.normalize("NFC", text[:MAX_SCANNED])
    spans = marks(text, query)
    first = next(spans, None)
    start = 0
    if first and first[0] > LEAD:
        start = text.rfind(" ", 0, first[0] - LEAD) + 1
    end = len(text)
    if end - start > length:
        # At least the first find, and then up to a space.
        end = max(text.rfind(" ", start, start + length), first[1] if first else 0, start + 1)
    cut = mark(text, chain([first], spans), start, end) if first else mark(text, (), start, end)
    return ("… " if start else "") + cut + (" …" if end < len(text) else "")


def highlight(text: str, query: Query) -> str:
    """The whole text as HTML with what matches marked."""
    text = unicodedata.normalize("NFC", text)
    return mark(text, marks(text, query), 0, len(text))


def mark(text: str, spans: Iterable[Span], start: int, end: int) -> str:
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


def marks(text: str, query: Query) -> Iterator[Span]:
    """Offsets of what matches: whole phrases where there are any (best with exact accents), else words.

    A text of a page is looked through by the string methods alone; word by word only from the first find on, as far
    as the caller reads.
    """
    chunks = text.split()
    folded = _Spelt(chunks, _FOLDED)
    if not query or (at := folded.find(phrase := query.folded)) < 0:
        return _words(text, folded, set(query.folded))
    # What is found with its accents is found without them, too.
    written, exact = _Spelt(chunks, _WRITTEN), [word for word, _folded in query.spoken]
    if (place := written.find(exact)) >= 0:
        return _phrases(text, written, exact, place)
    return _phrases(text, folded, phrase, at)


def _phrases(text: str, spelt: "_Spelt", phrase: list[str], at: int) -> Iterator[Span]:
    """The phrases from the one at `at` on, none of which overlaps the one before."""
    words, skipped = spelt.words(text, at)
    while True:
        first = next(islice(words, skipped, None))
        last = next(islice(words, len(phrase) - 2, None)) if len(phrase) > 1 else first
        yield first.start(), last.end()
        end = spelt.after(at, phrase)
        if (at := spelt.find(phrase, end)) < 0:
            return
        skipped = spelt.count(end, at)


def _words(text: str, spelt: "_Spelt", wanted: set[str]) -> Iterator[Span]:
    places = [at for word in wanted if (at := spelt.find([word])) >= 0]
    if places:
        words, skipped = spelt.words(text, min(places))
        for word in islice(words, skipped, None):
            if _FOLDED[word[0]].strip() in wanted:
                yield word.span()


class _Spelt:
    """The words of a text in one spelling, a space before and after each, and the way back to their offsets."""

    def __init__(self, chunks: list[str], spelling: Memory[str]) -> None:
        self._parts = list(map(spelling.__getitem__, chunks))
        self._text = " " + "".join(self._parts)

    def find(self, phrase: list[str], start: int = 0) -> int:
        """Where these words stand side by side, as a place in this spelling; -1 without such."""
        return self._text.find(f" {' '.join(phrase)} ", start)

    def after(self, at: int, phrase: list[str]) -> int:
        """The place of what follows a phrase."""
        return at + len(" ".join(phrase)) + 1

    def count(self, start: int, end: int) -> int:
        """How many words there are between two places."""
        return self._text.count(" ", start, end)

    def words(self, text: str, at: int) -> tuple[Iterator[re.Match[str]], int]:
        """The words of `text` from some before the place `at` on, and how many before it they are."""
        begins = list(accumulate(map(len, self._parts), initial=1))
        number = bisect_right(begins, at + 1) - 1
        offset = len(text) - len(text.split(None, number)[-1])
        return _WORD.finditer(text, offset), self.count(begins[number], at + 1)


def _spelling(column: int) -> Memory[str]:
    """What stands between two spaces, spelt as written (0) or folded (1): each word with a space after it."""

    def spell(chunk: str) -> str:
        said = (next(iter(syllables(word)), _UNSAID) for word in _WORD.findall(chunk))
        return "".join([f"{pair[column]} " for pair in said])

    return Memory(spell)


_UNSAID = ("\0", "\0")
"""A word that no query has."""
_WRITTEN, _FOLDED = _spelling(0), _spelling(1)
