"""Capital words that look like a name in a signature and are none: an office behind a name, a template's words."""

from articles.text import lazy_re as re
from articles.text.layout.lines import any_of, phrases, tokens_of
from articles.text.lexicon import everything, kept

_DEPUTY = frozenset(("phó", "trưởng", "nguyên"))
REGIONS = ("Phía ", "Khu vực ", "Vùng ", "Miền ", "Các tỉnh ")
_DAYS = re.compile(r"\d/\d{1,2} ?[-–] ?\d{1,2}/\d")
_ABBREVIATION = re.compile(r"[A-ZĐ]{2,4}")
# `LĐLĐ tỉnh`, `TT VHTT huyện Lam Khê`
_UNIT = re.compile(r"(?:[A-ZĐ&-]{2,8} ){1,2}(?:tỉnh|huyện|xã|phường|quận|thị xã|thị trấn|thành phố|TP)\b")


def names_no_one(text: str) -> bool:
    """`#cautra`, `Song Tử (21/5 - 20/6)`, `Phía Tây Bắc Bộ`: a tag, from when to when, or where."""
    return "#" in text or text.startswith(REGIONS) or _DAYS.search(text) is not None


def signs_nothing(part: str) -> bool:
    """`Tweet Share`, `Sign Up For Newsletters`, `Super User`: words with which templates label their pages."""
    return phrases("label_words").count(tokens_of(part)) > 0


def is_rank(part: str) -> bool:
    """`Phó Hiệu Trưởng`, `Phó CVP Sở`: an office; of one word, as `Phó Đức Mơ` begins, only behind a deputy's word."""
    tokens, words = tokens_of(part), part.split()
    if len(words) < 2 or part.isupper():
        return False
    if tokens[0] not in _DEPUTY:
        return phrases("titles").open(tokens) > 1
    return phrases("titles").open(tokens[1:]) > 0 or _ABBREVIATION.fullmatch(words[1]) is not None


def is_office(part: str) -> bool:
    """It begins as the names of offices do that sign beside a reporter."""
    return _offices().match(part) is not None or _UNIT.match(part) is not None


@kept
def _offices() -> re.Pattern[str]:
    return any_of(everything("signing_offices"), start=True)
