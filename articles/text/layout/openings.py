"""How paragraphs open that begin a story, or go on with one."""

from articles.text import lazy_re as re
from articles.text.layout.lines import Row, phrases

DATED = re.compile(
    r"^[(\"“]?(?:(?:từ|trong|vào|vào lúc|khoảng)\s+)?(?:(?:\d+|hai|ba)\s+)?"
    r"(?:\d{1,2}\s?(?:h|g|giờ)\s?\d{0,2}\s+)?(?:ngày|rạng sáng|sáng|trưa|chiều|tối|đêm|hôm)"
    r"(?:\s+(?:nay|qua|mai|tối|ngày|sớm|muộn|cùng ngày|mùng|hôm))*,?\s*\(?\d"
    r"|^\d{1,2}\s?(?:h|g|giờ)\s?\d{0,2}(?:\s?phút)?,?\s+(?:(?:sáng|trưa|chiều|tối|đêm)\s+)?cùng ngày\b",
    re.IGNORECASE,
)
# `Phóng viên: Thưa ông, vì sao …`: an interviewer.
ASKS = re.compile(r"(?:phóng viên|p/?\.?v|nhà báo|btv|mc|hỏi)(?: [^:?]{1,30})?: ", re.IGNORECASE)


def opens_story(row: Row) -> bool:
    """It begins with a day, or as paragraphs do that go on with a story."""
    return DATED.match(row.text) is not None or opens_paragraph(row.tokens)


def opens_paragraph(tokens: list[str]) -> bool:
    """The line begins as paragraphs of a story do; `Vì sao` and `Tại sao` open headlines as well."""
    return tokens[1:2] != ["sao"] and phrases("paragraph_openings").open(tokens) > 0
