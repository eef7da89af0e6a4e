"""Words that names of bodies are made of: what opens one (`Ủy ban`, `Công ty`), and what goes on inside."""

from articles.text.fold import usual_spelling
from articles.text.lexicon import everything, kept
from articles.text.words.phrases import Phrases, flagged, phrases

ORGANISATIONS = Phrases(lambda: flagged("organisations"))
"""Openings of a body's or place's name; the value says what follows: `eats`, `unit`, `state` or nothing."""
ORG_WORDS = phrases("org_words")


@kept
def known_lower() -> frozenset[str]:
    """Syllables that go on inside the name of an organisation."""
    known: set[str] = set()
    for name in ("org_words", "fields", "role_words"):
        for entry in everything(name):
            known.update(usual_spelling(entry).split())
    for entry, _ in flagged("organisations"):
        known.update(usual_spelling(entry).split())
    return frozenset(known)
