"""Folding: one spelling for search, slugs, sorting and matching, whatever the accents.

`đ` has no decomposition and SQLite's tokenizer never folds it, PostgreSQL's `unaccent` breaks hyphenated
names: so all folding is done here, once, for every database.
"""

import unicodedata
from functools import lru_cache
from itertools import chain
from typing import Any

from articles.text import lazy_re as re
from articles.text.memory import Memory


class _Plain(dict[int, Any]):
    """What `str.translate` makes of a decomposed character: nothing of a mark, `d` of `đ`, else itself."""

    def __missing__(self, code: int) -> int | None:
        self[code] = made = None if unicodedata.combining(chr(code)) else code
        return made


_PLAIN = _Plain(str.maketrans({"đ": "d", "Đ": "d", "ð": "d", "Ð": "d"}))
_WORD = re.compile(r"\w+")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")

# Old tone placement (hoà, thuỷ, khoẻ) to new (hòa, thủy, khỏe): the same word, whole outlets use only the old.
# In closed syllables and after "qu" both styles agree, so only an open oa, oe, uy moves.
_TONES = {
    "o": "òóỏõọ", "u": "ùúủũụ",
    "a": "àáảãạ", "e": "èéẻẽẹ", "y": "ỳýỷỹỵ",
}  # fmt: skip
# A search that starts at a set of letters is five times as fast; what it finds too much is left as it is.
_OLD_TONE = re.compile(r"([oOuU])([àáảãạèéẻẽẹỳýỷỹỵ])(?!\w)")
# `kĩ sư`, `Mĩ`, `tỉ phú`, `công ti`, `Hi Lạp`: no syllable of these changes its sense with the letter.
_I_FOR_Y = re.compile(r"[íìỉĩị](?<=\b[hklmst].)\b|i(?<=\b[ht]i)\b")
_Y = dict(zip("iíìỉĩị", "yýỳỷỹỵ", strict=True))

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_LETTER_RANK = {letter: f"{rank:02d}" for rank, letter in enumerate(_ALPHABET, start=10)}
_TONE_RANK = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_BASE_MARKS = {"\u0302", "\u0306", "\u031b"}


def fold(text: str) -> str:
    """Lower case, no marks, `đ` as `d`: `Đối thoại` → `doi thoai`. Punctuation stays."""
    return unicodedata.normalize("NFD", text).translate(_PLAIN).casefold()


def modern_tones(text: str) -> str:
    """Vietnamese with tone marks in the new place, NFC: `hoà` → `hòa`, `thuỷ` → `thủy`.

    Looks at lower-case vowels only: fold the case first to compare capitals.
    """

    if text.isascii():
        return text

    def move(match: re.Match[str]) -> str:
        first, second = match[1], match[2]
        follows_q = match.start() and match.string[match.start() - 1] in "qQ"
        if follows_q or (first in "uU") != (second in _TONES["y"]):
            return match[0]
        for plain, toned in _TONES.items():
            if second in toned:
                moved = _TONES[first.lower()][toned.index(second)]
                return (moved.upper() if first.isupper() else moved) + plain
        raise AssertionError(second)

    return _OLD_TONE.sub(move, unicodedata.normalize("NFC", text))


def usual_spelling(text: str) -> str:
    """Words as the lists are looked up: lower case, tone marks in the new place, `y` where a syllable of two letters
    is also written with `i` (`Kĩ sư` → `kỹ sư`).

    For words only: two names may differ in nothing else.
    """
    return _I_FOR_Y.sub(lambda match: _Y[match[0]], modern_tones(text.lower()))


def words_between(chunk: str) -> tuple[str, ...]:
    """`words` of what stands between two spaces, `nay,` say, for whoever remembers what they make of it."""
    return tuple(_WORD.findall(modern_tones(chunk.casefold()).replace("_", " ")))


_WORDS = Memory(words_between)


def words(text: str) -> list[str]:
    """Lower-case words with their accents, modern tone placement; hyphens, slashes and stops part words."""
    return list(chain.from_iterable(map(_WORDS.__getitem__, text.split())))


@lru_cache(maxsize=1000)
def title_key(title: str) -> str:
    """What two spellings of one office share. Kept, since a story tells of few, again and again."""
    return usual_spelling(title)


@lru_cache(maxsize=1000)
def name_key(name: str) -> str:
    """What two spellings of one name share: accents kept, case, tone placement, dots and hyphens not."""
    return " ".join(words(name))


def slugify(text: str, *, max_length: int = 80) -> str:
    """An ASCII slug, cut at a word: `Đối thoại Đà Nẵng` → `doi-thoai-da-nang`. Empty if nothing is left."""
    slug = _NOT_SLUG.sub("-", fold(text)).strip("-")
    if len(slug) <= max_length:
        return slug
    return slug[: max_length + 1].rpartition("-")[0] or slug[:max_length]


def sort_key(text: str) -> str:
    """A key whose code-point order is Vietnamese dictionary order: letters first, then tones.

    Digits come before letters; everything else only parts words.
    """
    parts = list(map(_PARTS.__getitem__, text.split()))
    letters = " ".join(letters for letters, _tones in parts if letters)
    return letters + "/" + "".join(tones for _letters, tones in parts)


def _part(chunk: str) -> tuple[str, str]:
    """What stands between two spaces as letters and tones."""
    places = list(map(_place, unicodedata.normalize("NFC", chunk).lower()))
    letters, tones = ("".join(place[n] for place in places) for n in (0, 1))
    return " ".join(letters.split()), tones


def _place(char: str) -> tuple[str, str]:
    """What a letter or digit adds to a sort key: its rank, and its tone where it has a place for one."""
    parts = unicodedata.normalize("NFD", char)
    base = unicodedata.normalize("NFC", parts[0] + "".join(c for c in parts[1:] if c in _BASE_MARKS))
    if rank := _LETTER_RANK.get(base):
        return rank, next((_TONE_RANK[c] for c in parts[1:] if c in _TONE_RANK), "0")
    if char.isdecimal():
        return "0" + str(unicodedata.decimal(char)), ""
    return ("99" + char, "") if char.isalpha() else (" ", "")


_PARTS = Memory(_part)
