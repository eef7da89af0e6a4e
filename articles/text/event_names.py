"""Names and places of events: the official name as the text has it, else one made of kind and people."""

from collections.abc import Sequence
from typing import Protocol

from articles.text.event_lexicon import END, SAY
from articles.text.heads import HEADS
from articles.text.names import PLACES, country_at
from articles.text.tokens import Phrases, Row, phrases, word_set

_LONGEST_NAME = 26
_LONGEST_PLACE = 10
_LABELS = {"talks": "Hội đàm", "phone_call": "Điện đàm", "consultation": "Tham vấn"}
_ENGLISH_LABELS = {"talks": "Talks", "phone_call": "Phone talks", "consultation": "Consultation"}
_POSTS = word_set("sứ biện quán diện tán tác kỳ trú cư")
_SAME_CLAUSE = word_set(
    "tại ở từ đến tới và diễn vào ngày sáng chiều tối trưa nhân đang in at on hôm trong với do"
)
_TAKES_PLACE = word_set("diễn được tại vào do ở với ngày sáng chiều tối trưa hôm đã")
_NAMING = Phrases(lambda: ((words, True) for words in ("công bố", "ra mắt", "bàn")))
"""Right behind the word for an event these are a part of its name: `Hội nghị | công bố Quy hoạch`."""
_OPEN, _CLOSED = frozenset("“‘\"'"), frozenset("”’\"'")
_GENERIC = frozenset(("thủ", "đô"))
_PLACE_LEADS = word_set(
    "thủ đô thành phố tp tỉnh huyện quận xã phường thị trấn trụ sở nhà khách sạn trung tâm hội "
    "trường phủ trường ubnd khu đảo bang cửa khẩu sân bay cảng nước vương quốc quảng trường bảo "
    "tàng tòa bệnh viện làng bản thôn ủy ban"
)
_WORDS = phrases("org_words")
_MAY_END = frozenset(("sáng", "chiều", "tối", "trưa", "vào"))
_DAY_OPENINGS = word_set(
    "nay qua mai ngày cùng hôm thứ lúc hồi dịp cuối đầu giữa tháng năm sáng chiều tối trưa tuần"
)
_PLACE_ENDS = word_set(
    "đã đang sẽ được diễn do với và cùng từ vào ngày sáng chiều tối trưa để nhằm là có theo "
    "nhân trong khi sau trước của về năm tháng hôm cho bà ông tại ở"
)


class _Named(Protocol):
    label: str
    person: str | None


def noun_phrase(row: Row, at: int, end: int, stop: int, kind: str) -> tuple[str, int]:
    """The name that opens with the event word at `at`, capital first, and where it ends; empty for a bare
    word."""
    i = end
    limit = min(stop, at + _LONGEST_NAME)
    while i < limit:
        word = row.words[i]
        text = word.text
        if not text[0].isalnum():
            dash = (
                text in "-–"
                and i + 1 < limit
                and (row.words[i + 1].capital or row.words[i + 1].upper or row.glued(i))
            )
            if dash and i > end:
                i += 1
                continue
            if text in _OPEN:
                close = next((k for k in range(i + 1, min(stop, i + 30)) if row.words[k].text in _CLOSED), 0)
                if close:
                    i = close + 1
                    if row.lows[i : i + 1] == ["lần"]:
                        continue
                    break
            if text == "," and row.lows[end - 1] == "đón" and i + 1 < limit and HEADS.match(row, i + 1):
                i += 1  # `Lễ đón Tổng Bí thư, Chủ tịch nước A`
                continue
            if text == "," and country_at(row, i - 1) and i + 1 < limit and country_at(row, i + 1):
                i += 1  # `Hội nghị cấp cao Campuchia, Lào, Việt Nam`
                continue
            if text == "(" and i + 2 < limit and row.words[i + 1].upper and row.words[i + 2].text == ")":
                i += 3
                continue
            break
        if kind == "anniversary" and (
            (word.low == "năm" and row.words[i - 1].number > 0)
            or (
                word.low == "ngày"
                and row.lows[i - 1] == "năm"
                and i + 1 < limit
                and row.words[i + 1].number < 0
            )
        ):
            i += 1 if word.low == "năm" else 2
            continue
        if word.low == "và" and i + 1 < limit and row.lows[i + 1] in ("các", "những", "nhiều", "lễ"):
            break
        if word.low == "năm" and i + 1 < limit and row.words[i + 1].number > 1900:
            break
        if word.number >= 0 and i + 1 < limit and row.words[i + 1].text == "/":
            if row.lows[i - 1] not in ("quý", "tháng") or i + 3 > limit:
                break
            i += 3
            continue
        if quoted := _entitled(row, i, stop):
            name = f"{row.slice(at, i)} {row.slice(*quoted)}"
            return name[:1].upper() + name[1:], quoted[1]
        if i == end and word.low in ("trước", "sau") and row.lows[end - 1] == "báo":
            i = _to_its_time(row, i, limit)  # `họp báo | trước lượt trận khai mạc`
            break
        if (i == end and _NAMING.match(row, i)) or (
            word.low == "chính" and row.lows[i - 1] in ("thăm", "đón")
        ):
            i += 1
            continue
        time = word.low not in _MAY_END or i + 1 >= limit or _day_follows(row, i + 1)
        if (
            time
            and row.lows[i] in END.first
            and END.match(row, i)
            and not word.capital
            and not _inside(row, i)
        ):
            break
        if word.low in SAY.first and SAY.match(row, i) and not word.capital and kind != "anniversary":
            break
        i += 1
    while i > end and row.lows[i - 1] in ("và", "về", "của", "lần", "các", "-", "–"):
        i -= 1
    if i <= end or (i == end + 1 and row.lows[end] in ("này", "đó", "trên")):
        return "", end
    name = row.slice(at, i)
    named = any(w.capital or w.upper or w.number >= 0 for w in row.words[end:i])
    named = (
        named
        or (row.lows[end] in ("về", "trước", "sau") and i - end >= 3)
        or (kind == "conference" and i - end >= 4)
    )
    named = named or (row.words[at].capital and at > 0 and row.words[at - 1].text.isalnum() and i - end >= 2)
    if not named and kind not in ("ceremony", "signing"):
        return "", end
    return name[:1].upper() + name[1:], i


def _entitled(row: Row, at: int, stop: int) -> tuple[int, int] | None:
    """The title in quotation marks behind `có chủ đề`, `mang tên` at token `at`."""
    if row.lows[at : at + 2] not in (["có", "tên"], ["mang", "tên"]):
        if row.lows[at : at + 3] not in (["có", "chủ", "đề"], ["với", "chủ", "đề"], ["mang", "chủ", "đề"]):
            return None
        at += 1
    begin = at + 2
    if begin >= stop or row.words[begin].text not in _OPEN:
        return None
    close = next((k for k in range(begin + 1, min(stop, begin + 30)) if row.words[k].text in _CLOSED), 0)
    return (begin, close + 1) if close else None


def _to_its_time(row: Row, at: int, limit: int) -> int:
    """Where the words from `at` on end at a mark, a day, or a verb of taking place."""
    while at < limit and row.words[at].text[0].isalnum() and row.lows[at] not in _TAKES_PLACE:
        if row.words[at].number >= 0 and not row.words[at - 1].capital:
            break
        at += 1
    return at


def _inside(row: Row, at: int) -> bool:
    """`tự do`, `địa bàn`, `bầu cử`: half a word of the lexicon, which ends nothing."""
    return any(
        (found := _WORDS.match(row, begin)) is not None and found[0] > max(at, begin + 1)
        for begin in (at - 1, at)
    )


def _day_follows(row: Row, at: int) -> bool:
    """After `sáng`: `sáng 9-3`, `sáng nay`; but `giáo dục sáng tạo`, `đầu tư vào Lào`."""
    return row.words[at].text[0].isdigit() or row.lows[at] in _DAY_OPENINGS


def place_after(row: Row, at: int, stop: int) -> tuple[str, int]:
    """The country or place that a verb of visiting takes as its object, and where it ends."""
    while at < stop and row.lows[at] in (
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
    ):
        at += 1
    if at >= stop:
        return "", at
    if found := country_at(row, at):
        return found[1], found[0]
    return _place(row, at, stop)


def _place(row: Row, at: int, stop: int) -> tuple[str, int]:
    """A place that begins at `at`: leading common words, then capitals; empty where there are none."""
    begin = at
    if (head := HEADS.match(row, at)) and head[1].kind == "office":
        return "", at  # `thăm Hoàng thái hậu A`
    if row.lows[at : at + 2] == ["thủ", "đô"] and at + 2 < stop and row.words[at + 2].capital:
        begin = at = at + 2
    i = at
    proper = False
    while i < min(stop, begin + _LONGEST_PLACE):
        word = row.words[i]
        found = country_at(row, i)
        if found and i > begin and (phrase := _WORDS.match(row, i)) and phrase[0] > found[0]:
            i, proper = phrase[0], True  # `Bảo tàng | Mỹ thuật`
            continue
        if found:
            i = found[0]
            proper = True
            break
        if found := PLACES.match(row, i):
            i = found[0]
            proper = True
            break
        if word.low in _PLACE_ENDS and not word.capital:
            break
        if proper and not word.capital and (phrase := _WORDS.match(row, i)) and phrase[0] > i + 1:
            i = phrase[0]  # `Nhà | văn hóa`
            continue
        inside = i > begin and row.words[i - 1].capital and word.text.isalpha()
        abbreviation = word.text == "." and row.glued(i) and row.words[i - 1].upper
        if word.capital or word.upper:
            proper = True
        elif not (word.low in _PLACE_LEADS or word.number >= 0 or inside or abbreviation):
            break
        i += 1
    if not proper or i == begin:
        return "", begin
    while i > begin and not row.words[i - 1].text[0].isalnum():
        i -= 1
    return row.slice(begin, i), i


def place_in(row: Row, start: int, stop: int, at: int, end: int) -> str:
    """Where an event takes place whose words run from `at` to `end` in the sentence from `start` to `stop`.

    `Ngày 29/11, tại Hà Nội, …` before it, or `… tại Hà Nội` after it in the same clause. A place that belongs
    to an office (`Đại sứ Việt Nam tại Lào`) or to somebody's business there is not the event's.
    """
    for i in range(start, at):
        if row.lows[i] == "tại" and (
            i == start or row.words[i - 1].text in ",-–" or row.words[i - 1].number >= 0
        ):
            name, _ = _place(row, i + 1, at) if i + 1 < at else ("", 0)
            if name:
                return name
    commas = 0
    for i in range(end, min(stop, end + 30)):
        text = row.words[i].text
        if text in ";:" or SAY.match(row, i):
            break
        commas += text == ","
        if commas > 2 or (text == "," and i + 1 < stop and _acts_on(row, i + 1)):
            break
        if (
            row.lows[i] in (("in", "at") if row.english else ("tại", "ở"))
            and i + 1 < stop
            and row.lows[i - 1] != "nhà"
            and not _office_at(row, i)
        ):
            name, after = _place(row, i + 1, stop)
            if name:
                # `tại Việt Nam và tại Hàn Quốc`: two places are none.
                return "" if after + 1 < stop and row.lows[after : after + 2] == ["và", "tại"] else name
    return ""


def _acts_on(row: Row, at: int) -> bool:
    """Another deed follows the comma, and the place behind it is that one's: `hội kiến B, nói chuyện tại …`."""
    word = row.words[at]
    return word.text.isalpha() and not word.capital and row.lows[at] not in _SAME_CLAUSE and word.number < 0


def _office_at(row: Row, at: int) -> bool:
    """`Đại sứ Việt Nam tại …`: the place goes with an office."""
    return any(row.lows[i] in _POSTS for i in range(max(0, at - 5), at))


def compose(
    kind: str,
    row: Row,
    at: int,
    end: int,
    subjects: Sequence[_Named],
    objects: Sequence[_Named],
    target: str,
) -> str:
    """A name made of kind and people: `Điện đàm A – B`, `A thăm chính thức P`, `A tiếp B`; or empty."""
    link = " and " if row.english else " và "
    doers = link.join(dict.fromkeys(p.label for p in subjects[:2]))
    others = link.join(dict.fromkeys(p.label for p in objects[:2]))
    if kind in ("talks", "phone_call", "consultation"):
        label = (_ENGLISH_LABELS if row.english else _LABELS)[kind]
        sides = (
            [p.label for p in (*subjects[:1], *objects[:1])] if objects else [p.label for p in subjects[:2]]
        )
        return f"{label} {' – '.join(dict.fromkeys(sides))}" if len(set(sides)) > 1 else ""
    verb = row.slice(at, end).lower().replace("nhà nước", "Nhà nước")
    verb = verb.removesuffix(" với")
    if kind == "visit":
        return f"{doers} {verb} {target}"
    if kind == "meeting":
        with_ = "với " if verb.startswith(("làm việc", "họp")) else ""
        return f"{doers} {verb} {with_}{others}" if others else ""
    return ""
