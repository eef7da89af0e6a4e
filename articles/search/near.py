"""What a reader may have meant: the words of a live title or name that differ from the query by a letter or two.

Titles are looked up by what of the query is spelt right: all syllables but one, two side by side, or their
beginnings. Each look-up has a limit, and so has the query: what is compared is a few hundred titles at most.
"""

from collections.abc import Iterator

from django.db import connections, router

from articles.models.live import LIVE_MODELS, LiveSearch

from .backends import SEARCH, backend
from .query import Query
from .tokens import TITLE, pairs, syllables

MAX_SYLLABLES = 8
MAX_LETTERS = 60
"""Of a query; longer ones are sentences, which nobody misspells by one letter only."""
KINDS = (("person", "event"), ("article",))
"""Names first: they are few, and it is names that are misspelt."""
MAX_WORDS = 30
"""Of a title."""
EACH, ALL = 40, 200
"""Titles of each look-up and of all together."""
_EDGES = ".,;:!?…“”\"'()[]–-"

Look = tuple[tuple[str, ...], str]
"""Tokens that a title has, and the beginning of another one (or nothing)."""


def near_miss(query: Query) -> str | None:
    """Words of a live title, accents and all, that a query without hits may have meant; None without such."""
    folded = query.folded
    if not 0 < len(folded) <= MAX_SYLLABLES or len("".join(folded)) > MAX_LETTERS:
        return None
    looks = _looks(folded)
    for kinds in KINDS:
        # Titles of articles are many: of two words side by side, or of a beginning, too many have some.
        telling = looks[: len(folded)] if kinds == ("article",) else looks
        found = [near for title in _titles(kinds, telling) for near in _runs(title, folded)]
        if found:
            return min(found)[2]
    return None


def _looks(folded: list[str]) -> list[Look]:
    """The most telling first."""
    looks: dict[Look, None] = {}
    if len(folded) > 1:
        for place in range(len(folded)):
            looks[(tuple(TITLE + token for token in folded[:place] + folded[place + 1 :]), "")] = None
    if len(folded) > 2:
        for pair in pairs(folded):
            looks[((TITLE + pair,), "")] = None
    for syllable in folded[:2]:
        # The last letters of a word go wrong more often than the first.
        looks[((), TITLE + syllable[: max(1, min(3, len(syllable) - 2))])] = None
    return list(looks)


def _titles(kinds: tuple[str, ...], looks: list[Look]) -> list[str]:
    """Titles of live items, in one statement."""
    connection = connections[router.db_for_read(LiveSearch)]
    dialect = backend(connection)
    branches: list[str] = []
    params: list[str | int] = []
    for rank, (tokens, start) in enumerate(looks):
        for kind in kinds:
            branches.append(
                f"SELECT * FROM (SELECT {rank} AS rank, {dialect.position} AS position FROM {dialect.rows(kind)}"  # noqa: S608
                f" WHERE {dialect.matches(kind)} ORDER BY {dialect.newest_first} LIMIT {EACH}) b{rank}_{kind}"
            )
            sought = dialect.beginning(tokens, start) if start else dialect.expression(tokens)
            params.append(sought)
    tables = {kind: LIVE_MODELS[kind]._meta.db_table for kind in kinds}
    joins = " ".join(f"LEFT JOIN {table} {kind} ON {kind}.id = s.item_id" for kind, table in tables.items())
    titles = [f"{kind}.{'title' if kind == 'article' else 'name'}" for kind in kinds]
    title = titles[0] if len(titles) == 1 else f"COALESCE({', '.join(titles)})"
    sql = (
        f"SELECT {title} FROM (SELECT position, MIN(rank) AS rank FROM ({' UNION ALL '.join(branches)}) a"  # noqa: S608
        f" GROUP BY position ORDER BY 2, 1 DESC LIMIT {ALL}) u JOIN {SEARCH} s ON s.id = u.position {joins}"
        " ORDER BY u.rank, u.position DESC"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return [found for (found,) in cursor.fetchall() if found]


def _runs(title: str, folded: list[str]) -> Iterator[tuple[int, int, str]]:
    """(letters that differ, words more or fewer, words) for the runs of words of `title` that are near enough."""
    wanted = "".join(folded)
    allowed = 1 if len(wanted) < 5 else 2 if len(wanted) < 12 else 3
    words = title.split()[:MAX_WORDS]
    spoken = ["".join(syllable for _word, syllable in syllables(word)) for word in words]
    for start in range(len(words)):
        run = ""
        # As many words as have about as many letters: a space too many or too few is no mistake.
        for end in range(start, len(words) if spoken[start] else start):
            run += spoken[end]
            if len(run) > len(wanted) + allowed:
                break
            # Who misses both the first letter and the last one meant something else; most runs end here.
            likely = run[0] == wanted[0] or run[-1] == wanted[-1]
            if likely and spoken[end] and len(run) >= len(wanted) - allowed:
                distance = _distance(run, wanted, allowed)
                if distance <= allowed:
                    meant = " ".join(words[start : end + 1]).strip(_EDGES)
                    yield distance, abs(end + 1 - start - len(folded)), meant


def _distance(one: str, other: str, most: int) -> int:
    """Letters put in, left out, changed, or swapped with the next; whatever is above `most` is `most + 1`."""
    far = most + 1
    earlier: list[int] = []
    before = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        row = [i] + [far] * len(other)
        # Further than `most` from the diagonal nothing is near.
        for j in range(max(1, i - most), min(len(other), i + most) + 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other[j - 1]))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == other[j - 1]:
                cost = min(cost, earlier[j - 2] + 1)
            row[j] = cost
        if min(row) > most:
            return far
        earlier, before = before, row
    return min(before[-1], far)
