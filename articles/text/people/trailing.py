"""What stands behind a name: offices by comma, dash, bracket or `là`, an age, a year of birth."""

from dataclasses import replace
from itertools import pairwise

from articles.text.people.appointments import appointed
from articles.text.people.brackets import aged_within, closing, is_age, roles_within
from articles.text.people.heads import COLLECTIVE, HEAD_WORDS, HEADS
from articles.text.people.kin import KIN, kin_at
from articles.text.people.names import Name, run_end
from articles.text.people.phrase_ends import SINCE, name_here
from articles.text.people.roles import SPOUSES, Role, role_at
from articles.text.people.unmarked import at_once, beside_bracket
from articles.text.people.whose import acts_itself, of_all, of_another
from articles.text.words.phrases import Phrases, word_set
from articles.text.words.tokens import Row

_DASHES = frozenset("-–—")
_PARTING = _DASHES | {","}
_POSITIONS = word_set("bên áo ngoài trái phải thứ đứng ngồi giữa hàng đầu bìa cầm mặc đeo")
"""What opens a bracket in a caption: `(bên phải)`."""
_ALIAS = frozenset(("tức", "tự", "biệt", "bí", "còn", "hay"))
"""What opens a bracket with another name: `(biệt danh …)`, `(còn gọi là …)`."""
_FEW, _LONGEST_ABODE = 6, 25
_INVITED = 8
"""Words before a name in which `theo lời mời của` is looked for."""
_LONGEST_COUNTRY = 4
_ABODE = word_set("ngụ trú quê ở sống thường hktt tạm cư")
_DATED = frozenset(("ngày", "tháng", "năm", "/", "-"))
_ONCE = frozenset(("nguyên", "cựu"))
_ORIGIN = frozenset((("dân", "tộc"), ("quốc", "tịch")))
_SKIPS = frozenset(("một", "hiện", "là", "đồng", "thời", "đang", "từng", "vốn", "kiêm", "the"))
_SERVING = Phrases(
    lambda: (
        (f"{opening} {verb}", True)
        for opening in ("trong thời gian", "khi", "trong khi", "khi đang", "khi còn", "khi đó", "lúc đó")
        for verb in ("giữ cương vị", "giữ chức", "giữ chức vụ", "đảm nhiệm chức vụ", "đảm nhiệm cương vị", "làm", "là")
    )
)  # fmt: skip
"""What opens offices held when something happened."""


def trailing(row: Row, name: Name) -> tuple[int, list[Role], bool]:
    """Roles after a name, by comma, dash, bracket or `là`, or by an election or appointment; and whether an age or
    year of birth stands there."""
    trail = _Trail(row, name)
    while trail.at + 1 < row.size and trail.step():
        pass
    return trail.at, trail.roles + appointed(row, name.start, trail.at), trail.aged


class _Trail:
    """What has been read behind a name, up to token `at`."""

    __slots__ = ("aged", "at", "name", "roles", "row")

    def __init__(self, row: Row, name: Name) -> None:
        self.row, self.name, self.at = row, name, name.end
        self.roles: list[Role] = []
        self.aged = False

    def step(self) -> bool:
        """Read one bracket, age, abode or role; False where nothing more goes with the name."""
        row, at = self.row, self.at
        if (at == self.name.end or self._seated()) and (role := at_once(row, at)):
            return self._take(role)
        if row.words[at].text == "(":
            return self._bracket()
        aged = row.words[at].number > 0 and row.lows[at + 1] == "tuổi"  # `A | 30 tuổi, …`
        aged = aged or (row.lows[at] == "sinh" and row.lows[at + 1] in _DATED)
        begin = at if aged else self._past_mark()
        if not 0 <= begin < row.size:
            return False
        if row.lows[begin] == "sinh" and (end := _behind_birth(row, begin)):
            self.aged, self.at = True, end
            return True
        if row.words[begin].number > 0 and row.lows[begin + 1 : begin + 2] == ["tuổi"]:
            self.aged, self.at = True, begin + 2
            return True
        if tuple(row.lows[begin : begin + 2]) in _ORIGIN and begin + 2 < row.size:
            self.at = max(run_end(row, begin + 2), begin + 2)
            return True
        if self.aged and row.lows[begin] in _ABODE and (end := _behind_abode(row, begin)):
            # `X - 45 tuổi, ngụ TP Đông Phú, cựu trung tá …`, `X (SN 1960), trú tại phường Y, TP Z (nguyên …)`
            self.at = end
            return True
        if row.lows[begin] in KIN.first and (kin := kin_at(row, begin)):
            self.roles.append(kin)
            self.at = kin.end
            return False
        return self._role(_past_country(row, begin))

    def _seated(self) -> bool:
        """`A - TUV | Phó Chủ tịch UBND tỉnh`: behind the letters of a seat, no comma parts the next office from it."""
        last = self.roles[-1] if self.roles else None
        return last is not None and last.bare and last.end == self.at and self.row.words[last.start].upper

    def _take(self, role: Role) -> bool:
        self.roles.append(role)
        self.at = role.end
        return True

    def _bracket(self) -> bool:
        """`(58 tuổi, nguyên Chủ tịch …)`, `(Giám đốc …)`, `(bên phải)`; with any other the trail ends."""
        row, begin, close = self.row, self.at + 1, closing(self.row, self.at)
        if close < 0:
            return False
        if is_age(row, begin):
            self.aged = True
            self.roles += roles_within(row, begin, close)
            if not self.roles and (role := beside_bracket(row, close + 1)):
                return self._take(role)
        elif (role := _behind(row, _past_skips(row, begin))) is not None and role.name is None:
            self.roles += [role, *roles_within(row, role.end, close)]
        elif row.lows[begin] in _ALIAS and aged_within(row, begin, close):
            self.aged = True
            self.roles += roles_within(row, begin, close)
        elif row.lows[begin] in KIN.first and (kin := kin_at(row, begin)):
            self.roles.append(kin)
            self.at = kin.end
            return False  # Whom she is the wife of is told of next.
        elif row.lows[begin] not in _POSITIONS and not _goes_on(row, begin, close):
            return False
        self.at = close + 1
        return True

    def _past_mark(self) -> int:
        """Where an age or role may begin behind the mark or word at `at`; -1 where it leads to neither."""
        row, at, begin = self.row, self.at, self.at + 1
        text, low = row.words[at].text, row.lows[at]
        if text in _DASHES and row.glued(at) and row.glued(begin) and row.lows[begin] not in HEAD_WORDS:
            return -1
        if text == "," or text in _DASHES:
            return _past_skips(row, begin)
        if text == ";" and (self.roles or self.aged):
            # `A, sinh năm 1931, quê …; | nguyên Giám đốc …`
            once = not self.roles and row.lows[begin] in _ONCE
            return begin if once or _closed_office(row, begin) else -1
        if self.roles and low == "đồng":
            return _past_skips(row, at)
        leads = low in ("kiêm", "và", "&") if self.roles else low == "là"
        if leads and row.lows[at : at + 2] == ["và", "là"]:
            begin += 1
        return (_past_skips(row, begin) if self._also() else begin) if leads else -1

    def _also(self) -> bool:
        """`A, nguyên Bí thư Huyện ủy | và hiện là Chủ tịch …`, `| và từng là …`: what follows is told of A, too."""
        return self.row.lows[self.at] == "và" and self.row.following[self.at] in SINCE

    def _role(self, begin: int) -> bool:
        """Take the role at token `begin`, unless it is somebody else's."""
        row, name, mark = self.row, self.name, "," if self._also() else self.row.lows[self.at]
        role = _behind(row, begin)
        if role is None:
            return False
        if role.words in SPOUSES and role.name is not None and mark in _PARTING:
            self.roles.append(_spouse(row, role, role.name))
            self.at = role.start + 2
            return False
        if role.name is not None and row.lows[role.name.start - 1] == "và" and mark == ",":
            role = replace(role, end=role.name.start - 1, name=None)  # `A, Phó Giám đốc | và B, kế toán`
        held = any(told.kind == "office" for told in self.roles)
        seated = any(told.kind == "office" and told.words != "ủy viên" for told in self.roles)
        if of_another(row, begin, role, mark, seated=seated) or of_all(
            row, begin, role, listed=held and mark == ","
        ):
            return False
        if "từng" in row.lows[self.at : begin]:
            role = replace(role, head=role.head._replace(kind="occupation"))  # Less than what somebody is.
        if acts_itself(row, name, role, begin, mark, held=held, aged=self.aged):
            return False
        return not self._of_guest(role) and self._take(role)

    def _of_guest(self, role: Role) -> bool:
        """`Nhận lời mời của A, | Tổng thống Lào, | ngài B, đã thăm …`"""
        row, end, start = self.row, role.end, self.name.start
        if end >= row.size or row.words[end].text != ",":
            return False
        before = row.lows[max(0, start - _INVITED) : start]
        if not any(pair in (("lời", "mời"), ("mời", "của")) for pair in pairwise(before)):
            return False
        return _addressed(row, end + 1, fewer_roles=bool(self.roles))


def _behind_birth(row: Row, at: int) -> int:
    """Behind `sinh năm 1931`, `sinh ngày 3/2/1931`, `sinh ngày 3 tháng 2 năm 1931`; 0 where no birth is told of."""
    end = at + 1
    while end < row.size and (row.lows[end] in _DATED or row.words[end].text[0].isdigit()):
        end += 1
    end -= row.words[end - 1].text in "/-"  # `sinh năm 1931 | - nguyên Giám đốc …`
    return end if end > at + 1 and row.lows[at + 1] in _DATED else 0


def _goes_on(row: Row, begin: int, close: int) -> bool:
    """`A (TP Quế Lam) | - giáo viên …`, `A (B) | - nguyên Bí thư …`: an office stands behind a few words on the name;
    but `A (NSND B), …` is of two people."""
    after = close + 2
    if close - begin > _FEW or HEADS.match(row, begin) or after >= row.size:
        return False
    if row.words[close + 1].text not in _PARTING:
        return False
    role = _behind(row, _past_skips(row, after))
    return role is not None and role.name is None and role.kind != "address"


def _past_skips(row: Row, at: int) -> int:
    """Where the office begins in `(A,) hiện là | Giám đốc`, `(A,) trong thời gian giữ chức vụ | Bí thư Tỉnh ủy`."""
    if at < row.size and row.lows[at] in _SERVING.first and (serving := _SERVING.match(row, at)):
        return serving[0]
    while at < row.size and row.lows[at] in _SKIPS:
        if row.lows[at] == "đồng" and (held := HEADS.match(row, at)) and held[1].kind == "office":
            break  # `A, | đồng sáng lập …`
        at += 1
    return at


def _closed_office(row: Row, at: int) -> bool:
    """`A, Ủy viên Ban Thường vụ; | Phó Chủ tịch HĐND tỉnh; B …`: one more office of the same person."""
    role = _behind(row, at)
    if (
        role is None
        or role.kind != "office"
        or role.name is not None
        or role.bare
        or role.words in COLLECTIVE
    ):
        return False
    if any(name_here(row, i) for i in range(at, role.end)):
        return False  # `A, Chủ tịch xã; | Phó Chủ tịch xã B; …`
    return role.end >= row.size or row.words[role.end].text in ".;"


def _behind(row: Row, at: int) -> Role | None:
    """The role at token `at`, as one behind a name is read."""
    return role_at(row, at, after_name=True) if at < row.size and row.lows[at] in HEAD_WORDS else None


def _addressed(row: Row, at: int, *, fewer_roles: bool) -> bool:
    """A form of address with a name stands at `at`; `fewer_roles`: a name that has no office behind it."""
    role = role_at(row, at) if at < row.size and row.lows[at] in HEAD_WORDS else None
    if role is None or role.kind != "address" or role.name is None:
        return False
    return not (fewer_roles and trailing(row, role.name)[1])


def _past_country(row: Row, at: int) -> int:
    """Where the office begins in `(A, the) | U.S. ambassador to Laos`, `(A,) | Lao Minister of Health`; `at` itself
    where none does."""
    if not row.english or row.lows[at] in HEAD_WORDS:
        return at
    for i in range(at, min(row.size - 1, at + _LONGEST_COUNTRY)):
        if not (row.words[i].capital or row.words[i].upper or (row.lows[i] == "." and row.glued(i))):
            break
        if row.lows[i + 1] in HEAD_WORDS and role_at(row, i + 1, after_name=True):
            return i + 1
    return at


def _spouse(row: Row, role: Role, name: Name) -> Role:
    """`A, phu nhân Bộ trưởng B`: her husband is a part of the role, and told of behind it."""
    title = row.slice(role.start, name.end)
    return replace(role, end=name.end, title=title[:1].upper() + title[1:], country="", name=None)


def _behind_abode(row: Row, at: int) -> int:
    """The mark behind the words of an abode at token `at` that a role follows; 0 where none does."""
    for i in range(at, min(row.size - 1, at + _LONGEST_ABODE)):
        text = row.words[i].text
        if text == "." and not row.glued(i + 1):
            break
        if text in ",(;" and row.lows[i + 1] in HEAD_WORDS and (text != ";" or row.lows[i + 1] in _ONCE):
            role = role_at(row, i + 1, after_name=True)
            if role is not None and role.name is None and role.kind != "address":
                return i
        elif text == ";":
            break
    return 0
