"""A page read: each of its lines marked with what it shows by itself."""

from collections.abc import Collection

from articles.text import lazy_re as re
from articles.text.fold import name_key
from articles.text.layout import navigation, photo_credits, remains
from articles.text.layout.alternatives import mark_alternatives
from articles.text.layout.another import ANOTHER, another_story
from articles.text.layout.lines import Row, clean, keys, read_rows
from articles.text.layout.masthead import LABEL, greets, in_masthead, is_marquee, is_outlet
from articles.text.layout.page import LONGEST_HEADLINE, LONGEST_REPEATED, Page, once
from articles.text.layout.parting import join_broken, part
from articles.text.layout.photo_credits import Photo
from articles.text.layout.published import read_numbers, read_stamp
from articles.text.layout.signing import signed_behind
from articles.text.layout.wrapping import join_wrapped

_ANNOUNCES = 8
"""Words of a line that announces others, at least."""
_SHORTEST_SIGNED = 12
"""Words of a paragraph and the signature behind it, at least: captions with a name behind them are shorter."""
_DOTS = 8
"""Words that are dots and bars alone at the ends of a line which says what another one does, at most."""
_COPIED = 2
"""Rows at the top in which a crawler says where a page comes from."""
_STORY_AGAIN = 2
"""Paragraphs that no page repeats below those it began with, if not all of them."""
_MOST_NOTICES = 4
"""Sentences in another language above a menu, at most."""
_MENU = 10
"""Rows of a menu between such sentences and the story, at least."""
_BLANKS = re.compile(r"[ \t\xa0]{2,}")
_FEWEST_TOPICS, _FEWEST_TOLD, _TOPIC_WORDS, _LONGEST_TOPICS = 3, 2, 6, 40
"""Topics that stand on one line, and that the story tells of, at least; words of one, and of all, at most."""
_DOCUMENT = re.compile(r"số(?: hiệu| ký hiệu)? ?: ?[^:]{0,24}[/\\-] ?[A-ZĐ]", re.IGNORECASE)
_OF_DOCUMENT = re.compile(r"ngày(?: ban hành| ký| bh)? ?: ?\d", re.IGNORECASE)
_VIETNAMESE = re.compile("[ăđơưĂĐƠƯẠ-ỹ]")


def read_page(text: str, sections: Collection[str]) -> Page:
    """Mark what is certain line by line: photos, date lines, labels, and lines that say nothing."""
    vietnamese = _VIETNAMESE.search(text) is not None
    names = keys("sections") | {name_key(name) for name in sections} if sections else keys("sections")
    lines, copies = _each_once(read_rows(text))
    rows = join_broken(part(join_wrapped(lines, text), text))
    once = _told_once(rows)
    first = another_story(rows[:once], text)
    others = rows[first:once]
    page = Page(text=text, rows=rows[:first], sections=frozenset(names), doubles=rows[once:] + copies)
    for row in page.doubles:
        row.mark("navigation", "the whole text, printed again")
    for row in others:
        row.mark("navigation", ANOTHER)
    page.doubles = others + page.doubles
    notices = _foreign_notices(page.rows) if vietnamese else 0
    for row in page.rows[:notices]:
        row.mark("navigation", "above the page's menu")
    lead = next(
        (place for place, row in enumerate(page.rows[notices:], notices) if row.prose or _leads_on(row)), 0
    )
    if lead:
        tokens = page.rows[lead].tokens
        page.vietnamese = sum(map(str.isascii, tokens)) * 3 <= len(tokens) * 2
    last = max((place for place, row in enumerate(page.rows) if row.prose), default=len(page.rows))
    spare = _printed_twice(page.rows)
    for place, row in enumerate(page.rows):
        if row is spare:
            row.mark("navigation", "the title again")
            continue
        if row.words <= LONGEST_REPEATED:
            page.seen[row.said] += 1
        if row.words <= 120 and place >= notices:
            _mark(page, place, row, lead, last, vietnamese=vietnamese)
        if not row.ends and row.words >= _SHORTEST_SIGNED and page.free(place) and signed_behind(row.text):
            row.ends = True
    for place in [place for place in page.markers if _may_head(page, place, lead)]:
        del page.markers[place]
    mark_alternatives(page, vietnamese=vietnamese)
    page.pictures = {
        place for place, row in enumerate(page.rows) if row.kind == "junk" and row.reason in remains.PICTURES
    } - page.figures
    return page


def _foreign_notices(rows: list[Row]) -> int:
    """How many rows there are to the end of what a browser or an archive says in another language above the menu of a
    page in Vietnamese: a few sentences without a headline, and a longer story below the menu."""
    said: list[int] = []
    below = next((place for place, row in enumerate(rows) if row.prose and _VIETNAMESE.search(row.text)), 0)
    for place, row in enumerate(rows[:below]):
        if row.prose:
            said.append(place)
        elif not said and row.words > LABEL and not row.text[0].isdecimal():
            return 0
    if not 0 < len(said) <= _MOST_NOTICES or below - said[-1] <= _MENU:
        return 0
    if any(_VIETNAMESE.search(row.text) for row in rows[: said[-1]]):
        return 0
    story = sum(row.words for row in rows[below : below + _MENU] if row.prose and row.ends)
    return said[-1] + 1 if story > sum(rows[place].words for place in said) else 0


def _printed_twice(rows: list[Row]) -> Row | None:
    """Of a headline that stands right below itself at the page's top the one to leave out: the browser's title, unless
    the page's own has a full stop."""
    if len(rows) < 3:
        return None
    first, again, below = rows[:3]
    headline = first.kind is None and not first.ends and LABEL < first.words <= LONGEST_HEADLINE
    if not (headline and again.said == first.said != below.said):
        return None
    return again if again.ends else first


def _each_once(rows: list[Row]) -> tuple[list[Row], list[Row]]:
    """The rows of a page that prints its lines twice in a row, and their copies, which would all read like captions."""
    once, copies = rows[:1], list[Row]()
    for row in rows[1:]:
        (copies if row.text == once[-1].text else once).append(row)
    doubled = sum(row.prose for row in copies)
    if doubled < _STORY_AGAIN or doubled * 3 < sum(row.prose for row in once) * 2:
        return rows, []
    return once, copies


def _told_once(rows: list[Row]) -> int:
    """How many rows there are before the page begins again from the top and goes on as before to its end."""
    if not any(row.words <= rows[0].words + _DOTS and row.said == rows[0].said for row in rows[1:]):
        return len(rows)
    said = [row.said for row in rows]
    borders = [0] * len(said)
    """By place: how many rows before it, itself included, are those that the page begins with."""
    for place in range(1, len(said)):
        border = borders[place - 1]
        while border and said[border] != said[place]:
            border = borders[border - 1]
        borders[place] = border + (said[border] == said[place])
    again = borders[-1]
    told = sum(row.prose for row in rows[len(rows) - again :])
    return len(rows) - again if told >= _STORY_AGAIN else len(rows)


def _labels_picture(row: Row, alt: str) -> navigation.Marker | None:
    """`Tin đã đưa` in a frame with a picture: the label of a list."""
    return (
        navigation.marker(Row(row.number, row.start, row.end, alt, row.gap))
        if alt.count(" ") < LABEL
        else None
    )


def _lists_document(page: Page, place: int) -> bool:
    """`Ngày: 12/06/2019` below `Số: 31/QĐ-UBND`, or what was decided, in a list of decisions beside the story."""
    row, above = page.rows[place], page.rows[place - 1]
    if not _lists_documents(page):
        return False
    if _OF_DOCUMENT.match(above.text):
        return place > 1 and not row.ends and _DOCUMENT.match(page.rows[place - 2].text) is not None
    return _DOCUMENT.match(above.text) is not None and _OF_DOCUMENT.match(row.text) is not None


def _leads_on(row: Row) -> bool:
    """A sentence that announces what stands below it, so that no name there is the house's."""
    return row.text[-1] == ":" and row.words >= _ANNOUNCES


def _may_head(page: Page, place: int, lead: int) -> bool:
    """`Nội dung` alone, well below the first paragraph and above a line that no label is: a subhead of the story."""
    if page.rows[place].key not in keys("form_labels") or place <= lead + 1:
        return False
    return page.markers.keys().isdisjoint((place - 1, place + 1)) and place + 1 < len(page.rows)


@once
def _lists_documents(page: Page) -> bool:
    """More than one, which may be what the story is of, or the story itself."""
    return sum(_DOCUMENT.match(row.text) is not None for row in page.rows) > 1


def _heads_page(page: Page, row: Row) -> bool:
    return (
        not page.section_of(row.text)
        and not navigation.is_breadcrumb(row)
        and in_masthead(row, vietnamese=page.vietnamese)
    )


def _are_topics(page: Page, place: int) -> bool:
    """`cầu Trà   Lam Khê   giao thông`: topics with blanks between them, of which the story tells some, and no row of a
    table."""
    row = page.rows[place]
    if not row.written or row.ends or row.words > _LONGEST_TOPICS:
        return False
    topics = _BLANKS.split(row.written)
    if len(topics) < _FEWEST_TOPICS or any(topic.count(" ") >= _TOPIC_WORDS for topic in topics):
        return False
    beside = page.rows[place - 1 : place] + page.rows[place + 1 : place + 2]
    if any(_BLANKS.search(other.written) for other in beside):
        return False
    return sum(page.tells_of([topic]) for topic in topics) >= _FEWEST_TOLD


def _mark(page: Page, place: int, row: Row, lead: int, last: int, *, vietnamese: bool) -> None:
    """`lead`, `last`: where the first running text stands, and the last."""
    if (alts := remains.image_alts(row.text)) is not None:
        alt = clean(max(alts, key=len, default=""))
        title = (remains.numbered_picture(alt) or "").casefold().strip(" .|") if alt else ""
        if title and page.seen[title]:
            page.numbered.add(title)
            row.mark("junk", "the number of a photo")
        elif alt and greets(Row(row.number, row.start, row.end, alt, row.gap)):
            row.mark("navigation", "the page's own name")
        elif alt and (kind := _labels_picture(row, alt)):
            page.markers[place] = kind
        elif alt and not remains.alt_is_file_name(alt, vietnamese=vietnamese):
            start = row.text.find(alt)
            found = photo_credits.split_credit(alt) or Photo(alt, "", len(alt))
            page.photos[place] = Photo(found.caption, found.credit, found.caption_end, max(start, 0))
        else:
            row.mark("junk", "a picture without a caption")
    elif photo := photo_credits.labelled_photo(row.text):
        above = page.rows[place - 1] if place else None
        if above and not photo.credit and (who := remains.photo_rights(above)):
            above.mark("credit", "a credit on a line of its own")
            photo = photo._replace(credit=who)
        page.photos[place] = photo
    elif is_outlet(row):
        row.mark("navigation", "the page's own name")
    elif navigation.is_headlines(row):
        row.mark("navigation", "other stories' headlines")
    elif place and navigation.is_linked(row):
        row.mark("navigation", "a link to another story")
    elif why := remains.junk(row, vietnamese=vietnamese):
        row.mark("junk", why)
        if stamp := read_stamp(row.text) or (read_numbers(row.text) if 0 < place < lead else None):
            row.kind = None
            page.stamps[place] = stamp
    elif place and _lists_document(page, place):
        row.mark("navigation", "a document beside the story")
    elif (stamp := read_stamp(row.text)) and not (stamp.published is None and navigation.marker(row)):
        page.stamps[place] = stamp
    elif place <= lead and is_marquee(row):
        row.mark("navigation", "the page's own name")
    elif place < lead and _heads_page(page, row):
        row.mark("navigation", "the page's own name")
        page.masthead.add(place)
    elif kind := navigation.marker(row):
        page.markers[place] = kind
    elif place > last and _are_topics(page, place):
        page.markers[place] = "related"
    elif photo := photo_credits.split_credit(row.text):
        if photo.credit.startswith("[") and not photo.caption:
            # `Nguồn: [Link]`: where the story comes from, and who wrote it left out.
            page.markers[place] = "related"
        elif place < _COPIED and "://" in photo.credit and not photo.caption:
            row.mark("navigation", "where the page was copied from")
        else:
            page.photos[place] = photo
