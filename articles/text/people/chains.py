"""Roles one behind the other, and the name they lead to: `PGS.TS | Giám đốc Sở Y tế | ông Hà Văn Lộc`."""

from dataclasses import dataclass, field

from articles.text.people.alone import holder_is_another, labels, opens_clause, told_of_all
from articles.text.people.brackets import closing
from articles.text.people.countries import country_at
from articles.text.people.evidence import acts
from articles.text.people.heads import HEAD_WORDS
from articles.text.people.names import Name, name_at
from articles.text.people.organisations import ORGANISATIONS
from articles.text.people.roles import Role, role_at
from articles.text.people.trailing import trailing
from articles.text.people.untitled import goes_on
from articles.text.people.whose import held_by_another
from articles.text.words.phrases import Phrases, word_set
from articles.text.words.tokens import Row

_CALLED = frozenset(("có", "mang", "tên", "là"))
_INTRODUCE = frozenset((":", "là", "gồm", "như"))
_FOUNDING = frozenset(
    ("chủ tịch", "đồng chủ tịch", "đồng sáng lập", "người sáng lập", "nhà sáng lập", "sáng lập viên", "founder", "ceo")
)  # fmt: skip
_RUNNING = frozenset(
    ("giám đốc", "tổng giám đốc", "giám đốc điều hành", "tổng giám đốc điều hành", "ceo", "founder")
)
"""Of firms: whom `và` makes one person."""
_COMPRISE = frozenset(("bao", "gồm", "là", "có", "như"))
_SPEAKERS = frozenset(("người phát ngôn", "phát ngôn viên"))
_DASHES = frozenset("-–—")
_PARTING = _DASHES | {","}
_THEN = Phrases(
    lambda: (
        *((f"{when} {then}", False) for when in ("khi", "lúc", "thời") for then in ("đó", "ấy", "bấy giờ")),
        ("nhiệm kỳ", True),
    )
)
"""Behind an office, that somebody held it, and whether years follow: `Bộ trưởng Y tế | khi đó`."""
_UNTIL = frozenset("-–") | {"năm", "đến", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"}
_TELLING = word_set("của từ trẻ nhất đầu lâu trong tại ở thuộc giỏi duy cá riêng")
_TOLD = 9
"""What opens words on an office, and how far they go."""


@dataclass(slots=True)
class Chain:
    """What was read from an office or form of address on, up to token `end`; no `name` where it leads to nobody."""

    end: int
    roles: list[Role] = field(default_factory=list)
    name: Name | None = None
    reason: str = ""
    addressed: bool = False
    """A form of address is among its words."""
    plural: bool = False


def chain_at(row: Row, at: int) -> Chain:
    """The roles that begin at token `at`, and the name behind them."""
    chain = Chain(at)
    while (role := role_at(row, chain.end)) is not None:
        chain.plural = chain.plural or role.plural
        if role.kind == "address":
            chain.addressed = True
        else:
            chain.roles.append(role)
        chain.end = role.end
        if role.name is not None:
            alone = chain.addressed and not chain.roles
            chain.name = role.name
            chain.reason = "a form of address before the name" if alone else "an office before the name"
            break
        after = _behind(row, chain, role) if chain.end < row.size else -1
        if not 0 <= after < row.size:
            break
        if row.lows[after] in HEAD_WORDS and (following := role_at(row, after)) is not None:
            bare = role.bare and after == chain.end + 1
            if following.plural or (following.kind == "address" and bare):
                break
            if role.words in _SPEAKERS and following.kind == "office":
                break  # `Theo người phát ngôn Nhà Trắng, | Tổng thống A …`
            if row.words[chain.end].text == "," and held_by_another(role, following):
                chain.roles.clear()
            chain.end = after
            continue
        if row.words[chain.end].text == "," and not chain.plural:
            chain.name, chain.reason = _after_comma(row, after), "a name after offices and a comma"
        break
    return chain


def _behind(row: Row, chain: Chain, role: Role) -> int:
    """Where the next role or the name may begin behind `role`, the last of the chain; -1 where the chain ends, with
    its name where that stands there."""
    then = chain.end
    if role.told > then and (led := _past_chief(row, chain, role)):
        return led
    at = chain.end = _past_then(row, then)
    if at >= row.size:
        return -1
    if row.lows[at] == "các" and row.lows[at + 1 : at + 3] == ["nước", ":"]:
        role.plural = chain.plural = True  # `Bộ trưởng Ngoại giao | các nước: A (Lào), B (Peru)`
        at += 2
    text, after = row.words[at].text, at + 1
    if text == "là" and not role.plural and (at > then or opens_clause(row, (chain.roles or [role])[0])):
        return _is_said(row, chain, after, then=at > then)
    if (led := _apposed(row, at, role)) > 0:
        return led
    first = chain.roles[0].start if chain.roles else 0
    if row.lows[at] in ("với", "đối") and first and row.lows[first - 1] in ("chức", "vụ", "danh", "nhiệm"):
        # `miễn nhiệm chức vụ Ủy viên UBND tỉnh, Chủ tịch UBND xã đối với | bà A`
        after += row.lows[at : at + 2] == ["đối", "với"]
        if after >= row.size or row.lows[after] not in HEAD_WORDS:
            return -1
        for given in chain.roles:
            given.put_in = given.kind == "office"
        return after
    if role.kind != "address" and row.lows[at] in HEAD_WORDS:
        beside = role_at(row, at)
        if beside is None:
            return -1
        if beside.kind == "address" and told_of_all(row, role):
            return -1  # `Trao đổi với phóng viên | ông A cho biết`
        leads = beside.kind == "address" or (beside.kind == "rank" and row.words[at].capital)
        # `Đại tá, PGS …`, `Thủ tướng … ngài …`, `Deputy Minister of Defence Gen. …`
        return at if role.kind == "rank" or (leads and beside.name is not None) else -1
    if role.kind == "rank" and text in ".-–" and after < row.size and row.lows[after] in HEAD_WORDS:
        return after
    if row.lows[at] in ("và", "&") and _founded(row, role, after):
        return after
    if role.plural:
        if text == "," and row.lows[after : after + 1] in (["gồm"], ["bao"]):
            at = after  # `có bốn phó chủ tịch, | gồm các ông A, B và bà C`
        while at + 1 < row.size and row.lows[at] in _COMPRISE and row.lows[at + 1] in _INTRODUCE:
            at += 1  # `5 huấn luyện viên | bao gồm: A, B`
        after = at + 1
    if (role.plural or chain.plural) and row.lows[at] in _INTRODUCE and after < row.size:
        if row.lows[after] in HEAD_WORDS and (beside := role_at(row, after)) is not None:
            trade = row.lows[at] == "là" and beside.bare and beside.kind != "office"
            if (beside.kind == "address" or trade) and beside.name is not None:
                # `hai thành viên Ban kiểm soát là bà A và ông B`, `hai phó giám đốc là bác sĩ A và B`
                chain.name, chain.addressed, chain.reason = (
                    beside.name,
                    True,
                    "a list of names after an office",
                )
            return -1  # `các Ủy viên Bộ Chính trị: Phó Thủ tướng A, …`
        name = name_at(row, after)
        if name is not None and name.kind in ("vietnamese", "foreign"):
            chain.name, chain.reason = name, "a list of names after an office"
        return -1
    if text in _DASHES and role.kind != "address":
        if (beside := role_at(row, after) if after < row.size else None) is not None:
            return after if _dashed(row, role, beside) else -1
        if _leads_over_dash(row, first, role) and (name := _alone(row, after)) is not None:
            chain.name, chain.reason = name, "an office before the name"
            return -1
    if (named := _called(row, at)) is not None:
        chain.name, chain.reason = named, "the words “có tên”"
        return -1
    if text == ":" and labels(row, role) and (name := _listed(row, after)) is not None:
        chain.name, chain.reason, chain.plural = name, "an office before the name", True
        return -1
    if row.words[at].number > 0 and row.lows[after : after + 1] == ["tuổi"] and after + 1 < row.size:
        chain.name, chain.reason = name_at(row, after + 1), "an office before the name"
        return -1  # `nữ tài xế | 26 tuổi | A`
    if text == "," and holder_is_another(row, role, after):
        return -1
    if text == "," and told_of_all(row, role):
        chain.roles.pop()  # `Thay mặt lãnh đạo Sở Y tế, ông A …`
        return after
    return after if text == "," or row.lows[at] == "kiêm" else -1


def _past_chief(row: Row, chain: Chain, role: Role) -> int:
    """`Cố vấn của Tổng thống A, | ông B`, `Người phát ngôn của Tổng thống A - | B`: as `_behind`; 0 where nobody is
    named behind the chief."""
    after = role.told + 1
    if after >= row.size or row.words[role.told].text not in _PARTING:
        return 0
    if (name := _after_comma(row, after)) is not None:
        chain.name, chain.reason = name, "a name after offices and a comma"
        return -1
    beside = role_at(row, after) if row.lows[after] in HEAD_WORDS else None
    return after if beside is not None and beside.kind == "address" and beside.name is not None else 0


def _past_then(row: Row, at: int) -> int:
    """Behind the words that tell when an office was held: `Giám đốc Sở Y tế khi đó | , ông A`, `Chủ tịch xã nhiệm kỳ
    2016-2021 | , ông A`; and behind a bracket that says where."""
    if row.lows[at] == "(" and (close := closing(row, at)) > 0 and row.lows[close + 1 : close + 2] == ["đối"]:
        return close + 1  # `đình chỉ chức vụ Chủ tịch UBND xã Lam Trà (huyện Quế Lam) | đối với ông A`
    found = _THEN.match(row, at) if row.lows[at] in _THEN.first else None
    if found is None or not found[1]:
        return found[0] if found else at
    end = found[0]
    while end < row.size and (row.words[end].number >= 0 or row.lows[end] in _UNTIL):
        end += 1
    return end


def _is_said(row: Row, chain: Chain, at: int, *, then: bool) -> int:
    """`Chủ tịch UBND xã là | ông A`, `Thủ tướng khi đó là | Robert Holt`; but `Giám đốc là | em ông A`."""
    if then and (name := _listed(row, at)) is not None:
        chain.name, chain.reason = name, "an office before the name"
        return -1
    beside = role_at(row, at) if at < row.size and row.lows[at] in HEAD_WORDS else None
    if beside is None or beside.name is None:
        return -1
    if beside.kind == "address":
        return at if beside.name == name_at(row, at + 1) else -1
    return at if beside.bare and beside.end - beside.start > 1 else -1  # `… là | Đức Hồng y A`


def _apposed(row: Row, at: int, role: Role) -> int:
    """`Bác sĩ | trẻ nhất nhóm, anh A`, `Phát ngôn viên | từ Nhà Trắng, ông B`: where the form of address stands behind
    words on the office and a comma; 0 where none does."""
    told = role.head.owner or not _TELLING.isdisjoint(row.lows[role.start : at + 1])
    if not told or role.kind not in ("office", "occupation"):
        return 0
    for i in range(at + 1, min(row.size - 2, at + _TOLD)):
        if row.words[i].text in ",-–—":
            beside = role_at(row, i + 1) if row.lows[i + 1] in HEAD_WORDS else None
            led = beside is not None and beside.kind == "address" and beside.name is not None
            return i + 1 if led else 0
        if not row.words[i].text[0].isalnum():
            return 0
    return 0


def _founded(row: Row, role: Role, at: int) -> bool:
    """`Chủ tịch và | Tổng Giám đốc Công ty Lam Trà A`: one person, while `Giám đốc và | Phó Giám đốc` are two."""
    if not role.bare or role.plural or role.words not in _FOUNDING or at >= row.size:
        return False
    beside = role_at(row, at) if row.lows[at] in HEAD_WORDS and row.lows[at] != "phó" else None
    return beside is not None and beside.words in _RUNNING


def _dashed(row: Row, role: Role, beside: Role) -> bool:
    """`Chủ nhiệm Ủy ban Kinh tế - | ông A`, `Bộ trưởng Quốc phòng Lào - | Đại tướng B`, `chuyên gia kinh tế - | PGS.TS
    C`, `ca sĩ - | nhạc sĩ D`: whom `beside` leads to is whom `role` is told of."""
    if beside.kind == role.kind:
        # `Trưởng ban Kiểm phiếu - | đại biểu A`
        told = role.bare or (beside.bare and role.kind == "office" and not role.country)
        return told and beside.name is not None and not role.plural
    if role.bare:
        return False
    begun = beside.kind == "rank" and beside.end < row.size and row.lows[beside.end] == "."
    return beside.kind == "address" or (beside.kind == "rank" and beside.name is not None) or begun


def _listed(row: Row, at: int) -> Name | None:
    name = name_at(row, at) if at < row.size else None
    return name if name is not None and name.kind in ("vietnamese", "foreign") and name.sure else None


def _leads_over_dash(row: Row, first: int, role: Role) -> bool:
    """`Chủ tịch UBND huyện - | A`; of offices that do not say of what, only where none before the `first` may have
    them: `Tổng Bí thư, Chủ tịch nước - | A`."""
    return not role.bare or (role.kind == "office" and row.words[first - 1].text not in _PARTING)


def _alone(row: Row, at: int) -> Name | None:
    """The name in `Tham mưu trưởng hạm đội - | Hà Văn Lộc | làm trưởng đoàn`, which no office follows."""
    name = name_at(row, at) if at < row.size else None
    if name is None or not name.sure:
        return None
    if name.kind == "foreign" and row.words[at].given and row.lows[name.end : name.end + 1] in (["-"], ["–"]):
        return name  # `CEO Lamtech - | Robert Holt | - viết`
    if name.kind != "vietnamese":
        return None
    if name.end - name.start < 3 and not (row.words[at].surname == 3 and acts(row, name)):
        return None  # `Chủ tịch UBND thị xã - | Tạ Kha | phát biểu`
    return None if trailing(row, name)[1] else name


def _called(row: Row, at: int) -> Name | None:
    """The name in `một đại biểu | có tên A`, `tài xế | tên là A`."""
    start = at
    while at + 1 < row.size and row.lows[at] in _CALLED:
        at += 1
    if "tên" not in row.lows[start:at]:
        return None
    name = name_at(row, at)
    return name if name is not None and name.kind != "single" else None


def _after_comma(row: Row, at: int) -> Name | None:
    name = name_at(row, at)
    if name is None or name.kind not in ("vietnamese", "foreign") or not name.sure:
        return None
    if country_at(row, at) and not goes_on(row, at, name.end):
        return None  # `đại sứ các nước Lào, Sri Lanka`
    if (body := ORGANISATIONS.match(row, at)) and body[0] > name.end:
        return None  # `Ủy viên Bộ Chính trị, Ban Bí thư`
    _, more, _ = trailing(row, name)
    return None if more else name
