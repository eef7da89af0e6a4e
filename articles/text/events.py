"""What a story reports as happening: talks, visits, meetings, conferences, ceremonies, with day, place and people.

Each sentence is searched for the words of the lexicon; a verb needs somebody who does it, a noun needs a name of
its own. `sure` is kept for events that the story reports and dates to the day.
"""

from bisect import bisect_left
from dataclasses import dataclass, field

from articles.text.dates import DateAt, dates_of
from articles.text.event_names import compose, noun_phrase, place_after, place_in
from articles.text.event_lexicon import FIRST_WORDS, FUTURE, HOLD, KINDS, ONLINE, REFER, SAY
from articles.text.fold import words as fold_words
from articles.text.names import PLACES, country_at
from articles.text.roles import HEAD_WORDS, role_at
from articles.text.tokens import Row, rows
from articles.text.types import FoundEvent, FoundPerson, Span, Structure

_ANAPHORS = frozenset(("conference", "dialogue", "consultation", "ceremony", "talks", "meeting"))
_EXCHANGES = frozenset(("talks", "phone_call", "consultation"))
_NEEDS_OBJECT = frozenset(("meeting", "phone_call", "visit", "signing"))
_LONGEST_GAP = 45
_LISTS = frozenset(("và", "cùng", "với", ",", ";"))
_ACTS = frozenset("đã đang sẽ sang viếng thăm tới đến để dẫn làm do khi chia nhân theo sau trước gặp tiếp".split())
_OCCASION = frozenset(("dịp", "nhân", "lề", "khổ"))


@dataclass(slots=True)
class Draft:
    """An event as one sentence tells it."""

    kind: str
    name: str
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
    span: Span = Span(0, 0)
    ordinal: str = ""
    spans: list[Span] = field(default_factory=list)
    doers: list[str] = field(default_factory=list)
    """Those of `people` who are the subject of the sentence."""


@dataclass(slots=True)
class Party:
    """Somebody in a sentence: a person found, or an office without a name (person is None)."""

    start: int
    end: int
    label: str
    person: str | None


class Sentence:
    """One sentence of a row with the people, dates and event words in it."""

    __slots__ = ("dates", "end", "number", "parties", "row", "start")

    def __init__(
        self, row: Row, number: int, start: int, end: int, parties: list[Party], dates: list[DateAt]
    ) -> None:
        self.row, self.number, self.start, self.end = row, number, start, end
        self.parties, self.dates = parties, dates


def find_events(text: str, structure: Structure, people: tuple[FoundPerson, ...]) -> tuple[FoundEvent, ...]:
    """The events of a story in reading order. `people` are those found in the same text; offsets are of `text`."""
    story = rows(text, structure)
    dates = dates_of(story, structure)
    mentions = sorted((span, p.name) for p in people for span in p.spans)
    drafts: list[Draft] = []
    for number, row in enumerate(story):
        triggers = [i for i, low in enumerate(row.lows) if low in FIRST_WORDS]
        if not triggers:
            continue
        row_dates = [d for d in dates if d.row == number]
        start = 0
        for end in row.sentence_ends():
            inside = [i for i in triggers if start <= i < end]
            if inside:
                sentence = Sentence(
                    row,
                    number,
                    start,
                    end,
                    _parties(row, start, end, mentions),
                    [d for d in row_dates if start <= d.start < end],
                )
                _read(sentence, inside, structure, drafts)
            start = end
    return tuple(_finish(draft) for draft in _merge(drafts))


def _parties(row: Row, start: int, end: int, mentions: list[tuple[Span, str]]) -> list[Party]:
    """People and unnamed offices of a sentence, in order."""
    first, last = row.starts[start], row.end(end - 1)
    found: list[Party] = []
    at = bisect_left(mentions, (Span(first, 0), ""))
    while at < len(mentions) and mentions[at][0].start < last:
        span, name = mentions[at]
        begin = bisect_left(row.starts, span.start, start, end)
        stop = bisect_left(row.starts, span.end, begin, end)
        if begin < end and row.starts[begin] == span.start:
            found.append(Party(begin, max(stop, begin + 1), name, name))
        at += 1
    return found


def _read(sentence: Sentence, triggers: list[int], structure: Structure, drafts: list[Draft]) -> None:
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
        if kind == "none":
            skip = end
            continue
        if any(note.start <= row.starts[at] < note.end for note in structure.notes):
            continue
        if at and row.lows[at - 1] + " " + row.lows[at] in ("xúc tiến", "trực tiếp", "gián tiếp", "thư ký", "chữ ký"):
            continue
        draft = _verb(sentence, at, end, kind) if verb else _noun(sentence, at, end, kind, drafts)
        if draft is None and verb and kind in ("consultation", "talks"):
            draft = _noun(sentence, at, end, kind, drafts)
        if draft is None:
            continue
        occasion = kind == "anniversary" or bool(_OCCASION.intersection(row.lows[max(sentence.start, at - 2) : at]))
        if draft.when is not None and draft.when.end <= at and (not first or occasion):
            # A date that opens the sentence is that of its first event, and not of an occasion.
            if at - draft.when.end > 4 or occasion:
                draft.when, draft.sure = None, False
                draft.span = Span(row.starts[at], draft.span.end)
        if draft.named and draft.people and doers:
            draft.people = list(doers)
        doers = doers or draft.doers
        first = first and occasion
        draft.from_title = row.kind in ("title", "dek")
        if row.kind == "caption":
            draft.sure = False
        drafts.append(draft)
        skip = max(skip, bisect_left(row.starts, draft.span.end)) if draft.named else max(skip, end)


def _said(row: Row, start: int, end: int) -> bool:
    return any(SAY.match(row, i) for i in range(start, end) if row.lows[i] in SAY.first)


def _verb(sentence: Sentence, at: int, end: int, kind: str) -> Draft | None:
    """`A (đã) hội đàm với B`, or `Tiếp B, A …`: what somebody does; None where nobody here does it."""
    row = sentence.row
    before = row.lows[at - 1] if at > sentence.start else ""
    if before in ("chuyến", "lời", "các", "những", "lễ"):
        return None
    noun_use = before in ("cuộc", "buổi")
    if noun_use:
        carrier = row.lows[at - 2] if at - 2 >= sentence.start else ""
        if carrier not in ("có", "tiến", "hành", "chủ", "trì", "dự", "tổ", "chức", "ra"):
            return None
    subjects, objects = _around(sentence, at, end)
    fronted = False
    if not subjects and at - sentence.start <= 2 and objects:
        objects = [p for p in objects if not _comma_between(row, objects[0], p)]
        later = [p for p in sentence.parties if p.start > objects[-1].end and _comma_between(row, objects[-1], p)]
        if not later:
            return None
        subjects, fronted = later[:1], True
    if not subjects:
        return None
    target = ""
    place = ""
    if kind == "visit":
        target, stop = place_after(row, end, sentence.end)
        if not target:
            return None
        place = target
        objects = []
    elif kind in _NEEDS_OBJECT or kind == "talks":
        if not objects and kind != "phone_call":
            office = _office_after(row, end, sentence.end)
            if office is None:
                return None
            objects = [office]
        stop = objects[-1].end if objects else end
    else:
        stop = end
    phrase = ""
    if kind in ("consultation", "signing"):
        phrase, stop = noun_phrase(row, at, end, sentence.end, kind)
        if kind == "signing" and not phrase:
            return None
    when = _date_for(sentence, at, stop)
    parties = subjects + [p for p in objects if p.label not in {s.label for s in subjects}]
    names = [p.person for p in parties if p.person]
    online = any(row.lows[i] in ONLINE.first and ONLINE.match(row, i) for i in range(sentence.start, sentence.end))
    if kind != "visit" and not online:
        place = place_in(row, sentence.start, sentence.end, at, stop)
    name = phrase or compose(kind, row, at, end, subjects, objects, target)
    if not name:
        return None
    future = any(FUTURE.match(row, i) for i in range(max(sentence.start, at - 6), at) if row.lows[i] in FUTURE.first)
    begin = min(subjects[0].start, at, when.start if when else at)
    last = max(stop, objects[-1].end if objects else stop, when.end if when else stop, subjects[-1].end)
    sure = when is not None and when.precision in ("day", "range") and not when.bound and not future
    return Draft(
        kind, name, bool(phrase), sentence.number, at, when, place, list(dict.fromkeys(names)),
        sure and not fronted and bool(names), "somebody does it on a day" if sure else "somebody does it",
        span=row.span(begin, last), doers=[p.person for p in subjects if p.person],
    )  # fmt: skip


def _comma_between(row: Row, first: Party, second: Party) -> bool:
    return any(row.words[i].text == "," for i in range(first.end, second.start))


def _around(sentence: Sentence, at: int, end: int) -> tuple[list[Party], list[Party]]:
    """Who stands before the verb as its subject, and who after it as its object."""
    row = sentence.row
    subjects: list[Party] = []
    limit = at
    for party in reversed([p for p in sentence.parties if p.end <= at]):
        if limit - party.end > _LONGEST_GAP or _said(row, party.end, limit):
            break
        if subjects and any(row.words[i].text in ";:" for i in range(party.end, limit)):
            break
        if subjects and not _joined(row, party, subjects[0]):
            break
        if _invites(sentence, party):
            break
        subjects.insert(0, party)
        limit = party.start
    objects: list[Party] = []
    edge = end
    for party in (p for p in sentence.parties if p.start >= end):
        between = range(edge, party.start)
        if any(row.words[i].text in ";:." and not row.glued(i) for i in between) or _said(row, edge, party.start):
            break
        if any(row.lows[i] in ("theo", "nhân", "đồng", "nhằm", "về", "trong") for i in between) and party.start - edge > 3:
            break
        if objects and not _joined(row, objects[-1], party):
            break
        if not objects and party.start - end > 30:
            break
        objects.append(party)
        edge = party.end
    return subjects, objects


def _invites(sentence: Sentence, party: Party) -> bool:
    """`Nhận lời mời của A, B đã thăm …`, `mời A thăm …`: A is the first named after the inviting."""
    others = {other.start for other in sentence.parties}
    for i in range(party.start - 1, max(sentence.start, party.start - 25) - 1, -1):
        if sentence.row.lows[i] == "mời":
            return True
        if i in others:
            return False
    return False


def _joined(row: Row, first: Party, second: Party) -> bool:
    """Two people on one list: `A, …, và B`, `A cùng B`."""
    between = row.lows[first.end : second.start]
    return len(between) <= 25 and bool(_LISTS.intersection(between)) and not _ACTS.intersection(between)


def _office_after(row: Row, start: int, stop: int) -> Party | None:
    """An office without a name just after a verb: `tiếp Thứ trưởng Ngoại giao …`."""
    at = start
    while at < stop and row.lows[at] in ("với", "và", "làm", "việc", "xã", "giao", "đoàn", "ngài", "song", "phương"):
        at += 1
    if at < stop and row.lows[at] in HEAD_WORDS:
        role = role_at(row, at)
        if role is not None and role.name is None and not role.bare and role.kind == "office":
            return Party(role.start, role.end, row.slice(role.start, role.end), None)
    return None


def _noun(sentence: Sentence, at: int, end: int, kind: str, drafts: list[Draft]) -> Draft | None:
    """`Hội nghị …`, `lễ khánh thành …`: something with a name; None for a bare word, which may point back."""
    row = sentence.row
    capital = row.words[at].capital
    before = row.lows[at - 1] if at > sentence.start else ""
    name, stop = noun_phrase(row, at, end, sentence.end, kind)
    if not name:
        if kind in _ANAPHORS:
            _point_back(sentence, at, drafts)
        return None
    if before in REFER and before not in ("tại", "cuộc", "buổi"):
        return None
    when = _date_for(sentence, at, stop)
    held = any(HOLD.match(row, i) for i in range(max(sentence.start, at - 14), at) if row.lows[i] in HOLD.first)
    reach = min(sentence.end, stop + (14 if stop < sentence.end and row.lows[stop] == "do" else 4))
    after = any(HOLD.match(row, i) for i in range(stop, reach) if row.lows[i] in HOLD.first)
    when = when or _year_after(sentence, stop)
    attached = when is not None and 0 <= when.start - stop <= 6
    day = when is not None and when.precision in ("day", "range") and not when.bound
    if not capital and kind != "anniversary" and not (day and (held or after or attached)):
        return None
    if kind == "anniversary":
        attached = attached and when is not None and row.words[stop].text != ","
        when = when if attached else None
    if kind == "anniversary" and not (any(row.words[i].number > 0 for i in range(at, stop)) or held):
        return None
    if kind == "other" and row.lows[at] == "tuần" and not (capital and row.words[end].capital):
        return None
    future = any(FUTURE.match(row, i) for i in range(sentence.start, stop) if row.lows[i] in FUTURE.first)
    said = when is not None and when.end <= at and _said(row, when.end, at)
    online = any(row.lows[i] in ONLINE.first and ONLINE.match(row, i) for i in range(sentence.start, sentence.end))
    place = "" if online else place_in(row, sentence.start, sentence.end, at, stop)
    people = [p.person for p in sentence.parties if p.person and p.end <= at and not _said(row, p.end, at)]
    if not held:
        people = []
    sure = day and not future and (attached or after or (held and not said)) and kind != "anniversary"
    begin = min(at, when.start if when else at)
    last = max(stop, when.end if when and when.end - stop < 20 else stop)
    return Draft(
        kind, name, True, sentence.number, at, when, place, list(dict.fromkeys(people)), sure,
        "a named event with its day" if sure else "a named event", span=row.span(begin, last),
        ordinal=_ordinal(row, at, stop),
    )  # fmt: skip


def _ordinal(row: Row, start: int, stop: int) -> str:
    for i in range(start, stop - 1):
        if row.lows[i] == "lần":
            return row.lows[i + 2] if row.lows[i + 1] == "thứ" and i + 2 < stop else row.lows[i + 1]
    return ""


def _point_back(sentence: Sentence, at: int, drafts: list[Draft]) -> None:
    """`… tham dự Đối thoại`, `Phát biểu tại Hội nghị, A …`: those people took part in the last named event."""
    row = sentence.row
    main = next((d for d in drafts if d.named and d.sure), None)
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
    main.people += [name for name in people if name not in main.people]


def _date_for(sentence: Sentence, at: int, stop: int) -> DateAt | None:
    """The date of an event whose words run from `at` to `stop`: the one just after it, or the last before it."""
    row = sentence.row
    for when in sentence.dates:
        if when.start >= stop and when.start - stop <= 25:
            between = range(stop, when.start)
            if any(row.words[i].text in ";:" for i in between) or _said(row, stop, when.start):
                break
            if sum(row.words[i].text == "," for i in between) <= 2 and not when.bound:
                earlier = [d for d in sentence.dates if d.end <= at and not d.bound]
                if earlier and when.start - stop > 6:
                    break
                return when
            break
    earlier = [d for d in sentence.dates if d.end <= at and not d.bound]
    days = [d for d in earlier if d.precision != "month"]
    if (days or earlier) and not any(row.words[i].text == ";" for i in range((days or earlier)[-1].end, at)):
        return (days or earlier)[-1]
    return None


def _year_after(sentence: Sentence, at: int) -> DateAt | None:
    """`Hội nghị … trong năm 2021`: as much as is known of the time."""
    row = sentence.row
    if at < sentence.end and row.lows[at] in ("trong", "vào"):
        at += 1
    if at + 1 < sentence.end and row.lows[at] == "năm" and 1900 < row.words[at + 1].number < 2100:
        span = row.span(at, at + 2)
        return DateAt(sentence.number, at, at + 2, row.words[at + 1].text, "year", False, (span,))
    return None


def _merge(drafts: list[Draft]) -> list[Draft]:
    kept: list[Draft] = []
    for draft in drafts:
        other = next((d for d in kept if _same(d, draft)), None)
        if other is None:
            draft.spans.append(draft.span)
            kept.append(draft)
            continue
        _absorb(other, draft)
    return kept


def _same(a: Draft, b: Draft) -> bool:
    if a.kind != b.kind:
        return False
    if a.when and b.when and a.when.edtf != b.when.edtf and not _inside(a.when.edtf, b.when.edtf):
        return False
    if a.named and b.named:
        if a.ordinal and b.ordinal and a.ordinal != b.ordinal:
            return False
        one, two = set(fold_words(a.name)), set(fold_words(b.name))
        return one <= two or two <= one
    if a.named != b.named and a.kind not in _EXCHANGES:
        return False
    shared = set(a.people) & set(b.people)
    if a.kind == "visit" and a.place and b.place and a.place != b.place:
        return False
    return bool(shared) and (shared == set(a.people) or shared == set(b.people))


def _inside(one: str, two: str) -> bool:
    return one[:7] == two or two[:7] == one


def _absorb(held: Draft, more: Draft) -> None:
    """Keep the surer telling's day and place, the title's or the numbered name, and everybody."""
    if (more.ordinal, more.from_title) > (held.ordinal, held.from_title) or (
        more.named and not held.named
    ):
        better_ordinal = bool(more.ordinal) and not held.ordinal
        if better_ordinal or not held.from_title:
            held.name, held.named, held.ordinal = more.name, more.named, more.ordinal
    elif held.named and more.named and not held.from_title and not held.ordinal and len(more.name) > len(held.name):
        held.name = more.name
    if not held.named and not more.named and len(set(more.people) - set(held.people)):
        held.name = more.name
    if more.when and (held.when is None or (more.sure and not held.sure)):
        held.when = more.when
    if more.sure and not held.sure:
        held.sure, held.reason = True, more.reason
    if not held.place:
        held.place = more.place
    held.people += [name for name in more.people if name not in held.people]
    held.spans.append(more.span)


def _finish(draft: Draft) -> FoundEvent:
    when = draft.when
    return FoundEvent(
        name=draft.name,
        kind=draft.kind,
        date=when.edtf if when else None,
        date_inferred=bool(when and when.inferred),
        place=draft.place,
        participants=tuple(draft.people),
        sure=draft.sure and when is not None,
        reason=draft.reason,
        spans=tuple(dict.fromkeys(draft.spans)),
        date_spans=when.evidence if when else (),
    )
