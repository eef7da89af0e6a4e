"""Every place where a story names somebody: the name, the roles around it, and how certain the rules are.

A walk over the tokens of each row. An office or form of address opens a chain of roles that may end in a
name; a name may be followed by more roles; a name without either needs other evidence.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from articles.text.evidence import acts, certain, ends_in_place, explained, is_thing
from articles.text.heads import HEAD_WORDS, opens_role
from articles.text.names import NOT_NAMES, PLACES, Name, country_at, name_at, run_end
from articles.text.roles import Role, role_at
from articles.text.rolls import introduced, roll
from articles.text.tokens import Row, word_set
from articles.text.trailing import trailing

_LIST_MARKS = frozenset((",", ";", "và", "and", "cùng", "với", "-", "–"))
_PLACE_LEADS = word_set("tại ở đến tới từ về sang qua")
_NEAR = frozenset(("như", "gồm", "có", "là", ":"))
_OFTEN, _ACTING = 4, 2
"""How often a name without surname must stand in a story, and act, to be worth a suggestion."""


@dataclass(slots=True)
class Mention:
    """One naming of somebody. Token indices are of `row`."""

    row: Row
    start: int
    end: int
    name: str
    form: Name
    roles: list[Role] = field(default_factory=list)
    sure: bool = False
    reason: str = ""
    vouched: bool = False
    """An office, form of address or other evidence says that a person is named."""


def find_mentions(story: tuple[Row, ...], known: Mapping[str, str]) -> list[Mention]:
    """All mentions in reading order, short forms (`ông Sơn`) included; nothing is merged yet."""
    found: list[Mention] = []
    bare: dict[str, list[Mention]] = {}
    for row in story:
        if _shouted(row):
            continue
        _walk(row, known, found, bare)
    return found + _often(bare)


def _often(bare: dict[str, list[Mention]]) -> list[Mention]:
    """Names without title or surname (`Lam Anh`) that a story tells of again and again, and that act."""
    return [
        mention
        for mentions in bare.values()
        if len(mentions) >= _OFTEN
        and sum(m.vouched for m in mentions) >= _ACTING
        and sum(map(_placed, mentions)) * 4 <= len(mentions)
        for mention in mentions
    ]


def _placed(mention: Mention) -> bool:
    """`tại Lam Anh`, `huyện Lam Anh`: somewhere or something, not somebody."""
    row, at = mention.row, mention.start
    return _led(row, at) or is_thing(row, at)


def _led(row: Row, at: int) -> bool:
    return at > 0 and row.lows[at - 1] in _PLACE_LEADS


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
        if country and not (country[0] == i + 1 and _goes_on(row, i, stop)):
            next_at = country[0]
            continue
        name = name_at(row, i, stop)
        if name is not None and name.kind != "single" and _roll(row, i, found):
            next_at = found[-1].end
            continue
        if name is None or name.kind in ("single", "given"):
            skip = NOT_NAMES.match(row, i)
            if skip and skip[0] < stop:
                next_at = skip[0]
            elif not (name is None and stop - i >= 3 and _opens_sentence(row, i)):
                if name is not None and name.kind == "given":
                    _surnameless(row, name, known, found, bare)
                next_at = stop
            continue
        thing = is_thing(row, i) or (thing_end >= 0 and _listed(row, thing_end, i))
        place = PLACES.match(row, i)
        if thing or (place and place[0] >= stop) or ends_in_place(row, name):
            thing_end = stop if thing else -1
            next_at = stop
            continue
        next_at = _untitled(row, name, known, found)


def _goes_on(row: Row, at: int, stop: int) -> bool:
    """A country of one syllable that is the first of a name: `Mỹ Tâm`, `Lào Văn Kha`; but `Anh Pháp`."""
    if row.words[at].surname:
        return stop - at >= 2
    return (
        stop - at == 2
        and row.words[at].syllable
        and row.words[at + 1].syllable
        and not country_at(row, at + 1)
    )


def _roll(row: Row, at: int, found: list[Mention]) -> bool:
    """Take a list of names that words on people introduce, as suggestions."""
    if not at or not introduced(row, at):
        return False
    names = roll(row, at)
    if len(names) < 2 or (len(names) == 2 and row.lows[at - 1] not in _NEAR):
        return False
    found += [_mention(row, name, [], sure=False, reason="a name in a list of people") for name in names]
    return True


def _surnameless(
    row: Row, name: Name, known: Mapping[str, str], found: list[Mention], bare: dict[str, list[Mention]]
) -> None:
    """Take a name of the collection; keep any other until the whole story is read (`_often`)."""
    written = row.slice(name.start, name.end)
    if written in known:
        found.append(_mention(row, name, [], sure=True, reason="a name of the collection"))
    elif (age := trailing(row, name))[2]:
        reason = "an age or year of birth after the name"
        found.append(_mention(row, name, age[1], sure=False, reason=reason))
    elif name.end - name.start == 2 and not PLACES.match(row, name.start):
        mention = _mention(
            row, name, [], sure=False, reason="a name told of again and again", vouched=acts(row, name)
        )
        bare.setdefault(written, []).append(mention)


def _opens_sentence(row: Row, at: int) -> bool:
    return at == 0 or row.words[at - 1].text in '.:;"“!?-–('


def _listed(row: Row, end: int, at: int) -> bool:
    return at - end == 1 and row.words[end].low in _LIST_MARKS


def _mention(
    row: Row, name: Name, roles: list[Role], *, sure: bool, reason: str, vouched: bool = True
) -> Mention:
    written = row.slice(name.start, name.end)
    return Mention(row, name.start, name.end, written, name, roles, sure, reason, vouched)


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
        elif role.plural and text == ":" and after < row.size:
            if row.lows[after] in HEAD_WORDS and role_at(row, after) is not None:
                break  # `các Ủy viên Bộ Chính trị: Phó Thủ tướng A, …`
            name = name_at(row, after)
            if name is not None and name.kind in ("vietnamese", "foreign"):
                reason = "a list of names after an office"
                break
            name = None
            break
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


def _after_comma(row: Row, at: int) -> Name | None:
    name = name_at(row, at)
    if name is None or name.kind not in ("vietnamese", "foreign") or not name.sure:
        return None
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
    mention = _mention(row, name, roles, sure=sure, reason=reason)
    if not sure and aged and name.kind == "vietnamese" and name.sure:
        mention.sure, mention.reason = True, "an age or year of birth after the name"
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
        if (place and place[0] >= name.end) or country_at(row, after):
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
            "a name in a list of people",
            aged,
            known,
        )
        at = end
    return at


def _untitled(row: Row, name: Name, known: Mapping[str, str], found: list[Mention]) -> int:
    end, more, aged = trailing(row, name)
    if known and row.slice(name.start, name.end) in known:
        found.append(_mention(row, name, more, sure=True, reason="a name of the collection"))
        return end
    first, parts = row.words[name.start], name.end - name.start
    vietnamese = name.kind == "vietnamese"
    clear = name.sure or parts >= 3
    born = aged and vietnamese and name.sure
    if more and clear:
        strong = not vietnamese or parts >= 3 or first.surname == 3
        sure = born or (strong and any(role.kind == "office" for role in more))
        found.append(_mention(row, name, more, sure=sure, reason="an office after the name"))
    elif aged and vietnamese and clear:
        reason = "an age or year of birth after the name"
        found.append(_mention(row, name, more, sure=born, reason=reason))
    elif reason := _untitled_reason(row, name, end):
        vouched = reason != "a foreign surname opens it" and not (
            reason == "a surname opens it" and not acts(row, name)
        )
        found.append(_mention(row, name, [], sure=False, reason=reason, vouched=vouched))
    return max(end, name.end)


def _untitled_reason(row: Row, name: Name, end: int) -> str:
    """Why a name with nothing before or behind it is worth a suggestion; empty where it is not."""
    first, parts = row.words[name.start], name.end - name.start
    spoken = end == name.end and acts(row, name)
    speaker = row.kind == "title" and name.start == 0 and end < row.size and row.words[end].text == ":"
    if name.kind == "vietnamese" and name.sure:
        middle = parts >= 3 and (first.surname == 3 or row.lows[name.start + 1] in ("văn", "thị"))
        mixed = not all(row.words[i].syllable for i in range(name.start, name.end))
        if middle or mixed or spoken or speaker:
            return "a surname opens it"
    if name.kind == "foreign" and (spoken or speaker):
        return "a foreign name that acts"
    if name.kind == "foreign" and first.given:
        return "a given name opens it"
    if name.sure and explained(row, end) and not _led(row, name.start):
        return "words on a person after the name"
    if name.kind == "foreign" and first.surname == 1 and parts >= 3:
        return "a foreign surname opens it"
    return ""
