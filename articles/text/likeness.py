"""Likeness: which texts are versions of one story. A sketch of each is kept; two sketches tell how alike they are.

The similarity is Jaccard's, over runs of three words, estimated from the 128 smallest hashes of each text (exact for
short texts). From `LIKE` up two texts are versions of one; two reports of one event stay well below it.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain, compress, pairwise
from sys import byteorder
from typing import NamedTuple
from zlib import crc32

from articles.text.fold import words_between
from articles.text.memory import Memory, chunks

LIKE = 0.3
KEPT = 128
"""Hashes in a signature: the estimate is off by 0.04 at most in two cases of three."""

SHORTEST = 20
"""Runs of three words below which a text is too short to tell a version from a phrase."""

BANDS = 24
"""Keys a text. Of copies that were altered word by word and cut, those of similarity 0.3 shared a key in two cases
of three, of 0.4 in six of seven, from 0.5 up in all but one of fifty."""

_MASK = (1 << 64) - 1
_BITS = 30
"""Of a hash of several words: what fits into one of a number's digits Python sorts in half the time."""
_EDGES = [(number << _BITS) // (2 * BANDS) for number in range(2 * BANDS + 1)]
_ONE, _TWO, _THREE = 0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9
_MIXING = 0x2E3779B9, 0x32B2AE3D, 0x165667B1, 0x3B8665FD, 0x20761D65
"""Odd, and of 30 bits each: Python multiplies a long number by what fits into one of its digits in a single pass."""

_LANE = 8
"""Bytes of a hash in the long number that all of a text stand in, so that one multiplication is that of them all: room
for the sum of three products of 32 and 30 bits."""
_MIDDLE = 20
"""The bit from which on those of such a sum are taken: lower ones hang on less of the words, the highest are not
spread evenly."""


@lru_cache(maxsize=8)
def _low(lanes: int) -> int:
    """The lowest bits of each of so many lanes, those of a hash."""
    return int.from_bytes(((1 << _BITS) - 1).to_bytes(_LANE, "little") * lanes, "little")


def _hashes(chunk: str) -> bytes:
    """The hashes of a chunk's words, a lane each."""
    return b"".join(
        crc32(word.encode("utf-8", "surrogatepass")).to_bytes(_LANE, "little")
        for word in words_between(chunk)
    )


_HASHES = Memory(_hashes)
"""By what stands between two spaces."""


class Sketch(NamedTuple):
    """What is kept of a text in order to find others like it."""

    signature: bytes
    keys: tuple[int, ...]
    """Signed 64-bit numbers. They come from runs of five words, which unrelated texts hardly share."""


def sketch(paragraphs: Iterable[str]) -> Sketch | None:
    """The sketch of a text; None for one that is too short. The same on every machine."""
    lanes = b"".join(map(_HASHES.__getitem__, chain.from_iterable(map(chunks, paragraphs))))
    size = len(lanes) // _LANE
    if size < SHORTEST + 2:
        return None
    low = _low(size | 1023)  # More than there are do no harm, and are mostly those of the last text.
    one, two, three, four, five = _MIXING
    hashes = int.from_bytes(lanes, "little")
    second, third = hashes >> _LANE * 8, hashes >> _LANE * 16
    threes = hashes * one + second * two + third * three >> _MIDDLE & low
    fives = threes * four + (threes >> _LANE * 16) * five >> _MIDDLE & low
    # Behind the last words of a text begin no whole runs.
    smallest = _smallest(_lanes(threes, size)[:-2])
    return Sketch(array("I", smallest).tobytes(), _keys(sorted(_lanes(fives, size)[:-4])))


def _smallest(hashes: array) -> list[int]:
    """The `KEPT` smallest of some hashes, sorted, each once."""
    # Hashes are spread evenly: so low stand half as many more as are wanted, a fraction of all to be sorted.
    size = hashes.itemsize
    highest = hashes.tobytes()[size - 1 if byteorder == "little" else 0 :: size]
    low = highest.translate(_up_to((KEPT * 3 // 2 << _BITS - 24) // len(hashes)))
    found = sorted(set(compress(hashes, low)))
    return (found if len(found) >= KEPT else sorted(set(hashes)))[:KEPT]


@lru_cache(maxsize=256)
def _up_to(last: int) -> bytes:
    """For `bytes.translate`: whether a byte is no higher."""
    return bytes(byte <= last for byte in range(256))


def _lanes(number: int, count: int) -> array:
    """The hashes that stand in the first `count` lanes of a long number."""
    numbers = array("I")
    numbers.frombytes(number.to_bytes(_LANE * count, "little"))
    if byteorder == "big":
        numbers.byteswap()
    return numbers[:: _LANE // numbers.itemsize]


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


def _keys(hashes: list[int]) -> tuple[int, ...]:
    """The least of sorted hashes in each of twice as many bins as bands, two bins a key."""
    places = [bisect_left(hashes, edge) for edge in _EDGES]
    least = [hashes[at] if at < after else None for at, after in pairwise(places)]
    return tuple(
        ((number * _ONE + left * _TWO + right * _THREE) & _MASK) - (1 << 63)
        for number, (left, right) in enumerate(zip(least[::2], least[1::2], strict=True))
        if left is not None and right is not None
    )
