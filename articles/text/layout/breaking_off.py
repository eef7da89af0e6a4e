"""Texts that break off: of a copy that was cut short, the last line is the beginning of a paragraph."""

from articles.text import lazy_re as re
from articles.text.layout import captions
from articles.text.layout.authors import read_official
from articles.text.layout.caption_places import caption_score
from articles.text.layout.caption_signs import names_somebody, reports
from articles.text.layout.closing_lines import read_unit
from articles.text.layout.galleries import gallery
from articles.text.layout.lines import BROKEN, Row, keys, phrases
from articles.text.layout.openings import opens_paragraph
from articles.text.layout.page import Page
from articles.text.layout.sharing import is_unsaid, words_shared

_SURELY_CUT, _TELLING = 5.0, 3.5
"""What a line scores less as a caption that shows its words were cut, and one that tells what was said or done: of 280
last lines that were cut in their middle four score more."""
_HEADLINE, _SAID = 7, 0.6
"""Words from which a line is another story's headline of whose words less than this share stand elsewhere."""
# `ký thành l`, `Thủ tướng Phạm Lam Kh`, `phía Liê`: no unit behind a figure, and no syllable.
_IN_WORD = re.compile(
    r"(?<!\d)(?<!\d )(?<!\w)(?:[bcdđghklmnpqrstvx]{1,3}|[BCDĐGHKLMNPQRSTVX][bcdđghklmnpqrstvx]{0,2}"
    r"|\w*(?:ă|[âấầẩẫ]|[iy][êếềểễệ]|u[ôốồổỗộ]|ư[ơớờởỡợ]))$"
)
_MARKS = ",/-"
"""Marks that end no line but one that was cut, and tags."""
_FEWEST_TAGS = 2


def breaks_off(page: Page, place: int) -> bool:
    """Whether the text ends in this row, and in the middle of a sentence, right below a paragraph or a caption.

    Captions and links end so as well. What they say is whole, and captions say plainly what they show: of 14 real
    ones at the end of a text 13 score 3.7 or more.
    """
    row = page.rows[place]
    if (
        not 0 < place == len(page.rows) - 1
        or row.ends
        or row.opens_lower
        or not (row.text[-1].isalnum() or row.text[-1] in _MARKS)
        or row.text[0] in "(["
        or row.text.isupper()
        or page.section_of(row.text)
        or _lists_tags(row)
        or place in gallery(page)
        or not _goes_on(page, place)
    ):
        return False
    score = caption_score(page, place)
    if is_unfinished(row) or opens_paragraph(row.tokens) or BROKEN.search(row.text):
        return score < _SURELY_CUT
    if reports(row):
        return score < _TELLING and not is_unsaid(page, place)
    headline = row.words >= _HEADLINE and words_shared(page, place, place) < _SAID
    named = names_somebody(row) or row.text[-1].isdecimal()  # An occasion and its year, a page's number.
    shown = phrases("caption_openings").open(row.tokens)
    least = captions.HEADLINE if row.words < _HEADLINE else 0.0
    signed = read_unit(row.text) or read_official(row.text)
    return score < least and not (headline or named or shown or signed)


def _lists_tags(row: Row) -> bool:
    """`Lễ hội, Hoa lan, Lâm Trà,`"""
    tags = [tag.strip() for tag in row.text.split(",")]
    return len(tags) > _FEWEST_TAGS and not tags[-1] and all(tag[:1].isupper() for tag in tags[:-1])


def _goes_on(page: Page, place: int) -> bool:
    """The line above is the story's, and closed, so that it heads no list of which this is the end."""
    row, above = page.rows[place], page.rows[place - 1]
    if above.kind == "caption":
        return above.ends or place - 1 in page.photos or is_unfinished(row) or opens_paragraph(row.tokens)
    return above.kind in ("body", "dek") and (above.prose or (above.ends and above.text[-1] not in "?!"))


def is_unfinished(row: Row) -> bool:
    """It ends within a word, or with one that something must follow."""
    return (
        row.text[-1] in _MARKS
        or row.text.rsplit(" ", 1)[-1] in keys("headline_ends")
        or _IN_WORD.search(row.text, max(0, len(row.text) - 8)) is not None
        or (row.words == 1 and opens_paragraph(row.tokens))
    )
