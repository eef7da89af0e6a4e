"""What stands around a name and says whether it is somebody: words before it, verbs after it, its office."""

from itertools import pairwise

from articles.text.fold import usual_spelling
from articles.text.lexicon import everything, table
from articles.text.people.countries import country_before
from articles.text.people.names import DIRECTIONS, PLACES, Name, personal
from articles.text.people.roles import Role
from articles.text.words.phrases import phrases, word_set
from articles.text.words.tokens import Row

_SPEECH = phrases("speech")
_PERSON_OPENINGS = word_set("người kẻ một con chồng vợ mẹ cha bố anh em chị bạn cựu nghi nữ nam")
_NUMBERED = frozenset(("số", "nhà", "ngõ", "hẻm", "kiệt"))
_SHIP = 9
"""Words before the number of a ship in which `tàu` is looked for."""
_OPENING = 20
"""Words before `như` in which `tuyến đường` is looked for."""
CLUBS = frozenset(("clb", "club", "đội", "fc"))
"""Right before a Latin name these make it a club's, whoever leads it."""
_TOWNS = frozenset(("tp", "tx"))
_COUNTED = frozenset(("tuổi", "năm", "tháng", "lần", "phút", "bàn", "điểm", "trận"))
_CROWDS = (["người", "dân"], ["đối", "thủ"], ["khủng", "bố"], ["nghi", "can"], ["nghi", "phạm"],
           ["bạn", "đọc"], ["độc", "giả"], ["khán", "giả"], ["thính", "giả"])  # fmt: skip
"""Forms of address behind which a Latin name may be a town's, a club's or a group's."""
_THINGS: dict[str, list[list[str]]] = {}
"""By their last words."""


@table
def _read_things() -> None:
    _THINGS.clear()
    for entry in everything("things"):
        thing = usual_spelling(entry).split()
        _THINGS.setdefault(thing[-1], []).append(thing)


def is_thing(row: Row, at: int) -> bool:
    """Whether the words before token `at` make what begins there a thing: a street, a paper, an award."""
    if at and row.words[at - 1].text in "“\"‘'" and row.kind != "title":
        return True  # A name in quotation marks is an account, a work, an alias.
    return called_after(row, at)


def called_after(row: Row, at: int) -> bool:
    """`đường | Trần Lam Khê`, `Quỹ | Trần Lam Khê`: the words before token `at` are those of what bears a name."""
    if at > 1 and row.words[at - 1].text[0].isdigit() and row.lows[at - 2] in _NUMBERED:
        return True  # `số 36B Trần Lam Khê`
    if at > 1 and row.lows[at - 2] == "/" and row.words[at - 1].text[0].isdigit():
        return True  # `15A/28 Trần Lam Khê`
    if at > 2 and row.words[at - 1].text in "-–" and row.words[at - 2].number >= 0:
        # `Tàu hộ vệ tên lửa 015 - | Trần Lam Khê`
        return "tàu" in row.lows[max(row.sentence_start(at), at - _SHIP) : at - 2]
    if at > 1 and row.lows[at - 1] == "." and row.lows[at - 2] in _TOWNS:
        return True  # `TP. | Trần Lam Khê`
    if at > 1 and row.lows[at - 1] == ":":
        at -= 1  # `các tuyến đường: | Trần Lam Khê - …`
    if at > 1 and row.lows[at - 1] == "vụ" and row.lows[at - 2] == "chức":
        return False
    if at > 1 and row.lows[at - 1] == "như":
        opening = row.lows[max(row.sentence_start(at), at - _OPENING) : at - 1]
        return ("tuyến", "đường") in pairwise(opening) or ("tuyến", "phố") in pairwise(opening)
    if at > 1 and row.lows[at - 1] == "đình" and row.lows[at - 2] == "gia":
        return False  # `gia đình | nhạc sĩ Tạ Lam Khê`, but `đình | Trần Lam Khê`
    things = _THINGS.get(row.lows[at - 1]) if at else None
    if things is None or (row.words[at - 1].capital and country_before(row, at)):
        return False  # `bản | Trần Lam Khê`, but `người Nhật Bản | Kenta Lamoto`
    return any(row.lows[max(0, at - len(thing)) : at] == thing for thing in things)


def ends_in_place(row: Row, name: Name) -> bool:
    """`Trần Anh Gia Lai`, `Nam Hà Tĩnh`, `Trà Thái Nguyên-Việt Nam`: what ends in a province is a club, a firm, a part
    of it."""
    size = name.end - name.start
    joined = row.lows[name.end : name.end + 1] == ["-"] and row.glued(name.end) and row.glued(name.end + 1)
    directed = size == 3 and (joined or row.lows[name.start] in DIRECTIONS)
    if not directed and (size != 4 or row.lows[name.start + 1] in ("thị", "văn")):
        return False
    place = PLACES.match(row, name.end - 2)
    return place is not None and place[0] == name.end


def certain(row: Row, roles: list[Role], name: Name, *, addressed: bool) -> bool:
    """Whether the roles before a name make it certain that this is a person's full name."""
    role = roles[-1] if roles else None
    parts = name.end - name.start
    if name.kind == "single":
        return False
    if name.kind == "given":
        return role is not None and role.head.stage and role.bare and parts in (2, 3)
    place = PLACES.match(row, name.start)
    if place and place[0] >= name.end:
        return False
    if ends_in_place(row, name):
        return False
    if role is None:
        foreign = name.kind == "foreign" and not row.words[name.start].given
        many = foreign and row.lows[name.start - 2 : name.start] in _CROWDS
        return not many and (name.sure or parts >= 3)
    if name.kind == "foreign":
        if row.lows[name.start - 1] in CLUBS or _numbered(row, name):
            return False
        firm = role.head.company and not row.english  # In English a firm stands before the office.
        if (firm or role.head.group) and not (role.state or addressed or personal(row, name)):
            return role.certain and acts(row, name) and role.bare == role.head.group
        return role.certain
    if role.head.group:
        return role.bare and parts >= 3 and name.sure
    if role.bare:
        return name.sure or parts >= 3 or role.kind != "occupation" or role.head.stage
    return role.certain and name.sure and (parts >= 3 or row.words[name.start].surname == 3)


def _numbered(row: Row, name: Name) -> bool:
    """`Lamphone Max | 12`, a product, but `Robert Holt | 24 tuổi`."""
    numbered = name.end + 1 < row.size and row.words[name.end].number >= 0
    return numbered and row.following[name.end] not in _COUNTED


def acts(row: Row, name: Name) -> bool:
    """A verb that people do stands right after the name."""
    return name.end < row.size and _SPEECH.match(row, name.end) is not None


def explained(row: Row, at: int) -> bool:
    """`X, người …`, `X, một nhân chứng …`: what follows the comma speaks of a person."""
    return at + 1 < row.size and row.words[at].text == "," and row.lows[at + 1] in _PERSON_OPENINGS
