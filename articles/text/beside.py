"""What the lines beside it say of a line: a headline below the dek, an item of a list, a caption between paragraphs."""

from articles.text import captions
from articles.text.bylines import read_dateline
from articles.text.head import Head
from articles.text.page import Page
from articles.text.signing import is_signed
from articles.text.story import Story
from articles.text.tails import LIST_ITEM, is_headline
from articles.text.titles import BESIDE_TITLE, caption_above


def is_link(page: Page, place: int) -> bool:
    """A headline alone between the dek and the story, and no caption."""
    row = page.rows[place]
    return (
        is_headline(row)
        and not row.ends
        and page.reads(place + 1)
        and not page.heads(place)
        and place - 1 not in page.pictures
        and caption_above(page, place) < BESIDE_TITLE
    )


def is_item(page: Page, place: int) -> bool:
    """`Chủ tịch: Lò Văn Én`: an item of a list that a colon introduces, or that goes on."""
    row, above = page.rows[place], page.rows[place - 1]
    return (
        ": " in row.text
        and not row.ends
        and above.kind == "body"
        and (above.text[-1] == ":" or (": " in above.text and not above.ends))
    )


def tells(page: Page, place: int) -> bool:
    """A line with an address in it is the story's own: a sentence, a signature, or one item of its list."""
    row, above = page.rows[place], page.rows[place - 1]
    listed = LIST_ITEM.match(row.text) and LIST_ITEM.match(above.text) and above.kind == "body"
    return row.prose or bool(listed) or is_signed(page, place)


def threshold(page: Page, head: Head, story: Story, place: int) -> float:
    """The score from which the row is a caption where it stands."""
    if not page.rows[place].ends:
        return captions.THRESHOLD
    if not story.blocks:
        return captions.ABOVE_LEAD if head.dek and _leads(page, place + 1) else captions.SURE
    more = any(page.reads(other) for other in range(place + 1, min(place + 4, len(page.rows))))
    if page.terse:
        return captions.TERSE
    return captions.BETWEEN if more else captions.LAST


def _leads(page: Page, place: int) -> bool:
    """The row opens as a story does, with a day or a dateline: what stands above it is not the story's."""
    if not page.reads(place):
        return False
    text = page.rows[place].text
    return captions.DATED.match(text) is not None or read_dateline(text, page.text) is not None
