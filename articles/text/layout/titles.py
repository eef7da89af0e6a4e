"""Which of the lines above a story is its title."""

from dataclasses import replace
from itertools import islice, pairwise

from articles.text import lazy_re as re
from articles.text.fold import words
from articles.text.layout import captions, navigation
from articles.text.layout.beside_title import looks_like_house
from articles.text.layout.bylines import has_surname, read_signature
from articles.text.layout.caption_places import LIKE_DEK, caption_above
from articles.text.layout.caption_scores import own_score
from articles.text.layout.caption_signs import in_picture, opens_caption
from articles.text.layout.datelines import opens_coded, opens_sourced
from articles.text.layout.dek import opens_lead, undated
from articles.text.layout.lines import CAPITAL, Row, keys, opens_piped
from articles.text.layout.listing import salutes
from articles.text.layout.masthead import LABEL, greets
from articles.text.layout.menus import in_menu
from articles.text.layout.openings import ASKS, DATED
from articles.text.layout.page import Page
from articles.text.layout.sections import LONGEST_LABEL
from articles.text.layout.stopped import LONGEST_TITLE, is_stopped
from articles.text.layout.title_dates import dated, dated_below, is_date

_LONGEST_DEKLESS = 40
# What a caption must score to be one where only it could be the title.
_SURELY_CAPTION = 4.3
_UNTOLD_CAPTION, _UNTOLD = 3.0, 0.5
"""The same where less than this share of its word pairs stands elsewhere: stories tell what their headlines say."""
_LIKE_CAPTION = 3.2
# A headline may say when: `Chiều nay 22/11, bà Mơ gặp cử tri Lâm Trà`.
LONGEST_DATED = 18
_NEAR = 3
"""Rows below a headline in which its dek stands: date and reporter may come first."""
_CAPTION = 0.2
"""What a line's score as a caption counts against it."""
_TOP = 0.6
"""What counts that a line is the first of two."""
_TOLD_IN = 4
"""Paragraphs of the story in which a line's words are looked for."""
_FULL = 8
"""Words of a headline that says enough."""
# `Ông Vi Kiên phát biểu tại buổi họp`: a caption stands in the story that says which; a headline says it itself.
_UNNAMED = re.compile(
    r"\b(?:tại|trong) (?:(?:buổi|cuộc|phiên) \w+(?: (?:việc|mặt|gỡ|đàm|luận|kết|giao))?|chương trình|sự kiện"
    r"|(?:hội|lễ|đại|tọa) \w+)$",
    re.IGNORECASE,
)
_DASH = re.compile(r" [–—-] ")
# Where the next step of a way begins: `Trang chủ Thời sự Cầu Trà …`, or run together.
_STEP = re.compile(rf"(?<=[ \w])(?={CAPITAL})|(?<= )(?=[\"“‘'\d])")
_MOST_STEPS = 40
_CLOSING_QUOTES = '"”’'
_BULLETS = "-–—•+●▪"
"""What stands before the items of a list."""
_FULL_NAME = 3
"""Words of a name that a headline would hardly be alone."""
_LONGEST_NAME = 4
"""Words of a name, as nearly all of them are."""
_ADDRESSES = ("ông", "bà", "anh", "chị", "em", "cô", "chú", "bác", "cụ", "bé")
_NUMBERED = re.compile(r"^\d{1,2}[.)]\s")


def longest_title(page: Page, place: int) -> int:
    """Words that a title in this place may have: above a date, or below the house's slogan, it cannot be a dek."""
    stamp = page.stamps.get(place + 1)
    if (stamp and stamp.published) or (place and greets(page.rows[place - 1])):
        return _LONGEST_DEKLESS
    return LONGEST_TITLE


def choose_title(page: Page, candidates: list[int], first: int) -> int | None:
    """The candidate that reads most like the headline of the text below; None when none does."""
    fit = [place for place in candidates if _may_be_title(page, place)]
    if named := [place for place in fit if page.rows[place].said in page.numbered]:
        return named[0]
    for doubtful in (navigation.is_video, _names_site, _is_numbered, greets):
        fit = [place for place in fit if dated_below(page, place) or not doubtful(page.rows[place])] or fit
    fit = [place for place in fit if page.rows[place].text[-1] != ":"] or fit  # It announces something.
    fit = [place for place in fit if not is_signed_above(page, place)]
    if len(fit) != 1 or not _heads_feature(page, fit[0], first):
        fit = [place for place in fit if not looks_like_house(page, page.rows[place])]
    fit = [place for place in fit if dated_below(page, place) or not _surely_caption(page, place)]
    said_whole = {page.rows[place].said for place in fit}
    fit = [place for place in fit if not _names_more(page.rows[place], said_whole)] or fit
    fit = [place for place in fit if not in_menu(page, place, first)]
    if len(fit) == 1 and not page.masthead and not may_be_label(page, fit[0], first):
        return fit[0] if page.rows[fit[0]].words >= 3 or not fit[0] else None
    told = islice((row.text for row in page.rows[first : first + 2 * _TOLD_IN] if row.prose), _TOLD_IN)
    story = words(" ".join(told)[:2500])
    said, pairs = set(story), set(pairwise(story))
    if page.masthead or len(fit) == 1:
        fit = [place for place in fit if not _of_page(page, place, said, pairs)]
    highest = fit[0] if fit else first
    if len(fit) > 2 and pairs.isdisjoint(pairwise(words(page.rows[highest].text))):
        highest = (
            -1
        )  # It heads a list of other stories above the title: no two words of it are told in a row.
    scores = {place: _told(page.rows[place], said, pairs) + _placed(page, place, highest) for place in fit}
    if len(fit) > 1 and _is_dek(page, fit[0], fit[1]):
        scores[fit[1]] -= 0.8
    if len(fit) == 2 and _tops(page, *fit) and scores[fit[0]] * 2 > scores[fit[1]]:
        scores[fit[0]] += _TOP
    return max(scores, key=scores.__getitem__, default=None)


def is_signed_above(page: Page, place: int) -> bool:
    """A label and who wrote it, several names or a full one, of whom the story does not tell."""
    row = page.rows[place]
    signature = read_signature(row.text)
    if signature is None or not (
        signature.labelled or len(signature.names) > 1 or _is_strangers_name(page, row)
    ):
        return False
    if row.text.isupper() and any(name.count(" ") >= _LONGEST_NAME for name in signature.names):
        return False  # `TRUNG ƯƠNG GIAO THÊM BIÊN CHẾ`: capitals do not show where a name ends.
    return bool(signature.names) and not page.tells_of(signature.names)


def _is_strangers_name(page: Page, row: Row) -> bool:
    """A full name, unless the story goes on with `bà Mây` below `Lò Thị Mây`."""
    return (
        row.words >= _FULL_NAME
        and has_surname(row.text)
        and not any((address, row.tokens[-1]) in page.prose for address in _ADDRESSES)
    )


def _of_page(page: Page, place: int, said: set[str], pairs: set[tuple[str, str]]) -> bool:
    """The line belongs to the page and not to its story, which says no word of it. A few words are a label of the menu,
    unless the story says half of them together or is a feature right below them and their date; or a caption: `Hiện
    trường vụ cháy`."""
    row, own = page.rows[place], words(page.rows[place].text)
    if row.words <= LABEL:
        if row.words > 2 and is_date(page, place + 1) and _heads_feature(page, place, page.opens):
            return False
        own_pairs = set(pairwise(own))
        return opens_caption(row) or len(own_pairs & pairs) * 2 < max(1, len(own_pairs))
    return bool(page.masthead) and not dated(page, place) and said.isdisjoint(own)


def _heads_feature(page: Page, place: int, first: int) -> bool:
    """`Nhớ Mùa Thu` right above a story, or the story's date, that opens with no day: features have such titles."""
    below = first == place + 1 or (first == place + 2 and is_date(page, place + 1))
    return below and first < len(page.rows) and not opens_lead(undated(page, page.rows[first].text))


def may_be_label(page: Page, place: int, first: int) -> bool:
    """A few words above a story that opens with its day, as no feature does that may have such a title; or
    in a menu."""
    few = page.rows[place].words <= LABEL and first < len(page.rows)
    return in_menu(page, place, first) or (few and opens_lead(undated(page, page.rows[first].text)))


def _tops(page: Page, place: int, other: int) -> bool:
    """One of two lines stands at the top of the page, and is longer than labels are: the other is a caption, a subhead
    or a dek, of which the story tells more. A date beside that speaks against it, or a question below few words, unless
    it is as long as deks are."""
    row, below = page.rows[place], page.rows[other]
    if page.masthead or row.words <= LONGEST_LABEL or any(map(page.free, range(place))):
        return False
    against = dated(page, other) or (below.text[-1] == "?" and row.words <= _FULL)
    return not against or place + 1 in page.stamps or below.words >= LIKE_DEK


def _is_dek(page: Page, title: int, place: int) -> bool:
    """A long line that is the next below a headline, be the date above it or below."""
    near = place - title <= _NEAR
    return near and page.rows[place].words >= LIKE_DEK > page.rows[title].words > LABEL


def _names_site(row: Row) -> bool:
    """`Cầu Trà thông xe | Báo Xứ Đoài`: the browser's title, which may be shorter than the page's."""
    return " | " in row.text


def _names_more(row: Row, others: set[str]) -> bool:
    """Behind another line's words a dash and more, or a way through the site before them: the browser's title."""
    steps = (row.text[found.start() :] for found in islice(_STEP.finditer(row.text, 1), _MOST_STEPS))
    if any(step.count(" ") > LABEL and step.casefold().strip(" .|") in others for step in steps):
        return True
    return any(
        found.start()
        and row.said[: found.start()] in others
        and row.text.count(" ", 0, found.start()) > LABEL
        for found in _DASH.finditer(row.said)
    )


def _is_numbered(row: Row) -> bool:
    return _NUMBERED.match(row.text) is not None


def _told(row: Row, said: set[str], pairs: set[tuple[str, str]]) -> float:
    """How much of the line the story tells: the share of its words and that of its word pairs."""
    own = [word for word in words(row.text) if len(word) > 1]
    own_pairs = set(pairwise(own))
    share = sum(word in said for word in own) / max(1, len(own))
    return (share + len(own_pairs & pairs) / max(1, len(own_pairs))) * _as_long(row)


def _as_long(row: Row) -> float:
    """What a line says counts less the shorter it is: a topic above the headline is told, too."""
    return min(1.0, row.words / _FULL)


def _placed(page: Page, place: int, highest: int) -> float:
    """What its place and form say for or against a headline: it stands above the others, if not below the house's
    name, and beside the date there; headlines of a list stand below a time."""
    row = page.rows[place]
    beside_date = dated(page, place)
    strength = 0.45 * (beside_date - (place - 1 in page.stamps and not beside_date))
    strength += 0.5 * (beside_date and not is_date(page, place + 1) and dated_below(page, place))
    # `Ngày đăng: 12/06/2019` says when what stands above it came out.
    strength += 0.5 * (is_date(page, place + 1) and page.stamps[place + 1].labelled)
    strength += 0.5 * _as_long(page.rows[place]) * (place == highest and not page.masthead)
    strength -= 0.8 * (row.words < LABEL)
    strength -= 0.5 * (row.text.isupper() and _heads_dated(page, place + 1))
    strength -= _CAPTION * max(0.0, min(_LIKE_CAPTION, caption_above(page, place)))
    return strength - 0.5 * (read_signature(row.text) is not None)


def _heads_dated(page: Page, place: int) -> bool:
    """A headline in small letters, the date below it: what stands above it in capitals is its topic."""
    return page.headline(place) and not page.rows[place].text.isupper() and dated_below(page, place)


def _surely_caption(page: Page, place: int) -> bool:
    row = page.rows[place]
    # Headlines come out of tables, too, or keep the pipe behind which the outlet's name stood.
    if row.piped and not opens_piped(page.text, row):
        row = replace(row, piped=False)
    if _UNNAMED.search(row.text) and own_score(page, place) >= captions.SURE:
        return True
    shows = captions.looks_like(row, credited=False)
    return shows >= (_UNTOLD_CAPTION if page.told_elsewhere(place) < _UNTOLD else _SURELY_CAPTION)


def _may_be_title(page: Page, place: int) -> bool:
    row = page.rows[place]
    text = row.text
    if (
        row.words > longest_title(page, place)
        or text.rstrip(_CLOSING_QUOTES)[-1:] in ",;-–"
        or (
            row.ends
            and text[-1] == "."
            and not text.endswith("..")
            and not text.isupper()
            and not is_stopped(page, place)
        )
    ):
        return False
    if (
        row.opens_lower
        or text[0] in _BULLETS
        or (text[0] == "(" and text.rstrip(" .")[-1] == ")" and text.count("(") == 1)
        or salutes(row)
        or (text[-1] == ":" and row.words <= 4)
        or in_picture(text)
        or ASKS.match(text)
    ):
        return False
    if opens_sourced(text) or (opens_coded(text) and not is_coded_title(page, place)):
        return False
    if DATED.match(text) and (row.ends or row.words > LONGEST_DATED):
        return False
    return (row.words >= 3 or len(text) >= 10) and row.key not in keys("places")


def is_coded_title(page: Page, place: int) -> bool:
    """`(XĐO) - Cầu Trà thông xe` above its date: the outlet's code before a headline, as it stands before deks."""
    row = page.rows[place]
    return not (row.ends and row.text[-1] != "?") and row.words <= LONGEST_TITLE and is_date(page, place + 1)
