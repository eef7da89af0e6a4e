"""Which of a web page's lines are its story: section, headline and date first, menus and forms left out.

Reads the lines that `html_page` collects, and what the page's head says.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from articles.text import lazy_re as re
from articles.text.files.html_pictures import framed
from articles.text.files.told import Told

_SITE_NAME = re.compile(r"\s+[|–—-]\s+[^|–—]{1,40}$")
_DIGIT = re.compile(r"\d")
_DAY = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d")
_DEK = 9
"""Spaces in a dek, at least: shorter ones are subheads and labels."""
_DEKS = ("dek", "h2")
_PARAGRAPH = 20
"""Spaces in a line, at least, that is one of the story. Above it pictures are as often of the page."""
_SHORTEST = 4
"""Spaces in a headline, at least, that only a heading of the second rank shows to be one."""
_LEAD = 5
"""So many lines beside the headline may be of the story although no element says so."""
_MAIN_SHARE = 0.5
"""An `article` element with this share of the page's paragraphs is the story; else it is one of many teasers.

A `form` with this share of the page's letters is the frame that some servers put around every page, and a box whose
name says that it stands beside the story is all the same around it; else they are left out.
"""
_LEAST = 0.2
"""Where less than this share of the page's paragraphs stands outside of them, its boxes are named at random."""


class PageLine:
    """A line of the page: its text, the tag that says what it is, and the elements around it (numbered, 0 for none).

    `beside`: the innermost form, or box whose name says that it stands beside the story. `pictured`: a photo stands
    right above it.
    """

    __slots__ = ("article", "beside", "kind", "main", "pictured", "text")

    def __init__(
        self, text: str, kind: str, article: int, beside: int, main: bool, pictured: bool = False
    ) -> None:
        self.text, self.kind, self.article, self.beside, self.main = text, kind, article, beside, main
        self.pictured = pictured

    def __str__(self) -> str:
        """The line, and the frame of the photo above it: not above words in one, or which go on from a line above."""
        return (
            f"{framed('')}\n{self.text}"
            if self.pictured and not (self.text.startswith("![") or self.text[0].islower())
            else self.text
        )


def story(lines: Sequence[PageLine], head: Mapping[str, str], around: Sequence[int]) -> Told:
    """The lines of the story, the page's headline, section and date above them. Empty for a page without words.

    `around`: by the number of a box beside the story, that of the box around it.
    """
    headline, lines = _story(_without_boxes(lines, around), head)
    title = headline.text if headline else _named(head)
    published = head["published"] or head.get("time", "")
    lines = [
        line
        for line in lines
        if line is not headline and (line.kind != "time" or not published) and line.text != title
    ]
    first = next(
        (line for line in lines[:_LEAD] if line.kind in ("p", *_DEKS) and line.text.count(" ") >= _DEK), None
    )
    dek = first if first and first.kind in _DEKS else None
    # Where a page says which line is its dek, it stands apart between the title and the date.
    set_apart = dek.text if dek and title else ""
    top = [*filter(None, (head["section"], title, set_apart and f"{set_apart}\n\n", published))]
    body = [line for line in lines if line is not dek or not set_apart]
    opens = next((at for at, line in enumerate(body) if line.text.count(" ") >= _PARAGRAPH), len(body))
    text = "\n".join([*top, *(line.text for line in body[: opens + 1]), *map(str, body[opens + 1 :])])
    return Told(text, title, set_apart, head["section"])


def _without_boxes(lines: Sequence[PageLine], around: Sequence[int]) -> list[PageLine]:
    size: Counter[int] = Counter()
    for line in lines:
        size[line.beside] += len(line.text)
    whole = size.total()
    for box in range(len(around) - 1, 0, -1):
        size[around[box]] += size[box]
    kept = [line for line in lines if not line.beside or size[line.beside] > whole * _MAIN_SHARE]
    return kept if _weight(kept) >= _weight(lines) * _LEAST else list(lines)


def _story(lines: list[PageLine], head: Mapping[str, str]) -> tuple[PageLine | None, list[PageLine]]:
    """The page's headline and the lines of its story. Menus above the headline are not of it."""
    best, within = _element(lines)
    headline = _headline(within, head) or _headline(lines, head)
    if headline is None or (best and headline.article == best):
        return headline, within
    at, first = lines.index(headline), lines.index(within[0])
    if at < first:
        # The dek and the signature may stand between the headline and the element that holds the story.
        below = lines[max(at, first - _LEAD) : first] + within
    else:
        below = within[within.index(headline) :] if headline in within else []
        if _weight(below) <= _weight(lines) * _MAIN_SHARE:
            return headline, within
    # A photo may open the page, and where its head and the lines below the headline are silent so may the date.
    dated = any(map(is_day, below[: _LEAD + 1]))
    silent = not (dated or head["published"] or head.get("time"))
    above = [
        line
        for line in lines[max(at - _LEAD, 0) : at]
        if line.text.startswith("![") or (silent and _DIGIT.search(line.text))
    ]
    return headline, above + below


def is_day(line: PageLine) -> bool:
    """A line of few words that has a day, which may be the page's."""
    return line.text.count(" ") < _DEK and _DAY.search(line.text) is not None


def _element(lines: list[PageLine]) -> tuple[int, list[PageLine]]:
    """The `article` that is the story, and its lines; else 0 and those of `main`, or all."""
    weight: Counter[int] = Counter()
    for line in lines:
        if line.kind == "p":
            weight[line.article] += len(line.text)
    best = max((number for number in weight if number), key=weight.__getitem__, default=0)
    if best and weight[best] > weight.total() * _MAIN_SHARE:
        return best, [line for line in lines if line.article == best]
    main = [line for line in lines if line.main]
    return 0, main if _weight(main) else lines


def _weight(lines: Sequence[PageLine]) -> int:
    return sum(len(line.text) for line in lines if line.kind == "p")


def _headline(lines: list[PageLine], head: Mapping[str, str]) -> PageLine | None:
    """The heading that the page's head names, whatever its tag; else the first of all, or of the second rank."""
    named = _named(head)
    headings = [line for line in lines if line.kind == "h1"]
    same = next((line for line in (*headings, *lines) if line.text == named), None)
    return same or next(iter(headings), None) or _second(lines, head)


def _second(lines: list[PageLine], head: Mapping[str, str]) -> PageLine | None:
    """The first heading of the second rank above all paragraphs, where the page's head has but a browser's title."""
    if head["og:title"] or head["headline"]:
        return None
    for line in lines:
        if line.kind == "h2" and line.text.count(" ") >= _SHORTEST and line.text[-1] not in ".:":
            return line
        if line.kind == "p" and line.text.count(" ") >= _DEK:
            return None
    return None


def _named(head: Mapping[str, str]) -> str:
    """The headline as the page's head says it."""
    return head["og:title"] or head["headline"] or _SITE_NAME.sub("", head["title"])
