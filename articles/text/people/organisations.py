"""Words that names of bodies are made of: what opens one (`Ủy ban`, `Công ty`), and what goes on inside."""

from articles.text.fold import usual_spelling
from articles.text.lexicon import flagged, kept
from articles.text.words.phrases import Phrases, phrases
from articles.text.words.tokens import Row

ORGANISATIONS = Phrases(lambda: flagged("organisations"))
"""Openings of a body's or place's name; the value says what follows: `eats`, `unit`, `state` or nothing."""
ORG_WORDS = phrases("org_words")
_WHOLE = frozenset(("huyện", "quận", "xã", "phường", "thị trấn", "công an", "trung ương"))


@kept
def known_lower() -> frozenset[str]:
    """Syllables that go on inside the name of an organisation."""
    known: set[str] = set()
    for name in ("org_words", "fields", "role_words", "organisations"):
        for entry, _ in flagged(name):
            known.update(usual_spelling(entry).split())
    return frozenset(known)


def complete(row: Row, at: int, end: int, flag: str) -> bool:
    """The words name a body or unit by themselves, so a verb may follow: `UBND tỉnh | dự`, but `Ban tiếp | dân`."""
    whole = flag == "unit" or (flag == "state" and end > at + 1) or row.lows[end - 1] == "ủy"
    return whole or " ".join(row.lows[at:end]) in _WHOLE
