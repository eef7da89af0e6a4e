"""Whether an office behind a name is that person's: not the next one's, nor everybody's, nor the subject of a verb."""

from articles.text.people.countries import country_at
from articles.text.people.heads import COLLECTIVE, HEAD_WORDS
from articles.text.people.names import Name, name_at
from articles.text.people.phrase_ends import FIELDS, ends_phrase
from articles.text.people.roles import MINISTERS, SPOUSES, Role, role_at
from articles.text.words.phrases import word_set
from articles.text.words.tokens import Row

_BREAK_AFTER = frozenset(".,;:)!?…–-—|")
FRONTED = word_set(
    "tiếp gặp tới đến chào tại thay thừa trả trao đón cùng trong cảm chúc hội sau trước nhân khi theo với về"
)
_AFTER_BARE = word_set("từ của tại thuộc người được đang trong phụ kiêm chuyên đến")
"""What may go on after a bare office behind a name without being the sentence's verb: `X, chuyên gia từ …`."""
_WORKING = frozenset(("làm việc tại", "làm việc ở", "làm việc cho"))
_DASHES = frozenset("-–—")
_HEADS_OF_ALL = frozenset(("tổng bí thư", "chủ tịch nước"))
"""Offices that one person may hold both of, and that have one holder."""
_GOVERNING = frozenset(("tổng thống", "thủ tướng"))
"""Who is told of before the ministers, where one person is both."""
_RULING = _GOVERNING | MINISTERS | {"chủ tịch nước", "ngoại trưởng", "quốc vương"}
_OPENING, _SHORT = 2, 2
"""Words before the name that a sentence begins with, behind which a bare office of more words than these is the
name's: `Ông A, giám đốc điều hành | nói`, but `Tổng thống A, Thủ tướng | nói`."""
_PRESS = frozenset(("phóng", "pv", "báo"))
"""Whom one speaks to: `Trao đổi với phóng viên | ông A, Giám đốc … nói`."""
_PRESENT = frozenset(("có", "gồm", "nghe"))
"""Before a name, these say that the sentence tells of who is there: `Tại lớp học, học viên nghe | A, Giám đốc …`."""
_ONCE = frozenset(("nguyên", "cựu"))
"""Before `lãnh đạo` these speak of one person."""
_SOON = 4
"""Words from an office on in which `các` speaks of those who hold it: `lãnh đạo (và) | các …`, and not of what they
lead: `lãnh đạo Bộ Tư lệnh phụ trách | các …`."""
_LED_BY_ONE = frozenset(("đảng", "phe", "phong", "nhóm", "liên", "tổ", "khối"))
"""Parties and movements have a leader, other bodies those who lead them."""
_ALL = frozenset(("lãnh", "các", "nhiều", "đông"))


def held_by_another(role: Role, following: Role) -> bool:
    """`Sau khi gặp Bộ trưởng Quốc phòng, | Tổng thống A …`, `Trước chuyến thăm của Tổng thống Peru, | Thủ tướng Lào
    A …`: nobody holds both."""
    if role.words in MINISTERS and following.words in _GOVERNING:
        return True
    ruling = role.words in _RULING and following.words in _RULING
    return ruling and "" not in (role.country, following.country) and role.country != following.country


def of_another(row: Row, at: int, role: Role, mark: str, *, seated: bool) -> bool:
    """The office at token `at`, behind `mark`, leads to somebody else. `seated`: the person has an office behind which
    no seat is told of."""
    if role.name is not None or role.kind == "address" or role.plural:
        return True
    if mark == "và" and (role.words in COLLECTIVE or (role.words in SPOUSES and role.bare)):
        return True  # `A và phu nhân`, `A, Bí thư Tỉnh ủy và lãnh đạo các sở`
    if mark == "và" and role.end < row.size and _name_after_list(row, role.end):
        return True
    if _shared_ahead(row, role) or (seated and _opens_offices(row, role)):
        return True
    # `A, Chủ tịch Quốc hội Lào | B`, `A, Bộ trưởng Quốc phòng | B`
    return bool(role.country or role.words in MINISTERS) and _leads_on(row, at, role.end)


def of_all(row: Row, at: int, role: Role, *, listed: bool) -> bool:
    """`A, lãnh đạo và cán bộ …`, `A, đại diện lãnh đạo tỉnh Lam Trà …`, `A, nghệ sĩ của các …`; `listed` behind an
    office and a comma: `A, Giám đốc Sở Y tế, | lãnh đạo huyện Lam Trà, …`."""
    led = row.lows[at + 2 : at + 4]
    by_one = not _LED_BY_ONE.isdisjoint(led[:1]) and led[1:] not in (["ủy"], ["bộ"])  # but `lãnh đạo đảng ủy`
    many = role.bare or (listed and role.words == "lãnh đạo" and not by_one)
    many = many or not _ALL.isdisjoint(row.lows[at + 1 : min(role.end, at + _SOON)])
    if many and role.words in COLLECTIVE and row.lows[at] not in _ONCE:
        return True
    return role.kind != "office" and "các" in row.lows[at : at + 4]


def acts_itself(row: Row, name: Name, role: Role, at: int, mark: str, *, held: bool, aged: bool) -> bool:
    """The office at token `at`, behind `mark`, is what the sentence goes on about: `Tiếp A, Chủ tịch Quốc hội | khẳng
    định …`. `held`: the person has an office already; `aged`: and an age, so that no comma parts the two."""
    if role.end >= row.size:
        return False
    closing = row.words[role.end].text
    if closing in _BREAK_AFTER or closing in ("và", "kiêm", "&", "(", "nơi") or _besides(row, role.end):
        return False
    if role.bare and row.words[at].upper and closing[0].isupper() and row.lows[role.end] in HEAD_WORDS:
        return False  # `A - TUV | Phó Chủ tịch UBND tỉnh`
    if row.lows[at - 1] == "một" and name.start == row.sentence_start(name.start):
        return False  # `A, một | sinh viên bị thương, cho biết`
    trade = role.kind == "occupation" and not row.words[role.end].capital and not ends_phrase(row, role.end)
    listed = mark == "," and held
    dashed = mark in _DASHES and role.kind == "office" and not row.glued(at - 1)
    opens = name.start - row.sentence_start(name.start) <= _OPENING and role.end - role.start > _SHORT
    if role.bare and not (trade or listed or opens or dashed) and row.lows[role.end] not in _AFTER_BARE:
        return True
    if mark == "và" or (mark == "là" and row.lows[at - 1] != "một"):
        return True
    return not aged and _fronted(row, name)


def _besides(row: Row, at: int) -> bool:
    """`A, doanh nhân | đồng thời là đại biểu …`, `A, nhân viên | làm việc tại …`"""
    return row.lows[at : at + 2] == ["đồng", "thời"] or " ".join(row.lows[at : at + 3]) in _WORKING


def _shared_ahead(row: Row, role: Role) -> bool:
    """`(A), | Trưởng ban Kiểm phiếu - đại biểu B nói`, `(Thăm nhà A), | Tổng Bí thư, Chủ tịch nước B nói`: with the
    office behind it, this one is of whoever is named there."""
    at = role.end
    if at + 1 >= row.size or row.lows[at + 1] not in HEAD_WORDS:
        return False
    dashed, both = row.words[at].text in _DASHES, role.bare and role.words in _HEADS_OF_ALL
    if not dashed and not (both and row.words[at].text == ","):
        return False
    beside = role_at(row, at + 1)
    if beside is None or beside.name is None or beside.kind == "address":
        return False
    return dashed or (beside.words in _HEADS_OF_ALL and ends_phrase(row, beside.name.end))


def _opens_offices(row: Row, role: Role) -> bool:
    """`(A, Thường trực Ban Bí thư,) | Ủy viên Trung ương Đảng, Chủ tịch Hội Nông dân B`: the seat with which somebody's
    offices begin, who is named behind the rest."""
    if role.words != "ủy viên" or role.bare:
        return False
    at = role.end
    while at + 1 < row.size and row.words[at].text in ",-–" and row.lows[at + 1] in HEAD_WORDS:
        beside = role_at(row, at + 1)
        if beside is None or beside.kind != "office" or beside.plural:
            return False
        if beside.name is not None:
            return beside.name.sure and ends_phrase(row, beside.name.end)
        at = beside.end
    return False


def _leads_on(row: Row, at: int, end: int) -> bool:
    """The office at token `at` leads to a name behind its country or a minister's field, within the words to `end`."""
    role = role_at(row, at)
    name = role.name if role is not None else None
    if role is None or name is None or name.start >= end:
        return False
    if role.words in MINISTERS:
        return any(
            (found := FIELDS.match(row, i)) and found[0] == name.start for i in range(at + 1, name.start)
        )
    if name.kind != "foreign" or not name.sure:
        return False
    return any((found := country_at(row, i)) and found[0] == name.start for i in range(at, name.start))


def _name_after_list(row: Row, at: int) -> bool:
    """`… và Trung tướng, GS.TS | A`: the office behind `và` is that of the next on the list."""
    if row.words[at].text != "," or at + 1 >= row.size:
        return False
    while at + 1 < row.size and row.words[at].text in ",." and row.lows[at + 1] in HEAD_WORDS:
        role = role_at(row, at + 1)
        if role is None or role.kind not in ("rank", "occupation"):
            return False
        if role.name is not None:
            return True
        at = role.end
    return at + 1 < row.size and row.words[at].text == "," and name_at(row, at + 1) is not None


def _fronted(row: Row, name: Name) -> bool:
    """The sentence opens with a verb or preposition, so the subject is still to come after the comma:
    `Tiếp ông A, Chủ tịch Quốc hội khẳng định` gives A no office; `Sau lễ đón, A, Bộ trưởng …, đã hội đàm` does."""
    start = row.sentence_start(name.start)
    opening, before = row.lows[start], row.lows[start : name.start]
    # `Cùng dự có A, Bộ trưởng Quốc phòng cùng …`, `Theo A, Chánh Văn phòng UBND tỉnh cho biết`
    if opening not in FRONTED or opening == "theo" or not _PRESENT.isdisjoint(before):
        return False
    return "," not in before and _PRESS.isdisjoint(before)
