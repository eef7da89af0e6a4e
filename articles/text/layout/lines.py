"""The page as rows: what every structure rule looks at, and the lists it looks things up in.

A row is one line that is not blank. Its `text` is cleaned for reading (white space, table pipes, invisible
characters); its span keeps the place in the source.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import chain, pairwise
from typing import NamedTuple

from articles.text import lazy_re as re
from articles.text.fold import name_key, usual_spelling
from articles.text.lexicon import everything, flagged, kept
from articles.text.memory import Memory, chunks
from articles.text.types import LineKind, Span

_AMONG_SMALL = filter(str.isupper, map(chr, (*range(0x100, 0x24F), *range(0x1EA0, 0x1EFA))))
CAPITAL = f"[A-ZÀ-ÖØ-ÞΑ-ΩЀ-Я{''.join(_AMONG_SMALL)}]"
"""A capital letter, Latin, Greek or Cyrillic, for patterns. Vietnamese ones stand in four blocks, in two of them among
small letters, so no short range has them all; and each that is named costs every command that reads when it starts."""

_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
_NOTHING = dict.fromkeys(map(ord, _INVISIBLE))
_EDGE = (
    " \t\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029"
    "\u202f\u205f\u3000\u200b\u200c\u200d\u2060\ufe0e\ufe0f\ufeff\u00ad|"
    + "".join(map(chr, range(0x2000, 0x200B)))
)
_RULE = re.compile(r"(?=([-=_~*])\1\1)\1+")
"""A line that is drawn: around the first one it sets that off, as a blank line does; further below it parts stories."""
_SENTENCE_END = re.compile(r"[!?….](?<!\s[A-ZĐ]\.)[\"'”’)\]]*$")
_TOKEN = re.compile(r"\w+")
_BRAND = re.compile(r"[a-z]{1,5}[A-Z]")
LIST_ITEM = re.compile(r"^(?:[-–—*•+●▪]|\d{1,2}[.)/](?!\d)|[a-zđ][.)])\s*\S")
"""An item of a list: a dash, a number or a letter before it."""
NO_ABBREVIATION = rf"(?<!\b{CAPITAL}\.)(?<!\bTP\.)(?<!\b[TGB]S\.)(?<!\bThS\.)"
"""Behind a full stop, for patterns: it ends a sentence, and no initial, town's or scholar's title before a name."""
BROKEN = re.compile(rf"[!?….]{NO_ABBREVIATION}[\"”']?\s+{CAPITAL}")
"""Where one sentence ends and another begins in the same line."""


@dataclass(slots=True, eq=False)
class Row:
    """One line while the page is read: rules write `kind` and `reason` once they have decided. No two are equal."""

    number: int
    start: int
    end: int
    text: str
    gap: int
    """Blank lines before it."""
    piped: bool = False
    """It stood between table pipes."""
    last: int = 0
    """Its last line, where a hard-wrapped paragraph was put together; else `number`."""
    caseless: bool = False
    """The whole text is in small letters, so that they show nothing."""
    written: str = ""
    """What stands in the source, where its white space is other than that of `text`."""
    kind: LineKind | None = None
    reason: str = ""
    words: int = field(init=False)
    ends: bool = field(init=False)
    """It ends as a sentence does."""
    _key: str | None = None
    _said: str | None = None
    _tokens: list[str] | None = None
    _pairs: frozenset[tuple[str, str]] | None = None
    _places: list[int] | None = None
    signs: list[str] | None = None
    """What it shows as a caption, once `captions` has looked."""

    def __post_init__(self) -> None:
        self.last = self.last or self.number
        # A line without spaces is not short for that.
        self.words = max(self.text.count(" ") + 1, len(self.text) // 25)
        # Most lines end in a letter, or in one and a full stop.
        last = self.text[-1]
        if last.isalnum():
            self.ends = False
        elif last == "." and (self.text[-2:-1].islower() or self.words >= 7):
            self.ends = True
        else:
            self.ends = _SENTENCE_END.search(self.text, max(0, len(self.text) - 6)) is not None

    @property
    def key(self) -> str:
        """The words as lists of labels hold them: two spellings of one label are one."""
        if self._key is None:
            self._key = name_key(self.text)
        return self._key

    @property
    def said(self) -> str:
        """What two lines share that say the same, letter by letter."""
        if self._said is None:
            self._said = self.text.casefold().strip(" .|")
        return self._said

    @property
    def tokens(self) -> list[str]:
        """The words as lists of them are looked up, without marks between them."""
        if self._tokens is None:
            self._tokens = tokens_of(self.text)
        return self._tokens

    @property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """The pairs of neighbouring words: what two lines share that tell of the same."""
        if self._pairs is None:
            self._pairs = frozenset(pairwise(self.tokens))
        return self._pairs

    @property
    def prose(self) -> bool:
        """Long enough, or closed like a sentence: it reads as running text, not as a label or headline."""
        return self.words >= 28 or (self.ends and self.words >= 10)

    @property
    def opens_lower(self) -> bool:
        """It begins in the middle of a sentence: with a small letter, and none of `iPhone` or `macOS`."""
        return self.text[0].islower() and not self.caseless and not _BRAND.match(self.text)

    def mark(self, kind: LineKind, reason: str) -> None:
        self.kind = kind
        self.reason = reason

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """Where `text[start:end]` stands in the source."""
        end = len(self.text) if end is None else end
        if not self.written:
            return Span(self.start + start, self.start + end)
        if (start, end) == (0, len(self.text)) or not (places := self._where()):
            return Span(self.start, self.end)
        return Span(
            places[start] if start < len(places) else self.end, places[end - 1] + 1 if end else self.start
        )

    def _where(self) -> list[int]:
        """Where each letter of `text` stands in the source, a space where the next one does; nothing where other than
        white space was changed."""
        if self._places is None:
            places = [place for place, letter in enumerate(self.written, self.start) if not letter.isspace()]
            found = iter([*places, self.end])
            fits = len(places) == len(self.text) - self.text.count(" ")
            place = next(found)
            self._places = []
            for letter in self.text if fits else "":
                self._places.append(place)
                if letter != " ":
                    place = next(found)
        return self._places


_TOKENS = Memory(lambda chunk: tuple(_TOKEN.findall(usual_spelling(chunk))))
"""By what stands between two spaces."""


def tokens_of(text: str) -> list[str]:
    """The words of a line, in their usual spelling."""
    return list(chain.from_iterable(map(_TOKENS.__getitem__, chunks(text))))


def tells(text: str) -> bool:
    """A verb of headlines stands in it, in small letters, unlike that of `Ban Tổ chức`, `xã Thống Nhất`."""
    small = [word for word in text.split() if word[0].islower()]
    return phrases("headline_verbs").count(tokens_of(" ".join(small))) > 0


def read_rows(text: str) -> list[Row]:
    """The rows of `text`. Linear; a form feed or an odd separator inside a line does not part it."""
    rows: list[Row] = []
    start = gap = 0
    composed = unicodedata.is_normalized("NFC", text)
    for number, line in enumerate(text.split("\n"), start=1):
        core = line.strip(_EDGE)
        if core:
            left, piped = 0, False
            if len(core) < len(line):
                left = len(line) - len(line.lstrip(_EDGE))
                piped = "|" in line[:left] or "|" in line[left + len(core) :]
            # Printable: no white space but the plain space, and nothing invisible.
            cleaned = core if composed and core.isprintable() and "  " not in core else clean(core)
            if cleaned and (len(rows) > 1 or not _RULE.fullmatch(cleaned)):
                written = "" if cleaned is core else core
                begin = start + left
                rows.append(Row(number, begin, begin + len(core), cleaned, gap, piped, written=written))
            if cleaned:
                gap = -1  # A rule there underlines the first line, and parts nothing.
        gap += 1
        start += len(line) + 1
    if spaced := min((row.gap for row in rows[1:]), default=0):
        for row in rows[1:]:
            row.gap -= spaced  # What stands below every line parts nothing.
    if text.islower():
        for row in rows:
            row.caseless = True
    weighty = [row for row in rows if row.words >= 20] or rows
    framed = [row for row in weighty if row.piped and opens_piped(text, row)]
    if len(framed) * 4 > len(weighty) * 3:
        for row in rows:
            row.piped = False  # The whole page came out of a table, not its photos alone.
    return rows


def opens_piped(text: str, row: Row) -> bool:
    """A pipe stands before the line as well, not only behind it."""
    return "|" in text[max(0, row.start - 4, text.rfind("\n", 0, row.start) + 1) : row.start]


def clean(text: str) -> str:
    """One line as it should be shown: NFC, single spaces, nothing invisible."""
    if not text.isascii():
        if any(map(text.__contains__, _INVISIBLE)):
            text = text.translate(_NOTHING)
        text = unicodedata.normalize("NFC", text)
    return " ".join(text.split())


@kept
def keys(name: str) -> frozenset[str]:
    """The whole-line entries of a list, as `Row.key` writes them."""
    return frozenset(name_key(entry) for entry in everything(name) if not entry.endswith("*"))


class Phrases(NamedTuple):
    """A list to look for in a line's tokens; much faster than one long pattern of alternatives."""

    by_first: dict[str, list[list[str]]]
    """First word → whole phrases, the longest first."""

    def at(self, tokens: list[str], place: int) -> int:
        """How many tokens from `place` on are an entry; 0 when none is."""
        for phrase in self.by_first.get(tokens[place], ()):
            if (size := len(phrase)) == 1 or tokens[place : place + size] == phrase:
                return size
        return 0

    def open(self, tokens: list[str]) -> int:
        """How many tokens an entry that opens the line has; 0 when none does."""
        return self.at(tokens, 0) if tokens else 0

    def count(self, tokens: list[str]) -> int:
        """How often entries occur in the line."""
        if self.by_first.keys().isdisjoint(tokens):
            return 0
        first = self.by_first
        return sum([self.at(tokens, place) > 0 for place, token in enumerate(tokens) if token in first])


@kept
def phrases(name: str, *, starred: bool = False) -> Phrases:
    """A list as phrases, without its flags; of marker lists only the entries that end in `*`, when `starred`."""
    found: dict[str, list[list[str]]] = {}
    for entry, _ in flagged(name):
        if starred == entry.endswith("*") and (tokens := _TOKEN.findall(usual_spelling(entry))):
            found.setdefault(tokens[0], []).append(tokens)
    return Phrases({first: sorted(many, key=len, reverse=True) for first, many in found.items()})


@kept
def weights(name: str) -> dict[str, float]:
    """A list of words, each with a number behind it."""
    return {
        usual_spelling(word): float(weight)
        for word, weight in (entry.rsplit(" ", 1) for entry in everything(name))
    }


def any_of(phrases: Iterable[str], *, start: bool = False) -> re.Pattern[str]:
    """One pattern for whole-word occurrences of any of `phrases`, longest first, any case."""
    longest = sorted({phrase for phrase in phrases if phrase}, key=len, reverse=True)
    alternatives = "|".join(re.escape(phrase).replace(r"\ ", " ") for phrase in longest) or r"(?!)"
    return re.compile((r"\A" if start else r"(?<!\w)") + f"(?:{alternatives})(?!\\w)", re.IGNORECASE)
