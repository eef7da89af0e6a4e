"""Those who meet and visit without a name: `Đoàn công tác Bộ Y tế`, `các doanh nghiệp Nhật Bản`, `chiến hạm Hải quân
Lào`, and an office that opens the sentence."""

from articles.text.dates.relative_days import PARTS
from articles.text.events.bodies import NUMBERED, before_bracket, goes_up, numbered, run_of, shortens
from articles.text.events.days import clause_start
from articles.text.events.sentences import Party, Sentence, office, said
from articles.text.events.words import GROUP, SAY
from articles.text.people.countries import country_at, country_before
from articles.text.people.heads import HEAD_WORDS
from articles.text.people.organisations import ORGANISATIONS
from articles.text.people.roles import role_at
from articles.text.words.phrases import word_set
from articles.text.words.tokens import Row

_MANY = word_set("các những một số nhiều đông đảo toàn thể hai ba bốn vị")
_BEFORE_VERB = word_set(
    "đã đang sẽ vừa cũng có buổi cuộc tới đến sang đi chính thức bắt đầu tiếp tục lần trực long trọng trang thân mật"
)
_HOLDING = _BEFORE_VERB | word_set("tổ chức tiến hành nối lại cùng nhau")
_SENDING = word_set("tổ chức các nhiều đoàn công tác đi")
_DAY_WORDS = PARTS | {"ngày", "vào"}
_LISTED = frozenset((",", "và", "and"))
_LONGEST_PAIR = 9
_ENVOYS = (["phái", "đoàn"], ["đại", "diện"], ["quan", "chức"], ["chính", "phủ"])
"""Before two countries, those of both: `Phái đoàn | Lào và Peru`."""
_UNITS = frozenset(("tỉnh", "thành", "huyện", "quận", "xã", "bộ"))
_DONE = frozenset(("đã", "đến", "tới", "sang"))
"""What stands before the verb that says what the sentence tells of."""
_LED = (["dẫn", "đầu"], ["trưởng", "đoàn"])
_OCCASIONS = frozenset(("trước", "sau", "nhân", "trong", "nhận", "theo"))
_AT_THE_HEAD = frozenset(("lãnh", "đại"))
"""First words of `đại diện lãnh đạo các sở, ngành`: who they are is said by what they do."""
_BACK = 18
_LONGEST_SUBJECT = 60
_FAR = 24


def group_after(sentence: Sentence, at: int) -> Party | None:
    """The people that token `at` opens, as the object of a verb: `các nhà đầu tư Nhật Bản`, `Đoàn đại biểu Lào`; behind
    `gặp mặt` and `đối thoại với` any, `các cơ quan báo chí`."""
    opened = opening_of(sentence, at)
    party = None if opened is None else _group(sentence, at, opened, sentence.end)
    row = sentence.row
    verb = row.lows[at - 2 : at] == ["gặp", "mặt"] and row.lows[at - 3] not in ("chức", "buổi")
    verb = verb or row.lows[at - 5 : at - 2] == ["gặp", "mặt", ","]
    verb = verb or (row.lows[at - 1] == "với" and "thoại" in row.lows[at - 4 : at])
    if opened is not None and party is None and verb:
        end = run_of(row, opened, sentence.end)
        return Party(at, end, row.slice(at, end), None)
    return party


def opening_of(sentence: Sentence, at: int) -> int | None:
    """Where the words end that open a group at token `at`, its number with them: `100 hộ dân | ở xã Lam Trà`."""
    row = sentence.row
    while at < sentence.end and (row.lows[at] in _MANY or row.words[at].number >= 0):
        at += 1
    opened = GROUP.match(row, at) if at < sentence.end else None
    return opened[0] if opened else None


def group_before(sentence: Sentence, at: int) -> Party | None:
    """The people or body that end just before the verb at `at`: `Đoàn công tác Bộ Y tế (đã) | thăm`."""
    row, met = sentence.row, sentence.row.lows[at - 1] in ("buổi", "cuộc") or sentence.row.lows[at] == "đối"
    edge = _back_over(sentence, at, _HOLDING if met else _BEFORE_VERB)  # `Sở Y tế (tổ chức buổi) | tiếp`
    if row.lows[edge - 1] in ("đoàn", "tác", "chức", "đi"):
        sent = _back_over(sentence, edge, _SENDING)  # `Sở Y tế (tổ chức các đoàn công tác đi) | thăm`
        edge = sent if row.lows[sent : sent + 2] == ["tổ", "chức"] else edge
    if (when := next((d for d in sentence.dates if d.end == edge), None)) is not None:
        edge = _back_over(sentence, when.start, _DAY_WORDS)  # `Lãnh đạo Lào | ngày 16/6 đã thăm`
    edge = before_bracket(row, sentence.start, edge)
    first = edge
    while first > sentence.start and edge - first < _BACK:
        word = row.words[first - 1]
        listed = word.text == "," and country_at(row, first) and country_before(row, first - 1)
        state = row.lows[first - 2 : first + 1] == ["đảng", ",", "nhà"]
        joins = word.text in "-–" or shortens(row, first - 1) or listed or state
        joins = joins or numbered(row, first - 1) or goes_up(row, first - 1)
        joins = joins or (0 <= word.number < 1000 and row.lows[first - 2] in NUMBERED)
        if not (word.text[0].isalpha() or joins) or SAY.match(row, first - 1):
            break
        first -= 1
    for begin in range(first, edge):
        opened = GROUP.match(row, begin) or ORGANISATIONS.match(row, begin)
        if opened is None or opened[0] > edge:
            continue
        party = _group(sentence, begin, opened[0], edge) or _of_the_readers(sentence, begin, edge)
        if party is None or party.end != edge:
            return None
        return Party(party.start, at, party.label[:1].upper() + party.label[1:], None)
    return None


def _back_over(sentence: Sentence, at: int, words: frozenset[str]) -> int:
    """Where the `words` in lower case begin that end before token `at`."""
    row = sentence.row
    while at > sentence.start and row.lows[at - 1] in words and not row.words[at - 1].capital:
        at -= 1
    return at


def _group(sentence: Sentence, begin: int, opened: int, stop: int) -> Party | None:
    """The group whose first words end at `opened`, if something says which."""
    row = sentence.row
    end = countries_on(row, run_of(row, opened, stop), stop)
    if not any(
        row.words[i].capital or row.words[i].upper or row.words[i].number >= 0 for i in range(begin + 1, end)
    ):
        return None
    if any(p.start < end and p.end > begin for p in sentence.parties):
        return None
    return Party(begin, end, row.slice(begin, end), None)


def _of_the_readers(sentence: Sentence, begin: int, end: int) -> Party | None:
    """`Sáng 5/6, | Tỉnh đoàn | đến thăm …`: on its day, the body of the readers' own province or district, of which the
    text need not say which."""
    row = sentence.row
    opens = row.words[begin].capital or row.words[begin].upper
    dated = any(when.precision == "day" and when.end <= begin for when in sentence.dates)
    if not (opens and dated) or clause_start(sentence, begin) != begin:
        return None
    body = ORGANISATIONS.match(row, begin)
    ends = body is not None and end > begin + 1 and run_of(row, body[0], end) == end
    return Party(begin, end, row.slice(begin, end), None) if ends else None


def countries_on(row: Row, end: int, stop: int) -> int:
    """Where a list of countries ends that goes on at token `end`: `Đại sứ các nước Lào | , Peru và Cuba`."""
    if not any(country_at(row, i) for i in range(max(0, end - 2), end)):
        return end
    after = end
    while after + 1 < stop and row.lows[after] in _LISTED:
        after += 1
        if row.lows[after] in _LISTED:
            after += 1
        found = country_at(row, after) if after < stop else None
        if found is None:
            break
        end = after = found[0]
    return end


def opening_group(sentence: Sentence, at: int) -> Party | None:
    """Those who open the clause, behind its day and place, and of whom more is said before the verb at `at`: `Sáng 6/7,
    Đoàn công tác Bộ Y tế do Thứ trưởng làm trưởng đoàn đã | thăm Huế`, `Sở Y tế phối hợp với các sở | tiếp A`."""
    row, edge = sentence.row, _back_over(sentence, at, _BEFORE_VERB)
    led = row.lows[at - 2 : at] in _LED or row.lows[at - 3 : at - 1] in _LED
    joint = "phối" in row.lows[max(sentence.start, edge - _FAR) : edge]
    if _DONE.isdisjoint(row.lows[edge:at]) and not (led or joint):
        return None
    start = begin = clause_start(sentence, edge)
    if row.lows[begin] in _OCCASIONS:
        reach = min(edge - 1, begin + _LONGEST_SUBJECT)
        begin = next((i + 1 for i in range(begin, reach) if _follows(row, i)), begin)
    opened = GROUP.match(row, begin) or ORGANISATIONS.match(row, begin)
    if opened is None or opened[0] > edge or edge - begin > _LONGEST_SUBJECT:
        return None
    party = _group(sentence, begin, opened[0], edge)
    known = begin == start and (row.lows[begin] in _AT_THE_HEAD or row.lows[opened[0]] == "gồm")
    if party is None and known:
        party = Party(begin, end := run_of(row, opened[0], edge), row.slice(begin, end), None)
    if party is None or said(row, party.end, edge) or any(row.lows[i] in ".;:" for i in range(begin, edge)):
        return None
    if not led and any(party.end <= p.start < edge for p in sentence.parties):
        return None
    return Party(begin, at, party.label[:1].upper() + party.label[1:], None)


def _follows(row: Row, comma: int) -> bool:
    """Behind an occasion, a comma leads to people: `Sáng 5/6, trước Kỳ họp thứ 10, Quốc hội khóa XIV | , lãnh đạo …`"""
    return row.words[comma].text == "," and GROUP.match(row, comma + 1) is not None


def states(sentence: Sentence, at: int, end: int) -> list[Party]:
    """The two countries that hold talks: `Lào và Peru (sẽ tổ chức) | đối thoại`, `đối thoại | giữa Lào và Peru`."""
    row = sentence.row
    if row.lows[end : end + 1] == ["giữa"]:
        return _pair(row, end + 1, sentence.end)
    edge = at
    while edge > sentence.start and row.lows[edge - 1] in _HOLDING:
        edge -= 1
    for begin in range(max(sentence.start, edge - _LONGEST_PAIR), edge):
        found = _pair(row, begin, edge)
        led = begin - 2 if row.lows[max(0, begin - 2) : begin] in _ENVOYS else begin
        opens = led <= sentence.start or row.words[led - 1].text == ","
        if found and found[1].end == edge and opens:
            return found
    return []


def sides(sentence: Sentence, at: int) -> list[Party]:
    """Two bodies that hold talks: `tỉnh Lam Trà và đoàn đại biểu tỉnh Lam Khê (Lào) (tổ chức) | hội đàm`."""
    row, edge = sentence.row, at
    while edge > sentence.start and row.lows[edge - 1] in _HOLDING:
        edge -= 1
    begin, first = edge, max(sentence.start, edge - 2 * _BACK)
    while begin > first and row.words[begin - 1].text not in ",;:":
        if row.words[begin - 1].number >= 0 and row.lows[begin - 2] not in NUMBERED:
            break
        begin -= 1
    link = next(
        (i for i in range(begin + 1, edge - 1) if row.lows[i] == "và" and _opens_body(row, i + 1)), -1
    )
    if edge == at or link < 0 or not _opens_body(row, begin):
        return []
    one, two = _side(row, begin, link), _side(row, link + 1, edge)
    return [one, two] if one.label and two.label else []


def _opens_body(row: Row, at: int) -> bool:
    return row.lows[at] in _UNITS or bool(GROUP.match(row, at) or ORGANISATIONS.match(row, at))


def _side(row: Row, at: int, stop: int) -> Party:
    """The words up to `stop`, or up to a bracket; no label where they name nobody."""
    end = next((i for i in range(at, stop) if row.words[i].text == "("), stop)
    proper = any(row.words[i].capital for i in range(at + 1, end))
    return Party(at, end, row.slice(at, end) if proper else "", None)


def _pair(row: Row, at: int, stop: int) -> list[Party]:
    """Two countries with a word or dash between them that begin at token `at`."""
    one = country_at(row, at) if at < stop else None
    if one is None or one[0] + 1 >= stop or row.lows[one[0]] not in ("và", "-", "–"):
        return []
    two = country_at(row, one[0] + 1)
    if two is None:
        return []
    return [Party(at, one[0], one[1], None), Party(one[0] + 1, two[0], two[1], None)]


def opening_office(sentence: Sentence, at: int) -> Party | None:
    """The holder of the office that opens a sentence about what they do: `Tổng Bí thư đã tới Huế, bắt đầu | thăm …`;
    None where somebody else is told of in between."""
    row = sentence.row
    if row.lows[sentence.start] not in HEAD_WORDS or at - sentence.start > _FAR:
        return None
    role = role_at(row, sentence.start)
    while role is not None and row.lows[role.end : role.end + 1] == [","] and role.end + 1 < at:
        further = role_at(row, role.end + 1)
        if further is None or further.kind != "office":
            break
        role = further  # `Tổng Bí thư, | Chủ tịch nước Lào thăm …`
    if role is None or role.kind != "office" or role.name is not None or role.plural or role.end >= at:
        return None
    if any(p.end <= at for p in sentence.parties) or said(row, role.end, at):
        return None
    party = office(sentence, role, bare=False)
    return party if party is not None and party.person else None
