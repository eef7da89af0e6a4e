"""What was found above the story: the title and what goes with it."""

from dataclasses import dataclass, field

from articles.text.layout.bylines import Signature, read_signature
from articles.text.layout.datelines import read_dateline
from articles.text.layout.lines import Row
from articles.text.layout.page import Page
from articles.text.types import Span


@dataclass(slots=True)
class Head:
    """What was found above the body, and the place of the first row that is not head."""

    body: int = 0
    menu: int = 0
    """Where the page's menu ends: above stand neither titles nor reporters."""
    title: str | None = None
    title_span: Span | None = None
    title_key: str = ""
    title_line: int = 0
    dek: str = ""
    dek_place: int | None = None
    section: str = ""
    section_span: Span | None = None
    dateline: str = ""
    dateline_span: Span | None = None
    agencies: tuple[str, ...] = ()
    signatures: list[tuple[int, Signature]] = field(default_factory=list)
    lead_from: int = 0
    """Where the story begins inside the first body row, when a title was cut from it."""
    captions: list[int] = field(default_factory=list)
    sections: list[tuple[int, str]] = field(default_factory=list)
    """Where sections' names stand above the title, and which: the story's own, and those of the menu."""
    way: bool = False
    """The last of them ends a way through the site, or stands beside the date: it is the story's."""


def take_dek(page: Page, head: Head, place: int) -> None:
    row = page.rows[place]
    head.dek, head.dek_place = row.text[take_dateline(page, head, place) :], place
    row.mark("dek", "set apart between title and story")


def take_dateline(page: Page, head: Head, place: int) -> int:
    """Keep the dateline that the row opens with; where its text begins."""
    row = page.rows[place]
    if not (found := read_dateline(row.text, page.text)):
        return 0
    head.dateline, head.dateline_span = found[0], row.span(0, found[1])
    head.agencies = found[2]
    return found[1]


def take_signature(head: Head, place: int, row: Row) -> bool:
    signature = read_signature(row.text)
    if not signature:
        return False
    head.signatures.append((place, signature))
    row.mark("byline" if signature.names else "agency", "a signature above the story")
    return True
