"""Who a story names: full names with the offices given to them, and every later mention that is tied to them.

Precision first: `sure` is kept for names that an office, a form of address or the collection itself vouches
for.
"""

from collections.abc import Mapping

from articles.text.people.mentions import find_mentions
from articles.text.people.merging import merge
from articles.text.people.respelling import as_written, doubted, lowered_names, respelt
from articles.text.types import FoundPerson, Structure
from articles.text.words.tokens import rows


def find_people(
    text: str, structure: Structure, *, known: Mapping[str, str] | None = None
) -> tuple[FoundPerson, ...]:
    """The people of a story, in the order their full names first stand in it.

    Looks in title, dek, body and captions; never in credits, bylines or navigation. `known` maps names as
    written (names and other names of the collection's accepted people) to the name to use. Offsets are of
    `text`.
    """
    story = rows(text, structure)
    if guessed := respelt(story):
        found = merge(guessed, doubted(find_mentions(guessed, {})), {})
        return tuple(as_written(person, text) for person in found)
    if lowered := lowered_names(story):
        found = merge(lowered, find_mentions(lowered, known or {}), known or {})
        return tuple(as_written(person, text) for person in found)
    return merge(story, find_mentions(story, known or {}), known or {})
