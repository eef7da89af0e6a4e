"""Where the name begins behind an office: a person's among a run of capitals, behind a firm's first word."""

from articles.text.people.countries import HOME
from articles.text.people.heads import HEADS
from articles.text.people.name_shapes import has_middle
from articles.text.people.names import Name, name_at, personal
from articles.text.people.particles import joined_end
from articles.text.people.phrase_ends import FIELDS, ends_phrase
from articles.text.people.reading import Reading
from articles.text.words.phrases import phrases
from articles.text.words.tokens import Row

_LOCAL = frozenset(
    (
        "thị trưởng",
        "phó thị trưởng",
        "thống đốc",
        "phó thống đốc",
        "tỉnh trưởng",
        "phó tỉnh trưởng",
        "cảnh sát trưởng",
    )
)
_BY_ONE_NAME = frozenset(
    ("giáo hoàng", "thái tử", "hoàng thái tử", "công nương", "hoàng hậu", "hoàng tử", "công chúa", "nữ hoàng")
) | frozenset(("tổng thống", "phó tổng thống", "thủ tướng", "ngoại trưởng"))
"""Before one word that is no Vietnamese one, these say who is meant."""
_OF_A_FIELD = ("khoa", "môn")
"""Last words of heads behind which one capital and a comma is what they teach: `Trưởng khoa | Nội, Bệnh viện …`."""
_SAINTS = phrases("saints")
_ROMAN = frozenset("IVX")
_FOUNDERS = frozenset(("nhà sáng lập", "người sáng lập", "đồng sáng lập", "sáng lập viên", "founder"))
_NAMED_AFTER = frozenset(("khoa", "dược", "chuyên", "nghề"))
"""Last words before the person that a school is named after."""
_COUNCILS = frozenset(("ubnd", "hđnd"))


def _saintly(row: Row, start: int, end: int) -> bool:
    """Saints' names fill tokens `start` to `end`: `Đức cha | Giuse Maria | Nguyễn Văn Khê`."""
    while start < end and (saint := _SAINTS.match(row, start)):
        start = saint[0]
    return start == end


def _part_of_role(reading: Reading, name: Name) -> bool:
    """Behind a name, these capitals belong to the office told of, and no next one is named."""
    row = reading.row
    if reading.head.stage and name.start == reading.head_end and name.kind != "single":
        return False  # `nhạc sĩ A, ca sĩ | Lam Anh, …`
    if name.kind == "single" and not row.words[name.start].syllable and _leads_abroad(reading, name):
        return False
    if name.kind in ("single", "given"):
        return reading.head.kind == "office" or reading.head.owner  # `ông A, Trưởng khoa Nhi`
    if name.start == reading.head_end and reading.head_words in _FOUNDERS:
        return True  # `bà A, nhà sáng lập | Elsa Lamtalk`
    if row.lows[name.start - 1] in _NAMED_AFTER and reading.organisation >= 0:
        return True  # `ông A, Hiệu trưởng Trường Đại học Y khoa | Tạ Lam Khê`
    if reading.organisation >= 0 and reading.state and row.lows[reading.organisation] not in _COUNCILS:
        return False  # `Quốc vương A, Chủ tịch Thượng viện Sok Rith`: no parliament has a name of its own
    if row.lows[name.start - 1] in ("ủy", "uỷ") and name.end - name.start == 2:
        return True  # `ông A, Bí thư Huyện ủy Lục Xuân`
    if row.words[name.start].surname == 1 and all(w.syllable for w in row.words[name.start : name.end]):
        return True  # `ông A, Giám đốc cầu Hồng Hà`
    if name.kind == "foreign" and _owned(reading, name) and not personal(row, name):
        return True
    if reading.organisation < 0:
        # `ông A, Tổng giám đốc Abc Motors`: a firm, where no first name says that somebody else is told of.
        firm = reading.head.company and name.kind == "foreign" and reading.country_end != name.start
        owned = reading.head.owner and name.kind == "foreign"
        part = (owned or (firm and reading.head.kind == "office")) and not personal(row, name)
        return part and _behind_its_own(row, name) is None  # `A, CEO Lamtech | Wang Kha`
    # `ông A, đại diện Quỹ Vi Trust`
    return name.kind == "foreign" or (not name.sure and name.end - name.start == 2)


def _owned(reading: Reading, name: Name) -> bool:
    """`A, chuyên gia của JP Lam | Asset Management`: what goes on behind `của` and capitals is a firm."""
    row, at = reading.row, name.start - 1
    while at > reading.head_end and (row.words[at].upper or row.words[at].capital):
        at -= 1
    behind = at < name.start - 1 and reading.country_end != name.start
    return behind and row.lows[at] in ("của", "tại", "thuộc")


def _leads_abroad(reading: Reading, name: Name) -> bool:
    """`Quốc vương A, Tổng thống Peru | Holt`, `Giáo hoàng | Francis`: somebody else by one name, behind the country or
    as heads of states, houses and churches are called."""
    abroad = reading.country_end == name.start and reading.country not in HOME
    return abroad or (name.start == reading.head_end and reading.head_words in _BY_ONE_NAME)


def _numbered(reading: Reading, name: Name) -> bool:
    """`Giáo hoàng | Leo XV`, `Nhà vua | Lamdo III`."""
    row = reading.row
    return name.end < row.size and _ROMAN.issuperset(row.words[name.end].text)


def _first_name(reading: Reading, name: Name) -> Name | None:
    """`thuyền trưởng CLB Lam Trà | Robert Holt`, `kiện tướng Dancesport | Minh Trường`: the name, behind a place of two
    syllables that a body is called by, or behind a word of another language what only Vietnamese writes."""
    row, at = reading.row, name.start
    first, rest = row.words[at], row.words[at + 1 : name.end]
    if reading.organisation_end == at and first.syllable and rest[0].syllable:
        named = name.end - at > 3 and rest[1].given
        return name_at(row, at + 2, name.end) if named else None
    if reading.head.kind != "occupation" or first.syllable or first.given or first.surname or len(rest) < 2:
        return None
    marked = all(word.syllable for word in rest) and not all(word.text.isascii() for word in rest)
    return name_at(row, at + 1, name.end) if marked else None


def _behind_its_own(row: Row, name: Name) -> Name | None:
    """`Thị trưởng Midland | Jerry Holt`, `CEO Lamtech | Wang Kha`: the name begins with a first name or a surname,
    behind that of a town or firm."""
    first, after = row.words[name.start], name.start + 1
    if first.given or first.surname:
        return None
    if name.end - after >= 2 and row.words[after].surname:
        return name_at(row, after, name.end)
    begin = next((at for at in range(after, name.end - 1) if row.words[at].given), 0)
    return name_at(row, begin, name.end) if begin else None


def _spoken_for(reading: Reading, at: int) -> bool:
    """`Giám đốc Lamtech | , bà Vi Thị Kiên, …`, `CEO Lamtech | - Robert Holt - …`: the word before is a firm, whose
    head is told of behind it."""
    row = reading.row
    if at + 1 >= row.size:
        return False
    if row.words[at].text in "-–" and row.words[at + 1].given:
        return (name := name_at(row, at + 1)) is not None and name.kind == "foreign" and name.sure
    beside = HEADS.match(row, at + 1) if row.words[at].text == "," else None
    return beside is not None and beside[1].kind == "address"


def pick(reading: Reading, name: Name, *, at_once: bool) -> Name | None:
    """The person's name in a run of capitals, given what stands before it; None where the run is no
    name."""
    row, kind = reading.row, reading.head.kind
    if name.start == reading.whose:
        return name if name.kind != "single" or ends_phrase(row, name.end) else None
    abroad = reading.country_end == name.start and reading.country not in HOME
    if abroad and kind == "office" and name.kind == "given" and name.end - name.start <= 3:
        # `Tham tán công sứ Campuchia tại Việt Nam | Sam Than`: syllables that read as Vietnamese ones.
        return name._replace(kind="foreign", sure=False) if ends_phrase(row, name.end) else None
    if reading.after_name and _part_of_role(reading, name):
        return None
    if row.lows[name.end : name.end + 1] == ["fc"]:
        return None  # `tiền vệ đội Lam Trà FC`
    if name.kind == "vietnamese":
        # `Viện Khoa học Trà Sơn | Bùi Thế Khê`
        inside = name.end - name.start == 4 and not at_once and row.words[name.start].surname < 3
        inner = name_at(row, name.start + 1, name.end) if inside else None
        full = inner is not None and (
            row.words[inner.start].surname == 3 or has_middle(row, inner.start, inner.end)
        )
        return inner if full else name
    if (
        reading.head_words in _LOCAL
        and joined_end(row, name.start) == name.end
        and _spoken_for(reading, name.end)
    ):
        return None  # `Tỉnh trưởng Sa-la-van | , ngài Bun-thạ-vi`
    if name.kind == "single":
        if at_once and kind == "office" and _numbered(reading, name):
            return Name(name.start, name.end + 1, "foreign", True)
        if reading.head.company and _spoken_for(reading, name.end):
            return None
        if reading.head_words.endswith(_OF_A_FIELD) and row.lows[name.end : name.end + 1] == [","]:
            return None
        ends = (at_once or reading.country_end == name.start) and ends_phrase(row, name.end)
        return name if ends and not FIELDS.match(row, name.start) else None
    if kind == "rank" and at_once and name.kind == "foreign":
        return name  # `Trung tá | Khăm Phan Tha Lam Vông`: of a rank nothing else is told before the name
    if name.kind == "given" and reading.head.owner and _spoken_for(reading, name.end):
        return None  # `Chủ nhà hàng Hương Lam | , bà Vi Thị Kiên, …`
    # `võ sĩ Muay | Tạ Lam Khê`
    behind = name.end - name.start == 4 and row.words[name.start + 1].surname == 3
    if name.kind == "given" and at_once and not behind and (kind != "office" or name.end - name.start <= 3):
        return name
    if name.kind == "given" or not row.words[name.start].surname:
        # `Hòa Trà Trần Lam Khê`, `CEO Abcgroup Nguyễn Lam Khê`: a surname further on.
        for start in range(name.start + 1, name.end - 1):
            if row.words[start].surname == 3:
                inner = name_at(row, start, name.end)
                if inner is not None and inner.kind == "vietnamese":
                    return name if _saintly(row, name.start, start) else inner
    if name.kind == "given":
        return None
    if name.kind == "foreign" and (inner := _first_name(reading, name)):
        return inner
    if not reading.company:
        begin = name.start + 1
        if (
            row.lows[name.start - 1] == "đảng"
            and row.words[name.start].syllable
            and not row.words[begin].syllable
        ):
            return name_at(row, begin, name.end)  # `Lãnh đạo Đảng Xanh | Robert Holt`
        led = at_once and (reading.head_words in _LOCAL or reading.head.company)
        return (_behind_its_own(row, name) if led else None) or name
    # `Tập đoàn Abcd Lee Na-ra`: the first word belongs to the company.
    for start in range(name.start + 1, name.end - 1):
        if row.words[start].surname:
            return name_at(row, start, name.end)
    return None
