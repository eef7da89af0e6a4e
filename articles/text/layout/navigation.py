"""What is no news: share bars, related stories, tags, comments, imprints, and lines that say nothing.

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
    ("pointer", "pointers"),
)
_FIRST_WORDS = (re.compile(r"\W*\w+"), re.compile(r"\W*\w+\W+\w+"))
_COUNT = re.compile(r"(?:^|\s)\d+(?=\s|$)")
_LABEL_END = re.compile(r"\s*(?:[:：>»|]|\([\d.]*\)\s*$)")
# Bars part the few steps of a way, or the many of a menu.
_HOME_WAY = re.compile(r"(?:trang (?:chủ|nhất)|home)(?: \| [^|]+){1,2}", re.IGNORECASE)
_CRUMBS = re.compile(r"(?<=[^\s>])\s?>\s|\s/\s|»|›")
# `PhúThư`, `XIINhiều`: where the last word of a headline is run into the first of the next.
_GLUED = re.compile(
    rf"(?<=[^\W\d_])(?<!{CAPITAL})(?={CAPITAL})|(?<=[IVX]{{2}})(?={CAPITAL}(?!{CAPITAL})[^\W\d_]{{2}})"
)
_LONGEST_TOPIC = 14
_SHORTEST_TWO = 10
"""Words of two headlines at least."""
_URL = re.compile(r"(?:https?://|www\.)\S+")
_FILE_NAME = re.compile(r"[\w .,()%+&-]{1,120}\.(?:jpe?g|png|gif|webp|avif|jfif|bmp)\)?", re.IGNORECASE)
# `image 20221114150311 1`, `IMG_2034`
_CAMERA_NAME = re.compile(r"(?:image|img|dscf?|photo)[ _-]?\d{3,}(?:[ _-]\d{1,14})*", re.IGNORECASE)
_GALLERY_COUNT = re.compile(r"\(?\d{1,3} ?/ ?\d{1,3}\)?")
_TAGGED_IMAGE = re.compile(r"<(?:image|img)\b[^>]*>(?:[^<]*</image>)?", re.IGNORECASE)
_TAGGED_ALT = re.compile(r"\balt=\\?\"([^\"\\]*)")
_MARKDOWN_IMAGE = re.compile(r"!\[([^\]]*)\]\([^)]*\)")
_CAPTION_LABEL = re.compile(
    r"(?:chú thích (?:cho )?(?:ảnh|hình)(?: ảnh)?|(?:photo|image|picture) caption)(?: \d{1,3})?[.:]?",
    re.IGNORECASE,
)
_PHOTO_RIGHTS = re.compile(
    r"(?:(?:image|photo) (?:copyright|source)\b,?|nguồn hình ảnh,)\s?(?P<who>.{0,40})", re.IGNORECASE
)
_PLACEHOLDER = re.compile(r"\{\w+\}")
_POINTER = re.compile(r"^(?:<?>+|»|‹|▶|►|👉|⇒|=>|→)\s*")
# `[Video] Cầu Trà thông xe`, `Chùm ảnh: Cầu Trà thông xe`, or a pictograph before it.
_MARKED_LINK = re.compile(
    r"\[(?:video|clip|ảnh|photo|infographics?|podcast|e-?magazine|megastory|longform|audio)\]"
    r"|(?:chùm ảnh|infographics?|podcast|e-?magazine|megastory|longform|trực tiếp) ?[:|] "
    r"|[\u2600-\u27bf\U0001f300-\U0001faff]\ufe0f?\s",
    re.IGNORECASE,
)
_SHORTEST_HEADLINE = 5
_HASHTAGS = re.compile(r"#\w[^#]{0,40}(?:#|$)")
_VIDEO = re.compile(
    r"(?:video|clip|video clip|xem video|mời xem (?:video|clip)|nguồn video)\b[^:]{0,20}:"
    r"|(?:video|clip)\b[^:]{0,120}:$"
    r"|(?:mời )?(?:xem|độc giả xem|bạn đọc xem) (?:thêm )?(?:video|clip|ảnh|hình ảnh)\b.*:$",
    re.IGNORECASE,
)
_SEE = re.compile(r"(?:mời )?xem (?:thêm |lại )?(?:video|clip|ảnh|hình ảnh|chùm ảnh)\b", re.IGNORECASE)
_LONGEST_LINK = 14
_LEAST_BUTTONS = 3
"""Buttons that make a bar of them, at least."""
# `Quảng cáo của Sông Trà Ads`: whose the advertisement is that stood here.
_ADVERTISED = re.compile(
    r"(?:quảng cáo|tài trợ|advertisement) (?:của|bởi|by) \w+(?: \w+){0,2}", re.IGNORECASE
)
_TOPIC = re.compile(r"(?:(?:dòng )?sự kiện|chủ đề|chuyên đề|hồ sơ) ?[:>»] ?\S", re.IGNORECASE)
_NUMBERED_PICTURE = re.compile(
    r"\s*(?:[-–—]\s*|\s)(?:(?:hình )?ảnh|hình|(?:hinh )?anh|hinh|photo|picture)[ -]?\d{1,3}\.?$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\s?[-–—]\s?\d{1,2}$")
# A link's address before its text: `le khai mac cau song lam Khai mạc cầu Sông Lam`.
_SLUG_FIRST = re.compile(rf"(?:[a-z0-9]+ ){{5,}}(?={CAPITAL})")
_TAG = re.compile(r"</?[a-z][a-z0-9]*(?:[ >/]|$)")
_MARKED = re.compile("[^\\x00-\\x7f–—‘’“”]")
# `Cầu Trà thông xe (12/06/2019)`: how lists of other stories write their headlines.
_DATED_LINK = re.compile(
    r"[(\[](?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|(?:\d{1,2}[/.-]\d{1,2}[^\w()\[\]]+)?\d{1,2}:\d\d)"
    r"(?:[^\w()\[\]]+\d{1,2}:\d\d(?::\d\d)?)?(?: ?[AP]M)?[)\]]$"
)
# `12-06-2019Cầu Trà thông xe`
_DATE_GLUED = re.compile(rf"\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{4}}(?={CAPITAL})")
_LETTERS = re.compile(r"[^\W\d_]")


PICTURES = frozenset(
    (
        "a file name of a photo",
        "the number of a photo",
        "an alternative text of a photo",
        "a picture without a caption",
    )
)
"""Why a line was left out that stands where a picture stood, so that its caption may be below."""


def marker(row: Row) -> Marker | None:
    """Which kind of label the line is, if it is one."""
    if is_call(row):
        return "pointer"
    if row.words > 40:
        return None
    if row.words <= 9 and (row.text[-1] not in ".?" or row.words >= 4):
        key = _COUNT.sub("", row.key).strip()
        for kind, name in _LISTS:
            if key in keys(name) or row.key in keys(name):
                return kind
        if _names_others(key):
            return "related"
    if _lists_buttons(row) or (row.words <= 6 and _ADVERTISED.fullmatch(row.text)):
        return "widget"
    tokens = row.tokens
    if tokens and tokens[0] in _first_words():
        for kind, name in _LISTS:
            length = phrases(name, starred=True).open(tokens)
            link = kind == "pointer" and row.words <= _LONGEST_LINK and not row.ends
            if length and (link or _is_label(row, length)):
                return kind
    if row.text.startswith(("©", "®", "(c) ", "(C) ")):
        return "footer"
    return "widget" if row.words <= _LONGEST_TOPIC and not row.ends and _TOPIC.match(row.text) else None


def _lists_buttons(row: Row) -> bool:
    """`Nghe Chia sẻ Lưu tin Bình luận Trở về`: a bar of buttons on one line."""
    if row.ends or not _LEAST_BUTTONS <= row.words <= _LONGEST_LINK:
        return False
    tokens, place, count, known = row.tokens, 0, 0, 0
    if all(phrases(name).by_first.keys().isdisjoint(tokens) for name in ("widgets", "footers")):
        return False
    while place < len(tokens):
        length = max(phrases(name).at(tokens, place) for name in ("widgets", "footers"))
        count, known, place = count + (length > 0), known + length, place + (length or 1)
    return count >= _LEAST_BUTTONS and known * 4 >= len(tokens) * 3


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
    if 5 <= row.words <= 30 and row.text[-1] in ")]" and _DATED_LINK.search(row.text):
        return True
    if row.text[0].isdecimal() and _DATE_GLUED.match(row.text):
        return True
    return row.words <= 45 and _SLUG_FIRST.match(row.text) is not None and not row.text.isascii()


def is_headlines(row: Row) -> bool:
    """Two other stories' headlines on one line: `Cầu Trà thông xe sau hai năm / Mở tuyến xe buýt qua cầu Trà`; or
    three and more without anything between them: `Cầu Trà thông xe sau hai nămMở tuyến xe buýt qua cầu TràLam Khê …`.
    """
    if row.ends or not _SHORTEST_TWO <= row.words <= 60:
        return False
    parts = row.text.split(" / ")
    if len(parts) == 1:
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
    if _HOME_WAY.fullmatch(row.text):
        return True
    if not _CRUMBS.search(row.text):
        return False
    # A slash may stand in a headline, too; the steps of a way are short.
    return " / " not in row.text or all(crumb.count(" ") < 4 for crumb in crumbs(row))


def crumbs(row: Row) -> list[str]:
    text = row.text.replace(" | ", " > ") if _HOME_WAY.fullmatch(row.text) else row.text
    return [crumb.strip() for crumb in _CRUMBS.split(text) if crumb.strip()]


def junk(row: Row, *, vietnamese: bool) -> str:
    """Why a line says nothing at all; empty if it may say something."""
    text = row.text
    if text[0] == "<" and _TAG.match(text) and text[-1] == ">":
        return "a tag"
    # The buttons of an editor, a template's words or its label, which stand in the frame of a photo.
    if text == "leftcenterrightdel" or (text[0] == "{" and _PLACEHOLDER.fullmatch(text)):
        return "a picture without a caption"
    if row.words <= 8 and (_CAPTION_LABEL.fullmatch(text) or _PHOTO_RIGHTS.fullmatch(text)):
        return "a picture without a caption"
    if ("." in text[-6:-3] and _FILE_NAME.fullmatch(text)) or (
        text[-1].isdecimal() and _CAMERA_NAME.fullmatch(text)
    ):
        return "a file name of a photo"
    if (text[-1] in "0123456789)" and _GALLERY_COUNT.fullmatch(text)) or (
        row.words <= 4 and _NUMBERED_PICTURE.fullmatch(f" {text}")
    ):
        return "the number of a photo"
    if row.words > 14:
        return "a file name of a photo" if vietnamese and row.words <= 32 and _is_slug_line(text) else ""
    if not _LETTERS.search(text):
        return "" if any(map(str.isdigit, text)) and row.ends else "no letters"
    if len(text) <= 2 and not text.isupper():
        return "stray letters"
    if _URL.fullmatch(text):
        return "a bare address"
    if vietnamese and row.words >= 4 and _is_slug_line(text):
        return "a file name of a photo"
    if vietnamese and row.words == 1 and text[0].islower() and text.isascii() and text[-1].isalnum():
        return "a stray word"
    return ""


def photo_rights(row: Row) -> str:
    """Who took the photo below: `Image copyright Lam Hồng`, `Nguồn hình ảnh, Lam Hồng`; empty for other lines."""
    match = _PHOTO_RIGHTS.fullmatch(row.text) if row.words <= 8 else None
    return match["who"].strip() if match else ""


def unmarked(text: str) -> bool:
    """Without Vietnamese marks, as file names and addresses are."""
    return _MARKED.search(text) is None


def _is_slug_line(text: str) -> bool:
    return unmarked(text) and _is_slug(text)


def _is_slug(text: str) -> bool:
    """`le khai mac cau song lam hinh 1`: Vietnamese without its marks, at most the first letter a capital.

    With a picture's number at its end the words may have capitals: `Le khai mac tai Lam Tra anh 2`.
    """
    words = text.replace("-", " ").replace("–", " ").split()
    if any(word in _ENGLISH for word in words):
        return False
    return _NUMBERED_PICTURE.search(text) is not None or all(
        word.islower() or word.isdigit() for word in words[1:]
    )


def numbered(row: Row) -> str | None:
    """What stands before a number that may be a picture's (`Lễ khai mạc - 2`), else None."""
    if not row.text[-1].isdigit() or not 4 <= row.words <= 40:
        return None
    match = _NUMBERED.search(row.text, max(0, len(row.text) - 6))
    return row.text[: match.start()] if match else None


def numbered_picture(text: str) -> str | None:
    """What stands before a picture's number (`Lễ khai mạc - Ảnh 2`), else None."""
    if text.count(" ") >= 40 or not (text[-1].isdigit() or text[-2:-1].isdigit()):
        return None
    match = _NUMBERED_PICTURE.search(text, max(0, len(text) - 16))
    return text[: match.start()].rstrip(" -–—") if match else None


_ENGLISH = frozenset(["the", "of", "and", "in", "to", "for", "with", "on", "by", "at", "is", "from", "a"])


def image_alts(text: str) -> list[str] | None:
    """The alternative texts when a line is nothing but images, in markdown or as tags; else None."""
    if text[0] == "<" and (tags := _TAGGED_IMAGE.findall(text)):
        rest = _TAGGED_IMAGE.sub("", text)
        return _TAGGED_ALT.findall(" ".join(tags)) if not _LETTERS.search(rest) else None
    if not text.startswith("!["):
        return None
    alts = _MARKDOWN_IMAGE.findall(text)
    return alts if alts and not _LETTERS.search(_MARKDOWN_IMAGE.sub("", text)) else None


def alt_is_file_name(alt: str, *, vietnamese: bool) -> bool:
    """`le-khai-mac-1.jpg`, or Vietnamese without its marks."""
    return ("." in alt and " " not in alt) or (vietnamese and alt.isascii() and _is_slug(alt))
