"""Authors who are named with what they are: a title, a rank, an office, or where they work."""

from articles.text import lazy_re as re
from articles.text.layout.bylines import Signature, has_surname, shown, strip_titles
from articles.text.layout.lines import phrases, tells, tokens_of

_WHERE_FROM = re.compile(r" \(| ?[-–] |, ")
_LONGEST = 24
"""Words of a line that names somebody and what they are, at most."""
_WHAT = ("titles", "occupations", "signing_offices", "signing_titles", "ranks", "organisations")
"""Lists with whose words an office or a place of work begins."""
_BEFORE = frozenset(("phó", "nguyên", "cựu"))


def read_author(text: str) -> Signature | None:
    """`Luật sư Hà Văn Lộc`: an author with a title, who stands below nothing but a story."""
    text = _WHERE_FROM.split(text, maxsplit=1)[0].strip(" .")
    name = strip_titles(text)
    return Signature((shown(name),), (), False) if _is_name(name) and len(name) < len(text) else None


def read_official(text: str) -> Signature | None:
    """`Thượng tá Hà Văn Lộc, Công an tỉnh`, `Hà Văn Lộc - Phó Trưởng ban`: somebody and nothing said of them. Above a
    story it names its author, or whom the photo shows.
    """
    if text.count(" ") >= _LONGEST or text[-1] in ".:?!":
        return None
    name, *what = _WHERE_FROM.split(strip_titles(text), maxsplit=1)
    name = name.strip(" .")
    titled = not text.startswith(name)
    if not _is_name(name) or not (titled or (what and has_surname(name))):
        return None
    if what and not _says_what(what[0]):
        return None
    return Signature((shown(name),), (), False)


def _is_name(name: str) -> bool:
    words = name.split()
    return 2 <= len(words) <= 5 and all(word[0].isupper() and word.isalpha() for word in words)


def _says_what(text: str) -> bool:
    """It begins as an office or an organisation's name does, and tells nothing."""
    tokens = tokens_of(text)
    while tokens and tokens[0] in _BEFORE:
        tokens = tokens[1:]
    return any(phrases(name).open(tokens) for name in _WHAT) and not tells(text)
