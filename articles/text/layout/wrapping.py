"""Hard-wrapped texts: paragraphs put together again of lines that were cut where their width ended."""

from collections.abc import Callable
from itertools import chain, pairwise

from articles.text.layout.bylines import read_signature
from articles.text.layout.lines import Row, opens_piped
from articles.text.layout.openings import DATED
from articles.text.layout.photo_credits import split_credit
from articles.text.layout.published import read_stamp

_SLACK = 4
"""Letters by which paragraphs of one page may be wrapped at different widths."""
_LONGEST = 130
"""Letters in the longest line of a text that counts as hard-wrapped."""
_ACROSS = 20
"""One line in so many may be wider than the others: a headline across columns."""
_INDENT = 2
"""Spaces, at least, by which a paragraph's first line stands further right than the others."""
_HANGING = 9
"""Of ten lines that begin in the middle of a sentence so many stand further right where paragraphs hang: all but their
first line do."""
_NEAR_TOP = 8
_TAG_WORDS, _MOST_TAG_WORDS = 4, 8
_LONGEST_LINE = 18
"""Words of a headline that fills its line, at most."""
_SHORTEST_BROKEN, _SHORTEST_REST = 6, 10
"""Words of a line that was broken, and of what goes on from it without an end, at least, where most lines are whole."""
_LONGEST_REST = 3
"""Words that a photographer's name has on the line below."""
_DAYS = frozenset(("ngày", "sáng", "trưa", "chiều", "tối", "đêm"))
_FILLED, _MOSTLY = 2, 0.9
"""Lines that run on into a word without room, at least, and the share of those that run on into a small letter."""


def join_wrapped(rows: list[Row], text: str) -> list[Row]:
    """Put the paragraphs of a hard-wrapped text together again; other texts are left as they are.

    A text is hard-wrapped when no line is long and its lines are filled word by word, so that the next one's first word
    had no room, or when most of the longer ones stop short of a sentence. Its paragraphs begin where lines stand apart,
    where they stand further right, else where a sentence has ended.
    """
    rows = _join_first_words(rows)
    if len(rows) < 2 or max(len(row.text) for row in rows) > _LONGEST:
        return _join_broken(rows)
    width = sorted(len(row.text) for row in rows)[-1 - len(rows) // _ACROSS]

    def no_room(above: Row, row: Row) -> bool:
        room = width - _SLACK - len(above.text)
        return -2 * _SLACK <= room < len(row.text.split(" ", 1)[0]) + 1

    def long(above: Row, row: Row) -> bool:
        return width * 3 <= len(above.text) * 4 <= (width + _SLACK) * 4

    runs_on = [
        (above, row)
        for above, row in pairwise(rows)
        if not (above.ends or row.gap or above.piped or row.piped)
    ]
    full = [row for above, row in runs_on if no_room(above, row)]
    cut = [no_room(above, row) for above, row in runs_on if row.opens_lower]
    if len(full) >= _FILLED and sum(cut) >= max(1, len(cut) * _MOSTLY):
        fills = no_room
    else:
        weighty = [row for row in rows if len(row.text) >= 40]
        broken = sum(not row.ends and len(row.text) * 4 >= width * 3 for row in weighty)
        if broken < 3 or broken * 2 < len(weighty):
            return _join_broken(rows)
        # Photos with their credits have no end either, but none of their lines begins in the middle of a sentence.
        if sum(row.opens_lower or row.caseless for _, row in runs_on) * 4 < broken:
            return _join_broken(rows)
        full = [row for above, row in pairwise(rows) if long(above, row) and not row.gap]
        fills = long
    parted = sum(row.gap > 0 for row in rows) * 3 >= len(rows) - len(full) - 1
    opening = _indented(rows, text)

    def wraps(above: Row, row: Row) -> bool:
        if row.gap or above.piped or row in opening or not fills(above, row) or _stands_alone(above, row):
            return False
        if row.piped and opens_piped(text, row):
            return False  # A pipe behind it alone closes the cell that the line above began.
        return bool(opening) or parted or not above.ends or row.opens_lower

    groups = [[rows[0]]]
    for place, (above, row) in enumerate(pairwise(rows), start=1):
        if wraps(above, row) and not (place <= _NEAR_TOP and _heads(rows, place, fills, parted=parted)):
            groups[-1].append(row)
        else:
            groups.append([row])
    return [joined(group) for group in groups]


def _stands_alone(above: Row, row: Row) -> bool:
    """The line above ends with a photo's credit or a link to another story, and what stands below is no name's rest."""
    if row.opens_lower or row.words <= _LONGEST_REST:
        return False
    return ">>" in above.text or split_credit(above.text) is not None


def _indented(rows: list[Row], text: str) -> set[Row]:
    """The rows that begin a paragraph by standing further right; empty where that is not how paragraphs begin."""
    left = [row.start - text.rfind("\n", 0, row.start) - 1 for row in rows]
    least = min(left)
    found = {row for row, space in zip(rows, left, strict=True) if space - least >= _INDENT}
    others = set(rows) - found
    if _running_on(found) > _HANGING * _running_on(others):
        found = others
    return found if _FILLED <= len(found) <= len(rows) * _MOSTLY else set()


def _running_on(rows: set[Row]) -> int:
    return sum(row.opens_lower for row in rows)


def _heads(rows: list[Row], place: int, fills: Callable[[Row, Row], bool], *, parted: bool) -> bool:
    """A line at the top that is no paragraph's: a date, or the first below a headline that fills its line."""
    row = rows[place]
    if row.text[0].isdigit() and not row.ends and read_stamp(row.text):
        return True
    first = rows[0]
    if place > 1 or parted or row.opens_lower or first.words > _LONGEST_LINE:
        return False
    if DATED.match(first.text) or first.text[0] == "(":
        return False
    # A headline's second line seldom fills its line, that of a paragraph does.
    below = rows[place + 1 : place + 2]
    return row.ends or (bool(below) and not below[0].gap and fills(row, below[0]))


def joined(rows: list[Row]) -> Row:
    """One row of several that stand one below the other."""
    if len(rows) == 1:
        return rows[0]
    text = " ".join(row.text for row in rows)
    first, last = rows[0], rows[-1]
    spaces = (" " * (row.start - above.end) for above, row in pairwise(rows))
    written = "".join(
        chain.from_iterable(zip(["", *spaces], (row.written or row.text for row in rows), strict=True))
    )
    return Row(
        first.number,
        first.start,
        last.end,
        text,
        first.gap,
        last.piped,
        last=last.number,
        caseless=first.caseless,
        written=written,
    )


def _join_broken(rows: list[Row]) -> list[Row]:
    """Some paragraphs of a text are broken where others are not; its first line may be a headline."""
    groups = [rows[:1]]
    for above, row in pairwise(rows):
        if above is not rows[0] and _goes_on(above, row):
            groups[-1].append(row)
        else:
            groups.append([row])
    return [joined(group) for group in groups if group]


def _goes_on(above: Row, row: Row) -> bool:
    """The line right below goes on with a sentence that the one above began. Below a photo it goes on from the
    paragraph above that, and tags have no end."""
    return (
        above.words >= _SHORTEST_BROKEN
        and row.opens_lower
        and not row.gap
        and not (above.ends or above.piped or row.piped)
        and (above.text[-1].isalnum() or above.text[-1] == ",")
        and (row.words >= _SHORTEST_REST or (row.ends and row.words >= _TAG_WORDS))
        and row.tokens[0].isalpha()
        and not "".join(row.tokens[:5]).isascii()
        and split_credit(above.text) is None
    )


def _join_first_words(rows: list[Row]) -> list[Row]:
    """`Sáng` / `ngày 1/3, đoàn …`: some pages break the line after a paragraph's first word or two."""
    whole: list[Row] = []
    for row in rows:
        above = whole[-1] if whole else None
        if above and _first_words(above, row):
            whole[-1] = joined([above, row])
        else:
            whole.append(row)
    return whole


def _first_words(above: Row, row: Row) -> bool:
    if above.words > 3 or row.gap or above.ends or above.piped:
        return False
    if row.text[0].isdigit() and not _DAYS.isdisjoint(above.tokens[-1:]):
        return True  # `Sáng ngày`, and below it `1/3, đoàn …`.
    if not row.opens_lower or "\t" in row.written:
        return False
    if above.text[0].isdigit() and read_stamp(above.text):
        return False  # `12/06/2019`, and below it `trong Thời sự`.
    if row.words <= _MOST_TAG_WORDS and not row.ends and read_signature(above.text):
        return False  # `Hà Mơ`, and below it a tag, or several in a row.
    # Five words without any mark are the address of a link, not Vietnamese.
    return not "".join(row.tokens[:5]).isascii()
