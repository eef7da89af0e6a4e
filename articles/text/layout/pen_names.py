"""Names that only their label shows to be some: `Viết bởi Luna.Q`."""

from articles.text import lazy_re as re
from articles.text.layout.lines import CAPITAL
from articles.text.layout.not_signing import signs_nothing

_WROTE = frozenset(("bởi", "by", "giả"))
"""How labels end behind which nobody stands but who wrote it: `Viết bởi`, `Tác giả`."""
_PEN_NAME = re.compile(rf"{CAPITAL}[^\W_]+(?:[. ]{CAPITAL}[^\W_]*){{0,2}}")


def wrote(label: str) -> bool:
    """The label says who wrote it, and never where it comes from."""
    return label.rpartition(" ")[2] in _WROTE


def is_pen_name(part: str) -> bool:
    """Up to three words or initials in capitals, none of them a template's."""
    return _PEN_NAME.fullmatch(part) is not None and not signs_nothing(part)
