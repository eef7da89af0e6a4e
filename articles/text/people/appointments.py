"""Offices and trades that people are elected or appointed to, take up or leave: `bầu ông A làm Chủ tịch`, `bà B được
bổ nhiệm giữ chức …`, `ông C bị miễn nhiệm chức …`, `A từ chức Thủ tướng`."""

from articles.text.lexicon import flagged, table
from articles.text.people.heads import HEAD_WORDS
from articles.text.people.names import name_at
from articles.text.people.roles import Role, role_at
from articles.text.words.phrases import Phrases, phrases, word_set
from articles.text.words.tokens import Row

_VERBS = Phrases(lambda: flagged("appointing"))
_TO = phrases("into_office")
_ITSELF = phrases("taking_office")
"""What whoever is named does himself; right behind these the office may follow."""
_ADVERBS = word_set(
    "vừa đã mới sẽ cũng lại tiếp tục chính thức hiện đang tuyên bố thệ nộp đệ đơn xin quyết định bất ngờ lần nữa"
)
_PASSIVE = frozenset(("được", "bị"))
_SAID_OF = frozenset(("cáo", "tố", "nghi", "cho", "biết", "điều", "buộc", "mời"))
"""Behind `được` and `bị` these say what somebody is said to have done: `bị cáo buộc chọn con trai làm …`."""
_OPENINGS: set[str] = set()
"""Of what is told behind a name."""
_OTHERS = frozenset(("người", "con", "cán", "bà", "ông", "vợ", "chồng", "cháu"))
"""Somebody else, who is put in instead."""
_BEFORE, _BEHIND, _LISTED, _FAR = 6, 12, 6, 40


@table
def _read_openings() -> None:
    _OPENINGS.clear()
    _OPENINGS.update(_ADVERBS, _PASSIVE, _ITSELF.first, _TO.first)


def appointed(row: Row, start: int, end: int) -> list[Role]:
    """The offices that whoever is named by tokens `start` to `end` is put in; none for nothing of the kind."""
    role = _first(row, start, end)
    roles = [role] if role else []
    while role is not None and row.lows[role.end : role.end + 1] == [","]:
        # `được bầu giữ chức Ủy viên Bộ Chính trị, | Chủ nhiệm Ủy ban Kiểm tra`
        role = _office(row, role.end + 1)
        ends = role is not None and (role.end >= row.size or not row.words[role.end].text[0].isalnum())
        if role is not None and ends and not role.bare:  # Not `…, Phó Giám đốc | là bà B`.
            roles.append(role)
    return roles


def _past_others(row: Row, at: int) -> int:
    """`(bà A) | và ông B | được bầu …`: behind the names that go on a list with the one before token `at`."""
    if "được" not in row.lows[at : at + _FAR]:
        return at  # A cheap first look.
    for _ in range(_LISTED):
        if at + 2 >= row.size or row.lows[at] not in (",", "và"):
            break
        beside = role_at(row, at + 1) if row.lows[at + 1] in HEAD_WORDS else None
        if beside is not None and beside.kind != "address":
            break
        name = beside.name if beside is not None else name_at(row, at + 1)
        if name is None or name.kind not in ("vietnamese", "foreign"):
            break
        at = name.end
    return at


def _first(row: Row, start: int, end: int) -> Role | None:
    if (others := _past_others(row, end)) > end and row.lows[others : others + 1] == ["được"]:
        return _put_in(row, others + 1, min(row.size, others + _BEHIND))
    end = _past_occasion(row, end)
    if row.lows[end : end + 2] == [",", "người"]:
        end += 2  # `A, người | vừa được bầu giữ chức …`
    if end >= row.size or row.lows[end] not in _OPENINGS:
        return None
    if (to := _TO.match(row, end)) and _VERBS.within(
        row, max(row.sentence_start(start), start - _BEFORE), start
    ):
        return _office(row, to[0])
    at, stop = end, min(row.size, end + _BEHIND)
    while at < stop and row.lows[at] in _ADVERBS:
        at += 1
    if at >= stop:
        return None
    if (itself := _ITSELF.match(row, at)) and (at > end or row.lows[at] not in ("giữ", "đảm")):
        # `Trước đó, ông A | giữ chức …` is told of the past, `A hiện | giữ chức …` is not.
        return _office(row, _past(row, itself[0]))
    return _put_in(row, at + 1, stop) if row.lows[at] in _PASSIVE else None


def _past_occasion(row: Row, at: int) -> int:
    """`(gửi điện mừng tới ông A,) nhân dịp ông | được bầu làm …`; `at` where nothing of the kind stands."""
    begin = at + (row.lows[at : at + 1] == [","])
    if row.lows[begin : begin + 2] != ["nhân", "dịp"]:
        return at
    begin += 2
    if row.lows[begin : begin + 2] == ["đồng", "chí"]:
        return begin + 2
    return begin + (row.lows[begin : begin + 1] in (["ông"], ["bà"], ["ngài"]))


def _put_in(row: Row, at: int, stop: int) -> Role | None:
    """The office in `được (Quốc hội) | bầu làm …`, whose words behind the passive are tokens `at` to `stop`."""
    if not _VERBS.within(row, at, stop) or (row.lows[at] in _SAID_OF and not _VERBS.match(row, at)):
        return None
    chosen = False
    for i in range(at, stop):
        if not row.words[i].text[0].isalnum() or (i > at and row.lows[i] in _OTHERS):
            break
        verb = _VERBS.match(row, i)
        if verb and verb[1]:
            return _office(row, _past(row, verb[0]))
        chosen = chosen or verb is not None
        if chosen and (to := _TO.match(row, i)):
            return _office(row, to[0])
    return None


def _past(row: Row, at: int) -> int:
    """Past the words that lead to an office, where any stand."""
    to = _TO.match(row, at) if at < row.size else None
    return to[0] if to else at


def _office(row: Row, at: int) -> Role | None:
    if at >= row.size or row.lows[at] not in HEAD_WORDS:
        return None
    role = role_at(row, at, after_name=True)
    if role is None or role.kind not in ("office", "occupation") or role.name is not None:
        return None
    role.put_in = role.kind == "office"
    return role
