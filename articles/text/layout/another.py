"""Where a second story begins in the same file: below a rule, or apart, with a headline and an opening of its own."""

from articles.text import lazy_re as re
from articles.text.fold import name_key
from articles.text.layout.datelines import read_dateline
from articles.text.layout.lines import Row, keys
from articles.text.layout.openings import DATED
from articles.text.layout.published import read_stamp

ANOTHER = "another story in the same file"
_RULE = re.compile(r"([-=*_~#–—•+])(?: ?\1){2,}")
_NUMBER = re.compile(r"(?P<what>\D+) \d{1,2} ?[:.]?")
_SIGNS, _LONGEST_RULE = "-=*_~#–—•+", 3
"""How a rule begins, or how many words it has."""
_APART = 2
"""Blank lines above a headline that stands apart, at least."""
_SHORTEST, _LONGEST = 4, 30
"""Words of a headline."""
_NEAR_TOP = 8
_BELOW = 4
"""Rows below the headline in which the second story must have opened, and read on."""


def another_story(rows: list[Row], text: str) -> int:
    """The place at which it begins, its rule included; the number of rows where there is none."""
    told: int | None = None
    """Where the second paragraph of all stands; `dated`: the first date."""
    dated = len(rows)
    for place, row in enumerate(rows):
        if row.words > _LONGEST_RULE and row.gap < _APART and row.text[0] not in _SIGNS:
            continue
        ruled = _is_rule(row.text)
        if (ruled or row.gap >= _APART) and _begins(rows, place + ruled, text, ruled=ruled):
            if told is None:
                told = [at for at, other in enumerate(rows) if other.prose][1]
                dated = next(
                    (at for at, other in enumerate(rows[:_NEAR_TOP]) if read_stamp(other.text)), len(rows)
                )
            # What stands above must be a story as well, and no dek above its date.
            if (min if ruled else max)(told, dated) < place:
                return place
    return len(rows)


def _is_rule(text: str) -> bool:
    """Signs in a row, or a story's number: `Bài 2`."""
    if _RULE.fullmatch(text):
        return True
    number = _NUMBER.fullmatch(text)
    return number is not None and name_key(number["what"]) in keys("related_what")


def _begins(rows: list[Row], place: int, text: str, *, ruled: bool) -> bool:
    """A headline stands there, a date or a story's opening below it, and two paragraphs."""
    if not _is_headline(rows[place : place + 1]):
        return False
    below = rows[place + 1 : place + 1 + _BELOW]
    paragraphs = [row for row in below if row.prose]
    dated = bool(below) and (stamp := read_stamp(below[0].text)) is not None and stamp.published is not None
    if len(paragraphs) < 2 or not (dated or ruled):
        return False
    coded = any(read_dateline(row.text, text) is not None for row in paragraphs[:2])
    # A part of a long story opens with a day below its headline as well, but with no date line and no code.
    return coded or (dated and (ruled or any(DATED.match(row.text) for row in paragraphs[:2])))


def _is_headline(rows: list[Row]) -> bool:
    row = rows[0] if rows else None
    return (
        row is not None
        and not (row.ends or row.prose or row.opens_lower or row.text.startswith("!["))
        and _SHORTEST <= row.words <= _LONGEST
    )
