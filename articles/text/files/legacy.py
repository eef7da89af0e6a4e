"""Vietnamese before Unicode: TCVN3, VISCII and VNI to text, and how Vietnamese a text looks.

The tables are the standards' own (TCVN 5712:1993, RFC 1456, the VNI fonts). Whether a reading is
the right one is judged by its syllables: Vietnamese has few enough that a wrong table shows at
once.
"""

import unicodedata
from operator import itemgetter

from articles.text import lazy_re as re
from articles.text.files.stacked import unstacked

_TCVN3 = {
    0xA1 + place: letter
    for place, letter in enumerate(
        "ĂÂÊÔƠƯĐăâêôơưđ......àảãáạ.ằẳẵắ.......ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩíịò.ỏõóọồổỗốộờởỡớợù.ủũúụừửữứựỳỷỹýỵ."
    )
    if letter != "."
}
_TCVN_CAPITALS = dict(
    zip(
        (0x01, 0x02, *range(0x04, 0x07), *range(0x11, 0x18), *range(0x80, 0xA0), 0xAF, 0xBA, 0xBF, *range(0xC0, 0xC6),
         0xCD, 0xD9, 0xDA, 0xDB, 0xE0, 0xF0, 0xFF),
        "ÚỤỪỬỮỨỰỲỶỸÝỴÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨẰẲẴẮẦẨẪẤỀỂỄẾỒỔỖỐ",
        strict=True,
    )
)  # fmt: skip
"""Those of the whole standard, which the fonts do not have."""
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

_TCVN_CAPITAL = f"[A-Z\xa1-\xa7{''.join(map(re.escape, map(chr, _TCVN_CAPITALS)))}]"
_TYPED_AS_CAPITAL = re.compile(
    f"(?<={_TCVN_CAPITAL})(?:[\x85\x91-\x97](?={_TCVN_CAPITAL})|[\x91\x93\x95-\x97](?![^\\s:;,.?!<]))"
)
"""Not Windows' own character: inside a word of capitals, or at the end of one, where nothing opens."""

LEGACY = ("tcvn3", "viscii", "vni")
ENOUGH_WORDS = 5
"""Fewer different accented words than this prove no legacy encoding."""
_FEW_WORDS = 0.6
"""How sure an encoding is that only fewer words speak for, and nothing against."""

_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
_SYLLABLE = re.compile(
    r"(?:ngh?|n?h|gi?|gh|[ckp]h|t[hr]?|qu|[bcdđkhlmnpqrsvx])?"
    r"(?:[iy]ê|uy[êa]?|o[aăe]|u[âêơôaoy]|ươ|ưa|i[ae]|uyê|[aăâeêioôơuưy])(?:ng|nh|ch|[cmnptiyou])?"
)
_BEYOND_LATIN1 = re.compile("[ăđơưĂĐƠƯẠ-ỹ]")
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
    if name == "viscii":
        return text.translate(_VISCII)
    if name == "tcvn3":
        text = _TYPED_AS_CAPITAL.sub(lambda match: match[0].translate(_TCVN_CAPITALS), text)
        return _LINE.sub(_raise_capitals, text.translate(_TCVN_CAPITALS | _TCVN3 | _TYPED))
    return unicodedata.normalize("NFC", _VNI_PAIR.sub(_compose_vni, text.translate(_TYPED)))


def vietnamese_reading(data: bytes) -> tuple[str, str, float] | None:
    """The text, its encoding and how sure that is, where `data` is Vietnamese in one of the old encodings."""
    readings: list[tuple[float, int, str, str]] = []
    for name in ("cp1258", *LEGACY):
        try:
            text = decode_legacy(data, name) if name in LEGACY else data.decode(name)
        except UnicodeDecodeError:
            continue
        text = unicodedata.normalize("NFC", unstacked(text))
        readings.append((*vietnamese_share(text), name, text))
    proven = [reading for reading in readings if reading[1] >= ENOUGH_WORDS]
    share, _count, name, text = max(proven, key=itemgetter(0), default=(0.0, 0, "", ""))
    if share >= 0.8:
        return text, name, round(min(share, 0.95), 2)
    # Few words: the only encoding in which they are Vietnamese, all of them, and not in the letters of the West.
    whole = [
        (text, name, _FEW_WORDS)
        for share, count, name, text in readings
        if share == 1.0 and count > 1 and _BEYOND_LATIN1.search(text)
    ]
    if len(whole) != 1 or vietnamese_share(data.decode("cp1252", "replace"))[0] == 1.0:
        return None
    return whole[0]


def vietnamese_share(text: str) -> tuple[float, int]:
    """(share of the words with other than ASCII letters that are Vietnamese syllables, how many such words).

    Every different word counts once. A right reading of Vietnamese gives 0.9 and more, a wrong one under 0.5.
    """
    words = {word for word in _WORD.findall(text.lower()) if not word.isascii()}
    if not words:
        return 0.0, 0
    return sum(map(_is_syllable, words)) / len(words), len(words)


def _is_syllable(word: str) -> bool:
    apart = unicodedata.normalize("NFD", word)
    toneless = apart.translate(_TONES)
    one_tone = len(apart) - len(toneless) <= 1
    return one_tone and _SYLLABLE.fullmatch(unicodedata.normalize("NFC", toneless)) is not None


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
