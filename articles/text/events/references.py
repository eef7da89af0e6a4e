"""Bare event words that point back: `Phát biểu tại Hội nghị, A …`, `chuyến thăm diễn ra từ ngày 3 đến 5/8`."""

from articles.text.dates.find import DateAt
from articles.text.events.days import date_for
from articles.text.events.drafts import Draft, Told
from articles.text.events.names import is_bare
from articles.text.events.places import place_in
from articles.text.events.sentences import Party, Sentence, said
from articles.text.events.words import HOLD
from articles.text.words.tokens import Row

_SPEAKING = 7
"""Words in which `phát biểu` stands before `tại Hội nghị`."""
_MANNER = 4
_SENT = frozenset(("lẵng", "vòng", "hoa", "thư", "điện"))
_LONGEST_OFFICE = 14
_NEAR = 3
"""Rows between talks and the signing that follows them."""


def point_back(sentence: Sentence, at: int, end: int, kind: str, told: Told) -> None:
    """`… tham dự Đối thoại`, `Phát biểu tại Hội nghị, A …`: those people took part in the last named event;
    `hội thảo do Sở Y tế tổ chức sáng 12-10`: that was its day."""
    row = sentence.row
    date_back(sentence, at, end, kind, told)
    main = told.main
    if main is None or sentence.number < main.row:
        return
    window = range(max(sentence.start, at - 3), at)
    attends = any(row.lows[i] in ("dự", "trì") for i in window) or _speaks(sentence, at)
    speaks = any(row.lows[i] == "tại" for i in window) and at - sentence.start <= 8
    if "hành" in row.lows[at - 1 : at] and "với" in row.lows[end : end + _MANNER]:
        # `A đã tiến hành hội nghị trực tuyến với B`
        people = [p.person for p in sentence.parties if p.person]
    elif row.lows[end : end + 1] == ["có"] and (attends or row.lows[end + 1 : end + 2] == ["sự"]):
        # `Dự hội nghị có các đồng chí: A; B`, `Hội nghị có sự tham dự của A`
        people = [
            p.person
            for p in sentence.parties
            if p.start > end and p.person and not sends(row, p, sentence.end)
        ]
    elif attends:
        people = [p.person for p in sentence.parties if p.end <= at and p.person]
    elif speaks:
        people = [p.person for p in sentence.parties if at < p.start <= at + 14 and p.person][:1]
    else:
        return
    main.join(people)


def sends(row: Row, party: Party, stop: int) -> bool:
    """`…; ông | A | gửi lẵng hoa chúc mừng`: who sends flowers or a letter stays away."""
    for i in range(party.end, min(stop - 1, party.end + _LONGEST_OFFICE)):
        if row.words[i].text == ";":
            return False
        if row.lows[i] == "gửi":
            return row.lows[i + 1] in _SENT
    return False


def _speaks(sentence: Sentence, at: int) -> bool:
    """`A phát biểu (khai mạc) tại | hội nghị`"""
    lows = sentence.row.lows
    before = lows[max(sentence.start + 1, at - _SPEAKING) : at]
    return before[-1:] == ["tại"] and any(before[i : i + 2] == ["phát", "biểu"] for i in range(len(before)))


def is_another(sentence: Sentence, at: int, end: int, last: Draft) -> bool:
    """`Lễ truy điệu` in the story of a `Lễ viếng`: the words themselves say that it is not the last of its kind."""
    return end > at + 1 and " ".join(sentence.row.lows[at:end]) not in last.name.lower()


def date_back(sentence: Sentence, at: int, end: int, kind: str, told: Told) -> None:
    """`Chuyến thăm diễn ra từ ngày 3 đến 5/8`, `hội thảo do Sở Y tế tổ chức sáng 12-10`: the day of the last
    event of that kind, if it has none yet, and its place."""
    row = sentence.row
    last = told.last(kind)
    if kind == "ceremony" and last is None:
        kept = told.last("anniversary")  # `Lễ kỷ niệm …`, and then `Buổi lễ diễn ra tối 1/1`
        last = kept if kept is not None and kept.name.startswith("Lễ") else None
    if last is None or not (last.named or kind == "visit"):
        return
    if kind == "visit" and row.lows[max(0, at - 3) : at - 1] == ["kết", "thúc"]:
        return  # `Ngày 7/6, A rời Huế, kết thúc chuyến | thăm`: the last day of it
    if kind == "other" and not last.name.lower().startswith(row.lows[at]):
        return  # the days of a `lễ hội` are not those of a `liên hoan`
    if kind == "ceremony" and is_another(sentence, at, end, last):
        return
    if not last.from_title and kind == "conference" and not is_bare(row, end, sentence.end):
        return  # `Sáng 6/2, A chủ trì hội nghị | giao ban với các sở`: another one
    when = date_for(sentence, at, end) if last.when is None else None
    if when is None:
        if end < sentence.end and HOLD.match(row, end):
            _place_back(sentence, at, end, last)
        return
    # The title's conference may be told of again as `Sáng 12/1, Tỉnh ủy tổ chức hội nghị`.
    between = (
        range(end, when.start)
        if when.start >= end or not (last.from_title or kind == "visit")
        else range(max(when.end, at - 4), at)
    )
    if not any(HOLD.match(row, i) for i in between if row.lows[i] in HOLD.first):
        return
    last.when = when
    _place_back(sentence, at, end, last)
    last.sure = when.precision in ("day", "range") and not when.bound and not said(row, end, when.start)
    if last.sure and last.named:
        last.reason = "a named event with its day"
    told.look_again(last)


def _place_back(sentence: Sentence, at: int, end: int, last: Draft) -> None:
    """The place of the last event, if it has none yet; a visit is at the place that it goes to."""
    if not last.place and last.kind != "visit" and not sentence.online():
        last.place = place_in(sentence.row, sentence.start, sentence.end, at, end)


def of_talks(sentence: Sentence, told: Told) -> DateAt | None:
    """`(Sau hội đàm), hai bên chứng kiến | lễ ký …`: on the day of the talks just told of."""
    last = told.last("talks")
    near = last is not None and sentence.number - last.row <= _NEAR
    return last.when if last is not None and near and sentence.row.kind == "body" else None


def welcome(sentence: Sentence, told: Told) -> Draft | None:
    """The ceremony that `(Ngay) sau lễ đón, A hội đàm với B` follows: its day is that of the talks, too."""
    row, at = sentence.row, sentence.start
    at += row.lows[at] in ("*", "-", "–")
    at += row.lows[at : at + 1] == ["ngay"]
    if row.lows[at : at + 3] != ["sau", "lễ", "đón"]:
        return None
    last = told.last("ceremony")
    if last is None or last.when is None or last.when.precision != "day":
        return None
    return last if "đón" in last.name.lower() else None
