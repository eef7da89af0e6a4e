"""Events told by a noun: `chuyến thăm Lào của A`, `A bắt đầu chuyến thăm …`, `cầu Lam Trà được khánh thành`."""

from articles.text.events import groups
from articles.text.events.days import date_for, days_of_trip, set_off
from articles.text.events.drafts import Draft
from articles.text.events.goals import goal_of
from articles.text.events.names import noun_phrase
from articles.text.events.offices import office_after, office_before
from articles.text.events.places import past_bracket, place_after, place_in
from articles.text.events.sentences import Party, Sentence, around, invited, office, said
from articles.text.events.words import to_come
from articles.text.people.countries import country_at
from articles.text.people.names import PLACES
from articles.text.types import Span
from articles.text.words.phrases import phrases, word_set
from articles.text.words.tokens import Row

_CARRIERS = word_set("có tiến hành chủ trì dự tổ chức ra bắt đầu thực hiện kết thúc mở")
_CALLED_OFF = frozenset(("hủy", "hoãn"))
_OFF = _CALLED_OFF | {"mời", "lời"}
_MODIFIERS = word_set(
    "cấp nhà nước chính thức hữu nghị làm việc và đầu tiên lịch sử thứ hai ba kéo dài ngày trong dài lần ngắn một "
    "gần đây mới nhất hiếm hoi bất ngờ được chờ đợi xã giao"
)
_TO = word_set("tới đến sang một loạt các số nước")
_AT = frozenset(("tại", "ở"))
_MANY = frozenset(("các", "số", "loạt"))
_SEVERAL = frozenset(("những", "các", "nhiều", "mỗi"))
"""Before `chuyến thăm`: more than one."""
_MANNERS = ("cấp nhà nước", "hữu nghị chính thức", "chính thức", "hữu nghị")
_OCCASIONS = word_set("trong nhân dịp khổ trước sau tục")
_FAR, _NEAR = 14, 5
_PREPARED = 6
"""Words of `chuẩn bị tốt cho | chuyến | thăm`: another one than that of the story."""
_APART = 30
"""A day further before the noun than this is that of whatever stands between."""
_PAPERS = phrases("event_papers")
_WORKS = word_set("cầu đường tuyến hồ đập nhà tượng")
"""What is written small before its name: `khánh thành | cầu Lam Trà`."""
_OPENED = word_set("khánh khởi khai thông động")
"""First words of what happens to a bridge, a plant or a shop: `khánh thành`, `thông xe`."""


def visit(sentence: Sentence, at: int, end: int) -> Draft | None:
    """`chuyến thăm …` whose word of visiting is tokens `at` to `end`; None without a place and a visitor."""
    row = sentence.row
    if _OFF.intersection(row.lows[max(sentence.start, at - 4) : at]):
        return None
    if at - 2 >= sentence.start and row.lows[at - 2] in _SEVERAL:
        return None
    after = _over(sentence, end, _MODIFIERS)
    after = past_bracket(row, after, sentence.end)  # `hai ngày (22 - 23/5) | của A`
    visitors = _of(sentence, after, after + 1)
    goal = _over(sentence, visitors[-1].end, _TO | _AT) if visitors else _over(sentence, after, _TO)
    target, stop = place_after(row, goal, sentence.end)
    place = target
    beside = row.lows[end - 1] != "thăm" or row.lows[end : end + 1] in (["tặng"], ["trao"])
    beside = beside and after == end and not visitors
    if not target and beside and (given := goal_of(sentence, end)) is not None:
        target, stop, place = given  # `đã có chuyến thăm | , tặng quà cho học sinh xã Lam Trà`
    if not target or (row.lows[goal - 1] in _MANY and not (PLACES.match(row, goal) or country_at(row, goal))):
        return None
    # `kết thúc | chuyến thăm`, `kết thúc tốt đẹp | chuyến thăm`
    over = ["kết", "thúc"] in (row.lows[at - 3 : at - 1], row.lows[at - 5 : at - 3])
    ended = over and at - sentence.start <= 5
    first = max(sentence.start, at - 3)
    told_when = any(row.lows[i] in _OCCASIONS and row.lows[i - 1] != "phu" for i in range(first, at))
    occasion = ended or told_when  # but `A và Phu nhân bắt đầu | chuyến thăm Lào`
    visitors = visitors or _of(sentence, stop, stop + 8) or _before(sentence, at, end, occasion=occasion)
    visitors = visitors or (_behind(sentence, stop, target) if occasion else [])
    if not visitors:
        return None
    words = " ".join(row.lows[at:goal])
    manner = next((found for found in _MANNERS if found in words), "")
    doers = " và ".join(dict.fromkeys(p.label for p in visitors[:2]))
    name = f"{doers} thăm {manner + ' ' if manner else ''}{target}".replace("nhà nước", "Nhà nước")
    draft = noun_draft(sentence, "visit", name, at, max(stop, visitors[-1].end), visitors, place)
    when = draft.when
    told = max(stop, visitors[-1].end, when.end if when else 0)
    if _CALLED_OFF.intersection(row.lows[told : min(sentence.end, told + _NEAR)]):
        return None  # `Chuyến thăm Lào của A từ ngày 5-7/6 | bị hoãn`
    draft.passing = "chuẩn" in row.lows[max(sentence.start, at - _PREPARED) : at - 1]
    behind = occasion and when is not None and when.start >= at and when.precision != "range"
    if over and when is not None and when.precision == "day":
        # `Ngày 1/4, A rời Huế, kết thúc chuyến thăm …`: the last day of it
        draft.when, draft.sure = None, False
    if behind and when is not None and (set_off(row, when) or abs(when.start - stop) > _NEAR):
        # `Nhân chuyến thăm …, hai bên ký … ngày 27-3`, `Tiếp tục chuyến thăm Lào, sáng 16/4, A …`
        draft.when, draft.sure = None, False
    return draft


def _before(sentence: Sentence, at: int, end: int, *, occasion: bool) -> list[Party]:
    """The visitor in `A (đã) bắt đầu chuyến thăm …`."""
    row = sentence.row
    before, _ = around(sentence, at, end)
    if occasion and len([p for p in sentence.parties if p.end <= at]) > 1:
        return []  # `A gặp B trong chuyến thăm …`: whose visit it is nobody says.
    if before:
        carried = occasion or _CARRIERS.intersection(row.lows[before[-1].end : at])
        return before if carried or at - before[-1].end <= 6 else []
    if not occasion and _CARRIERS.intersection(row.lows[max(sentence.start, at - 4) : at]):
        far = [p for p in sentence.parties if p.end <= at and p.person and not invited(sentence, p)]
        if far:
            return far[-1:]  # `A đã dẫn đầu Đoàn … tới Bắc Kinh thực hiện chuyến thăm …`
    doer = office(sentence, office_before(row, sentence.start, at - 1), bare=False)
    if doer is None and not occasion:
        doer = groups.opening_office(sentence, at) or groups.group_before(sentence, at - 1)
    return [doer] if doer else []


def _behind(sentence: Sentence, stop: int, target: str) -> list[Party]:
    """The visitor in `Trong chuyến thăm Lào từ ngày 22 - 24/10, A đã …`: the first behind it, and the only one who is
    not of there, or is known to be of elsewhere."""
    row = sentence.row
    if not any(row.words[i].text == "," for i in range(stop, sentence.end)):
        return []
    later = [p for p in sentence.parties if p.start >= stop and not p.pronoun]
    homes = {p.label: sentence.offices.country_of(p.person) for p in later}
    away = [label for label, home in homes.items() if home != target]
    elsewhere = [label for label in away if homes[label]]
    return later[:1] if later and [later[0].label] in (away, elsewhere) else []


def _over(sentence: Sentence, at: int, words: frozenset[str]) -> int:
    row = sentence.row
    while at < sentence.end and (row.lows[at] in words or row.words[at].number >= 0):
        if row.words[at].capital and row.lows[at : at + 2] != ["nhà", "nước"]:
            break  # `chính thức | Ba Lan`
        at += 1
    return at


def opened(sentence: Sentence, at: int, end: int) -> Draft | None:
    """`Sáng 19/5, cầu Lam Trà (đã) được khánh thành`: what is opened stands before the verb."""
    row = sentence.row
    stop = at
    while stop > sentence.start and row.lows[stop - 1] in ("được", "chính", "thức", "đã", "vừa"):
        stop -= 1
    if stop == at or "được" not in row.lows[stop:at] or row.lows[at] not in _OPENED:
        return None
    begin = stop
    while (
        begin > sentence.start
        and row.words[begin - 1].text not in ",;:"
        and row.words[begin - 1].number < 0
        and row.lows[begin - 1] != "là"
    ):
        begin -= 1
    named = any(word.capital or word.upper for word in row.words[begin + 1 : stop])
    if begin > sentence.start and row.words[begin - 1].number >= 0:
        named = named and any(when.start < begin <= when.end for when in sentence.dates)
    if (
        not named
        or not 1 < stop - begin <= 14
        or any(p.start < stop and p.end > begin for p in sentence.parties)
    ):
        return None
    what = row.slice(begin, stop)
    if begin == sentence.start and (row.lows[begin] in _WORKS or not row.words[begin + 1].capital):
        what = what[:1].lower() + what[1:]
    name = f"{row.slice(at, end).capitalize()} {what}"
    return noun_draft(sentence, "ceremony", name, at, end, [], "", begin=begin, named=True)


def is_paper(row: Row, at: int) -> bool:
    """What stands at `at` is something that people sign."""
    return any(_PAPERS.match(row, i) for i in range(at, min(row.size, at + 3)))


def signed(sentence: Sentence, at: int, end: int) -> Draft | None:
    """`Sở Y tế và Công ty Lam Trà ký kết hợp đồng … ngày 6/7`: bodies that sign a paper, on a day or in the title."""
    row = sentence.row
    if end >= sentence.end or at == sentence.start or not is_paper(row, end):
        return None
    if row.kind == "title" and said(row, sentence.start, at):
        return None  # `Lào đề nghị Peru sớm | ký thỏa thuận`
    name, stop = noun_phrase(row, at, end, sentence.end, "signing")
    if not name:
        return None
    draft = noun_draft(sentence, "signing", name, at, stop, [], "", named=True)
    draft.sure = draft.sure and row.words[end].capital and row.kind == "body"
    day = draft.when is not None and draft.when.precision == "day"
    return draft if row.words[end].capital and draft.when else draft if day or row.kind == "title" else None


def _of(sentence: Sentence, start: int, stop: int) -> list[Party]:
    """The visitor in `chuyến thăm Lào (ba ngày) | của A`, named or by office."""
    row = sentence.row
    for i in range(start, min(sentence.end, stop)):
        if row.lows[i] == "của" and row.lows[i - 1] == "mời":
            break  # `bắt đầu chuyến thăm Lào theo lời mời | của B`: that is the host
        if row.lows[i] == "của":
            named = [p for p in sentence.parties if i < p.start <= i + _FAR][:1]
            named = [p for p in named if "chuyến" not in row.lows[i : p.start]]  # `của ngài và chuyến thăm …`
            holder = office(sentence, office_after(row, i + 1, sentence.end), bare=False)
            return [holder] if holder and (not named or holder.end <= named[0].start - 2) else named
        if row.words[i].text in ",;:":
            break
    return []


def noun_draft(
    sentence: Sentence, kind: str, name: str, at: int, stop: int, sides: list[Party], place: str,
    *, begin: int = -1, named: bool = False,
) -> Draft:  # fmt: skip
    row = sentence.row
    when = days_of_trip(sentence, at, stop) if kind == "visit" else None
    when = when or date_for(sentence, at, max([stop, *(p.end for p in sides if p.start >= at)]))
    when = when or date_for(sentence, at, stop)
    apart = kind != "visit" and when is not None and at - when.end > _APART
    if when is not None and when.end <= at and (apart or said(row, when.end, at)):
        when = None  # `Ngày 6/2, A đánh giá tích cực | cuộc gặp giữa B và C`
    people = list(dict.fromkeys(p.person for p in sides if p.person))
    first = min([at, *(p.start for p in sides), *([begin] if begin >= 0 else [])])
    last = max([stop, *(p.end for p in sides)])
    future = to_come(row, max(sentence.start, at - 6), at)
    day = when is not None and when.precision in ("day", "range") and not when.bound
    span = row.span(first, last)
    if when is not None:
        span = Span(min(span.start, row.starts[when.start]), max(span.end, row.end(when.end - 1)))
    return Draft(
        kind, name, named, sentence.number, at, when,
        place or (_place(sentence, at, stop, last) if kind != "phone_call" else ""),
        people, day and not future and (bool(people) or named), "somebody's part in it is told", span=span,
        doers=people[:1],
    )  # fmt: skip


def _place(sentence: Sentence, at: int, stop: int, last: int) -> str:
    """Beside the noun, or behind whom it names: `cuộc gặp giữa A và B | tại Huế`."""
    row = sentence.row
    return place_in(row, sentence.start, sentence.end, at, stop) or (
        place_in(row, last, sentence.end, last, last) if last > stop else ""
    )
