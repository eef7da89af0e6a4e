"""What stands above the story: section, title, dek, date, reporter, and the page's own furniture."""

from articles.text import lazy_re as re
from articles.text.layout import captions, navigation
from articles.text.layout.above import Head, take_dateline, take_dek
from articles.text.layout.beside_title import TOLD, read_beside_title
from articles.text.layout.bylines import has_surname, read_signature
from articles.text.layout.datelines import dateline_alone
from articles.text.layout.dek import dek_at
from articles.text.layout.glued import part_title
from articles.text.layout.lead import find_lead
from articles.text.layout.lines import Row
from articles.text.layout.masthead import LABEL, without_site
from articles.text.layout.menus import mark_menu
from articles.text.layout.page import Page
from articles.text.layout.sections import section_of
from articles.text.layout.titles import choose_title, may_be_label

# The link to the same page in another language: `Đại sứ trình quốc thư [fr]`.
_OTHER_LANGUAGE = re.compile(r"\[[a-z]{2}\]$")
LISTED = "in a list of other stories"
_SHOWN = 16
"""Letters of a headline that a line above it has by no chance."""


def read_head(page: Page) -> Head:
    """Decide every row above the first running text."""
    rows, menu = page.rows, mark_menu(page)
    first = find_lead(page, menu)
    head = Head(body=first, menu=menu)
    candidates = _sort_out(page, head, first)
    chosen = choose_title(page, [place for place in candidates if place >= menu], first)
    if chosen is None and menu:
        chosen = choose_title(page, candidates, first)
    if chosen is None and (last := _last_listed(page, first)) is not None:
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
        _take_title(page, head, chosen)
        _choose_section(page, head, chosen)
        read_beside_title(page, head, chosen, candidates, first)
        if not head.dek:
            _look_for_dek(page, head, first)
    return head


def _look_for_dek(page: Page, head: Head, first: int) -> None:
    found = dek_at(page, head.title, first)
    if found == "dek":
        take_dek(page, head, first)
    elif found:
        take_dateline(page, head, first)
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
            related = kind == "related" and place >= head.menu
        elif code := dateline_alone(row.text):
            head.dateline, head.dateline_span = code, row.span()
            row.mark("section", "a dateline on a line of its own")
        elif related:
            row.mark("navigation", LISTED)
        elif navigation.is_pointer(row) and (place or not navigation.is_marked(row)):
            row.mark("navigation", "another story's headline")
        elif (
            page.credit_follows(place)
            and (
                candidates
                or row.ends
                or (place + 2 not in page.stamps and page.caption_score(place) >= captions.ABOVE_CREDIT)
            )
            and not _names_author(row)
        ):
            row.mark("caption", "its credit stands on the next line")
        else:
            candidates.append(place)
    return candidates


def _names_author(row: Row) -> bool:
    """`Tác giả: Lam Hương`, where the source of the story, and of no photo, stands below."""
    signature = read_signature(row.text) if ":" in row.text else None
    return signature is not None and signature.labelled


def _last_listed(page: Page, first: int) -> int | None:
    """The last line of a list right above the story, beside which the only date stands, or of which the story tells:
    the list had ended above it without a sign."""
    days = {stamp.published for place, stamp in page.stamps.items() if place < first and stamp.published}
    for place in range(first - 1, -1, -1):
        if page.rows[place].reason == LISTED:
            dated = len(days) == 1 and (place + 1 in page.stamps or place - 1 in page.stamps)
            return place if dated or page.told_elsewhere(place) >= TOLD else None
        if page.rows[place].kind != "section" and place not in page.stamps and place not in page.photos:
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


def _take_glued(head: Head, row: Row, section_end: int, title_end: int) -> None:
    head.section, head.section_span = row.text[:section_end], row.span(0, section_end)
    head.title = row.text[section_end + 1 : title_end].strip()
    head.title_span = row.span(section_end + 1, title_end)
    head.title_key = head.title.casefold()
    head.lead_from = title_end + 1
