"""What stands behind a name: offices by comma, dash, bracket or `là`, an age, a year of birth."""

from dataclasses import replace

from articles.text.people.appointments import appointed
from articles.text.people.heads import HEAD_WORDS
from articles.text.people.names import Name, country_at, name_at
from articles.text.people.phrase_ends import FIELDS, ends_phrase
from articles.text.people.roles import COLLECTIVE, MINISTERS, SPOUSES, Role, role_at
from articles.text.words.phrases import word_set
from articles.text.words.tokens import Row

_DASHES = frozenset("-–—")
_BREAK_AFTER = frozenset(".,;:)!?…–-—|")
_AGE = frozenset(("sinh", "sn", "sinh năm", "quê", "trú", "ngụ", "ở", "hktt"))
_FRONTED = word_set(
    "tiếp gặp tới đến chào tại thay trả trao đón cùng trong cảm chúc hội sau trước nhân khi theo với về"
)
_TIMES = word_set("sau trước trong tại nhân khi tới đến theo thay")
"""Of these, those whose phrase a comma ends: `Sau lễ đón, A, Bộ trưởng …, đã hội đàm`."""
_POSITIONS = word_set("bên áo ngoài trái phải thứ đứng ngồi giữa hàng")
"""What opens a bracket in a caption: `(bên phải)`."""
_AFTER_BARE = word_set("từ của tại thuộc người được đang trong phụ kiêm chuyên đến")
"""What may go on after a bare office behind a name without being the sentence's verb: `X, chuyên gia từ …`."""
_LONGEST_ABODE = 25
_LONGEST_COUNTRY = 4
_ABODE = word_set("ngụ trú quê ở sống thường hktt tạm cư")
_ALL = frozenset(("lãnh", "các", "nhiều", "đông"))
_SKIPS = frozenset(("một", "hiện", "là", "đồng", "thời", "đang", "từng", "vốn", "the"))


def trailing(row: Row, name: Name) -> tuple[int, list[Role], bool]:
    """Roles after a name, by comma, dash, bracket or `là`, or by an election or appointment; and whether an age or
    year of birth stands there."""
    at, roles, aged = _beside_name(row, name)
    if not roles and (role := appointed(row, name.start, name.end)):
        roles.append(role)
    return at, roles, aged


def _beside_name(row: Row, name: Name) -> tuple[int, list[Role], bool]:
    words, lows, size = row.words, row.lows, row.size
    roles: list[Role] = []
    aged = False
    at = name.end
    fronted: bool | None = None
    while at + 1 < size:
        text = words[at].text
        after = at + 1
        if at == name.end and words[at].capital and (role := _at_once(row, at)):
            roles.append(role)
            at = role.end
            continue
        if text == "(":
            close = _closing(row, at)
            if close < 0:
                break
            if _is_age(row, after):
                aged = True
                roles += _roles_within(row, after, close)
                if not roles and (role := _beside(row, close + 1)):
                    roles.append(role)
                    at = role.end
                    continue
            elif (
                lows[after] in HEAD_WORDS
                and (role := role_at(row, after, after_name=True))
                and role.name is None
            ):
                roles.append(role)
            elif words[after].low not in _POSITIONS:
                break
            at = close + 1
            continue
        if text == "," or (
            text in _DASHES and (lows[after] in HEAD_WORDS or not (row.glued(at) and row.glued(after)))
        ):
            while after < size and lows[after] in _SKIPS:
                after += 1
            if after + 1 < size and words[after].number > 0 and lows[after + 1] == "tuổi":
                aged = True
                at = after + 2
                continue
            if after + 1 < size and lows[after : after + 2] in (["sinh", "năm"], ["sn", "19"]):
                aged = True
                break
            after = _past_country(row, after)
        elif not (lows[at] == "là" and not roles) and not (lows[at] in ("kiêm", "và") and roles):
            break
        if aged and after < size and lows[after] in _ABODE:
            # `X - 45 tuổi, ngụ TP Đông Phú, cựu trung tá …`, `X (SN 1960), trú tại phường Y, TP Z (nguyên …)`
            further = _behind_abode(row, after)
            if further:
                at = further
                continue
        if after >= size or lows[after] not in HEAD_WORDS:
            break
        role = role_at(row, after, after_name=True)
        if role is not None and role.words in SPOUSES:
            if lows[at] == "và" and role.bare:
                break  # `A và phu nhân`
            if role.name is not None and text == ",":
                return role.start + 2, [*roles, _spouse(row, role, role.name)], aged
        if role is not None and role.name is not None and lows[role.name.start - 1] == "và" and text == ",":
            role = replace(role, end=role.name.start - 1, name=None)  # `A, Phó Giám đốc | và B, kế toán`
        if role is None or role.name is not None or role.kind == "address" or role.plural:
            break
        if (role.country or role.words in MINISTERS) and _of_another(row, after, role.end):
            break  # `A, Chủ tịch Quốc hội Lào | B`, `A, Bộ trưởng Quốc phòng | B`
        if role.words in COLLECTIVE and (role.bare or not _ALL.isdisjoint(lows[after + 1 : role.end])):
            break  # `A, lãnh đạo và cán bộ …`, `A, đại diện lãnh đạo tỉnh Lam Trà …`
        if "các" in lows[after : after + 4] and role.kind != "office":
            break
        if role.end < size:
            closing = words[role.end].text
            if closing not in _BREAK_AFTER and closing not in ("và", "kiêm", "("):
                trade = (
                    role.kind == "occupation"
                    and not row.words[role.end].capital
                    and not ends_phrase(row, role.end)
                )
                listed = text == "," and any(held.kind == "office" for held in roles)
                if role.bare and not (trade or listed) and row.lows[role.end] not in _AFTER_BARE:
                    break
                if fronted is None:
                    fronted = not aged and _fronted(row, name)
                told = lows[at] == "và" or (lows[at] == "là" and lows[after - 1] != "một")
                if fronted or told:
                    break
            if lows[at] == "và" and _name_after_list(row, role.end):
                break
            if (
                closing == ","
                and "mời" in lows[max(0, name.start - 8) : name.start]
                and _addressed(row, role.end + 1, fewer_roles=bool(roles))
            ):
                break  # `Nhận lời mời của A, Tổng thống Lào, ngài B, đã thăm …`
        roles.append(role)
        at = role.end
    return at, roles, aged


def _of_another(row: Row, at: int, end: int) -> bool:
    """The office at token `at` leads to a name behind its country or a minister's field, within the words to `end`."""
    role = role_at(row, at)
    name = role.name if role is not None else None
    if role is None or name is None or name.start >= end:
        return False
    if role.words in MINISTERS:
        return any(
            (found := FIELDS.match(row, i)) and found[0] == name.start for i in range(at + 1, name.start)
        )
    if name.kind != "foreign" or not name.sure:
        return False
    return any((found := country_at(row, i)) and found[0] == name.start for i in range(at, name.start))


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
        if text == ";" or (text == "." and not row.glued(i + 1)):
            break
        if text in ",(" and row.lows[i + 1] in HEAD_WORDS:
            role = role_at(row, i + 1, after_name=True)
            if role is not None and role.name is None and role.kind != "address":
                return i
    return 0


def _at_once(row: Row, at: int) -> Role | None:
    """`Thẩm phán A | Chủ tọa phiên tòa, …`: an office of two words in its capital, closed by a mark or a
    number (`bị cáo A | Chủ tịch Công ty B 5 năm tù`)."""
    if row.lows[at] not in HEAD_WORDS:
        return None
    role = role_at(row, at, after_name=True)
    if role is None or role.kind == "address" or role.name is not None or role.end - at < 2:
        return None
    closed = role.end < row.size and (row.words[role.end].text in ",.;)" or row.words[role.end].number >= 0)
    return role if closed else None


def _name_after_list(row: Row, at: int) -> bool:
    """`… và Trung tướng, GS.TS | A`: the office behind `và` is that of the next on the list."""
    if row.words[at].text != "," or at + 1 >= row.size:
        return False
    while at + 1 < row.size and row.words[at].text in ",." and row.lows[at + 1] in HEAD_WORDS:
        role = role_at(row, at + 1)
        if role is None or role.kind not in ("rank", "occupation"):
            return False
        if role.name is not None:
            return True
        at = role.end
    return at + 1 < row.size and row.words[at].text == "," and name_at(row, at + 1) is not None


def _addressed(row: Row, at: int, *, fewer_roles: bool) -> bool:
    """A form of address with a name stands at `at`; `fewer_roles`: a name that has no office behind it."""
    role = role_at(row, at) if at < row.size and row.lows[at] in HEAD_WORDS else None
    if role is None or role.kind != "address" or role.name is None:
        return False
    return not (fewer_roles and trailing(row, role.name)[1])


def _beside(row: Row, at: int) -> Role | None:
    """`A (sinh năm 1978) phó Giám đốc Công ty …`: an office or trade right behind the bracket, without a comma."""
    if at >= row.size or row.lows[at] not in HEAD_WORDS:
        return None
    role = role_at(row, at, after_name=True)
    held = role is not None and role.kind in ("office", "occupation")
    return role if role and held and role.name is None and not role.bare else None


def _roles_within(row: Row, at: int, close: int) -> list[Role]:
    """Roles after a comma inside a bracket: `(58 tuổi, nguyên Chủ tịch …)`."""
    found: list[Role] = []
    for i in range(at, close - 1):
        if row.words[i].text in ",;" and row.lows[i + 1] in HEAD_WORDS:
            role = role_at(row, i + 1, after_name=True)
            if role is not None and role.name is None and role.kind != "address" and role.end <= close:
                found.append(role)
    return found


def _closing(row: Row, at: int) -> int:
    for close in range(at + 1, min(row.size, at + 40)):
        if row.words[close].text == ")":
            return close
    return -1


def _is_age(row: Row, at: int) -> bool:
    word = row.words[at]
    if word.low in _AGE:
        return True
    if word.number > 0 and at + 1 < row.size:
        return row.lows[at + 1] == "tuổi" or (1900 <= word.number <= 2030 and row.words[at + 1].text in "),;")
    return False


def _fronted(row: Row, name: Name) -> bool:
    """The sentence opens with a verb or preposition, so the subject is still to come after the comma:
    `Tiếp ông A, Chủ tịch Quốc hội khẳng định` gives A no office."""
    start = row.sentence_start(name.start)
    opening = row.lows[start]
    return opening in _FRONTED and not (opening in _TIMES and "," in row.lows[start : name.start])
