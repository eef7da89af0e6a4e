"""Events with a name of their own: `Hội nghị …`, `lễ khánh thành …`, `kỷ niệm 50 năm …`."""

from articles.text import event_bodies, event_nouns
from articles.text.event_drafts import Draft, Told
from articles.text.event_lexicon import HOLD, REFER, to_come
from articles.text.event_names import noun_phrase
from articles.text.event_places import place_in
from articles.text.event_references import date_back, point_back
from articles.text.sentences import Sentence, date_for, first_clause, said, year_after
from articles.text.tokens import Row

_ANAPHORS = frozenset(("conference", "dialogue", "consultation", "ceremony", "talks", "meeting"))
_BETWEEN_STATES = frozenset(("dialogue", "talks", "consultation"))
_ENOUGH = 4
_HELD = frozenset(("conference", "signing", "ceremony"))
"""Kinds that are told of without a name, by who holds them."""


def named(sentence: Sentence, at: int, end: int, kind: str, told: Told) -> Draft | None:
    """`Hội nghị …`, `lễ khánh thành …`: something with a name; None for a bare word, which may point back."""
    row = sentence.row
    capital = row.words[at].capital
    before = row.lows[at - 1] if at > sentence.start else ""
    name, stop = noun_phrase(row, at, end, sentence.end, kind)
    if kind == "ceremony" and (draft := event_nouns.opened(sentence, at, end)):
        return draft
    if not name:
        known = told.last(kind)
        if kind in _ANAPHORS:
            point_back(sentence, at, end, kind, told)
        elif kind == "other":
            date_back(sentence, at, end, kind, told)
        if kind in _BETWEEN_STATES and known is None:
            return event_nouns.between_states(sentence, at, end, kind)
        holds = kind in _HELD and (kind != "ceremony" or end - at > 2)
        return event_bodies.held(sentence, at, end, kind) if known is None and holds else None
    if before in REFER and before not in ("tại", "cuộc", "buổi"):
        return None
    when = date_for(sentence, at, stop)
    held = any(
        HOLD.match(row, i)
        for i in range(max(sentence.start, at - 14), at)
        if row.lows[i] in HOLD.first and row.lows[i - 1] != "ban"  # `Trưởng ban | tổ chức lễ hội`
    )
    held = held or (before == "có" and kind == "ceremony") or twin(sentence, at, told)
    behind = _behind_bracket(row, stop, sentence.end)
    reach = min(sentence.end, behind + (14 if behind < sentence.end and row.lows[behind] == "do" else 4))
    after = any(HOLD.match(row, i) for i in range(behind, reach) if row.lows[i] in HOLD.first)
    when = when or year_after(sentence, stop)
    attached = when is not None and 0 <= when.start - stop <= 6
    day = when is not None and when.precision in ("day", "range") and not when.bound
    dated = day or (kind == "conference" and when is not None and when.precision == "month")
    session = row.lows[at] == "họp"
    hosted = any(p.end == at and p.person for p in sentence.parties)
    held = held or (hosted and (session or row.lows[at] == "chiêu"))
    held = held or (session and event_bodies.holder(sentence, at)[0] >= 0)
    capital = capital or row.words[end].text in '“"‘' or row.words[at - 1].text in ":|"
    told_of = held or after or (session and before in ("buổi", "cuộc") and row.lows[end] in ("trước", "sau"))
    told_of = told_of and kind != "other" and (kind != "talks" or row.lows[end] == "giữa")
    proper = told_of and (
        ((row.kind == "title" or (hosted and session)) and held)
        or any(row.words[i].capital or row.words[i].upper for i in range(end, stop))
    )
    if not capital and kind != "anniversary" and not (dated and (held or after or attached)) and not proper:
        return None
    if kind == "anniversary":
        attached = attached and when is not None and row.words[stop].text != ","
        when = when if attached or held_here(sentence, at) else None
    if kind == "anniversary" and not (any(row.words[i].number > 0 for i in range(at, stop)) or held):
        return None
    if kind == "other" and row.lows[at] == "tuần" and not (capital and row.words[end].capital):
        return None
    future = to_come(row, sentence.start, min(sentence.end, stop + 4))
    talk = when is not None and when.end <= at and said(row, when.end, at)
    place = "" if sentence.online() else place_in(row, sentence.start, first_clause(sentence, stop), at, stop)
    people = [p.person for p in sentence.parties if p.person and p.end <= at and not said(row, p.end, at)]
    if not held:
        people = []
    sure = day and not future and not talk and (attached or after or held) and kind != "anniversary"
    sure = sure and (bool(people) or _says_which(row, end, stop))
    begin = min(at, when.start if when else at)
    last = max(stop, when.end if when and when.end - stop < 20 else stop)
    return Draft(
        kind, name, True, sentence.number, at, when, place, list(dict.fromkeys(people)), sure,
        "a named event with its day" if sure else "a named event", span=row.span(begin, last),
        ordinal=_ordinal(row, at, stop),
    )  # fmt: skip


def _says_which(row: Row, end: int, stop: int) -> bool:
    """The words behind the event word say which one it is: `Lễ đón đoàn`, `Hội chợ khoa học` do not."""
    proper = any(word.capital or word.upper or word.number >= 0 for word in row.words[end:stop])
    return proper or stop - end >= _ENOUGH or row.lows[end] == "về"


def _behind_bracket(row: Row, at: int, stop: int) -> int:
    """Behind a bracket that opens at token `at`: `Đại hội … lần thứ IV (nhiệm kỳ 2017 - 2022) | diễn ra`."""
    if at >= stop or row.words[at].text != "(":
        return at
    return next((i + 1 for i in range(at, min(stop, at + 12)) if row.words[i].text == ")"), at)


def held_here(sentence: Sentence, at: int) -> bool:
    """`tổ chức | lễ kỷ niệm`: it is held, and not only an occasion."""
    return sentence.row.lows[max(sentence.start, at - 2) : at] == ["tổ", "chức"]


def twin(sentence: Sentence, at: int, told: Told) -> bool:
    """`lễ kỷ niệm … và | lễ trao giải …`: held together with the event before it in the sentence."""
    row, last = sentence.row, told.drafts[-1] if told.drafts else None
    joined = at > sentence.start and row.lows[at - 1] == "và"
    if (
        not joined
        or last is None
        or not last.named
        or last.row != sentence.number
        or last.at < sentence.start
    ):
        return False
    return last.when is not None and not said(row, last.at, at)


def _ordinal(row: Row, start: int, stop: int) -> str:
    for i in range(start, stop - 1):
        if row.lows[i] == "lần":
            return row.lows[i + 2] if row.lows[i + 1] == "thứ" and i + 2 < stop else row.lows[i + 1]
    return ""
