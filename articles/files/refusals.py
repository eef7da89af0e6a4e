"""Why a file is refused before it is read, in English: `wording.in_words` says it to a reader."""

from django.utils.translation import gettext_noop

LEADS_OUT = gettext_noop("It is a link that leads out of the given folder; copy the file in.")
NOT_REGULAR = gettext_noop("It is not a regular file (a device, a pipe or a socket).")
INPUT_CLOSED = gettext_noop("Standard input is closed.")
LEADS_BACK = gettext_noop("It is a link that leads back to itself.")
LEADS_NOWHERE = gettext_noop("It is a link that leads nowhere.")
GONE = gettext_noop("It is not there any more.")
FORBIDDEN = gettext_noop("It may not be read; its permissions forbid it.")
UNREADABLE = gettext_noop("It cannot be read: %(error)s.")
LINKED_FOLDER = gettext_noop("It is a link to a folder, which is not followed; give that folder itself.")
FORBIDDEN_FOLDER = gettext_noop("The folder may not be read; its permissions forbid it.")
TOO_LARGE = gettext_noop("It is larger than %(limit)s bytes. Split it, or raise --max-bytes.")
LINK_INSIDE = gettext_noop("It is a link or a device inside the archive.")
ENCRYPTED = gettext_noop("It is encrypted. Unpack it with its password first.")
NO_ZIP = gettext_noop("It is not a readable zip archive: damaged, cut short, or something else.")
NO_TAR = gettext_noop("It is not a readable tar archive: damaged, cut short, or something else.")
NOTHING_INSIDE = gettext_noop("It holds no text. Remove it, or put one in.")
NO_OBJECT = gettext_noop('It is not an object like {"text": "…", "name": "…"}.')
EMPTY_ROW = gettext_noop("The row has no text. Put it in “content”, or leave the row out.")
NO_COLUMN = gettext_noop(
    "It is a table without a text. Name its columns in the first row, that of the texts “content”."
)
NO_TABLE = gettext_noop(
    "It is not a readable table. Save it as UTF-8, with commas, semicolons or tabs between columns."
)
TOO_MANY_CELLS = gettext_noop(
    "It has more cells than the table has columns. Put texts with commas, semicolons or tabs in quotation marks."
)
OPEN_QUOTE = gettext_noop(
    "A quotation mark is left open, so that rows run together. Close it, or write it twice inside a text."
)
BOMB = gettext_noop(
    "It unfolds to more than %(limit)s bytes, far beyond its own size. Unpack it and look at it first."
)
TOO_MANY = gettext_noop("It holds more than %(limit)s files.")
CLIMBS_OUT = gettext_noop("Its name leads out of the archive.")
DAMAGED = gettext_noop("It is damaged, or packed in a way that is not known here.")

REFUSALS = (
    LEADS_OUT, NOT_REGULAR, INPUT_CLOSED, LEADS_BACK, LEADS_NOWHERE, GONE, FORBIDDEN, UNREADABLE, LINKED_FOLDER,
    FORBIDDEN_FOLDER, TOO_LARGE, LINK_INSIDE, ENCRYPTED, NO_ZIP, NO_TAR, NOTHING_INSIDE, NO_OBJECT, EMPTY_ROW,
    NO_COLUMN, NO_TABLE, TOO_MANY_CELLS, OPEN_QUOTE, BOMB, TOO_MANY, CLIMBS_OUT, DAMAGED,
)  # fmt: skip
"""All of them."""
