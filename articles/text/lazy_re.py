"""`re`, with patterns that are compiled when they are first asked: to be imported by that name.

The rules have more than two hundred, a text needs half of them, and to compile the rest took a command as long as
reading fifteen texts.
"""

import re
from re import (
    DOTALL,
    IGNORECASE,
    MULTILINE,
    I,
    Match,
    Pattern,
    escape,
    finditer,
    fullmatch,
    search,
    split,
    sub,
)
from typing import Any, AnyStr, cast

__all__ = [
    "DOTALL",
    "IGNORECASE",
    "MULTILINE",
    "I",
    "Match",
    "Pattern",
    "compile",
    "escape",
    "finditer",
    "fullmatch",
    "search",
    "split",
    "sub",
]


class _Uncompiled:
    """Takes over a pattern's methods once one of them is asked for."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self._pattern, self._flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        compiled = re.compile(self._pattern, self._flags)
        for method in (
            "match",
            "fullmatch",
            "search",
            "finditer",
            "findall",
            "split",
            "sub",
            "subn",
            "pattern",
        ):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def compile(pattern: AnyStr, flags: int = 0) -> Pattern[AnyStr]:
    """As `re.compile`, but for a pattern that is wrong: that shows when it is first asked."""
    return cast("Pattern[AnyStr]", _Uncompiled(pattern, flags))
