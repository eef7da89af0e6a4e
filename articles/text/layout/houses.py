"""Which words name a house that news comes from: agencies, papers and offices, short names, addresses."""

from articles.text import lazy_re as re
from articles.text.fold import name_key
from articles.text.layout.lines import any_of, keys
from articles.text.lexicon import everything, kept

_DOMAIN = re.compile(
    r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:vn|com|org|net|gov|info|tv|edu|eu|de|fr|cz|jp|kr|us|uk|au)(?:\.vn)?",
    re.IGNORECASE,
)
_CODE = re.compile(r"[A-ZĐÂĂÊÔƠƯ][A-ZĐÂĂÊÔƠƯ&]{1,7}(?:\d{0,2}|\.VN|\+)")
_SOURCE = re.compile(r"[\w&'’.-]+(?: [\w&'’.-]+)*")
_BEHIND_REPORTER = re.compile(r"/[^/,;|]+ (?:và|&) [^/,;|]+$", re.IGNORECASE)
_PLUS = re.compile(r"\S+(?:\s\S+)?\+")
_PLACE_TAIL = re.compile(r"\s+(?:tại|từ|ở|in|at|from)\s+.*$", re.IGNORECASE)
_SITES = frozenset(("online", "news", "plus"))
"""How names of an outlet's site end."""
_HELD = "\0"
_HOUSES = ("báo ", "tạp chí ", "đài ", "kênh ", "cổng ")
"""What the name of a house begins with that says what it is."""
_LONGEST_HOUSE, _LONGEST_SOURCE = 3, 6
"""Words of a house's name that only its place shows to be one; behind a word for a source it may have more."""


def is_domain(text: str) -> bool:
    """`xudoai.vn`: an outlet by its address."""
    return _DOMAIN.fullmatch(text) is not None


def is_code(text: str) -> bool:
    """`VNS`: an outlet's short name in capitals."""
    return _CODE.fullmatch(text) is not None


def is_site(text: str) -> bool:
    """`xudoai`: an outlet's address without its end."""
    return len(text) > 3 and text.isascii() and text.isalnum() and text.islower()


def names_paper(core: str) -> bool:
    """`Báo Lam Khê và Đông Phú`: one paper, and no two sources."""
    house = next((house for house in _HOUSES if core.lower().startswith(house)), "")
    named = bool(house) and core[len(house) : len(house) + 1].isupper()
    return named and core.count(" ") < 6 and core.replace(" ", "").isalpha()


def names_agency(part: str) -> bool:
    """An agency of the list, its site or its bureau (`VOV online`, `VOV-Đông Phú`), a paper that says it is one, an
    address, `Vietnam+`."""
    if name_key(part) in keys("agencies") or names_paper(part) or is_domain(part) or _PLUS.fullmatch(part):
        return True
    house, _, site = part.rpartition(" ")
    if site.lower() in _SITES and name_key(house) in keys("agencies"):
        return True
    house, _, bureau = part.partition("-")
    return bool(bureau) and house.isupper() and name_key(house) in keys("agencies")


def is_site_of_house(part: str) -> bool:
    """`Xứ Đoài Online`"""
    return part.rpartition(" ")[2].lower() in _SITES


def may_be_house(part: str) -> bool:
    """`Tin tức`: a few words in small letters but for the first, so no name."""
    words = part.split()
    return (
        len(words) <= _LONGEST_HOUSE
        and part[0].isupper()
        and not part.istitle()
        and part.replace(" ", "").isalpha()
    )


def may_be_source(part: str) -> bool:
    """`Nhịp sống phố núi`, `H&T`, behind `Theo`: a few words in letters of any size."""
    return part[:1].isupper() and part.count(" ") < _LONGEST_SOURCE and _SOURCE.fullmatch(part) is not None


def is_short_name(part: str, core: str) -> bool:
    """`Hà Mơ - NDH`: an outlet's short name behind a reporter's, who is not written in capitals, too."""
    return len(part) > 2 and _CODE.fullmatch(part) is not None and not core.isupper()


def held_together(core: str, *, sourced: bool = False) -> str:
    """The line with the names of agencies in one piece that hold an `và` or `&`; `sourced`: it says where the story
    comes from, so that behind a reporter stands one."""
    if "&" in core or " và " in core.lower():
        core = _parted_agencies().sub(lambda match: match[0].replace(" ", _HELD), core)
        if sourced:
            core = _BEHIND_REPORTER.sub(lambda match: match[0].replace(" ", _HELD), core)
    return core


def let_go(part: str) -> str:
    """A piece of a line from `held_together` as it was written."""
    return part.replace(_HELD, " ")


def without_place(part: str) -> str:
    """`TTXVN tại Pháp` → `TTXVN`."""
    match = _PLACE_TAIL.search(part)
    return part[: match.start()] if match and names_agency(part[: match.start()]) else part


@kept
def _parted_agencies() -> re.Pattern[str]:
    return any_of(name for name in everything("agencies") if {"&", "và"} & set(name.split()))
