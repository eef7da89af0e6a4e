"""The best tiers first, and no more of them than a page needs.

Each branch is one walk of the index that ends after `enough` rows. On PostgreSQL a branch runs only while those before
it have found fewer: in its condition stands a number that the database reads once, before it looks at any row.
"""

from collections.abc import Sequence
from typing import Any

STILL_NEEDED = "{still needed}"
"""Where the condition of a branch takes in that it is still needed."""


def stepwise(
    branches: Sequence[str], params: Sequence[Sequence[Any]], enough: int, *, gated: bool
) -> tuple[str, str, list[Any]]:
    """`WITH …` over branches, what they found together as a source of rows, and the parameters in their order.

    A branch is a SELECT with `STILL_NEEDED` at the end of its WHERE. Not `gated`, all branches run: FTS5 ends each
    walk early by itself, and keeping what each found costs it more.
    """
    given = [value for own in params for value in own]
    if not gated:
        each = [
            f"SELECT * FROM ({branch.replace(STILL_NEEDED, '')}) b{number}"  # noqa: S608  (a number)
            for number, branch in enumerate(branches)
        ]
        return "", f"({' UNION ALL '.join(each)})", given
    steps = []
    for number, branch in enumerate(branches):
        before, needed = "", ""
        if number:
            before = f"SELECT * FROM u{number - 1} UNION ALL "  # noqa: S608  (a number)
            needed = f" AND (SELECT COUNT(*) FROM u{number - 1}) < {int(enough)}"  # noqa: S608  (numbers)
        found = branch.replace(STILL_NEEDED, needed)
        steps.append(f"u{number} AS ({before}SELECT * FROM ({found}) b{number})")  # noqa: S608  (constants)
    return "WITH " + ", ".join(steps), f"u{len(steps) - 1}", given
