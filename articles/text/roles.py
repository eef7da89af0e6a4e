"""Offices and forms of address as a story writes them: `Chủ tịch UBND thành phố Đông Phú`, `ngài Đại sứ`, `PGS.TS`.

One role is read at a time: its head (from the lexicon), the organisation, field, country and place that go with
it, and the name when one follows at once.
"""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from articles.text.lexicon import load
from articles.text.names import NOT_NAMES, PLACES, Name, country_at, name_at, run_end, split_after_place
from articles.text.tokens import Phrases, Row, flagged, phrases

Kind = Literal["office", "occupation", "rank", "address"]
_LONGEST = 22
_LOWER_RUN = 4
_HOST = ("nước chủ nhà", "nước sở tại", "chủ nhà")
_SAME = ("nước này", "nước bạn")
_PLURAL = frozenset(("các", "hai", "ba", "những", "cùng các", "bốn", "năm", "đều", "quý"))
_NESTING = frozenset(
    ("trợ lý", "thư ký", "phu nhân", "phu quân", "đặc phái viên", "đặc sứ", "cố vấn", "phái viên", "đại diện")
    + ("người phát ngôn", "phát ngôn viên", "thư ký riêng", "chánh văn phòng", "trưởng", "phát ngôn nhân")
)
_LINKS = frozenset(("về", "của", "tại", "ở", "và", "các"))
_DASHES = frozenset("-–—")
_STATE_TAIL = frozenset(("của", "nước", "các", "và", "tại", "ở", "về", "người", "gốc", "phía"))


@dataclass(frozen=True, slots=True)
class Head:
    """A phrase of the lexicon that says what somebody is."""

    kind: Kind
    company: bool = False
    """A company or club may follow in Latin letters, so a Latin name right after it is not certain."""
    stage: bool = False
    """A stage name, without a surname, may follow."""
    group: bool = False
    """A school or place may follow, so only a full name is certain."""
    plural: bool = False


@dataclass(slots=True)
class Role:
    """One role as read. Token indices are of its row; `name` follows at once, or is None."""

    start: int
    end: int
    head: Head
    words: str
    """The head's words, lower case."""
    title: str
    organisation: str
    country: str
    """The usual name of the country, or `@host` / `@same` for `nước chủ nhà` / `nước này`."""
    plural: bool
    bare: bool
    """No organisation, field or country stands with the head."""
    certain: bool
    """The words between head and name leave no doubt where the name begins."""
    name: Name | None = None

    @property
    def kind(self) -> Kind:
        return self.head.kind


@cache
def heads() -> Phrases[Head]:
    """Offices, occupations, ranks and forms of address in one lexicon; offices win over the rest."""
    found: dict[str, Head] = {}
    for entry in load("vi", "honorifics"):
        plural = entry.split()[0] in ("các", "hai", "quý") or entry.startswith("vợ chồng")
        found[entry] = Head("address", plural=plural)
    for name, kind in (("occupations", "occupation"), ("ranks", "rank"), ("titles", "office")):
        for entry, flag in flagged(name):
            found[entry] = Head(kind, flag == "org", flag == "stage", flag == "group")  # type: ignore[arg-type]
    return Phrases(found.items())


_STATUS = Phrases(flagged("status"))
_ORGANISATIONS = Phrases(flagged("organisations"))
_FIELDS = phrases("fields")
_ROLE_WORDS = phrases("role_words")
_BREAKS = Phrases(flagged("breaks"))
_HEADS = heads()

HEAD_WORDS = frozenset(_HEADS.first) | frozenset(_STATUS.first)
"""First words of everything `role_at` can read, lower case."""

_SENTENCE_OPENERS = frozenset('.:;!?"“”‘(–—-…|')
_COMMON_ADDRESS = frozenset(
    "anh em cô chị bác chú cậu cụ bé má mẹ thầy vợ chồng dì cháu con người nạn đối bệnh thí".split()
)


@cache
def _known_lower() -> frozenset[str]:
    """Syllables that go on inside the name of an organisation."""
    known: set[str] = set()
    for name in ("org_words", "fields", "role_words"):
        for entry in load("vi", name):
            known.update(entry.lower().split())
    for entry, _ in flagged("organisations"):
        known.update(entry.lower().split())
    return frozenset(known)


def role_at(row: Row, at: int, *, after_name: bool = False) -> Role | None:
    """The role whose first word is token `at`, or None. Forms of address count only with a name behind them.

    `after_name` reads a role that stands behind a name: one capital word after the head is then part of the role.
    """
    start, kept = at, -1
    while status := _STATUS.match(row, at):
        if status[1] == "keep" and kept < 0:
            kept = at
        at = status[0]
        if at >= row.size:
            return None
    found = _HEADS.match(row, at)
    if found is None:
        return None
    end, head = found
    word = row.words[at]
    if head.kind == "address":
        return _address(row, start, at, end, head)
    if end == at + 1 and not word.upper and not word.capital and not _capital(row, end):
        return None
    if end == at + 1 and word.low == "trưởng" and not word.capital and not after_name:
        return None
    if head.kind == "rank" and word.upper and word.text in ("CN", "LS", "DS", "KS", "BS", "TS") and at:
        # Two letters can be much else; a name or another rank must follow.
        after = end + 1 if end < row.size and row.words[end].text in ".," else end
        if not _capital(row, after) and not (after < row.size and row.words[after].upper):
            return None
    plural = at > 0 and row.lows[at - 1] in _PLURAL
    return _complement(row, start, kept if kept >= 0 else at, at, end, head, plural, after_name)


def _capital(row: Row, at: int) -> bool:
    return at < row.size and row.words[at].capital


def _address(row: Row, start: int, at: int, end: int, head: Head) -> Role | None:
    word = row.words[at]
    if word.capital and word.low in _COMMON_ADDRESS and at and row.words[at - 1].text not in _SENTENCE_OPENERS:
        return None
    plural = head.plural or (at > 0 and row.lows[at - 1] in _PLURAL)
    if end < row.size and plural and row.words[end].text == ":":
        end += 1
    if end >= row.size:
        return None
    if row.lows[end] in HEAD_WORDS:
        inner = role_at(row, end)
        if inner is not None and not (inner.kind == "address" and inner.name is None):
            inner.start = start
            inner.plural = inner.plural or plural
            return inner
    if not row.words[end].capital:
        return None
    name = name_at(row, end)
    if name is None:
        return None
    place = PLACES.match(row, end)
    if (place and place[0] >= name.end) or _is_country(row, end, name.end):
        return None
    return Role(start, end, head, row.lows[at], "", "", "", plural, True, True, name)


def _is_country(row: Row, start: int, end: int) -> bool:
    found = country_at(row, start)
    return found is not None and found[0] >= end and found[0] > start + 1


def _complement(
    row: Row, start: int, kept: int, at: int, head_end: int, head: Head, plural: bool, after_name: bool
) -> Role:
    """Read on from the head over organisation, field, country and place, up to a name or the end of the role."""
    words, lows, size = row.words, row.lows, row.size
    low_head = " ".join(lows[at:head_end])
    j = head_end
    opened = eats = unit = company = False
    certain = True
    country, country_cut, state = "", None, True
    organisation = organisation_end = -1
    lower_run = 0
    free_lower = False
    unknown = -1
    name: Name | None = None
    limit = min(size, head_end + _LONGEST)
    while j < limit:
        word = words[j]
        text = word.text
        if not (text[0].isalnum()):
            after = _over_mark(row, j, opened, head.kind)
            if after <= j:
                break
            free_lower = True
            j = after
            continue
        if word.number >= 0:
            if not (opened or organisation >= 0):
                break
            j += 1
            free_lower = False
            continue
        if (nested := _HEADS.match(row, j)) and not (word.capital and word.surname and _name_here(row, j)):
            nested_end, nested_head = nested
            takes = j == organisation_end
            if nested_head.kind == "address":
                if j > head_end and lows[j] in ("nam", "con"):
                    break
                if word.capital and text in ("Anh", "Em") and country_at(row, j):
                    pass
                else:
                    break
            elif takes or (j == head_end and low_head in _NESTING) or nested_head.kind == "occupation" and opened:
                j = nested_end
                opened = True
                free_lower = True
                continue
            else:
                break
        host = _host(row, j)
        if host:
            if not country:
                country, country_cut = host[1], (j, host[0])
            j = host[0]
            continue
        if found := country_at(row, j):
            after = found[0]
            rest = run_end(row, j) - after
            short = after == j + 1 and word.syllable
            # `ông Đức Anh`, `Bí thư Anh`: a short country counts after an office, if what is left can be a name.
            if not short or rest == 0 or rest >= 2 or (rest == 1 and not words[after].syllable):
                if not country:
                    country, country_cut = found[1], (j, after)
                    if lows[j - 1] in ("nước", "phía") and j - 1 >= head_end:
                        country_cut = (j - 1, after)
                elif lows[j - 1] in ("tại", "ở"):
                    country_cut = None
                j, opened, eats, free_lower, lower_run = after, True, False, False, 0
                continue
        if not word.capital and not word.upper and (stopped := _BREAKS.match(row, j)):
            if stopped[1] or not (free_lower or _ROLE_WORDS.match(row, j)):
                break
        if found := _ORGANISATIONS.match(row, j):
            after, flag = found
            person = word.capital and word.surname and after == j + 1 and _name_here(row, j)
            if not person:
                if organisation < 0:
                    organisation = j
                    state = flag == "state"
                organisation_end = after
                company = flag == "eats"
                eats = unit = flag == "unit"
                if flag == "eats":
                    eats, unit = True, False
                if not eats and not text[0].isupper() and not (opened or after > j + 1 or _capital(row, after)):
                    if lows[j] not in _known_lower():
                        break
                opened, free_lower, lower_run = True, True, 0
                j = after
                continue
        if word.capital:
            if eats:
                eats = False
                came, stop = j, run_end(row, j)
                place = PLACES.match(row, j)
                if place and place[0] <= stop and stop - place[0] != 1:
                    begin: int | None = place[0]
                    if begin == stop:
                        begin = None
                elif unit and (whole := name_at(row, j, stop)) and whole.kind == "vietnamese" and (
                    whole.sure and stop - j == 3
                ):
                    begin = j
                else:
                    begin = split_after_place(row, j, stop)
                    certain = certain and (begin is None or stop - j >= 5)
                j = stop if begin is None else begin
                opened, lower_run = True, 0
                # One capital may go on in lower case (`Cao đẳng`), a whole name does not.
                free_lower = begin is None and not place and stop - came == 1
                if begin is None:
                    continue
                name = name_at(row, j, stop)
                if name is not None:
                    break
                continue
            place = PLACES.match(row, j)
            if place:
                rest = run_end(row, j) - place[0]
                if rest != 1 and not (rest < 0):
                    j, opened, free_lower, lower_run = place[0], True, False, 0
                    continue
            found_not = NOT_NAMES.match(row, j)
            if found_not and (found_not[0] > j + 1 or not word.surname):
                j, opened, free_lower, lower_run = found_not[0], True, True, 0
                continue
            candidate = name_at(row, j)
            if candidate is not None:
                picked = _pick(row, candidate, head, j == head_end, company, country)
                if after_name and head.kind == "office" and picked is not None and picked.kind in ("single", "given"):
                    picked = None  # `ông A, Trưởng khoa Nhi`
                if picked is not None:
                    if picked.start > j:
                        certain = False
                    name = picked
                    j = picked.start
                    break
                if candidate.kind == "given" and j == head_end and not after_name:
                    break
                if candidate.end - j >= 2:
                    j, opened, free_lower, lower_run = candidate.end, True, False, 0
                    company = False
                    continue
            j += 1
            opened, free_lower, lower_run = True, True, 0
            company = False
            continue
        if word.upper:
            j += 1
            opened, free_lower, lower_run, eats = True, False, 0, False
            continue
        if found_words := _ROLE_WORDS.match(row, j):
            opened = opened or found_words[1] in ("về", "phụ trách")
            j = found_words[0]
            continue
        if not opened or lower_run >= _LOWER_RUN:
            break
        if not free_lower and word.low not in _known_lower() and unknown < 0:
            unknown = j
        free_lower = False
        lower_run += 1
        j += 1
    stop = j
    if name is None and unknown >= 0:
        stop = unknown
    if name is None and stop < size:
        stop = _untrail(row, head_end, stop)
    elif name is not None:
        stop = j
    cut = country_cut
    if cut is not None and (cut[1] > stop or (organisation >= 0 and organisation < cut[0] and not state)):
        cut = None if cut[1] <= stop else None
    if cut is not None and cut[1] < stop:
        # In the middle it belongs to the title: `Đại sứ Việt Nam tại Lào`, `Hoa hậu Việt Nam 2020`.
        cut = None
    title = _title(row, kept, head_end, stop, cut)
    org = _organisation(row, low_head, head_end, organisation, stop, cut)
    return Role(start, stop, head, low_head, title, org, country, plural, stop == head_end, certain, name)


def _name_here(row: Row, at: int) -> bool:
    name = name_at(row, at)
    return name is not None and name.kind == "vietnamese" and name.end - name.start >= 2 and (
        name.end - name.start >= 3 or row.words[at].surname == 3
    )


def _over_mark(row: Row, at: int, opened: bool, kind: Kind) -> int:
    """Past a mark that does not end the role: `(SOM)`, the dots of `PGS.TS.`, `Lao động - Thương binh`; or `at`."""
    words, size = row.words, row.size
    text = words[at].text
    if at + 1 >= size:
        return at
    if text == "(":
        for close in range(at + 2, min(size, at + 9)):
            if words[close].text == ")":
                inner = words[at + 1]
                if inner.number >= 0 or inner.low in HEAD_WORDS or inner.low in ("sinh", "bên", "trái", "phải"):
                    return at
                if inner.upper or inner.capital:
                    return close + 1
                return at
        return at
    if text == ".":
        before = words[at - 1]
        if kind == "rank" and row.glued(at):
            return at + 1
        if row.glued(at) and (row.glued(at + 1) and (before.upper or len(before.text) <= 2)):
            return at + 1
        if row.glued(at) and before.low in ("tp", "tx", "tt", "p", "q", "h"):
            return at + 1
        return at
    if text in _DASHES or text == "&" or text == "/":
        if row.glued(at) and row.glued(at + 1):
            return at + 1
        if not opened or _name_here(row, at + 1):
            return at
        if _FIELDS.match(row, at + 1):
            return at + 1
        heads_on = _HEADS.match(row, at + 1) or _STATUS.match(row, at + 1)
        return at + 1 if text != "/" and words[at + 1].capital and not heads_on else at
    if text == "," and opened and (found := _FIELDS.match(row, at + 1)) and words[at + 1].capital:
        return at + 1 if not _name_here(row, at + 1) and found[0] <= size else at
    return at


def _host(row: Row, at: int) -> tuple[int, str] | None:
    low = row.lows[at]
    if low != "nước" and low != "chủ":
        return None
    for phrase, value in [*((p, "@host") for p in _HOST), *((p, "@same") for p in _SAME)]:
        parts = phrase.split()
        if row.lows[at : at + len(parts)] == parts:
            return at + len(parts), value
    return None


def _pick(
    row: Row, name: Name, head: Head, at_once: bool, company: bool, country: str
) -> Name | None:
    """The name that follows an office here, given what stands between; None where the run is no name."""
    if name.kind == "vietnamese":
        return name
    if name.kind == "single":
        return name if (at_once or country) and _ends_phrase(row, name.end) and not _FIELDS.match(row, name.start) else None
    if name.kind == "foreign":
        for start in range(name.start + 1, name.end - 1):
            if row.words[start].surname == 3 and not row.words[name.start].surname:
                # `CEO Abcgroup Nguyễn Lam Khê`: a Latin company, then a Vietnamese name.
                inner = name_at(row, start, name.end)
                if inner is not None and inner.kind == "vietnamese":
                    return inner
        if company:
            # `Tập đoàn Abcd Lee Na-ra`: the first word belongs to the company.
            for start in range(name.start + 1, name.end - 1):
                if row.words[start].capital and row.words[start].surname:
                    return name_at(row, start, name.end)
            return None
        return name
    if at_once and (head.kind in ("occupation", "address", "rank") or name.end - name.start <= 3):
        return name
    # Syllables without a surname first, a surname further on: `Hòa Phát Trần Đình Long`.
    for start in range(name.start + 1, name.end - 1):
        if row.words[start].surname == 3:
            return name_at(row, start, name.end)
    return None


def _ends_phrase(row: Row, at: int) -> bool:
    """Whether token `at` cannot go on with the word before it (`Bộ trưởng Sơn nói`, but `Ngoại giao`)."""
    if at >= row.size or not row.words[at].text[0].isalnum() or row.lows[at] in _LINKS:
        return True
    return _BREAKS.match(row, at) is not None


def _untrail(row: Row, head_end: int, stop: int) -> int:
    while stop > head_end and (row.lows[stop - 1] in _STATE_TAIL or not row.words[stop - 1].text[0].isalnum()):
        if row.words[stop - 1].text == ")":
            break
        stop -= 1
    return stop


def _title(row: Row, kept: int, head_end: int, stop: int, cut: tuple[int, int] | None) -> str:
    if cut is None:
        title = row.slice(kept, max(head_end, _untrail(row, head_end, stop)))
    else:
        before = max(head_end, _untrail(row, head_end, cut[0]))
        title = row.slice(kept, before)
        if cut[1] < stop:
            after = _untrail(row, cut[1], stop)
            if after > cut[1]:
                title += " " + row.slice(cut[1], after)
    title = title.strip(" .,")
    return title[:1].upper() + title[1:]


def _organisation(
    row: Row, head: str, head_end: int, organisation: int, stop: int, cut: tuple[int, int] | None
) -> str:
    """The body that the office is of, where the title says it: `Bộ trưởng Ngoại giao` is of `Bộ Ngoại giao`."""
    begin = organisation
    prefix = ""
    if organisation < 0 or organisation >= stop:
        if head not in ("bộ trưởng", "thứ trưởng") or head_end >= stop or not row.words[head_end].capital:
            return ""
        begin, prefix = head_end, "Bộ "
    elif organisation > head_end + 1:
        return ""
    end = stop
    if cut is not None and cut[0] >= begin:
        end = cut[0]
    end = _untrail(row, begin, end)
    if end <= begin:
        return ""
    name = row.slice(begin, end).strip(" .,")
    return prefix + (name[:1].upper() + name[1:] if name else "")
