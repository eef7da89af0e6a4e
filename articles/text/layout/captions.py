"""Photo captions: how much a line without a credit reads like one."""

from bisect import bisect_left
from math import fsum

from articles.text import lazy_re as re
from articles.text.fold import name_key
from articles.text.layout.caption_weights import BARE, SENTENCE, Weights
from articles.text.layout.lines import BROKEN, CAPITAL, LIST_ITEM, Row, keys, phrases, weights
from articles.text.layout.photo_credits import split_capitals

_PLACES_IN_PICTURE = re.compile(
    r"\((?:(?:đứng|ngồi|ngoài|hàng|người|thứ)\b[^()]{0,40}|[^()]{0,30}\b)?"
    r"(?:trái|phải|giữa|đứng giữa|áo \w+|bìa trái|bìa phải|"
    r"hàng đầu|hàng trước|ảnh (?:nhỏ|lớn|trên|dưới)|khoanh tròn|left|right|centre|center)\b[^()]{0,30}\)"
    r"|\((?:[^()]{1,20}, )?[LR]\)",
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
# What announces photos is none of their captions.
_ANNOUNCES = re.compile(r"(?:Dưới|Sau) đây\b|Xin (?:trân trọng )?giới thiệu\b")
# `Cùng dự có …`, `Tiễn đoàn tại cửa khẩu có …`: who else was there; 19 paragraphs of 4,200 say so, no caption.
_ATTENDED = re.compile(
    r"(?:Cùng (?:dự|đi|tham dự|tham gia|chủ trì)|(?:Tham |Tới |Đến |Về )?dự(?! (?:kiến|án|báo|thảo)\b)|"
    r"Tham gia|Chủ trì|Về phía|Có mặt|Tiếp|Đón|Tiễn)\b[^.;:]{0,80}? có\b",
    re.IGNORECASE,
)
_ATTENDS = re.compile(r"\bdự (?:buổi|lễ|hội|cuộc|chương trình|phiên|sự kiện|đại hội|họp)\b")
_PRONOUN = re.compile(rf"^(?:Anh|Chị|Em|Cô|Chú|Cụ|Bác|Bé|Ông|Bà)(?! {CAPITAL})")
DATED = re.compile(
    r"^[(\"“]?(?:(?:từ|trong|vào|vào lúc|khoảng)\s+)?(?:(?:\d+|hai|ba)\s+)?"
    r"(?:\d{1,2}\s?(?:h|g|giờ)\s?\d{0,2}\s+)?(?:ngày|rạng sáng|sáng|trưa|chiều|tối|đêm|hôm)"
    r"(?:\s+(?:nay|qua|mai|tối|ngày|sớm|muộn|cùng ngày|mùng|hôm))*,?\s*\(?\d",
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
# `X trong buổi họp báo`: where no word of a predicate stands beside it, 241 captions and 36 paragraphs of 28,187 lines.
_SCENE = re.compile(
    r"\btrong (?:một |những |các )?"
    r"(?:buổi|cuộc|chuyến|phiên|lễ|đợt|bộ phim|phim|mv|bộ ảnh|trận|lần|dịp|hậu trường)\b",
    re.IGNORECASE,
)
# `“Hiệp sĩ” Hải khống chế …`: a nickname, no speech.
_NICKNAME = re.compile(r"[“\"'‘][^“”\"'‘’]{1,20}[”\"'’] \w")
# `Tám người còn lại …`, `Quyết định trên có …`: what the paragraph above tells of opens one in nine, and no caption.
_POINTS_BACK = re.compile(
    r"(?:\S+ ){1,4}(?:này|đó|ấy|còn lại|nói trên|trên(?= (?:có|được|sẽ|bị|là|cũng|đã|đều|không)\b))(?!\w)",
    re.IGNORECASE,
)
_BACK = frozenset(("này", "đó", "ấy", "lại", "trên"))
"""The words of which one stands in every such opening."""
# `3.000` is one figure, a date is two.
_FIGURE = re.compile(r"\d+(?:[.,]\d{3})*")
_PREDICATES = frozenset(
    ("đã", "sẽ", "là", "có", "cho", "nói", "biết", "bị", "được", "khiến", "phải", "không")
)
_TELLING = frozenset(("đã", "cũng"))
_PRESENT = frozenset(("is", "are", "being"))
"""Beside one of them a participle tells what the picture shows: `Guests are welcomed at the gate.`"""
_OCCASIONS = frozenset(("tại", "buổi", "lễ", "cuộc"))
"""The words that open an occasion."""

_SHOWN = frozenset(("opening", "name", "names", "office", "scene", "where", "of picture", "past"))
"""The signs of which one caption in two has one above a paragraph, and one subhead in eight."""

_CELLS = " | "
"""Between the cells of a table."""
_EQUALS = " = "
"""In a formula."""

LONGEST_BARE = 45
"""Words of a line that may be a caption without a credit."""
LONGEST_PLACED = 70
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
BELOW_CAPTION = 1.0
"""The same for one right below a caption and right above a paragraph, most often a subhead."""
BETWEEN = 0.0
"""The same for a sentence between paragraphs, where a subhead cannot be meant."""
PICTURED = -2.5
"""The same for one above a credit that stands alone: the picture may be another one, without a caption."""
TERSE = 0.3
"""The same where most paragraphs are one short sentence."""
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
BELOW_DEK = 0.5
"""The same for any other first line below a dek: of 3,000 stories one in four has a caption there."""
LAST = 0.8
"""The same for its last line."""
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
TOLD_BESIDE, _BESIDE = 2.0, 0.3
"""Added to a sentence for each of its words that the paragraphs beside it have: times the share above `_BESIDE`."""
TOLD_AGAIN = 3.0
"""Added where one paragraph nearby says nearly the same, in nearly the same words."""
TRAILING = 5.0
"""Added to two lines of which one trails off in dots and the other takes them up, as captions side by side do."""
MOST_TOLD = 7.1
"""What other lines can add at most."""

_LONGEST = (5, 8, 20, 28, 36)
_LENGTHS = ("5 words", "8 words", "20 words", "28 words", "36 words", "more words")
_COMMAS = ("no comma", "a comma", "two commas", "more commas")
_REPORTS = ("no report", "a report", "two reports", "more reports")
_CUT_PARAGRAPH = 4.8
"""How much less likely a line without an end is a paragraph than one with an end."""
_TOLD_SHORT = 1.5
"""`Weights.told` of a short line without an end: stories tell again what their subheads say."""
_SIGNED = 5.0
"""A photographer in capitals stands behind the line."""
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
    signs = _signs(row)
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
    return row.words > LONGEST_PLACED or not in_picture(row.text) or BROKEN.search(row.text) is not None


def like_sentence(row: Row) -> float:
    """The same for a line without an end of which only a caption or a sentence can be meant, and no headline."""
    return _odds(SENTENCE, row, _signs(row))


def _odds(of: Weights, row: Row, signs: list[str]) -> float:
    words = weights(of.words)
    said = fsum(words[token] for token in words.keys() & row.tokens)
    return sum(map(of.signs.__getitem__, signs)) + max(-of.most_words, min(of.most_words, said))


def _signs(row: Row) -> list[str]:
    """What the line shows, by the names of `Weights.signs`; looked for once."""
    if row.signs is None:
        row.signs = _look_for_signs(row)
    return row.signs


def _look_for_signs(row: Row) -> list[str]:
    text, tokens = row.text, row.tokens
    signs = [
        "any line",
        _LENGTHS[bisect_left(_LONGEST, row.words)],
        _COMMAS[min(3, text.count(","))],
        _REPORTS[min(3, phrases("reporting_words").count(tokens))],
    ]
    if _PRESENT.isdisjoint(tokens) and phrases("narrating_verbs").count(tokens):
        signs.append("narrates")
    signs += ["verb"] * min(2, phrases("caption_verbs").count(tokens))
    opening, subject = "", phrases("caption_subjects").open(tokens)
    if phrases("caption_openings").open(tokens):
        opening = "opening"
    elif subject:
        opening = "subject"
    elif phrases("caption_persons").open(tokens) and not _PRONOUN.match(text):
        opening = "person"
    elif _two_capitals(text):
        opening = "name"
    if opening:
        signs.append(opening)
    if row.words <= 6 and _name_alone(text):
        signs.append("portrait")
    elif opening == "person" and row.words <= 10 and _office_and_name(text):
        signs.append("office")
    elif row.words <= 14 and sum(word[0].isupper() for word in text.split()) * 2 > row.words:
        signs.append("names")
    if not _OCCASIONS.isdisjoint(tokens) and _OCCASION.search(text):
        signs.append("occasion")
    if "trong" in tokens and _PREDICATES.isdisjoint(tokens) and _SCENE.search(text):
        signs.append("scene")
    if "(" in text and _PLACES_IN_PICTURE.search(text):
        signs.append("where")
    of_picture = not _PICTURED.isdisjoint(tokens) and _OF_PICTURE.search(text) is not None
    if of_picture:
        signs.append("of picture")
    # `Không gian quán phở …` is no sentence that begins with `Không`.
    if opening != "opening" and phrases("paragraph_openings").open(tokens) > subject:
        signs.append("opens paragraph")
    if DATED.match(text):
        signs.append("dated")
    if opening != "opening" and not of_picture and (";" in text or ": " in text or BROKEN.search(text)):
        signs.append("two parts")
    if text[0] in "“\"'‘" and not _NICKNAME.match(text):
        signs.append("quote")
    if sum(map(str.isdecimal, tokens)) >= 2 and len(_FIGURE.findall(text)) >= 2:
        signs.append("figures")
    if "đã" in tokens:
        signs.append("past")
    if not _BACK.isdisjoint(tokens[1:6]) and _POINTS_BACK.match(text):
        signs.append("points back")
    return signs


def again(row: Row) -> float:
    """What it adds to `looks_like` that the page has the line twice, as those do that keep alternative texts."""
    if row.ends and DATED.match(row.text):
        return 0.0  # A lead may be printed twice, too.
    return _REPEATED if row.words <= 30 else _REPEATED_LONG


def below_picture(row: Row) -> float:
    """What it adds to `looks_like` that a picture stood right above; a paragraph may stand there, too."""
    return _BELOW_PICTURE if not row.ends else _BELOW_PICTURE_ENDED if row.words <= 30 else 0.0


def reports(row: Row) -> bool:
    """It tells what somebody said or what has happened, and no picture shows either."""
    return not _TELLING.isdisjoint(row.tokens) or phrases("reporting_words").count(row.tokens) > 0


def told_beside(share: float) -> float:
    """What it adds that the paragraphs beside the line have this share of its words."""
    return TOLD_BESIDE * max(0.0, share - _BESIDE)


def told(row: Row, share: float) -> float:
    """What it adds to `looks_like` that other lines of the page have this share of the line's word pairs too."""
    return (SENTENCE.told if row.ends else BARE.told if row.words > SHORT else _TOLD_SHORT) * share


def _name_alone(text: str) -> bool:
    """`Ông Lò Văn Én.`: a name and nothing else, under a portrait."""
    if not _NAME_ALONE.fullmatch(text) or text.isupper():
        return False
    words = text.rstrip(".").split()
    key = name_key(text)
    return (
        all(word[0].isupper() for word in words)
        and key not in keys("places")
        and key not in keys("not_names")
    )


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


def attended(row: Row) -> bool:
    """It says who else was there, as stories do and no picture can."""
    return "có" in row.tokens and _ATTENDED.match(row.text) is not None


def attends(row: Row) -> bool:
    """It says that somebody is there, which what says who else is goes on from."""
    return row.ends and "dự" in row.tokens and _ATTENDS.search(row.text) is not None


def in_picture(text: str) -> bool:
    """It says where somebody stands: `Bà Hà Thị Mơ (bên trái)`."""
    return _PLACES_IN_PICTURE.search(text) is not None


def shows(row: Row) -> bool:
    """It says whom or what a picture shows, or what has happened there."""
    return not _SHOWN.isdisjoint(_signs(row))


def names_somebody(row: Row) -> bool:
    """A name, or an office and a name, and nothing said of it."""
    return not {"portrait", "office"}.isdisjoint(_signs(row))


def opens_caption(row: Row) -> bool:
    """It begins with what a picture shows."""
    return any(phrases(name).open(row.tokens) for name in ("caption_openings", "caption_subjects"))


def opens_story(row: Row) -> bool:
    """It begins with a day, or as paragraphs do that go on with a story."""
    return DATED.match(row.text) is not None or opens_paragraph(row.tokens)


def opens_paragraph(tokens: list[str]) -> bool:
    """The line begins as paragraphs of a story do; `Vì sao` and `Tại sao` open headlines as well."""
    return tokens[1:2] != ["sao"] and phrases("paragraph_openings").open(tokens) > 0
