"""What stands below the story on a whole page, and is told from it by what nothing else says."""

from collections import Counter

from articles.text.layout.lines import LIST_ITEM
from articles.text.layout.page import Page
from articles.text.layout.sharing import pairs_shared, words_shared
from articles.text.layout.story import Story
from articles.text.layout.summaries import is_asking, is_head

_LONG_STORY = 300
"""Words of the story above a note, at least."""
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
        and page.place_of(block.rows[0]) not in page.listed
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
    """Take off the end of a long story, on a page that is whole to its foot, what says what nothing else on the page
    says: the house's rules on comments, its address, single teasers. Of last paragraphs one in a hundred is so, of
    short stories' many more."""
    if story.closed not in ("related", "foot") or not whole(page):
        return
    told = sum(row.words for block in story.blocks for row in block.rows)
    while story.blocks and len(story.blocks[-1].rows) == 1:
        row = story.blocks[-1].rows[0]
        place = page.place_of(row)
        told -= row.words
        if (
            told < _LONG_STORY
            or LIST_ITEM.match(row.text)
            or words_shared(page, place, place) >= _NOTE_WORDS
            or pairs_shared(page, [row]) >= _NOTE_PAIRS
        ):
            return
        story.blocks.pop()
        row.mark("navigation", "says what nothing else on the page says")
