"""Photo captions: how much a line without a credit reads like one."""

from math import fsum

from articles.text import lazy_re as re
from articles.text.layout.caption_signs import attended, in_picture, signs_of
from articles.text.layout.caption_weights import BARE, SENTENCE, Weights
from articles.text.layout.lines import BROKEN, LIST_ITEM, Row, weights
from articles.text.layout.openings import DATED
from articles.text.layout.photo_credits import split_capitals

# What announces photos is none of their captions.
_ANNOUNCES = re.compile(r"(?:Dưới|Sau) đây\b|Xin (?:trân trọng )?giới thiệu\b")
_CELLS = " | "
"""Between the cells of a table."""
_EQUALS = " = "
"""In a formula."""

LONGEST_BARE = 45
"""Words of a line that may be a caption without a credit."""
_LONGEST_PLACED = 70
"""The same where it says who stands where."""
SHORT = 8
"""Words that a line without an end may have and be a subhead."""
TOLD_OF_DEKS = 0.5
"""The part of that which counts for the first sentence of a page: stories tell their deks again, too."""
HOPELESS = -4.3
"""A sentence that scores less by itself is running text, whatever stands beside it: so do six paragraphs in seven and
one caption in twelve, and other lines make up for none of those."""
SUBHEAD_WORDS = 5
"""Words that most subheads have at most."""
THRESHOLD = 0.3
"""A line without a credit is a caption from this score on."""
BETWEEN = 0.0
"""The same for a sentence between paragraphs, where a subhead cannot be meant: it stays where it is either way."""
PICTURED = -2.5
"""The same for one above a credit that stands alone: the picture may be another one, without a caption."""
SURE = 2.1
"""The same for the first line of the story, where it would cost more to be wrong."""
BELOW_PICTURE = 1.2
"""The same for it right below what a picture left behind."""
ABOVE_CREDIT = 1.2
"""The same for a line without an end that may be the title, with nothing but a credit below it: of titles of stories
one in ten scores more, of captions six."""
ABOVE_LEAD = -1.5
"""The same for one between a dek and a paragraph that opens with a day: what stands there is hardly the
story's own."""
BELOW_DEK = -0.3
"""The same for any other first line below a dek: of 3,000 stories one in four has a caption there."""
LAST = 0.8
"""The same for its last line, unless that opens as paragraphs do."""
LAST_OF_SEVERAL = -1.0
"""The same where other photos stand above it and it tells nothing that none shows: no speech, no figures."""
HEADLINE = 2.4
"""Lines without an end that stand together are headlines of other stories below this score."""
IN_GALLERY = 2.4
"""The least score of a line in a run of captions: more than headlines have."""
OWN = 0.18
"""A line without an end that shares this part of its word pairs with the page is none of another story: of 3,400
headlines of other stories on assembled pages 2 in 100 do, of 950 captions 7 in 10."""
STRANGE = 0.1
"""No more than so many of its word pairs stand anywhere else on the page: of captions without an end one in twenty,
of headlines of other stories nine in ten."""
NO_CAPTION = -9.0
"""The score of a line that cannot be a caption."""
_TOLD_BESIDE, _BESIDE = 2.0, 0.3
"""Added to a sentence for each of its words that the paragraphs beside it have: times the share above `_BESIDE`."""
TOLD_AGAIN = 3.0
"""Added where one paragraph nearby says nearly the same, in nearly the same words."""
TRAILING = 5.0
"""Added to two lines of which one trails off in dots and the other takes them up, as captions side by side do."""
MOST_TOLD = 8.1
"""What other lines can add at most."""

_CUT_PARAGRAPH = 4.8
"""How much less likely a line without an end is a paragraph than one with an end."""
_TOLD_SHORT = 1.5
"""`Weights.told` of a short line without an end: stories tell again what their subheads say."""
_SIGNED = 5.0
"""A photographer in capitals stands behind the line."""
_LONG_SENTENCE = 18
"""Words of a sentence from which it may as well be a paragraph that somebody pasted twice."""
_IN_PIPES, _REPEATED, _REPEATED_LONG = 4.0, 5.0, 2.0
_BELOW_PICTURE, _BELOW_PICTURE_ENDED = 2.5, 1.5


def looks_like(row: Row, *, credited: bool) -> float:
    """How much a line without a credit reads like a caption, by itself; from `THRESHOLD` on it is one.

    What other lines tell of it comes on top, see `told` and `again`. `credited`: photos of the page have their
    credits, so that this one would have one, too. A line without an end must be neither headline nor paragraph.
    """
    text = row.text
    if (
        row.opens_lower
        or text[-1] in ":?;,"
        or LIST_ITEM.match(text)
        or _ANNOUNCES.match(text)
        or attended(row)
        or _CELLS in text
        or _EQUALS in text
        or too_long(row)
    ):
        return NO_CAPTION
    if not row.ends and text.isupper():
        return NO_CAPTION  # A subhead.
    signs = signs_of(row)
    if credited and "opening" not in signs:
        # A line that has neither credit nor end is a subhead or a link there, as whole pages show.
        signs = [*signs, "credited"]
    score = _odds(SENTENCE, row, signs)
    if not row.ends:
        score = min(_odds(BARE, row, signs), score + _CUT_PARAGRAPH)
    return score + _IN_PIPES * row.piped + _SIGNED * bool(split_capitals(text)[0])


def too_long(row: Row) -> bool:
    """No caption without a credit has so many words; a sentence that says where somebody stands may have more."""
    if row.words <= LONGEST_BARE:
        return False
    return row.words > _LONGEST_PLACED or not in_picture(row.text) or BROKEN.search(row.text) is not None


def like_sentence(row: Row) -> float:
    """The same for a line without an end of which only a caption or a sentence can be meant, and no headline."""
    return _odds(SENTENCE, row, signs_of(row))


def _odds(of: Weights, row: Row, signs: list[str]) -> float:
    words = weights(of.words)
    said = fsum(words[token] for token in words.keys() & row.tokens)
    return sum(map(of.signs.__getitem__, signs)) + max(-of.most_words, min(of.most_words, said))


def again(row: Row) -> float:
    """What it adds to `looks_like` that the page has the line twice, as those do that keep alternative texts."""
    if row.ends and DATED.match(row.text):
        return 0.0  # A lead may be printed twice, too.
    return _REPEATED if row.words <= (_LONG_SENTENCE if row.ends else 30) else _REPEATED_LONG


def below_picture(row: Row) -> float:
    """What it adds to `looks_like` that a picture stood right above; a paragraph may stand there, too."""
    return _BELOW_PICTURE if not row.ends else _BELOW_PICTURE_ENDED if row.words <= 30 else 0.0


def told_beside(share: float) -> float:
    """What it adds that the paragraphs beside the line have this share of its words."""
    return _TOLD_BESIDE * max(0.0, share - _BESIDE)


def told(row: Row, share: float) -> float:
    """What it adds to `looks_like` that other lines of the page have this share of the line's word pairs too."""
    return (SENTENCE.told if row.ends else BARE.told if row.words > SHORT else _TOLD_SHORT) * share
