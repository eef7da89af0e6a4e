"""Names that may be one: the same without accents, in another order, written apart, a letter more, a word less, an
initial for the first name.

A letter apart is looked at in long words only: two Vietnamese syllables that differ in one letter are two names
(Hùng, Dũng), while Anthony and Antony are one. All pairs of 20,000 names are found in one pass: names meet in
buckets, and are never compared with all others.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from enum import StrEnum
from itertools import combinations, product
from typing import Any, NamedTuple, TypeVar

from articles.text.fold import fold, words

LONG_WORD = 6
"""Letters of a word in which one letter may be a slip."""

LONG_REST = 4
"""Letters behind an initial that say enough: `R. Hol-tin`, but not `N. Hà`."""

BUCKET = 50
"""A bucket with more names in it says nothing about them."""


class Reason(StrEnum):
    """Why two names may be one, the surest first."""

    SAME = "same"
    ORDER = "order"
    SPACING = "spacing"
    LETTER = "letter"
    WORD = "word"
    INITIAL = "initial"


_ORDER = list(Reason)

Key = TypeVar("Key", bound=Hashable)


class Likely(NamedTuple):
    """Two that may be one; `one` came first."""

    one: Any
    other: Any
    reason: Reason


def likely(names: Iterable[tuple[Key, str]]) -> list[Likely]:
    """The pairs among `names`, (whose, name) each; somebody may have several names. The surest first."""
    buckets: dict[Reason, dict[Hashable, set[Key]]] = {reason: defaultdict(set) for reason in Reason}
    shorter: dict[tuple[str, ...], set[Key]] = defaultdict(set)
    initials: dict[tuple[str, str], tuple[set[Key], set[Key]]] = defaultdict(lambda: (set(), set()))
    turn: dict[Key, int] = {}
    for key, name in names:
        turn.setdefault(key, len(turn))
        parts = words(fold(name))
        for reason, bucket in _buckets(parts):
            buckets[reason][bucket].add(key)
        for less in _word_less(parts):
            shorter[less].add(key)
        if len(rest := "".join(parts[1:])) >= LONG_REST:
            full, short = initials[parts[0][0], rest]
            (short if len(parts[0]) == 1 else full).add(key)
    found: dict[tuple[Key, Key], Reason] = {}
    for reason, there in buckets.items():
        for keys in there.values():
            if 1 < len(keys) <= BUCKET:
                for pair in combinations(sorted(keys, key=turn.__getitem__), 2):
                    found.setdefault(pair, reason)
    # A whole name, and a longer one that is this name with a word more.
    sides = [
        (Reason.WORD, buckets[Reason.SAME].get(" ".join(less), set()), more) for less, more in shorter.items()
    ]
    for reason, some, others in [*sides, *((Reason.INITIAL, *both) for both in initials.values())]:
        if len(some) * len(others) <= BUCKET:
            for one, other in product(some, others):
                if one != other:
                    found.setdefault((one, other) if turn[one] < turn[other] else (other, one), reason)
    pairs = sorted(found.items(), key=lambda item: (_ORDER.index(item[1]), *map(turn.__getitem__, item[0])))
    return [Likely(one, other, reason) for (one, other), reason in pairs]


def _buckets(parts: list[str]) -> Iterator[tuple[Reason, Hashable]]:
    """Where a name meets those that may be the same; single words say too little for the weaker reasons."""
    if parts:
        yield Reason.SAME, " ".join(parts)
    if len(parts) < 2:
        return
    yield Reason.ORDER, tuple(sorted(parts))
    yield Reason.SPACING, "".join(parts)
    for index, part in enumerate(parts):
        if len(part) >= LONG_WORD:
            rest = (*parts[:index], None, *parts[index + 1 :])
            yield Reason.LETTER, (rest, part)
            for at in range(len(part)):
                yield Reason.LETTER, (rest, part[:at] + part[at + 1 :])


def _word_less(parts: list[str]) -> Iterator[tuple[str, ...]]:
    """A name without an initial, or without the middle one of three words."""
    for index in range(1, len(parts) - 1):
        if len(parts) == 3 or len(parts[index]) == 1:
            yield (*parts[:index], *parts[index + 1 :])
