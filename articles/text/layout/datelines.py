"""Where a story says it was written, or which outlet's code stands before it: `Hà Nội -`, `(XĐ) -`, `Hanoi (VNA) –`."""

from articles.text import lazy_re as re
from articles.text.fold import name_key
from articles.text.layout.bylines import has_surname
from articles.text.layout.houses import is_code, is_domain
from articles.text.layout.lines import CAPITAL, keys, phrases, tokens_of

_BRACKETED = re.compile(r"^\((?P<code>[^\W\d_][^()]{0,28})\)\s*\.?\s*[-–—]+\s*(?=\S)")
# Without a dash only a code in capitals: `(XĐO) Sáng 4/2`.
_BRACKETED_CODE = re.compile(rf"^\((?P<code>[A-ZĐ]{{2,7}})\)\s+(?=[\"“]?{CAPITAL})")
# A stamp that ran into the text: `HÀ NỘINgười dân …`.
_STAMPED = re.compile(
    rf"^(?P<place>{CAPITAL}(?:{CAPITAL}|[ .-]){{2,24}}?) ?(?={CAPITAL}(?!{CAPITAL})[^\W\d_])"
)
_UNBRACKETED = re.compile(
    r"^(?P<code>[^\W\d_][\w.+&]*(?: [^\W\d_][\w.]*){0,3})(?:\s*,\s*(?:ngày\s*)?\d[\d/.-]{2,9}\s*)?"
    r"(?: [-–—]+ ?|\s?[–—] ?|- |\.- ?)(?=[\"“'‘(]?[^\W\d_])"
)
# What an outlet's code looks like, and other openings too: `(Xứ Đoài) …`, `XĐO - …`, `XĐO. …`.
CODED = re.compile(
    rf"\([^()]{{2,25}}\)|[A-ZĐ]\w*(?:\.\w+)*\s?[-–—]\s|(?P<code>[A-ZĐ]{{3,8}})\. (?={CAPITAL})"
)
_LONGEST = 100
"""Letters within which a dateline has its bracket or dash."""
_LONGEST_SYLLABLE = 7
"""Letters of a Vietnamese word: `Kinhtedothi - …` is an outlet's address."""
_WIRE = re.compile(
    r"^(?P<place>[A-Z][A-Za-zÀ-ỹ .,'-]{2,40}?),? ?(?:[A-Z][a-z]+\.? \d{1,2} ?)?"
    r"\((?P<agency>[A-Z][\w+ -]{1,14})\) ?[-–—]+ "
)
_DAY = re.compile(r"\b(?:ngày|sáng|trưa|chiều|tối|đêm) \d{1,2}[/.-]\d", re.IGNORECASE)
_OPENER = re.compile(
    r"[\"“]?(?:ngày|sáng|trưa|chiều|tối|đêm|rạng sáng|hôm nay|hôm qua|mới đây|vừa qua|"
    r"theo|nhân|tại|trong|sau|bộ|thủ|chủ|phó|ông|bà|các|một|nhiều|hơn|hàng|liên quan|đoàn|lãnh đạo|đại diện|đại tá|"
    r"thượng tá|trung tá|thiếu tá|công an|cảnh sát|cơ quan|văn phòng|ủy ban|uỷ ban|ubnd|hđnd|sở|ban|hội|chính phủ|"
    r"quốc hội|tổng|thứ trưởng|tin từ|thông tin)\b",
    re.IGNORECASE,
)


def read_dateline(text: str, page: str) -> tuple[str, int, tuple[str, ...]] | None:
    """(dateline, where the story begins after it, agencies it names) when `text` opens with one.

    `page` is the whole text: a code that the story itself talks about (`ASEAN - …`) is no outlet's.
    """
    opening = text[:_LONGEST]
    if "(" in opening:
        if (match := _WIRE.match(text)) and _is_place(match["place"]) and not text[match.end()].islower():
            return match["place"].strip(" ,").title(), match.end(), (match["agency"],)
        if match := _BRACKETED.match(text):
            code = match["code"].strip(" .")
            return (code, match.end(), ()) if code.count(" ") <= 3 else None
        if match := _BRACKETED_CODE.match(text):
            return match["code"], match.end(), ()
    if text[1:2].isupper() and (match := _STAMPED.match(text)) and name_key(match["place"]) in keys("places"):
        place = match["place"]
        return place if place.startswith("TP") else place.title(), match.end(), ()
    match = _before_dash(text)
    if match is None:
        return None
    code, rest = match["code"].strip(" ."), text[match.end() :]
    if not all(word[0].isupper() for word in code.split()) or not (rest[0].isupper() or rest[0] in "“\"'‘("):
        return None
    if name_key(code) in keys("not_datelines"):
        return None
    one = " " not in code
    dated = (
        _OPENER.match(rest) is not None
        or phrases("paragraph_openings").open(tokens_of(rest[:60])) > 0
        or says_when(rest)
    )
    if name_key(code) in keys("agencies"):
        return code, match.end(), ()
    if name_key(code) in keys("places"):
        return (code, match.end(), ()) if dated or page.count(code) <= 2 else None
    if one and (is_code(code) or is_domain(code) or (code.isascii() and "." in code)):
        return (code, match.end(), ()) if dated or page.count(code) == 1 else None
    if one and code.isascii() and len(code) > _LONGEST_SYLLABLE and page.count(code) == 1:
        return code, match.end(), ()
    # A place on no list: two or three words that are no person's name, and that the story has no more of; in English
    # in capitals.
    written = not code.isascii() or (code.isupper() and not rest.split(None, 1)[0].isupper())
    unknown = written and not (one or has_surname(code)) and page.count(code) == 1
    if code.count(" ") <= 2 and (dated or unknown):
        return code, match.end(), ()
    return None


def code_before(text: str, page: str) -> tuple[str, int]:
    """The code of an outlet that `text` opens with, and where it begins behind it; a place is none."""
    if not (found := CODED.match(text)):
        return "", 0
    if code := found["code"]:
        return (code, found.end()) if page.count(code) == 1 else ("", 0)
    dateline = read_dateline(text, page)
    return dateline[:2] if dateline and name_key(dateline[0]) not in keys("places") else ("", 0)


def opens_coded(text: str) -> bool:
    """`(XĐO) - …`: an outlet's code, which stands before a dek or a story; before headlines what kind they are of:
    `(Video) - …`, `(Kỳ 2) - …`."""
    match = _BRACKETED.match(text)
    if not match or any(map(str.isdigit, match["code"])):
        return False
    return name_key(match["code"]) not in keys("sections")


def opens_sourced(text: str) -> bool:
    """`xudoai.vn - …`, `TTXVN - …`: a source without brackets, before a dek, a story or a motto of its own."""
    match = _before_dash(text)
    return match is not None and (is_domain(match["code"]) or name_key(match["code"]) in keys("agencies"))


def _before_dash(text: str) -> re.Match[str] | None:
    """What may be a place or a code without brackets; most paragraphs open without any dash."""
    opening = text[:_LONGEST]
    dashed = "-" in opening or "–" in opening or "—" in opening
    return _UNBRACKETED.match(text) if dashed else None


def says_when(text: str) -> bool:
    """A sentence that soon says on which day: `Chính phủ Litva ngày 2/2 thông báo …`."""
    return _DAY.search(text, 0, _LONGEST) is not None


def _is_place(place: str) -> bool:
    """Capitals throughout, so no words of a sentence that has a name and a bracket: `Theo báo này, bà A (B) - …`."""
    return all(not word[0].islower() for word in place.split())


def dateline_alone(text: str) -> str:
    """`(XĐ News) -` on a line of its own: the code, else empty."""
    match = re.fullmatch(
        r"\((?P<code>[^\W\d_][^()]{0,28})\)\s*\.?\s*[-–—]+|(?P<bare>[A-ZĐ]{2,6}) ?[-–—]", text
    )
    return (match["code"] or match["bare"]).strip() if match else ""
