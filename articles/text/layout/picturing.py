"""Photos of a story, taken as its lines are read: captions, and credits that stand apart from them."""

from articles.text import lazy_re as re
from articles.text.layout.above import Head
from articles.text.layout.bylines import read_signature
from articles.text.layout.closing_lines import read_alone
from articles.text.layout.lines import Row
from articles.text.layout.page import Page
from articles.text.layout.photo_credits import GIVEN, is_illustration, read_bare
from articles.text.layout.signing import names_source
from articles.text.layout.story import Story, add_caption
from articles.text.types import Caption

_HOUSE = re.compile(r"\s\((?P<credit>[^()]{2,40})\)\.?$")
"""What stands in brackets behind a caption, an agency perhaps: `Đại biểu dự lễ (Reuters)`."""
_NAME_WORDS, _GIVEN_WORDS, _CAPTION_WORDS = 4, 8, range(5, 41)


def take_photo(page: Page, head: Head, story: Story, place: int) -> None:
    photo, row = page.photos[place], page.rows[place]
    spans = [row.span()]
    caption = photo.caption
    if not photo.credit and is_illustration(caption) and _goes_with_above(page, place, ""):
        caption = ""
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
    """A photographer, or `CÔNG AN CUNG CẤP`, alone below a caption: that of a picture which left its number above, or a
    line without an end between paragraphs."""
    row, above = page.rows[place], page.rows[place - 1]
    numbered = above.kind == "caption" and place - 2 in page.pictures
    if not numbered and not _parts_text(page, place):
        return False
    signature = read_signature(row.text) or (None if numbered else read_alone(row.text))
    if not _is_given(row) and (
        not signature or signature.labelled or not (signature.names or (signature.agencies and not numbered))
    ):
        return False
    if above.kind == "body":
        if not story.blocks or story.blocks[-1].rows != [above]:
            return False
        story.blocks.pop()
        take_caption(story, above, "its credit stands on the next line")
    if not story.captions:
        return False
    key, last = next(reversed(story.captions.items()))
    if last.credit or last.spans != (above.span(),):
        return False
    story.captions[key] = last._replace(credit=row.text, spans=(*last.spans, row.span()))
    row.mark("credit", "who took the photo above")
    return True


def _parts_text(page: Page, place: int) -> bool:
    """A few words below a line without an end, and the story goes on below them."""
    row, above = page.rows[place], page.rows[place - 1]
    return (
        (row.words <= _NAME_WORDS or (row.words <= _GIVEN_WORDS and _is_given(row)))
        and not row.ends
        and not above.ends
        and above.kind in ("body", "caption")
        and above.words in _CAPTION_WORDS
        and above.text[-1] not in ",;:"
        and page.reads(place + 1)
    )


def _is_given(row: Row) -> bool:
    """It says who let the house have the photo."""
    return row.text[-len(GIVEN) :].lower() == GIVEN


def _goes_with_above(page: Page, place: int, caption: str) -> bool:
    """The line above is a caption that lacks this credit, or that goes on here."""
    above = page.rows[place - 1] if place else None
    if above is None or above.kind != "caption" or place - 1 in page.photos:
        return False
    return not caption or (caption[0].islower() and not above.ends)


def framed(page: Page, place: int) -> bool:
    """A caption without a credit that nothing but the frame of a saved page shows to be one."""
    return page.rows[place].text.startswith("![") and not page.photos[place].credit


def take_caption(story: Story, row: Row, reason: str) -> None:
    row.mark("caption", reason)
    caption, credit = read_bare(row.text)
    if not credit and (house := _HOUSE.search(caption)):
        signature = read_signature(house["credit"])
        if signature and signature.agencies and not signature.names:
            caption, credit = caption[: house.start()], house["credit"]
    add_caption(story, Caption(caption, credit, len(story.blocks), (row.span(),)))
