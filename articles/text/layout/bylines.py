"""Who signed the story: reporters and agencies on lines of their own."""

from typing import NamedTuple

from articles.text import lazy_re as re
from articles.text.fold import name_key
from articles.text.layout.houses import (
    held_together,
    is_code,
    is_short_name,
    is_site,
    is_site_of_house,
    let_go,
    may_be_house,
    may_be_source,
    names_agency,
    names_paper,
    without_place,
)
from articles.text.layout.lines import CAPITAL, any_of, keys, phrases, tokens_of
from articles.text.layout.not_signing import is_office, is_rank, names_no_one, signs_nothing
from articles.text.layout.pen_names import is_pen_name, wrote
from articles.text.lexicon import everything, kept, kept_last

_PARENTHESES = re.compile(r"\(([^()]*)\)")
# A hyphen parts names only with a space beside it (`Kim Dae-su` is one), a slash and a comma always, a full stop before
# another label (`Bài: Lam Hà. Ảnh: Hà Mơ`).
_PARTS = re.compile(
    r"((?=[\s/,;|._–—-])(?:\s*(?:/(?!v\b)|[,;|])\s*|\.\s+(?=[^\W\d_]{2,6}:)|\s+(?=theo\s)|\s+&\s+|\s+\+\s+|\s+[-–—_]\s*"
    r"|\s*[-–—_]\s+|\s+và\s+|\s+and\s+|_))",
    re.IGNORECASE,
)
INITIALS = re.compile(r"(?:[^\W\d_]{1,3}\.\s?)+(?:[^\W\d_]+)?\.?")
CAPITALS = re.compile(r"[A-ZĐÂĂÊÔƠƯ]{2,3}")
_ALONE = re.compile(rf"{CAPITALS.pattern}|{CAPITAL}[^\W\d_A-Z]{{1,7}}")
"""What is a reporter beside a source: a name of one word, or initials without stops."""
SINGLE = re.compile(rf"(?:{CAPITAL}['’])?{CAPITAL}[^\W\d_]*(?<!{CAPITAL})")
"""A name of one word: `Trúc`, `K'Hiếu`."""
_URL = re.compile(r"\s*[:(]?\s*https?://\S+(?:\s\S+\.html?)?")
# `Theo https://xudoai.vn`, `Nguồn: https://xudoai.vn/cau-tra.html`: the site is the source's name.
_SITE_ALONE = re.compile(
    r"\b(theo|nguồn)(?: ?: ?| )https?://(?:www\.)?([\w.-]+)(?:/[^\s:]*)?$", re.IGNORECASE
)
_NUMBERED = re.compile(r"[^\W\d_]{3,}\d{1,3}[a-z]?")
_MAIL = frozenset(("email", "e-mail", "email:", "e-mail:"))
_DASHES, _MARKS = frozenset("-–—"), frozenset("-–—|")
_AND = frozenset((",", "và", "&"))
_ARROWS = frozenset("<>«»‹›→←")
_SOURCES = frozenset(("theo", "nguồn", "tham", "trích", "dẫn", "source"))
_FROM = frozenset(("từ", "theo"))
_WHENCE = re.compile(rf"(?:từ|tại|from|in) {CAPITAL}[^\W\d_]*(?: {CAPITAL}[^\W\d_]*){{0,3}}")
LONGEST = 14
"""Words a line may have and still be a byline or an agency's line."""


class Signature(NamedTuple):
    """A line that says who wrote it: names as they should be shown, agencies as written."""

    names: tuple[str, ...]
    agencies: tuple[str, ...]
    labelled: bool
    """It begins with `Theo`, `Tác giả:` and the like, so it is a signature wherever it stands."""


@kept_last(2_000)
def read_signature(text: str) -> Signature | None:
    """Take a whole line as byline, agency or source; None when any part of it is something else."""
    if text.count(" ") >= LONGEST or names_no_one(text):
        return None
    if not _ARROWS.isdisjoint(text) or phrases("label_words").open(tokens_of(text)) > 1:
        return None  # `Tiếp theo >`, `Dịch vụ trong nước`
    text = (_URL.sub("", _SITE_ALONE.sub(r"\1: \2", text)) if "://" in text else text).strip(" .|*•")
    if "@" in text:
        text = " ".join(word for word in text.split() if "@" not in word and name_key(word) not in _MAIL)
    if "-" in text and "." in text and all(map(INITIALS.fullmatch, text.split("-"))):
        text = text.replace("-", " - ")  # `T.Hà-N.Quang`
    if text.startswith("(") and text.endswith(")") and text.count("(") == 1:
        text = text[1:-1].strip(" .")
    asides = _PARENTHESES.findall(text)
    core = _PARENTHESES.sub(" ", text).strip(" .,:-–—")
    core, label = strip_labels(core)
    if core and not label and text[-1] == ":":
        return None  # `LƯU Ý:`, above what is to be minded.
    signed = (
        bool(label)
        or core != _PARENTHESES.sub(" ", text).strip(" .,:-–—")
        or any(strip_labels(aside)[0] == "" or _trailing_labels().match(" " + aside) for aside in asides)
    )
    names: list[str] = []
    agencies: list[str] = []
    from_source = names_source(label)
    found = [_agencies_in(aside, sourced=from_source) for aside in asides]
    if core:
        # `Theo LAM HÀ (XĐO)`: the brackets name the source, so who stands before them is its reporter.
        source = from_source and not any(found)
        pieces = [core] if names_paper(core) else _PARTS.split(held_together(core, sourced=from_source))
        separators = ["", *(piece.strip().lower() for piece in pieces[1::2])]
        parts = [
            let_go(part).strip(" .:-–—") if not INITIALS.fullmatch(part.strip()) else part.strip()
            for part in pieces[::2]
        ]
        # `MT (Theo Xudoai)`, `Luna / Theo Xudoai`: beside a source one word or a few capitals are a reporter.
        sourced = any(found) or any(names_source(strip_labels(part)[1]) for part in parts[1:])
        behind = office = False
        for place, (separator, part) in enumerate(zip(separators, parts, strict=True)):
            if not part:
                continue
            if separator == "/" and (
                (agencies and may_be_house(part)) or (names and from_source and may_be_source(part))
            ):
                agencies.append(part)  # `TTXVN/Tin tức`, `Theo Hà Mơ/Nhịp sống phố núi`
                continue
            part, inner = strip_labels(part)
            part = without_place(part)
            if not part:
                continue
            behind = behind or names_source(inner)
            # `Theo Hà Mơ/XĐ`: of two sources only one word is an outlet, more are its reporter.
            last = place == len(parts) - 1 or (separators[place + 1] in ("/", ",") and " " not in part)
            kind = _kind(part, after_slash=separator == "/", source=(source and last) or behind)
            if names and ((kind == "name" and is_rank(part)) or (not kind and signs_nothing(part))):
                kind = "other"
            if kind != "agency" and names and separator in _MARKS and is_short_name(part, core):
                kind = "agency"
            if cut := _outlet_behind(part):
                names.append(shown(part[:cut]))
                agencies.append(part[cut + 1 :])
            elif kind == "agency":
                agencies.append(part)
            elif (
                kind == "name"
                or (kind == "single" and signed)
                or (sourced and not place and _ALONE.fullmatch(part))
                or (wrote(label) and is_pen_name(part))
            ):
                names.append(shown(strip_titles(part)))
            elif signed and ((len(part) > 3 and is_code(part)) or _NUMBERED.fullmatch(part)):
                agencies.append(part)  # `XĐTV tổng hợp`, `Xudoai24h tổng hợp`
            elif kind == "other" and label and not (names or from_source) and ":" in text and is_office(part):
                names.append(part)  # `Đăng bởi: Ban biên tập`
            elif last and names and names_source(inner) and may_be_source(part):
                agencies.append(part)  # `Hà Mơ, Theo Nhịp sống phố núi`
            elif place and (names or agencies) and (kind == "other" or _is_bureau(part, separator, agencies)):
                office = kind == "other"
            elif (
                office
                and separator in _AND
                and part[0].isupper()
                and not phrases("headline_verbs").count(tokens_of(part))
            ):
                continue  # `Hà Mơ - Phòng Văn hóa và Thông tin`
            else:
                return None
    for inside in found:
        agencies += inside
    if not names and not agencies and not (label and not core):
        return None
    return Signature(tuple(dict.fromkeys(names)), tuple(dict.fromkeys(agencies)), bool(label))


def names_source(label: str) -> bool:
    """`Theo`, `Nguồn tin`, `Lược dịch từ`: behind such a label stands where the story comes from."""
    words = label.split()
    return bool(words) and (words[0] in _SOURCES or words[-1] in _FROM)


def _is_bureau(part: str, separator: str, agencies: list[str]) -> bool:
    """`VOV - Miền Trung`: where the agency's reporter is."""
    return bool(agencies) and separator in _DASHES and part.istitle()


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
    words = part.split()
    if names_agency(part) or (source and is_site(part)):
        return "agency"
    house, _, bureau = part.partition("-")
    coded = is_code(part) or (is_code(house) and bureau[:1].isupper())
    if (coded and (after_slash or source)) or (after_slash and is_site_of_house(part)):
        return "agency"
    if INITIALS.fullmatch(part) and len(part) <= 24:
        return "other" if key in keys("places") else "name"  # `TP.HCM`
    if _WHENCE.fullmatch(part):
        return "other"  # `Hà Mơ - từ Oslo`
    capitals = all(word[0].isupper() for word in words if word[0].isalpha()) and not any(
        c.isdigit() or c == ":" for c in part
    )
    if not capitals or not (part.isascii() or all(c.isalnum() or c in " .-'’" for c in part)):
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
    if signs_nothing(part):
        return ""
    if 2 <= len(words) <= 5 and len(part) <= 40 and max(map(len, words)) > 1:  # Unlike `A A`.
        return "name"
    if after_slash and len(words) <= 2:
        return "agency"
    if len(words) == 1 and 2 <= len(part) <= 12 and SINGLE.fullmatch(part) and not part.isascii():
        return "name" if after_slash else "single"
    return ""


def _outlet_behind(part: str) -> int:
    """Where a reporter's name ends that has an agency's behind it without a mark: `Hà Mơ Nhân Dân`; else 0."""
    words = part.split()
    if names_agency(part) or ":" in part:
        return 0  # `NLĐ: Người lao động` is what letters stand for.
    for count in range(1, min(len(words), 6)):
        name = " ".join(words[:count])
        named = INITIALS.fullmatch(name) or (
            1 < count < 4 and all(word[0].isupper() for word in words[:count])
        )
        if named and names_agency(" ".join(words[count:])):
            return len(name)
    return 0


def has_surname(name: str) -> bool:
    """Tells `Theo Tạ Thu Hà` from `Theo Mùa Vàng Việt`."""
    return name_key(name.split(" ", 1)[0]) in keys("surnames")


def shown(name: str) -> str:
    """`VIỆT TRUNG` as `Việt Trung`, and once where it stands twice; initials stay."""
    words = name.split()
    half = len(words) // 2
    if half > 1 and " ".join(words[:half]).casefold() == " ".join(words[half:]).casefold():
        name = " ".join(words[half:])
    if not name.isupper() or CAPITALS.fullmatch(name):
        return name
    return " ".join(
        ".".join(piece if len(piece) < 2 else piece.capitalize() for piece in word.split("."))
        for word in name.split()
    )


def _agencies_in(aside: str, *, sourced: bool) -> list[str]:
    """The agencies inside brackets: `P/v TTXVN tại Hàn Quốc`, `Theo TTXVN`, `TTXVN/Vietnam+`.

    `sourced`: a word for a source stands before the brackets.
    """
    found: list[str] = []
    sourced = sourced or names_source(strip_labels(aside.strip())[1])
    for part in re.split(r"\s*[/,;]\s*(?!v\b)|\s+[-–—]\s+", aside):
        part = without_place(strip_labels(part.strip())[0])
        coded = is_code(part) and (found or (len(part) > 2 and not is_office(part)))
        if part and (coded or names_agency(part)):
            found.append(part)
        elif not sourced or name_key(part) in keys("places"):
            continue
        elif is_site(part) or (may_be_source(part) and not (" " in part and has_surname(part))):
            found.append(part)  # `Lam Hà (Theo Xudoai)`, `Theo Lam Hà (Nhịp phố)`
    return found


@kept
def _labels() -> re.Pattern[str]:
    return any_of((label for label in everything("byline_labels")), start=True)


@kept
def _titles() -> re.Pattern[str]:
    return any_of((*everything("signing_titles"), *everything("ranks")), start=True)


@kept
def _trailing_labels() -> re.Pattern[str]:
    words = "|".join(map(re.escape, everything("byline_labels_behind")))
    return re.compile(rf"[\s,(–-]+(?:{words})\)?\.?$", re.IGNORECASE)
