"""Hard-wrapped texts: paragraphs put together again of lines that were cut where their width ended."""

from itertools import chain, pairwise

from articles.text.layout.lines import Row

_SLACK = 4
"""Letters by which paragraphs of one page may be wrapped at different widths."""
_LONGEST = 130
"""Letters in the longest line of a text that counts as hard-wrapped."""
_FILLED, _MOSTLY = 2, 0.9
"""Lines that run on into a word without room, at least, and the share of those that run on into a small letter."""


def join_wrapped(rows: list[Row]) -> list[Row]:
    """Put the paragraphs of a hard-wrapped text together again; other texts are left as they are.

    A text is hard-wrapped when no line is long and its lines are filled word by word, so that the next one's first word
    had no room, or when most of the longer ones stop short of a sentence.
    """
    rows = _join_first_words(rows)
    width = max((len(row.text) for row in rows), default=0)
    if width > _LONGEST or len(rows) < 2:
        return rows

    def no_room(above: Row, row: Row) -> bool:
        return len(above.text) + 1 + len(row.text.split(" ", 1)[0]) > width - _SLACK

    runs_on = [
        (above, row)
        for above, row in pairwise(rows)
        if not (above.ends or row.gap or above.piped or row.piped)
    ]
    full = [row for above, row in runs_on if no_room(above, row)]
    cut = [no_room(above, row) for above, row in runs_on if row.opens_lower]
    if len(full) >= _FILLED and sum(cut) >= max(1, len(cut) * _MOSTLY):
        parted = sum(row.gap > 0 for row in rows) * 3 >= len(rows) - len(full) - 1

        def wraps(above: Row, row: Row) -> bool:
            return no_room(above, row) and (parted or not above.ends or row.opens_lower)

    else:
        long = [row for row in rows if len(row.text) >= 40]
        broken = sum(not row.ends and len(row.text) * 4 >= width * 3 for row in long)
        if broken < 3 or broken * 2 < len(long):
            return rows
        # Photos with their credits have no end either, but none of their lines begins in the middle of a sentence.
        if sum(row.opens_lower or row.caseless for _, row in runs_on) * 4 < broken:
            return rows

        def wraps(above: Row, row: Row) -> bool:
            return not above.ends and len(above.text) * 4 >= width * 3

    groups = [[rows[0]]]
    for above, row in pairwise(rows):
        if not row.gap and not row.piped and not above.piped and wraps(above, row):
            groups[-1].append(row)
        else:
            groups.append([row])
    return [joined(group) for group in groups]


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
        first.number, first.start, last.end, text, first.gap, last=last.number, caseless=first.caseless, written=written
    )  # fmt: skip


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
    if above.words > 3 or not row.opens_lower or row.gap or above.ends or above.piped:
        return False
    # Five words without any mark are the address of a link, not Vietnamese.
    return not "".join(row.tokens[:5]).isascii()
