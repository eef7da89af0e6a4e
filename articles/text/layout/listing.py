"""Lines that stand in lists: verse, years one below the other, what is numbered by a word, `Bước 1`, `Điều 2`, what
stands below an item that ends in a colon, facts behind their names, `Quê quán: Xứ Đoài`, and what comes again with
other numbers. Like them neither headline nor caption: how a speech or a letter addresses those whom it is for."""

from collections import Counter
from itertools import pairwise

from articles.text import lazy_re as re
from articles.text.fold import name_key
from articles.text.layout.caption_signs import opens_caption
from articles.text.layout.lines import CAPITAL, Row, keys, phrases
from articles.text.layout.not_signing import REGIONS
from articles.text.layout.openings import DATED
from articles.text.layout.page import Page, once

_VERSE, _VERSES = 8, 5
"""So many words of a line, and so many lines in a row: of 247 such lines that read like captions eight were some."""
_COUNTED = re.compile(
    r"(?!(?i:ảnh|hình|photo)\b)(?P<what>(?:[^\W\d_]++ ){0,2}+)(?P<number>\d+)(?![\d/]|[.,]\d)"
)
_NUMBER = re.compile(r"\d+")
_ITEMS = 3
"""Lines that stand together below a colon, at least."""
_DASHES, _FAR = "-–—*•+●▪", 12
"""What opens an item, and the rows from one to the next, at most."""
_PARTS, _LONGEST_HEAD = 3, 28
"""Parts of a page, at least, and words of the line above one, at most."""
_LONGEST_ADDRESS = 10
"""Words of those whom a speech addresses, before `thân mến!`"""
_DEAR = frozenset(
    (("thân", "mến"), ("kính", "mến"), ("quý", "mến"), ("yêu", "quý"), ("yêu", "dấu"), ("thân", "yêu"))
)
_CELLS, _FIGURES = 8, 2
"""Words of a table's row, and figures among them, at least."""
_FACTS, _MUCH = 3, 4
"""Facts that stand together, and commas in a list, at least."""
# `Quê quán: Xứ Đoài`, `01/2016 - 04/2016: Bí thư`
_NAMED = re.compile(r"[^.:;!?“\"]{2,45}: \S")
# `Lò Văn Én - bí thư chi bộ bản`
_OFFICE = re.compile(rf"(?:{CAPITAL}\w* ){{2,5}}[-–] (?!{CAPITAL})[^\W\d_]")


def is_formula(page: Page, place: int) -> bool:
    """Another line says the same with other numbers: `Quy định này có hiệu lực từ ngày 1/3.`"""
    return _formulas(page)[_formula(page.rows[place].said)] > 1


@once
def _formulas(page: Page) -> Counter[str]:
    """How many different lines say the same but for their numbers."""
    return Counter(map(_formula, page.seen))


def _formula(said: str) -> str:
    """What a line says but for its numbers, which become `0`."""
    return _NUMBER.sub("0", said)


def is_fact(page: Page, place: int) -> bool:
    """A fact behind its name, or who holds an office, beside another one: of 615 such lines between paragraphs 2 were
    captions."""
    named = any(
        names(page, place) and (names(page, place - 1) or names(page, place + 1))
        for names in (_names_fact, _names_office)
    )
    return named and not opens_caption(page.rows[place])


def among_facts(page: Page, place: int) -> bool:
    """One of three facts, or a name with a long list behind it: headlines may name who speaks, but not so many of
    them, and not so much."""
    if _names_fact(page, place) and page.rows[place].text.count(",") >= _MUCH:
        return True
    named = 0
    for other in range(place - _FACTS + 1, place + _FACTS):
        named = named + 1 if _names_fact(page, other) else 0
        if named == _FACTS:
            return True
    return False


def _names_fact(page: Page, place: int) -> bool:
    if not 0 <= place < len(page.rows) or place in page.photos:
        return False
    row = page.rows[place]
    return ": " in row.text and _NAMED.match(row.text) is not None


def _names_office(page: Page, place: int) -> bool:
    if not 0 <= place < len(page.rows) or place in page.photos:
        return False
    text = page.rows[place].text
    return (" - " in text or " – " in text) and _OFFICE.match(text) is not None


@once
def lines_listed(page: Page) -> frozenset[int]:
    """The places of lines of verse and of lists, which are neither captions nor headlines; photos with credits are none
    of them."""
    salutations = {place for place, row in enumerate(page.rows) if salutes(row)}
    tables = {place for place, row in enumerate(page.rows) if is_table_row(row)}
    return frozenset(
        _verses(page)
        | unbulleted(page)
        | _numbered(page)
        | _below_items(page)
        | _in_contents(page)
        | salutations
        | tables
    )


def is_table_row(row: Row) -> bool:
    """`ĐỘI GIỜ ĐỘI Xứ Đoài FC 19h00, Ngày 4/7 Lam Khê`: figures and words in capitals, with hardly any others among
    them."""
    if row.ends or row.words < _CELLS or not any(map(str.isdecimal, row.tokens)):
        return False
    words = row.text.split()
    figures = sum(not word.isalpha() and any(map(str.isdecimal, word)) for word in words)
    return figures >= _FIGURES and sum(map(str.islower, words)) * 5 <= len(words)


def names_region(row: Row) -> bool:
    """`Hà Nội`, `Phía Tây Bắc Bộ`: a part of a forecast."""
    if row.ends or row.words > _LONGEST_ADDRESS:
        return False
    part = " ".join(row.text.split()[-2:]) if row.text.startswith(REGIONS) else row.text
    key = name_key(part)
    return key in keys("places") or key in keys("gazetteer")


def salutes(row: Row) -> bool:
    """`Kính thưa các vị khách quý!`, `Các cháu thân mến!`"""
    if row.text[-1] not in ",!:":
        return False
    behind = row.words <= _LONGEST_ADDRESS and tuple(row.tokens[-2:]) in _DEAR
    return behind or phrases("salutations").open(row.tokens) > 0


@once
def parts_listed(page: Page) -> frozenset[int]:
    """The lines of a page that is nothing but parts of one paragraph each, below one that leads to them: advice,
    questions and answers, captions and what they show. Boxes of other stories stand below more of a story than that."""
    place = page.opens + 1
    places: list[int] = []
    while place + 1 < len(page.rows) and _is_part(page, place):
        places += (place, place + 1)
        place += 2
        while place in page.photos:
            place += 1
    if len(places) < 2 * _PARTS:
        return frozenset()
    ended = place >= len(page.rows) or place in page.markers or page.signs(place)
    return frozenset(places if ended else ())


def _is_part(page: Page, place: int) -> bool:
    row, below = page.rows[place : place + 2]
    return (
        page.free(place)
        and page.free(place + 1)
        and row.words <= _LONGEST_HEAD
        and (row.text[-1] == "?" or not (row.ends or row.text[-1] in ":;,"))
        and below.ends
        and below.text[-1] != "?"
        and not row.opens_lower
    )


def goes_on_listing(page: Page, place: int) -> bool:
    """An item below another one, both behind the same dash."""
    if not 0 < place < len(page.rows):
        return False
    row, above = page.rows[place], page.rows[place - 1]
    return row.text[0] in _DASHES and row.text[1:2] == " " and row.text[:2] == above.text[:2]


def _verses(page: Page) -> set[int]:
    """Many short lines that stand together, none of them in a frame."""
    runs: list[list[int]] = [[]]
    for place, row in enumerate(page.rows):
        if row.words > _VERSE or row.piped or place in page.photos:
            runs.append([])
        else:
            runs[-1].append(place)
    return {place for run in runs if len(run) >= _VERSES for place in run}


@once
def unbulleted(page: Page) -> frozenset[int]:
    """Lines without a blank one between them below a colon, on a page that parts its paragraphs by some: items of a
    list whose bullets a browser did not copy."""
    parted = [row.gap > 0 for row in page.rows[1:] if row.prose]
    if sum(parted) * 2 <= len(parted):
        return frozenset()
    places: set[int] = set()
    for place, row in enumerate(page.rows):
        if row.text[-1] != ":" or place in page.markers:
            continue
        end = place + 1
        while end < len(page.rows) and _is_next(page, place, end):
            end += 1
        if end - place > _ITEMS:
            places.update(range(place + 1, end))
    return frozenset(places)


def _is_next(page: Page, colon: int, place: int) -> bool:
    row = page.rows[place]
    return page.free(place) and row.text[-1] != ":" and (place == colon + 1 or not row.gap)


def _in_contents(page: Page) -> set[int]:
    """The subheads that a list of contents above them names in their order, each right above its paragraph."""
    if max(page.seen.values(), default=0) < 2:
        return set()
    above: dict[str, int] = {}
    found: list[tuple[int, int]] = []
    for place, row in enumerate(page.rows):
        if page.seen[row.said] == 2:
            first = above.setdefault(row.said, place)
            if first < place and not row.ends and page.reads(place + 1):
                found.append((first, place))
    places: set[int] = set()
    for (first, place), (second, other) in pairwise(found):
        if second == first + 1:
            places.update((place, other))
    return places


def _below_items(page: Page) -> set[int]:
    """What stands between `– một trong các trường hợp:` and the next line with that dash: of 137 such lines one was a
    caption."""
    opened: dict[str, int] = {}
    """Where an item that ends in a colon stands, by its dash."""
    places: set[int] = set()
    for place, row in enumerate(page.rows):
        if row.text[0] not in _DASHES:
            continue
        above = opened.pop(row.text[0], place)
        if place - above <= _FAR:
            places.update(range(above + 1, place))
        if row.text[-1] == ":":
            opened[row.text[0]] = place
    return places


def _numbered(page: Page) -> set[int]:
    """Lines that open with a figure beside another one that does, or with a word that others number otherwise."""
    places: dict[str, dict[str, list[int]]] = {}
    """By the words they open with, and by the number."""
    for place, row in enumerate(page.rows):
        if place not in page.photos and (match := _COUNTED.match(row.text)) and not DATED.match(row.text):
            places.setdefault(match["what"].casefold(), {}).setdefault(match["number"], []).append(place)
    figures = {place for found in places.pop("", {}).values() for place in found}
    return {place for place in figures if not figures.isdisjoint((place - 1, place + 1))} | {
        place
        for numbers in places.values()
        if len(numbers) > 1
        for found in numbers.values()
        for place in found
    }
