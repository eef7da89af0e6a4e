"""Photos of a story, taken as its lines are read: captions, and credits that stand apart from them."""

from articles.text import lazy_re as re
from articles.text.layout import captions
from articles.text.layout.above import Head
from articles.text.layout.bylines import read_signature
from articles.text.layout.lines import Row
from articles.text.layout.page import Page
from articles.text.layout.photo_credits import is_illustration, read_bare
from articles.text.layout.signing import names_source
from articles.text.layout.story import Story, add_caption
from articles.text.types import Caption

_HOUSE = re.compile(r"\s\((?P<credit>[^()]{2,40})\)\.?$")
"""What stands in brackets behind a caption, an agency perhaps: `Đại biểu dự lễ (Reuters)`."""


def take_photo(page: Page, head: Head, story: Story, place: int) -> None:
    photo, row = page.photos[place], page.rows[place]
    spans = [row.span()]
    caption = photo.caption
    if not photo.credit and is_illustration(caption) and _lacks_credit(page, place):
        caption = ""
    if not caption and story.blocks and names_source(page, head, story, place):
        return
    if not caption and _lacks_credit(page, place):
        above = page.rows[place - 1]
        if story.captions and (last := next(reversed(story.captions.values()))).spans == (above.span(),):
            del story.captions[last.caption.casefold().strip(" .")]
        caption = above.text
        spans.insert(0, above.span())
        row.mark("credit", "a credit on a line of its own")
    else:
        row.mark("caption" if caption else "credit", "ends in a credit" if photo.credit else "a picture")
    add_caption(story, Caption(caption, photo.credit, len(story.blocks), tuple(spans)))


def _lacks_credit(page: Page, place: int) -> bool:
    """The line above is a caption that has none."""
    return place > 0 and page.rows[place - 1].kind == "caption" and place - 1 not in page.photos


def is_picture_below(page: Page, place: int) -> bool:
    """The caption of a photo below the signature: no sentence, as other stories' summaries are, and the story tells of
    it, as it does of no other story's headline."""
    row = page.rows[place]
    if row.ends or ". " in row.text:
        return False
    return page.caption_score(place) >= captions.HEADLINE and page.told_elsewhere(place) >= captions.OWN


def take_caption(story: Story, row: Row, reason: str) -> None:
    row.mark("caption", reason)
    caption, credit = read_bare(row.text)
    if not credit and (house := _HOUSE.search(caption)):
        signature = read_signature(house["credit"])
        if signature and signature.agencies and not signature.names:
            caption, credit = caption[: house.start()], house["credit"]
    add_caption(story, Caption(caption, credit, len(story.blocks), (row.span(),)))
