"""Photo captions: the credit at their end, and how much a line without one reads like a caption."""

import re
from dataclasses import dataclass
from math import fsum

from articles.text.fold import name_key
from articles.text.lexicon import everything, kept
from articles.text.lines import CAPITAL, Row, keys, phrases

_CREDIT_WORD = (
    r"nguồn ảnh|ảnh nguồn|ảnh trong bài|ảnh theo|ảnh từ|ảnh tư liệu|ảnh minh h[oọ][aạ]|ảnh chụp màn hình|"
    r"ảnh|nguồn|đồ họa|đồ hoạ|video|clip|"
    r"photos?|photo by|photo courtesy of|source|image|picture|tranh|minh họa|hình|ảnh do"
)
_COLON_CREDIT = re.compile(
    rf"(?<!\w)(?P<label>{_CREDIT_WORD}|(?<=[-–—(] )thực hiện|(?<=\()thực hiện)\s*[:：]\s*", re.IGNORECASE
)
# Without a colon the word must follow an end of the caption, so that `tặng Ảnh Bác Hồ` is no credit.
_BARE_CREDIT = re.compile(
    r"(?:^|[.!?…)”\"]\s*|[(\[]\s*|\s[-–—|]\s*|[-–—]\s)"
    r"(?P<label>(?:Ảnh|ẢNH|(?:[A-Z]{2,8}(?:/[A-Z]{2,8})? )?(?:Photo|PHOTO)|ảnh)(?:\s+(?:của|by|tư liệu))?)"
    rf"\s+(?={CAPITAL}|\w+\.|(?:do|cắt từ|chụp|trích từ|người|nhân vật|bạn đọc|độc giả|gia đình|công an|cơ quan) )"
)
_BARE_WORDS = ("Ảnh ", "ảnh ", "ẢNH ", "hoto ", "HOTO ")
_ILLUSTRATION_WORDS = ("minh h", "tư liệu")
_ILLUSTRATION = re.compile(
    r"[(\[]?\s*(?:ảnh|hình|tranh)\s+(?:chỉ\s+(?:có\s+tính|mang\s+tính)(?:\s+chất)?\s+)?"
    r"(?:minh\s+h[oọ][aạ]|tư\s+liệu)\s*[)\]]?[.\s]*$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^(?:ảnh|hình|photo)(?:\s+\d+)?\s*[:.]\s+", re.IGNORECASE)
# The alternative text, which is the title with a number, before the caption: `Cầu Trà thông xe ảnh 1Đại biểu dự lễ.`
_TITLE_FIRST = re.compile(rf".{{10,160}}?(?: [-–])? [Ảả]nh \d{{1,2}}\.? ?(?={CAPITAL})")
_SIGNS_STORY = re.compile(
    r"(?:tin|bài|text|words)(?:(?:\s*[-–,/&]\s*|\s+)(?:tin|bài|ảnh|clip|video|và|text|words))*[\s,–-]*",
    re.IGNORECASE,
)
_PLACES_IN_PICTURE = re.compile(
    r"\((?:(?:đứng|ngồi|ngoài|hàng|người|thứ)\b[^()]{0,40}|[^()]{0,30}\b)?"
    r"(?:trái|phải|giữa|đứng giữa|áo \w+|bìa trái|bìa phải|"
    r"hàng đầu|hàng trước|ảnh (?:nhỏ|lớn|trên|dưới)|khoanh tròn|left|right|centre|center)\b[^()]{0,30}\)",
    re.IGNORECASE,
)
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
_BROKEN = re.compile(rf"[!?….](?<!\b{CAPITAL}\.)[\"”']?\s+{CAPITAL}")

LONGEST_CREDIT = 12
LONGEST_CAPTION = 100
_CREDIT_ROOM = 140
THRESHOLD = 0.3
"""A line without a credit is a caption from this score on."""
BETWEEN = -0.2
"""The same for a sentence between paragraphs, where a subhead cannot be meant."""
TERSE = 1.0
"""The same where most paragraphs are one short sentence."""
SURE = 1.5
"""The same for the first line of the story, where it would cost more to be wrong."""
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
_OTHERS_CREDITED = -1.0
_COMMAS = (0.3, -0.3, -0.5, -1.0)
_REPORTING = (0.15, -0.3, -0.5, -0.8)
_OPENING, _SUBJECT, _PERSON_FIRST, _NAME_FIRST = 1.6, 0.7, 0.6, 0.45
_VERB, _AT_OCCASION = 0.5, 0.4
_OPENS_PARAGRAPH, _OPENS_DATED = -0.85, -0.8
_PORTRAIT, _OFFICE_AND_NAME, _MOSTLY_NAMES = 2.8, 1.8, 0.6
_QUOTE, _TWO_PARTS = -1.9, -0.5
_WHERE_IN_PICTURE, _IN_PIPES, _REPEATED, _REPEATED_LONG = 3.0, 4.0, 5.0, 2.0
_BELOW_PICTURE, _BELOW_PICTURE_ENDED = 2.5, 1.5
_TOLD, _TOLD_BARE = 3.5, 1.5
"""Times the share of its word pairs that other lines have too: stories tell again what their photos show, but also
what a subhead or a headline says, which have no end."""


@dataclass(frozen=True, slots=True)
class Photo:
    """A caption and its credit; `caption_end` is where the caption stops in the cleaned line."""

    caption: str
    credit: str
    caption_end: int
    start: int = 0


def split_credit(text: str) -> Photo | None:
    """Part a line that ends in a credit; None when it has none. The caption may be empty: a credit alone."""
    tail, last = text[-_CREDIT_ROOM:], text[-60:].lower()
    coloned = ":" in tail or "：" in tail
    bare = any(map(tail.__contains__, _BARE_WORDS))
    illustration = any(map(last.__contains__, _ILLUSTRATION_WORDS))
    if not (coloned or bare or illustration):
        return None
    offset = 0
    if match := _TITLE_FIRST.match(text):
        offset = match.end()
    elif (
        (numbered := _NUMBERED.match(text))
        and text.count(" ", numbered.end()) >= 4
        and not _names_only(text[numbered.end() :])
    ):
        offset = numbered.end()
    end = max(offset, len(text) - _CREDIT_ROOM)
    if illustration and (match := _ILLUSTRATION.search(text, max(offset, len(text) - 60))):
        caption = _trim(text[offset : match.start()])
        return Photo(caption or _trim(text[offset:]), "", match.start() if caption else len(text), offset)
    for match in _COLON_CREDIT.finditer(text, end) if coloned else ():
        if text[match.start("label")].islower() and _inside(text, match.start()):
            continue  # `Chùm ảnh: …` heads a story.
        if found := _photo(text, offset, match):
            return found
    for match in _BARE_CREDIT.finditer(text, end) if bare else ():
        credit = text[match.end() :]
        if (
            credit.count(" ") < 6
            and not re.search(r"[,;:]", credit)
            and (found := _photo(text, offset, match))
        ):
            return found
    return None


def _names_only(text: str) -> bool:
    """`TUẤN MINH - ĐÌNH HUY`: names, and no word that a caption would have."""
    return all(word[0].isupper() for word in text.split() if word[0].isalpha())


def _inside(text: str, at: int) -> bool:
    """A word stands before `at`, with no mark between that would part a credit from its caption."""
    before = text[:at].rstrip()
    return bool(before) and (before[-1].isalnum() or before[-1] == "/")


def _photo(text: str, offset: int, match: re.Match[str]) -> Photo | None:
    credit = _trim_credit(text[match.end() :])
    if not credit or credit.count(" ") >= LONGEST_CREDIT or _BROKEN.search(credit) or credit.isdigit():
        return None
    caption = _trim(text[offset : match.start("label")])
    if _SIGNS_STORY.fullmatch(caption):
        return None  # `Bài, ảnh: X` signs the story.
    words = caption.count(" ")
    label = match["label"].lower()
    if label in ("video", "clip") and not caption and not _names_only(credit):
        return None  # `Video: Lễ khai mạc` heads a video that the text does not have.
    if words >= LONGEST_CAPTION or (
        label.startswith(("nguồn", "source", "video", "clip", "hình", "tranh")) and words >= 45
    ):
        return None
    if label in ("nguồn", "source", "video", "clip", "hình", "tranh") and caption and caption[-1] in ",:":
        return None
    return Photo(caption, credit, len(caption) + offset, offset)


def _trim(caption: str) -> str:
    caption = caption.strip(" |•●▪▲►")
    caption = re.sub(r"\s*[(\[]\s*$", "", caption)
    return re.sub(r"(?<=[\w.”\"')])\s*[-–—/|,;]+\s*$", "", caption).strip()


def _trim_credit(credit: str) -> str:
    credit = credit.strip(" |")
    while credit and credit[-1] in ".;,| )]":
        if credit[-1] == ")" and credit.count("(") >= credit.count(")"):
            break
        if credit[-1] == "." and re.search(r"\b[^\W\d_](?:\.[^\W\d_])+\.$", credit):
            break
        credit = credit[:-1]
    return credit.lstrip(" :-–").strip()


def looks_like(row: Row, *, credited: bool) -> float:
    """How much a line without a credit reads like a caption, by itself; from `THRESHOLD` on it is one.

    What other lines tell of it comes on top, see `told` and `again`. `credited`: photos of the page have their
    credits, so that this one would have one, too.
    """
    text = row.text
    if row.words > 45 or row.opens_lower or text[-1] in ":?;," or _LIST_ITEM.match(text):
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
    score += _IN_PIPES * row.piped
    score += 0.0 if row.ends else _NO_END if row.words > 8 else _SHORT_NO_END
    score += _OTHERS_CREDITED * (credited and opening < _OPENING)
    score += _COMMAS[min(3, text.count(","))]
    score += _REPORTING[min(3, phrases("reporting_words").count(tokens))]
    weights = _weights()
    score += fsum(weights[token] for token in weights.keys() & tokens)
    if phrases("paragraph_openings").open(tokens):
        score += _OPENS_PARAGRAPH
    if DATED.match(text):
        score += _OPENS_DATED
    if opening < _OPENING and (";" in text or ": " in text or _BROKEN.search(text)):
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
    return (_TOLD if row.ends else _TOLD_BARE) * share


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


def names_source(text: str) -> bool:
    """`Nguồn: X`, which stands below photos and below stories."""
    return text[:6].lower() in ("nguồn:", "nguồn ", "source")


def in_picture(text: str) -> bool:
    """It says where somebody stands: `Bà Hà Thị Mơ (bên trái)`."""
    return _PLACES_IN_PICTURE.search(text) is not None


def opens_story(row: Row) -> bool:
    """It begins with a day, or as paragraphs do that go on with a story."""
    return DATED.match(row.text) is not None or opens_paragraph(row.tokens)


def opens_paragraph(tokens: list[str]) -> bool:
    """The line begins as paragraphs of a story do."""
    return phrases("paragraph_openings").open(tokens) > 0
