"""Who `ông` or `bà` alone stands for, `Ông sẽ thăm Lào`, `khi bà tới Huế`; and who `hai bên`, `hai Thủ tướng` are."""

from bisect import bisect_left, bisect_right

from articles.text.events.drafts import Told
from articles.text.events.sentences import Party, Sentence
from articles.text.types import Span
from articles.text.words.phrases import word_set
from articles.text.words.tokens import Row

_HE_SHE = frozenset(("ông", "bà"))
_SIDES = ("bên", "nhà lãnh đạo", "vị lãnh đạo", "nguyên thủ", "đoàn")
"""Behind `hai`: the two whom the story told of last."""
_LEADER = ["nhà", "lãnh", "đạo", "này"]
_BEFORE_VERB = word_set("đã sẽ cũng cùng nhau tiến hành có cuộc buổi bắt đầu bước vào đến tới")
_PLANNED = ["dự", "kiến"]
_LONGEST_OFFICE = 7
_TEAMS = (["công", "tác"], ["đại", "biểu"], ["giám", "sát"])
"""Behind `đoàn`: what kind of delegation."""
_OF_TEAMS = frozenset(("kiểm", "khảo", "thị"))
"""`Đoàn | khảo sát Tiểu ban Lam Trà`: what the delegation is for."""


def both_before(sentence: Sentence, at: int, told: Told) -> list[Party]:
    """The two who `hai Thủ tướng (đã) | hội đàm` stands for, if the story has two of that office, or whom `hai bên`
    does, which is a guess; none for other words before the verb at `at`."""
    row, edge = sentence.row, at
    while edge > sentence.start and row.lows[edge - 1] in _BEFORE_VERB:
        edge -= 1
    begin = next(
        (
            i
            for i in range(edge - 2, max(sentence.start, edge - _LONGEST_OFFICE) - 1, -1)
            if row.lows[i] == "hai"
        ),
        -1,
    )
    if begin < 0:
        return []
    if (
        begin > sentence.start
        and row.words[begin - 1].text != ","
        and row.lows[begin - 2 : begin] != _PLANNED
    ):
        return []  # `lần đầu tiên | hai bên gặp`
    words = " ".join(row.lows[begin + 1 : edge])
    guess = words in _SIDES
    title = "bộ trưởng" if words == "ngoại trưởng" else words
    names = told.pair(sentence.number) if guess else sentence.offices.holders(title)
    return [Party(begin, edge, name, name, pronoun=guess) for name in names] if len(names) == 2 else []


def delegation_before(sentence: Sentence, at: int, told: Told) -> list[Party]:
    """The leader for whom `đoàn (đã) | làm việc với …` stands, which is a guess."""
    row, edge = sentence.row, at
    while edge > sentence.start and row.lows[edge - 1] in _BEFORE_VERB:
        edge -= 1
    begin = edge - 1
    if row.lows[max(sentence.start, edge - 2) : edge] in _TEAMS:
        begin = edge - 3
    if edge == at and row.lows[at] in _OF_TEAMS:
        return []
    opens = begin <= sentence.start or row.words[begin - 1].text == ","
    if begin < sentence.start or row.lows[begin] != "đoàn" or not opens:
        return []
    leader = told.leader()
    return [Party(begin, edge, leader, leader, pronoun=True)] if leader else []


def delegation_after(sentence: Sentence, at: int, told: Told) -> Party | None:
    """The leader for whom `(A tiếp) | đoàn` stands: the visitor whom the story told of last."""
    row, visit = sentence.row, told.last("visit")
    alone = row.lows[at : at + 1] == ["đoàn"] and (at + 1 >= sentence.end or row.words[at + 1].text in ".,;")
    if not alone or visit is None:
        return None
    leader = visit.doers[0] if visit.doers else None
    guests = leader or visit.name.partition(" thăm")[0]
    return Party(at, at + 1, guests or "đoàn", leader, pronoun=True)


class Pronouns:
    """The people of a story by what it calls them; `mentions` are where they are named, in order."""

    def __init__(self, story: tuple[Row, ...], mentions: list[tuple[Span, str]]) -> None:
        self._story, self._mentions = story, mentions
        self._called: dict[str, str] | None = None

    def within(self, number: int, start: int, end: int) -> list[Party]:
        """Those whom pronouns of a sentence of row `number` stand for: the first named, of those who may be called so,
        in the last sentence before that names somebody."""
        row = self._story[number]
        found: list[Party] = []
        if row.lows[start : start + len(_LEADER)] == _LEADER and (name := self._named_before(number, start)):
            found.append(Party(start, start + len(_LEADER), name, name, pronoun=True))
        if _HE_SHE.isdisjoint(row.lows[start:end]):
            return found
        for i in range(start, end - 1):
            if row.lows[i] not in _HE_SHE or row.words[i + 1].capital or row.words[i + 1].upper:
                continue
            if i > start and row.words[i - 1].text not in ",;" and row.lows[i - 1] != "khi":
                continue
            if name := self._named_before(number, i):
                found.append(Party(i, i + 1, name, name, pronoun=True))
        return found

    def _named_before(self, number: int, at: int) -> str:
        row = self._story[number]
        last = bisect_left(self._mentions, (Span(row.starts[at], 0), "")) - 1
        if last < 0:
            return ""
        place = self._mentions[last][0].start
        told = row if place >= row.starts[0] else self._story[number - 1]
        if place < told.starts[0]:
            return ""
        opening = told.starts[told.sentence_start(bisect_right(told.starts, place) - 1)]
        for _, name in self._mentions[bisect_left(self._mentions, (Span(opening, 0), "")) : last + 1]:
            if row.lows[at] not in _HE_SHE or self._calls(name) in ("", row.lows[at]):
                return name
        return ""

    def _calls(self, name: str) -> str:
        """`ông` or `bà`, as the story calls somebody first; empty where it calls them neither."""
        if self._called is None:
            self._called = {}
            number = 0
            for span, whose in self._mentions:
                while number + 1 < len(self._story) and self._story[number + 1].starts[0] <= span.start:
                    number += 1
                row = self._story[number]
                before = bisect_left(row.starts, span.start) - 1
                if before >= 0 and row.lows[before] in _HE_SHE:
                    self._called.setdefault(whose, row.lows[before])
        return self._called.get(name, "")
