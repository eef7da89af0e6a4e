"""Bodies that hold or meet: `UBND tỉnh Lam Trà họp báo`, `làm việc với Ban Thường vụ Tỉnh ủy Lam Trà`."""

from articles.text.events.days import date_for
from articles.text.events.drafts import Draft
from articles.text.events.places import place_in
from articles.text.events.sentences import Party, Sentence, said
from articles.text.events.words import END, HOLD, OFFICE, SAY, inside, is_session, to_come
from articles.text.people.organisations import ORGANISATIONS
from articles.text.people.phrase_ends import BREAKS
from articles.text.words.phrases import word_set
from articles.text.words.tokens import Row

_HOLDING = word_set("long trọng trang tổ chức mở buổi cuộc đã vừa chủ trì tiến hành có đồng triệu tập")
_LEADS = word_set("lãnh đạo đoàn tập thể cán bộ chủ chốt đại biểu diện các ban thường vụ")
_AT_THE_HEAD = word_set("đại diện lãnh đạo")
NUMBERED = word_set("quận phường khóm khu vùng đoàn số")
"""What bears a number in a body's name: `Sư đoàn 308`, `Quận ủy quận 2`."""
_SHORTENED = frozenset(("tp", "tx", "tt"))
_LONGEST = 14
_NEAR = 3
_THERE_NEAR = 10
"""Words before its day where a place comes first: `họp báo | tại Dinh Lam Trà ngày 9/7`."""
_THERE = frozenset(("tại", "trong", "sau", "khổ", "lề"))
"""Before a conference that is known by its day alone: `tại | hội thảo sáng 4/4`."""
_JOINED = (["bộ", ",", "ngành"], ["đảng", ",", "nhà"], ["phòng", ",", "chống"])
"""`các bộ, ngành`, `lãnh đạo Đảng, Nhà nước`, `Ban Chỉ đạo phòng, chống dịch`: one name over a comma."""
_SHIPS = 8
_UNIT_NAME = 5
_DANGLING = word_set("và của các về tròn trên hơn gần")
_LARGER = (["tỉnh"], ["huyện"], ["thành"], ["tp"], ["quận"])
_SMALLER = frozenset(("xã", "phường", "thị", "huyện", "quận", "thành", "tp"))
_AT = frozenset(("vào", "lúc", "hồi"))
_EARLY = 4
"""Rows of a story that tell what it is about, a day or none."""
_DAY_WORDS = word_set("ngày sáng trưa chiều tối hôm")


def body_after(sentence: Sentence, at: int) -> Party | None:
    """The body that token `at` opens, as the object of a verb: `(lãnh đạo) Tỉnh ủy Lam Trà`."""
    row, begin = sentence.row, at
    while (
        at < sentence.end
        and row.lows[at] in _LEADS
        and not (row.lows[at] == "bộ" and row.lows[at - 1] != "cán")
    ):
        at += 1
    if at >= sentence.end or at - begin > 6:
        return None
    opened = ORGANISATIONS.match(row, begin) or ORGANISATIONS.match(row, at)
    stop = run_of(row, max(begin, opened[0] if opened else begin), sentence.end)
    if opened is None or stop - begin < 2 or not any(_proper(row, i) for i in range(begin, stop)):
        return None
    if any(p.start < stop and p.end > begin for p in sentence.parties):
        return None
    return Party(begin, stop, row.slice(begin, stop), None)


def offices_after(sentence: Sentence, at: int) -> Party | None:
    """Offices by their kind alone, as those that a chairman works with: `các sở, ngành, doanh nghiệp`."""
    row, begin = sentence.row, at
    while row.lows[at : at + 1] and row.lows[at] in _AT_THE_HEAD:
        at += 1  # `đại diện lãnh đạo | các sở, ngành`
    if row.lows[at : at + 1] not in (["các"], ["một"]):
        return None
    at += 1 + (row.lows[at + 1 : at + 2] == ["số"])
    stop = at
    while at < sentence.end and (found := OFFICE.match(row, at)):
        at = stop = found[0]
        while at < sentence.end and row.lows[at] in (",", "và", "các", "một", "số"):
            at += 1
    return Party(begin, stop, row.slice(begin, stop), None) if stop > begin + 1 else None


def run_of(row: Row, at: int, stop: int) -> int:
    """Where the words of a body's name that go on at `at` end: at a mark, a number or a word that ends names."""
    begin = at
    while at < min(stop, begin + _LONGEST):
        word = row.words[at]
        joins = row.lows[at - 1 : at + 2] in _JOINED or (word.text == "&" and at + 1 < stop)
        joins = joins or (word.number > 1900 and row.lows[at - 1] == "năm")
        joins = joins or (
            0 <= word.number < 1000 and not NUMBERED.isdisjoint(row.lows[max(0, begin - 2) : at])
        )
        dash = word.text in "-–" and at > begin and at + 1 < stop
        joins = joins or (dash and (_proper(row, at + 1) or coded(row, at + 1)))
        joins = joins or shortens(row, at) or numbered(row, at) or goes_up(row, at) or coded(row, at)
        if not (word.text[0].isalpha() or joins) or word.low in _DAY_WORDS or word.low == "phối":
            break
        if not word.capital and (END.match(row, at) or SAY.match(row, at) or _breaks(row, at)):
            break
        at += 1
    while at > begin and row.lows[at - 1] in _DANGLING:
        at -= 1
    return at


def coded(row: Row, at: int) -> bool:
    """A number that is a part of the word before it: `Covid-|19`."""
    return row.words[at].number >= 0 and at > 1 and row.words[at - 1].text == "-" and row.glued(at)


def shortens(row: Row, at: int) -> bool:
    """The stop of `TP|.HCM`, `TP|. Lam Trà` stands at `at`."""
    return row.words[at].text == "." and row.glued(at) and row.lows[at - 1] in _SHORTENED


def goes_up(row: Row, at: int) -> bool:
    """`Tòa án nhân dân thành phố Lam Trà | , tỉnh Lam Khê`: the larger unit follows."""
    if row.words[at].text != "," or row.lows[at + 1 : at + 2] not in _LARGER:
        return False
    return not _SMALLER.isdisjoint(row.lows[max(0, at - _UNIT_NAME) : at])


def numbered(row: Row, at: int) -> bool:
    """Ships have numbers: `Biên đội tàu | 261, 263`."""
    begin = at
    while (
        begin
        and at - begin < _SHIPS
        and (0 <= row.words[begin].number < 1000 or row.words[begin].text == ",")
    ):
        begin -= 1
    return row.lows[begin] == "tàu" and begin < at


def _breaks(row: Row, at: int) -> bool:
    """A verb stands at `at`, and no second syllable of a word: `Ban thư | ký`, `hội Nạn | nhân`."""
    found = BREAKS.match(row, at)
    if found is None or inside(row, at, found[0]):
        return False  # `Ban Cán sự đảng Bộ Ngoại | giao`
    return bool(found[1]) or (_proper(row, at - 1) and _proper(row, at - 2))


def _proper(row: Row, at: int) -> bool:
    return row.words[at].capital or row.words[at].upper


def held(sentence: Sentence, at: int, end: int, kind: str) -> Draft | None:
    """A press conference, meeting or signing without a name of its own, by who holds it on a day: `Sáng 5/6, UBND tỉnh
    Lam Trà tổ chức họp báo`, `ông A chủ trì cuộc họp ngày 5/6`, or a press conference by its day. Who chairs it, or
    holds it where the story begins, is enough for a suggestion without a day."""
    row = sentence.row
    when = date_for(sentence, at, end)
    dated = when is not None and when.precision == "day" and not when.bound
    first = at - (at > sentence.start and row.lows[at - 1] in ("cuộc", "buổi"))
    noun = row.slice(first if row.lows[at] == "họp" and row.lows[end - 1] != "báo" else at, end)
    noun = noun[:1].upper() + noun[1:]
    edge = first
    while edge > sentence.start and row.lows[edge - 1] in _HOLDING and not row.words[edge - 1].capital:
        edge -= 1
    future = to_come(row, sentence.start, at)
    doers: list[str] = []
    press = row.lows[at : at + 2] == ["họp", "báo"]
    begin, stop = holder(sentence, edge) if is_session(row, at) or edge < first else (-1, -1)
    chair = next((p for p in sentence.parties if p.end <= edge and edge - p.end <= 12), None)
    sure = False
    if by := _held_by(sentence, end):
        begin = at
        name, sure = f"{noun} {row.slice(end, by)}", dated and not future
    elif begin >= 0 and (dated or sentence.number < _EARLY) and not said(row, edge, at):
        name, sure = f"{noun} của {row.slice(begin, stop)}", dated and not future
    elif chair is not None and chair.person and {"chủ", "trì"} <= set(row.lows[edge:first]):
        begin, doers = chair.start, [chair.person]
        name, sure = f"{noun} do {chair.label} chủ trì", dated and not future
    elif press and chair is not None and chair.person and edge - chair.end <= 1:
        begin, doers = chair.start, [chair.person]
        name, sure = f"{noun} của {chair.label}", dated and not future
    elif (
        when is not None
        and dated
        and (press or (kind == "conference" and row.lows[first - 1] in _THERE))
        and 0 <= when.start - end <= (_THERE_NEAR if row.lows[end : end + 1] == ["tại"] else _NEAR)
        and row.words[when.end - 1].number > 0
    ):
        begin = at
        name = f"{noun} {row.slice(end, when.end)}"
    elif when is not None and dated and press and _opens_with(row, when.end, first):
        begin = when.start - (row.lows[when.start - 1] == "ngày")
        day = row.slice(begin, when.end)
        name = f"{noun} {day[:1].lower()}{day[1:]}"
    elif (
        dated
        and kind == "ceremony"
        and end < sentence.end
        and (HOLD.match(row, end) or row.lows[end] in _AT or _attended(row, at, end))
    ):
        begin, name = at, noun  # `Lễ truy điệu diễn ra lúc 7 giờ ngày 22/3`
    else:
        return None
    when = when if dated else None
    reason = "a press conference on a day" if dated and press else "somebody's part in it is told"
    if sure:
        reason = "a body holds it on a day"
    span = row.span(min(begin, when.start if when else begin), max(end, when.end if when else end))
    place = place_in(row, sentence.start, sentence.end, at, end)
    return Draft(
        kind, name, True, sentence.number, at, when, place, doers, sure,
        reason, span=span, doers=doers, noun=noun,
    )  # fmt: skip


def _attended(row: Row, at: int, end: int) -> bool:
    """`Sáng 27/2, A dự | lễ giao nhận quân | tại huyện Lam Trà`"""
    return row.lows[at - 1] == "dự" and row.lows[end] == "tại"


def _opens_with(row: Row, start: int, stop: int) -> bool:
    """`Ngày 5-6, tại cuộc | họp báo`: nothing but that stands between the day and the words."""
    return row.lows[start:stop] in ([",", "tại"], ["tại"])


def _held_by(sentence: Sentence, at: int) -> int:
    """Where `do Sở Y tế tổ chức` ends that begins at token `at`; 0 where it stands not there."""
    row = sentence.row
    if row.lows[at : at + 1] != ["do"]:
        return 0
    for i in range(at + 2, min(sentence.end, at + _LONGEST)):
        if row.words[i].text in ",;:":
            break
        if row.lows[i] in HOLD.first and (found := HOLD.match(row, i)) and found[0] <= sentence.end:
            return found[0] if any(_proper(row, k) for k in range(at + 1, i)) else 0
    return 0


def before_bracket(row: Row, start: int, edge: int) -> int:
    """Where the words before token `edge` end without the abbreviation in brackets behind them: `Đại học Lam Trà |
    (ĐHLT)`."""
    if edge - 4 < start or row.words[edge - 1].text != ")":
        return edge
    return next((i for i in range(edge - 3, max(start, edge - 7), -1) if row.words[i].text == "("), edge)


def holder(sentence: Sentence, edge: int) -> tuple[int, int]:
    """Where the body's name stands that ends at `edge`, or before `phối hợp với …`; -1 for none."""
    row = sentence.row
    begin = edge = before_bracket(row, sentence.start, edge)
    while begin > sentence.start and edge - begin < _LONGEST:
        word = row.words[begin - 1]
        joins = word.text in "-–&" or shortens(row, begin - 1) or row.lows[begin - 2 : begin + 1] in _JOINED
        if not (word.text[0].isalnum() or joins) or (word.number >= 0 and not coded(row, begin - 1)):
            break
        begin -= 1
    opened = ORGANISATIONS.match(row, begin) if begin < edge else None
    if opened is None or edge - begin < 2 or not any(_proper(row, i) for i in range(begin, edge)):
        return -1, -1
    stop = run_of(row, opened[0], edge)
    if stop < edge and row.lows[stop] != "phối":
        return -1, -1
    named = any(p.start < stop and p.end > begin for p in sentence.parties)
    return (-1, -1) if named else (begin, stop)
