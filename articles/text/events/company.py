"""Who else is there: `Cùng tiếp có A`, `Tham dự lễ ký có A và B`, in a sentence of its own below the event."""

from articles.text.events.drafts import Draft, Told
from articles.text.events.references import sends
from articles.text.events.sentences import parties
from articles.text.types import Span
from articles.text.words.phrases import word_set
from articles.text.words.tokens import Row

_OPENS = word_set("cùng tham dự đến tới tiếp chứng")
_THERE = word_set("dự tiếp kiến")
_REACH = 9
"""Words of `Cùng tham dự buổi tiếp và làm việc | có`."""
_NEAR = 3
"""Rows between an event and those who were there."""
_GATHERINGS = frozenset(
    ("meeting", "talks", "ceremony", "signing", "conference", "dialogue", "consultation", "anniversary")
)


def join_company(told: Told, story: tuple[Row, ...], mentions: list[tuple[Span, str]]) -> None:
    """Give the event told of last before such a sentence those whom it names."""
    gatherings = [draft for draft in told.drafts if draft.kind in _GATHERINGS and draft.people]
    if not gatherings:
        return
    for number, row in enumerate(story):
        if row.kind != "body" or number < gatherings[0].row:
            continue
        start = 0
        for end in row.sentence_ends():
            if row.lows[start] in _OPENS and (there := _there(row, start, end)):
                held = _last_before(gatherings, number, start)
                if held is not None:
                    there_too = parties(row, there, end, mentions)
                    held.join([p.label for p in there_too if not sends(row, p, end)])
            start = end


def _there(row: Row, start: int, end: int) -> int:
    """Where `có` stands that leads to who was there; 0 for none."""
    stop = min(end, start + _REACH)
    at = next((i for i in range(start + 1, stop) if row.lows[i] == "có"), 0)
    return at if at and not _THERE.isdisjoint(row.lows[start:at]) else 0


def _last_before(gatherings: list[Draft], number: int, start: int) -> Draft | None:
    before = [draft for draft in gatherings if (draft.row, draft.at) < (number, start)]
    return before[-1] if before and number - before[-1].row <= _NEAR else None
