"""Names of events as the text has them: where the words end that begin with an event word."""

from itertools import pairwise

from articles.text.events.marks import entitled, figure, over_mark, speaks, titled
from articles.text.events.words import END, GROUP, KINDS, SAY, inside
from articles.text.words.phrases import Phrases, word_set
from articles.text.words.tokens import Row

_LONGEST_NAME = 26
_TAKES_PLACE = word_set("còn có diễn được tại vào do ở với ngày sáng chiều tối trưa hôm đã")
_NAMING = Phrases(lambda: ((words, True) for words in ("công bố", "ra mắt", "bàn", "lấy ý kiến")))
"""Right behind the word for an event these are a part of its name: `Hội nghị | công bố Quy hoạch`."""
_GOVERNING, _GOVERNED = (
    word_set("trao bố đón tiếp và"),
    word_set("quyết nhận công trao bằng tổ thông ra thảo"),
)
_DECIDED = (("công", "bố"), ("triển", "khai"), ("quán", "triệt"), ("thực", "hiện"))
_YEARLY = (("tổng", "kết"), ("sơ", "kết"), ("triển", "khai"), ("nhiệm", "vụ"))
"""What is told of a year, which is a part of the name: `Hội nghị | tổng kết công tác | năm 2024`."""
_OPEN, _CLOSED = frozenset("“‘\"'"), frozenset("”’\"'")
_COMPOUNDS = (
    ("tồn", "tại"),
    ("nguyện", "cho"),
    ("cấp", "trên"),
    ("thiết", "bị"),
    ("trang", "bị"),
    ("chuẩn", "bị"),
    ("quân", "bị"),
    ("đồng", "bằng"),
    ("công", "bằng"),
)
_FIRST_HALVES = (
    ("bàn", "giao"),
    ("bàn", "tròn"),
    ("bị", "cáo"),
    ("bị", "can"),
    ("bị", "hại"),
    ("bác", "sĩ"),
    ("bác", "sỹ"),
)
_DANGLING = frozenset(("và", "về", "của", "lần", "đợt", "các", "đối", "-", "–"))
_LINKS = frozenset(("giữa", "và", "của", "trên", "qua", "nhằm", "với", "theo"))
_LONG_ENOUGH, _LONGEST_THEME = 6, 12
_AWARDING = frozenset(("ceremony", "meeting"))
_PAIRED = frozenset(("và", "với", "các", "hai", "-", "–"))
_TIMES = frozenset(("một", "hai", "ba", "nhiều"))
_POINTING = frozenset(("này", "đó", "trên", "lần", "năm", "đặc", "quan", "lớn"))
_SPORT = frozenset(("gặp", "thắng", "thua", "trên"))
"""Words that end what teams play for."""
_MATTERS = frozenset(("tác", "thức", "việc", "khâu"))
"""`công tác | tổ chức`, `cách thức | tổ chức`."""
_NEXT_LINE = frozenset(("ngày", "sáng", "chiều", "tối", "trưa", "đêm"))
_OPENS_LINE = frozenset(("trong", "tại", "với", "theo"))
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
    if row.lows[end : end + 1] == ["của"] and kind == "conference" and row.words[end + 1 : end + 2]:
        following = row.words[end + 1]
        if not (following.capital or following.upper):
            return "", end  # `phát biểu tại Hội nghị | của đại diện Bộ Y tế`
    if at and row.words[at - 1].text in _OPEN and (close := titled(row, at, end, stop)):
        return row.slice(at, close), close + 1  # `khai mạc “Những ngày văn hóa Lào tại Huế”`
    while i < limit:
        word = row.words[i]
        if not word.text[0].isalnum():
            i, goes_on = over_mark(row, i, at, end, limit, stop, kind)
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
        elif kind == "conference" and word.low == "năm" and i + 1 < limit and _of_year(row, end, i):
            i += 2
        elif speaks(row, at, i) or (word.low in ("và", "năm") and i + 1 < limit and _parts(row, i, kind)):
            break
        elif word.number >= 0 and (past := figure(row, i, limit, kind)):
            i = past  # `10.000 km`, `Quốc khánh 2/9`
        elif word.number >= 0 and i + 1 < limit and row.words[i + 1].text == "/":
            coded = row.lows[i - 1] == "số" and i + 2 < limit and row.words[i + 2].upper  # `số 70/CTPH`
            if not (coded or row.lows[i - 1] in ("quý", "tháng")) or i + 3 > limit:
                break
            i += 3
        elif (quoted := entitled(row, i, stop)) and _known(row, end, i, quoted):
            name = row.slice(at, i)
            return name[:1].upper() + name[1:], quoted[1]
        elif quoted:
            name = f"{row.slice(at, i)} {row.slice(*quoted)}"
            return name[:1].upper() + name[1:], quoted[1]
        elif i == end and word.low in ("trước", "sau") and row.lows[end - 1] == "báo":
            i = _to_its_time(row, i, limit)  # `họp báo | trước lượt trận khai mạc`
            break
        elif _carries_on(row, i, end, kind) or not _stops(row, i, limit, kind):
            i += 1
        else:
            break
    if i == limit < stop and row.words[i].text[0].isalnum() and not _stops(row, i, stop, kind):
        i = _last_link(row, end, i)
    half = _without_half(row, end, i)
    if half < i and _tells_enough(row, at, end, half, kind):
        i = half
    i -= 2 * _compares(row, i)
    while i > end and (_dangles(row, i) or row.lows[i - 2 : i] == ["về", "việc"] or _of_it(row, i)):
        i -= 1
    if i <= end or (i == end + 1 and row.lows[end] in ("này", "đó", "trên")):
        return "", end
    if kind not in ("ceremony", "signing") and not _tells_enough(row, at, end, i, kind):
        return "", end
    name = row.slice(at, i)
    return name[:1].upper() + name[1:], i


def _known(row: Row, end: int, at: int, quoted: tuple[int, int]) -> bool:
    """`Hội nghị Mùa lúa lần thứ 14 | với chủ đề “…”`: it has a number, and its theme is a sentence."""
    long = quoted[1] - quoted[0] > _LONGEST_THEME
    return long and any(word.number >= 0 or word.low == "lần" for word in row.words[end:at])


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
        told = told and row.lows[i + 1] not in ("chương", "trao")
        held = kind != "conference" and row.lows[i + 1 : i + 3] == ["tổ", "chức"]
        some = row.lows[i + 1 : i + 3] == ["một", "số"]
        return told or held or some or row.lows[i + 1] in ("các", "những", "nhiều", "lễ")
    # but `6 tháng đầu | năm 2024`, `quý I | năm 2024`
    part = row.lows[i - 2 : i] in (["tháng", "đầu"], ["tháng", "cuối"]) or "quý" in row.lows[i - 2 : i - 1]
    return row.words[i + 1].number > 1900 and not part and row.lows[i - 1] != "hè"


def _of_year(row: Row, end: int, i: int) -> bool:
    """`tổng kết công tác | năm 2024`"""
    return row.words[i + 1].number > 1900 and any(pair in _YEARLY for pair in pairwise(row.lows[end - 2 : i]))


def _carries_on(row: Row, i: int, end: int, kind: str) -> bool:
    """A word that ends names elsewhere is a part of this one."""
    before = row.lows[i - 1]
    return (
        (i == end and _NAMING.match(row, i) is not None)
        or (row.lows[i] == "chính" and before in ("thăm", "đón"))
        or ((kind in _AWARDING or (before in ("và", "đón") and kind != "other")) and _governed(row, i))
        or (before == "về" and i == end + 1)
        or (
            row.lows[i] == "cho" and row.lows[end] == "về" and row.lows[i + 1 : i + 2] in (["các"], ["những"])
        )
        or (row.lows[i] == "quyết" and _decided(row, i))
        or (row.lows[i] == "tổ" and before in _MATTERS)
        or (before, row.lows[i]) in _COMPOUNDS
        or (before == "người" and row.lows[i] == "có")
        or (row.lows[i] == "với" and "giữa" in row.lows[end:i])
        or (row.lows[i] == "với" and before == "thoại" and (i > end or row.lows[i - 3] == "nghị"))
        or (row.lows[i] == "với" and before == "lưu")
        or (row.lows[i] == "đạt" and row.following[i] == "chuẩn" and "bố" in row.lows[end - 1 : i])
    )


def _decided(row: Row, i: int) -> bool:
    """`công bố (các) | quyết định …`, `triển khai | quyết định …`: what was decided, no verb."""
    before = i - (row.lows[i - 1] == "các")
    return tuple(row.lows[before - 2 : before]) in _DECIDED


def _stops(row: Row, i: int, limit: int, kind: str) -> bool:
    """A word that ends an event's name stands at `i`: of time, of taking place, of saying."""
    low = row.lows[i]
    if row.words[i].capital:
        # `Lễ hội Lam Trà 2017 | Ngày 2/7, …`, `dự Hội nghị | Trong bài …`: a line without an end, and the next
        if low in _OPENS_LINE:
            return True
        return low in _NEXT_LINE and i + 1 < row.size and row.words[i + 1].text[0].isdigit()
    if low == "lúc" and i + 1 < row.size and row.words[i + 1].text[0].isdigit():
        return True  # `Lễ an táng | lúc 15 giờ`
    if low == "lần" and row.lows[i + 1 : i + 2] == ["đầu"]:
        return row.words[i - 1].number > 1900  # `Diễn đàn Mùa lúa 2025 | lần đầu tiên …`
    time = low not in _MAY_END or i + 1 >= limit or _day_follows(row, i + 1)
    if (low, row.lows[i + 1] if i + 1 < row.size else "") in _FIRST_HALVES:
        return False
    if kind == "other" and low in _SPORT and row.lows[i - 1] != "chiến":
        # `Giải bóng chuyền vô địch châu Á | gặp Hàn Quốc`, `… | trên sân Lam Trà`
        return low != "trên" or row.following[i] in ("sân", "cơ")
    if (
        low == "trưng"
        and row.lows[i + 1 : i + 2] == ["bày"]
        and i + 2 < row.size
        and not row.words[i + 2].capital
    ):
        return True  # `Triển lãm | trưng bày 45 bức tranh`
    if kind == "ceremony" and low == "thăm" and "đón" in row.lows[max(0, i - _LONGEST_NAME) : i]:
        return True  # `Lễ đón Thủ tướng Lào A | thăm chính thức Việt Nam`
    if time and low in END.first and (ended := END.match(row, i)) and not inside(row, i, ended[0]):
        return True
    said = SAY.match(row, i) if kind != "anniversary" and low in SAY.first else None
    return said is not None and not inside(row, i, said[0])


def _last_link(row: Row, end: int, i: int) -> int:
    """Where a name that is too long can end, and no phrase is cut: `… quan hệ hữu nghị | giữa Cộng hòa xã`."""
    if not _OPEN.isdisjoint(row.lows[end:i]):
        return i
    return next((k for k in range(i, end + _LONG_ENOUGH, -1) if row.lows[k] in _LINKS), i)


def _without_half(row: Row, end: int, i: int) -> int:
    """`Hội đàm nghiệp vụ biên phòng | giữa Đồn Lam Trà`, where a comma parts its other sides from it."""
    if row.lows[i : i + 1] != [","] or "giữa" not in row.lows[end + 2 : i]:
        return i
    between = i - 1 - row.lows[end:i][::-1].index("giữa")
    return i if _PAIRED.intersection(row.lows[between:i]) else between


def _dangles(row: Row, i: int) -> bool:
    """The last word needs another behind it: `Đại hội | lần`, but not `Hiệp định tránh đánh thuế hai | lần`."""
    if row.lows[i - 1] == "lần" and row.lows[i - 2] in _TIMES:
        return False
    if row.lows[i - 2] == "và" and row.words[i - 1].text.islower():
        return True  # `Lễ khai giảng và nghe | quyết định …`
    if row.lows[i - 1] in (
        "cuối",
        "đầu",
        "giữa",
    ):  # `Đại hội Công đoàn | cuối năm 2023`, but `6 tháng đầu | năm 2023`
        return row.lows[i : i + 1] in (["năm"], ["tháng"]) and row.lows[i - 2] != "tháng"
    return row.lows[i - 1] in _DANGLING


def _compares(row: Row, i: int) -> bool:
    """`Hội nghị xúc tiến đầu tư lớn nhất | từ trước đến nay`: what it is compared with is no part of its name."""
    return row.lows[i - 2 : i] == ["lớn", "nhất"] and row.lows[i : i + 2] in (["từ", "trước"], ["từ", "khi"])


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
        or (kind == "meeting" and GROUP.match(row, end) is not None)
        or (kind == "other" and size >= 2 and at > 1 and row.lows[at - 2 : at] == ["tổ", "chức"])
        or (kind == "consultation" and size >= 3)
        or (row.words[at].capital and at > 0 and row.words[at - 1].text.isalnum() and size >= 2)
    )


def _governed(row: Row, at: int) -> bool:
    """`Lễ trao | quyết định`, `Lễ đón | nhận Huân chương`: the word is what the one before it is about."""
    return row.lows[at - 1] in _GOVERNING and row.lows[at] in _GOVERNED and row.lows[at] != row.lows[at - 1]


def _to_its_time(row: Row, at: int, limit: int) -> int:
    """Where the words from `at` on end at a mark, a day, or a verb of taking place."""
    while at < limit and row.words[at].text[0].isalnum() and row.lows[at] not in _TAKES_PLACE:
        if row.words[at].number >= 0 and not row.words[at - 1].capital:
            break
        at += 1
    return at


def _day_follows(row: Row, at: int) -> bool:
    """After `sáng`: `sáng 9-3`, `sáng nay`; but `giáo dục sáng tạo`, `đầu tư vào Lào`."""
    return row.words[at].text[0].isdigit() or row.lows[at] in _DAY_OPENINGS
