"""The data that the rules read: one entry a line, `#` starts a comment, one folder a language.

An editor can extend every list without touching code, and a house can add folders of its own (`use`). Entries are
language (titles, surnames, countries, navigation markers), never answers: no person, outlet or file is named here.
"""

import math
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from functools import cache, lru_cache, wraps
from itertools import chain
from pathlib import Path
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

_OWN = Path(__file__).parent
_LANGUAGES = ("vi", "en")
_FLAGGED = frozenset(
    ("appointing", "breaks", "event_kinds", "event_words", "not_in_names", "occupations", "organisations",
     "record_fields", "role_words", "status", "titles")
)  # fmt: skip
"""Lists whose entries begin with one of few flags; a list of the app's own has each that the rules know."""
_WEIGHTED = frozenset(("caption_words", "caption_words_bare", "dek_words"))
"""Lists whose entries end in a number."""
_folders: tuple[str, ...] = ()
_refresh: list[Callable[[], object]] = []
_LONGEST_KEPT = 2_000
"""Letters of a line of which an answer is kept."""


def use(folders: Iterable[str | Path]) -> None:
    """Read these folders beside the app's own from now on: `<folder>/<language>/<list>.txt`, entries are added.

    Does nothing when they are in use already. Raises `LookupError` where something is wrong with one (`check`); what
    was in use then stays.
    """
    global _folders
    wanted = tuple(map(str, folders))
    if wanted == _folders:
        return
    for folder in wanted:
        check(folder)
    _folders = wanted
    for refresh in _refresh:
        refresh()


def check(folder: str | Path) -> None:
    """Raises `LookupError` for a folder that is not there, and for a file of it that cannot be read as the list it is
    named after: what no rule reads would be passed over without a word, or end an import."""
    if not Path(folder).is_dir():
        raise LookupError(f"There is no lexicon folder {folder}.")
    for path in sorted(Path(folder).glob("*.txt")):
        raise LookupError(f"{path} is in no folder of a language, such as {Path(folder) / 'vi' / path.name}.")
    known = sorted({entry.name for language in _LANGUAGES for entry in (_OWN / language).iterdir()})
    for path in sorted(Path(folder).glob("*/*.txt")):
        if path.name not in known:
            near = get_close_matches(path.name, known, n=1)
            cure = f"Did you mean {near[0]}?" if near else f"Known: {', '.join(known)}."
            raise LookupError(f"{path} is no list of the lexicon. {cure}")
        try:
            entries = _read(path)
        except UnicodeDecodeError:
            raise LookupError(f"{path} is not UTF-8.") from None
        except OSError as error:
            raise LookupError(f"{path} cannot be read: {error.strerror}.") from None
        for entry in entries or ():
            if fault := _entry_fault(path.stem, entry):
                raise LookupError(f"{path}: {entry!r} {fault}")


def _entry_fault(name: str, entry: str) -> str:
    """What is wrong with an entry of the list `name`, or nothing."""
    if name in _WEIGHTED and not _weighs(entry):
        return "must end in a number, such as 'hôm nay 0.5'."
    if name not in _FLAGGED:
        return ""
    flags, flag = _flags(name), _parted(entry)[1]
    if flag in flags or flag.removesuffix(" verb") in flags:
        return ""
    there_are = ", ".join(f"{flag}:" for flag in sorted(flags) if flag)
    return f"{'may begin with no flag but' if '' in flags else 'must begin with one of'} {there_are}"


@cache
def _flags(name: str) -> frozenset[str]:
    """The flags that the app's own entries of a list begin with; empty where one has none."""
    own = (_read(_OWN / language / f"{name}.txt") or () for language in _LANGUAGES)
    return frozenset(_parted(entry)[1] for entry in chain(*own))


def _weighs(entry: str) -> bool:
    _, space, weight = entry.rpartition(" ")
    try:
        return bool(space) and math.isfinite(float(weight))
    except ValueError:
        return False


def table(fill: Callable[[], None]) -> Callable[[], None]:
    """Decorator: fill a module's tables in place, now and whenever other folders come into use."""
    fill()
    _refresh.append(fill)
    return fill


def kept(read: Callable[P, R]) -> Callable[P, R]:
    """Decorator: `functools.cache` for what is made of lists, forgotten when other folders come into use."""
    cached = cache(read)
    _refresh.append(cached.cache_clear)
    return cached  # type: ignore[return-value]


def kept_last(most: int) -> Callable[[Callable[[str], R]], Callable[[str], R]]:
    """Decorator: `kept` for what has no end, of lines, of which so many answers are kept: pages ask several times of
    each of their own, and those of one outlet share their menus. A whole text on one line is not held on to."""

    def decorate(read: Callable[[str], R]) -> Callable[[str], R]:
        cached = lru_cache(most)(read)
        _refresh.append(cached.cache_clear)

        @wraps(read)
        def look_up(line: str) -> R:
            return cached(line) if len(line) <= _LONGEST_KEPT else read(line)

        return look_up

    return decorate


@kept
def load(language: str, name: str) -> tuple[str, ...]:
    """The entries of `<language>/<name>.txt`, the app's own first, in file order, NFC, stripped.

    Raises `LookupError` when there is no such list.
    """
    found = [_read(root / language / f"{name}.txt") for root in (_OWN, *map(Path, _folders))]
    if all(entries is None for entries in found):
        raise LookupError(f"There is no lexicon list {language}/{name}.txt.")
    return tuple(entry for entries in found for entry in entries or ())


@kept
def everything(name: str) -> tuple[str, ...]:
    """The list `name` of every language that has one: pages mix Vietnamese and English."""
    extra = sorted({path.name for folder in _folders for path in Path(folder).iterdir() if path.is_dir()})
    found: list[str] = []
    for language in dict.fromkeys((*_LANGUAGES, *extra)):
        try:
            found += load(language, name)
        except LookupError:
            continue
    if not found:
        raise LookupError(f"There is no lexicon list {name}.txt.")
    return tuple(found)


def flagged(name: str) -> Iterator[tuple[str, str]]:
    """Entries of a list whose lines may begin with `flag:`; gives (entry, flag or empty)."""
    return map(_parted, everything(name))


def _parted(line: str) -> tuple[str, str]:
    flag, colon, entry = line.partition(": ")
    return (entry.strip(), flag) if colon else (line, "")


def _read(path: Path) -> list[str] | None:
    try:
        raw = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return None
    lines = (line.partition("#")[0].strip() for line in unicodedata.normalize("NFC", raw).splitlines())
    return [line for line in lines if line]
