"""Offices told of by themselves before a comma, whose holder is not the one named behind it: `Nhận lời mời của Chủ tịch
nước, | Tổng thống A …`, `Thừa ủy quyền của Bộ trưởng, | Thứ trưởng B …`; and those before `là` or a colon, whose
holder is."""

from articles.text.people.heads import COLLECTIVE, HEAD_WORDS
from articles.text.people.phrase_ends import ends_phrase, name_here
from articles.text.people.roles import SPOUSES, Role, role_at
from articles.text.people.whose import FRONTED
from articles.text.words.tokens import Row

_ASKING = frozenset(("phóng viên", "pv", "nhà báo"))
_ORDERS = frozenset(
    (
        ("ủy", "quyền"),
        ("uỷ", "quyền"),
        ("chỉ", "đạo"),
        ("phân", "công"),
        ("đề", "nghị"),
        ("yêu", "cầu"),
        ("mệnh", "lệnh"),
        ("thừa", "lệnh"),
        ("theo", "lệnh"),
        ("đồng", "ý"),
    )
)
_BY_ORDER = frozenset((("ủy", "quyền"), ("uỷ", "quyền"), ("thừa", "lệnh"), ("theo", "lệnh")))
"""Of these, whose order it was may follow at once."""
_ASKED = (["trao", "đổi", "với"], ["liên", "hệ", "với"])
_OFFICE = (["giữ", "chức"], ["chức", "vụ"])
"""Before what somebody is put in."""
_VACANT = (["kiện", "toàn"], ["khuyết", "thiếu"])
_SEATS = ("ủy viên", "uỷ viên")
"""Told of before the office that people are known by, and hardly ever alone."""
_MEETING = frozenset(("tiếp", "gặp", "với", "chào", "đón", "thăm", "vấn", "hỏi"))
"""Last words before whom somebody meets or asks: `Chất vấn | Bộ trưởng Bộ Y tế, đại biểu A nói`."""
_FAR_BACK, _FURTHER_BACK = 16, 40
_TO_WHOM = frozenset(("gặp", "tiếp", "mời", "có", "do", "nhiệm", "bắt"))
"""Before an office and `là`, who holds it follows: `miễn nhiệm | Chủ tịch Liên đoàn là ông A`."""
_CLAUSE_MARKS = frozenset(',;:("“')


def holder_is_another(row: Row, role: Role, after: int) -> bool:
    """Behind `role` and a comma, the name at token `after` is somebody else's."""
    if role.words in SPOUSES and role.bare:
        return True  # `A và Phu nhân, Chủ tịch nước B`
    if _many(row, role) or _visitor(row, role) or _put_in(row, role):
        return True
    return _inviter(row, role, after) or _by_order(row, role, after)


def told_of_all(row: Row, role: Role) -> bool:
    """The office is that of others, for whom or to whom the one behind the comma speaks."""
    return _for_all(row, role) or _told_to(row, role)


def opens_clause(row: Row, role: Role) -> bool:
    """`(Tại đây,) | người sáng lập là bà A`, but `(em của) | Giám đốc là ông A`."""
    if role.kind not in ("office", "occupation"):
        return False
    if not role.bare and row.lows[role.start - 1] in _TO_WHOM:
        return True
    return role.start == 0 or row.words[role.start - 1].text in _CLAUSE_MARKS or labels(row, role)


def labels(row: Row, role: Role) -> bool:
    """`Chủ tịch: A`: the office opens its line or sentence."""
    begins = role.start == row.sentence_start(role.start) or row.words[role.start - 1].text == ":"
    return begins and role.kind in ("office", "occupation")


def _many(row: Row, role: Role) -> bool:
    """`(Thiếu) | học sinh ở trường tư thục, ông A …`: those whom the sentence is about, and not who speaks."""
    told = role.head.group and not role.bare and row.words[role.start].text.islower()
    return told and role.start > 0 and row.lows[role.start - 1] != "theo"


def _visitor(row: Row, role: Role) -> bool:
    """`(chuyến) thăm Việt Nam … của | Thủ tướng Lào`: the one whose visit was the occasion, told of by office alone."""
    start = role.start
    if not start or row.lows[start - 1] != "của" or not role.country:
        return False
    if row.lows[row.sentence_start(start)] not in FRONTED:
        return False  # `Đây là chuyến thăm Việt Nam của | Tổng thư ký Đảng Xanh Peru, Chủ tịch Hội A`
    return not {"thăm", "chuyến"}.isdisjoint(
        row.lows[max(row.sentence_start(start), start - _FAR_BACK) : start]
    )


def _put_in(row: Row, role: Role) -> bool:
    """`A được bổ nhiệm giữ chức | Tư lệnh Quân khu 4, Thiếu tướng B …`: somebody before is put in; or nobody is yet."""
    start = role.start
    to = start > 1 and (row.lows[start - 1] == "làm" or row.lows[start - 2 : start] in _OFFICE)
    vacant = to and row.lows[max(0, start - 4) : start - 2] in _VACANT
    return vacant or (to and _subject_before(row, start))


def _subject_before(row: Row, at: int) -> bool:
    """Somebody is named before token `at` in its sentence."""
    begin = max(row.sentence_start(at), at - _FURTHER_BACK)
    return any(row.words[i].capital and name_here(row, i) for i in range(begin, at))


def _inviter(row: Row, role: Role, after: int) -> bool:
    """`(Nhận lời) mời của | Chủ tịch nước, Tổng thống Peru A thăm …`: who invites is told of by office alone, and is of
    another country than the guest."""
    if row.lows[max(0, role.start - 2) : role.start] != ["mời", "của"]:
        return False
    guest = role_at(row, after) if after < row.size else None
    if guest is None or guest.name is None or guest.country == role.country:
        return False
    return row.lows[guest.name.end : guest.name.end + 1] != [","]


def _by_order(row: Row, role: Role, after: int) -> bool:
    """`Thừa ủy quyền của Bộ trưởng, | Thứ trưởng A đã trao …`, `Tại buổi tiếp Đại sứ, | Bộ trưởng A nói`: whose order
    it was, or who is met, is told of by office alone, and another acts."""
    start = role.start
    ordered = start > 1 and _ordered(row, start)
    if not ordered and not (start and row.lows[start - 1] in _MEETING):
        return False
    acting = role_at(row, after) if after < row.size and row.lows[after] in HEAD_WORDS else None
    if ordered and acting is not None and acting.kind in ("rank", "address"):
        return True
    if not ordered and acting is not None:
        # `Trao đổi với | Chủ tịch xã, ông A cho biết`; `A gặp | Phó Thủ tướng, Bộ trưởng Ngoại giao B`
        asked = acting.kind == "address" and row.lows[start - 3 : start] in _ASKED
        asked = asked and row.sentence_start(start) == start - 3
        if asked or (acting.kind in ("office", "rank") and _subject_before(row, start)):
            return False
    name = acting.name if acting is not None and not role.words.startswith(_SEATS) else None
    if name is None or name.end >= row.size:
        return False
    return (ordered or ends_phrase(row, name.end)) and row.words[name.end].text != ","


def _ordered(row: Row, start: int) -> bool:
    """`chỉ đạo của | Bộ trưởng`, `thừa lệnh | Bộ trưởng`, `thừa ủy quyền (của) | Thủ tướng`"""
    of = row.lows[start - 1] == "của"
    words = tuple(row.lows[start - of - 2 : start - of])
    return words in _ORDERS if of else words in _BY_ORDER


def _for_all(row: Row, role: Role) -> bool:
    """`Thay mặt lãnh đạo Sở Y tế, ông A …`, but `Đại diện Công ty Lam Trà, ông A …`."""
    begin = row.sentence_start(role.start)
    if row.lows[begin : begin + 2] == ["thay", "mặt"] and "," not in row.lows[begin : role.start]:
        return True
    if role.words not in COLLECTIVE:
        return False
    told = row.lows[role.start : role.end]
    return role.bare or "lãnh" in told or "các" in told


def _told_to(row: Row, role: Role) -> bool:
    """`Trao đổi với phóng viên Báo Lam Trà, | ông A …`: who asks is not who answers."""
    return role.words in _ASKING and role.start > 0 and row.lows[role.start - 1] in ("với", "cho")
