"""What the lines beside it say of a line: another story's headline, an item of a list, a caption between paragraphs."""

from itertools import islice
from math import inf

from articles.text.layout import captions, navigation
from articles.text.layout.above import Head
from articles.text.layout.breaking_off import breaks_off, is_unfinished
from articles.text.layout.bylines import has_surname, read_signature
from articles.text.layout.caption_places import (
    caption_score,
    is_caption_beside,
    least_bare,
)
from articles.text.layout.caption_signs import names_somebody, opens_caption, reports, signs_of
from articles.text.layout.datelines import CODED, code_before, read_dateline
from articles.text.layout.dek import SENTENCES
from articles.text.layout.headline_runs import among_headlines
from articles.text.layout.houses import is_code
from articles.text.layout.lines import LIST_ITEM
from articles.text.layout.openings import DATED, opens_story
from articles.text.layout.page import Page
from articles.text.layout.sharing import is_unsaid, names_strangers
from articles.text.layout.signing import is_signed
from articles.text.layout.story import Story
from articles.text.layout.subheads import heads_like_others
from articles.text.layout.tails import OWN, goes_on_about, is_headline

POINTER = "a pointer to another page"
_AGAIN = "the story that the line above points to"
_HEADLINE, _HEADLINES = "another story's headline", "other stories' headlines"
_LABEL, LABEL_BELOW = "a label above the story", "a label above another story"
_TEASER = "another story's teaser"
BUTTON = "a button of a widget"
_BUTTON_WORDS, _BUTTONS = 5, 9
"""Words of a button, and how many more stand below it, at most."""
_LONGEST_LABEL = 7
_LABEL_WORDS, _OFTEN = range(2, 7), 3
"""Words of a label above headlines, and how often the page has it at least."""
_SURELY_HEADLINE = 9
"""Words that captions without a credit mostly have not."""
_MOST_LINKED = 0.5
"""The share of the word pairs of a line below the dek from which it is the story's own."""
_MAY_SHOW = 1.5
"""The caption score from which a line alone between paragraphs is no link: of nine such lines of real stories that read
like links none was one, seven were captions."""
_FAR_IN_LIST = 8
"""Rows above an item in which the line is looked for that announces it."""
_LONGEST_ITEM = 12
"""Words of an item without an end, or of a line of verse."""
_PICTURES = frozenset(("khoảnh", "ảnh", "hình", "photos", "pictures"))
_LATE = 3
"""Paragraphs above a last one that opens as stories do, so that it is of another."""
_BRIEFS, _FAR = 3, 30
"""So many coded paragraphs, so many rows from each other at most, are a collection of short news."""
_SEVERAL = 2
"""Captions above the last line, so that it may be another one."""
_ENDS = frozenset(("related", "footer"))
"""Labels below which nothing is the story's: others' news, or the page's foot."""


def points_elsewhere(page: Page, story: Story, place: int) -> bool:
    """A video's label, a link, an address: no part of a story wherever it stands."""
    row = page.rows[place]
    if navigation.is_video(row) or navigation.is_pointer(row):
        return True
    return bool(story.blocks) and navigation.is_contact(row) and not tells(page, place)


def is_button(page: Page, place: int) -> bool:
    """A few words below a label of a widget, and nothing but such words to the next label: more of its buttons."""
    above = place - 1
    while page.rows[above].kind == "junk":
        above -= 1
    if (page.markers.get(above) != "widget" and page.rows[above].reason != BUTTON) or _signs(page, place):
        return False
    end = place
    while end < len(page.rows) and end - place < _BUTTONS and _is_short(page, end):
        end += 1
    return end > place and page.markers.get(end) == "widget" and page.seen[page.rows[end].said] < _OFTEN


def _signs(page: Page, place: int) -> bool:
    """`Tin, ảnh: Hà Mơ`, `Hà Mơ`: it says that it names a reporter, or has a usual surname."""
    signature = read_signature(page.rows[place].text)
    if signature is None or not signature.names:
        return False
    return signature.labelled or has_surname(signature.names[0])


def _is_short(page: Page, place: int) -> bool:
    row = page.rows[place]
    return (
        place not in page.markers and row.words <= _BUTTON_WORDS and not row.ends and place not in page.photos
    )


def of_another_story(page: Page, head: Head, story: Story, place: int) -> str:
    """Why the row is another story's headline or teaser, by what stands beside it; empty where it is none."""
    row, above = page.rows[place], page.rows[place - 1]
    if (story.blocks or head.dek) and among_headlines(page, place, begun=bool(story.blocks)):
        return "" if _is_listed(page, place) else _HEADLINES
    if story.blocks and _labels_another(page, place):
        return LABEL_BELOW
    if above.reason == LABEL_BELOW and not page.section_of(above.text):
        return _HEADLINE
    if not story.blocks:
        if head.dek and is_link(page, place):
            return _HEADLINE
        above_story = (
            _names_section(page, head, place)
            or (head.title and _is_label(page, place))
            or (is_code(row.text) and page.reads(place + 1))
        )
        return _LABEL if above_story else ""
    if is_headline(row) and not page.heads(place) and _opens_another(page, head, story, place + 1):
        return _HEADLINE
    last = len(story.blocks) >= _LATE and not any(map(page.reads, range(place + 1, place + 4)))
    opens = last or above.reason in (_HEADLINE, _HEADLINES, POINTER)
    if opens and _opens_another(page, head, story, place, most=1 + last):
        return _TEASER
    if above.kind == "navigation":
        if row.words > 4 and above.text.endswith(row.text):
            return _AGAIN
        of_it = above.reason == _AGAIN and len(row.pairs & above.pairs) * 4 >= len(above.pairs)
        if of_it and row.prose and not goes_on_about(head, story, (row,), share=2 * OWN):
            return _TEASER
    return ""


def _labels_another(page: Page, place: int) -> bool:
    """The name of a section, or a label that stands above many a headline of the page, above one of another story; not
    `Bạn đọc hỏi`, below whose question stands what is answered."""
    row = page.rows[place]
    if place + 1 >= len(page.rows) or not (page.free(place) and page.free(place + 1)):
        return False
    if not is_headline(page.rows[place + 1]):
        return False
    often = page.seen[row.said] >= _OFTEN and row.words in _LABEL_WORDS and row.text[-1].isalnum()
    return page.section_of(row.text) or (often and not row.opens_lower and not page.reads(place + 2))


def _opens_another(page: Page, head: Head, story: Story, place: int, *, most: int = 1) -> bool:
    """`XĐO - …`, `most` sentences below a headline: an outlet's code opens a story only at its beginning, so well below
    that it opens another. Not where short news stand together, nor where the story's own code goes on to be told."""
    if len(story.blocks) < 2 or not page.reads(place) or not CODED.match(page.rows[place].text):
        return False
    below = next((at for at in range(place, place + _FAR) if page.markers.get(at) in _ENDS), place + _FAR)
    near = page.rows[max(0, place - _FAR) : below]
    if len(list(islice((row for row in near if CODED.match(row.text)), _BRIEFS))) == _BRIEFS:
        return False
    code, start = code_before(page.rows[place].text, page.text)
    if not code or len(list(islice(SENTENCES.finditer(page.rows[place].text, start), most))) == most:
        return False
    own = code == head.dateline and page.reads(place + 1)
    return not (own and goes_on_about(head, story, page.rows[place : place + 1], share=OWN))


def _names_section(page: Page, head: Head, place: int) -> bool:
    """A section's name alone between the dek and the story, and no subhead as others are."""
    return (
        bool(head.dek)
        and page.section_of(page.rows[place].text)
        and not page.heads(place)
        and not heads_like_others(page, place)
    )


def _is_label(page: Page, place: int) -> bool:
    """A few words above the first paragraph, and no subhead of it: who else wrote it, how many read it."""
    row = page.rows[place]
    return (
        row.words <= _LONGEST_LABEL
        and not (row.ends or row.text[-1] in ",;:")
        and not LIST_ITEM.match(row.text)
        and caption_score(page, place) < captions.THRESHOLD
        and not page.reads(place + 1)
        and any(map(page.reads, range(place + 2, place + 7)))
    )


def is_link(page: Page, place: int) -> bool:
    """A headline alone between the dek and the story, and no caption."""
    row = page.rows[place]
    return (
        is_headline(row)
        and not row.ends
        and page.reads(place + 1)
        and not page.heads(place)
        and not heads_like_others(page, place)
        and place - 1 not in page.pictures
        and page.told_elsewhere(place) < _MOST_LINKED
        and caption_score(page, place) < _MAY_SHOW
        and not is_caption_beside(page, place)
    )


def is_strange(page: Page, place: int) -> bool:
    """A headline alone between two paragraphs, and hardly a caption: it says what no other line says, or names what no
    other line tells of."""
    row, above = page.rows[place], page.rows[place - 1]
    if not (
        is_headline(row)
        and row.words >= _SURELY_HEADLINE
        and not row.ends
        and above.kind == "body"
        and above.ends
        and page.reads(place + 1)
        and not CODED.match(page.rows[place + 1].text)
        and caption_score(page, place) < _MAY_SHOW
    ):
        return False
    if names_strangers(page, place) and page.told_elsewhere(place) < captions.OWN:
        return True
    return is_unsaid(page, place)


def is_item(page: Page, place: int) -> bool:
    """`Chủ tịch: Lò Văn Én`, a line of a poem: an item of a list that a colon introduces, or that goes on."""
    row, above = page.rows[place], page.rows[place - 1]
    if row.ends or above.kind != "body":
        return False
    named = ": " in row.text and (above.text[-1] == ":" or (": " in above.text and not above.ends))
    return named or (row.words <= _LONGEST_ITEM and _is_listed(page, place))


def _is_listed(page: Page, place: int) -> bool:
    """A short line below one that announces several, or below another of them: sentences all, or none of them."""
    ends = page.rows[place].ends
    for above in reversed(page.rows[max(0, place - _FAR_IN_LIST) : place]):
        if above.kind == "body" and above.text[-1] == ":":
            return _PICTURES.isdisjoint(above.tokens)
        if above.kind != "body" or above.ends is not ends or above.words > captions.LONGEST_BARE:
            return False
    return False


def tells(page: Page, place: int) -> bool:
    """A line with an address in it is the story's own: a sentence, a signature, or one item of its list."""
    row, above = page.rows[place], page.rows[place - 1]
    listed = LIST_ITEM.match(row.text) and LIST_ITEM.match(above.text) and above.kind == "body"
    return row.prose or bool(listed) or is_signed(page, place)


def threshold(page: Page, head: Head, story: Story, place: int) -> float:
    """The score from which the row is a caption where it stands."""
    row, more = page.rows[place], _more_below(page, place)
    listed = _is_listed(page, place)
    if not row.ends:
        if breaks_off(page, place):
            return inf
        label = (
            not more
            and row.words <= captions.SUBHEAD_WORDS
            and not (names_somebody(row) or opens_caption(row))
        )
        if not story.blocks:
            heads = not head.dek and heads_like_others(page, place)
            return captions.SURE if listed or label or heads else captions.THRESHOLD
        return least_bare(page, place, doubtful=listed or label or is_unfinished(row))
    if listed:
        return captions.SURE
    if not story.blocks:
        if not head.dek:
            return captions.SURE
        return captions.ABOVE_LEAD if _leads(page, place + 1) else captions.BELOW_DEK
    if page.parted:
        return captions.SURE
    if more:
        return captions.BETWEEN
    if opens_story(row):
        return captions.SURE
    return captions.LAST_OF_SEVERAL if _is_last_of_several(page, story, place) else captions.LAST


def _is_last_of_several(page: Page, story: Story, place: int) -> bool:
    """Other photos stand above, one of them right above or two anywhere, and not all with credits, as this one would
    have one, too; and the row tells nothing that none shows."""
    above = len(story.captions) >= _SEVERAL or page.rows[place - 1].kind == "caption"
    row, credited = page.rows[place], all(caption.credit for caption in story.captions.values())
    return above and not credited and not reports(row) and "figures" not in signs_of(row)


def _more_below(page: Page, place: int) -> bool:
    """One of the next three rows reads on, before any label of other stories or of the page's foot."""
    for other in range(place + 1, min(place + 4, len(page.rows))):
        if page.markers.get(other) in _ENDS:
            return False
        if page.reads(other):
            return True
    return False


def _leads(page: Page, place: int) -> bool:
    """The row opens as a story does, with a day or a dateline: what stands above it is not the story's."""
    if not page.reads(place):
        return False
    text = page.rows[place].text
    return DATED.match(text) is not None or read_dateline(text, page.text) is not None
