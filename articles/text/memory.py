"""What was worked out about words, kept for the next time they stand somewhere: a news text has few that are new."""

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

LIMIT = 50_000
"""More than any language has syllables: names and numbers never end, so a memory that is fuller begins anew."""
_LONGEST = 40


class Memory(dict[str, T]):
    """Makes what it is asked for and does not have; what belongs to more than 40 letters is made each time.

    A hit costs a look into a dictionary and no call: `map(memory.__getitem__, words)`.
    """

    def __init__(self, make: Callable[[str], T]) -> None:
        self._make = make

    def __missing__(self, key: str) -> T:
        made = self._make(key)
        if len(key) <= _LONGEST:
            if len(self) > LIMIT:
                self.clear()
            self[key] = made
        return made
