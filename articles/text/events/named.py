"""Events with a name of their own: `Hội nghị …`, `lễ khánh thành …`, `kỷ niệm 50 năm …`."""

from typing import NamedTuple

from articles.text.dates.find import DateAt
from articles.text.events import bodies, nouns
from articles.text.events.days import date_for, first_clause, year_after
from articles.text.events.drafts import Draft, Told
from articles.text.events.names import noun_phrase
from articles.text.events.places import place_in
from articles.text.events.references import date_back, point_back
from articles.text.events.sentences import Sentence, said
from articles.text.events.words import END, HOLD, REFER, to_come
from articles.text.people.roles import role_at
from articles.text.words.phrases import word_set
from articles.text.words.tokens import Row

_ANAPHORS = frozenset(("conference", "dialogue", "consultation", "ceremony", "talks", "meeting"))
_BETWEEN_STATES = frozenset(("dialogue", "talks", "consultation"))
_CELEBRATIONS = frozenset(("lễ", "mít"))
"""First words of an anniversary that is held: `lễ kỷ niệm`, `mít tinh kỷ niệm`."""
_ENOUGH, _SHORT = 4, 2
_EARLY = 3
_BACK = 14
_MANNERS = frozenset(("chính", "thức", "đã", "vừa", "long", "trọng", "tổ", "chức", "làm"))
_ROUNDS = frozenset(("vòng", "trận", "bảng", "lượt", "kết"))
_ORGANISERS = word_set("ban vị nhà tác thức việc khâu ngừng hủy hoãn dừng cấm bỏ không chưa")
_OPENINGS = frozenset(("khánh", "khởi", "khai", "động", "thông"))
"""First words of what a firm or a province does with its works: `A | khánh thành nhà máy`."""
_LEADS_TO = frozenset((",", ")", "tại", "buổi", "cuộc"))
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
    observed = held_here(sentence, at) or (telling.after and row.lows[at] in _CELEBRATIONS)
    if kind == "anniversary" and not (telling.attached or observed):
        when = None
    future = to_come(row, sentence.start, min(sentence.end, stop + 4))
    talk = when is not None and when.end <= at and said(row, when.end, at)
    place = ""
    if not sentence.online():
        place = place_in(row, sentence.start, first_clause(sentence, stop), at, stop)
    people = _attending(sentence, at) if telling.held else []
    sure = (
        telling.day
        and not future
        and not talk
        and (kind != "anniversary" or observed)
        and row.lows[at - 1] != "một"
    )
    sure = sure and (telling.attached or telling.after or telling.held)
    sure = sure and (bool(people) or _says_which(row, end, stop))
    begin = min(at, when.start if when else at)
    last = max(stop, when.end if when and when.end - stop < 20 else stop)
    return Draft(
        kind, name, True, sentence.number, at, when, place, people, sure,
        "a named event with its day" if sure else "a named event", span=row.span(begin, last),
        ordinal=_ordinal(row, at, stop),
    )  # fmt: skip


def _telling(sentence: Sentence, at: int, stop: int, kind: str, told: Told) -> _Telling:
    row = sentence.row
    held, after = _held(sentence, at, kind, told), _held_after(sentence, stop)
    if row.lows[at - 3 : at] == ["ban", "tổ", "chức"]:
        return _Telling(None, False, False, held, False)  # `Ban Tổ chức | Giải … tổ chức họp báo`
    when = date_for(sentence, at, stop)
    if kind != "anniversary" or row.lows[stop : stop + 1] in (["trong"], ["vào"]):
        # `kỷ niệm 50 năm … | năm 1968` tells the year of what is kept.
        when = when or year_after(sentence, stop)
    if when is not None and (_is_round(sentence, at, stop) or announced(sentence, at, told)):
        when = None
    if when is None:
        return _Telling(None, False, False, held, after)
    attached = 0 <= when.start - stop <= 6 or _opens_at(row, when, at)
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
    if kind == "talks" and (role := role_at(row, end)) and role.end >= stop:
        return False  # `thông cáo hội đàm | Bộ trưởng`
    if kind == "other" and row.lows[at] == "tuần" and not (row.words[at].capital and row.words[end].capital):
        return False
    held, after, when = telling.held, telling.after, telling.when
    if kind == "anniversary":
        return held or any(row.words[i].number > 0 for i in range(at, stop))
    dated = telling.day or (kind == "conference" and when is not None and when.precision == "month")
    if dated and (held or after or telling.attached):
        return True
    return _is_one(sentence, at, end, stop, kind, held=held, after=after)


def _opens_at(row: Row, when: DateAt, at: int) -> bool:
    """`Ngày 5/6, tại | hội thảo …`: nothing but that stands between the day and the name."""
    between = row.lows[when.end : at]
    return "tại" in between and _LEADS_TO.issuperset(between)


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
    ]
    return list(dict.fromkeys(people))


def _bare(sentence: Sentence, at: int, end: int, kind: str, told: Told) -> Draft | None:
    """An event word alone: more of an event told of before, or one known by who holds it."""
    known = told.last(kind)
    if kind in _ANAPHORS:
        point_back(sentence, at, end, kind, told)
    elif kind == "other":
        date_back(sentence, at, end, kind, told)
    if known is not None:
        return None
    if kind in _BETWEEN_STATES:
        return nouns.between_states(sentence, at, end, kind)
    holds = kind in _HELD and (kind != "ceremony" or end - at > 2)
    return bodies.held(sentence, at, end, kind) if holds else None


def _held(sentence: Sentence, at: int, kind: str, told: Told) -> bool:
    """What stands before the event word says that it is held, or who holds it: `tổ chức | hội nghị`, `A | họp báo`."""
    row = sentence.row
    for i in range(max(sentence.start, at - _BACK), at):
        if row.lows[i] in HOLD.first and HOLD.match(row, i) and not _organises(row, i):
            return not _of_guests(sentence, i)
    if (kind == "ceremony" and row.lows[at - 1] == "có" and at > sentence.start) or twin(sentence, at, told):
        return True
    if kind == "ceremony" and row.lows[at] in _OPENINGS and opened_by(sentence, at):
        return True
    session = row.lows[at] == "họp"
    if (session or row.lows[at] == "chiêu") and _hosted(sentence, at):
        return True
    return session and bodies.holder(sentence, at)[0] >= 0


def opened_by(sentence: Sentence, at: int) -> bool:
    """Nothing but a name stands before the verb, behind a day or at the sentence's start: `Ngày 28/10, Lam Trà | khánh
    thành …`."""
    row, edge = sentence.row, at
    while edge > sentence.start and row.lows[edge - 1] in _MANNERS:
        edge -= 1
    begin = edge
    if row.lows[edge - 1] in ("việc", "lễ", "buổi"):
        return False
    while begin > sentence.start and edge - begin < _BACK and row.words[begin - 1].text.isalpha():
        begin -= 1
        if END.match(row, begin) and not row.words[begin].capital:
            return False
    return (
        begin < edge
        and row.words[begin].capital
        and (begin == sentence.start or row.words[begin - 1].text == ",")
    )


def _of_guests(sentence: Sentence, at: int) -> bool:
    """`tổ chức đón học sinh | tham gia hội thi …`: held is something else, for those who took part."""
    lows = sentence.row.lows
    before = lows[max(sentence.start, at - _BACK) : at]
    return (
        lows[at] == "tham"
        and "," not in before
        and any(before[i : i + 2] == ["tổ", "chức"] for i in range(len(before)))
    )


def _is_round(sentence: Sentence, at: int, stop: int) -> bool:
    """`ở vòng 20 | Giải bóng đá …`, `giải … | tiếp tục diễn ra`: the day is that of a match, not of all."""
    lows = sentence.row.lows
    if lows[at] != "giải":
        return False
    return not _ROUNDS.isdisjoint(lows[max(sentence.start, at - 5) : at]) or lows[stop : stop + 1] == ["tiếp"]


def _organises(row: Row, at: int) -> bool:
    """`Trưởng ban | tổ chức lễ hội`, `đơn vị đồng | tổ chức`, `ngừng | tổ chức`: nothing is held by these."""
    return row.lows[at - 1 - (row.lows[at - 1] == "đồng")] in _ORGANISERS


def _hosted(sentence: Sentence, at: int) -> bool:
    return any(p.end == at and p.person for p in sentence.parties)


def _held_after(sentence: Sentence, stop: int) -> bool:
    """`Hội nghị … | diễn ra`, `hội thảo … | do Sở Y tế tổ chức`."""
    row, behind = sentence.row, _behind_bracket(sentence.row, stop, sentence.end)
    by = behind < sentence.end and row.lows[behind] == "do"
    reach = min(sentence.end, behind + (_BACK if by else 4))
    return HOLD.within(row, behind, reach)


def _is_one(
    sentence: Sentence, at: int, end: int, stop: int, kind: str, *, held: bool, after: bool
) -> bool:  # fmt: skip
    """Its writing or its place in the story says, without a day, that the words name one event."""
    row = sentence.row
    before = row.lows[at - 1] if at > sentence.start else ""
    if row.words[at].capital or row.words[end].text in '“"‘' or row.words[at - 1].text in ":|":
        return True
    met = before in ("buổi", "cuộc")
    if kind == "ceremony" and met and sentence.number < _EARLY and stop - end >= _SHORT:
        return True  # `trong buổi | lễ xá tội gà tây`
    session = row.lows[at] == "họp"
    told_of = held or after or (session and met and row.lows[end] in ("trước", "sau"))
    if not told_of or kind == "other" or (kind == "talks" and row.lows[end] != "giữa"):
        return False
    if held and (row.kind == "title" or (session and _hosted(sentence, at))):
        return True
    return any(row.words[i].capital or row.words[i].upper for i in range(end, stop))


def _says_which(row: Row, end: int, stop: int) -> bool:
    """The words behind the event word say which one it is: `Lễ đón đoàn`, `Hội chợ khoa học`, `Cuộc họp giữa các bên
    liên quan` do not, nor does `Đại hội đồng Liên hợp quốc`, which is a body."""
    if row.lows[end - 3 : end] == ["đại", "hội", "đồng"] and row.lows[end : end + 2] != ["cổ", "đông"]:
        return any(word.number >= 0 for word in row.words[end:stop])
    proper = any(word.capital or word.upper or word.number >= 0 for word in row.words[end:stop])
    return proper or (stop - end >= _ENOUGH and row.lows[end] != "giữa") or row.lows[end] == "về"


def _behind_bracket(row: Row, at: int, stop: int) -> int:
    """Behind a bracket that opens at token `at`: `Đại hội … lần thứ IV (nhiệm kỳ 2017 - 2022) | diễn ra`."""
    if at >= stop or row.words[at].text != "(":
        return at
    return next((i + 1 for i in range(at, min(stop, at + 12)) if row.words[i].text == ")"), at)


def held_here(sentence: Sentence, at: int) -> bool:
    """`tổ chức | lễ kỷ niệm`, `tham dự “| Lễ kỷ niệm`: it is held, and not only an occasion."""
    row, edge = sentence.row, at
    edge -= edge > sentence.start and row.words[edge - 1].text in "“\"'"
    before = row.lows[max(sentence.start, edge - 2) : edge]
    return before == ["tổ", "chức"] or (before[-1:] == ["dự"] and row.lows[at] in _CELEBRATIONS)


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
    return last.when is not None and not announced(sentence, at, told) and not said(row, last.at, at)


def announced(sentence: Sentence, at: int, told: Told) -> bool:
    """`họp báo giới thiệu Lễ hội … và | Liên hoan …`: what the press is told of is not held with the telling."""
    row = sentence.row
    if row.lows[at - 1] != "và" or not told.tells(sentence.number, sentence.start):
        return False
    last = told.drafts[-1].at
    return row.lows[last : last + 2] == ["họp", "báo"]


def _ordinal(row: Row, start: int, stop: int) -> str:
    for i in range(start, stop - 1):
        if row.lows[i] == "lần":
            return row.lows[i + 2] if row.lows[i + 1] == "thứ" and i + 2 < stop else row.lows[i + 1]
    return ""
