"""What a story reports as happening: talks, visits, meetings, conferences, ceremonies, with day, place and
people.

Each sentence is searched for the words of the lexicon; a verb needs somebody who does it, a noun needs a name
of its own. `sure` is kept for events that the story reports or announces and dates to the day.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from articles.text import lazy_re as re
from articles.text.dates.find import DateAt, dates_of
from articles.text.events import english, english_visits
from articles.text.events.company import join_company
from articles.text.events.days import set_off
from articles.text.events.drafts import Draft, Told, finish
from articles.text.events.holding import held_here, twin
from articles.text.events.leads import date_title
from articles.text.events.merging import merge
from articles.text.events.named import named
from articles.text.events.offices import Offices
from articles.text.events.places import place_in
from articles.text.events.pronouns import Pronouns
from articles.text.events.references import date_back, of_talks, welcome
from articles.text.events.sentences import Sentence, parties
from articles.text.events.verbs import told_by_verb
from articles.text.events.words import KINDS, OPENS_EVENT
from articles.text.people.names import PLACES
from articles.text.types import FoundEvent, FoundPerson, Span, Structure
from articles.text.words.phrases import word_set
from articles.text.words.tokens import Row, rows

_YEARS_LATER = re.compile(r"\b(\d{1,3}) năm\b")
_FIRST_PAGES = 1995
_OPENED = (("conference", False), ("dialogue", False))
"""What `khai mạc` and `bế mạc` open and close."""
_MADE_NOUNS = frozenset(("sự", "nơi", "điểm", "tháng", "mùa"))
"""Before an event word: `sự đón tiếp của A`, `tiến trình đàm phán`, `tháng lễ Ramadan` tell of nothing held."""
_ANNOUNCING = frozenset(("công", "giới", "thông", "về"))
"""Behind `họp báo`: `công bố`, `giới thiệu`, `thông tin`. What it is about is told of, too."""
_GATHERED = frozenset(("mặt", "tri"))
"""Last words of `buổi | gặp mặt`, `buổi | tiếp xúc cử tri`."""
_BODIES = word_set("ban các những một số nhiều vài mọi hai ba của")
_PAPERS = frozenset(("báo", "chí", "san"))
"""`báo`, `tạp chí`, `chuyên san`: what follows is the name of a paper."""
_WORDS_OF_TWO = (("xúc", "tiến"), ("trực", "tiếp"), ("gián", "tiếp"), ("thư", "ký"), ("chữ", "ký"))
_OCCASION = frozenset(("dịp", "nhân", "lề", "khổ"))
_OCCASION_OPENINGS = (["nhân", "dịp"], ["bên", "lề"], ["trong", "khuôn", "khổ"])
_LONGEST_OCCASION = 40
"""Words of a clause that says on what occasion."""
_Trigger = tuple[int, tuple[int, tuple[str, bool]]]
"""Where an event word begins and ends, its kind, and whether it is a verb."""


def find_events(text: str, structure: Structure, people: tuple[FoundPerson, ...]) -> tuple[FoundEvent, ...]:
    """The events of a story in reading order. `people` are those found in the same text; offsets are of
    `text`."""
    story = rows(text, structure)
    dates = dates_of(story, structure)
    mentions = sorted((span, p.name) for p in people for span in p.spans)
    told = Told()
    offices, pronouns = Offices(people), Pronouns(story, mentions)
    by_row: dict[int, list[DateAt]] = {}
    for when in dates:
        by_row.setdefault(when.row, []).append(when)
    for number, row in enumerate(story):
        places = KINDS.openings(row, row.where(OPENS_EVENT))
        triggers = [
            (at, found) for at in places if (found := KINDS.match(row, at)) and not _placed(row, at, found)
        ]
        if not triggers:
            continue
        row_dates = by_row.get(number, [])
        first_tokens = [when.start for when in row_dates]
        for start, end, inside in _by_sentence(row, triggers):
            named = parties(row, start, end, mentions)
            told_of = pronouns.within(number, start, end)
            sentence = Sentence(
                row,
                number,
                start,
                end,
                named + told_of if told_of else named,
                row_dates[bisect_left(first_tokens, start) : bisect_left(first_tokens, end)],
                offices,
            )
            _read(sentence, inside, _overlapping(structure.notes, row.span(start, end)), told)
    join_company(told, story, mentions)
    drafts = _without_asides(merge(told.drafts))
    date_title(drafts, story, by_row, mentions)
    doubtful = {person.name for person in people if not person.sure}
    for draft in drafts:
        # Its name is made of theirs: `Lam Trà thăm Huế`, where that is a town.
        draft.sure = draft.sure and (draft.named or doubtful.isdisjoint(draft.people))
    events = tuple(finish(draft) for draft in drafts)
    today = structure.published or max((when.edtf for when in dates if when.edtf[0] != "X"), default="")
    events = tuple(_kept_today(event) if _past(event, today) else event for event in events)
    return tuple(event._replace(sure=False) if _past(event, today) else event for event in events)


def _without_asides(drafts: list[Draft]) -> list[Draft]:
    """A story of something that it dates does not report what it names in passing, and without a day."""
    if not any(draft.sure for draft in drafts):
        return drafts
    return [draft for draft in drafts if not draft.passing or draft.when is not None]


def _placed(row: Row, at: int, found: tuple[int, tuple[str, bool]]) -> bool:
    """`Tuần | Châu` is no week; but `Trung tâm Hội nghị | Quốc gia` has to be read over."""
    place = PLACES.match(row, at) if row.words[at].capital and found[1][0] != "none" else None
    return place is not None and place[0] > found[0]


def _by_sentence(row: Row, triggers: list[_Trigger]) -> Iterator[tuple[int, int, Iterable[_Trigger]]]:
    """Start, end and event words of the sentences that have any: most tell of nothing, and need no look at the rest."""
    ends = row.sentence_ends()
    for nth, inside in groupby(triggers, lambda trigger: bisect_right(ends, trigger[0])):
        yield ends[nth - 1] if nth else 0, ends[nth], inside


def _overlapping(spans: Sequence[Span], part: Span) -> Sequence[Span]:
    """Those of `spans`, which are in order, that overlap `part`."""
    first = bisect_left(spans, part.start, key=lambda span: span.end)
    return spans[first : bisect_left(spans, part.end, key=lambda span: span.start)]


def _past(event: FoundEvent, today: str) -> bool:
    """What lies two years and more before the page's date, or the last that it names, is history recalled; so is
    what no page of the web can have reported."""
    if not today or event.date is None or not event.date[:4].isdigit():
        return False
    return int(today[:4]) - int(event.date[:4]) > 1 or int(event.date[:4]) < _FIRST_PAGES


def _kept_today(event: FoundEvent) -> FoundEvent:
    """`Ngày 10/10, tổ chức Lễ kỷ niệm 70 năm …` takes the year of `10/10/1954` from elsewhere: it is held so many years
    later."""
    later = _YEARS_LATER.search(event.name)
    if (
        event.kind != "anniversary"
        or not event.date_inferred
        or not event.date
        or not later
        or "/" in event.date
    ):
        return event
    return event._replace(date=f"{int(event.date[:4]) + int(later[1])}{event.date[4:]}")


def _read(sentence: Sentence, triggers: Iterable[_Trigger], notes: Sequence[Span], told: Told) -> None:
    """Tell the events of a sentence by its event words."""
    row = sentence.row
    skip = -1
    first = True
    doers: list[str] = []
    for at, (end, (kind, verb)) in triggers:
        if at < skip:
            continue
        if row.lows[at] == "tổ":  # `tổ chức | ra mắt mô hình …`, but `các tổ chức trao tặng …`
            if at > sentence.start and row.lows[at - 1] in _BODIES:
                continue
            at += 2
        past = _passed_over(sentence, at, end, kind, notes, verb=verb)
        if past < 0 and told.tells(sentence.number, sentence.start) and _alias(row, at):
            past = end  # `Hội nghị cấp cao … (gọi tắt là | Hội nghị G7)`
        if past >= 0:
            skip = max(skip, past)
            continue
        draft = _draft(sentence, at, end, kind, told, verb=verb)
        if draft is None:
            skip = end if row.lows[at:end] == ["tuần", "lễ"] else skip
            continue
        passing = kind == "anniversary" and not (draft.sure or row.english or held_here(sentence, at))
        occasion = passing or _is_occasion(sentence, at)
        just_before = _is_just_before(sentence, at)
        late = not first and not twin(sentence, at, told) and not _goes_on(draft, doers)
        late = late and row.lows[at - 2 : at] != ["chứng", "kiến"]
        late = late and not (row.lows[at - 1] == "dự" and "và" in row.lows[at - 3 : at - 1])
        _leave_to_first(sentence, at, draft, occasion=occasion, late=late)
        if draft.named and draft.people and doers and not draft.doers:
            draft.people = list(doers)
        doers = doers or draft.doers
        first = first and (occasion or just_before)
        draft.from_title = row.kind in ("title", "dek")
        if row.kind == "caption":
            draft.sure = False
        if kind == "phone_call" and draft.when is not None and draft.when.precision == "range":
            draft.when, draft.sure = None, False  # the days of what they speak of
        told.add(draft, caption=row.kind == "caption")
        press = row.lows[end - 2 : end] == ["họp", "báo"] and end < row.size and row.lows[end] in _ANNOUNCING
        skip = max(skip, end if press or not draft.named else bisect_left(row.starts, draft.span.end))


def _passed_over(
    sentence: Sentence, at: int, end: int, kind: str, notes: Sequence[Span], *, verb: bool
) -> int:
    """Where to go on behind words that only look like an event, -1 for those that tell of one."""
    row, inside = sentence.row, at > sentence.start
    before = row.lows[at - 1] if at else ""
    if row.lows[at] in ("khai", "bế") and end < row.size:
        inner = KINDS.match(row, end)
        if inner and inner[1] in _OPENED:
            return at + 1  # `Khai mạc | Hội nghị …`: the conference is told of
    if row.lows[at : at + 3] == ["cuộc", "họp", "báo"] or (before, row.lows[at]) == ("biểu", "khai"):
        return at + 1
    made = before in _MADE_NOUNS or (before == "trình" and row.lows[at - 2] != "chương")
    if kind == "none" or (inside and made) or (kind == "ceremony" and before == "trận"):
        return end  # `trận | khai mạc giữa Lào và Peru`
    if inside and not verb and row.words[at].capital and before in _PAPERS:
        return end  # `báo | Diễn đàn Lam Trà`
    if any(note.start <= row.starts[at] < note.end for note in notes):
        return at + 1
    if inside and not row.english and end == at + 1 and row.words[at].capital and row.words[at - 1].capital:
        return at + 1  # `xã Phục Lễ`: a part of a name
    return at + 1 if (before, row.lows[at]) in _WORDS_OF_TWO else -1


def _draft(sentence: Sentence, at: int, end: int, kind: str, told: Told, *, verb: bool) -> Draft | None:
    """The event that the word at `at` tells of; None where it tells of none, or more of an earlier one."""
    row = sentence.row
    if not verb and row.english:
        if kind == "visit":
            return english_visits.visit(sentence, at, end)
        return english.named(sentence, at, end, kind, told)
    if not verb:
        draft = named(sentence, at, end, kind, told)
        if draft is not None and draft.when is None and row.lows[at - 2 : at] == ["chứng", "kiến"]:
            draft.when = of_talks(sentence, told)
        return draft
    draft = told_by_verb(sentence, at, end, kind, told)
    if draft is not None and draft.when is None and (welcomed := welcome(sentence, told)):
        draft.when = welcomed.when
    if draft is None and kind == "visit" and at > sentence.start and row.lows[at - 1] == "chuyến":
        date_back(sentence, at, end, kind, told)
    gathering = kind == "meeting" and row.lows[at - 1] in ("chức", "buổi") and row.lows[end - 1] in _GATHERED
    if draft is None and (kind in ("consultation", "talks", "dialogue") or gathering):
        return named(sentence, at, end - (row.lows[end - 1] == "với"), kind, told)
    return draft


def _leave_to_first(sentence: Sentence, at: int, draft: Draft, *, occasion: bool, late: bool) -> None:
    """A date that opens the sentence is that of its first event, and not of an occasion; so is a place."""
    row = sentence.row
    # `Ngay sau lễ đón, A hội đàm với B` has the day of another paragraph.
    when = draft.when if draft.when is not None and draft.when.row == draft.row else None
    late = late and not (when is not None and set_off(row, when))
    if when is not None and when.end <= at and (occasion or (late and at - when.end > 4)):
        draft.when, draft.sure = None, False
        draft.span = Span(row.starts[at], draft.span.end)
    if (occasion or late) and draft.place and draft.place == place_in(row, sentence.start, at, at, at):
        draft.place = ""


def _goes_on(draft: Draft, doers: list[str]) -> bool:
    """`Ngày 5/6, A thăm Lào và | hội đàm với B`: who did the first thing of the sentence does this on the same day."""
    return draft.when is not None and draft.when.precision == "day" and bool(doers) and draft.doers == doers


def _is_occasion(sentence: Sentence, at: int) -> bool:
    """`nhân | chuyến thăm`, `gắn biển công trình chào mừng | Đại hội …`, `Ngày 1/9, nhân dịp cùng B chủ trì | Lễ khai
    trương …, A gặp C`: told of to say when or why."""
    row = sentence.row
    if row.lows[at - 2 : at] == ["chào", "mừng"] and at - 2 > sentence.start:
        return True
    near: Sequence[int] = range(max(sentence.start, at - 2), at)
    near = [i for i in near if row.lows[i] in _OCCASION and row.lows[i - 1] != "phu"]
    if any(i == sentence.start or not row.words[i].capital for i in near):
        return True  # but `Lê Văn Nhân (đã) | tiếp B`, `A và Phu nhân (đã) | gặp B`
    begin = _clause(sentence, at)
    clause = row.lows[begin:at]
    if clause[:1] in (["trước"], ["sau"]) and begin > sentence.start:
        return True  # `Sáng 5/6, trước giờ khai mạc | Kỳ họp thứ 10, A …`
    return any(clause[: len(opening)] == opening for opening in _OCCASION_OPENINGS)


def _is_just_before(sentence: Sentence, at: int) -> bool:
    """`Chiều 6/7, ngay sau khi dự | Lễ khai mạc Diễn đàn Lam Trà, A tiếp B`: both are on that day."""
    begin = _clause(sentence, at)
    return sentence.row.lows[begin : begin + 2] == ["ngay", "sau"] and begin > sentence.start


def _clause(sentence: Sentence, at: int) -> int:
    """Where the clause begins that token `at` stands in."""
    row, begin, first = sentence.row, at, max(sentence.start, at - _LONGEST_OCCASION)
    while begin > first and row.words[begin - 1].text not in ",;:":
        begin -= 1
    return begin


def _alias(row: Row, at: int) -> bool:
    """Behind an event's name, a bracket or `gọi tắt là` opens another name of it."""
    return row.lows[at - 1] == "(" or not {"gọi", "tắt"}.isdisjoint(row.lows[max(0, at - 5) : at])
