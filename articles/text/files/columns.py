"""Columns side by side, in a text that was taken out of a PDF as it stood on its pages: one below the other again."""

from itertools import accumulate

from articles.text import lazy_re as re

_NUMBER = re.compile(r"\W*\d{1,3}\W*")
"""A page's number, wherever it stands in its line."""
ENDS = tuple('.!?…:"”»)')
"""How a line ends with which a paragraph may."""
_PIECE = re.compile(r"\S+(?: \S+)*")
_NARROWEST, _WIDEST = 50, 300
"""Letters of a page with columns, from edge to edge."""
_LEAST_LINES = 6
"""Lines on which both columns are written, at least, and the letters of each on the average."""
_LEAST_LETTERS = 15
_GUTTER = 2
"""Empty letters between two columns, at least, on all but one line in ten: headlines stand across."""


def in_one_column(text: str) -> str:
    """`text`, whose pages form feeds part, with the columns of each page one below the other. Linear."""
    pages: list[str] = []
    gutter: int | None = None
    for page in text.split("\x0c"):
        lines = [line.rstrip() for line in page.split("\n")]
        gutter = _gutter(lines) or (gutter if gutter and _leave_free(lines, gutter) else None)
        pages.append("\n".join(_read_down(lines, gutter)) if gutter else page)
    return "\x0c".join(pages)


def _leave_free(lines: list[str], at: int) -> bool:
    """A last page of a few lines, with the columns of the page before."""
    return not any(line[at - 1 : at + 1].strip() for line in lines) and any(line[at:] for line in lines)


def _read_down(lines: list[str], at: int) -> list[str]:
    read: list[str] = []
    beside: list[tuple[str, str]] = []
    for line in lines:
        if line[at - 1 : at + 1].strip() or _NUMBER.fullmatch(line):
            # What stands across parts the columns above from those below.
            read += [*_one_below_the_other(beside), line]
            beside = []
        elif line or beside:
            beside.append((line[:at].rstrip(), line[at:]))
    below = _one_below_the_other(beside)
    return [*read, *below, *[""] * (below[-1:] == [""])]


def _one_below_the_other(beside: list[tuple[str, str]]) -> list[str]:
    """Both columns at the page's edge. A paragraph goes on from one to the next, unless empty lines are at its end."""
    while beside and not any(beside[-1]):
        beside.pop()
    read: list[str] = []
    for column in zip(*beside, strict=True):
        written = [at for at, line in enumerate(column) if line.strip()]
        if not written:
            continue
        first, last = written[0], written[-1] + 1
        edge = min(len(column[at]) - len(column[at].lstrip()) for at in written)
        if first and read and read[-1].endswith(ENDS):
            read.append("")
        read += [line[edge:] for line in column[first:last]]
        if last < len(column) and read[-1].endswith(ENDS):
            read.append("")
    return read


def _gutter(lines: list[str]) -> int | None:
    """Where the right column of a page begins; None where it has none."""
    written = [line for line in lines if line.strip()]
    width = max(map(len, written), default=0)
    if len(written) < _LEAST_LINES or not _NARROWEST <= width <= _WIDEST:
        return None
    edges = [0] * (width + 1)
    for line in written:
        for piece in _PIECE.finditer(line):
            edges[piece.start()] += 1
            edges[piece.end()] -= 1
    best = run = end = 0
    for place, taken in enumerate(accumulate(edges)):
        free = taken * 10 <= len(written) and width <= place * 4 <= width * 3
        run = run + 1 if free else 0
        if run > best:
            best, end = run, place
    both = [
        (line[:end].strip(), line[end:].strip()) for line in written if not line[end - 1 : end + 1].strip()
    ]
    both = [(left, right) for left, right in both if left and right]
    if best < _GUTTER or len(both) < _LEAST_LINES or len(both) * 3 < len(written):
        return None
    if any(sum(map(len, side)) < len(both) * _LEAST_LETTERS for side in zip(*both, strict=True)):
        return None
    return end
