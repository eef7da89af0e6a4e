"""What the writing of a run of capitals says of it: initials that hide a name, a town's short form, a firm's word."""

from articles.text import lazy_re as re
from articles.text.people.particles import JOINTS
from articles.text.words.phrases import word_set
from articles.text.words.tokens import Row

_TONED = frozenset("ÁẢẤÝỶÓỔÚ")
"""Letters that are names themselves, `Như Ý`, and no initials."""
_BORN_LATER = frozenset(("jr", "sr"))
_OPENING_LETTERS = word_set("th ng tr ph ch kh nh gi qu gh")
"""What a hidden name begins with, `Nguyễn Văn Th.`; but `Kim Lam Il.` is a whole one."""
_ROMAN = frozenset("IVX")
_CROWNED = frozenset(("hoàng", "vương", "vua", "king"))
_TOWNS = frozenset("pxt")
_NATIONS = word_set("việt trung nhật hàn triều lào thái nga mỹ ấn anh pháp đức úc cam campuchia")
_LEADS = frozenset(("chí", "ông", "bà", "ngài", "samdech", "tướng", "tá", "úy"))
_ADDRESSES = word_set("ông bà anh chị em cô chú cụ cháu")
_PREFIXES = word_set("Mc Mac Le La De Di Da Du Jo Ja Van Von Fitz El Al")
"""What first names are written together with."""
_JAPANESE = re.compile(
    r"(?:k(?=k)|s(?=s)|p(?=p)|t(?=t|ch)|m(?=[bpm]))?(?:(?:sh|ch|ts|[kgnhbpmr]y?|[sztdywjf])?[aeiou]+n?(?![aeiou])){2,6}\Z"
)


def relates(row: Row, at: int, end: int) -> bool:
    """`(quan hệ) | Việt-Lào`: two countries, each by one syllable."""
    return (
        end == at + 3
        and row.words[at + 1].text == "-"
        and _NATIONS.issuperset((row.lows[at], row.lows[at + 2]))
    )


def initial(word: str) -> bool:
    """`K`, `Đ`: one letter that stands for a name."""
    return len(word) == 1 and word not in _TONED


def plain(row: Row, start: int, end: int) -> bool:
    """Only Vietnamese-looking syllables, no hyphens, initials or particles."""
    return False not in [word.syllable for word in row.words[start:end]]


def led(row: Row, at: int) -> bool:
    """`đồng chí | …`, `các đồng chí: | …`, `Trung tá | …`: a form of address or a rank stands before token `at`."""
    before = at - 2 if at > 1 and row.words[at - 1].text == ":" else at - 1
    return before >= 0 and row.lows[before] in _LEADS


def addressed(row: Row, at: int) -> bool:
    """`anh | …`, `Bà | …`: a form of address that only people have stands before token `at`."""
    return at > 0 and row.lows[at - 1] in _ADDRESSES


def joined(word: str) -> bool:
    """`OpenAI`, `TikTok`: a firm's first word, but `McKenzie`, `LeBron`; `TPHuế`: a town's."""
    if word[:2].isupper() and len(word) > 2:
        return True
    inner = next((i for i in range(1, len(word)) if word[i].isupper() and word[i - 1].islower()), 0)
    return inner > 0 and word[:inner] not in _PREFIXES


def has_middle(row: Row, at: int, end: int) -> bool:
    """`Tạ Thị | Lam Khê`, `Tôn Nữ | Lam Khê`, and of two surnames, `Tạ Lê | Lam Khê`."""
    if row.lows[at + 1] in ("thị", "văn", "nữ"):
        return True
    both = row.words[at].surname + row.words[at + 1].surname
    return both == 6 or (at + 2 < end and row.lows[at + 2] == "thị" and row.words[at + 1].surname >= 2)


def japanese(row: Row, start: int, end: int) -> bool:
    """`Tosamoto Hanaki`: two words of the syllables in which Japanese is written in Latin letters."""
    return end - start == 2 and all(_JAPANESE.match(word.low) is not None for word in row.words[start:end])


def of_a_town(row: Row, at: int) -> bool:
    """`T.P Lam Trà`, `T.X. Lam Trà`: no initials, but `thành phố`, `thị xã`, `thị trấn`. Also from the second letter
    or the name on."""
    if "." not in row.lows[max(0, at - 3) : at + 2]:
        return False
    opened = at - (at > 0 and row.lows[at - 1] == ".") - 3
    return any(
        begin >= 0 and row.lows[begin : begin + 2] == ["t", "."] and row.lows[begin + 2] in _TOWNS
        for begin in (at, at - 2, opened)
        if begin + 2 < row.size
    )


def anonymised(row: Row, start: int, end: int) -> bool:
    """`Nguyễn Văn T.`, `N.V.A`: a name that the paper hides is not one to file; but `Lamuel Ovu'o`, `Vua Lamond V`."""
    last = row.words[end - 1]
    if last.low in _BORN_LATER or (last.text in _ROMAN and row.lows[start - 1] in _CROWNED):
        return False
    if (initial(last.text) and row.words[end - 2].text not in JOINTS) or (
        last.low in _OPENING_LETTERS and last.capital and end < row.size and row.lows[end] == "."
    ):
        return True
    if len(row.words[start].text) == 1 and row.words[start + 1].text == "." and plain(row, start + 2, end):
        return True
    first = row.words[start].text
    if len(first) > 1 and first.isalpha():
        return False
    return all(initial(word.text) for word in row.words[start:end] if word.text.isalpha())
