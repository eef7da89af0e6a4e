"""Photos of a story, taken as its lines are read: captions, and credits that stand apart from them."""

from dataclasses import replace

from articles.text.layout.bylines import read_signature
from articles.text.layout.head import Head
from articles.text.layout.lines import Row
from articles.text.layout.page import Page
from articles.text.layout.photo_credits import split_capitals
from articles.text.layout.signing import names_source
from articles.text.layout.story import Story, add_caption
from articles.text.types import Caption


def take_photo(page: Page, head: Head, story: Story, place: int) -> None:
    photo, row = page.photos[place], page.rows[place]
    spans = [row.span()]
    caption = photo.caption
    if not caption and story.blocks and names_source(page, head, story, place):
        return
    if _goes_with_above(page, place, caption):
        above = page.rows[place - 1]
        if story.captions and (last := next(reversed(story.captions.values()))).spans == (above.span(),):
            del story.captions[last.caption.casefold().strip(" .")]
        caption = f"{above.text} {caption}".rstrip()
        spans.insert(0, above.span())
        if photo.caption:
            row.mark("caption", "goes on from the line above")
        else:
            row.mark("credit", "a credit on a line of its own")
    else:
        row.mark("caption" if caption else "credit", "ends in a credit" if photo.credit else "a picture")
    add_caption(story, Caption(caption, photo.credit, len(story.blocks), tuple(spans)))


def take_photographer(page: Page, story: Story, place: int) -> bool:
    """A photographer alone below the caption of a picture that left its number above."""
    row, above = page.rows[place], page.rows[place - 1]
    if not story.captions or above.kind != "caption" or place - 2 not in page.pictures:
        return False
    key, last = next(reversed(story.captions.items()))
    signature = read_signature(row.text)
    if (
        last.credit
        or last.spans != (above.span(),)
        or not signature
        or not signature.names
        or signature.labelled
    ):
        return False
    story.captions[key] = replace(last, credit=row.text, spans=(*last.spans, row.span()))
    row.mark("credit", "who took the photo above")
    return True


def _goes_with_above(page: Page, place: int, caption: str) -> bool:
    """The line above is a caption that lacks this credit, or that goes on here."""
    above = page.rows[place - 1] if place else None
    if above is None or above.kind != "caption" or place - 1 in page.photos:
        return False
    return not caption or (caption[0].islower() and not above.ends)


def take_caption(story: Story, row: Row, reason: str) -> None:
    row.mark("caption", reason)
    caption, credit = split_capitals(row.text)
    add_caption(story, Caption(caption or row.text, credit, len(story.blocks), (row.span(),)))
