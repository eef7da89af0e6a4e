"""From one parsed file to the unsaved desk rows it makes: article, source, photos and suggestions."""

import hashlib
from dataclasses import dataclass, field
from typing import Any

from ..models.article import Article, Photo
from ..models.rows import new_row
from ..models.source import Source, Suggestion
from ..models.taxonomy import Section
from ..text.fold import slugify
from ..text.html import from_paragraphs
from ..text.types import ParsedArticle, Span
from .identity import identity
from .revise import derive

Kind = Suggestion.Kind


@dataclass
class Draft:
    """What a file makes on the desk. Ids derive from its bytes."""

    article: Article
    source: Source
    section: Section | None
    photos: list[Photo] = field(default_factory=list)
    suggestions: list[Suggestion] = field(default_factory=list)


def name_digest(key: str) -> str:
    """The indexed form of what a file is known by: 32 hexadecimal digits."""
    return hashlib.sha256(key.encode()).hexdigest()[:32]


def make_draft(
    parsed: ParsedArticle,
    *,
    name: str,
    sha256: str,
    size: int,
    key: str = "",
    section: str = "",
    language: str = "",
) -> Draft:
    """The desk rows of one file. `key`: what it is known by if not its name; `section`: where the text names none."""
    structure = parsed.structure
    heading = structure.section or section
    article = new_row(
        Article,
        id=identity("article", sha256),
        title=(structure.title or "")[:500],
        title_proposed=structure.title_proposed,
        dek=structure.dek,
        body=from_paragraphs(paragraph.text for paragraph in structure.paragraphs),
        language=language or parsed.language,
        date=(structure.published or "")[:10],
        dateline=structure.dateline[:200],
        byline=list(structure.byline),
        agencies=list(structure.agencies),
    )
    derive(article)
    draft = Draft(
        article,
        make_source(parsed, article, name=name, key=key, sha256=sha256, size=size),
        make_section(heading),
    )
    if draft.section:
        article.section_id = draft.section.pk
    draft.photos = [
        new_row(
            Photo,
            id=identity("photo", article.pk, rank),
            article_id=article.pk,
            rank=rank,
            after_paragraph=caption.after_paragraph,
            caption=caption.caption,
            credit=caption.credit[:300],
        )
        for rank, caption in enumerate(structure.captions)
    ]
    draft.suggestions = list(_suggestions(parsed, draft))
    return draft


def make_source(
    parsed: ParsedArticle, article: Article, *, name: str, sha256: str, size: int, key: str = ""
) -> Source:
    """The file as read."""
    return new_row(
        Source,
        id=identity("source", sha256),
        article_id=article.pk,
        sha256=sha256,
        name=name[:1000],
        name_digest=name_digest(key or name),
        size=size,
        encoding=parsed.encoding,
        encoding_confidence=parsed.encoding_confidence,
        text=parsed.text,
    )


def make_section(heading: str) -> Section | None:
    """The section that a label names; its id is that of its address, so that every file agrees."""
    slug = slugify(heading)
    return Section(id=identity("section", slug), name=heading[:200], slug=slug) if slug else None


def _suggestions(parsed: ParsedArticle, draft: Draft) -> list[Suggestion]:
    def suggest(
        kind: Kind, rank: int, value: dict[str, Any], spans: tuple[Span, ...], **more: Any
    ) -> Suggestion:
        return new_row(
            Suggestion,
            id=identity("suggestion", draft.source.sha256, kind, rank),
            article_id=draft.article.pk,
            source_id=draft.source.pk,
            kind=kind,
            rank=rank,
            value=value,
            evidence=[list(span) for span in spans],
            **more,
        )

    structure = parsed.structure
    found = []
    if structure.title_proposed:
        value: dict[str, Any] = {"title": structure.title}
        found.append(
            suggest(Kind.TITLE, 0, value, structure.title_spans, sure=True, reason="made from the lead")
        )
    for rank, person in enumerate(parsed.people):
        value = {
            "name": person.name[:200],
            "role": person.role[:300],
            "country": person.country[:100],
            "positions": [
                {"title": p.title[:300], "organisation": p.organisation[:300], "country": p.country[:100]}
                for p in person.positions
            ],
            "other_names": [other[:200] for other in person.other_names],
        }
        spans = person.spans + person.role_spans
        found.append(suggest(Kind.PERSON, rank, value, spans, sure=person.sure, reason=person.reason[:300]))
    for rank, event in enumerate(parsed.events):
        value = {
            "name": event.name[:300],
            "kind": event.kind,
            "date": event.date,
            "date_inferred": event.date_inferred,
            "place": event.place[:200],
            "participants": [participant[:200] for participant in event.participants],
        }
        spans = event.spans + event.date_spans
        found.append(suggest(Kind.EVENT, rank, value, spans, sure=event.sure, reason=event.reason[:300]))
    return found
