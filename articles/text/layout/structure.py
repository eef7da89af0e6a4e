"""The page taken apart, line by line: what is the story, what belongs to it, and what is left out."""

from collections.abc import Collection

from articles.text import lazy_re as re
from articles.text.layout import captions, photo_credits
from articles.text.layout.above import Head
from articles.text.layout.announced import announces, announcing
from articles.text.layout.beside import (
    BUTTON,
    POINTER,
    is_button,
    is_item,
    points_elsewhere,
    threshold,
)
from articles.text.layout.bylines import LONGEST as LONGEST_SIGNATURE
from articles.text.layout.caption_places import amid_captions, caption_score, credit_follows
from articles.text.layout.closing_lines import read_closing
from articles.text.layout.dated_lines import is_dated_item, take_stamp
from articles.text.layout.datelines import read_dateline
from articles.text.layout.head import read_head
from articles.text.layout.lines import LIST_ITEM
from articles.text.layout.listed_above import LISTED, dates_listed
from articles.text.layout.listing import lines_listed, parts_listed
from articles.text.layout.marking import read_page
from articles.text.layout.navigation import Marker
from articles.text.layout.page import Page
from articles.text.layout.picturing import framed, take_caption, take_photo, take_photographer
from articles.text.layout.resuming import in_passing, skip_to_story
from articles.text.layout.signing import (
    is_signature,
    is_signed,
    read_below,
    sign_off,
    signs_beside_photo,
    tells_source,
)
from articles.text.layout.story import Block, Story, assemble
from articles.text.layout.tails import OWN, SURELY_OWN, goes_on_about, is_headline, trim_tail
from articles.text.layout.teasers import leave_out_others
from articles.text.types import Structure

_END_MARK = re.compile(r"\s*\.\s?/\s?\.?\s*(?P<rest>(?:[^.]|\.(?=\w)){0,60}\.?)$")
_LABELS: dict[Marker, str] = {
    "widget": "a widget",
    "related": "a list of other stories begins",
    "footer": "the page's foot",
    "pointer": "a pointer to another story",
}


def structure(text: str, *, sections: Collection[str] = ()) -> Structure:
    """Take the text of one page apart. `sections`: the collection's own section names beside the usual ones.

    Every line of `text` is in `lines` with what it was taken for and why. Never raises; linear in the text.
    """
    page = read_page(text, sections)
    head = read_head(page)
    story = Story()
    for place, signature in head.signatures:
        story.signatures.append((signature, page.rows[place].span()))
    _read_above(page, head, story)
    _read_body(page, head, story)
    sign_off(story)
    trim_tail(page, head, story)
    return assemble(page, head, story)


def _read_above(page: Page, head: Head, story: Story) -> None:
    """Photos and date lines above the first paragraph."""
    for place in range(head.body):
        row = page.rows[place]
        if place in page.stamps:
            if dates_listed(page, place):
                row.mark("navigation", "the date of another story")
                continue
            if page.stamps[place].published:
                story.stamps.append(place)
            row.mark("published", "a date line above the story")
        elif place < head.menu and row.kind is None:
            row.mark("navigation", "above the page's menu")
        elif place in page.photos:
            if not tells_source(page, story, place):
                take_photo(page, head, story, place)
        elif place in head.captions:
            take_caption(story, row, "reads like a caption, above the story")
        elif row.kind is None:
            row.mark("navigation", "above the story")


def _read_body(page: Page, head: Head, story: Story) -> None:
    place = head.body
    while place < len(page.rows):
        row = page.rows[place]
        if row.kind is None:
            place = _read_row(page, head, story, place)
        else:
            place += 1


def _read_row(page: Page, head: Head, story: Story, place: int) -> int:
    """Decide one row of the body; return the place to go on from."""
    row = page.rows[place]
    if place in page.photos:
        if story.closed in ("related", "foot") and framed(page, place):
            row.mark("navigation", f"below the story ({story.closed})")
        elif not signs_beside_photo(page, story, place):
            take_photo(page, head, story, place)
    elif place in page.stamps and not is_dated_item(page, story, place):
        return take_stamp(page, head, story, place)
    elif place in page.markers:
        return _take_marker(page, head, story, place)
    elif story.closed:
        return _after_the_end(page, head, story, place)
    elif story.blocks and place in announcing(page) and announces(row):
        row.mark("navigation", "announces photos")
    elif head.title and row.words <= 40 and row.said == head.title_key:
        again = page.reads(place + 1) and page.seen[row.said] <= 2
        if story.blocks and again and place not in page.pictures:
            take_caption(story, row, "a caption that is the title again")
        else:
            row.mark("navigation", "the title again")
    elif place + 1 in page.photos and row.said == page.photos[place + 1].caption.casefold().strip(" .|"):
        row.mark("junk", "an alternative text of a photo")
    elif points_elsewhere(page, story, place):
        row.mark("navigation", POINTER)
    elif is_button(page, place):
        row.mark("navigation", BUTTON)
    elif take_photographer(page, story, place) or (
        not amid_captions(page, place) and is_signature(page, head, story, place)
    ):
        pass
    elif place not in parts_listed(page) and (others := leave_out_others(page, head, story, place)):
        return place + others
    elif (
        row.words > 8 and page.repeated(place) and row.said in story.said and place not in lines_listed(page)
    ):
        row.mark("navigation", "said before")
    elif (
        (score := caption_score(page, place)) > captions.NO_CAPTION
        and score >= threshold(page, head, story, place)
        and not credit_follows(page, place)
        and not is_item(page, place)
    ):
        take_caption(story, row, f"reads like a caption ({score:.1f})")
    elif (
        credit_follows(page, place)
        and (not row.ends or row.words <= 14 or score > captions.THRESHOLD - 1.5 or not story.blocks)
        and not (
            row.ends
            and story.blocks
            and score < captions.SURE
            and photo_credits.names_source(page.rows[place + 1].text)
        )
    ):
        row.mark("caption", "its credit stands on the next line")
    else:
        _take_body(page, head, story, place)
    return place + 1


def _take_marker(page: Page, head: Head, story: Story, place: int) -> int:
    """A label inside or after the story: see whether the story goes on below it."""
    row, kind = page.rows[place], page.markers[place]
    if kind == "footer" and in_passing(page, head, story, place):
        del page.markers[place]
        return _read_row(page, head, story, place)
    row.mark("navigation", _LABELS[kind])
    if story.closed == "foot" or kind == "pointer":
        return place + 1
    if kind == "footer" and story.blocks:
        story.closed = "foot"
        return place + 1
    if story.closed or not skip_to_story(page, head, story, place, kind):
        if kind == "widget" and not story.closed:
            if _signed_below(page, place):
                return place + 1
            if row.text[-1] == ":" and _signed_below(page, place + 1) and page.headline(place + 1):
                page.rows[place + 1].mark("navigation", LISTED)
                return place + 2
        story.closed = "foot" if kind == "footer" else "related"
    return place + 1


def _signed_below(page: Page, place: int) -> bool:
    """Who signed stands below these labels."""
    below = place + 1
    while page.markers.get(below) in ("widget", "pointer"):
        below += 1
    return is_signed(page, below, by_name=True)


def _after_the_end(page: Page, head: Head, story: Story, place: int) -> int:
    """Below the story: more signatures right after it, everything else is left out."""
    row = page.rows[place]
    near = place - story.last_place <= 4
    if story.closed != "foot" and near and row.words <= LONGEST_SIGNATURE:
        signature = read_below(page, story, place)
        if (
            signature
            and (signature.names or signature.agencies)
            and (signature.labelled or story.closed != "related" or page.signed(place - 1))
        ):
            row.mark("byline" if signature.names else "agency", "a signature below the story")
            story.signatures.append((signature, row.span()))
            return place + 1
    open_below = story.closed in ("end mark", "signature") and not points_elsewhere(page, story, place)
    if open_below and _goes_on(page, head, story, place):
        story.closed = ""
        return place
    row.mark("navigation", f"below the story ({story.closed})")
    return place + 1


def _goes_on(page: Page, head: Head, story: Story, place: int) -> bool:
    """Three paragraphs tell of the same, or one right below the end mark surely does."""
    for count, share in ((3, OWN), (1, SURELY_OWN)):
        reads = all(
            page.reads(other) and not is_headline(page.rows[other]) for other in range(place, place + count)
        )
        if reads and goes_on_about(head, story, page.rows[place : place + count], share=share):
            return count > 1 or story.last_place == place - 1
    return False


def _breaks_off(page: Page, block: Block) -> bool:
    """At a comma, and is neither verse nor a salutation, of which each line is one by itself."""
    return block.pieces[-1].endswith(",") and page.place_of(block.rows[-1]) not in lines_listed(page)


def _take_body(page: Page, head: Head, story: Story, place: int) -> None:
    row = page.rows[place]
    text, start = row.text, 0
    if place == head.body and head.lead_from:
        start = head.lead_from
    late = len(story.blocks) == 1 and text[0] == "(" and not head.dateline
    if (late or not story.blocks) and (found := read_dateline(text[start:], page.text)):
        head.dateline, head.dateline_span = (
            head.dateline or found[0],
            head.dateline_span or row.span(start, start + found[1]),
        )
        head.agencies = head.agencies or found[2]
        start += found[1]
    end = len(text)
    if "/" in text[-70:] and (match := _END_MARK.search(text, max(start, len(text) - 70))):
        signature = read_closing(match["rest"]) if match["rest"].strip(" .") else None
        if signature or not match["rest"].strip(" ."):
            end = match.start()
            if text[end - 1 : end] not in ".!?…":
                end = text.index(".", end) + 1  # The mark's own first stop ends the sentence.
            story.closed = "end mark"
            if signature:
                story.signatures.append((signature, row.span(match.start("rest"), len(text))))
    piece = text[start:end].rstrip()
    if not piece:
        row.mark("junk", "nothing but an end mark")
        return
    row.mark("body", "running text" if row.prose else "a line of the story")
    story.last_place = place
    if page.repeated(place):
        story.said.add(row.said)
    span = row.span(start, end)
    last = story.blocks[-1] if story.blocks else None
    goes_on = last is not None and last.open_ended and not LIST_ITEM.match(piece)
    if last is not None and goes_on and (row.opens_lower or _breaks_off(page, last)):
        last.pieces.append(piece)
        last.spans.append(span)
        last.rows.append(row)
        row.reason = "goes on from the line above"
    else:
        story.blocks.append(Block([piece], [span], [row]))
