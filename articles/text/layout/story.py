"""A story while it is read from its page, and the finished structure made of it."""

from dataclasses import dataclass, field

from articles.text import lazy_re as re
from articles.text.layout.above import Head
from articles.text.layout.bylines import Signature
from articles.text.layout.headline import propose
from articles.text.layout.lines import Row
from articles.text.layout.masthead import is_outlet, names_site
from articles.text.layout.page import Page
from articles.text.layout.sections import MENU
from articles.text.types import Caption, Line, Paragraph, Span, Structure

_SIGNS_NOTE = r"(?:PV|P\.V|BTV|BBT|TS|N\.D|ND|NV|BT|TN|Tòa soạn|[eE]d)\.?\)"
_EDITORS_NOTE = re.compile(rf"\([^()]{{1,300}}[-–—,.]\s?{_SIGNS_NOTE}")
_NOTE_LINE = re.compile(
    r"^(?:LTS|Lời tòa soạn|Lời Tòa soạn|Lời toà soạn|Ghi chú của|Chú thích|Editor['’]s note)\s*[:.]",
    re.IGNORECASE,
)
_ABOVE, _NEAR = 2, 3
"""Rows above the site's calendar in which its name stands, and below in which its head goes on."""
# `22/6/25, 21:05`: when a browser printed the page.
_PRINTED = re.compile(r"\d{1,2}/\d{1,2}/\d\d, \d{1,2}:\d\d(?: [AP]M)?")
_CLOCK = re.compile(r"(?:thứ|chủ nhật)\b[^\n]{8,40}\b\d{1,2}:\d\d:\d\d(?: ?(?:AM|PM|SA|CH))?$", re.IGNORECASE)
_SENTENCE_ENDS = tuple('.!?…:;”")]’»')


@dataclass(slots=True)
class Block:
    """A body paragraph while it grows: cleaned pieces and the rows they came from."""

    pieces: list[str]
    spans: list[Span]
    rows: list[Row]

    @property
    def open_ended(self) -> bool:
        return not self.pieces[-1].endswith(_SENTENCE_ENDS)


@dataclass(slots=True)
class Story:
    """What the machine has found so far."""

    blocks: list[Block] = field(default_factory=list)
    captions: dict[str, Caption] = field(default_factory=dict)
    """By what they say, so that one printed twice is one."""
    said: set[str] = field(default_factory=set)
    """What paragraphs say that the page has twice."""
    signatures: list[tuple[Signature, Span]] = field(default_factory=list)
    stamps: list[int] = field(default_factory=list)
    closed: str = ""
    """Why nothing below is body any more; empty while the story runs."""
    last_place: int = -1
    pairs: set[tuple[str, str]] = field(default_factory=set)
    """Word pairs of title, dek and the first `paired` blocks, kept while rows below the end are compared."""
    paired: int = 0


def add_caption(story: Story, caption: Caption) -> None:
    """Once only: of a caption printed twice the one with a credit is kept."""
    key = caption.caption.casefold().strip(" .") or f"photo {len(story.captions)}"
    other = story.captions.get(key)
    if other is None:
        story.captions[key] = caption
    elif caption.credit and not other.credit:
        story.captions[key] = other._replace(credit=caption.credit, spans=other.spans + caption.spans)


def _published(page: Page, story: Story, title: int) -> tuple[str | None, tuple[Span, ...]]:
    """The page's date: the first that is not called an update, if there is one.

    A date without a label above line `title`, or the first of a story without one, may be the site's calendar, so that
    another one is better; it is that when it comes after the story's last update, or stands above a menu.
    """
    menu = _menu_above(page, title)
    stamps = [
        place
        for place in story.stamps
        if (place >= menu and not _in_masthead(page, place) and not _is_clock(page, place, title))
        or page.stamps[place].labelled
    ]
    if not stamps:
        return None, ()
    updated = max((page.stamps[place].day for place in stamps if page.stamps[place].updated), default="")

    lead = story.blocks[0].rows[0].number if story.blocks else 0
    above = [page.stamps[place].day for place in stamps if page.rows[place].number < lead]

    def doubts(place: int) -> tuple[bool, bool, bool, int]:
        stamp = page.stamps[place]
        calendar = bool(updated) and stamp.day > updated
        # The first of several, and another one is of a month before.
        first = place == stamps[0] and not stamp.labelled
        calendar |= first and any("" < day[:7] < stamp.day[:7] for day in above)
        return calendar, stamp.updated, not stamp.labelled and page.rows[place].number < title, place

    best = min(stamps, key=doubts)
    day = page.stamps[best].published or ""
    if "T" not in day:
        # The calendar above, and below it the same day with its hour, which pages may call an update.
        calendar = page.rows[best].number < title and not page.stamps[best].labelled
        timed = (place for place in stamps if (page.stamps[place].published or "").startswith(f"{day}T"))
        best = next((place for place in timed if calendar or not page.stamps[place].updated), best)
    return page.stamps[best].published, (page.rows[best].span(),)


def _in_masthead(page: Page, place: int) -> bool:
    """The site's calendar: a date below its own name, or on its first line, and above its telephone or what else stands
    in its head. A first line above the name alone dates a clipping."""
    if not place and _PRINTED.fullmatch(page.rows[place].text):
        return True
    named = not place or any(_in_head(page, at) for at in range(max(0, place - _ABOVE), place))
    below = range(place + 1, min(place + 1 + _NEAR, len(page.rows)))
    names = () if place else tuple(at for at in below if _names_house(page.rows[at]))
    beside = next((at for at in below if at not in names and page.markers.get(at) != "widget"), place)
    return named and (beside in page.masthead or page.markers.get(beside) == "footer")


def _is_clock(page: Page, place: int, title: int) -> bool:
    """A clock that ran in the page's head: the weekday and the seconds, below labels and apart from the title."""
    return (
        0 < place < len(page.rows) - 1
        and page.rows[place + 1].number < title
        and _CLOCK.match(page.rows[place].text) is not None
    )


def _in_head(page: Page, place: int) -> bool:
    return place in page.masthead or _names_house(page.rows[place])


def _names_house(row: Row) -> bool:
    return is_outlet(row) or names_site(row.text)


def _menu_above(page: Page, title: int) -> int:
    """The first row that has no menu between itself and line `title`: sections and other labels, no buttons."""
    labels = [
        place
        for place, row in enumerate(page.rows)
        if row.number < title and row.kind in ("section", "navigation") and place not in page.markers
    ]
    return labels[-MENU] if len(labels) >= MENU else 0


def assemble(page: Page, head: Head, story: Story) -> Structure:
    paragraphs = tuple(Paragraph(" ".join(block.pieces), tuple(block.spans)) for block in story.blocks)
    title, title_spans, proposed = head.title, (head.title_span,) if head.title_span else (), False
    if title is None and paragraphs:
        title, start, end = propose(paragraphs[0].text)
        proposed = True
        row, piece = story.blocks[0].rows[0], story.blocks[0].pieces[0]
        at = row.text.index(piece)
        title_spans = (row.span(at + start, at + end) if end <= len(piece) else story.blocks[0].spans[0],)
    names: dict[str, Span] = {}
    agencies: dict[str, Span] = {agency: head.dateline_span for agency in head.agencies if head.dateline_span}
    for signature, span in story.signatures:
        names |= {name: span for name in signature.names if name not in names}
        agencies |= {agency: span for agency in signature.agencies if agency not in agencies}
    begins = story.blocks[0].rows[0].number if story.blocks else 0
    published, published_spans = _published(page, story, head.title_line or begins)
    return Structure(
        title=title or None,
        title_proposed=proposed and bool(title),
        title_spans=title_spans if title else (),
        dek=head.dek,
        dek_spans=(page.rows[head.dek_place].span(),) if head.dek_place is not None else (),
        section=head.section,
        section_spans=(head.section_span,) if head.section_span else (),
        published=published,
        published_spans=published_spans,
        dateline=head.dateline,
        dateline_spans=(head.dateline_span,) if head.dateline_span else (),
        paragraphs=paragraphs,
        captions=tuple(story.captions.values()),
        byline=tuple(names),
        byline_spans=tuple(dict.fromkeys(names.values())),
        agencies=tuple(agencies),
        agency_spans=tuple(dict.fromkeys(agencies.values())),
        notes=tuple(_notes(story)),
        lines=tuple(_lines(page)),
    )


def _notes(story: Story) -> list[Span]:
    return [
        row.span(start, end)
        for block in story.blocks
        for row in block.rows
        for start, end in _editors_notes(row.text)
    ]


def _lines(page: Page) -> list[Line]:
    rows: dict[int, Row] = {}
    for row in (*page.rows, *page.doubles):
        if above := rows.get(row.number):
            row.reason = f"{above.reason}; {row.reason}"  # One line held both.
        rows[row.number] = row
        if row.last > row.number:
            rows |= dict.fromkeys(range(row.number, row.last + 1), row)
    lines: list[Line] = []
    start = 0
    for number, line in enumerate(page.text.split("\n"), start=1):
        span = Span(start, start + len(line))
        if taken := rows.get(number):
            lines.append(Line(number, span, taken.kind or "junk", taken.reason))
        else:
            lines.append(Line(number, span, "blank", "nothing to read"))
        start = span.end + 1
    return lines


def _editors_notes(text: str) -> list[tuple[int, int]]:
    """Where editors' notes stand in a line: `(… - PV)`, or the whole of `Lời tòa soạn: …`."""
    if _NOTE_LINE.match(text):
        return [(0, len(text))]
    return [match.span() for match in _EDITORS_NOTE.finditer(text)] if "(" in text else []
