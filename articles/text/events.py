"""What a story reports as happening: talks, visits, meetings, conferences, ceremonies, with day, place and
people.

Each sentence is searched for the words of the lexicon; a verb needs somebody who does it, a noun needs a name
of its own. `sure` is kept for events that the story reports and dates to the day.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from articles.text import event_bodies, event_nouns
from articles.text.dates import DateAt, dates_of
from articles.text.event_drafts import Draft, Told, finish, merge
from articles.text.event_lexicon import FIRST_WORDS, HOLD, KINDS, ONLINE, REFER, to_come
from articles.text.event_names import noun_phrase
from articles.text.event_places import place_in
from articles.text.event_verbs import told_by_verb
from articles.text.offices import Offices
from articles.text.sentences import (
    Sentence,
    date_for,
    parties,
    pronouns,
    said,
    year_after,
)
from articles.text.tokens import Row, rows
from articles.text.types import FoundEvent, FoundPerson, Span, Structure

_ANAPHORS = frozenset(("conference", "dialogue", "consultation", "ceremony", "talks", "meeting"))
_HELD = frozenset(("conference", "signing", "ceremony"))
"""Kinds that are told of without a name, by who holds them."""
_OPENED = (("conference", False), ("dialogue", False))
"""What `khai mạc` and `bế mạc` open and close."""
_MADE_NOUNS = frozenset(("sự", "nơi", "điểm"))
"""Before a verb: `sự đón tiếp của A` says who received nobody."""
_PAPERS = frozenset(("báo", "chí", "san"))
"""`báo`, `tạp chí`, `chuyên san`: what follows is the name of a paper."""
_OCCASION = frozenset(("dịp", "nhân", "lề", "khổ"))


def find_events(text: str, structure: Structure, people: tuple[FoundPerson, ...]) -> tuple[FoundEvent, ...]:
    """The events of a story in reading order. `people` are those found in the same text; offsets are of
    `text`."""
    story = rows(text, structure)
    dates = dates_of(story, structure)
    mentions = sorted((span, p.name) for p in people for span in p.spans)
    told = Told()
    offices = Offices(people)
    by_row: dict[int, list[DateAt]] = {}
    for when in dates:
        by_row.setdefault(when.row, []).append(when)
    for number, row in enumerate(story):
        triggers = [i for i, low in enumerate(row.lows) if low in FIRST_WORDS]
        if not triggers:
            continue
        row_dates = by_row.get(number, [])
        first_tokens = [when.start for when in row_dates]
        start = 0
        for end in row.sentence_ends():
            inside = triggers[bisect_left(triggers, start) : bisect_left(triggers, end)]
            if inside:
                named = parties(row, start, end, mentions)
                told_of = pronouns(story, number, start, end, mentions)
                notes = _overlapping(structure.notes, row.span(start, end))
                sentence = Sentence(
                    row,
                    number,
                    start,
                    end,
                    named + told_of if told_of else named,
                    row_dates[bisect_left(first_tokens, start) : bisect_left(first_tokens, end)],
                    offices,
                )
                _read(sentence, inside, notes, told)
            start = end
    events = tuple(finish(draft) for draft in merge(told.drafts))
    today = structure.published or max((when.edtf for when in dates if when.edtf[0] != "X"), default="")
    return tuple(replace(event, sure=event.sure and not _past(event, today)) for event in events)


def _overlapping(spans: Sequence[Span], part: Span) -> Sequence[Span]:
    """Those of `spans`, which are in order, that overlap `part`."""
    first = bisect_left(spans, part.start, key=lambda span: span.end)
    return spans[first : bisect_left(spans, part.end, key=lambda span: span.start)]


def _past(event: FoundEvent, today: str) -> bool:
    """What lies two years and more before the page's date, or the last that it names, is history recalled."""
    if not today or event.date is None or not event.date[:4].isdigit():
        return False
    return int(today[:4]) - int(event.date[:4]) > 1


def _read(sentence: Sentence, triggers: list[int], notes: Sequence[Span], told: Told) -> None:
    row = sentence.row
    skip = -1
    first = True
    doers: list[str] = []
    for at in triggers:
        if at < skip:
            continue
        found = KINDS.match(row, at)
        if found is None:
            continue
        end, (kind, verb) = found
        opens = row.lows[at] in ("khai", "bế") and end < row.size
        if opens and (inner := KINDS.match(row, end)) and inner[1] in _OPENED:
            continue  # `Khai mạc | Hội nghị …`: the conference is told of
        if kind == "none":
            skip = end
            continue
        if any(note.start <= row.starts[at] < note.end for note in notes):
            continue
        if end == at + 1 and at > sentence.start and row.words[at].capital and row.words[at - 1].capital:
            continue  # `xã Phục Lễ`: a part of a name
        if at > sentence.start and row.lows[at - 1] in _MADE_NOUNS:
            skip = end
            continue
        if at and row.lows[at - 1] + " " + row.lows[at] in (
            "xúc tiến",
            "trực tiếp",
            "gián tiếp",
            "thư ký",
            "chữ ký",
        ):
            continue
        if not verb and row.words[at].capital and at > sentence.start and row.lows[at - 1] in _PAPERS:
            skip = end
            continue  # `báo | Diễn đàn Lam Trà`
        draft = told_by_verb(sentence, at, end, kind) if verb else _noun(sentence, at, end, kind, told)
        if draft is None and kind == "visit" and at > sentence.start and row.lows[at - 1] == "chuyến":
            _date_back(sentence, at, end, kind, told)
        gathering = kind == "meeting" and row.lows[at - 1 : end] == ["chức", "gặp", "mặt"]
        if draft is None and verb and (kind in ("consultation", "talks") or gathering):
            draft = _noun(sentence, at, end, kind, told)
        if draft is None:
            continue
        occasion = (kind == "anniversary" and not _held_here(sentence, at)) or bool(
            _OCCASION.intersection(row.lows[max(sentence.start, at - 2) : at])
        )
        earlier = draft.when is not None and draft.when.end <= at
        late = not first and not _twin(sentence, at, told)
        if draft.when is not None and earlier and (occasion or (late and at - draft.when.end > 4)):
            # A date that opens the sentence is that of its first event, and not of an occasion; so is a place.
            draft.when, draft.sure = None, False
            draft.span = Span(row.starts[at], draft.span.end)
        if (occasion or late) and draft.place and draft.place == place_in(row, sentence.start, at, at, at):
            draft.place = ""
        if draft.named and draft.people and doers:
            draft.people = list(doers)
        doers = doers or draft.doers
        first = first and occasion
        draft.from_title = row.kind in ("title", "dek")
        if row.kind == "caption":
            draft.sure = False
        told.add(draft)
        skip = max(skip, bisect_left(row.starts, draft.span.end)) if draft.named else max(skip, end)


def _noun(sentence: Sentence, at: int, end: int, kind: str, told: Told) -> Draft | None:
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
            _point_back(sentence, at, end, kind, told)
        elif kind == "other":
            _date_back(sentence, at, end, kind, told)
        holds = kind in _HELD and (kind != "ceremony" or end - at > 2)
        return event_bodies.held(sentence, at, end, kind) if known is None and holds else None
    if before in REFER and before not in ("tại", "cuộc", "buổi"):
        return None
    when = date_for(sentence, at, stop)
    held = any(
        HOLD.match(row, i) for i in range(max(sentence.start, at - 14), at) if row.lows[i] in HOLD.first
    )
    held = held or (before == "có" and kind == "ceremony") or _twin(sentence, at, told)
    reach = min(sentence.end, stop + (14 if stop < sentence.end and row.lows[stop] == "do" else 4))
    after = any(HOLD.match(row, i) for i in range(stop, reach) if row.lows[i] in HOLD.first)
    when = when or year_after(sentence, stop)
    attached = when is not None and 0 <= when.start - stop <= 6
    day = when is not None and when.precision in ("day", "range") and not when.bound
    dated = day or (kind == "conference" and when is not None and when.precision == "month")
    held = held or (row.lows[at] == "chiêu" and any(p.end == at and p.person for p in sentence.parties))
    session = row.lows[at] == "họp"
    held = held or (session and event_bodies.holder(sentence, at)[0] >= 0)
    capital = capital or row.words[end].text in '“"‘' or row.words[at - 1].text in ":|"
    told_of = held or after or (session and before in ("buổi", "cuộc") and row.lows[end] in ("trước", "sau"))
    told_of = told_of and kind != "other" and (kind != "talks" or row.lows[end] == "giữa")
    proper = told_of and (
        (row.kind == "title" and held)
        or any(row.words[i].capital or row.words[i].upper for i in range(end, stop))
    )
    if not capital and kind != "anniversary" and not (dated and (held or after or attached)) and not proper:
        return None
    if kind == "anniversary":
        attached = attached and when is not None and row.words[stop].text != ","
        when = when if attached or _held_here(sentence, at) else None
    if kind == "anniversary" and not (any(row.words[i].number > 0 for i in range(at, stop)) or held):
        return None
    if kind == "other" and row.lows[at] == "tuần" and not (capital and row.words[end].capital):
        return None
    future = to_come(row, sentence.start, min(sentence.end, stop + 4))
    talk = when is not None and when.end <= at and said(row, when.end, at)
    online = any(
        row.lows[i] in ONLINE.first and ONLINE.match(row, i) for i in range(sentence.start, sentence.end)
    )
    place = "" if online else place_in(row, sentence.start, sentence.end, at, stop)
    people = [p.person for p in sentence.parties if p.person and p.end <= at and not said(row, p.end, at)]
    if not held:
        people = []
    sure = day and not future and not talk and (attached or after or held) and kind != "anniversary"
    begin = min(at, when.start if when else at)
    last = max(stop, when.end if when and when.end - stop < 20 else stop)
    return Draft(
        kind, name, True, sentence.number, at, when, place, list(dict.fromkeys(people)), sure,
        "a named event with its day" if sure else "a named event", span=row.span(begin, last),
        ordinal=_ordinal(row, at, stop),
    )  # fmt: skip


def _held_here(sentence: Sentence, at: int) -> bool:
    """`tổ chức | lễ kỷ niệm`: it is held, and not only an occasion."""
    return sentence.row.lows[max(sentence.start, at - 2) : at] == ["tổ", "chức"]


def _twin(sentence: Sentence, at: int, told: Told) -> bool:
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


def _date_back(sentence: Sentence, at: int, end: int, kind: str, told: Told) -> None:
    """`Chuyến thăm diễn ra từ ngày 3 đến 5/8`, `hội thảo do Sở Y tế tổ chức sáng 12-10`: the day of the last
    event of that kind, if it has none yet."""
    row = sentence.row
    last = told.last(kind)
    if last is None or last.when is not None or not (last.named or kind == "visit"):
        return
    when = date_for(sentence, at, end)
    if when is None:
        return
    # The title's conference may be told of again as `Sáng 12/1, Tỉnh ủy tổ chức hội nghị`.
    between = (
        range(end, when.start)
        if when.start >= end or not last.from_title
        else range(max(when.end, at - 4), at)
    )
    if not any(HOLD.match(row, i) for i in between if row.lows[i] in HOLD.first):
        return
    last.when = when
    last.sure = when.precision in ("day", "range") and not when.bound and not said(row, end, when.start)
    told.look_again(last)


def _point_back(sentence: Sentence, at: int, end: int, kind: str, told: Told) -> None:
    """`… tham dự Đối thoại`, `Phát biểu tại Hội nghị, A …`: those people took part in the last named event;
    `hội thảo do Sở Y tế tổ chức sáng 12-10`: that was its day."""
    row = sentence.row
    _date_back(sentence, at, end, kind, told)
    main = told.main
    if main is None or sentence.number < main.row:
        return
    window = range(max(sentence.start, at - 3), at)
    attends = any(row.lows[i] in ("dự", "trì") for i in window)
    speaks = any(row.lows[i] == "tại" for i in window) and at - sentence.start <= 8
    if attends:
        people = [p.person for p in sentence.parties if p.end <= at and p.person]
    elif speaks:
        people = [p.person for p in sentence.parties if at < p.start <= at + 14 and p.person][:1]
    else:
        return
    main.join(people)
