"""Names of events as the text has them: where the words end that begin with an event word."""

from articles.text.events.words import DEED, END, KINDS, SAY
from articles.text.people.heads import HEADS
from articles.text.people.names import country_at
from articles.text.people.phrase_ends import FIELDS
from articles.text.words.phrases import Phrases, phrases, word_set
from articles.text.words.tokens import Row

_LONGEST_NAME = 26
_TAKES_PLACE = word_set("còn có diễn được tại vào do ở với ngày sáng chiều tối trưa hôm đã")
_NAMING = Phrases(lambda: ((words, True) for words in ("công bố", "ra mắt", "bàn")))
"""Right behind the word for an event these are a part of its name: `Hội nghị | công bố Quy hoạch`."""
_GOVERNING, _GOVERNED = (
    word_set("trao bố đón tiếp và"),
    word_set("quyết nhận công trao bằng tổ thông ra thảo"),
)
_WELCOMES = frozenset(("đón", "đãi", "mừng"))
_OPEN, _CLOSED = frozenset("“‘\"'"), frozenset("”’\"'")
_LONGEST_TITLE = 22
_TELLING = word_set("sẽ đã đang là không cần phải này đó .")
_COMPOUNDS = (
    ("tồn", "tại"),
    ("nguyện", "cho"),
    ("thiết", "bị"),
    ("trang", "bị"),
    ("chuẩn", "bị"),
    ("quân", "bị"),
)
_FIRST_HALVES = (("bàn", "giao"), ("bàn", "tròn"), ("bị", "cáo"), ("bị", "can"), ("bị", "hại"))
_DANGLING = frozenset(("và", "về", "của", "lần", "các", "đối", "-", "–"))
_PAPER_ENDS = frozenset(("tư", "định", "quyết", "thị", "luận", "lệnh"))
"""Last words of `thông tư`, `nghị định` …, behind which a number stands."""
_POINTING = frozenset(("này", "đó", "trên", "lần", "năm", "đặc", "quan", "lớn"))
_SPORT = frozenset(("gặp", "thắng", "thua", "trên"))
"""Words that end what teams play for."""
_MATTERS = frozenset(("tác", "thức", "việc", "khâu"))
"""`công tác | tổ chức`, `cách thức | tổ chức`."""
_CREDITS = frozenset(("ảnh", "nguồn", "photo", "video"))
_WORDS = phrases("org_words")
_MAY_END = frozenset(("sáng", "chiều", "tối", "trưa", "đêm", "vào"))
_DAY_OPENINGS = word_set(
    "nay qua mai ngày cùng hôm thứ lúc hồi dịp cuối đầu giữa tháng năm sáng chiều tối trưa đêm khuya tuần"
)


def noun_phrase(row: Row, at: int, end: int, stop: int, kind: str) -> tuple[str, int]:
    """The name that opens with the event word at `at`, capital first, and where it ends; empty for a bare
    word."""
    i, limit = end, min(stop, at + _LONGEST_NAME)
    if at and row.words[at - 1].text in _OPEN and end < stop and row.words[end].text in _CLOSED:
        return "", end
    if at and row.words[at - 1].text in _OPEN and (close := _titled(row, at, end, stop)):
        return row.slice(at, close), close + 1  # `khai mạc “Những ngày văn hóa Lào tại Huế”`
    while i < limit:
        word = row.words[i]
        if not word.text[0].isalnum():
            i, goes_on = _over_mark(row, i, at, end, limit, stop, kind)
            if not goes_on:
                break
        elif kind == "anniversary" and (years := _years(row, i, limit)):
            i += years
        elif (
            word.low == "năm"
            and row.lows[i + 2 : i + 3] == ["của"]
            and i + 3 < limit
            and _parts(row, i, kind)
        ):
            i += 3  # `Đại hội cổ đông năm 2018 của …`
        elif word.low in ("và", "năm") and i + 1 < limit and _parts(row, i, kind):
            break
        elif word.number >= 0 and (figure := _figure(row, i, limit, kind)):
            i = figure  # `10.000 km`, `Quốc khánh 2/9`
        elif word.number >= 0 and i + 1 < limit and row.words[i + 1].text == "/":
            coded = row.lows[i - 1] == "số" and i + 2 < limit and row.words[i + 2].upper  # `số 70/CTPH`
            if not (coded or row.lows[i - 1] in ("quý", "tháng")) or i + 3 > limit:
                break
            i += 3
        elif quoted := _entitled(row, i, stop):
            name = f"{row.slice(at, i)} {row.slice(*quoted)}"
            return name[:1].upper() + name[1:], quoted[1]
        elif i == end and word.low in ("trước", "sau") and row.lows[end - 1] == "báo":
            i = _to_its_time(row, i, limit)  # `họp báo | trước lượt trận khai mạc`
            break
        elif _carries_on(row, i, end, kind) or not _stops(row, i, limit, kind):
            i += 1
        else:
            break
    while i > end and (
        row.lows[i - 1] in _DANGLING or row.lows[i - 2 : i] == ["về", "việc"] or _of_it(row, i)
    ):
        i -= 1
    if i <= end or (i == end + 1 and row.lows[end] in ("này", "đó", "trên")):
        return "", end
    if kind not in ("ceremony", "signing") and not _tells_enough(row, at, end, i, kind):
        return "", end
    name = row.slice(at, i)
    return name[:1].upper() + name[1:], i


def _over_mark(
    row: Row, i: int, at: int, end: int, limit: int, stop: int, kind: str
) -> tuple[int, bool]:  # fmt: skip
    """Behind a mark that the name goes on over, and True; otherwise where the name ends, and False."""
    text, after = row.words[i].text, i + 1
    if text in _OPEN:
        close = _close(row, after, stop)
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
        return (after, True) if row.glued(i) and row.glued(after) else (i, False)
    if text == ".":
        era = row.words[i - 1].upper and row.glued(after) and following.number > 1900  # `PL.2567`
        return (after, True) if row.glued(i) and (era or row.lows[i - 1] == "tp") else (i, False)
    if text == "(" and i + 2 < limit and following.upper and row.words[i + 2].text == ")":
        return i + 3, True
    return i, False


def _is_term(row: Row, i: int) -> bool:
    """`nhiệm kỳ 2026 | - 2031`: a dash between two years."""
    return row.words[i - 1].number > 1900 and row.words[i + 1].number > row.words[i - 1].number


def _figure(row: Row, i: int, limit: int, kind: str) -> int:
    """Where a figure in parts ends that opens at token `i`: a thousand, the day of a feast or the number of a paper
    (`Thông tư 02/2017/TT-BYT`); 0 for none."""
    if i + 2 >= limit or not (row.glued(i + 1) and row.glued(i + 2)) or row.words[i + 2].number < 0:
        return 0
    if row.words[i + 1].text == "/" and row.lows[i - 1] in _PAPER_ENDS:
        while i + 2 < limit and row.glued(i + 1) and row.glued(i + 2) and row.words[i + 1].text in "/-":
            i += 2
        return i + 1
    mark, second = row.words[i + 1].text, row.words[i + 2]
    thousand = mark in ".," and len(second.text) == 3
    feast = mark in "./-" and second.number <= 12 and row.lows[i - 1] == "khánh"
    return i + 3 if thousand or feast else 0


def _titled(row: Row, at: int, end: int, stop: int) -> int:
    """The mark that closes a quotation which is a title, and no speech that opens with an event word; else 0."""
    close = _close(row, end, stop)
    short = row.words[at].capital and end < close <= at + _LONGEST_TITLE
    return close if short and _TELLING.isdisjoint(row.lows[at:close]) else 0


def _close(row: Row, at: int, stop: int) -> int:
    """The mark that closes a quotation opened before token `at`; 0 where none does soon."""
    return next((k for k in range(at, min(stop, at + 30)) if row.words[k].text in _CLOSED), 0)


def _over_comma(row: Row, i: int, at: int, end: int, limit: int, kind: str) -> tuple[int, bool]:
    after = i + 1
    welcomed = not _WELCOMES.isdisjoint(row.lows[end - 1 : i]) and "đoàn" not in row.lows[end:i]
    if i > end and welcomed and HEADS.match(row, after):
        return after, True  # `Lễ đón Tổng Bí thư, Chủ tịch nước A`
    if row.lows[after : after + 2] == ["nhiệm", "kỳ"]:
        return after, True  # `Đại hội … lần thứ I, nhiệm kỳ 2025 - 2030`
    if kind in ("ceremony", "anniversary") and end > at + 1 and DEED.match(row, after):
        return after + 1, True  # `Lễ tổng kết, trao giải Liên hoan …`
    if (row.lows[i - 1], row.lows[after]) == ("phòng", "chống"):
        return after, True
    field = FIELDS.match(row, after) if row.words[at].capital else None
    if field and field[0] < limit and (row.lows[field[0]] in (",", "và") or row.words[after].capital):
        return after, True  # `Đối thoại chính trị, an ninh và quốc phòng`
    countries = country_at(row, i - 1) and country_at(row, after)
    return after if countries else i, bool(countries)  # `Hội nghị cấp cao Campuchia, Lào, Việt Nam`


def _years(row: Row, i: int, limit: int) -> int:
    """How many words of `(kỷ niệm 50) năm (ngày) …` stand at `i`."""
    if row.lows[i] == "năm" and row.words[i - 1].number > 0:
        return 1
    day = row.lows[i] == "ngày" and row.lows[i - 1] == "năm" and i + 1 < limit
    return 2 if day and row.words[i + 1].number < 0 else 0


def _parts(row: Row, i: int, kind: str) -> bool:
    """`và | các …`, `và | tổ chức …`, `năm | 2021`: something else follows."""
    if row.lows[i] == "và":
        event = KINDS.match(row, i + 1)
        told = event is not None and event[1][0] not in ("signing", "none")
        held = kind != "conference" and row.lows[i + 1 : i + 3] == ["tổ", "chức"]
        return told or held or row.lows[i + 1] in ("các", "những", "nhiều", "lễ")
    return row.words[i + 1].number > 1900


def _carries_on(row: Row, i: int, end: int, kind: str) -> bool:
    """A word that ends names elsewhere is a part of this one."""
    before = row.lows[i - 1]
    return (
        (i == end and _NAMING.match(row, i) is not None)
        or (row.lows[i] == "chính" and before in ("thăm", "đón"))
        or ((kind == "ceremony" or (before == "và" and kind != "other")) and _governed(row, i))
        or (before == "các" and row.lows[i - 3 : i - 1] == ["công", "bố"] and row.lows[i] == "quyết")
        or (row.lows[i] == "tổ" and before in _MATTERS)
        or (before, row.lows[i]) in _COMPOUNDS
        or (before == "người" and row.lows[i] == "có")
        or (row.lows[i] == "với" and "giữa" in row.lows[end:i])
    )


def _stops(row: Row, i: int, limit: int, kind: str) -> bool:
    """A word that ends an event's name stands at `i`: of time, of taking place, of saying."""
    low = row.lows[i]
    if row.words[i].capital:
        return False
    time = low not in _MAY_END or i + 1 >= limit or _day_follows(row, i + 1)
    if (low, row.lows[i + 1] if i + 1 < row.size else "") in _FIRST_HALVES:
        return False
    if kind == "other" and low in _SPORT and row.lows[i - 1] != "chiến":
        return low != "trên" or row.lows[i + 1 : i + 2] == [
            "sân"
        ]  # `Giải bóng chuyền vô địch châu Á | gặp Hàn Quốc`
    if kind == "ceremony" and low == "thăm" and "đón" in row.lows[max(0, i - _LONGEST_NAME) : i]:
        return True  # `Lễ đón Thủ tướng Lào A | thăm chính thức Việt Nam`
    if time and low in END.first and (ended := END.match(row, i)) and not _inside(row, i, ended[0]):
        return True
    said = SAY.match(row, i) if kind != "anniversary" and low in SAY.first else None
    return said is not None and not _inside(row, i, said[0])


def _of_it(row: Row, i: int) -> bool:
    """`của Bộ Ngoại giao nước | này`: the last word points back with the one behind it."""
    return row.lows[i - 1] == "nước" and row.lows[i : i + 1] == ["này"]


def is_bare(row: Row, end: int, stop: int) -> bool:
    """No matter follows the event word before token `end`: `hội nghị | diễn ra`, but `hội nghị | giao ban`."""
    if end >= stop or not row.words[end].text[0].isalpha() or row.lows[end] in _POINTING:
        return True
    return END.match(row, end) is not None or SAY.match(row, end) is not None


def _tells_enough(row: Row, at: int, end: int, stop: int, kind: str) -> bool:
    """What stands behind the event word makes it a name: capitals, a number, a matter."""
    size = stop - end
    return (
        any(w.capital or w.upper or w.number >= 0 for w in row.words[end:stop])
        or (row.lows[end] in ("về", "trước", "sau") and size >= 3)
        or (kind in ("conference", "meeting") and size >= 4)
        or (kind == "consultation" and size >= 3)
        or (row.words[at].capital and at > 0 and row.words[at - 1].text.isalnum() and size >= 2)
    )


def _governed(row: Row, at: int) -> bool:
    """`Lễ trao | quyết định`, `Lễ đón | nhận Huân chương`: the word is what the one before it is about."""
    return row.lows[at - 1] in _GOVERNING and row.lows[at] in _GOVERNED and row.lows[at] != row.lows[at - 1]


def _entitled(row: Row, at: int, stop: int) -> tuple[int, int] | None:
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


def _to_its_time(row: Row, at: int, limit: int) -> int:
    """Where the words from `at` on end at a mark, a day, or a verb of taking place."""
    while at < limit and row.words[at].text[0].isalnum() and row.lows[at] not in _TAKES_PLACE:
        if row.words[at].number >= 0 and not row.words[at - 1].capital:
            break
        at += 1
    return at


def _inside(row: Row, at: int, end: int) -> bool:
    """`tự do`, `địa bàn`, `bầu cử`: the words from `at` to `end` are a part of one of the lexicon, and end nothing."""
    around = (_WORDS.match(row, i) for i in range(max(0, at - 2), at))
    whole = _WORDS.match(row, at)
    return any(found[0] > at for found in around if found) or (whole is not None and whole[0] > end)


def _day_follows(row: Row, at: int) -> bool:
    """After `sáng`: `sáng 9-3`, `sáng nay`; but `giáo dục sáng tạo`, `đầu tư vào Lào`."""
    return row.words[at].text[0].isdigit() or row.lows[at] in _DAY_OPENINGS
