"""Who signed, as only the lines that close a story can say it: initials, offices, outlets."""

from articles.text import lazy_re as re
from articles.text.fold import name_key
from articles.text.layout.bylines import (
    CAPITALS,
    INITIALS,
    SINGLE,
    Signature,
    has_surname,
    names_source,
    read_signature,
    strip_labels,
)
from articles.text.layout.houses import is_code, is_site
from articles.text.layout.lines import CAPITAL, keys, tells
from articles.text.layout.not_signing import is_office

_CLOSING = re.compile(r"\((?P<name>[A-ZĐ][^\s().,;:]*(?: [A-ZĐ][^\s().,;:]*){0,3})\)")
# `báo điện tử Xứ Đoài`, unlike `báo cáo tháng 3`.
_HOUSE = re.compile(rf"(?i:báo|tạp chí|đài|trang tin|cổng thông tin)(?i: điện tử)? {CAPITAL}")
_DASH = re.compile(r"\s[-–]\s")
_STAFF_LABELS = ("pv", "p/v", "ctv", "btv", "bbt", "phóng viên", "nhóm pv", "nhóm phóng viên")
_LONGEST_SOURCE, _LONGEST_NAMED = 6, 10
"""Words of a source's name, and of an office's; those of a source that a colon introduces."""
_LONGEST_NAME = 8
"""Letters of a syllable, and one more."""
_NAME_WORDS = range(2, 5)
_LONGEST_OUTLET = 4
"""Words of an outlet's name, where nothing but its place shows that it is one."""


def read_closing(text: str) -> Signature | None:
    """What stands behind the mark that ends a story: a signature, or whatever brackets hold (`./. (Xudoainews)`)."""
    signature = read_signature(text)
    if signature or not (match := _CLOSING.fullmatch(text.strip(" ."))):
        return signature
    name = match["name"].strip(" .")
    return Signature((name,), (), False) if CAPITALS.fullmatch(name) else Signature((), (name,), False)


def read_alone(text: str) -> Signature | None:
    """`MV`, `Thảo`, `XĐTV`: initials without stops, a name of one word or an outlet's short name, which only a line
    below a story can be."""
    text = text.strip(" .()")
    key = name_key(text)
    if key in keys("places") or key in keys("not_names"):
        return None
    if CAPITALS.fullmatch(text) or (
        SINGLE.fullmatch(text) and not text.isascii() and len(text) < _LONGEST_NAME
    ):
        return Signature((text,), (), False)
    return Signature((), (text,), False) if is_code(text) else None


def read_source(text: str) -> Signature | None:
    """`Theo Nhịp sống đô thị`, `Theo xudoai`: a source with small letters in its name, which only a line below the
    story can be."""
    name, label = strip_labels(text.strip(" .()"))
    told = name.replace(" ", "").replace("&", "").replace("-", "")
    opens = name[:1].isupper() or is_site(name.replace(" ", "")) or _HOUSE.match(name)
    if not names_source(label) or not opens or not told.isalnum():
        return None
    longest = _LONGEST_NAMED if ":" in text else _LONGEST_SOURCE
    return Signature((), (name,), True) if len(name.split()) <= longest else None


def read_unit(text: str) -> Signature | None:
    """`Phòng Hợp tác quốc tế`, `Nhóm PV`: an office or the staff, which only a story's last line can be."""
    text = text.strip(" .(").partition("(")[0].strip(" .)")  # `PV (Tổng hợp)`
    core, label = strip_labels(text)
    if not core:
        who = text.rpartition(":")[2].strip()  # `Tác giả: PV`
        staff = who if who.lower() in _STAFF_LABELS else text[: len(label)]
        return Signature((staff,), (), True) if staff.lower() in _STAFF_LABELS else None
    parts = _DASH.split(text)
    office = (
        " " in text
        and all(
            part.replace(" ", "").replace("&", "").isalnum() and part.count(" ") < _LONGEST_SOURCE
            for part in parts
        )
        and all(map(is_office, parts))
        and not tells(text)
    )
    return Signature((text,), (), False) if office else None


def is_outlet_of(source: str, signature: Signature, text: str) -> bool:
    """Whether a line below `Theo X` is the outlet for which X reported: X reads like a person, the line like none."""
    if not names_source(strip_labels(source)[1]) or not all(
        map(_may_be_person, (*signature.names, *signature.agencies))
    ):
        return False
    below = read_signature(text)
    if below and not below.names:
        return not below.labelled
    return (
        len(text.split()) <= _LONGEST_OUTLET
        and not has_surname(text)
        and text[:1].isupper()
        and text.strip(" .").replace(" ", "").isalpha()
    )


def _may_be_person(name: str) -> bool:
    """Initials, or a few capitalised words that are no agency's."""
    if name_key(name) in keys("agencies"):
        return False
    words = name.split()
    named = len(words) in _NAME_WORDS and all(word[:1].isupper() for word in words)
    return named or INITIALS.fullmatch(name) is not None
