"""Talks, calls and meetings told by a noun: `tại cuộc hội đàm với B, A …`, `trong cuộc điện đàm giữa A và B`, `tại buổi
tiếp B, A …`, `Lào và Peru tổ chức đối thoại`."""

from articles.text.events import groups
from articles.text.events.composed import compose
from articles.text.events.drafts import Draft
from articles.text.events.nouns import noun_draft
from articles.text.events.sentences import Party, Sentence, comma_between
from articles.text.people.countries import country_at
from articles.text.people.heads import HEAD_WORDS
from articles.text.people.roles import role_at
from articles.text.words.tokens import Row

_FAR = 14
_SPOKEN_TO, _SOON = frozenset(("mời", "nghị", "ơn", "mừng")), 4
"""Within so many words behind whoever calls: `A mời B`, `A đã đề nghị B`, `A cảm ơn B`, `A chúc mừng B`."""
_OPENS = 3
"""Words before the noun where it opens the sentence: `Cũng trong cuộc | điện đàm`."""


def exchange(sentence: Sentence, at: int, end: int, kind: str) -> Draft | None:
    """`cuộc hội đàm với B, A …`, `cuộc gặp giữa A và B`, `Trong cuộc điện đàm ngày 6/1, A và B …`."""
    sides = _host_and_guest(sentence, at, end) or _linked(sentence, at, end)
    name = compose(kind, sentence.row, at, end, sides[:1], sides[1:2], "")
    if len({p.label for p in sides}) < 2:
        return _unnamed(sentence, kind, at, end)
    return noun_draft(sentence, kind, name, at, end, sides, "") if name else None


def _linked(sentence: Sentence, at: int, end: int) -> list[Party]:
    """The sides behind the word that links them to the noun: `cuộc hội đàm | với B, A …`, `cuộc gặp | giữa A và B`."""
    row = sentence.row
    reach = range(end, min(sentence.end, end + _FAR))
    link = next((i for i in reach if row.lows[i] in ("với", "giữa", "của", ",")), -1)
    if link < 0:
        return []
    sides: list[Party] = []
    later = [p for p in sentence.parties if p.start > link]
    if row.lows[link] == ",":
        sides = _pair(sentence, later)
    elif later and later[0].start - link <= _FAR and _leads_to(row, link + 1, later[0].start):
        if row.lows[link] == "với":
            others = [p for p in later if comma_between(row, later[0], p)]
            before = [p for p in sentence.parties if p.end <= at]
            doer = before[-1:] or others[:1]
            sides = [*doer, later[0]] if doer else []
        else:
            sides = _pair(sentence, later)
    if len({p.label for p in sides}) == 1 or (not sides and later and row.lows[link] in ("giữa", "với")):
        sides = [*(sides or later[:1]), *_counterpart(sentence, link)]
    return sides


def between_states(sentence: Sentence, at: int, end: int, kind: str) -> Draft | None:
    """`Lào và Peru sẽ tổ chức đối thoại vào ngày 9/1`, or two bodies: for an editor to judge."""
    sides = groups.states(sentence, at, end) or groups.sides(sentence, at)
    if not sides:
        return None
    noun = sentence.row.slice(at, end)
    name = f"{noun[:1].upper()}{noun[1:]} {' – '.join(side.label for side in sides)}"
    draft = noun_draft(sentence, kind, name, at, max(end, sides[-1].end), sides, "", named=True)
    draft.sure = False
    return draft


def _unnamed(sentence: Sentence, kind: str, at: int, end: int) -> Draft | None:
    """`Tại buổi tiếp chiều 14/12, A …`: a day, and no name, for the meeting of A that the story tells of elsewhere."""
    row = sentence.row
    comma = next((i for i in range(end, min(sentence.end, end + _FAR)) if row.words[i].text == ","), -1)
    told = [d for d in sentence.dates if end <= d.start < comma and d.precision == "day" and not d.bound]
    host = next((p for p in sentence.parties if p.start > comma), None)
    if at - sentence.start > _OPENS or not told or host is None or host.person is None:
        return None
    asked = [p for p in sentence.parties if p.start > host.end and p.label != host.label]
    sides = [host]
    if kind == "phone_call" and asked and _asks(row, host, asked[0]):
        sides = [host, *asked[:1]]  # `Trong cuộc điện đàm hôm 27/6, A mời B …`
    name = compose(kind, row, at, end, sides[:1], sides[1:], "") if len(sides) > 1 else ""
    draft = noun_draft(sentence, kind, name, at, end, sides, "")
    draft.when, draft.sure = told[0], False
    return draft


def _asks(row: Row, host: Party, asked: Party) -> bool:
    soon = row.lows[host.end : min(asked.start, host.end + _SOON)]
    return not _SPOKEN_TO.isdisjoint(soon) and not comma_between(row, host, asked)


def _host_and_guest(sentence: Sentence, at: int, end: int) -> list[Party]:
    """Both sides of `buổi | tiếp | Đại sứ Lào B`: B, and A, who stands before it or behind a comma."""
    row = sentence.row
    guest = next((p for p in sentence.parties if p.start >= end), None)
    if row.lows[at] not in ("tiếp", "gặp") or guest is None or guest.start - end > _FAR:
        return []
    if guest.start > end and row.lows[end] not in HEAD_WORDS:
        return []
    if any(row.words[i].text in ",;:" for i in range(end, guest.start)):
        return []
    before = [p for p in sentence.parties if p.end <= at]
    later = [p for p in sentence.parties if p.start > guest.end and comma_between(row, guest, p)]
    return [*(before[-1:] or later[:1]), guest]


def _beside(sentence: Sentence, at: int) -> Party | None:
    """Whom `ông | B` names from token `at` on."""
    at += sentence.row.lows[at] in ("ông", "bà")
    return next((p for p in sentence.parties if p.start == at), None)


def _leads_to(row: Row, start: int, stop: int) -> bool:
    """Nothing but offices stands behind the commas: `với | Tổng Bí thư, Chủ tịch nước Lào | B`"""
    behind = (role_at(row, i + 1) for i in range(start, stop) if row.words[i].text == ",")
    return all(role is not None and role.kind == "office" and role.end >= stop for role in behind)


def _pair(sentence: Sentence, later: list[Party]) -> list[Party]:
    """The first two of `later` when they are one list: `A và B`."""
    if len(later) < 2:
        return []
    row, begin, stop = sentence.row, later[0].end, later[1].start
    between = row.lows[begin:stop]
    joined = ("và" in between or "với" in between) and len(between) <= _FAR
    if joined and "," in between:
        # `A và | Tổng Bí thư, Chủ tịch nước Lào | B`
        offices = (role_at(row, i + 1) for i in range(begin, stop) if row.lows[i] in ("và", ","))
        joined = between[0] == "và" and all(role is not None and role.kind == "office" for role in offices)
    return later[:2] if joined else []


def _counterpart(sentence: Sentence, at: int) -> list[Party]:
    """`người đồng cấp Lào` from token `at` on: the one person of that country, or these words."""
    row = sentence.row
    for i in range(at, min(sentence.end, at + _FAR) - 2):
        if row.lows[i : i + 2] in (["đồng", "cấp"], ["đồng", "nhiệm"]):
            country = country_at(row, i + 2)
            if country is None or any(p.start == country[0] for p in sentence.parties):
                return []
            if row.words[country[0]].text == "," and (named := _beside(sentence, country[0] + 1)):
                return [named]  # `người đồng cấp Lào, | ông B`
            person = sentence.offices.of_country(country[1])
            return [Party(i, country[0], person or f"người đồng cấp {country[1]}", person)]
    return []
