"""What stands above the story: section, title, dek, date, reporter, and the page's own furniture."""

import re
from dataclasses import dataclass, field

from articles.text.fold import words
from articles.text.layout import captions, navigation
from articles.text.layout.bylines import Signature, has_surname, is_code, read_signature
from articles.text.layout.datelines import dateline_alone, read_dateline
from articles.text.layout.dek import dek_at
from articles.text.layout.glued import part_title
from articles.text.layout.lead import find_lead
from articles.text.layout.lines import Row
from articles.text.layout.masthead import LABEL, without_site
from articles.text.layout.page import LONGEST_SUBHEAD, Page
from articles.text.layout.sections import section_of
from articles.text.layout.titles import caption_above, choose_title, is_caption_beside, may_be_label
from articles.text.types import Span

# Words of a dek without an end; a shorter line is a link to another story.
_BARE_DEK = 20
_SHORTEST_DEK = 10
# The link to the same page in another language: `Đại sứ trình quốc thư [fr]`.
_OTHER_LANGUAGE = re.compile(r"\[[a-z]{2}\]$")
LISTED = "in a list of other stories"
_TOLD = 0.5
"""The share of its word pairs from which a line without an end is told by the story rather than by another one."""
_SHOWN = 16
"""Letters of a headline that a line above it has by no chance."""


@dataclass(slots=True)
class Head:
    """What was found above the body, and the place of the first row that is not head."""

    body: int = 0
    title: str | None = None
    title_span: Span | None = None
    title_key: str = ""
    title_line: int = 0
    dek: str = ""
    dek_place: int | None = None
    section: str = ""
    section_span: Span | None = None
    dateline: str = ""
    dateline_span: Span | None = None
    agencies: tuple[str, ...] = ()
    signatures: list[tuple[int, Signature]] = field(default_factory=list)
    lead_from: int = 0
    """Where the story begins inside the first body row, when a title was cut from it."""
    captions: list[int] = field(default_factory=list)
    sections: list[tuple[int, str]] = field(default_factory=list)
    """Where sections' names stand above the title, and which: the story's own, and those of the menu."""
    way: bool = False
    """The last of them ends a way through the site, or stands beside the date: it is the story's."""


def read_head(page: Page) -> Head:
    """Decide every row above the first running text."""
    head = Head()
    rows = page.rows
    first = find_lead(page)
    candidates = _sort_out(page, head, first)
    head.body = first
    chosen = choose_title(page, candidates, first)
    if chosen is None and (last := _last_listed(page, first)) is not None:
        chosen = choose_title(page, [last], first)
    if chosen is None:
        _choose_section(page, head, first)
        for place in candidates:
            _not_a_title(page, head, place)
        if first < len(rows) and not head.section and (ends := part_title(page, rows[first])):
            _take_glued(head, rows[first], *ends)
        elif head.body == first:
            _take_dek(page, head, first)
    else:
        _take_title(page, head, chosen)
        _choose_section(page, head, chosen)
        _beside_title(page, head, chosen, candidates, first)
        if not head.dek:
            _take_dek(page, head, first)
    return head


def _take_dek(page: Page, head: Head, first: int) -> None:
    found = dek_at(page, head.title, first)
    if found == "dek":
        _set_dek(page, head, first)
    elif found:
        _take_dateline(page, head, first)
        page.rows[first].mark("dek", "the first paragraph, printed twice")
    if found:
        head.body = first + 1


def _sort_out(page: Page, head: Head, first: int) -> list[int]:
    """Mark what is no headline; return the places that may be one."""
    candidates: list[int] = []
    related = False
    for place in range(first):
        row = page.rows[place]
        if row.kind is not None or place in page.photos:
            continue
        if row.gap and related and not any(page.rows[above].words > LABEL for above in candidates):
            related = False
        if stamp := page.stamps.get(place):
            _take_rest(page, head, place, stamp.rest)
            continue
        if navigation.is_breadcrumb(row):
            for crumb in navigation.crumbs(row)[::-1]:
                if _take_section(page, head, place, crumb, way=True):
                    break
            row.mark("navigation", "a breadcrumb")
        elif _lists_others(page, place, first):
            row.mark("navigation", "a list of other stories begins")
            related = True
        elif _take_section(page, head, place, row.text, way=row.text[-1] in "/>»"):
            row.mark("section", "a section's name")
            related = related and place - 1 not in page.markers  # A menu, no list.
        elif navigation.is_categories(row) or _cuts_title(page, place):
            row.mark("navigation", "a breadcrumb")
        elif kind := page.markers.get(place):
            row.mark("navigation", f"{kind} above the story")
            related = kind == "related"
        elif related:
            row.mark("navigation", LISTED)
        elif navigation.is_pointer(row) and (place or not navigation.is_marked(row)):
            row.mark("navigation", "another story's headline")
        elif code := dateline_alone(row.text):
            head.dateline, head.dateline_span = code, row.span()
            row.mark("section", "a dateline on a line of its own")
        elif page.credit_follows(place) and (
            candidates or row.ends or page.caption_score(place) >= captions.ABOVE_CREDIT
        ):
            row.mark("caption", "its credit stands on the next line")
        else:
            candidates.append(place)
    return candidates


def _last_listed(page: Page, first: int) -> int | None:
    """The last line of a list right above the story, which the only date stands below, or of which the story tells: the
    list had ended above it without a sign."""
    dates = [place for place in page.stamps if place < first]
    for place in range(first - 1, -1, -1):
        if page.rows[place].reason == LISTED:
            own = dates == [place + 1] or page.told_elsewhere(place) >= _TOLD
            return place if own else None
        if place not in page.stamps and place not in page.photos:
            break
    return None


def _lists_others(page: Page, place: int, first: int) -> bool:
    """`Tin mới` names a section, too; but not where headlines stand together below it, apart from the next lines."""
    if page.markers.get(place) != "related":
        return False
    end = place + 1
    while end < first and page.headline(end) and (end == place + 1 or not page.rows[end].gap):
        end += 1
    return end - place > 2 and end < first and page.rows[end].gap > 0


def _cuts_title(page: Page, place: int) -> bool:
    """`Trang chủ Thời sự Cầu Trà thông xe sau hai...`: a way through the site, with a headline cut short."""
    row = page.rows[place]
    if not row.text.endswith(("...", "…")):
        return False
    shown = row.text.rstrip(".…")
    for below in page.rows[place + 1 : place + 4]:
        at = shown.find(below.text[:_SHOWN])
        if at >= 0 and len(below.text) > _SHOWN and below.text.startswith(shown[at:]):
            return True
    return False


def _take_section(page: Page, head: Head, place: int, name: str, *, way: bool = False) -> bool:
    if not page.section_of(name):
        return False
    if way or not head.way:
        head.sections.append((place, name.strip(" |:/")))
    head.way = head.way or way
    return True


def _choose_section(page: Page, head: Head, title: int) -> None:
    found = section_of(page, head.sections, title if head.title else None, way=head.way)
    if not found:
        return
    place, name = found
    head.section, head.section_span = name, page.rows[place].span()
    if page.free(place):
        page.rows[place].mark("section", "a label above the title")


def _take_rest(page: Page, head: Head, place: int, rest: str) -> None:
    if not rest or _take_section(page, head, place, rest, way=True):
        return
    signature = read_signature(rest)
    if signature and (page.stamps[place].published or has_surname(rest)):
        head.signatures.append((place, signature))


def _not_a_title(page: Page, head: Head, place: int) -> None:
    """A line above a story without a title: a caption, a reporter, or the story's own beginning."""
    row = page.rows[place]
    if page.caption_score(place) >= captions.THRESHOLD:
        head.captions.append(place)
    elif (
        row.words <= 6
        and row.text[-1] != ":"
        and (signature := read_signature(row.text))
        and (place or signature.labelled)
    ):
        head.signatures.append((place, signature))
        row.mark("byline", "a reporter above the story")
    elif not row.ends and (row.words <= LABEL - (not page.masthead) or may_be_label(page, place, head.body)):
        row.mark("navigation", "a label above the story")
    else:
        head.body = min(head.body, place)


def _take_title(page: Page, head: Head, place: int) -> None:
    row = page.rows[place]
    row.mark("title", "the headline above the story")
    head.title = without_site(_OTHER_LANGUAGE.sub("", row.text.strip(" |").rstrip(":").strip()).rstrip())
    head.title_span, head.title_key, head.title_line = row.span(), row.said, row.number


def _beside_title(page: Page, head: Head, chosen: int, candidates: list[int], first: int) -> None:
    for place in candidates:
        row = page.rows[place]
        if place == chosen or place > head.body:
            continue
        if place > chosen and (_goes_on_below(page, place) or _begins(page, place, first)):
            head.body = min(head.body, place)
        elif place > chosen and row.ends and row.said == page.rows[first].said:
            row.mark("navigation", "the dek again")
        elif row.said == head.title_key:
            _title_again(page, head, chosen, place)
        elif place < chosen:
            if not (place and row.words <= 6 and _signs_above(row) and _short_signature(head, place, row)):
                row.mark("navigation", "a label above the title")
        elif row.words <= 8 and _short_signature(head, place, row):
            continue
        elif row.piped and page.pictures and place - 1 not in page.pictures:
            row.mark("navigation", "other stories' headlines")  # Frames with captions stand below pictures.
        elif not head.dek and (
            _surely_dek(page, place, chosen) or _bare_dek(page, place) or _open_dek(page, place, chosen)
        ):
            _set_dek(page, head, place)
        elif is_caption_beside(page, place) or (
            _pictured(page, place) and caption_above(page, place) >= captions.THRESHOLD
        ):
            head.captions.append(place)
        elif (
            not head.dek
            and row.words >= (_SHORTEST_DEK if row.ends else _BARE_DEK)
            and (row.words > page.rows[chosen].words or _shares(row, page, first))
        ):
            _set_dek(page, head, place)
        else:
            row.mark("navigation", "another story's headline")


def _title_again(page: Page, head: Head, chosen: int, place: int) -> None:
    """With a full stop, which no headline has, it is the caption of the photo above the story."""
    row = page.rows[place]
    stopped = row.text.endswith(".") and not page.rows[chosen].ends
    if place > chosen and stopped and page.own_score(place) >= captions.SURE:
        head.captions.append(place)
    else:
        row.mark("navigation", "the title again")


def _goes_on_below(page: Page, place: int) -> bool:
    """The line was cut by a photo: the next text begins in the middle of a sentence."""
    below = next(
        (row for at, row in enumerate(page.rows[place + 1 : place + 4], place + 1) if at not in page.photos),
        None,
    )
    return below is not None and below.opens_lower and below.kind is None and not page.rows[place].ends


def _begins(page: Page, place: int, first: int) -> bool:
    """The story begins with less than a paragraph: a line that announces what follows, the subhead of the first long
    one, or a short sentence right above that, and no caption."""
    row = page.rows[place]
    if row.text[-1] == ":":
        return row.words >= _SHORTEST_DEK
    if place == first - 1 and row.words < LONGEST_SUBHEAD and page.heads(place):
        return True
    if place == first - 1 and page.heads_like_others(place):
        return caption_above(page, place) < captions.THRESHOLD
    right_above = all(at in page.photos for at in range(place + 1, first))
    return (
        right_above
        and LABEL < row.words < _SHORTEST_DEK
        and row.text[-1] == "."
        and row.said not in page.numbered
        and page.seen[row.said] == 1
        and caption_above(page, place) < captions.BETWEEN
    )


def _surely_dek(page: Page, place: int, chosen: int) -> bool:
    """Between a headline and its date, or behind an outlet's code, stand deks rather than captions or links."""
    row, stamp = page.rows[place], page.stamps.get(place + 1)
    if row.words < _SHORTEST_DEK:
        return False
    if place == chosen + 1 and stamp is not None and stamp.published is not None:
        return True
    dateline = read_dateline(row.text, page.text)
    return dateline is not None and is_code(dateline[0])


def _bare_dek(page: Page, place: int) -> bool:
    """A dek without an end: too long for a headline, told by the story, and only for that like a caption."""
    row = page.rows[place]
    return (
        not row.ends
        and _BARE_DEK <= row.words <= captions.LONGEST_BARE
        and not _pictured(page, place)
        and page.told_elsewhere(place) >= _TOLD
        and captions.like_sentence(row) < captions.THRESHOLD
    )


def _open_dek(page: Page, place: int, chosen: int) -> bool:
    """A sentence longer than its title that asks or trails off, as no caption does."""
    row = page.rows[place]
    return (
        row.text.rstrip("\"'”’)").endswith(("?", "!", "…", "..."))
        and row.words >= _SHORTEST_DEK
        and row.words > page.rows[chosen].words
        and not _pictured(page, place)
    )


def _pictured(page: Page, place: int) -> bool:
    """Something else than its words shows that the line is a photo's."""
    return place in page.gallery or page.rows[place].piped or place - 1 in page.pictures


def _signs_above(row: Row) -> bool:
    """A reporter above the title says so or has a usual surname; other names there are the house's."""
    signature = read_signature(row.text)
    return signature is not None and (signature.labelled or (bool(signature.names) and has_surname(row.text)))


def _short_signature(head: Head, place: int, row: Row) -> bool:
    signature = read_signature(row.text)
    if not signature:
        return False
    head.signatures.append((place, signature))
    row.mark("byline" if signature.names else "agency", "a signature above the story")
    return True


def _shares(row: Row, page: Page, first: int) -> bool:
    body = set(words(" ".join(other.text for other in page.rows[first : first + 3])[:2000]))
    said = [word for word in words(row.text) if len(word) > 1]
    return sum(word in body for word in said) >= 0.6 * len(said)


def _set_dek(page: Page, head: Head, place: int) -> None:
    row = page.rows[place]
    head.dek, head.dek_place = row.text[_take_dateline(page, head, place) :], place
    row.mark("dek", "set apart between title and story")


def _take_dateline(page: Page, head: Head, place: int) -> int:
    """Keep the dateline that the row opens with; where its text begins."""
    row = page.rows[place]
    if not (found := read_dateline(row.text, page.text)):
        return 0
    head.dateline, head.dateline_span = found[0], row.span(0, found[1])
    head.agencies = found[2]
    return found[1]


def _take_glued(head: Head, row: Row, section_end: int, title_end: int) -> None:
    head.section, head.section_span = row.text[:section_end], row.span(0, section_end)
    head.title = row.text[section_end + 1 : title_end].strip()
    head.title_span = row.span(section_end + 1, title_end)
    head.title_key = head.title.casefold()
    head.lead_from = title_end + 1
