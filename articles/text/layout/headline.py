"""A headline made from the lead, for a story that came without one."""

from bisect import bisect_right

from articles.text import lazy_re as re
from articles.text.layout.lines import CAPITAL, any_of, phrases, tokens_of
from articles.text.lexicon import everything, kept

LONGEST = 150
_GOOD = 105
"""A headline longer than this is made only where a shorter one would say nothing."""
_SHORTEST = 36
_LONGEST_PRELUDE = 170
"""Letters before the subject that are left out: an occasion, a place, an invitation."""

_WHEN = re.compile(
    r"^(?:(?:vào|khoảng|từ|lúc|đúng)\s+)*(?:\d{1,2}\s?(?:h|giờ)\s?\d{0,2}\s+)?(?:(?:rạng\s+)?(?:sáng|trưa|chiều|tối|đêm)"
    r"(?:\s+(?:và\s+)?(?:sớm|muộn|sáng|chiều|tối))?(?:\s+ngày)?\s+(?:nay|qua|mai|\(?\d)"
    r"|(?:trong\s+)?(?:hai\s+|\d\s+)?ngày\s+(?:\(?\d|hôm)|"
    r"hôm nay|hôm qua|mới đây|vừa qua|on\s+\w+day|on\s+\w+\s+\d)(?:[^,;.]|(?<=\d)\.(?=\d)){0,60},\s*",
    re.IGNORECASE,
)
_WHERE = re.compile(
    r"^(?:tại|ở|in|at)\s+[^,;.]{2,80},\s*"
    r"(?:(?:quận|huyện|xã|phường|thị xã|thị trấn|thành phố|tỉnh|tp|thôn|đường)\s[^,;.]{1,40},\s*)*",
    re.IGNORECASE,
)
_HEARD = re.compile(r"^(?:thông tin|tin|nguồn tin) (?:từ|của) (?=\S)", re.IGNORECASE)
_FIRST_SENTENCE = re.compile(rf".+?[^.\s][.!?…]+(?=[\"”’)]*(?:\s+[\"“(]?{CAPITAL}|$))", re.DOTALL)
_ABBREVIATION = re.compile(r"(?:^|[\s(])(?:TP|TS|ThS|GS|PGS|BS|KS|LS|Tp|Mr|Mrs|Ms|Dr|St|T\.Ư|[A-ZĐ])\.$")
_BREAK = re.compile(r"[,;:]\s|\s[-–—]\s|\.\.\.\s|…\s")

# What a place to cut a sentence is worth.
_AT_END, _AT_BREAK, _AT_CLAUSE, _AT_WORD = 3.0, 2.0, 1.5, -2.5
_SAYS_NOTHING, _HANGS, _OPEN, _NAME_GOES_ON = -4.0, -8.0, -4.0, -1.5
_LENGTH, _TOO_LONG = 3.0, 0.06
"""The first times the share of a good length: the more it says, the better; the second for each letter beyond."""


def propose(lead: str) -> tuple[str, int, int]:
    """(headline, start, end): the beginning of `lead` up to a clause, at most `LONGEST` characters.

    The opening date, place and occasion are left out when enough is left. `lead[start:end]` is where it comes from.
    """
    start = _subject(lead)
    sentence = _sentence(lead[start:])
    end = start + len(sentence)
    if len(sentence) > _GOOD:
        end = start + _cut(sentence)
    headline = lead[start:end].rstrip(" ,;:.-–—/|")
    if headline.count("“") > headline.count("”"):
        headline = headline[1:].lstrip() if headline.startswith("“") else headline + "”"
    return headline[:1].upper() + headline[1:], start, start + len(lead[start:end].rstrip(" ,;:.-–—/|"))


def _subject(lead: str) -> int:
    """Where the sentence says who or what it is about, as far as can be seen."""
    start = 0
    for _ in range(4):
        rest = lead[start : start + 2 * _LONGEST_PRELUDE]
        match = _WHEN.match(rest) or _WHERE.match(rest) or _HEARD.match(rest)
        cut = match.end() if match else _prelude(rest)
        if not cut or len(_sentence(lead[start + cut :])) < _SHORTEST:
            break
        start += cut
    return start


def _prelude(text: str) -> int:
    """The length of a clause before the subject; 0 when the sentence begins with its subject."""
    if not phrases("headline_preludes").open(tokens_of(text[:40])):
        return 0
    for match in re.finditer(r",\s+", text[:_LONGEST_PRELUDE]):
        rest = text[match.end() :]
        if rest[:1].isupper() or _WHEN.match(rest) or phrases("headline_subjects").open(tokens_of(rest[:40])):
            head = text[: match.start()]
            return match.end() if head.count("(") == head.count(")") else 0
    return 0


def _sentence(text: str) -> str:
    end = 0
    while match := _FIRST_SENTENCE.match(text, end):
        end = match.end()
        if not _ABBREVIATION.search(text[max(0, end - 6) : end]):
            return text[:end]
    return text


def _cut(sentence: str) -> int:
    """The best place to end a headline at: after a clause that says something, and late rather than early."""
    places = {match.start(): _AT_WORD for match in re.finditer(r"\s", sentence[: LONGEST + 1])}
    places |= {match.start(): _AT_CLAUSE for match in _clauses().finditer(sentence, 0, LONGEST + 20)}
    places |= {match.start(): _AT_BREAK for match in _BREAK.finditer(sentence, 0, LONGEST + 20)}
    places[len(sentence.rstrip(" .!?…"))] = _AT_END
    fit = {place: worth for place, worth in places.items() if _SHORTEST <= place <= LONGEST}
    if not fit:
        return sentence.find(" ") if 0 < sentence.find(" ") <= LONGEST else LONGEST
    found = list(re.finditer(r"\w+", sentence[: LONGEST + 1].lower()))
    tokens, ends = [match[0] for match in found], [match.end() for match in found]
    verbs = phrases("headline_verbs")
    said = next((at + length for at in range(1, len(tokens)) if (length := verbs.at(tokens, at))), LONGEST)
    return max(
        fit,
        key=lambda place: (
            fit[place] + _worth(sentence, place, tokens[: bisect_right(ends, place)], said),
            place,
        ),
    )


def _worth(sentence: str, place: int, tokens: list[str], said: int) -> float:
    """How well `sentence[:place]`, which is `tokens`, stands as a headline; `said`: where its first verb ends."""
    head = sentence[:place].rstrip()
    worth = _LENGTH * min(place, _GOOD) / _GOOD - _TOO_LONG * max(0, place - _GOOD)
    if said >= len(tokens):
        worth += _SAYS_NOTHING
    ends = phrases("headline_ends")
    if any(ends.open(tokens[-length:]) == length for length in (1, 2)):
        worth += _HANGS
    if head.count("(") > head.count(")") or head.count("“") > head.count("”") or head.count('"') % 2:
        worth += _OPEN
    following = sentence[place:].lstrip(" ,;")
    if following[:1].isupper() and head[-1:].isalnum():
        worth += _NAME_GOES_ON
    return worth


@kept
def _clauses() -> re.Pattern[str]:
    return any_of(everything("clause_starts"))
