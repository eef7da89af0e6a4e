"""What the words of a line show: somebody or something in a picture, or what a story tells."""

from bisect import bisect_left

from articles.text import lazy_re as re
from articles.text.fold import name_key
from articles.text.layout.lines import BROKEN, CAPITAL, Row, keys, phrases
from articles.text.layout.openings import DATED

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
# `Cùng dự có …`, `Tiễn đoàn tại cửa khẩu có …`: who else was there; 19 paragraphs of 4,200 say so, no caption.
_ATTENDED = re.compile(
    r"(?:Cùng (?:dự|đi|tham dự|tham gia|chủ trì)|(?:Tham |Tới |Đến |Về )?dự(?! (?:kiến|án|báo|thảo)\b)|"
    r"Tham gia|Chủ trì|Về phía|Có mặt|Tiếp|Đón|Tiễn)\b[^.;:]{0,80}? có\b",
    re.IGNORECASE,
)
_ATTENDS = re.compile(r"\bdự (?:buổi|lễ|hội|cuộc|chương trình|phiên|sự kiện|đại hội|họp)\b")
_PRONOUN = re.compile(rf"^(?:Anh|Chị|Em|Cô|Chú|Cụ|Bác|Bé|Ông|Bà)(?! {CAPITAL})")
_NAME_ALONE = re.compile(
    r"(?:(?:ông|bà|anh|chị|em|cô|cháu|bé|cụ)\s+)?[^\W\d_]\w*(?: [^\W\d_]\w*){1,4}[.]?", re.IGNORECASE
)
_OCCASION = re.compile(
    r"[tTbBlLcC](?i:(?<=\bt)ại "
    r"(?:buổi|lễ|hội|cuộc|chương|phiên|điểm|sự kiện|đại hội|họp|trụ sở|khu|hiện trường|triển lãm)\b"
    r"|(?:(?<=\bb)uổi|(?<=\bl)ễ|(?<=\bc)uộc)(?: [^\s,.;]+){1,7}[.]?$)"
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
    r"(?:\S+ ){1,4}(?:này|đó|ấy|còn lại|nói trên"
    r"|trên(?= (?:có|được|sẽ|bị|là|cũng|đã|đều|không|gây|khiến|cho|xảy ra)\b))(?!\w)",
    re.IGNORECASE,
)
_BACK = frozenset(("này", "đó", "ấy", "lại", "trên"))
"""The words of which one stands in every such opening."""
_SEEN_FROM = frozenset(("từ", "phía", "bên", "ở"))
"""Before a last `trên` they say where from something is seen, not that it was told above."""
# `3.000` is one figure, a date is two.
_FIGURE = re.compile(r"\d\d*(?:[.,]\d{3})*")
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
_LONGEST = (5, 8, 20, 28, 36)
_LENGTHS = ("5 words", "8 words", "20 words", "28 words", "36 words", "more words")
_COMMAS = ("no comma", "a comma", "two commas", "more commas")
_REPORTS = ("no report", "a report", "two reports", "more reports")


def signs_of(row: Row) -> list[str]:
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
    if (not _BACK.isdisjoint(tokens[1:6]) and _POINTS_BACK.match(text)) or (
        row.ends and tokens[-1:] == ["trên"] and _SEEN_FROM.isdisjoint(tokens[-2:])
    ):
        signs.append("points back")
    return signs


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
    return not _SHOWN.isdisjoint(signs_of(row))


def names_somebody(row: Row) -> bool:
    """A name, or an office and a name, and nothing said of it."""
    return not {"portrait", "office"}.isdisjoint(signs_of(row))


def opens_caption(row: Row) -> bool:
    """It begins with what a picture shows."""
    return any(phrases(name).open(row.tokens) for name in ("caption_openings", "caption_subjects"))


def reports(row: Row) -> bool:
    """It tells what somebody said or what has happened, and no picture shows either."""
    return not _TELLING.isdisjoint(row.tokens) or phrases("reporting_words").count(row.tokens) > 0
