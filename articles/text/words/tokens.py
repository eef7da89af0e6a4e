"""The story as rows of tokens, made once an article for the finders of people, dates and events.

A token is a word or one mark; its row keeps where it starts in the text as read.
"""

from bisect import bisect_right
from collections.abc import Iterable
from functools import cache, partial
from itertools import accumulate, compress

from articles.text import lazy_re as re
from articles.text.language import judge_language
from articles.text.lexicon import everything, table
from articles.text.memory import chunks
from articles.text.types import Span, Structure
from articles.text.words.vocabulary import CHUNKS, ENGLISH_CHUNKS, GAP, STOP, Word

_CREDIT = re.compile(r"[(\[.–-]?\s*\b(?:Ảnh|Nguồn|Photo|Đồ họa|Ảnh minh họa|Ảnh tư liệu)\s*:")
_ABBREVIATIONS: set[str] = set()
"""Lower case."""
_LONGEST_SENTENCE = 250
"""Words after which a sentence without end is cut, so that its rules cost what a sentence costs."""


@table
def _read_abbreviations() -> None:
    _ABBREVIATIONS.clear()
    _ABBREVIATIONS.update(map(str.lower, everything("abbreviations")))


@cache
def _having(marks: int) -> bytes:
    """For `bytes.translate`: whether what a word has is any of `marks`."""
    return bytes(bool(had & marks) for had in range(256))


class Row:
    """One line of the story (title, dek, paragraph, caption) as tokens with their offsets."""

    __slots__ = (
        "_ends",
        "_marked",
        "_marks",
        "english",
        "following",
        "kind",
        "lows",
        "size",
        "starts",
        "text",
        "words",
    )

    def __init__(
        self, text: str, spans: Iterable[tuple[int, int]], kind: str, *, english: bool = False
    ) -> None:
        words: list[Word] = []
        starts: list[int] = []
        memory = ENGLISH_CHUNKS if english else CHUNKS
        for place, end in spans:
            steps = [place]
            for found, distances in map(memory.__getitem__, chunks(text[place:end])):
                words += found
                steps += distances
            steps.pop()
            starts += accumulate(steps)
        marks = bytes([word.marks for word in words])
        if GAP in marks:
            kept = [mark != GAP for mark in marks]
            words, starts = list(compress(words, kept)), list(compress(starts, kept))
            marks = marks.replace(bytes((GAP,)), b"")
        lows = [word.low for word in words]
        self.text, self.kind, self.english = text, kind, english
        self.starts, self.words, self.lows = starts, words, lows
        self.following = [*lows[1:], ""]
        """The word behind each, lower case; empty behind the last."""
        self.size = len(words)
        self._marked, self._marks = list(compress(range(self.size), marks)), marks.translate(None, b"\0")
        """The tokens whose words have marks, half of all, and the marks of each."""
        self._ends: list[int] | None = None

    def spelt(self, words: list[str], text: str) -> "Row":
        """This row with its words spelt so, at the same places of `text`; itself where they are not as many words."""
        joined = " ".join(words)
        other = Row(joined, [(0, len(joined))], self.kind)
        if other.size != self.size:
            return self
        other.text, other.starts = text, self.starts
        return other

    def where(self, marks: int) -> list[int]:
        """The tokens whose words have one of `marks`: far cheaper than a look at each."""
        having = self._marks.translate(_having(marks))
        return list(compress(self._marked, having)) if 1 in having else []

    def end(self, index: int) -> int:
        """Where token `index` ends in the text."""
        return self.starts[index] + len(self.words[index].text)

    def span(self, first: int, last: int) -> Span:
        """The text from token `first` up to token `last`, exclusive."""
        return Span(self.starts[first], self.starts[last - 1] + len(self.words[last - 1].text))

    def slice(self, first: int, last: int) -> str:
        """The words from `first` up to `last`, exclusive, as written, white space made single."""
        if first >= last:
            return ""
        written = self.text[self.starts[first] : self.starts[last - 1] + len(self.words[last - 1].text)]
        if "\n" not in written:  # Else a line that is no part of the row may stand between two that are.
            single = "  " not in written and written.isprintable()  # No white space but the plain space.
            return written if single else " ".join(written.split())
        out: list[str] = []
        for i in range(first, last):
            if i > first and self.starts[i] > self.end(i - 1):
                out.append(" ")
            out.append(self.words[i].text)
        return "".join(out)

    def glued(self, index: int) -> bool:
        """Whether token `index` touches the one before it."""
        return index > 0 and self.starts[index] == self.starts[index - 1] + len(self.words[index - 1].text)

    def sentence_ends(self) -> list[int]:
        """Token indices just after each sentence; the last is `size`. Worked out once.

        A stop ends a sentence only before white space; not after an abbreviation or an initial, nor as part
        of an ellipsis (`Biển Đông... Bộ trưởng` goes on).
        """
        if self._ends is not None:
            return self._ends
        ends: list[int] = []
        for i in self.where(STOP):
            if i > _LONGEST_SENTENCE:
                self._cut(ends, i)
            low = self.lows[i]
            if i + 1 < self.size and (self.glued(i + 1) or self.lows[i + 1] == low):
                run_on = (
                    low == "." and self.words[i + 1].capital and i and self.words[i - 1].text[-1:].islower()
                )
                if not run_on:
                    continue
            if low == "." and i:
                before = self.words[i - 1].text
                if (
                    before == "."
                    or self.lows[i - 1] in _ABBREVIATIONS
                    or (len(before) == 1 and before.isupper())
                    or (
                        before.isupper()
                        and len(before) <= 3
                        and self.words[min(i + 1, self.size - 1)].text.islower()
                    )
                ):
                    continue  # `Hoàng Văn Khê SJ. cử hành`: an abbreviation, and the sentence goes on
            ends.append(i + 1)
        self._cut(ends, self.size)
        if not ends or ends[-1] != self.size:
            ends.append(self.size)
        self._ends = ends
        return ends

    def _cut(self, ends: list[int], upto: int) -> None:
        """Cut what runs on from the last end to `upto` without one, at its commas where it has any."""
        while upto - (start := ends[-1] if ends else 0) > _LONGEST_SENTENCE:
            limit = start + _LONGEST_SENTENCE
            commas = (i for i in range(limit, start + _LONGEST_SENTENCE // 2, -1) if self.lows[i - 1] in ",;")
            ends.append(next(commas, limit))

    def sentence_start(self, at: int) -> int:
        """The first token of the sentence that token `at` stands in."""
        ends = self.sentence_ends()
        before = bisect_right(ends, at)
        return ends[before - 1] if before else 0


_last: tuple[str, Structure, tuple[Row, ...]] | None = None


def rows(text: str, structure: Structure) -> tuple[Row, ...]:
    """The rows of a story in reading order: title, dek, paragraphs and captions by where they stand.

    Captions come without their credit. The rows of the last story are kept, so finders called one after
    another share them.
    """
    global _last
    if _last is not None and _last[0] is text and _last[1] is structure:
        return _last[2]
    row = partial(Row, text, english=judge_language(structure) == "en")
    found: list[Row] = []
    if not structure.title_proposed:
        found.append(row(structure.title_spans, "title"))
    found.append(row(structure.dek_spans, "dek"))
    for paragraph in structure.paragraphs:
        found.append(row(paragraph.spans, "body"))
    for caption in structure.captions:
        found.append(row(_without_credit(text, caption.spans, caption.credit), "caption"))
    kept = [row for row in found if row.size]
    kept.sort(key=lambda row: row.starts[0])
    result = tuple(kept)
    _last = (text, structure, result)
    return result


def _without_credit(text: str, spans: tuple[Span, ...], credit: str) -> list[Span]:
    kept: list[Span] = []
    for span in spans:
        end = span.end
        if match := _CREDIT.search(text, span.start, end):
            end = match.start()
        if credit and (at := text.rfind(credit, span.start, end)) >= 0:
            end = at
        if end > span.start:
            kept.append(Span(span.start, end))
        if end < span.end:
            break
    return kept
