"""Likeness: which texts are versions of one story. A sketch of each is kept; two sketches tell how alike they are.

The similarity is Jaccard's, over runs of three words, estimated from the 128 smallest hashes of each text (exact for
short texts). From `LIKE` up two texts are versions of one; two reports of one event stay well below it.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

from articles.text.fold import words
from articles.text.memory import Memory

LIKE = 0.3
KEPT = 128
"""Hashes in a signature: the estimate is off by 0.04 at most in two cases of three."""

SHORTEST = 20
"""Runs of three words below which a text is too short to tell a version from a phrase."""

BANDS = 24
"""Keys a text. Of copies that were altered word by word and cut, those of similarity 0.3 shared a key in two cases
of three, of 0.4 in six of seven, from 0.5 up in all but one of fifty."""

_MASK = (1 << 64) - 1
_EDGES = [(number << 64) // (2 * BANDS) for number in range(2 * BANDS + 1)]
_ONE, _TWO, _THREE, _FOUR, _FIVE = (
    0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93, 0xA0761D6478BD642F,
)  # fmt: skip


def _hashes(word: str) -> tuple[int, int, int]:
    """What a word adds to the hash of a run of three as its first, second and third."""
    value = crc32(word.encode("utf-8", "surrogatepass"))
    return value * _ONE & _MASK, value * _TWO & _MASK, value * _THREE & _MASK


_HASHES = Memory(_hashes)


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is kept of a text in order to find others like it."""

    signature: bytes
    keys: tuple[int, ...]
    """Signed 64-bit numbers. They come from runs of five words, which unrelated texts hardly share."""


def sketch(paragraphs: Iterable[str]) -> Sketch | None:
    """The sketch of a text; None for one that is too short. The same on every machine."""
    hashes = [*map(_HASHES.__getitem__, words("\n".join(paragraphs)))]
    if len(hashes) < SHORTEST + 2:
        return None
    firsts, seconds, thirds = zip(*hashes, strict=True)
    threes = [(a + b + c) & _MASK for a, b, c in zip(firsts, seconds[1:], thirds[2:], strict=False)]
    smallest = sorted({value >> 32 for value in threes})[:KEPT]
    return Sketch(array("I", smallest).tobytes(), _keys(threes))


def similarity(one: bytes, other: bytes) -> float:
    """How alike two texts are, from 0 to 1, by their signatures."""
    (a, in_a), (b, in_b) = _read(one), _read(other)
    # A signature that is full says nothing about hashes above its largest.
    limit = min((side[-1] for side in (a, b) if len(side) == KEPT), default=_MASK)
    shared = len(in_a & in_b)
    either = bisect_right(a, limit) + bisect_right(b, limit) - shared
    return shared / either if either else 0.0


@lru_cache(maxsize=1024)
def _read(signature: bytes) -> tuple[array, frozenset[int]]:
    numbers = array("I")
    numbers.frombytes(signature)
    return numbers, frozenset(numbers)


def _keys(threes: list[int]) -> tuple[int, ...]:
    """The least hash in each of twice as many bins as bands, two bins a key."""
    hashes = sorted(
        [(first * _FOUR + second * _FIVE) & _MASK for first, second in zip(threes, threes[2:], strict=False)]
    )
    places = [bisect_left(hashes, edge) for edge in _EDGES]
    least = [hashes[at] if at < after else None for at, after in pairwise(places)]
    return tuple(
        ((number * _ONE + left * _TWO + right * _THREE) & _MASK) - (1 << 63)
        for number, (left, right) in enumerate(zip(least[::2], least[1::2], strict=True))
        if left is not None and right is not None
    )
