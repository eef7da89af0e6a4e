"""What stands above a page's title and is none: the house's name and its motto, the same in another language, menus."""

from articles.text import lazy_re as re
from articles.text.fold import name_key
from articles.text.layout.bylines import read_signature
from articles.text.layout.date_labels import WEEKDAY
from articles.text.layout.houses import is_domain
from articles.text.layout.lines import CAPITAL, Row, keys, phrases

_WORD = re.compile(r"\w+")
_FOREIGN = re.compile(r"[^\W\d_]{2}")
"""What a name in another language has and buttons for the size of letters have not: `A- A A+`."""
_MARKED = re.compile("[^\\x00-\\x7f–—‘’“”…]")
# `Trang chủThời sựCầu Trà …`: steps of a way, run together.
_HOME = re.compile(rf"(?i:trang (?:chủ|nhất)|home)\b|(?i:trang (?:chủ|nhất))(?={CAPITAL})")
_OUTLET = re.compile(
    rf"(?i:báo|tạp chí)(?: {CAPITAL}\w*){{1,5}} (?i:điện tử|online)$"
    r"|(?i:(?:cổng|trang) (?:thông tin|tin)(?: điện tử)?|ttt?đt|đài (?:pt|phát thanh)\S*)"
    rf"(?: (?:{CAPITAL}\w*|[&-]|(?i:và|tỉnh|huyện|xã|thành phố|quận|thị xã|phường|truyền hình)))*$"
)
_SITE = re.compile(
    rf"(?i:báo|tạp chí|đài|cổng|trang)(?: {CAPITAL}\w*| (?i:điện tử|thông tin|tin|online)){{2,6}}$"
)
# `Số 214 (7.881) phát hành hôm nay`, `Số 31, thứ Năm`: which issue of a paper.
# And `Nhật báo Xứ Đoài - Trang 3`.
_ISSUE = re.compile(
    r"(?:báo (?:in|giấy) )?số:? ?\d{1,5} ?[(/,–-] ?[\w.() /-]{2,40}$"
    r"|(?:(?:nhật |tuần )?báo|tạp chí|đặc san) [\w ]{2,40}?(?: [|–-]|,) (?:số|trang) \d{1,5}$",
    re.IGNORECASE,
)
# `Thứ 3, 14 tháng 1`, `Thứ bảy: 12:40`: the site's calendar, which does without a year.
_CALENDAR = re.compile(
    rf"(?:hôm nay[,:]? )?{WEEKDAY}[,:]? ?(?:ngày )?"
    r"(?:\d{1,2}(?:[/.-]| tháng )\d{1,2}|\d{1,2}:\d\d)(?:[, ]+\d{1,2}:\d\d)?$",
    re.IGNORECASE,
)
# `Tiếng nói của Đảng bộ, chính quyền và nhân dân tỉnh Lâm Khê`
_MOTTO = re.compile(
    r"(?:cơ quan|tiếng nói)(?: ngôn luận)? của (?:đảng bộ|ban chấp hành|bch|(?:tỉnh|thành|huyện|quận) ủy|liên hiệp)\b",
    re.IGNORECASE,
)
# `Hà Nội 24°C`, `24°C - 31°C`
_WEATHER = re.compile(
    r"(?:[^\W\d_]+ ?:? ){0,4}-?\d{1,2} ?[°º] ?C?(?: ?[-/|] ?\d{1,2} ?[°º] ?C?)?$", re.IGNORECASE
)
# `Nhiệt liệt chào mừng Đại hội …   Kỷ niệm 90 năm …`: slogans that run across the page's head, blanks between them.
_SLOGAN = re.compile(
    r"(?:nhiệt liệt |tích cực )?(?:chào mừng|hưởng ứng|kỷ niệm|thi đua) |quyết tâm |ra sức |đẩy mạnh |toàn đảng,",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"nhiệt liệt (?:chào mừng|chúc mừng|hoan nghênh|hưởng ứng) |quyết tâm thực hiện (?:thắng lợi|thành công) "
    r"|(?:ra sức |tích cực )?thi đua (?:lập thành tích|chào mừng|thực hiện thắng lợi) ",
    re.IGNORECASE,
)
CUT = ("...", "…")
"""With what a line ends that was cut short."""
_SHOWN = 16
"""Letters of a headline that a line above it has by no chance."""
_BLANKS = re.compile(r"\s{3,}")
_SEPARATOR = re.compile(r" (?:[|–—-]|::|») ")
_LONGEST_SLOGAN = 32
"""Words of a slogan that may be a headline, at most."""
_LONGEST = 16
_LONGEST_WAY = 60
"""Words of a way through the site, which may end in the story's headline."""
LABEL = 4
"""Words of a label in a menu, or of a part of a motto, at most."""
_PARTS = 3
"""Parts of a motto at least."""
_UNKNOWN = 4
"""Words of a house's name that are on no list at most: its place, or another house."""
_PLACE_WORDS = 3
"""Words of a place's name, at most."""
_UNITS = frozenset(("tỉnh", "huyện", "xã", "phường", "quận", "trấn", "phố"))
_LEAST_NAMES = 4
"""Sections in a menu on one line, at least."""
_HOUSES = ("organisations", "signing_offices", "sections")
_IN_NAMES = ("organisations", "signing_offices", "org_words", "fields", "gazetteer", "places")
_SAYING = ("titles", "event_kinds", "headline_verbs")
_JOINING = frozenset(("và", "của", "tại", "ở", "các", "cấp", "of", "and", "for", "the"))


def is_outlet(row: Row) -> bool:
    """`Báo Xứ Đoài điện tử`: the page's own name, wherever it stands."""
    return row.words <= 12 and not row.ends and _OUTLET.match(row.text) is not None


def names_site(text: str) -> bool:
    """`Báo Xứ Đoài`, `xudoai.vn`: the name of an outlet or its address."""
    return _SITE.match(text) is not None or is_domain(text)


def is_marquee(row: Row) -> bool:
    """Several slogans on one line; a headline with wide blanks goes on in other words, and is shorter than most."""
    if row.words > _LONGEST_SLOGAN and greets(row) and not row.ends:
        return True
    if not row.written or row.text[-1] == ".":
        return False
    parts = _BLANKS.split(row.written)
    return len(parts) > 1 and all(_SLOGAN.match(part) and part.count(" ") >= LABEL for part in parts)


def greets(row: Row) -> bool:
    """`Nhiệt liệt chào mừng Đại hội XV`: a slogan of the house rather than a headline."""
    return _GREETING.match(row.text) is not None


def shows_cut(row: Row, below: Row) -> bool:
    """`Trang chủ Thời sự Cầu Trà thông xe sau hai...`: the beginning of the line below, cut short."""
    if not row.text.endswith(CUT) or len(below.text) <= _SHOWN:
        return False
    shown = row.text.rstrip(".…")
    at = shown.find(below.text[:_SHOWN])
    return at >= 0 and below.text.startswith(shown[at:])


def names_house(text: str) -> bool:
    """`Quỹ Bảo vệ rừng tỉnh Lâm Trà`, `Trang thông tin điện tử huyện Lâm Trà`: whose page it is."""
    row = Row(1, 0, len(text), text, 0)
    return is_outlet(row) or (row.words <= _LONGEST and _names_house(row))


def names_page(text: str) -> bool:
    """The name of an outlet, or of its first page."""
    return names_site(text) or _HOME.match(text) is not None


def without_site(text: str) -> str:
    """`Cầu Trà thông xe | Thời sự | Báo Xứ Đoài`, a browser's title: the headline in it.

    What stands behind a dash belongs to the headline, unless it is a house's name, or a section before one.
    """
    whole = text
    while parts := list(_SEPARATOR.finditer(text)):
        last = parts[-1]
        name, key = text[last.end() :], name_key(text[last.end() :])
        if not (
            "|" in last[0]
            or names_site(name)
            or _OUTLET.match(name)
            or key in keys("agencies")
            or (text != whole and key in keys("sections"))
        ):
            break
        text = text[: last.start()].rstrip()
    return text


def in_masthead(row: Row, *, vietnamese: bool) -> bool:
    """Whether a line above the story is part of the page's head, and no headline. `vietnamese`: the story is."""
    if _HOME.match(row.text):
        return row.words <= _LONGEST_WAY
    if row.ends:
        return False
    if _lists_sections(row) or any(
        kind.match(row.text) for kind in (_SITE, _ISSUE, _CALENDAR, _WEATHER, _MOTTO)
    ):
        return True
    foreign = vietnamese and row.words >= 3 and not _MARKED.search(row.text) and _FOREIGN.search(row.text)
    if row.words > _LONGEST or not (
        foreign or _is_menu(row.text) or _is_motto(row.text) or _names_house(row)
    ):
        return False
    return read_signature(row.text) is None


def _names_house(row: Row) -> bool:
    """`Viện kiểm sát nhân dân tối cao`, `Hội Nông dân tỉnh Lâm Trà`: an organisation and nothing said of it."""
    tokens, written = row.tokens, _WORD.findall(row.text)
    if len(tokens) < 2 or any(map(row.text.__contains__, ',:;?!"“')):
        return False
    if not any(phrases(name).open(tokens) for name in _HOUSES):
        return False
    capitals, unknown, place = row.text.isupper(), 0, 0
    while place < len(tokens):
        known = max(phrases(name).at(tokens, place) for name in _IN_NAMES)
        says = max(phrases(name).at(tokens, place) for name in _SAYING)
        if capitals or tokens[place] in _JOINING:
            may_be = known or tokens[place] in _JOINING or (_ends_in_place(tokens, place) and not says)
        elif written[place][0].isupper():
            may_be = known >= says
        else:
            may_be = known and not says
        if not may_be:
            return False
        unknown += not known
        place += known or 1
    return unknown <= _UNKNOWN


def _ends_in_place(tokens: list[str], place: int) -> bool:
    """`XÃ LAM KHÊ`: a few words at the end of a line, behind what is one of many of its kind."""
    return any(token in _UNITS for token in tokens[max(0, place - _PLACE_WORDS) : place]) and (
        place >= len(tokens) - _PLACE_WORDS
    )


def _lists_sections(row: Row) -> bool:
    """`Thời sự Thế giới Kinh doanh Pháp luật Xe mới`: a menu on one line, most of its words names of sections."""
    if not _LEAST_NAMES <= row.words <= _LONGEST_WAY:
        return False
    tokens, sections = row.tokens, phrases("sections")
    if sum(map(sections.by_first.__contains__, tokens)) < _LEAST_NAMES:
        return False
    written = _WORD.findall(row.text)
    if len(tokens) != len(written) or sum(word[0].isupper() for word in written) < _LEAST_NAMES:
        return False
    place = names = known = 0
    while place < len(tokens):
        length = sections.at(tokens, place) if written[place][0].isupper() else 0
        names, known = names + (length > 0), known + length
        place += length or 1
    return names >= _LEAST_NAMES and known * 2 > len(tokens)


def _is_menu(text: str) -> bool:
    """`Giới thiệu | Tin tức | Liên hệ`."""
    return _are_labels(text.split(" | "), least=2)


def _is_motto(text: str) -> bool:
    """`Kỷ cương - Trách nhiệm - Hiệu quả`."""
    return _are_labels(text.replace(" – ", " - ").split(" - "), least=_PARTS)


def _are_labels(parts: list[str], *, least: int) -> bool:
    return len(parts) >= least and all(part.count(" ") < LABEL for part in parts)
