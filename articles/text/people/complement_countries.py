"""The country of an office: `Bộ trưởng Ngoại giao | Lào`, `Tổng thống | nước chủ nhà`; whether the title keeps it."""

from articles.text.lexicon import everything, table
from articles.text.people.countries import COUNTRIES, HOME, country_at
from articles.text.people.names import NOT_NAMES, name_at, run_end
from articles.text.people.organisations import ORG_WORDS
from articles.text.people.phrase_ends import ends_phrase
from articles.text.people.reading import Reading
from articles.text.words.phrases import Phrases, word_set

_HOSTS = Phrases(
    lambda: (
        ("nước chủ nhà", "@host"),
        ("nước sở tại", "@host"),
        ("nước này", "@same"),
        ("nước bạn", "@same"),
    )
)
_SHORT = Phrases(
    lambda: (
        (short.strip(), usual.strip())
        for usual, _, short in (line.partition(":") for line in everything("countries_short"))
    )
)
COUNTRY_OPENINGS: set[str] = set()
"""First words of a country's name, and of what stands for one; behind an office at once others may, too."""
_STATE_FORMS = word_set("cộng hòa hoà nhân dân chủ liên bang vương quốc hồi giáo")


@table
def _read_openings() -> None:
    COUNTRY_OPENINGS.clear()
    COUNTRY_OPENINGS.update(COUNTRIES.first, _HOSTS.first)


def take_country(reading: Reading, at: int) -> bool:
    row = reading.row
    if row.lows[at] == "nước" and (host := _HOSTS.match(row, at)):
        if not reading.country:
            reading.country, reading.cut = host[1], (at, host[0])
        reading.at = host[0]
        return True
    found = country_at(row, at) or (_in_short(reading, at) if at == reading.head_end else None)
    if found is None or any(
        (phrase := known.match(row, at)) and phrase[0] > found[0] for known in (ORG_WORDS, NOT_NAMES)
    ):
        return False  # `Cục | Mỹ thuật`, `Tổng giám đốc | Vietnam Lamtech`
    after = found[0]
    rest = run_end(row, at) - after
    if after == at + 1 and row.words[at].syllable and rest == 1 and row.words[after].syllable:
        return False  # `ca sĩ Mỹ Tú`: one syllable more makes it a name.
    if reading.head.kind == "occupation" and at == reading.head_end and row.words[at].given and rest:
        return False  # `đạo diễn Jordan Holt`
    # `Ambassador to | Laos`, `Giám đốc ADB tại | Việt Nam`, `đặc phái viên về | Yemen`: where somebody is sent;
    # `U23 | Việt Nam`: a team
    before = row.lows[at - 1]
    sent = before in (("to",) if row.english else ("tại", "về")) or (
        before[0] == "u" and before[1:].isdigit()
    )
    if not reading.country and not sent:
        reading.country, reading.cut = found[1], (_styled(reading, at), after)
    reading.eats = False
    reading.country_end = after
    return reading.take(after, free=False)


def take_marked(reading: Reading, at: int) -> bool:
    """Take `(Lào)`, and `, Hàn Quốc` behind a place: `Thị trưởng thành phố Daegu | , Hàn Quốc | , ông A`."""
    row, begin = reading.row, at + 1
    bracket = row.words[at].text == "("
    begin += bracket and row.lows[begin : begin + 1] == ["nước"]
    found = country_at(row, begin) if begin < row.size else None
    if found is None or found[0] >= row.size or not reading.opened:
        return False
    after = found[0] + bracket
    if bracket and row.words[found[0]].text != ")":
        return False
    if not bracket and (reading.country or not ends_phrase(row, after) or row.lows[after] == "và"):
        return False
    if not reading.country:
        reading.country, reading.cut = found[1], (at, after)
    reading.country_end = after
    return reading.take(after, free=False)


def _in_short(reading: Reading, at: int) -> tuple[int, str] | None:
    """`Tổng thống | Hàn | Moon Ha-neul`: right behind an office a country in one word, which elsewhere opens a name."""
    row = reading.row
    if reading.head.kind != "office" or not row.words[at].capital:
        return None
    found = _SHORT.match(row, at)
    if found is None or at + 1 >= row.size:
        return None
    name, first = name_at(row, at + 1), row.words[at + 1]
    foreign = name is not None and name.kind == "foreign" and (first.surname == 1 or not first.syllable)
    return found if foreign else None


def _styled(reading: Reading, at: int) -> int:
    """Where the country begins whose name stands at `at`: `Tổng thống | (nước) Cộng hòa Chile`."""
    row, begin = reading.row, at
    while begin > reading.head_end and row.lows[begin - 1] in _STATE_FORMS:
        begin -= 1
    if begin > reading.head_end and row.lows[begin - 1] in ("nước", "phía"):
        return begin - 1
    return begin if begin == reading.head_end else at


def settle_country(reading: Reading) -> None:
    """Leave the country in the title where it is part of a name (`Hội Nhà văn Việt Nam`) or in the
    middle (`Đại sứ Việt Nam tại Lào`, `Hoa hậu Việt Nam 2020`)."""
    if reading.cut is None:
        return
    marked = reading.row.words[reading.cut[0]].text in "(,"
    before = reading.row.words[reading.cut[0] - 1]
    # `Tổng giám đốc Lambott | Việt Nam`
    firm = reading.head.company and before.capital and not before.syllable
    # `Phó chủ tịch LĐBĐ | Việt Nam`, but `Chủ tịch ASEAN | Malaysia`
    firm = firm or (before.upper and reading.country in HOME and reading.organisation < 0)
    proper = firm or (0 <= reading.organisation < reading.cut[0] and not reading.state)
    if (proper and not marked) or reading.cut[1] != reading.stop:
        reading.cut = None
