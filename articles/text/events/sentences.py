"""One sentence with the people, dates and event words in it: who does something to whom, and when."""

from bisect import bisect_left
from dataclasses import dataclass

from articles.text.dates.find import DateAt
from articles.text.events.offices import Offices
from articles.text.events.words import ONLINE, SAY, inside
from articles.text.people.roles import Role
from articles.text.types import Span
from articles.text.words.phrases import word_set
from articles.text.words.tokens import Row

_LONGEST_GAP = 45
_LONGEST_INVITING = 25
_MOST_HOSTS = 8
_LISTS = frozenset(("và", "and", "cùng", "với", ",", ";"))
_TURNS = word_set("theo nhân đồng nhằm về trong")
"""What follows is no object any more: `gặp A theo chương trình`, `trao đổi về việc B …`."""
_OCCASIONS = frozenset(("sau", "trước", "trong", "tại", "nhân"))
_KIN = word_set("con vợ chồng cha mẹ bố em anh chị cháu phu")
_RELATIONS = (["con", "rể"], ["con", "trai"], ["con", "gái"], ["con", "dâu"], ["anh", "trai"], ["em", "trai"])
_TOMBS, _TITLE = frozenset(("lăng", "mộ", "tượng")), 4
"""So many words before a name, they are called after whoever bears it."""
_ACTS = word_set(
    "đã đang sẽ sang viếng thăm tới đến để dẫn làm do khi chia nhân theo sau trước gặp tiếp đón chào"
)


@dataclass(slots=True)
class Party:
    """Somebody in a sentence: a person found, or an office without a name (person is None)."""

    start: int
    end: int
    label: str
    person: str | None
    pronoun: bool = False
    """Named by `ông` or `bà` alone, so who is meant is a guess."""


class Sentence:
    """One sentence of a row with the people, dates and event words in it."""

    __slots__ = ("dates", "end", "number", "offices", "parties", "row", "start")

    def __init__(
        self, row: Row, number: int, start: int, end: int, parties: list[Party], dates: list[DateAt],
        offices: Offices,
    ) -> None:  # fmt: skip
        self.row, self.number, self.start, self.end = row, number, start, end
        self.parties, self.dates, self.offices = parties, dates, offices

    def online(self) -> bool:
        """It says that something takes place at no place: `trực tuyến`, but not `trực tiếp kết hợp trực tuyến`."""
        if not ONLINE.within(self.row, self.start, self.end):
            return False
        lows = self.row.lows
        return not any(lows[i : i + 2] == ["kết", "hợp"] for i in range(self.start, self.end))


def parties(row: Row, start: int, end: int, mentions: list[tuple[Span, str]]) -> list[Party]:
    """People and unnamed offices of a sentence, in order."""
    first, last = row.starts[start], row.end(end - 1)
    found: list[Party] = []
    at = bisect_left(mentions, (Span(first, 0), ""))
    while at < len(mentions) and mentions[at][0].start < last:
        span, name = mentions[at]
        begin = bisect_left(row.starts, span.start, start, end)
        stop = bisect_left(row.starts, span.end, begin, end)
        if begin < end and row.starts[begin] == span.start:
            found.append(Party(begin, max(stop, begin + 1), name, name))
        at += 1
    return found


def said(row: Row, start: int, end: int) -> bool:
    """A verb of saying or wishing stands between two tokens, so what follows is talk."""
    if not SAY.within(row, start, end):
        return False
    told = ((i, SAY.match(row, i)) for i in range(start, end) if row.lows[i] in SAY.first)
    return any(found and not inside(row, i, found[0]) for i, found in told)  # but `hãng hàng không Sao Lam`


def comma_between(row: Row, first: Party, second: Party) -> bool:
    """A comma parts two people."""
    return any(row.words[i].text == "," for i in range(first.end, second.start))


def around(sentence: Sentence, at: int, end: int) -> tuple[list[Party], list[Party]]:
    """Who stands before the verb as its subject, and who after it as its object."""
    row = sentence.row
    subjects: list[Party] = []
    hosts: list[Party] = []
    limit = at
    for party in reversed([p for p in sentence.parties if p.end <= at]):
        if _kin(row, party) or _owner(row, party) or _born(row, party) or _source(sentence, party):
            continue
        if not subjects and _bears_name(row, party):
            break
        if limit - party.end > _LONGEST_GAP or said(row, party.end, limit):
            break
        if subjects and any(row.words[i].text in ";:" for i in range(party.end, limit)):
            break
        if subjects and (subjects[0].pronoun or not _joined(row, party, subjects[0])):
            break
        if subjects and _of_occasion(sentence, party, subjects[0]):
            break
        if invited(sentence, party):
            hosts.append(party)
            if subjects:
                break
            continue
        if hosts:
            break
        subjects.insert(0, party)
        limit = party.start
    if not subjects and len(hosts) > 1 and comma_between(row, hosts[1], hosts[0]):
        subjects = hosts[:1]  # `Nhận lời mời của A, B và phu nhân thăm …`: the last is no host
    if not subjects and len(hosts) == 1 and _guest(sentence, hosts[0], at):
        subjects = hosts  # `Nhận lời mời của Chủ tịch nước, A thăm …`: the host is told of by office alone
    objects: list[Party] = []
    doing = {party.label for party in subjects}
    edge = end
    for party in (p for p in sentence.parties if p.start >= end):
        between = range(edge, party.start)
        if any(row.words[i].text in ";:." and not row.glued(i) for i in between) or said(
            row, edge, party.start
        ):
            break
        if any(_turns(row, i) for i in between) and party.start - edge > 3:
            break
        if objects and not _joined(row, objects[-1], party):
            break
        if party.label in doing:
            break  # `A gặp B, ông A nói …`
        if not objects and party.start - end > 30:
            break
        objects.append(party)
        edge = party.end
    return subjects, objects


def _turns(row: Row, at: int) -> bool:
    """`gặp A | theo chương trình`; but `gặp Chủ tịch Hội | đồng | nhân | dân A`, `gặp người | đồng | cấp A`."""
    if row.lows[at] not in _TURNS or row.words[at].capital or inside(row, at, at + 1):
        return False
    return row.lows[at] != "đồng" or row.lows[at + 1] == "thời"


def invited(sentence: Sentence, party: Party) -> bool:
    """`Nhận lời mời của A, B đã thăm …`, `mời A thăm …`: A is the first named after the inviting."""
    if (hosts := _hosts(sentence)) and party.start <= hosts:
        return True
    others = {other.start: other for other in sentence.parties}
    linked = False
    for i in range(party.start - 1, max(sentence.start, party.start - _LONGEST_INVITING) - 1, -1):
        low = sentence.row.lows[i]
        if low == "mời":
            return True
        linked = linked or low == "và"
        if i in others:
            return linked and invited(sentence, others[i])  # `lời mời của A và B`
    return False


def _hosts(sentence: Sentence) -> int:
    """Where the last of several hosts stands: `Nhận lời mời của A, B và | C, D thăm …`; 0 for one or two."""
    row, everybody = sentence.row, sentence.parties
    first = everybody[0].start if len(everybody) > 3 else sentence.start
    if "mời" not in row.lows[max(sentence.start, first - _LONGEST_INVITING) : first]:
        return 0
    for i in range(1, min(len(everybody) - 1, _MOST_HOSTS)):
        between = row.lows[everybody[i - 1].end : everybody[i].start]
        if "và" in between:
            return everybody[i].start if i > 1 and comma_between(row, everybody[i], everybody[i + 1]) else 0
        if "," not in between:
            return 0
    return 0


def _guest(sentence: Sentence, party: Party, at: int) -> bool:
    """A comma stands between the inviting and somebody, and none between them and the verb at `at`."""
    lows = sentence.row.lows
    first = max(sentence.start, party.start - _LONGEST_INVITING)
    asked = max((i for i in range(first, party.start) if lows[i] == "mời"), default=-1)
    return asked >= 0 and "," in lows[asked : party.start] and "," not in lows[party.end : at]


def _kin(row: Row, party: Party) -> bool:
    """`A, con trai Thủ tướng B, đã gặp C`, `Con rể ông B gặp C`: B is told of to say who A is."""
    before = [
        low for low in row.lows[max(0, party.start - 4) : party.start] if low not in ("ông", "bà", "của")
    ]
    if before[-2:] in _RELATIONS:
        return True
    if party.end >= row.size or row.words[party.end].text != ",":
        return False
    for i in range(party.start - 1, max(-1, party.start - 8), -1):
        if row.words[i].text == ",":
            return False
        if row.lows[i] in _KIN and (i == 0 or row.lows[i - 1] in (",", "là", "và")):
            return True
    return False


def _born(row: Row, party: Party) -> bool:
    """`nhân 134 năm Ngày sinh Chủ tịch | A`: on that day somebody else does something."""
    return any(row.lows[i : i + 2] == ["ngày", "sinh"] for i in range(max(0, party.start - 5), party.start))


def _bears_name(row: Row, party: Party) -> bool:
    """`viếng Lăng Chủ tịch | A |, gặp gỡ B`: it is somebody else who does."""
    before = row.lows[max(0, party.start - _TITLE) : party.start]
    return "," not in before and not _TOMBS.isdisjoint(before)


def _source(sentence: Sentence, party: Party) -> bool:
    """`Theo ông A, | số người đến viếng B ngày càng đông`: A only says so; but `Theo lời mời của A`."""
    row, opening = sentence.row, sentence.row.lows[sentence.start : party.start]
    if opening[:1] != ["theo"] or "," in opening or not {"mời", "chân"}.isdisjoint(opening):
        return False
    return "," in row.lows[party.end : sentence.end]


def _owner(row: Row, party: Party) -> bool:
    """`A, cố vấn của Tổng thống B, gặp C`: B is told of to say who A is."""
    if party.end >= row.size or row.words[party.end].text != ",":
        return False
    before = row.lows[max(0, party.start - 8) : party.start]
    of = max((i for i, low in enumerate(before) if low == "của"), default=-1)
    return of >= 0 and "," not in before[of:] and "," in before[:of]


def _of_occasion(sentence: Sentence, first: Party, second: Party) -> bool:
    """`Sau cuộc gặp với A, B hội kiến C`: A is told of to say when."""
    row, between = sentence.row, sentence.row.lows[first.end : second.start]
    if row.lows[sentence.start] not in _OCCASIONS or "," in row.lows[sentence.start : first.start]:
        return False
    return "," in between and not {"và", "cùng"} & set(between)


def _joined(row: Row, first: Party, second: Party) -> bool:
    """Two people on one list: `A, …, và B`, `A cùng B`."""
    between = row.lows[first.end : second.start]
    acts = any(
        (low in _ACTS and between[i - 1 : i] != ["phu"] and between[i : i + 2] != ["dẫn", "đầu"])
        or (low == "hội" and between[i + 1 : i + 2] in (["đàm"], ["kiến"]))
        for i, low in enumerate(between)
    )
    return len(between) <= 25 and bool(_LISTS.intersection(between)) and not acts


def office(sentence: Sentence, role: Role | None, *, bare: bool) -> Party | None:
    """An office as a party: its holder, or the office's own words; None for a bare one that nobody holds unless
    `bare` is allowed."""
    if role is None or sentence.row.lows[role.start] == "một":
        return None
    holder = sentence.offices.holder(role)
    if holder is None and role.bare and not bare:
        return None
    label = holder or sentence.row.slice(role.start, role.end)
    return Party(role.start, role.end, label[:1].upper() + label[1:], holder)
