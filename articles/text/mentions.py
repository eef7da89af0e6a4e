"""Every place where a story names somebody: the name, the roles around it, and how certain the rules are.

A walk over the tokens of each row. An office or form of address opens a chain of roles that may end in a
name; a name may be followed by more roles; a name without either needs other evidence.
"""

from collections.abc import Mapping

from articles.text.evidence import acts, certain, ends_in_place, is_thing
from articles.text.heads import HEAD_WORDS, opens_role
from articles.text.names import NOT_NAMES, PLACES, Name, country_at, name_at, run_end
from articles.text.naming import BORN, LISTED, Mention, mention_of
from articles.text.roles import COLLECTIVE, Role, role_at
from articles.text.rolls import roll
from articles.text.tokens import Row
from articles.text.trailing import trailing
from articles.text.untitled import goes_on, often, surnameless, take_roll, untitled

_CALLED = frozenset(("có", "mang", "tên", "là"))
_INTRODUCE = frozenset((":", "là", "gồm"))
_SPOUSES = frozenset(("phu nhân", "phu quân"))
_ASKING = frozenset(("phóng viên", "pv", "nhà báo"))
_DASHES = frozenset("-–—")
_LIST_MARKS = frozenset((",", ";", "và", "and", "cùng", "với", "-", "–"))


def find_mentions(story: tuple[Row, ...], known: Mapping[str, str]) -> list[Mention]:
    """All mentions in reading order, short forms (`ông Sơn`) included; nothing is merged yet."""
    found: list[Mention] = []
    bare: dict[str, list[Mention]] = {}
    for row in story:
        if _shouted(row):
            continue
        _walk(row, known, found, bare)
    return found + often(bare)


def _shouted(row: Row) -> bool:
    """A line in capitals: where names begin cannot be seen."""
    if not any(w.upper for w in row.words[:4]):
        return False
    upper = sum(1 for w in row.words if w.upper)
    return upper >= 4 and upper * 2 > sum(1 for w in row.words if w.text.isalpha())


def _walk(row: Row, known: Mapping[str, str], found: list[Mention], bare: dict[str, list[Mention]]) -> None:
    words, lows = row.words, row.lows
    next_at = 0
    thing_end = -1
    for i in [i for i, word in enumerate(words) if word.capital or word.low in HEAD_WORDS]:
        if i < next_at:
            continue
        word = words[i]
        if lows[i] in HEAD_WORDS and opens_role(row, i):
            after = _chain(row, i, known, found)
            if after > i:
                next_at = after
                continue
        if not word.capital:
            continue
        stop = run_end(row, i)
        country = country_at(row, i)
        if country and not (country[0] == i + 1 and goes_on(row, i, stop)):
            next_at = country[0]
            continue
        name = name_at(row, i, stop)
        if name is not None and name.kind != "single" and take_roll(row, i, found):
            next_at = found[-1].end
            continue
        if name is None or name.kind in ("single", "given"):
            skip = NOT_NAMES.match(row, i)
            if skip and skip[0] < stop:
                next_at = skip[0]
            elif not (name is None and stop - i >= 3 and _opens_sentence(row, i)):
                if name is not None and name.kind == "given":
                    surnameless(row, name, known, found, bare)
                next_at = stop
            continue
        thing = is_thing(row, i) or (thing_end >= 0 and _listed(row, thing_end, i))
        place = PLACES.match(row, i)
        if thing or (place and place[0] >= stop) or ends_in_place(row, name):
            thing_end = stop if thing else -1
            next_at = stop
            continue
        next_at = untitled(row, name, known, found)


def _opens_sentence(row: Row, at: int) -> bool:
    return at == 0 or row.words[at - 1].text in '.:;"“!?-–('


def _listed(row: Row, end: int, at: int) -> bool:
    return at - end == 1 and row.words[end].low in _LIST_MARKS


def _chain(row: Row, at: int, known: Mapping[str, str], found: list[Mention]) -> int:
    """Read roles from `at` up to a name; add the mention. Returns where to go on, `at` if nothing was
    read."""
    roles: list[Role] = []
    addressed = plural = False
    name: Name | None = None
    reason = ""
    j = at
    while True:
        role = role_at(row, j)
        if role is None:
            break
        plural = plural or role.plural
        if role.kind == "address":
            addressed = True
        else:
            roles.append(role)
        j = role.end
        if role.name is not None:
            name = role.name
            reason = (
                "a form of address before the name"
                if addressed and not roles
                else "an office before the name"
            )
            break
        if j >= row.size:
            break
        text, after = row.words[j].text, j + 1
        if role.kind != "address" and row.lows[j] in HEAD_WORDS:
            beside = role_at(row, j)
            if beside is None or not (role.kind == "rank" or (beside.kind == "address" and beside.name)):
                break
            after = j  # `Đại tá, PGS …`, `Thủ tướng … ngài …`
        elif role.kind == "rank" and text == "." and after < row.size and row.lows[after] in HEAD_WORDS:
            pass
        elif role.plural and row.lows[j] in _INTRODUCE and after < row.size:
            if row.lows[after] in HEAD_WORDS and role_at(row, after) is not None:
                break  # `các Ủy viên Bộ Chính trị: Phó Thủ tướng A, …`
            name = name_at(row, after)
            if name is not None and name.kind in ("vietnamese", "foreign"):
                reason = "a list of names after an office"
                break
            name = None
            break
        elif (
            text in _DASHES
            and not role.bare
            and (beside := role_at(row, after) if after < row.size else None)
        ):
            if beside.kind != "address":
                break  # `Chủ nhiệm Ủy ban Kinh tế - ông A`
        elif (named := _called(row, j)) is not None:
            name, reason = named, "the words “có tên”"
            break
        elif text == "," and role.words in _SPOUSES and role.bare:
            break  # `A và Phu nhân, Chủ tịch nước B`
        elif text == "," and (role.words in COLLECTIVE or _told_to(row, role)):
            roles.pop()  # `Thay mặt lãnh đạo Sở Y tế, ông A …`
        elif text != "," and row.lows[j] != "kiêm":
            break
        if after >= row.size:
            break
        if row.lows[after] in HEAD_WORDS and (following := role_at(row, after)) is not None:
            if following.plural or (following.kind == "address" and role.bare):
                break
            j = after
            continue
        if text == "," and not role.plural and not plural:
            name = _after_comma(row, after)
            reason = "a name after offices and a comma"
        break
    if name is None:
        return max(j, at)
    end, more, aged = trailing(row, name)
    sure = certain(row, roles, name, addressed=addressed) and not is_thing(row, at)
    if (
        not sure
        and name.kind == "foreign"
        and roles
        and roles[-1].head.company
        and roles[-1].kind == "office"
        and not more
    ):
        likely = row.words[name.start].given or acts(row, name)
        if not likely and not roles[-1].country and row.slice(name.start, name.end) not in known:
            return name.end
    _resolve(found, row, name, roles + more, sure, reason, aged, known)
    return _list_on(row, end, roles if plural else [], plural, sure, known, found)


def _told_to(row: Row, role: Role) -> bool:
    """`Trao đổi với phóng viên Báo Lam Trà, | ông A …`: who asks is not who answers."""
    return role.words in _ASKING and role.start > 0 and row.lows[role.start - 1] in ("với", "cho")


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
    _, more, _ = trailing(row, name)
    return None if more else name


def _resolve(
    found: list[Mention],
    row: Row,
    name: Name,
    roles: list[Role],
    sure: bool,
    reason: str,
    aged: bool,
    known: Mapping[str, str],
) -> None:
    mention = mention_of(row, name, roles, sure=sure, reason=reason)
    if not sure and aged and name.kind == "vietnamese" and name.sure:
        mention.sure, mention.reason = True, BORN
    if known and mention.name in known and (name.kind != "single" or roles):
        mention.sure, mention.reason = True, "a name of the collection"
    found.append(mention)


def _list_on(
    row: Row,
    at: int,
    roles: list[Role],
    plural: bool,
    sure: bool,
    known: Mapping[str, str],
    found: list[Mention],
) -> int:
    """Names that go on a list: `các đồng chí A, Bí thư; B, Phó Bí thư và C`. Returns where to go on."""
    long = at + 1 < row.size and row.lows[at] == "," and len(roll(row, at + 1)) > 1
    while at + 1 < row.size and row.lows[at] in _LIST_MARKS:
        after = at + 1
        if row.lows[after] == "và" and after + 1 < row.size:
            after += 1
        if row.lows[at] in ("-", "–", "với", "cùng") and not plural:
            break
        if not row.words[after].capital or (row.lows[after] in HEAD_WORDS and role_at(row, after)):
            break
        name = name_at(row, after)
        if name is None or name.kind == "single" or (not name.sure and not plural and not long):
            break
        place = PLACES.match(row, after)
        abroad = country_at(row, after) and not goes_on(row, after, name.end)
        if (place and place[0] >= name.end) or abroad:
            break
        end, more, aged = trailing(row, name)
        if name.kind == "given" and not more and not long:
            break
        clear = sure and (plural or bool(more)) and (name.end - name.start >= 3 or bool(more))
        if not plural and not more and not aged and not long and row.lows[at] != "và":
            break
        _resolve(
            found,
            row,
            name,
            [*([] if more else roles), *more],
            clear,
            LISTED,
            aged,
            known,
        )
        at = end
    return at
