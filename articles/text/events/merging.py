"""How several tellings become one event."""

from functools import lru_cache

from articles.text import lazy_re as re
from articles.text.events.drafts import OPENING, Draft
from articles.text.fold import words as fold_words
from articles.text.people.countries import COUNTRY_NAMES
from articles.text.words.phrases import word_set

_QUOTED = re.compile(r"[“\"].*?[”\"]")
_TERM = re.compile(r",? nhiệm kỳ \d{4}\s*[-–]\s*\d{4}| giữa hai \w+")
_UNIT = re.compile(r"^(?:(?:[a-zđà-ỹ]+|TP\.?) ?)+(?=[A-ZĐÀ-Ỹ])")
"""What kind of place it is: `tỉnh | Lam Trà`, `TP. | Huế`."""
_YEARS = re.compile(r"\b\d+ năm\b")
_LETTERS = re.compile(r"\(([A-ZĐ][A-ZĐ0-9]+)\)")
_ORDINAL = re.compile(r"\blần (?:thứ )?\w+")
_BOTH = re.compile(r"\bhai (?:nước|bên|bộ)\b", re.IGNORECASE)
_EXCHANGES = frozenset(("talks", "phone_call", "consultation"))
_CONSULTING = word_set(
    "phiên cuộc kỳ họp tham vấn khảo chính trị song phương giữa bộ ngoại giao hai nước bên cấp thứ trưởng và lần i ii "
    "iii iv v vi vii viii ix x xi xii nhất 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15"
)
"""What consultations are called and counted with; a story tells of one with the same sides."""
_DELEGATION = re.compile(r"(?:Đoàn|Đại biểu|Người đứng đầu|Nhà lãnh đạo)\b")
_DELEGATES = frozenset(("dai", "bieu"))
"""In folded words: a `đại hội đại biểu` is a `đại hội`."""
_OPENED = frozenset(("other", "conference", "dialogue"))
_TOLD_SHORTER = frozenset(("ceremony", "other"))
_COMMON = frozenset(("le",))
"""In folded words: a `Lễ khánh thành` is a `khánh thành`."""
_LE = re.compile("^(?:lễ|chương trình) (?:công bố(?: và|,) (?=trao))?", re.IGNORECASE)
_ENOUGH = 4
"""Words of what a title tells that are the same in the lead."""
_FIRST, _LATEST = 20, 40
"""Events that a later telling is compared with: a story's first, and the latest."""
_COMPARED = 200
"""Names whose words are kept, more than are compared with one."""


def merge(drafts: list[Draft]) -> list[Draft]:
    """One draft an event, in the order of their first telling."""
    kept: list[Draft] = []
    for draft in drafts:
        near = (*kept[:_FIRST], *kept[max(_FIRST, len(kept) - _LATEST) :])
        other = next((held for held in near if _same(held, draft)), None)
        if other is None:
            draft.spans.append(draft.span)
            kept.append(draft)
            continue
        _absorb(other, draft)
    return _without_openings(_without_titles([draft for draft in kept if draft.name]))


def _without_openings(kept: list[Draft]) -> list[Draft]:
    """`Khai mạc Lễ hội Lam Trà` is the story's `Lễ hội Lam Trà 2023`, unless that has days of its own."""
    openings = [draft for draft in kept if draft.kind == "ceremony" and OPENING.match(draft.name)]
    for opening in openings[:_FIRST]:
        what = _words(OPENING.sub("", opening.name))
        for held in [draft for draft in kept if draft.kind in _OPENED and draft.named][:_LATEST]:
            name = _words(held.name)
            dates = held.when and opening.when and (held.when.edtf, opening.when.edtf)
            if (what <= name or name <= what) and (not dates or dates[0] == dates[1]):
                longer = max(held.name, OPENING.sub("", opening.name), key=len)
                _absorb(held, opening)
                held.name = longer[:1].upper() + longer[1:]
                kept.remove(opening)
                break
    return kept


def _without_titles(kept: list[Draft]) -> list[Draft]:
    """What only the title tells of, in other words, is what the story tells of where that is one of its kind."""
    titles = [draft for draft in kept if draft.from_title and draft.row == 0 and len(draft.spans) == 1]
    for title in titles[:_FIRST]:
        others = [d for d in kept if d.kind == title.kind and d.row > 0][:_LATEST]
        alike = [d for d in others if _retold(title, d)]
        if title.kind == "signing" and title.named and title.when is None and len(others) == 1:
            alike = others  # `Lễ ký kết nghĩa …`, and `Lễ ký Bản ghi nhớ …`
        if len(alike) == 1 and ((title.named and alike[0].named) or len(others) == 1 or title.people):
            _absorb(title, alike[0])
            kept.remove(alike[0])
    return kept


def _retold(title: Draft, told: Draft) -> bool:
    """What the story tells of may be the event of the title."""
    dates = title.when and told.when and (title.when.edtf, told.when.edtf)
    if dates and dates[0] != dates[1] and not _inside(*dates):
        return False
    if title.named and told.named:
        one, two = _words(title.name), _words(told.name)
        if _LE.sub("", title.name)[:3].casefold() != _LE.sub("", told.name)[:3].casefold():
            return False  # `Quốc tang B`, `Lễ viếng B`
        return title.ordinal in ("", told.ordinal) and len(one & two) * 3 >= 2 * min(len(one), len(two))
    if title.kind == "visit" and _site(title.place) != _site(told.place):
        return False
    return set(title.people) <= set(told.people)


def _site(place: str) -> str:
    """A place without what kind of place it is."""
    return _UNIT.sub("", place).casefold()


@lru_cache(_COMPARED)
def _words(name: str) -> frozenset[str]:
    """The words of a name by which it is known again; a title in quotation marks may be left out elsewhere."""
    known = fold_words(_TERM.sub("", _QUOTED.sub("", name)))
    if len(known) <= 3 and not (len(known) > 1 and _TERM.search(name)):  # but `Đại hội nhiệm kỳ 2025 - 2030`
        known = fold_words(name)
    return frozenset(known) - _COMMON


def _of_its_body(congress: Draft, other: Draft) -> bool:
    """`Hội Nông dân xã Trà Sơn tổ chức Đại hội nhiệm kỳ 2025-2030` tells of no `Đại hội Hội Nông dân huyện Lam Hà`."""
    if not congress.setting or other.setting:
        return True
    more = frozenset(fold_words(_ORDINAL.sub("", other.name))) - _DELEGATES
    return more <= frozenset(fold_words(congress.setting))


def _matter(words: frozenset[str]) -> frozenset[str]:
    """Of a consultation's words those that say between whom and about what, however it is called and counted."""
    return words - _CONSULTING


def _same(a: Draft, b: Draft) -> bool:
    if a.kind != b.kind:
        return False
    if a.named and b.named and a.name == b.name and a.when and b.when and a.when.edtf[:7] == b.when.edtf[:7]:
        return True
    if a.when and b.when and a.when.edtf != b.when.edtf and not _inside(a.when.edtf, b.when.edtf):
        return False
    one, two = _words(a.noun or a.name), _words(b.noun or b.name)
    if a.named and b.named:
        if a.kind == "anniversary" and (years := _YEARS.search(a.name)) and years[0] in b.name:
            return len(one & two) * 3 >= 2 * min(len(one), len(two))
        if (title := _QUOTED.search(a.name)) and title[0] in b.name:
            return True  # `Triển lãm tranh “Mùa lúa”`, `triển lãm cá nhân “Mùa lúa”`
        if a.ordinal and b.ordinal and a.ordinal != b.ordinal:
            return False
        if _shortened(a.name, b.name) or _shortened(b.name, a.name):
            return True
        if a.kind == "consultation":
            one, two = _matter(one), _matter(two)
        return (one <= two or two <= one) and _of_its_body(a, b) and _of_its_body(b, a)
    if a.named != b.named and a.kind not in _EXCHANGES:
        return False
    if a.kind == "talks" and a.named and not a.people and b.when is None and b.row - a.row in (0, 1):
        return True  # two bodies hold talks, which their leaders chair
    if a.named != b.named and len((a if a.named else b).people) == 1 and "giữa" in (a if a.named else b).name:
        return False  # `Sau hội đàm giữa các quan chức Lào và Peru, A …`: others than A hold them
    if _led(a, b) or _led(b, a):
        return True
    nobody = not (a.people or b.people)
    if nobody and (one == two or (a.kind in _TOLD_SHORTER and (one <= two or two <= one))):
        # `Lãnh đạo tỉnh viếng B`, `Lãnh đạo tỉnh đặt vòng hoa, viếng B`; `mở phiên (tòa) sơ thẩm xét xử vụ B`
        return True
    if a.kind == "meeting" and min(len(a.people), len(b.people)) < 2 and not (one <= two or two <= one):
        return False  # with a body: `A làm việc với Tỉnh ủy`
    shared = set(a.people) & set(b.people)
    if a.kind == "visit" and not a.people and not b.people:
        # `Chiến hạm Lào thăm Huế`, `Đội tàu Lào thăm Huế`
        return bool(a.place) and _site(a.place) == _site(b.place)
    if a.kind == "visit" and a.place and b.place and _site(a.place) != _site(b.place):
        return False
    if (
        a.kind == "visit"
        and a.place
        and _site(a.place) == _site(b.place)
        and _DELEGATION.match((b if a.people else a).name)
    ):
        return True  # `Đoàn đại biểu Quốc hội Lào thăm Huế`, `Người đứng đầu Lào thăm Huế`, and the leader by name
    return bool(shared) and (shared == set(a.people) or shared == set(b.people))


def _shortened(whole: str, short: str) -> bool:
    """`Hội nghị thượng đỉnh Nhóm các nước Lam Hà (LH20)` and `Hội nghị thượng đỉnh LH20 lần thứ 19`"""
    letters = _LETTERS.search(whole)
    if letters is None or letters[0] in short:
        return False
    opening = short.partition(letters[1])[0]
    return letters[1] in short.split() and whole.casefold().startswith(opening.casefold())


def _led(group: Draft, leader: Draft) -> bool:
    """`Đoàn Hải quan Lào làm việc với Cục Hải quan Lam Trà`, and its leader by name does the same; a body that the
    title names, and whoever the lead names for it."""
    whole = leader.name.casefold()
    deed = whole.removeprefix(" và ".join(leader.doers[:2]).casefold())
    if group.people or not leader.doers or deed == whole:
        return False
    name = group.name.casefold()
    if _DELEGATION.match(group.name) and name.endswith(deed):
        return True
    begin = name.find(" ".join(deed.split(" ")[:3])) if group.from_title else -1
    told = name[begin:] if begin > 0 else ""
    return len(told.split()) >= _ENOUGH and (deed.startswith(told) or told.startswith(deed))


def _inside(one: str, two: str) -> bool:
    """One of two dates says more than the other and nothing else: a month and its day, a range and a day in it."""
    if "X" in one + two:
        one, two = (date.replace(date[:4], "XXXX") for date in (one, two))
    if one.startswith(two) or two.startswith(one):
        return True
    (first, _, last), (day, _, until) = sorted((one.partition("/"), two.partition("/")), key=_openness)
    return bool(last) and not until and first <= day <= last


def _openness(parts: tuple[str, str, str]) -> int:
    return -len(parts[2])


def _absorb(held: Draft, more: Draft) -> None:
    """Keep the surer telling's day and place, the better name, and everybody."""
    _choose_name(held, more)
    if more.when and (
        held.when is None
        or (held.when.edtf[0] == "X" != more.when.edtf[0] and len(more.when.edtf) >= len(held.when.edtf))
        or (more.sure and not held.sure)
        or (len(more.when.edtf) > len(held.when.edtf) and held.when.precision != "range")
    ):
        held.when = more.when
    if more.sure and not held.sure:
        held.sure, held.reason = True, more.reason
    town = held.row == 0 and held.from_title and not more.from_title and more.place not in COUNTRY_NAMES
    wide = held.place in COUNTRY_NAMES or town
    if not held.place or (more.place and held.kind != "visit" and wide):
        # `tại Lào`, and then `tại Viêng Chăn`; the title's `ở Huế`, and then the hall
        held.place = more.place
    held.passing = held.passing and more.passing
    held.join(more.people)
    held.spans.append(more.span)


def _choose_name(held: Draft, more: Draft) -> None:
    """The title's name or the numbered one, else the longer; one with a title in quotation marks before all."""
    if held.noun and more.named and not more.noun:
        held.name, held.noun = more.name, ""
    elif not held.name:
        held.name = more.name
    elif not held.named and not more.named:
        fuller = held.kind == "visit" and held.from_title and len(more.name) > len(held.name)
        if more.name and (set(held.people) < set(more.people) or (fuller and held.people == more.people)):
            held.name = more.name  # `A thăm chính thức Lào`, where the title has `A thăm Lào`
    elif not held.named:
        held.name, held.named, held.ordinal = more.name, True, more.ordinal
    elif more.named:
        if more.ordinal and not held.ordinal:
            held.name, held.ordinal = _numbered(held.name, more.name), more.ordinal
        elif _QUOTED.search(more.name) and not _QUOTED.search(held.name):
            # `Hội thảo lý luận “Công tác …”` rather than `Hội thảo lý luận giữa hai Ban`
            held.name = more.name
        elif held.from_title != more.from_title and (short := _without_headline(held, more)):
            held.name = short
        elif (
            (held.from_title and not more.from_title and _goes_on(held.name, more.name))
            or (held.from_title and held.kind == "anniversary" and _words(held.name) < _words(more.name))
            or (more.from_title and not held.from_title and more.ordinal == held.ordinal)
            or (not held.from_title and not held.ordinal and len(more.name) > len(held.name))
        ):
            held.name = more.name


def _without_headline(held: Draft, more: Draft) -> str:
    """`Diễn đàn Kinh tế Lào` where a title goes on `… mở ra cơ hội mới`; empty where it adds a name or number."""
    whole, short = (held.name, more.name) if held.from_title else (more.name, held.name)
    tail = _tail(short, whole)
    return short if tail and tail.islower() else ""


def _goes_on(title: str, name: str) -> bool:
    """The title's `Tuần lễ Cấp cao` begins `Tuần lễ Cấp cao APEC 2017`, which has a name or number more."""
    tail = _tail(title, name)
    return bool(tail) and not tail.islower() and len(tail.split()) <= _ENOUGH


def _tail(opening: str, whole: str) -> str:
    """What `whole` has more than its opening words; empty where it opens with others."""
    opening, whole = _LE.sub("", opening), _LE.sub("", whole)
    return whole[len(opening) :] if whole.casefold().startswith(f"{opening} ".casefold()) else ""


def _numbered(name: str, numbered: str) -> str:
    """`Tham vấn Việt Nam - Lào` and `Tham vấn lần thứ 7 giữa hai nước` are `Tham vấn Việt Nam - Lào lần thứ 7`."""
    number = _ORDINAL.search(numbered)
    return f"{name} {number[0]}" if number and _BOTH.search(numbered) and not _BOTH.search(name) else numbered
