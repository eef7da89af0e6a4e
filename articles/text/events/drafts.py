"""Events as single sentences tell them."""

from dataclasses import dataclass, field

from articles.text import lazy_re as re
from articles.text.dates.find import DateAt
from articles.text.types import FoundEvent, Span

_MOST_PEOPLE = 100
OPENING = re.compile("^(?:lễ )?(?:khai|bế) mạc ", re.IGNORECASE)
"""`Lễ khai mạc | Triển lãm Lam Trà`."""
TERM_ONLY = re.compile(r"Đại hội(?: đại biểu)?(?: lần thứ \w+)?,? nhiệm kỳ\b", re.IGNORECASE)
"""`Đại hội lần thứ V, nhiệm kỳ 2025-2030`: any body's."""
_RECENT = 3
"""Events, and rows, in which `hai bên` looks for those two."""


@dataclass(slots=True)
class Draft:
    """An event as one sentence tells it."""

    kind: str
    name: str
    """Empty where only a day is told of an event that is named elsewhere."""
    named: bool
    """Has a name of its own, rather than one made of its kind and people."""
    row: int
    at: int
    when: DateAt | None = None
    place: str = ""
    people: list[str] = field(default_factory=list)
    sure: bool = False
    reason: str = ""
    from_title: bool = False
    span: Span = field(default_factory=lambda: Span(0, 0))
    ordinal: str = ""
    spans: list[Span] = field(default_factory=list)
    noun: str = ""
    """The event word alone, where the name is made of it and of who holds it."""
    doers: list[str] = field(default_factory=list)
    """Those of `people` who are the subject of the sentence."""
    passing: bool = False
    """The sentence tells of it on behalf of something else."""

    hosts: list[str] = field(default_factory=list)
    """Of a visit, at whose invitation it is."""
    setting: str = ""
    """Of a congress that is called by its term alone, the sentence, which says of what body."""

    def join(self, people: list[str]) -> None:
        """Add those who are not among its people yet."""
        if len(self.people) < _MOST_PEOPLE:
            self.people += [name for name in people if name not in self.people]


class Told:
    """The events of a story as its sentences tell them, in order."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self.main: Draft | None = None
        """The first with a name of its own that is sure."""
        self._last: dict[str, Draft] = {}

    def add(self, draft: Draft, *, caption: bool = False) -> None:
        """`caption`: told below a picture, so that the story's own words do not speak of it further."""
        self.drafts.append(draft)
        if not caption and not (draft.passing and draft.kind == "visit"):
            self._last[draft.kind] = draft
        self.look_again(draft)

    def look_again(self, draft: Draft) -> None:
        """An event of the story has become sure."""
        earlier = self.main is None or (draft.row, draft.at) < (self.main.row, self.main.at)
        if draft.named and draft.sure and earlier:
            self.main = draft

    def tells(self, number: int, start: int) -> bool:
        """An event with a name of its own has been told of in the sentence that starts at token `start` of a row."""
        last = self.drafts[-1] if self.drafts else None
        return last is not None and last.named and last.row == number and last.at >= start

    def pair(self, number: int) -> list[str]:
        """The two people of the latest event that has two, or a visit's host and guest, told of in row `number` or
        just before it."""
        recent = (draft for draft in reversed(self.drafts[-_RECENT:]) if draft.row >= number - _RECENT)
        pairs = (draft.hosts + draft.people for draft in recent)
        return next((pair for pair in pairs if len(pair) == 2), [])

    def leader(self) -> str | None:
        """Who did the latest thing told of: of a delegation its leader."""
        return next(
            (
                draft.doers[0]
                for draft in reversed(self.drafts[-_RECENT:])
                if draft.doers and not draft.passing
            ),
            None,
        )

    def last(self, kind: str) -> Draft | None:
        """The latest of a kind."""
        return self._last.get(kind)


def finish(draft: Draft) -> FoundEvent:
    """The draft as the value that the parser returns."""
    when = draft.when
    return FoundEvent(
        name=draft.name,
        kind=draft.kind,
        date=when.edtf if when else None,
        date_inferred=bool(when and when.inferred),
        place=draft.place,
        participants=tuple(dict.fromkeys(draft.people)),
        sure=draft.sure and when is not None,
        reason=draft.reason,
        spans=tuple(dict.fromkeys(draft.spans)),
        date_spans=when.evidence if when else (),
    )
