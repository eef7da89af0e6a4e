"""The report's entry on one file: what became of it, and what was found in it."""

from dataclasses import dataclass, field, fields
from typing import Any

from ..models.source import Suggestion
from ..text.types import ParsedArticle
from ..wording import in_words


@dataclass(slots=True)
class FileReport:
    """One file of the report: what became of it and what was found in it. The fields are the report's keys."""

    file: str
    outcome: str
    """created, unchanged, changed, duplicate, withdrawn or refused."""
    reason: str = ""
    """Remarks, a line each, in English: `wording.in_words` says them to whoever reads."""
    encoding: str = ""
    title: str | None = None
    title_proposed: bool = False
    dek: str = ""
    section: str = ""
    published: str | None = None
    dateline: str = ""
    body: list[str] = field(default_factory=list)
    captions: list[dict[str, str]] = field(default_factory=list)
    byline: list[str] = field(default_factory=list)
    agencies: list[str] = field(default_factory=list)
    people: list[dict[str, str]] = field(default_factory=list)
    events: list[dict[str, Any]] = field(default_factory=list)

    def remark(self, said: str) -> None:
        """Add a remark to those that are there."""
        self.reason = "\n".join(filter(None, [self.reason, said]))

    def as_dict(self) -> dict[str, Any]:
        """The report's entry, in the language of whoever asks for it."""
        entry = {field.name: getattr(self, field.name) for field in fields(self)}
        return entry | {"reason": in_words(self.reason)}


def report_of(name: str, parsed: ParsedArticle, outcome: str = "created") -> FileReport:
    """The report's line on a parsed file."""
    structure = parsed.structure
    return FileReport(
        file=name,
        outcome=outcome,
        reason="\n".join(parsed.warnings),
        encoding=parsed.encoding,
        title=structure.title,
        title_proposed=structure.title_proposed,
        dek=structure.dek,
        section=structure.section,
        published=structure.published,
        dateline=structure.dateline,
        body=[paragraph.text for paragraph in structure.paragraphs],
        captions=[{"caption": caption.caption, "credit": caption.credit} for caption in structure.captions],
        byline=list(structure.byline),
        agencies=list(structure.agencies),
        people=[
            {"name": person.name, "role": person.role, "decision": _decision(person.sure)}
            for person in parsed.people
        ],
        events=[
            {
                "name": event.name, "kind": event.kind, "date": event.date, "place": event.place or None,
                "decision": _decision(event.sure),
            }
            for event in parsed.events
        ],
    )  # fmt: skip


def _decision(sure: bool) -> str:
    """What a bulk publishing decides: it accepts what the rules are sure of."""
    return Suggestion.Decision.ACCEPTED.value if sure else Suggestion.Decision.SUGGESTED.value
