"""The offices that a person's mentions give, put together: the fullest of each, seats behind offices, with its
country."""

from collections.abc import Iterator

from articles.text.fold import title_key, words
from articles.text.people.countries import country_at
from articles.text.people.naming import Mention
from articles.text.people.roles import MINISTERS, Role
from articles.text.types import Position, Span
from articles.text.words.tokens import Row

_MEMBERSHIP = (
    "ủy viên",
    "uv",
    "tuv",
    "thuv",
    "huv",
    "đuv",
    "đại biểu",
    "đbqh",
    "thành viên",
    "nguyên ủy viên",
    # The Party's secretariat, each of whom has another office.
    "bí thư trung ương đảng",
    "bí thư ban chấp hành trung ương đảng",
    "bí thư tw đảng",
    "bí thư tư đảng",
)
_SAY_LITTLE = MINISTERS | frozenset(
    (
        "đại biểu",
        "nghị sỹ",
        "thượng nghị sỹ",
        "hạ nghị sỹ",
        "thẩm phán",
        "chủ tọa phiên tòa",
        "hòa thượng",
        "thượng tọa",
        "đại đức",
        "ni trưởng",
        "ni sư",
        "sư cô",
        "sư thầy",
        "đại lão hòa thượng",
        "trưởng lão hòa thượng",
        "hồng y",
        "đức hồng y",
        "đức cha",
        "tổng giám mục",
        "giám mục",
        "linh mục",
        "mục sư",
        "phối sư",
        "giáo cả",
    )
)
_MEMBER_ENDS = ("ủy viên",)
_ADDRESSED_BY = frozenset(("cô giáo", "thầy giáo", "nhà giáo"))
_TEACHING = frozenset(("giáo viên", "giảng viên", "giáo viên chủ nhiệm"))
_CANDIDATES = ("ứng viên", "ứng cử viên")
_FAR_BACK = 250
"""Words before `nước này` in which the country is looked for."""
_MOST_POSITIONS = 40
_DASHES = frozenset("-–")
_JOINS = _DASHES | {"kiêm", "và", "và là", "&"}
_LINKS = frozenset((*".,-–&", "kiêm", "và"))
"""Between ranks or trades that are told of as one."""
_LONGEST_ROLE = 200
"""Letters of the offices that are shown as one."""
_Told = tuple[str, str, str, str]
"""The head of an office, and the fields of its `Position`."""
_VISIT_WORDS = frozenset(("thăm", "sang", "tới", "đến"))


def positions_of(mentions: list[Mention]) -> tuple[tuple[Position, ...], tuple[Span, ...]]:
    """The offices to show, the one a person is known by first, and where they stand; an occupation or rank only
    where no office is given."""
    mentions = sorted(mentions, key=lambda m: m.row.starts[m.start])
    offices: list[_Told] = []
    put_in: list[_Told] = []
    others: list[_Told] = []
    spans: list[Span] = []
    for mention in mentions:
        given = [_country(mention.row, role) for role in mention.roles]
        shared = {c for c in given if c}
        for role, country in zip(mention.roles, given, strict=True):
            spans.append(mention.row.span(role.start, role.end))
            if not country and len(shared) == 1:
                country = next(iter(shared))
            told = role.words, role.title, role.organisation, country
            held = put_in if role.put_in else offices if role.kind == "office" else others
            if held[-1:] != [told]:  # Mostly a story says it again as it did before.
                held.append(told)
    kept = _without_repeats([*offices, *put_in] or _best_other(mentions, others))
    known = {p.country for p in kept if p.country}
    if len(known) == 1:
        country = next(iter(known))
        kept = [Position(p.title, p.organisation, country) for p in kept]
    if len(kept) > 1:
        kept.sort(key=lambda p: (_is_candidate(p.title), _is_membership(p.title), _says_little(p)))
    return tuple(kept), tuple(sorted(set(spans)))


def role_of(mentions: list[Mention], positions: tuple[Position, ...]) -> str:
    """The role to show: the office a person is known by, among those that the text prints with it at one place, which
    the press gives in full and in their order: `Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh Lam Trà`."""
    if not positions:
        return ""
    lead = positions[0].title
    several = [m for m in mentions if len(m.roles) > 1] if len(positions) > 1 else []
    shown = {p.title: words(p.title) for p in positions} if several else {}
    runs: dict[tuple[tuple[str, str], ...], int] = {((lead, ""),): 0}
    for mention in several:
        for before in (True, False):
            run = tuple(_printed(mention, shown, before=before))
            if any(title == lead for title, _ in run):
                runs[run] = runs.get(run, 0) + 1
    best = max(runs, key=lambda run: (len(run), runs[run]))
    for kept in (best, [told for told in best if not _is_membership(told[0])]):
        role = "".join(mark + title if i else title for i, (title, mark) in enumerate(kept))
        if role and len(role) <= _LONGEST_ROLE:
            return role
    return lead


def _printed(mention: Mention, shown: dict[str, list[str]], *, before: bool) -> Iterator[tuple[str, str]]:
    """The offices on one side of a name, each once and at its fullest, and what joins it to the one before it."""
    said: set[str] = set()
    last = mention.end
    for role in mention.roles:
        if role.kind != "office" or role.put_in or (role.start < mention.start) is not before:
            continue
        title = _fullest(role.title, shown)
        if title not in said:
            row = mention.row
            between = " ".join(row.lows[last : role.start])
            glued = between in _DASHES and row.glued(last) and row.glued(role.start)
            yield title, (between if glued else f" {between} ") if between in _JOINS else ", "
        said.add(title)
        last = role.end


def _fullest(title: str, shown: dict[str, list[str]]) -> str:
    """The office among those kept that says all of this one."""
    told = words(title)
    return next((full for full, said in shown.items() if full == title or _within(told, said)), title)


def _is_membership(title: str) -> bool:
    """Seats (`Ủy viên …`, `Tỉnh ủy viên`) stand after the offices that people are known by."""
    low = title_key(title)
    if low.startswith("phó bí thư quân ủy"):
        return True
    return (low.startswith(_MEMBERSHIP) and not low.startswith("ủy viên trưởng")) or low.endswith(
        _MEMBER_ENDS
    )


def _is_candidate(title: str) -> bool:
    """Who stands for an office is known by what he is."""
    return title_key(title).startswith(_CANDIDATES)


def _says_little(position: Position) -> bool:
    """A minister of nothing: `Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ A` is known by the other office; so is a
    clergyman, a judge or a member of parliament who has one."""
    return not position.organisation and title_key(position.title) in _SAY_LITTLE


def _best_other(mentions: list[Mention], others: list[_Told]) -> list[_Told]:
    """Occupations before ranks, and only the first of either."""
    for kind in ("occupation", "rank"):
        for mention in mentions:
            for role in mention.roles:
                if role.kind == kind:
                    found = [told for told in others if told[1] == role.title][:1]
                    return _where(others, found) or [_with_more(mention, role, told) for told in found]
    return []


def _where(others: list[_Told], first: list[_Told]) -> list[_Told]:
    """`Cô giáo A, giáo viên Trường Lam Trà`: what says where, before the same trade as people are addressed by it."""
    if not first or first[0][2] or first[0][0] not in _ADDRESSED_BY:
        return []
    return [told for told in others if told[2] and told[0] in _TEACHING][:1]


def _with_more(mention: Mention, first: Role, told: _Told) -> _Told:
    """`PGS.TS`, `Nhà thơ, nhà báo`, `Ca sĩ kiêm diễn viên`: with those of its kind that go on right behind it."""
    last = first
    for role in mention.roles:
        marks = mention.row.lows[last.end : role.start]
        if role.kind == first.kind and role.start >= last.end and _LINKS.issuperset(marks):
            last = role
    if last is first:
        return told
    title = mention.row.slice(first.start, last.end).strip(" .,")
    return told[0], title[:1].upper() + title[1:], told[2], told[3]


def _without_repeats(offices: list[_Told]) -> list[Position]:
    """Drop an office that a fuller one with the same head says too: `Bộ trưởng Ngoại giao` beside `Bộ
    trưởng Bộ Ngoại giao`, `Trưởng SOM` beside `Trưởng Quan chức cao cấp (SOM)`."""
    if len(offices) == 1:
        return [Position(*offices[0][1:])]
    kept: list[tuple[str, list[str], Position]] = []
    for head, *said in offices:
        position = Position(*said)
        title = words(position.title)
        for i, (other_head, other, held) in enumerate(kept):
            if head != other_head and not _opens(title, head, other) and not _opens(other, other_head, title):
                continue
            if _within(title, other):
                if position.country and not held.country:
                    kept[i] = (head, other, held._replace(country=position.country))
                break
            if _within(other, title):
                country = position.country or held.country
                kept[i] = (head, title, Position(position.title, position.organisation, country))
                break
        else:
            if len(kept) < _MOST_POSITIONS:
                kept.append((head, title, position))
    return [position for _, _, position in kept]


def _opens(bare: list[str], head: str, full: list[str]) -> bool:
    """`Chủ tịch` beside `Chủ tịch nước`: nothing but the head, and what a longer one begins with."""
    return len(full) > len(bare) and full[: len(bare)] == bare and len(bare) == head.count(" ") + 1


def _within(part: list[str], whole: list[str]) -> bool:
    rest = iter(whole)
    return all(word in rest for word in part)


def _country(row: Row, role: Role) -> str:
    """The role's country, `nước chủ nhà` and `nước này` read from what stands before in the row."""
    if not role.country.startswith("@"):
        return role.country
    begin = row.sentence_start(role.start)
    if role.country == "@same":
        begin = max(0, role.start - _FAR_BACK)
    last = visited = ""
    i = begin
    while i < role.start:
        found = country_at(row, i)
        if found is None:
            i += 1
            continue
        if found[1] != "Việt Nam" or role.country == "@same":
            last = found[1]
            if _VISIT_WORDS.intersection(row.lows[max(0, i - 4) : i]):
                visited = found[1]
        i = found[0]
    return visited or last
