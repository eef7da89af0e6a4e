"""Every place where a story names somebody: the name, the roles around it, and how certain the rules are.

A walk over the tokens of each row. An office or form of address opens a chain of roles that may end in a
name; a name may be followed by more roles; a name without either needs other evidence.
"""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import replace

from articles.text.people.brackets import closing
from articles.text.people.chains import chain_at
from articles.text.people.countries import country_at
from articles.text.people.evidence import CLUBS, acts, certain, ends_in_place, is_thing
from articles.text.people.heads import COLLECTIVE, HEAD_WORDS, role_openings
from articles.text.people.names import NOT_NAMES, PLACES, Name, ends_at_once, name_at, personal, run_end
from articles.text.people.naming import BORN, LISTED, Mention, mention_of
from articles.text.people.respelling import in_capitals
from articles.text.people.roles import Role, role_at
from articles.text.people.rolls import roll
from articles.text.people.told_later import tell_later
from articles.text.people.trailing import trailing
from articles.text.people.untitled import goes_on, often, surnameless, take_roll, untitled
from articles.text.words.tokens import Row
from articles.text.words.vocabulary import CAPITAL

_ROADS = frozenset(("đường", "phố", "lộ", "ngõ", "hẻm", "giao", "tư", "trường", "cầu", "chợ"))
"""Last words of what is named after people and called by their names alone elsewhere."""
_SEVERAL = frozenset(
    ("thủ môn", "hậu vệ", "trung vệ", "tiền vệ", "tiền đạo", "cầu thủ", "tay vợt", "kỳ thủ", "luật sư")
)
"""Said once of all whom a list names: `tiền đạo A, B và C`."""
_SENT = "đại diện"
_LIST_MARKS = frozenset((",", ";", "và", "and", "cùng", "với", "-", "–"))


def find_mentions(story: tuple[Row, ...], known: Mapping[str, str]) -> list[Mention]:
    """All mentions in reading order, short forms (`ông Sơn`) included; nothing is merged yet."""
    found: list[Mention] = []
    bare: dict[str, list[Mention]] = {}
    things: set[str] = set()
    for row in story:
        if in_capitals(row):
            continue
        before = len(found)
        _walk(row, known, found, bare, things)
        tell_later(row, found[before:])
    if things and (
        things := things.difference(m.name for m in found if m.sure or m.roles or acts(m.row, m.form))
    ):
        found = [mention for mention in found if mention.name not in things]
    return found + often(bare, {mention.name for mention in found if mention.sure or mention.roles})


def _walk(
    row: Row,
    known: Mapping[str, str],
    found: list[Mention],
    bare: dict[str, list[Mention]],
    things: set[str],
) -> None:
    """Add to `found` whom a row names; to `bare` names that nothing speaks for yet; to `things` those of roads and
    schools, which are nobody where they stand alone elsewhere in the story."""
    capitals = row.where(CAPITAL)
    openings = set(_before_names(row, role_openings(row), capitals))
    next_at = 0
    thing_end = -1
    for i in sorted(openings.union(capitals)):
        if i < next_at:
            continue
        if i in openings:
            after = _chain(row, i, known, found)
            if after > i:
                next_at = after
                continue
        if not row.words[i].capital:
            continue
        country = country_at(row, i)
        if ends_at_once(row, i):
            next_at = country[0] if country else i + 1
            continue
        stop = run_end(row, i)
        if country and not (country[0] == i + 1 and goes_on(row, i, stop)):
            next_at = country[0]
            continue
        name = name_at(row, i, stop)
        if name is not None and name.kind != "single" and take_roll(row, i, found):
            next_at = found[-1].end
            continue
        thing = is_thing(row, i) or (thing_end >= 0 and _listed(row, thing_end, i))
        if name is None or name.kind in ("single", "given"):
            thing_end = stop if thing else thing_end
            skip = NOT_NAMES.match(row, i)
            if skip and skip[0] < stop:
                next_at = skip[0]
            elif not (name is None and stop - i >= 3 and _opens_sentence(row, i)):
                if name is not None and name.kind == "given":
                    surnameless(row, name, known, found, bare)
                next_at = stop
            continue
        place = PLACES.match(row, i)
        if thing or (place and place[0] >= stop) or ends_in_place(row, name):
            if thing and row.lows[i - 1] in _ROADS:
                things.add(row.slice(i, stop))
            thing_end = stop if thing else -1
            next_at = stop
            continue
        next_at = untitled(row, name, known, found)


def _before_names(row: Row, openings: list[int], capitals: list[int]) -> list[int]:
    """Those of `openings` that a name may follow: in half of all sentences with a role no capital does."""
    ends, beyond = row.sentence_ends(), [*capitals, row.size]
    return [
        at
        for at in openings
        if row.words[at].capital or beyond[bisect_right(capitals, at)] < ends[bisect_right(ends, at)]
    ]


def _opens_sentence(row: Row, at: int) -> bool:
    return at == 0 or row.words[at - 1].text in '.:;"“!?-–('


def _listed(row: Row, end: int, at: int) -> bool:
    return at - end == 1 and row.words[end].low in _LIST_MARKS


def _chain(row: Row, at: int, known: Mapping[str, str], found: list[Mention]) -> int:
    """Read roles from `at` up to a name; add the mention. Returns where to go on, `at` if nothing was
    read."""
    chain = chain_at(row, at)
    name, roles, plural = chain.name, chain.roles, chain.plural
    if name is None:
        return chain.end
    for role in roles:
        if role.end < role.told <= name.start:  # `cố vấn của | Tổng thống A, ông B`
            _chain(row, row.lows.index("của", role.end, role.told) + 1, known, found)
    end, more, aged = trailing(row, name)
    sure = certain(row, roles, name, addressed=chain.addressed) and not is_thing(row, at)
    if (
        not sure
        and name.kind == "foreign"
        and roles
        and roles[-1].head.company
        and not row.english
        and roles[-1].kind == "office"
        and not roles[-1].state
        and not more
    ):
        club = row.lows[name.start - 1] in CLUBS
        owned = row.lows[name.end : name.end + 1] in (
            ["của"],
            ["thuộc"],
        )  # `phát ngôn viên A | của liên minh`
        closed = row.lows[name.start - 1] == ")"  # `Phó Chủ tịch Hiệp hội Lam Trà (LTA) | A`
        surnamed = row.words[name.start].surname or personal(row, name)
        likely = closed or surnamed or ((owned or acts(row, name)) and not club)
        if not likely and not roles[-1].country and row.slice(name.start, name.end) not in known:
            return name.end
    if more and more[0].words == _SENT and any(role.kind == "office" for role in roles):
        more = []  # `Đại sứ Lào A, | đại diện Bộ Ngoại giao Lào`: others
    given = more if more and roles and roles[-1].words in COLLECTIVE else roles + more
    _resolve(found, row, name, given, sure, chain.reason, aged, known)
    shared = roles if plural or (roles and not more and roles[-1].words in _SEVERAL) else []
    return _list_on(row, end, shared, plural, sure, known, found)


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
    mention = mention_of(row, name, _with_country(row, name.end, roles), sure=sure, reason=reason)
    if not sure and aged and name.kind == "vietnamese" and name.sure:
        mention.sure, mention.reason = True, BORN
    if known and mention.name in known and (name.kind != "single" or roles):
        mention.sure, mention.reason = True, "a name of the collection"
    found.append(mention)


def _with_country(row: Row, at: int, roles: list[Role]) -> list[Role]:
    """The offices of `Bộ trưởng Ngoại giao A | (Lào)`, of the country in the bracket where they name none."""
    if not roles or row.lows[at : at + 1] != ["("] or any(role.country for role in roles):
        return roles
    found = country_at(row, at + 1) if at + 1 < row.size else None
    if found is None or row.lows[found[0] : found[0] + 1] != [")"]:
        return roles
    return [replace(role, country=found[1]) for role in roles]


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
    while at + 1 < row.size:
        if plural and row.lows[at] == "(" and (close := closing(row, at)) > 0 and close + 2 < row.size:
            at = close + 1  # `Phó chủ tịch: A (chuyên môn), B`
        if row.lows[at] not in _LIST_MARKS:
            break
        after = at + 1
        if row.lows[after] == "và" and after + 1 < row.size:
            after += 1
        if row.lows[at] in ("-", "–", "với", "cùng") and not plural:
            break
        beside = role_at(row, after) if row.lows[after] in HEAD_WORDS else None
        if plural and roles and beside is not None and beside.kind == "address" and beside.name is not None:
            name: Name | None = beside.name  # `hai thành viên Ban kiểm soát là bà A và ông B`
        elif not row.words[after].capital or beside is not None:
            break
        else:
            name = name_at(row, after)
        if name is None or name.kind == "single" or (not name.sure and not plural and not long):
            break
        place = PLACES.match(row, name.start)
        abroad = country_at(row, name.start) and not goes_on(row, name.start, name.end)
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
