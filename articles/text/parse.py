"""One file understood: bytes → text → structure → people → events."""

from collections.abc import Collection, Mapping, Sequence

from articles.text import lexicon
from articles.text.files.decode import decode
from articles.text.language import judge_language
from articles.text.layout.another import ANOTHER
from articles.text.layout.glued import opens_inside
from articles.text.layout.named import with_named
from articles.text.people.tagger import tag_people
from articles.text.stages import stages
from articles.text.types import Decoded, ParsedArticle, Structure

DOUBTFUL = 0.8
"""An encoding found with less confidence than this is mentioned in the report."""


def parse(
    data: bytes,
    *,
    encoding: str | None = None,
    language: str | None = None,
    sections: Collection[str] = (),
    known: Mapping[str, str] | None = None,
    lexicons: Sequence[str] | None = None,
    replaced: tuple[tuple[str, str], ...] = (),
    tagger: bool = False,
) -> ParsedArticle:
    """Parse one file's bytes. `known`: the collection's own people, name as written → canonical name.

    `language` overrules the judgement by letters. `lexicons`: folders of lists to read beside the app's own
    (`lexicon.use`); None leaves those in use. `replaced`: stages of the house, as `stages` takes them. `tagger`:
    let a trained tagger suggest more people (`tag_people`). Raises `Unreadable` when the bytes are no text or
    there is no such encoding, `StageFailed` where a stage of the house does, and `LookupError` for a lexicon, stage
    or tagger that is not there.
    """
    if lexicons is not None:
        lexicon.use(lexicons)
    decoded = decode(data, encoding=encoding)
    find = stages(replaced)
    page = find.structure(decoded.text, sections=sections)
    page = with_named(page, decoded)
    people = find.people(decoded.text, page, known=known or {})
    if tagger:
        people = tag_people(decoded.text, page, people)
    events = find.events(decoded.text, page, people)
    return ParsedArticle(
        text=decoded.text,
        encoding=decoded.encoding,
        encoding_confidence=decoded.confidence,
        language=language or judge_language(page),
        structure=page,
        people=people,
        events=events,
        warnings=tuple(_warnings(decoded, page)),
    )


def _glued(text: str, page: Structure) -> bool:
    """A title was cut from the line of the first paragraph, or that line holds one before its opening words."""
    if not page.paragraphs:
        return False
    first = page.paragraphs[0]
    if page.title_proposed:
        return opens_inside(first.text)
    return any("\n" not in text[span.end : first.spans[0].start] for span in page.title_spans)


def _another(page: Structure) -> int | None:
    """The line at which a second story begins in the file."""
    last = next((line for line in reversed(page.lines) if line.kind != "blank"), None)
    if last is None or not last.reason.startswith(ANOTHER):
        return None
    return next(line.number for line in page.lines if line.reason.startswith(ANOTHER))


def _warnings(decoded: Decoded, page: Structure) -> list[str]:
    warnings = []
    if decoded.confidence < DOUBTFUL:
        warnings.append(f"The encoding {decoded.encoding} is a guess (confidence {decoded.confidence:.2f}).")
    if lost := decoded.text.count("\ufffd"):
        warnings.append(f"Letters that could not be read: {lost}.")
    if _glued(decoded.text, page):
        warnings.append("The title may have run into the lead: no line of its own holds it.")
    if not page.paragraphs:
        warnings.append("No running text was found.")
    if (line := _another(page)) is not None:
        warnings.append(f"Another story begins in line {line} and was left out. Split the file.")
    return warnings
