"""Lines that hold two things which pages keep apart: an extractor's date before the text, a caption before the lead,
an alternative text before its caption, a date behind the headline, links behind the text; and half sentences."""

from itertools import pairwise

from articles.text import lazy_re as re
from articles.text.layout.bylines import read_signature
from articles.text.layout.cutting import cut
from articles.text.layout.lines import BROKEN, CAPITAL, Row, keys
from articles.text.layout.masthead import names_site
from articles.text.layout.navigation import marker
from articles.text.layout.openings import opens_story
from articles.text.layout.photo_credits import BRACKETED, split_credit
from articles.text.layout.published import read_stamp
from articles.text.layout.stamped import part_stamp, part_together
from articles.text.layout.wrapping import joined

_DATE_FIRST = re.compile(r"date (?:19|20)\d\d-\d\d(?:-\d\d)? (?=\S)")
_TITLE_LABEL = re.compile(r"(?:title|headline|ti[êe]u đề)\s?:\s?(?=\S)", re.IGNORECASE)
# `Đại biểu dự lễ. Ảnh: Hà Sơn/XĐSáng 4/2, đoàn …`: only a day or the page's own code shows where a credit ends.
_CAPTION_FIRST = re.compile(
    r"[^:]{15,250}?[\s.,;([–-](?:Ảnh|ẢNH|Nguồn|Photo) ?: ?[^.:;\d]{2,40}?[)\]]?\.?\s?"
    r"(?=(?:Ngày|Rạng sáng|Sáng|Trưa|Chiều|Tối|Đêm|Hôm nay)(?: (?:ngày|nay|qua|sớm))?,? ?\(?\d"
    rf"|\({CAPITAL}[\w.]{{1,12}}\) ?[-–—])"
)
# `Đại biểu dự lễ. Ảnh: Hà Sơn.Đây là …`: run into the paragraph below.
_CREDIT_GLUED = re.compile(
    rf"[^:]{{15,250}}?[\s.,;([–-](?:Ảnh|ẢNH|Photo) ?: ?{CAPITAL}\w*(?:[ /-]{{1,3}}{CAPITAL}\w*){{0,4}}[)\]]?"
    rf"\.(?={CAPITAL}[^\W\d_]{{0,6}} [^\W\d_])"
)
# `Cầu Trà thông xe - Ảnh 1.Đại biểu dự lễ`: the page's title with a number, an alternative text, before the caption.
_ALTERNATIVE_FIRST = re.compile(
    rf"(?P<title>\S.{{10,160}}?)(?: ?[-–])? ?[Ảả]nh \d{{1,2}}\.? ?(?=[\"“]?{CAPITAL})"
)
# `Cầu Trà đã thông xe. > Lam Khê chờ cầu / Mở tuyến xe buýt`, `Cầu Trà thông xe >> Lam Khê chờ cầu`
_POINTER_LAST = re.compile(rf"(?:[.!?…][\"”’)]*|[^\s>](?=\s?>>))\s?(?=>{{1,3}}\s?[\"“‘'(]?(?:{CAPITAL}|\d))")
# `Trang chủ / Tin tức / Cầu Trà thông xe sau hai năm`: the headline ends the way through the site.
_WAY = re.compile(r"(?:trang (?:chủ|nhất)|home)(?: [/|] |\s?[>»›]\s?)", re.IGNORECASE)
_HOME = ("Trang ", "TRANG ", "Home", "HOME")
_STEP = re.compile(r" [/|] |\s?[>»›]\s?")
_LONGEST_ALTERNATIVE = 170
"""Letters of a title and of the word behind it, at most."""
_LONGEST_CAPTION = 360
_SHORTEST_LEAD, _SHORTEST_HEADLINE = 60, 20
_LONGEST_LINKS = 60
"""Words of the links behind a dek."""
_LONGEST_PHRASE = 40
_LONGEST_PART, _LONGEST_NAME = 12, 4
"""Words of a headline's line in capitals; those of a name, which may stand there, too."""
_OF_HOUSES = frozenset(("tạp", "tử", "online"))
"""`TẠP CHÍ …`, `BÁO ĐIỆN TỬ …`: a word of those of which one tells a house's name in capitals from a headline."""
_SHORTEST_STEP = 6
"""Spaces in the last step of a way through the site that is a headline, at least: sections have shorter names."""
_MOST_PHOTOS = 30
"""Photos on one line that are told apart."""
_NEAR_TOP = 8
"""Rows in which the lead is looked for."""
_ABOVE_LEAD = 30
"""Rows in which the headline is looked for, with the lists of other stories that stand above it."""


def part(rows: list[Row], text: str) -> list[Row]:
    """The rows of `text` with those parted that hold two things; what cannot be placed in the source stays whole."""
    for place, row in enumerate(rows[:_ABOVE_LEAD]):
        if row.text.startswith(_HOME) and len(pieces := _part_way(row, text)) > 1:
            rows = [*rows[:place], *pieces, *rows[place + 1 :]]
            break
    parted = [piece for row in rows[:_NEAR_TOP] for piece in _part_label(row, text)] + rows[_NEAR_TOP:]
    parted = part_together(_part_date(parted, text), text)
    rows = [piece for row in parted[:_NEAR_TOP] for piece in _part_caption(row, text)] + parted[_NEAR_TOP:]
    rows = _part_again(rows, text)
    rows = part_stamp(rows[:_ABOVE_LEAD], text) + rows[_ABOVE_LEAD:]
    if "(" in text:
        rows = [piece for row in rows for piece in _part_photos(row, text)]
    rows = _part_alternatives(rows, text)
    return [piece for row in rows for piece in _part_pointers(row, text)] if ">" in text else rows


def _part_date(rows: list[Row], text: str) -> list[Row]:
    """`date 2020-07-05 Hội sách …`: part the date that some extractors put before a page's first line.

    A month alone says no day of publication, so it is left out.
    """
    if not rows or not (match := _DATE_FIRST.match(rows[0].text)):
        return rows
    pieces = cut(rows[0], match.end(), text)
    if len(pieces) > 1 and pieces[0].text.count("-") == 1:
        pieces[0].mark("navigation", "a month without a day")
    return pieces + rows[1:]


def _part_label(row: Row, text: str) -> list[Row]:
    """`Tiêu đề: Hội sách …`: leave out what a form calls the headline."""
    match = _TITLE_LABEL.match(row.text)
    pieces = cut(row, match.end(), text) if match else [row]
    if len(pieces) > 1:
        pieces[0].mark("navigation", "a label")
    return pieces


def _part_way(row: Row, text: str) -> list[Row]:
    if not _WAY.match(row.text) or row.ends:
        return [row]
    *_, last = _STEP.finditer(row.text)
    headline = row.text.count(" ", last.end()) >= _SHORTEST_STEP
    return cut(row, last.end(), text) if headline else [row]


def _part_caption(row: Row, text: str) -> list[Row]:
    if ":" not in row.text[:_LONGEST_CAPTION] or len(row.text) < _SHORTEST_LEAD:
        return [row]
    match = _CAPTION_FIRST.match(row.text, 0, _LONGEST_CAPTION) or _CREDIT_GLUED.match(
        row.text, 0, _LONGEST_CAPTION
    )
    return cut(row, match.end(), text) if match and len(row.text) - match.end() >= _SHORTEST_LEAD else [row]


def _part_again(rows: list[Row], text: str) -> list[Row]:
    """`Cầu Trà thông xeĐại biểu dự lễ`, and below it `Đại biểu dự lễ`: the alternative text of a photo, run into the
    headline."""
    for place, (row, below) in enumerate(pairwise(rows[:_NEAR_TOP])):
        at = len(row.text) - len(below.text)
        if (
            at > _SHORTEST_HEADLINE
            and row.text.endswith(below.text)
            and row.text[at - 1].islower()
            and below.text[0].isupper()
            and len(pieces := cut(row, at, text)) > 1
        ):
            pieces[1].mark("junk", "an alternative text of a photo")
            return [*rows[:place], *pieces, *rows[place + 1 :]]
    return rows


def _part_photos(row: Row, text: str) -> list[Row]:
    """`Đại biểu dự lễ (Ảnh: Hà Sơn) Sáng 4/2, đoàn …`: photos with credits in brackets, each a row of its own, and what
    stands behind them."""
    pieces = [row]
    while "(" in pieces[-1].text and len(pieces) < _MOST_PHOTOS:
        match = BRACKETED.search(pieces[-1].text, 0, _LONGEST_CAPTION)
        if match is None or (split_credit(pieces[-1].text) is not None and not match.start()):
            break
        parted = cut(pieces[-1], match.end(), text)
        if len(parted) == 1:
            break
        pieces[-1:] = parted
    return pieces


def _part_pointers(row: Row, text: str) -> list[Row]:
    """Links to other stories behind the last sentence of a dek or a paragraph."""
    if ">" not in row.text or not (match := _POINTER_LAST.search(row.text)):
        return [row]
    if BROKEN.search(row.text, match.end()) or row.text.count(" ", match.end()) > _LONGEST_LINKS:
        return [row]  # The story goes on behind them.
    pieces = cut(row, match.end(), text)
    if len(pieces) > 1:
        pieces[1].mark("navigation", "pointers to other stories")
    return pieces


def _part_alternatives(rows: list[Row], text: str) -> list[Row]:
    parted: list[Row] = []
    for row in rows:
        opening = row.text[:_LONGEST_ALTERNATIVE]
        numbered = "ảnh " in opening or "Ảnh " in opening
        match = _ALTERNATIVE_FIRST.match(row.text) if numbered else None
        known = match is not None and any(row.said == match["title"].casefold() for row in rows[:_NEAR_TOP])
        parted += cut(row, match.end(), text) if match and known else [row]
    return parted


def join_broken(rows: list[Row]) -> list[Row]:
    """`Đại sứ trao tặng` / `bức tranh thủy mặc.`: a sentence, a headline or a caption that was cut, however long its
    lines are.

    Of the page's first line only what has no end is part, where that may be a title: a sentence below it is none.
    """
    rows = _join_capitals(rows)
    groups: list[list[Row]] = []
    for row in reversed(rows):
        below = groups[-1] if groups else None
        if (
            below
            and below[-1].opens_lower
            and _breaks(row, below[-1])
            and (
                (below[0].ends and not (row is rows[0] and _heads(row, below[-1]))) or _is_phrase(row, below)
            )
            and not (row is rows[0] and _stands_again(rows))
        ):
            below.append(row)
        else:
            groups.append([row])
    return [joined(group[::-1]) for group in reversed(groups)]


def _heads(first: Row, below: Row) -> bool:
    """The page's first line may be a title: it opens no story, and the paragraph below is not broken into lines."""
    return not opens_story(first) and below.last == below.number


def _stands_again(rows: list[Row]) -> bool:
    """The page's first line stands below as well, so that it is whole."""
    return any(row.said == rows[0].said for row in rows[1:_ABOVE_LEAD])


def _join_capitals(rows: list[Row]) -> list[Row]:
    """A headline in capitals on two or three lines, the last above its date or its story."""
    for first, row in enumerate(rows[:_NEAR_TOP]):
        end = first
        while (
            end < min(first + 4, len(rows))
            and _part_of_headline(rows[end])
            and not (rows[end].gap and end > first)
        ):
            end += 1
        if row.text.isupper() and end > first and not _names_house(row):
            below = rows[end] if end < len(rows) else None
            apart = below is not None and (below.prose or read_stamp(below.text)) and not below.text.isupper()
            if not (apart and 2 <= end - first <= 3):
                return rows
            return [*rows[:first], joined(rows[first:end]), *rows[end:]]
    return rows


def _part_of_headline(row: Row) -> bool:
    return (
        row.text.isupper()
        and not (row.ends or row.piped)
        and 3 <= row.words <= _LONGEST_PART
        and read_stamp(row.text) is None
        and row.key not in keys("sections")
        and (row.words > _LONGEST_NAME or read_signature(row.text) is None)
    )


def _is_phrase(row: Row, below: list[Row]) -> bool:
    """What the lines make together has no end and is as short as headlines and captions are; the address of a link,
    which begins with a small letter, too, has no Vietnamese marks."""
    length = row.words + sum(other.words for other in below)
    return (
        not below[0].ends
        and read_stamp(below[-1].text) is None
        and length <= _LONGEST_PHRASE
        and len(below) < 4
        and not "".join(below[-1].tokens[:5]).isascii()
    )


def _breaks(above: Row, row: Row) -> bool:
    """Nothing closes the line above, and the next one begins with a word in the middle of a sentence."""
    if above.ends or row.gap or above.piped or row.piped or above.words < 4 or above.text[-1] in ":;":
        return False
    first = row.text.split(" ", 1)[0].rstrip(",;:")
    word = first.islower() and first.isalpha() and (len(first) > 1 or not first.isascii())
    if not word or split_credit(above.text) is not None or read_signature(above.text) or _signs(row):
        return False
    return marker(above) != "related"  # `Từ khóa liên quan`, and the tags below it.


def _names_house(row: Row) -> bool:
    """`TẠP CHÍ LAM KHÊ`, `BÁO ĐIỆN TỬ XỨ ĐOÀI`; but `ĐÀI LOAN MỞ TUYẾN BAY` goes on below."""
    return names_site(row.text) and not _OF_HOUSES.isdisjoint(row.tokens)


def _signs(row: Row) -> bool:
    """`bởi: Hà Mơ`, `bởi Hà Mơ`"""
    signature = read_signature(row.text) if ":" in row.text or row.text.startswith("bởi ") else None
    return signature is not None and signature.labelled
