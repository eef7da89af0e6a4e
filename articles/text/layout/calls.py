"""Lines that ask the reader for something on the house's behalf: to follow its channels, to write to it, to comment,
and to heed its rules."""

from articles.text import lazy_re as re
from articles.text.layout.lines import CAPITAL, Row, phrases
from articles.text.lexicon import kept

CONTACT = re.compile(
    r"[©@:.(0pPốỐ](?i:(?<=©)|(?<=\()c\)|(?<=http:)//|(?<=https:)//|(?<=www\.)|(?<=[\w.]@)\w{1,40}\.\w"
    r"|(?<=\b0)\d{1,3}\)?[.\s-]?\d{3,4}[.\s-]?\d{3,4}\b|(?<=gp)(?:đt)?[\s.:]*\d+ ?/"
    r"|(?<=số)[\s.:]*\d+ ?/(?!\d{4}/(?:nđ|qđ|tt|nq|qh|ct|kh)))"
)
"""An address, a telephone number, a copyright sign or the number of a licence, not of a law (`số 62/2024/NĐ-CP`). A
search that begins with a set of rare letters looks at few places of a line."""

_LONGEST, _LONGEST_CALL = 60, 30
_TELLING = frozenset(("đã", "bị", "khiến", "từng", "là"))
_PURPOSE = frozenset(("để", "đây", "to", "here"))
_PERSONS = frozenset(("ông", "bà", "anh", "chị", "em", "cô", "chú", "bác"))
# `Theo dõi Nhịp Phố để cập nhật thêm thông tin`: the house is known by what it is to be followed for.
_FOLLOW = re.compile(
    rf"(?:hãy |đừng quên |mời bạn |nhớ )?(?:theo dõi|truy cập|ghé thăm) (?:trang |báo |kênh )?(?-i:{CAPITAL}|\d)"
    r"(?:[^,.;:]|\.(?=\w)){1,40} để (?:cập nhật|không bỏ lỡ|đón đọc|đọc|nhận)\b"
    r"[^,.;]{0,30}\b(?:thông tin|tin|tin tức|bài|bài viết)\b",
    re.IGNORECASE,
)
# `Nhiều bạn đọc đề nghị …`: what some of them did.
_SOME = re.compile(r"(?:rất |có )?(?:nhiều|không ít|một số|vài|hàng (?:chục|trăm|nghìn)) ", re.IGNORECASE)
# `Tòa soạn đã xin lỗi bạn đọc`: what another house did.
_REGRETTED = re.compile(r"\bđã (?:xin lỗi|đính chính)\b", re.IGNORECASE)
# Whom a page speaks to and what it calls itself, in `house_words`; what schools and companies ask has none of them.
_OWN = frozenset(("bạn", "quý", "vui", "tôi", "này", "soạn", "ban"))
_EARLY = 2
"""Words before the first of a page that needs to name neither itself nor its reader, at most: `Nghiêm cấm …`."""
_REPORTED = " cho biết ", " cho hay ", " quy định ", " nghị định ", " luật "
QUOTED = re.compile('["“”]')
LONGEST_NOTE = 40
"""Words of a line in which the page speaks of itself, at most."""
_NEAR = 12
"""Words from the line's beginning within which the reader is named."""


def is_call(row: Row) -> bool:
    """`Theo dõi Xứ Đoài trên Google News`, `Bạn đọc có thể gửi bài về tòa soạn`, `Ý kiến của bạn sẽ được biên tập`."""
    if row.words > _LONGEST:
        return False
    tokens, channels = row.tokens, phrases("channels")
    if row.words <= _LONGEST_CALL and _FOLLOW.match(row.text):
        return True
    if phrases("calls").open(tokens):
        return row.words <= _LONGEST_CALL and channels.count(tokens) > 0 and not _tells(row)
    opening = tokens[:_NEAR]
    if _speaks_of_itself(row):
        return True
    if not (phrases("readers").count(opening) and phrases("asks").count(tokens)):
        return False
    if tokens[0] == "tôi" or _SOME.match(row.text) or _REGRETTED.search(row.text):
        return False
    if channels.count(tokens):
        return True
    # `… xin liên hệ chị Hà Mơ, điện thoại 0912 345 678`: whom the story tells of, and who needs help.
    return _PERSONS.isdisjoint(tokens) and CONTACT.search(row.text) is not None


def _speaks_of_itself(row: Row) -> bool:
    """`Tòa soạn biên tập bình luận trước khi đăng`, `Tôi đồng ý với điều khoản sử dụng của trang này`: two of
    `house_words`, and one of them opens the line, or names the page or its reader. Of what others ask (`Học sinh không
    viết bình luận mang tính công kích cá nhân`) the subject opens the line."""
    ends, tokens = _house_words(), row.tokens
    last = ends.keys() & tokens if row.words <= LONGEST_NOTE else ()
    if len(last) < 2 or QUOTED.search(row.text):
        return False
    said = f" {' '.join(tokens)} "
    own = [words for word in last for words in ends[word] if words in said]
    if len({words.split()[-1] for words in own}) < 2 or is_reported(said) or _REGRETTED.search(said):
        return False
    return any(
        said[: said.index(words)].count(" ") <= _EARLY or not _OWN.isdisjoint(words.split()) for words in own
    )


def is_reported(said: str) -> bool:
    """`…, đại diện công ty cho biết`, `Nghị định quy định phải ghi rõ nguồn`: what somebody says, or a law."""
    return any(map(said.__contains__, _REPORTED))


@kept
def _house_words() -> dict[str, list[str]]:
    """Last word → what stands between spaces."""
    found: dict[str, list[str]] = {}
    for many in phrases("house_words").by_first.values():
        for tokens in many:
            found.setdefault(tokens[-1], []).append(f" {' '.join(tokens)} ")
    return found


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
