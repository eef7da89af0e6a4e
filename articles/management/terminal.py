"""What a terminal shows: how far long work is, and what comes from files."""

import sys
from typing import Any

from django.utils.translation import gettext as _


def progress(total: int, *, quiet: bool) -> Any:
    """A bar of `total` items while a command works, to be used as a context; none if `quiet`, or where nobody
    watches."""
    # Loading it takes as long as reading five files.
    from tqdm import tqdm

    return tqdm(total=total, unit=" " + _("items"), disable=quiet or None, file=sys.stderr, leave=False)


def shown(text: str) -> str:
    """One line with its control characters and its turns of direction spelled out: a file's name must not paint."""
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode("ascii") for char in text
    )
