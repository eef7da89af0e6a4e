"""Another office or trade among the words behind an office: a part of it, or its end."""

from articles.text.people.countries import country_at
from articles.text.people.heads import COLLECTIVE, HEADS
from articles.text.people.names import PLACES, name_at
from articles.text.people.organisations import ORG_WORDS, ORGANISATIONS
from articles.text.people.phrase_ends import BREAKS, name_here
from articles.text.people.reading import Reading
from articles.text.words.phrases import word_set
from articles.text.words.tokens import Row

_NESTING = frozenset(
    (
        "trợ lý",
        "thư ký",
        "thư ký riêng",
        "phu nhân",
        "phu quân",
        "đặc phái viên",
        "phái viên",
        "đặc sứ",
        "cố vấn",
        "cố vấn cấp cao",
        "cố vấn an ninh quốc gia",
        "ứng viên",
        "ứng cử viên",
    )
) | frozenset(
    ("đại diện", "người phát ngôn", "phát ngôn viên", "phát ngôn nhân", "chánh văn phòng", "trưởng")
)
BODIES = ("phòng", "đoàn", "hội", "ban", "khoa", "môn", "trạm", "nhóm", "tổ", "đội")
"""Last words of heads that go on with what the body is for: `Trưởng ban | Thư ký`."""
LED = frozenset(("phó", "nguyên", "cựu"))
"""Before an office, these belong to it."""
_TASKS = frozenset(("thanh tra", "điều hành", "chỉ huy"))
_MEMBERS = frozenset(("quản lý", "đại biểu", "nghị sĩ"))
_MARKS_OF_LISTS = frozenset((",", "và", ")", "-", "–"))
SERVING = ("cố vấn", "tham tán", "tùy viên", "trợ lý", "bí thư thứ", "công sứ")
"""Heads of those who serve at an embassy or in an office."""
_UNITS = word_set("cục vụ phòng khoa viện tâm ban môn trạm đội tổ đoàn vùng khối")
"""Last words of what opens a part of a larger body: `Trung tâm`, `Bộ môn`, `Lữ đoàn`."""
_POLITE = frozenset(("ông", "bà", "ngài"))


def nested_head(reading: Reading, at: int) -> bool | None:
    """Another head inside this one: part of it (`Trợ lý Bộ trưởng`, `Đoàn Luật sư`) or its end."""
    row = reading.row
    nested, word = HEADS.match(row, at), row.words[at]
    if nested is None:
        return None
    if word.surname and name_here(row, at) and not (word.low in _POLITE and _full_name(row, at + 1)):
        return None
    if word.capital and PLACES.match(row, at):
        return None  # `Ngã ba Ông Tạ`, but `ông Tạ Văn Kha`
    end, head = nested
    if (stopped := BREAKS.match(row, at)) and stopped[0] > end:
        return False  # `Thủ tướng Chính phủ | điều hành phiên họp`
    if row.glued(at) and row.words[at - 1].text in "-–&/":
        return None  # `Bộ KH-CN`
    if (body := ORGANISATIONS.match(row, at)) and body[0] >= end + (not word.upper):
        return None  # `Bí thư thứ ba | Đại sứ quán`, `Ủy viên | BTV Huyện ủy`
    if head.kind == "address" and (body := ORG_WORDS.match(row, at)) and body[0] > end:
        return None  # `Ban đại diện | cha mẹ học sinh`
    if head.kind == "address":
        # `Báo | Chàng Trai`, `phóng viên | Anh`
        word = row.words[at]
        whole = end > at + 1 and row.words[end - 1].capital  # `Truyền thông | Chàng Trai`
        named = (at == reading.organisation_end or whole) and word.syllable and word.low not in _POLITE
        return None if named or (row.words[at].text in ("Anh", "Em") and country_at(row, at)) else False
    if row.lows[at - 1] == "và" and end < row.size and name_at(row, end) and not country_at(row, end):
        return False  # `nguyên Bí thư Huyện ủy Lam Trà và | già làng Tạ Kha`
    led = reading.head_words.endswith(BODIES)
    if row.lows[at - 1] == "và" and " ".join(row.lows[at:end]) in COLLECTIVE:
        return False  # `Phó Chủ tịch UBND huyện và | cán bộ, công chức`
    theirs = row.lows[at - 1] == "của" and end < row.size and row.words[end].capital and name_at(row, end)
    nests = reading.head_words in _NESTING or reading.head_words.endswith("văn phòng")
    if theirs and head.kind == "occupation" and not nests and not country_at(row, end):
        return False  # `khung thành của | thủ môn Tạ Văn Kha`
    inside = head.kind == "occupation" and (reading.opened or led)
    within = reading.organisation >= 0 or (
        led and reading.opened
    )  # `Trưởng phòng Cảnh sát | quản lý hành chính`
    inside = inside or (within and _names_task(reading, at, end))
    inside = inside or row.lows[at:end] == ["phụ", "trách"]
    inside = inside or (led and at == reading.head_end and ORG_WORDS.match(row, at) is not None)
    inside = inside or (row.lows[at - 1] == "cử" and row.lows[at - 2] == "tranh")
    begin = at - (row.lows[at - 1] in LED)  # `Trợ lý | Phó Thủ tướng`, `Hội | nguyên đại biểu Quốc hội`
    if nests and row.lows[begin - 1] == "của":
        begin, reading.whose = begin - 1, end  # `A, cố vấn | của Tổng thống`
    if begin == reading.organisation_end or inside or (begin == reading.head_end and nests):
        # `Trưởng Văn phòng Luật sư | Tạ Văn Kha`: the firm's own name
        reading.eats |= head.kind == "occupation" and row.lows[at - 2 : at] == ["văn", "phòng"]
        return reading.take(end, free=True)
    return False


def _names_task(reading: Reading, at: int, end: int) -> bool:
    """`Phó Cục trưởng Cục Cảnh sát | Quản lý trại giam`, `Chủ tịch Nhóm | đại biểu trẻ`: what the body is for or made
    up of, and nobody's office."""
    row = reading.row
    words = " ".join(row.lows[at:end])
    if end >= row.size or not (words in _MEMBERS or words in _TASKS):
        return False
    if words in _TASKS and not row.words[at].capital:
        return False  # `Phó Chủ tịch UBND xã | điều hành …`
    return not name_here(row, end) and row.lows[at - 1] not in _MARKS_OF_LISTS


def _full_name(row: Row, at: int) -> bool:
    """`Chủ tịch UBND tỉnh Ông | Hà Văn Lộc`: what stands behind the form of address is a whole name."""
    name = name_at(row, at)
    return name is not None and name.kind == "vietnamese" and name.sure and name.end - at >= 3


def names_body(reading: Reading, at: int) -> bool:
    """The body that the office is called by stands at token `at`."""
    row, first = reading.row, reading.head_words.partition(" ")[0]
    return at + 1 < row.size and row.lows[at] == first and row.words[at].capital and row.words[at + 1].capital


def has_part(reading: Reading, at: int) -> bool:
    """The body at token `at` may have what the office is of for a part: `Cục trưởng Cục Lãnh sự, | Bộ Ngoại giao`; or
    it is a house that one serves at: `Tham tán Giáo dục, | Đại sứ quán Peru`."""
    row, own = reading.row, max(reading.organisation_end, reading.head_end)
    found = ORGANISATIONS.match(row, at)
    if found is None or reading.head_words in COLLECTIVE:
        return False
    if (head := HEADS.match(row, at)) and head[0] >= found[0]:
        return False
    size, opening = found[0] - at, max(reading.organisation, reading.head_end - 1)
    if row.lows[at : found[0]] == row.lows[own - size : own]:
        return False  # `Trưởng khoa Ngoại, | khoa Nội`, but `Bệnh viện Đa khoa`
    house = row.lows[found[0] - 1] == "quán" or row.lows[at : at + 2] == ["văn", "phòng"]
    served = house and reading.head_words.startswith(SERVING)
    return served or row.lows[own - 1] in _UNITS or row.lows[opening] in _UNITS


def of_anything(reading: Reading, at: int) -> bool:
    """`, tài xế | xe tải, …`; of offices those in firms, where more than a verb follows: `, chủ tịch | hội phố cổ`."""
    lows = reading.row.lows[at : at + 2]
    several = len(lows) == 2 and lows[1].isalpha() and not BREAKS.match(reading.row, at + 1)
    return reading.head.kind == "occupation" or (reading.head.company and several)
