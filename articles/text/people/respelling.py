"""Stories wholly in capitals or without accents, spelt as they would be, so that the rules for people can read them.

A spelling that is guessed makes nobody certain: whom an office or a form of address leads to is suggested.
"""

from collections.abc import Iterator

from articles.text import lazy_re as re
from articles.text.fold import fold, usual_spelling
from articles.text.lexicon import everything, flagged, kept
from articles.text.people.countries import COUNTRIES
from articles.text.people.heads import HEADS
from articles.text.people.names import NOT_NAMES, PLACES
from articles.text.people.naming import Mention
from articles.text.people.organisations import ORG_WORDS, ORGANISATIONS
from articles.text.people.phrase_ends import BREAKS, FIELDS
from articles.text.types import FoundPerson
from articles.text.words.phrases import Phrases, word_set
from articles.text.words.tokens import Row
from articles.text.words.vocabulary import GIVEN_NAMES, SURNAMES, looks_vietnamese, watch

_OFTEN_WRITTEN = word_set("cua va cac nhung trong duoc khong da tai ngay voi nguoi mot nay chu tich cho den")
_SHARE = 12
"""One word in so many is one of these where Vietnamese is written without accents; in English hardly any is."""
_LEAST, _DIFFERENT = 30, 5
"""Words of a story that say how it is written, and how many of those without accents."""
_USUAL = 2
"""Syllables behind the surname."""
_SURNAME = watch(SURNAMES, in_capitals=True)
_MIDDLE = {"van": "văn", "thi": "thị"}
_ACRONYM = 4
_SHORTEST, _LONGEST_NAME = 2, 5
"""Words of a name in capitals."""
# A look at the text, before one at its words.
_ADDRESSED = re.compile(r"[ÔôBbNn](?:ng|à|gài) (?:[A-Z][^\W\d_]+ ){0,2}[A-Z]{3}")
_ADDRESSES_OF_GUESTS = frozenset(("ông", "bà", "ngài"))
_LONGEST_FOREIGN = 4
"""Words of a foreign name of which some are in capitals."""
_VOWELS = frozenset("aeiouy")
_LISTS = ("titles", "occupations", "ranks", "honorifics", "status", "organisations", "fields", "org_words",
          "role_words", "breaks", "speech", "gazetteer")  # fmt: skip


def respelt(story: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows of the story in the usual spelling, at the same places; empty where they are in it already."""
    body = [row for row in story if row.kind == "body"]
    if sum(row.size for row in body) >= _LEAST and all(map(in_capitals, body)):
        spellings = [_lowered(row) for row in story]
        text = _overwritten(story, spellings)
        return tuple(row.spelt(words, text) for row, words in zip(story, spellings, strict=True))
    if story and story[0].english and _without_accents(story):
        return tuple(row.spelt(_accented(row), row.text) for row in story)
    return ()


def lowered_names(story: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows of a story that gives names in capitals, `Ông TẠ LAM KHA: …`, with those in the usual spelling, at the
    same places; empty where it gives none so. What closes a paragraph may be its author."""
    foreign = _foreign_in_capitals(story)
    spellings = [_with_names_lowered(row, foreign) for row in story]
    if not any(spellings):
        return ()
    text = _overwritten(story, spellings)
    return tuple(
        row.spelt(words, text) if words else row for row, words in zip(story, spellings, strict=True)
    )


def _foreign_in_capitals(story: tuple[Row, ...]) -> set[tuple[str, ...]]:
    """`Ông HOSODA Kentaro`, `bà Lamuel FAYE`, `ngài ILKO SARVA`: foreign names with the surname in capitals, as
    protocols write them, by the words in which the text has them."""
    if not story or not _ADDRESSED.search(story[0].text):
        return set()
    found: set[tuple[str, ...]] = set()
    for row in story:
        for at, low in enumerate(row.lows):
            if low in _ADDRESSES_OF_GUESTS and (name := _in_capitals_behind(row, at + 1)):
                found.add(name)
    return found


def _in_capitals_behind(row: Row, at: int) -> tuple[str, ...]:
    """The words from token `at` to a surname in capitals and the given name behind it; empty for anything else, an
    organisation's abbreviation among it."""
    end = at
    while end < min(row.size, at + _LONGEST_FOREIGN) and (row.words[end].upper or row.words[end].capital):
        if row.words[end].syllable and end > at and row.words[end - 1].upper:
            break  # `ILKO SARVA | Tham tán`
        end += 1
    words = row.words[at:end]
    surnames = [word for word in words if word.upper]
    spoken = all(
        len(word.text) > 2
        and word.text.isalpha()
        and not _VOWELS.isdisjoint(word.low)
        and word.low not in ORGANISATIONS.first
        and word.low not in NOT_NAMES.first
        for word in surnames
    )
    foreign = any(
        not looks_vietnamese(word.low) for word in words if len(surnames) == len(words) or word.capital
    )
    return tuple(word.text for word in words) if surnames and spoken and foreign and len(words) > 1 else ()


def _with_names_lowered(row: Row, foreign: set[tuple[str, ...]]) -> list[str]:
    """The words of the row with its names so; empty where it has none."""
    spelt: list[str] = []
    surnames = [i for i in row.where(_SURNAME) if i and row.words[i].text in _capital_surnames()]
    if not (surnames or foreign) or in_capitals(row):
        return spelt
    for at in surnames:
        end = at + 1
        last = min(row.size, at + _LONGEST_NAME + 1)
        while end < last and row.words[end].text.isupper() and looks_vietnamese(row.lows[end]):
            end += 1
        told = row.lows[at - 1] in _leading() or (end - at > _SHORTEST and end < row.size - 1)
        if _SHORTEST <= end - at <= _LONGEST_NAME and told:
            spelt = spelt or [word.text for word in row.words]
            spelt[at:end] = [word.text.capitalize() for word in row.words[at:end]]
    for at in range(row.size if foreign else 0):
        for size in range(_LONGEST_FOREIGN, 1, -1):
            name = tuple(word.text for word in row.words[at : at + size])
            if name in foreign:
                spelt = spelt or [word.text for word in row.words]
                spelt[at : at + size] = [word.capitalize() if word.isupper() else word for word in name]
                break
    return spelt


@kept
def _capital_surnames() -> frozenset[str]:
    return frozenset(surname.upper() for surname, certainty in SURNAMES.items() if certainty == 3)


@kept
def _leading() -> frozenset[str]:
    """Last words of what a name may follow at once."""
    return frozenset(
        usual_spelling(entry).split()[-1]
        for name in ("titles", "ranks", "occupations", "honorifics")
        for entry, _ in flagged(name)
    )


def in_capitals(row: Row) -> bool:
    """Where names begin cannot be seen."""
    if True not in [w.upper for w in row.words[:4]]:
        return False
    upper = sum(1 for w in row.words if w.upper)
    return upper >= 4 and upper * 2 > sum(1 for w in row.words if w.text.isalpha())


def doubted(mentions: list[Mention]) -> list[Mention]:
    """Those that an office or a form of address vouches for, none of them sure."""
    kept = [mention for mention in mentions if mention.sure or mention.roles]
    for mention in kept:
        mention.sure, mention.vouched = False, True
    return kept


def as_written(person: FoundPerson, text: str) -> FoundPerson:
    """With the name as the text has it among the others."""
    written = " ".join(text[person.spans[0].start : person.spans[0].end].split())
    if written == person.name or written in person.other_names:
        return person
    return person._replace(other_names=(*person.other_names, written))


def _overwritten(story: tuple[Row, ...], spellings: list[list[str]]) -> str:
    """The text with the words of the story spelt so, where a row has such."""
    letters = list(story[0].text)
    for row, words in zip(story, spellings, strict=True):
        for start, word in zip(row.starts, words, strict=bool(words)):
            letters[start : start + len(word)] = word
    return "".join(letters)


def _without_accents(story: tuple[Row, ...]) -> bool:
    often = [low for row in story for low in row.lows if low in _OFTEN_WRITTEN]
    return len(often) * _SHARE >= sum(row.size for row in story) and len(set(often)) >= _DIFFERENT


def _lowered(row: Row) -> list[str]:
    """`CHỦ TỊCH UBND TỈNH TẠ LAM KHA TIẾP …` as `chủ tịch UBND tỉnh Tạ Lam Kha tiếp …`."""
    spelt = [word.text.lower() if word.text.isupper() else word.text for word in row.words]
    if any(len(word.text) != len(low) for word, low in zip(row.words, spelt, strict=True)):
        return [word.text for word in row.words]
    at = 0
    while at < row.size:
        end = _capitals_end(row, at)
        for i in range(at, end):
            spelt[i] = spelt[i][:1].upper() + spelt[i][1:]
        low = row.lows[at]
        if end == at and row.words[at].upper and not looks_vietnamese(low):
            known = low in ORGANISATIONS.first or low in FIELDS.first or len(low) <= _ACRONYM
            named = not GIVEN_NAMES.isdisjoint(row.lows[max(0, at - 1) : at + 1])
            spelt[at] = row.words[at].text if known and not named else low.capitalize()
        at = max(end, at + 1)
    return spelt


def _capitals_end(row: Row, at: int) -> int:
    """Where the name of a place or person that begins at token `at` ends; `at` itself for none."""
    for places in (COUNTRIES, PLACES):
        if found := places.match(row, at):
            return found[0]
    if SURNAMES.get(row.lows[at], 0) < 3 or _known(row, at):
        return at
    end, last = at + 1, at + 3 + (row.lows[at + 1 : at + 2] == ["thị"])
    while end < min(row.size, last):
        if not looks_vietnamese(row.lows[end]):
            break
        if _known(row, end, verbs=end > at + _USUAL) or (end == at + _USUAL and _always(row, end)):
            break  # A name may end in what is a verb elsewhere: `Tạ Lam | Sang`.
        end += 1
    return end if end > at + 1 else at


def _always(row: Row, at: int) -> bool:
    found = BREAKS.match(row, at)
    return found is not None and found[1] == "always"


def _known(row: Row, at: int, *, verbs: bool = False) -> bool:
    """A phrase of some words begins at token `at`; or one verb."""
    if verbs and BREAKS.match(row, at):
        return True
    return any(
        (found := phrases.match(row, at)) and found[0] > at + 1
        for phrases in (BREAKS, HEADS, ORG_WORDS, FIELDS, ORGANISATIONS)
    )


def _entries() -> Iterator[tuple[str, str]]:
    for name in _LISTS:
        for entry, _ in flagged(name):
            yield fold(entry), entry
    for line in everything("countries"):
        for entry in line.replace(":", ",").split(","):
            if entry.strip():
                yield fold(entry.strip()), entry.strip()


@kept
def _phrases_without_accents() -> Phrases[str]:
    """Phrases of the lexicon as they are written there; made for the first such story, since few are."""
    return Phrases.of(_entries())


_ADDRESSES = Phrases(lambda: ((fold(entry), entry) for entry in everything("honorifics")))


@kept
def _plain_surnames() -> dict[str, str]:
    return {fold(surname): surname for surname, certainty in SURNAMES.items() if certainty == 3}


def _accented(row: Row) -> list[str]:
    """`Chu tich nuoc Nguyen Lam Son tiep …` as `Chủ tịch nước Nguyễn Lam Son tiếp …`."""
    spelt = [word.text for word in row.words]
    phrases = _phrases_without_accents()
    at = told = 0
    while at < row.size:
        word = row.words[at]
        found = phrases.match(row, at)
        led = at + 1 < row.size and row.words[at + 1].capital and _ADDRESSES.match(row, at)
        if led and (found is None or found[0] == at + 1):
            found = led
        surname = word.capital and _plain_surnames().get(word.low)
        if surname and (found is None or found[0] == at + 1):
            spelt[at] = surname.capitalize()
            if row.lows[at + 1 : at + 2] and (middle := _MIDDLE.get(row.lows[at + 1])):
                spelt[at + 1] = middle.capitalize()
            at += 2
            continue
        alone = found is not None and found[0] == at + 1
        if found is None or (alone and word.capital and found is not led and at != told):
            at += 1
            continue
        for i, accented in zip(range(at, found[0]), found[1].split(), strict=False):
            if fold(accented) == row.lows[i]:
                spelt[i] = accented.capitalize() if row.words[i].capital else accented.lower()
        at = told = found[0]
    return spelt
