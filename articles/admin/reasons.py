"""The reasons that the importer gives, in the reader's language: its rules are plain Python and speak English.

A test collects what the rules can say and compares it with this list.
"""

import re

from django.utils.translation import gettext, gettext_noop

REASONS = frozenset((
    # Lines
    gettext_noop("a bare address"),
    gettext_noop("a breadcrumb"),
    gettext_noop("a credit on a line of its own"),
    gettext_noop("a date line above the story"),
    gettext_noop("a date line at the head of the story"),
    gettext_noop("a dateline on a line of its own"),
    gettext_noop("a file name of a photo"),
    gettext_noop("a headline below the story"),
    gettext_noop("a label above the story"),
    gettext_noop("a label above the title"),
    gettext_noop("a labelled date line after the story"),
    gettext_noop("a line of the story"),
    gettext_noop("a link to another story"),
    gettext_noop("a list of other stories begins"),
    gettext_noop("a month without a day"),
    gettext_noop("a picture"),
    gettext_noop("a picture without a caption"),
    gettext_noop("a pointer to another page"),
    gettext_noop("a pointer to another story"),
    gettext_noop("a reporter above the story"),
    gettext_noop("a section's name"),
    gettext_noop("a signature above the story"),
    gettext_noop("a signature below the story"),
    gettext_noop("a signature on a line of its own"),
    gettext_noop("a stray word"),
    gettext_noop("a tag"),
    gettext_noop("a time alone"),
    gettext_noop("a widget"),
    gettext_noop("above the story"),
    gettext_noop("an alternative text of a photo"),
    gettext_noop("another story's headline"),
    gettext_noop("another story's teaser"),
    gettext_noop("below the story (end mark)"),
    gettext_noop("below the story (foot)"),
    gettext_noop("below the story (related)"),
    gettext_noop("below the story (signature)"),
    gettext_noop("ends in a credit"),
    gettext_noop("footer above the story"),
    gettext_noop("goes on from the line above"),
    gettext_noop("goes on in the next line"),
    gettext_noop("in a list of other stories"),
    gettext_noop("its credit stands on the next line"),
    gettext_noop("no letters"),
    gettext_noop("nothing but an end mark"),
    gettext_noop("nothing to read"),
    gettext_noop("other stories' headlines"),
    gettext_noop("pointer above the story"),
    gettext_noop("reads like a caption"),
    gettext_noop("reads like a caption, above the story"),
    gettext_noop("related above the story"),
    gettext_noop("running text"),
    gettext_noop("said before"),
    gettext_noop("set apart between title and story"),
    gettext_noop("stray letters"),
    gettext_noop("the date of another story"),
    gettext_noop("the first paragraph, printed twice"),
    gettext_noop("the headline above the story"),
    gettext_noop("the number of a photo"),
    gettext_noop("the page's foot"),
    gettext_noop("the page's own name"),
    gettext_noop("the title again"),
    gettext_noop("where the story comes from"),
    gettext_noop("widget above the story"),
    # People
    gettext_noop("a foreign name that acts"),
    gettext_noop("a foreign surname opens it"),
    gettext_noop("a form of address before the name"),
    gettext_noop("a given name opens it"),
    gettext_noop("a list of names after an office"),
    gettext_noop("a name after offices and a comma"),
    gettext_noop("a name in a list of people"),
    gettext_noop("a name of the collection"),
    gettext_noop("a name told of again and again"),
    gettext_noop("a surname opens it"),
    gettext_noop("a trained tagger"),
    gettext_noop("an age or year of birth after the name"),
    gettext_noop("an office after the name"),
    gettext_noop("an office before the name"),
    gettext_noop("nearly the name of somebody else here"),
    gettext_noop("the words “có tên”"),
    gettext_noop("words on a person after the name"),
    # Events
    gettext_noop("a body holds it on a day"),
    gettext_noop("a named event"),
    gettext_noop("a named event with its day"),
    gettext_noop("a press conference on a day"),
    gettext_noop("somebody does it"),
    gettext_noop("somebody does it on a day"),
    gettext_noop("somebody's part in it is told"),
    # Titles and texts
    gettext_noop("made from the lead"),
    gettext_noop("much of the text is the same"),
    gettext_noop("the file has new text"),
))  # fmt: skip

_SCORED = re.compile(r"(.+) (\(\d+\.\d+\))")


def reason_in_words(reason: str) -> str:
    """A reason as the reader's language says it, its figure behind it; one that is not known stays as it is.

    A line of several parts has a reason for each.
    """
    if "; " in reason:
        return "; ".join(map(reason_in_words, reason.split("; ")))
    if scored := _SCORED.fullmatch(reason):
        return f"{reason_in_words(scored[1])} {scored[2]}"
    return gettext(reason) if reason in REASONS else reason
