"""Headline, dek and section that a record or a saved page names itself: no guess, whatever the lines look like."""

from articles.text.layout.bylines import read_signature
from articles.text.layout.lines import clean
from articles.text.layout.masthead import names_house, names_page
from articles.text.types import Decoded, Line, Span, Structure

_HEAD = 12
"""Lines in which they stand."""
_LONGEST_TITLE = 32
"""Words of a headline, at most."""
_ABOVE, _UNKNOWN = " above the story", "a label above the story"
"""How the reasons for labels that are known end, and that for one which is not."""


def with_named(page: Structure, decoded: Decoded) -> Structure:
    """`page`, which was read from `decoded`, with the lines that its file names taken for what it says they are.

    Another headline stays unless that is the dek or the section: crawlers name a site or a section so.
    """
    named = decoded.title, decoded.dek, decoded.section
    if not any(named):
        return page
    headline = decoded.title
    title, dek, section = (_line(page, decoded.text, said) for said in named)
    if title and names_house(decoded.title):
        # A saved page without a heading of the first rank: the next one below the house's name is its headline.
        headline, title, dek = (decoded.dek, dek, None) if _may_head(decoded.dek) else ("", None, dek)
    elif title and names_page(decoded.title):
        title = None
    if section and (section is title or _is_furniture(section, decoded.section)):
        section = None
    begins = page.title_spans[0].start if page.title_spans and not page.title_proposed else None
    others = [line.span for line in (dek, section) if line]
    if title and (begins is None or any(start <= begins <= end for start, end in others)):
        page = _without(page, title)
        page = page._replace(title=clean(headline), title_spans=(title.span,), title_proposed=False)
        page = _marked(page, title._replace(kind="title", reason="named as the title"))
    if dek and not _holds(dek, page.dek_spans):
        page = _without(page, dek)._replace(dek=clean(decoded.dek), dek_spans=(dek.span,))
        page = _signed(_marked(page, dek._replace(kind="dek", reason="named as the dek")))
    if section and not _holds(section, page.section_spans):
        page = _without(page, section)._replace(section=clean(decoded.section), section_spans=(section.span,))
        page = _marked(page, section._replace(kind="section", reason="named as the section"))
    return page


def _may_head(dek: str) -> bool:
    return 0 < len(dek.split()) <= _LONGEST_TITLE and dek[-1] not in ".…"


def _line(page: Structure, text: str, said: str) -> Line | None:
    said = clean(said)
    return next(
        (line for line in page.lines[:_HEAD] if said and clean(text[slice(*line.span)]) == said), None
    )


def _is_furniture(line: Line, said: str) -> bool:
    """`Trang chủ`, `Tin nổi bật`, the house's name: no section, whoever names it so."""
    labelled = line.kind == "navigation" and line.reason.endswith(_ABOVE) and line.reason != _UNKNOWN
    return labelled or names_page(said)


def _holds(line: Line, spans: tuple[Span, ...]) -> bool:
    """There are `spans`, and all stand in the line."""
    return bool(spans) and all(line.span.start <= span.start and span.end <= line.span.end for span in spans)


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


def _signed(page: Structure) -> Structure:
    """With the reporter who stands between the dek and the story, where the dek was taken for the story's beginning."""
    first = page.paragraphs[0] if page.paragraphs else None
    signature = read_signature(first.text) if first else None
    if first is None or signature is None or not signature.names or len(page.paragraphs) < 2:
        return page
    (span,) = first.spans[:1]
    names = {
        **dict.fromkeys(signature.names, span),
        **dict(zip(page.byline, page.byline_spans, strict=False)),
    }
    line = next(line for line in page.lines if _holds(line, (span,)))
    page = _without(page, line)._replace(
        byline=tuple(names), byline_spans=tuple(dict.fromkeys(names.values()))
    )
    return _marked(page, line._replace(kind="byline", reason="a reporter above the story"))


def _marked(page: Structure, line: Line) -> Structure:
    at = line.number - 1
    return page._replace(lines=(*page.lines[:at], line, *page.lines[at + 1 :]))
