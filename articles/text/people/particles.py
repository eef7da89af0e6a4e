"""What stands between the words of a name: `Anders van der Lund`, `Karim al-Holt`, `John "Jack" Holt`."""

from articles.text.words.phrases import word_set
from articles.text.words.tokens import Row

PARTICLES = word_set(
    "van von der den de e del della da di do dos du la le bin binti bint ibn al el af av ter ten zu und"
)
_ABROAD = frozenset(("von", "der", "della", "dos", "bint", "ibn"))
"""Of these, those that are no Vietnamese syllables: `Anders | von der | Lund`."""
_ARTICLES = frozenset(("al", "el", "ul", "ad", "ar", "as", "az", "an", "bin"))
"""Arabic ones, written to the name behind them: `Karim | al-Holt`."""
QUOTES = frozenset("\"“”'‘’")
JOINTS = frozenset("-’'‑")
INSIDE = JOINTS | QUOTES | {"."}
"""Marks inside a name: `Seung-bae`, `M. K.`, `John "Jack" Holt`."""
COUNTED = frozenset(("năm", "khóa", "khoá", "ngày", "tháng", "kỳ"))
"""In their capital before a number these open a sentence, or say which of several."""
NUMBERED = frozenset(("thôn", "ấp", "lớp"))
"""In their capital before a number these say where somebody lives or learns: `anh Tạ Văn Kha | Thôn 3`."""
_ROMAN = frozenset("IVXL")


def joined_end(row: Row, at: int) -> int:
    """Where the word that begins at token `at` ends, its hyphens and what they join included: `Sa-la-van |`."""
    end = at + 1
    while end + 1 < row.size and row.words[end].text in JOINTS and row.glued(end) and row.glued(end + 1):
        end += 2
    return end


def past_nickname(row: Row, at: int) -> int:
    """Where the name goes on behind the nickname that the mark at token `at` opens: `John "Jack" | Holt`; `at` where
    none is."""
    for close in range(at + 2, min(row.size - 1, at + 4)):
        if row.words[close].text in QUOTES:
            whole = row.glued(at + 1) and row.glued(close) and not row.glued(close + 1) and not row.glued(at)
            return close + 1 if whole and row.words[at + 1].capital and row.words[close + 1].capital else at
    return at


def past_article(row: Row, at: int) -> int:
    """Where the name begins to which an article at token `at` is written: `al-|Holt`; `at` where none is."""
    if row.lows[at] not in _ARTICLES or at + 2 >= row.size or not row.words[at + 2].capital:
        return at
    joined = row.words[at + 1].text in JOINTS and row.glued(at + 1) and row.glued(at + 2)
    return at + 2 if joined else at


def capital_after(row: Row, at: int) -> bool:
    """A capital follows the particles at token `at`; one that reads as Vietnamese only where no particle does."""
    after = at + 1
    while after < row.size and row.words[after].low in PARTICLES:
        after += 1
    if after >= row.size or not row.words[after].capital:
        return False
    return not row.words[after].syllable or not _ABROAD.isdisjoint(row.lows[at:after])


def counts(row: Row, at: int) -> bool:
    """`Sở Y tế Lam Trà | Năm 2019`, `Đoàn Thanh niên Lam Trà | Khóa XII`, but `bà Tạ Thị | Năm 45 tuổi`."""
    if at + 2 >= row.size:
        return False
    text = row.words[at + 1].text
    return (text[0].isdigit() or (len(text) > 1 and _ROMAN.issuperset(text))) and row.lows[at + 2] != "tuổi"
