"""Marks, figures and quotations in the names of events: which of them a name goes on over."""

from articles.text.events.words import DEED, END, KINDS, SAY
from articles.text.people.countries import country_at
from articles.text.people.evidence import acts
from articles.text.people.heads import HEAD_WORDS, HEADS
from articles.text.people.particles import JOINTS
from articles.text.people.phrase_ends import FIELDS
from articles.text.people.roles import role_at
from articles.text.people.trailing import trailing
from articles.text.words.phrases import word_set
from articles.text.words.tokens import Row

_WELCOMES = frozenset(("đón", "đãi", "mừng"))
_SECOND = frozenset(("với", "và"))
_OPEN, _CLOSED = frozenset("“‘\"'"), frozenset("”’\"'")
_LONGEST_TITLE = 22
_LONGEST_BODY, _LONGEST_LIST = 8, 16
_TELLING = word_set("sẽ đã đang là không cần phải này đó .")
_DAYS_OF = frozenset(("khánh", "đợt"))
"""Last words of what a day is the name of: `Quốc khánh 2/9`, `Huy hiệu Đảng đợt 2/9/2019`."""
_PAIRS = frozenset((("phòng", "chống"), ("trị", "trật")))
"""Words that a comma does not part: `phòng, chống dịch`, `an ninh chính trị, trật tự an toàn xã hội`."""
_MET_AT = frozenset(("tại", "buổi", "cuộc"))
_REPEATED = frozenset(("ủy", "uỷ", "sĩ", "sỹ", "trình", "viên"))
"""Last words of two on a list that goes on: `các tỉnh ủy, thành ủy`."""
_AMENDS, _LONGEST_DEED = (["bổ", "sung"], ["hoàn", "thiện"], ["sửa", "đổi"]), 2
"""What is done to a draft, and the words of what is done to it before, at most."""
_WITH_DEEDS = frozenset(("ceremony", "anniversary", "conference", "meeting"))
_CREDITS = frozenset(("ảnh", "nguồn", "photo", "video"))
_PAPER_ENDS = frozenset(("tư", "định", "quyết", "thị", "luận", "lệnh"))
"""Last words of `thông tư`, `nghị định` …, behind which a number stands."""


def over_mark(
    row: Row, i: int, at: int, end: int, limit: int, stop: int, kind: str
) -> tuple[int, bool]:  # fmt: skip
    """Behind a mark that the name goes on over, and True; otherwise where the name ends, and False."""
    text, after = row.words[i].text, i + 1
    if text in JOINTS and text not in "-‑" and after < limit and row.glued(i) and row.glued(after):
        return after, True  # `huyện Lam R’lấp`
    if text in _OPEN:
        title = after < stop and not row.words[after].text.islower()  # but `hội nghị | “có vấn đề” nhất`
        close = _close(row, after, stop) if title else 0
        return (close + 1, row.lows[close + 1 : close + 2] == ["lần"]) if close else (i, False)
    if after >= limit:
        return i, False
    following = row.words[after]
    if text in "-–":
        joins = (
            i > end
            and following.low not in _CREDITS
            and (following.capital or following.upper or row.glued(i) or _is_term(row, i))
        )
        return (after, True) if joins else (i, False)
    if text == ",":
        return _over_comma(row, i, at, end, limit, kind)
    if text == "&":
        joins = (row.glued(i) and row.glued(after)) or (row.words[i - 1].capital and following.capital)
        return (after, True) if joins else (i, False)
    if text == ".":
        era = row.words[i - 1].upper and row.glued(after) and following.number > 1900  # `PL.2567`
        return (after, True) if row.glued(i) and (era or row.lows[i - 1] == "tp") else (i, False)
    short = following.upper or (following.capital and not following.text[1:].islower())  # `(MoU)`
    if text == "(" and i + 2 < limit and short and row.words[i + 2].text == ")":
        return i + 3, True
    return i, False


def _over_comma(row: Row, i: int, at: int, end: int, limit: int, kind: str) -> tuple[int, bool]:
    after = i + 1
    welcomed = not _WELCOMES.isdisjoint(row.lows[end - 1 : i]) and "đoàn" not in row.lows[end:i]
    between = "giữa" in row.lows[end:i] and _SECOND.isdisjoint(row.lows[end:i])
    if i > end and (welcomed or between) and HEADS.match(row, after):
        return (
            after,
            True,
        )  # `Lễ đón Tổng Bí thư, Chủ tịch nước A`, `Hội đàm giữa Tổng Bí thư, Chủ tịch nước với …`
    if row.lows[after : after + 2] == ["nhiệm", "kỳ"]:
        return after, True  # `Đại hội … lần thứ I, nhiệm kỳ 2025 - 2030`
    if kind == "conference" and row.words[i - 1].number >= 0 and (close := _term(row, after, limit)):
        return close, False  # `Kỳ họp thứ 8, Quốc hội khóa XV`
    if _counted_on(row, after, limit):
        return after, True  # `Liên hoan hát Then, đàn Tính các dân tộc Tày, Nùng lần thứ VI`
    if kind in _WITH_DEEDS and end > at + 1 and DEED.match(row, after) and _goes_with(row, end, i):
        return after + 1, True  # `Lễ tổng kết, trao giải Liên hoan …`
    again = row.lows[i - 1] in _REPEATED and row.lows[after + 1 : after + 2] == [row.lows[i - 1]]
    if (row.lows[i - 1], row.lows[after]) in _PAIRS or (again and row.words[after].text.islower()):
        return after, True  # `Hội nghị báo cáo viên các tỉnh ủy, thành ủy`
    field = FIELDS.match(row, after) if row.words[at].capital or kind == "other" else None
    if field and field[0] < limit and (row.lows[field[0]] in (",", "và") or row.words[after].capital):
        return after, True  # `Đối thoại chính trị, an ninh và quốc phòng`
    countries = country_at(row, i - 1) and country_at(row, after)
    return after if countries else i, bool(countries)  # `Hội nghị cấp cao Campuchia, Lào, Việt Nam`


def _goes_with(row: Row, end: int, comma: int) -> bool:
    """`cuộc họp góp ý, | bổ sung dự thảo`: one of two deeds; but `chủ trì cuộc họp về đê, | bổ sung kinh phí`."""
    amends = row.lows[comma + 1 : comma + 3] in _AMENDS
    return not amends or (0 < comma - end <= _LONGEST_DEED and row.words[end].text.islower())


def _term(row: Row, at: int, limit: int) -> int:
    """Where `Quốc hội khóa XV` ends that begins at token `at`; 0 where it does not stand there."""
    for i in range(at, min(limit - 1, at + _LONGEST_BODY)):
        if not row.words[i].text[0].isalpha():
            break
        if row.lows[i] == "khóa":
            return i + 2
    return 0


def _counted_on(row: Row, at: int, limit: int) -> bool:
    """A list goes on at `at` that ends in `lần thứ …`, with no other event, time or deed in between."""
    for i in range(at, min(limit, at + _LONGEST_LIST)):
        if row.lows[i : i + 2] == ["lần", "thứ"]:
            return True
        if not (row.words[i].text[0].isalpha() or row.words[i].text == ",") or KINDS.match(row, i):
            return False
        if not row.words[i].capital and (END.match(row, i) or SAY.match(row, i)):
            return False
    return False


def _is_term(row: Row, i: int) -> bool:
    """`nhiệm kỳ 2026 | - 2031`: a dash between two years."""
    return row.words[i - 1].number > 1900 and row.words[i + 1].number > row.words[i - 1].number


def figure(row: Row, i: int, limit: int, kind: str) -> int:
    """Where a figure in parts ends that opens at token `i`: a thousand, a decimal, the day of a feast or batch or the
    number of a paper (`Thông tư 02/2017/TT-BYT`); 0 for none."""
    if i + 2 >= limit or not (row.glued(i + 1) and row.glued(i + 2)):
        return 0
    paper = row.words[i + 1].text == "/" and row.lows[i - 1] in _PAPER_ENDS
    if row.words[i + 2].number < 0 and not paper:
        return 0
    if paper:
        while i + 2 < limit and row.glued(i + 1) and row.glued(i + 2) and row.words[i + 1].text in "/-":
            i += 2
        return i + 1
    mark, second = row.words[i + 1].text, row.words[i + 2]
    thousand = mark in ".," and len(second.text) == 3
    decimal = mark == "," and row.words[i].number < 1000
    feast = mark in "./-" and second.number <= 12 and row.lows[i - 1] in _DAYS_OF
    year = feast and row.lows[i + 3 : i + 4] == ["/"] and i + 4 < limit and row.words[i + 4].number > 1900
    return i + 5 if year else i + 3 if thousand or decimal or feast else 0


def titled(row: Row, at: int, end: int, stop: int) -> int:
    """The mark that closes a quotation which is a title, and no speech that opens with an event word; else 0."""
    close = _close(row, end, stop)
    short = row.words[at].capital and end < close <= at + _LONGEST_TITLE
    return close if short and _TELLING.isdisjoint(row.lows[at:close]) else 0


def entitled(row: Row, at: int, stop: int) -> tuple[int, int] | None:
    """The title in quotation marks behind `có chủ đề`, `mang tên` at token `at`."""
    if row.lows[at : at + 2] not in (["có", "tên"], ["mang", "tên"]):
        if row.lows[at : at + 3] not in (["có", "chủ", "đề"], ["với", "chủ", "đề"], ["mang", "chủ", "đề"]):
            return None
        at += 1
    begin = at + 2
    if begin >= stop or row.words[begin].text not in _OPEN:
        return None
    close = _close(row, begin + 1, stop)
    return (begin, close + 1) if close else None


def _close(row: Row, at: int, stop: int) -> int:
    """The mark that closes a quotation opened before token `at`; 0 where none does soon."""
    return next((k for k in range(at, min(stop, at + 30)) if row.words[k].text in _CLOSED), 0)


def speaks(row: Row, start: int, at: int) -> bool:
    """`tại lễ ra quân | đồng chí A, Phó Chủ tịch huyện, yêu cầu …`: who speaks there is no part of the name that begins
    at token `start`; but whom a `lễ đón` is for is."""
    if row.lows[at] not in HEAD_WORDS or row.lows[start - 1] not in _MET_AT:
        return False
    role = role_at(row, at)
    if role is None or role.name is None or not _WELCOMES.isdisjoint(row.lows[start:at]):
        return False
    end = trailing(row, role.name)[0]
    marked = end + 1 < row.size and row.words[end].text in ",-–"
    held = role_at(row, end + 1, after_name=True) if marked else None
    return acts(row, role.name._replace(end=held.end if held is not None else end))
