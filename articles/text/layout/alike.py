"""Lines that open alike, as the captions of a gallery do, each of which may be broken behind its opening."""

from collections import Counter
from itertools import pairwise

from articles.text.layout.lines import Row
from articles.text.layout.wrapping import joined

_OPENING = range(4, 11)
"""Words of such an opening that stands on a line of its own."""
_ALONE, _WITH_MORE = 3, 2
"""How often it does at least, and how many lines go on behind it."""
_MOST_LINES = 3
"""Lines that go on from one, at most."""


def join_alike(rows: list[Row]) -> list[Row]:
    """`Lễ khai giảng tại trường` / `Lam Khê`, and again with other schools: put each together that was broken."""
    alone = Counter(row.text for row in rows if row.words in _OPENING and row.text[-1].isalnum())
    often = {text for text, count in alone.items() if count >= _ALONE}
    if not often:
        return rows
    longer = Counter(opening for row in rows if (opening := _opening(row, often)) and opening != row.text)
    openings = {text for text in often if longer[text] >= _WITH_MORE}
    groups = [rows[:1]]
    for above, row in pairwise(rows):
        if _breaks(groups[-1], openings, above) and not row.gap and not _opening(row, openings):
            groups[-1].append(row)
        else:
            groups.append([row])
    return [joined(group) for group in groups]


def _breaks(group: list[Row], openings: set[str], last: Row) -> bool:
    """What began with the opening is not yet at its end."""
    first = group[0]
    if len(group) > _MOST_LINES or not (opening := _opening(first, openings)) or last.ends:
        return False
    return first.text == opening or first.text[-1] in ",;"


def _opening(row: Row, openings: set[str]) -> str:
    """With which of them the line begins."""
    words = row.text.split(" ", _OPENING.stop)
    heads = (" ".join(words[:count]) for count in _OPENING if count <= len(words))
    return next((head for head in heads if head in openings), "")
