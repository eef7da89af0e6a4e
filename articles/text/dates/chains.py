"""Chains of days as EDTF: `5 và 6/9`, `từ 30 - 2/9`, `16-18/12 và 23-25/12`."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Literal, NamedTuple

Precision = Literal["day", "range", "month", "year"]
_LEAP_YEAR = 2024
_LISTING = frozenset((",", "và"))


class Day(NamedTuple):
    """One day as the text has it; month and year 0 where only another day of its chain has them."""

    day: int
    month: int
    year: int
    end: int
    """The token behind it."""


def _next_day(one: Day, two: Day) -> bool:
    """`5 và 6/9`, `31/12 và 1/1`; the year of a February is taken to be a leap year's where none is told."""
    try:
        first, second = (date(atom.year or _LEAP_YEAR, atom.month, atom.day) for atom in (one, two))
    except ValueError:
        return False
    turn = not two.year and _turns(one, two)
    return second - first == timedelta(1) or turn


def _turns(one: Day, two: Day) -> bool:
    """The last day of a year, and the first of the next."""
    return (one.day, one.month, two.day, two.month) == (31, 12, 1, 1)


def _in_year_before(atom: Day, following: Day, join: str) -> bool:
    """`từ 30/12 đến 2/1/2024`: a range goes on over the turn of the year; a list may go back, `5/6 và 3/4/2019`."""
    if join in _LISTING:
        return _turns(atom, following)
    return (atom.month, atom.day) > (following.month, following.day)


def _parts(full: list[Day], joins: list[str]) -> list[tuple[str, Precision]]:
    """`16-18/12 và 23-25/12`: a list with ranges in it, part by part; nothing for other chains."""
    listed = [i for i, join in enumerate(joins) if join in _LISTING]
    if not listed or len(listed) == len(joins):
        return []
    ends = [0, *(i + 1 for i in listed), len(full)]
    return [found for a, b in pairwise(ends) for found in spell(full[a:b], joins[a : b - 1])]


def spell(atoms: list[Day], joins: list[str]) -> list[tuple[str, Precision]]:
    """EDTF for a chain: a range, consecutive days as a range, or several days."""
    month, year = atoms[-1].month, atoms[-1].year
    full: list[Day] = []
    for atom, join in zip(reversed(atoms), ["", *reversed(joins)], strict=True):
        if not atom.month:
            # `từ 30 - 2/9`: the first day lies in the month before.
            if full and atom.day > full[-1].day and month == full[-1].month:
                month = month - 1 or 12
                year -= month == 12 and year > 0
            atom = atom._replace(month=month)
        elif full and year and _in_year_before(atom, full[-1], join):
            year -= 1
        month = atom.month
        if not atom.year and year:
            atom = atom._replace(year=year)
        year = atom.year
        full.append(atom)
    full.reverse()
    spelt = [f"{f'{a.year:04d}' if a.year else 'XXXX'}-{a.month:02d}-{a.day:02d}" for a in full]
    if len(full) == 1:
        return [(spelt[0], "day")]
    if parts := _parts(full, joins):
        return parts
    listed = all(join in _LISTING for join in joins)
    consecutive = all(_next_day(a, b) for a, b in pairwise(full))
    if listed and not consecutive:
        return [(day, "day") for day in spelt]
    if len(full) > 2 and not listed and not consecutive:
        return (
            [(f"{spelt[0]}/{spelt[-1]}", "range")]
            if all(j not in _LISTING for j in joins)
            else [(day, "day") for day in spelt]
        )
    return [(f"{spelt[0]}/{spelt[-1]}", "range")]
