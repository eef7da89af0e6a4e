"""A record's headline and dek: what a field names is no guess, whatever the line looks like."""

from articles.text.layout.lines import clean
from articles.text.types import Line, Span, Structure

_HEAD = 12
"""Lines in which both stand."""


def with_named(page: Structure, text: str, *, title: str, dek: str) -> Structure:
    """`page`, which was read from `text`, with the lines that a record names taken for what it says they are.

    Another headline stays unless that is the dek: crawlers name a section or a site so.
    """
    of_title, of_dek = _line(page, text, title), _line(page, text, dek)
    untitled = page.title is None or page.title_proposed or _holds(of_dek, page.title_spans)
    if of_title and untitled:
        page = _without(page, of_title)
        page = page._replace(title=clean(title), title_spans=(of_title.span,), title_proposed=False)
        page = _marked(page, of_title._replace(kind="title", reason="named as the title"))
    if of_dek and not _holds(of_dek, page.dek_spans):
        page = _without(page, of_dek)._replace(dek=clean(dek), dek_spans=(of_dek.span,))
        page = _marked(page, of_dek._replace(kind="dek", reason="named as the dek"))
    return page


def _line(page: Structure, text: str, said: str) -> Line | None:
    said = clean(said)
    return next(
        (line for line in page.lines[:_HEAD] if said and clean(text[slice(*line.span)]) == said), None
    )


def _holds(line: Line | None, spans: tuple[Span, ...]) -> bool:
    """All of `spans` stand in the line."""
    if line is None or not spans:
        return False
    return all(line.span.start <= span.start and span.end <= line.span.end for span in spans)


def _without(page: Structure, line: Line) -> Structure:
    """Without what the line was taken for."""
    paragraphs = tuple(paragraph for paragraph in page.paragraphs if not _holds(line, paragraph.spans))
    fewer = len(page.paragraphs) - len(paragraphs)
    captions = tuple(
        caption._replace(after_paragraph=max(0, caption.after_paragraph - fewer))
        for caption in page.captions
        if not _holds(line, caption.spans)
    )
    if _holds(line, page.dek_spans):
        page = page._replace(dek="", dek_spans=())
    if _holds(line, page.section_spans):
        page = page._replace(section="", section_spans=())
    return page._replace(paragraphs=paragraphs, captions=captions)


def _marked(page: Structure, line: Line) -> Structure:
    at = line.number - 1
    return page._replace(lines=(*page.lines[:at], line, *page.lines[at + 1 :]))
