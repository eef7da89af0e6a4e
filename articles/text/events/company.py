"""Who else is there: `Cùng tiếp có A`, `Tham dự lễ ký có A và B`, `Lễ ký diễn ra dưới sự chứng kiến của A`, `Phát biểu
khai mạc, A nói`, in a sentence of its own below the event."""

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
_GATHERING = frozenset(("lễ", "buổi", "cuộc", "phiên", "hội"))
_UNDER, _PARTS = frozenset(("dưới", "với", "trước")), frozenset(("chứng", "chủ", "tham", "có"))
"""`dưới sự chứng kiến`, `với sự tham dự`, `dưới sự chủ trì`, `với sự có mặt`."""
_SPEAKER = 14
_NEAR = 3
"""Rows between an event and those who were there."""
_KINDS = frozenset(
    ("meeting", "talks", "ceremony", "signing", "conference", "dialogue", "consultation", "anniversary")
)
"""Kinds of events at which others are."""


def join_company(told: Told, story: tuple[Row, ...], mentions: list[tuple[Span, str]]) -> None:
    """Give the event told of last before such a sentence those whom it names."""
    gatherings = [draft for draft in told.drafts if draft.kind in _KINDS and _reported(draft)]
    if not gatherings:
        return
    for number, row in enumerate(story):
        if row.kind != "body" or number < gatherings[0].row:
            continue
        start = 0
        for end in row.sentence_ends():
            there, most = _there(row, start, end)
            held = _meant(told, gatherings, row, number, start) if there else None
            if held is not None:
                named = [p for p in parties(row, there, end, mentions) if not sends(row, p, end)]
                held.join([p.label for p in named if p.start - there <= most][: 1 if most < end else None])
            start = end


def _reported(draft: Draft) -> bool:
    """It is what the story is about, and no occasion of it: `nhân kỷ niệm 70 năm …`."""
    told_of = draft.people or draft.sure or draft.from_title or draft.when is not None
    return bool(told_of) and not draft.passing


def _there(row: Row, start: int, end: int) -> tuple[int, int]:
    """Behind which token they are named who were there, 0 for none, and how far behind: all of a list, but of those who
    speak the first."""
    stop = min(end, start + _REACH)
    if row.lows[start] == "phát" and row.lows[start + 1 : start + 2] == ["biểu"]:
        comma = next((i for i in range(start + 2, stop) if row.words[i].text == ","), 0)
        return (0 if "tại" in row.lows[start:comma] else comma), _SPEAKER  # `tại hội nghị` says where
    if row.lows[start] in _GATHERING:
        under = (i for i in range(start + 1, min(stop, end - 2)) if row.lows[i + 1] == "sự")
        at = next((i for i in under if row.lows[i] in _UNDER and row.lows[i + 2] in _PARTS), 0)
        return at, end
    if row.lows[start] not in _OPENS:
        return 0, end
    at = next((i for i in range(start + 1, stop) if row.lows[i] == "có"), 0)
    return (at if at and not _THERE.isdisjoint(row.lows[start:at]) else 0), end


def _meant(told: Told, gatherings: list[Draft], row: Row, number: int, start: int) -> Draft | None:
    """The gathering told of last; one with a name of its own where the words are not those of meeting somebody."""
    main = told.main
    if row.lows[start : start + 2] != ["cùng", "tiếp"] and main is not None and main in gatherings:
        return main if (main.row, main.at) < (number, start) else None
    before = [draft for draft in gatherings if (draft.row, draft.at) < (number, start)]
    return before[-1] if before and number - before[-1].row <= _NEAR else None
