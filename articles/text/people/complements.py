"""What stands between an office and the name: field, organisation, country and place, read token by token.

`Chủ tịch | UBND thành phố Đông Phú | Hà Văn Lộc`. The difficulty is where the name begins; each rule below
reads one kind of token and says whether to go on.
"""

from itertools import pairwise

from articles.text import lazy_re as re
from articles.text.people.complement_countries import (
    COUNTRY_OPENINGS,
    settle_country,
    take_country,
    take_marked,
)
from articles.text.people.complement_heads import (
    BODIES,
    LED,
    SERVING,
    has_part,
    names_body,
    nested_head,
    of_anything,
)
from articles.text.people.complement_names import pick
from articles.text.people.complement_places import own_name
from articles.text.people.countries import country_at
from articles.text.people.heads import HEADS, Head
from articles.text.people.names import NOT_NAMES, PLACES, begins_anew, name_at, run_end
from articles.text.people.organisations import ORG_WORDS, ORGANISATIONS, complete, known_lower
from articles.text.people.particles import COUNTED, counts
from articles.text.people.phrase_ends import (
    BREAKS,
    FIELDS,
    GATHERINGS,
    LOWER_RUN,
    ROLE_WORDS,
    SPOKEN_OF,
    closing,
    goes_over,
    leads_to_name,
    name_here,
    over_mark,
    tells,
    untrail,
    with_others,
)
from articles.text.people.reading import Reading
from articles.text.words.phrases import word_set
from articles.text.words.tokens import Row

_LONGEST = 22
_TERM = re.compile(r"[IVX0-9]+\Z")
_MEASURES = word_set("năm tháng tuổi triệu tỷ tỉ nghìn ngàn đồng lần người ngày giờ phút usd kg km")
"""Behind a number these count something, which is no part of an office: `A, Giám đốc Trung tâm B | 950 triệu đồng`."""
_LEGAL_FORMS = word_set("tnhh cp mtv xd tm dv sx xnk đt tmcp cptm tmdv")
"""What stands between `Công ty` and its own name."""
_AFTER_BRACKET = (ROLE_WORDS, ORGANISATIONS, ORG_WORDS)
_HAMLETS = frozenset(("thôn", "bản", "ấp", "buôn", "phố", "sóc", "phum", "xóm", "làng"))
_FULL_NAME = 3


def read_complement(
    row: Row, at: int, head_end: int, head: Head, *, after_name: bool, inner: bool = False
) -> Reading:
    """Read what goes with the head whose words are tokens `at` to `head_end`, as far as it goes. `inner`: what is read
    is itself the larger body that an office's own is a part of."""
    reading = Reading(row, at, head_end, head, after_name=after_name)
    reading.inner = inner
    # `Trưởng bản | Sài Khao Lò Văn Én`, `A, chủ shop | Thu Lam`
    hamlet = row.lows[head_end - 1] in _HAMLETS
    if (hamlet or head.owner) and (after_name or run_end(row, head_end) - head_end > _FULL_NAME):
        reading.eats, reading.unit = True, hamlet
    limit = min(reading.row.size, reading.head_end + _LONGEST)
    while reading.at < limit and _step(reading):
        pass
    if reading.whose >= 0 and reading.name is not None:
        # `A, cố vấn | của Tổng thống B`: B is named as well
        reading.told = reading.name.end
        reading.name, reading.at = None, reading.head_end
    reading.stop = reading.at
    if reading.name is None:
        if reading.unknown >= 0:
            # Behind a name, words that no list knows belong to the role when a mark closes it soon.
            closed = closing(reading.row, reading.stop) if reading.after_name else -1
            reading.stop = closed if closed >= 0 else reading.unknown
        if reading.stop < reading.row.size:
            reading.stop = untrail(reading.row, reading.head_end, reading.stop)
    settle_country(reading)
    return reading


def _step(reading: Reading) -> bool:
    row, at = reading.row, reading.at
    word = row.words[at]
    low, plain = word.low, not (word.capital or word.upper)
    if not word.text[0].isalnum():
        if word.text == "," and not reading.inner and (larger := _larger(reading, at + 1)):
            return reading.end_with(larger)
        if word.text == "," and reading.after_name and at == reading.head_end and names_body(reading, at + 1):
            return reading.take(at + 1, free=False)  # `A, Viện trưởng, | Viện Lam Trà`
        if (word.text == "(" or (word.text == "," and reading.unit)) and take_marked(reading, at):
            return True
        after = over_mark(row, at, reading.head, opened=reading.opened)
        reading.at, reading.free = after, row.lows[after - 1] != ")"
        return after > at
    if word.capital and at > max(reading.organisation_end, reading.head_end) and begins_anew(row, at):
        return False
    if low in COUNTED and word.capital and low != "khóa" and counts(row, at):
        return False
    if reading.opened and low == "tại" and tuple(row.lows[at + 1 : at + 3]) in GATHERINGS:
        return False
    if low == "nhiệm" and reading.after_name and row.lows[at + 1 : at + 2] == ["kỳ"]:
        return False  # `bầu A làm Phó Chủ tịch UBND | nhiệm kỳ 2021-2026`
    if low == "và" and reading.opened and with_others(row, at + 1):
        return False
    if word.number >= 0:
        if row.lows[at - 1] == "và" or row.following[at] in _MEASURES:
            return False  # `Trưởng phòng A và | 150 hội viên`, `bị cáo A Chủ tịch Công ty B | 5 năm tù`
        reading.at, reading.free = at + 1, False
        # `Chủ tịch UBND phường 12 | Vi Thị Kiên`, but `Trường THPT số 1 | Quế Lam`
        told = reading.eats and at + 1 < row.size and name_here(row, at + 1)
        reading.eats = reading.eats and not (told and run_end(row, at + 1) - at > _FULL_NAME)
        reading.opened = reading.opened or row.lows[at - 1] in _HAMLETS  # `Trưởng ấp | 3`
        return reading.opened
    if reading.opened and row.lows[at - 1] in (",", "và") and (field := FIELDS.match(row, at)):
        return reading.take(field[0], free=False)  # `…, giáo dục, thanh niên và nhi đồng`
    if low in HEADS.first and (nested := nested_head(reading, at)) is not None:
        return nested
    if low in LED and at + 1 < row.size and (nested := nested_head(reading, at + 1)) is not None:
        return nested
    if (low in COUNTRY_OPENINGS or (at == reading.head_end and not plain)) and take_country(reading, at):
        return True
    if low == "khóa" and at + 1 < row.size and _TERM.match(row.words[at + 1].text):
        return reading.take(at + 2, free=False)  # `đại biểu Quốc hội | khóa XV | Tạ Lam Kha`
    if plain and at == reading.organisation_end and tells(row, at):
        return False
    if plain:
        stopped = BREAKS.match(row, at)
        phrase = ORG_WORDS.match(row, at)
        longer = phrase is not None and phrase[0] > (stopped[0] if stopped else at + 1)
        if phrase and longer and reading.opened and not ORGANISATIONS.match(row, at):
            return reading.take(phrase[0], free=False)  # `hãng | hàng không`
        if row.lows[at - 1] == ")" and not any(known.match(row, at) for known in _AFTER_BRACKET):
            return False  # `Giám đốc Sở Y tế (TP Quế Lam) | nêu`
        if (
            stopped
            and not longer
            and not goes_over(
                row, at, stopped, freely=reading.free and (phrase is not None or stopped[0] == at + 1)
            )
        ):
            return False
    if low in ORGANISATIONS.first and (found := _body(reading, at)) is not None:
        return found
    if low == "việt" and word.capital and row.words[at - 1].text in "-–" and reading.opened:
        return reading.take(at + 1, free=False)  # `Hội hữu nghị Nhật - | Việt | Lam Tosamoto`
    if word.capital:
        return _capital(reading, at)
    if word.upper:
        reading.eats = reading.eats and low in _LEGAL_FORMS
        return reading.take(at + 1, free=False)
    return _lower(reading, at)


def _larger(reading: Reading, at: int) -> Reading | None:
    """`Cục trưởng Cục Lãnh sự, | Bộ Ngoại giao Tạ Kha`: the body at token `at` that the office's own is a part of,
    but no list of bodies: `A, Trưởng phòng Y tế, | Công an xã, các trường`."""
    row = reading.row
    if not (reading.opened or reading.head_words.startswith(SERVING)) or row.lows[at - 2] == ")":
        return None
    if at >= row.size or row.words[at].text.islower() or not has_part(reading, at):
        return None
    inner = read_complement(row, at, at, reading.head, after_name=reading.after_name, inner=True)
    if inner.name is None and inner.stop < row.size:
        follows = inner.stop + 1 if row.words[inner.stop].text == "," else inner.stop
        among = follows < row.size and ORGANISATIONS.match(row, follows) and not HEADS.match(row, follows)
        if among or row.lows[follows : follows + 1] in (["và"], ["các"], ["cùng"]):
            return None
    if ("và", "các") in pairwise(row.lows[at : inner.stop]):
        return None
    return inner if inner.name is not None or inner.stop > at + 1 else None


def _body(reading: Reading, at: int) -> bool | None:
    """The opening words of an organisation or place; None where none stand here."""
    row = reading.row
    found = ORGANISATIONS.match(row, at)
    if found is None:
        return None
    word, (after, flag) = row.words[at], found
    if reading.opened and flag and (phrase := ORG_WORDS.match(row, at)) and phrase[0] > after:
        return reading.take(
            phrase[0], free=False
        )  # `Cục | Bản quyền tác giả`, `… và | Doanh nghiệp công nghệ`
    if flag == "unit" and (place := PLACES.match(row, at)) and place[0] > after:
        return None  # `châu Á` is known as a whole, `châu Lam Hà` is not
    if word.capital and word.surname and after == at + 1 and name_here(row, at):
        return None
    if reading.organisation < 0:
        reading.organisation, reading.state = at, flag == "state"
    reading.organisation_end = after
    reading.company, reading.unit = flag == "eats", flag == "unit"
    reading.eats = reading.company or reading.unit
    known = reading.opened or after > at + 1 or (after < row.size and row.words[after].capital)
    if not (reading.eats or word.text[0].isupper() or known or row.lows[at] in known_lower()):
        return False
    return reading.take(after, free=not complete(row, at, after, flag))


def _capital(reading: Reading, at: int) -> bool:
    row = reading.row
    if row.english and row.lows[at - 1] in ("of", "the"):
        # `chairman of the Dong Phu business council`, `Minister of Culture | Luo Holt`
        stop = run_end(row, at)
        named = (i for i in range(at + 1, stop - 1) if row.words[i].surname or row.words[i].given)
        return reading.take(next(named, stop), free=True)
    phrase = ORG_WORDS.match(row, at)
    if reading.eats and phrase and row.words[phrase[0] - 1].text.islower():
        return reading.take(phrase[0], free=False)  # `Công ty | Hàng không | Việt Nam`
    if reading.eats:
        return own_name(reading, at)
    place = PLACES.match(row, at)
    if place and at == reading.head_end and place[0] == at + 3 and name_here(row, at):
        # An office right before it: the person a city was named after.
        reading.name, reading.certain = name_at(row, at), False
        return False
    field = FIELDS.match(row, at)
    spoken = phrase and row.words[phrase[0] - 1].text.islower() and not (field and field[0] > phrase[0])
    if phrase and (country_at(row, at) or spoken):
        return reading.take(phrase[0], free=False)  # `Cục | Mỹ thuật`, `Cục | Hàng không`
    found = NOT_NAMES.match(row, at)
    if place and found and found[0] > place[0]:
        return reading.take(found[0], free=True)  # `Thái Bình Dương` is no `Thái Bình`.
    if place and run_end(row, at) - place[0] not in (1, -1, -2):
        return reading.take(place[0], free=False)
    if found and (found[0] > at + 1 or not row.words[at].surname) and not (field and field[0] > found[0]):
        return reading.take(found[0], free=found[0] == at + 1)
    if field and field[0] > at + 1:
        return reading.take(field[0], free=False)
    candidate = name_at(row, at)
    if candidate is not None:
        picked = pick(reading, candidate, at_once=at == reading.head_end)
        if picked is not None and picked.start == at and row.lows[at - 1] in ("của", "và"):
            # `luật sư của | Trần Lam Khê`, `một quan chức Lào và | Trần Lam Khê`: somebody else.
            return False
        if picked is not None:
            full = picked.kind == "vietnamese" and picked.sure
            full = full or (reading.head.company and row.words[picked.start].given)
            after_firm = full and not row.words[at].syllable
            reading.certain = reading.certain and (picked.start == at or after_firm)
            reading.name, reading.at = picked, picked.start
            return False
        if candidate.kind == "given" and at == reading.head_end and not reading.after_name:
            return False
        if candidate.end - at >= 2:
            reading.company = False
            return reading.take(candidate.end, free=False)
    reading.company = False
    return reading.take(at + 1, free=row.words[at].syllable)


def _lower(reading: Reading, at: int) -> bool:
    row = reading.row
    if place := PLACES.match(row, at):
        return reading.take(place[0], free=False)  # `châu Âu`
    if not reading.opened and reading.head_words.endswith(BODIES):
        field = ORG_WORDS.match(row, at)
        if field and field[0] > at + 1:
            return reading.take(field[0], free=False)  # `Trưởng ban | dân vận | Thành ủy`
    if found := ROLE_WORDS.match(row, at):
        if found[1] == "về" and found[0] < row.size and SPOKEN_OF.match(row, found[0]):
            return False
        if found[1] == "praise":
            reading.praise = (reading.praise[0] if reading.praise[1] == at else at, found[0])
        reading.opened = reading.opened or found[1] in ("về", "phụ trách")
        reading.eats = reading.unit = found[1] in ("tại", "ở")
        reading.at = found[0]
        return True
    if not reading.opened and not reading.after_name:
        led, known = leads_to_name(row, at)
        if led:
            reading.opened, reading.certain = True, known
    if not reading.opened and reading.after_name:
        # `, trưởng ban | quản lý chợ Lam Trà, …`: a part of the role if a mark closes it.
        if (phrase := ORG_WORDS.match(row, at)) and phrase[0] > at + 1:
            reading.unknown = at
            return reading.take(phrase[0], free=False)
        if of_anything(reading, at):
            reading.opened, reading.unknown = True, at
    if not reading.opened or reading.lower_run >= LOWER_RUN:
        return False
    if not reading.free and reading.unknown < 0 and row.lows[at] not in known_lower():
        reading.unknown = at
    reading.free = False
    reading.lower_run += 1
    reading.at = at + 1
    return True
