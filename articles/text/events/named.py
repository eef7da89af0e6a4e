"""Events with a name of their own: `Hội nghị …`, `lễ khánh thành …`, `kỷ niệm 50 năm …`."""

from typing import NamedTuple

from articles.text.dates.find import DateAt
from articles.text.events import bodies, exchanges, nouns
from articles.text.events.days import (
    another_time,
    date_for,
    first_clause,
    is_round,
    opens_at,
    stands_by,
    year_after,
)
from articles.text.events.drafts import OPENING, TERM_ONLY, Draft, Told
from articles.text.events.holding import (
    CELEBRATIONS,
    announced,
    held_here,
    in_passing,
    in_year_of,
    is_held,
    is_held_after,
    kept_day,
    own_days,
    twin,
)
from articles.text.events.names import noun_phrase
from articles.text.events.places import place_in
from articles.text.events.references import date_back, is_another, point_back
from articles.text.events.sentences import Sentence, said
from articles.text.events.which import is_one, ordinal, says_which
from articles.text.events.words import HOLD, REFER, SAY, is_announced, to_come
from articles.text.people.roles import role_at
from articles.text.words.tokens import Row

_ANAPHORS = frozenset(("conference", "dialogue", "consultation", "ceremony", "talks", "meeting"))
_BETWEEN_STATES = frozenset(("dialogue", "talks", "consultation"))
_EARLY = 3
_BEHIND, _SPEAKER = 24, 40
_LEGACY = frozenset(("chúc", "tưởng"))
"""Last words of `Di chúc`, `tư tưởng`."""
_OFFICE = 8
"""Words of an office between `của` and the name."""
_WELCOMES = frozenset(("đón", "tiễn", "đãi"))
_PARTS = frozenset(("tham", "có", "hiện", "chứng", "chủ", "đồng"))
"""Behind `sự`: `tham dự`, `tham gia`, `có mặt`, `hiện diện`, `chứng kiến`, `chủ trì`."""
_HELD = frozenset(("conference", "signing", "ceremony", "meeting"))
"""Kinds that are told of without a name, by who holds them."""


class _Telling(NamedTuple):
    """How a sentence tells of a named event: its time, and what says that it took place."""

    when: DateAt | None
    day: bool
    """The time is a day, or days."""
    attached: bool
    """The time stands right beside the name."""
    held: bool
    after: bool
    """What stands before the name, or behind it, says that it is held."""


def named(sentence: Sentence, at: int, end: int, kind: str, told: Told) -> Draft | None:
    """`Hội nghị …`, `lễ khánh thành …`: something with a name; None for a bare word, which may point back."""
    row = sentence.row
    if kind == "ceremony" and (draft := nouns.opened(sentence, at, end)):
        return draft
    name, stop = noun_phrase(row, at, end, sentence.end, kind)
    if kind == "ceremony" and row.lows[end : end + 1] in (["của"], [","]) and row.lows[at] != "lễ":
        name = ""  # `16 dự án dự kiến khởi công, khánh thành của thành phố`
    if not name:
        return _bare(sentence, at, end, kind, told)
    telling = _telling(sentence, at, stop, kind, told)
    if not _is_told_of(sentence, at, end, stop, kind, telling):
        return None
    when = telling.when
    observed = held_here(sentence, at) or (
        row.lows[at] in CELEBRATIONS and (telling.after or twin(sentence, at, told))
    )
    kept = kept_day(sentence, at, stop) if kind == "anniversary" else None
    if kind == "anniversary" and not (telling.attached or observed):
        when = kept if row.lows[at] not in CELEBRATIONS else None  # which may be held on any day
    elif kept is not None and when is not None and when.precision == "day" and when.edtf[0] == "X":
        when = in_year_of(when, kept)
    future = to_come(row, sentence.start, min(sentence.end, stop + 4))
    if future and telling.attached and row.kind == "body":
        future = not is_announced(row, sentence.start, min(sentence.end, stop + 4))
    talk = when is not None and when.end <= at and said(row, when.end, at)
    # Of what is held online as well, the place that the sentence opens with: `Sáng 5/6, tại Huế, A chủ trì …`
    reach = (at, at) if sentence.online() else (first_clause(sentence, stop), stop)
    place = place_in(row, sentence.start, reach[0], at, reach[1])
    people = _attending(sentence, at) if telling.held else []
    people += [name for name in _told_behind(sentence, at, stop, kind) if name not in people]
    sure = (
        telling.day
        and not future
        and not talk
        and (kind != "anniversary" or observed)
        and row.lows[at - 1] != "một"
    )
    held = telling.held or (kind == "anniversary" and observed)
    sure = sure and (telling.attached or telling.after or held)
    sure = sure and (bool(people) or says_which(row, end, stop))
    begin = min(at, when.start if when else at)
    last = max(stop, when.end if when and when.end - stop < 20 else stop)
    return Draft(
        kind, name, True, sentence.number, at, when, place, people, sure,
        "a named event with its day" if sure else "a named event", span=row.span(begin, last),
        ordinal=ordinal(row, at, stop), passing=row.kind != "title" and not future and in_passing(row, at, kind),
        setting=row.slice(sentence.start, sentence.end) if TERM_ONLY.match(name) else "",
    )  # fmt: skip


def _telling(sentence: Sentence, at: int, stop: int, kind: str, told: Told) -> _Telling:
    row = sentence.row
    held, after = is_held(sentence, at, kind, told), is_held_after(sentence, at, stop)
    body = in_passing(row, at, "conference") and at - 1 > sentence.start and row.words[at - 1].capital
    if body or row.lows[at - 3 : at] == ["ban", "tổ", "chức"]:
        # `Ban Tổ chức | Giải … tổ chức họp báo`, `Tiểu ban Điều lệ Đảng | Đại hội XIV làm việc`
        return _Telling(None, False, False, held, False)
    when = date_for(sentence, at, stop)
    if kind != "anniversary" or row.lows[stop : stop + 1] in (["trong"], ["vào"]):
        # `kỷ niệm 50 năm … | năm 1968` tells the year of what is kept.
        when = when or year_after(sentence, stop)
    if when is not None and (is_round(sentence, at, stop) or another_time(sentence, when, at)):
        when = None
    elif when is not None and announced(sentence, at, told):
        when = own_days(sentence, stop, told.drafts[-1].at)
    if when is None:
        return _Telling(None, False, False, held, after)
    attached = 0 <= when.start - stop <= 6 or opens_at(row, when, at) or stands_by(row, stop, when)
    if kind == "anniversary":
        attached = attached and row.words[stop].text != ","
    day = when.precision in ("day", "range") and not when.bound
    return _Telling(when, day, attached, held, after)


def _is_told_of(sentence: Sentence, at: int, end: int, stop: int, kind: str, telling: _Telling) -> bool:
    """The sentence tells of one event by that name, and does not only speak of such events."""
    row = sentence.row
    before = row.lows[at - 1] if at > sentence.start else ""
    if (before in REFER and before not in ("tại", "cuộc", "buổi")) or row.lows[at - 2 : at] == [
        "thành",
        "viên",
    ]:
        return False
    if before in ("tịch", "ký") and row.lows[at - 2] in ("chủ", "thư"):
        return False  # `Chủ tịch | Đại hội đồng Liên hợp quốc`: a part of the office
    if kind == "talks" and (role := role_at(row, end)) and role.end >= stop:
        return False  # `thông cáo hội đàm | Bộ trưởng`
    if kind == "other" and row.lows[at : at + 2] == ["chương", "trình"]:
        # `tổ chức | chương trình “Mùa lúa”`; but not every programme is held on a day.
        held = telling.held or telling.after or row.lows[at - 2 : at] == ["thực", "hiện"]
        if telling.day and held and any(row.words[i].text in "“\"'‘" for i in range(end, stop)):
            return True
        if end == at + 2:
            return False
    week = kind == "other" and row.lows[at] == "tuần"
    if week and not (row.words[at].capital and (end > at + 1 or row.words[end].capital)):
        return False
    held, after, when = telling.held, telling.after, telling.when
    if kind == "anniversary":
        return held or any(row.words[i].number > 0 for i in range(at, stop))
    dated = telling.day or (kind == "conference" and when is not None and when.precision == "month")
    if dated and (held or after or telling.attached):
        return True
    return is_one(sentence, at, end, stop, kind, held=held, after=after)


def _attending(sentence: Sentence, at: int) -> list[str]:
    """Those named before the event word at `at`; but not whose birthday is kept: `127 năm Ngày sinh Chủ tịch A`."""
    row = sentence.row
    people = [
        p.person
        for p in sentence.parties
        if p.person
        and p.end <= at
        and not said(row, p.end, at)
        and "sinh" not in row.lows[max(sentence.start, p.start - 4) : p.start]
        and not _left(row, p.start)
    ]
    return list(dict.fromkeys(people))


def _left(row: Row, at: int) -> bool:
    """`50 năm thực hiện Di chúc | của Chủ tịch A | và lễ trao giải`: who left it, and not who is there."""
    for i in range(at - 1, max(0, at - _OFFICE), -1):
        if row.lows[i] == "của" and row.lows[i - 1] in _LEGACY:
            role = role_at(row, i + 1)
            return role is not None and role.name is not None and role.name.start == at
    return False


def _told_behind(sentence: Sentence, at: int, stop: int, kind: str) -> list[str]:
    """Those who hold it or take part, behind the name: `do A và B đồng chủ trì`, `với sự tham dự của A`; or are
    welcomed: `Lễ đón | A`."""
    row = sentence.row
    if row.lows[at - 3 : at] == ["phát", "biểu", "tại"]:
        # `Phát biểu tại | Lễ kỷ niệm …, A nói`
        return [p.person for p in sentence.parties if p.person and stop < p.start <= stop + _SPEAKER][:1]
    if kind == "ceremony" and not _WELCOMES.isdisjoint(row.lows[at:stop]):
        return [p.person for p in sentence.parties if p.person and at < p.start < stop]
    if row.lows[at - 1] == "dự" and at - sentence.start <= _EARLY:
        there = next((i for i in range(stop, sentence.end) if row.lows[i] == "có"), sentence.end)
        return [p.person for p in sentence.parties if p.person and p.start > there]  # `Dự | Lễ … có A, B`
    for i in range(stop, min(sentence.end, stop + _BEHIND) - 1):
        if row.words[i].text in ";:" or (SAY.match(row, i) and row.lows[i] != "chủ"):
            break
        part = row.lows[i] == "sự" and row.lows[i + 1] in _PARTS
        by = row.lows[i] == "do" and "trì" in row.lows[i : sentence.end]
        if part or by:
            last = next((k for k in range(i, sentence.end) if by and row.lows[k] == "trì"), sentence.end)
            return [p.person for p in sentence.parties if p.person and i < p.start < last]
    return []


def _bare(sentence: Sentence, at: int, end: int, kind: str, told: Told) -> Draft | None:
    """An event word alone: more of an event told of before, or one known by who holds it."""
    row, known = sentence.row, told.last(kind)
    if kind in _ANAPHORS:
        point_back(sentence, at, end, kind, told)
    elif kind == "other":
        date_back(sentence, at, end, kind, told)
    another = kind == "ceremony" or row.lows[at : at + 2] == ["họp", "báo"]
    main = told.main
    if main is not None and known is None and main.name.lower().startswith(row.slice(at, end).lower()):
        known = main  # `Hội nghị đối thoại …`, and then `chủ trì hội nghị`
    if kind == "other" and known is None and (opened := _of_opening(sentence, at, end, told)):
        return opened
    if known is not None and not (another and is_another(sentence, at, end, known)):
        return None
    if kind in _BETWEEN_STATES:
        return exchanges.between_states(sentence, at, end, kind)
    holds = kind in _HELD and (kind != "ceremony" or end - at > 2)
    return bodies.held(sentence, at, end, kind) if holds else None


def _of_opening(sentence: Sentence, at: int, end: int, told: Told) -> Draft | None:
    """`Triển lãm | diễn ra từ ngày 19 đến 22/12`, where the story has told of `Lễ khai mạc Triển lãm …`."""
    row, opening = sentence.row, told.last("ceremony")
    name = OPENING.sub("", opening.name) if opening is not None else ""
    if opening is None or name == opening.name or not name.lower().startswith(row.slice(at, end).lower()):
        return None
    when = date_for(sentence, at, end)
    if when is None or when.bound or when.start < end or not HOLD.within(row, end, when.start):
        return None
    name = name[:1].upper() + name[1:]
    place = place_in(row, sentence.start, sentence.end, at, end) or opening.place
    sure = when.precision != "month" and not to_come(row, sentence.start, when.start)
    return Draft(
        "other", name, True, sentence.number, at, when, place, [], sure, "a named event with its day",
        span=row.span(at, when.end),
    )  # fmt: skip
