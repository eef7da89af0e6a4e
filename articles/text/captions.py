"""Photo captions: the credit at their end, and how much a line without one reads like a caption."""

import re
from dataclasses import dataclass

from articles.text.fold import name_key
from articles.text.lines import Row, keys, phrases

_CREDIT_WORD = (
    r"nguồn ảnh|ảnh nguồn|ảnh tư liệu|ảnh minh h[oọ][aạ]|ảnh chụp màn hình|"
    r"ảnh|nguồn|đồ họa|đồ hoạ|video|clip|"
    r"photos?|photo by|photo courtesy of|source|image|picture|tranh|minh họa|hình|ảnh do"
)
_COLON_CREDIT = re.compile(rf"(?<!\w)(?P<label>{_CREDIT_WORD})\s*[:：]\s*", re.IGNORECASE)
# Without a colon the word must follow an end of the caption, so that `tặng Ảnh Bác Hồ` is no credit.
_BARE_CREDIT = re.compile(
    r"(?:^|[.!?…)”\"]\s*|[(\[]\s*|\s[-–—|]\s*|[-–—]\s)"
    r"(?P<label>(?:Ảnh|ẢNH|(?:[A-Z]{2,8}(?:/[A-Z]{2,8})? )?(?:Photo|PHOTO)|ảnh)(?:\s+(?:của|by|tư liệu))?)"
    r"\s+(?=[^\W\d_a-zà-ỹ]|\w+\.|do |cắt từ |chụp |trích từ )"
)
_BARE_WORDS = ("Ảnh ", "ảnh ", "ẢNH ", "hoto ", "HOTO ")
_ILLUSTRATION_WORDS = ("minh h", "tư liệu")
_ILLUSTRATION = re.compile(
    r"[(\[]?\s*(?:ảnh|hình|tranh)\s+(?:chỉ\s+(?:có\s+tính|mang\s+tính)(?:\s+chất)?\s+)?"
    r"(?:minh\s+h[oọ][aạ]|tư\s+liệu)\s*[)\]]?[.\s]*$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^(?:ảnh|hình|photo)(?:\s+\d+)?\s*[:.]\s+", re.IGNORECASE)
_PLACES_IN_PICTURE = re.compile(
    r"\((?:(?:đứng|ngồi|ngoài|hàng|người|thứ)\b[^()]{0,40}|[^()]{0,30}\b)?"
    r"(?:trái|phải|giữa|đứng giữa|áo \w+|bìa trái|bìa phải|"
    r"hàng đầu|hàng trước|left|right|centre|center)\b[^()]{0,30}\)",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"^(?:anh|chị|em|cô|chú|cụ|bác|bé|ông|bà)(?! [^\W\d_a-zà-ỹđ])", re.IGNORECASE)
DATED = re.compile(
    r"^[(\"“]?(?:(?:từ|trong|vào|vào lúc|khoảng)\s+)?(?:(?:\d+|hai|ba)\s+)?"
    r"(?:\d{1,2}\s?(?:h|giờ)\s?\d{0,2}\s+)?(?:ngày|rạng sáng|sáng|trưa|chiều|tối|đêm|hôm)"
    r"(?:\s+(?:nay|qua|mai|ngày|sớm|muộn|cùng ngày|mùng|hôm))*,?\s*\(?\d",
    re.IGNORECASE,
)
_DATED = re.compile(r"^(?:ngày|sáng|chiều|tối|trưa|đêm|rạng sáng|mới đây|vừa qua|hôm)\b", re.IGNORECASE)
_NAME_ALONE = re.compile(
    r"(?:(?:ông|bà|anh|chị|em|cô|cháu|bé|cụ)\s+)?[^\W\d_]\w*(?: [^\W\d_]\w*){1,4}[.]?", re.IGNORECASE
)
_OCCASION = re.compile(
    r"\btại (?:buổi|lễ|hội|cuộc|chương|phiên|điểm|sự kiện|đại hội|họp|trụ sở|khu|hiện trường|triển lãm)\b"
    r"|\b(?:buổi|lễ|cuộc)(?: [^\s,.;]+){1,7}[.]?$",
    re.IGNORECASE,
)
_LIST_ITEM = re.compile(r"^(?:[-–—*•+●▪]|\d{1,2}[.)/]|[a-zđ][.)])\s*\S")
_BROKEN = re.compile(r"[.!?…][\"”']?\s+[^\W\d_a-zà-ỹ]")

LONGEST_CREDIT = 12
LONGEST_CAPTION = 100
_CREDIT_ROOM = 140
THRESHOLD = 0.0
"""A line without a credit is a caption from this score on."""
SURE = 1.0
"""The same for the first line of the story, where it would cost more to be wrong."""
LAST = 0.5
"""The same for its last line."""
NO_CUE = -9.0
"""The score of a line in which nothing speaks for a caption."""
TOLD_AGAIN = 3.0
"""Added where a paragraph nearby says the same in nearly the same words."""
UNENDED = 0.6
"""The score of a long line without an end between paragraphs that have one."""

# Log-odds that a short line standing alone is a caption and not a paragraph of one sentence. From a logistic
# regression on 15,846 lines (3,754 captions) of the VietNews corpus, rounded; what that corpus cannot show
# (brackets, pipes, repetition) is set by hand.
_BASE = 0.2
_LENGTHS = ((8, -0.8), (14, 0.2), (20, 0.0), (28, -0.4))
_LONGER = -1.2
_NO_END = 1.2
_COMMAS = (0.0, -0.9, -1.2)
_REPORTING = (0.0, -0.5, -0.9, -1.6)
_OPENING, _SUBJECT, _PERSON_FIRST, _NAME_FIRST = 2.5, 1.2, 0.6, 0.3
_VERB, _AT_OCCASION = 0.5, 0.6
_OPENS_PARAGRAPH = -1.8
_PORTRAIT, _MOSTLY_NAMES = 1.5, 1.0
_WHERE_IN_PICTURE, _IN_PIPES, _REPEATED = 3.0, 3.0, 4.0


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
    if (numbered := _NUMBERED.match(text)) and text.count(" ", numbered.end()) >= 4:
        offset = numbered.end()
    end = max(offset, len(text) - _CREDIT_ROOM)
    if illustration and (match := _ILLUSTRATION.search(text, max(offset, len(text) - 60))):
        caption = _trim(text[offset : match.start()])
        return Photo(caption or _trim(text[offset:]), "", match.start() if caption else len(text), offset)
    for match in _COLON_CREDIT.finditer(text, end) if coloned else ():
        if (
            match.start()
            and text[match.start("label")].islower()
            and text[match.start() - 1] not in "(.[-–— "
        ):
            continue
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


def _photo(text: str, offset: int, match: re.Match[str]) -> Photo | None:
    credit = _trim_credit(text[match.end() :])
    if not credit or credit.count(" ") >= LONGEST_CREDIT or _BROKEN.search(credit):
        return None
    caption = _trim(text[offset : match.start("label")])
    if caption.lower().strip(" ,-–") in (
        "bài",
        "tin",
        "tin, bài",
        "tin bài",
        "bài và",
        "tin và",
        "text",
        "words",
    ):
        return None  # `Bài, ảnh: X` signs the story.
    words = caption.count(" ")
    label = match["label"].lower()
    if words >= LONGEST_CAPTION or (
        label.startswith(("nguồn", "source", "video", "clip", "hình", "tranh")) and words >= 45
    ):
        return None
    if label in ("nguồn", "source", "video", "clip", "hình", "tranh") and caption and caption[-1] in ",:":
        return None
    return Photo(caption, credit, len(caption) + offset, offset)


def _trim(caption: str) -> str:
    caption = caption.strip(" |")
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


def looks_like(row: Row, *, repeated: bool) -> float:
    """How much a line without a credit reads like a caption; from `THRESHOLD` on it is one.

    `repeated`: the page has the same line twice, as pages do that keep a photo's alternative text as
    well. A line in which nothing speaks for a caption is none, however short.
    """
    text = row.text
    if row.words > 45 or row.opens_lower or text[-1] in ":?;," or _LIST_ITEM.match(text):
        return NO_CUE
    tokens = row.tokens
    cue = 0.0
    if phrases("caption_openings").open(tokens):
        cue += _OPENING
    elif phrases("caption_subjects").open(tokens):
        cue += _SUBJECT
    elif phrases("caption_persons").open(tokens) and not _PRONOUN.match(text):
        cue += _PERSON_FIRST
    elif _two_capitals(text):
        cue += _NAME_FIRST
    if row.words <= 6 and _name_alone(text):
        cue += _PORTRAIT
    elif row.words <= 14 and sum(word[0].isupper() for word in text.split()) * 2 > row.words:
        cue += _MOSTLY_NAMES
    cue += _VERB * bool(phrases("caption_verbs").count(tokens))
    cue += _AT_OCCASION * bool(_OCCASION.search(text))
    cue += _WHERE_IN_PICTURE * bool(_PLACES_IN_PICTURE.search(text))
    cue += _IN_PIPES * row.piped + _REPEATED * repeated
    if not cue:
        return NO_CUE
    score = _BASE + cue + next((weight for longest, weight in _LENGTHS if row.words <= longest), _LONGER)
    score += 0.0 if row.ends else _NO_END
    score += _COMMAS[min(2, text.count(","))]
    score += _REPORTING[min(3, phrases("reporting_words").count(tokens))]
    if phrases("paragraph_openings").open(tokens) or _DATED.match(text):
        score += _OPENS_PARAGRAPH
    if _BROKEN.search(text) or ";" in text or ": " in text:
        score -= 1
    if text[0] in "“\"'‘":
        score -= 2
    return score


def _name_alone(text: str) -> bool:
    """`Ông Lò Văn Én.`: a name and nothing else, under a portrait."""
    if not _NAME_ALONE.fullmatch(text) or text.isupper():
        return False
    words = text.rstrip(".").split()
    return all(word[0].isupper() for word in words) and name_key(text) not in keys("places")


def _two_capitals(text: str) -> bool:
    words = text.split(" ", 2)
    if len(words) < 3 or not (words[0][0].isupper() and words[1][0].isupper()) or words[1].isupper():
        return False
    return name_key(f"{words[0]} {words[1]}") not in keys("places")


def opens_paragraph(tokens: list[str]) -> bool:
    """The line begins as paragraphs of a story do."""
    return phrases("paragraph_openings").open(tokens) > 0
