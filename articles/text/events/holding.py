"""What says that a named event takes place: who holds it, verbs before and behind it, what it is held together with,
and what a press conference only announces."""

from datetime import date

from articles.text import lazy_re as re
from articles.text.dates.edtf import PartialDate
from articles.text.dates.find import DateAt
from articles.text.events import bodies
from articles.text.events.days import clause_start
from articles.text.events.drafts import Draft, Told
from articles.text.events.places import past_bracket
from articles.text.events.sentences import Sentence, said
from articles.text.events.words import END, HOLD, inside, is_session
from articles.text.people.organisations import ORGANISATIONS
from articles.text.words.phrases import word_set
from articles.text.words.tokens import Row

_MANNERS = frozenset(("chính", "thức", "đã", "vừa", "long", "trọng", "tổ", "chức", "làm"))
_ORGANISERS = word_set("ban vị nhà tác thức việc khâu ngừng hủy hoãn dừng cấm bỏ không chưa")
_OPENINGS = frozenset(("khánh", "khởi", "khai", "động", "thông"))
"""First words of what a firm or a province does with its works: `A | khánh thành nhà máy`."""
_GATHER = frozenset(("mít", "họp", "gặp"))
CELEBRATIONS = _GATHER | {"lễ"}
"""First words of an anniversary that is held: `lễ kỷ niệm`, `mít tinh kỷ niệm`, `họp mặt kỷ niệm`."""
_SESSIONS = (["đại", "hội"], ["kỳ", "họp"])
_TAKES_PLACE = (["diễn", "ra"], ["được", "tổ"])
_SOLEMNLY = (["trọng", "thể"], ["long", "trọng"], ["trang", "trọng"])
_SINCE = re.compile(
    r"\((?:(?:ngày )?(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-])?(?P<then>\d{4}) ?[-–] ?"
    r"(?(day)(?:ngày )?(?P=day)[/.-](?P=month)[/.-])(?P<now>\d{4})\)"
)
"""Two days, or years, in brackets."""
_WEEKS = 45
_BACK = 14
_BY = 20
"""Words of `do Bộ Nông nghiệp và Phát triển nông thôn (…) tổ chức`."""


def is_held(sentence: Sentence, at: int, kind: str, told: Told) -> bool:
    """What stands before the event word says that it is held, or who holds it: `tổ chức | hội nghị`, `A | họp báo`."""
    row = sentence.row
    for i in range(max(sentence.start, at - _BACK), at):
        if row.lows[i] in HOLD.first and HOLD.match(row, i) and not _organises(row, i):
            return not _of_guests(sentence, i)
    if (kind == "ceremony" and row.lows[at - 1] == "có" and at > sentence.start) or twin(sentence, at, told):
        return True
    if kind == "ceremony" and row.lows[at] in _OPENINGS and opened_by(sentence, at):
        return True
    session = is_session(row, at)
    edge = at - (session and row.lows[at - 1] in ("đã", "vừa"))
    if (session or row.lows[at] == "chiêu") and hosted(sentence, edge):
        return True
    return session and bodies.holder(sentence, edge)[0] >= 0


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
        if (found := END.match(row, begin)) and not (
            row.words[begin].capital or inside(row, begin, found[0])
        ):
            return False
    return (
        begin < edge
        and (row.words[begin].capital or ORGANISATIONS.match(row, begin) is not None)
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


def _organises(row: Row, at: int) -> bool:
    """`Trưởng ban | tổ chức lễ hội`, `đơn vị đồng | tổ chức`, `ngừng | tổ chức`: nothing is held by these."""
    return row.lows[at - 1 - (row.lows[at - 1] == "đồng")] in _ORGANISERS


def hosted(sentence: Sentence, at: int) -> bool:
    return any(p.end == at and p.person for p in sentence.parties)


def is_held_after(sentence: Sentence, at: int, stop: int) -> bool:
    """`Hội nghị … | diễn ra`, `hội thảo … | do Sở Y tế tổ chức`, `… | được Sở Y tế tổ chức`; of what opens the clause,
    further on: `Sáng 6/7, lễ đón A | và phu nhân cùng đoàn đại biểu Lào đã diễn ra`."""
    if _is_subject(sentence, at, stop):
        return True
    row, behind = sentence.row, past_bracket(sentence.row, stop, sentence.end)
    behind += row.lows[behind : behind + 1] in (["vừa"], ["đã"])
    by = row.lows[behind] if behind < sentence.end else ""
    reach = min(sentence.end, behind + (_BY if by in ("do", "được") else 4))
    if by == "được":
        # `được | Sở Y tế đề xuất tổ chức`, `được | công nhận là di sản, sẽ tổ chức`
        clause = row.lows[behind:reach]
        reach = behind + clause.index(",") if "," in clause else reach
        if said(row, behind, reach):
            return False
    return HOLD.within(row, behind, reach)


def _is_subject(sentence: Sentence, at: int, stop: int) -> bool:
    """The event word opens the clause, and what follows its name says that it takes place."""
    row = sentence.row
    if clause_start(sentence, at) != at:
        return False
    told = (
        i
        for i in range(stop, min(sentence.end, stop + _BY) - 1)
        if row.lows[i : i + 2] in _TAKES_PLACE or row.words[i].text in ",;:"
    )
    last = next(told, -1)
    return last >= 0 and row.words[last].text.isalpha() and not said(row, stop, last)


def held_here(sentence: Sentence, at: int) -> bool:
    """`tổ chức | lễ kỷ niệm`, `tổ chức trọng thể | lễ`, `tham dự “| Lễ kỷ niệm`: it is held, and no mere occasion."""
    row, edge = sentence.row, at
    edge -= edge > sentence.start and row.words[edge - 1].text in "“\"'"
    edge -= 2 * (row.lows[edge - 2 : edge] in _SOLEMNLY)
    before = row.lows[max(sentence.start, edge - 3) : edge]
    attended = before[-1:] == ["dự"] or before == ["phát", "biểu", "tại"]
    if row.lows[at] in _GATHER and any(
        row.lows[i : i + 2] == ["phối", "hợp"] for i in range(sentence.start, at)
    ):
        return True  # `Sở A phối hợp với Đại sứ quán Lào | mít tinh kỷ niệm …`
    return before[-2:] == ["tổ", "chức"] or (attended and row.lows[at] in CELEBRATIONS)


def twin(sentence: Sentence, at: int, told: Told) -> bool:
    """`lễ kỷ niệm … và | lễ trao giải …`, `và tổ chức | họp mặt`: held together with the event before it in the
    sentence."""
    row, last = sentence.row, told.drafts[-1] if told.drafts else None
    also = row.lows[at - 3 : at] == ["và", "tổ", "chức"]
    joined = at > sentence.start and (also or row.lows[at - 1] == "và" or _listed(row, at, last))
    if (
        not joined
        or last is None
        or not last.named
        or last.row != sentence.number
        or last.at < sentence.start
    ):
        return False
    return last.when is not None and not announced(sentence, at, told) and not said(row, last.at, at)


def _listed(row: Row, at: int, last: Draft | None) -> bool:
    """`tổ chức Lễ hội Lam Trà năm 2022, | lễ kỷ niệm …`: only a year stands between the two."""
    if row.lows[at - 1] != "," or row.lows[at] != "lễ" or last is None:
        return False
    return not any(
        row.starts[i] >= last.span.end and row.words[i].number < 0 and row.lows[i] != "năm"
        for i in range(max(0, at - 4), at - 1)
    )


def announced(sentence: Sentence, at: int, told: Told) -> bool:
    """`họp báo giới thiệu | Lễ hội … và | Liên hoan …`: what the press is told of is not held with the telling."""
    row = sentence.row
    if not told.tells(sentence.number, sentence.start):
        return False
    last = told.drafts[-1].at
    press = row.lows[last : last + 2] == ["họp", "báo"]
    return press and (row.lows[at - 1] == "và" or row.starts[at] < told.drafts[-1].span.end)


def own_days(sentence: Sentence, stop: int, press: int) -> DateAt | None:
    """`Sáng 6/2, A | họp báo giới thiệu Lễ hội …, diễn ra từ ngày 8 - 13/3`: each has its day."""
    dates = sentence.dates
    later = next((when for when in dates if when.start >= stop and not when.bound), None)
    held = later is not None and dates[0].end <= press and HOLD.within(sentence.row, stop, later.start)
    return later if held else None


def kept_day(sentence: Sentence, at: int, stop: int) -> DateAt | None:
    """`kỷ niệm 30 năm … | (5/6/1993 - 5/6/2023)`, `(1993 - 2023)`: when so many years are over."""
    row = sentence.row
    told = next((word.number for word in row.words[at:stop] if word.number > 0), 0)
    if stop >= sentence.end or row.words[stop].text != "(" or not told:
        return None
    close = next((i for i in range(stop, min(sentence.end, stop + _BY)) if row.words[i].text == ")"), stop)
    span = row.span(stop, close + 1)
    spelt = _SINCE.fullmatch(row.slice(stop, close + 1))
    if spelt is None or int(spelt["now"]) - int(spelt["then"]) != told:
        return None
    edtf = (
        f"{spelt['now']}-{int(spelt['month']):02d}-{int(spelt['day']):02d}" if spelt["day"] else spelt["now"]
    )
    try:
        PartialDate.parse(edtf)
    except ValueError:
        return None
    return DateAt(sentence.number, stop, close + 1, edtf, "day" if spelt["day"] else "year", False, (span,))


def in_year_of(when: DateAt, kept: DateAt) -> DateAt:
    """A day without a year, `Ngày 3/6`, in the year in which it is no more than weeks from the day that is kept."""
    try:
        day = date.fromisoformat(f"{kept.edtf[:4]}{when.edtf[4:]}")
    except ValueError:
        return when
    if kept.precision != "day" or abs((day - date.fromisoformat(kept.edtf)).days) > _WEEKS:
        return when
    return when._replace(edtf=day.isoformat(), inferred=True, evidence=when.evidence + kept.evidence)


def in_passing(row: Row, at: int, kind: str) -> bool:
    """`nhân | kỷ niệm 50 năm …`, `sau | Đại hội XIII`: told of to say when or why, if the words tell no day."""
    if kind == "anniversary":
        return row.lows[at] not in CELEBRATIONS
    return kind == "conference" and row.lows[at : at + 2] in _SESSIONS
