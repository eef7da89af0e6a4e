"""The credit at the end of a photo's caption: `Đại biểu dự lễ. Ảnh: Hà Sơn/TTXVN`."""

from typing import NamedTuple

from articles.text import lazy_re as re
from articles.text.layout.lines import BROKEN, CAPITAL

_CREDIT_WORD = (
    r"nguồn ảnh|nguồn hình ảnh|ảnh nguồn|ảnh trong bài|ảnh theo|ảnh từ|ảnh tư liệu|ảnh minh h[oọ][aạ]|ảnh chụp|"
    r"ảnh chụp màn hình|ảnh|nguồn (?:video|clip)|nguồn|đồ họa|đồ hoạ|video|clip|"
    r"photos?|photo by|photo courtesy of|source|image|picture|tranh|minh họa|hình|ảnh do"
)
_COLON_CREDIT = re.compile(
    rf"(?<!\w)(?P<label>{_CREDIT_WORD}"
    r"|(?<=[-–—(] )thực hiện|(?<=[-–—(.] )thiết kế|(?<=\()(?:thực hiện|thiết kế)|[📷📸]\ufe0f?)\s*[:：]\s*",
    re.IGNORECASE,
)
# Without a colon the word must follow an end of the caption, so that `tặng Ảnh Bác Hồ` is no credit. `Hình` and `Nguồn`
# are labels only before the line's last word: `(Hình từ Internet)`, as pages on laws have it.
_BARE_CREDIT = re.compile(
    r"(?:^|[.!?…)”\"]\s*|[(\[]\s*|\s[-–—|]\s*|[-–—]\s|(?<=\w)\s(?=©))"
    r"(?P<label>(?:Ảnh|ẢNH|(?:[A-Z]{2,8}(?:/[A-Z]{2,8})? )?(?:Photo|PHOTO)|ảnh)"
    r"(?:\s+(?:tư liệu|minh h[oọ][aạ]))?(?:\s+(?:của|by|từ|theo))?|©"
    r"|(?:[Hh]ình(?: ảnh)?|[Nn]guồn)(?:\s+từ)?(?=\s+[Ii]nternet[.)\]\s]*$))"
    rf"(?:\s+(?={CAPITAL}|\w+\.|internet\b|tác giả\b"
    r"|(?:do|cắt từ|chụp|trích từ|người|nhân vật|bạn đọc|độc giả|gia đình|công an|cơ quan) )"
    rf"|(?P<parted>(?<=©)\s?|\s?[-–—/]\s?)(?={CAPITAL}))"
)
_BARE_WORDS = ("Ảnh", "ảnh ", "ẢNH", "hoto", "HOTO", "©", "nternet")
# `Talks in Hanoi. — VNA/VNS Photo`: the house signs before the word.
_OF = (" của", " bởi")
"""What stands before the writer's name: `Ghi chép của LÂM VIÊN`."""
GIVEN = "cung cấp"
"""The end of a credit that says who let the house have the photo, in many words perhaps."""
_ILLUSTRATION_WORDS = ("minh h", "tư liệu")
_ILLUSTRATION = re.compile(
    r"[(\[]?\s*(?:ảnh|hình|tranh)\s+(?:chỉ\s+(?:có\s+tính|mang\s+tính)(?:\s+chất)?\s+)?"
    r"(?:minh\s+h[oọ][aạ]|tư\s+liệu)\s*[)\]]?[.\s]*$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^(?:ảnh|hình|photo)(?:\s+\d+)?\s*[:.]\s+", re.IGNORECASE)
# The label that a template keeps for those who cannot see the photo.
_LABELLED = re.compile(
    rf"(?i:chụp lại hình ảnh|(?:photo|image|picture) caption|chú thích (?:ảnh|hình))[,:]?\s+(?=[\"“‘']?{CAPITAL})"
    rf"|(?:(?i:hình|biểu đồ|figure|fig\.) \d{{1,2}}[.:]|[📷📸]\ufe0f?)\s*(?=[\"“‘']?{CAPITAL}\S*(?:\s\S+){{0,44}}$)"
)
_OWNED = re.compile(rf"© ?(?P<credit>[^|\d]{{2,40}}?) ?\| ?(?={CAPITAL}[^|\d ]*(?: [^| ]+){{3}}[^|]*$)")
# Before its caption the alternative text of a photo without its marks: `Cau Tra thong xe anh 1. Đại biểu dự lễ.`
_UNMARKED_FIRST = re.compile(rf"[ -~]{{10,160}}? anh \d{{1,2}}\.? (?={CAPITAL})")
_SIGNS_STORY = re.compile(
    r"(?:tin|bài|text|words)(?:(?:\s*[-–,/&]\s*|\s+)(?:tin|bài|ảnh|clip|video|và|text|words))*[\s,–/&-]*",
    re.IGNORECASE,
)
_SIGNS_FIRST = re.compile(r"(?:tin|bài|text|words): ?[^.:]{2,40}\.?", re.IGNORECASE)
_SYLLABLE = "[BCDĐGHKLMNPQRSTVX]{0,3}[AĂÂEÊIOÔƠUƯYÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝĨŨẠ-Ỹ]{1,3}(?:CH|NG|NH|[CMNPT])?"
_IN_CAPITALS = re.compile(rf"(?<=[a-zà-ỹ\d])[”\")]? ({_SYLLABLE}(?: {_SYLLABLE}){{1,3}})$")
BRACKETED = re.compile(
    rf"\((?:Ảnh|ảnh|ẢNH|Nguồn ảnh|Photo) ?: ?(?P<credit>[^():]{{2,50}})\)[.]? ?(?=[\"“]?{CAPITAL}(?:\S{{0,40}} ){{3}})"
)
"""A credit in brackets that more than a name follows: its own caption, or what stands below the photo."""
_LONGEST_BEHIND = 40
"""Words of the caption behind such a credit."""
_TAKEN_BY = re.compile(rf"\s\(({CAPITAL}[^\W\d_]*(?: {CAPITAL}[^\W\d_]*){{0,3}})\)\.?$")
LONGEST_CREDIT = 12
_SHORTEST_SENTENCE = 3
_OF_PAGES = re.compile("quyền|thuộc về|thiết kế|vận hành|trang này|website|ghi rõ", re.IGNORECASE)
"""What is said of a page and who owns it rather than of a photo."""
LONGEST_CAPTION = 100
_CREDIT_ROOM = 140


class Photo(NamedTuple):
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
    if (match := BRACKETED.match(text)) and text.count(" ", match.end()) < _LONGEST_BEHIND:
        caption = text[match.end() :]
        if split_credit(caption) is None:
            return Photo(caption, match["credit"].strip(), len(text), match.end())
    offset = 0
    if (
        (numbered := _NUMBERED.match(text))
        and text.count(" ", numbered.end()) >= 4
        and not _mostly_names(text[numbered.end() :])
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
            (credit.count(" ") < 6 or credit.rstrip(" .)").endswith(GIVEN))
            and not re.search(r"[,;:]", credit)
            and (found := _photo(text, offset, match))
            and _is_sure(match, found.caption)
        ):
            return found
    return None


def labelled_photo(text: str) -> Photo | None:
    """`Chụp lại hình ảnh, Đại biểu dự lễ`: the caption behind its label, with its credit if it has one; behind its
    credit: `© Lam Kiên | Đại biểu dự lễ`."""
    if text[0] == "©" and (owned := _OWNED.match(text)) and not _OF_PAGES.search(text):
        return Photo(text[owned.end() :], owned["credit"].strip(), len(text), owned.end())
    match = _LABELLED.match(text) or (_UNMARKED_FIRST.match(text) if " anh " in text[:170] else None)
    if match is None or not text[match.end() :].strip():
        return None
    start, caption = match.end(), text[match.end() :]
    if found := split_credit(caption):
        return Photo(found.caption, found.credit, found.caption_end + start, found.start + start)
    return Photo(caption, "", len(text), start)


def _is_sure(match: re.Match[str], caption: str) -> bool:
    if caption and match[0].lstrip().startswith("©"):
        return _is_owned(caption)
    return match["parted"] is None or _is_sentence(caption)


def _is_owned(caption: str) -> bool:
    """`Đại biểu dự lễ bên sông Lam © Hà Sơn`, unlike `Toàn bộ bản quyền thuộc về © Báo Xứ Đoài`."""
    return caption.count(" ") >= _SHORTEST_SENTENCE and not _OF_PAGES.search(caption)


def _is_sentence(caption: str) -> bool:
    """More than who wrote what: `Bài: Hà Mơ. Ảnh - Vi Lâm` signs a story, `Thời sự - Ảnh - Video` is a menu."""
    return caption.count(" ") >= _SHORTEST_SENTENCE and caption[-1] in '.!?…)”"'


def read_bare(text: str) -> tuple[str, str]:
    """Caption and credit of a line that reads like a caption though it has no word for a credit: who took the photo
    stands in capitals behind it, or in brackets where a label stands before it: `Ảnh: Phố ngập sâu. (Vi Lâm)`."""
    if (label := _NUMBERED.match(text)) and not _mostly_names(text[label.end() :]):
        text = text[label.end() :]
        if taken := _TAKEN_BY.search(text):
            return _trim(text[: taken.start()]), taken[1]
    caption, credit = split_capitals(text)
    return caption or text, credit


def _mostly_names(text: str) -> bool:
    words = text.split()
    return sum(word[0].isupper() for word in words) * 2 > len(words)


def _names_only(text: str) -> bool:
    """`TUẤN MINH - ĐÌNH HUY`: names, and no word that a caption would have."""
    return all(word[0].isupper() for word in text.split() if word[0].isalpha())


def _inside(text: str, at: int) -> bool:
    """A word stands before `at`, with no mark between that would part a credit from its caption."""
    before = text[:at].rstrip()
    return bool(before) and (before[-1].isalnum() or before[-1] == "/")


def _photo(text: str, offset: int, match: re.Match[str]) -> Photo | None:
    credit = _trim_credit(text[match.end() :])
    longest = 2 * LONGEST_CREDIT if credit.endswith(GIVEN) else LONGEST_CREDIT
    if not credit or credit.count(" ") >= longest or BROKEN.search(credit) or credit.isdigit():
        return None
    caption = _trim(text[offset : match.start("label")])
    if _SIGNS_STORY.fullmatch(caption.rpartition(". ")[2]) or _SIGNS_FIRST.fullmatch(caption):
        return None  # `Bài, ảnh: X` signs the story, also behind its last sentence, and so does `Bài: X. Ảnh: Y`.
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


def split_capitals(text: str) -> tuple[str, str]:
    """A caption and the photographer in capitals behind it: `Người dân dọn bùn LÂM VIÊN`; ("", "") without one."""
    match = _IN_CAPITALS.search(text) if text[-1].isupper() else None
    if match and text[: match.start()].endswith(_OF):
        return "", ""
    return (text[: match.start()], match[1]) if match and not match[1].isascii() else ("", "")


def is_illustration(text: str) -> bool:
    """`Ảnh minh họa`, and nothing else."""
    return _ILLUSTRATION.fullmatch(text) is not None


def ends_as_illustration(text: str) -> bool:
    """`Đại biểu dự lễ (Ảnh minh họa)`: in the place of a credit."""
    match = _ILLUSTRATION.search(text, max(0, len(text) - 60))
    return match is not None and match.start() > 0


def names_source(text: str) -> bool:
    """`Nguồn: X`, which stands below photos and below stories, unlike `Nguồn ảnh: X`, `Nguồn clip: X`."""
    opening = text.lstrip("(")[:10].lower()
    return opening.startswith(("nguồn:", "nguồn ", "source")) and not opening.startswith(
        ("nguồn ảnh", "nguồn hình", "nguồn vide", "nguồn clip")
    )
