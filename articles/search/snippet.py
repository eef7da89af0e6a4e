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
BLOCK = 100
"""Words, about, that are looked through at a time: news says early whom it is about."""
LONG = 500
"""Characters of a text that is not a title."""

Span = tuple[int, int]

_WORD = re.compile(r"[^\W_]+")


def snippet(text: str, query: Query, *, length: int = LENGTH) -> str:
    """HTML: `<mark>` around what matches, all else escaped; the beginning of the text if nothing does."""
    text = unicodedata.normalize("NFC", text[:MAX_SCANNED])
    spans = marks(text, query, reach=length)
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


def marks(text: str, query: Query, *, reach: int | None = None) -> Iterator[Span]:
    """Offsets of what matches: whole phrases where there are any (best with exact accents), else words.

    A text of a page is looked through by the string methods alone, block after block until something is found; word by
    word only from there on, as far as the caller reads. Further phrases than `reach` characters behind the first need
    not be found.
    """
    if not query:
        return iter(())
    chunks, exact, folded = _Chunks(text), [word for word, _folded in query.spoken], query.folded
    # What is found with its accents is found without them, too; in a long text it is looked for first.
    written = _Spelt(chunks, _WRITTEN)
    first = exact != folded and len(text) > LONG
    if first and (at := written.find(exact)) >= 0:
        return _phrases(text, written, exact, at, reach)
    spelt = _Spelt(chunks, _FOLDED)
    if (at := spelt.find(folded)) < 0:
        return _words(text, spelt, set(folded))
    if not first and (place := written.find(exact)) >= 0:
        return _phrases(text, written, exact, place, reach)
    return _phrases(text, spelt, folded, at, reach)


def _phrases(text: str, spelt: "_Spelt", phrase: list[str], at: int, reach: int | None) -> Iterator[Span]:
    """The phrases from the one at `at` on, none of which overlaps the one before."""
    words, skipped = spelt.words(text, at)
    while True:
        first = next(islice(words, skipped, None))
        last = next(islice(words, len(phrase) - 2, None)) if len(phrase) > 1 else first
        yield first.start(), last.end()
        if reach is not None and spelt.until is None:
            spelt.until = max(first.start() + reach, last.end())
        end = spelt.after(at, phrase)
        if (at := spelt.find(phrase, end)) < 0:
            return
        skipped = spelt.count(end, at)


def _words(text: str, spelt: "_Spelt", wanted: set[str]) -> Iterator[Span]:
    """Each word of a text that was looked through in vain for the phrase."""
    places = [at for word in wanted if (at := spelt.find([word])) >= 0]
    if places:
        words, skipped = spelt.words(text, min(places))
        for word in islice(words, skipped, None):
            if _FOLDED[word[0]].strip() in wanted:
                yield word.span()


class _Chunks:
    """What stands between the spaces of a text, a block at a time."""

    def __init__(self, text: str) -> None:
        self._size, self._rest = len(text), text
        self._blocks: list[tuple[int, list[str]]] = []

    def __getitem__(self, number: int) -> tuple[int, list[str]] | None:
        """Where the block begins in the text, and its chunks; None behind the last."""
        while len(self._blocks) <= number:
            offset = self._size - len(self._rest)
            chunks = self._rest.split(None, BLOCK)
            self._rest = chunks.pop() if len(chunks) > BLOCK else ""
            if not chunks:
                return None
            self._blocks.append((offset, chunks))
        return self._blocks[number]


class _Spelt:
    """The words of a text in one spelling, a space before and after each, and the way back to their offsets."""

    until: int | None = None
    """An offset behind which nothing need be found."""

    def __init__(self, chunks: _Chunks, spelling: Memory[str]) -> None:
        self._chunks, self._spelling = chunks, spelling
        self._text = " "
        self._begins: list[int] = []
        self._blocks: list[tuple[int, list[str]]] = []

    def _more(self) -> bool:
        """Read the next block, if there is one that matters."""
        block = self._chunks[len(self._blocks)]
        if block is None or (self.until is not None and block[0] >= self.until):
            return False
        offset, chunks = block
        parts = list(map(self._spelling.__getitem__, chunks))
        self._begins.append(len(self._text))
        self._blocks.append((offset, parts))
        self._text += "".join(parts)
        return True

    def find(self, phrase: list[str], start: int = 0) -> int:
        """Where these words stand side by side, as a place in this spelling; -1 without such."""
        sought = f" {' '.join(phrase)} "
        while (at := self._text.find(sought, start)) < 0:
            # It may begin in what was read and end in the next block.
            start = max(start, len(self._text) - len(sought) + 1)
            if not self._more():
                return -1
        return at

    def after(self, at: int, phrase: list[str]) -> int:
        """The place of what follows a phrase."""
        return at + len(" ".join(phrase)) + 1

    def count(self, start: int, end: int) -> int:
        """How many words there are between two places."""
        return self._text.count(" ", start, end)

    def words(self, text: str, at: int) -> tuple[Iterator[re.Match[str]], int]:
        """The words of `text` from some before the place `at` on, and how many before it they are."""
        block = bisect_right(self._begins, at + 1) - 1
        offset, parts = self._blocks[block]
        begins = list(accumulate(map(len, parts), initial=self._begins[block]))
        number = bisect_right(begins, at + 1) - 1
        rest = text[offset:].split(None, number)[-1]
        return _WORD.finditer(text, len(text) - len(rest)), self.count(begins[number], at + 1)


def _spelling(column: int) -> Memory[str]:
    """What stands between two spaces, spelt as written (0) or folded (1): each word with a space after it."""

    def spell(chunk: str) -> str:
        said = (next(iter(syllables(word)), _UNSAID) for word in _WORD.findall(chunk))
        return "".join([f"{pair[column]} " for pair in said])

    return Memory(spell)


_UNSAID = ("\0", "\0")
"""A word that no query has."""
_WRITTEN, _FOLDED = _spelling(0), _spelling(1)
