"""What stands below the story on a whole page, and is told from it by what nothing else says."""

from collections import Counter

from articles.text.layout.calls import LONGEST_NOTE, QUOTED, is_reported
from articles.text.layout.lines import LIST_ITEM, Row, phrases
from articles.text.layout.listing import lines_listed
from articles.text.layout.page import Page
from articles.text.layout.sharing import pairs_shared, words_shared
from articles.text.layout.story import Story
from articles.text.layout.summaries import is_asking, is_head

_LONG_STORY = 300
"""Words of the story above a note, at least."""
_SHORT_STORY = 3
"""Paragraphs above one that speaks of the page, at least."""
_CAPTIONS = 4
"""Rows below a last paragraph in which it is signed."""
_NOTE_WORDS, _NOTE_PAIRS = 0.6, 0.05
"""Shares of the words and of the word pairs of a note that the page has elsewhere, too, at most."""


def drop_links(page: Page, story: Story) -> None:
    """Take out of the story a headline that stands again among what was left out: in the menu or in a box."""
    links = [
        block.rows[0]
        for block in story.blocks[1:]
        if len(block.rows) == 1
        and (is_head(block.rows[0]) or is_asking(block.rows[0]))
        and page.seen[block.rows[0].said] > 1
        and page.place_of(block.rows[0]) not in lines_listed(page)
    ]
    if not links:
        return
    kept = Counter(row.said for row in page.rows if row.kind != "navigation")
    for row in links:
        if kept[row.said] == 1:
            row.mark("navigation", "a headline that stands in a box, too")
    story.blocks = [block for block in story.blocks if block.rows[0].kind != "navigation"]


def whole(page: Page) -> bool:
    """The page's foot can be seen, so that nothing was cut off: its last paragraph ends as sentences do."""
    return "footer" in page.markers.values()


def drop_notes(page: Page, story: Story) -> None:
    """Take off the end of a story what says what nothing else on the page says: of a long one, on a page that is whole
    to its foot, the house's rules on comments, its address, single teasers, but nothing that is signed; of others, what
    speaks of the page. Of last paragraphs one in a hundred says so little again, of short stories' many more; none of
    those spoke of the page. Who wrote a story is told of by the house as well."""
    seen = story.closed in ("related", "foot") and whole(page)
    told = sum(row.words for block in story.blocks for row in block.rows)
    while story.blocks and len(story.blocks[-1].rows) == 1:
        row = story.blocks[-1].rows[0]
        place = page.place_of(row)
        told -= row.words
        apart = seen and told >= _LONG_STORY and not _signed_below(page, place)
        more = len(story.blocks) > _SHORT_STORY
        if not (more and _tells_of_author(story, row)) and (
            not (apart or (more and _speaks_of_page(row)))
            or LIST_ITEM.match(row.text)
            or words_shared(page, place, place) >= _NOTE_WORDS
            or pairs_shared(page, [row]) >= _NOTE_PAIRS
        ):
            return
        story.blocks.pop()
        row.mark("navigation", "says what nothing else on the page says")


def _signed_below(page: Page, place: int) -> bool:
    """Who wrote it, or where it comes from, stands below, with nothing but captions between."""
    below = (row.kind for row in page.rows[place + 1 : place + 1 + _CAPTIONS])
    return next((kind for kind in below if kind not in ("caption", "credit", "junk")), "") in (
        "byline",
        "agency",
    )


def _tells_of_author(story: Story, row: Row) -> bool:
    """`Hà Mơ là phóng viên từ năm 2016.`: who signed the story, of whom it would not tell itself."""
    return any(
        row.text.startswith(f"{name} là ") for signature, _ in story.signatures for name in signature.names
    )


def _speaks_of_page(row: Row) -> bool:
    """`Độc giả xem bản đồ tại trang này`: it names something of pages and of their houses, and one thing more, and
    quotes nobody. One is not enough: of readers, comments and newsrooms stories end in telling, too."""
    if row.words > LONGEST_NOTE or not (named := phrases("page_words").count(row.tokens)):
        return False
    return (
        named + phrases("house_words").count(row.tokens) > 1
        and not QUOTED.search(row.text)
        and not is_reported(f" {' '.join(row.tokens)} ")
    )
