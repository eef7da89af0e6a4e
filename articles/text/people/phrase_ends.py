"""Where a phrase of an office ends: at verbs, at marks, before a name; and which marks it goes on over."""

from articles.text.lexicon import flagged
from articles.text.people.countries import country_at
from articles.text.people.heads import HEADS, STATUS, Head
from articles.text.people.names import PLACES, name_at
from articles.text.people.organisations import ORG_WORDS, ORGANISATIONS
from articles.text.words.phrases import Phrases, phrases, word_set
from articles.text.words.tokens import Row

_LINKS = frozenset(("về", "của", "tại", "ở", "và", "các", "vì"))
_DANGLING = word_set("of the của nước các và tại ở về người gốc phía kiêm vì tên khác")
_BRACKETED = frozenset(("sinh", "bên", "trái", "phải"))
_PARTS = frozenset(",;)")
_SHORTENED = frozenset(("tp", "tx", "tt", "p", "q", "h"))
_DASHES = frozenset("-–—")
_SEXES = frozenset(("nữ", "nam"))
"""`Quản lý | của nữ | ca sĩ A`"""
_WHOLE = frozenset(
    (("tịch", "nước"), ("nhà", "nước"), ("đất", "nước"), ("nhà", "ở"), ("trong", "nước"))
) | frozenset((("ngoài", "nước"), ("cấp", "nước"), ("thoát", "nước"), ("nguyên", "nước")))
"""Words that lead nowhere, but for the one before them."""
_ONE_TASK = frozenset((("phòng", "chống"), ("cháy", "chữa"), ("vệ", "chăm"), ("học", "cao")))
"""Words that are one with a comma between them."""
_CLOSING = frozenset(".,;:)!?…–—-")
_WHERE = frozenset(("trên", "gần", "cạnh", "ven"))
"""Where a place is told of, words on a trade are over: `chủ quán cà phê | trên đường Lam Khê`."""
FIELDS = phrases("fields")
BREAKS = Phrases(lambda: flagged("breaks"))
ROLE_WORDS = Phrases(lambda: ((entry, flag or entry) for entry, flag in flagged("role_words")))
_MATTERS = ("việc", "vụ việc", "chuyện", "câu chuyện", "trách nhiệm", "nội dung", "kết quả", "quá trình", "tình hình",
            "lý do", "nguyên nhân", "cách", "chiến dịch", "sự kiện", "ý nghĩa", "những", "chuyến thăm")  # fmt: skip
SPOKEN_OF = Phrases(lambda: ((words, True) for words in _MATTERS))
"""Behind `về`, no field of anybody's: `phỏng vấn A, đại biểu Quốc hội về | trách nhiệm của …`."""
LOWER_RUN = 4
_GOVERNED = frozenset(("xã", "phường", "trấn", "huyện", "quận", "tỉnh"))
_TOLD_ON = 4
GATHERINGS = frozenset(
    (("kỳ", "họp"), ("cuộc", "họp"), ("phiên", "họp"), ("buổi", "lễ"), ("buổi", "họp"), ("hội", "nghị"))
) | frozenset((("hội", "thảo"), ("đại", "hội"), ("diễn", "đàn"), ("tọa", "đàm"), ("họp", "báo")))
"""What somebody is at, and does not lead: `Phó Chủ tịch UBND thành phố tại | hội thảo`."""
SINCE = frozenset(("hiện", "từng"))
"""Behind `và`, what somebody is or was as well."""
_MEMBERS = (["thành", "viên"], ["đại", "biểu"], ["cán", "bộ"])
"""Behind `và các`, who came with somebody: `các | thành viên trong đoàn`, but `các | thành phố vệ tinh`."""
_COMPANY = frozenset(("đại", "công", "cán", "cấp"))
"""Behind `Đoàn`, who came with somebody: `Đoàn | đại biểu`, `Đoàn | công tác`."""


def ends_phrase(row: Row, at: int) -> bool:
    """Whether token `at` cannot go on with the word before it (`Bộ trưởng Sơn nói`, but `Ngoại giao`)."""
    if at >= row.size or not row.words[at].text[0].isalnum() or row.lows[at] in _LINKS:
        return True
    return BREAKS.match(row, at) is not None


def with_others(row: Row, at: int) -> bool:
    """`A, Đại sứ Lào và | các quan chức …`, `A, Tư lệnh Quân khu 4 và | đoàn công tác`: those who are with somebody; or
    `A, nguyên Bí thư Huyện ủy và | hiện là …`: another office."""
    if at + 1 >= row.size:
        return False
    if row.lows[at] == "đoàn":
        return row.lows[at + 1] in _COMPANY or (row.words[at].text == "đoàn" and row.lows[at + 1] != "thể")
    if row.words[at].text == "các" and row.lows[at + 1 : at + 3] in _MEMBERS:
        return True
    return row.lows[at] in SINCE or (row.lows[at] == "các" and HEADS.match(row, at + 1) is not None)


def goes_over(row: Row, at: int, stopped: tuple[int, str], *, freely: bool) -> bool:
    """Whether a word at token `at` that else ends a role goes on with the syllable before it: `Ngoại | giao`; but `Sở
    Ngoại vụ | tham gia`, a verb of two syllables."""
    return not stopped[1] and (freely or ROLE_WORDS.match(row, at) is not None)


def tells(row: Row, at: int) -> bool:
    """`Phó Chủ tịch UBND xã | tuyên truyền và vận động bà con`: behind a unit without a name, words in lower case
    that no name of it follows."""
    if row.lows[at - 1] not in _GOVERNED:
        return False
    if (
        ROLE_WORDS.match(row, at)
        or ORGANISATIONS.match(row, at)
        or PLACES.match(row, at)
        or HEADS.match(row, at)
    ):
        return False
    return all(word.text.islower() and word.text.isalpha() for word in row.words[at : at + _TOLD_ON])


def untrail(row: Row, start: int, stop: int) -> int:
    """`stop` moved back over words that lead nowhere: `của`, `các`, a dash."""
    while stop > start and row.words[stop - 1].text != ")":
        if row.lows[stop - 1] in _SEXES and row.lows[stop - 2 : stop - 1] == ["của"]:
            stop -= 1
        if row.lows[stop - 1] not in _DANGLING and row.words[stop - 1].text[0].isalnum():
            break
        if tuple(row.lows[stop - 2 : stop]) in _WHOLE:
            break
        stop -= 1
    return stop


def name_here(row: Row, at: int) -> bool:
    """A full Vietnamese name with little doubt, where a word of an organisation might also stand."""
    name = name_at(row, at)
    if name is None or name.kind != "vietnamese":
        return False
    return name.end - name.start >= 3 or row.words[at].surname == 3


def leads_to_name(row: Row, at: int) -> tuple[bool, bool]:
    """`nhà sản xuất | video người Anh | Ian Holt`: whether a few plain words lead from the head to a clear name; and
    whether all of them are known, before a Vietnamese one: `VĐV | điền kinh | Tạ Thị Én`."""
    past, known = at, True
    for i in range(at, min(row.size, at + LOWER_RUN + 1)):
        word = row.words[i]
        if i < past:
            continue  # `nhân viên | hàng không`
        if word.text.islower() and (phrase := ORG_WORDS.match(row, i)):
            past = phrase[0]
            continue
        if word.capital:
            if country_at(row, i):
                continue
            name = name_at(row, i)
            if name is None or name.kind != "foreign":
                led = name is not None and name_here(row, i)
                return led, led and known
            owned = row.lows[name.end : name.end + 1] in (["thuộc"], ["của"])
            return (known and i > at) or word.given or word.surname == 1 or owned, False
        if word.number >= 0 and i > at:
            continue  # `tay vợt | số 2 thế giới | A`
        if not word.text[0].isalpha() or word.upper or (i > at and HEADS.match(row, i)):
            return False, False
        if BREAKS.match(row, i):
            return False, False
        known = False
    return False, False


def closing(row: Row, stop: int) -> int:
    """Behind a name, words that no list knows belong to the role when a mark closes it soon: `, giám đốc
    chi nhánh điện Đông Phú, …`."""
    for at in range(stop, min(row.size, stop + LOWER_RUN)):
        if row.words[at].text in _CLOSING or row.lows[at] in _WHERE:
            return at
        if BREAKS.match(row, at) or not row.words[at].text[0].isalnum() or HEADS.match(row, at):
            return -1
    return stop if stop >= row.size else -1


def over_mark(row: Row, at: int, head: Head, *, opened: bool) -> int:
    """Past a mark that does not end the role: `(SOM)`, `PGS.TS.`, `Lao động - Thương binh`; else `at`."""
    words = row.words
    text = words[at].text
    if at + 1 >= row.size:
        return at
    if text == "(":
        inner = words[at + 1]
        if not (inner.upper or inner.capital) or inner.low in _BRACKETED:
            return at
        if inner.upper and words[at + 2 : at + 3] and words[at + 2].text == ")":
            return at + 3  # `Giám đốc tài chính (CFO) | Công ty …`
        if HEADS.match(row, at + 1) or STATUS.match(row, at + 1):
            return at
        ends = (i for i in range(at + 2, min(row.size, at + 9)) if words[i].text in _PARTS)
        end = next(ends, at)  # `(Bộ Công an)`, but `(Lamco, chủ đầu tư)` explains
        return end + 1 if words[end].text == ")" else at
    if text == ".":
        before = words[at - 1]
        short = row.glued(at + 1) and (before.upper or len(before.text) <= 2)
        goes_on = (head.kind == "rank" and not opened) or short or before.low in _SHORTENED
        return at + 1 if row.glued(at) and goes_on else at
    if text in _DASHES and words[at + 1].text in ("PV", "Ảnh", "ảnh"):
        return at  # `(người sáng lập báo Lam Trà - PV)`, `Bí thư Quận ủy - Ảnh: …`
    if text in _DASHES or text in "&/":
        if row.glued(at) and row.glued(at + 1):
            letters = words[at - 1].upper and words[at + 1].capital and not opened
            office = HEADS.match(row, at + 1) if letters else None
            return at if office and office[1].kind == "office" else at + 1  # `TUV-|Chủ tịch huyện`
        if not opened or name_here(row, at + 1):
            return at
        if FIELDS.match(row, at + 1):
            return at + 1
        heads_on = HEADS.match(row, at + 1) or STATUS.match(row, at + 1)
        proper = (
            words[at + 1].capital or words[at + 1].upper or PLACES.match(row, at + 1)
        )  # `châu Âu - | châu Mỹ`
        return at + 1 if text != "/" and proper and not heads_on else at
    if text == "," and (words[at - 1].low, words[at + 1].low) in _ONE_TASK:
        return at + 2  # `Ban Phòng, | chống tham nhũng`
    if text == "," and opened and (field := FIELDS.match(row, at + 1)):
        # `Bộ Văn hóa, Thể thao và …`; in lower case only where the list goes on.
        goes_on = words[at + 1].capital or (field[0] < row.size and row.lows[field[0]] in (",", "và"))
        return at + 1 if goes_on and not name_here(row, at + 1) else at
    return at
