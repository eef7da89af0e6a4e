"""A headline made from the lead, for a story that came without one."""

import re

from articles.text.lexicon import everything, kept
from articles.text.lines import CAPITAL, any_of

LONGEST = 100
_SHORTEST = 40

_WHEN = re.compile(
    r"^(?:vào\s+)?(?:(?:rạng\s+)?(?:sáng|trưa|chiều|tối|đêm)(?:\s+(?:và\s+\w+))?\s+(?:nay|qua|mai|\d)|(?:trong\s+)?(?:hai\s+|\d\s+)?ngày\s+(?:\(?\d|hôm)|"
    r"hôm nay|hôm qua|mới đây|vừa qua|on\s+\w+day|on\s+\w+\s+\d)(?:[^,;.]|(?<=\d)\.(?=\d)){0,60},\s*",
    re.IGNORECASE,
)
_WHERE = re.compile(r"^(?:tại|ở|in|at)\s+[^,;.]{2,60},\s*", re.IGNORECASE)
_FIRST_SENTENCE = re.compile(rf".+?[^.\s][.!?…]+(?=[\"”’)]*(?:\s+[\"“(]?{CAPITAL}|$))", re.DOTALL)
_ABBREVIATION = re.compile(r"(?:^|[\s(])(?:TP|TS|ThS|GS|PGS|BS|KS|LS|Tp|Mr|Mrs|Ms|Dr|St|T\.Ư|[A-ZĐ])\.$")
_BREAK = re.compile(r"[,;:]\s|\s[-–—]\s|\.\.\.\s|…\s")


def propose(lead: str) -> tuple[str, int, int]:
    """(headline, start, end): the beginning of `lead` up to a clause, at most `LONGEST` characters.

    The opening date and place are left out when enough is left. `lead[start:end]` is where it comes from.
    """
    start = 0
    for pattern in (_WHEN, _WHERE, _WHEN):
        match = pattern.match(lead[start:])
        if match and len(lead) - start - match.end() >= _SHORTEST:
            start += match.end()
    sentence = _sentence(lead[start:])
    end = start + len(sentence)
    if len(sentence) > LONGEST:
        end = start + _cut(sentence)
    headline = lead[start:end].rstrip(" ,;:.-–—/|")
    if headline.count("“") > headline.count("”"):
        headline = headline.replace("“", "", 1) if headline.startswith("“") else headline + "”"
    return headline[:1].upper() + headline[1:], start, start + len(lead[start:end].rstrip(" ,;:.-–—/|"))


def _sentence(text: str) -> str:
    end = 0
    while match := _FIRST_SENTENCE.match(text, end):
        end = match.end()
        if not _ABBREVIATION.search(text[max(0, end - 6) : end]):
            return text[:end]
    return text


def _cut(sentence: str) -> int:
    """The last clause boundary that keeps the headline short enough, else the last word's."""
    for boundary in (_BREAK, _clauses()):
        cuts = [match.start() for match in boundary.finditer(sentence, 0, LONGEST + 20)]
        if fit := [cut for cut in cuts if _SHORTEST <= cut <= LONGEST]:
            return fit[-1]
    space = sentence.rfind(" ", 0, LONGEST + 1)
    return space if space > 0 else LONGEST


@kept
def _clauses() -> re.Pattern[str]:
    return any_of(everything("clause_starts"))
