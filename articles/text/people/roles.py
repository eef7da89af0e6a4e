"""Offices and forms of address as a story writes them: `Chủ tịch UBND thành phố Đông Phú`, `ngài Đại sứ`,
`PGS.TS`.

One role is read at a time: its head, the organisation, field, country and place that go with it, and the name
when one follows at once.
"""

from dataclasses import dataclass

from articles.text.people.complements import read_complement
from articles.text.people.countries import country_at, country_before
from articles.text.people.heads import HEAD_WORDS, HEADS, STATUS, Head, Kind
from articles.text.people.names import PLACES, Name, name_at
from articles.text.people.particles import past_article
from articles.text.people.phrase_ends import untrail
from articles.text.people.reading import Reading
from articles.text.words.phrases import word_set
from articles.text.words.tokens import Row
from articles.text.words.vocabulary import looks_vietnamese

_PLURAL = frozenset(("các", "hai", "ba", "những", "bốn", "năm", "quý", "nhiều", "cặp", "đôi"))
_OPENERS = frozenset('.:;!?"“”‘(–—-…|')
_COMMON_ADDRESS = word_set(
    "anh em cô chị bác chú cậu cụ bé má mẹ thầy vợ chồng dì cháu con người nạn đối bệnh thí"
)
_TWO_LETTERS = frozenset(("CN", "LS", "DS", "KS", "BS", "TS"))
_POWERS = frozenset(("chính", "chủ", "thẩm", "nhân", "đặc", "uy", "ủy", "uỷ", "toàn"))
"""Before `quyền` these make it power, not an acting office: `chính quyền Tổng thống …`, `ủy quyền Bộ trưởng …`."""
_SEATS = frozenset(("phủ", "dinh", "tòa", "toà"))
"""Before an office they make it a house: `Phủ Tổng thống`, `Tòa Giám mục`."""
SPOUSES = frozenset(("phu nhân", "phu quân"))
MINISTERS = frozenset(("bộ trưởng", "thứ trưởng"))
_MOST_LED = 3
"""Words of status or address that may stand one before the other: `các đồng chí: nguyên Phó …`."""


@dataclass(slots=True)
class Role:
    """One role as read. Token indices are of its row; `name` follows at once, or is None."""

    start: int
    end: int
    head: Head
    words: str
    """The head's words, lower case."""
    title: str
    organisation: str
    country: str
    """The usual name of the country, or `@host` / `@same` for `nước chủ nhà` / `nước này`."""
    plural: bool
    bare: bool
    """No organisation, field or country stands with the head."""
    certain: bool
    """The words between head and name leave no doubt where the name begins."""
    state: bool = False
    """Its organisation is one of a state: no firm follows."""
    name: Name | None = None
    told: int = -1
    """Where the words on it end, if these go on behind `end` with its chief: `cố vấn | của Tổng thống A |`."""
    put_in: bool = False
    """Told of as something that the person was elected or appointed to, perhaps long ago."""

    @property
    def kind(self) -> Kind:
        """office, occupation, rank or address."""
        return self.head.kind


def role_at(row: Row, at: int, *, after_name: bool = False, led: int = 0) -> Role | None:
    """The role whose first word is token `at`, or None. Forms of address count only with a name behind them.

    `after_name` reads a role that stands behind a name: one capital word after the head is then part of the
    role. `led`: how many forms of address lead to it.
    """
    start, kept = at, -1
    while (found := HEADS.match(row, at)) is None and (status := STATUS.match(row, at)) is not None:
        led += 1
        if led > _MOST_LED:
            return None
        if row.lows[at] == "quyền" and at and row.lows[at - 1] in _POWERS:
            return None
        if status[1] == "keep" and kept < 0:
            kept = at
        at = status[0]
        if row.lows[at : at + 1] in ([":"], ["là"]) and status[1] == "keep":
            at += 1  # `A, nguyên: Phó Bí thư Tỉnh ủy, …`, `A, nguyên là Trưởng phòng Y tế`
        if at >= row.size:
            return None
    if found is None:
        return None
    end, head = found
    if at and row.lows[at] == "vụ" and row.lows[at - 1] == "chức":
        return None  # `chức vụ | Phó Chủ tịch`
    if row.lows[end : end + 1] == ["quán"] and row.lows[end - 1] in ("sứ", "sự"):
        return None  # `Đại sứ quán`, `Tổng Lãnh sự quán`
    if row.lows[at] == "cử" and row.lows[at - 1 : end] == ["xúc", "cử", "tri"]:
        return None
    if at > 1 and row.lows[at - 1] == "cử" and row.lows[at - 2] == "tranh":
        return None  # `ứng viên tranh cử | tổng thống A` holds no such office yet
    plural = head.plural or _many_before(row, at) or (start < at and _many_before(row, start))
    if head.kind == "office" and start and row.lows[start - 1] in _SEATS and row.lows[start - 2] != "chính":
        return None
    if head.kind == "occupation" and start:
        before = row.lows[start - 1]
        if before == "hội" or (before == "phòng" and row.lows[start - 2] == "văn"):
            return None  # `Hội Nông dân Lam Trà`, `Văn phòng Luật sư Tạ Văn Kha`: a body
    if head.kind == "address":
        return _address(row, start, at, end, head, plural, led) if led <= _MOST_LED else None
    if not _believable(row, at, end, head, after_name=after_name):
        return None
    read = read_complement(row, at, end, head, after_name=after_name)
    return Role(
        start,
        read.stop,
        head,
        read.head_words,
        _title(read, kept if kept >= 0 else at),
        _organisation(read),
        read.country or (country_before(row, start) if row.english and head.kind == "office" else ""),
        plural,
        read.stop == end,
        read.certain,
        read.organisation >= 0 and read.state,
        read.name,
        read.told,
    )


def _many_before(row: Row, at: int) -> bool:
    """`các luật sư`, `3 luật sư`, but neither `quý 3/2020` nor `năm 2020`."""
    if not at:
        return False
    return row.lows[at - 1] in _PLURAL or (1 < row.words[at - 1].number < 100 and not row.glued(at - 1))


def _believable(row: Row, at: int, end: int, head: Head, *, after_name: bool) -> bool:
    """Heads of one syllable need a capital, their own or the next; two-letter ranks need more behind them."""
    word = row.words[at]
    if end > at + 1:
        return not (end == at + 2 and head.kind == "occupation" and listed_name(row, at, end))
    if not word.upper and not word.capital:
        body = after_name and end < row.size and row.words[end].upper  # `A - Phó trưởng | BTS Phật giáo`
        named = _capital(row, end) and (after_name or word.low != "trưởng")
        # `A, shipper tại quận 7`
        foreign = after_name and head.kind == "occupation" and not looks_vietnamese(word.low)
        owned = row.lows[end : end + 1] == ["của"] and not looks_vietnamese(word.low)  # `founder của Lamco`
        return named or body or foreign or owned or (row.english and after_name)
    if head.kind == "rank" and word.text in _TWO_LETTERS and at:
        after = end + 1 if end < row.size and row.words[end].text in ".," else end
        return _capital(row, after) or (after < row.size and row.words[after].upper)
    return True


def listed_name(row: Row, at: int, end: int) -> bool:
    """`Văn Lam, | Anh Hùng, | Quế Khê`: somebody called like a trade, as the capitals say."""
    if not (row.words[at].capital and row.words[end - 1].capital and end < row.size):
        return False
    begins = not at or row.words[at - 1].text in ',;:.“"'
    return begins and row.words[end].text in ",;."


def _capital(row: Row, at: int) -> bool:
    return at < row.size and row.words[at].capital


def _address(row: Row, start: int, at: int, end: int, head: Head, plural: bool, led: int) -> Role | None:
    """`ông …`, `các đồng chí: …`, `ngài Đại sứ …`: a name or a role must follow."""
    word = row.words[at]
    if word.capital and word.low in _COMMON_ADDRESS and at and row.words[at - 1].text not in _OPENERS:
        return None
    if word.capital and PLACES.match(row, at) and not _full_name(row, end):
        return None  # `Bà Rịa`, `Cô Tô`; but `bà Triệu Thị Khê`, `Ông Tạ Văn Kha`
    if end < row.size and plural and row.words[end].text == ":":
        end += 1
    if end >= row.size:
        return None
    if row.lows[end] in HEAD_WORDS:
        inner = role_at(row, end, led=led + 1)
        if inner is not None:
            inner.start, inner.plural = start, inner.plural or plural
            return inner
    if (counterpart := country_at(row, end)) and counterpart[0] < row.size:
        # `người đồng cấp Lào Som Vi-lay`, `bà mẹ Thái Lan Anna Holt`
        abroad = counterpart[0] > end + 1 and not row.words[counterpart[0]].syllable
        end = counterpart[0] if end - at > 2 or abroad else end
    end = past_article(row, end)  # `ông al-|Holt`
    name = name_at(row, end)
    if name is None:
        return None
    place = PLACES.match(row, end)
    country = country_at(row, end)
    if place and place[0] >= name.end:
        return None
    if country and country[0] >= name.end and (country[0] > end + 1 or not row.words[end].syllable):
        return None  # `Anh, Ấn Độ`, `anh Georgia` are countries; `ông Đức` is not.
    return Role(start, end, head, row.lows[at], "", "", "", plural, True, True, name=name)


def _full_name(row: Row, at: int) -> bool:
    name = name_at(row, at) if at < row.size else None
    return name is not None and name.kind == "vietnamese"


def _title(read: Reading, kept: int) -> str:
    """The role's words without its country, capital first."""
    stop = max(read.stop if read.cut is None else read.cut[0], read.told)
    if read.praise[1] == stop and read.head.kind == "occupation":
        stop = read.praise[0]  # `nhạc sĩ | trẻ | A`
    title = read.row.slice(kept, max(read.head_end, untrail(read.row, read.head_end, stop))).strip(" .,")
    title = title.replace(": ", " ", 1).replace("guyên là ", "guyên ", 1).removesuffix(" đương nhiệm")
    return title[:1].upper() + title[1:]


def _organisation(read: Reading) -> str:
    """The body that the office is of, where the title says it: `Bộ trưởng Ngoại giao` is of `Bộ Ngoại giao`,
    `Trưởng ban Tổ chức` of `Ban Tổ chức`."""
    row, begin, prefix = read.row, read.organisation, ""
    named = read.head_end < read.stop and _capital(row, read.head_end)
    if named and read.head_words.endswith("ban") and row.lows[read.head_end] not in ("ban", "thường"):
        begin, prefix = read.head_end, "Ban "
    elif not 0 <= begin < read.stop:
        if read.head_words not in MINISTERS or not named:
            return ""
        begin, prefix = read.head_end, "Bộ "
    elif begin > read.head_end + 1:
        return ""
    if row.lows[begin : begin + 2] == ["thường", "trực"] and read.head.kind == "office":
        begin += 2  # `Phó Chủ tịch Thường trực | UBND tỉnh`
    stop = read.cut[0] if read.cut is not None and read.cut[0] >= begin else read.stop
    name = row.slice(begin, max(begin, untrail(row, begin, stop))).strip(" .,")
    return prefix + name[:1].upper() + name[1:] if name else ""
