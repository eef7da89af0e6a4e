"""Who signed the story: reporters and agencies on lines of their own, datelines, editors' notes."""

import re
from dataclasses import dataclass

from articles.text.fold import name_key
from articles.text.layout.lines import CAPITAL, any_of, keys
from articles.text.lexicon import everything, kept

_PARENTHESES = re.compile(r"\(([^()]*)\)")
# A hyphen parts names only with a space beside it (`Kim Dae-su` is one), a slash and a comma always, a full stop before
# another label (`Bài: Lam Hà. Ảnh: Hà Mơ`).
_PARTS = re.compile(
    r"((?=[\s/,;|._–—-])(?:\s*[/,;|]\s*|\.\s+(?=[^\W\d_]{2,6}:)|\s+(?=theo\s)|\s+&\s+|\s+\+\s+|\s+[-–—_]\s*"
    r"|\s*[-–—_]\s+|\s+và\s+|\s+and\s+|_))",
    re.IGNORECASE,
)
INITIALS = re.compile(r"(?:[^\W\d_]{1,3}\.\s?)+(?:[^\W\d_]+)?\.?")
_DOMAIN = re.compile(
    r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:vn|com|org|net|gov|info|tv|edu|eu|de|fr|cz|jp|kr|us|uk|au)(?:\.vn)?",
    re.IGNORECASE,
)
_CODE = re.compile(r"[A-ZĐÂĂÊÔƠƯ][A-ZĐÂĂÊÔƠƯ&]{1,7}(?:\d{0,2}|\.VN|\+)")
_OUTLET = re.compile(rf"{CAPITAL}[\w&'’.-]*(?: {CAPITAL}[\w&'’.-]*){{0,3}}")
_PLUS = re.compile(r"\S+(?:\s\S+)?\+")
CAPITALS = re.compile(r"[A-ZĐÂĂÊÔƠƯ]{2,3}")
_ALONE = re.compile(rf"{CAPITALS.pattern}|{CAPITAL}[^\W\d_A-Z]{{1,7}}")
"""What is a reporter beside a source: a name of one word, or initials without stops."""
SINGLE = re.compile(rf"(?:{CAPITAL}['’])?{CAPITAL}[^\W\d_]*(?<!{CAPITAL})")
"""A name of one word: `Trúc`, `K'Hiếu`."""
_URL = re.compile(r"\s*[:(]?\s*https?://\S+(?:\s\S+\.html?)?")
_PLACE_TAIL = re.compile(r"\s+(?:tại|từ|ở|in|at|from)\s+.*$", re.IGNORECASE)
_SIGNS_NOTE = r"(?:PV|P\.V|BTV|BBT|TS|N\.D|ND|NV|BT|TN|Tòa soạn|[eE]d)\.?\)"
_EDITORS_NOTE = re.compile(rf"\([^()]{{1,300}}[-–—,.]\s?{_SIGNS_NOTE}")
_NOTE_LINE = re.compile(
    r"^(?:LTS|Lời tòa soạn|Lời Tòa soạn|Lời toà soạn|Ghi chú của|Chú thích|Editor['’]s note)\s*[:.]",
    re.IGNORECASE,
)
_SITES = frozenset(("online", "news", "plus"))
"""How names of an outlet's site end."""
_ARROWS = frozenset("<>«»‹›→←")
SOURCE_LABELS = ("theo", "nguồn", "nguồn tin", "tham khảo", "nguồn tham khảo", "source")
LONGEST = 14
"""Words a line may have and still be a byline or an agency's line."""


@dataclass(frozen=True, slots=True)
class Signature:
    """A line that says who wrote it: names as they should be shown, agencies as written."""

    names: tuple[str, ...]
    agencies: tuple[str, ...]
    labelled: bool
    """It begins with `Theo`, `Tác giả:` and the like, so it is a signature wherever it stands."""


def read_signature(text: str) -> Signature | None:
    """Take a whole line as byline, agency or source; None when any part of it is something else."""
    if text.count(" ") >= LONGEST:
        return None
    if not _ARROWS.isdisjoint(text):
        return None  # `Tiếp theo >`
    text = (_URL.sub("", text) if "://" in text else text).strip(" .|*•")
    if "-" in text and "." in text and all(map(INITIALS.fullmatch, text.split("-"))):
        text = text.replace("-", " - ")  # `T.Hà-N.Quang`
    if text.startswith("(") and text.endswith(")") and text.count("(") == 1:
        text = text[1:-1].strip(" .")
    asides = _PARENTHESES.findall(text)
    core = _PARENTHESES.sub(" ", text).strip(" .,:-–—")
    core, label = strip_labels(core)
    signed = (
        bool(label)
        or core != _PARENTHESES.sub(" ", text).strip(" .,:-–—")
        or any(strip_labels(aside)[0] == "" or _trailing_labels().match(" " + aside) for aside in asides)
    )
    names: list[str] = []
    agencies: list[str] = []
    if core:
        # `Theo LAM HÀ (XĐO)`: the brackets name the source, so who stands before them is its reporter.
        source = label in SOURCE_LABELS and not any(map(_agencies_in, asides))
        pieces = [core] if _names_paper(core) else _PARTS.split(core)
        separators = ["", *(piece.strip().lower() for piece in pieces[1::2])]
        parts = [
            part.strip(" .:-–—") if not INITIALS.fullmatch(part.strip()) else part.strip()
            for part in pieces[::2]
        ]
        # `MT (Theo Xudoai)`, `Luna / Theo Xudoai`: beside a source one word or a few capitals are a reporter.
        sourced = any(map(_agencies_in, asides)) or any(strip_labels(part)[1] == "theo" for part in parts[1:])
        for place, (separator, part) in enumerate(zip(separators, parts, strict=True)):
            if not part:
                continue
            part, inner = strip_labels(part)
            if not part:
                continue
            # `Theo Hà Mơ/XĐ`: of two sources only one word is an outlet, more are its reporter.
            last = place == len(parts) - 1 or (separators[place + 1] == "/" and " " not in part)
            kind = _kind(part, after_slash=separator == "/", source=(source or inner == "theo") and last)
            if cut := _outlet_behind(part):
                names.append(shown(part[:cut]))
                agencies.append(part[cut + 1 :])
            elif kind == "agency":
                agencies.append(part)
            elif (
                kind == "name"
                or (kind == "single" and signed)
                or (sourced and not place and _ALONE.fullmatch(part))
            ):
                names.append(shown(strip_titles(part)))
            elif kind == "other" and (names or agencies) and place:
                continue
            else:
                return None
    for aside in asides:
        agencies += _agencies_in(aside)
    if not names and not agencies and not (label and not core):
        return None
    return Signature(tuple(dict.fromkeys(names)), tuple(dict.fromkeys(agencies)), bool(label))


def is_domain(text: str) -> bool:
    """`xudoai.vn`: an outlet by its address."""
    return _DOMAIN.fullmatch(text) is not None


def is_code(text: str) -> bool:
    """`VNS`: an outlet's short name in capitals."""
    return _CODE.fullmatch(text) is not None


def strip_labels(text: str) -> tuple[str, str]:
    """(what remains, the first label found): `Tin, ảnh: Lam Hà` → (`Lam Hà`, `tin, ảnh`)."""
    first = ""
    if INITIALS.fullmatch(text):
        return text, first  # `TH.VŨ`
    while match := _labels().match(text):
        rest = text[match.end() :]
        if rest and not (rest[0] in " :./" or match[0][-1] in ":."):
            break
        if rest[:1] == "." and rest[1:2].isalpha():
            break  # `Th.Hà` is a name.
        first = first or match[0].lower().strip(" :")
        text = rest.lstrip(" :./–-")
    trimmed = _trailing_labels().sub("", text)
    return trimmed.strip(" :,-–"), first


def strip_titles(name: str) -> str:
    """`ThS.BS Hà Thị Mơ` → `Hà Thị Mơ`."""
    while match := _titles().match(name):
        name = name[match.end() :].lstrip(" .,-–")
    return name


def _kind(part: str, *, after_slash: bool, source: bool) -> str:
    """agency, name, other (an office or a place that goes with a name), or empty: no part of a signature."""
    key = name_key(part)
    if key in keys("agencies") or _DOMAIN.fullmatch(part) or _PLUS.fullmatch(part):
        return "agency"
    house, _, bureau = part.partition("-")
    if bureau and house.isupper() and name_key(house) in keys("agencies"):
        return "agency"  # `VOV-Đông Phú`
    words = part.split()
    if _CODE.fullmatch(part) and (after_slash or source):
        return "agency"
    if _names_paper(part) or (after_slash and words[-1].lower() in _SITES):
        return "agency"
    if INITIALS.fullmatch(part) and len(part) <= 24:
        return "name"
    capitals = all(word[0].isupper() for word in words if word[0].isalpha()) and not any(
        c.isdigit() or c == ":" for c in part
    )
    if not capitals or (part.isascii() is False and _has_odd(part)):
        return "other" if len(words) <= 8 and part[0].isupper() and is_office(part) else ""
    if source and len(words) <= 5:
        return "name" if len(words) >= 2 and has_surname(part) else "agency"
    if key in keys("places"):
        return "other"
    if key in keys("not_names"):
        return ""  # `Chủ Nhật`
    if name_key(words[0]) in keys("portrait_titles"):
        return ""  # `Ông Lò Văn Én`: under a portrait, not under the story.
    if is_office(part):
        return "other"
    if 2 <= len(words) <= 5 and len(part) <= 40:
        return "name"
    if after_slash and len(words) <= 2:
        return "agency"
    if len(words) == 1 and 2 <= len(part) <= 12 and SINGLE.fullmatch(part) and not part.isascii():
        return "name" if after_slash else "single"
    return ""


def _outlet_behind(part: str) -> int:
    """Where a reporter's name ends that has an agency's behind it without a mark: `Hà Mơ Nhân Dân`; else 0."""
    words = part.split()
    if _names_agency(part):
        return 0
    for count in range(1, min(len(words), 6)):
        name = " ".join(words[:count])
        named = INITIALS.fullmatch(name) or (
            1 < count < 4 and all(word[0].isupper() for word in words[:count])
        )
        if named and _names_agency(" ".join(words[count:])):
            return len(name)
    return 0


def _names_paper(core: str) -> bool:
    """`Báo Lam Khê và Đông Phú`: one paper, and no two sources."""
    named = core.lower().startswith("báo ") and core[4:5].isupper()
    return named and core.count(" ") < 6 and core.replace(" ", "").isalpha()


def _names_agency(part: str) -> bool:
    """An agency, or a paper that says it is one: `Báo Xứ Đoài`."""
    return _names_paper(part) or name_key(part) in keys("agencies")


def _has_odd(part: str) -> bool:
    return any(not (c.isalnum() or c in " .-'’") for c in part)


def is_office(part: str) -> bool:
    """It begins as the names of offices do that sign beside a reporter."""
    return _offices().match(part) is not None


def has_surname(name: str) -> bool:
    """Tells `Theo Trần Thu Hà` from `Theo Thanh Niên Việt`."""
    return name_key(name.split(" ", 1)[0]) in keys("surnames")


def shown(name: str) -> str:
    """`VIỆT TRUNG` as `Việt Trung`, and once where it stands twice; initials stay."""
    words = name.split()
    half = len(words) // 2
    if half > 1 and [word.casefold() for word in words[:half]] == [word.casefold() for word in words[half:]]:
        words = words[half:]
    name = " ".join(words)
    if not name.isupper() or CAPITALS.fullmatch(name):
        return name
    return " ".join(
        ".".join(piece if len(piece) < 2 else piece.capitalize() for piece in word.split("."))
        for word in words
    )


def _agencies_in(aside: str) -> list[str]:
    """The agencies inside brackets: `P/v TTXVN tại Hàn Quốc`, `Theo TTXVN`, `TTXVN/Vietnam+`."""
    found: list[str] = []
    sourced = strip_labels(aside.strip())[1] in SOURCE_LABELS
    for part in re.split(r"\s*[/,;]\s*(?!v\b)|\s+[-–—]\s+", aside):
        part = _PLACE_TAIL.sub("", strip_labels(part.strip())[0]).strip()
        if (
            part and (name_key(part) in keys("agencies") or _DOMAIN.fullmatch(part) or _PLUS.fullmatch(part))
        ) or (part and found and _CODE.fullmatch(part)):
            found.append(part)
        elif sourced and _OUTLET.fullmatch(part) and not (" " in part and has_surname(part)):
            found.append(part)  # `Lam Hà (Theo Xudoai)`
    return found


@kept
def _labels() -> re.Pattern[str]:
    return any_of((label for label in everything("byline_labels")), start=True)


@kept
def _offices() -> re.Pattern[str]:
    return any_of(everything("signing_offices"), start=True)


@kept
def _titles() -> re.Pattern[str]:
    return any_of(everything("signing_titles"), start=True)


@kept
def _trailing_labels() -> re.Pattern[str]:
    words = "|".join(
        re.escape(label)
        for label in ("tổng hợp", "lược dịch", "biên dịch", "t/h", "thực hiện", "lược ghi", "ghi", "dịch")
    )
    return re.compile(rf"[\s,(–-]+(?:{words})\)?\.?$", re.IGNORECASE)


def editors_notes(text: str) -> list[tuple[int, int]]:
    """Where editors' notes stand in a line: `(… - PV)`, or the whole of `Lời tòa soạn: …`."""
    if _NOTE_LINE.match(text):
        return [(0, len(text))]
    return [match.span() for match in _EDITORS_NOTE.finditer(text)] if "(" in text else []
