"""Whether the first running text under a title is a dek, or already the story."""

from collections.abc import Iterator
from itertools import chain, islice
from math import fsum, log
from typing import Literal

from articles.text import lazy_re as re
from articles.text.fold import name_key
from articles.text.layout import captions
from articles.text.layout.caption_places import caption_score, is_caption
from articles.text.layout.datelines import read_dateline
from articles.text.layout.headline_runs import among_headlines
from articles.text.layout.lines import CAPITAL, LIST_ITEM, phrases, tokens_of, weights
from articles.text.layout.listing import is_fact
from articles.text.layout.masthead import LABEL
from articles.text.layout.openings import DATED
from articles.text.layout.page import Page

# A set comes first in the pattern: a search that begins with one is three times as fast.
_DAY = re.compile(
    r"[\d ](?i:(?<=\b\d)\d?\s?[/.-]\s?\d{1,2}\b|(?<=ngày )\d{1,2} tháng"
    r"|(?:nay|qua)(?:(?<=(?:sáng|trưa) ...)|(?<=chiều ...)|(?<=(?:tối|đêm|hôm) ...)))"
)
SENTENCES = re.compile(
    rf"[!?….](?<!\bTP\.)(?<!\bTS\.)(?<!\bGS\.)(?<!\b{CAPITAL}\.)[\"”’)]*\s+[\"“(]?{CAPITAL}"
)
_AGED = re.compile(r"[(\dS](?:(?<=\()(?:SN|sinh|ngụ|trú)|(?<=\d)\d* tuổi|(?<=\bS)N\b)")
_QUOTES = '"“«-'
_MARKS = ".,;:!?()“”«»″\"'"

# A first block is a dek when it is as long as deks are and the story below begins anew: it names again who is in it,
# and what it tells sums up to the block. Log-odds from a logistic regression on 1,367 stories of 97 sites, of whose
# crawled texts their pages tell whether they begin with the dek or below it. Fitted on half the sites alone, they find
# 81 in 100 deks of the others and take 18 in 100 first paragraphs for one; these are fitted on all. What the texts
# cannot show, stories that never had a dek and the page around them, is set by hand.
_BASE = -0.7
_DEK_WORDS, _TOO_FEW, _TOO_MANY = (16, 32), -0.85, -0.13
"""Words of most deks, and what each counts that is wanting or too many, up to `_COUNTED` words."""
_COUNTED = 75
_NAMES_AGAIN, _TITLE, _STORY_DATED = 1.2, 1.2, 0.7
_AGE = -1.7
"""Leads tell how old somebody is, or where he lives."""
_OPENS_LEAD, _RESUMES, _STORY_GOES_ON = -2.8, -3.2, -0.8
"""A day or who reports opens deks of matches, too, -1.0 in the regression; but most stories without a dek begin so."""
_LEAD_BELOW = 1.5
"""A day or who reports opens the story below, and the block tells no day: of those stories 138 begin with a dek, 19 do
not, and the words of the two say less than that where the story is short."""
_LONGER_BELOW, _PARAGRAPHS, _FEWEST = 1.5, 5, 2
"""Times the logarithm of how much longer the paragraphs below are; how many are looked at, at most and at least."""
_SUMS_UP = 4.0
"""A dek sums its story up: what it counts that the story has more or fewer of its words than such paragraphs share."""
_SHARED, _SHARED_MORE = -0.39, 0.195
"""That share grows with the number of different words below: the second times its logarithm, and the first. Measured on
345 stories of eleven sites, where it lies midway between deks (0.06 more) and first paragraphs (0.06 less)."""
_LEAST_SHARED, _MOST_SHARED = -0.6, 0.3
"""More than that is chance, or a short story; less is a story that tells of other things too."""
_STORY_ROWS = 12
_FURNITURE, _MORE_FURNITURE, _PICTURES, _SET_APART, _NO_END = 2.5, 1.0, 0.6, 1.0, 1.5
_BESIDE_STORY = -2.0
"""It stands closer to the paragraph below than to the title."""
_CODED, _STORY_CODED = 1.2, 2.5
_ASKED = 2.5
"""An interview begins with a question below its dek."""
_DEK = -0.25
"""The score from which on a block is a dek. A doubtful one stays in the story: it may be the lead."""
_UNTITLED = 1.2
"""The same on a page without title and date: what was cut off there may have been more than that. Of 1,965 stories it
takes half of the deks, and one first paragraph in 30."""
WHOLE, _IN_ONE = 200, 2.5
"""Words of a line that is a whole story, and what it counts that only such a line stands below: what has a line of its
own there is another thing than the story."""
_LONGEST, _MOST_ENDS = 110, 4
"""Words of a dek, and ends of sentences inside it."""
_BELOW_PHOTO = -3.0
"""Photos stand below deks rather than above them."""
_FARTHEST = 14
"""Rows in which the story begins below its dek."""


def dek_at(page: Page, title: str | None, first: int) -> Literal["dek", "printed twice", ""]:
    """Whether the first running text is a dek: by what follows it and what the next one tells."""
    if first >= len(page.rows):
        return ""
    row = page.rows[first]
    if row.words > _LONGEST or not row.tokens or len(SENTENCES.findall(row.text)) > _MOST_ENDS:
        return ""
    if row.text[-1] == ":" or is_fact(page, first):
        return ""  # It announces what stands below it, or is the first of several facts.
    dateline = read_dateline(row.text, page.text)
    if dateline and (dateline[2] or row.text.isascii()):
        return (
            ""  # `LÂM TRÀ (XĐO) - …`, `LAM TRA - …`: so wires and stories in English begin, not their deks.
        )
    after = _story_below(page, first)
    if after is None:
        return ""
    if _quotes(page, after):
        return ""  # It has led up to that.
    whole = len(list(islice(_tells(page, after), 2))) < 2
    if whole and page.rows[after].words < WHOLE:
        return ""  # Too little would be left of the story.
    story = undated(page, page.rows[after].text)
    own = row.text[dateline[1] :] if dateline else row.text
    if abs(len(own) - len(story)) < 9 and name_key(own) == name_key(story):
        return "printed twice"
    if len(own) >= 60 and story.startswith(own.rstrip(". …")):
        return "dek"
    if title and _above_date(page, title, first):
        return "dek"
    odds = _told_below(page, title or "", first, after) + _set_off(page, first, after) + _IN_ONE * whole
    odds += (
        _ASKED * (story[-1] == "?")
        + _STORY_CODED * (story != page.rows[after].text)
        + _BELOW_PHOTO * _photo_above(page, first)
    )
    # An outlet's code, not a place: that stands before the story itself, as does a code with a day behind it.
    if title and dateline and (row.text[0] == "(" or " " not in dateline[0]) and not opens_lead(own):
        odds += _CODED
    whole_head = title is not None or _below_date(page, first)
    wanting = ((_DEK if whole_head else _UNTITLED) - odds) / _SUMS_UP
    if wanting < _LEAST_SHARED or wanting >= _MOST_SHARED:
        return "dek" if wanting < _LEAST_SHARED else ""
    # All words of the story are looked at only here.
    return "dek" if _summed_up(page, first, after) >= wanting else ""


def _above_date(page: Page, title: str, place: int) -> bool:
    """Between the headline and the date, where no story has begun."""
    stamp = page.stamps.get(place + 1)
    return stamp is not None and stamp.published is not None and title.endswith(page.rows[place - 1].text)


def _below_date(page: Page, first: int) -> bool:
    return any(place < first and stamp.published is not None for place, stamp in page.stamps.items())


def _quotes(page: Page, place: int) -> bool:
    """What somebody said or wrote, below a line that announces it: `Trong điện mừng, ông Kha viết:`."""
    above = page.rows[place - 1]
    return page.rows[place].text[0] in '"“«″' and above.text[-1] == ":" and above.words > LABEL


def _photo_above(page: Page, first: int) -> bool:
    """A photo's caption right above, but for a date."""
    above = first - 1 - (first - 1 in page.stamps)
    return above in page.photos and page.photos[above].caption != ""


def _tells(page: Page, place: int) -> Iterator[int]:
    """The places from `place` on of running text that is no caption."""
    for at in range(place, len(page.rows)):
        if page.reads(at) and not is_caption(page, at, captions.THRESHOLD):
            yield at


def _story_below(page: Page, first: int) -> int | None:
    """Where the next running text stands that is no caption; None where it goes on with this one's sentence."""
    for place in range(first + 1, min(first + _FARTHEST, len(page.rows))):
        if page.reads(place) and caption_score(page, place) < captions.THRESHOLD:
            return None if page.rows[place].opens_lower else place
    return None


def _set_off(page: Page, first: int, after: int) -> float:
    """How much what stands between the first running text and the next says that the first is a dek."""
    between = [place for place in range(first + 1, after) if page.rows[place].kind != "junk"]
    # A second date is that of another story's headline above it.
    dated = _below_date(page, first)
    furniture = sum(is_furniture(page, place) and not (dated and place in page.stamps) for place in between)
    furniture += any(_is_link(page, place, page.rows[first].text[-1]) for place in between)
    pictures = any(
        place in page.photos or (caption_score(page, place) >= captions.THRESHOLD and not page.heads(place))
        for place in between
    )
    odds = (_FURNITURE if furniture else 0.0) + (_MORE_FURNITURE if furniture > 1 else 0.0)
    odds += _PICTURES * pictures + _SET_APART * _set_apart(page, first, after)
    odds += _BESIDE_STORY * (after == first + 1 and page.rows[after].gap < page.rows[first].gap)
    return odds + _NO_END * (not page.rows[first].ends)


def _is_link(page: Page, place: int, end: str) -> bool:
    """One of the headlines of other stories, which editors put below a dek."""
    row = page.rows[place]
    if LIST_ITEM.match(row.text) and end != ":":
        return not row.ends and page.free(place)
    return among_headlines(page, place, begun=False)


def is_furniture(page: Page, place: int) -> bool:
    """What stands below deks rather than inside stories: a date line, a label, a reporter."""
    if place >= len(page.rows):
        return False
    if place in page.stamps:
        return page.stamps[place].published is not None
    if place in page.markers:
        return page.markers[place] != "pointer"
    return page.signs(place)


def _told_below(page: Page, title: str, place: int, after: int) -> float:
    """How much the row at `place` reads like the dek of a story that begins `after` it, by the words alone."""
    row, lead = page.rows[place], page.rows[after]
    block, story = undated(page, row.text), undated(page, lead.text)
    shortest, longest = _DEK_WORDS
    odds = _BASE + _TOO_FEW * max(0, shortest - row.words) * row.ends
    odds += _TOO_MANY * max(0, min(row.words, _COUNTED) - longest)
    names, title_words = _capitals(block), set(tokens_of(title))
    odds += _NAMES_AGAIN * len(names & _capitals(story)) / max(1, len(names))
    odds += _TITLE * len(title_words.intersection(row.tokens)) / max(1, len(title_words))
    odds += _STORY_DATED * (_DAY.search(story, 0, 100) is not None)
    opens = opens_lead(block)
    odds += _OPENS_LEAD * opens + _RESUMES * _resumes(tokens_of(block[:60]))
    odds += _LEAD_BELOW * (not opens and opens_lead(story) and _DAY.search(block) is None)
    odds += _STORY_GOES_ON * (story[0] in _QUOTES or _resumes(lead.tokens))
    odds += _AGE * (_AGED.search(block) is not None)
    words = weights("dek_words")
    odds += fsum(words[word] for word in words.keys() & row.tokens)
    below = [other.words for other in islice((row for row in page.rows[after:] if row.prose), _PARAGRAPHS)]
    if len(below) < _FEWEST:
        return odds
    return odds + _LONGER_BELOW * max(-1.0, min(1.0, log(sum(below) / len(below) / row.words)))


def _resumes(tokens: list[str]) -> bool:
    """It begins as paragraphs do that go on with what was told above them."""
    return phrases("resuming_openings").open(tokens) > 0


def _summed_up(page: Page, place: int, after: int) -> float:
    """How much larger the share of the row's words is that stand in the story below, too, than it is for most rows."""
    own = set(page.rows[place].tokens)
    rows = islice((row for row in page.rows[after:] if row.prose), _STORY_ROWS)
    story = set(chain.from_iterable(row.tokens for row in rows))
    return len(own & story) / len(own) - _SHARED - _SHARED_MORE * log(max(1, len(story)))


def _capitals(text: str) -> set[str]:
    """The words in capitals behind the first: names, mostly."""
    return {word.strip(_MARKS) for word in text.split()[1:] if word[0].isupper()}


def _set_apart(page: Page, first: int, after: int) -> bool:
    """A blank line follows the dek while the story's own paragraphs have none between them."""
    gaps = [
        page.rows[place].gap
        for place in range(after + 1, len(page.rows))
        if page.reads(place) and page.reads(place - 1)
    ]
    return len(gaps) >= 2 and page.rows[first + 1].gap > max(gaps)


def opens_lead(text: str) -> bool:
    """It begins with a day, an invitation, or who reports it, as stories do rather than deks."""
    return DATED.match(text) is not None or phrases("lead_openings").open(tokens_of(text[:60])) > 0


def undated(page: Page, text: str) -> str:
    found = read_dateline(text, page.text)
    return text[found[1] :] if found else text
