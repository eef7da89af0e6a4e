"""The review screen: the source with what was taken from it beside the draft; and which article is next."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ..actions.reading import take_apart
from ..models import Article, ImportRun, Source, Suggestion
from ..text.html import from_body, from_paragraphs
from ..wording import in_words
from .suggestions import spans_of

LINE_KINDS: dict[str, str | Promise] = {
    "title": _("title"),
    "dek": _("dek"),
    "section": _("section"),
    "published": _("date of the page"),
    "body": _("body"),
    "caption": _("caption"),
    "credit": _("photo credit"),
    "byline": _("byline"),
    "agency": _("agency"),
    "navigation": _("left out: navigation"),
    "note": _("left out: editor’s note"),
    "junk": _("left out"),
}
LEFT_OUT = {"navigation", "note", "junk"}

LONGEST = 400_000
"""Characters of a source that are taken apart for the screen; what follows is shown plain."""


class Piece(NamedTuple):
    """A stretch of a line, with the suggestions that rest on it."""

    text: str
    kind: str
    """Of the first suggestion; empty where there is none."""
    suggestions: str
    """Their ids, parted by blanks."""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of the source as the screen shows it."""

    number: int
    kind: str
    label: str | Promise
    reason: str
    pieces: tuple[Piece, ...]

    @property
    def left_out(self) -> bool:
        return self.kind in LEFT_OUT


def lines_of(source: Source, suggestions: Iterable[Suggestion]) -> list[SourceLine]:
    """The source, line by line, what each line was taken for, and the suggestions marked in it."""
    text = source.text[:LONGEST]
    marks = [
        (start, end, suggestion)
        for suggestion in suggestions
        if suggestion.source_id == source.pk
        for start, end in spans_of(suggestion)
    ]
    shown = [
        SourceLine(
            line.number, line.kind, LINE_KINDS.get(line.kind, line.kind), in_words(line.reason),
            tuple(_pieces(text, line.span.start, line.span.end, marks)),
        )
        for line in take_apart(text).lines
    ]  # fmt: skip
    if rest := source.text[LONGEST:]:
        shown.append(SourceLine(len(shown) + 1, "blank", "", "", (Piece(rest, "", ""),)))
    return shown


def _pieces(text: str, start: int, end: int, marks: list[tuple[int, int, Suggestion]]) -> Iterable[Piece]:
    """The stretch of a line cut where marks begin and end; marks may overlap."""
    here = [mark for mark in marks if mark[0] < end and mark[1] > start]
    cuts = sorted({start, end, *(min(max(at, start), end) for mark in here for at in mark[:2])})
    for left, right in pairwise(cuts):
        over = [suggestion for a, b, suggestion in here if a <= left and right <= b]
        yield Piece(
            text[left:right],
            over[0].kind if over else "",
            " ".join(str(suggestion.pk) for suggestion in over),
        )


def with_line(article: Article, source: Source, number: int) -> str | None:
    """The article's body with line `number` of its source back where it stood; None if there is no such line.

    The place is after the nearest body line above it that the body still has, else the top.
    """
    page = take_apart(source.text[:LONGEST])
    line = next((line for line in page.lines if line.number == number), None)
    if line is None or not (said := " ".join(source.text[line.span.start : line.span.end].split())):
        return None
    body = from_body(article.body)
    new = from_paragraphs([said])
    if new in body:
        return body
    above = [paragraph for paragraph in page.paragraphs if paragraph.spans[0].start < line.span.start]
    for paragraph in reversed(above):
        known = from_paragraphs([paragraph.text])
        if known in body:
            return body.replace(known, f"{known}\n{new}", 1)
    return f"{new}\n{body}".strip()


def queue() -> QuerySet[Any]:
    """Articles with something to decide, oldest first."""
    waiting = Suggestion.objects.waiting().filter(article=OuterRef("pk"))
    return Article.objects.filter(Exists(waiting)).order_by("created_at", "id")


def begin(run: ImportRun) -> Article | None:
    """The first article of an import that has something to decide."""
    return queue().filter(sources__run=run).first()


def after(article: Article) -> Article | None:
    """The next article of the queue; behind the last one comes the first again."""
    rest = queue().exclude(pk=article.pk)
    later = Q(created_at__gt=article.created_at) | Q(created_at=article.created_at, pk__gt=article.pk)
    return rest.filter(later).first() or rest.first()
