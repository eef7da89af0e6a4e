"""Whether the first running text under a title is a dek, or already the story."""

import re
from itertools import pairwise
from typing import Literal

from articles.text import captions
from articles.text.bylines import read_dateline, read_signature
from articles.text.fold import words
from articles.text.lines import CAPITAL
from articles.text.page import Page

_DAY = re.compile(
    r"\b\d{1,2}\s?[/.-]\s?\d{1,2}\b|(?:sáng|chiều|tối|trưa|đêm) (?:nay|qua)|hôm (?:nay|qua)", re.IGNORECASE
)
# The marks come first in the pattern: a search that begins with a set of letters is three times as fast.
SENTENCES = re.compile(
    rf"[!?….](?<!\bTP\.)(?<!\bTS\.)(?<!\bGS\.)(?<!\b{CAPITAL}\.)[\"”’)]*\s+[\"“(]?{CAPITAL}"
)


# A first block is a dek when the story below tells it again and says when it happened. The log-odds are
# from a logistic regression on neighbouring blocks of the VietNews corpus, whose deks are marked, with leads that
# open with a day added by hand. Here a lead is as rarely taken for a dek as a dek for the lead; both cost the same.
_DEK = 1.3


def dek_at(page: Page, title: str, first: int) -> Literal["dek", "printed twice", ""]:
    """Whether the first running text is a dek: by what follows it and what the next one tells."""
    if first >= len(page.rows):
        return ""
    row = page.rows[first]
    if row.words > 75 or len(SENTENCES.findall(row.text)) > 2:
        return ""
    dateline = read_dateline(row.text, page.text)
    if dateline and dateline[2]:
        return ""  # `LAM TRA (VNA) - …`: place and agency open a wire's story, not its dek.
    following = [
        place
        for place in range(first + 1, min(first + 14, len(page.rows)))
        if page.rows[place].kind != "junk"
    ]
    after = next(
        (
            place
            for place in following
            if page.reads(place) and page.caption_score(place) < captions.THRESHOLD
        ),
        None,
    )
    if after is None or page.rows[after].opens_lower:
        return ""
    if sum(page.reads(place) for place in range(after, len(page.rows))) < 2:
        return ""  # Too little would be left of the story.
    story = undated(page, page.rows[after].text)
    own = row.text[dateline[1] :] if dateline else row.text
    said, told = words(own), words(story)
    if said == told:
        return "printed twice"
    if len(own) >= 60 and story.startswith(own.rstrip(". …")):
        return "dek"
    between = [place for place in following if place < after]
    furniture = sum(_is_furniture(page, place) for place in between)
    pictures = any(
        place in page.photos or (page.caption_score(place) >= captions.THRESHOLD and not page.heads(place))
        for place in between
    )
    cues = _retold(title, own, said, story, told)
    cues += (
        2.5 * (furniture > 0)
        + 1.0 * (furniture > 1)
        + 1.2 * pictures
        + 1.0 * _set_apart(page, first, after)
        + 1.5 * (not row.ends)
    )
    cues += 1.0 * (own != row.text) + 2.5 * (story != page.rows[after].text)
    cues -= 1.2 * (story == page.rows[after].text and captions.DATED.match(own) is not None)
    return "dek" if cues >= _DEK else ""


def _is_furniture(page: Page, place: int) -> bool:
    """What stands below deks rather than inside stories: a date line, a label, a reporter."""
    if place in page.stamps:
        return page.stamps[place].published is not None
    if place in page.markers:
        return page.markers[place] != "pointer"
    return page.free(place) and read_signature(page.rows[place].text) is not None and not page.heads(place)


def _retold(title: str, block: str, said: list[str], story: str, told: list[str]) -> float:
    """How much `block`, whose words are `said`, reads like a dek to the `story` below it, whose words are `told`."""
    title_words = set(words(title))
    pairs = set(pairwise(said))
    shared = len(pairs.intersection(pairwise(told))) / max(1, len(pairs))
    undated, story_dated = not _DAY.search(block, 0, 120), _DAY.search(story, 0, 100) is not None
    odds = -1.4 + 1.2 * undated + 0.8 * story_dated + 1.2 * (undated and story_dated)
    odds += shared + (1.5 if shared > 0.3 else 0.7 if shared > 0.15 else 0.0)
    odds += 0.65 * (not SENTENCES.search(block)) - 2.6 * (len(said) > 50)
    odds += 1.1 * (sum(word in title_words for word in set(said)) > 0.25 * len(title_words))
    odds -= 1.5 * (not undated and not story_dated)  # What says when it happened is the lead.
    odds -= 0.5 * (captions.opens_paragraph(story.lower().split(" ", 5)[:5]))
    odds -= 0.6 * (captions.opens_paragraph(block.lower().split(" ", 5)[:5]))
    return odds


def _set_apart(page: Page, first: int, after: int) -> bool:
    """A blank line follows the dek while the story's own paragraphs have none between them."""
    gaps = [
        page.rows[place].gap
        for place in range(after + 1, len(page.rows))
        if page.reads(place) and page.reads(place - 1)
    ]
    return len(gaps) >= 2 and page.rows[first + 1].gap > max(gaps)


def undated(page: Page, text: str) -> str:
    found = read_dateline(text, page.text)
    return text[found[1] :] if found else text
