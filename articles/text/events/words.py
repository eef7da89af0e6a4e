"""The event words of the lexicon, ready to match."""

from articles.text.lexicon import flagged, kept, table
from articles.text.people.organisations import ORG_WORDS
from articles.text.words.phrases import Phrases
from articles.text.words.tokens import Row
from articles.text.words.vocabulary import watch


def _kinds() -> list[tuple[str, tuple[str, bool]]]:
    entries: list[tuple[str, tuple[str, bool]]] = []
    for phrase, flag in flagged("event_kinds"):
        kind, _, verb = flag.partition(" ")
        entries.append((phrase, (kind, verb == "verb")))
    return entries


@kept
def _by_flag() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for phrase, flag in flagged("event_words"):
        found.setdefault(flag, []).append(phrase)
    return found


def _words(flag: str) -> Phrases[str]:
    return Phrases(lambda: ((phrase, phrase) for phrase in _by_flag().get(flag, ())))


KINDS = Phrases(_kinds)
"""Phrase → kind of event, and whether it is something people do rather than something that takes place."""
HOLD, SAY, FUTURE, END, ONLINE, DEED, GROUP, OFFICE, REPORT, SITE, DOUBT, BESIDE, BIDS = map(
    _words,
    (
        "hold", "say", "future", "end", "online", "deed", "group", "office", "report", "site", "doubt", "beside",
        "bids",
    ),
)  # fmt: skip
REFER: set[str] = set()
OPENS_EVENT = watch(KINDS.first.keys())


@table
def _refer() -> None:
    REFER.clear()
    REFER.update(_by_flag().get("refer", ()))


def to_come(row: Row, start: int, stop: int) -> bool:
    """Whether a word between two tokens says that it has not happened yet; `Bộ Kế hoạch` says nothing of it."""
    return any(
        FUTURE.match(row, i)
        for i in range(start, stop)
        if row.lows[i] in FUTURE.first and not (row.words[i].capital and i > start)
    )


def is_announced(row: Row, start: int, stop: int) -> bool:
    """Whether what is to come is so without a doubt: `A | sẽ | thăm Lào`, but not `A | dự kiến sẽ | thăm Lào`."""
    told = [i for i in range(start, stop) if row.lows[i] in FUTURE.first and FUTURE.match(row, i)]
    return bool(told) and all(row.lows[i] == "sẽ" for i in told)


def is_session(row: Row, at: int) -> bool:
    """What a body or its head does without a word of holding: `Ban Bí thư | họp`, `A | giao ban với các sở`."""
    return row.lows[at] == "họp" or row.lows[at : at + 2] == ["giao", "ban"]


def inside(row: Row, at: int, end: int) -> bool:
    """`tự do`, `địa bàn`, `bầu cử`: the words from `at` to `end` are a part of one of the lexicon, and end nothing."""
    around = (ORG_WORDS.match(row, i) for i in range(max(0, at - 2), at))
    whole = ORG_WORDS.match(row, at)
    return any(found[0] > at for found in around if found) or (whole is not None and whole[0] > end)
