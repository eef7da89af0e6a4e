"""What stands above the story: section, title, dek, date, reporter, and the page's own furniture."""

from articles.text import lazy_re as re
from articles.text.fold import name_key
from articles.text.layout import captions, navigation
from articles.text.layout.above import Head, take_dateline, take_dek
from articles.text.layout.beside_title import begins_story, looks_like_house, read_beside_title
from articles.text.layout.bylines import has_surname, read_signature
from articles.text.layout.caption_places import caption_score, credit_follows
from articles.text.layout.caption_scores import take_picture
from articles.text.layout.datelines import dateline_alone, opens_coded
from articles.text.layout.dek import dek_at
from articles.text.layout.glued import part_title, section_before, title_again
from articles.text.layout.lead import find_lead
from articles.text.layout.lines import Row, keys, phrases
from articles.text.layout.listed_above import LISTED, last_listed, lists_others, names_part, tells_more
from articles.text.layout.masthead import CUT, LABEL, shows_cut, without_site
from articles.text.layout.menus import mark_menu
from articles.text.layout.page import Page
from articles.text.layout.published import Stamp
from articles.text.layout.sections import section_of
from articles.text.layout.stamped import LONGEST_LABEL
from articles.text.layout.stopped import LONGEST_TITLE
from articles.text.layout.title_dates import heads_date
from articles.text.layout.titles import choose_title, is_signed_above, may_be_label
from articles.text.types import Span

# The link to the same page in another language, or brackets without what they held: `Đại sứ trình quốc thư [fr]`.
_ASIDE = re.compile(r"(?:\[[a-z]{2}\]|\( ?\))$")
# `Fwd: Cầu Trà thông xe`, `> Cầu Trà thông xe`: a letter was sent on or answered, or a forum shows more elsewhere.
_LABEL = re.compile(
    r"(?:>+ ?|(?:fwd?|re|xem (?:phiên bản|bản) đầy đủ|view full version) ?: ?)+(?=\w|[\"“'])", re.IGNORECASE
)
_ADDRESS = re.compile(r"(?:\w+ ?: ?)?https?://\S+$", re.IGNORECASE)
_TOLD_IN = 6
"""Rows of the story that say again what stands where a headline was broken."""


def read_head(page: Page) -> Head:
    """Decide every row above the first running text."""
    rows, menu = page.rows, mark_menu(page)
    first = find_lead(page, menu)
    head = Head(body=first, menu=menu)
    candidates = _sort_out(page, head, first)
    chosen = choose_title(page, [place for place in candidates if place >= menu], first)
    if chosen is None and menu:
        chosen = choose_title(page, candidates, first)
    if (last := last_listed(page, first, chosen)) is not None and (
        chosen is None or names_part(page, chosen) or tells_more(page, last, chosen)
    ):
        chosen = choose_title(page, [last], first)
    if chosen is None:
        _choose_section(page, head, first)
        for place in candidates:
            if place < menu:
                page.rows[place].mark("navigation", "above the page's menu")
            else:
                _not_a_title(page, head, place)
        if first < len(rows) and not head.section and (ends := part_title(page, rows[first])):
            _take_glued(head, rows[first], *ends)
        elif head.body == first:
            _look_for_dek(page, head, first)
    else:
        chosen, last = _lines_of_title(page, candidates, chosen, first)
        _take_title(page, head, chosen, last)
        candidates = [place for place in candidates if not chosen < place <= last]
        _choose_section(page, head, chosen)
        _mark_pictures(page, head, last)
        read_beside_title(page, head, chosen, candidates, first)
        if (
            head.body == first < len(rows)
            and not head.dek
            and (again := title_again(page, rows[first], head.title or ""))
        ):
            _leave_out_again(head, rows[first], *again)
        elif not (head.dek or (head.body < first and begins_story(page, head.body))):
            _look_for_dek(page, head, first)
    return head


def _look_for_dek(page: Page, head: Head, first: int) -> None:
    found = dek_at(page, head.title, first)
    if found == "printed twice":
        take_dateline(page, head, first)
        page.rows[first].mark("dek", "the first paragraph, printed twice")
        head.body = first + 1
        again = next(filter(page.reads, range(first + 1, len(page.rows))))
        # Word by word, so that it is no lead that begins with its dek behind another dateline.
        if page.rows[again].said == page.rows[first].said and dek_at(page, head.title, again) == "dek":
            found, first = "dek", again
    if found == "dek":
        take_dek(page, head, first)
        head.body = first + 1


def _sort_out(page: Page, head: Head, first: int) -> list[int]:
    """Mark what is no headline; return the places that may be one."""
    candidates: list[int] = []
    related = headlines = False
    for place in range(first):
        row = page.rows[place]
        if row.kind is not None or place in page.photos:
            continue
        if stamp := page.stamps.get(place):
            _take_rest(page, head, place, stamp)
            continue
        if _labels_date(page, place):
            _take_section(page, head, place, row.text, way=True)
            row.mark("section", "a label above the title")
            related = False
        elif navigation.is_breadcrumb(row):
            for crumb in navigation.crumbs(row)[::-1]:
                if _take_section(page, head, place, crumb, way=True):
                    break
            row.mark("navigation", "a breadcrumb")
            related = False  # The way to this page ends what the menu listed.
        elif lists_others(page, place, first):
            row.mark("navigation", "a list of other stories begins")
            related, headlines = True, False
        elif _take_section(page, head, place, row.text, way=row.text[-1] in "/>»"):
            row.mark("section", "a section's name")
            related = related and headlines  # Labels alone are a menu, no list.
        elif navigation.is_categories(row) or _cuts_title(page, place):
            row.mark("navigation", "a breadcrumb")
        elif kind := page.markers.get(place):
            row.mark("navigation", f"{kind} above the story")
            _, _, listed = row.text.partition(": ")
            # `Chuyên mục: Kinh tế`, `Thẻ: chè, mận` are the whole list.
            whole = listed != "" and (_take_section(page, head, place, listed, way=True) or ", " in listed)
            related, headlines = kind == "related" and place >= head.menu and not whole, False
        elif code := dateline_alone(row.text) or _place_alone(page, candidates, place, first):
            head.dateline, head.dateline_span = code, row.span()
            row.mark("section", "a dateline on a line of its own")
        elif related:
            headlines = headlines or row.words > LABEL
            row.mark("navigation", LISTED)
        elif navigation.is_pointer(row) and not heads_date(page, place):
            row.mark("navigation", "another story's headline")
        elif (
            credit_follows(page, place)
            and not _leaves_source_out(page, place + 1)
            and (
                candidates
                or (row.ends and row.text[-1] != "?")
                or (place + 2 not in page.stamps and caption_score(page, place) >= captions.ABOVE_CREDIT)
            )
            and not _names_author(row)
        ):
            row.mark("caption", "its credit stands on the next line")
        else:
            candidates.append(place)
    return candidates


def _labels_date(page: Page, place: int) -> bool:
    """`Tin nổi bật`, and in the cell beside it the date of the story."""
    if place + 1 not in page.stamps or page.rows[place].words > LONGEST_LABEL:
        return False
    beside = page.text[page.rows[place].end : page.rows[place + 1].start]
    return "\t" in beside and "\n" not in beside  # A page's lines may all be indented.


def _place_alone(page: Page, candidates: list[int], place: int, first: int) -> str:
    """`Lâm Trà:` between a headline and the story: where that was written, else empty."""
    row, above = page.rows[place], page.rows[place - 1]
    if place != first - 1 or place - 1 not in candidates or above.words <= LABEL:
        return ""
    name = row.text.rstrip(" :.")
    return name if name_key(name) in keys("places") else ""


def _names_author(row: Row) -> bool:
    """`Tác giả: Lam Hương`, where the source of the story, and of no photo, stands below."""
    signature = read_signature(row.text) if ":" in row.text else None
    return signature is not None and signature.labelled


def _leaves_source_out(page: Page, place: int) -> bool:
    """`Nguồn: Xứ Đoài` above the address of the page, as crawlers write it, which is no photo's: leave it out."""
    if place + 1 < len(page.rows) and _ADDRESS.match(page.rows[place + 1].text):
        del page.photos[place]
        page.rows[place].mark("navigation", "where the page was copied from")
        return True
    return False


def _cuts_title(page: Page, place: int) -> bool:
    """A way through the site with a headline cut short, its own or that of a line below."""
    row = page.rows[place]
    if not row.text.endswith(CUT):
        return False
    return row.text.startswith("Trang chủ ") or any(
        shows_cut(row, below) for below in page.rows[place + 1 : place + 4]
    )


def _take_section(page: Page, head: Head, place: int, name: str, *, way: bool = False) -> bool:
    if not page.section_of(name):
        return False
    if way or not head.way:
        head.sections.append((place, name.strip(" |:/")))
    head.way = head.way or way
    return True


def _choose_section(page: Page, head: Head, title: int) -> None:
    found = section_of(page, head.sections, title if head.title else None, way=head.way)
    if not found or head.section:
        return
    place, name = found
    head.section, head.section_span = name, page.rows[place].span()
    if page.free(place):
        page.rows[place].mark("section", "a label above the title")


def _take_rest(page: Page, head: Head, place: int, stamp: Stamp) -> None:
    if not stamp.rest or _take_section(page, head, place, stamp.rest, way=True):
        return
    if (signature := stamp.signature) and (stamp.published or has_surname(stamp.rest)):
        head.signatures.append((place, signature))


def _not_a_title(page: Page, head: Head, place: int) -> None:
    """A line above a story without a title: a caption, a reporter, or the story's own beginning."""
    row, signed = page.rows[place], is_signed_above(page, place)
    if not signed and caption_score(page, place) >= captions.THRESHOLD and not looks_like_house(page, row):
        head.captions.append(place)
    elif (
        row.text[-1] != ":"
        and (signature := read_signature(row.text))
        and (signed or (row.words <= 6 and (place or signature.labelled)))
    ):
        head.signatures.append((place, signature))
        row.mark("byline", "a reporter above the story")
    elif not row.ends and (row.words <= LABEL - (not page.masthead) or may_be_label(page, place, head.body)):
        row.mark("navigation", "a label above the story")
    else:
        head.body = min(head.body, place)


def _lines_of_title(page: Page, candidates: list[int], chosen: int, first: int) -> tuple[int, int]:
    """The first and the last line of a headline that was broken: the story says the words where it was."""
    for above in (chosen, chosen - 1):
        if above in candidates and above + 1 in candidates and _runs_on(page, above, first):
            return above, above + 1
    return chosen, chosen


def _runs_on(page: Page, place: int, first: int) -> bool:
    above, below = page.rows[place], page.rows[place + 1]
    if below.gap or above.said == below.said or above.words < 3 or above.words + below.words > LONGEST_TITLE:
        return False
    if phrases("sections").open(above.tokens):
        return False  # `Giải trí Đời nghệ sĩ`, a menu's.
    if above.text[-1] == ":":
        return True  # `Việt Nam - Lào:`, and what there is to say.
    broken = f"{above.text.rsplit(' ', 1)[-1]} {below.text.split(' ', 1)[0]}"
    return broken[0].isalpha() and any(broken in row.text for row in page.rows[first : first + _TOLD_IN])


def _take_title(page: Page, head: Head, place: int, last: int) -> None:
    rows = page.rows[place : last + 1]
    for row in rows:
        row.mark("title", "the headline above the story")
    begin = take_dateline(page, head, place) if opens_coded(rows[0].text) else 0
    if labelled := _LABEL.match(rows[0].text):
        begin = labelled.end()
    if not begin and (begin := section_before(page, rows[0].text)):
        head.section, head.section_span = rows[0].text[: begin - 1], rows[0].span(0, begin - 1)
    text = " ".join(row.text for row in rows)[begin:]
    head.title = without_site(_ASIDE.sub("", text.strip(" |").rstrip(":").strip()).rstrip())
    head.title_span = Span(rows[0].span(begin).start, rows[-1].span().end)
    head.title_key, head.title_line = text.casefold().strip(" .|"), rows[0].number


def _mark_pictures(page: Page, head: Head, title: int) -> None:
    """The title again, right above a line and with it apart from the others: the alternative text of a picture whose
    caption stands below."""
    again = range(title + 2, len(page.rows) - 2) if page.seen[head.title_key] > 1 else ()
    for place in again:
        if page.rows[place].said != head.title_key or not page.free(place):
            continue
        caption, below = page.rows[place + 1 : place + 3]
        if below.gap and not caption.gap:
            take_picture(page, place)


def _leave_out_again(head: Head, row: Row, section_end: int, begin: int) -> None:
    """The section and the title, which the first line of the story says again."""
    if not head.section:
        head.section, head.section_span = row.text[:section_end], row.span(0, section_end)
    head.lead_from = begin


def _take_glued(head: Head, row: Row, section_end: int, title_end: int) -> None:
    head.section, head.section_span = row.text[:section_end], row.span(0, section_end)
    head.title = row.text[section_end + 1 : title_end].strip()
    head.title_span = row.span(section_end + 1, title_end)
    head.title_key = head.title.casefold()
    head.lead_from = title_end + 1
