"""One naming of somebody in a story, as the finders of people pass it on."""

from dataclasses import dataclass, field

from articles.text.people.names import Name
from articles.text.people.roles import Role
from articles.text.words.tokens import Row

BORN = "an age or year of birth after the name"
"""The reason of a mention that an age vouches for."""
LISTED = "a name in a list of people"
"""The reason of a mention that the company it stands in vouches for."""


@dataclass(slots=True)
class Mention:
    """One naming of somebody. Token indices are of `row`."""

    row: Row
    start: int
    end: int
    name: str
    form: Name
    roles: list[Role] = field(default_factory=list)
    sure: bool = False
    reason: str = ""
    vouched: bool = False
    """An office, form of address or other evidence says that a person is named."""


def mention_of(
    row: Row, name: Name, roles: list[Role], *, sure: bool, reason: str, vouched: bool = True
) -> Mention:
    written = row.slice(name.start, name.end)
    return Mention(row, name.start, name.end, written, name, roles, sure, reason, vouched)
