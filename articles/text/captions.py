"""Photo captions: how much a line without a credit reads like one."""

import re
from math import fsum

from articles.text.fold import name_key
from articles.text.lexicon import everything, kept
from articles.text.lines import BROKEN, CAPITAL, Row, keys, phrases

_PLACES_IN_PICTURE = re.compile(
    r"\((?:(?:đứng|ngồi|ngoài|hàng|người|thứ)\b[^()]{0,40}|[^()]{0,30}\b)?"
    r"(?:trái|phải|giữa|đứng giữa|áo \w+|bìa trái|bìa phải|"
    r"hàng đầu|hàng trước|ảnh (?:nhỏ|lớn|trên|dưới)|khoanh tròn|left|right|centre|center)\b[^()]{0,30}\)",
    re.IGNORECASE,
)
# Where somebody stands, or what a picture is, said without brackets: one caption in 27 says so, one sentence in 700.
_OF_PICTURE = re.compile(
    r"\btừ (?:trái|phải) (?:sang|qua)\b|\b(?:thứ|hàng) \w+ từ (?:trái|phải)\b|\bngoài cùng bên (?:trái|phải)\b"
    r"|\bbìa (?:trái|phải)\b|\btrong ảnh\b|\bminh (?:họa|hoạ)\b|\bcắt từ (?:clip|video)\b"
    r"|\b(?:ảnh|hình) (?:cắt|chụp)\b|\bnhìn từ (?:trên|phía|xa)\b",
    re.IGNORECASE,
)
_PICTURED = frozenset(("trái", "phải", "ảnh", "hình", "họa", "hoạ", "cắt", "nhìn"))
"""The words of which one stands in every such phrase."""
_PRONOUN = re.compile(rf"^(?:Anh|Chị|Em|Cô|Chú|Cụ|Bác|Bé|Ông|Bà)(?! {CAPITAL})")
DATED = re.compile(
    r"^[(\"“]?(?:(?:từ|trong|vào|vào lúc|khoảng)\s+)?(?:(?:\d+|hai|ba)\s+)?"
    r"(?:\d{1,2}\s?(?:h|giờ)\s?\d{0,2}\s+)?(?:ngày|rạng sáng|sáng|trưa|chiều|tối|đêm|hôm)"
    r"(?:\s+(?:nay|qua|mai|ngày|sớm|muộn|cùng ngày|mùng|hôm))*,?\s*\(?\d",
    re.IGNORECASE,
)
_NAME_ALONE = re.compile(
    r"(?:(?:ông|bà|anh|chị|em|cô|cháu|bé|cụ)\s+)?[^\W\d_]\w*(?: [^\W\d_]\w*){1,4}[.]?", re.IGNORECASE
)
_OCCASION = re.compile(
    r"\btại (?:buổi|lễ|hội|cuộc|chương|phiên|điểm|sự kiện|đại hội|họp|trụ sở|khu|hiện trường|triển lãm)\b"
    r"|\b(?:buổi|lễ|cuộc)(?: [^\s,.;]+){1,7}[.]?$",
    re.IGNORECASE,
)
_OCCASIONS = frozenset(("tại", "buổi", "lễ", "cuộc"))
"""The words that open one."""
_LIST_ITEM = re.compile(r"^(?:[-–—*•+●▪]|\d{1,2}[.)/]|[a-zđ][.)])\s*\S")

LONGEST_BARE = 45
"""Words of a line that may be a caption without a credit."""
SHORT = 8
"""Words that a line without an end may have and be a subhead."""
THRESHOLD = 0.3
"""A line without a credit is a caption from this score on."""
BETWEEN = -0.2
"""The same for a sentence between paragraphs, where a subhead cannot be meant."""
TERSE = 1.0
"""The same where most paragraphs are one short sentence."""
SURE = 1.5
"""The same for the first line of the story, where it would cost more to be wrong."""
ABOVE_LEAD = -0.8
"""The same for one between a dek and a paragraph that opens with a day: on assembled pages eight of nine such captions
score more, and no paragraph."""
LAST = 0.8
"""The same for its last line."""
HEADLINE = 2.4
"""Lines without an end that stand together are headlines of other stories below this score."""
IN_GALLERY = 2.4
"""The least score of a line in a run of captions: more than headlines have."""
OWN = 0.18
"""A line without an end that shares this part of its word pairs with the page is none of another story: of 3,400
headlines of other stories on assembled pages 2 in 100 do, of 950 captions 7 in 10."""
NO_CAPTION = -9.0
"""The score of a line that cannot be a caption."""
TOLD_AGAIN = 2.0
"""Added where one paragraph nearby says nearly the same, in nearly the same words."""
SUBHEAD = -3.0
"""Added to a line without an end that the paragraph below speaks of."""
MOST_TOLD = 5.5
"""What other lines can add at most."""
UNENDED = 1.4
"""The score of a long line without an end between paragraphs that have one."""

# Log-odds that a short line standing alone is a caption and not a paragraph of one sentence. From a logistic
# regression on 81,445 lines (21,660 captions) of the VietNews corpus, rounded; of the lines kept for the test it finds
# 63 in 100 captions that end as sentences do, with 6 wrong in 100. What that corpus cannot show (brackets, pipes,
# repetition, missing ends) is set by hand.
_BASE = -1.6
_LENGTHS = ((5, -0.2), (8, 0.0), (20, 0.25), (28, 0.0), (36, -0.45))
_LONGER = -0.9
_NO_END, _SHORT_NO_END = 1.6, 0.8
_OTHERS_CREDITED, _OTHERS_CREDITED_NO_END = -1.0, -2.2
"""Beside photos with credits a line that has neither credit nor end is a subhead or a link, as whole pages show."""
_COMMAS = (0.3, -0.3, -0.5, -1.0)
_REPORTING = (0.15, -0.3, -0.5, -0.8)
_OPENING, _SUBJECT, _PERSON_FIRST, _NAME_FIRST = 1.6, 0.7, 0.6, 0.45
_VERB, _AT_OCCASION = 0.5, 0.4
_OPENS_PARAGRAPH, _OPENS_DATED = -0.85, -0.8
_PORTRAIT, _OFFICE_AND_NAME, _MOSTLY_NAMES = 2.8, 1.8, 0.6
_QUOTE, _TWO_PARTS = -1.9, -0.5
_SAID_OF_PICTURE = 2.0
_WHERE_IN_PICTURE, _IN_PIPES, _REPEATED, _REPEATED_LONG = 3.0, 4.0, 5.0, 2.0
_BELOW_PICTURE, _BELOW_PICTURE_ENDED = 2.5, 1.5
_TOLD, _TOLD_SHORT = 3.5, 1.5
"""Times the share of its word pairs that other lines have too: stories tell again what their photos show, but also
what a subhead says, which is short and has no end."""


def looks_like(row: Row, *, credited: bool) -> float:
    """How much a line without a credit reads like a caption, by itself; from `THRESHOLD` on it is one.

    What other lines tell of it comes on top, see `told` and `again`. `credited`: photos of the page have their
    credits, so that this one would have one, too.
    """
    text = row.text
    if row.words > LONGEST_BARE or row.opens_lower or text[-1] in ":?;," or _LIST_ITEM.match(text):
        return NO_CAPTION
    tokens = row.tokens
    score = _BASE + next((weight for longest, weight in _LENGTHS if row.words <= longest), _LONGER)
    opening = 0.0
    if phrases("caption_openings").open(tokens):
        opening = _OPENING
    elif phrases("caption_subjects").open(tokens):
        opening = _SUBJECT
    elif phrases("caption_persons").open(tokens) and not _PRONOUN.match(text):
        opening = _PERSON_FIRST
    elif _two_capitals(text):
        opening = _NAME_FIRST
    score += opening
    if row.words <= 6 and _name_alone(text):
        score += _PORTRAIT
    elif opening == _PERSON_FIRST and row.words <= 10 and _office_and_name(text):
        score += _OFFICE_AND_NAME
    elif row.words <= 14 and sum(word[0].isupper() for word in text.split()) * 2 > row.words:
        score += _MOSTLY_NAMES
    score += _VERB * min(2, phrases("caption_verbs").count(tokens))
    score += _AT_OCCASION * (not _OCCASIONS.isdisjoint(tokens) and _OCCASION.search(text) is not None)
    score += _WHERE_IN_PICTURE * bool(_PLACES_IN_PICTURE.search(text))
    of_picture = not _PICTURED.isdisjoint(tokens) and _OF_PICTURE.search(text) is not None
    score += _SAID_OF_PICTURE * of_picture
    score += _IN_PIPES * row.piped
    score += 0.0 if row.ends else _NO_END if row.words > SHORT else _SHORT_NO_END
    if credited and opening < _OPENING:
        score += _OTHERS_CREDITED if row.ends else _OTHERS_CREDITED_NO_END
    score += _COMMAS[min(3, text.count(","))]
    score += _REPORTING[min(3, phrases("reporting_words").count(tokens))]
    weights = _weights()
    score += fsum(weights[token] for token in weights.keys() & tokens)
    if phrases("paragraph_openings").open(tokens):
        score += _OPENS_PARAGRAPH
    if DATED.match(text):
        score += _OPENS_DATED
    if opening < _OPENING and not of_picture and (";" in text or ": " in text or BROKEN.search(text)):
        score += _TWO_PARTS
    if text[0] in "“\"'‘":
        score += _QUOTE
    return score


def again(row: Row) -> float:
    """What it adds to `looks_like` that the page has the line twice, as those do that keep alternative texts."""
    if row.ends and DATED.match(row.text):
        return 0.0  # A lead may be printed twice, too.
    return _REPEATED if row.words <= 30 else _REPEATED_LONG


def below_picture(row: Row) -> float:
    """What it adds to `looks_like` that a picture stood right above; a paragraph may stand there, too."""
    return _BELOW_PICTURE if not row.ends else _BELOW_PICTURE_ENDED if row.words <= 30 else 0.0


def told(row: Row, share: float) -> float:
    """What it adds to `looks_like` that other lines of the page have this share of the line's word pairs too."""
    return (_TOLD if row.ends or row.words > SHORT else _TOLD_SHORT) * share


@kept
def _weights() -> dict[str, float]:
    """What each word says for (above nought) or against a caption."""
    entries = (entry.rsplit(" ", 1) for entry in everything("caption_words"))
    return {word: float(weight) for word, weight in entries}


def _name_alone(text: str) -> bool:
    """`Ông Lò Văn Én.`: a name and nothing else, under a portrait."""
    if not _NAME_ALONE.fullmatch(text) or text.isupper():
        return False
    words = text.rstrip(".").split()
    return all(word[0].isupper() for word in words) and name_key(text) not in keys("places")


def _office_and_name(text: str) -> bool:
    """`Tổng thống Mỹ Tạ Văn Kha.`: an office of few words, then a name, and nothing said of it."""
    words = text.rstrip(".").split()
    small = sum(not word[0].isupper() for word in words)
    return small <= 3 and all(word[0].isupper() for word in words[-2:]) and len(words) > small + 1


def _two_capitals(text: str) -> bool:
    words = text.split(" ", 2)
    if len(words) < 3 or not (words[0][0].isupper() and words[1][0].isupper()) or words[1].isupper():
        return False
    return name_key(f"{words[0]} {words[1]}") not in keys("places")


def in_picture(text: str) -> bool:
    """It says where somebody stands: `Bà Hà Thị Mơ (bên trái)`."""
    return _PLACES_IN_PICTURE.search(text) is not None


def opens_story(row: Row) -> bool:
    """It begins with a day, or as paragraphs do that go on with a story."""
    return DATED.match(row.text) is not None or opens_paragraph(row.tokens)


def opens_paragraph(tokens: list[str]) -> bool:
    """The line begins as paragraphs of a story do."""
    return phrases("paragraph_openings").open(tokens) > 0
