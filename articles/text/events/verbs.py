"""Events told by what people do: `A hội đàm với B`, `Tiếp B, A …`, `A thăm Lào`, `A ký Hợp đồng …`."""

from articles.text.events import exchanges, groups, nouns
from articles.text.events.aims import HONOURS, Aim, aim_of
from articles.text.events.composed import compose
from articles.text.events.days import date_for, days_of_trip
from articles.text.events.doers import doers
from articles.text.events.drafts import Draft, Told
from articles.text.events.goals import past_company
from articles.text.events.names import is_bare, noun_phrase
from articles.text.events.offices import office_before, past_office
from articles.text.events.places import place_in, place_of
from articles.text.events.pronouns import both_before, delegation_before
from articles.text.events.sentences import Party, Sentence, invited, office
from articles.text.events.words import BIDS, DOUBT, KINDS, is_announced, to_come
from articles.text.words.phrases import word_set
from articles.text.words.tokens import Row

_CLOSE, _FAR, _OPENS = 3, 12, 2
_OFFICE = 6
"""Words of an office before a name."""
_TOLD_BEFORE = 10
"""Words before a name in which `khả năng`, `nếu`, `tin đồn` are looked for."""
_MUTUAL = frozenset(("talks", "phone_call", "meeting", "signing", "consultation"))
"""Kinds that `hai bên` do with each other."""
_ANOTHERS = frozenset(("về", "trận"))
_KINDS_OF_TALKS = frozenset(("thường", "song", "cấp"))
"""`hội đàm | thường niên`, `song phương`, `cấp cao`."""
_AWARDS = frozenset(("trao", "truy", "công"))
_GIVEN = frozenset(("được", "định"))
"""Before `trao Bằng khen` these say that somebody else does: `A được |`, `A ký quyết định |`."""
_BUSY = word_set("is are was were currently while when")
"""Before `visiting` these make it a verb: `received | visiting Minister B` tells of no visit of the host's."""
_DELEGATIONS = ("đoàn công tác ", "đoàn đại biểu ", "đoàn cán bộ ", "phái đoàn ")
_SHIPS = ("chiến hạm ", "tàu ", "biên đội tàu ")
_INSPECTS = word_set("kiểm khảo thị đi")
"""First words of `kiểm tra`, `khảo sát`, `thị sát`: a visit where somebody named does it."""
_ARRIVES = frozenset(("đến", "tới", "sang"))
_TEAMS = frozenset(("đội", "clb"))
_FOR_THE_DEAD = word_set("viếng niệm sĩ sỹ cố mộ tượng")


def told_by_verb(sentence: Sentence, at: int, end: int, kind: str, told: Told) -> Draft | None:
    """`A (đã) hội đàm với B`, or `Tiếp B, A …`: what somebody does; None where nobody here does it."""
    row = sentence.row
    if kind == "visit":
        end = past_company(row, end, sentence.end)
    before = row.lows[at - 1] if at > sentence.start else ""
    plain = is_bare(row, end, sentence.end) or row.lows[end] in _KINDS_OF_TALKS
    talk = kind == "talks" and before in ("chức", "hành") and plain
    if talk and (held := exchanges.between_states(sentence, at, end, kind)):
        return held
    if _is_a_thing(row, at, end, sentence.end) or (row.lows[at] == "visiting" and before not in _BUSY):
        return None
    if kind == "visit" and before == "chuyến":
        return nouns.visit(sentence, at, end)
    if before in ("chuyến", "lời", "các", "những", "lễ", "trận", "thì", "tôi", "họ"):
        return None
    noun_use = before in ("cuộc", "buổi") or (kind == "talks" and before in ("tại", "trong", "sau"))
    if noun_use:
        carrier = row.lows[at - 2] if at - 2 >= sentence.start else ""
        if carrier not in ("có", "tiến", "hành", "chủ", "trì", "dự", "tổ", "chức", "ra"):
            return exchanges.exchange(sentence, at, end, kind)
    if kind == "meeting" and row.lows[at] == "gặp" and _is_team(sentence, at):
        return None
    # `A nói … sau khi gặp B`: what A said comes between, and still A met B.
    edge = at - 2 if row.lows[at - 2 : at] == ["sau", "khi"] and at - 2 > sentence.start else at
    # `A đã đến Paris ngày 1/12 để | hội đàm với B`: likely on that day.
    arrived = before == "để" and kind in _MUTUAL and not _ARRIVES.isdisjoint(row.lows[at - _FAR : at])
    edge = at - 1 if arrived else edge
    both = both_before(sentence, at, told) if kind in _MUTUAL else []
    sides = (both, [], False) if both else doers(sentence, at, end, edge, kind)
    if sides is None:
        return None
    subjects, objects, fronted = sides
    if kind == "talks" and len(subjects) == 1 and not objects and not fronted:
        subjects = subjects + _office_beside(sentence, at, subjects[0])
    if not subjects and (kind in ("meeting", "visit", "talks") or row.lows[at] in HONOURS):
        subjects = delegation_before(sentence, at, told)
    if not subjects:
        return nouns.signed(sentence, at, end) if kind == "signing" else None
    if not fronted and _of_anothers(row, subjects[-1].end, at):
        return None  # `A và B trao đổi về việc C thăm …`, `A xem trận Lào gặp Peru`
    if row.lows[at] in _INSPECTS and not any(sentence.offices.tells_of(p.person) for p in subjects):
        return None  # `Công an xã Lam Trà kiểm tra quán nước`, `ông A đi khảo sát đất tại Huế`
    if row.lows[at] in HONOURS and not fronted and _is_honoured(sentence, subjects[-1]):
        return None
    if _is_doubted(sentence, subjects[0]) or (not fronted and _bids_others(row, subjects[-1].end, at)):
        return None
    if kind == "visit" and before not in (",", "và") and _receives(row, subjects[-1].end, at):
        guests = groups.group_before(sentence, at)
        if guests is None:
            return None
        subjects = [guests]
    if kind == "meeting" and not objects and row.lows[end - 1] == "mừng":
        kind = "visit"  # `A đến chúc mừng lễ Giáng sinh tại Tòa Giám mục`
    aim = aim_of(sentence, at, end, kind, subjects, objects, told)
    if aim is None:
        return None
    subjects, objects, target, stop, _ = aim
    if objects:
        doing = {p.label for p in subjects}
        objects = [p for p in objects if p.label not in doing]
        if not objects:
            return None  # Nobody meets himself: the name of one side was read amiss.
    dated = sum(d.end - d.start + 1 for d in sentence.dates if subjects[-1].end <= d.start and d.end <= at)
    near = _FAR if row.lows[at] in HONOURS else _CLOSE
    if kind == "ceremony" and at - past_office(row, subjects[-1].end, at) - dated > near:
        return None  # `A tiếp Đại sứ các nước trình Quốc thư`: it is not A who does
    phrase = ""
    awards = kind == "ceremony" and row.lows[at] in _AWARDS
    if kind in ("consultation", "signing") or awards:
        phrase, stop = noun_phrase(row, at, end, sentence.end, kind)
        # `ký Nghị quyết về …`, `trao Nghị quyết cho …`: that is one side's, unless it is `liên tịch`.
        resolved = row.lows[end : end + 2] == ["nghị", "quyết"] and row.lows[end + 2 : end + 3] != ["liên"]
        if resolved or (
            kind == "signing" and not (phrase and nouns.is_paper(row, end) and not _is_letter(row, end))
        ):
            return None
    if awards and not phrase and before in _GIVEN:
        return None
    name = phrase or compose(kind, row, at, end, subjects, objects, target)
    if not name:
        return None
    when = (days_of_trip(sentence, at, stop) if kind == "visit" else None) or date_for(sentence, at, stop)
    if arrived and when is None:
        when = next((d for d in sentence.dates if d.end <= at and d.precision == "day" and not d.bound), None)
    if awards and when is None and (sentence.number > _CLOSE or "huân" not in row.lows[at:end]):
        return None  # `A trao Bằng khen cho B`, below a picture: a part of something else
    nobody = kind != "visit" and not any(p.person for p in (*subjects, *objects))
    if when is None and nobody and row.kind != "title" and kind != "other":
        return None
    parties = subjects + objects
    names = [p.person for p in parties if p.person]
    place = _place(sentence, at, end, kind, aim)
    future = edge == at and to_come(row, min(max(sentence.start, at - 6), subjects[-1].end), at)
    if future and kind == "visit" and names and row.kind != "title":
        future = not is_announced(row, sentence.start, at)  # `A | sẽ | thăm Lào từ ngày 5 - 7/6`
    hosts = [
        p.person for p in sentence.parties if p.person and p.person not in names and invited(sentence, p)
    ]
    begin = min(subjects[0].start, at, when.start if when else at)
    last = max(stop, objects[-1].end if objects else stop, when.end if when else stop, subjects[-1].end)
    sure = when is not None and when.precision in ("day", "range") and not when.bound and not future
    sure = sure and not arrived and not any(p.pronoun or _told_by_age(row, p) for p in parties)
    # `Gặp B chiều 9/10, A …`; but not `A sẽ chào B, hội kiến C, gặp D`.
    opens = at - sentence.start <= _OPENS and when is not None and at < when.start < subjects[0].start
    sure = sure and (opens or not fronted) and (bool(names) or _is_official(kind, subjects, objects))
    if kind == "signing":  # more than `hai văn kiện`
        sure = sure and any(word.capital or word.upper for word in row.words[end:stop])
    return Draft(
        kind, name, bool(phrase), sentence.number, at, when, place, list(dict.fromkeys(names)),
        sure, "somebody does it on a day" if sure else "somebody does it",
        span=row.span(begin, last), doers=[p.person for p in subjects if p.person], passing=before == "từng",
        hosts=list(dict.fromkeys(hosts)) if kind == "visit" else [],
    )  # fmt: skip


def _is_official(kind: str, subjects: list[Party], objects: list[Party]) -> bool:
    """Nobody need be named where bodies sign, or a delegation that is told apart goes or is received; but a team that
    meets another plays a match."""
    if kind == "meeting":
        return any(_is_delegation(party, _DELEGATIONS) for party in (*subjects, *objects))
    return kind == "signing" or (
        kind == "visit" and any(_is_delegation(party, _DELEGATIONS + _SHIPS) for party in subjects)
    )


def _is_delegation(party: Party, openings: tuple[str, ...]) -> bool:
    whose = any(word[0].isupper() for word in party.label.split()[1:])
    return whose and party.label.lower().startswith(openings)


def _place(sentence: Sentence, at: int, end: int, kind: str, aim: Aim) -> str:
    """Where it takes place that the verb tells of; a visit, at the place that it goes to."""
    row, stop = sentence.row, aim.stop
    place = ""
    if kind == "visit":
        place = aim.place or place_in(row, sentence.start, stop, end, end)
    elif not sentence.online():
        # What a court tries took place elsewhere.
        place = place_in(row, sentence.start, sentence.end if kind != "other" else stop, at, stop)
        if not place and end + 1 < stop and row.lows[end] in ("tại", "in", "at"):
            place = place_of(row, end + 1, stop)[0]  # `A tiếp | tại Huế | ông B`
    return place


def _is_a_thing(row: Row, at: int, end: int, stop: int) -> bool:
    """`27 | điện thoại`, `đang | đàm phán đóng phim`: no verb of two sides, which has `với` or `cho` behind it; nor is
    `hosts | a ceremony for B`."""
    if row.lows[at] in ("hosts", "hosted"):
        return "ceremony" in row.lows[end : end + 3]
    if row.lows[at : at + 2] == ["điện", "thoại"]:
        return end >= stop or row.lows[end] not in ("với", "cho")
    return row.lows[at : at + 2] == ["đàm", "phán"] and "với" not in row.lows[end : min(stop, end + 8)]


def _of_anothers(row: Row, start: int, at: int) -> bool:
    """A word between two tokens leads to what others do; but `Chủ tịch Mặt | trận` leads to nothing."""
    return any(row.lows[i] in _ANOTHERS and row.lows[i - 1] != "mặt" for i in range(start, at))


def _is_letter(row: Row, at: int) -> bool:
    """`ký | văn bản yêu cầu …`, `ký | văn bản số 301 gửi …`: an office writes, and nothing is signed with anybody."""
    return row.lows[at : at + 2] == ["văn", "bản"] and row.lows[at + 2 : at + 3] not in (
        ["hợp"],
        ["thỏa"],
        ["ghi"],
    )


def _told_by_age(row: Row, party: Party) -> bool:
    """`A (43 tuổi, ngụ xã Lam Trà) gặp B`: people of a case, not of public life."""
    return (
        party.end + 2 < row.size and row.lows[party.end] in ("(", ",") and row.lows[party.end + 2] == "tuổi"
    )


def _is_doubted(sentence: Sentence, party: Party) -> bool:
    """`bình luận về khả năng | A | thăm Lào`, `Nếu | A | gặp B`, `bác tin | A | gặp B`"""
    lows, begin = sentence.row.lows, party.start
    while begin > max(sentence.start, party.start - _TOLD_BEFORE) and lows[begin - 1] not in (",", ";"):
        begin -= 1
    return DOUBT.within(sentence.row, begin, party.start)


def _bids_others(row: Row, start: int, at: int) -> bool:
    """`A | yêu cầu Sở Y tế đến | thăm B`, `A | phủ nhận đã | gặp B`; but `A chỉ đạo chống bão và | thăm B`."""
    if row.lows[at - 1] in (",", ";", "và"):
        return False
    begin = at
    while begin > start and row.words[begin - 1].text not in ",;(":
        begin -= 1
    begin = max(begin, past_office(row, start, at))
    return DOUBT.within(row, begin, at) or any(
        BIDS.match(row, i)
        for i in range(begin, at)
        if row.lows[i] in BIDS.first and row.words[i].text.islower()
    )


def _is_team(sentence: Sentence, at: int) -> bool:
    """`Đội tuyển nữ Lào | gặp đội tuyển Peru`: a match, and nobody's meeting."""
    row = sentence.row
    if not _TEAMS.isdisjoint(row.lows[at + 1 : at + 3]):
        return True
    return "tuyển" in row.lows[max(sentence.start, at - _OFFICE) : at]


def _is_honoured(sentence: Sentence, party: Party) -> bool:
    """`vào Lăng viếng | Chủ tịch A | và dâng hương`, `Anh hùng liệt sỹ | A`: they do nothing themselves."""
    row = sentence.row
    for i in range(party.start - 1, max(sentence.start, party.start - _OFFICE) - 1, -1):
        if row.words[i].text == ",":
            return False
        if row.lows[i] in _FOR_THE_DEAD:
            return True
    return False


def _receives(row: Row, start: int, at: int) -> bool:
    """`A tiếp đoàn đại biểu Lào đang | thăm Huế`: it is the guests who are on a visit."""
    met = (KINDS.match(row, i) for i in range(start, at) if row.lows[i] in KINDS.first)
    return any(found[1] == ("meeting", True) for found in met if found)


def _office_beside(sentence: Sentence, at: int, party: Party) -> list[Party]:
    """`A và | Chủ tịch Thượng viện Haiti (đã tiến hành) hội đàm`: the other side, told of by office."""
    role = office_before(sentence.row, party.end, at)
    if role is None or sentence.row.lows[role.start - 1] not in ("và", "với"):
        return []
    other = office(sentence, role, bare=False)
    return [other] if other is not None and other.label != party.label else []
