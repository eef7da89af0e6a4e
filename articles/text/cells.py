"""Cells of a table that people open in a spreadsheet."""

from typing import Any

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def cell(value: Any) -> str:
    """A value as text that no spreadsheet takes for a formula; lists are joined with ` | `."""
    if isinstance(value, list):
        value = " | ".join(_entry(entry) for entry in value)
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _entry(entry: Any) -> str:
    if isinstance(entry, dict):
        return ", ".join(str(value) for value in entry.values() if value)
    return str(entry)
