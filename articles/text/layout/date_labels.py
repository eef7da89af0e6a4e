"""What stands before the date of a page: its weekday, and labels that say of what it is, `Ngày đăng`, `Truy cập`."""

from articles.text import lazy_re as re
from articles.text.layout.bylines import has_surname
from articles.text.layout.lines import CAPITAL, any_of
from articles.text.lexicon import everything, kept

WEEKDAY = r"(?i:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|cn|t[2-7])"
_NAMED_DANG = re.compile(rf"\b({CAPITAL}[^\W\d_]+(?: {CAPITAL}[^\W\d_]+)?) Đăng {CAPITAL}[^\W\d_]+")


def without_labels(rest: str) -> tuple[str, int]:
    """The words beside a date without labels, and how many those were; `Tạ Đăng Kha` keeps its second word."""
    if not (named := _NAMED_DANG.search(rest)) or not has_surname(named[1]):
        return date_labels().subn(" ", rest)
    (before, first), (behind, more) = (
        date_labels().subn(" ", part) for part in (rest[: named.start()], rest[named.end() :])
    )
    return f"{before}{named[0]}{behind}", first + more


@kept
def date_labels() -> re.Pattern[str]:
    """`Ngày đăng`, `Cập nhật lúc`."""
    return any_of(everything("date_labels"))


@kept
def visited() -> re.Pattern[str]:
    """`Truy cập lúc 12/06/2019`: when a page was read or saved, which says nothing of its publication."""
    return re.compile(
        any_of(everything("visit_labels"), start=True).pattern + r"\s?:?\s?\W?\d", re.IGNORECASE
    )
