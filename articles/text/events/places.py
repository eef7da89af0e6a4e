"""Where an event takes place: the place that a verb of visiting takes, and the one told of beside an event."""

from articles.text.events.words import KINDS, SAY
from articles.text.people.countries import country_at
from articles.text.people.heads import HEAD_WORDS, HEADS
from articles.text.people.names import PLACES
from articles.text.people.organisations import ORG_WORDS, ORGANISATIONS
from articles.text.words.phrases import word_set
from articles.text.words.tokens import Row

_LONGEST_PLACE = 12
_AUTHORITIES = word_set("với đảng bộ chính quyền cấp ủy lãnh đạo nhân dân và ,")
_LEADERS = (["đảng", "bộ"], ["nhân", "dân"], ["chính", "quyền"], ["cấp", "ủy"])
"""What opens a list of authorities."""
_PEOPLES = 6
"""Words in which their unit follows: `nhân dân | các bộ tộc Lào tỉnh …`."""
_UNITS = word_set("thành tp tỉnh huyện quận xã phường thị thủ")
"""First words of `thành phố`, `tỉnh`: where authorities are."""
_POSTS = word_set("sứ biện quán diện tán tác kỳ trú cư")
_OTHERS = {"tác": "hợp", "kỳ": "thời"}
"""Words before those that make them something else: `hợp | tác`."""
_SAME_CLAUSE = word_set(
    "tại ở từ đến tới và diễn khai bế vào ngày sáng chiều tối trưa nhân đang in at on hôm trong với do tổ"
)
_TENSES = frozenset(("đã", "sẽ", "được"))
_PLACE_LEADS = word_set(
    "thủ đô thành phố tp tỉnh huyện quận xã phường thị trấn trụ sở nhà khách sạn trung tâm hội "
    "trường phủ ubnd khu đảo bang cửa khẩu sân bay cảng nước vương quốc quảng trường bảo "
    "tàng tòa bệnh viện làng bản thôn ủy ban quốc tế núi chùa đền đình lăng nghĩa trang "
    "công nghiệp đô chế xuất cụm mới miền biên giới vận động sông hồ vịnh bãi biển bến "
    "chợ phố đường rạp vùng đại sứ quán lãnh sự học viện"
)
_PLACE_ENDS = word_set(
    "đã đang sẽ được diễn do với và cùng từ vào ngày sáng chiều tối trưa để nhằm là có theo "
    "nhân trong khi sau trước của về năm tháng hôm cho bà ông tại ở dâng thắp"
)
_PLACE_HEADS = word_set(
    "phố trường nhà khu viện học cung sân công tượng bến đài trung hội vườn quảng vương đền "
    "chùa cảng tòa bảo rạp làng"
)
"""First words of the name of a place, in capitals; those below may be in lower case."""
_SITES = word_set("khu nhà sân bến đền chùa cảng rạp")
_LONGEST_BRIDGE, _LONGEST_BRACKET = 10, 20
_SPORTS = ["thể", "dục", ",", "thể", "thao"]
_HEROES = 8
_FALLEN = frozenset(("sĩ", "sỹ"))
_MONUMENTS = (["tưởng", "niệm"], ["lưu", "niệm"], ["tưởng", "nhớ"])
_NO_PLACES = (["giáng", "sinh"], ["phục", "sinh"], ["phật", "đản"], ["năm", "mới"], ["báo", "cáo"])
_DAY_ENDS = word_set("ngày nay qua phương mặt")
"""Before a place that opens a sentence: `Chiều cùng ngày | tại`, `theo giờ địa phương | tại`, `A có mặt | tại`."""
_NUMBERED = frozenset(("quận", "phường", "đoàn", "khu", "vùng"))
_SHORTENED = frozenset(("tp", "tx", "tt"))


def place_after(row: Row, at: int, stop: int) -> tuple[str, int]:
    """The country or place that a verb of visiting takes as its object, and where it ends."""
    while (
        at < stop
        and row.lows[at : at + 2] not in _LEADERS
        and row.lows[at]
        in (
            "và",
            "làm",
            "việc",
            "tại",
            "chính",
            "thức",
            "nước",
            "hữu",
            "nghị",
            "cấp",
            ",",
            "đến",
            "tới",
        )
    ):
        at += 1
    if at + 1 < stop and (row.lows[at] == "với" or row.lows[at : at + 2] in _LEADERS):
        unit = _past_authorities(row, at, stop)
        if unit < 0:
            return "", at
        at = unit
    if at >= stop:
        return "", at
    if row.lows[at : at + 2] in (["tỉnh", "ta"], ["tỉnh", "nhà"]):
        return row.slice(at, at + 2), at + 2
    if found := country_at(row, at):
        return found[1], found[0]
    return place_of(row, at, stop)


def _past_authorities(row: Row, at: int, stop: int) -> int:
    """The unit whose authorities stand at token `at`: `với Đảng bộ, chính quyền | thành phố Lam Trà`, `Đảng bộ và nhân
    dân các bộ tộc Lào | tỉnh Lam Khê`; -1 for none."""
    begin = at
    while at < stop and row.lows[at] in _AUTHORITIES:
        at += 1
    reach = at + (_PEOPLES if at > begin + 1 else 1)
    return next((i for i in range(at, min(stop, reach)) if row.lows[i] in _UNITS), -1)


def place_of(row: Row, at: int, stop: int) -> tuple[str, int]:
    """A place that begins at `at`: leading common words, then capitals; empty where there are none."""
    if at >= stop:
        return "", at
    at += 2 * (row.lows[at : at + 2] == ["lễ", "đài"] and at + 2 < stop)
    begin = at
    if (event := KINDS.match(row, at)) and not event[1][1] and event[1][0] != "none":
        return "", at  # `tại Lễ kỷ niệm …`
    mother = row.lows[at : at + 2] == ["bà", "mẹ"]
    if mother or row.lows[at] in ("đoàn", "ngày", "tết", "mẹ") or row.lows[at : at + 2] in _NO_PLACES:
        return "", at  # `chuyến thăm của A và Đoàn đại biểu`, `chúc mừng Giáng sinh`, `tại Báo cáo`
    if (
        (head := HEADS.match(row, at))
        and head[1].kind in ("office", "rank")
        and row.lows[head[0] :][:1] != ["quán"]
    ):
        return "", at  # `thăm Hoàng thái hậu A`; but `thăm Đại sứ quán Lào`
    if row.lows[at : at + 2] == ["thủ", "đô"] and at + 2 < stop and row.words[at + 2].capital:
        begin = at = at + 2
    i = at
    proper = False
    while i < min(stop, begin + _LONGEST_PLACE):
        word = row.words[i]
        found = country_at(row, i)
        if found and i > begin and (phrase := ORG_WORDS.match(row, i)) and phrase[0] > found[0]:
            i, proper = phrase[0], True  # `Bảo tàng | Mỹ thuật`
            continue
        if found and not _goes_on(row, begin, i, found[0], stop):
            i = found[0]
            proper = True
            break
        found = PLACES.match(row, i) if word.low != "ông" or word.capital else None  # `thăm ông Tạ Văn Kha`
        if found:
            i = found[0]
            proper = True
            break
        if row.lows[i : i + 2] in _MONUMENTS:
            honoured = next(
                (k + 1 for k in range(i + 2, min(stop, i + _HEROES)) if row.lows[k] in _FALLEN), 0
            )
            i, proper = honoured or i + 2, proper or bool(honoured)  # `Đài | tưởng niệm các Anh hùng liệt sĩ`
            if honoured:
                break
            continue
        if word.low in _PLACE_ENDS and not word.capital:
            break
        if row.lows[i : i + 2] in (["hội", "nghị"], ["hội", "thảo"]):
            i += 2  # `Trung tâm | hội nghị tỉnh`
            continue
        if proper and not word.capital and (phrase := ORG_WORDS.match(row, i)) and phrase[0] > i + 1:
            i = phrase[0]  # `Nhà | văn hóa`
            continue
        if i > begin and (bridged := _bridged(row, begin, i, stop)):
            i = bridged
            continue
        headed = i == begin + 1 and row.lows[begin] in _PLACE_HEADS  # no `Nhà | thi`
        inside = i > begin and row.words[i - 1].syllable and word.text.isalpha() and not headed
        short = row.words[i - 1].upper or row.lows[i - 1] in _SHORTENED
        short = short or (
            len(row.lows[i - 1]) == 1 and i + 1 < stop and row.glued(i + 1)
        )  # `trụ sở T|.Ư Đảng`
        if word.text in "-–'’/" and i + 1 < stop and inside_name(row, begin, i):
            i += 2
            continue
        abbreviation = word.text == "." and i > begin and row.glued(i) and short
        if word.capital or word.upper or (word.number >= 0 and row.lows[i - 1] in _NUMBERED and i > begin):
            proper = True
        elif not (word.low in _PLACE_LEADS or word.number >= 0 or inside or abbreviation):
            break
        i += 1
    if not proper or i == begin or (row.words[begin].number > 0 and row.lows[begin + 1] in _UNITS):
        return "", begin  # `tại 4 tỉnh Lam Trà, …`
    while i > begin and not row.words[i - 1].text[0].isalnum():
        i -= 1
    alone = i == begin + 1 and (row.lows[begin] in _SHORTENED or row.lows[begin] in _PLACE_HEADS)
    return ("", begin) if alone else (row.slice(begin, i), i)


def _goes_on(row: Row, begin: int, at: int, end: int, stop: int) -> bool:
    """`huyện | Mỹ Tú`, `Khu lưu niệm Tạ | Đức Khê`: a syllable of a name, and not the country of that name; `Hội | Việt
    Nam | Thanh niên`: a country in the middle of one."""
    if at > begin and end < stop and row.words[at - 1].capital and row.words[end].capital:
        ends = row.lows[end] in HEAD_WORDS or country_at(row, end) or PLACES.match(row, end)
        if not ends and ORGANISATIONS.match(row, at - 1):
            return True
    led = at > begin and (not row.words[at - 1].capital or row.words[at - 1].surname == 3)
    return led and end == at + 1 and end < stop and row.words[end].capital


def inside_name(row: Row, begin: int, at: int) -> bool:
    """`Đu|-ma`, `Kh|'leang`, `Quảng trường 23|-8`: a hyphen within a name."""
    return at > begin and row.glued(at) and row.glued(at + 1) and row.words[at + 1].text.isalnum()


def _bridged(row: Row, begin: int, at: int, stop: int) -> int:
    """Where the name begins to which words in lower case lead from token `at`, behind a common word: `Phố | đi bộ |
    Nguyễn Huệ`, `Khu | di tích quốc gia | Lam Trà`, `sân | golf | Lam Trà`; 0 where none does."""
    wide = row.words[begin].capital
    if row.lows[begin] not in (_PLACE_HEADS if wide else _SITES) or row.words[at].capital:
        return 0
    reach = min(stop, at + (_LONGEST_BRIDGE if wide else 2))
    for i in range(at, reach):
        word = row.words[i]
        if word.capital:
            return i
        sports = word.text == "," and row.lows[i - 2 : i + 3] == _SPORTS
        if not (word.text.isalpha() or sports) or row.lows[i] in _PLACE_ENDS:
            return 0
    return 0


def place_in(row: Row, start: int, stop: int, at: int, end: int) -> str:
    """Where an event takes place whose words run from `at` to `end` in the sentence from `start` to `stop`.

    `Ngày 29/11, tại Hà Nội, …` before it, or `… tại Hà Nội` after it in the same clause. A place that belongs
    to an office (`Đại sứ Việt Nam tại Lào`) or to somebody's business there is not the event's.
    """
    for i in range(start, at):
        if row.lows[i] == "tại" and (
            i == start
            or row.words[i - 1].text in ",-–)"
            or row.words[i - 1].number >= 0
            or row.lows[i - 1] in _DAY_ENDS
        ):
            name, _ = place_of(row, i + 1, at) if i + 1 < at else ("", 0)
            if name:
                return name
    commas, end = 0, past_bracket(row, end, stop)
    for i in range(end, min(stop, end + 30)):
        text = row.words[i].text
        if text in ";:" or SAY.match(row, i):
            break
        commas += text == ","
        if commas > 2 or (text == "," and i + 1 < stop and _acts_on(row, i + 1)):
            break
        if (
            (
                row.lows[i] in (("in", "at") if row.english else ("tại", "ở"))
                or row.lows[i : i + 2] == ["trên", "sân"]
            )
            and i + 1 < stop
            and row.lows[i - 1] != "nhà"
            and not office_at(row, i)
            and not _visited(row, end, i)
        ):
            name, after = place_of(row, i + 1, stop)
            if name:
                # `tại Việt Nam và tại Hàn Quốc`: two places are none.
                return "" if after + 1 < stop and row.lows[after : after + 2] == ["và", "tại"] else name
    return ""


def past_bracket(row: Row, at: int, stop: int) -> int:
    """Behind a bracket that opens at token `at`: `Đại hội … lần thứ IV | (nhiệm kỳ 2017 - 2022) | diễn ra`."""
    if at >= stop or row.words[at].text != "(":
        return at
    reach = range(at, min(stop, at + _LONGEST_BRACKET))
    return next((i + 1 for i in reach if row.words[i].text == ")"), at)


def _acts_on(row: Row, at: int) -> bool:
    """Another deed follows the comma, and the place behind it is that one's: `hội kiến B, nói chuyện tại …`."""
    if row.lows[at : at + 2] == ["dự", "kiến"]:
        return False
    while at + 1 < row.size and row.lows[at] in _TENSES:
        at += 1  # `Hội nghị …, | đã bế mạc tại Huế`
    word = row.words[at]
    return word.text.isalpha() and not word.capital and row.lows[at] not in _SAME_CLAUSE and word.number < 0


def _visited(row: Row, end: int, at: int) -> bool:
    """`tiếp đoàn Lào đang thăm và làm việc | tại Huế`: where the guests are on a visit, behind the event's words."""
    return at - 2 >= end and (row.lows[at - 2 : at] == ["làm", "việc"] or row.lows[at - 1] == "thăm")


def office_at(row: Row, at: int) -> bool:
    """`Đại sứ Việt Nam tại …`: the place goes with an office."""
    bracket = row.words[at - 1].text == ")"  # `Đại sứ Liên minh châu Âu (EU) | tại`
    near = range(max(0, at - (9 if bracket else 5)), at)
    posts = any(row.lows[i] in _POSTS and _OTHERS.get(row.lows[i], "") != row.lows[i - 1] for i in near)
    return posts or "phái" in row.lows[max(0, at - 9) : at]
