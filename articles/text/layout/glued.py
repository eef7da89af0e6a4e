"""Section, title and lead that stand on one line, without a mark between them."""

from itertools import islice

from articles.text import lazy_re as re
from articles.text.layout.lines import CAPITAL, Row, tokens_of
from articles.text.layout.openings import opens_paragraph
from articles.text.layout.page import Page
from articles.text.layout.stopped import LONGEST_TITLE
from articles.text.lexicon import kept_last

_SHORTEST_TITLE = 4
_LONGEST_SECTION = 5
_LONGEST_OPENING = 40
"""Letters of the words with which a paragraph begins, at most."""
_CODE = r"[^\W\d_][^()]{1,20}\)\s?\.?\s?[-–—]"
"""Behind its first bracket."""
_INNER_OPENING = re.compile(
    r"[ (](?:(?<=[^\s.,;:!?–-] )(?=(?:Ngày|Rạng sáng|Sáng|Trưa|Chiều|Tối|Đêm)\s(?:nay|qua|ngày\s)?[\s(]*\d"
    rf"|\({_CODE}|[^\W\d_]\w*+\.(?:vn|VN|com|net)\s?[-–—]\s{CAPITAL})"
    rf"|(?<=[^\s.,;:(–-]\()(?={_CODE}))"
)
"""A search that begins with a set of rare signs looks at few places of a line."""
_INNER_CAPITAL = re.compile(rf"(?<=[\w\"”%)]) (?={CAPITAL}\w* (?!{CAPITAL})[^\W\d_])")
_WORD = re.compile(r"\w+")
_OPENING_MARKS = "\"“‘'("


@kept_last(100)
def opens_inside(line: str) -> bool:
    """Whether a story's usual opening (`Ngày 3/4`, `(XĐ) -`) stands inside its first line, behind what may be a
    title that ran into it: no verb's object can begin so."""
    return _title_end(line, 0) is not None


def part_title(page: Page, row: Row) -> tuple[int, int] | None:
    """Where in a line section and title end, which a section's name and the lead's opening show."""
    names = row.text.split(" ", _LONGEST_SECTION + 1)
    for count in range(min(_LONGEST_SECTION, len(names) - 1), 1, -1):
        name = " ".join(names[:count])
        if names[count][0].isupper() and page.section_of(name):
            end = _title_end(row.text, len(name) + 1) or _paragraph_end(row.text, len(name) + 1)
            return (len(name), end) if end else None
    return None


def section_before(page: Page, title: str) -> int:
    """Where a headline begins behind a section's name that none would open with: `Tin …`, or with a dash in it."""
    names = title.split(" ")
    for count in range(3, min(_LONGEST_SECTION, len(names) - _SHORTEST_TITLE) + 1):
        name = " ".join(names[:count])
        if (
            names[count][0].isupper()
            and (names[0].casefold() == "tin" or "-" in names)
            and name[-1].isalnum()
            and page.section_of(name)
        ):
            return len(name) + 1
    return 0


def _paragraph_end(line: str, begin: int) -> int | None:
    """Where a title ends before words with which paragraphs go on, in capitals that no mark explains."""
    for match in islice(_INNER_CAPITAL.finditer(line, begin), LONGEST_TITLE):
        opening = tokens_of(line[match.end() : match.end() + _LONGEST_OPENING])
        if opens_paragraph(opening) and _is_title(line, begin, match.start()):
            return match.start()
    return None


def title_again(page: Page, row: Row, title: str) -> tuple[int, int] | None:
    """Where the section ends and where the story begins in a first line that says section and title again."""
    wanted = tokens_of(title)
    if len(wanted) < _SHORTEST_TITLE:
        return None
    for count in range(1, min(_LONGEST_SECTION, len(row.tokens) - len(wanted) - 1) + 1):
        if row.tokens[count : count + len(wanted)] == wanted:
            words = list(_WORD.finditer(row.text))
            section_end = words[count - 1].end()
            if len(words) == len(row.tokens) and page.section_of(row.text[:section_end]):
                begin = words[count + len(wanted)].start()
                while row.text[begin - 1] in _OPENING_MARKS:
                    begin -= 1
                return section_end, begin
    return None


def _title_end(line: str, begin: int) -> int | None:
    match = _INNER_OPENING.search(line, begin)
    return match.start() if match and _is_title(line, begin, match.start()) else None


def _is_title(line: str, begin: int, end: int) -> bool:
    return _SHORTEST_TITLE <= line.count(" ", begin, end) + 1 <= LONGEST_TITLE
