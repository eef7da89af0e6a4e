"""What is no news: share bars, related stories, tags, comments, imprints.

Markers count only as whole lines, or as the opening of a line that is clearly a label: `Chia sẻ`
and `Bình luận` also begin ordinary sentences.
"""

from typing import Literal

from articles.text import lazy_re as re
from articles.text.layout.calls import CONTACT, is_call
from articles.text.layout.lines import BROKEN, CAPITAL, Row, keys, phrases
from articles.text.lexicon import kept

Marker = Literal["widget", "related", "footer", "pointer"]

_LISTS: tuple[tuple[Marker, str], ...] = (
    ("footer", "footers"),
    ("related", "related"),
    ("widget", "widgets"),
    ("widget", "form_labels"),
    ("pointer", "pointers"),
)
_FIRST_WORDS = (re.compile(r"\W*\w+"), re.compile(r"\W*\w+\W+\w+"))
_COUNT = re.compile(r"(?:^|\s)\d+(?=\s|$)")
_LABEL_END = re.compile(r"\s*(?:[:：>»|]|\([\d.]*\)\s*$)")
# Bars part the few steps of a way, or the many of a menu.
_HOME_WAY = re.compile(r"(?:trang (?:chủ|nhất)|home)(?: \| [^|]+){1,2}", re.IGNORECASE)
# `Bạn đang ở: Trang chủ Thời sự`: what a way may be called.
_YOU_ARE = re.compile(r"(?:bạn đang (?:ở|đứng ở)(?: đây)?|you are here|vị trí hiện tại) ?:", re.IGNORECASE)
# `Hà Mơ ▶ Hội yêu bản Mây` is the way to what somebody posted.
_CRUMBS = re.compile(r"(?<=[^\s>])\s?>\s|\s/\s|»|›|\s[▶►▸]\s")
# `PhúThư`, `XIINhiều`: where the last word of a headline is run into the first of the next.
_GLUED = re.compile(
    rf"(?<=[^\W\d_])(?<!{CAPITAL})(?={CAPITAL})|(?<=[IVX]{{2}})(?={CAPITAL}(?!{CAPITAL})[^\W\d_]{{2}})"
)
_CAPITAL_INSIDE = re.compile(rf"{CAPITAL}(?<=[^\W\d_].)")
"""A capital letter right behind another letter."""
_LONGEST_TOPIC = 14
_LONGEST_LINE, _LONGEST_NOTE = 40, 100
"""Words of a label with its line, at most, and of one that ends in where to write."""
_LONGEST_DATED = 45
"""Words of a headline with a date or behind an address."""
_SURE_LABEL = 4
"""Words with which no paragraph opens, at least."""
_SHORTEST_TWO = 10
"""Words of two headlines at least."""
_POINTER = re.compile(r"^(?:[-–—•*] ?)?(?:<?>+|»|‹|▶|►|👉|⇒|=>|→)\s*")
# `[Video] Cầu Trà thông xe`, `Chùm ảnh: Cầu Trà thông xe`, or a pictograph before it.
_MARKED_LINK = re.compile(
    r"\[(?:video|clip|ảnh|photo|infographics?|podcast|e-?magazine|megastory|longform|audio)\]"
    r"|(?:chùm ảnh|infographics?|podcast|e-?magazine|megastory|longform|trực tiếp) ?[:|] "
    r"|[\u2600-\u27bf\U0001f300-\U0001faff]\ufe0f?\s",
    re.IGNORECASE,
)
_SHORTEST_HEADLINE = 5
_HASHTAGS = re.compile(r"#\w[^#]{0,40}(?:#|$)")
# `Mở tuyến xe buýt qua cầu TràĐỌC NGAY`: another story's headline and its button.
_LINKED_BEHIND = re.compile(
    r"(?:(?<=[^\W\d_]) ?|(?<=[?!”\"’'…)\d]))(?:XEM|ĐỌC|Xem|Đọc) (?i:ngay|thêm|tiếp|chi tiết|toàn bộ)(?: bài)?$"
)
_VIDEO = re.compile(
    r"(?:video|clip|video clip|xem video|mời xem (?:video|clip)|nguồn video)\b[^:]{0,20}:"
    r"|(?:video|clip)\b[^:]{0,120}:$"
    r"|(?:mời )?(?:xem|độc giả xem|bạn đọc xem) (?:thêm )?(?:video|clip|ảnh|hình ảnh)\b.*:$"
    r"|(?:mời )?nghe\b[^,:]{0,60} (?:tại|dưới|sau) đây:?$",
    re.IGNORECASE,
)
_SEE = re.compile(r"(?:mời )?xem (?:thêm |lại )?(?:video|clip|ảnh|hình ảnh|chùm ảnh)\b", re.IGNORECASE)
_LONGEST_LINK = 14
_BUTTONS = ("widgets", "footers")
_LEAST_ENDED = {".": 4, "?": 3}
"""Words of a label that ends as sentences do, at least: `Bạn nghĩ sao?`"""
_LEAST_BUTTONS = 3
"""Buttons that make a bar of them, at least."""
# `Quảng cáo của Sông Trà Ads`: whose the advertisement is that stood here.
_ADVERTISED = re.compile(
    r"(?:quảng cáo|tài trợ|advertisement) (?:của|bởi|by) \w+(?: \w+){0,2}", re.IGNORECASE
)
# `The post Cầu Trà thông xe appeared first on Xứ Đoài.`, and how the same is said in Vietnamese: a feed's last line.
_FEED = re.compile(
    r"The post \S.{3,250} appeared first on \S.{0,60}$"
    rf"|Bài viết \S.{{3,250}} đã xuất hiện đầu tiên vào ngày {CAPITAL}[^,;]{{0,60}}$"
)
# `Đài Truyền hình Xứ Đoài. Giữ bản quyền.`
_RESERVED = re.compile(r"[.:|–-] (?:Giữ (?:toàn bộ )?bản quyền|All rights reserved)\.?$", re.IGNORECASE)
_FEED_OPENS = ("The post ", "Bài viết ")
# `Các bài viết của Xudoai chỉ có tính chất tham khảo, không thay thế việc chẩn đoán`: the notice of pages on health.
_NO_ADVICE = re.compile(
    r"(?:\W*lưu ý ?:? ?)?(?:(?:các |những )?bài viết\b|(?:nội dung|thông tin) (?:trong bài|trên (?:trang|website))\b)"
    r".{0,60}?\bchỉ (?:có|mang) tính(?: chất)? tham khảo\b.{0,30}?\bkhông (?:thể |nhằm )?thay thế",
    re.IGNORECASE,
)
_TOPIC = re.compile(
    r"(?:(?:dòng )?sự kiện|chủ đề|chuyên đề|hồ sơ|danh mục|thẻ|topics?|reactions|(?:đăng|nằm) trong(?: mục)?)"
    r" ?[:>»] ?\S",
    re.IGNORECASE,
)
# A link's address before its text: `le khai mac cau song lam Khai mạc cầu Sông Lam`.
_SLUG_FIRST = re.compile(rf"(?:[a-z0-9]+ ){{5,}}(?=[\"“'‘(\[]?{CAPITAL})")
# `Cầu Trà thông xe (12/06/2019)`: how lists of other stories write their headlines.
_DATED_LINK = re.compile(
    r"[(\[](?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|(?:\d{1,2}[/.-]\d{1,2}[^\w()\[\]]+)?\d{1,2}:\d\d)"
    r"(?:[^\w()\[\]]+\d{1,2}:\d\d(?::\d\d)?)?(?: ?[AP]M)?[)\]]$"
)
# `12-06-2019Cầu Trà thông xe`
_DATE_GLUED = re.compile(rf"\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{4}}(?={CAPITAL})")


def marker(row: Row) -> Marker | None:
    """Which kind of label the line is, if it is one."""
    if is_call(row):
        return "pointer"
    if row.text.startswith(_FEED_OPENS) and _FEED.match(row.text):
        return "footer"
    if _NO_ADVICE.match(row.text):
        return "widget"
    if row.words > _LONGEST_LINE:
        return "widget" if _tells_what_is_read(row) else None
    if _LEAST_ENDED.get(row.text[-1], 1) <= row.words <= 9 or (row.words <= 9 and row.text[-2:-1] == "."):
        key = _COUNT.sub("", row.key).strip()
        for kind, name in _LISTS:
            if key in keys(name) or row.key in keys(name):
                return kind
        if _names_others(key):
            return "related"
        if _is_button(row):
            return "widget"
    if _lists_buttons(row) or (row.words <= 6 and _ADVERTISED.fullmatch(row.text)):
        return "widget"
    tokens = row.tokens
    if tokens and tokens[0] in _first_words():
        for kind, name in _LISTS:
            length = phrases(name, starred=True).open(tokens)
            link = kind == "pointer" and row.words <= _LONGEST_LINK and not row.ends
            if length and (link or _is_label(row, length)):
                return kind
    if row.text.startswith(("©", "®", "(c) ", "(C) ")) or _RESERVED.search(row.text):
        return "footer"
    return "widget" if row.words <= _LONGEST_TOPIC and not row.ends and _TOPIC.match(row.text) else None


def _tells_what_is_read(row: Row) -> bool:
    """`Bạn đang đọc bài viết … Mọi ý kiến xin gửi về toasoan@xudoai.vn`: a label, and where to write."""
    return (
        row.words <= _LONGEST_NOTE
        and phrases("widgets", starred=True).open(row.tokens) >= _SURE_LABEL
        and CONTACT.search(row.text) is not None
    )


def _is_button(row: Row) -> bool:
    """`Lưu bài viết này`, `Gửi bài cho bạn bè`: what a button does, and nothing but parts of a page behind it."""
    tokens = row.tokens
    if row.ends or (place := phrases("buttons").open(tokens)) in (0, len(tokens)):
        return False
    while place < len(tokens) and (length := phrases("button_things").at(tokens, place)):
        place += length
    return place == len(tokens)


def _lists_buttons(row: Row) -> bool:
    """`Nghe Chia sẻ Lưu tin Bình luận Trở về`: a bar of buttons on one line."""
    if row.ends or not _LEAST_BUTTONS <= row.words <= _LONGEST_LINK:
        return False
    tokens, place, count, known = row.tokens, 0, 0, 0
    if _first_of_buttons().isdisjoint(tokens):
        return False
    while place < len(tokens):
        length = max(phrases(name).at(tokens, place) for name in _BUTTONS)
        count, known, place = count + (length > 0), known + length, place + (length or 1)
    return known * 4 >= len(tokens) * 3 and (count >= _LEAST_BUTTONS or (count > 1 and known == len(tokens)))


@kept
def _first_of_buttons() -> frozenset[str]:
    return frozenset(first for name in _BUTTONS for first in phrases(name).by_first)


def _names_others(key: str) -> bool:
    """`Các bài viết cùng chủ đề`: a word for stories, and one that says which."""
    return key.split(" ", 1)[0] in _first_of_others() and any(
        key.startswith(what) and key[len(what) :].strip() in keys("related_which")
        for what in keys("related_what")
    )


@kept
def _first_of_others() -> frozenset[str]:
    return frozenset(what.split(" ", 1)[0] for what in keys("related_what"))


@kept
def _first_words() -> frozenset[str]:
    return frozenset(first for _, name in _LISTS for first in phrases(name, starred=True).by_first)


def _is_label(row: Row, length: int) -> bool:
    """The entry of `length` words that opens the line is a label there, and no sentence's first words."""
    if length >= 3:
        return not row.ends or row.words <= 30
    if (match := _FIRST_WORDS[length - 1].match(row.text)) and _LABEL_END.match(row.text, match.end()):
        return True
    if row.text[-1] == ":" and phrases("reporting_words").count(row.tokens):
        return False  # `Chuyên trang Xứ Đoài cho rằng:`
    return (row.words <= 8 and not row.ends and "," not in row.text) or CONTACT.search(row.text) is not None


def is_contact(row: Row) -> bool:
    """An address line: telephone, mail, licence number, copyright sign."""
    return row.words <= 40 and CONTACT.search(row.text) is not None and not row.text.startswith("![")


def is_pointer(row: Row) -> bool:
    """`>> another story`, `[Another story]`, `#tags #of #this`."""
    if row.text[0] == "#" and _HASHTAGS.match(row.text):
        return True
    if is_marked(row):
        return True
    if row.text[0] == "[" and row.text[-1] == "]" and row.words >= 5:
        return True
    if row.words > _SHORTEST_HEADLINE and _LINKED_BEHIND.search(row.text, max(0, len(row.text) - 16)):
        return True
    return _POINTER.match(row.text) is not None


def is_marked(row: Row) -> bool:
    """`[Video] Another story`, `Podcast: Another story`: a headline that says of what kind it is."""
    return not row.ends and row.words >= _SHORTEST_HEADLINE and _MARKED_LINK.match(row.text) is not None


def is_categories(row: Row) -> bool:
    """`Âu Châu, Hoa Kỳ, Thời sự`: all the sections that a story is in."""
    names = row.text.split(", ")
    return len(names) > 2 and all(name[:1].isupper() and name.count(" ") < 3 for name in names)


def is_linked(row: Row) -> bool:
    """Another story's headline, behind the address of its page, before its date or run into it."""
    if row.text[-1] in ")]" and (dated := _DATED_LINK.search(row.text)):
        glued = row.text[dated.start() - 1].isalnum()
        if 5 <= row.words <= (_LONGEST_DATED if glued else 30):
            return True
    if row.text[0].isdecimal() and _DATE_GLUED.match(row.text):
        return True
    return row.words <= _LONGEST_DATED and _SLUG_FIRST.match(row.text) is not None and not row.text.isascii()


def is_headlines(row: Row) -> bool:
    """Two other stories' headlines on one line: `Cầu Trà thông xe sau hai năm / Mở tuyến xe buýt qua cầu Trà`; or
    three and more without anything between them: `Cầu Trà thông xe sau hai nămMở tuyến xe buýt qua cầu TràLam Khê …`.
    """
    if row.ends or not _SHORTEST_TWO <= row.words <= 60:
        return False
    parts = row.text.split(" / ")
    if len(parts) == 1:
        if not _CAPITAL_INSIDE.search(row.text):
            return False
        parts = _GLUED.split(row.text)
        if len(parts) < 3 or BROKEN.search(row.text):
            return False
    return len(parts) > 1 and all(part.count(" ") >= 4 and part[0].isupper() for part in parts)


def is_video(row: Row) -> bool:
    """`Clip: …`: the label of a video that the text does not have."""
    if row.words <= _LONGEST_LINK and not row.ends and _SEE.match(row.text):
        return True
    return row.words <= 30 and _VIDEO.match(row.text) is not None


def is_breadcrumb(row: Row) -> bool:
    """`Trang chủ > Thời sự`: a way through the site."""
    if row.words > 14 or row.ends or "«" in row.text:
        return False
    if _HOME_WAY.fullmatch(row.text) or _YOU_ARE.match(row.text):
        return True
    if not _CRUMBS.search(row.text):
        return False
    # A slash may stand in a headline, too; the steps of a way are short.
    return " / " not in row.text or all(crumb.count(" ") < 4 for crumb in crumbs(row))


def crumbs(row: Row) -> list[str]:
    text = row.text.replace(" | ", " > ") if _HOME_WAY.fullmatch(row.text) else row.text
    return [crumb.strip() for crumb in _CRUMBS.split(text) if crumb.strip()]
