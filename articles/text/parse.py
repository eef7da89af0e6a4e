"""One file understood: bytes → text → structure → people → events."""

import re
from collections.abc import Collection, Mapping

from articles.text.decode import decode
from articles.text.events import find_events
from articles.text.people import find_people
from articles.text.structure import structure
from articles.text.types import FoundEvent, FoundPerson, ParsedArticle, Structure

_VIETNAMESE = re.compile("[ăâđêôơưáàảãạéèẻẽẹíìỉĩịóòỏõọúùủũụýỳỷỹỵắằẳẵặấầẩẫậếềểễệốồổỗộớờởỡợứừửữự]")
_LETTER = re.compile(r"[^\W\d_]")

DOUBTFUL = 0.8
"""An encoding found with less confidence than this is mentioned in the report."""


def parse(
    data: bytes,
    *,
    encoding: str | None = None,
    language: str | None = None,
    sections: Collection[str] = (),
    known: Mapping[str, str] | None = None,
) -> ParsedArticle:
    """Parse one file's bytes. `known`: the collection's own people, name as written → canonical name.

    `language` overrules the judgement by letters. Raises `Unreadable` when the bytes are no text or there
    is no such encoding.
    """
    decoded = decode(data, encoding=encoding)
    page = structure(decoded.text, sections=sections)
    people: tuple[FoundPerson, ...] = find_people(decoded.text, page, known=known or {})
    events: tuple[FoundEvent, ...] = find_events(decoded.text, page, people)
    return ParsedArticle(
        text=decoded.text,
        encoding=decoded.encoding,
        encoding_confidence=decoded.confidence,
        language=language or judge_language(page),
        structure=page,
        people=people,
        events=events,
        warnings=tuple(_warnings(decoded.encoding, decoded.confidence, page)),
    )


def judge_language(page: Structure) -> str:
    """`vi` when one letter in twenty has a Vietnamese mark (in Vietnamese it is one in four), else `en`."""
    sample = " ".join([page.title or "", *(paragraph.text for paragraph in page.paragraphs[:5])])[
        :2000
    ].lower()
    letters = len(_LETTER.findall(sample))
    return "vi" if len(_VIETNAMESE.findall(sample)) * 20 >= letters else "en"


def _warnings(encoding: str, confidence: float, page: Structure) -> list[str]:
    warnings = []
    if confidence < DOUBTFUL:
        warnings.append(f"The encoding {encoding} is a guess (confidence {confidence:.2f}).")
    if not page.paragraphs:
        warnings.append("No running text was found.")
    return warnings
