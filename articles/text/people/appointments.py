"""Offices and trades that people are elected or appointed to, take up or leave: `bầu ông A làm Chủ tịch`, `bà B được
bổ nhiệm giữ chức …`, `ông C bị miễn nhiệm chức …`, `A từ chức Thủ tướng`."""

from articles.text.people.heads import HEAD_WORDS
from articles.text.people.roles import Role, role_at
from articles.text.words.phrases import Phrases
from articles.text.words.tokens import Row

_VERBS = Phrases(
    lambda: (
        (verb, True)
        for verb in (
            "bầu",
            "bổ nhiệm",
            "cử",
            "chỉ định",
            "phê chuẩn",
            "tín nhiệm",
            "điều động",
            "tiến cử",
            "tuyển chọn",
            "chọn",
            "đề cử",
            "miễn nhiệm",
            "bãi nhiệm",
            "cho thôi",
            "phân công",
        )
    )
)
_TO = Phrases(
    lambda: (
        (words, True)
        for words in ("làm", "giữ", "giữ chức", "giữ chức vụ", "giữ cương vị", "giữ vị trí", "đảm nhiệm chức vụ",
                      "đảm nhận chức vụ", "đảm nhiệm", "vào chức vụ", "vào vị trí", "là",
                      "chức", "chức vụ", "chức danh", "khỏi chức", "khỏi chức vụ")
    )
)  # fmt: skip
_ITSELF = Phrases(
    lambda: (
        (verb, True)
        for verb in (
            "từ chức",
            "nhậm chức",
            "đắc cử",
            "tái đắc cử",
            "cách chức",
            "thôi giữ chức",
            "thôi chức",
        )
    )
)
"""Right behind these the office may follow."""
_OPENINGS = frozenset(
    ("được", "bị", "vừa", "đã", "tiếp", "tái", "đắc", "thôi", "từ", "nhậm", "chính", "tuyên", "xin", "sẽ")
)
_BEFORE, _BEHIND = 6, 12


def appointed(row: Row, start: int, end: int) -> Role | None:
    """The office that whoever is named by tokens `start` to `end` is put in; None for nothing of the kind."""
    if end >= row.size:
        return None
    if (to := _TO.match(row, end)) and _VERBS.within(
        row, max(row.sentence_start(start), start - _BEFORE), start
    ):
        return _office(row, to[0])
    if row.lows[end] not in _OPENINGS:
        return None
    if not any(verbs.within(row, end, end + _BEHIND) for verbs in (_VERBS, _ITSELF)):
        return None
    chosen = False
    for i in range(end, min(row.size, end + _BEHIND)):
        if not row.words[i].text[0].isalnum():
            break
        if row.lows[i] in _ITSELF.first and (itself := _ITSELF.match(row, i)):
            to = _TO.match(row, itself[0]) if itself[0] < row.size else None
            return _office(row, to[0] if to else itself[0])
        chosen = chosen or _VERBS.match(row, i) is not None
        if chosen and (to := _TO.match(row, i)):
            return _office(row, to[0])
    return None


def _office(row: Row, at: int) -> Role | None:
    if at >= row.size or row.lows[at] not in HEAD_WORDS:
        return None
    role = role_at(row, at, after_name=True)
    if role is None or role.kind not in ("office", "occupation") or role.name is not None:
        return None
    role.put_in = role.kind == "office"
    return role
