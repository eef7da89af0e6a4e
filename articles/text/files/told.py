"""A story of which more is known than its lines: a record, or a saved page."""

from typing import NamedTuple

from articles.text import lazy_re as re

FOR_PROGRAMS = re.compile(r"[a-z0-9][a-z0-9_.-]*")
"""A name that no reader is told: `layout`, `the-gioi`. Who speaks, or where something is, is said otherwise."""


class Told(NamedTuple):
    """A story put as a page has it, and those of its lines that were named as its headline, dek and section."""

    text: str
    title: str = ""
    dek: str = ""
    section: str = ""
