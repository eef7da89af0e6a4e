"""More people, from a trained tagger: suggestions only, for names that the rules passed over.

The only module that knows underthesea (the extra `tagger`), which ships its model and needs no network. It is slow,
about a second an article, and right about two times in five, so nothing it finds is ever sure.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from articles.text import lazy_re as re
from articles.text.fold import name_key
from articles.text.people.countries import country_at
from articles.text.people.evidence import is_thing
from articles.text.people.names import PLACES, name_at, run_end
from articles.text.types import FoundPerson, Span, Structure
from articles.text.words.tokens import Row, rows

MISSING = (
    "The tagger needs a package that is not installed. Install django-newsroom[tagger], or leave it off."
)
_REASON = "a trained tagger"


def check_tagger() -> None:
    """Raises `LookupError`, with the cure, where the extra is not installed."""
    try:
        import underthesea  # noqa: F401
    except ImportError:
        raise LookupError(MISSING) from None


def tag_people(text: str, structure: Structure, people: tuple[FoundPerson, ...]) -> tuple[FoundPerson, ...]:
    """`people` and, behind them, whom the tagger finds beside them. Raises `LookupError` without the extra."""
    check_tagger()
    taken = _joined(sorted(span for person in people for span in (*person.spans, *person.role_spans)))
    known = {
        part for person in people for name in (person.name, *person.other_names) for part in _parts(name)
    }
    found: dict[str, list[Span]] = {}
    for row in rows(text, structure):
        for start, end in _tagged(row):
            span = row.span(start, end)
            name = row.slice(start, end)
            after = bisect_right(taken, span.start, key=lambda other: other.end)
            free = after == len(taken) or taken[after].start >= span.end
            if free and name_key(name) not in known:
                found.setdefault(name, []).append(span)
    more = (
        FoundPerson(name, "", "", (), (), sure=False, reason=_REASON, spans=tuple(spans))
        for name, spans in found.items()
    )
    return (*people, *more)


def _joined(spans: list[Span]) -> list[Span]:
    """What `spans`, which are in order, cover, without overlaps."""
    joined: list[Span] = []
    for span in spans:
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _parts(name: str) -> Iterator[str]:
    """Every run of words of a name, as a key: somebody may be told of by any."""
    words = name_key(name).split()
    return (" ".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, len(words) + 1))


def _tagged(row: Row) -> Iterator[tuple[int, int]]:
    """First token and end of every stretch of a row that the tagger takes for a person and that may be a name."""
    from underthesea import ner

    begin = row.starts[0]
    line = row.text[begin : row.end(row.size - 1)]
    place, last = 0, 0
    for word, _, _, tag in ner(line):
        match = re.compile(r"\s+".join(map(re.escape, word.split())) or "$").search(line, place)
        if match is None:
            continue
        place = match.end()
        if tag != "B-PER":
            continue
        at = bisect_left(row.starts, begin + match.start())
        if at < last or at >= row.size:
            continue
        end = run_end(row, at)
        name = name_at(row, at, end)
        spot = PLACES.match(row, at)
        if name is None or name.kind == "single" or country_at(row, at) or (spot and spot[0] >= end):
            continue
        if is_thing(row, at):
            continue
        last = end
        yield at, end
