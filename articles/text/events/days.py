"""Which of a sentence's dates is that of an event: the one behind it, or the last before it that is nothing else's."""

from articles.text.dates.find import DateAt
from articles.text.dates.relative_days import PARTS
from articles.text.events.sentences import Sentence, said
from articles.text.events.words import REPORT
from articles.text.words.phrases import word_set
from articles.text.words.tokens import Row

_LONGEST_GAP = 45
_LONGEST_BRACKET = 8
_DAY_WORDS = PARTS | {"ngày", "nay"}
_TRIPS = frozenset(("chuyến", "thăm", "nhiệm", "visit", "trip"))
_OCCASIONS = word_set("trong nhân sau trước tiếp nằm bên ngay")
"""What opens a sentence with an occasion: `Trong khuôn khổ …, hôm nay (8/10), A …`."""
_ATTENDS = (["dự"], ["tham"])
_SETTING_OUT = (["lên", "đường"], ["hạ", "cánh"], ["chuyến", "công"], ["đáp", "xuống"])
"""`Sáng 5/9, A lên đường dự | Hội nghị …`: that is not the day of what somebody sets out for."""
_PLACING = word_set(
    "tại ở vào ngày sáng chiều tối trưa hôm thành phố tỉnh huyện quận xã phường thị thủ đô , ( )"
)
_ROUNDS = frozenset(("vòng", "trận", "bảng", "lượt", "kết"))
_HELD = (["diễn", "ra"], ["tổ", "chức"], ["khai", "mạc"])
_SOON = 4
_LEADS_TO = frozenset((",", ")", "tại", "buổi", "cuộc"))
_NEAR_BY = 24
"""Words of a place between a name and its day."""


def reported(row: Row, start: int, end: int) -> bool:
    """`Ngày 5/6, Bộ Ngoại giao cho biết …`: that is the day of the statement; but not `Ngày 5/6, Trung tâm
    Thông tin …`."""
    return any(
        REPORT.match(row, i)
        for i in range(start, min(end, start + _LONGEST_GAP) - 1)
        if row.lows[i] in REPORT.first and not row.words[i].capital
    )


def date_for(sentence: Sentence, at: int, stop: int) -> DateAt | None:
    """The date of an event whose words run from `at` to `stop`: the one just after it, or the last before
    it."""
    row = sentence.row
    dates = [when for when in sentence.dates if not _of_paper(row, when)]
    for when in dates:
        if at < when.start < stop and when.precision in ("day", "range") and not when.bound:
            return when  # `chuyến thăm Lào | từ ngày 12-14/10 | của A`
        if when.start >= stop and when.start - stop <= 25:
            if when.start > first_clause(sentence, stop):
                break
            if when.precision == "month" and row.lows[when.start - 1] == "kỳ":
                continue  # `Ngày 5/6, A tiếp công dân định kỳ | tháng 6`
            between = range(stop, when.start)
            invited = row.lows[stop : stop + 3] == ["theo", "lời", "mời"]
            if invited and when.precision == "range" and not said(row, stop + 3, when.start):
                return when  # `thăm Lào theo lời mời của B từ ngày 5-7/8`
            if any(row.words[i].text in ";:[]" for i in between) or said(row, stop, when.start):
                break
            if any(row.lows[i] in _TRIPS for i in between if row.lows[i - 1] != "("):
                break  # `gặp B trong chuyến thăm từ ngày 3 đến 6/5`, `đón B thăm Huế từ ngày 3 đến 6/5`
            if sum(row.words[i].text == "," for i in between) <= 2 and not when.bound:
                earlier = [d for d in dates if d.end <= at and not d.bound]
                told = earlier and not reported(
                    row, earlier[-1].end, at
                )  # not `Ngày 22/7, Bộ Y tế cho hay …`
                apart = when.start - stop > 6 or any(row.words[i].text == "," for i in between)
                if told and apart and not _takes_place(row, at, stop, when):
                    break  # `Sáng 6/2, A họp báo giới thiệu Lễ hội …, diễn ra từ ngày 8 - 13/3`
                return when
            break
    earlier = [d for d in dates if d.end <= at and not d.bound]
    earlier = [d for d in earlier if not _of_a_trip(sentence, d, at)]
    days = [d for d in earlier if d.precision != "month"]
    if not earlier:
        return None
    last = (days or earlier)[-1]
    since = row.lows[last.end : at]
    listed = row.lows[at - 1] == ";"  # `Ngày 5/6, A dâng hương tại Huế; | thăm B`
    if reported(row, last.end, at) or (";" in since and ":" not in since and not listed):
        return None
    if row.lows[last.end : last.end + 1] in (["để"], ["nhằm"]):
        return None  # `thăm Lào từ ngày 20-21/2 | để | tiến hành Tham vấn …`
    return last


def days_of_trip(sentence: Sentence, at: int, stop: int) -> DateAt | None:
    """`thăm Lào | và dự Diễn đàn Lam Trà từ ngày 11 - 15/5`: the days of the visit, and of what it is for, unless it
    begins on another day: `Sáng 5/6, A thăm Lào …`."""
    row = sentence.row
    if row.lows[stop : stop + 1] != ["và"] or row.lows[stop + 1 : stop + 2] not in _ATTENDS:
        return None
    when = next((d for d in sentence.dates if d.start > stop), None)
    if when is None or when.precision != "range" or when.bound or said(row, stop, when.start):
        return None
    parted = (i for i in range(stop, when.start) if row.words[i].text in ",;:")
    if any(row.words[i].text != "," or not row.words[i + 1].capital for i in parted):
        return None
    days = [d for d in sentence.dates if d.end <= at and not reported(row, d.end, at)]
    begins = not days or days[-1].edtf == when.edtf.partition("/")[0]
    return when if begins and "từ" in row.lows[when.start - 2 : when.start + 1] else None


def _of_paper(row: Row, when: DateAt) -> bool:
    """`Chương trình số 70/CTPH | ngày 19-5-2006`, `Chỉ thị số 35-CT/TW, | ngày 30/5`: that is the day of the paper."""
    begin = when.start - (row.lows[when.start - 1] == "ngày")
    begin -= begin > 0 and row.words[begin - 1].text == ","
    code = row.lows[begin - 2 : begin] if begin > 1 else []
    return "/" in code and (row.words[begin - 1].upper or row.words[begin - 1].text == "/")


def _takes_place(row: Row, at: int, stop: int, when: DateAt) -> bool:
    """`giới thiệu Đêm nhạc Lam Trà, | sẽ diễn ra vào tối | 5/6`; the press is told on another day."""
    held = any(row.lows[i : i + 2] in _HELD for i in range(stop, min(when.start, stop + _SOON)))
    return held and row.lows[at : at + 2] != ["họp", "báo"]


def _of_a_trip(sentence: Sentence, when: DateAt, at: int) -> bool:
    """`Trong chuyến thăm Lào từ ngày 22 - 24/10, A | gặp B`: the days of the visit that was the occasion."""
    row, begin = sentence.row, when.start
    while begin > sentence.start and row.words[begin - 1].text not in ",;":
        begin -= 1
    if {"chuyến", "visit", "trip"}.isdisjoint(row.lows[begin : when.start]):
        return False
    return any(row.words[i].text == "," for i in range(when.end, at))


def first_clause(sentence: Sentence, at: int) -> int:
    """Where the occasion that opens the sentence, or the clause that goes on at token `at`, ends: at the day of what
    follows."""
    if sentence.row.lows[sentence.start] not in _OCCASIONS and not _on_occasion(sentence, at):
        return sentence.end
    days = (when.start for when in sentence.dates if when.start >= at and set_off(sentence.row, when))
    return next(days, sentence.end + 1) - 1


def _on_occasion(sentence: Sentence, at: int) -> bool:
    """`Theo bà A, | nhân dự Hội nghị Lam Trà | tại Huế, sáng 28/10, B gặp C`: the clause says when."""
    row, begin = sentence.row, at
    while begin > sentence.start and at - begin < _LONGEST_GAP and row.words[begin - 1].text not in ",;":
        begin -= 1
    return row.lows[begin] in ("nhân", "bên") and row.words[begin - 1].text == ","


def set_off(row: Row, when: DateAt) -> bool:
    """`Tiếp tục chuyến thăm Lào, | sáng 16/4, | A gặp B`: the day is set off, for what follows."""
    begin, end = when.start, when.end
    if row.lows[begin - 1 : begin] == ["("] and row.lows[end : end + 1] == [")"]:
        begin, end = begin - 1, end + 1
    elif row.lows[end : end + 1] == ["("]:
        # `chiều 17/1 (giờ địa phương), A gặp B`
        close = (i for i in range(end + 1, min(row.size, end + _LONGEST_BRACKET)) if row.words[i].text == ")")
        end = next(close, end - 1) + 1
    begin = _over_day_words(row, begin)
    if not begin or row.lows[begin - 1] != "," or row.lows[end : end + 1] != [","]:
        return False
    opening = _over_day_words(row, begin - 1)  # `Sáng nay, | 12-11, A …` opens the sentence
    return opening == begin - 1 or (opening > 0 and row.words[opening - 1].text[0].isalpha())


def _over_day_words(row: Row, at: int) -> int:
    """Where the words begin that end before token `at` and lead to a day: `sáng`, `ngày`."""
    while at and row.lows[at - 1] in _DAY_WORDS:
        at -= 1
    return at


def year_after(sentence: Sentence, at: int) -> DateAt | None:
    """`Hội nghị … trong năm 2021`: as much as is known of the time."""
    row = sentence.row
    while at < sentence.end and row.lows[at] in ("trong", "vào", "cuối", "đầu", "giữa"):
        at += 1
    if at + 1 < sentence.end and row.lows[at] == "năm" and 1900 < row.words[at + 1].number < 2100:
        span = row.span(at, at + 2)
        return DateAt(sentence.number, at, at + 2, row.words[at + 1].text, "year", False, (span,))
    return None


def opens_at(row: Row, when: DateAt, at: int) -> bool:
    """`Ngày 5/6, tại | hội thảo …`: nothing but that stands between the day and the name."""
    between = row.lows[when.end : at]
    return "tại" in between and _LEADS_TO.issuperset(between)


def stands_by(row: Row, stop: int, when: DateAt) -> bool:
    """`Lễ khởi công … | ở thành phố Huế, tỉnh Lam Trà vào | ngày 5/6`: nothing but a place stands in between."""
    if row.lows[stop : stop + 1] not in (["tại"], ["ở"]) or not 0 < when.start - stop <= _NEAR_BY:
        return False
    return all(row.words[i].capital or row.lows[i] in _PLACING for i in range(stop, when.start))


def sets_out(row: Row, start: int, stop: int) -> bool:
    """Somebody leaves, or arrives, for what is told of behind."""
    return any(row.lows[i : i + 2] in _SETTING_OUT or row.lows[i] == "rời" for i in range(start, stop))


def another_time(sentence: Sentence, when: DateAt, at: int) -> bool:
    """The day is that of setting out for it, or of what comes after it: `buổi họp sau | Đại hội … ngày 5/6`."""
    lows = sentence.row.lows
    if when.end <= at:
        return sets_out(sentence.row, max(when.end, at - _LONGEST_GAP), at)
    return lows[at - 1] in ("sau", "trước") and at - 1 > sentence.start and lows[at - 2] != ","


def is_round(sentence: Sentence, at: int, stop: int) -> bool:
    """`ở vòng 20 | Giải bóng đá …`, `giải … | tiếp tục diễn ra`: the day is that of a match, not of all."""
    lows = sentence.row.lows
    if lows[at] != "giải":
        return lows[max(sentence.start, at - 2) : at] == ["vòng", "loại"]
    return not _ROUNDS.isdisjoint(lows[max(sentence.start, at - 5) : at]) or lows[stop : stop + 1] == ["tiếp"]


def clause_start(sentence: Sentence, stop: int) -> int:
    """Where the words begin behind the sentence's day and the place set off after it: `Sáng 6/7, tại Huế, | A …`."""
    row, at = sentence.row, sentence.start
    if (when := next((d for d in reversed(sentence.dates) if d.end <= stop), None)) is not None:
        at = when.end
    if row.lows[at : at + 1] in (["("], [")"]):
        at = next((i + 1 for i in range(at, min(stop, at + _NEAR_BY)) if row.words[i].text == ")"), at)
        at += row.lows[at : at + 1] == ["-"]  # `(LTO)- | Nhận lời mời …`
    for _ in range(2):
        at += row.lows[at : at + 1] == [","]
        if row.lows[at : at + 1] in (["tại"], ["ở"]):
            at = next((i for i in range(at, min(stop, at + _NEAR_BY)) if row.words[i].text == ","), at)
    return at
