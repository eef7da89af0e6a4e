"""A `Structure` for tests of the finders: every line a body paragraph, nothing else."""

from articles.text.types import Paragraph, Span, Structure


def story(text, *, title=False, published=None):
    """Each non-blank line of `text` as a paragraph; the first one as the title on request."""
    spans, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    heading = tuple(spans[:1]) if title else ()
    return Structure(
        title=text[spans[0].start : spans[0].end] if title else None,
        title_proposed=False,
        title_spans=heading,
        dek="",
        dek_spans=(),
        section="",
        section_spans=(),
        published=published,
        published_spans=(),
        dateline="",
        dateline_spans=(),
        paragraphs=tuple(Paragraph(text[s.start : s.end], (s,)) for s in spans[len(heading) :]),
        captions=(),
        byline=(),
        byline_spans=(),
        agencies=(),
        agency_spans=(),
        notes=(),
        lines=(),
    )
