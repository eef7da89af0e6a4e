"""What a terminal shows: how far long work is, and what comes from files."""

import sys
from io import TextIOWrapper
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


def spell_out_other_letters() -> None:
    """Letters that standard output has no code for, as where Windows writes it into a file, are spelled out."""
    if isinstance(sys.stdout, TextIOWrapper) and sys.stdout.errors == "strict":
        sys.stdout.reconfigure(errors="backslashreplace")
