"""What stands between an office and the name: field, organisation, country and place, read token by token.

`Chủ tịch | UBND thành phố Đông Phú | Hà Văn Lộc`. The difficulty is where the name begins; each rule below
reads one kind of token and says whether to go on.
"""

from articles.text.heads import HEADS, Head
from articles.text.lexicon import everything, kept
from articles.text.names import NOT_NAMES, PLACES, Name, country_at, name_at, run_end, split_after_place
from articles.text.phrase_ends import (
    BREAKS,
    FIELDS,
    LOWER_RUN,
    closing,
    ends_phrase,
    leads_to_name,
    name_here,
    over_mark,
    untrail,
)
from articles.text.tokens import Phrases, Row, flagged, phrases, word_set

_LONGEST = 22
_HOSTS = Phrases(
    lambda: (
        ("nước chủ nhà", "@host"),
        ("nước sở tại", "@host"),
        ("nước này", "@same"),
        ("nước bạn", "@same"),
    )
)
_NESTING = frozenset(
    (
        "trợ lý",
        "thư ký",
        "thư ký riêng",
        "phu nhân",
        "phu quân",
        "đặc phái viên",
        "phái viên",
        "đặc sứ",
        "cố vấn",
    )
) | frozenset(
    ("đại diện", "người phát ngôn", "phát ngôn viên", "phát ngôn nhân", "chánh văn phòng", "trưởng")
)
_BODIES = ("phòng", "đoàn", "hội", "ban")
_LEGAL_FORMS = word_set("tnhh cp mtv xd tm dv sx xnk đt tmcp cptm tmdv")
"""What stands between `Công ty` and its own name."""
_LOCAL = frozenset(("thị trưởng", "phó thị trưởng", "thống đốc", "phó thống đốc", "cảnh sát trưởng"))
_STATE_FORMS = word_set("cộng hòa hoà nhân dân chủ liên bang vương quốc hồi giáo")
_UNITS = frozenset(("xã", "phường", "trấn", "huyện", "quận"))
ORGANISATIONS = Phrases(lambda: flagged("organisations"))
_ROLE_WORDS = phrases("role_words")
_ORG_WORDS = phrases("org_words")


@kept
def _known_lower() -> frozenset[str]:
    """Syllables that go on inside the name of an organisation."""
    known: set[str] = set()
    for name in ("org_words", "fields", "role_words"):
        for entry in everything(name):
            known.update(entry.lower().split())
    for entry, _ in flagged("organisations"):
        known.update(entry.lower().split())
    return frozenset(known)


class Complement:
    """The reading of one complement. After `read`, `stop` is its end and `name` the name that follows, if
    any."""

    __slots__ = (
        "_at",
        "_company",
        "_eats",
        "_free",
        "_lower_run",
        "_opened",
        "_organisation_end",
        "_unit",
        "_unknown",
        "after_name",
        "certain",
        "country",
        "cut",
        "head",
        "head_end",
        "head_words",
        "name",
        "organisation",
        "row",
        "state",
        "stop",
    )

    def __init__(self, row: Row, at: int, head_end: int, head: Head, *, after_name: bool) -> None:
        self.row, self.head, self.head_end, self.after_name = row, head, head_end, after_name
        self.head_words = " ".join(row.lows[at:head_end])
        self.name: Name | None = None
        self.certain = True
        """No doubt where the name begins."""
        self.country = ""
        """Usual name of the country, or `@host` / `@same` for `nước chủ nhà` / `nước này`."""
        self.cut: tuple[int, int] | None = None
        """Tokens of the country, to be left out of the title."""
        self.organisation = -1
        """Where the first organisation begins, -1 for none."""
        self.state = True
        """A country after the organisation is the person's, not a part of its name."""
        self._at = self.stop = head_end
        self._organisation_end = -1
        self._opened = self._eats = self._unit = self._company = self._free = False
        self._lower_run = 0
        self._unknown = -1

    def read(self) -> "Complement":
        """Read as far as the complement goes."""
        limit = min(self.row.size, self.head_end + _LONGEST)
        while self._at < limit and self._step():
            pass
        self.stop = self._at
        if self.name is None:
            if self._unknown >= 0:
                # Behind a name, words that no list knows belong to the role when a mark closes it soon.
                closed = closing(self.row, self.stop) if self.after_name else -1
                self.stop = closed if closed >= 0 else self._unknown
            if self.stop < self.row.size:
                self.stop = untrail(self.row, self.head_end, self.stop)
        self._settle_country()
        return self

    def _settle_country(self) -> None:
        """Leave the country in the title where it is part of a name (`Hội Nhà văn Việt Nam`) or in the
        middle (`Đại sứ Việt Nam tại Lào`, `Hoa hậu Việt Nam 2020`)."""
        if self.cut is None:
            return
        proper = 0 <= self.organisation < self.cut[0] and not self.state
        if proper or self.cut[1] != self.stop:
            self.cut = None

    def _take(self, to: int, *, free: bool) -> bool:
        """Go on at token `to`; `free`: the next lower-case word may be anything (`Ngoại | giao`)."""
        self._at, self._opened, self._free, self._lower_run = to, True, free, 0
        return True

    def _step(self) -> bool:
        row, at = self.row, self._at
        word = row.words[at]
        if not word.text[0].isalnum():
            after = over_mark(row, at, self.head, opened=self._opened)
            self._at, self._free = after, True
            return after > at
        if word.number >= 0:
            self._at, self._free = at + 1, False
            return self._opened
        if row.lows[at - 1] in (",", "và") and self._opened and (field := FIELDS.match(row, at)):
            return self._take(field[0], free=False)  # `…, giáo dục, thanh niên và nhi đồng`
        nested = self._nested(at)
        if nested is not None:
            return nested
        if self._country(at):
            return True
        plain = not word.capital and not word.upper
        stopped = BREAKS.match(row, at) if plain else None
        phrase = _ORG_WORDS.match(row, at) if plain and self._opened else None
        if phrase and phrase[0] > (stopped[0] if stopped else at + 1) and not ORGANISATIONS.match(row, at):
            return self._take(phrase[0], free=False)  # `hãng | hàng không`
        if stopped and (stopped[1] or not (self._free or _ROLE_WORDS.match(row, at))):
            return False
        found = self._body(at)
        if found is not None:
            return found
        if word.capital:
            return self._capital(at)
        if word.upper:
            self._eats = self._eats and row.lows[at] in _LEGAL_FORMS
            return self._take(at + 1, free=False)
        return self._lower(at)

    def _nested(self, at: int) -> bool | None:
        """Another head inside this one: part of it (`Trợ lý Bộ trưởng`, `Đoàn Luật sư`) or its end."""
        row = self.row
        nested = HEADS.match(row, at)
        if nested is None or PLACES.match(row, at) or (row.words[at].surname and name_here(row, at)):
            return None
        end, head = nested
        if head.kind == "address":
            return None if row.words[at].text in ("Anh", "Em") and country_at(row, at) else False
        body = self.head_words.endswith(_BODIES)
        inside = head.kind == "occupation" and (self._opened or body)
        inside = inside or row.lows[at:end] == ["phụ", "trách"]
        inside = inside or (body and at == self.head_end and _ORG_WORDS.match(row, at) is not None)
        nests = self.head_words in _NESTING or self.head_words.endswith("văn phòng")
        if at == self._organisation_end or inside or (at == self.head_end and nests):
            return self._take(end, free=True)
        return False

    def _country(self, at: int) -> bool:
        row = self.row
        if row.lows[at] == "nước" and (host := _HOSTS.match(row, at)):
            if not self.country:
                self.country, self.cut = host[1], (at, host[0])
            self._at = host[0]
            return True
        found = country_at(row, at)
        if found is None or ((phrase := _ORG_WORDS.match(row, at)) and phrase[0] > found[0]):
            return False  # `Cục | Mỹ thuật`
        after = found[0]
        rest = run_end(row, at) - after
        if after == at + 1 and row.words[at].syllable and rest == 1 and row.words[after].syllable:
            return False  # `ca sĩ Mỹ Tú`: one syllable more makes it a name.
        if self.head.kind == "occupation" and at == self.head_end and row.words[at].given and rest:
            return False  # `đạo diễn Jordan Holt`
        if not self.country:
            self.country, self.cut = found[1], (self._styled(at), after)
        self._eats = False
        return self._take(after, free=False)

    def _styled(self, at: int) -> int:
        """Where the country begins whose name stands at `at`: `Tổng thống | (nước) Cộng hòa Chile`."""
        row, begin = self.row, at
        while begin > self.head_end and row.lows[begin - 1] in _STATE_FORMS:
            begin -= 1
        if begin > self.head_end and row.lows[begin - 1] in ("nước", "phía"):
            return begin - 1
        return begin if begin == self.head_end else at

    def _body(self, at: int) -> bool | None:
        """The opening words of an organisation or place; None where none stand here."""
        row = self.row
        found = ORGANISATIONS.match(row, at)
        if found is None:
            return None
        word, (after, flag) = row.words[at], found
        if word.capital and word.surname and after == at + 1 and name_here(row, at):
            return None
        if self.organisation < 0:
            self.organisation, self.state = at, flag == "state"
        self._organisation_end = after
        self._company, self._unit = flag == "eats", flag == "unit"
        self._eats = self._company or self._unit
        known = self._opened or after > at + 1 or (after < row.size and row.words[after].capital)
        if not (self._eats or word.text[0].isupper() or known or row.lows[at] in _known_lower()):
            return False
        return self._take(after, free=True)

    def _capital(self, at: int) -> bool:
        row = self.row
        if row.english and row.lows[at - 1] in ("of", "the"):
            return self._take(run_end(row, at), free=True)  # `chairman of the Dong Phu business council`
        if self._eats:
            return self._proper(at)
        place = PLACES.match(row, at)
        if place and at == self.head_end and place[0] == at + 3 and name_here(row, at):
            # An office right before it: the person a city was named after.
            self.name, self.certain = name_at(row, at), False
            return False
        if (phrase := _ORG_WORDS.match(row, at)) and country_at(row, at):
            return self._take(phrase[0], free=False)
        found = NOT_NAMES.match(row, at)
        if place and found and found[0] > place[0]:
            return self._take(found[0], free=True)  # `Thái Bình Dương` is no `Thái Bình`.
        if place and run_end(row, at) - place[0] not in (1, -1, -2):
            return self._take(place[0], free=False)
        if found and (found[0] > at + 1 or not row.words[at].surname):
            return self._take(found[0], free=found[0] == at + 1)
        if (field := FIELDS.match(row, at)) and field[0] > at + 1:
            return self._take(field[0], free=False)
        candidate = name_at(row, at)
        if candidate is not None:
            picked = self._pick(candidate, at_once=at == self.head_end)
            if picked is not None and picked.start == at and row.lows[at - 1] == "của":
                return False  # `luật sư của | Trần Lam Khê`: somebody else's.
            if picked is not None:
                after_firm = picked.kind == "vietnamese" and picked.sure and not row.words[at].syllable
                self.certain = self.certain and (picked.start == at or after_firm)
                self.name, self._at = picked, picked.start
                return False
            if candidate.kind == "given" and at == self.head_end and not self.after_name:
                return False
            if candidate.end - at >= 2:
                self._company = False
                return self._take(candidate.end, free=False)
        self._company = False
        return self._take(at + 1, free=True)

    def _proper(self, at: int) -> bool:
        """The own name of a place, school or company, which may be a person's, and the name after it."""
        row, stop = self.row, run_end(self.row, at)
        self._eats = False
        place = PLACES.match(row, at)
        begin: int | None
        if place and place[0] > stop:
            return self._take(place[0], free=False)  # `Bà Rịa - Vũng Tàu`
        if place and place[0] <= stop and stop - place[0] != 1:
            begin = place[0] if place[0] < stop else None
        else:
            whole = name_at(row, at, stop) if self._unit and stop - at == 3 else None
            if whole is not None and whole.kind == "vietnamese" and whole.sure:
                begin = at
            else:
                begin = split_after_place(row, at, stop)
                self.certain = self.certain and (begin is None or stop - at >= 5)
                if begin is None and self._unit_head(at, stop):
                    begin, self.certain = at, False
        if begin is None:
            # One capital may go on in lower case (`Cao đẳng`), a whole name does not.
            return self._take(max(stop, at + 1), free=not place and stop - at == 1)
        self._take(begin, free=False)
        self.name = name_at(row, begin, stop)
        return self.name is None and begin > at

    def _unit_head(self, at: int, stop: int) -> bool:
        """`Chủ tịch UBND xã | Tạ Văn Kha | cho biết`: the head of the unit rather than a unit named after somebody,
        though nobody can be certain."""
        row = self.row
        if self.head.kind != "office" or row.lows[at - 1] not in _UNITS or not name_here(row, at):
            return False
        ends = stop - at >= 3 and stop < row.size and row.words[stop].text == "."
        return ends or (stop < row.size and BREAKS.match(row, stop) is not None)

    def _pick(self, name: Name, *, at_once: bool) -> Name | None:
        """The person's name in a run of capitals, given what stands before it; None where the run is no
        name."""
        row, kind = self.row, self.head.kind
        if self.after_name and kind == "office" and name.kind in ("single", "given"):
            return None  # `ông A, Trưởng khoa Nhi`
        if (
            self.after_name
            and row.words[name.start].surname == 1
            and all(row.words[i].syllable for i in range(name.start, name.end))
        ):
            return None  # `ông A, Giám đốc cầu Hồng Hà`
        if self.after_name and self.organisation >= 0 and not name.sure and name.end - name.start == 2:
            return None  # `ông A, đại diện Quỹ Vi Trust`
        if name.kind == "vietnamese":
            return name
        if self.after_name and name.kind == "foreign" and self.organisation >= 0:
            return None
        if name.kind == "single":
            ends = (at_once or self.country) and ends_phrase(row, name.end)
            return name if ends and not FIELDS.match(row, name.start) else None
        if name.kind == "given" and at_once and (kind != "office" or name.end - name.start <= 3):
            return name
        if name.kind == "given" or not row.words[name.start].surname:
            # `Hòa Phát Trần Lam Khê`, `CEO Abcgroup Nguyễn Lam Khê`: a surname further on.
            for start in range(name.start + 1, name.end - 1):
                if row.words[start].surname == 3:
                    inner = name_at(row, start, name.end)
                    if inner is not None and inner.kind == "vietnamese":
                        return inner
        if name.kind == "given":
            return None
        if not self._company:
            begin = name.start + 1
            local = at_once and self.head_words in _LOCAL and name.end - begin > 1
            if local and row.words[begin].given and not row.words[name.start].given:
                return name_at(row, begin, name.end)  # `Thị trưởng Midland | Jerry Holt`
            return name
        # `Tập đoàn Abcd Lee Na-ra`: the first word belongs to the company.
        for start in range(name.start + 1, name.end - 1):
            if row.words[start].surname:
                return name_at(row, start, name.end)
        return None

    def _lower(self, at: int) -> bool:
        row = self.row
        if place := PLACES.match(row, at):
            return self._take(place[0], free=False)  # `châu Âu`
        if found := _ROLE_WORDS.match(row, at):
            self._opened = self._opened or found[1] in ("về", "phụ trách")
            self._eats = self._unit = found[1] in ("tại", "ở")
            self._at = found[0]
            return True
        if not self._opened and not self.after_name and leads_to_name(row, at):
            self._opened, self.certain = True, False
        if (
            not self._opened
            and self.after_name
            and (phrase := _ORG_WORDS.match(row, at))
            and phrase[0] > at + 1
        ):
            # `, trưởng ban | quản lý chợ Lam Trà, …`: a part of the role if a mark closes it.
            self._opened, self._unknown = True, at
        elif not self._opened and self.after_name and self.head.kind == "occupation":
            self._opened, self._unknown = True, at  # `, tài xế | xe tải, …`
        if not self._opened or self._lower_run >= LOWER_RUN:
            return False
        if not self._free and self._unknown < 0 and row.lows[at] not in _known_lower():
            self._unknown = at
        self._free = False
        self._lower_run += 1
        self._at = at + 1
        return True
