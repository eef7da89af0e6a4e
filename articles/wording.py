"""What the importer's rules say, in the reader's language: they are plain Python and speak English.

The console, reports and the admin all ask here. A test collects what the rules can say and compares it with this.
"""

import re
from functools import cache

from django.utils.translation import gettext, gettext_noop

from .files.refusals import REFUSALS

REASONS = frozenset((
    # Lines
    gettext_noop("a bare address"),
    gettext_noop("a box of other stories"),
    gettext_noop("a breadcrumb"),
    gettext_noop("a button of a widget"),
    gettext_noop("a caption that is the title again"),
    gettext_noop("a credit on a line of its own"),
    gettext_noop("a date line above the story"),
    gettext_noop("a date line at the head of the story"),
    gettext_noop("a dateline on a line of its own"),
    gettext_noop("a file name of a photo"),
    gettext_noop("a headline below the story"),
    gettext_noop("a headline that stands in a box, too"),
    gettext_noop("a label"),
    gettext_noop("a label above the story"),
    gettext_noop("a label above another story"),
    gettext_noop("a label above the title"),
    gettext_noop("a label or a headline below the story"),
    gettext_noop("a labelled date line after the story"),
    gettext_noop("a line of the story"),
    gettext_noop("a line of a program"),
    gettext_noop("a link to another story"),
    gettext_noop("a list of other stories begins"),
    gettext_noop("a month without a day"),
    gettext_noop("a picture"),
    gettext_noop("a picture without a caption"),
    gettext_noop("a pointer to another story"),
    gettext_noop("a reporter above the story"),
    gettext_noop("a section's name"),
    gettext_noop("a signature above the story"),
    gettext_noop("a signature below the story"),
    gettext_noop("a signature on a line of its own"),
    gettext_noop("a signature with the source of the photos"),
    gettext_noop("a stray word"),
    gettext_noop("a tag"),
    gettext_noop("a time alone"),
    gettext_noop("a widget"),
    gettext_noop("above the page's menu"),
    gettext_noop("above the story"),
    gettext_noop("an alternative text of a photo"),
    gettext_noop("announces photos"),
    gettext_noop("announces what the text does not have"),
    gettext_noop("another story in the same file"),
    gettext_noop("another story's headline"),
    gettext_noop("another story's teaser"),
    gettext_noop("below the story (end mark)"),
    gettext_noop("below the story (foot)"),
    gettext_noop("below the story (related)"),
    gettext_noop("below the story (signature)"),
    gettext_noop("ends in a credit"),
    gettext_noop("footer above the story"),
    gettext_noop("goes on from the line above"),
    gettext_noop("in a list of other stories"),
    gettext_noop("its credit stands on the next line"),
    gettext_noop("no letters"),
    gettext_noop("nothing but an end mark"),
    gettext_noop("nothing to read"),
    gettext_noop("other stories' headlines"),
    gettext_noop("pointer above the story"),
    gettext_noop("pointers to other stories"),
    gettext_noop("reads like a caption"),
    gettext_noop("reads like a caption, above the story"),
    gettext_noop("related above the story"),
    gettext_noop("running text"),
    gettext_noop("said before"),
    gettext_noop("says what nothing else on the page says"),
    gettext_noop("set apart between title and story"),
    gettext_noop("named as the title"),
    gettext_noop("named as the dek"),
    gettext_noop("named as the section"),
    gettext_noop("stray letters"),
    gettext_noop("a document beside the story"),
    gettext_noop("the date of another story"),
    gettext_noop("the dek again"),
    gettext_noop("the first paragraph, printed twice"),
    gettext_noop("the headline above the story"),
    gettext_noop("the number of a photo"),
    gettext_noop("the page's foot"),
    gettext_noop("the page's menu"),
    gettext_noop("the page's own name"),
    gettext_noop("the title again"),
    gettext_noop("the whole text, printed again"),
    gettext_noop("where the page was copied from"),
    gettext_noop("where the story comes from"),
    gettext_noop("who took the photo above"),
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
    gettext_noop("words on a person before the name"),
    # Events
    gettext_noop("a body holds it on a day"),
    gettext_noop("a named event"),
    gettext_noop("a named event with its day"),
    gettext_noop("a press conference on a day"),
    gettext_noop("somebody does it"),
    gettext_noop("somebody does it on a day"),
    gettext_noop("somebody's part in it is told"),
    # Titles, texts and records
    gettext_noop("another version of the story"),
    gettext_noop("kind and date fit, and a name or a participant"),
    gettext_noop("made from the lead"),
    gettext_noop("much of the text is the same"),
    gettext_noop("the file has new text"),
    gettext_noop("the same name without its accents"),
))  # fmt: skip
"""Why a line, a name or an event was taken for what it is: a few words each."""

WITHDRAWN = gettext_noop("Its article was withdrawn and stays so. Only an editor can reinstate it.")
ERASED = gettext_noop("What it says was erased and must not come back. Remove the file.")
SAME_BYTES = gettext_noop("The same bytes as %(name)s.")
NEW_TEXT = gettext_noop(
    "The file has new text. It waits on its article as a suggestion; nothing was replaced."
)
ANOTHER_STORY = gettext_noop(
    "Hardly anything of it is as it was: if it is another story, import it by another name."
)
LIKE_WITHDRAWN = gettext_noop(
    "Its text is like that of %(name)s (%(percent)s %%), whose article was withdrawn: it stays a draft."
)
VERSION = gettext_noop(
    "Its text is like that of %(name)s (%(percent)s %%): a re-post or another version of the story."
)

FAILED = gettext_noop("The importer failed on this file: %(error)s. Report that, with the file.")
REMARKS = (FAILED, WITHDRAWN, ERASED, SAME_BYTES, NEW_TEXT, ANOTHER_STORY, LIKE_WITHDRAWN, VERSION)
"""What an import says of a file beside what its rules do."""

SENTENCES = (
    # Why a file is refused
    gettext_noop("The file is empty. Remove it, or put the text in."),
    gettext_noop("The file is binary, not text. Only text can be imported."),
    gettext_noop("The file is %(what)s, not text. %(cure)s"),
    gettext_noop(
        "The file is not valid %(encoding)s (byte %(byte)s), though %(why)s. Save it as UTF-8, or leave the encoding "
        "to be detected."
    ),
    gettext_noop(
        "The file is not valid %(encoding)s, though %(why)s. Save it as UTF-8, or leave the encoding to be detected."
    ),
    gettext_noop(
        "There is no encoding named %(encoding)s. Use a name such as utf-8, utf-16, windows-1258, tcvn3, viscii or vni."
    ),
    gettext_noop(
        "The file's encoding could not be found. Save it as UTF-8, or name its encoding with --encoding."
    ),
    gettext_noop(
        "The file is a web page (HTML). Install django-newsroom[html] to import it, or save it as plain text."
    ),
    gettext_noop(
        "The file is data (JSON), not a text. Give a story an object, with its text under a name such as “content”, "
        "and one object a line in a .jsonl file."
    ),
    gettext_noop(
        "The file is data (JSON) that is damaged or cut short. Mend it, or save the story as plain text."
    ),
    gettext_noop(
        "The file is a letter or a saved page in which no text was found. Save its text as a file, and import that."
    ),
    gettext_noop(
        "The file is a feed or a site map (XML), not a text. Save the pages that it lists, and import these."
    ),
    gettext_noop("The file is a web page without any text. Save the page once it is shown in full."),
    gettext_noop(
        "The tagger needs a package that is not installed. Install django-newsroom[tagger], or leave it off."
    ),
    gettext_noop("The stage %(path)s failed: %(error)s. Mend it, and try the file again."),
    # What is remarked of a file that is taken
    gettext_noop("The encoding %(encoding)s is a guess (confidence %(confidence)s)."),
    gettext_noop("Letters that could not be read: %(count)s."),
    gettext_noop("The title may have run into the lead: no line of its own holds it."),
    gettext_noop("No running text was found."),
    gettext_noop("Another story begins in line %(line)s and was left out. Split the file."),
)
"""Whole sentences; what is filled in may be of `PARTS`."""

PARTS = frozenset((
    gettext_noop("a PDF document"),
    gettext_noop("an old Word or Excel document"),
    gettext_noop("an RTF document"),
    gettext_noop("a ZIP archive or an Office document"),
    gettext_noop("a gzip archive"),
    gettext_noop("a picture (PNG)"),
    gettext_noop("a picture (JPEG)"),
    gettext_noop("a picture (GIF)"),
    gettext_noop("a media file"),
    gettext_noop("a database"),
    gettext_noop("a program"),
    gettext_noop("Export its text and import that."),
    gettext_noop("Save it as plain text."),
    gettext_noop("Save a document as plain text; import a .zip by its path."),
    gettext_noop("Unpack it first, or import a .tar.gz by its path."),
    gettext_noop("Only text can be imported."),
    gettext_noop("its byte order mark says so"),
    gettext_noop("that encoding was asked for"),
))  # fmt: skip

_ALL_SENTENCES = (*SENTENCES, *REMARKS, *REFUSALS)
_KNOWN = REASONS | PARTS | {sentence for sentence in _ALL_SENTENCES if "%(" not in sentence}
_SCORED = re.compile(r"(.+) (\(\d+\.\d+\))")
_FILLED_IN = re.compile(r"%\((\w+)\)s")


def in_words(said: str) -> str:
    """What a rule says as the reader's language says it, with its figures; what is not known stays as it is.

    A line of several parts has a reason for each; remarks stand on lines of their own and become one text.
    """
    if "\n" in said:
        return " ".join(map(in_words, said.split("\n")))
    if said in _KNOWN:
        return gettext(said)
    for pattern, sentence in _patterns():
        if found := pattern.fullmatch(said):
            parts = found.groupdict().items()
            return gettext(sentence) % {
                name: gettext(part) if part in PARTS else part for name, part in parts
            }
    if "; " in said:
        return "; ".join(map(in_words, said.split("; ")))
    if scored := _SCORED.fullmatch(said):
        return f"{in_words(scored[1])} {scored[2]}"
    return said


def kept_in_words(because: str) -> str:
    """Why an undone import left an article, which is always one of our own sentences."""
    return gettext(because) if because else ""


@cache
def _patterns() -> list[tuple[re.Pattern[str], str]]:
    return [(_pattern(sentence), sentence) for sentence in _ALL_SENTENCES if "%(" in sentence]


def _pattern(sentence: str) -> re.Pattern[str]:
    words = _FILLED_IN.split(sentence)
    words[::2] = (re.escape(word.replace("%%", "%")) for word in words[::2])
    words[1::2] = (f"(?P<{name}>.+)" for name in words[1::2])
    return re.compile("".join(words), re.DOTALL)
