"""Lines that say nothing: what pictures left behind, file names, numbers and frames, bare addresses, stray letters."""

from articles.text import lazy_re as re
from articles.text.layout.lines import Row

_URL = re.compile(r"(?:https?://|www\.)\S+")
_FILE_NAME = re.compile(r"[\w .,()%+&-]{1,120}\.(?:jpe?g|png|gif|webp|avif|jfif|bmp)\)?", re.IGNORECASE)
# `image 20221114150311 1`, `IMG_2034`
_CAMERA_NAME = re.compile(r"(?:image|img|dscf?|photo)[ _-]?\d{3,}(?:[ _-]\d{1,14})*", re.IGNORECASE)
_GALLERY_COUNT = re.compile(r"\(?\d{1,3} ?/ ?\d{1,3}\)?")
_TAGGED_IMAGE = re.compile(r"<(?:image|img)\b[^>]*>(?:[^<]*</image>)?", re.IGNORECASE)
_TAGGED_ALT = re.compile(r"\balt=\\?\"([^\"\\]*)")
_MARKDOWN_IMAGE = re.compile(r"!\[([^\]]*)\]\([^)]*\)")
# `141250Ảnh 1 Đại biểu dự`: the hour at which a file was saved, its name, and how far it had room for the caption.
_SAVED_NAME = re.compile(r"\d{5,14}(?:ảnh|hình) ?\d{1,2}\b(?! ?:)", re.IGNORECASE)
_CAPTION_LABEL = re.compile(
    r"(?:chú thích (?:cho )?(?:ảnh|hình)(?: ảnh)?|(?:photo|image|picture) caption)(?: \d{1,3})?[.:]?",
    re.IGNORECASE,
)
_PHOTO_RIGHTS = re.compile(
    r"(?:(?:image|photo) (?:copyright|source)\b,?|nguồn hình ảnh,)\s?(?P<who>.{0,40})", re.IGNORECASE
)
_PLACEHOLDER = re.compile(r"\{\w+\}")
# What templates write where nobody describes a photo.
_UNDESCRIBED = re.compile(
    r"(?:(?:responsive|featured|article|post|blog|card|slide|thumbnail|placeholder|default|no) )?image\.?"
    r"|image (?:not found|placeholder)|card image cap",
    re.IGNORECASE,
)
_NUMBERED_PICTURE = re.compile(
    r"\s*(?:[-–—]\s*|\s)(?:(?:hình )?ảnh|hình|(?:hinh )?anh|hinh|photo|picture)[ -]?\d{1,3}\.?$",
    re.IGNORECASE,
)
# But `26-1` is a day, or how a match stands.
_NUMBERED = re.compile(r"(?:\s|(?<!\d))[-–—]\s?\d{1,2}$")
_TAG = re.compile(r"</?[a-z][a-z0-9]*(?:[ >/]|$)")
_MARKED = re.compile("[^\\x00-\\x7f–—‘’“”]")
# `window.cauTra.push({});`, `.lam-khe{color:#fff}`
_CODE = re.compile(r"[\w$.\])]\(|[{}=]")
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


def junk(row: Row, *, vietnamese: bool) -> str:
    """Why a line says nothing at all; empty if it may say something."""
    text = row.text
    if text[0] == "<" and _TAG.match(text) and text[-1] == ">":
        return "a tag"
    # The buttons of an editor, a template's words or its label, which stand in the frame of a photo.
    if (
        text == "leftcenterrightdel"
        or _UNDESCRIBED.fullmatch(text)
        or (text[0] == "{" and _PLACEHOLDER.fullmatch(text))
    ):
        return "a picture without a caption"
    if text[-1] in ";{}" and unmarked(text) and _CODE.search(text):
        return "a line of a program"
    if row.words <= 8 and (_CAPTION_LABEL.fullmatch(text) or _PHOTO_RIGHTS.fullmatch(text)):
        return "a picture without a caption"
    if (
        ("." in text[-6:-3] and _FILE_NAME.fullmatch(text))
        or (text[-1].isdecimal() and _CAMERA_NAME.fullmatch(text))
        or (text[0].isdecimal() and not row.ends and _SAVED_NAME.match(text))
    ):
        return "a file name of a photo"
    if (text[-1] in "0123456789)" and _GALLERY_COUNT.fullmatch(text)) or (
        row.words <= 4 and _NUMBERED_PICTURE.fullmatch(f" {text}")
    ):
        return "the number of a photo"
    if row.words > 14:
        # A paragraph that lost its marks ends as sentences do.
        slug = vietnamese and row.words <= 32 and not row.ends and _is_slug_line(text)
        return "a file name of a photo" if slug else ""
    if not _LETTERS.search(text):
        return "" if any(map(str.isdigit, text)) and row.ends else "no letters"
    if len(text) <= 2 and not text.isupper() and (text.isascii() or text.islower()):
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


_QUOTES = "\"“'‘"


def _is_slug_line(text: str) -> bool:
    return unmarked(text) and text[0] not in _QUOTES and _is_slug(text)


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


_POINTING = (" như", " ở", " theo", " trong", " xem")


def numbered_picture(text: str) -> str | None:
    """What stands before a picture's number (`Lễ khai mạc - Ảnh 2`), else None."""
    if text.count(" ") >= 40 or not (text[-1].isdigit() or text[-2:-1].isdigit()):
        return None
    match = _NUMBERED_PICTURE.search(text, max(0, len(text) - 16))
    before = text[: match.start()].rstrip(" -–—") if match else None
    # `Quấn lá như hình 1.` is told, and no alternative text.
    return None if before and before.endswith(_POINTING) else before


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
