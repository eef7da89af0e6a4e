"""What a letter's subject says of the text that it brings."""

from articles.text import lazy_re as re
from articles.text.fold import words

_SHORTEST = 5
"""Words of a subject that may be the headline, at least."""
_BEGINNING = 2500
"""Letters of the text that would tell of it."""
_SENT_ON = re.compile(r"(?:(?:fwd?|re) ?: ?)+", re.IGNORECASE)
"""`Fwd: Re: `, before the subject of a letter that was sent on or answered."""


def headline_of(subject: str, text: str) -> str:
    """The subject, where the text tells of it and does not itself begin with it; else empty."""
    subject = subject[sent.end() :] if (sent := _SENT_ON.match(subject)) else subject
    beginning = text.lstrip()[:_BEGINNING]
    own, said = words(subject), set(words(beginning))
    told = len(own) >= _SHORTEST and sum(map(said.__contains__, own)) * 3 >= len(own) * 2
    return subject if told and subject.casefold() not in beginning.casefold() else ""
