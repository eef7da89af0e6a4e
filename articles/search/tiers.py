"""The best tiers first, and no more of them than a page needs: each branch is one walk of the index with an end.

An expression that says "and none of the better ones" would make the index look all of those up again, in the worst case
for every hit there is. So a branch finds what better ones have found, too, and that is left out afterwards.
"""

from collections.abc import Sequence
from typing import Any

from .backends import PostgreSQL, SQLite


class Branches:
    """A `WITH` of branches that ends in `found`: (tier, place, position), each row in its best tier.

    Its first `enough` rows, by tier, are right. A branch is needed only where those before it have fewer; then they
    have been walked to their end, and among twice as many rows of this one enough are its own.
    """

    def __init__(self, dialect: type[SQLite] | type[PostgreSQL], enough: int) -> None:
        self._dialect, self._enough = dialect, int(enough)
        self._steps: list[str] = []
        self.params: list[Any] = []
        """In the order of the statement."""

    def add(
        self,
        kind: str,
        expression: str,
        *,
        tier: int = 0,
        place: int = 0,
        source: str = "",
        condition: str = "",
        params: Sequence[Any] = (),
        whole: bool = False,
    ) -> None:
        """Rows of a kind that match `expression`; `condition` begins with AND, and `params` are its own.

        `whole`: to their end, for an order that is not the index's.
        """
        dialect, number = self._dialect, len(self._steps)
        end = "" if whole else f" ORDER BY {dialect.newest_first} LIMIT {2 * self._enough}"
        if dialect.gated and number and not whole:
            condition += f" AND (SELECT COUNT(*) FROM u{number - 1}) < {self._enough}"  # noqa: S608  (numbers)
        step = (
            f"SELECT * FROM (SELECT {int(tier)} AS tier, {int(place)} AS place, {dialect.position} AS position"  # noqa: S608
            f" FROM {source or dialect.rows(kind)} WHERE {dialect.matches(kind)}{condition}{end}) b{number}"
        )
        if dialect.gated and number:
            # Of the rows of all branches before it, as they are counted.
            step = (
                f"SELECT * FROM u{number - 1} UNION ALL"  # noqa: S608
                f" {step} WHERE position NOT IN (SELECT position FROM u{number - 1})"
            )
        self._steps.append(step)
        self.params += [expression, *params]

    @property
    def sql(self) -> str:
        """`WITH …`"""
        if self._dialect.gated:
            steps = [f"u{number} AS ({step})" for number, step in enumerate(self._steps)]
            return f"WITH {', '.join(steps)}, found AS (SELECT * FROM u{len(steps) - 1})"  # noqa: S608
        every = " UNION ALL ".join(self._steps)
        best = "SELECT MIN(tier) AS tier, MIN(place) AS place, position"
        return f"WITH found AS ({best} FROM ({every}) GROUP BY position)"
