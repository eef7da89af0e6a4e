"""The own name of a place, school or company behind an office, which may be a person's, and the name after it."""

from articles.text.people.heads import HEAD_WORDS
from articles.text.people.name_shapes import has_middle
from articles.text.people.names import DIRECTIONS, NOT_NAMES, PLACES, name_at, run_end
from articles.text.people.particles import joined_end
from articles.text.people.phrase_ends import BREAKS, name_here
from articles.text.people.reading import Reading
from articles.text.words.tokens import Row

_AFTER_SURNAME = frozenset(("văn", "thị"))
_MANY = frozenset(("đại diện", "lãnh đạo", "cán bộ"))
_UNITS = frozenset(("xã", "phường", "trấn", "huyện", "quận", "tỉnh"))


def own_name(reading: Reading, at: int) -> bool:
    """The own name of a place, school or company, which may be a person's, and the name after it."""
    row, stop = reading.row, run_end(reading.row, at)
    reading.eats = False
    if reading.after_name and not row.words[at].syllable and row.lows[at - 1] == "tại":
        return reading.take(stop, free=False)  # `A, chuyên gia tại | High Lamridge Futures`
    if (joined := joined_end(row, at)) > at + 2 and joined <= stop:
        # `Tỉnh trưởng tỉnh Sa-la-van | Bun-thạ-vi Chăn-thạ-phay`
        reading.take(joined, free=False)
        reading.name = name_at(row, joined) if joined < row.size and reading.unit else None
        return reading.name is None
    place = PLACES.match(row, at)
    if place and (known := NOT_NAMES.match(row, at)) and known[0] > place[0]:
        place = known  # `khu vực Thái Bình Dương` is no `Thái Bình`.
    if place is None and row.lows[at] in DIRECTIONS and at + 1 < stop:
        place = PLACES.match(row, at + 1)  # `phường | Nam Nha Trang`
    begin: int | None
    if place and place[0] > stop:
        return reading.take(place[0], free=False)  # `Bà Rịa - Vũng Tàu`
    if place and place[0] <= stop and stop - place[0] != 1:
        begin = place[0] if place[0] < stop else None
    else:
        middle = stop - at == 4 and row.lows[at + 1] in ("thị", "văn")
        whole = name_at(row, at, stop) if reading.unit and (stop - at == 3 or middle) else None
        if whole is not None and whole.kind == "vietnamese" and whole.sure:
            begin = at
        else:
            begin = _split_after_place(row, at, stop)
            long = stop - at >= 5 or (begin is not None and stop - begin >= 3 and not row.words[at].syllable)
            reading.certain = reading.certain and (begin is None or long)
            if begin is None and _unit_head(reading, at, stop):
                begin, reading.certain = at, False
            elif begin is None and (skipped := _abroad(reading, at, stop)) >= 0:
                begin, reading.certain = at + skipped, False
    if begin is None:
        # One capital may go on in lower case (`Cao đẳng`), a whole name does not.
        return reading.take(max(stop, at + 1), free=not place and stop - at == 1 and row.words[at].syllable)
    reading.take(begin, free=False)
    reading.name = name_at(row, begin, stop)
    return reading.name is None and begin > at


def _split_after_place(row: Row, start: int, end: int) -> int | None:
    """Where the person's name begins in a run that opens with the name of a place, school or company.

    `huyện | Đông Phú Hà Văn Lộc` → at `Hà`. Two syllables are the usual length of a place; None where no name
    of two to four syllables with a surname is left.
    """
    for at in range(start + 1, end - 1):
        if row.words[at].given:
            return at
    best: tuple[int, int] | None = None
    for at in range(start + 1, end - 1):
        left, surname = end - at, row.words[at].surname
        longest = 4 + has_middle(row, at, end)
        if surname < 2 or not 2 <= left <= longest or row.words[at + 1].text == ".":
            continue  # `bang | Lamho | E. K. Holt`: an initial
        if at - start > 1 and row.lows[at] in _AFTER_SURNAME and row.words[at - 1].surname == 3:
            continue  # `Lamco Hà | Văn Lộc`
        # One word of another language says as much as two.
        taken = at - start + (not row.words[start].syllable)
        score = (surname == 3) * 2 + (taken == 2) * 3 + (left == 3) * 2 - (taken == 1) * 4
        score += row.lows[at + 1] in _AFTER_SURNAME and left >= 3
        if best is None or score > best[0]:
            best = (score, at)
    return best[1] if best and best[0] > 0 else None


def _unit_head(reading: Reading, at: int, stop: int) -> bool:
    """`Chủ tịch UBND xã | Tạ Văn Kha | cho biết`: the head of the unit rather than a unit named after somebody,
    though nobody can be certain."""
    row = reading.row
    if reading.head.kind != "office" or row.lows[at - 1] not in _UNITS or not name_here(row, at):
        return False
    if stop - at == 2 and (reading.after_name or reading.head_words in _MANY):
        return False  # `A, Chủ tịch UBND xã Quế Lam cho hay`, `Đại diện Công an xã Quế Lam cho hay`
    whole = stop - at >= 3 and stop < row.size
    # `Theo Chủ tịch UBND phường Tạ Văn Kha | , …`
    quoted = row.lows[reading.start - 1] == "theo" and reading.start > 0
    ends = whole and row.words[stop].text in (".;," if quoted else ".;")
    listed = (
        whole and row.lows[stop] == "và" and row.following[stop] in HEAD_WORDS
    )  # `… và | Trưởng bản Lò Thị Én`
    return ends or listed or (stop < row.size and BREAKS.match(row, stop) is not None)


def _abroad(reading: Reading, at: int, stop: int) -> int:
    """`Thống đốc tỉnh Lamguchi | Muraoka Lamgumasa`, `nghị sĩ bang Lamho | J. D. Holt`, `Thống đốc bang | Robert Holt`:
    how many words a unit abroad takes; -1 where nobody is named behind it."""
    words = reading.row.words[at:stop]
    if not reading.unit or len(words) < 2:
        return -1
    if len(words) == 2:
        return 0 if words[0].given and words[1].capital else -1
    if len(words[1].text) == 1 and words[2].text == ".":
        return 1
    plain = len(words) == 3 and not any(word.syllable or not word.capital for word in words)
    return 1 if plain else -1
