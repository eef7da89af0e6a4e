"""The data that the rules read: one entry a line, `#` starts a comment, one folder a language.

An editor can extend every list without touching code. Entries are language (titles, surnames, countries,
navigation markers), never answers: no person, outlet or file is named here.
"""

import unicodedata
from functools import cache
from importlib.resources import files


@cache
def load(language: str, name: str) -> tuple[str, ...]:
    """The entries of `lexicon/<language>/<name>.txt`, in file order, NFC, stripped.

    Raises `LookupError` when there is no such list.
    """
    path = files(__package__) / language / f"{name}.txt"
    try:
        raw = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise LookupError(f"There is no lexicon list {language}/{name}.txt.") from None
    lines = (line.partition("#")[0].strip() for line in unicodedata.normalize("NFC", raw).splitlines())
    return tuple(line for line in lines if line)
