"""How one text becomes another, word by word: for editors who compare two versions."""

from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from articles.text import lazy_re as re

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
WORDS_COMPARED = 4000
"""Longer paragraphs are shown as taken out and put in whole: comparing words takes quadratic time."""


class Piece(NamedTuple):
    """A stretch of text that both sides have, or one of them."""

    op: Literal["same", "out", "in"]
    text: str


def compare(before: str, after: str) -> tuple[Piece, ...]:
    """How `before` becomes `after`: paragraph by paragraph, and word by word inside those that changed.

    The pieces that are not `in` make up `before`, those that are not `out` make up `after`.
    """
    if before == after:
        return (Piece("same", before),) if before else ()
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    pieces: list[Piece] = []
    for op, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if op == "equal":
            pieces.append(Piece("same", "".join(old[a:b])))
        else:
            pieces += _words("".join(old[a:b]), "".join(new[c:d]))
    return tuple(pieces)


def _words(before: str, after: str) -> Iterable[Piece]:
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    if max(len(old), len(new)) > WORDS_COMPARED:
        opcodes = [("replace", 0, len(old), 0, len(new))]
    else:
        opcodes = list(SequenceMatcher(None, old, new, autojunk=False).get_opcodes())
    gone, come = "", ""
    for op, a, b, c, d in opcodes:
        same = "".join(old[a:b])
        if op == "equal" and (not same.isspace() or not (gone or come)):
            yield from _changed(gone, come)
            gone, come = "", ""
            yield Piece("same", same)
        else:
            # A blank between two changed words belongs to the change: it reads better whole.
            gone, come = gone + same, come + "".join(new[c:d])
    yield from _changed(gone, come)


def _changed(gone: str, come: str) -> Iterable[Piece]:
    blank = gone[len(gone.rstrip()) :]
    if not come.endswith(blank):
        blank = ""
    gone, come = gone.removesuffix(blank), come.removesuffix(blank)
    if gone:
        yield Piece("out", gone)
    if come:
        yield Piece("in", come)
    if blank:
        yield Piece("same", blank)
