"""What the parser returns: frozen values whose offsets point into the text as read.

All offsets are code points in `ParsedArticle.text`, start inclusive, end exclusive.
"""

from typing import Literal, NamedTuple


class Span(NamedTuple):
    """A stretch of `ParsedArticle.text`: `text[start:end]`."""

    start: int
    end: int


class Unreadable(ValueError):
    """The bytes are not a text that can be imported. The message says why, and what to do."""


class StageFailed(Unreadable):
    """A stage of the house raised an error, the cause of this one. The message names both."""


class Decoded(NamedTuple):
    """Bytes read as text: NFC, `\\n` line ends, leftovers of markup as their reader saw them (`files/leftovers.py`)."""

    text: str
    encoding: str
    """A Python codec name, or `tcvn3`, `viscii`, `vni`."""
    confidence: float
    """1.0 when declared or certain; below 0.8 a guess that the report mentions."""
    title: str = ""
    """What a record or a saved page names as its headline; empty for other files, as are the next two."""
    dek: str = ""
    section: str = ""


LineKind = Literal[
    "blank", "title", "dek", "section", "published", "body", "caption", "credit",
    "byline", "agency", "navigation", "note", "junk",
]  # fmt: skip


class Line(NamedTuple):
    """One line of the source, and what it was taken for and why (`--explain`, the review screen)."""

    number: int
    """From 1."""
    span: Span
    kind: LineKind
    reason: str
    """The rule that decided, in a few English words."""


class Paragraph(NamedTuple):
    """A body paragraph. `text` is cleaned (white space, joined lines); `spans` are where it came from."""

    text: str
    spans: tuple[Span, ...]


class Caption(NamedTuple):
    """A photo as the text shows it: `after_paragraph` body paragraphs stand before it (0: before all)."""

    caption: str
    credit: str
    after_paragraph: int
    spans: tuple[Span, ...]


class Structure(NamedTuple):
    """The page taken apart: what is the story, what belongs to it, and what is left out."""

    title: str | None
    title_proposed: bool
    """True where the text has no title and one was made from the lead."""
    title_spans: tuple[Span, ...]
    dek: str
    dek_spans: tuple[Span, ...]
    section: str
    section_spans: tuple[Span, ...]
    published: str | None
    """ISO 8601 date or date and time, as the page says; never a guess from navigation."""
    published_spans: tuple[Span, ...]
    dateline: str
    """A place (`Hà Nội`) or an outlet's code (`PLVN`) as it opens the story, without its dash; else empty."""
    dateline_spans: tuple[Span, ...]
    paragraphs: tuple[Paragraph, ...]
    captions: tuple[Caption, ...]
    byline: tuple[str, ...]
    """Names as they should be shown (`Việt Trung`, not `VIỆT TRUNG`); function and bureau left out."""
    byline_spans: tuple[Span, ...]
    agencies: tuple[str, ...]
    agency_spans: tuple[Span, ...]
    notes: tuple[Span, ...]
    """Editor's notes inside the text."""
    lines: tuple[Line, ...]


class Position(NamedTuple):
    """An office as the text names it. Empty string where the text does not say."""

    title: str
    organisation: str = ""
    country: str = ""


class FoundPerson(NamedTuple):
    """Someone the story names. `spans` are every mention that was tied to them, the first with the full name."""

    name: str
    role: str
    """The fullest role the text gives with the name, without the country: all offices that it prints together; empty if
    none."""
    country: str
    positions: tuple[Position, ...]
    other_names: tuple[str, ...]
    """Other spellings of the full name in this text (not short forms)."""
    sure: bool
    """True when a rule is certain that this is a person of the story: `--publish` accepts it."""
    reason: str
    """The rule that found them, in a few English words."""
    spans: tuple[Span, ...]
    role_spans: tuple[Span, ...] = ()


class FoundEvent(NamedTuple):
    """Something that happened or will, as the story reports it."""

    name: str
    kind: str
    """talks, phone_call, visit, meeting, conference, dialogue, consultation, ceremony, signing, anniversary, other."""
    date: str | None
    """EDTF, `XXXX-07-13` where the year is not known."""
    date_inferred: bool
    """True where the year or the day comes from elsewhere in the text."""
    place: str
    participants: tuple[str, ...]
    """Names, each the `name` of one of the people found."""
    sure: bool
    reason: str
    spans: tuple[Span, ...]
    date_spans: tuple[Span, ...] = ()


class ParsedArticle(NamedTuple):
    """One file, understood: everything in it is a guess until an editor or a rule accepts it."""

    text: str
    encoding: str
    encoding_confidence: float
    language: str
    """BCP 47, `vi` or `en`; judged by the letters of the body."""
    structure: Structure
    people: tuple[FoundPerson, ...] = ()
    events: tuple[FoundEvent, ...] = ()
    warnings: tuple[str, ...] = ()
    """English sentences for the report: a doubtful encoding, a title run into the lead."""
