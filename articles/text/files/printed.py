"""What stands on every page of a print, in a text taken out of a PDF: page numbers, and the head and foot beside them.

They cut paragraphs in two. Numbers are those of pages when they count on, a page apart; what is a head shows by
standing again at most of them.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from articles.text import lazy_re as re
from articles.text.files.columns import ENDS

_NUMBER = re.compile(
    r"\n(?=[\d\-–—|(\[ \tTtPpHh])[ \t]*"
    r"(?:(?P<address>[Hh]ttps?://[^\s]{1,400}[ \t]+)|(?P<label>[Tt]rang|TRANG|[Pp]age|PAGE)[ \t:]*)?"
    r"[-–—|(\[]?[ \t]?(?P<number>\d{1,3})(?:[ \t]?(?:/|[Oo]f)[ \t]?(?P<all>\d{1,3}))?"
    r"[ \t]?[-–—|)\]]?(?=[ \t]*(?:\n|\Z))"
)
_PAGE = 400
"""Letters between two page numbers, at least: numbers of a list or a table stand closer."""
_BESIDE = 2
"""Lines of a head or foot."""
_LONGEST = 200
_DIGITS = re.compile(r"\d+")
_NOTHING = re.compile(r"\s*\Z")


def without_page_numbers(text: str) -> str:
    """`text` without them, the paragraphs that they cut in one piece again. Linear."""
    return text if _NUMBER.search(text) is None else _put_together(text)


def _put_together(text: str) -> str:
    numbers = _pages(_NUMBER.finditer("\n" + text))
    if not numbers:
        return text
    lines = text.split("\n")
    written = [at for at, line in enumerate(lines) if line.strip()]
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    borders = [bisect_left(starts, number.start()) for number in numbers]
    dropped = set(borders) | _heads(lines, written, borders)
    kept: list[str] = []
    cut = False
    for at, line in enumerate(lines):
        if at in dropped:
            while kept and not kept[-1].strip():
                kept.pop()
            cut = True
        elif cut and not line.strip():
            continue
        else:
            if cut and kept and kept[-1].rstrip().endswith(ENDS) and not lines[at - 1].strip():
                kept.append("")
            kept.append(line)
            cut = False
    return "\n".join(kept)


class _Link(NamedTuple):
    """A number, and the chain of those that lead up to it."""

    match: re.Match[str]
    before: "_Link | None"
    length: int


def _pages(found: Iterable[re.Match[str]]) -> list[re.Match[str]]:
    """The longest chain of numbers that count on; one alone is a page's where it says so."""
    chains: dict[int, _Link] = {}
    best: _Link | None = None
    for match in found:
        number, last = int(match["number"]), match["all"]
        if last and number > int(last):
            continue
        before = chains.get(number - 1)
        if before and (before.match["all"] != last or not _apart(before.match, match)):
            before = None
        link = _Link(match, before, before.length + 1 if before else 1)
        if number not in chains or link.length > chains[number].length:
            chains[number] = link
        if best is None or link.length > best.length:
            best = link
    pages: list[re.Match[str]] = []
    while best:
        pages.append(best.match)
        best = best.before
    pages.reverse()
    alone = len(pages) == 1 and not (pages[0]["all"] and (pages[0]["label"] or pages[0]["address"]))
    return [] if not pages or alone or _of_sections(pages) else pages


def _of_sections(numbers: list[re.Match[str]]) -> bool:
    """They head parts of the text: they cut no sentence in two, and none stands at the text's end."""
    last = numbers[-1]
    if last["all"] or last["label"] or last["address"] or _NOTHING.match(last.string, last.end()):
        return False
    above = (
        number.string[number.start() - _LONGEST : number.start()]
        for number in numbers
        if number.start() >= _PAGE
    )
    return all(text.rstrip().endswith(ENDS) for text in above)


def _apart(above: re.Match[str], below: re.Match[str]) -> bool:
    """A page lies between them, or what the last page has of one."""
    if below.start() - above.end() >= _PAGE:
        return True
    return above.start() >= _PAGE and _NOTHING.match(below.string, below.end()) is not None


def _heads(lines: list[str], written: list[int], borders: list[int]) -> set[int]:
    """The lines beside the numbers, and at the text's ends, that most pages have."""
    beside = {*written[:_BESIDE], *written[-_BESIDE:]}
    for border in borders:
        place = bisect_left(written, border)
        beside.update(written[max(0, place - _BESIDE) : place + 1 + _BESIDE])
    beside.difference_update(borders)
    said = Counter(_key(lines[at]) for at in beside)
    least = max(2, (len(borders) + 1) // 2)
    top = set(written[:_BESIDE])
    return {
        at
        for at in beside
        if said[_key(lines[at])] >= least
        and len(lines[at]) <= _LONGEST
        and not lines[at].rstrip().endswith(".")
        # The house and the headline head the first page, too; with a number it is the printer's line.
        and (at not in top or _DIGITS.search(lines[at]))
    }


def _key(line: str) -> str:
    return _DIGITS.sub("0", " ".join(line.casefold().split()))
