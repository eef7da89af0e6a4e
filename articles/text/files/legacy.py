"""Vietnamese before Unicode: TCVN3, VISCII and VNI to text, and how Vietnamese a text looks.

The tables are the standards' own (TCVN 5712:1993, RFC 1456, the VNI fonts). Whether a reading is
the right one is judged by its syllables: Vietnamese has few enough that a wrong table shows at
once.
"""

import unicodedata

from articles.text import lazy_re as re

_TCVN3 = {
    0xA1 + place: letter
    for place, letter in enumerate(
        "ĂÂÊÔƠƯĐăâêôơưđ......àảãáạ.ằẳẵắ.......ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩíịò.ỏõóọồổỗốộờởỡớợù.ủũúụừửữứựỳỷỹýỵ."
    )
    if letter != "."
}
_VISCII = {0x02: "Ẳ", 0x05: "Ẵ", 0x06: "Ẫ", 0x14: "Ỷ", 0x19: "Ỹ", 0x1E: "Ỵ"} | dict(
    enumerate(
        "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ",
        start=0x80,
    )
)
# VNI writes a vowel and then its marks: `aá` is ấ. The marks, as combining characters.
_VNI_MARKS = {
    "ø": "\u0300", "ù": "\u0301", "û": "\u0309", "õ": "\u0303", "ï": "\u0323",
    "â": "\u0302", "à": "\u0302\u0300", "á": "\u0302\u0301", "å": "\u0302\u0309", "ã": "\u0302\u0303",
    "ä": "\u0302\u0323",
    "ê": "\u0306", "è": "\u0306\u0300", "é": "\u0306\u0301", "ú": "\u0306\u0309", "ü": "\u0306\u0303",
    "ë": "\u0306\u0323",
}  # fmt: skip
_VNI_LETTERS = str.maketrans("ñÑôÔöÖæÆóÓòÒîÎ", "đĐơƠưƯỉỈĩĨịỊỵỴ")
_VNI_PAIR = re.compile(
    f"([aeouyAEOUYôÔöÖiI])([{''.join(_VNI_MARKS)}{''.join(_VNI_MARKS).upper()}])|[ñÑôÔöÖæÆóÓòÒîÎ]"
)

# Both are fonts over Windows' own characters: dashes, dots and quotation marks are where Windows has them.
_TYPED = {code: bytes([code]).decode("cp1252") for code in (0x85, *range(0x91, 0x98))}

LEGACY = ("tcvn3", "viscii", "vni")

_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
_SYLLABLE = re.compile(
    r"(?:ngh?|n?h|gi?|gh|[ckp]h|t[hr]?|qu|[bcdđkhlmnpqrsvx])?"
    r"(?:[iy]ê|uy[êa]?|o[aăe]|u[âêơôaoy]|ươ|ưa|i[ae]|uyê|[aăâeêioôơuưy])(?:ng|nh|ch|[cmnptiyou])?"
)
_LINE = re.compile(r"[^<>\n\r]+")
"""A line, or what stands between two tags."""
_CAPITALS = re.compile(r"[A-Z]\w*[A-Z]")
_OPENING = re.compile(r"(?:^|[.?!] )[\s\"“(]*[^\W\d_a-z]")
"""The first letter of a line or sentence, when it is none of ASCII's."""
_SMALL = re.compile("[a-z]")
_WORD = re.compile(r"[^\W\d_]+(?:[^\s\w.,;:!?()\"'/<>-]+[^\W\d_]*)*")


def decode_legacy(data: bytes, name: str) -> str:
    """`data` read as `tcvn3`, `viscii` or `vni`; bytes that a table does not name are read as Latin-1."""
    text = data.decode("latin-1")
    if name != "viscii":
        text = text.translate(_TYPED)
    if name == "tcvn3":
        return _LINE.sub(_raise_capitals, text.translate(_TCVN3))
    if name == "viscii":
        return text.translate(_VISCII)
    return unicodedata.normalize("NFC", _VNI_PAIR.sub(_compose_vni, text))


def vietnamese_share(text: str) -> tuple[float, int]:
    """(share of the words with other than ASCII letters that are Vietnamese syllables, how many such words).

    Every different word counts once. A right reading of Vietnamese gives 0.9 and more, a wrong one under 0.5.
    """
    words = {word for word in _WORD.findall(text.lower()) if not word.isascii()}
    if not words:
        return 0.0, 0
    return sum(map(_is_syllable, words)) / len(words), len(words)


def _is_syllable(word: str) -> bool:
    plain = unicodedata.normalize("NFC", unicodedata.normalize("NFD", word).translate(_TONES))
    return _SYLLABLE.fullmatch(plain) is not None


def _compose_vni(match: re.Match[str]) -> str:
    if not match[1]:
        return match[0].translate(_VNI_LETTERS)
    return match[1].translate(_VNI_LETTERS) + _VNI_MARKS[match[2].lower()]


def _raise_capitals(match: re.Match[str]) -> str:
    """TCVN3 has no accented capitals: a headline is set in a capitals font over small letters (`VIệT`), and a sentence
    begins with a small one (`ủy ban`).

    `Hà` is `Hà`, unless its whole line is in capitals.
    """
    line = match[0]
    if not _SMALL.search(line) and _CAPITALS.search(line):
        return line.upper()
    return _OPENING.sub(lambda opening: opening[0].upper(), _WORD.sub(_raise_word, line))


def _raise_word(match: re.Match[str]) -> str:
    word = match[0]
    letters = [c for c in word if c.isascii() and c.isalpha()]
    capitals = bool(letters) and all(c.isupper() for c in letters)
    return word.upper() if capitals and (len(letters) > 1 or word[0].islower()) else word
