"""Names of events: the official name as the text has it, else one made of kind and people."""

from collections.abc import Sequence
from typing import Protocol

from articles.text.event_lexicon import DEED, END, SAY
from articles.text.heads import HEADS
from articles.text.names import country_at
from articles.text.phrase_ends import FIELDS
from articles.text.tokens import Phrases, Row, phrases, word_set

_LONGEST_NAME = 26
_LABELS = {"talks": "Hội đàm", "phone_call": "Điện đàm", "consultation": "Tham vấn"}
_ENGLISH_LABELS = {"talks": "Talks", "phone_call": "Phone talks", "consultation": "Consultation"}
_TAKES_PLACE = word_set("còn có diễn được tại vào do ở với ngày sáng chiều tối trưa hôm đã")
_NAMING = Phrases(lambda: ((words, True) for words in ("công bố", "ra mắt", "bàn")))
"""Right behind the word for an event these are a part of its name: `Hội nghị | công bố Quy hoạch`."""
_GOVERNING, _GOVERNED = (
    word_set("trao bố đón tiếp và"),
    word_set("quyết nhận công trao bằng tổ thông ra thảo"),
)
_WELCOMES = frozenset(("đón", "đãi", "mừng"))
_OPEN, _CLOSED = frozenset("“‘\"'"), frozenset("”’\"'")
_WORDS = phrases("org_words")
_MAY_END = frozenset(("sáng", "chiều", "tối", "trưa", "vào"))
_DAY_OPENINGS = word_set(
    "nay qua mai ngày cùng hôm thứ lúc hồi dịp cuối đầu giữa tháng năm sáng chiều tối trưa tuần"
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
            if (
                text == ","
                and not _WELCOMES.isdisjoint(row.lows[end - 1 : i])
                and i + 1 < limit
                and HEADS.match(row, i + 1)
            ):
                i += 1  # `Lễ đón Tổng Bí thư, Chủ tịch nước A`
                continue
            if (
                text == ","
                and kind == "ceremony"
                and i >= end > at + 1
                and i + 1 < limit
                and DEED.match(row, i + 1)
            ):
                i += 2  # `Lễ tổng kết, trao giải Liên hoan …`
                continue
            if (
                text == ","
                and row.words[at].capital
                and i + 1 < limit
                and (field := FIELDS.match(row, i + 1))
                and field[0] < limit
                and (row.lows[field[0]] in (",", "và") or row.words[i + 1].capital)
            ):
                i += 1  # `Đối thoại chính trị, an ninh và quốc phòng`
                continue
            if text == "." and row.glued(i) and row.lows[i - 1] == "tp" and i + 1 < limit:
                i += 1
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
            coded = row.lows[i - 1] == "số" and i + 2 < limit and row.words[i + 2].upper  # `số 70/CTPH`
            if not (coded or row.lows[i - 1] in ("quý", "tháng")) or i + 3 > limit:
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
        if (kind == "ceremony" or row.lows[i - 1] == "và") and _governed(row, i):
            i += 1
            continue
        if row.lows[i - 1 : i + 1] == ["người", "có"]:
            i += 1
            continue
        time = word.low not in _MAY_END or i + 1 >= limit or _day_follows(row, i + 1)
        if (
            time
            and row.lows[i] in END.first
            and (ended := END.match(row, i))
            and not word.capital
            and not _inside(row, i, ended[0])
        ):
            break
        if word.low in SAY.first and SAY.match(row, i) and not word.capital and kind != "anniversary":
            break
        i += 1
    while i > end and row.lows[i - 1] in ("và", "về", "của", "lần", "các", "đối", "-", "–"):
        i -= 1
    if i <= end or (i == end + 1 and row.lows[end] in ("này", "đó", "trên")):
        return "", end
    name = row.slice(at, i)
    named = any(w.capital or w.upper or w.number >= 0 for w in row.words[end:i])
    named = (
        named
        or (row.lows[end] in ("về", "trước", "sau") and i - end >= 3)
        or (kind in ("conference", "meeting") and i - end >= 4)
        or (kind == "consultation" and i - end >= 3)
    )
    named = named or (row.words[at].capital and at > 0 and row.words[at - 1].text.isalnum() and i - end >= 2)
    if not named and kind not in ("ceremony", "signing"):
        return "", end
    return name[:1].upper() + name[1:], i


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
    close = next((k for k in range(begin + 1, min(stop, begin + 30)) if row.words[k].text in _CLOSED), 0)
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
    before, whole = _WORDS.match(row, at - 1), _WORDS.match(row, at)
    return (before is not None and before[0] > at) or (whole is not None and whole[0] > end)


def _day_follows(row: Row, at: int) -> bool:
    """After `sáng`: `sáng 9-3`, `sáng nay`; but `giáo dục sáng tạo`, `đầu tư vào Lào`."""
    return row.words[at].text[0].isdigit() or row.lows[at] in _DAY_OPENINGS


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
    verb = row.slice(at, end).lower().replace("nhà nước", "Nhà nước").replace(" tết", " Tết")
    verb = verb.removesuffix(" với")
    if kind == "visit":
        return f"{doers} {verb} {target}"
    if kind == "meeting":
        if verb.endswith("cử tri"):
            return f"{doers} {verb} {target}".rstrip()
        with_ = "với " if verb.startswith(("làm việc", "họp")) else ""
        return f"{doers} {verb} {with_}{others}" if others else ""
    return ""
