"""Lines that ask the reader for something on the house's behalf: to follow its channels, to write to it, to comment."""

from articles.text.layout.lines import Row, phrases

_LONGEST, _LONGEST_CALL = 60, 30
_TELLING = frozenset(("đã", "bị", "khiến", "từng", "là"))
_PURPOSE = frozenset(("để", "đây", "to", "here"))
_NEAR = 12
"""Words from the line's beginning within which the reader is named."""


def is_call(row: Row, *, contact: bool) -> bool:
    """`Theo dõi Xứ Đoài trên Google News`, `Bạn đọc có thể gửi bài về tòa soạn`; `contact`: an address stands in it."""
    if row.words > _LONGEST:
        return False
    tokens = row.tokens
    named = phrases("channels").count(tokens) > 0
    if not (named or contact):
        return False
    if phrases("calls").open(tokens):
        return named and row.words <= _LONGEST_CALL and not _tells(row)
    return phrases("readers").count(tokens[:_NEAR]) > 0 and phrases("asks").count(tokens) > 0


def _tells(row: Row) -> bool:
    """A sentence about somebody who follows a channel: its subject stands behind a comma (`Tải ứng dụng giả, bà Mơ …`),
    or it says neither where nor what for."""
    tokens, channels = row.tokens, phrases("channels")
    if not _TELLING.isdisjoint(tokens):
        return True
    if row.text[-1] == "." and _PURPOSE.isdisjoint(tokens) and not channels.count(tokens[-3:]):
        return True
    lists = channels, phrases("calls"), phrases("asks")
    return any(
        not any(words.open(piece.lower().split()) for words in lists) for piece in row.text.split(", ")[1:]
    )
